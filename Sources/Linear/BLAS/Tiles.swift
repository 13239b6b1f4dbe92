// Into which pieces large operations are cut. All of it follows from shapes and precision alone, never from the number of threads: on that rests that
// results do not depend on it.
//
// OpenBLAS packs the operands of every call anew, so a small piece is slower than its share of the whole. Measured on one core (OpenBLAS 0.3.21, AVX-512
// kernels), a product cut into pieces of r rows and c columns of C takes longer by about 16/r in double precision and 25/r in single, since the whole of B
// is packed for each range of rows; and by 70/c. So rows are cut before columns, and the more pieces there are already, the less may be lost by more of them.

/// The tiles of the result of a matrix product.
struct Tiles {
    private let rows: Pieces
    private let columns: Pieces

    /// Fewer multiplications than that (about 0.15 ms) are not worth a thread.
    static let leastWork = 4_000_000.0

    init(m: Int, n: Int, k: Int, isDouble: Bool) {
        let work = Double(m) * Double(n) * Double(k)
        let perRow = isDouble ? 16.0 : 25.0, perColumn = 70.0
        func loss(_ rows: Int, _ columns: Int) -> Double { perRow * Double(rows - 1) / Double(m) + perColumn * Double(columns - 1) / Double(n) }
        var (down, across) = (1, 1)
        while true {
            let (more, other) = (loss(2 * down, across), loss(down, 2 * across))
            let count = 2 * down * across
            guard work >= Double(count) * Self.leastWork, min(more, other) <= Self.tolerated(count) else { break }
            if more <= other { down *= 2 } else { across *= 2 }
        }
        (rows, columns) = (Pieces(of: m, count: down), Pieces(of: n, count: across))
    }

    /// The loss on one thread that so many tiles may bring with them.
    private static func tolerated(_ count: Int) -> Double {
        switch count {
        case ...4: 0.1
        case ...8: 0.07
        case ...64: 0.05
        default: 0
        }
    }

    var count: Int { rows.count * columns.count }

    subscript(index: Int) -> (rows: Range<Int>, columns: Range<Int>) { (rows[index % rows.count], columns[index / rows.count]) }
}

/// Ranges of about equal length, or for a triangle of about equal area.
struct Pieces {
    let count: Int
    private let extent: Int
    private let isTriangle: Bool

    /// Whole vectors of the kernels: the places between the pieces are multiples of it.
    private static let grain = 16

    init(of extent: Int, count: Int) { (self.extent, self.count, isTriangle) = (extent, count, false) }

    /// Up to `most` (a power of two) ranges of at least `least`, each with enough to do for a thread.
    init(of extent: Int, least: Int, most: Int, work: Double) {
        var count = 1
        while 2 * count <= most, extent >= 2 * count * least, work >= Double(2 * count) * Tiles.leastWork { count *= 2 }
        self.init(of: extent, count: count)
    }

    /// Ranges of the rows of the lower triangle of an n x n matrix, the sums in which have k terms. The loss, as above, is 3 to 5 % for two ranges and doubles
    /// with each doubling of their number.
    init(ofTriangle n: Int, k: Int) {
        let most = n < 200 ? 1 : n < 1000 ? 2 : n < 3000 ? 4 : n < 8000 ? 8 : 16
        var count = 1
        while count < most, 0.5 * Double(n) * Double(n) * Double(k) >= Double(2 * count) * Tiles.leastWork { count *= 2 }
        (extent, self.count, isTriangle) = (n, count, true)
    }

    subscript(index: Int) -> Range<Int> { bound(index) ..< bound(index + 1) }

    private func bound(_ index: Int) -> Int {
        if index == count { return extent }
        let share = Double(index) / Double(count)
        // Square roots are exact to the last digit on every machine.
        let place = Int((Double(extent) * (isTriangle ? share.squareRoot() : share)).rounded())
        return min(extent, (place + Self.grain / 2) / Self.grain * Self.grain)
    }
}
