/// Many points as an image: the more of them lie on a pixel, the less is seen through it.
///
/// Every point is in it, so a lone one is seen as well as a crowd. Opacity grows with the logarithm of the count, in 15 steps, which packs well.
enum Cloud {
    private static let levels = 15

    static func picture(_ x: [Double], _ y: [Double], _ xScale: Scale, _ yScale: Scale, _ axes: Painter.Axes, radius: Double, color: String) -> Picture {
        // Twice the pixels, for dense screens.
        let width = max(1, Int(min(2 * axes.width, 4_000))), height = max(1, Int(min(2 * axes.height, 4_000)))
        let counts = count(x, y, xScale, yScale, width, height)
        let spread = stamped(counts, width, height, radius: max(0.5, radius))
        let thresholds = thresholds(spread.max() ?? 0)
        let pixels = spread.map { count -> UInt8 in
            if count == 0 { return 0 }
            var level: UInt8 = 1
            for threshold in thresholds where threshold <= count { level += 1 }
            return level
        }
        let ink = RGB(hex: color)
        // Number 0 is no point; the others are as opaque as their level says.
        let alpha = (0 ... levels).map { $0 == 0 ? 0 : UInt8(75 + 180 * ($0 - 1) / (levels - 1)) }
        let image = IndexedImage(width: width, height: height, pixels: pixels, palette: Array(repeating: ink, count: levels + 1), alpha: alpha)
        return Picture(place: Rectangle(x: 0, y: 0, width: axes.width, height: axes.height), image: image)
    }

    /// How many points fall on each pixel.
    private static func count(_ x: [Double], _ y: [Double], _ xScale: Scale, _ yScale: Scale, _ width: Int, _ height: Int) -> [Int32] {
        var counts = [Int32](repeating: 0, count: width * height)
        for index in 0 ..< min(x.count, y.count) {
            let column = xScale.fraction(x[index]), row = yScale.fraction(y[index])
            guard column >= 0, column <= 1, row >= 0, row <= 1 else { continue }
            let place = (min(Int((yScale.isReversed ? row : 1 - row) * Double(height)), height - 1), min(Int(column * Double(width)), width - 1))
            counts[place.0 * width + place.1] &+= 1
        }
        return counts
    }

    /// Each pixel with points becomes a disc.
    private static func stamped(_ counts: [Int32], _ width: Int, _ height: Int, radius: Double) -> [Int32] {
        let reach = Int(2 * radius)
        var shifts: [(Int, Int)] = []
        for dy in -reach ... reach {
            for dx in -reach ... reach where Double(dx * dx + dy * dy) <= 4 * radius * radius { shifts.append((dy, dx)) }
        }
        let near = shifts.map { $0.0 * width + $0.1 }
        var result = [Int32](repeating: 0, count: counts.count)
        result.withUnsafeMutableBufferPointer { result in
            counts.withUnsafeBufferPointer { counts in
                for row in 0 ..< height {
                    let isInside = row >= reach && row < height - reach
                    for column in 0 ..< width {
                        let place = row * width + column, count = counts[place]
                        if count == 0 { continue }
                        if isInside, column >= reach, column < width - reach {
                            // No disc here reaches over an edge.
                            for shift in near { result[place + shift] &+= count }
                            continue
                        }
                        for (dy, dx) in shifts where row + dy >= 0 && row + dy < height && column + dx >= 0 && column + dx < width {
                            result[(row + dy) * width + column + dx] &+= count
                        }
                    }
                }
            }
        }
        return result
    }

    /// From which count on each level but the first is taken.
    private static func thresholds(_ most: Int32) -> [Int32] {
        // Up to three on one pixel is what any scatter of lone points has.
        let full = Decimal.log(Double(max(most, 4)) + 1), one = Decimal.log(2)
        return (1 ..< levels).map { Int32(min(Decimal.antilog(one + (full - one) * (Double($0) - 0.5) / Double(levels - 1)) - 1, 2e9).rounded(.up)) }
    }
}
