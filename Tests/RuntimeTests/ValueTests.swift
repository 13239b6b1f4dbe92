import IR
import Runtime
import Testing

/// Values on their own: text, equality, tables, long chains.
struct ValueTests {
    private func text<Value: Bridged>(_ value: Value) throws -> String {
        try Machine().describe(Value.valueType, word: Value.isRaw ? value.word : 0, object: Value.isRaw ? nil : value.reference)
    }

    /// Swift's own text is the oracle.
    @Test func textIsThatOfSwift() throws {
        #expect(try text([1.0, 2.5, 1e16, 1e-5, .nan, -.infinity]) == "\([1.0, 2.5, 1e16, 1e-5, .nan, -.infinity])")
        #expect(try text(["a", "b\n\"c\""]) == "\(["a", "b\n\"c\""])")
        #expect(try text([Int?.some(3), nil]) == "\([Int?.some(3), nil])")
        #expect(try text(Optional<Optional<Int>>.some(nil)) == String(describing: Optional<Optional<Int>>.some(nil)))
        #expect(try text(Float(0.1)) == "\(Float(0.1))")
        #expect(try text(UInt64.max) == "\(UInt64.max)")
        #expect(try text([true, false]) == "\([true, false])")
        #expect(try text(["x": [1]]) == "\(["x": [1]])")
        #expect(try text([Int: Int]()) == "[:]")
    }

    @Test func equalityGoesIntoTheParts() throws {
        let machine = Machine()
        func equal<Value: Bridged>(_ left: Value, _ right: Value) throws -> Bool {
            try machine.equal(Value.valueType, (0, left.reference), (0, right.reference))
        }
        #expect(try equal([[1], [2, 3]], [[1], [2, 3]]))
        #expect(try !equal([[1], [2, 3]], [[1], [2, 4]]))
        #expect(try equal(["e\u{301}"], ["\u{e9}"]))
        #expect(try equal(["a": 1, "b": 2], ["b": 2, "a": 1]))
        #expect(try !equal([Double.nan], [Double.nan]))
        #expect(try equal([0.0], [-0.0]))
    }

    /// Against Swift's Dictionary, through insertions, removals and rebuilds.
    @Test func tableFindsWhatWasPutIn() throws {
        let machine = Machine()
        let table = TableObject(key: .int, value: .int)
        var expected: [Int: Int] = [:]
        var state: UInt64 = 1
        for _ in 0 ..< 20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let key = Int(state >> 33) % 3_000
            if state >> 32 & 3 == 0 {
                let position = try table.find(word: key, object: nil, machine: machine)
                #expect((position >= 0) == (expected[key] != nil))
                if position >= 0 { table.remove(position) }
                expected[key] = nil
            } else {
                let (position, isNew) = try table.findOrAdd(word: key, object: nil, machine: machine)
                #expect(isNew == (expected[key] == nil))
                table.setValue(position, word: Int(state & 0xFFFF), object: nil)
                expected[key] = Int(state & 0xFFFF)
            }
        }
        #expect(table.count == expected.count)
        for (key, value) in expected {
            let position = try table.find(word: key, object: nil, machine: machine)
            #expect(position >= 0 && table.valueWord(position) == value)
        }
        let copy = table.copy()
        #expect(copy.count == table.count && copy.end == copy.count)
    }

    /// A list of a million nodes: released one after another, not each inside the one before.
    @Test func longChainsAreReleased() {
        var last: Aggregate?
        weak var first: Aggregate?
        for number in 0 ..< 1_000_000 {
            let node = Aggregate.make(references: 1, raws: 1)
            node.references[0] = last
            node.raws[0] = number
            if number == 0 { first = node }
            last = node
        }
        #expect(first != nil)
        last = nil
        #expect(first == nil)
    }
}
