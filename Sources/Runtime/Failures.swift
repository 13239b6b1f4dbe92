import IR

/// What would stop a compiled Swift program: the cell ends with this message. Thrown by the machine and by natives.
///
/// The wording is Swift's: `Trap("Index out of range")` reads `Fatal error: Index out of range`.
package struct Trap: Error, Equatable {
    package let message: String

    /// - Parameter kind: what Swift puts before the message: `Fatal error`, `Precondition failed`, `Assertion failed`.
    ///   Swift prints these after `Fatal error: ` too, when they are not the bare kind.
    package init(_ message: String, kind: String = "Fatal error") {
        self.message = message.isEmpty || kind.isEmpty ? kind + message : kind + ": " + message
    }
    private init(plain message: String) { self.message = message }

    /// Code touches a variable that a call further up is changing.
    static func accessConflict(_ name: String) -> Trap {
        Trap(plain: "Simultaneous accesses to \(name), but modification requires exclusive access.\nFatal access conflict detected.")
    }

    package static let overflow = Trap(plain: "Swift runtime failure: arithmetic overflow")
    package static let indexOutOfRange = Trap("Index out of range")
    package static let divisionByZero = Trap("Division by zero")
    package static let remainderByZero = Trap("Division by zero in remainder operation")
    package static let divisionOverflow = Trap("Division results in an overflow")
    package static let remainderOverflow = Trap("Division results in an overflow in remainder operation")
    package static let unexpectedNil = Trap("Unexpectedly found nil while unwrapping an Optional value")
    package static let stackOverflow = Trap(plain: "stack overflow")
}

/// The user asked to stop. Library calls throw it when they notice.
package struct Interruption: Error { package init() {} }

/// Memory that cannot be had.
package struct MemoryLimit: Error {
    package let message: String
    package init(_ message: String) { self.message = message }
}

/// An error that a cell threw, on its way through native code: catch it only to pass it on.
// Unchecked: it never leaves the thread that the machine runs on.
package struct ThrownValue: Error, @unchecked Sendable {
    /// Of type `any Error`.
    package let error: Existential
}

/// How a cell that did not finish ended.
package struct RuntimeError: Error {
    package enum Kind: Equatable, Sendable {
        case trap
        /// Not caught; the error's type, as Swift names it.
        case thrown(type: String)
        case interrupted
        case limit
    }
    package struct Call: Equatable, Sendable {
        package var function: String
        package var place: Place
        package init(function: String, place: Place) { (self.function, self.place) = (function, place) }
    }
    /// Of a cell that was stopped before it ran.
    package static var interrupted: RuntimeError { RuntimeError(kind: .interrupted, message: "interrupted", place: .nowhere, stack: []) }

    package var kind: Kind
    package var message: String
    package var place: Place
    /// Innermost first. A very deep stack is cut in its middle.
    package var stack: [Call]
}
