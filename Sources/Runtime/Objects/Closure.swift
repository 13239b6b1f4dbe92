/// A function as a value: which function, and what it captured.
package final class Closure {
    /// The function's number in the session.
    package let function: Int
    package let captures: Aggregate?
    package init(function: Int, captures: Aggregate?) { (self.function, self.captures) = (function, captures) }
}
