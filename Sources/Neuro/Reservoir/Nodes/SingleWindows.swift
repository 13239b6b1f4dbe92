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
            let n = unitBias.count, inputs = input.count / n, slices = (n + 15) / 16
            let slicesOfUnits = (0 ..< slices).map { Self.groups(of: $0, recurrent) }
            let order = (0 ..< slices).sorted { (slicesOfUnits[$0].count, $1) > (slicesOfUnits[$1].count, $0) }
            var (weights, windows, places) = ([Float](), [UInt16](), [UInt32]())
            for first in stride(from: 0, to: slices, by: 4) {
                let together = order[first ..< min(first + 4, slices)].map { slicesOfUnits[$0] }
                for k in 0 ..< together[0].count {
                    var chosen = [UInt32](repeating: 0, count: 16)
                    for (i, groups) in together.enumerated() where k < groups.count {
                        windows.append(groups[k].window)
                        weights += groups[k].weights
                        for lane in 0 ..< 16 { chosen[lane] |= groups[k].places[lane] << UInt32(8 * i) }
                    }
                    places += chosen
                }
            }
            let units = order.flatMap { slice in 16 * slice ..< 16 * slice + 16 }
            func inOrder(_ value: (Int) -> Double) -> [Float] { units.map { $0 < n ? Float(value($0)) : 0 } }
            self.order = Lines(order.map(UInt32.init))
            groups = Lines(order.map { UInt32(slicesOfUnits[$0].count) })
            (self.weights, self.windows, self.places) = (Lines(weights), Lines(windows), Lines(places))
            inputWeights = Lines((0 ..< inputs).flatMap { c in inOrder { input[$0 * inputs + c] } })
            bias = Lines(inOrder { unitBias[$0] })
            (self.units, count, permutes) = (units, n, ways.contains(.windows) && engram_reservoir_windows_run_here() != 0)
        }

        /// At most one weight of each of sixteen rows.
        private struct Group {
            /// Over sixteen.
            var window: UInt16 = 0
            var weights = [Float](repeating: 0, count: 16)
            var places = [UInt32](repeating: 0, count: 16)
        }

        /// The groups of one slice: each begins where the row that is farthest behind goes on.
        private static func groups(of slice: Int, _ recurrent: SparseRows) -> [Group] {
            let rows = 16 * slice ..< min(16 * slice + 16, recurrent.rows)
            var next = rows.map { recurrent.starts[$0] }
            var groups: [Group] = []
            while true {
                var behind = Int.max
                for (lane, row) in rows.enumerated() where next[lane] < recurrent.starts[row + 1] { behind = min(behind, Int(recurrent.columns[next[lane]])) }
                if behind == Int.max { return groups }
                let window = behind / 16 * 16
                var group = Group(window: UInt16(window / 16))
                for (lane, row) in rows.enumerated() where next[lane] < recurrent.starts[row + 1] {
                    let column = Int(recurrent.columns[next[lane]])
                    guard column < window + 32 else { continue }
                    group.weights[lane] = Float(recurrent.values[next[lane]])
                    group.places[lane] = UInt32(column - window)
                    next[lane] += 1
                }
                groups.append(group)
            }
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
