import CKernels

extension Reservoir {
    /// The weights in single precision, in windows of thirty-two units (CKernels/reservoir_single.c).
    struct SingleWindows: Sendable {
        private let order: Lines<UInt32>
        private let groups: Lines<UInt32>
        private let weights: Lines<Float>
        private let windows: Lines<UInt16>
        private let places: Lines<UInt32>
        private let inputWeights: Lines<Float>
        private let bias: Lines<Float>
        /// The unit at each place of the layout; beyond the last unit, which a place may stand for, there is none.
        private let units: [Int]
        private let count: Int
        private let permutes: Bool

        init(recurrent: SparseRows, input: [Double], bias unitBias: [Double], ways: Network.Ways) {
            let n = unitBias.count, inputs = input.count / n, layout = WindowLayout(recurrent, lanes: 16, bits: 8)
            func inOrder(_ value: (Int) -> Double) -> [Float] { layout.inOrder(value, count: n, lanes: 16).map { Float($0) } }
            order = Lines(layout.order.map(UInt32.init))
            groups = Lines(layout.groups.map(UInt32.init))
            (weights, windows, places) = (Lines(layout.weights.map { Float($0) }), Lines(layout.windows.map(UInt16.init)), Lines(layout.places))
            inputWeights = Lines((0 ..< inputs).flatMap { c in inOrder { input[$0 * inputs + c] } })
            bias = Lines(inOrder { unitBias[$0] })
            units = layout.order.flatMap { 16 * $0 ..< 16 * $0 + 16 }
            (count, permutes) = (n, ways.contains(.windows) && engram_reservoir_windows_run_here() != 0)
        }

        /// Scratch memory for `run`.
        var scratch: [Double] { [Double](repeating: 0, count: units.count + 24) }

        func run(
            _ state: inout [Double], inputs u: UnsafePointer<Double>, channels: Int, steps: Int, rule: Rule, states: UnsafeMutablePointer<Double>?, stride: Int,
            scratch: inout [Double]
        ) {
            let leaks = units.map { Float(rule.leaks.isEmpty ? rule.leak : $0 < count ? rule.leaks[$0] : 1) }
            withExtendedLifetime(self) {
                leaks.withUnsafeBufferPointer { leaks in
                    var network = engram_reservoir_single(
                        units: count, inputs: channels, slices: units.count / 16, activation: rule.activation.code, order: order.base, groups: groups.base, weights: weights.base,
                        windows: windows.base, places: places.base, input_weights: inputWeights.base, bias: bias.base, leaks: leaks.baseAddress, permutes: permutes ? 1 : 0)
                    engram_reservoir_run_single(&network, u, steps, &state, &scratch, states, stride)
                }
            }
        }
    }
}
