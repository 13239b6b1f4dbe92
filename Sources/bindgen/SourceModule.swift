import SwiftParser
import SwiftSyntax

/// The parsed files of one library module, in the order of their paths.
struct SourceModule {
    struct File {
        let path: String
        let tree: SourceFileSyntax
        let converter: SourceLocationConverter

        init(path: String, text: String) {
            self.path = path
            tree = Parser.parse(source: text)
            converter = SourceLocationConverter(fileName: path, tree: tree)
        }

        /// `Sources/Linear/Vector.swift:12:5`
        func place(of node: some SyntaxProtocol) -> String {
            let location = converter.location(for: node.positionAfterSkippingLeadingTrivia)
            return "\(path):\(location.line):\(location.column)"
        }

        func refusal(_ reason: Refusal.Reason, at node: some SyntaxProtocol) -> Refusal {
            Refusal(place: place(of: node), reason: reason)
        }
    }

    let name: String
    let files: [File]

    init(name: String, sources: [(path: String, text: String)]) {
        self.name = name
        files = sources.sorted { $0.path < $1.path }.map { File(path: $0.path, text: $0.text) }
    }
}

/// How far a declaration can be seen, as far as bindings care.
enum Access {
    case visible, hidden

    /// What the modifiers say, or what the surroundings give a declaration without any.
    init(_ modifiers: DeclModifierListSyntax, inherited: Access) {
        var access = inherited
        for modifier in modifiers where modifier.detail == nil {
            switch modifier.name.tokenKind {
            case .keyword(.public), .keyword(.open): access = .visible
            case .keyword(.package), .keyword(.internal), .keyword(.fileprivate), .keyword(.private): access = .hidden
            default: break
            }
        }
        self = access
    }
}

extension DeclModifierListSyntax {
    func has(_ keyword: Keyword) -> Bool { contains { $0.detail == nil && $0.name.tokenKind == .keyword(keyword) } }

    /// `private(set)`, `package(set)` and kin.
    var hidesSetter: Bool {
        contains { modifier in
            guard modifier.detail?.detail.text == "set" else { return false }
            return modifier.name.tokenKind != .keyword(.public) && modifier.name.tokenKind != .keyword(.open)
        }
    }
}

extension TokenSyntax {
    /// The name without backticks.
    var plainName: String { identifier?.name ?? text }
}

extension SyntaxProtocol {
    /// The lines of the doc comment before a declaration, each with its `///`.
    var documentation: [String] {
        var lines: [String] = []
        for piece in leadingTrivia {
            switch piece {
            case .docLineComment(let line):
                lines.append(line)
            case .docBlockComment(let block):
                lines += block.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    var text = line.drop { $0 == " " }
                    if text.hasPrefix("/**") { text = text.dropFirst(3) } else if text.hasPrefix("*") && !text.hasPrefix("*/") { text = text.dropFirst() }
                    if text.hasSuffix("*/") { text = text.dropLast(2) }
                    while text.last == " " { text = text.dropLast() }
                    return text.isEmpty ? "///" : "///" + (text.first == " " ? "" : " ") + text
                }
            case .lineComment, .blockComment:
                continue
            case .newlines(let count) where count > 1:
                // A comment that stands apart belongs to nothing.
                lines.removeAll()
            default:
                continue
            }
        }
        while lines.first == "///" { lines.removeFirst() }
        while lines.last == "///" { lines.removeLast() }
        return lines
    }
}
