/// Makes a program that shows a difference smaller, as long as the difference remains.
///
/// Lines are taken out in pieces whose braces close, large pieces first. Many tries go into one compilation: each bears a tag of its own.
enum ProgramShrinker {
    static func smallest(_ program: Program, _ kind: ProgramDifference.Kind) throws -> Program {
        var best = program
        var size = max(1, (program.declarations.count + program.body.count) / 2)
        var rounds = 0
        while size >= 1, rounds < 40 {
            rounds += 1
            let tries = candidates(best, size)
            if let smaller = try firstDifferent(tries, kind) { best = smaller } else { size = size == 1 ? 0 : size / 2 }
        }
        return best
    }

    private static func firstDifferent(_ tries: [Program], _ kind: ProgramDifference.Kind) throws -> Program? {
        // What Engram says is cheap to ask, and rules most of them out: a piece that was needed is missed by the checker.
        let found = tries.map { program in
            let machine = ProgramMachine()
            return machine.end(of: program, onlyChecking: false)
        }
        let open = tries.indices.filter { kind == .refusedHere || found[$0].refusals.isEmpty }
        for start in stride(from: 0, to: open.count, by: 24) {
            let part = Array(open[start ..< min(start + 24, open.count)])
            let tagged = part.map { tries[$0].tagged("\(tries[$0].tag)t\($0)") }
            let ends = try ProgramReferee.ends(of: tagged)
            for (index, end) in zip(part, ends) where !end.isUndecided {
                if let difference = ProgramDifference(end, found[index]), difference.kind == kind { return tries[index] }
            }
        }
        return nil
    }

    /// The program without one piece each, of at most so many lines.
    private static func candidates(_ program: Program, _ size: Int) -> [Program] {
        var tries: [Program] = []
        for range in pieces(of: program.body, size) {
            var smaller = program
            smaller.body.removeSubrange(range)
            tries.append(smaller)
        }
        for range in pieces(of: program.declarations, size) {
            var smaller = program
            smaller.declarations.removeSubrange(range)
            tries.append(smaller)
        }
        return tries
    }

    /// Ranges of lines in which every brace that opens closes, and none closes that did not open there.
    private static func pieces(of lines: [String], _ size: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in lines.indices {
            var open = 0, end = start, best: Int?
            // A block may be longer than the size that is tried; it goes as a whole.
            while end < lines.count {
                var isBroken = false
                for character in lines[end] {
                    if character == "{" { open += 1 } else if character == "}" { open -= 1 }
                    if open < 0 { isBroken = true }
                }
                if isBroken { break }
                end += 1
                if open == 0 {
                    best = end
                    if end - start >= size { break }
                }
            }
            if let best, best - start >= max(1, size / 2), found.last.map({ $0 != start ..< best }) ?? true { found.append(start ..< best) }
        }
        return found
    }
}

extension Program {
    /// The same program with other names at file level.
    func tagged(_ new: String) -> Program {
        func renamed(_ lines: [String]) -> [String] { lines.map { $0.replacing("_\(tag)", with: "_\(new)") } }
        return Program(tag: new, declarations: renamed(declarations), body: renamed(body), isTopLevel: isTopLevel)
    }
}
