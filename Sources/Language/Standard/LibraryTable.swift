import SwiftParser
import SwiftSyntax

/// What cells have of the standard library, as the table in this folder's README, read from the interface text itself.
package enum LibraryTable {
    package static let fileName = "LIBRARY.md"

    package static func markdown() -> String {
        var collector = Collector()
        for piece in StandardLibrary.pieces { collector.read(piece.text) }
        // Types that offer the same under different names stand in one row.
        var rows: [(types: [String], members: [String])] = []
        for name in collector.order {
            let members = collector.members[name, default: []].sorted()
            if members.isEmpty { continue }
            if let index = rows.firstIndex(where: { $0.members == members && members.count > 20 }) { rows[index].types.append(name) } else { rows.append(([name], members)) }
        }
        var text = """
            # The standard library in cells

            Written from the interface text in this folder by `REWRITE_GOLDENS=1 swift test -c release --filter LibraryTableTests`; the test fails when the two differ.
            A type also has what the protocols it conforms to give.

            | Type | Members |
            | --- | --- |

            """
        for row in rows { text += "| \(cell(row.types)) | \(cell(row.members)) |\n" }
        return text + "\n## Functions\n\n" + cell(collector.free.sorted()) + "\n"
    }

    private static func cell(_ names: [String]) -> String {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.map { "`" + $0.replacingBars + "`" }.joined(separator: " ")
    }

    private struct Collector {
        var order: [String] = []
        var members: [String: [String]] = [:]
        var free: [String] = []

        mutating func read(_ text: String) {
            for item in Parser.parse(source: text).statements {
                if case .decl(let declaration) = item.item { read(declaration, in: nil) }
            }
        }

        private mutating func read(_ declaration: DeclSyntax, in owner: String?) {
            if let type = declaration.asProtocol(NamedDeclSyntax.self), let group = declaration.asProtocol(DeclGroupSyntax.self) {
                open(group.memberBlock, named: [owner, type.name.text].compactMap { $0 }.joined(separator: "."))
            } else if let part = declaration.as(ExtensionDeclSyntax.self) {
                open(part.memberBlock, named: part.extendedType.trimmedDescription)
            } else {
                for name in names(of: declaration) {
                    if let owner { members[owner, default: []].append(name) } else { free.append(name) }
                }
            }
        }

        private mutating func open(_ block: MemberBlockSyntax, named name: String) {
            // Names with an underscore serve the text alone.
            if name.split(separator: ".").contains(where: { $0.hasPrefix("_") }) { return }
            if !order.contains(name) { order.append(name) }
            for member in block.members { read(member.decl, in: name) }
        }

        private func names(of declaration: DeclSyntax) -> [String] {
            switch declaration.as(DeclSyntaxEnum.self) {
            case .functionDecl(let function):
                let name = function.name.text
                if name.hasPrefix("_") { return [] }
                if name.isOperatorName { return [name] }
                return [name + labels(function.signature.parameterClause.parameters)]
            case .initializerDecl(let initializer):
                let labels = labels(initializer.signature.parameterClause.parameters)
                return labels.contains("(_") && !labels.hasPrefix("(_:") ? [] : ["init" + labels]
            case .subscriptDecl(let access):
                return ["subscript" + labels(access.parameterClause.parameters, whenTwoNames: true)]
            case .variableDecl(let variable):
                return variable.bindings.map { $0.pattern.trimmedDescription }.filter { !$0.hasPrefix("_") }
            case .enumCaseDecl(let cases): return cases.elements.map { "." + $0.name.text }
            default: return []
            }
        }

        private func labels(_ parameters: FunctionParameterListSyntax, whenTwoNames: Bool = false) -> String {
            let labels = parameters.map { (whenTwoNames && $0.secondName == nil ? "_" : $0.firstName.text) + ":" }
            return "(" + labels.joined() + ")"
        }
    }
}

extension String {
    /// A bar would end the table's cell.
    fileprivate var replacingBars: String { map { $0 == "|" ? "\\|" : String($0) }.joined() }
}
