extension Instruction {
    @inline(__always) package var A: Int { Int(a) }
    @inline(__always) package var B: Int { Int(b) }
    @inline(__always) package var C: Int { Int(c) }
    @inline(__always) package var signedB: Int { Int(Int16(bitPattern: b)) }
    @inline(__always) package var signedC: Int { Int(Int16(bitPattern: c)) }
}
