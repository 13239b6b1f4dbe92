import Display

/// Why bytes are not a notebook that can be used.
package enum NotebookError: Error, Equatable, Sendable, CustomStringConvertible {
    case notJSON(JSONError)
    case notANotebook(missing: String)
    case version(Int)
    case parameter(String)

    package var description: String {
        switch self {
        case .notJSON(let error): "not a notebook: \(error)"
        case .notANotebook(let missing): "not a notebook: it has no `\(missing)`"
        case .version(let major): "the notebook's format is version \(major); version 4 is needed (Jupyter converts older ones when it saves them)"
        case .parameter(let text): "a parameter is given as name=value; '\(text)' is not"
        }
    }
}
