import IR

/// The ways from native code into the loop.
extension Machine {
    /// So many runs of the loop may lie on the native stack; each takes about a kilobyte of it.
    static let nestingLimit = 1_000

    /// Runs a function: `prepare` puts the arguments into the windows, `read` takes the result from slot 0.
    func enter<Result>(
        _ function: LinkedFunction.Pointer,
        _ prepare: (UnsafeMutablePointer<Word>, UnsafeMutablePointer<AnyObject?>) throws -> Void,
        read: (UnsafeMutablePointer<Word>, UnsafeMutablePointer<AnyObject?>) throws -> Result
    ) throws -> Result {
        let (outer, outerTop) = (suspended, top)
        let raws = outer.raws + outer.function.pointee.rawRegisters
        let objects = outer.objects + outer.function.pointee.objectRegisters
        guard nesting < Machine.nestingLimit, outerTop + 1 < stacks.frameLimit,
            raws + function.pointee.rawRegisters < stacks.rawLimit, objects + function.pointee.objectRegisters < stacks.objectLimit
        else { throw Trap.stackOverflow }
        outerTop.initialize(to: outer)
        nesting += 1
        defer { nesting -= 1 }
        try prepare(raws, objects)
        try execute(function, raws, objects, base: outerTop + 1)
        defer { objects[0] = nil }
        return try read(raws, objects)
    }

    /// Calls a closure with arguments as they lie in slots; `read` takes the result from slot 0 of its kind.
    package func invoke<Result>(
        _ closure: Closure, words: [Word] = [], objects arguments: [AnyObject?] = [],
        read: (UnsafeMutablePointer<Word>, UnsafeMutablePointer<AnyObject?>) throws -> Result
    ) throws -> Result {
        try enter(functions[closure.function]) { raws, objects in
            objects[0] = closure
            for (index, word) in words.enumerated() { raws[index] = word }
            for (index, object) in arguments.enumerated() { objects[index + 1] = object }
        } read: {
            try read($0, $1)
        }
    }

    package func invoke<each Argument: Bridged, Result: Bridged>(_ closure: Closure, _ arguments: repeat each Argument) throws -> Result {
        try enter(functions[closure.function]) { raws, objects in
            Machine.pass(closure, repeat each arguments, raws: raws, objects: objects)
        } read: { raws, objects in
            Result.isRaw ? Result(word: raws[0]) : Result(reference: objects[0])
        }
    }
    package func invoke<each Argument: Bridged>(_ closure: Closure, _ arguments: repeat each Argument) throws {
        try enter(functions[closure.function]) { raws, objects in
            Machine.pass(closure, repeat each arguments, raws: raws, objects: objects)
        } read: { _, _ in
        }
    }

    private static func pass<each Argument: Bridged>(
        _ closure: Closure, _ arguments: repeat each Argument, raws: UnsafeMutablePointer<Word>, objects: UnsafeMutablePointer<AnyObject?>
    ) {
        objects[0] = closure
        var (raw, object) = (0, 1)
        for argument in repeat each arguments {
            if type(of: argument).isRaw {
                raws[raw] = argument.word
                raw += 1
            } else {
                objects[object] = argument.reference
                object += 1
            }
        }
    }

    /// Keeps the first failure of a closure that native code cannot hear of, until that code returns.
    func postpone(_ error: any Error) {
        if postponed == nil { postponed = error }
    }
}
