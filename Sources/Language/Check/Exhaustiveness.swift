import SwiftSyntax

/// Which values the cases of a `switch` take: whether all of them, and whether a case takes any that those before it left.
///
/// Judged by the constructors of enums, optionals, tuples and Bool; a literal or a condition takes nothing for certain.
extension Checker {
    func isExhaustive(_ cases: [Statement.SwitchCase], over type: Type) -> Bool {
        covers(certain(cases), [.wildcard(type)], [type], depth: 0)
    }

    /// What is missing, as far as it can be named: cases of the enum itself.
    func missingCases(_ cases: [Statement.SwitchCase], over type: Type) -> [Note] {
        let rows = certain(cases)
        let subject = type.optionalPayload ?? type
        guard case .nominal(let nominal, let arguments) = subject else { return [Note("add a default clause")] }
        func isMissing(_ pattern: Pattern) -> Bool { rows.isEmpty || !covers(rows, [pattern], [type], depth: 0) }
        var missing: [String] = []
        func within(_ pattern: Pattern) -> Pattern { subject == type ? pattern : .unwrap(pattern, type) }
        if nominal.kind == .enumeration, !nominal.cases.isEmpty, subject.optionalPayload == nil {
            let substitution = Specialization(nominal.generics.parameters, arguments)
            for enumCase in nominal.cases where isMissing(within(.enumCase(enumCase, enumCase.payload.map { .wildcard(substitution($0.type)) }, subject))) {
                let blanks = enumCase.payload.map { ($0.label.map { $0 + ": " } ?? "") + "_" }
                let shown = ".\(enumCase.name)" + (blanks.isEmpty ? "" : "(\(blanks.joined(separator: ", ")))")
                missing.append(subject == type ? shown : ".some(\(shown))")
            }
        } else if subject != type {
            if isMissing(.unwrap(.wildcard(subject), type)) { missing.append(".some(_)") }
        } else if subject.standardName != "Bool" {
            return [Note("add a default clause")]
        }
        if subject != type, isMissing(.none(type)) { missing.append(".none") }
        return missing.map { Note("add missing case: '\($0)'") }
    }

    /// Tells of cases that can never be chosen.
    func warnOfHandledCases(_ cases: [Statement.SwitchCase], of syntax: SwitchExprSyntax, over type: Type) {
        guard source == Int32(cell), !type.hasError else { return }
        var rows: [[Pattern]] = []
        var literals: Set<String> = []
        var hasHandled = false
        let written = syntax.cases.compactMap { element in if case .switchCase(let item) = element { item } else { nil } }
        for (item, known) in zip(written, cases) {
            guard case .case(let label) = item.label else {
                let isWhole = if case .tuple = type { false } else { rows.allSatisfy { !$0[0].isLoose } }
                if isWhole, !hasHandled, covers(rows, [.wildcard(type)], [type], depth: 0) {
                    warn(at: item.label.positionAfterSkippingLeadingTrivia.utf8Offset, "default will never be executed")
                }
                continue
            }
            for (part, (pattern, filter)) in zip(label.caseItems, known.patterns) {
                let offset = part.pattern.positionAfterSkippingLeadingTrivia.utf8Offset
                if case .test(_, let value) = pattern, let literal = value.comparedLiteral {
                    if !literals.insert(literal).inserted { warn(at: offset, "literal value is already handled by previous pattern; consider removing it") }
                    if rows.contains(where: { isCertain($0[0], type) }) { warn(at: item.label.positionAfterSkippingLeadingTrivia.utf8Offset, "case will never be executed") }
                } else if !rows.isEmpty, !pattern.isIrrefutable, !pattern.mentionsLiteral, covers(rows, [pattern], [type], depth: 0) {
                    hasHandled = true
                    warn(at: offset, "case is already handled by previous patterns; consider removing it")
                }
                if filter == nil { rows.append([pattern]) }
            }
        }
    }

    private func certain(_ cases: [Statement.SwitchCase]) -> [[Pattern]] {
        cases.flatMap { item in item.patterns.filter { $0.filter == nil }.map { [$0.0] } }
    }

    /// Takes every value of the type.
    private func isCertain(_ pattern: Pattern, _ type: Type) -> Bool {
        if pattern.isIrrefutable { return true }
        // `let x as Any`
        if case .cast(_, let wanted, let inner) = pattern { return isSubtype(type, of: wanted) && inner.map { isCertain($0, wanted) } ?? true }
        return false
    }

    /// Whether some row takes every value that the patterns of `wanted` take.
    private func covers(_ rows: [[Pattern]], _ wanted: [Pattern], _ types: [Type], depth: Int) -> Bool {
        guard let type = types.first, let head = wanted.first else { return !rows.isEmpty }
        guard !rows.isEmpty, depth < 40 else { return false }
        let rest = Array(types.dropFirst()), tail = Array(wanted.dropFirst())
        let isOpen = isCertain(head, type)
        if rows.allSatisfy({ isCertain($0[0], type) }) { return covers(rows.map { Array($0.dropFirst()) }, tail, rest, depth: depth + 1) }
        /// The values made by one constructor, whose parts come in front.
        func specialise(_ parts: [Type], _ take: (Pattern) -> [Pattern]?) -> Bool {
            let blank = parts.map(Pattern.wildcard)
            // Of no interest where `wanted` names another constructor.
            guard let own = isOpen ? blank : take(head) else { return true }
            let chosen = rows.compactMap { row -> [Pattern]? in
                if isCertain(row[0], type) { return blank + row.dropFirst() }
                return take(row[0]).map { $0 + row.dropFirst() }
            }
            return covers(chosen, own + tail, parts + rest, depth: depth + 1)
        }
        switch type {
        case .tuple(let elements):
            return specialise(elements.map(\.type)) { if case .tuple(let parts, _) = $0, parts.count == elements.count { parts } else { nil } }
        case .nominal(let nominal, let arguments):
            if let payload = type.optionalPayload {
                return specialise([payload]) { if case .unwrap(let inner, _) = $0 { [inner] } else { nil } }
                    && specialise([]) { if case .none = $0 { [] } else { nil } }
            }
            if type.standardName == "Bool" {
                return [true, false].allSatisfy { value in
                    specialise([]) { pattern in
                        if case .test(_, let expression) = pattern, expression.comparesBoolean == value { return [] }
                        return nil
                    }
                }
            }
            guard nominal.kind == .enumeration, !nominal.cases.isEmpty else { break }
            let substitution = Specialization(nominal.generics.parameters, arguments)
            return nominal.cases.allSatisfy { enumCase in
                let payload = enumCase.payload.map { substitution($0.type) }
                return specialise(payload) {
                    guard case .enumCase(let own, let parts, _) = $0, own === enumCase else { return nil }
                    if parts.count == payload.count { return parts }
                    // One name may stand for all that a case holds; a pattern of too few or too many parts has been reported.
                    return parts.allSatisfy(\.isIrrefutable) ? payload.map(Pattern.wildcard) : nil
                }
            }
        default: break
        }
        let open = rows.filter { isCertain($0[0], type) }.map { Array($0.dropFirst()) }
        return covers(open, tail, rest, depth: depth + 1)
    }
}

extension Pattern {
    var isIrrefutable: Bool {
        switch self {
        case .bind, .wildcard: true
        case .tuple(let parts, _): parts.allSatisfy(\.isIrrefutable)
        case .unwrap, .none, .enumCase, .test, .cast: false
        }
    }

    /// `_`, `is T`: meant to take what is left.
    fileprivate var isLoose: Bool {
        switch self {
        case .wildcard, .cast: true
        default: false
        }
    }

    /// Holds a value to compare with: what else it takes is not known.
    fileprivate var mentionsLiteral: Bool {
        switch self {
        case .bind, .wildcard, .none: false
        case .tuple(let parts, _), .enumCase(_, let parts, _): parts.contains(where: \.mentionsLiteral)
        case .unwrap(let inner, _): inner.mentionsLiteral
        case .cast: true
        case .test(_, let value): value.comparesBoolean == nil
        }
    }
}

extension Expression {
    /// Of `true ~= x`: the literal.
    fileprivate var comparesBoolean: Bool? {
        guard case .call(_, _, let arguments) = kind, case .value(let first)? = arguments.first, case .boolean(let value) = first.kind else { return nil }
        return value
    }

    /// Of `3 ~= x`: the number or text, spelled.
    fileprivate var comparedLiteral: String? {
        guard case .call(_, _, let arguments) = kind, case .value(let first)? = arguments.first else { return nil }
        switch first.kind {
        case .integer(let magnitude, let isNegative): return (isNegative ? "-" : "") + "\(magnitude)"
        case .floating(let value): return "\(value)"
        case .string(let text): return "\"" + text
        default: return nil
        }
    }
}
