import IR
import Language
import Testing

/// What the checker tells of a place in a cell, with a library of a few declarations. `|` marks the cursor.
@Suite struct QuestionTests {
    private static let library = [
        (
            "Model",
            """
            /// A model of something.
            ///
            /// x(t) = (1 − a) x(t−1) + b
            ///
            /// A. Author, Journal 1 (2001), doi:10.1000/182.
            struct Model: Equatable {
                /// Makes one.
                ///
                /// - Parameters:
                ///   - size: how large it is,
                ///     at least 1.
                ///   - rate: how fast.
                /// - Throws: when it is too large.
                init(size: Int, rate: Double = 0.5) throws
                /// How large it is.
                var size: Int { get }
                /// The parts of it.
                var parts: [Part] { get }
                func fitted(to data: [Double]) throws -> Model
                static func standard() -> Model
            }
            """
        ),
        ("Part", "struct Part {\n    /// Its weight, in kilograms.\n    var weight: Double { get }\n}"),
        ("Style", "/// How it is shown.\nenum Style {\n    /// With a line.\n    case solid\n    case dashed(width: Double)\n}"),
        ("show", "/// Shows a model.\nfunc show(_ model: Model, style: Style = .solid)"),
    ]

    private static func parts(_ marked: String) -> (code: String, cursor: Int) {
        let pieces = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return (pieces.joined(), pieces[0].unicodeScalars.count)
    }

    private func completions(_ marked: String) -> [String] {
        let (code, cursor) = Self.parts(marked)
        return Compiler(library: Self.library).complete(code, cursor: cursor).suggestions.map(\.text)
    }

    private func explanation(_ marked: String) -> Explanation? {
        let (code, cursor) = Self.parts(marked)
        return Compiler(library: Self.library).explain(code, cursor: cursor)
    }

    @Test func membersOfLibraryTypes() {
        #expect(completions("let model = try Model(size: 2)\nmodel.|") == ["fitted", "parts", "size"])
        #expect(completions("try Model(size: 2).parts[0].w|") == ["weight"])
        #expect(completions("try Model(size: 2).parts.map { $0.|") == ["weight"])
        #expect(completions("Model.st|") == ["standard"])
    }

    @Test func libraryTextIsReadWhereItIsAskedFor() {
        #expect(completions("let x: Sty|") == ["Style"])
        #expect(completions("sho|") == ["show"])
        #expect(completions("show(try Model(size: 3), style: .|") == ["solid", "dashed"])
    }

    @Test func whatIsReplaced() {
        let (code, cursor) = Self.parts("let é = \"🧠\"; é.upp| + 2")
        #expect(Compiler().complete(code, cursor: cursor).range == 15 ..< 18)
        // A name that the cursor is in is replaced up to the cursor.
        let (inside, middle) = Self.parts("[1].fir|st")
        #expect(Compiler().complete(inside, cursor: middle).range == 4 ..< 7)
    }

    @Test func documentationAsMarkdown() throws {
        let model = try #require(explanation("Mod|el(size: 3)"))
        #expect(model.signatures == ["struct Model: Equatable", "init(size: Int, rate: Double = 0.5) throws"])
        #expect(
            model.markdown == """
                A model of something.

                ```text
                x(t) = (1 − a) x(t−1) + b
                ```

                A. Author, Journal 1 (2001), [doi:10.1000/182](https://doi.org/10.1000/182).

                Makes one.

                **Parameters**

                - `size`: how large it is, at least 1.
                - `rate`: how fast.

                **Throws**: when it is too large.
                """)
    }

    @Test func linksKeepTheBracketsOfTheirNames() {
        let lorenz = explanation("/// E. Lorenz (1963, doi:10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2).\n///\n/// - one\n/// - two\nfunc lorenz() {}\nlore|nz()")
        #expect(
            lorenz?.markdown == """
                E. Lorenz (1963, [doi:10.1175/1520-0469(1963)020\\<0130:DNF\\>2.0.CO;2](https://doi.org/10.1175/1520-0469%281963%29020%3C0130:DNF%3E2.0.CO;2)).

                - one
                - two
                """)
    }

    @Test func aQuestionLeavesNoTrace() {
        let compiler = Compiler(library: Self.library)
        for text in [
            "struct Own { var a = 1 }\nextension Int { var doubled: Int { self * 2 } }\nfunc own() -> Int { 1 }\nlet value = own().dou",
            "let value = (0 ..< 2).map { r in [1.0].map { String($0) }.j",
        ] {
            _ = compiler.complete(text, cursor: text.unicodeScalars.count)
            _ = compiler.explain(text, cursor: text.unicodeScalars.count)
        }
        let before = compiler.complete("own", cursor: 3).suggestions + compiler.complete("3.doub", cursor: 6).suggestions + compiler.complete("Ow", cursor: 2).suggestions
        #expect(before == [])
        // Bodies of the library, read on the way, are still there for the cell.
        let program = compiler.compile("print([1.0].map { String($0) }.joined(separator: \", \"))", cell: 1).program
        #expect(program?.disassembly.contains("Double.description") == true)
    }

    @Test(arguments: [-5, 0, 3, 4, 100, Int.max, Int.min]) func cursorsOutsideTheText(_ cursor: Int) {
        let compiler = Compiler(library: Self.library)
        _ = compiler.complete("mod.", cursor: cursor)
        _ = compiler.explain("mod.", cursor: cursor)
        _ = compiler.complete("", cursor: cursor)
    }

    @Test func textsOfNoSense() {
        let compiler = Compiler(library: Self.library)
        let deep = String(repeating: "(", count: 100_000), long = "model" + String(repeating: ".size", count: 20_000)
        for code in [
            deep, long + ".", "a" + String(repeating: "[0]", count: 20_000) + ".", "\"\\(", "/*", ".....", "))))]]]].", "\0.", "👩‍🚀.", "\u{FEFF}.", "$", "$.", "`a.", "#", "@",
            "place__.place__",
        ] {
            for cursor in [0, code.unicodeScalars.count / 2, code.unicodeScalars.count] {
                _ = compiler.complete(code, cursor: cursor)
                _ = compiler.explain(code, cursor: cursor)
            }
            _ = CellCompleteness(of: code)
        }
    }
}
