import Language
import Testing

/// Completion and inspection as a front end asks for them: `|` marks the cursor.
@Suite struct AssistantTests {
    private static let library = """
        /// A model of something.
        ///
        /// - Parameter size: how large it is.
        struct Model: Equatable {
            /// Makes one.
            init(size: Int, rate: Double = 0.5) throws
            /// How large it is.
            var size: Int { get }
            /// The parts of it.
            var parts: [Part] { get }
            /// A model that fits.
            func fitted(to data: [Double]) throws -> Model
            static func standard() -> Model
            subscript(index: Int) -> Part { get }
        }
        struct Part {
            /// Its weight, in kilograms.
            var weight: Double { get }
        }
        /// How it is shown.
        enum Style {
            /// With a line.
            case solid
            case dashed(width: Double)
        }
        /// Shows a model.
        func show(_ model: Model, style: Style = .solid)
        """

    private static func assistant() -> Assistant {
        var assistant = Assistant(libraries: [Catalog(parsing: StandardLibrary.pieces.map(\.text)), Catalog(parsing: [library])])
        assistant.add(
            cell: "/// What we have.\nlet model = try Model(size: 3)\nvar names = [\"a\"]\nfunc weigh(_ part: Part) -> Double { part.weight }",
            variables: [("model", "Model", false), ("names", "[String]", true), ("byName", "[String: Model]", false)])
        return assistant
    }

    private static func parts(_ marked: String) -> (code: String, cursor: Int) {
        let pieces = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return (pieces.joined(), pieces[0].unicodeScalars.count)
    }

    private func completions(_ marked: String) -> [String] {
        let (code, cursor) = Self.parts(marked)
        return Self.assistant().complete(code, cursor: cursor).suggestions.map(\.text)
    }

    private func explanation(_ marked: String) -> (signatures: [String], documentation: String)? {
        let (code, cursor) = Self.parts(marked)
        return Self.assistant().explain(code, cursor: cursor)
    }

    @Test func membersOfWhatTheSessionHolds() {
        #expect(completions("model.|") == ["fitted", "parts", "size"])
        #expect(completions("model.fi|") == ["fitted"])
        #expect(completions("names.remo|").contains("removeLast"))
        #expect(completions("model.fitted(to: [1.5, 2]).pa|") == ["parts"])
    }

    @Test func membersAfterSubscriptsAndCalls() {
        #expect(completions("model.parts[0].w|") == ["weight"])
        #expect(completions("names[0].uppercas|") == ["uppercased"])
        #expect(completions("try Model(size: 2).siz|") == ["size"])
        #expect(completions("model.parts.map { $0 }.cou|").contains("count"))
        #expect(completions("Model.|").contains("standard"))
    }

    @Test func casesAfterABareDot() {
        #expect(completions("show(model, style: .d|") == ["dashed"])
        #expect(completions("let s: Style = .|").contains("solid"))
    }

    @Test func namesOfTheSessionAndOfTheCellItself() {
        #expect(completions("mod|").contains("model"))
        #expect(completions("wei|") == ["weigh"])
        #expect(completions("func f(_ count: Int) { let counted = 1; print(coun|) }") == ["count", "counted"])
        #expect(completions("let total = 1\ntot|") == ["total"])
        #expect(completions("whi|").contains("while"))
        #expect(!completions("").contains("_swap"))
    }

    @Test func halfTypedCode() {
        #expect(completions("func f() { model.si|") == ["size"])
        #expect(completions("if model.|").contains("size"))
        #expect(completions("let x = [model.|").contains("size"))
        #expect(completions("print(\"\\(model.si|").contains("size"))
        #expect(completions("names.filter { $0 == \"a\" }.|").contains("count"))
    }

    @Test func whatIsReplaced() {
        let (code, cursor) = Self.parts("let é = 1; model.si| + 2")
        #expect(Self.assistant().complete(code, cursor: cursor).range == 17 ..< 19)
    }

    @Test func declarationsWithTheirComments() {
        #expect(explanation("mod|el")?.documentation.contains("A model of something.") == true || explanation("mod|el")?.documentation == "What we have.")
        #expect(explanation("Mod|el")?.documentation.contains("how large it is") == true)
        #expect(explanation("Mod|el")?.signatures.contains { $0.contains("init(size: Int, rate: Double = 0.5) throws") } == true)
        #expect(explanation("model.siz|e")?.documentation == "How large it is.")
        #expect(explanation("model.parts[0].wei|ght")?.documentation == "Its weight, in kilograms.")
        #expect(explanation("show(model, |")?.documentation == "Shows a model.")
        #expect(explanation("show(model, style: .sol|id)")?.documentation == "With a line.")
        #expect(explanation("nothing|OfTheKind") == nil)
        #expect(explanation("|") == nil)
    }

    @Test(arguments: [-5, 0, 3, 4, 100, Int.max]) func cursorsOutsideTheText(_ cursor: Int) {
        _ = Self.assistant().complete("mod.", cursor: cursor)
        _ = Self.assistant().explain("mod.", cursor: cursor)
        _ = Self.assistant().complete("", cursor: cursor)
    }

    @Test func textsOfNoSense() {
        let deep = String(repeating: "(", count: 100_000), long = "model" + String(repeating: ".size", count: 20_000)
        for code in [deep, long + ".", "a" + String(repeating: "[0]", count: 20_000) + ".", "\"\\(", "/*", ".....", "))))]]]].", "\0.", "👩‍🚀."] {
            for cursor in [0, code.unicodeScalars.count / 2, code.unicodeScalars.count] {
                _ = Self.assistant().complete(code, cursor: cursor)
                _ = Self.assistant().explain(code, cursor: cursor)
            }
            _ = CellCompleteness(of: code)
        }
    }
}
