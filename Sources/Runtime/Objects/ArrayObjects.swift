/// The storage classes of `Array`: which one a value has follows from its static element type alone.
///
/// All are boxes around Swift arrays, so that `[Double]`, `[Int]` and `[Bool]` reach native code without a copy.
/// Two levels of copy on write: the box is copied when a slot that changes it shares the box, and Swift copies
/// its buffer when native code still holds the array.

/// `[Int]`
package final class IntArray {
    package var elements: [Int]
    package init(_ elements: [Int]) { self.elements = elements }
}

/// `[Double]`
package final class DoubleArray {
    package var elements: [Double]
    package init(_ elements: [Double]) { self.elements = elements }
}

/// `[Bool]`
package final class BoolArray {
    package var elements: [Bool]
    package init(_ elements: [Bool]) { self.elements = elements }
}

/// Arrays of the other raw types: `[Float]`, `[UInt8]`, arrays of enums without payload. One word for each element.
package final class WordArray {
    package var elements: [Word]
    package init(_ elements: [Word]) { self.elements = elements }
}

/// Arrays of everything that sits in reference slots.
package final class ObjectArray {
    package var elements: [AnyObject?]
    package init(_ elements: [AnyObject?]) { self.elements = elements }
}
