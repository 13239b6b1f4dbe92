import Testing
import Workspace

/// What a session knows while a cell is written.
@Suite struct AssistanceTests {
    private func texts(_ session: Session, _ code: String) -> [String] {
        session.assistance.complete(code, cursor: code.unicodeScalars.count).suggestions.map(\.text)
    }

    @Test func learnsFromTheCellsThatWereAccepted() {
        let session = Session()
        _ = session.run("/// The data.\nlet measured = Vector([1, 2, 3])\nstruct Neuron { var potential = 0.5 }\nvar cells = [Neuron()]", name: "cell") { _ in }
        #expect(texts(session, "meas") == ["measured"])
        #expect(texts(session, "measured.standardDev") == ["standardDeviation"])
        #expect(texts(session, "cells[0].pot") == ["potential"])
        #expect(texts(session, "Neuro").contains("Neuron"))
        _ = session.run("let refused: Int = \"text\"", name: "cell") { _ in }
        #expect(texts(session, "refus") == [])
        #expect(session.assistance.explain("measured", cursor: 3)?.signatures == ["let measured: Vector"])
    }

    @Test func knowsTheLibrary() {
        let assistance = Session().assistance
        let model = assistance.explain("Reservoir", cursor: 4)
        #expect(model?.signatures.contains { $0.contains("spectralRadius") } == true)
        #expect(model?.documentation.isEmpty == false)
        #expect(assistance.complete("esn.train(series, readout: .rid", cursor: 31).suggestions.map(\.text).contains("ridge"))
        #expect(assistance.complete("Dataset.mack", cursor: 12).suggestions.map(\.text) == ["mackeyGlass"])
    }

    @Test func tellsCompleteFromUnfinished() {
        #expect(Assistance.completeness(of: "let x = 1") == .complete)
        #expect(Assistance.completeness(of: "func f() {") == .incomplete(indent: "    "))
        #expect(Assistance.completeness(of: "let x = )") == .invalid)
        #expect(Assistance.completeness(of: String(repeating: "(", count: 100_000)) == .invalid)
        #expect(Assistance.completeness(of: "let x = 1" + String(repeating: " + 1", count: 100_000)) == .complete)
    }
}
