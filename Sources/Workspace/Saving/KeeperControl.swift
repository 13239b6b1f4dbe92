import Display
import Storage

/// What cells ask of the keeper of their session.
// Unchecked: cells, and so these calls, run on the keeper's own thread.
final class KeeperControl: SessionControl, @unchecked Sendable {
    private unowned let keeper: Keeper
    private var store: SessionStore { keeper.journal.store }

    init(_ keeper: Keeper) { self.keeper = keeper }

    private func head() throws -> Int {
        guard let head = keeper.head else { throw SessionFailure(description: "nothing is saved yet") }
        return head
    }

    func history(all: Bool) throws -> SessionHistory {
        let head = keeper.head
        let summaries = all ? try store.states() : try head.map { try store.history(to: $0) } ?? []
        return SessionHistory(summaries, head: head)
    }

    func restoreEarlier() throws {
        guard let earlier = keeper.earlierState else { throw SessionFailure(description: "no earlier kernel of this notebook left a state") }
        keeper.ask(for: .state(after: earlier, "the state in which the last kernel ended"))
    }

    func restore(cell: Int) throws { keeper.ask(for: .state(after: try keeper.commit(ofCell: cell), "the state after cell [\(cell)]")) }

    func restore(commit: Int) throws {
        guard try store.states().contains(where: { $0.id == commit }) else { throw SessionFailure(description: "there is no commit \(commit)") }
        keeper.ask(for: .state(after: commit, "the state of commit \(commit)"))
    }

    func restore(checkpoint: String) throws {
        guard let commit = try store.states().last(where: { $0.label == checkpoint }) else { throw SessionFailure(description: "there is no checkpoint \"\(checkpoint)\"") }
        keeper.ask(for: .state(after: commit.id, "\"\(checkpoint)\""))
    }

    /// This cell is not committed yet: the head is the state that the last one left.
    func undo() throws {
        let path = try store.history(to: head())
        guard path.count > 1 else { throw SessionFailure(description: "there is no state before the last cell") }
        keeper.ask(for: .state(after: path[path.count - 2].id, "the state from before cell [\(path[path.count - 1].count)]"))
    }

    func checkpoint(_ name: String) throws { try store.label(head(), name) }

    /// What ended as a result is a display when it is shown again, an error the text of its traceback.
    func outputs(ofCell cell: Int) throws -> [Output] {
        guard let outputs = try store.outputs(ofCell: cell) else { throw SessionFailure(description: "no cell [\(cell)] is saved") }
        return outputs.map { output in
            switch output {
            case .result(let bundle): .display(bundle, id: nil)
            case .error(let name, let message, let traceback): .stream(.standardOutput, (traceback.isEmpty ? ["\(name): \(message)"] : traceback).joined(separator: "\n") + "\n")
            case .stream, .display, .update, .clear, .page, .nextInput: output
            }
        }
    }

    func difference(_ first: Int, _ second: Int) throws -> SessionDifference {
        let (before, after) = (try store.state(after: keeper.commit(ofCell: first)), try store.state(after: keeper.commit(ofCell: second)))
        // Of variables with one name the last declared is the one that cells see.
        func visible(_ state: StateRecord) throws -> [String: StateRecord.Binding] {
            var names: [String: StateRecord.Binding] = [:]
            for binding in state.bindings where binding.slot % 4 < 2 && !binding.name.isEmpty {
                if let other = names[binding.name], other.state > binding.state { continue }
                names[binding.name] = binding
            }
            return names
        }
        let (old, new) = (try visible(before), try visible(after))
        var (added, changed, gone): ([String], [String], [String]) = ([], [], [])
        var rows: [[String]] = []
        for name in Set(old.keys).union(new.keys).sorted() {
            switch (old[name], new[name]) {
            case (nil, let now?):
                added.append(name)
                rows.append([name, "added", now.type, "", ByteCount.text(now.size)])
            case (let then?, nil):
                gone.append(name)
                rows.append([name, "gone", then.type, ByteCount.text(then.size), ""])
            case (let then?, let now?):
                if then.state == now.state { continue }
                let (left, right) = (try store.binding(then.slot, in: then.state), try store.binding(now.slot, in: now.state))
                if left.content == right.content && left.pieces == right.pieces && left.type == right.type { continue }
                changed.append(name)
                rows.append([name, "changed", now.type, ByteCount.text(then.size), ByteCount.text(now.size)])
            case (nil, nil): continue
            }
        }
        return SessionDifference(added: added, changed: changed, gone: gone, rows: rows)
    }

    /// A value is stale when something that its cell read was set by a later cell, or is stale itself.
    func variables() throws -> SessionVariables {
        guard let head = keeper.head else { return SessionVariables(entries: []) }
        let state = try store.state(after: head), history = try store.history(to: head)
        let order = Dictionary(uniqueKeysWithValues: history.enumerated().map { ($1.id, $0) })
        let counts = Dictionary(uniqueKeysWithValues: history.map { ($0.id, $0.count) })
        var reads: [Int: [Int]] = [:]
        for (cell, slot) in try store.reads(to: head) { reads[cell, default: []].append(slot) }
        let writers = Dictionary(state.bindings.map { ($0.slot, $0.state) }) { first, _ in first }
        let names = Dictionary(state.bindings.map { ($0.slot, $0.name) }) { first, _ in first }
        var stale: Set<Int> = []
        var entries: [SessionVariables.Entry] = []
        for binding in state.bindings.sorted(by: { (order[$0.state] ?? 0, $0.slot) < (order[$1.state] ?? 0, $1.slot) }) where binding.slot % 4 < 2 && !binding.name.isEmpty {
            // Variables that the cell set itself are no inputs of each other.
            let inputs = (reads[binding.state] ?? []).filter { $0 != binding.slot && writers[$0] != nil && writers[$0] != binding.state }
            let isStale = inputs.contains { slot in (order[writers[slot] ?? 0] ?? 0) > (order[binding.state] ?? 0) || stale.contains(slot) }
            if isStale { stale.insert(binding.slot) }
            entries.append(
                .init(
                    name: binding.name, type: binding.type, size: binding.size, cell: counts[binding.state] ?? 0, inputs: inputs.compactMap { names[$0] }, isStale: isStale))
        }
        return SessionVariables(entries: entries)
    }
}
