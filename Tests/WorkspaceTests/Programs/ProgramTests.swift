import Dispatch
import Display
import Foundation
import Testing
import Workspace

/// Random programs run in Engram and through `swiftc`: both print the same, trap alike, and refuse alike.
///
/// `ENGRAM_PROGRAMS=10000` tries so many, `ENGRAM_PROGRAMS_SEED=7` begins elsewhere, `ENGRAM_PROGRAMS_MUTANTS=1` breaks each of them first and compares what is refused, and
/// `ENGRAM_PROGRAMS_TOP=1` puts their statements at the top level. Each difference is made smaller, unless `ENGRAM_PROGRAMS_WHOLE=1`, and written into `.build/differences`.
@Suite(.enabled(if: Referee.compiler != nil, "there is no swiftc to compare with"))
struct ProgramTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// Linking and starting cost a compilation two seconds, types 0.1 seconds a program, code as much.
    private static let batch = 80

    @Test func programsEndAlike() throws { try compare(count: 40, seed: 1, .programs) }
    @Test func programsAtTheTopLevelEndAlike() throws { try compare(count: 20, seed: 1, .topLevel) }
    @Test func brokenProgramsAreRefusedAlike() throws { try compare(count: 40, seed: 1, .mutants) }

    @Test(.enabled(if: environment["ENGRAM_PROGRAMS"] != nil)) func manyProgramsEndAlike() throws {
        let count = Self.environment["ENGRAM_PROGRAMS"].flatMap(Int.init) ?? 1_000, seed = Self.environment["ENGRAM_PROGRAMS_SEED"].flatMap(Int.init) ?? 1_000
        let kind: Kind = Self.environment["ENGRAM_PROGRAMS_MUTANTS"] != nil ? .mutants : Self.environment["ENGRAM_PROGRAMS_TOP"] != nil ? .topLevel : .programs
        try compare(count: count, seed: seed, kind)
    }

    /// Programs that do not end alike yet: `replaceSubrange(_:with:)` of an array of protocol values is ambiguous for an array literal.
    private static let known: Set<Int> = [36]

    private enum Kind: String { case programs, topLevel, mutants }

    private func compare(count: Int, seed: Int, _ kind: Kind) throws {
        var tally = (alike: 0, refused: 0, trapped: 0, undecided: 0)
        for start in stride(from: seed, to: seed + count, by: Self.batch) {
            let programs = (start ..< min(start + Self.batch, seed + count)).map { seed in
                let program = ProgramGenerator.program(seed: UInt64(seed), tag: "\(seed)", isTopLevel: kind == .topLevel)
                if kind != .mutants { return program }
                var mutator = ProgramMutator(seed: UInt64(seed))
                return mutator.mutant(of: program)
            }
            let expected = try ProgramReferee.ends(of: programs, onlyChecking: kind == .mutants)
            let machine = ProgramMachine()
            for (program, expected) in zip(programs, expected) {
                if expected.isUndecided {
                    tally.undecided += 1
                    continue
                }
                let found = machine.end(of: program, onlyChecking: kind == .mutants)
                if !expected.refusals.isEmpty { tally.refused += 1 }
                if expected.trap != nil { tally.trapped += 1 }
                guard let difference = ProgramDifference(expected, found) else {
                    tally.alike += 1
                    continue
                }
                let isKnown = kind == .programs && Self.known.contains(Int(program.tag) ?? 0)
                let small = isKnown || kind == .mutants || Self.environment["ENGRAM_PROGRAMS_WHOLE"] != nil ? program : try ProgramShrinker.smallest(program, difference.kind)
                let file = try difference.write(small, kind: kind.rawValue)
                let report: Comment = "program \(program.tag): \(difference.text)\n\(file)"
                if isKnown { withKnownIssue { Issue.record(report) } } else { Issue.record(report) }
            }
            if count > 100 { print("\(kind) \(start - seed + programs.count) of \(count):", tally) }
        }
        #expect(tally.undecided <= max(2, count / 50), "nearly all programs must say something")
    }
}

/// How two ends differ.
struct ProgramDifference {
    /// While a program is made smaller, the kind of its difference stays.
    enum Kind: Equatable {
        case refusedHere, acceptedHere, refusedElsewhere, printed, trap
    }
    var kind: Kind
    var text: String

    init?(_ expected: ProgramEnd, _ found: ProgramEnd) {
        if expected.refusals.isEmpty != found.refusals.isEmpty {
            kind = expected.refusals.isEmpty ? .refusedHere : .acceptedHere
            text = expected.refusals.isEmpty ? "refused here: \(found.refusals) \(found.message)" : "accepted here, but \(expected.refusals) \(expected.message)"
        } else if !expected.refusals.isEmpty {
            // Where a missing sign is missed depends on the parser, and what follows from an error on the checker: the first place counts.
            if ["expected ", "consecutive ", "extraneous ", "unexpected "].contains(where: expected.message.hasPrefix) { return nil }
            if expected.refusals.min() == found.refusals.min() || !Set(expected.refusals).isDisjoint(with: found.refusals) { return nil }
            kind = .refusedElsewhere
            text = "refused at \(found.refusals) (\(found.message)) instead of \(expected.refusals) (\(expected.message))"
        } else if Self.comparable(expected.printed) != Self.comparable(found.printed) {
            kind = .printed
            let (wanted, printed) = (CellFile.lines(Self.comparable(expected.printed)), CellFile.lines(Self.comparable(found.printed)))
            let line = zip(wanted, printed).enumerated().first { $1.0 != $1.1 }?.offset ?? min(wanted.count, printed.count)
            let here = line < printed.count ? printed[line] : "missing", there = line < wanted.count ? wanted[line] : "nothing"
            text = "line \(line + 1) of what it prints is \(here) instead of \(there); \(found.trap ?? "")"
        } else if expected.trap != found.trap {
            kind = .trap
            text = "it ends with \(found.trap ?? "success") instead of \(expected.trap ?? "success")"
        } else {
            return nil
        }
    }

    /// The sign of a printed NaN is not fixed.
    private static func comparable(_ text: String) -> String { text.replacingOccurrences(of: "-nan", with: "nan") }

    /// Leaves the program as a file of cells; its path.
    func write(_ program: Program, kind: String) throws -> String {
        let folder = CellFile.directory.appendingPathComponent("../../../.build/differences").standardized
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("\(kind)-\(program.tag).swift")
        try (program.cells.joined(separator: "// ---\n") + "// \(text.replacingOccurrences(of: "\n", with: " "))\n").write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }
}

/// Runs programs in one session of Engram, whose later programs come after all the earlier ones.
final class ProgramMachine {
    private let session = HardSession(memoryLimit: 8 << 30)

    init() { _ = session.run("infix operator +++ : AdditionPrecedence; infix operator +++= : AssignmentPrecedence") }

    func end(of program: Program, onlyChecking isChecked: Bool) -> ProgramEnd {
        var end = ProgramEnd()
        var line = 0
        var cells = program.cells
        // A program that is only checked must not run: it may have become endless.
        if isChecked, !program.isTopLevel { cells[cells.count - 1] = String(cells[cells.count - 1].dropLast(program.call.count)) + "if false { \(program.call.dropLast()) }\n" }
        for cell in cells {
            let shift = line
            // One that was made smaller may be endless.
            let late = DispatchWorkItem { [session] in session.interrupt() }
            DispatchQueue.global().asyncAfter(deadline: .now() + 20, execute: late)
            defer { late.cancel() }
            let part = session.with { session in
                var part = ProgramEnd()
                let outcome = session.run(cell, name: "cell") { output in
                    if case .stream(.standardOutput, let text) = output, part.printed.utf8.count < 1_000_000 { part.printed += text }
                }
                switch outcome {
                case .finished: break
                case .rejected(let problems, _):
                    part.refusals = problems.filter { $0.severity == "error" }.map { $0.line + shift }
                    part.message = problems.first { $0.severity == "error" }?.message ?? ""
                case .failed(let failure): part.trap = Self.message(failure)
                }
                return part
            }
            end.printed += part.printed
            (end.refusals, end.message, end.trap) = (part.refusals, part.message, part.trap)
            if !part.refusals.isEmpty || part.trap != nil { break }
            line += cell.count { $0 == "\n" }
        }
        return end
    }

    private static func message(_ failure: Failure) -> String {
        for prefix in ["Fatal error: ", "Swift runtime failure: "] where failure.message.hasPrefix(prefix) { return String(failure.message.dropFirst(prefix.count)) }
        return failure.message
    }
}
