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
        /// That of the states, which the weights have too.
        package let precision: StatePrecision
        private let layout: Layout

        private enum Layout: Sendable {
            case double(Slices)
            case single(SingleWindows)
        }

        /// - Parameters:
        ///   - precision: what the weights are rounded to, and the states.
        ///   - ways: which ways of this processor a run may take; all of them give the same bits.
        package init(recurrent: SparseRows, input: [Double], bias: [Double], precision: StatePrecision, ways: Ways = .all) {
            units = bias.count
            inputs = input.count / bias.count
            self.precision = precision
            switch precision {
            case .double:
                (self.recurrent, self.input, self.bias) = (recurrent, input, bias)
                layout = .double(Slices(recurrent: recurrent, input: input, bias: bias, ways: ways))
            case .single:
                self.recurrent = SparseRows(starts: recurrent.starts, columns: recurrent.columns, values: recurrent.values.map(precision.rounded))
                (self.input, self.bias) = (input.map(precision.rounded), bias.map(precision.rounded))
                layout = .single(SingleWindows(recurrent: recurrent, input: input, bias: bias, ways: ways))
            }
        }

        // The layout follows from the rest.
        private enum CodingKeys: CodingKey { case recurrent, input, bias, precision }

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            let (recurrent, bias) = (try values.decode(SparseRows.self, forKey: .recurrent), try values.decode([Double].self, forKey: .bias))
            let input = try values.decode([Double].self, forKey: .input)
            guard !bias.isEmpty, recurrent.rows == bias.count, input.count % bias.count == 0 else {
                throw NeuroError.invalid(name: "network", value: "\(recurrent.rows) rows for \(bias.count) units", must: "of one size throughout")
            }
            // Networks of earlier versions do not say.
            self.init(recurrent: recurrent, input: input, bias: bias, precision: try values.decodeIfPresent(StatePrecision.self, forKey: .precision) ?? .double)
        }

        package func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(recurrent, forKey: .recurrent)
            try values.encode(input, forKey: .input)
            try values.encode(bias, forKey: .bias)
            if precision != .double { try values.encode(precision, forKey: .precision) }
        }

        package static func == (a: Network, b: Network) -> Bool {
            a.recurrent == b.recurrent && a.input == b.input && a.bias == b.bias && a.precision == b.precision
        }

        /// Ways through the kernel that not every processor has.
        package struct Ways: OptionSet, Sendable {
            package let rawValue: Int
            package init(rawValue: Int) { self.rawValue = rawValue }
            package static let gathers = Ways(rawValue: 1), windows = Ways(rawValue: 2), all: Ways = [.gathers, .windows]
        }

        /// Steps per call of the kernel: about 2 ms of work, so that a run can be interrupted and shows its progress.
        var stepsPerCall: Int { max(1, min(4096, 8_000_000 / (recurrent.values.count + units * (inputs + 12)))) }

        /// Advances `state` by `steps` steps and, unless `states` is nil, writes the state after each step to its rows, `stride` apart.
        func advance(
            _ state: inout [Double], inputs u: UnsafePointer<Double>, steps: Int, rule: Rule, states: UnsafeMutablePointer<Double>?, stride: Int,
            scratch: inout [Double]
        ) {
            switch layout {
            case .double(let slices):
                slices.withKernel(units: units, inputs: inputs, rule: rule) { network in
                    engram_reservoir_run(network, u, steps, &state, &scratch, states, stride)
                }
            case .single(let windows):
                windows.run(&state, inputs: u, channels: inputs, steps: steps, rule: rule, states: states, stride: stride, scratch: &scratch)
            }
        }

        /// Advances as many states as the kernel has lanes by one step, of which only double precision has any: `state` holds units x lanes, `u` inputs x lanes, `scratch` as much as `laneScratch`. The new
        /// state of each lane goes to its pointer among `rows`, unless that is nil.
        func advanceLanes(_ state: inout [Double], inputs u: [Double], rule: Rule, rows: [UnsafeMutablePointer<Double>?], scratch: inout [Double]) {
            guard case .double(let slices) = layout else { return }
            slices.withKernel(units: units, inputs: inputs, rule: rule) { engram_reservoir_lanes($0, u, &state, &scratch, rows) }
        }

        /// How many states go side by side.
        static let lanes = Int(ENGRAM_RESERVOIR_LANES)

        /// Scratch memory for `advanceLanes`.
        var laneScratch: [Double] { [Double](repeating: 0, count: (units + 7) / 8 * 8 * Self.lanes) }

        /// Scratch memory for `advance`.
        var scratch: [Double] {
            switch layout {
            case .double(let slices): [Double](repeating: 0, count: 2 * slices.slots + 24)
            case .single(let windows): windows.scratch
            }
        }
    }

    /// The same reservoir, whose runs take no other ways than these.
    package func taking(_ ways: Network.Ways) -> Reservoir {
        var copy = self
        copy.network = Network(recurrent: network.recurrent, input: network.input, bias: network.bias, precision: network.precision, ways: ways)
        return copy
    }

    /// What the kernel needs to know beside the weights.
    struct Rule {
        var activation: Activation
        var leak: Double
        /// The leak of each unit, or empty where it is the same for all.
        var leaks: [Double] = []
    }
}
