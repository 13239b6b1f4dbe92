#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Console {
    /// Standard output and standard input. Pictures have their text; there is nothing to clear.
    package static let terminal = Console(
        put: { output in
            switch output {
            case .stream(.standardOutput, let text): print(text, terminator: "")
            case .stream(.standardError, let text): complain(text)
            case .result(let bundle), .display(let bundle, _), .update(let bundle, _), .page(let bundle): print(bundle.plainText)
            case .error(_, let message, _): complain(message + "\n")
            case .clear, .nextInput: break
            }
        },
        ask: { prompt, isHidden in
            print(prompt, terminator: "")
            fflush(nil)
            return isHidden ? hiddenLine() : readLine()
        })

    private static func complain(_ text: String) {
        fflush(nil)
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// A line that the terminal does not show while it is typed.
    private static func hiddenLine() -> String? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine() }
        let visible = settings
        settings.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        defer {
            withUnsafePointer(to: visible) { _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, $0) }
            print()
        }
        return readLine()
    }
}
