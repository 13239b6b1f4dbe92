import Display
import Foundation
import Jupyter
import Synchronization

/// An engine whose cells are lines `command argument`, enough to make a kernel do everything that it can.
final class ScriptedEngine: Engine {
    let language = LanguageInfo(
        name: "script", version: "1", mimetype: "text/x-script", fileExtension: ".script", pygmentsLexer: "text", codemirrorMode: "text")
    let implementation = (name: "scripted", version: "1.0")
    let banner = "A scripted engine"
    let archive: String? = "the archive"
    private let state = Mutex((count: 0, history: [HistoryEntry](), ended: [Bool]()))
    private let stop = Atomic<Bool>(false)
    private let rests = Atomic<Int>(0)

    var executionCount: Int { state.withLock { $0.count } }
    /// The `restart` of every shutdown so far.
    var shutdowns: [Bool] { state.withLock { $0.ended } }

    /// How often the kernel said that nothing happens.
    var restCount: Int { rests.load(ordering: .relaxed) }

    func start() {}

    func rest() { rests.add(1, ordering: .relaxed) }

    func execute(_ request: CellRequest, port: CellPort) -> ExecutionOutcome {
        if request.storeHistory {
            state.withLock {
                $0.count = request.executionCount
                $0.history.append(HistoryEntry(session: 1, line: request.executionCount, input: request.code))
            }
        }
        var payloads: [Payload] = []
        for line in request.code.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let argument = parts.count > 1 ? parts[1] : ""
            do {
                switch parts[0] {
                case "print": port.output(.stream(.standardOutput, argument + "\n"))
                case "complain": port.output(.stream(.standardError, argument + "\n"))
                case "lines": for index in 0 ..< (Int(argument) ?? 0) where !stop.load(ordering: .relaxed) { port.output(.stream(.standardOutput, "line \(index)\n")) }
                case "result": port.output(.result(MIMEBundle(plain: argument)))
                case "picture":
                    var bundle = MIMEBundle(plain: "a picture")
                    bundle["image/png"] = .bytes([0x89, 0x50, 0xFF])
                    bundle["application/vnd.vegalite.v5+json"] = .json(#"{"mark":"line"}"#)
                    port.output(.display(bundle, id: argument.isEmpty ? nil : argument))
                case "update": port.output(.update(MIMEBundle(plain: "updated"), id: argument))
                case "clear": port.output(.clear(wait: true))
                case "page": payloads.append(.page(MIMEBundle(plain: argument)))
                case "ask": port.output(.stream(.standardOutput, "got " + (try port.input(argument, false))))
                case "password": port.output(.stream(.standardOutput, "got " + (try port.input(argument, true))))
                case "loop": while !stop.load(ordering: .relaxed) { usleep(500) }; return .failure(.interrupted)
                case "sleep": usleep(UInt32(argument) ?? 0)
                case "stuck": sleep(UInt32(argument) ?? 0)
                default: return .failure(ExecutionFailure(name: "ScriptError", message: "no command \(parts[0])", traceback: ["line 1", "no command \(parts[0])"]))
                }
            } catch InputFailure.interrupted {
                return .failure(.interrupted)
            } catch {
                return .failure(ExecutionFailure(name: "InputFailure", message: "\(error)", traceback: []))
            }
        }
        return .ok(payloads: payloads)
    }

    func evaluate(_ expression: String) -> Result<MIMEBundle, ExecutionFailure> {
        expression == "bad" ? .failure(ExecutionFailure(name: "ScriptError", message: "bad", traceback: [])) : .success(MIMEBundle(plain: "<\(expression)>"))
    }

    func complete(_ code: String, cursor: Int) -> Completion {
        Completion(matches: [.init("print", type: "keyword"), .init("picture", type: "keyword", signature: "picture ID")], start: 0, end: cursor)
    }

    func inspect(_ code: String, cursor: Int, detail: Int) -> MIMEBundle? {
        code.hasPrefix("print") ? MIMEBundle(plain: "prints its argument, detail \(detail)") : nil
    }

    func isComplete(_ code: String) -> Completeness { code.hasSuffix("\\") ? .incomplete(indent: "  ") : .complete }

    func history(_ query: HistoryQuery) -> [HistoryEntry] {
        let all = state.withLock { $0.history }
        if case .tail(let count) = query.access { return all.suffix(count) }
        return all
    }

    func interrupt() { stop.store(true, ordering: .relaxed) }
    func clearInterrupt() { stop.store(false, ordering: .relaxed) }
    func shutdown(restart: Bool) { state.withLock { $0.ended.append(restart) } }
}
