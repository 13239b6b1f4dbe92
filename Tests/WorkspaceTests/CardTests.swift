import Display
import Testing
import Workspace

/// Models and what was fitted show a card of their parameters and sizes.
struct CardTests {
    private struct Failed: Error { let text: String }

    private func card(_ cell: String) throws -> String? {
        let session = Session()
        var shown: MIMEBundle?
        let ended = session.run(cell, name: "cell") { if case .result(let bundle) = $0 { shown = bundle } }
        guard case .finished = ended else { throw Failed(text: "\(ended)") }
        let result = try #require(shown)
        guard case .text(let html)? = result["text/html"] else { return nil }
        #expect(html.hasPrefix("<div><b>") && !result.plainText.isEmpty)
        return html
    }

    @Test(arguments: [
        ("try Reservoir(units: 20, topology: .cycle, seed: 3)", ["<b>Reservoir</b>", ">units</th>", ">20</td>", ">topology</th>", ">seed</th>"]),
        ("try Reservoir(recurrent: Matrix([[0, 0.5], [0.5, 0]]), input: Matrix([[1], [1]]))", ["<b>Reservoir</b>", ">of its own</td>", ">density</th>"]),
        ("try ES2N(units: 30, seed: 1)", ["<b>ES2N</b>", ">proximity</th>"]),
        ("try NVAR(delays: 2)", ["<b>NVAR: ", ">delays</th>"]),
        ("try EIReservoir(units: 60, degree: 10, seed: 1)", ["<b>EI reservoir</b>", ">units</th>"]),
        ("try SDM(size: 64, locations: 100, radius: 28, seed: 1)", ["<b>SDM with 0 patterns</b>", ">locations</th>"]),
        ("Izhikevich.resonator", ["<b>Izhikevich", ">a</th>", ">0.1</td>"]),
        ("try Ridge(alpha: 2).fit(Matrix([[1, 0], [0, 1], [1, 1]]), Matrix([[1], [2], [3]]))", ["<b>Ridge regression</b>", ">features</th>"]),
        (
            "try KernelRidge(alpha: 1).fit(Matrix([[1, 0], [0, 1], [1, 1]]), Matrix([[1], [2], [3]]))",
            ["<b>Kernel ridge fit"]
        ),
    ]) func aModelShowsACard(cell: String, parts: [String]) throws {
        let html = try #require(try card(cell))
        for part in parts { #expect(html.contains(part), "\(part) in \(html)") }
    }

    @Test(arguments: ["5.ms", "Activation.tanh", "1", "try Vector([1, 2])"]) func whatIsReadAsTextHasNone(cell: String) throws { #expect(try card(cell) == nil) }
}
