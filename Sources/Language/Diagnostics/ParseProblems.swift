import SwiftDiagnostics
import SwiftParserDiagnostics
import SwiftSyntax

/// What the parser says of a text that is no Swift, in the compiler's words and at its places.
///
/// The compiler misses a closing bracket at the token that stands there instead, which may be on a later line; `SwiftParserDiagnostics` says so at the end of what
/// came before.
enum ParseProblems {
    static func of(_ file: SourceFileSyntax) -> [(offset: Int, message: String)] {
        if let token = unspeakable(in: file) {
            return [(token.positionAfterSkippingLeadingTrivia.utf8Offset, "'=' must have consistent whitespace on both sides")]
        }
        let problems = ParseDiagnosticsGenerator.diagnostics(for: file).filter { $0.diagMessage.severity == .error }
        // An old loop says all there is to say.
        if let old = problems.first(where: { $0.message.hasPrefix("C-style for statement") }) {
            return [(old.node.positionAfterSkippingLeadingTrivia.utf8Offset, "C-style for statement was removed in Swift 3")]
        }
        var found: [(offset: Int, message: String)] = []
        var opened: Set<String> = []
        for problem in problems {
            // Where a block did not begin, its end is not missed.
            if problem.message.hasPrefix("expected '{' in ") { opened.insert(String(problem.message.dropFirst("expected '{' in ".count))) }
            if problem.message.hasPrefix("expected '}' to end "), opened.contains(String(problem.message.dropFirst("expected '}' to end ".count))) { continue }
            found.append(worded(problem))
        }
        // Behind text that does not end, nothing is where it seems to be.
        if let text = found.first(where: { $0.message == "unterminated string literal" }) { return [text] }
        return found + bodiless(in: file, found.isEmpty) + displaced(in: file, found.isEmpty)
    }

    private static func worded(_ problem: SwiftDiagnostics.Diagnostic) -> (offset: Int, message: String) {
        let node = problem.node
        let here = node.positionAfterSkippingLeadingTrivia.utf8Offset
        /// The token that stands where something is missing.
        let next = node.lastToken(viewMode: .all)?.nextToken(viewMode: .sourceAccurate)?.positionAfterSkippingLeadingTrivia.utf8Offset ?? here
        let following = node.lastToken(viewMode: .all)?.nextToken(viewMode: .sourceAccurate)
        let before = node.firstToken(viewMode: .all)?.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia.utf8Offset ?? here
        let message = problem.message
        switch message {
        case "expected ')' to end function call", "expected ')' to end tuple":
            return following.flatMap(separator) ?? (next, "expected ')' in expression list")
        case "expected ')' to end tuple type": return (next, "expected ')' at end of tuple list")
        case "expected ']' to end array type": return (here, "expected ']' in array type")
        case "expected ']' to end array", "expected ']' to end dictionary":
            let end = following?.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia.utf8Offset ?? here
            return following.flatMap(separator) ?? (following?.tokenKind == .endOfFile ? next : end, "expected ']' in container literal expression")
        case "expected ':' in dictionary element": return (here, "expected ':' in dictionary literal")
        case "expected ',' in array element", "expected ',' in dictionary element", "expected ',' in parameter": return (here, "expected ',' separator")
        case "expected '}' to end closure": return (next, "expected '}' at end of closure")
        case "expected '}' to end struct", "expected '}' to end enum", "expected '}' to end protocol", "expected '}' to end extension":
            return (next, "expected '}' in " + message.dropFirst("expected '}' to end ".count))
        case "expected '}' to end 'switch' statement": return (next, "expected '}' at end of 'switch' statement")
        case "unexpected brace in source file": return (here, "extraneous '}' at top level")
        case "expected '{' in 'if' statement": return (here, "expected '{' after 'if' condition")
        case "expected '{' in 'while' statement": return (here, "expected '{' after 'while' condition")
        case "expected '{' in 'for' statement": return (here, "expected '{' to start the body of for-each loop")
        case "expected '{' in 'guard' statement": return (here, "expected '{' after 'guard' else")
        case "expected 'else' in 'guard' statement": return (here, "expected 'else' after 'guard' condition")
        case "expected 'in' in 'for' statement": return (here, "expected 'in' after for-each pattern")
        case "expected ':' in switch case":
            return (here, "expected ':' after '\(node.firstToken(viewMode: .all)?.previousToken(viewMode: .sourceAccurate)?.text == "default" ? "default" : "case")'")
        case "expected ':' in parameter":
            let end = following?.nextToken(viewMode: .sourceAccurate)?.positionAfterSkippingLeadingTrivia.utf8Offset
            return (end ?? next, "expected ':' following argument label and parameter name")
        case "expected ':' and expression after '? ...' in ternary expression": return (here, "expected ':' after '? ...' in ternary expression")
        case "expected return type in function signature": return (here, "expected type for function result")
        case "unexpected ';' separator": return (here, "';' statements are not allowed")
        case "expected value in array element": return (here, "expected expression in container literal")
        case "expected expression in parameter", "expected expression in variable": return (here, "expected initial value after '='")
        case "expected pattern in variable": return (here, "expected pattern")
        case "expected '>' to end generic parameter clause": return (here, "expected '>' to complete generic parameter list")
        case "expected 'var' in variable": return (next, "expected 'var' keyword in property declaration")
        case "expected 'func' in function": return (next, "expected 'func' keyword in instance method declaration")
        case "expected 'in' in closure signature": return (next, "expected 'in' after the closure signature")
        case "expected '\"' to end string literal", "expected '\"\"\"' to end string literal": return (stringStart(around: node) ?? here, "unterminated string literal")
        case "consecutive statements on a line must be separated by newline or ';'": return (before, "consecutive statements on a line must be separated by ';'")
        case "Single-quoted string literal found, use '\"'": return (here, "single-quoted string literal found, use '\"'")
        case "unterminated '/*' comment":
            let text = Array(node.root.description.utf8)
            return ((text.lastIndex { $0 != 10 && $0 != 32 } ?? here) + 1, message)
        default: break
        }
        if message == "invalid escape sequence in literal" { return (problem.position.utf8Offset + 1, message) }
        if message.hasSuffix("in integer literal") { return (problem.position.utf8Offset, message) }
        if message.hasPrefix("expected '}' to end ") { return (next, "expected '}' at end of brace statement") }
        if message.hasPrefix("expected '}'") || message.hasPrefix("expected expression after operator") { return (next, message) }
        for kind in ["function", "struct", "enum", "protocol"] where message == "expected identifier in \(kind)" { return (here, message + " declaration") }
        if message.hasPrefix("unexpected code '") {
            if message.hasSuffix("' in function call") || message.hasSuffix("' in array") { return (here, "expected ',' separator") }
            if message.hasSuffix("' in enum"), node.firstToken(viewMode: .all)?.previousToken(viewMode: .sourceAccurate)?.parent?.is(EnumCaseElementSyntax.self) == true {
                return (here, "found an unexpected second identifier in enum 'case' declaration; is there an accidental break?")
            }
            if message.hasPrefix("unexpected code ':"), message.hasSuffix("' in function") { return (here, "expected '->' after function parameter tuple") }
            if ["else", "catch", "in"].contains(where: { message.hasPrefix("unexpected code '\($0) ") }) { return (here, "expected expression") }
        }
        return (here, message)
    }

    /// Where a list goes on without its comma: at what comes next, or at the end of the line before it. nil where an element cannot begin.
    private static func separator(before token: TokenSyntax) -> (offset: Int, message: String)? {
        switch token.tokenKind {
        case .identifier, .dollarIdentifier, .integerLiteral, .floatLiteral, .stringQuote, .multilineStringQuote, .rawStringPoundDelimiter, .leftParen, .leftSquare, .leftBrace,
            .prefixOperator, .period, .keyword(.self), .keyword(.Self), .keyword(.true), .keyword(.false), .keyword(.nil), .keyword(.try):
            let startsLine = token.leadingTrivia.contains(where: \.isNewline)
            let end = token.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia.utf8Offset
            return (startsLine ? end ?? 0 : token.positionAfterSkippingLeadingTrivia.utf8Offset, "expected ',' separator")
        default: return nil
        }
    }

    private static func stringStart(around node: Syntax) -> Int? {
        var node: Syntax? = node
        while let current = node {
            if current.is(StringLiteralExprSyntax.self) { return current.positionAfterSkippingLeadingTrivia.utf8Offset }
            node = current.parent
        }
        return nil
    }

    /// Functions that lost the brace before their body: in a text with other problems only, for else the checker misses it.
    private static func bodiless(in file: SourceFileSyntax, _ isRight: Bool) -> [(offset: Int, message: String)] {
        if isRight { return [] }
        let finder = BodilessFunctions(viewMode: .sourceAccurate)
        finder.walk(file)
        return finder.found.map { ($0, "expected '{' in body of function declaration") }
    }

    /// Extensions that stand in the body of what lost its closing brace.
    private static func displaced(in file: SourceFileSyntax, _ isRight: Bool) -> [(offset: Int, message: String)] {
        if isRight { return [] }
        let finder = InnerExtensions(viewMode: .sourceAccurate)
        finder.walk(file)
        return finder.found.map { ($0, "declaration is only valid at file scope") }
    }

    /// An `=` for which the generator would want a fix and find none, which ends the process: it has a space on each side, and an invalid character beside one.
    private static func unspeakable(in file: SourceFileSyntax) -> TokenSyntax? {
        file.tokens(viewMode: .all).first { token in
            guard token.tokenKind == .equal, token.tokenDiagnostic != nil else { return false }
            return (token.previousToken(viewMode: .all)?.trailingTrivia.contains(where: \.isSpaceOrTab) ?? false) && token.trailingTrivia.contains(where: \.isSpaceOrTab)
        }
    }
}

private final class BodilessFunctions: SyntaxVisitor {
    private(set) var found: [Int] = []
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.body == nil, node.name.presence == .present { found.append(node.name.positionAfterSkippingLeadingTrivia.utf8Offset) }
        return .visitChildren
    }
}

private final class InnerExtensions: SyntaxVisitor {
    private(set) var found: [Int] = []
    private var depth = 0
    override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visitPost(_ node: CodeBlockSyntax) { depth -= 1 }
    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visitPost(_ node: MemberBlockSyntax) { depth -= 1 }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        if depth > 0 { found.append(node.positionAfterSkippingLeadingTrivia.utf8Offset) }
        return .visitChildren
    }
    private func enter() -> SyntaxVisitorContinueKind {
        depth += 1
        return .visitChildren
    }
}
