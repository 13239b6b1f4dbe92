/// What swiftc knows of the values of variables where it looks for overflow, divisions by zero and the like.
///
/// As there, a value is known when one assignment of literal arithmetic alone leads to it: not where paths meet that assigned different ones, nor
/// in a loop that changes the variable. Of globals that knowledge ends with the next call, or with the next global that is made.
struct KnownValues {
    enum Value {
        case integer(Int128)
        case floating(Double)
        case tuple([Value?])
    }
    private struct Entry {
        var value: Value
        /// Tells assignments of the same value apart.
        var assignment: Int
    }
    private var entries: [Variable: Entry] = [:]
    /// Changed by closures, which calls may reach.
    private var shared: Set<Variable> = []
    /// Changed by closures that went somewhere: never known again.
    private var lost: Set<Variable> = []

    subscript(variable: Variable) -> Value? { entries[variable]?.value }

    mutating func set(_ variable: Variable, to value: Value?, assignment: Int) {
        guard let value, !lost.contains(variable), variable.willSet == nil, variable.didSet == nil else { return forget(variable) }
        entries[variable] = Entry(value: value, assignment: assignment)
    }

    mutating func forget(_ variable: Variable) { entries[variable] = nil }

    mutating func forgetGlobals() { for variable in entries.keys { if case .global = variable.storage { entries[variable] = nil } } }

    /// A closure that uses the variable has been made.
    mutating func share(_ variable: Variable) { if variable.isMutable { shared.insert(variable) } }

    /// A call that may reach the closures made so far.
    mutating func call(isLosing: Bool) {
        for variable in shared {
            entries[variable] = nil
            if isLosing { lost.insert(variable) }
        }
    }

    /// Where paths meet.
    static func merged(_ first: KnownValues, _ second: KnownValues) -> KnownValues {
        var merged = KnownValues()
        for (variable, entry) in first.entries { if second.entries[variable]?.assignment == entry.assignment { merged.entries[variable] = entry } }
        merged.shared = first.shared.union(second.shared)
        merged.lost = first.lost.union(second.lost)
        return merged
    }
}

/// The variables that code may change, closures and local functions that it makes or calls included.
final class ChangedVariables: TreeWalker {
    private(set) var found: Set<Variable> = []
    private(set) var hasCalls = false

    override func walk(_ value: Expression) {
        switch value.kind {
        case .assign(let target, _): add(target)
        case .inout(let target): add(target)
        case .call(let callee, let receiver, _):
            hasCalls = true
            if callee.function.isMutating, let receiver { add(receiver) }
            found.formUnion(callee.function.captures)
        case .callValue: hasCalls = true
        case .closure(let function): found.formUnion(function.captures.filter(\.isMutable))
        default: break
        }
        super.walk(value)
    }

    private func add(_ target: Expression) {
        if case .tuple(let parts) = target.kind { for part in parts { add(part) } }
        if let variable = target.root { found.insert(variable) }
    }
}

extension Expression {
    /// The variable that the place is a part of.
    var root: Variable? {
        switch kind {
        case .variable(let variable): variable
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalBinding(let base), .optionalChain(let base), .inout(let base),
            .convert(_, let base):
            base.root
        case .computed(let base, _, _, _): base?.root
        default: nil
        }
    }
}

/// Arithmetic as swiftc does it while compiling.
enum ConstantArithmetic {
    /// A floating-point number as Swift's compiler writes it.
    static func spelled(_ number: Double) -> String {
        number.isInfinite ? (number < 0 ? "-Inf" : "+Inf") : number.description.replacing("e+", with: "e")
    }

    /// What the integer types hold.
    static let ranges: [String: ClosedRange<Int128>] = [
        "Int": Int128(Int.min) ... Int128(Int.max), "Int64": Int128(Int64.min) ... Int128(Int64.max), "Int32": Int128(Int32.min) ... Int128(Int32.max),
        "Int16": Int128(Int16.min) ... Int128(Int16.max), "Int8": Int128(Int8.min) ... Int128(Int8.max), "UInt": 0 ... Int128(UInt.max),
        "UInt64": 0 ... Int128(UInt64.max), "UInt32": 0 ... Int128(UInt32.max), "UInt16": 0 ... Int128(UInt16.max), "UInt8": 0 ... Int128(UInt8.max),
    ]

    /// `a + b`, as it is before it is found to fit or not; nil where nothing is said of it. What wraps around always fits.
    static func exact(_ name: some StringProtocol, _ a: Int128, _ b: Int128, in range: ClosedRange<Int128>) -> Int128? {
        switch name {
        case "&+": wrapped(a + b, in: range)
        case "&-": wrapped(a - b, in: range)
        case "&*": a.multipliedReportingOverflow(by: b).overflow ? nil : wrapped(a * b, in: range)
        case "/": b == 0 ? nil : a / b
        case "%": b == 0 || (b == -1 && a == range.lowerBound) ? nil : a % b
        case "+": a + b
        case "-": a - b
        case "*": a.multipliedReportingOverflow(by: b).overflow ? Int128.max : a * b
        case "&": a & b
        case "|": a | b
        case "^": a ^ b
        default: nil
        }
    }

    static func exact(_ name: String, _ a: Double, _ b: Double) -> Double? {
        switch name {
        case "+": a + b
        case "-": a - b
        case "*": a * b
        case "/": a / b
        default: nil
        }
    }

    private static func wrapped(_ value: Int128, in range: ClosedRange<Int128>) -> Int128 {
        let size = range.upperBound - range.lowerBound + 1, rest = (value - range.lowerBound) % size
        return range.lowerBound + (rest < 0 ? rest + size : rest)
    }
}
