import Display

/// Gathers what a run puts out into the outputs that its cells keep, as a front end does: pieces of one stream are joined, an update changes what an
/// earlier display showed, in whatever cell, and a clearing may wait for the next output.
struct OutputCollector {
    /// By cell.
    private(set) var outputs: [[JSON]]
    private var displays: [(id: String, cell: Int, output: Int)] = []
    private var clearsNext = false

    init(cells: Int) { outputs = Array(repeating: [], count: cells) }

    mutating func append(_ output: Output, of cell: Int, count: Int?) {
        switch output {
        case .clear(let wait):
            clearsNext = wait
            if !wait { clear(cell) }
            return
        case .update(let bundle, let id):
            for place in displays where place.id == id { outputs[place.cell][place.output]["data"] = bundle.stored }
            return
        case .page, .nextInput: return
        case .stream, .result, .display, .error:
            if clearsNext { clear(cell) }
            clearsNext = false
        }
        switch output {
        case .stream(let stream, let text): append(stream, text, of: cell)
        case .result(let bundle):
            outputs[cell].append([
                "output_type": "execute_result", "data": bundle.stored, "metadata": .empty, "execution_count": count.map(JSON.integer) ?? .null,
            ])
        case .display(let bundle, let id):
            if let id { displays.append((id, cell, outputs[cell].count)) }
            outputs[cell].append(["output_type": "display_data", "data": bundle.stored, "metadata": .empty])
        case .error(let name, let message, let traceback):
            outputs[cell].append([
                "output_type": "error", "ename": .string(name), "evalue": .string(message), "traceback": .array(traceback.map(JSON.string)),
            ])
        case .update, .clear, .page, .nextInput: break
        }
    }

    private mutating func append(_ stream: Output.Stream, _ text: String, of cell: Int) {
        let last = outputs[cell].count - 1
        if last >= 0, outputs[cell][last]["name"]?.string == stream.rawValue, case .string(var whole)? = outputs[cell][last]["text"] {
            // Given up first, so that the text grows in place.
            outputs[cell][last]["text"] = .null
            whole += text
            outputs[cell][last]["text"] = .string(whole)
        } else {
            outputs[cell].append(["output_type": "stream", "name": .string(stream.rawValue), "text": .string(text)])
        }
    }

    private mutating func clear(_ cell: Int) {
        outputs[cell] = []
        displays.removeAll { $0.cell == cell }
    }

    /// The outputs of a cell as a file keeps them: streams as lines.
    func stored(_ cell: Int) -> [JSON] {
        outputs[cell].map { output in
            guard case .string(let text)? = output["text"] else { return output }
            var stored = output
            stored["text"] = NotebookCell.lines(text)
            return stored
        }
    }
}

extension MIMEBundle {
    /// As a file keeps it: texts as lines, JSON as values, bytes as base64.
    fileprivate var stored: JSON {
        .object(
            entries.map { entry in
                switch entry.content {
                case .text(let text): JSON.Member(entry.type, NotebookCell.lines(text))
                case .json(let document): JSON.Member(entry.type, .raw(document))
                case .bytes(let bytes): JSON.Member(entry.type, .string(base64(bytes)))
                }
            })
    }
}
