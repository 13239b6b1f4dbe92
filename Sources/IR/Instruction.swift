/// One step of a function: 8 bytes. Operands are register numbers, table positions or small numbers, as the opcode says.
package struct Instruction: Hashable, Sendable {
    package var opcode: Opcode
    package var d: UInt8 = 0
    package var a: UInt16
    package var b: UInt16
    package var c: UInt16

    package init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0) {
        self.opcode = opcode
        self.d = UInt8(truncatingIfNeeded: d)
        (self.a, self.b, self.c) = (UInt16(truncatingIfNeeded: a), UInt16(truncatingIfNeeded: b), UInt16(truncatingIfNeeded: c))
    }

    /// With a 32-bit second operand.
    package init(_ opcode: Opcode, _ a: Int = 0, wide: Int) {
        self.init(opcode, a, wide, wide >> 16)
    }
}
