import Formats
import Linear
import Testing

@Suite struct BIDSTests {
    private let text = "onset\tduration\ttrial_type\tresponse_time\n15\t22.5\tscissors\tn/a\n52.5\t22.5\tface\t0.75\n\n-1.5e0\t0\tscissors\t1\n"

    @Test func readsEvents() throws {
        let events = try BIDSEvents(text: text)
        #expect(events.count == 3 && events.onsets == [15, 52.5, -1.5] && events.durations == [22.5, 22.5, 0])
        #expect(events.trialTypes == ["scissors", "face", "scissors"] && events.conditions == ["scissors", "face"])
        let times = try events.numbers("response_time").elements
        #expect(times[0].isNaN && times[1] == 0.75 && times[2] == 1)
        #expect(try events.strings("response_time") == ["n/a", "0.75", "1"])
        #expect(events.description == "3 events of 2 kinds (scissors, face), from -1.5 to 75.0 s")
        let some = try events.only(["scissors"])
        #expect(some.onsets == [15, -1.5] && some.conditions == ["scissors"])
        #expect(try some.numbers("response_time").elements[1] == 1)
        #expect(throws: FormatError.self) { try events.only(["house"]) }
        #expect(throws: FormatError.self) { try events.numbers("nothing") }
    }

    @Test func writesWhatItReads() throws {
        let made = try BIDSEvents(onsets: [0, 12.5], durations: [2, 0], trialTypes: ["left hand", "rest"])
        for events in [try BIDSEvents(text: text), made] {
            try withTemporaryFile("events.tsv.gz") { path in
                try events.write(path)
                let copy = try BIDSEvents(path)
                #expect(copy.onsets == events.onsets && copy.durations == events.durations && copy.trialTypes == events.trialTypes)
                #expect(copy.table.columnNames == events.table.columnNames)
            }
        }
        #expect(throws: FormatError.self) { try made.write("/tmp/events.csv") }
    }

    /// The line counts the empty one before it.
    @Test(
        arguments: [
            ("onset\tduration\n1\t2\n\nlater\t2\n", "the file, line 4, column onset: found \"later\", expected a number of seconds"),
            ("onset\tduration\nn/a\t2\n", "the file, line 2, column onset: found \"n/a\", expected a number of seconds"),
            ("onset\tduration\ninf\t2\n", "the file, line 2, column onset: found \"inf\", expected a number of seconds"),
            ("onset\tduration\n1\t-2\n", "the file, line 2, column duration: found \"-2\", expected a number of seconds, 0 or more"),
            ("onset\tduration\n1\tn/a\n", "the file, line 2, column duration: found \"n/a\", expected a number of seconds, 0 or more"),
            ("onset\tduration\ttrial_type\n1\t2\t\n", "the file, line 2, column trial_type: found an empty field, expected the name of a condition, or \"n/a\""),
            ("onset\tduration\n1\n", "the file, line 2 has 1 field, the lines above have 2"),
            ("start\tduration\n1\t2\n", "the file has no column \"onset\"; it has start, duration"),
            ("onset\ttype\n1\t2\n", "the file has no column \"duration\"; it has onset, type"),
        ])
    func saysWhatIsWrong(text: String, message: String) {
        let error = #expect(throws: FormatError.self) { try BIDSEvents(text: text, name: "the file") }
        #expect(error?.description == message)
    }

    @Test func fewColumnsAndNoEvents() throws {
        #expect(try BIDSEvents(text: "onset\tduration\n1\t2\n").conditions == ["event"])
        #expect(try BIDSEvents(text: "onset\tduration\n1\tn/a\n", missingDuration: 0.5).durations == [0.5])
        let none = try BIDSEvents(text: "onset\tduration\ttrial_type\n")
        #expect(none.count == 0 && none.description == "no events")
        #expect(throws: FormatError.self) { try BIDSEvents(text: "") }
        #expect(throws: FormatError.self) { try BIDSEvents(text: "onset\tduration\n1\t2\n", missingDuration: .nan) }
        #expect(throws: FormatError.self) { try BIDSEvents("/nowhere/events.tsv") }
        #expect(throws: FormatError.self) { try BIDSEvents(onsets: [1], durations: [1, 2], trialTypes: ["a"]) }
        #expect(throws: FormatError.self) { try BIDSEvents(onsets: [.nan], durations: [1], trialTypes: ["a"]) }
        #expect(throws: FormatError.self) { try BIDSEvents(onsets: [1], durations: [-1], trialTypes: ["a"]) }
        #expect(throws: FormatError.self) { try BIDSEvents(onsets: [1], durations: [1], trialTypes: ["a\tb"]) }
    }

    private let confounds = "trans_x\ttrans_x_derivative1\trot_z\tcsf\n0.5\tn/a\t1\t10\n1.5\t1\tn/a\t20\n3.5\t2\t3\t30\n"

    @Test func readsConfounds() throws {
        let motion = try Confounds(text: confounds, columns: ["csf"], prefixes: ["trans_"])
        #expect(motion.names == ["trans_x", "trans_x_derivative1", "csf"] && motion.filled == 1 && motion.volumes == 3)
        #expect(try motion.values == Matrix([[0.5, 0, 10], [1.5, 1, 20], [3.5, 2, 30]]))
        #expect(motion.description == "3 confounds of 3 volumes: trans_x, trans_x_derivative1, csf; 1 \"n/a\" filled")
        let mean = try Confounds(text: confounds, columns: ["trans_x_derivative1"], missing: .mean)
        #expect(mean.values.elements == [1.5, 1, 2])
        try withTemporaryFile("confounds.tsv", bytes: Array(confounds.utf8)) { path in
            let some = try Confounds(path, prefixes: ["trans_"])
            #expect(some.values.columns == 2)
            let error = #expect(throws: FormatError.self) { try Confounds(path) }
            #expect(error?.description == "\(path), line 3, column rot_z: found \"n/a\", expected a finite number (\"n/a\" only at the beginning)")
        }
    }

    @Test func saysWhichConfoundIsMissing() {
        #expect(throws: FormatError.self) { try Confounds(text: confounds, columns: ["white_matter"]) }
        let error = #expect(throws: FormatError.self) { try Confounds(text: confounds, prefixes: ["a_comp_cor"]) }
        #expect(error?.description == "the confounds has no column that begins with \"a_comp_cor\"; it has trans_x, trans_x_derivative1, rot_z, csf")
        #expect(throws: FormatError.self) { try Confounds(text: "a\tb\nn/a\t1\nn/a\t2\n") }
        #expect(throws: FormatError.self) { try Confounds(text: "a\tb\n1\tnan\n2\tinf\n") }
        #expect(throws: FormatError.self) { try Confounds("/nowhere/confounds.tsv") }
    }

    @Test func tablesOfText() throws {
        let table = try Table(["name", "note"], texts: [["a", "b"], ["x y", "n/a"]])
        try withTemporaryFile("table.tsv") { path in
            try table.write(path)
            #expect(try Table(path).strings("note") == ["x y", "n/a"])
        }
        #expect(throws: FormatError.self) { try Table(["a"], texts: []) }
        #expect(throws: FormatError.self) { try Table(["a", "b"], texts: [["1"], []]) }
    }
}
