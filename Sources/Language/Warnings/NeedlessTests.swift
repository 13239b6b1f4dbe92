/// Casts whose outcome is known beforehand, and Optionals that turn into text or `Any` unseen.
final class NeedlessTests: TreeWalker {
    private let checker: Checker
    init(_ checker: Checker) { self.checker = checker }

    override func walk(_ value: Expression) {
        switch value.kind {
        case .cast(let cast, let inner, let type): look(at: cast, of: inner, to: type, at: value.place)
        case .isNone(let inner):
            if case .convert(.wrap, let plain) = inner.kind {
                checker.warn(at: value.place, "comparing non-optional value of type '\(plain.type)' to 'nil' always returns false")
            }
        case .ternary(let test, let no, _):
            // `x != nil`
            if case .isNone(let inner) = test.kind, test.place == value.place, no.place == value.place {
                if case .convert(.wrap, let plain) = inner.kind {
                    checker.warn(at: value.place, "comparing non-optional value of type '\(plain.type)' to 'nil' always returns true")
                }
                return walk(inner)
            }
        case .coalesce(let left, _):
            if case .convert(.wrap, let plain) = left.kind {
                checker.warn(at: value.place, "left side of nil coalescing operator '??' has non-optional type '\(plain.type)', so the right side is never used")
            }
        case .interpolation(let segments):
            for case .value(let part) in segments where part.type.optionalPayload != nil {
                checker.warn(at: part.start, "string interpolation produces a debug description for an optional value; did you mean to make this explicit?")
            }
        case .convert(.relabel, let inner):
            // Written with `as`.
            if case .convert(_, let plain) = inner.kind { return walk(plain) }
        case .convert(.erase, let inner): lookAtErasure(of: inner, to: value.type)
        case .call(let callee, let receiver, let arguments) where callee.function.name == "debugPrint" && callee.function.origin == .standard:
            if let receiver { walk(receiver) }
            // It is made for seeing the Optional.
            for case .variadic(let values) in arguments { for value in values { if case .convert(.erase, let inner) = value.kind { walk(inner) } else { walk(value) } } }
            return
        default: break
        }
        super.walk(value)
    }

    private func lookAtErasure(of inner: Expression, to type: Type) {
        guard inner.type.optionalPayload != nil, type.isAny, !inner.isExplicitNil else { return }
        checker.warn(at: inner.start, "expression implicitly coerced from '\(inner.type)' to 'Any'")
    }

    private func look(at cast: Expression.Cast, of inner: Expression, to type: Type, at place: Place) {
        let from = inner.type
        guard !from.hasError, !type.hasError else { return }
        let isSame = from == type
        if isSame || checker.isSubtype(from, of: type) {
            switch cast {
            case .test: checker.warn(at: place, "'is' test is always true")
            case .conditional: checker.warn(at: place, "conditional cast from '\(from)' to '\(type)' always succeeds")
            case .forced:
                checker.warn(
                    at: place, isSame ? "forced cast of '\(from)' to same type has no effect" : "forced cast from '\(from)' to '\(type)' always succeeds; did you mean to use 'as'?"
                )
            }
        } else if let payload = from.optionalPayload, payload == type {
            switch cast {
            case .test:
                checker.warn(
                    at: place,
                    "checking a value with optional type '\(from)' against type '\(type)' succeeds whenever the value is non-nil; did you mean to use '!= nil'?")
            case .conditional: checker.warn(at: place, "conditional downcast from '\(from)' to '\(type)' does nothing")
            case .forced: checker.warn(at: place, "forced cast from '\(from)' to '\(type)' only unwraps optionals; did you mean to use '!'?")
            }
        } else if from.isPlain, type.isPlain, from.nominal != type.nominal, !from.isErasedKey, !type.isErasedKey {
            checker.warn(
                at: place,
                inner.isNumber
                    ? "cast from literal of inferred type '\(from)' to unrelated type '\(type)' always fails; consider using 'as' coercion"
                    : "cast from '\(from)' to unrelated type '\(type)' always fails")
        }
    }
}

extension Checker {
    /// Whether every value of the type is one of the other, without a look at it.
    func isSubtype(_ type: Type, of other: Type) -> Bool {
        if type == other || other.isAny { return true }
        switch (type, other) {
        case (_, .existential(let protocols)):
            if case .existential(let own) = type { return protocols.allSatisfy { wanted in own.contains { inherits($0, from: wanted) } } }
            return type.optionalPayload == nil && protocols.allSatisfy { conforms(type, to: $0) }
        case (.nominal(let x, let left), .nominal(let y, let right)):
            guard x == y, ["Array", "Set", "Dictionary"].contains(type.standardName ?? ""), left.count == right.count else { return false }
            return zip(left, right).allSatisfy { isSubtype($0, of: $1) }
        default: return false
        }
    }
}

extension Type {
    /// A struct or enum without arguments, of which no two have a value in common.
    fileprivate var isPlain: Bool {
        guard case .nominal(let nominal, let arguments) = self else { return false }
        return nominal.kind != .proto && arguments.isEmpty
    }
}

extension Expression {
    /// Where it begins, as opposed to the place of its operator or member.
    var start: Place {
        switch kind {
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalChain(let base), .optionalBinding(let base), .convert(_, let base),
            .isNone(let base), .cast(_, let base, _), .callValue(let base, _), .computed(let base?, _, _, _), .call(_, let base?, _),
            .and(let base, _), .or(let base, _), .coalesce(let base, _), .ternary(let base, _, _):
            return base.start
        case .call(let callee, nil, let arguments) where callee.function.isOperatorFixity == .infix:
            if case .value(let first)? = arguments.first { return first.start }
        default: break
        }
        return place
    }

    fileprivate var isNumber: Bool { if case .integer = kind { true } else { false } }
    fileprivate var isExplicitNil: Bool { if case .none = kind { true } else { false } }
}
