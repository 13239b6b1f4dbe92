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

    /// The numbers at `base + places[k]`, times `slope`, plus `intercept`, one after the other into `out`, which has room for them. Places outside are a defect
    /// of the caller and stop the program, so callers check the shape first.
    ///
    /// The sum is formed in double precision and rounded once. The type is looked at once for all numbers, so that a loop remains of a load, a conversion and a store.
    func gather<Out: BinaryFloatingPoint>(_ places: [Int], from base: Int, slope: Double, intercept: Double, into out: UnsafeMutablePointer<Out>) {
        guard let lowest = places.min(), let highest = places.max() else { return }
        precondition(lowest >= 0 && base >= 0 && base + highest < count)
        switch type {
        case .bool: each(places, base, slope, intercept, out) { (byte: UInt8, _) in byte == 0 ? 0 : 1 }
        case .uint8: each(places, base, slope, intercept, out) { (bits: UInt8, _) in Double(bits) }
        case .int8: each(places, base, slope, intercept, out) { (bits: Int8, _) in Double(bits) }
        case .uint16: each(places, base, slope, intercept, out) { (bits: UInt16, swaps) in Double(swaps ? bits.byteSwapped : bits) }
        case .int16: each(places, base, slope, intercept, out) { (bits: Int16, swaps) in Double(swaps ? bits.byteSwapped : bits) }
        case .uint32: each(places, base, slope, intercept, out) { (bits: UInt32, swaps) in Double(swaps ? bits.byteSwapped : bits) }
        case .int32: each(places, base, slope, intercept, out) { (bits: Int32, swaps) in Double(swaps ? bits.byteSwapped : bits) }
        case .uint64: each(places, base, slope, intercept, out) { (bits: UInt64, swaps) in Double(swaps ? bits.byteSwapped : bits) }
        case .int64: each(places, base, slope, intercept, out) { (bits: Int64, swaps) in Double(swaps ? bits.byteSwapped : bits) }
        case .float32: each(places, base, slope, intercept, out) { (bits: UInt32, swaps) in Double(Float(bitPattern: swaps ? bits.byteSwapped : bits)) }
        case .float64: each(places, base, slope, intercept, out) { (bits: UInt64, swaps) in Double(bitPattern: swaps ? bits.byteSwapped : bits) }
        }
    }

    @inline(__always)
    private func each<Raw: FixedWidthInteger, Out: BinaryFloatingPoint>(
        _ places: [Int], _ base: Int, _ slope: Double, _ intercept: Double, _ out: UnsafeMutablePointer<Out>, _ convert: (Raw, _ swaps: Bool) -> Double
    ) {
        let swaps = bigEndian != (Int(bigEndian: 1) == 1), size = MemoryLayout<Raw>.size
        bytes.withUnsafeBytes { raw in
            places.withUnsafeBufferPointer { places in
                for index in 0 ..< places.count {
                    out[index] = Out(convert(raw.loadUnaligned(fromByteOffset: (base + places[index]) * size, as: Raw.self), swaps) * slope + intercept)
                }
            }
        }
    }

    /// The same, as an array.
    func gathered(_ places: [Int], from base: Int, slope: Double, intercept: Double) -> [Double] {
        [Double](unsafeUninitializedCapacity: places.count) { out, count in
            if let start = out.baseAddress { gather(places, from: base, slope: slope, intercept: intercept, into: start) }
            count = places.count
        }
    }

    /// All numbers from `base` on, `count` of them, in the order of the file.
    func values(from base: Int, count: Int, slope: Double = 1, intercept: Double = 0) -> [Double] {
        gathered(Array(0 ..< count), from: base, slope: slope, intercept: intercept)
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
