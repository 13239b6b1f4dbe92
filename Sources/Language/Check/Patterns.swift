import SwiftSyntax

/// Patterns of `case`, `if case`, `catch`.
extension Checker {
    /// - Parameter binding: inside `let` or `var`: whether names are mutable; nil outside, where names are values.
    func checkPattern(_ syntax: PatternSyntax, type: Type, binding: Bool?, in scope: Scope) -> Pattern {
        switch syntax.as(PatternSyntaxEnum.self) {
        case .valueBindingPattern(let inner):
            return checkPattern(inner.pattern, type: type, binding: inner.bindingSpecifier.text == "var", in: scope)
        case .identifierPattern(let name):
            return .bind(localVariable(name.identifier, type: type, isMutable: binding ?? false, in: scope))
        case .wildcardPattern: return .wildcard(type)
        case .tuplePattern(let tuple):
            let parts = tuple.elements.map(\.pattern)
            if parts.count == 1 { return checkPattern(parts[0], type: type, binding: binding, in: scope) }
            guard case .tuple(let elements) = type, elements.count == parts.count else {
                reportTupleMismatch(type, at: Syntax(syntax))
                for part in parts { _ = checkPattern(part, type: .error, binding: binding, in: scope) }
                return .wildcard(.error)
            }
            return .tuple(zip(parts, elements).map { checkPattern($0, type: $1.type, binding: binding, in: scope) }, type)
        case .isTypePattern(let test):
            let target = resolve(test.type, in: scope)
            if isSubtype(type, of: target), !type.hasError { warn(at: test.isKeyword.positionAfterSkippingLeadingTrivia.utf8Offset, "'is' test is always true") }
            return .cast(type, to: target, nil)
        case .expressionPattern(let expression): return checkPattern(expression.expression, type: type, binding: binding, in: scope)
        case .missingPattern: return .wildcard(type)
        }
    }

    private func reportTupleMismatch(_ type: Type, at node: Syntax) {
        if type.hasError { return }
        if case .tuple = type {
            report(node, "tuple pattern has the wrong length for tuple type '\(type)'")
        } else {
            report(node, "tuple pattern cannot match values of the non-tuple type '\(type)'")
        }
    }

    /// `let (y: a, x: b) = point`: each name takes the element that its label says, and where the tuple has none, the one at its place.
    func declareLabelled(
        _ tuple: TuplePatternSyntax, _ elements: [TupleElement], type: Type, isMutable: Bool, hasValue: Bool, in scope: Scope, from value: ExprSyntax?
    ) -> Pattern {
        let labels = tuple.elements.map { $0.label?.text }
        let hasLabels = elements.contains { $0.label != nil }
        var parts = [Pattern?](repeating: nil, count: elements.count)
        for (index, (part, label)) in zip(tuple.elements, labels).enumerated() {
            let chosen = hasLabels && label != nil ? elements.firstIndex { $0.label == label } : index
            if let chosen, parts[chosen] == nil {
                parts[chosen] = declare(part.pattern, type: elements[chosen].type, isMutable: isMutable, hasValue: hasValue, in: scope, from: value)
            } else {
                _ = declare(part.pattern, type: .error, isMutable: isMutable, hasValue: hasValue, in: scope)
            }
        }
        if parts.contains(where: { $0 == nil }) {
            let wanted = Type.tuple(zip(labels, elements).map { TupleElement(label: $0, type: $1.type) })
            report(value.map { Syntax($0) } ?? Syntax(tuple), "cannot convert value of type '\(type)' to specified type '\(wanted)'")
        }
        return .tuple(zip(parts, elements).map { $0 ?? .wildcard($1.type) }, type)
    }

    private func localVariable(_ token: TokenSyntax, type: Type, isMutable: Bool, in scope: Scope) -> Variable {
        let variable = Variable(
            name: token.text.trimmingBackticks, type: type, isMutable: isMutable, storage: scope.isTopLevel && scope.function == nil ? .global : .local, place: place(token),
            origin: origin)
        if scope.lookUp(variable.name) != nil, source >= 0, scope.rebindable.remove(variable.name) == nil { report(token, "invalid redeclaration of '\(variable.name)'") }
        question?.declared(variable, self)
        scope.declare(variable.name, .variable(variable))
        if case .global = variable.storage { cellGlobals.append(variable) }
        return variable
    }

    /// A pattern written as an expression.
    private func checkPattern(_ expression: ExprSyntax, type: Type, binding: Bool?, in scope: Scope) -> Pattern {
        if let question, question.pattern(expression, against: type, in: scope, self) { return .wildcard(.error) }
        switch expression.as(ExprSyntaxEnum.self) {
        case .patternExpr(let inner): return checkPattern(inner.pattern, type: type, binding: binding, in: scope)
        case .discardAssignmentExpr: return .wildcard(type)
        case .nilLiteralExpr where type.optionalPayload != nil: return .none(type)
        case .optionalChainingExpr(let inner):
            guard let payload = type.optionalPayload else {
                report(expression, "'?' pattern cannot match values of type '\(type)'")
                return .wildcard(type)
            }
            return .unwrap(checkPattern(inner.expression, type: payload, binding: binding, in: scope), type)
        case .declReferenceExpr(let name) where binding != nil:
            return .bind(localVariable(name.baseName, type: type, isMutable: binding!, in: scope))
        case .tupleExpr(let tuple):
            let parts = tuple.elements.map(\.expression)
            if parts.count == 1 { return checkPattern(parts[0], type: type, binding: binding, in: scope) }
            guard case .tuple(let elements) = type, elements.count == parts.count else {
                reportTupleMismatch(type, at: Syntax(expression))
                for part in parts { _ = checkPattern(part, type: .error, binding: binding, in: scope) }
                return .wildcard(.error)
            }
            return .tuple(zip(parts, elements).map { checkPattern($0, type: $1.type, binding: binding, in: scope) }, type)
        case .memberAccessExpr(let member) where type.hasError && member.base == nil: return .wildcard(.error)
        case .memberAccessExpr(let member):
            switch caseNamed(member, type: type, in: scope) {
            case .found(let found, let owner): return matchCase(found, arguments: nil, type: type, owner: owner, binding: binding, at: expression, in: scope)
            case .unknown: return .wildcard(.error)
            case .value: break
            }
        case .functionCallExpr(let call):
            guard let member = call.calledExpression.as(MemberAccessExprSyntax.self) else { break }
            if type.hasError, member.base == nil {
                for argument in call.arguments { _ = checkPattern(argument.expression, type: .error, binding: binding, in: scope) }
                return .wildcard(.error)
            }
            switch caseNamed(member, type: type, in: scope) {
            case .found(let found, let owner): return matchCase(found, arguments: call.arguments, type: type, owner: owner, binding: binding, at: expression, in: scope)
            case .unknown:
                for argument in call.arguments { _ = checkPattern(argument.expression, type: .error, binding: binding, in: scope) }
                return .wildcard(.error)
            case .value: break
            }
        case .asExpr(let cast):
            let target = resolve(cast.type, in: scope)
            let inner = checkPattern(cast.expression, type: target, binding: binding, in: scope)
            // An Optional is taken apart first.
            if isSubtype(type.optionalPayload ?? type, of: target), !type.hasError {
                warn(at: cast.asKeyword.positionAfterSkippingLeadingTrivia.utf8Offset, "'as' test is always true")
            }
            return .cast(type, to: target, inner)
        case .isExpr(let test):
            let target = resolve(test.type, in: scope)
            if isSubtype(type, of: target), !type.hasError { warn(at: test.isKeyword.positionAfterSkippingLeadingTrivia.utf8Offset, "'is' test is always true") }
            return .cast(type, to: target, nil)
        default: break
        }
        return testPattern(expression, type: type, in: scope)
    }

    /// What a member stands for in a pattern.
    private enum NamedCase {
        /// The case, and the enum type it belongs to.
        case found(EnumCase, Type)
        /// Reported.
        case unknown
        /// Any other value.
        case value
    }

    /// `.ridge`, `Readout.ridge`.
    private func caseNamed(_ member: MemberAccessExprSyntax, type: Type, in scope: Scope) -> NamedCase {
        let name = member.declName.baseName.text.trimmingBackticks
        var owner = type
        if let base = member.base {
            let solver = Solver(self)
            guard let named = Generator(self, solver, scope).typeNamed(base) else { return .value }
            // In a `catch` the enum is named where the value is any Error.
            owner = named.nominal == type.nominal || named.nominal == type.optionalPayload?.nominal ? (named.nominal == type.nominal ? type : type.optionalPayload!) : named
        }
        for candidate in [owner, owner.optionalPayload].compactMap({ $0 }) {
            guard case .nominal(let nominal, _) = candidate else { continue }
            if let found = nominal.cases.first(where: { $0.name == name }) { return .found(found, candidate) }
        }
        if member.base == nil, case .nominal(let nominal, _) = type.optionalPayload ?? type, nominal.kind == .enumeration, members(named: name, of: type, isStatic: true).isEmpty {
            report(member.declName, "type '\(type)' has no member '\(name)'", notes: suggestion(for: name, among: nominal.cases.map(\.name)))
            return .unknown
        }
        if member.base != nil, case .nominal(let nominal, _) = owner, nominal.kind == .enumeration, members(named: name, of: owner, isStatic: true).isEmpty {
            report(member.declName, "type '\(owner)' has no member '\(name)'", notes: suggestion(for: name, among: nominal.cases.map(\.name)))
            return .unknown
        }
        // What is no enum may have a static member of that name to be compared with.
        if member.base == nil, members(named: name, of: type, isStatic: true).isEmpty, type.optionalPayload.map({ members(named: name, of: $0, isStatic: true).isEmpty }) ?? true {
            if case .tuple(let elements) = type, !elements.isEmpty {
                report(member.declName, "value of tuple type '\(type)' has no member '\(name)'")
            } else {
                report(member.declName, "type '\(type)' has no member '\(name)'")
            }
            return .unknown
        }
        return .value
    }

    private func matchCase(_ enumCase: EnumCase, arguments: LabeledExprListSyntax?, type: Type, owner: Type, binding: Bool?, at node: ExprSyntax, in scope: Scope) -> Pattern {
        // `.none` and `.some` of Optional have forms of their own.
        if owner.standardName == "Optional", owner == type {
            guard enumCase.name == "some" else { return .none(type) }
            let payload = owner.arguments[0]
            if let only = arguments?.first { return .unwrap(checkPattern(only.expression, type: payload, binding: binding, in: scope), type) }
            return .unwrap(.wildcard(payload), type)
        }
        let substitution = Specialization(enumCase.owner.generics.parameters, owner.arguments)
        var parts: [Pattern]
        if let arguments {
            if arguments.isEmpty, enumCase.payload.isEmpty {
                report(node, "pattern with associated values does not match enum case '\(enumCase.name)'")
            }
            if arguments.count == 1, enumCase.payload.count > 1, let only = arguments.first {
                // One pattern for the whole payload.
                let whole = Type.tuple(enumCase.payload.map { TupleElement(label: $0.label, type: substitution($0.type)) })
                warn(at: only.expression.anchorOffset, "enum case '\(enumCase.name)' has \(enumCase.payload.count) associated values; matching them as a tuple is deprecated")
                switch checkPattern(only.expression, type: whole, binding: binding, in: scope) {
                case .tuple(let inner, _): parts = inner
                case .wildcard: parts = enumCase.payload.map { .wildcard(substitution($0.type)) }
                case let pattern: parts = [pattern]
                }
            } else if arguments.count == enumCase.payload.count {
                parts = zip(arguments, enumCase.payload).map { argument, element in
                    if let name = argument.label, case let label = name.text, label != element.label {
                        report(name, "tuple pattern element label '\(label)' must be '\(element.label ?? "_")'")
                    }
                    return checkPattern(argument.expression, type: substitution(element.type), binding: binding, in: scope)
                }
            } else {
                let types = enumCase.payload.map { substitution($0.type).description }
                let opening = node.as(FunctionCallExprSyntax.self)?.leftParen?.positionAfterSkippingLeadingTrivia.utf8Offset ?? node.anchorOffset
                switch types.count {
                case 0: report(node, "pattern with associated values does not match enum case '\(enumCase.name)'")
                case 1: report(at: opening, "tuple pattern cannot match values of the non-tuple type '\(types[0])'")
                default: report(at: opening, "tuple pattern has the wrong length for tuple type '(\(types.joined(separator: ", ")))'")
                }
                for argument in arguments { _ = checkPattern(argument.expression, type: .error, binding: binding, in: scope) }
                return .wildcard(.error)
            }
        } else {
            parts = enumCase.payload.map { .wildcard(substitution($0.type)) }
        }
        let pattern = Pattern.enumCase(enumCase, parts, owner)
        if owner == type { return pattern }
        if type.optionalPayload == owner { return .unwrap(pattern, type) }
        switch type {
        case .nominal, .tuple, .function: report(node, "pattern of type '\(owner)' cannot match '\(type)'")
        default: break
        }
        return .cast(type, to: owner, pattern)
    }

    /// Any other expression: `value ~= subject`.
    private func testPattern(_ expression: ExprSyntax, type: Type, in scope: Scope) -> Pattern {
        guard !type.hasError else {
            _ = checkExpression(expression, expecting: nil, in: scope, purpose: nil)
            return .wildcard(type)
        }
        // The subject of an optional type meets a plain value: the pattern matches the payload.
        let subject = Variable(name: "$match", type: type, isMutable: false, storage: .local, place: place(expression), origin: origin)
        if let value = tryMatch(expression, against: subject, in: scope) { return .test(subject, value) }
        if let payload = type.optionalPayload {
            let inner = Variable(name: "$match", type: payload, isMutable: false, storage: .local, place: place(expression), origin: origin)
            if let value = tryMatch(expression, against: inner, in: scope) { return .unwrap(.test(inner, value), type) }
        }
        let solver = Solver(self)
        let term = Generator(self, solver, scope).generate(expression)
        _ = solver.solve()
        let found = solver.zonk(term.type)
        if case .error = found { return .wildcard(type) }
        report(expression, "expression pattern of type '\(found)' cannot match values of type '\(type)'")
        return .wildcard(type)
    }

    private func tryMatch(_ expression: ExprSyntax, against subject: Variable, in scope: Scope) -> Expression? {
        let before = diagnostics.count
        for name in ["~=", "=="] {
            let solver = Solver(self)
            let generator = Generator(self, solver, scope)
            let value = generator.generate(expression)
            let here = place(expression)
            let variable = Term(expression, subject.type) { Expression(kind: .variable(subject), type: subject.type, place: here) }
            let arguments = [WrittenArgument(label: nil, term: value), WrittenArgument(label: nil, term: variable)]
            let call = generator.functionCall(operatorSet(name, .infix).candidates, receiver: nil, arguments, name: name, isOperator: true, at: expression)
            if solver.unify(call.type, bool), solver.solve(), solver.finish([value.type]) {
                let built = call.build()
                if diagnostics.count == before { return built }
            }
            diagnostics.removeLast(diagnostics.count - before)
        }
        return nil
    }

    /// All patterns of a case bind the same names, to values of the same types.
    func checkBindings(_ pattern: Pattern, like first: Pattern?) {
        guard let first, source >= 0 else { return }
        let own = pattern.bound, wanted = first.bound
        for variable in own {
            guard let other = wanted.first(where: { $0.name == variable.name }) else {
                report(at: Int(variable.place.offset), "'\(variable.name)' must be bound in every pattern")
                continue
            }
            guard other.type != variable.type, !other.type.hasError, !variable.type.hasError else { continue }
            report(at: Int(variable.place.offset), "pattern variable bound to type '\(variable.type)', expected type '\(other.type)'")
        }
        for variable in wanted where !own.contains(where: { $0.name == variable.name }) {
            report(at: Int(variable.place.offset), "'\(variable.name)' must be bound in every pattern")
        }
    }

    /// Several patterns of one case bind the same names: later ones write into the variables of the first.
    func rejoin(_ other: Scope, into first: Scope, _ patterns: inout [(Pattern, filter: Expression?)]) {
        for (name, entity) in other.names {
            guard case .variable(let own) = entity, case .variable(let shared)? = first.lookUp(name) else { continue }
            let (pattern, filter) = patterns.removeLast()
            patterns.append((pattern.replacing(own, by: shared), filter))
        }
    }
}
