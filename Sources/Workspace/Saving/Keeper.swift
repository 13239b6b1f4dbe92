import Bindings
import Display
import IR
import Runtime
import Storage

/// A session whose state is kept: after each cell, what it changed is committed, and any state that was committed can be had again.
///
/// Code is kept as the cells' texts, which are compiled again without being run; the programs come out the same, so that saved values, which name functions and types by number, fit them.
/// Used by the thread that runs cells.
package final class Keeper {
    package private(set) var session: Session
    package let journal: Journal
    /// Lines for the user, of how the session began.
    package private(set) var notes: [String] = []
    /// The number of the last cell of the state that was restored; 0 in a clean session.
    package private(set) var lastCount = 0
    /// The state that the session's next one builds on.
    package private(set) var head: Int?
    private let chunks: HeapChunks?
    private var cells = SharedCells()
    private var reader: StateReader?
    /// What was compiled but is in no commit yet: cells whose commit failed.
    private var unsaved: [ProgramRecord] = []
    private var unsavedReads: Set<Int> = []
    /// What a cell asked for; done when it has ended.
    private var wish: Wish?
    /// The life before this one, which the user may want back.
    private var earlier: Int?
    private var order = CellOrder()
    /// The variables that were declared under each name, and how many of all are among them.
    private var slots: [String: [GlobalSlot]] = [:]
    private var seenVariables = 0
    /// What was last said of a record that cannot be written.
    private var told: String?
    private var budget: Budget

    /// - Parameter key: what the session belongs to: the notebook's path, or the kernel's id.
    package init(key: String, engineVersion: String, directory: String = Location.directory(), budget: Budget = Budget()) throws {
        self.budget = budget
        session = Session()
        journal = try Journal(key: key, engineVersion: engineVersion, seed: session.randomState, directory: directory)
        if let note = journal.note { notes.append(note) }
        guard journal.path != nil else {
            chunks = nil
            return
        }
        defer { session.control = KeeperControl(self) }
        do {
            let chunks = HeapChunks(try PieceHeap(journal.store, life: journal.session))
            self.chunks = chunks
            (cells, reader) = beginning(chunks)
        } catch {
            chunks = nil
            notes.append("\(error); the values of this session are not saved")
            return
        }
        // A record that cannot be read must not keep the notebook from being worked on.
        do { try recover() } catch { notes.append("the state of the last kernel could not be restored: \(error)") }
    }

    // MARK: A new life

    private func beginning(_ chunks: HeapChunks) -> (SharedCells, StateReader) {
        let cells = SharedCells()
        return (cells, StateReader(session.machine, cells, chunks, journal.store))
    }

    /// Goes on where the last life of the notebook broke off, if it did.
    private func recover() throws {
        let store = journal.store
        let lives = try store.sessions().filter { $0.id != journal.session && $0.key != "" }
        guard let last = lives.last else { return }
        if PieceHeap.isInUse(store, life: last.id) { return notes.append("another kernel is at work on this notebook; this one begins anew") }
        guard last.ending == nil, let head = try store.head(of: last.id) else {
            // It ended as the user wished, or its cells changed nothing.
            for life in lives.reversed() where earlier == nil { earlier = try store.head(of: life.id) }
            if last.ending == nil { lastCount = try store.lastCount(of: last.id) }
            return
        }
        // Where a cell's row was damaged the states before it may be whole.
        var problem: String?
        for state in [head] + (try store.history(to: head)).reversed().dropFirst().map(\.id) {
            guard let reason = load(state, into: Session()) else {
                let count = try store.state(after: state).count
                lastCount = try max(store.lastCount(of: last.id), count)
                let loss = problem.map { "; what came later is lost: \($0)" } ?? ""
                return notes.append("the last kernel ended unexpectedly: restored the state after cell [\(count)]" + lostNames + loss)
            }
            problem = problem ?? reason
        }
        session = Session()
        if let chunks { (cells, reader) = beginning(chunks) }
        notes.append("the state of the last kernel could not be restored: \(problem ?? "it has none")")
    }

    // MARK: What a clean session may get back

    /// A line that offers the state in which the last kernel ended; nil where there is none.
    package var offer: String? { earlier == nil ? nil : "the state in which the last kernel ended is saved: `try session.restore()` brings it back" }

    /// The same for a cell that was rejected since it names variables of that state, when they are missed: said before, in every notebook that is run from its top, it would only be in the way.
    package func offer(for problems: [Problem]) -> String? {
        guard let offer, let earlier, let state = try? journal.store.state(after: earlier) else { return nil }
        let names = Set(state.bindings.map(\.name))
        for problem in problems {
            let parts = problem.message.split(separator: "'", omittingEmptySubsequences: false)
            if parts.count == 3, parts[0] == "cannot find ", names.contains(String(parts[1])) { return "note: '\(parts[1])' was there before: \(offer)" }
        }
        return nil
    }

    private var lostNames: String {
        guard let lost = reader?.lost, !lost.isEmpty else { return "" }
        let names = lost.values.filter { !$0.name.isEmpty }.sorted { $0.name < $1.name }.map { "'\($0.name)' (\($0.reason))" }
        return names.isEmpty ? "" : "; not restored: " + names.joined(separator: ", ")
    }

    /// Puts a session in the state after a commit in the place of the present one. Returns why not, if that fails.
    ///
    /// - Parameter fresh: a session in which nothing ran.
    private func load(_ commit: Int, into fresh: Session) -> String? {
        guard let chunks else { return "this session is not saved" }
        do {
            let state = try journal.store.state(after: commit)
            fresh.memoryLimit = session.memoryLimit
            let isSame = fresh.declare(state.programs)
            let newCells = SharedCells()
            let newReader = StateReader(fresh.machine, newCells, chunks, journal.store)
            newReader.restore(state, isSameCode: isSame)
            fresh.randomState = state.random
            try journal.store.setHead(commit, of: journal.session)
            (session, cells, reader, head) = (fresh, newCells, newReader, commit)
            (unsaved, unsavedReads) = ([], [])
            (slots, seenVariables) = ([:], 0)
            order = CellOrder(try journal.store.history(to: commit), state)
            releaseReplaced()
            return nil
        } catch { return "\(error)" }
    }

    // MARK: Cells

    /// Writes down the cell that has just run, and what it changed. What goes wrong is in `journal.problem`; the changes then go with the next cell.
    package func end(_ log: CellLog?, _ outcome: Journal.Outcome, count: Int, output: (Output) -> Void = { _ in }) {
        let (programs, reads) = session.takePrograms()
        unsaved += programs
        unsavedReads.formUnion(reads.map(SlotNumber.of))
        defer {
            tellProblem(output)
            fulfil(output)
        }
        guard let log else { return }
        guard let chunks else { return _ = log.end(outcome) }
        do {
            let writer = try StateWriter(session.machine, cells, chunks)
            let pieces = chunks.heap.pending
            if let note = order.note(log.cellID, count: count, reads: reads, writes: writer.bindings, session.machine) {
                let line = Output.stream(.standardOutput, note)
                log.append(line)
                output(line)
            }
            if writer.bindings.isEmpty, unsaved.isEmpty { return _ = log.end(outcome) }
            let change = StateChange(
                parent: head, random: session.randomState, programs: unsaved, bindings: writer.bindings, reads: unsavedReads.sorted(), pieces: pieces)
            guard let number = log.end(outcome, state: change) else { return }
            writer.markSaved()
            chunks.heap.settle(pieces)
            reader?.note(writer.bindings, state: number)
            releaseReplaced()
            head = number
            (unsaved, unsavedReads) = ([], [])
            budget.tidy(chunks.heap, journal.store, keeping: Set([number, earlier].compactMap(\.self)))
        } catch {
            // The values do not fit anywhere, or something else is wrong with the heap: what the cell put out is kept all the same.
            log.end(outcome)
            journal.report("\(error)")
        }
    }

    /// A cell that is run again declares its variables anew, and a large one that it had before would stay for as long as the session lives.
    private func releaseReplaced() {
        let variables = session.machine.variables
        for variable in variables[seenVariables...] {
            for slot in slots[variable.name] ?? [] { reader?.release(slot) }
            slots[variable.name, default: []].append(GlobalSlot(variable))
        }
        if seenVariables < variables.count { Held.releaseUnused() }
        seenVariables = variables.count
    }

    /// The kernel leaves.
    package func end(restart: Bool) {
        journal.end(restart: restart)
        chunks?.heap.finish()
    }

    /// Says once that the record cannot be written; the cell's result was shown.
    private func tellProblem(_ output: (Output) -> Void) {
        defer { told = journal.problem }
        guard let problem = journal.problem, told != problem else { return }
        output(.stream(.standardOutput, "[this cell is not saved: \(problem); what it changed is saved with the next cell that can be]\n"))
    }

    // MARK: Wishes

    /// Does what the cell that has just ended asked for.
    private func fulfil(_ output: (Output) -> Void) {
        guard let wish else { return }
        self.wish = nil
        switch wish {
        case .state(let commit, let text):
            if let problem = load(commit, into: Session()) {
                output(.stream(.standardOutput, "[the state could not be restored: \(problem)]\n"))
            } else {
                session.control = KeeperControl(self)
                output(.stream(.standardOutput, "[restored \(text)\(lostNames)]\n"))
            }
        }
    }

    /// Types of the library whose values would be left out.
    package static var unsavableTypes: [String] { Library.unsavable.map { "\($0)" } }

    func ask(for wish: Wish) { self.wish = wish }

    /// The commit after the last cell that bore this number: on the way to the present state, else anywhere.
    func commit(ofCell number: Int) throws -> Int {
        let path = try head.map { try journal.store.history(to: $0) } ?? []
        if let found = try path.last(where: { $0.count == number }) ?? journal.store.states().last(where: { $0.count == number }) { return found.id }
        throw SessionFailure(description: "no cell [\(number)] is saved" + (path.isEmpty ? "" : "; there are [\(path[0].count)] to [\(path[path.count - 1].count)]"))
    }

    var earlierState: Int? { earlier }
}

/// What a cell asks of the session's keeper.
enum Wish {
    case state(after: Int, _ text: String)
}
