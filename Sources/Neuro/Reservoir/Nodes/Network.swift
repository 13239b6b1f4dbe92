import CKernels
import Linear

extension Reservoir {
    /// What follows from the parameters: the weights, and the same weights in the order in which the kernel reads them.
    package struct Network: Equatable, Sendable, Codable {
        package let units: Int
        package let inputs: Int
        package let recurrent: SparseRows
        /// units x inputs, row-major.
        package let input: [Double]
        package let bias: [Double]
        private let slices: Slices

        package init(recurrent: SparseRows, input: [Double], bias: [Double]) {
            units = bias.count
            inputs = input.count / bias.count
            self.recurrent = recurrent
            self.input = input
            self.bias = bias
            slices = Slices(recurrent: recurrent, input: input, bias: bias)
        }

        // The slices follow from the rest.
        private enum CodingKeys: CodingKey { case recurrent, input, bias }

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            let (recurrent, bias) = (try values.decode(SparseRows.self, forKey: .recurrent), try values.decode([Double].self, forKey: .bias))
            let input = try values.decode([Double].self, forKey: .input)
            guard !bias.isEmpty, recurrent.rows == bias.count, input.count % bias.count == 0 else {
                throw NeuroError.invalid(name: "network", value: "\(recurrent.rows) rows for \(bias.count) units", must: "of one size throughout")
            }
            self.init(recurrent: recurrent, input: input, bias: bias)
        }

        package func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(recurrent, forKey: .recurrent)
            try values.encode(input, forKey: .input)
            try values.encode(bias, forKey: .bias)
        }

        package static func == (a: Network, b: Network) -> Bool {
            a.recurrent == b.recurrent && a.input == b.input && a.bias == b.bias
        }

        /// Steps per call of the kernel: about 2 ms of work, so that a run can be interrupted and shows its progress.
        var stepsPerCall: Int { max(1, min(4096, 8_000_000 / (recurrent.values.count + units * (inputs + 12)))) }

        /// Advances `state` by `steps` steps and, unless `states` is nil, writes the state after each step to its rows, `stride` apart.
        func advance(
            _ state: inout [Double], inputs u: UnsafePointer<Double>, steps: Int, rule: Rule, states: UnsafeMutablePointer<Double>?, stride: Int,
            scratch: inout [Double]
        ) {
            slices.withKernel(units: units, inputs: inputs, rule: rule) { network in
                engram_reservoir_run(network, u, steps, &state, &scratch, states, stride)
            }
        }

        /// Advances as many states as the kernel has lanes by one step: `state` holds units x lanes, `u` inputs x lanes, `scratch` as much as `laneScratch`. The new state of each lane goes to its
        /// pointer among `rows`, unless that is nil.
        func advanceLanes(_ state: inout [Double], inputs u: [Double], rule: Rule, rows: [UnsafeMutablePointer<Double>?], scratch: inout [Double]) {
            slices.withKernel(units: units, inputs: inputs, rule: rule) { engram_reservoir_lanes($0, u, &state, &scratch, rows) }
        }

        /// How many states go side by side.
        static let lanes = Int(ENGRAM_RESERVOIR_LANES)

        /// Scratch memory for `advanceLanes`.
        var laneScratch: [Double] { [Double](repeating: 0, count: slices.slots * Self.lanes) }

        /// Scratch memory for `advance`.
        var scratch: [Double] { [Double](repeating: 0, count: slices.slots) }
    }

    /// What the kernel needs to know beside the weights.
    struct Rule {
        var activation: Activation
        var leak: Double
        /// The leak of each unit, or empty where it is the same for all.
        var leaks: [Double] = []
    }

    /// The weights in slices of eight rows (CKernels/reservoir.c): rows of equal length side by side, so that little is padded.
    private struct Slices: Sendable {
        private var starts: [Int] = [0]
        private var weights: [Double] = []
        private var narrow: [UInt16] = []
        private var wide: [UInt32] = []
        private var inputWeights: [Double]
        private var bias: [Double]
        /// The unit of each slot; empty if slot and unit agree, as when all rows are of one length.
        private var units: [UInt32] = []

        /// Whether each row has a weight for every unit, so that no columns are kept.
        private var isFull = false

        let slots: Int

        init(recurrent: SparseRows, input: [Double], bias unitBias: [Double]) {
            let n = unitBias.count
            let inputs = input.count / n
            let starts = recurrent.starts
            func length(_ row: Int) -> Int { starts[row + 1] - starts[row] }
            var order = Array(0 ..< n)
            if order.contains(where: { length($0) != length(0) }) {
                order.sort { (length($0), $1) > (length($1), $0) }
                units = order.map(UInt32.init)
            }
            slots = (n + 7) / 8 * 8
            bias = order.map { unitBias[$0] } + [Double](repeating: 0, count: slots - n)
            inputWeights = [Double](repeating: 0, count: inputs * slots)
            for (slot, unit) in order.enumerated() {
                for i in 0 ..< inputs { inputWeights[i * slots + slot] = input[unit * inputs + i] }
            }
            // Above about 0.3 the zeros cost less than the columns would.
            isFull = Double(recurrent.values.count) >= 0.3 * Double(n) * Double(n) && n > 1
            if isFull {
                fill(recurrent, n)
                return
            }
            let isNarrow = n <= 1 << 16
            for slice in 0 ..< slots / 8 {
                let first = self.starts[slice]
                let depth = length(order[8 * slice])
                self.starts.append(first + depth)
                weights.append(contentsOf: repeatElement(0, count: 8 * depth))
                if isNarrow {
                    narrow.append(contentsOf: repeatElement(0, count: 8 * depth))
                } else {
                    wide.append(contentsOf: repeatElement(0, count: 8 * depth))
                }
                for lane in 0 ..< min(8, n - 8 * slice) {
                    let unit = order[8 * slice + lane]
                    for k in 0 ..< length(unit) {
                        let place = 8 * (first + k) + lane
                        weights[place] = recurrent.values[starts[unit] + k]
                        if isNarrow {
                            narrow[place] = UInt16(recurrent.columns[starts[unit] + k])
                        } else {
                            wide[place] = recurrent.columns[starts[unit] + k]
                        }
                    }
                }
            }
            // A network without any weight still says that it has columns.
            if narrow.isEmpty, wide.isEmpty { narrow = [0] }
        }

        /// All weights of each row, zeros included, in the order of the units.
        private mutating func fill(_ recurrent: SparseRows, _ n: Int) {
            weights = [Double](repeating: 0, count: slots * n)
            starts = (0 ... slots / 8).map { $0 * n }
            for slot in 0 ..< n {
                let unit = units.isEmpty ? slot : Int(units[slot])
                let base = slot / 8 * 8 * n + slot % 8
                for k in recurrent.starts[unit] ..< recurrent.starts[unit + 1] { weights[base + 8 * Int(recurrent.columns[k])] = recurrent.values[k] }
            }
        }

        func withKernel(units count: Int, inputs: Int, rule: Rule, _ body: (UnsafePointer<engram_reservoir>) -> Void) {
            starts.withUnsafeBufferPointer { starts in
                weights.withUnsafeBufferPointer { weights in
                    narrow.withUnsafeBufferPointer { narrow in
                        wide.withUnsafeBufferPointer { wide in
                            inputWeights.withUnsafeBufferPointer { inputWeights in
                                bias.withUnsafeBufferPointer { bias in
                                    units.withUnsafeBufferPointer { units in
                                        rule.leaks.withUnsafeBufferPointer { leaks in
                                            var network = engram_reservoir(
                                                units: count, inputs: inputs, slices: slots / 8, activation: rule.activation.code, leak: rule.leak,
                                                leaks: leaks.isEmpty ? nil : leaks.baseAddress, starts: starts.baseAddress, weights: weights.baseAddress,
                                                columns_16: isFull || !wide.isEmpty ? nil : narrow.baseAddress, columns_32: wide.isEmpty ? nil : wide.baseAddress,
                                                input_weights: inputWeights.baseAddress, bias: bias.baseAddress, units_of_slots: units.isEmpty ? nil : units.baseAddress)
                                            body(&network)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
