import Linear

extension Matrix {
    /// Rows scaled to length 1, after their means were taken off where they are to be centred. A row without a direction (all zeros, or all equal where centred) becomes zeros.
    func unitRows(centred: Bool) -> Matrix {
        let (rows, columns) = (rows, columns)
        var result = self
        result.withUnsafeMutableBufferPointer { values in
            for row in 0 ..< rows {
                let own = UnsafeMutableBufferPointer(rebasing: values[row * columns ..< (row + 1) * columns])
                // The sum of what is at most 1 in size stays a finite number.
                let largest = own.reduce(0) { Swift.max($0, $1.magnitude) }
                for place in own.indices { own[place] = largest > 0 ? own[place] / largest : 0 }
                if centred {
                    // Rounding leaves crumbs of a constant row, which would look like a direction.
                    let isConstant = own.allSatisfy { $0 == own[0] }
                    let mean = Reduction.mean(UnsafeBufferPointer(own))
                    for place in own.indices { own[place] = isConstant ? 0 : own[place] - mean }
                }
                let length = Reduction.norm(UnsafeBufferPointer(own))
                if length > 0 { for place in own.indices { own[place] /= length } }
            }
        }
        return result
    }
}
