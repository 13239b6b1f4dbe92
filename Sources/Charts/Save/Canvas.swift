/// Pixels on which shapes are drawn with smooth edges, over one colour.
struct Canvas {
    let width, height: Int
    /// Red, green and blue of each pixel, row after row, from 0 to 255.
    private var pixels: [Float]
    /// What nothing is drawn outside of.
    var clip: (left: Int, top: Int, right: Int, bottom: Int)

    init(width: Int, height: Int, ground: RGB) {
        (self.width, self.height) = (width, height)
        pixels = Array(repeating: Float(ground.red), count: 3 * width * height)
        if ground.green != ground.red || ground.blue != ground.red {
            for place in 0 ..< width * height { (pixels[3 * place + 1], pixels[3 * place + 2]) = (Float(ground.green), Float(ground.blue)) }
        }
        clip = (0, 0, width, height)
    }

    var bytes: [UInt8] { pixels.map { UInt8(min(max($0, 0), 255).rounded()) } }

    private mutating func blend(_ place: Int, _ color: RGB, _ share: Float) {
        guard share > 0 else { return }
        pixels[3 * place] += (Float(color.red) - pixels[3 * place]) * share
        pixels[3 * place + 1] += (Float(color.green) - pixels[3 * place + 1]) * share
        pixels[3 * place + 2] += (Float(color.blue) - pixels[3 * place + 2]) * share
    }

    /// The pixels that a shape between these ends may touch.
    private func box(_ points: some Sequence<Point>, reach: Double) -> (left: Int, top: Int, right: Int, bottom: Int)? {
        var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        for point in points {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        guard left <= right, top <= bottom else { return nil }
        func whole(_ value: Double, _ limit: Int) -> Int { Int(min(max(value, 0), Double(limit))) }
        let box = (
            max(whole((left - reach).rounded(.down), width), clip.left), max(whole((top - reach).rounded(.down), height), clip.top),
            min(whole((right + reach + 1).rounded(.up), width), clip.right), min(whole((bottom + reach + 1).rounded(.up), height), clip.bottom)
        )
        return box.0 < box.2 && box.1 < box.3 ? box : nil
    }

    /// Lines through points, round at their ends and where they bend. What they cover more than once has the colour of once.
    mutating func stroke(_ lines: [[Point]], width lineWidth: Double, color: RGB, opacity: Double = 1) {
        let half = max(lineWidth, 0.4) / 2, reach = half + 1
        guard let area = box(lines.joined(), reach: reach) else { return }
        let columns = area.right - area.left
        var mask = [Float](repeating: 0, count: columns * (area.bottom - area.top))
        for line in lines {
            for index in line.indices where index > 0 || line.count == 1 {
                let end = line[index], start = index > 0 ? line[index - 1] : end
                guard let near = box([start, end], reach: reach) else { continue }
                let way = (x: end.x - start.x, y: end.y - start.y)
                let square = way.x * way.x + way.y * way.y
                for row in near.top ..< near.bottom {
                    let y = Double(row) + 0.5
                    var (left, right) = (near.left, near.right)
                    if way.y.magnitude > 1e-9 {
                        // The part of the stroke that is near this row.
                        let ends = ((y - reach - start.y) / way.y, (y + reach - start.y) / way.y)
                        let from = start.x + min(max(min(ends.0, ends.1), 0), 1) * way.x, to = start.x + min(max(max(ends.0, ends.1), 0), 1) * way.x
                        left = max(left, Int(max(min(from, to) - reach, 0)))
                        right = min(right, Int(max(max(from, to) + reach + 1, 0)))
                    }
                    guard left < right else { continue }
                    for column in left ..< right {
                        let from = (x: Double(column) + 0.5 - start.x, y: y - start.y)
                        let along = square > 0 ? min(max((from.x * way.x + from.y * way.y) / square, 0), 1) : 0
                        let away = (x: from.x - along * way.x, y: from.y - along * way.y)
                        let cover = Float(min(max(half + 0.5 - (away.x * away.x + away.y * away.y).squareRoot(), 0), 1))
                        let place = (row - area.top) * columns + column - area.left
                        if cover > mask[place] { mask[place] = cover }
                    }
                }
            }
        }
        let strength = Float(opacity * min(lineWidth / 0.4, 1))
        for row in area.top ..< area.bottom {
            for column in area.left ..< area.right { blend(row * width + column, color, mask[(row - area.top) * columns + column - area.left] * strength) }
        }
    }

    /// The inside of closed outlines. Each row is cut at four heights; along it the edges are exact.
    mutating func fill(_ outlines: [[Point]], color: RGB, opacity: Double = 1) {
        guard let area = box(outlines.joined(), reach: 0) else { return }
        var edges: [(top: Point, bottom: Point, turn: Int)] = []
        for outline in outlines {
            for index in outline.indices {
                let start = outline[index], end = outline[(index + 1) % outline.count]
                if start.y < end.y { edges.append((start, end, 1)) } else if start.y > end.y { edges.append((end, start, -1)) }
            }
        }
        edges.sort { $0.top.y < $1.top.y }
        var active: [Int] = []
        var next = 0
        var cover = [Float](repeating: 0, count: area.right - area.left)
        let cuts = 4
        for row in area.top ..< area.bottom {
            while next < edges.count, edges[next].top.y < Double(row + 1) {
                active.append(next)
                next += 1
            }
            active.removeAll { edges[$0].bottom.y <= Double(row) }
            if active.isEmpty { continue }
            for index in cover.indices { cover[index] = 0 }
            for cut in 0 ..< cuts {
                let y = Double(row) + (Double(cut) + 0.5) / Double(cuts)
                var crossings: [(x: Double, turn: Int)] = []
                for edge in active.map({ edges[$0] }) where edge.top.y <= y && y < edge.bottom.y {
                    crossings.append((edge.top.x + (edge.bottom.x - edge.top.x) * (y - edge.top.y) / (edge.bottom.y - edge.top.y), edge.turn))
                }
                crossings.sort { $0.x < $1.x }
                var depth = 0
                for index in crossings.indices.dropLast() {
                    depth += crossings[index].turn
                    if depth != 0 { Self.add(from: crossings[index].x, to: crossings[index + 1].x, 1 / Float(cuts), area.left, &cover) }
                }
            }
            for column in area.left ..< area.right { blend(row * width + column, color, min(cover[column - area.left], 1) * Float(opacity)) }
        }
    }

    private static func add(from start: Double, to end: Double, _ weight: Float, _ origin: Int, _ cover: inout [Float]) {
        let left = max(start - Double(origin), 0), right = min(end - Double(origin), Double(cover.count))
        guard left < right else { return }
        let first = Int(left), last = min(Int(right), cover.count - 1)
        if first == last {
            cover[first] += Float(right - left) * weight
            return
        }
        cover[first] += Float(Double(first + 1) - left) * weight
        for column in (first + 1) ..< max(last, first + 1) { cover[column] += weight }
        cover[last] += Float(right - Double(last)) * weight
    }

    mutating func disc(at center: Point, radius: Double, color: RGB, opacity: Double = 1) {
        guard let area = box([center], reach: radius + 1) else { return }
        for row in area.top ..< area.bottom {
            for column in area.left ..< area.right {
                let away = (x: Double(column) + 0.5 - center.x, y: Double(row) + 0.5 - center.y)
                let cover = min(max(radius + 0.5 - (away.x * away.x + away.y * away.y).squareRoot(), 0), 1)
                blend(row * width + column, color, Float(cover * opacity))
            }
        }
    }

    /// An image over a rectangle; each pixel takes the nearest of the image's.
    mutating func draw(_ image: IndexedImage, left: Double, top: Double, width across: Double, height down: Double) {
        guard across > 0, down > 0, image.width > 0, image.height > 0, let area = box([Point(x: left, y: top), Point(x: left + across, y: top + down)], reach: 0) else { return }
        for row in area.top ..< area.bottom {
            let v = (Double(row) + 0.5 - top) / down * Double(image.height)
            guard v >= 0, v < Double(image.height) else { continue }
            for column in area.left ..< area.right {
                let u = (Double(column) + 0.5 - left) / across * Double(image.width)
                guard u >= 0, u < Double(image.width) else { continue }
                let index = Int(image.pixels[Int(v) * image.width + Int(u)])
                blend(row * width + column, image.palette[index], index < image.alpha.count ? Float(image.alpha[index]) / 255 : 1)
            }
        }
    }
}
