import Display

/// Models and results of the library that do not show themselves in a way of their own, as cards: what their description says, then what else they hold that cells can read.
extension Machine {
    private static let textLimit = 120

    /// The card of a value with its text; nil for what is no struct of the models, or has too little to say for a card.
    func cardBundle(_ value: Value) throws -> MIMEBundle? {
        guard let held = (value.object as? NativeObject)?.any, let made = card(of: held) else { return nil }
        var bundle = MIMEBundle(plain: try debugDescribe(value.type, word: value.word, object: value.object))
        bundle["text/html"] = .text(made.html)
        return bundle
    }

    private func card(of held: Any) -> ModelCard? {
        // A quantity, as a time or a voltage, is read as text.
        let mirror = Mirror(reflecting: held)
        guard mirror.displayStyle == .struct, !(held is any Comparable), let name = Self.modelName(type(of: held)) else { return nil }
        let isDescribed = held is any CustomStringConvertible
        let description = isDescribed ? String(describing: held) : ""
        var card = ModelCard(reading: description, of: name) ?? ModelCard(ModelCard.title(name), [])
        if card.lines.isEmpty, isDescribed, !description.contains("\n") { card.title += ": " + Self.shortened(description) }
        for child in mirror.children {
            // What has no getter in the table is no matter of cells.
            guard let label = child.label, natives.functions["\(name).\(label)"] != nil else { continue }
            let words = ModelCard.words(label)
            if !card.lines.contains(where: { $0.name == words }) { card.lines.append((words, Self.summary(child.value))) }
        }
        return card.lines.count > 1 ? card : nil
    }

    /// The name under which cells know a type of the models; nil for types of other modules.
    private static func modelName(_ type: Any.Type) -> String? {
        let full = String(reflecting: type)
        guard full.hasPrefix("Neuro.") else { return nil }
        var name = String(full.dropFirst("Neuro.".count).prefix { $0 != "<" })
        if name.count + "Neuro.<".count < full.count, name.hasSuffix("Of") {
            name.removeLast(2)
            if full.hasSuffix("<Swift.Float>") { name = "Float" + name }
        }
        return name
    }

    /// A part of a value in few words: the sizes of what is large, the rest as it describes itself.
    private static func summary(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { summary($0.value) } ?? "none"
        case .collection, .set, .dictionary:
            let count = mirror.children.count
            if count <= 8 {
                let text = String(describing: value)
                if text.count <= 60, !text.contains("\n") { return text }
            }
            return "\(count) element\(count == 1 ? "" : "s")"
        default: break
        }
        let sizes = Dictionary(mirror.children.compactMap { child in child.label.flatMap { label in (child.value as? Int).map { (label, $0) } } }, uniquingKeysWith: { $1 })
        if let rows = sizes["rows"], let columns = sizes["columns"] { return "\(rows) × \(columns)" }
        if "\(type(of: value))".hasPrefix("VectorOf"), let count = elements(mirror) { return "\(count) element\(count == 1 ? "" : "s")" }
        let isPlain = value is any CustomStringConvertible || mirror.displayStyle == .enum
        return isPlain ? shortened(String(describing: value)) : ModelCard.title("\(type(of: value))".prefix { $0 != "<" }.description)
    }

    private static func elements(_ mirror: Mirror) -> Int? {
        mirror.children.lazy.compactMap { Mirror(reflecting: $0.value) }.first { $0.displayStyle == .collection }?.children.count
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
        return line.count > textLimit ? line.prefix(textLimit - 1) + "…" : line
    }
}
