/// Two changes of one variable at the same time: by two `inout` arguments of a call, or by one and the closure given beside it; and what an optional chain changes
/// read again by what it is given, as in `counts["a"]?.total = counts.count`: what stands before the `?` is held from there on.
final class ExclusivityCheck: TreeWalker {
    private let checker: Checker
    init(_ checker: Checker) { self.checker = checker }

    /// A part of a variable that a call holds while it runs.
    private struct Access {
        var variable: Variable
        /// Fields and tuple elements on the way; a subscript, a computed or an observed property holds all of what it is a part of.
        var path: [String]
        var isElement = false
        var place: Place

        func overlaps(_ other: Access) -> Bool { variable == other.variable && zip(path, other.path).allSatisfy { $0 == $1 } }
        var spelled: String { ([variable.name] + path).joined(separator: ".") }
    }

    override func walk(_ value: Expression) {
        super.walk(value)
        switch value.kind {
        case .call(let callee, let receiver, let arguments):
            var held: [Access] = []
            if callee.function.isMutating, let receiver, let access = access(receiver, at: receiver.start) { held.append(access) }
            examine(held, arguments, isSwap: callee.function.name == "swap" && callee.function.origin == .standard, parameters: callee.function.parameters)
            if callee.function.isMutating, let receiver { examineChain(to: receiver, given: arguments) }
            for (index, argument) in arguments.enumerated() {
                if case .value(let value) = argument, case .inout(let target) = value.kind { examineChain(to: target, given: Array(arguments[(index + 1)...])) }
            }
        case .callValue(_, let arguments): examine([], arguments, isSwap: false, parameters: [])
        case .assign(let target, let value): examineChain(to: target, given: [.value(value)])
        default: break
        }
    }

    private func examineChain(to target: Expression, given arguments: [Argument]) {
        guard let (held, place) = ExclusivityCheck.firstLink(of: target), let access = access(held, at: place) else { return }
        let uses = Mentions(of: access.variable, entersClosures: access.variable.storage == .local)
        uses.walk(arguments)
        if uses.isWhole || uses.fields.contains(where: { access.path.isEmpty || access.path[0] == $0 }) { report(access, "copying to a local variable") }
    }

    /// What stands before the first `?` of a chain that is changed, and where that is.
    private static func firstLink(of target: Expression) -> (Expression, Place)? {
        switch target.kind {
        case .optionalBinding(let base): firstLink(of: base) ?? (base, target.place)
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalChain(let base), .inout(let base): firstLink(of: base)
        case .computed(let base?, _, _, _): firstLink(of: base)
        default: nil
        }
    }

    private func examine(_ before: [Access], _ arguments: [Argument], isSwap: Bool, parameters: [Parameter]) {
        var held = before
        for argument in arguments {
            guard case .value(let value) = argument, case .inout(let target) = value.kind, let access = access(target, at: value.place) else { continue }
            if let other = held.first(where: { $0.overlaps(access) }) {
                if other.path == access.path, !other.isElement, !access.isElement { report(access.place, "inout arguments are not allowed to alias each other") }
                let advice = isSwap && other.isElement && access.isElement ? "calling MutableCollection.swapAt(_:_:)" : "copying to a local variable"
                report(other, advice)
            }
            held.append(access)
        }
        for (index, argument) in arguments.enumerated() {
            guard case .value(let value) = argument, index >= parameters.count || parameters[index].type.function?.isEscaping == false, let closure = value.closure else {
                continue
            }
            for access in held {
                guard case .local = access.variable.storage, closure.captures.contains(access.variable) else { continue }
                let uses = Mentions(of: access.variable)
                if let body = closure.body { uses.walk(body) }
                guard uses.isWhole || uses.fields.contains(where: { access.path.isEmpty || access.path[0] == $0 }) else { continue }
                report(access, "copying to a local variable")
            }
        }
    }

    private func access(_ target: Expression, at place: Place) -> Access? {
        switch target.kind {
        case .variable(let variable): return Access(variable: variable, path: [], place: place)
        case .stored(let base, let property):
            guard var access = access(base, at: place) else { return nil }
            // Observers see all that the field is a part of.
            if property.willSet != nil || property.didSet != nil { access.isElement = true }
            if !access.isElement { access.path.append(property.name) }
            return access
        case .tupleElement(let base, let index):
            guard var access = access(base, at: place) else { return nil }
            if !access.isElement { access.path.append(String(index)) }
            return access
        case .computed(let base?, let property, _, _):
            guard property.setter?.isMutating == true, var access = access(base, at: place) else { return nil }
            access.isElement = true
            return access
        case .force(let base), .optionalBinding(let base), .optionalChain(let base), .inout(let base): return access(base, at: place)
        default: return nil
        }
    }

    /// - Parameter access: the one that began first.
    private func report(_ access: Access, _ advice: String) {
        report(access.place, "overlapping accesses to '\(access.spelled)', but modification requires exclusive access; consider \(advice)")
    }

    private func report(_ place: Place, _ message: String) { checker.report(at: Int(place.offset), message) }
}

/// How a closure uses a variable of the function around it.
private final class Mentions: TreeWalker {
    private let variable: Variable
    private(set) var isWhole = false
    private(set) var fields: Set<String> = []
    private let entersClosures: Bool
    init(of variable: Variable, entersClosures: Bool = true) { (self.variable, self.entersClosures) = (variable, entersClosures) }

    override func walk(_ value: Expression) {
        if case .closure = value.kind, !entersClosures { return }
        if case .stored(let base, let property) = value.kind, case .variable(variable) = base.kind {
            fields.insert(property.name)
            return
        }
        if case .variable(variable) = value.kind { isWhole = true }
        super.walk(value)
    }
}

extension Expression {
    /// The closure that it is, conversions apart.
    fileprivate var closure: Function? {
        switch kind {
        case .closure(let function): function
        case .convert(_, let inner): inner.closure
        default: nil
        }
    }
}

extension Checker {
    func checkExclusivity(of statements: [Statement], functions: [Function]) {
        let walker = ExclusivityCheck(self)
        walker.walk(Block(statements: statements))
        for function in functions where function.place.source == source { if let body = function.body { walker.walk(body) } }
    }
}
