/// The lines in which a committed file differs from what would be generated.
struct Difference {
    let removed: [String]
    let added: [String]
    let isNew: Bool

    init(of old: String?, to new: String) {
        let before = (old ?? "").split(separator: "\n", omittingEmptySubsequences: false), after = new.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = after.difference(from: before)
        removed = difference.removals.map(Self.line)
        added = difference.insertions.map(Self.line)
        isNew = old == nil
    }

    private static func line(_ change: CollectionDifference<Substring>.Change) -> String {
        switch change {
        case .insert(_, let element, _), .remove(_, let element, _): element.trimmingPrefix { $0 == " " }.description
        }
    }

    func summary(_ name: String, limit: Int = 6) -> String {
        if isNew { return "\(name): missing" }
        var lines = ["\(name): \(removed.count) lines out, \(added.count) lines in"]
        lines += removed.prefix(limit).map { "  - \($0)" } + added.prefix(limit).map { "  + \($0)" }
        return lines.joined(separator: "\n")
    }
}
