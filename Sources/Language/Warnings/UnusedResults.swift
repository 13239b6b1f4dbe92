/// Values that nothing is done with, in the words of the compiler.
final class UnusedResults: TreeWalker {
    private let checker: Checker
    init(_ checker: Checker) { self.checker = checker }

    override func walk(_ statement: Statement) {
        if case .expression(let value) = statement.kind { look(at: value, value.type) }
        super.walk(statement)
    }

    /// - Parameter type: of the whole, `value` being the part of it that is to be named.
    private func look(at value: Expression, _ type: Type) {
        if value.type.isNothing || type.isNothing { return }
        switch value.kind {
        case .assign, .discard: return
        case .tryOptional(let inner): if !inner.isDiscardable, !inner.type.isNothing { warn(value, "result of 'try?' is unused") }
        case .try(let inner), .tryForce(let inner): look(at: inner, inner.type)
        case .optionalChain(let inner): look(at: inner, type)
        case .call(let callee, _, _): if !callee.function.isDiscardable { warn(value, "result of \(callee.function.spokenOf) is unused") }
        case .callValue(let callee, _):
            let kind = if case .closure = callee.kind { "closure" } else { "function" }
            checker.warn(at: callee.place, "result of call to \(kind) returning '\(value.type)' is unused")
        case .enumCase(let enumCase, _): warn(value, "result of call to function returning '\(enumCase.owner.qualifiedName)' is unused")
        case .and: warn(value, "result of operator '&&' is unused")
        case .or: warn(value, "result of operator '||' is unused")
        case .coalesce: warn(value, "result of operator '??' is unused")
        case .isNone: warn(value, "result of operator '==' is unused")
        case .ternary(let test, let no, let yes):
            if case .isNone = test.kind, test.place == value.place, no.place == value.place, yes.place == value.place {
                warn(value, "result of operator '!=' is unused")
            } else {
                warn(value, "expression of type '\(type)' is unused")
            }
        case .integer: warn(value, "integer literal is unused")
        case .floating: warn(value, "floating-point literal is unused")
        case .boolean: warn(value, "boolean literal is unused")
        case .string, .interpolation: warn(value, "string literal is unused")
        case .variable(let variable) where variable.lazyInitial != nil && variable.isMutable: warn(value, "property is accessed but result is unused")
        case .variable where value.isStorage: warn(value, "variable is unused")
        default:
            switch value.storageKind {
            case let kind?: warn(value, kind == "variable" ? "variable is unused" : "\(kind) is accessed but result is unused")
            case nil: warn(value, "expression of type '\(type)' is unused")
            }
        }
    }

    private func warn(_ value: Expression, _ message: String) { checker.warn(at: value.place, message) }
}

extension Function {
    /// `call to 'f'`, `operator '+'`, `'S' initializer`.
    fileprivate var spokenOf: String {
        if isOperatorFixity != nil || name.isOperatorName { return "operator '\(name)'" }
        guard kind == .initializer else { return "call to '\(shownName)'" }
        guard let owner else { return "initializer" }
        let arguments = owner.kind == .proto ? [] : owner.generics.parameters.map(\.name)
        return "'\(owner.qualifiedName)\(arguments.isEmpty ? "" : "<" + arguments.joined(separator: ", ") + ">")' initializer"
    }
}

extension Type {
    /// `()`, `()?`, `Never`.
    fileprivate var isNothing: Bool { isVoid || hasError || standardName == "Never" || optionalPayload?.isNothing ?? false }
}

extension Expression {
    /// Something that could be assigned to.
    var isStorage: Bool {
        switch kind {
        case .variable(let variable): variable.isMutable || variable.isInout
        case .stored(let base, let property): property.isMutable && base.isStorage
        case .computed(let base, let property, _, _): property.setter != nil && base?.isStorage ?? true
        case .tupleElement(let base, _), .force(let base): base.isStorage
        default: false
        }
    }

    /// What kind of storage it names; nil for a mere value.
    fileprivate var storageKind: String? {
        guard isStorage else { return nil }
        switch kind {
        case .stored: return "property"
        case .computed(_, let property, _, _): return property.name == "subscript" ? "subscript" : "property"
        case .force(let base): return base.storageKind
        default: return "variable"
        }
    }
}
