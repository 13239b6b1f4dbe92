/// A doc comment, and the same as Markdown: parameters as a list, equations set apart, papers as links.
struct DocumentationText {
    private let lines: [Substring]

    init(_ comment: String) { lines = comment.split(separator: "\n", omittingEmptySubsequences: false) }

    var markdown: String {
        var blocks: [String] = []
        var index = lines.startIndex
        while index < lines.endIndex {
            let line = lines[index]
            if line.isBlank {
                index += 1
            } else if line.drop(while: { $0 == " " }).hasPrefix("```") {
                let start = index
                index += 1
                while index < lines.endIndex, !lines[index].drop(while: { $0 == " " }).hasPrefix("```") { index += 1 }
                index = min(index + 1, lines.endIndex)
                blocks.append(lines[start ..< index].joined(separator: "\n"))
            } else if line.hasPrefix("- ") {
                let start = index
                while index < lines.endIndex, !lines[index].isBlank { index += 1 }
                blocks += fields(lines[start ..< index])
            } else {
                let start = index
                while index < lines.endIndex, !lines[index].isBlank, !lines[index].hasPrefix("- "), !lines[index].hasPrefix("```") { index += 1 }
                let paragraph = Array(lines[start ..< index])
                blocks.append(isEquation(paragraph) ? "```text\n" + paragraph.joined(separator: "\n") + "\n```" : linked(paragraph.joined(separator: "\n")))
            }
        }
        return blocks.joined(separator: "\n\n")
    }

    /// Lines of their own that say what something equals, and end no sentence.
    private func isEquation(_ paragraph: [Substring]) -> Bool {
        guard let last = paragraph.last?.last, ![".", ":", ";", "?"].contains(last) else { return false }
        return paragraph.allSatisfy { line in line.contains(" = ") || line.first == " " }
    }

    // MARK: Fields

    /// `- Parameters:`, `- Returns:` and the like. What is no field stays a list.
    private func fields(_ lines: ArraySlice<Substring>) -> [String] {
        var blocks: [String] = []
        var parameters: [String] = [], plain: [String] = []
        var isListing = false
        for line in lines {
            let text = line.drop { $0 == " " }
            let depth = line.count - text.count
            if depth == 0, let (name, rest) = field(text) {
                isListing = name == "Parameters"
                if isListing { continue }
                if name.hasPrefix("Parameter ") {
                    parameters.append("- `\(name.dropFirst("Parameter ".count))`: \(rest)")
                    isListing = true
                } else {
                    blocks.append("**\(name)**: \(rest)")
                }
            } else if isListing, text.hasPrefix("- "), let (name, rest) = field(text) {
                parameters.append("- `\(name)`: \(rest)")
            } else if depth > 0, isListing, !parameters.isEmpty {
                parameters[parameters.count - 1] += " " + text
            } else if depth > 0, !blocks.isEmpty {
                blocks[blocks.count - 1] += " " + text
            } else {
                plain.append(String(line))
            }
        }
        if !parameters.isEmpty { blocks.insert("**Parameters**\n\n" + parameters.joined(separator: "\n"), at: 0) }
        if !plain.isEmpty { blocks.insert(plain.joined(separator: "\n"), at: 0) }
        return blocks.map(linked)
    }

    /// `- Returns: the rest`
    private func field(_ text: Substring) -> (name: Substring, rest: Substring)? {
        guard text.hasPrefix("- "), let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[text.index(text.startIndex, offsetBy: 2) ..< colon]
        guard !name.isEmpty, name.split(separator: " ").count <= 2, !name.contains("`") else { return nil }
        return (name, text[text.index(after: colon)...].drop { $0 == " " })
    }

    // MARK: Papers

    /// With `doi:10.…` as a link.
    private func linked(_ text: String) -> String {
        var result = "", rest = text[...]
        while let start = rest.firstRange(ofName: "doi:10.") {
            let end = rest[start...].firstIndex { $0 == " " || $0 == "\n" } ?? rest.endIndex
            var name = rest[start ..< end]
            while let last = name.last, ".,;:".contains(last) || (last == ")" && name.count(of: ")") > name.count(of: "(")) { name = name.dropLast() }
            let address = name.dropFirst("doi:".count).map { character in
                switch character {
                case "<": "%3C"
                case ">": "%3E"
                case "(": "%28"
                case ")": "%29"
                default: String(character)
                }
            }.joined()
            let shown = name.map { $0 == "<" || $0 == ">" ? "\\\($0)" : String($0) }.joined()
            result += rest[..<start] + "[\(shown)](https://doi.org/\(address))"
            rest = rest[name.endIndex...]
        }
        return result + rest
    }
}

extension Substring {
    fileprivate var isBlank: Bool { allSatisfy { $0 == " " } }
    fileprivate func count(of character: Character) -> Int { reduce(0) { $0 + ($1 == character ? 1 : 0) } }

    fileprivate func firstRange(ofName name: String) -> Index? {
        var start = startIndex
        while let found = self[start...].firstIndex(of: name.first ?? " ") {
            if self[found...].hasPrefix(name) { return found }
            start = index(after: found)
        }
        return nil
    }
}
