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
            let n = bias.count, inputs = input.count / n, slices = (n + 7) / 8
            guard engram_reservoir_windows_run_here() != 0, n <= Self.most.units, recurrent.values.count <= Self.most.weights else { return nil }
            let slicesOfUnits = (0 ..< slices).map { Self.groups(of: $0, recurrent) }
            // A group takes two and a half cycles; eight weights by a gather, or one by one, five or six.
            guard 2 * slicesOfUnits.reduce(0, { $0 + $1.count }) <= 5 * gathers else { return nil }
            let order = (0 ..< slices).sorted { (slicesOfUnits[$0].count, $1) > (slicesOfUnits[$1].count, $0) }
            var (weights, windows, places) = ([Double](), [UInt16](), [UInt16]())
            for first in stride(from: 0, to: slices, by: 4) {
                let together = order[first ..< min(first + 4, slices)].map { slicesOfUnits[$0] }
                for k in 0 ..< together[0].count {
                    var chosen = [UInt16](repeating: 0, count: 8)
                    for (i, groups) in together.enumerated() where k < groups.count {
                        windows.append(groups[k].window)
                        weights += groups[k].weights
                        for lane in 0 ..< 8 { chosen[lane] |= groups[k].places[lane] << UInt16(4 * i) }
                    }
                    places += chosen
                }
            }
            // The values of units, 0 where the last slice has none, slice by slice as they stand.
            func inOrder(_ value: (Int) -> Double) -> [Double] { order.flatMap { slice in (8 * slice ..< 8 * slice + 8).map { $0 < n ? value($0) : 0 } } }
            self.order = Lines(order.map(UInt16.init))
            groups = Lines(order.map { UInt16(slicesOfUnits[$0].count) })
            (self.weights, self.windows, self.places) = (Lines(weights), Lines(windows), Lines(places))
            inputWeights = Lines((0 ..< inputs).flatMap { c in inOrder { input[$0 * inputs + c] } })
            self.bias = Lines(inOrder { bias[$0] })
        }

        /// At most one weight of each of eight rows.
        private struct Group {
            var window: UInt16 = 0
            var weights = [Double](repeating: 0, count: 8)
            var places = [UInt16](repeating: 0, count: 8)
        }

        /// The groups of one slice: each begins where the row that is farthest behind goes on.
        private static func groups(of slice: Int, _ recurrent: SparseRows) -> [Group] {
            let rows = 8 * slice ..< min(8 * slice + 8, recurrent.rows)
            var next = rows.map { recurrent.starts[$0] }
            var groups: [Group] = []
            while let behind = rows.indices.compactMap({ row in
                next[row - rows.lowerBound] < recurrent.starts[row + 1] ? Int(recurrent.columns[next[row - rows.lowerBound]]) : nil
            }).min() {
                let window = behind / 8 * 8
                var group = Group(window: UInt16(window))
                for (lane, row) in rows.enumerated() where next[lane] < recurrent.starts[row + 1] {
                    let column = Int(recurrent.columns[next[lane]])
                    guard column < window + 16 else { continue }
                    group.weights[lane] = recurrent.values[next[lane]]
                    group.places[lane] = UInt16(column - window)
                    next[lane] += 1
                }
                groups.append(group)
            }
            return groups
        }

        /// As the kernel reads them, for as long as this value lives.
        var table: engram_reservoir_windows {
            engram_reservoir_windows(
                order: order.base, groups: groups.base, weights: weights.base, windows: windows.base, places: places.base, input_weights: inputWeights.base, bias: bias.base)
        }
    }
}
