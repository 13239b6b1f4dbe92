import Display

/// An output as rows: its kind, one word that goes with it, and its contents.
struct StoredOutput {
    enum Kind: String { case stream, result, display, update, clear, error, page, nextInput }
    enum Form: String { case text, json, bytes }

    var kind: Kind
    /// The stream's name, a display's id, an error's name, or what a clearing waits for.
    var name: String?
    var contents: [(type: String, form: Form, bytes: [UInt8])] = []

    init(_ output: Output) {
        switch output {
        case .stream(let stream, let text):
            (kind, name) = (.stream, stream.rawValue)
            contents = [("text/plain", .text, Array(text.utf8))]
        case .result(let bundle): (kind, contents) = (.result, Self.rows(bundle))
        case .display(let bundle, let id): (kind, name, contents) = (.display, id, Self.rows(bundle))
        case .update(let bundle, let id): (kind, name, contents) = (.update, id, Self.rows(bundle))
        case .clear(let wait): (kind, name) = (.clear, wait ? "wait" : nil)
        case .page(let bundle): (kind, contents) = (.page, Self.rows(bundle))
        case .nextInput(let text, let replace):
            (kind, name) = (.nextInput, replace ? "replace" : nil)
            contents = [("text/plain", .text, Array(text.utf8))]
        case .error(let name, let message, let traceback):
            (kind, self.name) = (.error, name)
            contents = ([message] + traceback).map { ("text/plain", .text, Array($0.utf8)) }
        }
    }

    /// Nil for rows that no version has written.
    init?(kind: String, name: String?, contents: [(type: String, form: String, bytes: [UInt8])]) {
        guard let kind = Kind(rawValue: kind) else { return nil }
        (self.kind, self.name) = (kind, name)
        for content in contents {
            guard let form = Form(rawValue: content.form) else { return nil }
            self.contents.append((content.type, form, content.bytes))
        }
    }

    var output: Output? {
        switch kind {
        case .stream: name.flatMap(Output.Stream.init).map { .stream($0, texts.first ?? "") }
        case .result: .result(bundle)
        case .display: .display(bundle, id: name)
        case .update: name.map { .update(bundle, id: $0) }
        case .clear: .clear(wait: name == "wait")
        case .page: .page(bundle)
        case .nextInput: .nextInput(texts.first ?? "", replace: name == "replace")
        case .error: .error(name: name ?? "", message: texts.first ?? "", traceback: Array(texts.dropFirst()))
        }
    }

    private var texts: [String] { contents.map { String(decoding: $0.bytes, as: UTF8.self) } }

    private var bundle: MIMEBundle {
        var bundle = MIMEBundle()
        for (type, form, bytes) in contents {
            switch form {
            case .text: bundle[type] = .text(String(decoding: bytes, as: UTF8.self))
            case .json: bundle[type] = .json(String(decoding: bytes, as: UTF8.self))
            case .bytes: bundle[type] = .bytes(bytes)
            }
        }
        return bundle
    }

    private static func rows(_ bundle: MIMEBundle) -> [(type: String, form: Form, bytes: [UInt8])] {
        bundle.entries.map { entry in
            switch entry.content {
            case .text(let text): (entry.type, .text, Array(text.utf8))
            case .json(let document): (entry.type, .json, Array(document.utf8))
            case .bytes(let bytes): (entry.type, .bytes, bytes)
            }
        }
    }
}
