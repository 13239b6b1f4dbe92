import CKernels

extension Reservoir {
    /// The weights in slices of eight rows (CKernels/reservoir.c): rows of equal length side by side, so that little is padded. A small network has them in windows too.
    struct Slices: Sendable {
        private let starts: Lines<Int>
        private let weights: Lines<Double>
        /// The columns, in 16 bits or in 32; both are nil where each row has a weight for every unit.
        private let narrow: Lines<UInt16>?
        private let wide: Lines<UInt32>?
        private let inputWeights: Lines<Double>
        private let bias: Lines<Double>
        /// The unit of each slot; nil if slot and unit agree, as when all rows are of one length.
        private let units: Lines<UInt32>?
        private let gathers: Bool
        private let windows: Windows?

        let slots: Int

        init(recurrent: SparseRows, input: [Double], bias unitBias: [Double], ways: Network.Ways) {
            let n = unitBias.count
            let inputs = input.count / n
            func length(_ row: Int) -> Int { recurrent.starts[row + 1] - recurrent.starts[row] }
            var order = Array(0 ..< n)
            let isSorted = order.contains { length($0) != length(0) }
            if isSorted { order.sort { (length($0), $1) > (length($1), $0) } }
            units = isSorted ? Lines(order.map(UInt32.init)) : nil
            slots = (n + 7) / 8 * 8
            bias = Lines(order.map { unitBias[$0] } + [Double](repeating: 0, count: slots - n))
            var inputWeights = [Double](repeating: 0, count: inputs * slots)
            for (slot, unit) in order.enumerated() {
                for i in 0 ..< inputs { inputWeights[i * slots + slot] = input[unit * inputs + i] }
            }
            self.inputWeights = Lines(inputWeights)
            // Above about 0.3 the zeros cost less than the columns would.
            let isFull = Double(recurrent.values.count) >= 0.3 * Double(n) * Double(n) && n > 1
            var starts = [0]
            for slice in 0 ..< slots / 8 { starts.append(starts[slice] + (isFull ? n : length(order[8 * slice]))) }
            let count = 8 * starts[slots / 8]
            var weights = [Double](repeating: 0, count: count)
            var narrow = [UInt16](repeating: 0, count: isFull || n > 1 << 16 ? 0 : count)
            var wide = [UInt32](repeating: 0, count: isFull || n <= 1 << 16 ? 0 : count)
            for (slot, unit) in order.enumerated() {
                let base = 8 * starts[slot / 8] + slot % 8
                for (k, from) in (recurrent.starts[unit] ..< recurrent.starts[unit + 1]).enumerated() {
                    let column = recurrent.columns[from]
                    let place = base + 8 * (isFull ? Int(column) : k)
                    weights[place] = recurrent.values[from]
                    if !narrow.isEmpty { narrow[place] = UInt16(column) }
                    if !wide.isEmpty { wide[place] = column }
                }
            }
            self.starts = Lines(starts)
            self.weights = Lines(weights)
            // A network without any weight still says that it has columns.
            self.narrow = isFull || n > 1 << 16 ? nil : Lines(narrow)
            self.wide = isFull || n <= 1 << 16 ? nil : Lines(wide)
            gathers = ways.contains(.gathers) && engram_reservoir_gathers_here() != 0
            windows = isFull || !ways.contains(.windows) ? nil : Windows(recurrent: recurrent, input: input, bias: unitBias, gathers: count / 8)
        }

        func withKernel(units count: Int, inputs: Int, rule: Rule, _ body: (UnsafePointer<engram_reservoir>) -> Void) {
            withExtendedLifetime(self) {
                rule.leaks.withUnsafeBufferPointer { leaks in
                    withOptional(windows?.table) { windows in
                        var network = engram_reservoir(
                            units: count, inputs: inputs, slices: slots / 8, activation: rule.activation.code, leak: rule.leak, leaks: leaks.isEmpty ? nil : leaks.baseAddress,
                            starts: starts.base, weights: weights.base, columns_16: narrow?.base, columns_32: wide?.base, input_weights: inputWeights.base, bias: bias.base,
                            units_of_slots: units?.base, gathers: gathers ? 1 : 0, windows: windows)
                        body(&network)
                    }
                }
            }
        }

        /// `body` with the address of a value, or with nil where there is none.
        private func withOptional<Value>(_ value: Value?, _ body: (UnsafePointer<Value>?) -> Void) {
            guard let value else { return body(nil) }
            withUnsafePointer(to: value) { body($0) }
        }
    }
}
