/// Draws the elements of our own SVG on a canvas, so that a saved PNG is a picture of the saved SVG. It knows what `SVGWriter` is given and no more.
struct CanvasPainter {
    private(set) var canvas: Canvas
    private let scale: Double
    private let theme: ChartTheme
    private var states: [State]

    private struct State {
        var dx = 0.0, dy = 0.0
        var fill = Paint.text.rawValue
        var opacity = 1.0
        var fontSize = 12.0
        var anchor = "start"
        var clip: (left: Int, top: Int, right: Int, bottom: Int)
    }

    /// - Parameter scale: pixels of the canvas for each pixel of the picture.
    init(width: Double, height: Double, scale: Double, _ theme: ChartTheme) {
        (self.scale, self.theme) = (scale, theme)
        canvas = Canvas(width: max(1, Int((width * scale).rounded())), height: max(1, Int((height * scale).rounded())), ground: RGB(hex: Paint.ground.hex(theme)))
        states = [State(clip: canvas.clip)]
    }

    mutating func draw(_ items: [SVGWriter.Item]) {
        for item in items {
            switch item {
            case .open(let tag, let attributes): open(tag, Attributes(attributes))
            case .close: if states.count > 1 { states.removeLast() }
            case .element(let tag, let attributes, let content): draw(tag, Attributes(attributes), content)
            case .image(let picture): draw(picture)
            }
            canvas.clip = state.clip
        }
    }

    private var state: State { states[states.count - 1] }

    private struct Attributes {
        private let values: [(name: String, value: String)]
        init(_ values: [(name: String, value: String)]) { self.values = values }
        subscript(name: String) -> String? { values.first { $0.name == name && !$0.value.isEmpty }?.value }
        func number(_ name: String) -> Double? { self[name].flatMap(Double.init) }
        /// The numbers in a text such as `translate(3 4)` or `7 4`.
        func numbers(_ name: String) -> [Double] { self[name].map { text in text.split { !"-.0123456789".contains($0) }.compactMap { Double($0) } } ?? [] }
    }

    private mutating func open(_ tag: String, _ attributes: Attributes) {
        var new = state
        let move = attributes.numbers("transform")
        new.dx += move.first ?? 0
        new.dy += move.count > 1 ? move[1] : 0
        new.fill = attributes["fill"] ?? new.fill
        new.opacity = attributes.number("fill-opacity") ?? new.opacity
        new.fontSize = attributes.number("font-size") ?? new.fontSize
        new.anchor = attributes["text-anchor"] ?? new.anchor
        if tag == "svg", attributes["overflow"] != nil, let width = attributes.number("width"), let height = attributes.number("height") {
            let (left, top) = (Int((new.dx * scale).rounded()), Int((new.dy * scale).rounded()))
            let (right, bottom) = (Int(((new.dx + width) * scale).rounded()), Int(((new.dy + height) * scale).rounded()))
            new.clip = (max(left, new.clip.left), max(top, new.clip.top), min(right, new.clip.right), min(bottom, new.clip.bottom))
        }
        states.append(new)
        canvas.clip = new.clip
    }

    private func place(_ x: Double, _ y: Double) -> Point { Point(x: (x + state.dx) * scale, y: (y + state.dy) * scale) }

    private func color(_ text: String) -> RGB? { text == "none" ? nil : RGB(hex: Paint.hex(text, theme)) }

    private mutating func draw(_ tag: String, _ attributes: Attributes, _ content: String?) {
        let fill = color(attributes["fill"] ?? state.fill), opacity = attributes.number("fill-opacity") ?? state.opacity
        switch tag {
        case "rect":
            guard let fill, let width = attributes.number("width"), let height = attributes.number("height") else { return }
            let (x, y) = (attributes.number("x") ?? 0, attributes.number("y") ?? 0)
            let start = place(x, y), end = place(x + width, y + height)
            // On whole pixels, so that no seam shows between neighbours.
            let (left, top, right, bottom) = (start.x.rounded(), start.y.rounded(), end.x.rounded(), end.y.rounded())
            canvas.fill([[Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom)]], color: fill, opacity: opacity)
        case "circle":
            guard let fill, let x = attributes.number("cx"), let y = attributes.number("cy"), let radius = attributes.number("r") else { return }
            canvas.disc(at: place(x, y), radius: radius * scale, color: fill, opacity: opacity)
        case "path":
            let lines = PathText.lines(attributes["d"] ?? "").map { $0.map { place($0.x, $0.y) } }
            if let stroke = attributes["stroke"].flatMap(color) {
                let dashes = attributes.numbers("stroke-dasharray").map { $0 * scale }
                canvas.stroke(PathText.dashed(lines, dashes), width: (attributes.number("stroke-width") ?? 1) * scale, color: stroke)
            } else if let fill {
                canvas.fill(lines, color: fill, opacity: opacity)
            }
        case "text": draw(text: content ?? "", attributes, fill ?? RGB(0))
        default: break
        }
    }

    private mutating func draw(text: String, _ attributes: Attributes, _ color: RGB) {
        let size = attributes.number("font-size") ?? state.fontSize
        let isBold = attributes["font-weight"] == "bold"
        let width = StrokeFont.width(text, size: size, isBold: isBold)
        let start =
            switch attributes["text-anchor"] ?? state.anchor {
            case "middle": -width / 2
            case "end": -width
            default: 0.0
            }
        let (x, y) = (attributes.number("x") ?? 0, attributes.number("y") ?? 0)
        let turn = attributes.numbers("transform").first ?? 0
        // Ninety and forty degrees are the turns there are; the circle has a point for every degree.
        let direction = UnitCircle.points[((Int(turn) % 360) + 360) % 360]
        let strokes = StrokeFont.strokes(text, size: size, isBold: isBold).map { stroke in
            stroke.map { point -> Point in
                let across = point.x + start
                return place(x + across * direction.x - point.y * direction.y, y + across * direction.y + point.y * direction.x)
            }
        }
        canvas.stroke(strokes, width: size * (isBold ? 0.125 : 0.085) * scale, color: color)
    }

    private mutating func draw(_ picture: Picture) {
        let corner = place(picture.place.x, picture.place.y)
        canvas.draw(picture.image, left: corner.x, top: corner.y, width: picture.place.width * scale, height: picture.place.height * scale)
    }
}
