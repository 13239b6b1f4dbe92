import SwiftSyntax

/// Walks one expression and makes terms and constraints for the solver.
final class Generator {
    unowned let checker: Checker
    let solver: Solver
    let scope: Scope
    /// Local variables mentioned so far, in order: an `@autoclosure` argument captures those of its range.
    var mentioned: [Variable] = []
    /// Where chains like `.red.inverted` begin, and the type that they have as wholes.
    var implicitRoots: [SyntaxIdentifier: Type] = [:]
    /// The left side of the assignment being walked: what it names is not unwrapped.
    var assignedNode: SyntaxIdentifier?

    init(_ checker: Checker, _ solver: Solver, _ scope: Scope) { (self.checker, self.solver, self.scope) = (checker, solver, scope) }

    func generate(_ expression: ExprSyntax, expecting: Type? = nil) -> Term { seal(open(expression, expecting: expecting)) }

    /// Ends an optional chain: its value becomes optional.
    func seal(_ term: Term) -> Term {
        guard term.isChain else { return term }
        let result = solver.fresh()
        solver.add(ChainEnd(term.type, result: result, at: Syntax(term.node)))
        let solver = solver
        return Term(term.node, result) { [checker] in
            let inner = term.build()
            let type = solver.zonk(result)
            return Expression(kind: .optionalChain(inner), type: type, place: checker.place(term.node))
        }
    }

    /// The same, but a chain stays open for what follows.
    func open(_ expression: ExprSyntax, expecting: Type? = nil) -> Term {
        if checker.isCancelled(after: 1) { return error(expression) }
        if let question = checker.question, let term = question.term(for: expression, self) { return term }
        if let chain = implicitChain(expression) { return chain }
        switch expression.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let syntax): return integer(syntax, isNegative: false, at: expression)
        case .floatLiteralExpr(let syntax): return floating(syntax.literal.text, at: expression)
        case .booleanLiteralExpr(let syntax):
            let value = syntax.literal.text == "true"
            return literal(expression, .boolean, .boolean(value))
        case .nilLiteralExpr: return literal(expression, .nilLiteral, .none)
        case .stringLiteralExpr(let syntax): return string(syntax)
        case .arrayExpr(let syntax): return array(syntax, expecting: expecting)
        case .dictionaryExpr(let syntax): return dictionary(syntax, expecting: expecting)
        case .tupleExpr(let syntax): return tuple(syntax, expecting: expecting)
        case .declReferenceExpr(let syntax): return name(syntax)
        case .genericSpecializationExpr(let syntax):
            if let type = typeNamed(expression) { return bareType(type, at: expression) }
            return open(syntax.expression)
        case .memberAccessExpr(let syntax): return member(syntax)
        case .functionCallExpr(let syntax): return call(syntax, expecting: expecting)
        case .subscriptCallExpr(let syntax): return subscriptCall(syntax)
        case .infixOperatorExpr(let syntax): return infix(syntax, expecting: expecting)
        case .prefixOperatorExpr(let syntax): return prefix(syntax)
        case .postfixOperatorExpr(let syntax): return postfix(syntax)
        case .ternaryExpr(let syntax): return ternary(syntax, expecting: expecting)
        case .closureExpr(let syntax): return closure(syntax)
        case .tryExpr(let syntax): return attempt(syntax, expecting: expecting)
        case .forceUnwrapExpr(let syntax): return force(syntax)
        case .optionalChainingExpr(let syntax): return chain(syntax)
        case .inOutExpr(let syntax):
            let inner = generate(syntax.expression)
            if !syntax.isPassed { checker.report(syntax, "'&' may only be used to pass an argument to inout parameter") }
            let term = Term(expression, inner.type) { inner.build() }
            term.isInout = true
            return term
        case .asExpr(let syntax): return cast(syntax)
        case .isExpr(let syntax): return typeTest(syntax)
        case .keyPathExpr(let syntax): return keyPath(syntax)
        case .ifExpr, .switchExpr: return statementExpression(expression, expecting: expecting)
        case .discardAssignmentExpr:
            return fail(expression, "'_' can only appear in a pattern or on the left side of an assignment")
        case .awaitExpr:
            checker.unsupported(expression, "concurrency ('await')")
            return error(expression)
        case .regexLiteralExpr:
            checker.unsupported(expression, "regular expression literals")
            return error(expression)
        case .macroExpansionExpr(let syntax):
            if let known = whereabouts(syntax) { return known }
            checker.unsupported(expression, "macros ('#\(syntax.macroName.text)')")
            return error(expression)
        case .superExpr:
            guard let owner = scope.layers.lazy.compactMap(\.function?.owner).first else {
                return fail(expression, "'super' cannot be used outside of a class computed property, method, initializer, deinitializer, or subscript")
            }
            return fail(expression, "'super' cannot be used in non-class type '\(owner.name)'")
        case .missingExpr, .editorPlaceholderExpr: return error(expression)
        default:
            checker.unsupported(expression, "this kind of expression")
            return error(expression)
        }
    }

    func error(_ node: ExprSyntax) -> Term {
        Term(node, .error) { [checker] in Expression(kind: .tuple([]), type: .error, place: checker.place(node)) }
    }

    func fail(_ node: ExprSyntax, _ message: String) -> Term {
        checker.report(node, message)
        return error(node)
    }

    func convert(_ term: Term, to type: Type, _ purpose: Conversion.Purpose, _ branches: BranchTypes? = nil, whole: TupleTypes? = nil) -> ConversionSlot {
        let slot = ConversionSlot()
        if let closure = term.closure {
            let use = ClosureUse(closure, as: type, slot: slot, at: Syntax(term.node))
            use.isAssigned = purpose == .assignment
            solver.add(use)
        } else {
            let conversion = Conversion(term.type, to: type, slot: slot, purpose: purpose, at: Syntax(term.node))
            conversion.branches = branches
            conversion.whole = whole
            solver.add(conversion)
        }
        return slot
    }

    // MARK: Literals

    private func literal(_ node: ExprSyntax, _ kind: TypeVariable.Literal, _ value: Expression.Kind) -> Term {
        let type = solver.fresh(kind)
        return Term(node, type) { [checker, solver] in Expression(kind: value, type: solver.zonk(type), place: checker.place(node)) }
    }

    func integer(_ syntax: IntegerLiteralExprSyntax, isNegative: Bool, at node: ExprSyntax) -> Term {
        let text = syntax.literal.text.filter { $0 != "_" }
        let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : text.hasPrefix("0b") ? 2 : 10
        guard let magnitude = UInt64(radix == 10 ? text : String(text.dropFirst(2)), radix: radix) else {
            return fail(node, "integer literal '\(text)' overflows when stored into 'Int'")
        }
        let type = solver.fresh(.integer)
        return Term(node, type) { [checker, solver] in
            let known = solver.zonk(type)
            if !known.holds(magnitude, isNegative: isNegative), !node.isRuledOut {
                let isUnsigned = known.standardName?.hasPrefix("U") == true
                checker.report(
                    node,
                    isNegative && isUnsigned
                        ? "negative integer '-\(magnitude)' overflows when stored into unsigned type '\(known)'"
                        : "integer literal '\(isNegative ? "-" : "")\(magnitude)' overflows when stored into '\(known)'")
            }
            return Expression(kind: .integer(magnitude: magnitude, isNegative: isNegative), type: known, place: checker.place(node))
        }
    }

    func floating(_ text: String, at node: ExprSyntax, isNegative: Bool = false) -> Term {
        let digits = text.filter { $0 != "_" }
        let value = (Double(digits) ?? .infinity) * (isNegative ? -1 : 1)
        return literal(node, .floating, .floating(value))
    }

    private func string(_ syntax: StringLiteralExprSyntax) -> Term {
        let node = ExprSyntax(syntax)
        let hashes = syntax.openingPounds?.text.count ?? 0
        var parts: [(text: String?, term: Term?)] = []
        for segment in syntax.segments {
            switch segment {
            case .stringSegment(let text):
                let raw = StringLiteralText.unescape(text.content.text, hashes: hashes) { problem, offset in
                    checker.report(at: text.positionAfterSkippingLeadingTrivia.utf8Offset + offset, problem)
                }
                parts.append((raw, nil))
            case .expressionSegment(let segment):
                guard let argument = segment.expressions.first else {
                    checker.report(segment.rightParen, "missing argument for parameter #1 in call")
                    continue
                }
                if let made = interpolation(segment) {
                    parts.append((nil, made))
                    continue
                }
                let term = generate(argument.expression)
                // Anything may stand here; literals take their defaults. The branches of a choice have to agree on one type.
                if !argument.expression.isChoice { solver.add(Conversion(term.type, to: .any, slot: ConversionSlot(), purpose: .argument, at: Syntax(argument))) }
                parts.append((nil, term))
            }
        }
        if parts.allSatisfy({ $0.term == nil }) {
            let value = parts.compactMap(\.text).joined()
            return literal(node, value.count == 1 ? .character : .string, .string(value))
        }
        let type = solver.fresh(.string)
        return Term(node, type) { [checker, solver] in
            let segments = parts.map { part -> Expression.Segment in
                if let term = part.term { return .value(term.build()) }
                return .text(part.text ?? "")
            }
            return Expression(kind: .interpolation(segments), type: solver.zonk(type), place: checker.place(node))
        }
    }

    /// `\(mass, digits: 2)`: a call of `appendInterpolation`, on a text of its own. Nil for a value alone, unless cells have said what becomes of such values.
    private func interpolation(_ segment: ExpressionSegmentSyntax) -> Term? {
        guard let first = segment.expressions.first, checker.origin != .standard else { return nil }
        let type = checker.standard("DefaultStringInterpolation")
        if segment.expressions.count == 1, first.label == nil {
            let known = checker.members(named: "appendInterpolation", of: type, isStatic: false)
            guard known.contains(where: { if case .function(let function) = $0.member { function.origin != .standard } else { false } }) else { return nil }
        }
        let node = first.expression
        let text = Variable(name: "interpolation", type: type, isMutable: true, storage: .local, place: checker.place(node), origin: checker.origin)
        let whole = Term(node, type) { [checker] in Expression(kind: .variable(text), type: type, place: checker.place(node)) }
        let empty = memberCall(typeTerm(type, at: node), name: "init", arguments: [], at: node)
        let added = memberCall(whole, name: "appendInterpolation", arguments: written(segment.expressions), at: node)
        let made = memberCall(typeTerm(checker.string, at: node), name: "init", arguments: [WrittenArgument(label: "stringInterpolation", term: whole)], at: node)
        return Term(node, checker.string) { [checker, solver] in
            let place = checker.place(node)
            let types = [solver.zonk(added.type), checker.string].map { TupleElement(label: nil, type: $0) }
            let both = Expression(kind: .tuple([added.build(), made.build()]), type: .tuple(types), place: place)
            let last = Expression(kind: .tupleElement(both, 1), type: checker.string, place: place)
            return Expression(kind: .binding([(text, empty.build())], last), type: checker.string, place: place)
        }
    }

    private func array(_ syntax: ArrayExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        if syntax.elements.count == 1, let type = typeNamed(node) { return bareType(type, at: node) }
        let element = solver.freshElement(of: node)
        let type = solver.fresh(.array)
        let wanted = expecting.flatMap { checker.literalElement(of: solver.resolve($0)) }
        if let wanted { _ = solver.unify(element, wanted) }
        solver.add(LiteralElements(type, elements: [element], at: Syntax(syntax)))
        let row = wanted ?? row(of: syntax)
        let terms = syntax.elements.map { generate($0.expression, expecting: row) }
        let slots = terms.map { convert($0, to: element, .element) }
        return Term(node, type) { [checker, solver] in
            let known = solver.zonk(type), elementType = solver.zonk(element)
            if elementType.hasVariable {
                checker.report(node, terms.isEmpty ? "empty collection literal requires an explicit type" : "type of expression is ambiguous without a type annotation")
            }
            let built = zip(terms, slots).map { $1.apply($0.build(), to: elementType, solver) }
            if known.standardName == "Set", elementType.isAny {
                let types = built.map { if case .convert(_, let inner) = $0.kind { inner.type } else { $0.type } }
                if let other = types.first(where: { $0 != types[0] }) {
                    checker.report(node, "conflicting arguments to generic parameter 'Element' ('\(other)' vs. '\(types[0])')")
                } else {
                    checker.report(node, "type 'Any' does not conform to protocol 'Hashable'")
                }
            }
            if solver.isMixed(node) { checker.warnOfMixture(known, at: node) }
            let place = checker.place(node)
            // Every type but Array is made by its own initializer.
            if known.standardName != "Array", let initializer = checker.literalInitializer(of: known) {
                let callee = Callee(function: initializer, typeArguments: checker.literalArguments(of: initializer, known))
                return Expression(kind: .call(callee, receiver: nil, arguments: [.variadic(built)]), type: known, place: place)
            }
            return Expression(kind: .array(built), type: known, place: place)
        }
    }

    /// Of tuples some of which have `nil` where others have values, `[("v", 1.5), ("u", nil)]`: Optionals of whatever those are.
    private func row(of syntax: ArrayExprSyntax) -> Type? {
        let rows = syntax.elements.compactMap { $0.expression.as(TupleExprSyntax.self)?.elements.map(\.self) }
        guard rows.count > 1, rows.count == syntax.elements.count, rows[0].count > 1, rows.allSatisfy({ $0.count == rows[0].count && $0.allSatisfy { $0.label == nil } })
        else { return nil }
        let holdsNil = rows[0].indices.map { column in
            let isNil = rows.map { $0[column].expression.is(NilLiteralExprSyntax.self) }
            return isNil.contains(true) && isNil.contains(false)
        }
        guard holdsNil.contains(true) else { return nil }
        return .tuple(holdsNil.map { TupleElement(label: nil, type: $0 ? checker.optional(solver.fresh()) : solver.fresh()) })
    }

    private func dictionary(_ syntax: DictionaryExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        var pairs: [(Term, Term)] = []
        let key = solver.freshElement(of: node, isKey: true), value = solver.freshElement(of: node)
        let type = solver.fresh(.dictionary)
        var slots: [(ConversionSlot, ConversionSlot)] = []
        if case .elements(let elements) = syntax.content {
            if elements.count == 1, let type = typeNamed(node) { return bareType(type, at: node) }
            solver.add(LiteralElements(type, elements: [key, value], at: Syntax(syntax)))
            for element in elements {
                let pair = (generate(element.key), generate(element.value))
                pairs.append(pair)
                slots.append((convert(pair.0, to: key, .key), convert(pair.1, to: value, .value)))
            }
        } else {
            solver.add(LiteralElements(type, elements: [key, value], at: Syntax(syntax)))
        }
        return Term(node, type) { [checker, solver] in
            let keyType = solver.zonk(key), valueType = solver.zonk(value)
            if keyType.hasVariable || valueType.hasVariable { checker.report(node, "empty collection literal requires an explicit type") }
            let built = zip(pairs, slots).map { pair, slot in
                (key: slot.0.apply(pair.0.build(), to: keyType, solver), value: slot.1.apply(pair.1.build(), to: valueType, solver))
            }
            let known = solver.zonk(type), place = checker.place(node)
            if solver.isMixed(node) { checker.warnOfMixture(known, at: node) }
            // A type that is written out was looked at where it is written.
            if known.standardName == "Dictionary", expecting.map({ solver.resolve($0).hasVariable }) ?? true { checker.requireHashable(keyType, at: node) }
            if known.standardName != "Dictionary", let initializer = checker.literalInitializer(of: known, label: "dictionaryLiteral") {
                let element = Type.tuple([TupleElement(label: nil, type: keyType), TupleElement(label: nil, type: valueType)])
                let pairs = built.map { Expression(kind: .tuple([$0.key, $0.value]), type: element, place: place) }
                let callee = Callee(function: initializer, typeArguments: checker.literalArguments(of: initializer, known))
                return Expression(kind: .call(callee, receiver: nil, arguments: [.variadic(pairs)]), type: known, place: place)
            }
            return Expression(kind: .dictionary(built), type: known, place: place)
        }
    }

    private func tuple(_ syntax: TupleExprSyntax, expecting: Type?) -> Term {
        let node = ExprSyntax(syntax)
        if syntax.elements.count == 1, let only = syntax.elements.first, only.label == nil {
            let inner = generate(only.expression, expecting: expecting)
            return inner
        }
        var wanted: [Type?] = Array(repeating: nil, count: syntax.elements.count)
        if let expecting, case .tuple(let elements) = solver.resolve(expecting), elements.count == wanted.count { wanted = elements.map(\.type) }
        let terms = zip(syntax.elements, wanted).map { generate($0.expression, expecting: $1) }
        // An element that converts (1 to Double?) takes the wanted type here, since tuples do not convert as wholes.
        var types = terms.map(\.type)
        var slots = terms.map { _ in ConversionSlot() }
        let labels = syntax.elements.map { $0.label?.text }
        let whole = expecting.map { TupleTypes(.tuple(zip(labels, types).map { TupleElement(label: $0, type: $1) }), wanted: $0, at: node) }
        for (index, type) in wanted.enumerated() {
            guard let type, !solver.zonk(type).hasVariable || solver.isOpenOptional(type) else { continue }
            slots[index] = convert(terms[index], to: type, .argument, whole: whole)
            types[index] = type
        }
        let type = Type.tuple(zip(syntax.elements, types).map { TupleElement(label: $0.label?.text, type: $1) })
        return Term(node, type) { [checker, solver] in
            let known = solver.zonk(type)
            let built = zip(zip(terms, slots), types).map { $0.1.apply($0.0.build(), to: solver.zonk($1), solver) }
            return Expression(kind: .tuple(built), type: known, place: checker.place(node))
        }
    }
}

extension Solver {
    /// An Optional of something still to be found.
    fileprivate func isOpenOptional(_ type: Type) -> Bool {
        guard let payload = resolve(type).optionalPayload, case .variable = resolve(payload) else { return false }
        return true
    }
}

extension Type {
    /// Whether an integer literal fits.
    func holds(_ magnitude: UInt64, isNegative: Bool) -> Bool {
        let bits: (Int, Bool)? =
            switch standardName {
            case "Int", "Int64": (63, true)
            case "Int32": (31, true)
            case "Int16": (15, true)
            case "Int8": (7, true)
            case "UInt", "UInt64": (64, false)
            case "UInt32": (32, false)
            case "UInt16": (16, false)
            case "UInt8": (8, false)
            default: nil
            }
        guard let (width, isSigned) = bits else { return true }
        if isNegative { return isSigned ? magnitude <= (1 as UInt64) << UInt64(width) : magnitude == 0 }
        return width == 64 || magnitude < (1 as UInt64) << UInt64(width)
    }
}

extension Checker {
    /// A literal in the middle of something that holds what has no type in common; by itself it is refused.
    fileprivate func warnOfMixture(_ type: Type, at node: ExprSyntax) {
        warn(at: node.positionAfterSkippingLeadingTrivia.utf8Offset, mixtureMessage("\(type)"))
    }

    func mixtureMessage(_ type: String) -> String {
        "heterogeneous collection literal could only be inferred to '\(type)'; add explicit type annotation if this is intentional"
    }

    /// The keys of a dictionary that only its literal tells the type of.
    fileprivate func requireHashable(_ key: Type, at node: ExprSyntax) {
        guard source >= 0, !key.hasVariable, !key.hasError, !conforms(key, to: standardType("Hashable")) else { return }
        switch key {
        case .nominal, .parameter, .member:
            report(at: node.positionAfterSkippingLeadingTrivia.utf8Offset, "generic struct 'Dictionary' requires that '\(key)' conform to 'Hashable'")
        default: report(at: node.positionAfterSkippingLeadingTrivia.utf8Offset, "type '\(key)' cannot conform to 'Hashable'")
        }
    }

    /// What an array literal of this type holds.
    func literalElement(of type: Type) -> Type? {
        switch type.standardName {
        case "Array", "Set", "ArraySlice": return type.arguments.first
        case "Optional": return type.arguments.first.flatMap(literalElement)
        default: return nil
        }
    }
}

extension InOutExprSyntax {
    /// Whether it is an argument, or an operand.
    fileprivate var isPassed: Bool {
        if parent?.is(InfixOperatorExprSyntax.self) == true { return true }
        guard let call = parent?.as(LabeledExprSyntax.self)?.parent?.parent else { return false }
        return call.is(FunctionCallExprSyntax.self) || call.is(SubscriptCallExprSyntax.self)
    }
}
