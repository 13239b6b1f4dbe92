import IR

/// A native function: reads its arguments from the call, leaves its result there.
package typealias NativeFunction = @Sendable (inout NativeCall) throws -> Void

/// One call of a native function: the window with its arguments, and the way back into the machine.
///
/// Raw and reference arguments stand in two windows, each in the order of the parameters, self first. `next()` reads
/// them in that order; the other readers take the slot's number in its window.
package struct NativeCall {
    package unowned(unsafe) let machine: Machine
    package let raws: UnsafeMutablePointer<Word>
    package let references: UnsafeMutablePointer<AnyObject?>
    private let native: UnsafeMutablePointer<LinkedNative>
    private var nextRaw = 0
    private var nextReference = 0

    init(
        machine: Machine, raws: UnsafeMutablePointer<Word>, references: UnsafeMutablePointer<AnyObject?>,
        native: UnsafeMutablePointer<LinkedNative>
    ) {
        (self.machine, self.raws, self.references, self.native) = (machine, raws, references, native)
    }

    /// What is called, with its concrete types.
    package var site: NativeSite { native.pointee.site }

    /// One for each generic parameter of the declaration: `[Key, Value]` in a method of Dictionary.
    package var types: [ValueType] { native.pointee.site.typeArguments }

    // MARK: Arguments

    /// The next argument.
    package mutating func next<Value: Bridged>(_: Value.Type = Value.self) -> Value {
        if Value.isRaw {
            nextRaw += 1
            return Value(word: raws[nextRaw - 1])
        }
        nextReference += 1
        return Value(reference: references[nextReference - 1])
    }
    /// The next argument, an `Any`: a text as it is, any other value as a `CellValue`.
    package mutating func nextAny() throws -> Any {
        let box = nextObject(Existential.self)
        let value = Value(type: box.type, word: box.bits, object: box.object)
        if case .string = value.type { return String(reference: value.object) }
        return CellValue(display: try machine.display(value))
    }
    /// The next argument, an object of this class.
    package mutating func nextObject<Object: AnyObject>(_: Object.Type = Object.self) -> Object {
        nextReference += 1
        return unsafeDowncast(references[nextReference - 1].unsafelyUnwrapped, to: Object.self)
    }
    /// The next argument, as it lies in its reference slot.
    package mutating func nextReferenceSlot() -> AnyObject? {
        nextReference += 1
        return references[nextReference - 1]
    }
    /// The next argument, as it lies in its raw slot.
    package mutating func nextWord() -> Word {
        nextRaw += 1
        return raws[nextRaw - 1]
    }
    /// The next argument, an `inout` one (or self of a mutating method) of a type that sits in a reference slot.
    package mutating func nextAddress() -> UnsafeMutablePointer<AnyObject?> {
        nextRaw += 1
        return UnsafeMutablePointer(bitPattern: raws[nextRaw - 1]).unsafelyUnwrapped
    }
    /// The next argument, an `inout` one of a raw type.
    package mutating func nextRawAddress() -> UnsafeMutablePointer<Word> {
        nextRaw += 1
        return UnsafeMutablePointer(bitPattern: raws[nextRaw - 1]).unsafelyUnwrapped
    }
    /// The next argument, an `inout` one: changes a Swift value in place.
    package mutating func mutate<Value: Bridged, Result>(_: Value.Type = Value.self, _ change: (inout Value) throws -> Result) rethrows -> Result {
        if Value.isRaw {
            let address = nextRawAddress()
            var value = Value(word: address.pointee)
            defer { address.pointee = value.word }
            return try change(&value)
        }
        return try Value.mutate(nextAddress(), change)
    }

    package func int(_ slot: Int) -> Int { raws[slot] }
    package func double(_ slot: Int) -> Double { Double(word: raws[slot]) }
    package func bool(_ slot: Int) -> Bool { raws[slot] != 0 }
    package func string(_ slot: Int) -> String { String(reference: references[slot]) }
    package func object<Object: AnyObject>(_ slot: Int, as _: Object.Type = Object.self) -> Object {
        unsafeDowncast(references[slot].unsafelyUnwrapped, to: Object.self)
    }
    /// The address that an `inout` argument of a reference type has in this raw slot.
    package func address(_ slot: Int) -> UnsafeMutablePointer<AnyObject?> {
        UnsafeMutablePointer(bitPattern: raws[slot]).unsafelyUnwrapped
    }
    package func rawAddress(_ slot: Int) -> UnsafeMutablePointer<Word> { UnsafeMutablePointer(bitPattern: raws[slot]).unsafelyUnwrapped }

    // MARK: Result. Given once, after the last argument was read: the result takes slot 0.

    package func give<Value: Bridged>(_ value: Value) {
        if Value.isRaw { raws[0] = value.word } else { references[0] = value.reference }
    }
    package func give(_ value: Int) { raws[0] = value }
    package func give(_ value: Double) { raws[0] = value.word }
    package func give(_ value: Bool) { raws[0] = value ? 1 : 0 }
    package func give(_ value: String) { references[0] = StringObject(value) }
    /// A result that is an object already: an array's box, an aggregate, an optional as it lies in its slot.
    package func give(object: AnyObject?) { references[0] = object }
    package func give(word: Word) { raws[0] = word }
    /// A tuple.
    package func give<each Element: Bridged>(tuple elements: repeat each Element) {
        references[0] = AggregateReader.make(repeat each elements)
    }

    // MARK: Closures

    /// Whether a closure that cannot throw has failed: what was computed with its results is worth nothing.
    package var hasFailed: Bool { machine.postponed != nil }

    /// The next argument, a function: `let f: (Double) -> Double = call.nextFunction()`.
    ///
    /// What the cell's closure does wrong (a trap, an interrupt) is remembered and ends the cell as soon as the native
    /// function returns; until then the closure gives placeholders.
    package mutating func nextFunction<each Argument: Bridged, Result: Placeheld>() -> (repeat each Argument) -> Result {
        let (machine, closure) = (self.machine, nextObject(Closure.self))
        return { (arguments: repeat each Argument) -> Result in
            guard machine.postponed == nil else { return Result.placeholder }
            do {
                return try machine.invoke(closure, repeat each arguments)
            } catch {
                machine.postpone(error)
                return Result.placeholder
            }
        }
    }
    /// The same for a function without a result.
    package mutating func nextFunction<each Argument: Bridged>() -> (repeat each Argument) -> Void {
        let (machine, closure) = (self.machine, nextObject(Closure.self))
        return { (arguments: repeat each Argument) in
            guard machine.postponed == nil else { return }
            do { try machine.invoke(closure, repeat each arguments) } catch { machine.postpone(error) }
        }
    }
    /// The next argument, a function that may throw.
    package mutating func nextThrowingFunction<each Argument: Bridged, Result: Bridged>() -> (repeat each Argument) throws -> Result {
        let (machine, closure) = (self.machine, nextObject(Closure.self))
        return { (arguments: repeat each Argument) in try machine.invoke(closure, repeat each arguments) }
    }
    package mutating func nextThrowingFunction<each Argument: Bridged>() -> (repeat each Argument) throws -> Void {
        let (machine, closure) = (self.machine, nextObject(Closure.self))
        return { (arguments: repeat each Argument) in try machine.invoke(closure, repeat each arguments) }
    }
}

extension Machine {
    /// Calls one native function outside of any program, on arguments that lie in two windows; the result is left in slot 0.
    package func call(_ site: NativeSite, raws: UnsafeMutablePointer<Word>, references: UnsafeMutablePointer<AnyObject?>) throws {
        var native = LinkedNative(site, natives)
        guard let entry = native.entry else { throw Trap("there is no native function \(site.key)") }
        try withUnsafeMutablePointer(to: &native) {
            var call = NativeCall(machine: self, raws: raws, references: references, native: $0)
            try entry.function(&call)
        }
    }
}
