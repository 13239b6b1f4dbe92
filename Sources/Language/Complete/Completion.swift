import SwiftParser
import SwiftSyntax

/// What may stand at a cursor in a cell that is being written.
package struct Completion: Equatable, Sendable {
    /// Best first.
    package var suggestions: [Suggestion]
    /// The Unicode scalars that they replace.
    package var range: Range<Int>
}

extension Compiler {
    /// Completes the name at a cursor from what the checker knows there.
    ///
    /// - Parameter interruption: asked now and then whether to stop; what is known by then is the answer.
    package func complete(_ code: String, cursor: Int, interruption: @escaping () -> Bool = { false }) -> Completion {
        let text = CursorText(code, cursor: cursor)
        guard code.utf8.count <= CursorText.limit, let prefix = text.prefix else { return Completion(suggestions: [], range: text.cursor ..< text.cursor) }
        checker.interruption = interruption
        defer { checker.interruption = { false } }
        let typed = text.string(prefix)
        // Where what follows cannot be read, what comes before may still be.
        for marked in [text.marked(replacing: prefix), text.markedEnd(replacing: prefix)] {
            guard let file = Nesting.parseForQuestions(marked.text) else { continue }
            let isEnd = marked.text.utf8.count == marked.offset + marked.name.utf8.count + 1
            let found: [Suggestion]?? = checker.ask(about: file, text: marked.text) { folded -> CompletionQuestion? in
                guard let token = folded.token(coveringByte: marked.offset), token.text == marked.name else { return nil }
                let question = CompletionQuestion(token)
                // Cut off, the text may say more.
                if !isEnd, let question, case .other = question.subject, Keywords.at(token).isEmpty, !question.isNamed { return nil }
                return question
            } read: { question, scope in
                checker.suggestions(for: question, prefix: typed, cell: scope)
            }
            if case .some(.some(let suggestions)) = found { return Completion(suggestions: suggestions, range: prefix) }
        }
        return Completion(suggestions: [], range: prefix)
    }
}

extension CompletionQuestion {
    /// Whether the place is where a name is given: nothing is to be proposed there.
    var isNamed: Bool {
        switch token.parent?.kind {
        case .identifierPattern, .functionParameter, .functionDecl, .structDecl, .enumDecl, .protocolDecl, .enumCaseElement, .typeAliasDecl, .closureShorthandParameter: true
        default: false
        }
    }
}

extension Checker {
    fileprivate func suggestions(for question: CompletionQuestion, prefix: String, cell: Scope) -> [Suggestion]? {
        let saved = signatures
        signatures = question.signatures
        defer { signatures = saved }
        for ignoresCase in [false, true] {
            var listing = Listing(self, from: question.scope ?? cell, wanted: question.wanted, prefix: prefix, ignoresCase: ignoresCase)
            listing.hidden = question.later
            collect(question, &listing)
            if !listing.found.isEmpty || prefix.isEmpty { return listing.found.sorted(by: Suggestion.precedes) }
        }
        return []
    }

    private func collect(_ question: CompletionQuestion, _ listing: inout Listing) {
        switch question.subject {
        case .member(let member):
            if question.isModule {
                listing.addModuleNames(of: member.base?.trimmedDescription == "Engram" ? libraryScope : standardScope)
            } else if let base = question.base, question.isPattern {
                listing.addImplicitMembers(of: base.type, isPattern: true)
            } else if let base = question.base {
                listing.addMembers(of: base.type, isStatic: base.isStatic)
            } else if member.base == nil {
                for type in question.wanted { listing.addImplicitMembers(of: type, isPattern: question.isPattern) }
            }
        case .component:
            if let base = question.base { listing.addMembers(of: base.type, isStatic: false) }
        case .memberType:
            if let base = question.base { listing.addTypes(of: base.type) }
        case .label:
            if let call = question.call { listing.addLabels(of: call) }
        case .name(let name):
            if let call = question.call, call.isKnown {
                listing.addLabels(of: call)
                guard call.slots.isEmpty || call.slots.contains(where: { $0.label == nil }) else { return }
            }
            listing.addNames()
            listing.addKeywords(Keywords.at(name))
        case .type(let type): addTypes(type, &listing)
        case .other:
            if question.token.parent?.is(ImportPathComponentSyntax.self) == true {
                for module in ["Engram", "Foundation", "Glibc"] where listing.fits(module) { listing.add(module, .module, "import \(module)", at: .library) }
            } else if !question.isNamed {
                listing.addKeywords(Keywords.at(question.token))
            }
        }
    }

    private func addTypes(_ type: IdentifierTypeSyntax, _ listing: inout Listing) {
        if type.parent?.is(AttributeSyntax.self) == true {
            return listing.addKeywords(["discardableResult", "escaping", "autoclosure"])
        }
        // After a declaration's colon: protocols, and for an enum the types of raw values.
        if let inherited = type.parent?.as(InheritedTypeSyntax.self) {
            let owner = inherited.parent?.parent?.parent
            let raw: Set<String> = owner?.is(EnumDeclSyntax.self) == true ? ["Int", "String", "Double", "Character"] : []
            listing.addNames(typesOnly: true)
            return listing.keep { suggestion in
                suggestion.signature.hasPrefix("protocol ") || raw.contains(suggestion.text)
            }
        }
        listing.addNames(typesOnly: true)
        if type.parent?.is(GenericParameterSyntax.self) == true || type.parent?.is(ConformanceRequirementSyntax.self) == true {
            return listing.keep { $0.signature.hasPrefix("protocol ") }
        }
        listing.addKeywords(Keywords.at(TypeSyntax(type)))
    }
}

extension Nesting {
    /// The tree of a text, if it does not go so deep that walking it needs a large stack.
    static func parseForQuestions(_ text: String) -> SourceFileSyntax? {
        guard problem(in: text) == nil else { return nil }
        let file = Parser.parse(source: text)
        return problem(in: file, limit: 400) == nil ? file : nil
    }
}

extension SyntaxProtocol {
    /// The token of which a byte is part, not counting what stands between tokens.
    func token(coveringByte offset: Int) -> TokenSyntax? {
        let position = AbsolutePosition(utf8Offset: offset)
        guard position >= self.position, position < endPosition, let token = token(at: position) else { return nil }
        return token.positionAfterSkippingLeadingTrivia <= position && position < token.endPositionBeforeTrailingTrivia ? token : nil
    }
}
