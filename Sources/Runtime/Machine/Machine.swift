import Display
import IR

/// Runs programs against the state of one session.
package final class Machine {
    var postponed: (any Error)?
    package init() {}
    func postpone(_ error: any Error) { if postponed == nil { postponed = error } }

    package func invoke<each Argument: Bridged, Result: Bridged>(_ closure: Closure, _ arguments: repeat each Argument) throws -> Result {
        throw Trap("not linked")
    }
    package func invoke<each Argument: Bridged>(_ closure: Closure, _ arguments: repeat each Argument) throws {
        throw Trap("not linked")
    }
    /// Calls a closure with arguments as they lie in slots; the result is read from slot 0 by `read`.
    package func invoke<Result>(
        _ closure: Closure, words: [Word] = [], objects: [AnyObject?] = [], read: (UnsafeMutablePointer<Word>, UnsafeMutablePointer<AnyObject?>) -> Result
    ) throws -> Result { throw Trap("not linked") }

    /// The text `print` writes for a value.
    package func describe(_ type: ValueType, word: Word, object: AnyObject?) throws -> String { throw Trap("not linked") }
    /// The text a value has inside a collection, and under `debugPrint`.
    package func debugDescribe(_ type: ValueType, word: Word, object: AnyObject?) throws -> String { throw Trap("not linked") }
    /// `==` of two values of one type, hand-written conformances included.
    package func equal(_ type: ValueType, _ left: (Word, AnyObject?), _ right: (Word, AnyObject?)) throws -> Bool { throw Trap("not linked") }
    /// Feeds a value into a hasher, hand-written conformances included.
    package func hash(_ type: ValueType, _ word: Word, _ object: AnyObject?, into hasher: HasherObject) throws { throw Trap("not linked") }
    /// Writes to the cell's output.
    package func write(_ text: String, to stream: Output.Stream = .standardOutput) {}
    /// Whether the user asked to stop; long natives ask this now and then and throw `Interruption`.
    package var isInterrupted: Bool { false }
    /// Throws `MemoryLimit` when an allocation of so many bytes would pass the session's limit.
    package func reserve(bytes: Int) throws {}
}
