import Display

/// What answers a request.
enum Reply {
    case kernelInfo(any Engine)
    case executed(count: Int, payloads: [Payload], expressions: [(name: String, value: Result<MIMEBundle, ExecutionFailure>)])
    /// Any request that failed; `count` for those that execute.
    case failure(ExecutionFailure, count: Int?)
    case completion(Completion)
    case inspection(MIMEBundle?)
    case completeness(Completeness)
    case history([HistoryEntry], output: Bool)
    case comms([(id: String, target: String)])
    case usage(Usage)
    case shutdown(restart: Bool)
    case done

    var content: JSON {
        switch self {
        case .kernelInfo(let engine): Self.kernelInfo(of: engine)
        case .executed(let count, let payloads, let expressions):
            [
                "status": "ok", "execution_count": .integer(count), "payload": .array(payloads.map(\.json)),
                "user_expressions": .object(expressions.map { JSON.Member($0.name, Self.expression($0.value)) }),
            ]
        case .failure(let failure, let count):
            .object([JSON.Member("status", "error")] + (count.map { [JSON.Member("execution_count", .integer($0))] } ?? []) + failure.members)
        case .completion(let completion): completion.json
        case .inspection(let bundle): ["status": "ok", "found": .bool(bundle != nil), "data": bundle?.data ?? .empty, "metadata": .empty]
        case .completeness(.complete): ["status": "complete"]
        case .completeness(.incomplete(let indent)): ["status": "incomplete", "indent": .string(indent)]
        case .completeness(.invalid): ["status": "invalid"]
        case .completeness(.unknown): ["status": "unknown"]
        case .history(let entries, let output): ["status": "ok", "history": .array(entries.map { $0.json(output: output) })]
        case .comms(let comms):
            ["status": "ok", "comms": .object(comms.map { JSON.Member($0.id, ["target_name": .string($0.target)]) })]
        case .usage(let usage): usage.json
        case .shutdown(let restart): ["status": "ok", "restart": .bool(restart)]
        case .done: ["status": "ok"]
        }
    }

    private static func kernelInfo(of engine: any Engine) -> JSON {
        let language = engine.language
        return [
            "status": "ok", "protocol_version": .string(protocolVersion),
            "implementation": .string(engine.implementation.name), "implementation_version": .string(engine.implementation.version),
            "language_info": [
                "name": .string(language.name), "version": .string(language.version), "mimetype": .string(language.mimetype),
                "file_extension": .string(language.fileExtension), "pygments_lexer": .string(language.pygmentsLexer),
                "codemirror_mode": .string(language.codemirrorMode),
            ],
            "banner": .string(engine.banner), "debugger": false, "supported_features": [], "help_links": [],
        ]
    }

    private static func expression(_ value: Result<MIMEBundle, ExecutionFailure>) -> JSON {
        switch value {
        case .success(let bundle): ["status": "ok", "data": bundle.data, "metadata": .empty]
        case .failure(let failure): .object([JSON.Member("status", "error")] + failure.members)
        }
    }
}

extension ExecutionFailure {
    /// The three fields by which every front end shows an error.
    var members: [JSON.Member] {
        [.init("ename", .string(name)), .init("evalue", .string(message)), .init("traceback", .array(traceback.map(JSON.string)))]
    }
}

extension Payload {
    fileprivate var json: JSON {
        switch self {
        case .page(let bundle, let start): ["source": "page", "data": bundle.data, "start": .integer(start)]
        case .setNextInput(let text, let replace): ["source": "set_next_input", "text": .string(text), "replace": .bool(replace)]
        }
    }
}

extension Completion {
    fileprivate var json: JSON {
        // The list of types runs parallel to the matches, or front ends mix the two up.
        let types = matches.map { match in
            JSON.object([
                .init("start", .integer(start)), .init("end", .integer(end)), .init("text", .string(match.text)), .init("type", .string(match.type)),
                .init("signature", .string(match.signature ?? "")),
            ])
        }
        return [
            "status": "ok", "matches": .array(matches.map { .string($0.text) }), "cursor_start": .integer(start), "cursor_end": .integer(end),
            "metadata": ["_jupyter_types_experimental": .array(types)],
        ]
    }
}

extension HistoryEntry {
    fileprivate func json(output wanted: Bool) -> JSON {
        let text: JSON = wanted ? [.string(input), output.map(JSON.string) ?? .null] : .string(input)
        return [.integer(session), .integer(line), text]
    }
}
