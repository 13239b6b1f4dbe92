import CKernels

extension Reservoir {
    /// The weights of a small network in windows of sixteen units (CKernels/reservoir_windows.c).
    struct Windows: Sendable {
        private let order: Lines<UInt16>
        private let groups: Lines<UInt16>
        private let weights: Lines<Double>
        private let windows: Lines<UInt16>
        private let places: Lines<UInt16>
        private let inputWeights: Lines<Double>
        private let bias: Lines<Double>

        /// Above these the weights leave the caches in which windows win.
        private static let most = (units: 1024, weights: 6_000)

        /// Nil where the processor cannot run them or another way is quicker.
        ///
        /// - Parameter gathers: how many groups of eight weights the other way takes.
        init?(recurrent: SparseRows, input: [Double], bias: [Double], gathers: Int) {
            let n = bias.count, inputs = input.count / n
            guard engram_reservoir_windows_run_here() != 0, n <= Self.most.units, recurrent.values.count <= Self.most.weights else { return nil }
            let layout = WindowLayout(recurrent, lanes: 8, bits: 4)
            // A group takes two and a half cycles; eight weights by a gather, or one by one, five or six.
            guard 2 * layout.groups.reduce(0, +) <= 5 * gathers else { return nil }
            func inOrder(_ value: (Int) -> Double) -> [Double] { layout.inOrder(value, count: n, lanes: 8) }
            order = Lines(layout.order.map(UInt16.init))
            groups = Lines(layout.groups.map(UInt16.init))
            (weights, windows, places) = (Lines(layout.weights), Lines(layout.windows.map { UInt16(8 * $0) }), Lines(layout.places.map(UInt16.init)))
            inputWeights = Lines((0 ..< inputs).flatMap { c in inOrder { input[$0 * inputs + c] } })
            self.bias = Lines(inOrder { bias[$0] })
        }

        /// As the kernel reads them, for as long as this value lives.
        var table: engram_reservoir_windows {
            engram_reservoir_windows(
                order: order.base, groups: groups.base, weights: weights.base, windows: windows.base, places: places.base, input_weights: inputWeights.base, bias: bias.base)
        }
    }
}
