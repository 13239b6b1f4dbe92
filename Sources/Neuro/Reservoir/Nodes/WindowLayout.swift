extension Reservoir {
    /// Recurrent weights in groups that a permutation of two registers can look up (CKernels/reservoir_windows.c): of a slice of as many rows as a register has lanes, the next weight of each row, if that lies
    /// in the group's window, which is two registers wide.
    struct WindowLayout {
        /// Which slice stands at each place: those of most groups first.
        let order: [Int]
        /// How many groups the slice at each place takes.
        let groups: [Int]
        /// Of four slices the first groups of all of them, then the second ones, and so on with those slices that have more.
        private(set) var weights: [Double] = []
        /// Of each group the first unit of its window, over the lanes.
        private(set) var windows: [Int] = []
        /// Of the groups that come together, for each lane which unit of the window: as many bits for each group as are said, those of the first one lowest.
        private(set) var places: [UInt32] = []

        init(_ recurrent: SparseRows, lanes: Int, bits: Int) {
            let slices = (recurrent.rows + lanes - 1) / lanes, found = (0 ..< slices).map { Self.groups(of: $0, recurrent, lanes) }
            let order = (0 ..< slices).sorted { (found[$0].count, $1) > (found[$1].count, $0) }
            for first in stride(from: 0, to: slices, by: 4) {
                let together = order[first ..< min(first + 4, slices)].map { found[$0] }
                for k in 0 ..< together[0].count {
                    var chosen = [UInt32](repeating: 0, count: lanes)
                    for (i, groups) in together.enumerated() where k < groups.count {
                        windows.append(groups[k].window)
                        weights += groups[k].weights
                        for lane in 0 ..< lanes { chosen[lane] |= groups[k].places[lane] << UInt32(bits * i) }
                    }
                    places += chosen
                }
            }
            self.order = order
            groups = order.map { found[$0].count }
        }

        /// At most one weight of each row.
        private struct Group {
            var window: Int
            var weights: [Double]
            var places: [UInt32]
        }

        /// The groups of one slice: each begins where the row that is farthest behind goes on.
        private static func groups(of slice: Int, _ recurrent: SparseRows, _ lanes: Int) -> [Group] {
            let rows = lanes * slice ..< min(lanes * slice + lanes, recurrent.rows)
            var next = rows.map { recurrent.starts[$0] }
            var groups: [Group] = []
            while true {
                var behind = Int.max
                for (lane, row) in rows.enumerated() where next[lane] < recurrent.starts[row + 1] { behind = min(behind, Int(recurrent.columns[next[lane]])) }
                if behind == Int.max { return groups }
                let first = behind / lanes * lanes
                var group = Group(window: behind / lanes, weights: [Double](repeating: 0, count: lanes), places: [UInt32](repeating: 0, count: lanes))
                for (lane, row) in rows.enumerated() where next[lane] < recurrent.starts[row + 1] {
                    let column = Int(recurrent.columns[next[lane]])
                    guard column < first + 2 * lanes else { continue }
                    group.weights[lane] = recurrent.values[next[lane]]
                    group.places[lane] = UInt32(column - first)
                    next[lane] += 1
                }
                groups.append(group)
            }
        }

        /// The values of units as the slices stand, 0 where the last slice has none.
        func inOrder(_ values: (Int) -> Double, count: Int, lanes: Int) -> [Double] {
            order.flatMap { slice in (lanes * slice ..< lanes * (slice + 1)).map { $0 < count ? values($0) : 0 } }
        }
    }
}
