import Language
import Testing

@Suite struct StandardLibraryTests {
    /// Every declaration and body of the standard library's text passes the checker that cells go through.
    @Test func interfaceTextIsSound() {
        let problems = Compiler().interfaceProblems()
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }
}
