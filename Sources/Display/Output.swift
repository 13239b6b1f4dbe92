/// One thing a cell puts out while it runs.
package enum Output: Equatable, Sendable {
    case stream(Stream, String)
    /// The value of the cell's last expression.
    case result(MIMEBundle)
    /// Something shown on the way; `id` lets a later `update` find it.
    case display(MIMEBundle, id: String?)
    case update(MIMEBundle, id: String)
    case clear(wait: Bool)
    /// Something for the pager beside the notebook; it is not among what the cell keeps.
    case page(MIMEBundle)
    /// The text of the next cell, or of this one when `replace` is set; not among what the cell keeps.
    case nextInput(String, replace: Bool)
    case error(name: String, message: String, traceback: [String])

    package enum Stream: String, Sendable {
        case standardOutput = "stdout"
        case standardError = "stderr"
    }
}

/// A value that can show itself as more than text.
package protocol Displayable {
    /// Always holds `text/plain`.
    var display: MIMEBundle { get }
}
