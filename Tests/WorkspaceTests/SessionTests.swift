import Display
import Testing
import Workspace

@Suite struct SessionTests {
    /// What a cell prints in a session of its own.
    private func printed(by cell: String) -> String {
        var text = ""
        _ = Session().run(cell, name: "cell") { output in
            if case .stream(.standardOutput, let part) = output { text += part }
        }
        return text
    }

    @Test func slicesChangeInPlace() {
        #expect(printed(by: "func f() { var m = [9, 8, 7, 6]; let r = 1..<3; m[r].reverse(); print(m) }\nf()") == "[9, 7, 8, 6]\n")
        #expect(printed(by: "var n = [9, 8, 7, 6]\nn[1...].sort()\nprint(n)") == "[9, 6, 7, 8]\n")
    }
}
