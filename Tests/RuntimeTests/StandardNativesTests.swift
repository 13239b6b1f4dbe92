import IR
import Runtime
import Testing

/// Calls natives as the machine does: arguments in two windows, the result in slot 0.
struct NativeBench {
    let machine = Machine(natives: .standard)
    var types: [ValueType] = []

    func call(_ key: String, _ words: [Word] = [], _ objects: [AnyObject?] = []) throws -> (word: Word, object: AnyObject?) {
        let raws = UnsafeMutablePointer<Word>.allocate(capacity: 8)
        let references = UnsafeMutablePointer<AnyObject?>.allocate(capacity: 8)
        raws.initialize(repeating: 0, count: 8)
        references.initialize(repeating: nil, count: 8)
        defer {
            references.deinitialize(count: 8)
            raws.deallocate()
            references.deallocate()
        }
        for (index, word) in words.enumerated() { raws[index] = word }
        for (index, object) in objects.enumerated() { references[index] = object }
        let site = NativeSite(key: key, typeArguments: types, parameters: [], result: .void, rawCount: words.count, referenceCount: objects.count)
        try machine.call(site, raws: raws, references: references)
        return (raws[0], references[0])
    }

    /// A method that changes self, which lies in a variable.
    func change(_ key: String, _ variable: inout AnyObject?, _ words: [Word] = [], _ objects: [AnyObject?] = []) throws -> (word: Word, object: AnyObject?) {
        try withUnsafeMutablePointer(to: &variable) { try call(key, [Word(bitPattern: $0)] + words, objects) }
    }

    func message(_ body: () throws -> Void) -> String? {
        do { try body() } catch { return (error as? Trap)?.message.replacing("Fatal error: ", with: "").replacing("Swift runtime failure: ", with: "") }
        return nil
    }
}

@Suite struct StandardNativesTests {
    let bench = NativeBench()

    @Test func integerArithmeticIsChecked() throws {
        #expect(try bench.call("Int.+(_:_:)<Int,Int>", [2, 3]).word == 5)
        #expect(bench.message { _ = try bench.call("Int.+(_:_:)<Int,Int>", [.max, 1]) } == "arithmetic overflow")
        #expect(bench.message { _ = try bench.call("UInt8.+(_:_:)<UInt8,UInt8>", [255, 1]) } == "arithmetic overflow")
        #expect(bench.message { _ = try bench.call("Int./(_:_:)<Int,Int>", [1, 0]) } == "Division by zero")
        #expect(bench.message { _ = try bench.call("Int.%(_:_:)<Int,Int>", [1, 0]) } == "Division by zero in remainder operation")
        #expect(bench.message { _ = try bench.call("Int./(_:_:)<Int,Int>", [.min, -1]) } == "Division results in an overflow")
        #expect(try bench.call("UInt8.&+(_:_:)<UInt8,UInt8>", [255, 2]).word == 1)
        #expect(try bench.call("Int8.<<(_:_:)<Int8,Int>", [1, 7]).word == -128)
        #expect(try bench.call("Int.advanced(by:)<Int>", [5, -7]).word == -2)
        #expect(bench.message { _ = try bench.call("UInt8.advanced(by:)<Int>", [5, -7]) } == "arithmetic overflow")
        #expect(try bench.call("UInt8._saturating(adding:)<Int>", [5, -7]).word == 0)
        #expect(try bench.call("UInt64._saturating(adding:)<Int>", [-3, 7]).word == -1)
        #expect(try bench.call("Int8._saturating(adding:)<Int>", [5, 1_000]).word == 127)
    }

    @Test func conversionsSayWhatDoesNotFit() throws {
        #expect(bench.message { _ = try bench.call("UInt8.init(_:)<Int>", [300]) } == "Not enough bits to represent the passed value")
        #expect(bench.message { _ = try bench.call("Int8.init(_:)<Int>", [-300]) } == "Not enough bits to represent a signed value")
        #expect(bench.message { _ = try bench.call("UInt.init(_:)<Int>", [-1]) } == "Negative value is not representable")
        #expect(bench.message { _ = try bench.call("Int.init(_:)<UInt>", [-1]) } == "Not enough bits to represent the passed value")
        #expect(bench.message { _ = try bench.call("Int.init(_:)<Double>", [Double.nan.word]) } == "Double value cannot be converted to Int because it is either infinite or NaN")
        #expect(
            bench.message { _ = try bench.call("Int.init(_:)<Double>", [(1e30).word]) }
                == "Double value cannot be converted to Int because the result would be greater than Int.max")
        #expect(try bench.call("Int.init(_:)<Double>", [(-3.99).word]).word == -3)
        #expect(try bench.call("UInt8.init(_:)<Double>", [(255.9).word]).word == 255)
        #expect(try bench.call("Double.init(_:)<UInt64>", [-1]).word == Double(UInt64.max).word)
        #expect(try bench.call("UInt8._clamp(_:isSigned:)<Int,Bool>", [-5, 1]).word == 0)
        #expect(try Int?(reference: bench.call("Int._parsing(_:radix:)<String,Int>", [16], [StringObject("fF")]).object) == 255)
        #expect(try Int?(reference: bench.call("Int._parsing(_:radix:)<String,Int>", [10], [StringObject("1 ")]).object) == nil)
    }

    @Test(arguments: [ValueType.int, .double, .bool, .integer(.uint8), .string])
    func arraysOfEveryStorage(_ type: ValueType) throws {
        var bench = NativeBench()
        bench.types = [type]
        func value(_ number: Int) -> SlotValue {
            switch type {
            case .double: (Double(number).word, nil)
            case .string: (0, StringObject(String(number)))
            case .bool: (number & 1, nil)
            default: (number, nil)
            }
        }
        func words(_ number: Int) -> [Word] { type.isRaw ? [value(number).word] : [] }
        func objects(_ number: Int) -> [AnyObject?] { type.isRaw ? [] : [value(number).object] }
        func text(_ array: AnyObject?) throws -> String { try bench.machine.describe(.array(type), word: 0, object: array) }
        var array: AnyObject? = Arrays.make(of: type)
        for number in 0 ..< 4 { _ = try bench.change("Array.append(_:)<Element>", &array, words(number), objects(number)) }
        let kept = array
        let before = try text(array)
        _ = try bench.change("Array.remove(at:)<Int>", &array, [1])
        _ = try bench.change("Array.insert(_:at:)<Element,Int>", &array, words(3) + [0], objects(3))
        _ = try bench.change("Array.swapAt(_:_:)<Int,Int>", &array, [0, 3])
        _ = try bench.change("Array.reverse()<>", &array)
        #expect(Arrays.count(array, of: type) == 4)
        #expect(try text(kept) == before, "a copy keeps its elements")
        _ = try bench.change("Array._append(_:)<[Element]>", &array, [], [array])
        #expect(Arrays.count(array, of: type) == 8)
        let slice = try bench.call("Array._slice(_:_:)<Int,Int>", [2, 5], [array]).object
        #expect(Arrays.count(slice, of: type) == 3)
        #expect(bench.message { _ = try bench.call("Array.subscript(_:)<Int>", [8], [array]) } == "Index out of range")
        #expect(bench.message { _ = try bench.call("Array.subscript(_:)<Int>", [-1], [array]) } == "Index out of range")
        #expect(bench.message { _ = try bench.change("Array.removeLast(_:)<Int>", &array, [9]) } == "Can't remove more items from a collection than it contains")
        _ = try bench.change("Array.removeAll(keepingCapacity:)<Bool>", &array, [0])
        #expect(bench.message { _ = try bench.change("Array.removeLast()<>", &array) } == "Can't remove last element from an empty collection")
        #expect(bench.message { _ = try bench.change("Array.insert(_:at:)<Element,Int>", &array, words(1) + [1], objects(1)) } == "Array index is out of range")
    }

    @Test func sortsByTheOrderOfTheType() throws {
        var bench = NativeBench()
        bench.types = [.string]
        var names: AnyObject? = ["b", "é", "a", "Z"].reference
        #expect(try bench.change("Array._sortNatively()<>", &names).word == 1)
        #expect([String](reference: names) == ["Z", "a", "b", "é"])
        bench.types = [.integer(.uint64)]
        var words: AnyObject? = [UInt64.max, 1, 1 << 63].reference
        #expect(try bench.change("Array._sortNatively()<>", &words).word == 1)
        #expect([UInt64](reference: words) == [1, 1 << 63, UInt64.max])
        bench.types = [.array(.int)]
        var nested: AnyObject? = [[2], [1]].reference
        #expect(try bench.change("Array._sortNatively()<>", &nested).word == 0)
    }

    @Test func dictionariesKeepTheOrderOfInsertion() throws {
        var bench = NativeBench()
        bench.types = [.string, .int]
        var table = try bench.call("Dictionary.init()<>").object
        for (key, value) in [("b", 2), ("a", 1), ("c", 3)] {
            _ = try bench.change("Dictionary.updateValue(_:forKey:)<Value,Key>", &table, [value], [StringObject(key)])
        }
        let kept = table
        let old = try bench.change("Dictionary.removeValue(forKey:)<Key>", &table, [], [StringObject("b")]).object
        #expect(Int?(reference: old) == 2)
        #expect(try Int?(reference: bench.call("Dictionary.subscript(_:)<Key>", [], [table, StringObject("a")]).object) == 1)
        #expect(try Int?(reference: bench.call("Dictionary.subscript(_:)<Key>", [], [table, StringObject("b")]).object) == nil)
        #expect(try String(reference: bench.call("Dictionary.description", [], [table]).object) == "[\"a\": 1, \"c\": 3]")
        #expect(try String(reference: bench.call("Dictionary.description", [], [kept]).object) == "[\"b\": 2, \"a\": 1, \"c\": 3]")
        #expect(bench.message { _ = try bench.call("Dictionary._key(_:)<Int>", [0], [table]) } == "Attempting to access Dictionary elements using an invalid index")
    }

    /// Positions against Swift's own, on text where characters are of many sizes.
    @Test func textPositions() throws {
        var bench = NativeBench()
        bench.types = [.string]
        for text in ["plain", "é", "e\u{301}x", "👩🏽‍🚀 ok", "a\r\nb\n", "日本語", "x\u{301}", "\u{600}1", ""] {
            let object = StringObject(text)
            var offset = 0
            for index in text.indices {
                #expect(try Character(reference: bench.call("StringProtocol._character(_:)<Int>", [offset], [object]).object) == text[index])
                let next = try bench.call("StringProtocol._after(_:)<Int>", [offset], [object]).word
                #expect(next == text.utf8.distance(from: text.startIndex, to: text.index(after: index)))
                #expect(try bench.call("StringProtocol._before(_:)<Int>", [next], [object]).word == offset)
                offset = next
            }
            #expect(offset == text.utf8.count)
            #expect(bench.message { _ = try bench.call("StringProtocol._character(_:)<Int>", [offset], [object]) } == "String index is out of bounds")
            #expect(bench.message { _ = try bench.call("StringProtocol._after(_:)<Int>", [-1], [object]) } == "String index is out of bounds")
        }
    }

    @Test func searchRespectsCharacters() throws {
        var bench = NativeBench()
        bench.types = [.string]
        func find(_ part: String, in text: String) throws -> Int {
            try bench.call("StringProtocol._find(_:)<String>", [], [StringObject(text), StringObject(part)]).word
        }
        #expect(try find("lo", in: "hello") == 3)
        #expect(try find("e", in: "e\u{301}e") == 3)
        #expect(try find("\u{301}", in: "e\u{301}") == -1)
        #expect(try find("", in: "abc") == -1)
        #expect(try find("abcd", in: "abc") == -1)
    }

    @Test func formats() throws {
        func format(_ text: String, _ arguments: [any Bridged]) throws -> String {
            let items = arguments.map { argument -> AnyObject? in
                let type = Swift.type(of: argument)
                return Existential(type: type.valueType, bits: type.isRaw ? argument.word : 0, object: type.isRaw ? nil : argument.reference)
            }
            return try String(reference: bench.call("String._format(_:_:)<String,[CVarArg]>", [], [StringObject(text), ObjectArray(items)]).object)
        }
        #expect(
            try format("%.3f|%8.2f|%-8.2f|%+d|%05d|%x|%X|%o|%e|%g|%@|%%", [3.14159, 2.5, 2.5, 7, 42, 255, 255, 8, 12345.678, 0.0001, "s"])
                == "3.142|    2.50|2.50    |+7|00042|ff|FF|10|1.234568e+04|0.0001|s|%")
        #expect(try format("%2$@ %1$@", ["a", "b"]) == "b a")
        #expect(try format("%ld %d %*d", [1 << 40, 1 << 40, 5, 7]) == "1099511627776 0     7")
        #expect(try format("%.200f", [0.1]).count == 202)
        #expect(bench.message { _ = try format("%d", ["text"]) } == "String(format:): %d needs an integer")
        #expect(bench.message { _ = try format("%d %d", [1]) } == "String(format:) has too few arguments for \"%d %d\"")
    }
}
