import SwiftSyntax

/// A call whose brackets the cursor is in, where an argument begins.
struct OpenCall {
    let node: Syntax
    /// Labels of the arguments before the cursor, and of those after it.
    private let before: [String?], after: Set<String>

    /// What may stand at the cursor, by one of the functions that the call may mean.
    struct Slot {
        /// nil where a value stands without one.
        var label: String?
        var type: Type
        /// The parameter as declared: `units: Int`.
        var text: String
    }
    private(set) var slots: [Slot] = []
    /// Whether some function was found that the call may mean.
    private(set) var isKnown = false

    init(_ argument: LabeledExprSyntax, in list: LabeledExprListSyntax, of node: Syntax) {
        self.node = node
        var before: [String?] = [], after: Set<String> = []
        var isAfter = false
        for item in list {
            if item.id == argument.id {
                isAfter = true
            } else if isAfter {
                if let label = item.label?.text { after.insert(label) }
            } else {
                before.append(item.label?.text)
            }
        }
        (self.before, self.after) = (before, after)
    }

    /// Adds what a function takes that has not been given yet.
    mutating func add(_ parameters: [Parameter], types: (Type) -> Type, text: (Parameter) -> String) {
        isKnown = true
        guard let (rest, isVariadic) = remaining(parameters) else { return }
        // A value without a label can only stand here if all before it may be left out; nothing comes before one that may not.
        var allMayBeLeftOut = true
        for (index, parameter) in rest.enumerated() {
            let mayBeLeftOut = parameter.hasDefault || parameter.isVariadic
            if let label = parameter.label, !(isVariadic && index == 0) {
                allMayBeLeftOut = allMayBeLeftOut && mayBeLeftOut
                if !after.contains(label) { add(Slot(label: label, type: types(parameter.type), text: text(parameter))) }
            } else {
                if allMayBeLeftOut { add(Slot(label: nil, type: types(parameter.type), text: text(parameter))) }
                if !mayBeLeftOut { return }
            }
        }
    }

    private mutating func add(_ slot: Slot) {
        if slots.contains(where: { $0.label == slot.label && $0.type == slot.type }) { return }
        slots.append(slot)
    }

    /// The parameters that come after those of the arguments before the cursor; nil if these do not fit.
    ///
    /// `isVariadic`: the first of them is a variadic parameter of which elements were given.
    private func remaining(_ parameters: [Parameter]) -> (rest: ArraySlice<Parameter>, isVariadic: Bool)? {
        var next = parameters.startIndex
        var isVariadic = false
        for label in before {
            if isVariadic, label == nil { continue }
            if isVariadic { next += 1 }
            guard let found = parameters[next...].firstIndex(where: { $0.label == label }) else { return nil }
            isVariadic = parameters[found].isVariadic
            next = isVariadic ? found : found + 1
        }
        return (parameters[next...], isVariadic)
    }
}
