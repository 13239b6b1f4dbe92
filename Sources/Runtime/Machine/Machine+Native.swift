import IR

extension Machine {
    /// Calls a native function and empties its window, but for the result.
    @inline(__always)
    func call(_ native: UnsafeMutablePointer<LinkedNative>, _ raws: UnsafeMutablePointer<Word>, _ objects: UnsafeMutablePointer<AnyObject?>) throws {
        guard let entry = native.pointee.entry else { throw Trap("\(native.pointee.site.key) has no native code") }
        var call = NativeCall(machine: self, raws: raws, references: objects, native: native)
        // Whatever it threw, or a closure of the cell's failed meanwhile.
        defer { postponed = nil }
        try entry.function(&call)
        if let postponed { throw postponed }
        // What cannot throw returns unfinished when it is told to stop; nobody sees that.
        if isInterrupted { throw interruption }
        let count = native.pointee.referenceCount
        if count > native.pointee.resultReferences {
            Machine.clear(objects + native.pointee.resultReferences, count - native.pointee.resultReferences)
        }
    }

    /// Calls one native function from outside of any program, with its arguments as they lie in slots.
    package func callNative(_ site: NativeSite, words: [Word], objects: [AnyObject?]) throws -> Value {
        let native = UnsafeMutablePointer<LinkedNative>.allocate(capacity: 1)
        native.initialize(to: LinkedNative(site, natives))
        // The result takes slot 0 of its kind, arguments or not.
        let raws = UnsafeMutablePointer<Word>.allocate(capacity: words.count + 1)
        let references = UnsafeMutablePointer<AnyObject?>.allocate(capacity: objects.count + 1)
        raws.initialize(repeating: 0, count: words.count + 1)
        references.initialize(repeating: nil, count: objects.count + 1)
        for (index, word) in words.enumerated() { raws[index] = word }
        for (index, object) in objects.enumerated() { references[index] = object }
        defer {
            references.deinitialize(count: objects.count + 1)
            references.deallocate()
            raws.deallocate()
            native.deinitialize(count: 1)
            native.deallocate()
        }
        try call(native, raws, references)
        if site.result.isVoid { return Value(type: .void) }
        return site.result.isRaw ? Value(type: site.result, word: raws[0]) : Value(type: site.result, object: references[0])
    }
}
