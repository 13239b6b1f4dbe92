import Display
import Glibc
import IR

/// The natives among the free functions: output, failure, types, and Hasher.
extension NativeTable {
    mutating func addFunctions() {
        add("print(_:separator:terminator:)<Any...,String,String>") { call in
            let text = try Items.text(call.references[0], call.string(1), isDebug: false, call.machine)
            call.machine.write(text + call.string(2))
        }
        add("debugPrint(_:separator:terminator:)<Any...,String,String>") { call in
            let text = try Items.text(call.references[0], call.string(1), isDebug: true, call.machine)
            call.machine.write(text + call.string(2))
        }
        add("_write(_:_:)<String,Int>") { call in
            let (text, stream): (String, Int) = (call.next(), call.next())
            call.machine.write(text, to: stream == 2 ? .standardError : .standardOutput)
        }
        add("_dump(_:_:_:_:_:)<T,String?,Int,Int,Int>") { call in
            let value = call.nextValue(of: call.types[0])
            let (name, indent, depth, items): (String?, Int, Int, Int) = (call.next(), call.next(), call.next(), call.next())
            call.give(try Dump.text(call.types[0], value, name: name, indent: indent, maxDepth: depth, maxItems: items, call.machine))
        }
        add("_errorCode(_:)<T>") { call in
            let value = call.nextValue(of: call.types[0])
            guard case .nominal(let nominal) = call.types[0], nominal.kind == .enumeration else { return call.give(1) }
            // Cases with a payload are counted first.
            let tag = Dump.tag(nominal, value)
            let (own, others) = (nominal.cases[tag].payload.isEmpty, nominal.cases.count { !$0.payload.isEmpty })
            call.give((own ? others : 0) + nominal.cases[..<tag].count { $0.payload.isEmpty == own })
        }
        add("_trap(_:_:)<String,String>") { call in
            let (kind, message): (String, String) = (call.next(), call.next())
            throw Trap(message, kind: kind)
        }
        add("readLine(strippingNewline:)<Bool>") { call in
            let isStripped = call.bool(0)
            do {
                call.give(try call.machine.ask("", isHidden: false).map { isStripped ? $0 : $0 + "\n" })
            } catch let failure as InputFailure {
                // `readLine` throws nothing that a cell could catch.
                throw Trap(failure.description, kind: "")
            }
        }
        add("_sleep(_:)<Double>") { call in
            let seconds: Double = call.next()
            call.machine.flush()
            // In short spans, between which an interrupt is seen.
            let end = ContinuousClock.now + .seconds(seconds)
            while true {
                if call.machine.isInterrupted { throw call.machine.interruption }
                let left = (end - .now) / .seconds(1)
                if left <= 0 { break }
                usleep(UInt32(min(left, 0.01) * 1e6))
            }
        }
        add("_sessionRandom()<>") { call in
            // splitmix64: a counter, mixed.
            call.machine.randomState &+= 0x9E37_79B9_7F4A_7C15
            call.give(HasherObject.mix(call.machine.randomState &- 0x9E37_79B9_7F4A_7C15))
        }
        add("type(of:)<T>") { call in
            let type = call.types[0]
            if case .existential = type { return call.give(object: TypeObject(call.object(0, as: Existential.self).type)) }
            call.give(object: TypeObject(type))
        }
        add("Hasher.init()<>") { call in call.give(object: HasherObject()) }
        add("Hasher.combine(_:)<H>") { call in
            // A hasher is only ever handed on by `inout`, so its object is never shared.
            let hasher = unsafeDowncast(call.nextAddress().pointee.unsafelyUnwrapped, to: HasherObject.self)
            let value = call.nextValue(of: call.types[0])
            try call.machine.hash(call.types[0], value.word, value.object, into: hasher)
        }
        add("_areEqual(_:_:)<T,T>") { call in
            let type = call.types[0]
            let (left, right) = (call.nextValue(of: type), call.nextValue(of: type))
            call.give(try call.machine.equal(type, left, right))
        }
        add("Hasher.finalize()<>") { call in call.give(call.object(0, as: HasherObject.self).finalize()) }
    }
}

/// What `print` writes.
private enum Items {
    static func text(_ items: AnyObject?, _ separator: String, isDebug: Bool, _ machine: Machine) throws -> String {
        var text = ""
        var isFirst = true
        for object in Arrays.objects(items).elements {
            if !isFirst { text += separator }
            isFirst = false
            let item = unsafeDowncast(object.unsafelyUnwrapped, to: Existential.self)
            text +=
                isDebug
                ? try machine.debugDescribe(item.type, word: item.bits, object: item.object)
                : try machine.describe(item.type, word: item.bits, object: item.object)
        }
        return text
    }
}
