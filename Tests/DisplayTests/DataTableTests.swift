import Display
import Testing

@Suite struct DataTableTests {
    @Test func numbersStandAtTheRight() {
        let table = DataTable(head: ["", "name", "rate"], rows: [[.init(0), .init("a"), .init(12.5)], [.init(10), .init("long"), .init(3.0)]], caption: "two")
        #expect(table.text == "    name  rate\n 0  a     12.5\n10  long   3.0\ntwo")
        #expect(table.html.contains(#"<td style="text-align:right;white-space:pre">12.5</td>"#))
        #expect(table.html.contains(#"<td style="text-align:left;white-space:pre">long</td>"#))
        #expect(table.html.contains(#"<th style="text-align:right;white-space:pre">10</th>"#))
    }

    @Test func markupStaysText() {
        let table = DataTable(head: ["<b>"], rows: [[.init("</td><script>")]], caption: "a & b")
        #expect(table.html.contains("&lt;/td&gt;&lt;script&gt;") && table.html.contains("a &amp; b") && !table.html.contains("<script>"))
        let card = ModelCard("<i>", [("<x>", "1 < 2 & 3")])
        #expect(card.html.contains("&lt;i&gt;") && card.html.contains("1 &lt; 2 &amp; 3") && !card.html.contains("<x>"))
    }

    @Test func theMiddleOfManyIsLeftOut() {
        let table = DataTable.matrix(rows: 1000, columns: 50, caption: "1000 × 50") { .init($0 * 100 + $1) }
        #expect(table.rows.count == 20 && table.gap == 10)
        #expect(table.head == ["", "0", "1", "2", "3", "4", "5", "…", "44", "45", "46", "47", "48", "49"])
        #expect(table.rows[19].first == .init(999) && table.rows[19].last == .init(99_949))
        let lines = table.text.split(separator: "\n")
        #expect(lines.count == 23 && lines[11].hasPrefix("  ⋮"))
        #expect(DataTable.shown(20, limit: 20).gap == nil && DataTable.shown(21, limit: 20).places.count == 20)
        #expect(DataTable.shown(0, limit: 20).places.isEmpty)
    }

    @Test(
        arguments: [
            (0.1 + 0.2, "0.3"), (1.0, "1.0"), (-1234.56789, "-1234.57"), (0.000123456789, "0.000123457"), (1e-7, "1e-07"), (1e20, "1e+20"), (.nan, "nan"), (-.infinity, "-inf"),
            (0, "0.0"),
            (-0.0, "0.0"), (9_999_999.4, "9999999.0"), (999_999.6, "1000000.0"), (2.0 / 3, "0.666667"),
        ] as [(Double, String)]) func numbersHaveSixDigits(number: Double, text: String)
    { #expect(DataTable.text(number) == text) }
}
