extension ModelCard {
    /// A card from what a value says of itself, `Name(part: value, …) and more`: the parts line by line, the rest after its name. Nil for a text of another form.
    package init?(reading description: String, of name: String) {
        guard description.hasPrefix(name + "("), let end = Self.closing(description.dropFirst(name.count)) else { return nil }
        let inside = description[description.index(description.startIndex, offsetBy: name.count + 1) ..< end], rest = description[description.index(after: end)...]
        var lines: [(name: String, value: String)] = []
        for part in Self.parts(inside) {
            guard let colon = part.firstIndex(of: ":"), part[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
            let value = part[part.index(after: colon)...].trimmingSpaces()
            lines.append((Self.words(String(part[..<colon])), String(value)))
        }
        guard !lines.isEmpty, !rest.contains("\n") else { return nil }
        let follows = rest.first.map { $0 == ":" || $0 == "," || $0 == ";" } ?? true
        self.init(Self.title(name) + (follows ? "" : " ") + rest.trimmingSpaces(), lines)
    }

    /// `KernelRidgeFit` as "Kernel ridge fit", `EIReservoir` as "EI reservoir".
    package static func title(_ name: String) -> String {
        let text = words(name)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The words of a name in camel case; those in capitals stay so.
    package static func words(_ name: String) -> String {
        let letters = Array(name)
        var words: [[Character]] = []
        for (place, letter) in letters.enumerated() {
            let followsSmall = place > 0 && letters[place - 1].isLowercase
            let precedesSmall = place + 1 < letters.count && letters[place + 1].isLowercase
            // The last capital of several begins the next word.
            if words.isEmpty || letter.isUppercase && (followsSmall || precedesSmall) { words.append([letter]) } else { words[words.count - 1].append(letter) }
        }
        return words.map { word in word.count > 1 && word[1...].allSatisfy { !$0.isLowercase } ? String(word) : String(word).lowercased() }.joined(separator: " ")
    }

    /// Where the parenthesis with which the text begins is closed; nil if it is not.
    private static func closing(_ text: Substring) -> String.Index? {
        var depth = 0, isQuoted = false
        for index in text.indices {
            let letter = text[index]
            if letter == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if "([".contains(letter) { depth += 1 }
            if ")]".contains(letter) { depth -= 1 }
            if depth == 0 { return letter == ")" ? index : nil }
        }
        return nil
    }

    /// Between the commas that are in no parentheses and no text.
    private static func parts(_ text: Substring) -> [Substring] {
        var parts: [Substring] = [], start = text.startIndex, depth = 0, isQuoted = false
        for index in text.indices {
            let letter = text[index]
            if letter == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if "([".contains(letter) { depth += 1 }
            if ")]".contains(letter) { depth -= 1 }
            if letter == ",", depth == 0 {
                parts.append(text[start ..< index].trimmingSpaces())
                start = text.index(after: index)
            }
        }
        let last = text[start...].trimmingSpaces()
        return last.isEmpty ? parts : parts + [last]
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
