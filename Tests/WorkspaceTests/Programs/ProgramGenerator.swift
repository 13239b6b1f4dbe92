/// Writes random programs of the cell language: well-typed, of bounded length, the same for the same seed.
///
/// Expressions are made for a type that is wanted, from what is in scope: literals, variables and their parts, operators, calls. A `fuel` that every declared function
/// burns ends recursion; loops run over a few elements. Beside what is made this way stand set pieces (`ProgramGenerator+Pieces`), whose holes are filled with such expressions.
/// Every name at file level ends in the program's number, so that many programs fit into one file for the compiler.
final class ProgramGenerator {
    /// An expression and how tightly its outermost operator binds.
    struct Expression {
        var text: String
        var level: Int
        init(_ text: String, _ level: Int = Level.primary) { (self.text, self.level) = (text, level) }
    }
    enum Level {
        static let primary = 100, prefix = 90, shift = 80, multiplication = 70, addition = 60, range = 50, cast = 45, coalescing = 40, comparison = 30, and = 20, or = 15
        static let ternary = 10, lowest = 0
    }

    var random: ProgramRandom
    let tag: String
    /// Statements stand at the top level, where a trap ends everything: less is risked.
    let isTopLevel: Bool
    var lines: [String] = []
    var depth = 0
    var scopes: [[ProgramVariable]] = [[]]
    var localFunctions: [[ProgramFunction]] = [[]]
    /// Not to be touched: being changed at this moment.
    var hidden: Set<String> = []
    var structures: [ProgramStructure] = []
    var enumerations: [ProgramEnumeration] = []
    var protocols: [ProgramProtocol] = []
    var functions: [ProgramFunction] = []
    /// A call that throws may stand here.
    var mayThrow = false
    /// One does: the statement needs a `try`.
    var throwsHere = false
    /// What the function around returns: nil where there is none, or where it returns nothing.
    var result: ProgramType?
    var isInFunction = false
    /// What is returned need not say its own type.
    var resultIsGiven = true
    var loops: [String?] = []
    /// Each closure, however deep it stands, is small.
    var closures = 0
    /// Closures with `$0` do not stand within each other.
    var hasDollars = false
    /// How much the present statement holds.
    var nodes = 0
    /// Set pieces still to come.
    var wanted: [Int] = []
    private var names = 0

    init(seed: UInt64, tag: String, isTopLevel: Bool) {
        random = ProgramRandom(state: seed &* 0x2545_F491_4F6C_DD1D &+ 99)
        (self.tag, self.isTopLevel) = (tag, isTopLevel)
    }

    /// The program of a seed.
    static func program(seed: UInt64, tag: String, isTopLevel: Bool = false) -> Program {
        let generator = ProgramGenerator(seed: seed, tag: tag, isTopLevel: isTopLevel)
        generator.declarePrelude()
        generator.declareEverything()
        generator.declarePieces()
        let declarations = generator.lines
        generator.lines = []
        generator.depth = isTopLevel ? 0 : 1
        generator.mayThrow = !isTopLevel
        for _ in 0 ..< 3 + generator.below(6) { generator.statement(2) }
        while !generator.wanted.isEmpty { generator.piece() }
        generator.printEverything()
        return Program(tag: tag, declarations: declarations, body: generator.lines, isTopLevel: isTopLevel)
    }

    private func declarePrelude() {
        emit("var fuel_\(tag) = 300")
        emit("var traces_\(tag) = 40")
        emit("func tick_\(tag)() -> Bool { fuel_\(tag) -= 1; return fuel_\(tag) < 0 }")
        emit("func trace_\(tag)<T>(_ what: String, _ value: T) -> T {")
        emit("    if traces_\(tag) > 0 { traces_\(tag) -= 1; print(what, value) }")
        emit("    return value")
        emit("}")
        emit("enum Trouble_\(tag): Error { case low(Int), high(String), other }")
    }

    // MARK: Chance

    func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(random.next() % UInt64(bound)) }
    func chance(_ percent: Int) -> Bool { below(100) < percent }
    func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

    // MARK: Text

    func emit(_ line: String) {
        let margin = String(repeating: "    ", count: depth)
        for part in line.split(separator: "\n", omittingEmptySubsequences: false) { lines.append(margin + part) }
    }

    /// A statement; `try` where something in it throws.
    func emit(_ start: String, _ value: Expression, _ end: String = "") {
        let isFirst = start.isEmpty || start.hasSuffix("= ") || start.hasSuffix("return ")
        emit((throwsHere && !isFirst ? "try " : "") + start + (throwsHere && isFirst ? "try " : "") + value.text + end)
        throwsHere = false
    }

    func at(_ expression: Expression, _ level: Int) -> String { expression.level >= level ? expression.text : "(" + expression.text + ")" }

    /// What is written meanwhile, as text of its own.
    func written(deeper: Bool = true, _ body: () -> Void) -> String {
        let (before, level) = (lines, depth)
        (lines, depth) = ([], deeper ? 1 : 0)
        body()
        let text = lines.joined(separator: "\n")
        (lines, depth) = (before, level)
        return text
    }

    /// A new name for a variable. At the top level all programs of a file share one scope.
    func name(_ start: String = "v") -> String {
        names += 1
        return isTopLevel ? "\(start)\(names)_\(tag)" : "\(start)\(names)"
    }
    /// A new name at file level.
    func global(_ start: String) -> String {
        names += 1
        return "\(start)\(names)_\(tag)"
    }
    /// A name for a parameter or a loop's variable, which may hide another.
    func shadowing() -> String { chance(60) ? name("x") : pick(["i", "j", "n", "item", "value"]) }

    func text(_ type: ProgramType) -> String {
        switch type {
        case .int: "Int"
        case .double: "Double"
        case .float: "Float"
        case .bool: "Bool"
        case .string: "String"
        case .character: "Character"
        case .sized(let name): name
        case .array(let element): "[\(text(element))]"
        case .optional(.function(let parameters, let result)): "(\(text(.function(parameters, result))))?"
        case .optional(.existential(let index)): "(any \(protocols[index].name))?"
        case .optional(let wrapped): "\(text(wrapped))?"
        case .dictionary(let key, let value): "[\(text(key)): \(text(value))]"
        case .set(let element): "Set<\(text(element))>"
        case .tuple(let elements): "(\(elements.map(text).joined(separator: ", ")))"
        case .function(let parameters, let result): "(\(parameters.map(text).joined(separator: ", "))) -> \(text(result))"
        case .structure(let index): structures[index].name
        case .enumeration(let index): enumerations[index].name
        case .existential(let index): "any \(protocols[index].name)"
        case .any: "Any"
        }
    }

    // MARK: Types

    static let sizes = ["Int8", "UInt8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "UInt"]

    func simpleType() -> ProgramType {
        switch below(20) {
        case 0 ..< 8: .int
        case 8 ..< 12: .double
        case 12 ..< 15: .string
        case 15, 16: .bool
        case 17: .character
        case 18: .sized(pick(Self.sizes))
        default: .float
        }
    }

    /// A type of values that print in one order.
    func valueType(_ depth: Int = 2) -> ProgramType {
        guard depth > 0 else { return simpleType() }
        switch below(28) {
        case 0 ..< 5: return .array(valueType(depth - 1))
        case 5 ..< 8:
            let wrapped = valueType(depth - 1)
            if case .optional = wrapped { return wrapped }
            return wrapped == .any ? .optional(.int) : .optional(wrapped)
        case 8: return .tuple((0 ..< 2 + below(2)).map { _ in valueType(0) })
        case 9 ..< 13: return structures.isEmpty ? .int : .structure(below(structures.count))
        case 13 ..< 16: return enumerations.isEmpty ? .int : .enumeration(below(enumerations.count))
        case 16: return .any
        case 17:
            let usable = protocols.indices.filter { !protocols[$0].conforming.isEmpty }
            return usable.isEmpty ? .string : .existential(pick(usable))
        default: return simpleType()
        }
    }

    func anyType() -> ProgramType {
        switch below(24) {
        case 0: return .dictionary(pick([.int, .string]), valueType(1))
        case 1: return .set(pick([.int, .string, .character]))
        case 2, 3: return .function((0 ..< 1 + below(2)).map { _ in pick([.int, .int, .string, .double]) }, pick([.int, .int, .string, .bool, .double]))
        default: return valueType()
        }
    }

    func isEquatable(_ type: ProgramType) -> Bool {
        switch type {
        case .int, .double, .float, .bool, .string, .character, .sized: true
        case .array(let element), .optional(let element): isEquatable(element)
        case .dictionary(_, let value): isEquatable(value)
        case .set: true
        case .structure(let index): structures[index].isEquatable
        case .enumeration(let index): enumerations[index].isEquatable
        case .tuple, .function, .existential, .any: false
        }
    }

    func isComparable(_ type: ProgramType) -> Bool {
        switch type {
        case .int, .double, .float, .string, .character, .sized: true
        case .structure(let index): structures[index].isComparable
        default: false
        }
    }

    // MARK: Scope

    func declare(_ name: String, _ type: ProgramType, mutable: Bool, borrowed: Bool = false) {
        scopes[scopes.count - 1].append(ProgramVariable(name: name, type: type, isMutable: mutable, isBorrowed: borrowed))
    }

    /// What can be named here, the innermost of each name.
    var variables: [ProgramVariable] {
        var seen = hidden
        return scopes.reversed().flatMap { scope in scope.reversed().filter { seen.insert($0.name).inserted } }
    }

    func scoped(_ body: () -> Void) {
        scopes.append([])
        localFunctions.append([])
        body()
        scopes.removeLast()
        localFunctions.removeLast()
    }

    /// With a name out of reach, and everything that might reach it.
    func hiding<Value>(_ name: String, _ body: () -> Value) -> Value {
        let before = (hidden, localFunctions, closures)
        hidden.insert(name)
        // Closures that are variables may hold it too.
        for variable in variables { if case .function = variable.type { hidden.insert(variable.name) } }
        localFunctions = [[]]
        defer { (hidden, localFunctions, closures) = before }
        return body()
    }
}

/// A random program in its parts.
struct Program: Sendable {
    var tag: String
    /// What stands at file level: types, functions, extensions, operators.
    var declarations: [String]
    var body: [String]
    /// Its statements stand at the top level instead of in a function.
    var isTopLevel: Bool

    /// The cells of a session.
    var cells: [String] {
        var cells = [declarations.joined(separator: "\n") + "\n"]
        if isTopLevel {
            // Statements that begin a line begin a cell, now and then.
            var cell = ""
            for (index, line) in body.enumerated() {
                if index > 0, index % 7 == 0, let first = line.first, first != " ", first != "}", !line.hasPrefix("case "), !line.hasPrefix("default:") {
                    cells.append(cell)
                    cell = ""
                }
                cell += line + "\n"
            }
            cells.append(cell)
        } else {
            cells.append("func main_\(tag)() throws {\n" + body.joined(separator: "\n") + "\n}\n" + call)
        }
        return cells
    }
    var call: String { "do { try main_\(tag)() } catch { print(\"thrown:\", error) }\n" }
    /// As one file.
    var text: String { cells.joined() }
}
