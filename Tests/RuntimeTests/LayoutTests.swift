import CMachine
import IR
import Runtime
import Testing

/// The machine's loop is C: what it believes of Swift's instructions and objects must be so.
struct LayoutTests {
    @Test func theInstructionsAreTheSame() {
        for opcode in Opcode.allCases {
            #expect(machine_opcode_name(Int32(opcode.rawValue)).map { String(cString: $0) } == String(describing: opcode))
        }
        #expect(machine_opcode_name(Int32(Opcode.allCases.count)) == nil)
        #expect(MemoryLayout<Instruction>.size == 8)
    }

    @Test func arraysLieAsTheLoopReadsThem() {
        let integers = IntArray([3, 5, 8])
        integers.elements.reserveCapacity(100)
        let address = Unmanaged.passUnretained(integers).toOpaque()
        #expect(machine_array_count(address) == 3)
        #expect(machine_array_capacity(address) == integers.elements.capacity)
        #expect(machine_array_elements(address).assumingMemoryBound(to: Int.self)[2] == 8)

        let flags = BoolArray([false, true])
        let bytes = machine_array_elements(Unmanaged.passUnretained(flags).toOpaque()).assumingMemoryBound(to: UInt8.self)
        #expect(bytes[0] == 0 && bytes[1] == 1)

        let objects = ObjectArray([nil, integers])
        let references = machine_array_elements(Unmanaged.passUnretained(objects).toOpaque()).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
        #expect(references[0] == nil && references[1] == address)
        #expect(machine_array_count(Unmanaged.passUnretained(IntArray([])).toOpaque()) == 0)
    }

    static let texts: [String] = [
        "", "a", "exactly fifteen", "sixteen letters!", "a literal that is too long for two words", "naïve", "ünïcödé beyond the two words of a string", "e\u{301}", "🧠",
        String(repeating: "grown ", count: 100), String("a part of a longer text".dropFirst(2)), String("cut short after".prefix(3)), "line\r\nend", "a\rb",
    ]

    @Test(arguments: texts) func textsLieAsTheLoopReadsThem(_ text: String) {
        // A copy that owns room to grow has another form.
        var roomy = text
        roomy.reserveCapacity(200)
        roomy.append("x")
        roomy.removeLast()
        for form in [text, roomy] {
            for object in [StringObject(form), form.count == 1 ? CharacterObject(Character(form)) : StringObject(form)] as [AnyObject] {
                let address = Unmanaged.passUnretained(object).toOpaque()
                var (count, isASCII) = (0, false)
                let bytes = machine_text_bytes(address, &count, &isASCII)
                #expect(count == text.utf8.count)
                #expect(UnsafeBufferPointer(start: bytes, count: count).elementsEqual(text.utf8))
                #expect(!isASCII || text.utf8.allSatisfy { $0 < 0x80 })
                let plain = text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
                #expect(machine_count_plain(address) == (plain ? text.count : -1))
                let hash = Array(text.utf8).withUnsafeBufferPointer { machine_hash_text($0.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped, count) }
                #expect((hash >= 0) == text.utf8.allSatisfy { $0 < 0x80 })
                let short = machine_hash_short(address)
                #expect(short == -1 || short == hash)
                withExtendedLifetime(object) {}
            }
        }
        #expect(machine_hash_short(Unmanaged.passUnretained(StringObject("short")).toOpaque()) >= 0)
    }

    @Test func textsGrowInPlaceAsSwiftsOwn() {
        var expected = "a text that is longer than two words"
        let object = StringObject(expected)
        object.value.reserveCapacity(500)
        let address = Unmanaged.passUnretained(object).toOpaque()
        var appended = 0
        for step in 0 ..< 40 {
            let tail = StringObject(String("0123456789abcde".prefix(step % 16)))
            if machine_append_in_place(address, Unmanaged.passUnretained(tail).toOpaque()) { appended += 1 } else { object.value += tail.value }
            expected += tail.value
            #expect(object.value == expected && object.value.utf8.count == expected.utf8.count && object.value.utf8.elementsEqual(expected.utf8))
        }
        #expect(appended > 20)
        // Swift goes on from there, and what is shared is not touched.
        object.value += "é"
        #expect(object.value == expected + "é")
        let tail = StringObject("x")
        #expect(!machine_append_in_place(address, Unmanaged.passUnretained(tail).toOpaque()))
        let shared = StringObject(expected)
        let copy = shared.value
        #expect(!machine_append_in_place(Unmanaged.passUnretained(shared).toOpaque(), Unmanaged.passUnretained(tail).toOpaque()))
        #expect(copy == expected)
    }

    @Test func oneOwnerIsSeenAsOne() {
        let box = Unmanaged.passRetained(IntArray([1]))
        #expect(machine_is_unique(box.toOpaque()))
        let second = box.retain()
        #expect(!machine_is_unique(box.toOpaque()))
        second.release()
        #expect(machine_is_unique(box.toOpaque()))
        weak let observer = box.takeUnretainedValue()
        // With a weak reference the counts lie elsewhere: not seen as unique, and left to Swift.
        #expect(observer != nil && !machine_is_unique(box.toOpaque()))
        box.release()
    }
}
