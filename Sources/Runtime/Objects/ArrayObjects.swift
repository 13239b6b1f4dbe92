/// The storage of `Array`: what its elements are follows from the static element type alone.
///
/// A box around a Swift array, so that `[Double]`, `[Int]` and `[Bool]` reach native code without a copy.
/// Two levels of copy on write: the box is copied when a slot that changes it shares the box, and Swift copies
/// its buffer when native code still holds the array. The machine's loop knows how both lie in memory.
package final class ArrayBox<Element> {
    package var elements: [Element]
    package init(_ elements: [Element]) { self.elements = elements }
}

/// `[Int]`
package typealias IntArray = ArrayBox<Int>
/// `[Double]`
package typealias DoubleArray = ArrayBox<Double>
/// `[Bool]`
package typealias BoolArray = ArrayBox<Bool>
/// Arrays of the other raw types: `[Float]`, `[UInt8]`, arrays of enums without payload. One word for each element.
package typealias WordArray = ArrayBox<Word>
/// Arrays of everything that sits in reference slots.
package typealias ObjectArray = ArrayBox<AnyObject?>
