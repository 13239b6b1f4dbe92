/// What can go wrong with a session's file.
package enum StorageError: Error, Equatable, Sendable, CustomStringConvertible {
    case cannotOpen(path: String, reason: String)
    /// The file is not a database, or is torn.
    case damaged(path: String, reason: String)
    /// The file was written by a later version of the program.
    case tooNew(path: String)
    case failed(path: String, reason: String)

    package var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "the session file \(path) cannot be opened: \(reason)"
        case .damaged(let path, let reason): "the session file \(path) is damaged: \(reason)"
        case .tooNew(let path): "the session file \(path) was written by a later version of Engram"
        case .failed(let path, let reason): "the session file \(path) cannot be used: \(reason)"
        }
    }
}
