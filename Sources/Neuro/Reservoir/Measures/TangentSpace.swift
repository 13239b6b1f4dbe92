import CKernels
import Linear

/// Directions that go with a trajectory, made orthonormal again and again: the logarithms of what that takes off their lengths are the Lyapunov exponents, the largest first.
///
/// G. Benettin, L. Galgani, A. Giorgilli, J.-M. Strelcyn, Meccanica 15 (1980), doi:10.1007/BF02128236.
struct TangentSpace {
    let size, count: Int
    /// size x count: a row for each number of the state, so that one weight acts on a whole row.
    var directions: [Double]
    private var sums: [Double]
    private var steps = 0

    init(size: Int, count: Int, seed: Int) throws {
        self.size = size
        self.count = count
        _ = try Allocation.count(of: [3, size, count], named: "the directions", as: Double.self)
        var random = Random(seed: seed, stream: 0x6c79_6170)
        directions = try random.normal(count: size * count).elements
        sums = [Double](repeating: 0, count: count)
        orthonormalize(counting: 0)
    }

    /// After `taken` steps, which count unless it is 0.
    mutating func orthonormalize(counting taken: Int) {
        var columns = [Double](repeating: 0, count: size * count), r = [Double](repeating: 0, count: count * count)
        for i in 0 ..< size {
            for k in 0 ..< count { columns[k * size + i] = directions[i * count + k] }
        }
        columns.withUnsafeMutableBufferPointer { q in
            r.withUnsafeMutableBufferPointer { r in
                if let q = q.baseAddress, let r = r.baseAddress { LAPACK.orthogonalize(m: size, n: count, q, r: r) }
            }
        }
        for i in 0 ..< size {
            for k in 0 ..< count { directions[i * count + k] = columns[k * size + i] }
        }
        guard taken > 0 else { return }
        steps += taken
        for k in 0 ..< count {
            let length = abs(r[k * count + k])
            sums[k] += length > 0 ? Elementary.log(length) : -.infinity
        }
    }

    var isFinite: Bool {
        var sum = 0.0
        for value in directions { sum += value * 0 }
        return sum == 0
    }

    /// The mean growth per step, the largest first.
    var exponents: Vector { Vector(sums.map { $0 / Double(max(1, steps)) }.sorted(by: >)) }
}

extension SparseRows {
    /// The product with `count` columns at once, both matrices row after row.
    func multiply(_ x: UnsafePointer<Double>, columns count: Int, into y: UnsafeMutablePointer<Double>) {
        columns.withUnsafeBufferPointer { columns in
            values.withUnsafeBufferPointer { values in
                for row in 0 ..< rows {
                    let target = y + row * count
                    for k in 0 ..< count { target[k] = 0 }
                    for place in starts[row] ..< starts[row + 1] {
                        let weight = values[place], source = x + Int(columns[place]) * count
                        for k in 0 ..< count { target[k] += weight * source[k] }
                    }
                }
            }
        }
    }
}
