import IR
import Runtime

/// Calls native functions as the machine does: by key, with arguments in slots.
struct Caller {
    let machine: Machine

    func call(_ key: String, _ arguments: [any Bridged], closure: Closure? = nil, result: ValueType) throws -> Value {
        var (words, objects): ([Word], [AnyObject?]) = ([], [])
        for argument in arguments {
            if type(of: argument).isRaw { words.append(argument.word) } else { objects.append(argument.reference) }
        }
        if let closure { objects.append(closure) }
        return try call(key, words: words, objects: objects, result: result)
    }

    func call<Result: Bridged>(_ key: String, _ arguments: any Bridged..., closure: Closure? = nil, as _: Result.Type = Result.self) throws -> Result {
        let value = try call(key, arguments, closure: closure, result: Result.valueType)
        return Result.isRaw ? Result(word: value.word) : Result(reference: value.object)
    }

    /// A call with the address of a variable as its first argument.
    func change<Result: Bridged>(
        _ variable: inout AnyObject?, _ key: String, _ arguments: any Bridged..., closure: Closure? = nil, as _: Result.Type = Result.self
    ) throws -> Result {
        let value = try withUnsafeMutablePointer(to: &variable) { address in
            try call(key, [Int(bitPattern: address)] + arguments, closure: closure, result: Result.valueType)
        }
        return Result.isRaw ? Result(word: value.word) : Result(reference: value.object)
    }
    func change(_ variable: inout AnyObject?, _ key: String, _ arguments: any Bridged..., closure: Closure? = nil) throws {
        _ = try withUnsafeMutablePointer(to: &variable) { address in
            try call(key, [Int(bitPattern: address)] + arguments, closure: closure, result: .void)
        }
    }

    private func call(_ key: String, words: [Word], objects: [AnyObject?], result: ValueType) throws -> Value {
        let site = NativeSite(key: key, typeArguments: [], parameters: [], result: result, rawCount: words.count, referenceCount: objects.count)
        return try machine.callNative(site, words: words, objects: objects)
    }
}
