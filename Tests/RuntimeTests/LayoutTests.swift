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
