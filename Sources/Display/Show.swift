// What a cell can show while it runs, beside what it prints; in a program of its own the same goes to the terminal, as text.

/// Shows a value at once, as the result of a cell is shown: a chart as a picture, anything else as text.
///
/// ```swift
/// for radius in [0.5, 0.9, 1.3] {
///     display(plot(states(radius)).title("spectral radius \(radius)"))
/// }
/// ```
/// - Parameters:
///   - value: what is shown; a text without its quotation marks.
///   - id: a name, by which `updateDisplay` can change it later, from any cell.
public func display(_ value: Any, id: String? = nil) { Console.current.put(.display(bundle(of: value), id: id)) }

/// Shows a text as what it is: Markdown, a formula, HTML, a picture.
///
/// ```swift
/// display("The error is $\\varepsilon = 0.02$.", as: .markdown)
/// ```
/// - Parameters:
///   - content: the text.
///   - type: how it is to be read.
///   - id: a name, by which `updateDisplay` can change it later.
public func display(_ content: String, as type: MediaType, id: String? = nil) { Console.current.put(.display(bundle(of: content, type), id: id)) }

/// Changes what was shown under a name, wherever that is in the notebook.
///
/// ```swift
/// display("epoch 0", id: "progress")
/// for epoch in 1 ... 10 { updateDisplay("epoch \(epoch)", id: "progress") }
/// ```
/// - Parameters:
///   - value: what is shown in its place.
///   - id: the name that was given to `display`; nothing happens if there is none of this name.
public func updateDisplay(_ value: Any, id: String) { Console.current.put(.update(bundle(of: value), id: id)) }

/// Changes what was shown under a name to a text that is read as Markdown, HTML and so on.
public func updateDisplay(_ content: String, as type: MediaType, id: String) { Console.current.put(.update(bundle(of: content, type), id: id)) }

/// Removes what the cell has put out so far.
///
/// - Parameter wait: whether to wait until there is something new, so that the page does not flicker.
public func clearOutput(wait: Bool = false) { Console.current.put(.clear(wait: wait)) }

/// Shows a long text beside the cell's output, without keeping it in the notebook.
public func page(_ text: String) { Console.current.put(.page(MIMEBundle(plain: text))) }

/// Writes the text of the next cell, for the user to go on from; a notebook shows it as a new cell, a console at its prompt.
///
/// ```swift
/// setNextInput("let esn = try Reservoir(units: 500)")
/// ```
/// - Parameters:
///   - text: the cell's text, which is not run.
///   - replace: whether it takes the place of the present cell instead.
public func setNextInput(_ text: String, replace: Bool = false) { Console.current.put(.nextInput(text, replace: replace)) }

/// Asks whoever runs the cell for a line.
///
/// ```swift
/// let name = try ask("Subject: ") ?? "nobody"
/// ```
/// - Parameter prompt: what stands before the field.
/// - Returns: the line; nil at the end of the input.
/// - Throws: an error where nobody can be asked, as when a notebook is run by a program.
public func ask(_ prompt: String = "") throws -> String? { try Console.current.ask(prompt, false) }

/// Asks for a line that is not shown while it is typed, nor kept in the notebook.
///
/// - Parameter prompt: what stands before the field.
/// - Returns: the line; nil at the end of the input.
/// - Throws: an error where nobody can be asked.
public func askPassword(_ prompt: String = "Password: ") throws -> String? { try Console.current.ask(prompt, true) }

private func bundle(of value: Any) -> MIMEBundle {
    if let value = value as? any Displayable { return value.display }
    return MIMEBundle(plain: value as? String ?? String(reflecting: value))
}

private func bundle(of content: String, _ type: MediaType) -> MIMEBundle {
    var bundle = MIMEBundle()
    bundle[type.rawValue] = .text(content)
    bundle["text/plain"] = .text(content)
    return bundle
}
