import Display
import Foundation
import Jupyter
import Synchronization
import Workspace

/// A session of Workspace, as the kernel sees it.
// Unchecked: `session` is used by one thread at a time, the one that works on a cell (its `interrupt` is for any thread); the rest is guarded.
final class KernelEngine: Engine, @unchecked Sendable {
    let language = LanguageInfo(
        name: "swift", version: "6.3", mimetype: "text/x-swift", fileExtension: ".swift", pygmentsLexer: "swift", codemirrorMode: "swift")
    let implementation = (name: "engram", version: Version.current)

    private let key: String
    private var keeper: Keeper?
    /// Where there is no keeper.
    private var plain: Session?
    private var session: Session? { keeper?.session ?? plain }
    /// What the first cell still has to say.
    private var news: String?
    private let state = Mutex(State())

    private struct State {
        var count = 0
        var journal: Journal?
        var session: Session?
        /// How the session began.
        var notes: [String] = []
    }

    init(key: String) { self.key = key }

    var banner: String {
        let notes = state.withLock { $0.notes }
        return "Engram \(Version.current): neuroscience models in Swift" + notes.map { "\n" + $0 }.joined()
    }

    var archive: String? { state.withLock { $0.journal }?.path.map { "the session file \($0)" } }

    var executionCount: Int { state.withLock { $0.count } }

    func start() {
        do {
            let keeper = try Keeper(key: key, engineVersion: Version.current)
            self.keeper = keeper
            let (notes, count) = (keeper.notes, keeper.lastCount)
            if !notes.isEmpty { news = notes.map { "[\($0)]\n" }.joined() }
            state.withLock { ($0.journal, $0.session, $0.notes, $0.count) = (keeper.journal, keeper.session, notes + (keeper.offer.map { [$0] } ?? []), count) }
            // When the start is over.
            DispatchQueue.global(qos: .background).asyncAfter(deadline: .now() + 20) { SavedNotebook.prune() }
        } catch {
            let session = Session()
            plain = session
            state.withLock { ($0.session, $0.notes) = (session, ["\(error); this session is not saved"]) }
        }
    }

    func execute(_ request: CellRequest, port: CellPort) -> ExecutionOutcome {
        guard let session else { return .failure(ExecutionFailure(name: "EngineError", message: "the session has not begun", traceback: [])) }
        let entry = Journal.Entry(
            executionCount: request.storeHistory ? request.executionCount : nil, cellID: request.cellID, started: Date().timeIntervalSince1970,
            seed: session.randomState)
        let log = request.silent ? nil : keeper?.journal.begin(request.code, entry)
        var payloads: [Payload] = []
        let name = request.storeHistory ? "cell [\(request.executionCount)]" : "cell"
        let input = { (prompt: String, isHidden: Bool) throws -> String? in
            do { return try port.input(prompt, isHidden) } catch InputFailure.endOfFile { return nil }
        }
        if let text = news, !request.silent {
            // Not on the error stream: graders take that for a failure.
            port.output(.stream(.standardOutput, text))
            news = nil
        }
        // Not among what the cell keeps: when it is over, nothing of it is left but a display without content.
        var bar: String?
        let progress: ProgressMeter.Show = { lines in
            if let id = bar {
                port.output(.update(lines?.bundle ?? MIMEBundle(), id: id))
                if lines == nil { bar = nil }
            } else if let lines {
                let id = "progress-" + UUID().uuidString
                bar = id
                port.output(.display(lines.bundle, id: id))
            }
        }
        let ended = session.run(request.code, name: name, input: input, progress: request.isWatched ? progress : nil) { output in
            switch output {
            case .page(let bundle): payloads.append(.page(bundle))
            case .nextInput(let text, let replace): payloads.append(.setNextInput(text, replace: replace))
            default:
                log?.append(output)
                port.output(output)
            }
        }
        var outcome = Self.outcome(of: ended)
        if case .rejected(let problems, _) = ended, case .failure(var failure) = outcome, let offer = keeper?.offer(for: problems) {
            failure.traceback.append(offer)
            outcome = .failure(failure)
        }
        if case .ok = outcome { outcome = .ok(payloads: payloads) }
        if request.storeHistory { state.withLock { $0.count = request.executionCount } }
        if case .failure(let failure) = outcome { log?.append(.error(name: failure.name, message: failure.message, traceback: failure.traceback)) }
        keeper?.end(log, Self.status(of: outcome), count: request.executionCount, output: port.output)
        if let keeper { state.withLock { $0.session = keeper.session } }
        return outcome
    }

    func evaluate(_ expression: String) -> Result<MIMEBundle, ExecutionFailure> {
        guard let session else { return .failure(ExecutionFailure(name: "EngineError", message: "the session has not begun", traceback: [])) }
        var value = MIMEBundle(plain: "()")
        let ended = session.run(expression, name: "expression") { output in
            if case .result(let bundle) = output { value = bundle }
        }
        if case .failure(let failure) = Self.outcome(of: ended) { return .failure(failure) }
        return .success(value)
    }

    private static func outcome(of ended: CellOutcome) -> ExecutionOutcome {
        switch ended {
        case .finished: return .ok()
        case .rejected(let problems, let cell):
            let errors = problems.filter { $0.severity == "error" }
            return .failure(
                ExecutionFailure(name: "CompileError", message: (errors.first ?? problems.first)?.message ?? "", traceback: problems.flatMap { $0.lines(in: cell) }))
        case .failed(let failure):
            return .failure(ExecutionFailure(name: failure.name, message: failure.message, traceback: failure.traceback))
        }
    }

    private static func status(of outcome: ExecutionOutcome) -> Journal.Outcome {
        switch outcome {
        case .ok: .ok
        case .failure(let failure): failure.name == ExecutionFailure.interrupted.name ? .interrupted : .error
        }
    }

    func rest() { Session.releaseMemory() }

    func complete(_ code: String, cursor: Int) -> Completion {
        guard let session = begun() else { return Completion(matches: [], start: cursor, end: cursor) }
        let (suggestions, range) = session.assistance.complete(code, cursor: cursor)
        return Completion(
            matches: suggestions.map { .init($0.text, type: Self.type(of: $0.kind), signature: $0.signature) }, start: range.lowerBound, end: range.upperBound)
    }

    /// The words that front ends have icons for.
    private static func type(of kind: String) -> String {
        switch kind {
        case "enumCase": "enum"
        case "initializer": "method"
        case "label": "param"
        default: kind
        }
    }

    func inspect(_ code: String, cursor: Int, detail: Int) -> MIMEBundle? {
        guard let found = begun()?.assistance.explain(code, cursor: cursor) else { return nil }
        let signatures = found.signatures.joined(separator: "\n")
        var plain = [signatures], markdown = ["```swift\n" + signatures + "\n```"]
        if !found.documentation.isEmpty {
            plain.append(found.documentation)
            markdown.append(found.markdown)
        }
        if let place = found.place {
            plain.append(place)
            markdown.append("*\(place)*")
        }
        if detail > 0, let source = found.source {
            plain.append(source)
            markdown.append("```swift\n" + source + "\n```")
        }
        var bundle = MIMEBundle(plain: plain.joined(separator: "\n\n"))
        bundle["text/markdown"] = .text(markdown.joined(separator: "\n\n"))
        return bundle
    }

    func isComplete(_ code: String) -> Completeness {
        switch Assistance.completeness(of: code) {
        case .complete: .complete
        case .invalid: .invalid
        case .incomplete(let indent): .incomplete(indent: indent)
        }
    }

    /// The session, for a thread that may ask before it is made.
    private func begun() -> Session? {
        for _ in 0 ..< 1000 {
            if let session = state.withLock({ $0.session }) { return session }
            usleep(5000)
        }
        return nil
    }

    func history(_ query: HistoryQuery) -> [HistoryEntry] {
        guard let journal = state.withLock({ $0.journal }) else { return [] }
        let lines =
            switch query.access {
            case .tail(let count): journal.tail(count)
            case .range(let session, let start, let stop): journal.range(session: session, from: start, to: stop)
            case .search(let pattern, let count, let unique): journal.search(pattern, count: count, unique: unique)
            }
        return lines.map { HistoryEntry(session: $0.session, line: $0.line, input: $0.source, output: query.output ? $0.result : nil) }
    }

    func interrupt() { state.withLock { $0.session }?.interrupt() }
    func clearInterrupt() { state.withLock { $0.session }?.clearInterrupt() }

    func shutdown(restart: Bool) { keeper?.end(restart: restart) }
}
