import SwiftSyntax

/// What is known of a name: how it is declared, and what its documentation says.
package struct Explanation: Equatable, Sendable {
    /// The declaration, or those that the name may mean, with the types that they have at this place.
    package var signatures: [String]
    /// As written.
    package var documentation: String
    /// The documentation as Markdown.
    package var markdown: String { DocumentationText(documentation).markdown }
    /// The cell that declares it, and where in its text; nil for what comes with Engram, and for the cell that is being written.
    package var cell: Int?
    package var offset = 0
    package var isInThisCell = false

    /// The text of a declaration that stands at a place in a cell.
    package static func source(at offset: Int, in text: String) -> String? {
        guard text.utf8.count <= CursorText.limit, let file = Nesting.parseForQuestions(text), let token = file.token(coveringByte: offset) else { return nil }
        var node = token.parent
        while let next = node {
            if next.is(DeclSyntax.self) || next.is(ForStmtSyntax.self) || next.is(ConditionElementSyntax.self) { return next.trimmedDescription }
            node = next.parent
        }
        return nil
    }
}

extension Compiler {
    /// Explains the name at a cursor; where there is none, the function whose call the cursor is in. nil for what is not known.
    ///
    /// - Parameter interruption: asked now and then whether to stop; what is known by then is the answer.
    package func explain(_ code: String, cursor: Int, interruption: @escaping () -> Bool = { false }) -> Explanation? {
        let text = CursorText(code, cursor: cursor)
        guard code.utf8.count <= CursorText.limit, let file = Nesting.parseForQuestions(code) else { return nil }
        checker.interruption = interruption
        defer { checker.interruption = { false } }
        if let name = text.name {
            let offset = text.offset(of: name.lowerBound)
            if let found = checker.explain(file, code, { $0.token(coveringByte: offset).flatMap(InspectionQuestion.about) }) { return found }
        }
        let offset = text.offset(of: text.cursor)
        for place in [offset, offset - 1] where text.name == nil && place >= 0 {
            let found = checker.explain(file, code) { folded in folded.token(coveringByte: place).flatMap { $0.isOperator ? InspectionQuestion($0) : nil } }
            if let found { return found }
        }
        return checker.explain(file, code) { folded in
            CallFinder.innermost(around: offset, in: folded).map { InspectionQuestion(calledIn: $0, at: $0.anchorOffset) }
        }
    }
}

extension InspectionQuestion {
    /// A question about a name, where the token is one.
    fileprivate static func about(_ token: TokenSyntax) -> InspectionQuestion? {
        // The label of an argument is the called function's.
        if let label = token.parent?.as(LabeledExprSyntax.self), label.label?.id == token.id {
            guard let call = label.parent?.parent, call.is(FunctionCallExprSyntax.self) || call.is(SubscriptCallExprSyntax.self) else { return nil }
            return InspectionQuestion(calledIn: call, at: call.anchorOffset)
        }
        switch token.tokenKind {
        case .identifier, .dollarIdentifier, .keyword(.`self`), .keyword(.`init`), .keyword(.Self): break
        default: return nil
        }
        return InspectionQuestion(token)
    }
}

extension TokenSyntax {
    fileprivate var isOperator: Bool {
        switch tokenKind {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
    }
}

/// Finds the call whose brackets a place is in.
private final class CallFinder: SyntaxVisitor {
    private let offset: Int
    private var found: Syntax?

    private init(_ offset: Int) {
        self.offset = offset
        super.init(viewMode: .sourceAccurate)
    }

    static func innermost(around offset: Int, in file: SourceFileSyntax) -> Syntax? {
        let finder = CallFinder(offset)
        finder.walk(file)
        return finder.found
    }

    private func look(at node: some SyntaxProtocol, from opening: TokenSyntax?, to closing: TokenSyntax?) -> SyntaxVisitorContinueKind {
        guard let opening else { return .visitChildren }
        let start = opening.endPositionBeforeTrailingTrivia.utf8Offset
        // What is missing at its end may come after the blanks that follow.
        let end: Int
        if let closing, closing.presence == .present { end = closing.positionAfterSkippingLeadingTrivia.utf8Offset } else { end = node.endPosition.utf8Offset }
        if start <= offset, offset <= end { found = Syntax(node) }
        return .visitChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind { look(at: node, from: node.leftParen, to: node.rightParen) }
    override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind { look(at: node, from: node.leftSquare, to: node.rightSquare) }
    /// Inside a block the call around it is far away.
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        if node.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset <= offset, offset <= node.endPosition.utf8Offset { found = nil }
        return .visitChildren
    }
}

extension Checker {
    fileprivate func explain(_ file: SourceFileSyntax, _ code: String, _ make: (SourceFileSyntax) -> InspectionQuestion?) -> Explanation? {
        let answer: Explanation?? = ask(about: file, text: code, make) { question, cell in
            question.findDeclaration(in: cell, self)
            let saved = signatures
            signatures = question.signatures
            defer { signatures = saved }
            return explanation(question)
        }
        return answer ?? nil
    }

    private func explanation(_ question: InspectionQuestion) -> Explanation? {
        let text = DeclarationText(self)
        var signatures: [String] = [], documentation: [String] = []
        func add(_ signature: String, _ comment: String?) {
            if !signatures.contains(signature) { signatures.append(signature) }
            if let comment, !comment.isEmpty, !documentation.contains(comment) { documentation.append(comment) }
        }
        guard let first = question.found.first else { return nil }
        // `Model(size: 3)`: the type and what makes it.
        if case .function(let candidate, _) = first, candidate.function.kind == .initializer, let made = question.madeType ?? candidate.function.owner {
            add(text.header(of: made), made.documentation)
        }
        for declaration in question.found {
            switch declaration {
            case .variable(let variable):
                add(text.variable(variable), variable.documentation ?? variable.type.nominal.flatMap(summary))
            case .function(let candidate, let arguments):
                add(text.function(candidate) + text.arguments(candidate, arguments), candidate.function.documentation)
            case .property(let property, let base): add(text.property(property, base: base), property.getter.documentation)
            case .stored(let property, let base): add(text.stored(property, base: base), property.documentation)
            case .enumCase(let enumCase, let owner): add(text.enumCase(enumCase, owner: owner), enumCase.documentation)
            case .type(let nominal):
                add(text.header(of: nominal), nominal.documentation)
                if question.found.count == 1 { addContents(of: nominal, text, add) }
            case .alias(let name, let type):
                add(text.alias(name, type), type.nominal?.documentation)
            case .parameter(let parameter):
                add(parameter.bounds.isEmpty ? parameter.name : parameter.name + ": " + parameter.bounds.map(\.name).joined(separator: " & "), nil)
            case .element(let name, let type): add("\(name): \(text.type(type))", nil)
            }
        }
        let many = question.found.count > 1
        let shown = Array(signatures.prefix(8)) + (signatures.count > 8 ? ["// and \(signatures.count - 8) more"] : [])
        // Of several the first speaks for all.
        let comments = many && documentation.count > 2 ? Array(documentation.prefix(1)) : documentation
        var explanation = Explanation(signatures: shown, documentation: comments.joined(separator: "\n\n"))
        if let (place, origin) = first.declared, case .cell(let number) = origin {
            explanation.offset = Int(place.offset)
            explanation.isInThisCell = place.source == source
            if !explanation.isInThisCell { explanation.cell = number }
        }
        return explanation
    }

    /// The initializers of a type, the cases of an enum.
    private func addContents(of nominal: Nominal, _ text: DeclarationText, _ add: (String, String?) -> Void) {
        for enumCase in nominal.cases { add(text.enumCase(enumCase, owner: nil), nil) }
        guard nominal.kind == .structure else { return }
        for candidate in members(named: "init", of: nominal.selfType, isStatic: true) {
            guard case .function(let function) = candidate.member, !function.isPrivate, function.owner == nominal else { continue }
            add(text.function(Candidate(function: function, base: candidate.base)), function.documentation)
        }
    }

    /// What a variable's type is, in its first sentence.
    private func summary(of nominal: Nominal) -> String? {
        guard nominal.origin != .standard else { return nil }
        return nominal.documentation.map { String($0.prefix { $0 != "\n" }) }
    }
}

extension DeclarationText {
    /// What a call found for the generic parameters: `// T = Double`.
    fileprivate func arguments(_ candidate: Candidate, _ arguments: [Type]) -> String {
        let function = candidate.function
        let outer = candidate.base == nil ? 0 : function.owner?.generics.parameters.count ?? 0
        let found = zip(function.generics.parameters, arguments).dropFirst(outer).filter { !$1.hasVariable && !$1.hasError }
        return found.isEmpty ? "" : "  // " + found.map { "\($0.name) = \(type($1))" }.joined(separator: ", ")
    }
}

extension InspectionQuestion.Declaration {
    /// Where it stands, and in what.
    fileprivate var declared: (Place, Origin)? {
        switch self {
        case .variable(let variable): (variable.place, variable.origin)
        case .function(let candidate, _): (candidate.function.place, candidate.function.origin)
        case .property(let property, _): (property.getter.place, property.getter.origin)
        case .stored(let property, _): property.place.map { ($0, property.owner.origin) }
        case .enumCase(let enumCase, _): enumCase.place.map { ($0, enumCase.owner.origin) }
        case .type(let nominal): (nominal.place, nominal.origin)
        case .alias, .parameter, .element: nil
        }
    }
}
