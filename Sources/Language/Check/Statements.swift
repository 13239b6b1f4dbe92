import SwiftSyntax

/// What holds while one body is checked.
final class BodyContext {
    /// What `return` must give; nil while a closure's result is still to be inferred.
    var result: Type?
    /// The result inferred from the first `return`.
    var inferred: Type?
    /// Statements that `break` and `continue` may leave, innermost last.
    var targets: [(label: String?, id: Int, takesBreak: Bool, isLoop: Bool)] = []
    /// How many of them lie around the `defer` that is being checked.
    var targetsOutsideDefer = 0
    /// Inside an `if` or `switch` expression: what the branches give.
    var yields: Type?
    /// While the type of such an expression is being found: what its branches give by themselves.
    var branchTypes: [Type]?
    /// While a closure's result is being found: what its `return`s give by themselves.
    var returnTypes: [(type: Type, isLiteral: Bool)]?
    init(result: Type?) { self.result = result }
}

extension Checker {
    /// Statements of a block, in a scope of their own.
    func checkBlock(_ items: CodeBlockItemListSyntax, in outer: Scope, own: Scope? = nil) -> Block {
        let scope = own ?? Scope(parent: outer)
        declareLocals(items, in: scope)
        var statements: [Statement] = []
        var forward = ForwardFunctions(items, in: scope)
        for item in items where forward?.postpone(item, in: scope) != true {
            append(checkItem(item, in: scope), of: item, to: &statements)
            for function in forward?.ready(in: scope) ?? [] { append(checkItem(function, in: scope), of: function, to: &statements) }
        }
        for function in forward?.remaining ?? [] { statements += checkItem(function, in: scope) }
        return Block(statements: statements)
    }

    /// Adds what an item of a block came to, and remembers where the item begins.
    func append(_ more: [Statement], of item: CodeBlockItemSyntax, to statements: inout [Statement]) {
        if let first = more.first {
            let start = item.positionAfterSkippingLeadingTrivia.utf8Offset
            startOfStatement[first.place] = start
            if let jump = statements.last?.jump, !bodies.isEmpty, item.parent?.parent?.is(SourceFileSyntax.self) == false {
                warn(at: start, "code after '\(jump)' will never be executed")
            }
        }
        statements += more
    }

    /// Local types and functions are visible in the whole block; variables from their declaration on.
    private func declareLocals(_ items: CodeBlockItemListSyntax, in scope: Scope) {
        // As an array: a syntax list that is filtered is a new tree, with other places.
        let declarations = Array(items).filter { if case .decl = $0.item { true } else { false } }
        guard !declarations.isEmpty else { return }
        declarationDepth += 1
        defer {
            declarationDepth -= 1
            if declarationDepth == 0 { lookAtPostponed() }
        }
        declareTypes(declarations.map { (source, $0) }, in: scope)
        for item in declarations {
            guard case .decl(let declaration) = item.item else { continue }
            if let function = declaration.as(FunctionDeclSyntax.self) { declareFree(function, in: scope) }
            if let variable = declaration.as(VariableDeclSyntax.self) {
                for binding in variable.bindings {
                    if let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text { scope.upcoming.insert(name) }
                }
            }
        }
    }

    /// A function or closure as a statement: nothing is called, nothing comes of it.
    private func reportUncalled(_ value: Expression, _ item: CodeBlockItemSyntax) {
        guard value.type.function != nil, source >= 0 else { return }
        // The last of a cell is its result.
        if let list = item.parent?.as(CodeBlockItemListSyntax.self), list.parent?.is(SourceFileSyntax.self) == true, list.last?.id == item.id { return }
        switch value.kind {
        case .closure: report(at: Int(value.place.offset), "closure expression is unused")
        case .call(let callee, _, _) where callee.function.isDiscardable: break
        default: report(at: Int(value.place.offset), "function is unused")
        }
    }

    func checkItem(_ item: CodeBlockItemSyntax, in scope: Scope) -> [Statement] {
        if isCancelled(after: 50) { return [] }
        if let question, !question.hangs(on: item, isTopLevel: scope.isTopLevel) { return [] }
        switch item.item {
        case .decl(let declaration): return checkDeclaration(declaration, in: scope)
        case .stmt(let statement): return checkStatement(statement, label: nil, in: scope)
        case .expr(let expression):
            if let conditional = expression.as(IfExprSyntax.self) { return [checkIf(conditional, in: scope)] }
            if let choice = expression.as(SwitchExprSyntax.self) { return [checkSwitch(choice, label: nil, in: scope)] }
            let value = checkExpression(expression, expecting: nil, in: scope, purpose: nil)
            reportUncalled(value, item)
            return [Statement(kind: .expression(value), place: value.place)]
        }
    }

    private func checkDeclaration(_ declaration: DeclSyntax, in scope: Scope) -> [Statement] {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .variableDecl(let syntax): return checkVariables(syntax, in: scope)
        case .functionDecl(let syntax):
            guard let function = localFunction(syntax, in: scope) else { return [] }
            if scope.function != nil || !scope.isTopLevel {
                _ = body(of: function)
                return [Statement(kind: .function(function), place: place(syntax))]
            }
            return []
        case .operatorDecl(let syntax):
            if let group = syntax.operatorPrecedenceAndTypes?.precedenceGroup, !operatorTable.hasGroup(group.text) { report(group, "unknown precedence group '\(group.text)'") }
            return []
        case .precedenceGroupDecl(let syntax):
            for attribute in syntax.groupAttributes {
                guard case .precedenceGroupRelation(let relation) = attribute else { continue }
                for group in relation.precedenceGroups where !operatorTable.hasGroup(group.name.text) { report(group.name, "unknown precedence group '\(group.name.text)'") }
            }
            return []
        case .structDecl, .enumDecl, .protocolDecl, .extensionDecl, .typeAliasDecl, .classDecl, .actorDecl: return []
        case .importDecl(let syntax):
            let module = syntax.importKindSpecifier == nil ? syntax.path.map(\.name.text).joined(separator: ".") : syntax.path.first?.name.text ?? ""
            if !["Foundation", "Glibc", "Engram", "Swift"].contains(module) { report(syntax.path, "no such module '\(module)'") }
            return []
        case .ifConfigDecl(let syntax):
            unsupported(syntax, "conditional compilation ('#if')")
            return []
        case .macroDecl, .macroExpansionDecl:
            unsupported(declaration, "macros")
            return []
        case .initializerDecl(let syntax):
            report(syntax.signature, "initializers may only be declared within a type")
            return []
        case .deinitializerDecl:
            report(declaration, "deinitializers may only be declared within a class, actor, or noncopyable type")
            return []
        case .subscriptDecl:
            report(declaration, "'subscript' functions may only be declared within a type")
            return []
        case .associatedTypeDecl:
            report(
                declaration, "associated types can only be defined in a protocol; define a type or introduce a 'typealias' to satisfy an associated type requirement")
            return []
        default:
            unsupported(declaration, "this kind of declaration")
            return []
        }
    }

    private func localFunction(_ syntax: FunctionDeclSyntax, in scope: Scope) -> Function? {
        let here = place(syntax.name)
        if isOperator(syntax.name) { return operators(named: syntax.name.text).first { $0.place == here } }
        guard case .functions(let functions)? = scope.lookUp(syntax.name.text) else { return nil }
        return functions.first { $0.place == here }
    }

    // MARK: Variables

    private func checkVariables(_ syntax: VariableDeclSyntax, in scope: Scope) -> [Statement] {
        if let attribute = unsupportedAttribute(syntax.attributes) { unsupported(syntax, attribute) }
        if syntax.modifiers.contains(where: { $0.name.text == "lazy" }) { unsupported(syntax, "lazy variables") }
        checkFreeModifiers(syntax.modifiers, at: syntax.bindingSpecifier)
        checkLocalModifiers(syntax.modifiers, in: scope)
        checkReferenceModifiers(syntax, in: scope)
        let isMutable = syntax.bindingSpecifier.text == "var"
        var statements: [Statement] = []
        var together: [Variable] = []
        defer { if together.count > 1, source >= 0 { for variable in together { declaredTogether[variable] = together } } }
        // `let a, b: Int`: the annotation at the end holds for those before it that have none.
        var annotations: [TypeAnnotationSyntax?] = syntax.bindings.map(\.typeAnnotation)
        for index in annotations.indices.reversed().dropFirst() where annotations[index] == nil && Array(syntax.bindings)[index].initializer == nil {
            annotations[index] = annotations[index + 1]
        }
        for (binding, annotation) in zip(syntax.bindings, annotations) {
            if let accessors = binding.accessorBlock, !accessors.isObserver {
                if !isMutable { report(accessors, "'let' declarations cannot be computed properties") }
                if scope.function != nil || !scope.isTopLevel {
                    declareFreeComputed(syntax, in: scope)
                    if let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text, case .property(let property)? = scope.lookUp(name) {
                        _ = body(of: property.getter)
                        statements.append(Statement(kind: .function(property.getter), place: place(syntax)))
                        if let setter = property.setter {
                            _ = body(of: setter)
                            statements.append(Statement(kind: .function(setter), place: place(syntax)))
                        }
                    }
                }
                continue
            }
            var written = annotation.map { partialAnnotation($0.type, hasValue: binding.initializer != nil, in: scope) ?? resolve($0.type, in: scope) }
            var value: Expression?
            if let initializer = binding.initializer {
                let known = diagnostics.count
                value = checkExpression(initializer.value, expecting: written, in: scope, purpose: .initialization)
                // An annotation that is wrong says enough: what it would have told the value is missing.
                if written?.hasError == true, initializer.value.isLiteral, diagnostics.count > known { diagnostics.removeLast(diagnostics.count - known) }
                if written?.hasVariable == true { written = value?.type }
            } else if isMutable, let written, written.optionalPayload != nil {
                value = Expression(kind: .none, type: written, place: place(binding.pattern))
            }
            guard let type = written ?? value?.type else {
                report(binding.pattern, "type annotation missing in pattern")
                declareNames(in: binding.pattern, as: .error, isMutable: isMutable, scope: scope)
                continue
            }
            let pattern = declare(binding.pattern, type: type, isMutable: isMutable, hasValue: value != nil, in: scope, from: binding.initializer?.value)
            if case .bind(let variable) = pattern {
                variable.isImplicit = annotation?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
                if case .global = variable.storage { variable.documentation = documentation(of: syntax) }
            }
            together += pattern.bound
            if let weak = syntax.modifiers.first(where: { ["weak", "unowned"].contains($0.name.text) }) {
                let plain = type.optionalPayload ?? type
                if !plain.hasError { report(binding.pattern, "'\(weak.name.text)' may only be applied to class and class-bound protocol types, not '\(plain)'") }
            }
            if !isMutable { for variable in pattern.bound { variable.letPlace = place(syntax.bindingSpecifier) } }
            if annotation != nil { for variable in pattern.bound { variable.isAnnotated = true } }
            if annotation == nil, case .bind(let variable) = pattern, type.isVoid {
                warn(at: variable.place, "\(isMutable ? "variable" : "constant") '\(variable.name)' inferred to have type '()', which may be unexpected")
            }
            if value == nil, !isMutable { for variable in pattern.bound { deferredConstants.insert(variable) } }
            statements.append(Statement(kind: .bind(pattern, value), place: place(binding.pattern)))
            if let accessors = binding.accessorBlock, case .bind(let variable) = pattern {
                let observers = declareObservers(accessors, of: variable, in: scope)
                guard scope.function != nil || !scope.isTopLevel else { continue }
                for observer in observers {
                    _ = body(of: observer)
                    statements.append(Statement(kind: .function(observer), place: observer.place))
                }
            }
        }
        return statements
    }

    /// `willSet` and `didSet` of a variable.
    func declareObservers(_ block: AccessorBlockSyntax, of variable: Variable, in scope: Scope) -> [Function] {
        guard case .accessors(let list) = block.accessors else { return [] }
        if source >= 0, !variable.isMutable { report(block, "'let' declarations cannot be observing properties") }
        return list.map { accessor in
            let isWill = accessor.accessorSpecifier.text == "willSet"
            let function = Function(name: accessor.accessorSpecifier.text, kind: .free, origin: origin, place: place(accessor), key: "")
            let name = accessor.parameters?.name.text ?? (isWill ? "newValue" : "oldValue")
            let parameter = Variable(name: name, type: variable.type, isMutable: false, storage: .local, place: place(accessor), origin: origin)
            function.parameters = [Parameter(label: nil, type: variable.type, variable: parameter)]
            if let signature = scope.layers.lazy.compactMap(\.signature).first { function.generics = signature }
            function.key = variable.name + "." + function.name
            function.observed = variable
            setBody(of: function, accessor.body?.statements, in: scope)
            if isWill { variable.willSet = function } else { variable.didSet = function }
            return function
        }
    }

    private func declareNames(in pattern: PatternSyntax, as type: Type, isMutable: Bool, scope: Scope) {
        _ = declare(pattern, type: type, isMutable: isMutable, hasValue: true, in: scope)
    }

    /// Declares the names of a plain pattern: `x`, `(a, b)`, `_`.
    func declare(_ syntax: PatternSyntax, type: Type, isMutable: Bool, hasValue: Bool, in scope: Scope, from value: ExprSyntax? = nil, isLoop: Bool = false) -> Pattern {
        if let identifier = syntax.as(IdentifierPatternSyntax.self) {
            return .bind(declareVariable(identifier.identifier, type: type, isMutable: isMutable, in: scope))
        }
        if syntax.is(WildcardPatternSyntax.self) { return .wildcard(type) }
        if let expression = syntax.as(ExpressionPatternSyntax.self), expression.expression.is(DiscardAssignmentExprSyntax.self) { return .wildcard(type) }
        if let tuple = syntax.as(TuplePatternSyntax.self) {
            if tuple.elements.count == 1, let only = tuple.elements.first {
                return declare(only.pattern, type: type, isMutable: isMutable, hasValue: hasValue, in: scope, from: value, isLoop: isLoop)
            }
            guard case .tuple(let elements) = type, elements.count == tuple.elements.count else {
                if !type.hasError {
                    let anchor = value.map { Syntax($0) } ?? Syntax(syntax)
                    let blanks = Array(repeating: "_", count: tuple.elements.count)
                    if case .tuple(let elements) = type {
                        let wanted = (elements.map(\.type.description) + blanks).prefix(blanks.count).joined(separator: ", ")
                        report(anchor, "'\(type)' is not convertible to '(\(wanted))', tuples have a different number of elements")
                    } else {
                        report(
                            anchor,
                            isLoop
                                ? "tuple pattern cannot match values of non-tuple type '\(type)'"
                                : "cannot convert value of type '\(type)' to specified type '(\(blanks.joined(separator: ", ")))'")
                    }
                }
                for element in tuple.elements { _ = declare(element.pattern, type: .error, isMutable: isMutable, hasValue: hasValue, in: scope) }
                return .wildcard(type)
            }
            if tuple.elements.contains(where: { $0.label != nil }) {
                return declareLabelled(tuple, elements, type: type, isMutable: isMutable, hasValue: hasValue, in: scope, from: value)
            }
            return .tuple(zip(tuple.elements, elements).map { declare($0.pattern, type: $1.type, isMutable: isMutable, hasValue: hasValue, in: scope, from: value) }, type)
        }
        // `if let (a, b) = pair`: written where an expression could stand, and so parsed as one.
        if syntax.is(ExpressionPatternSyntax.self) { return checkPattern(syntax, type: type, binding: isMutable, in: scope) }
        report(syntax, "expected pattern")
        return .wildcard(type)
    }

    func declareVariable(_ token: TokenSyntax, type: Type, isMutable: Bool, in scope: Scope) -> Variable {
        let name = token.text.trimmingBackticks
        let isGlobal = scope.isTopLevel && scope.function == nil
        let variable = Variable(name: name, type: type, isMutable: isMutable, storage: isGlobal ? .global : .local, place: place(token), origin: origin)
        if case .variable(let other)? = scope.lookUp(name), other.origin == origin, scope.rebindable.remove(name) == nil {
            report(token, "invalid redeclaration of '\(name)'", notes: [Note("'\(name)' previously declared here", at: other.place)])
        }
        if case .functions(let functions)? = scope.lookUp(name), let other = functions.first(where: { $0.origin == origin && $0.parameters.isEmpty }) {
            // The later of the two is the one too many.
            if other.place.offset < variable.place.offset { report(token, "invalid redeclaration of '\(name)'") } else { reportRedeclaration(of: other) }
        }
        if case .type(let other)? = scope.lookUp(name) { checkRedeclaration(of: name, at: variable.place, as: other) }
        scope.declare(name, .variable(variable))
        scope.upcoming.remove(name)
        if isGlobal { cellGlobals.append(variable) }
        question?.declared(variable, self)
        return variable
    }

    // MARK: Control flow

    private var context: BodyContext { bodies[bodies.count - 1] }

    func checkStatement(_ syntax: StmtSyntax, label: String?, in scope: Scope) -> [Statement] {
        let here = place(syntax)
        switch syntax.as(StmtSyntaxEnum.self) {
        case .expressionStmt(let statement):
            if let conditional = statement.expression.as(IfExprSyntax.self) { return [checkIf(conditional, label: label, in: scope)] }
            if let choice = statement.expression.as(SwitchExprSyntax.self) { return [checkSwitch(choice, label: label, in: scope)] }
            let value = checkExpression(statement.expression, expecting: nil, in: scope, purpose: nil)
            return [Statement(kind: .expression(value), place: value.place)]
        case .labeledStmt(let labelled):
            if context.targets.contains(where: { $0.label == labelled.label.text }) {
                report(labelled.label, "label '\(labelled.label.text)' cannot be reused on an inner statement")
            }
            return checkStatement(labelled.statement, label: labelled.label.text, in: scope)
        case .whileStmt(let statement):
            let id = newStatementID()
            let inner = Scope(parent: scope)
            let conditions = checkConditions(statement.conditions, in: inner)
            let body = inTarget(label, id, isLoop: true) { checkBlock(statement.body.statements, in: inner) }
            return [Statement(kind: .while(label: id, conditions, body), place: here)]
        case .repeatStmt(let statement):
            let id = newStatementID()
            let body = inTarget(label, id, isLoop: true) { checkBlock(statement.body.statements, in: scope) }
            let condition = checkExpression(statement.condition, expecting: bool, in: scope, purpose: .condition)
            return [Statement(kind: .repeatWhile(label: id, body, condition), place: here)]
        case .forStmt(let statement): return [checkFor(statement, label: label, in: scope)]
        case .returnStmt(let statement): return checkReturn(statement, in: scope)
        case .throwStmt(let statement):
            let error = Type.existential([standardType("Error")])
            if hasTypedThrows, statement.expression.trimmedDescription.hasPrefix(".") { return [] }
            let value = checkExpression(statement.expression, expecting: error, in: scope, purpose: .throwing)
            return [Statement(kind: .throw(value), place: here)]
        case .guardStmt(let statement):
            // What the conditions bind is there after the body, not in it.
            let bound = Scope(parent: scope)
            bound.isTopLevel = scope.isTopLevel
            let conditions = checkConditions(statement.conditions, in: bound)
            let body = checkBlock(statement.body.statements, in: scope)
            for (name, entity) in bound.names {
                scope.declare(name, entity)
                scope.upcoming.remove(name)
            }
            endOfGuard[here] = statement.body.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
            return [Statement(kind: .guard(conditions, body), place: here)]
        case .breakStmt(let statement): return checkJump(statement.label, isContinue: false, at: Syntax(statement))
        case .continueStmt(let statement): return checkJump(statement.label, isContinue: true, at: Syntax(statement))
        case .fallThroughStmt(let statement):
            checkFallthrough(statement)
            return [Statement(kind: .fallThrough, place: here)]
        case .deferStmt(let statement):
            let outer = context.targetsOutsideDefer
            context.targetsOutsideDefer = context.targets.count
            defer { context.targetsOutsideDefer = outer }
            return [Statement(kind: .defer(checkBlock(statement.body.statements, in: scope)), place: here)]
        case .doStmt(let statement): return [checkDo(statement, label: label, in: scope)]
        case .missingStmt: return []
        default:
            unsupported(syntax, "this kind of statement")
            return []
        }
    }

    private func inTarget<Result>(_ label: String?, _ id: Int, isLoop: Bool, isSwitch: Bool = false, _ body: () -> Result) -> Result {
        context.targets.append((label, id, isLoop || isSwitch, isLoop))
        defer { context.targets.removeLast() }
        return body()
    }

    private func checkJump(_ label: TokenSyntax?, isContinue: Bool, at node: Syntax) -> [Statement] {
        let word = isContinue ? "continue" : "break"
        let fitting = context.targets.lastIndex { target in
            if let label { return target.label == label.text }
            return isContinue ? target.isLoop : target.takesBreak
        }
        if let fitting, fitting < context.targetsOutsideDefer {
            report(node, "'\(word)' cannot transfer control out of a defer statement")
            return []
        }
        guard let target = fitting.map({ context.targets[$0] }) else {
            if let label {
                let near = nearName(to: label.text, among: context.targets.compactMap(\.label))
                report(label, "cannot find label '\(label.text)' in scope" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            } else {
                let isInIf = node.ancestors.contains { $0.is(IfExprSyntax.self) || $0.is(DoStmtSyntax.self) }
                report(
                    node,
                    isContinue
                        ? "'continue' is only allowed inside a loop"
                        : isInIf
                            ? "unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an if or do"
                            : "'break' is only allowed inside a loop, if, do, or switch")
            }
            return []
        }
        if isContinue, !target.isLoop { report(node, "'\(word)' cannot be used with if statements") }
        return [Statement(kind: isContinue ? .continue(target.id) : .break(target.id), place: place(node))]
    }

    /// `fallthrough` stands in a case that another one follows, which binds nothing that this one does not.
    private func checkFallthrough(_ statement: FallThroughStmtSyntax) {
        guard let inside = statement.ancestors.first(where: { $0.is(SwitchCaseSyntax.self) })?.as(SwitchCaseSyntax.self),
            let list = inside.parent?.as(SwitchCaseListSyntax.self), let index = list.firstIndex(where: { $0.id == inside.id })
        else { return report(statement, "'fallthrough' is only allowed inside a switch") }
        let next = list.index(after: index)
        guard next < list.endIndex else { return report(statement, "'fallthrough' without a following 'case' or 'default' block") }
        guard case .switchCase(let following) = list[next] else { return }
        let own = BoundNames.of(inside.label)
        for name in BoundNames.of(following.label) where !own.contains(name) {
            report(statement, "'fallthrough' from a case which doesn't bind variable '\(name)'")
        }
    }

    func checkIf(_ syntax: IfExprSyntax, label: String? = nil, in scope: Scope) -> Statement {
        let inner = Scope(parent: scope)
        let id = newStatementID()
        let conditions = checkConditions(syntax.conditions, in: inner)
        return inLabel(label, id) {
            let body = checkBranch(syntax.body.statements, in: inner)
            var otherwise: Block?
            switch syntax.elseBody {
            case .codeBlock(let block): otherwise = checkBranch(block.statements, in: scope)
            case .ifExpr(let next): otherwise = Block(statements: [checkIf(next, in: scope)])
            case nil: break
            }
            return Statement(kind: .if(conditions, body, otherwise), place: place(syntax))
        }
    }

    /// A label makes an `if` or `do` a target of `break`.
    private func inLabel(_ label: String?, _ id: Int, _ body: () -> Statement) -> Statement {
        guard let label else { return body() }
        let inner = inTarget(label, id, isLoop: false, body)
        return Statement(kind: .do(label: id, Block(statements: [inner]), []), place: inner.place)
    }

    /// A branch: of an `if` statement, or of an `if` expression, where the last expression is the value.
    private func checkBranch(_ items: CodeBlockItemListSyntax, in scope: Scope) -> Block {
        guard let wanted = context.yields else { return checkBlock(items, in: scope) }
        guard items.count == 1, let expression = items.first?.expression else {
            context.yields = nil
            defer { context.yields = wanted }
            let block = checkBlock(items, in: scope)
            return block
        }
        if expression.isStatementLike { return checkBlock(items, in: scope) }
        if context.branchTypes != nil {
            let value = checkExpression(expression, expecting: nil, in: scope, purpose: nil)
            context.branchTypes?.append(value.type)
            return Block(statements: [Statement(kind: .yield(value), place: value.place)])
        }
        let value = checkExpression(expression, expecting: wanted, in: scope, purpose: .branch)
        return Block(statements: [Statement(kind: .yield(value), place: value.place)])
    }

    /// An `if` or `switch` expression whose branches give the type.
    func checkStatementExpression(_ expression: ExprSyntax, yielding type: Type, in scope: Scope) -> Statement {
        let saved = context.yields
        context.yields = type
        defer { context.yields = saved }
        if let conditional = expression.as(IfExprSyntax.self) {
            if !conditional.hasElse { report(expression, "'if' must have an unconditional 'else' to be used as expression") }
            return checkIf(conditional, in: scope)
        }
        return checkSwitch(expression.cast(SwitchExprSyntax.self), label: nil, in: scope)
    }

    func checkConditions(_ list: ConditionElementListSyntax, in scope: Scope) -> [Condition] {
        list.compactMap { element -> Condition? in
            if list.count > 1 { scope.rebindable = Set(scope.names.keys) }
            switch element.condition {
            case .expression(let expression):
                return .expression(checkExpression(expression, expecting: bool, in: scope, purpose: .condition))
            case .optionalBinding(let binding):
                let isMutable = binding.bindingSpecifier.text == "var"
                let value: Expression
                let annotation = binding.typeAnnotation.map { resolve($0.type, in: scope) }
                if let initializer = binding.initializer {
                    value = checkExpression(initializer.value, expecting: annotation.map(optional), in: scope, purpose: annotation == nil ? nil : .initialization)
                } else if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
                    let known = diagnostics.count
                    value = checkExpression(ExprSyntax(DeclReferenceExprSyntax(baseName: name.identifier)), expecting: nil, in: scope, purpose: nil, at: Syntax(name))
                    placeDiagnostics(since: known, at: name)
                } else {
                    report(binding.pattern, "unwrap condition requires a valid identifier")
                    return nil
                }
                // What is an Optional only because one is wanted was none.
                var found = value.type
                if annotation != nil, case .convert(.wrap, let inner) = value.kind { found = inner.type }
                guard let payload = found.optionalPayload else {
                    if !value.type.hasError {
                        report(
                            binding.bindingSpecifier,
                            "initializer for conditional binding must have Optional type, not '\(found)'")
                    }
                    _ = declare(binding.pattern, type: .error, isMutable: isMutable, hasValue: true, in: scope)
                    return nil
                }
                let inner = withLocalScope(scope) { declare(binding.pattern, type: payload, isMutable: isMutable, hasValue: true, in: scope) }
                unwrapped.formUnion(inner.bound)
                return .pattern(.unwrap(inner, value.type), value)
            case .matchingPattern(let matching):
                let value = checkExpression(matching.initializer.value, expecting: nil, in: scope, purpose: nil)
                let pattern = withLocalScope(scope) { checkPattern(matching.pattern, type: value.type, binding: nil, in: scope) }
                if pattern.isIrrefutable, list.count == 1 { warnOfCertainMatch(list, at: matching) }
                return .pattern(pattern, value)
            case .availability:
                unsupported(element, "availability conditions")
                return nil
            }
        }
    }

    /// `if case let x = y`
    private func warnOfCertainMatch(_ list: ConditionElementListSyntax, at node: MatchingPatternConditionSyntax) {
        let offset = node.positionAfterSkippingLeadingTrivia.utf8Offset
        if list.parent?.is(GuardStmtSyntax.self) == true {
            warn(at: offset, "'guard' condition is always true, body is unreachable")
        } else {
            warn(at: offset, "'\(list.parent?.is(WhileStmtSyntax.self) == true ? "while" : "if")' condition is always true")
        }
    }

    private func withLocalScope<Result>(_ scope: Scope, _ body: () -> Result) -> Result { body() }

    /// What `for x: T in` makes of literals: an array of T, a range of T.
    private func sequenceType(of sequence: ExprSyntax, holding element: Type) -> Type? {
        if sequence.is(ArrayExprSyntax.self) { return array(element) }
        guard let operation = sequence.as(InfixOperatorExprSyntax.self)?.operator.as(BinaryOperatorExprSyntax.self) else { return nil }
        switch operation.operator.text {
        case "..<": return standard("Range", element)
        case "...": return standard("ClosedRange", element)
        default: return nil
        }
    }

    private func checkFor(_ syntax: ForStmtSyntax, label: String?, in scope: Scope) -> Statement {
        let id = newStatementID()
        if syntax.awaitKeyword != nil { unsupported(syntax, "concurrency ('for await')") }
        let annotated = syntax.typeAnnotation.map { resolve($0.type, in: scope) }
        let sequence = checkExpression(syntax.sequence, expecting: annotated.flatMap { sequenceType(of: syntax.sequence, holding: $0) }, in: scope, purpose: nil)
        let inner = Scope(parent: scope)
        inner.isTopLevel = false
        var element = Type.error
        var iterator = Type.error
        let proto = standardType("Sequence")
        if !sequence.type.hasError {
            if conforms(sequence.type, to: proto) {
                element = associatedType("Element", of: sequence.type)
                iterator = associatedType("Iterator", of: sequence.type)
            } else if let payload = sequence.type.optionalPayload, conforms(payload, to: proto) {
                report(syntax.sequence, "for-in loop requires '\(sequence.type)' to conform to 'Sequence'; did you mean to unwrap optional?")
            } else {
                report(syntax.sequence, "for-in loop requires '\(sequence.type)' to conform to 'Sequence'")
            }
        }
        let pattern: Pattern
        if syntax.caseKeyword != nil {
            pattern = checkPattern(syntax.pattern, type: element, binding: nil, in: inner)
        } else if let binding = syntax.pattern.as(ValueBindingPatternSyntax.self) {
            pattern = declare(binding.pattern, type: element, isMutable: binding.bindingSpecifier.text == "var", hasValue: true, in: inner, from: syntax.sequence, isLoop: true)
        } else {
            pattern = declare(syntax.pattern, type: element, isMutable: false, hasValue: true, in: inner, from: syntax.sequence, isLoop: true)
        }
        if let written = annotated {
            if written != element, !written.hasError, !element.hasError { report(syntax.sequence, "cannot convert value of type '\(element)' to specified type '\(written)'") }
        }
        let filter = syntax.whereClause.map { checkExpression($0.condition, expecting: bool, in: inner, purpose: .condition) }
        let body = inTarget(label, id, isLoop: true) { checkBlock(syntax.body.statements, in: inner) }
        let iteratorProtocol = standardType("IteratorProtocol")
        let iteration = Statement.Iteration(
            makeIterator: Callee(function: requirement("makeIterator", of: proto), typeArguments: [sequence.type]),
            next: Callee(function: requirement("next", of: iteratorProtocol), typeArguments: [iterator]),
            iteratorType: iterator, elementType: element)
        return Statement(kind: .forIn(label: id, pattern, sequence, iteration, filter: filter, body), place: place(syntax))
    }

    func requirement(_ name: String, of proto: Nominal) -> Function {
        for case .function(let function) in proto.members(named: name) where function.isRequirement { return function }
        preconditionFailure("protocol \(proto.name) has no requirement \(name)")
    }

    private func checkReturn(_ syntax: ReturnStmtSyntax, in scope: Scope) -> [Statement] {
        let here = place(syntax)
        if syntax.ancestors.contains(where: { $0.is(DeferStmtSyntax.self) }) {
            report(syntax, "'return' cannot transfer control out of a defer statement")
            return []
        }
        guard scope.function != nil else {
            report(syntax, "return invalid outside of a func")
            return []
        }
        guard let expression = syntax.expression else {
            if let wanted = context.result, !wanted.isVoid, !wanted.hasError {
                if scope.function?.kind != .initializer { report(syntax, "non-void function should return a value") }
            } else if context.result == nil {
                context.inferred = .void
            }
            return [Statement(kind: .return(nil), place: here)]
        }
        if let wanted = context.result {
            if scope.function?.kind == .initializer {
                if expression.is(NilLiteralExprSyntax.self), scope.function?.isFailable == true {
                    return [Statement(kind: .return(Expression(kind: .none, type: wanted, place: place(expression))), place: here)]
                }
                let isNil = expression.is(NilLiteralExprSyntax.self)
                report(at: Int(here.offset), isNil ? "only a failable initializer can return 'nil'" : "'nil' is the only return value permitted in an initializer")
                return []
            }
            if wanted.isVoid {
                let value = checkExpression(expression, expecting: nil, in: scope, purpose: nil)
                if !value.type.isVoid, !value.type.hasError {
                    let isOfClosure = scope.function?.kind == .closure
                    report(
                        expression, isOfClosure ? "cannot convert value of type '\(value.type)' to closure result type 'Void'" : "unexpected non-void return value in void function"
                    )
                }
                if expression.leadingTrivia.contains(where: \.isNewline) || syntax.returnKeyword.trailingTrivia.contains(where: \.isNewline) {
                    warn(at: expression.positionAfterSkippingLeadingTrivia.utf8Offset, "expression following 'return' is treated as an argument of the 'return'")
                }
                return [Statement(kind: .expression(value), place: here), Statement(kind: .return(nil), place: here)]
            }
            let purpose: Conversion.Purpose = scope.function?.kind == .closure ? .closureResult : .result
            return [Statement(kind: .return(checkExpression(expression, expecting: wanted, in: scope, purpose: purpose)), place: here)]
        }
        if context.returnTypes != nil {
            guard !expression.is(NilLiteralExprSyntax.self) else { return [Statement(kind: .return(nil), place: here)] }
            let value = checkExpression(expression, expecting: nil, in: scope, purpose: .closureResult)
            context.returnTypes?.append((value.type, expression.isLiteral))
            return [Statement(kind: .return(value), place: here)]
        }
        let value = checkExpression(expression, expecting: context.inferred, in: scope, purpose: .closureResult)
        if context.inferred == nil { context.inferred = value.type }
        return [Statement(kind: .return(value), place: here)]
    }

    private func checkDo(_ syntax: DoStmtSyntax, label: String?, in scope: Scope) -> Statement {
        let id = newStatementID()
        let target: Int? = label == nil ? nil : id
        rejectTypedThrows(syntax.throwsClause)
        let body = label == nil ? checkBlock(syntax.body.statements, in: scope) : inTarget(label, id, isLoop: false) { checkBlock(syntax.body.statements, in: scope) }
        let error = hasTypedThrows ? Type.error : Type.existential([standardType("Error")])
        let catches = syntax.catchClauses.map { clause -> Statement.Catch in
            let inner = Scope(parent: scope)
            inner.isTopLevel = false
            var patterns: [(Pattern, filter: Expression?)] = []
            var variable: Variable?
            for (index, item) in clause.catchItems.enumerated() {
                guard let written = item.pattern else { continue }
                let bindings = index == 0 ? inner : Scope(parent: inner)
                let pattern = checkPattern(written, type: error, binding: nil, in: bindings)
                if bindings !== inner { checkBindings(pattern, like: patterns.first?.0) }
                patterns.append((pattern, item.whereClause.map { checkExpression($0.condition, expecting: bool, in: bindings, purpose: .condition) }))
                if bindings !== inner { rejoin(bindings, into: inner, &patterns) }
            }
            if clause.catchItems.isEmpty {
                let implicit = Variable(name: "error", type: error, isMutable: false, storage: .local, place: place(clause), origin: origin)
                inner.declare("error", .variable(implicit))
                variable = implicit
            }
            return Statement.Catch(patterns: patterns, variable: variable, body: checkBlock(clause.body.statements, in: inner), place: place(clause))
        }
        return Statement(kind: .do(label: target, body, catches), place: place(syntax))
    }

    // MARK: Switch

    func checkSwitch(_ syntax: SwitchExprSyntax, label: String?, in scope: Scope) -> Statement {
        let id = newStatementID()
        let yields = context.yields
        context.yields = nil
        let subject = checkExpression(syntax.subject, expecting: nil, in: scope, purpose: nil)
        context.yields = yields
        var cases: [Statement.SwitchCase] = []
        var areLabelsSound = true
        for element in syntax.cases {
            guard case .switchCase(let item) = element else {
                unsupported(element, "conditional compilation ('#if')")
                continue
            }
            if cases.last?.isDefault == true { report(item.label, "additional 'case' blocks cannot appear after the 'default' block of a 'switch'") }
            let inner = Scope(parent: scope)
            inner.isTopLevel = false
            var patterns: [(Pattern, filter: Expression?)] = []
            var isDefault = false
            switch item.label {
            case .default: isDefault = true
            case .case(let label):
                let known = diagnostics.count
                defer { if diagnostics.count > known { areLabelsSound = false } }
                for (index, caseItem) in label.caseItems.enumerated() {
                    let bindings = index == 0 ? inner : Scope(parent: inner)
                    let pattern = checkPattern(caseItem.pattern, type: subject.type, binding: nil, in: bindings)
                    if bindings !== inner { checkBindings(pattern, like: patterns.first?.0) }
                    patterns.append((pattern, caseItem.whereClause.map { checkExpression($0.condition, expecting: bool, in: bindings, purpose: .condition) }))
                    if bindings !== inner { rejoin(bindings, into: inner, &patterns) }
                }
            }
            if item.statements.isEmpty { report(item.label, "'\(isDefault ? "default" : "case")' label in a 'switch' must have at least one executable statement") }
            let body = inTarget(label, id, isLoop: false, isSwitch: true) { checkBranch(item.statements, in: inner) }
            cases.append(Statement.SwitchCase(patterns: patterns, isDefault: isDefault, body: body))
        }
        if syntax.cases.isEmpty {
            report(syntax, "'switch' statement body must have at least one 'case' or 'default' block; add a default case")
        } else if areLabelsSound, !subject.type.hasError, !cases.contains(where: \.isDefault), question == nil, !isExhaustive(cases, over: subject.type) {
            report(syntax, "switch must be exhaustive", notes: missingCases(cases, over: subject.type))
        }
        warnOfHandledCases(cases, of: syntax, over: subject.type)
        return Statement(kind: .switch(label: id, subject, cases), place: place(syntax))
    }
}

extension SyntaxProtocol {
    /// What it stands in, as far as the body of the function or closure, innermost first.
    fileprivate var ancestors: [Syntax] {
        var found: [Syntax] = []
        var node = parent
        while let next = node, !next.is(ClosureExprSyntax.self), !next.is(FunctionDeclSyntax.self), !next.is(AccessorDeclSyntax.self), !next.is(InitializerDeclSyntax.self) {
            found.append(next)
            node = next.parent
        }
        return found
    }
}

/// The names that the patterns of a case bind.
private final class BoundNames: SyntaxVisitor {
    private var names: [String] = []
    static func of(_ label: SwitchCaseSyntax.Label) -> [String] {
        let finder = BoundNames(viewMode: .sourceAccurate)
        finder.walk(label)
        return finder.names
    }
    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        names.append(node.identifier.text)
        return .skipChildren
    }
}

extension Pattern {
    func replacing(_ old: Variable, by new: Variable) -> Pattern {
        switch self {
        case .bind(let variable): variable == old ? .bind(new) : self
        case .tuple(let parts, let type): .tuple(parts.map { $0.replacing(old, by: new) }, type)
        case .unwrap(let inner, let type): .unwrap(inner.replacing(old, by: new), type)
        case .enumCase(let enumCase, let parts, let type): .enumCase(enumCase, parts.map { $0.replacing(old, by: new) }, type)
        case .cast(let from, let type, let inner): .cast(from, to: type, inner?.replacing(old, by: new))
        case .wildcard, .none, .test: self
        }
    }
}

extension Pattern {
    /// The variables that it binds.
    var bound: [Variable] {
        switch self {
        case .bind(let variable): [variable]
        case .tuple(let parts, _), .enumCase(_, let parts, _): parts.flatMap(\.bound)
        case .unwrap(let inner, _): inner.bound
        case .cast(_, _, let inner): inner?.bound ?? []
        case .wildcard, .none, .test: []
        }
    }
}

extension IfExprSyntax {
    var hasElse: Bool {
        switch elseBody {
        case .codeBlock: true
        case .ifExpr(let next): next.hasElse
        case nil: false
        }
    }
}

extension String {
    var trimmingBackticks: String { hasPrefix("`") && hasSuffix("`") && count > 2 ? String(dropFirst().dropLast()) : self }
}
