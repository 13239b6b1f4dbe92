import Display
import Testing
import Workspace

/// Collections as results of cells.
struct TableTests {
    private func result(_ text: String) throws -> MIMEBundle {
        let session = Session()
        var bundle: MIMEBundle?
        for cell in text.components(separatedBy: "\n---\n") {
            let ended = session.run(cell, name: "cell") { if case .result(let result) = $0 { bundle = result } }
            guard case .finished = ended else { throw Failed(text: "\(ended)") }
        }
        guard let bundle else { throw Failed(text: "no result") }
        return bundle
    }
    private struct Failed: Error { let text: String }

    private func html(_ bundle: MIMEBundle) -> String? { if case .text(let text)? = bundle["text/html"] { text } else { nil } }

    @Test func structsAreRowsAndFieldsColumns() throws {
        let cells = "struct Trial { var name: String; var rate: Double; var isGood: Bool; var count: Int }\n---\n"
        let few = try result(cells + #"[Trial(name: "a<b", rate: 0.1 + 0.2, isGood: true, count: 3), Trial(name: "c", rate: 2, isGood: false, count: 40)]"#)
        let page = try #require(html(few))
        for part in ["name</th>", "isGood</th>", ">a&lt;b</td>", ">0.3</td>", ">40</td>", ">true</td>"] { #expect(page.contains(part), "\(part)") }
        // Swift's own text, where it is short.
        #expect(few.plainText.hasPrefix("[") && few.plainText.contains("Trial(name: \"a<b\""))
        let many = try result(cells + #"(0 ..< 500).map { Trial(name: "n\($0)", rate: Double($0) / 4, isGood: $0 % 2 == 0, count: $0) }"#)
        #expect(many.plainText.hasPrefix("     name    rate  isGood  count\n  0  n0       0.0  true        0\n"))
        #expect(many.plainText.hasSuffix("499  n499  124.75  false     499\n500 elements"))
        #expect(many.plainText.split(separator: "\n").count == 23)
    }

    @Test func rowsOfNumbersAreAMatrix() throws {
        let table = try result("(0 ..< 30).map { row in (0 ..< 40).map { Double(row * $0) } }")
        #expect(table.plainText.hasSuffix("30 × 40"))
        #expect(html(table)?.contains("…") == true)
        #expect(html(try result("[[1, 2], [3]]"))?.contains("2 rows of up to 2") == true)
        #expect(try result("[[1, 2], [3]]").plainText == "[[1, 2], [3]]")
    }

    @Test func dictionariesHaveKeysAndValues() throws {
        let table = try result(#"["face": (hits: 3, misses: 1)]"#)
        let page = try #require(html(table))
        for part in [">key</th>", ">hits</th>", ">face</td>", ">3</td>"] { #expect(page.contains(part), "\(part)") }
        #expect(try result("[Int: Int](uniqueKeysWithValues: (0 ..< 1000).map { ($0, $0 * 2) })").plainText.hasSuffix("1000 entries"))
    }

    @Test func shortArraysOfNumbersAreText() throws {
        #expect(try result("[1, 2, 3]") == MIMEBundle(plain: "[1, 2, 3]"))
        #expect(try result("[Double]()") == MIMEBundle(plain: "[]"))
        #expect(html(try result("Array(0 ..< 13)")) != nil)
        // A million numbers are not a text of megabytes.
        #expect(try result("Array(0 ..< 1_000_000)").plainText.utf8.count < 1000)
        #expect(try result("[Int?](repeating: nil, count: 14)").plainText.contains("nil"))
    }

    @Test func aTypeWithItsOwnDescriptionIsOneCell() throws {
        let table = try result("struct P: CustomStringConvertible { var x = 1; var y = 2; var description: String { \"at \\(x)\" } }\n---\n(0 ..< 20).map { P(x: $0) }")
        #expect(html(table)?.contains(">at 7</td>") == true)
    }

    @Test func valuesOfTheLibraryShowTheirShape() throws {
        #expect(html(try result("try Matrix(rows: 40, columns: 2, elements: (0 ..< 80).map(Double.init))"))?.contains("Matrix, 40 × 2") == true)
        #expect(html(try result("Vector((0 ..< 40).map(Double.init))"))?.contains("Vector, 40 elements") == true)
        #expect(html(try result("Vector([1, 2])")) == nil)
        #expect(html(try result("try Table(text: \"onset\\tkind\\n1.5\\tface\\n\")"))?.contains(">face</td>") == true)
        let card = try #require(html(try result("try Reservoir(units: 50, seed: 3)")))
        for part in ["<b>Reservoir</b>", ">units</th>", ">50</td>", ">spectral radius</th>"] { #expect(card.contains(part), "\(part)") }
        #expect(html(try result("try Hopfield(size: 16)"))?.contains("nothing yet") == true)
        #expect(html(try result("try SpikingNetwork()"))?.contains("neurons") == true)
    }

    @Test func equationsAreLaTeX() throws {
        let bundle = try result("RichContent.latex(Izhikevich.equations)")
        guard case .text(let text)? = bundle["text/latex"] else { throw Failed(text: "no formula") }
        #expect(text.contains(#"\dot v &= 0.04\,v^2"#))
        for model in ["LIF", "AdEx", "Izhikevich2007", "Reservoir"] { #expect(try result("display(.latex(\(model).equations)); 1").plainText == "1") }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] { split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
}
