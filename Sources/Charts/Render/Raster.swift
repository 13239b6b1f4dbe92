/// A heat map as an image.
///
/// Cells larger than a pixel are repeated, up to twice the pixels of the picture for dense screens; smaller ones are averaged, and a pixel all of whose
/// cells are missing is transparent.
enum Raster {
    private static let missing: UInt8 = 255

    static func image(_ grid: CellGrid, width: Double, height: Double) -> IndexedImage {
        let columns = blocks(grid.cells.columns, pixels: width)
        let rows = blocks(grid.cells.rows, pixels: height)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(columns.count * rows.count)
        var previous: (rows: Range<Int>, line: [UInt8])?
        let downward = grid.cells.firstRowAtBottom ? rows.reversed() : rows
        for block in downward {
            if let previous, previous.rows == block {
                pixels += previous.line
                continue
            }
            let line = columns.map { index(grid, block, $0) }
            previous = (block, line)
            pixels += line
        }
        let palette = (0 ..< Int(missing)).map { grid.cells.colors.color(at: Double($0) / Double(missing - 1)) } + [RGB(0)]
        return IndexedImage(width: columns.count, height: rows.count, pixels: pixels, palette: palette, alpha: (0 ... missing).map { $0 == missing ? 0 : 255 })
    }

    /// For each pixel of the image along one side, the cells it shows.
    private static func blocks(_ count: Int, pixels: Double) -> [Range<Int>] {
        let wanted = max(1, Int(min(2 * pixels, 2_000)))
        if count <= wanted {
            let times = max(1, wanted / max(count, 1))
            return (0 ..< count).flatMap { Array(repeating: $0 ..< ($0 + 1), count: times) }
        }
        return (0 ..< wanted).map { $0 * count / wanted ..< ($0 + 1) * count / wanted }
    }

    private static func index(_ grid: CellGrid, _ rows: Range<Int>, _ columns: Range<Int>) -> UInt8 {
        var sum = 0.0
        var count = 0
        for row in rows {
            for column in columns {
                let fraction = grid.colors.fraction(grid.cells.values.values[row * grid.cells.columns + column])
                guard !fraction.isNaN else { continue }
                sum += min(max(fraction, 0), 1)
                count += 1
            }
        }
        return count == 0 ? missing : UInt8((sum / Double(count) * Double(missing - 1)).rounded())
    }
}
