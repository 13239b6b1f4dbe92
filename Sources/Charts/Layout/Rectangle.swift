/// A part of the area between the axes, in pixels from its upper left corner.
struct Rectangle: Equatable {
    var x, y, width, height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// Where a heat map lies.
    init(_ grid: CellGrid, _ frame: Frame) {
        let left = frame.x.fraction(grid.left) * frame.width, right = frame.x.fraction(grid.right) * frame.width
        let top = frame.pixel(y: frame.y.isReversed ? grid.first : grid.last), bottom = frame.pixel(y: frame.y.isReversed ? grid.last : grid.first)
        self.init(x: left, y: top, width: right - left, height: bottom - top)
    }
}

extension Frame {
    func pixel(x value: Double) -> Double { x.fraction(value) * width }

    func pixel(y value: Double) -> Double {
        let fraction = y.fraction(value)
        return (y.isReversed ? fraction : 1 - fraction) * height
    }
}
