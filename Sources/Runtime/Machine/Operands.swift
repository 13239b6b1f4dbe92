import IR

/// Operands as the loop wants them. Here and not in `IR`, so that they are inlined into the loop.
extension Instruction {
    @inline(__always) var A: Int { Int(a) }
    @inline(__always) var B: Int { Int(b) }
    @inline(__always) var C: Int { Int(c) }
    @inline(__always) var D: Int { Int(d) }
    @inline(__always) var signedB: Int { Int(Int16(bitPattern: b)) }
    @inline(__always) var signedC: Int { Int(Int16(bitPattern: c)) }
    /// `b` and `c` as one signed number.
    @inline(__always) var wide: Int { Int(Int32(truncatingIfNeeded: Int(b) | Int(c) << 16)) }
}
