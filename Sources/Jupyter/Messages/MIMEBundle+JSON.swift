import Display

extension MIMEBundle {
    /// The bundle as messages carry it: text as strings, JSON as it is, bytes as base64.
    var data: JSON {
        .object(
            entries.map { entry in
                switch entry.content {
                case .text(let text): JSON.Member(entry.type, .string(text))
                case .json(let document): JSON.Member(entry.type, .raw(document))
                case .bytes(let bytes): JSON.Member(entry.type, .string(base64(bytes)))
                }
            })
    }
}
