import Foundation

/// What becomes of a program: refused at some line, or run to some end.
struct ProgramEnd: Codable, Equatable, Sendable {
    /// Lines of the program's text where it is wrong; empty where it runs.
    var refusals: [Int] = []
    /// Why, for whoever reads the report.
    var message = ""
    var printed = ""
    /// Swift's wording of why it stopped.
    var trap: String?
    /// The compiler gave up for reasons of its own: nothing to compare with.
    var isUndecided = false
}

/// Asks `swiftc` about many programs at once, since each compilation costs seconds of its own.
///
/// The programs stand in one file; what is refused leaves it, and the rest is compiled again. A program that traps ends the process, which is then started once more at the next.
enum ProgramReferee {
    /// - Parameter isChecked: the programs are only checked.
    static func ends(of programs: [Program], onlyChecking isChecked: Bool = false) throws -> [ProgramEnd] {
        let question = programs.map(\.text).joined(separator: "\u{1}") + (isChecked ? "check" : "run") + (programs.first?.isTopLevel == true ? "top" : "")
        return try Referee.kept("programs 2" + question) { try Referee.inFolder { try ask(programs, isChecked, in: $0) } }
    }

    /// What the compiler says where it gives up, finds its own operators ambiguous, or takes `2 &* 3` for an `Int128`.
    private static let excuses = ["reasonable time", "ambiguous use of operator", "'Int128'", "failed to produce diagnostic"]

    private static func ask(_ programs: [Program], _ isChecked: Bool, in folder: URL) throws -> [ProgramEnd] {
        var ends = programs.map { _ in ProgramEnd() }
        var left = Array(programs.indices)
        // Types first: what flow and exclusivity have to say comes only for a file without type errors.
        for options in isChecked ? [["-typecheck"], ["-emit-sil"]] : [[]] {
            var isClean = false
            while !isClean, !left.isEmpty {
                let file = File(left.map { (programs[$0], $0) })
                // The toolchain's own linker takes a second less than the system's.
                let linker = isChecked ? [] : ["-use-ld=lld"]
                let answer = try Referee.compile(
                    file.text, in: folder, with: ["-suppress-warnings", "-Xfrontend", "-solver-expression-time-threshold=8"] + linker + options)
                isClean = answer.isFinished
                if isClean { break }
                var refused: Set<Int> = []
                for error in answer.errors {
                    guard let (index, line) = file.place(of: error.line) else { continue }
                    refused.insert(index)
                    ends[index].refusals.append(line)
                    if ends[index].message.isEmpty { ends[index].message = error.message }
                    if excuses.contains(where: error.message.contains) { ends[index].isUndecided = true }
                }
                guard !refused.isEmpty else {
                    // The compiler itself has failed: on which of them?
                    guard left.count > 1 else {
                        ends[left[0]].isUndecided = true
                        ends[left[0]].message = answer.failure ?? ""
                        return ends
                    }
                    for half in [Array(left[..<(left.count / 2)]), Array(left[(left.count / 2)...])] {
                        for (index, end) in zip(half, try ask(half.map { programs[$0] }, isChecked, in: folder)) { ends[index] = end }
                    }
                    return ends
                }
                left.removeAll { refused.contains($0) }
                // One look at the types is enough for programs that are only checked.
                if options == ["-typecheck"] { isClean = true }
            }
        }
        if isChecked || left.isEmpty { return ends }
        try run(left, of: programs, in: folder, &ends)
        // What the order of a set decides is different each time: then there is nothing to compare with.
        for _ in 0 ..< (programs[left[0]].isTopLevel ? 0 : 3) {
            var again = ends
            try run(left, of: programs, in: folder, &again)
            for index in left where again[index].printed != ends[index].printed { ends[index].isUndecided = true }
        }
        return ends
    }

    private static func run(_ left: [Int], of programs: [Program], in folder: URL, _ ends: inout [ProgramEnd]) throws {
        var first = left[0]
        while true {
            let answer = try Referee.run(in: folder, ["\(first)"])
            var last = first
            for part in answer.printed.components(separatedBy: File.marker).dropFirst() {
                guard let end = part.firstIndex(of: "\n"), let index = Int(part[..<end]) else { continue }
                ends[index].printed = String(part[part.index(after: end)...])
                last = index
            }
            if answer.isFinished { return }
            ends[last].trap = answer.failure
            guard let next = left.first(where: { $0 > last }) else { return }
            if programs[next].isTopLevel {
                // What stands at the top level cannot be passed over: the others go into a file of their own.
                let rest = left.filter { $0 > last }
                for (index, end) in zip(rest, try ask(rest.map { programs[$0] }, false, in: folder)) { ends[index] = end }
                return
            }
            first = next
        }
    }

    /// Programs, one after another.
    private struct File {
        static let marker = "<<program "
        var text =
            "infix operator +++ : AdditionPrecedence; infix operator +++= : AssignmentPrecedence; let start = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1])! : 0\n"
        private var starts: [(line: Int, index: Int)] = []

        init(_ programs: [(Program, Int)]) {
            var line = 1
            for (program, index) in programs {
                var part = program.text
                if program.isTopLevel {
                    // The marker takes no line of its own.
                    part = "print(\"\(Self.marker)\(index)\"); " + part
                } else {
                    part = String(part.dropLast(program.call.count)) + "if start <= \(index) { print(\"\(Self.marker)\(index)\"); \(program.call.dropLast()) }\n"
                }
                starts.append((line, index))
                text += part
                line += part.count { $0 == "\n" }
            }
        }

        func place(of line: Int) -> (index: Int, line: Int)? {
            guard let start = starts.last(where: { $0.line < line }) else { return nil }
            return (start.index, line - start.line)
        }
    }
}
