import SwiftSyntax

/// Names and members.
extension Generator {
    /// What a bare name means here.
    enum Meaning {
        case variable(Variable)
        case property(Property)
        case functions([Candidate])
        /// A member of the enclosing type, without `self.`.
        case implicitMember(Variable?, Type)
        case type(Type)
        case nothing
    }

    func meaning(of name: String, at node: some SyntaxProtocol) -> Meaning {
        var functions: [Candidate] = []
        var implicit: Meaning?
        for layer in scope.layers {
            if let entity = layer.lookUp(name) ?? (layer === checker.libraryScope && checker.read(name) ? layer.lookUp(name) : nil) {
                switch entity {
                case .variable(let variable):
                    if !functions.isEmpty { return .functions(functions) }
                    if case .local = variable.storage, rejectClosingOver(name, foundIn: layer, at: node) { return .type(.error) }
                    mention(variable, foundIn: layer)
                    for observer in [variable.willSet, variable.didSet].compactMap({ $0 }) { captureOuterVariables(of: observer) }
                    return .variable(variable)
                case .property(let property): return functions.isEmpty ? .property(property) : .functions(functions)
                case .functions(let own):
                    functions += own.filter { new in !functions.contains { $0.function.fullName == new.fullName && $0.function.key == new.key } }
                        .map { Candidate(function: $0, base: nil, rank: layer.parent == nil ? 0 : layer === checker.libraryScope ? 1 : 2) }
                    for function in own {
                        if checker.hasLocalTypes, function.isLocal { _ = checker.body(of: function) }
                        if !function.captures.isEmpty, rejectClosingOver(name, foundIn: layer, at: node) { return .type(.error) }
                        captureOuterVariables(of: function)
                    }
                    if layer.function != nil { return .functions(functions) }
                case .type(let nominal):
                    if !functions.isEmpty { return .functions(functions) }
                    return .type(applied(nominal))
                case .alias(let type, let signature):
                    return .type(Specialization(signature.parameters, signature.parameters.map { _ in solver.fresh() })(type))
                case .parameter(let parameter): return .type(.parameter(parameter))
                }
            }
            if implicit == nil, functions.isEmpty, let enclosing = layer.enclosingType {
                let this = thisVariable(from: layer)
                let type: Type = enclosing.kind == .proto ? .parameter(enclosing.generics.parameters[0]) : enclosing.selfType
                if let (this, inner) = this, !scope.isStatic, !checker.members(named: name, of: type, isStatic: false).isEmpty {
                    mention(this, foundIn: inner)
                    return .implicitMember(this, type)
                }
                if !checker.members(named: name, of: type, isStatic: true).isEmpty {
                    implicit = .implicitMember(nil, type)
                    if scope.isStatic || this == nil { return implicit! }
                }
            }
        }
        if !functions.isEmpty { return .functions(functions) }
        return (nestedType(name) ?? (name == "self" ? staticSelf : nil)).map { .type($0) } ?? .nothing
    }

    /// In a static member `self` is the type.
    private var staticSelf: Type? {
        guard let owner = scope.layers.lazy.compactMap(\.function).first(where: { $0.kind == .staticMethod || $0.isStaticAccessor })?.owner else { return nil }
        return owner.kind == .proto ? .parameter(owner.generics.parameters[0]) : owner.selfType
    }

    /// `max(a, b)` inside an extension of Array: the function outside, where the members of that name take other arguments.
    func functions(named name: String, beyondMembersOf type: Type, for arguments: [WrittenArgument]) -> [Candidate]? {
        let members = checker.members(named: name, of: type, isStatic: false) + checker.members(named: name, of: type, isStatic: true)
        let fits = members.contains { candidate in
            guard case .function(let function) = candidate.member else { return true }
            if checker.match(arguments, to: function.parameters) != nil { return true }
            return false
        }
        guard !fits else { return nil }
        for layer in scope.layers {
            guard case .functions(let functions)? = layer.lookUp(name) ?? (layer === checker.libraryScope && checker.read(name) ? layer.lookUp(name) : nil) else { continue }
            return functions.map { Candidate(function: $0, base: nil) }
        }
        return nil
    }

    /// A type declared inside one of the enclosing types.
    private func nestedType(_ name: String) -> Type? {
        for layer in scope.layers {
            var enclosing = layer.enclosingType
            while let outer = enclosing {
                for case .type(let nested) in outer.members(named: name) { return applied(nested) }
                let this: Type = outer.kind == .proto ? .parameter(outer.generics.parameters[0]) : outer.selfType
                if outer.kind == .proto, checker.protocols(above: outer).contains(where: { $0.associated.contains(name) }) { return checker.normalized(.member(this, name)) }
                for case .alias(_, let type) in outer.members(named: name) { return type }
                if (checker.conformances[outer] ?? []).contains(where: { checker.protocols(above: $0.proto).contains { $0.associated.contains(name) } }) {
                    let type = checker.associatedType(name, of: this)
                    if !type.hasError { return type }
                }
                enclosing = outer.parent
            }
        }
        return nil
    }

    private func applied(_ nominal: Nominal) -> Type {
        for layer in scope.layers where layer.enclosingType == nominal { return nominal.selfType }
        if nominal.kind == .proto { return .existential([nominal]) }
        // Inside the type around it a nested type is that of the same arguments.
        var known: [Type] = []
        if let parent = nominal.parent, parent.kind != .proto, isInside(parent) { known = parent.generics.parameters.map(Type.parameter) }
        return .nominal(nominal, known + nominal.generics.parameters.dropFirst(known.count).map { _ in solver.fresh() })
    }

    private func isInside(_ nominal: Nominal) -> Bool {
        scope.layers.contains { layer in
            var enclosing = layer.enclosingType
            while let outer = enclosing {
                if outer == nominal { return true }
                enclosing = outer.parent
            }
            return false
        }
    }

    /// The `self` in force, and the layer that declares it.
    private func thisVariable(from layer: Scope) -> (Variable, Scope)? {
        for inner in scope.layers {
            if inner === layer { return nil }
            if case .variable(let this)? = inner.lookUp("self") { return (this, inner) }
        }
        return nil
    }

    /// Notes a use; one from inside a nested function is a capture for every function in between.
    func mention(_ variable: Variable, foundIn layer: Scope) {
        guard case .local = variable.storage else { return }
        mentioned.append(variable)
        guard layer.function !== scope.function else { return }
        variable.isCaptured = true
        var seen: Function?
        for inner in scope.layers {
            guard let function = inner.function, function !== layer.function else { break }
            if function !== seen {
                if !function.captures.contains(variable) { function.captures.append(variable) }
                seen = function
            }
        }
    }

    /// Calling a nested function from another passes on what it captures.
    private func captureOuterVariables(of function: Function) {
        for variable in function.captures {
            for layer in scope.layers {
                if case .variable(variable)? = layer.lookUp(variable.name).map({ entity -> Entity in entity }), layer.function !== scope.function {
                    mention(variable, foundIn: layer)
                }
            }
        }
    }

    func name(_ syntax: DeclReferenceExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let name = syntax.baseName.text.trimmingBackticks
        let labels = syntax.argumentNames?.arguments.map { $0.name.text == "_" ? nil : $0.name.text }
        if checker.isOperator(syntax.baseName) { return operatorValue(name, at: node) }
        switch meaning(of: name, at: node) {
        case .variable(let variable):
            if variable.type.hasError { return error(node) }
            if variable.isImplicit, assignedNode != node.id { return implicitlyUnwrapped(variable, at: node) }
            return Term(node, variable.type) { [checker, solver] in
                Expression(kind: .variable(variable), type: solver.zonk(variable.type), place: checker.place(node))
            }
        case .property(let property):
            return Term(node, property.type) { [checker] in
                Expression(kind: .computed(nil, property, typeArguments: [], indices: []), type: property.type, place: checker.place(node))
            }
        case .functions(let candidates): return functionValue(candidates, labels: labels, name: name, at: node)
        case .implicitMember(let this, let type): return memberTerm(implicitBase(this, type, at: node), name: name, labels: labels, at: node)
        case .type(.error): return error(node)
        case .type(let type): return name == "self" ? typeTerm(type, at: node) : bareType(type, at: node)
        case .nothing: return unknown(name, at: node)
        }
    }

    /// A variable declared as `T!`: the Optional, or what is in it where only that fits.
    private func implicitlyUnwrapped(_ variable: Variable, at node: ExprSyntax) -> Term {
        let type = solver.fresh()
        let choice = ImplicitUnwrap(variable.type, as: type, at: Syntax(node))
        solver.add(choice)
        return Term(node, type) { [checker, solver] in
            let place = checker.place(node)
            let whole = Expression(kind: .variable(variable), type: variable.type, place: place)
            return choice.decision.isForced ? whole.implicitlyForced(solver.zonk(type)) : whole
        }
    }

    func unknown(_ name: String, at node: ExprSyntax) -> Term {
        if name == "Self", let type = scope.layers.compactMap(\.enclosingType).first {
            return bareType(type.kind == .proto ? .parameter(type.generics.parameters[0]) : type.selfType, at: node)
        }
        for layer in scope.layers where layer.upcoming.contains(name) {
            // A closure or function in between is what comes too early.
            if let user = scope.layers.prefix(while: { $0 !== layer }).compactMap(\.function).last(where: { $0 !== layer.function }) {
                checker.report(at: Int(user.place.offset), "closure captures '\(name)' before it is declared")
                return error(node)
            }
            return fail(node, "use of local variable '\(name)' before its declaration")
        }
        if name.hasPrefix("$") {
            return fail(node, "anonymous closure argument not contained in a closure")
        }
        if name == "self" { return fail(node, "cannot find 'self' in scope; did you mean to use it in a type or extension context?") }
        if let enclosing = scope.layers.lazy.compactMap(\.enclosingType).first, let misplaced = misplacedMember(name, of: enclosing) { return fail(node, misplaced) }
        if let (construct, instead) = UnsupportedNames.meaning(of: name) {
            checker.unsupported(node, construct, instead: instead)
            return error(node)
        }
        checker.report(node, "cannot find '\(name)' in scope", notes: checker.suggestion(for: name, among: scope.allNames + checker.libraryNames))
        return error(node)
    }

    /// An instance member where there is no `self`, or a static one where only its type's name would reach it.
    private func misplacedMember(_ name: String, of enclosing: Nominal) -> String? {
        let type: Type = enclosing.kind == .proto ? .parameter(enclosing.generics.parameters[0]) : enclosing.selfType
        if !checker.members(named: name, of: type, isStatic: false).isEmpty {
            if scope.isStatic, scope.function == nil {
                return "cannot use instance member '\(name)' within property initializer; property initializers run before 'self' is available"
            }
            return "instance member '\(name)' cannot be used on type '\(type)'"
        }
        if !checker.members(named: name, of: type, isStatic: true).isEmpty { return "static member '\(name)' cannot be used on instance of type '\(type)'" }
        return nil
    }

    func implicitBase(_ this: Variable?, _ type: Type, at node: ExprSyntax) -> Term {
        guard let this else { return typeTerm(type, at: node) }
        return Term(node, this.type) { [checker] in Expression(kind: .variable(this), type: this.type, place: checker.place(node)) }
    }

    func typeTerm(_ type: Type, at node: ExprSyntax) -> Term {
        Term(node, .metatype(type)) { [checker, solver] in
            Expression(kind: .type(solver.zonk(type)), type: solver.zonk(.metatype(type)), place: checker.place(node))
        }
    }

    /// A type where a value may stand: something of it has to follow.
    func bareType(_ type: Type, at node: ExprSyntax) -> Term {
        let term = typeTerm(type, at: node)
        guard checker.source >= 0, !node.isFollowedUp else { return term }
        return Term(node, term.type) { [checker] in
            checker.report(at: node.positionAfterSkippingLeadingTrivia.utf8Offset, "expected member name or initializer call after type name")
            return term.build()
        }
    }

    /// A function used as a value: `map(sqrt)`, `reduce(0, +)`.
    func functionValue(_ candidates: [Candidate], labels: [String?]?, name: String, at node: ExprSyntax) -> Term {
        let fitting = candidates.filter { labels == nil || $0.function.labels == labels! }
        if fitting.isEmpty { return fail(node, "cannot find '\(name)' in scope") }
        let type = solver.fresh()
        let decision = CallDecision()
        solver.add(FunctionReference(fitting, type: type, decision: decision, name: name, at: Syntax(node)))
        return Term(node, type) { [checker, solver] in
            guard let candidate = decision.candidate else { return Expression(kind: .tuple([]), type: .error, place: checker.place(node)) }
            let callee = Callee(function: candidate.function, typeArguments: decision.typeArguments.map(solver.zonk))
            return Expression(kind: .function(callee, receiver: nil), type: solver.zonk(type), place: checker.place(node))
        }
    }

    func operatorValue(_ name: String, at node: ExprSyntax) -> Term {
        let candidates = [Function.Fixity.infix, .prefix, .postfix].flatMap { checker.operatorSet(name, $0).candidates }
        return functionValue(candidates, labels: nil, name: name, at: node)
    }

    // MARK: Members

    func member(_ syntax: MemberAccessExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let name = syntax.declName.baseName.text.trimmingBackticks
        let labels = syntax.declName.argumentNames?.arguments.map { $0.name.text == "_" ? nil : $0.name.text }
        guard let base = syntax.base else { return implicitMember(name, arguments: nil, at: node) }
        if name == "self", let type = typeNamed(base) { return typeTerm(type, at: node) }
        if let type = typeNamed(node) { return bareType(type, at: node) }
        if let module = moduleMember(base, name, node) { return module }
        let inner = open(base)
        if name == "self", !isType(inner) { return inner }
        let term = memberTerm(inner, name: name, labels: labels, at: node)
        term.isChain = inner.isChain
        return term
    }

    private func isType(_ term: Term) -> Bool { if case .metatype = term.type { true } else { false } }

    /// `Swift.min`, `Foundation.sqrt`.
    func moduleMember(_ base: ExprSyntax, _ name: String, _ node: ExprSyntax) -> Term? {
        guard let functions = moduleFunctions(base, name) else { return nil }
        return functionValue(functions, labels: nil, name: name, at: node)
    }

    func isModule(_ base: ExprSyntax) -> Bool {
        guard let module = base.as(DeclReferenceExprSyntax.self)?.baseName.text, ["Swift", "Foundation", "Glibc", "Engram"].contains(module) else { return false }
        return checker.lookUp(module, from: scope) == nil
    }

    func moduleFunctions(_ base: ExprSyntax, _ name: String) -> [Candidate]? {
        guard isModule(base), let module = base.as(DeclReferenceExprSyntax.self)?.baseName.text else { return nil }
        let layer = module == "Engram" ? checker.libraryScope : checker.standardScope
        if module == "Engram" { checker.read(name) }
        guard case .functions(let functions)? = layer.lookUp(name) else { return nil }
        return functions.map { Candidate(function: $0, base: nil) }
    }

    func memberTerm(_ base: Term, name: String, labels: [String?]?, at node: ExprSyntax) -> Term {
        let type = solver.fresh()
        let decision = MemberDecision()
        let isStatic = if case .metatype = base.type { true } else { false }
        let access = MemberAccess(base.type, name: name, labels: labels, isStatic: isStatic, result: type, decision: decision, at: Syntax(node))
        access.isAssigned = assignedNode == node.id
        solver.settle(access)
        let term = Term(node, type) { [self] in buildMember(decision, base: base, type: type, at: node) }
        term.isChain = base.isChain
        return term
    }

    func buildMember(_ decision: MemberDecision, base: Term, type: Type, at node: ExprSyntax) -> Expression {
        let place = checker.place(node)
        let type = solver.zonk(type)
        if let (name, owner) = decision.kind?.privacy { checker.requireAccess(name, privateTo: owner, from: scope, at: node) }
        switch decision.kind {
        case .computed(let property, _) where property.isStatic: rejectOfProtocol(property.name, of: base, isInitializer: false, at: node)
        case .function(let candidate, _) where candidate.function.kind == .staticMethod: rejectOfProtocol(candidate.function.name, of: base, isInitializer: false, at: node)
        default: break
        }
        switch decision.kind {
        case .stored(let property):
            guard let unwrap = decision.unwrap, unwrap.isForced else { return Expression(kind: .stored(base.build(), property), type: type, place: place) }
            let whole = Expression(kind: .stored(base.build(), property), type: checker.optional(type), place: place)
            return whole.implicitlyForced(type)
        case .tupleElement(let index): return Expression(kind: .tupleElement(base.build(), index), type: type, place: place)
        case .computed(let property, let arguments):
            let receiver = property.isStatic && !isExistentialMetatype(base) ? nil : base.build()
            if property.getter.isMutating, let receiver { checker.requireMutable(receiver, for: .mutatingGetter, at: node, in: scope) }
            return Expression(kind: .computed(receiver, property, typeArguments: arguments.map(solver.zonk), indices: []), type: type, place: place)
        case .function(let candidate, let arguments):
            let callee = Callee(function: candidate.function, typeArguments: arguments.map(solver.zonk))
            if candidate.function.isMutating { checker.report(node, "cannot reference 'mutating' method as function value") }
            let bound: Expression? = if case .metatype = solver.resolve(base.type) { nil } else { base.build() }
            return Expression(kind: .function(callee, receiver: bound), type: type, place: place)
        case .enumCase(let enumCase, let owner):
            if enumCase.payload.isEmpty { return Expression(kind: .enumCase(enumCase, arguments: []), type: type, place: place) }
            return checker.caseAsFunction(enumCase, of: solver.zonk(owner), type: type, place: place)
        case .global(let variable): return Expression(kind: .variable(variable), type: type, place: place)
        case .type(let named): return Expression(kind: .type(solver.zonk(named)), type: type, place: place)
        case nil: return Expression(kind: .tuple([]), type: .error, place: place)
        }
    }

    /// `type(of: shape)`: which type it is shows at run time only.
    func isExistentialMetatype(_ base: Term) -> Bool {
        if case .metatype(let type) = solver.resolve(base.type), case .existential = solver.resolve(type) { true } else { false }
    }

    /// `.ridge`, `.ridge(1e-6)`: the type comes from where the value is used.
    func implicitMember(_ name: String, arguments: [WrittenArgument]?, at node: ExprSyntax) -> Term {
        let root = implicitRoots[node.as(FunctionCallExprSyntax.self)?.calledExpression.id ?? node.id]
        let type = root ?? solver.fresh()
        if case .variable(let variable) = type { solver.implicitMembers.insert(variable) }
        let base = Term(node, .metatype(type)) { [checker] in Expression(kind: .tuple([]), type: .error, place: checker.place(node)) }
        // `.some` of an optional may name a member of the payload: the member's own type then converts.
        let result: Term
        if let arguments {
            result = memberCall(base, name: name, arguments: arguments, isImplicit: true, at: node)
        } else {
            result = memberTerm(base, name: name, labels: nil, at: node)
        }
        if root != nil { return result }
        let slot = ConversionSlot()
        solver.add(Conversion(result.type, to: type, slot: slot, purpose: .argument, at: Syntax(node)))
        return Term(node, type) { [solver] in slot.apply(result.build(), to: solver.zonk(type), solver) }
    }

    /// `.red.inverted`, `.init(1).scaled(by: 2)`: the first member is one of the type that the whole has.
    func implicitChain(_ expression: ExprSyntax) -> Term? {
        guard let root = implicitRoot(of: expression), implicitRoots[root.id] == nil else { return nil }
        let isWhole = expression.id == root.id || expression.as(FunctionCallExprSyntax.self)?.calledExpression.id == root.id
        if isWhole { return nil }
        let type = solver.fresh()
        if case .variable(let variable) = type { solver.implicitMembers.insert(variable) }
        implicitRoots[root.id] = type
        let inner = seal(open(expression))
        let slot = ConversionSlot()
        solver.add(Conversion(inner.type, to: type, slot: slot, purpose: .argument, at: Syntax(expression)))
        return Term(expression, type) { [solver] in slot.apply(inner.build(), to: solver.zonk(type), solver) }
    }

    /// Whether an expression is a member of a type that is not written: `.red`, `.init(1).scaled(by: 2)`.
    func isImplicitMember(_ expression: ExprSyntax) -> Bool { implicitRoot(of: expression) != nil }

    private func implicitRoot(of expression: ExprSyntax) -> ExprSyntax? {
        var current = expression
        while true {
            switch current.as(ExprSyntaxEnum.self) {
            case .memberAccessExpr(let syntax):
                guard let base = syntax.base else { return current }
                current = base
            case .functionCallExpr(let syntax): current = syntax.calledExpression
            case .subscriptCallExpr(let syntax): current = syntax.calledExpression
            case .forceUnwrapExpr(let syntax): current = syntax.expression
            default: return nil
            }
        }
    }

    // MARK: Types as expressions

    /// The type that an expression spells, as in `[Int]()`, `Array<Int>(…)`, `Outer.Inner`.
    func typeNamed(_ expression: ExprSyntax) -> Type? {
        switch expression.as(ExprSyntaxEnum.self) {
        case .declReferenceExpr(let syntax):
            guard syntax.argumentNames == nil else { return nil }
            guard let (entity, _) = checker.lookUp(syntax.baseName.text, from: scope) else { return nestedType(syntax.baseName.text) }
            switch entity {
            case .type(let nominal): return applied(nominal)
            case .alias(let type, let signature): return Specialization(signature.parameters, signature.parameters.map { _ in solver.fresh() })(type)
            case .parameter(let parameter): return .parameter(parameter)
            case .variable, .functions, .property: return nil
            }
        case .genericSpecializationExpr(let syntax):
            guard let base = typeNamed(syntax.expression) else { return nil }
            let arguments = syntax.genericArgumentClause.arguments.map { argument -> Type in
                if case .type(let type) = argument.argument { return checker.resolve(type, in: scope) }
                checker.report(argument.argument, "expected a type")
                return .error
            }
            // `Same` in `Same<Int>(…)`, where `typealias Same<T> = Pair<T, T>`.
            if let name = syntax.expression.as(DeclReferenceExprSyntax.self)?.baseName.text, case .alias(let type, let signature)? = checker.lookUp(name, from: scope)?.0 {
                return checker.applied(type, signature, to: arguments, name: name, at: syntax)
            }
            guard case .nominal(let nominal, let known) = base else { return nil }
            // A type inside a generic one has the arguments of that already.
            let outer = Array(known.prefix(nominal.parent?.generics.parameters.count ?? 0))
            let count = nominal.generics.parameters.count - outer.count
            if arguments.count != count {
                let amount = arguments.count > count ? "many" : "few"
                checker.report(syntax, "generic type '\(nominal.name)' specialized with too \(amount) type parameters (got \(arguments.count), but expected \(count))")
                return .error
            }
            return .nominal(nominal, outer + arguments)
        case .arrayExpr(let syntax):
            guard syntax.elements.count == 1, let only = syntax.elements.first, let element = typeNamed(only.expression) else { return nil }
            return checker.array(element)
        case .dictionaryExpr(let syntax):
            guard case .elements(let elements) = syntax.content, elements.count == 1, let pair = elements.first,
                let key = typeNamed(pair.key), let value = typeNamed(pair.value)
            else { return nil }
            return checker.standard("Dictionary", key, value)
        case .optionalChainingExpr(let syntax): return typeNamed(syntax.expression).map(checker.optional)
        case .tupleExpr(let syntax):
            let types = syntax.elements.map { typeNamed($0.expression) }
            guard !types.isEmpty, types.allSatisfy({ $0 != nil }) else { return nil }
            return types.count == 1 ? types[0] : .tuple(zip(syntax.elements, types).map { TupleElement(label: $0.label?.text, type: $1!) })
        case .memberAccessExpr(let syntax):
            guard let base = syntax.base.flatMap(typeNamed) else { return nil }
            let name = syntax.declName.baseName.text
            if name == "Type" { return .metatype(base) }
            switch base {
            case .parameter, .member:
                let declares = checker.bounds(of: base).contains { checker.protocols(above: $0).contains { $0.associated.contains(name) } }
                return declares ? checker.normalized(.member(base, name)) : nil
            default: break
            }
            guard case .nominal(let nominal, let arguments) = base else { return nil }
            for member in nominal.members(named: syntax.declName.baseName.text) {
                switch member {
                case .type(let nested):
                    checker.requireAccess(nested.name, privateTo: nested.privateOwner, from: scope, declaredAt: nested.place, at: syntax.declName)
                    return .nominal(nested, arguments.prefix(nested.generics.parameters.count) + nested.generics.parameters.dropFirst(arguments.count).map { _ in solver.fresh() })
                case .alias(_, let type): return Specialization(nominal.generics.parameters, arguments)(type)
                default: break
                }
            }
            return nil
        case .infixOperatorExpr(let syntax):
            // `(Int) -> Void`, as in `[(Int) -> Void]()`.
            guard let arrow = syntax.operator.as(ArrowExprSyntax.self), let left = syntax.leftOperand.as(TupleExprSyntax.self),
                let result = syntax.rightOperand.as(TupleExprSyntax.self).flatMap({ $0.elements.isEmpty ? Type.void : nil }) ?? typeNamed(syntax.rightOperand)
            else { return nil }
            let parameters = left.elements.map { typeNamed($0.expression) }
            guard parameters.allSatisfy({ $0 != nil }) else { return nil }
            return .function(
                FunctionType(
                    parameters: parameters.compactMap { $0.map { FunctionType.Parameter(type: $0) } }, result: result,
                    isThrowing: arrow.effectSpecifiers?.throwsClause != nil))
        case .typeExpr(let syntax): return checker.resolve(syntax.type, in: scope)
        default: return nil
        }
    }
}

/// One function of an overload set, as a value.
final class FunctionReference: Choice {
    let candidates: [Candidate]
    let type: Type
    let decision: CallDecision
    let name: String
    init(_ candidates: [Candidate], type: Type, decision: CallDecision, name: String, at node: Syntax) {
        (self.candidates, self.type, self.decision, self.name) = (candidates, type, decision, name)
        super.init(at: node)
    }
    override var types: [Type] { [type] }

    private func viable(_ solver: Solver) -> [Candidate] {
        guard case .function(let wanted) = solver.resolve(type) else { return candidates }
        return candidates.filter { candidate in
            let function = candidate.function
            guard function.parameters.count == wanted.parameters.count else { return false }
            return zip(function.parameters, wanted.parameters).allSatisfy {
                $0.isInout == $1.isInout && solver.mightConvert($1.type, $0.type, open: candidate.open)
            } && solver.mightConvert(function.result, wanted.result, open: candidate.open, isResult: true)
        }
    }

    override func attempt(_ solver: Solver) -> Attempt {
        let viable = viable(solver)
        switch viable.count {
        case 0: return .failed
        case 1: return take(viable[0], solver) ? .solved : .failed
        default:
            // With all parameter types known the exact function is meant.
            guard case .function(let wanted) = solver.zonk(type), wanted.parameters.allSatisfy({ !$0.type.hasVariable }) else { return .waiting }
            let exact = viable.filter { candidate in zip(candidate.function.parameters, wanted.parameters).allSatisfy { $0.type == $1.type } }
            guard exact.count == 1 else { return .waiting }
            return take(exact[0], solver) ? .solved : .failed
        }
    }

    override func count(_ solver: Solver) -> Int { viable(solver).count }

    override func ways(_ solver: Solver) -> [Solver.Guess] {
        viable(solver).sorted { a, b in
            (a.function.generics.parameters.isEmpty ? 0 : 1, -a.rank, a.function.owner?.name == "Int" ? 0 : a.function.owner?.name == "Double" ? 1 : 2)
                < (b.function.generics.parameters.isEmpty ? 0 : 1, -b.rank, b.function.owner?.name == "Int" ? 0 : b.function.owner?.name == "Double" ? 1 : 2)
        }.map { candidate in
            { solver in
                guard self.take(candidate, solver) else { return false }
                solver.remove(self)
                return true
            }
        }
    }

    private func take(_ candidate: Candidate, _ solver: Solver) -> Bool {
        let opened = solver.open(candidate.function, base: candidate.base, at: node)
        decision.candidate = candidate
        decision.typeArguments = opened.arguments
        return opened.isPossible && solver.unify(opened.substitution(candidate.function.signatureType), type)
    }

    override func explain(_ solver: Solver) -> Failure {
        let wanted = solver.zonk(type)
        if candidates.count == 1 {
            return Failure(offset: offset, message: "cannot convert value of type '\(candidates[0].function.signatureType)' to expected argument type '\(wanted)'")
        }
        return Failure(offset: offset, message: "no '\(name)' candidates produce the expected contextual result type '\(wanted)'")
    }
}

extension ExprSyntax {
    /// Whether a member or a call comes after it.
    fileprivate var isFollowedUp: Bool {
        guard let parent else { return true }
        if parent.is(MemberAccessExprSyntax.self) || parent.is(GenericSpecializationExprSyntax.self) { return true }
        if let call = parent.as(FunctionCallExprSyntax.self) { return call.calledExpression.id == id }
        if let call = parent.as(SubscriptCallExprSyntax.self) { return call.calledExpression.id == id }
        if let element = parent.as(LabeledExprSyntax.self), let tuple = element.parent?.parent?.as(TupleExprSyntax.self), tuple.elements.count == 1 {
            return ExprSyntax(tuple).isFollowedUp
        }
        if let chain = parent.as(OptionalChainingExprSyntax.self) { return ExprSyntax(chain).isFollowedUp }
        return false
    }
}
