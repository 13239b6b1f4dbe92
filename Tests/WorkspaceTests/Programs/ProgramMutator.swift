/// Breaks a program in one or two places, so that it still reads as Swift but need not be right: another type, label or name, a word too few.
struct ProgramMutator {
    private var random: ProgramRandom
    init(seed: UInt64) { random = ProgramRandom(state: seed &* 0x9E37_79B9 &+ 5) }

    private mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(random.next() % UInt64(bound)) }

    mutating func mutant(of program: Program) -> Program {
        var mutant = program
        for _ in 0 ... below(2) {
            // The first lines are those that every program begins with.
            if below(3) == 0, program.declarations.count > 8 {
                let line = 7 + below(mutant.declarations.count - 7)
                mutant.declarations[line] = changed(mutant.declarations[line], in: mutant.declarations)
            } else if !mutant.body.isEmpty {
                let line = below(mutant.body.count)
                mutant.body[line] = changed(mutant.body[line], in: mutant.body)
            }
        }
        return mutant
    }

    private static let words: [(String, [String])] = [
        ("try ", [""]), ("return ", ["", "throw "]), ("mutating ", [""]), ("let ", ["var ", ""]), ("var ", ["let "]), ("&", [""]), ("throws ", [""]), ("throw ", ["return "]),
        ("inout ", [""]), ("case ", ["default: case "]), ("default:", ["case 99999:"]), ("break", ["continue", "return"]), ("continue", ["break missing"]),
        ("Int", ["String", "Double", "Int?", "[Int]", "UInt8", "Any"]), ("String", ["Int", "Character", "String?", "Substring"]), ("Double", ["Int", "Float", "Double?"]),
        ("Bool", ["Int"]), ("true", ["1", "nil"]), ("false", ["0", "\"\""]), ("nil", ["0", "[]"]), ("?? ", ["&& ", "+ "]), (" + ", [" - ", " && ", " ?? "]),
        (" == ", [" = ", " < ", " === "]),
        (" < ", [" <> ", " == "]), (" = ", [" == ", " += "]), ("self", ["Self", "this"]), (".0", [".7", ""]), ("!", ["", "!!"]), ("?", ["!", ""]), (": ", [" "]), ("in ", ["of "]),
        (", ", [" "]),
        ("if ", ["while ", "guard "]), ("while ", ["if "]), ("for ", ["for case "]), ("func ", ["static func ", "mutating func "]), ("struct ", ["enum "]), ("enum ", ["struct "]),
        ("as? ", ["as ", "as! "]), (" as ", [" is "]),
        ("count", ["size", "first"]), ("print", ["println"]), ("append", ["add"]), ("where ", ["if "]), ("{ ", ["{ _ in "]), ("\"", ["'"]), ("else", ["else if"]),
        ("map", ["flatMap", "filter"]),
    ]

    private mutating func changed(_ line: String, in lines: [String]) -> String {
        if below(6) == 0, !line.contains("{"), !line.contains("}") { return "" }
        if below(3) == 0, let renamed = renamed(line, in: lines) { return renamed }
        let usable = Self.words.filter { line.contains($0.0) }
        guard !usable.isEmpty else { return line }
        let (word, others) = usable[below(usable.count)]
        let places = line.ranges(of: word)
        var text = line
        text.replaceSubrange(places[below(places.count)], with: others[below(others.count)])
        return text
    }

    /// One name for another.
    private mutating func renamed(_ line: String, in lines: [String]) -> String? {
        let own = names(in: line)
        guard !own.isEmpty else { return nil }
        let other = names(in: lines[below(lines.count)])
        guard !other.isEmpty else { return nil }
        let range = own[below(own.count)], new = other[below(other.count)]
        var text = line
        text.replaceSubrange(range.range, with: String(new.base))
        return text
    }

    private struct Name {
        var range: Range<String.Index>, base: Substring
    }

    private func names(in line: String) -> [Name] {
        var found: [Name] = []
        var start: String.Index?
        for index in line.indices {
            let isPart = line[index].isLetter || line[index].isNumber || line[index] == "_"
            if isPart, start == nil, line[index].isLetter { start = index }
            if !isPart, let begin = start {
                found.append(Name(range: begin ..< index, base: line[begin ..< index]))
                start = nil
            }
        }
        return found
    }
}
