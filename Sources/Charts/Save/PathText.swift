/// The data of a path, of the commands that we write: M, L, H, V, h, v and z.
enum PathText {
    static func lines(_ text: String) -> [[Point]] {
        var lines: [[Point]] = []
        var current = Point(x: 0, y: 0)
        var bytes = Array(text.utf8)[...]
        func number() -> Double {
            while let byte = bytes.first, byte == 32 || byte == 44 { bytes.removeFirst() }
            let digits = bytes.prefix { $0 == 45 || $0 == 46 || (48 ... 57).contains($0) }
            bytes.removeFirst(digits.count)
            return Double(String(decoding: digits, as: UTF8.self)) ?? 0
        }
        while let command = bytes.popFirst() {
            switch command {
            case UInt8(ascii: "M"):
                current = Point(x: number(), y: number())
                lines.append([current])
                continue
            case UInt8(ascii: "L"): current = Point(x: number(), y: number())
            case UInt8(ascii: "H"): current.x = number()
            case UInt8(ascii: "V"): current.y = number()
            case UInt8(ascii: "h"): current.x += number()
            case UInt8(ascii: "v"): current.y += number()
            case UInt8(ascii: "z"): current = lines.last?.first ?? current
            default: continue
            }
            if lines.isEmpty { lines.append([]) }
            lines[lines.count - 1].append(current)
        }
        return lines
    }

    /// Lines cut into strokes and gaps of these lengths, in turn.
    static func dashed(_ lines: [[Point]], _ lengths: [Double]) -> [[Point]] {
        guard !lengths.isEmpty, lengths.allSatisfy({ $0 > 0.01 }) else { return lines }
        var strokes: [[Point]] = []
        for line in lines {
            guard var last = line.first else { continue }
            var (kind, left) = (0, lengths[0])
            var stroke = [last]
            for point in line.dropFirst() {
                var distance = ((point.x - last.x) * (point.x - last.x) + (point.y - last.y) * (point.y - last.y)).squareRoot()
                while distance > left {
                    let share = left / distance
                    last = Point(x: last.x + (point.x - last.x) * share, y: last.y + (point.y - last.y) * share)
                    distance -= left
                    if kind % 2 == 0 { strokes.append(stroke + [last]) }
                    kind += 1
                    left = lengths[kind % lengths.count]
                    stroke = [last]
                }
                left -= distance
                stroke.append(point)
                last = point
            }
            if kind % 2 == 0, stroke.count > 1 { strokes.append(stroke) }
        }
        return strokes
    }
}
