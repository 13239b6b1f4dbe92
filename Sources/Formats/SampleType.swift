/// How one number is stored in a file.
package enum SampleType: String, Equatable, Sendable, CaseIterable, Codable {
    case bool, uint8, int8, uint16, int16, uint32, int32, uint64, int64, float32, float64

    /// Bytes of one number.
    package var size: Int {
        switch self {
        case .bool, .uint8, .int8: 1
        case .uint16, .int16: 2
        case .uint32, .int32, .float32: 4
        case .uint64, .int64, .float64: 8
        }
    }
}

/// Numbers as a file holds them: a type, a byte order, bytes. They become `Double` or `Float` when they are asked for, so that
/// an image of 16-bit integers takes 2 bytes a voxel in memory.
package struct Samples: Equatable, Sendable, Codable {
    package var type: SampleType
    package var bigEndian: Bool
    package var bytes: [UInt8]

    package init(type: SampleType, bigEndian: Bool, bytes: [UInt8]) {
        (self.type, self.bigEndian, self.bytes) = (type, bigEndian, bytes)
    }

    package var count: Int { bytes.count / type.size }

    /// The numbers at `base + positions[k]`, times `slope`, plus `intercept`, one after the other into `out`. Positions outside are a defect
    /// of the caller and stop the program, so callers check the shape first.
    func gather(_ positions: [Int], from base: Int, slope: Double, intercept: Double, into out: inout [Double]) {
        out.reserveCapacity(out.count + positions.count)
        func each<Raw>(_ convert: (Raw) -> Double, _ load: (UnsafeRawBufferPointer, Int) -> Raw) {
            bytes.withUnsafeBytes { raw in
                for position in positions {
                    precondition(position >= 0 && base >= 0 && base + position < count)
                    out.append(convert(load(raw, base + position)) * slope + intercept)
                }
            }
        }
        func integers<Raw: FixedWidthInteger>(_: Raw.Type) {
            let size = MemoryLayout<Raw>.size
            if bigEndian {
                each({ Double($0) }, { Raw(bigEndian: $0.loadUnaligned(fromByteOffset: $1 * size, as: Raw.self)) })
            } else {
                each({ Double($0) }, { Raw(littleEndian: $0.loadUnaligned(fromByteOffset: $1 * size, as: Raw.self)) })
            }
        }
        let big = bigEndian
        switch type {
        case .bool: each({ (byte: UInt8) in byte == 0 ? 0 : 1 }, { $0[$1] })
        case .uint8: integers(UInt8.self)
        case .int8: integers(Int8.self)
        case .uint16: integers(UInt16.self)
        case .int16: integers(Int16.self)
        case .uint32: integers(UInt32.self)
        case .int32: integers(Int32.self)
        case .uint64: integers(UInt64.self)
        case .int64: integers(Int64.self)
        case .float32:
            each(
                { (bits: UInt32) in Double(Float(bitPattern: big ? UInt32(bigEndian: bits) : UInt32(littleEndian: bits))) },
                { $0.loadUnaligned(fromByteOffset: $1 * 4, as: UInt32.self) })
        case .float64:
            each(
                { (bits: UInt64) in Double(bitPattern: big ? UInt64(bigEndian: bits) : UInt64(littleEndian: bits)) },
                { $0.loadUnaligned(fromByteOffset: $1 * 8, as: UInt64.self) })
        }
    }

    /// All numbers from `base` on, `count` of them, in the order of the file.
    func values(from base: Int, count: Int, slope: Double = 1, intercept: Double = 0) -> [Double] {
        var out: [Double] = []
        gather(Array(0 ..< count), from: base, slope: slope, intercept: intercept, into: &out)
        return out
    }

    /// Doubles, stored little-endian.
    package init(doubles: [Double]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(doubles.count * 8)
        for value in doubles { bytes.append(little: value.bitPattern) }
        self.init(type: .float64, bigEndian: false, bytes: bytes)
    }

    /// Floats, stored little-endian.
    package init(floats: [Float]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(floats.count * 4)
        for value in floats { bytes.append(little: value.bitPattern) }
        self.init(type: .float32, bigEndian: false, bytes: bytes)
    }
}

extension [UInt8] {
    /// Appends an integer, least byte first.
    mutating func append<Value: FixedWidthInteger>(little value: Value) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
