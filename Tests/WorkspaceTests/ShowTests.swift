import Display
import Testing
import Workspace

/// What cells show and ask through the session that runs them.
@Suite struct ShowTests {
    private func outputs(_ cell: String, answers: [String] = []) -> (outputs: [Output], asked: [String], outcome: CellOutcome) {
        var (outputs, asked, answers) = ([Output](), [String](), answers)
        let outcome = Session().run(
            cell, name: "cell",
            input: { prompt, isHidden in
                asked.append(prompt + (isHidden ? "*" : ""))
                return answers.isEmpty ? nil : answers.removeFirst()
            },
            output: { outputs.append($0) })
        return (outputs, asked, outcome)
    }

    @Test func textAndDisplaysKeepTheirOrder() {
        let shown = outputs("print(1)\ndisplay([2])\nprint(3)\nclearOutput(wait: true)\nupdateDisplay(\"four\", id: \"it\")\npage(\"five\")").outputs
        #expect(
            shown == [
                .stream(.standardOutput, "1\n"), .display(MIMEBundle(plain: "[2]"), id: nil), .stream(.standardOutput, "3\n"), .clear(wait: true),
                .update(MIMEBundle(plain: "four"), id: "it"), .page(MIMEBundle(plain: "five")),
            ])
    }

    @Test(arguments: [("3", "3"), ("\"a\"", "a"), ("[\"a\"]", "[\"a\"]"), ("(1, true)", "(1, true)"), ("Optional(2.5) as Any", "Optional(2.5)")])
    func valuesAreDisplayedAsText(_ value: String, text: String) {
        #expect(outputs("display(\(value))").outputs == [.display(MIMEBundle(plain: text), id: nil)])
    }

    @Test func aChartIsAPictureWhateverItIsPassedAs() {
        for chart in ["plot([1.0, 2.0])", "plot([1.0, 2.0]) as Any", "Optional(plot([1.0, 2.0])) as Any"] {
            guard case .display(let bundle, nil)? = outputs("display(\(chart))").outputs.first else {
                Issue.record("\(chart)")
                continue
            }
            #expect(bundle.entries.map(\.type) == ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"])
        }
    }

    @Test func asking() {
        let asked = outputs("let a = try ask(\"a? \")\nlet b = try askPassword(\"b? \")\nlet c = readLine()\nprint(a ?? \"-\", b ?? \"-\", c ?? \"-\")", answers: ["1", "2"])
        #expect(asked.asked == ["a? ", "b? *", ""])
        #expect(asked.outputs == [.stream(.standardOutput, "1 2 -\n")])
    }

    /// An interrupt while a cell waits ends the cell; the cell's own `catch` does not see it.
    @Test(arguments: ["let a = readLine()", "do { print(try ask() ?? \"\") } catch { print(error) }"])
    func anInterruptWhileAsking(_ cell: String) {
        var printed = 0
        let outcome = Session().run(cell, name: "cell", input: { _, _ in throw InputFailure.interrupted }, output: { _ in printed += 1 })
        #expect(printed == 0)
        #expect(outcome.failure?.isInterrupt == true)
    }

    @Test(arguments: [("let a = readLine()", "RuntimeError"), ("let a = try ask()", "InputFailure")])
    func nobodyToAsk(_ cell: String, name: String) {
        let outcome = Session().run(cell, name: "cell", input: { _, _ in throw InputFailure.notAllowed }, output: { _ in })
        #expect(outcome.failure?.name == name)
        #expect(outcome.failure?.message == "this front end cannot be asked for input")
    }
}

extension CellOutcome {
    fileprivate var failure: Failure? { if case .failed(let failure) = self { failure } else { nil } }
}
