import Display

/// Collects what a cell prints, so that many small prints cost few hand-overs.
struct OutputBuffer {
    static let size = 1 << 14
    var stream = Output.Stream.standardOutput
    var text = ""
}

extension Machine {
    /// Writes to the cell's output.
    package func write(_ text: String, to stream: Output.Stream = .standardOutput) {
        if stream != buffer.stream { flush() }
        buffer.stream = stream
        buffer.text += text
        if buffer.text.utf8.count >= OutputBuffer.size { flush() }
    }

    /// Hands over what has been collected. The cell's end does it; a display in between must do it to keep the order.
    package func flush() {
        guard !buffer.text.isEmpty else { return }
        let text = buffer.text
        buffer.text = ""
        output(buffer.stream, text)
    }
}
