/// A part of the area between the axes, in pixels from its upper left corner.
struct Rectangle: Equatable {
    var x, y, width, height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
}

extension Frame {
    func pixel(x value: Double) -> Double { axes.pixel(x: value) }
    func pixel(y value: Double, isOnRight: Bool = false) -> Double { axes.pixel(y: value, isOnRight: isOnRight) }
}
