/// What a value looks like, once for each MIME type it can be shown as.
///
/// The order is the order in which entries were given; a front end picks by its own ranking.
package struct MIMEBundle: Equatable, Sendable {
    /// The content of one MIME type.
    package enum Content: Equatable, Sendable {
        /// Text as it is: `text/plain`, `text/html`, `image/svg+xml`.
        case text(String)
        /// A JSON document, already serialised: Vega-Lite, `application/json`.
        case json(String)
        /// Binary content, sent as base64: `image/png`.
        case bytes([UInt8])
    }

    package private(set) var entries: [(type: String, content: Content)] = []

    package init() {}

    package init(plain text: String) { self["text/plain"] = .text(text) }

    /// The form that every bundle should have; empty if this one has not.
    package var plainText: String {
        if case .text(let text)? = self["text/plain"] { text } else { "" }
    }

    package subscript(type: String) -> Content? {
        get { entries.first { $0.type == type }?.content }
        set {
            let place = entries.firstIndex { $0.type == type }
            switch (place, newValue) {
            case (let place?, let content?): entries[place].content = content
            case (let place?, nil): entries.remove(at: place)
            case (nil, let content?): entries.append((type, content))
            case (nil, nil): break
            }
        }
    }

    package static func == (left: MIMEBundle, right: MIMEBundle) -> Bool {
        left.entries.elementsEqual(right.entries) { $0.type == $1.type && $0.content == $1.content }
    }
}
