/// A function as a value: which function, and what it captured.
package final class Closure {
    /// The function's number in the session.
    package let function: Int
    let captures: Aggregate?
    // The machine's loop reads these two where they lie.
    /// The fields of `captures`, to save a step where speed counts.
    let words: UnsafeMutablePointer<Word>
    let code: LinkedFunction.Pointer

    init(_ function: LinkedFunction.Pointer, captures: Aggregate?) {
        (self.function, self.code, self.captures) = (function.pointee.number, function, captures)
        words = captures?.words ?? UnsafeMutablePointer(bitPattern: 8).unsafelyUnwrapped
    }
}
