import Display

/// One layer, ready to be drawn: its numbers thinned, its colour chosen.
struct Shape {
    enum Form {
        case line([Point])
        case band([BandPoint])
        case points([Point], radius: Double, opacity: Double)
        /// More points than can be drawn one by one.
        case cloud(Picture)
        /// Bars standing on `base`.
        case bars([Layer.Bar], base: Double, gap: Double)
        /// With the picture of them where there are many.
        case cells(CellGrid, Picture?)
        case rule(Layer.Rule)
        case region(Layer.Region)
        case notes([Layer.Note])
        /// Rectangles beside the area between the axes, in pixels.
        case strips([GroupStrips.Strip])
    }

    let form: Form
    let color: String
    let name: String?
    let dashes: [Double]
    var width = Shape.lineWidth
    var isOnRight = false

    /// Whether it is drawn outside of the area between the axes.
    var isBeside: Bool { if case .strips = form { true } else { false } }

    /// Of points that are so many.
    static func pointRadius(of count: Int) -> Double { count > 800 ? 2 : 3.2 }

    static let lineWidth = 1.8, bandOpacity = 0.22, regionOpacity = 0.14
}

/// An image that fills a part of the area between the axes.
struct Picture {
    let place: Rectangle
    let image: IndexedImage
    /// `data:image/png;base64,…`
    let url: String

    init(place: Rectangle, image: IndexedImage) {
        (self.place, self.image) = (place, image)
        url = "data:image/png;base64," + base64(PNG.encode(image))
    }
}

/// A place of a band; NaN is a gap.
package struct BandPoint: Equatable {
    package var x, low, high: Double

    static let gap = BandPoint(x: .nan, low: .nan, high: .nan)
    var isGap: Bool { x.isNaN }
}
