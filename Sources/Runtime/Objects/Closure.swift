/// A function as a value: which function, and what it captured.
package final class Closure {
    /// The function's number in the session.
    package let function: Int
    let captures: Aggregate?
    /// The fields of `captures`, to save a step where speed counts.
    let words: UnsafeMutablePointer<Word>

    init(function: Int, captures: Aggregate?) {
        (self.function, self.captures) = (function, captures)
        words = captures?.words ?? UnsafeMutablePointer(bitPattern: 8).unsafelyUnwrapped
    }
}
