import SwiftSyntax

/// Which precedence group stands above which, through any number of groups in between.
///
/// An operator table follows `higherThan` from group to group, and does not see that what is `lowerThan: AdditionPrecedence` is lower than
/// multiplication too. So every group is given to it with all the groups that are below, as `higherThan`.
struct PrecedenceOrder {
    /// In the order of declaration, with what else they say of themselves.
    private var groups: [(name: String, rest: String)] = []
    private var above: [String: Set<String>] = [:]
    private var below: [String: Set<String>] = [:]

    /// From the lowest to the highest.
    private static let standard = [
        ("AssignmentPrecedence", " associativity: right assignment: true"), ("FunctionArrowPrecedence", " associativity: right"),
        ("TernaryPrecedence", " associativity: right"), ("LogicalDisjunctionPrecedence", " associativity: left"),
        ("LogicalConjunctionPrecedence", " associativity: left"), ("ComparisonPrecedence", ""), ("NilCoalescingPrecedence", " associativity: right"),
        ("CastingPrecedence", ""), ("RangeFormationPrecedence", ""), ("AdditionPrecedence", " associativity: left"),
        ("MultiplicationPrecedence", " associativity: left"), ("BitwiseShiftPrecedence", ""),
    ]

    /// The standard library's operators as it declares them, by fixity and name.
    static let standardOperators: [String: String] = {
        let infix = [
            "BitwiseShiftPrecedence": "<< &<< >> &>>", "MultiplicationPrecedence": "* &* / % &", "AdditionPrecedence": "+ &+ - &- | ^",
            "RangeFormationPrecedence": "... ..<", "NilCoalescingPrecedence": "??", "ComparisonPrecedence": "< <= > >= == != === !== ~=",
            "LogicalConjunctionPrecedence": "&&", "LogicalDisjunctionPrecedence": "||",
            "AssignmentPrecedence": "*= &*= /= %= += &+= -= &-= <<= &<<= >>= &>>= &= ^= |=",
        ]
        var declarations: [String: String] = [:]
        for (group, names) in infix { for name in names.split(separator: " ") { declarations["infix\(name)"] = "infix operator \(name): \(group)" } }
        for name in ["++", "--", "!", "~", "+", "-", "...", "..<"] { declarations["prefix\(name)"] = "prefix operator \(name)" }
        for name in ["++", "--", "..."] { declarations["postfix\(name)"] = "postfix operator \(name)" }
        return declarations
    }()

    init() {
        for (name, rest) in PrecedenceOrder.standard {
            let lower = Set(groups.map(\.name))
            groups.append((name, rest))
            relate(name, above: [], below: lower)
        }
        groups.append(("DefaultPrecedence", ""))
        relate("DefaultPrecedence", above: [], below: ["TernaryPrecedence"])
    }

    func has(_ name: String) -> Bool { groups.contains { $0.name == name } }

    var declarations: [String] {
        groups.map { group in
            let lower = (below[group.name] ?? []).sorted()
            return "precedencegroup \(group.name) {\(group.rest)\(lower.isEmpty ? "" : " higherThan: " + lower.joined(separator: ", ")) }"
        }
    }

    mutating func add(_ group: PrecedenceGroupDeclSyntax) {
        var higher: Set<String> = []
        var lower: Set<String> = []
        var rest = ""
        for attribute in group.groupAttributes {
            guard let relation = attribute.as(PrecedenceGroupRelationSyntax.self) else {
                rest += " " + attribute.trimmedDescription
                continue
            }
            let names = relation.precedenceGroups.map(\.name.text)
            if relation.higherThanOrLowerThanLabel.tokenKind == .keyword(.lowerThan) { higher.formUnion(names) } else { lower.formUnion(names) }
        }
        let name = group.name.text
        if let index = groups.firstIndex(where: { $0.name == name }) {
            // Declared again: what the earlier one said of itself no longer holds.
            groups.remove(at: index)
            above[name] = nil
            below[name] = nil
            for other in groups.map(\.name) {
                above[other]?.remove(name)
                below[other]?.remove(name)
            }
        }
        groups.append((name, rest))
        relate(name, above: higher, below: lower)
    }

    private mutating func relate(_ name: String, above higher: Set<String>, below lower: Set<String>) {
        let higher = higher.reduce(higher) { $0.union(above[$1] ?? []) }
        let lower = lower.reduce(lower) { $0.union(below[$1] ?? []) }
        above[name, default: []].formUnion(higher)
        below[name, default: []].formUnion(lower)
        for other in higher { below[other, default: []].formUnion(lower.union([name])) }
        for other in lower { above[other, default: []].formUnion(higher.union([name])) }
    }
}
