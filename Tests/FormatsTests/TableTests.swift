import Formats
import Linear
import Testing

@Suite struct TableTests {
    @Test func readsEvents() throws {
        let table = try Table(text: "onset\tduration\ttrial_type\r\n0.5\t22.5\tface\r\n36\tn/a\tscissors or pliers\r\n")
        #expect(table.columnNames == ["onset", "duration", "trial_type"])
        #expect(table.rowCount == 2)
        #expect(try table.numbers("onset") == [0.5, 36])
        let durations = try table.numbers("duration").elements
        #expect(durations[0] == 22.5 && durations[1].isNaN)
        #expect(try table.strings("trial_type") == ["face", "scissors or pliers"])
        #expect(try table.rows(where: "trial_type", is: "face").numbers(0) == [0.5])
    }

    @Test func readsFieldsBetweenSpaces() throws {
        let table = try Table(text: "rest 0\nface  1\n\nhouse\t11", header: false, separator: " ")
        #expect(table.columnNames == ["0", "1"])
        #expect(try table.strings(0) == ["rest", "face", "house"])
        #expect(try table.numbers("1") == [0, 1, 11])
        #expect(try table.integers(1) == [0, 1, 11])
        #expect(throws: FormatError.self) { try table.integers(0) }
    }

    @Test func readsQuotedFields() throws {
        let table = try Table(text: "\u{FEFF}name,note\nA,\"one, \"\"two\"\"\nthree\"\nB,\n,\"\"\n", name: "notes.csv")
        #expect(table.columnNames == ["name", "note"])
        #expect(try table.strings("name") == ["A", "B", ""])
        #expect(try table.strings("note") == ["one, \"two\"\nthree", "", ""])
    }

    @Test(arguments: ["t.tsv", "t.csv", "t.tsv.gz"]) func writesWhatItReads(name: String) throws {
        let table = try Table(["onset", "value"], [[0, 1.5, 3], [1e-20, .nan, -2]])
        try withTemporaryFile(name) { path in
            try table.write(path)
            let copy = try Table(path)
            #expect(try copy.numbers("onset") == table.numbers("onset"))
            #expect(try copy.strings("value") == ["1e-20", "n/a", "-2.0"])
        }
    }

    @Test func saysWhatIsWrong() throws {
        let table = try Table(text: "a\tb\n1\t2\n3\tx\n", name: "t.tsv")
        #expect(throws: FormatError.noColumn(table: "t.tsv", column: "\"c\"", columns: ["a", "b"])) { try table.numbers("c") }
        #expect(throws: FormatError.notANumber(table: "t.tsv", column: "b", row: 1, found: "x")) { try table.numbers("b") }
        #expect(throws: FormatError.self) { try table.strings(2) }
        #expect(throws: FormatError.self) { try table.strings(-1) }
        #expect(throws: FormatError.raggedRow(file: "the table", line: 3, found: 1, expected: 2)) { try Table(text: "a\tb\n1\t2\n3\n") }
        #expect(throws: FormatError.self) { try Table(text: "") }
        #expect(throws: FormatError.self) { try Table(text: "a\ta\n1\t2\n") }
        #expect(throws: FormatError.self) { try Table(text: "a,b\n1,\"2\n", separator: ",") }
        #expect(throws: FormatError.self) { try Table(text: "a\tb\n", separator: "ab") }
        #expect(throws: FormatError.self) { try Table(["a", "b"], [[1], [1, 2]]) }
        #expect(throws: FormatError.self) { try Table("/nowhere.tsv") }
        #expect(throws: FormatError.self) { try Table(Reference.folder + "mask.nii.gz") }
    }

    @Test func printsAligned() throws {
        #expect(try Table(text: "a\tlong\n10\t2\n3\t4\n").description == "a   long\n10  2\n3   4")
        let long = try Table(text: "a\n" + String(repeating: "1\n", count: 20))
        #expect(long.description.hasSuffix("1\n… 20 rows"))
    }
}
