import Formats
import Linear
import Testing

@Suite struct IDXArrayTests {
    /// The bytes of a file, by the description of the format.
    static func file(_ type: UInt8, _ shape: [Int], _ content: [UInt8]) -> [UInt8] {
        [0, 0, type, UInt8(shape.count)] + shape.flatMap { extent in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: extent >> $0) } } + content
    }

    private static func big<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] { values.flatMap { value in withUnsafeBytes(of: value.bigEndian) { Array($0) } } }

    @Test func readsEveryType() throws {
        let cases: [(UInt8, String, [UInt8], [Double])] = [
            (0x08, "uint8", [0, 1, 2, 253, 254, 255], [0, 1, 2, 253, 254, 255]), (0x09, "int8", [0, 1, 127, 128, 254, 255], [0, 1, 127, -128, -2, -1]),
            (0x0b, "int16", Self.big([0, 1, -1, 300, -300, 32767] as [Int16]), [0, 1, -1, 300, -300, 32767]),
            (0x0c, "int32", Self.big([0, 1, -1, 70_000, -70_000, 5] as [Int32]), [0, 1, -1, 70_000, -70_000, 5]),
            (0x0d, "float32", Self.big([0, 1.5, -2.25, 1e10, -0.5, 3].map { Float($0).bitPattern }), [0, 1.5, -2.25, 1e10, -0.5, 3]),
            (0x0e, "float64", Self.big([0, 1.1, -2.2, 1e300, -0.5, 3].map { $0.bitPattern }), [0, 1.1, -2.2, 1e300, -0.5, 3]),
        ]
        for (code, name, bytes, values) in cases {
            try withTemporaryFile("a.idx", bytes: Self.file(code, [2, 3], bytes)) { path in
                let array = try IDXArray(path)
                #expect(array.type == name && array.shape == [2, 3] && array.count == 6 && array.items == 2 && array.itemSize == 3)
                #expect(try array.values().elements == values)
                #expect(try array.matrix() == Matrix(rows: 2, columns: 3, elements: values))
                #expect(try array.matrix(items: 1 ..< 2).elements == Array(values[3...]))
                if code == 8 { #expect(try array.bytes().matrix() == array.matrix()) } else { #expect(throws: FormatError.self) { try array.bytes() } }
            }
        }
    }

    @Test func imagesAndLabels() throws {
        try withTemporaryFile("i", bytes: Self.file(8, [3, 2, 4], (0 ..< 24).map { UInt8($0) })) { path in
            let images = try IDXArray(path)
            #expect(try images.item(1) == Matrix([[8, 9, 10, 11], [12, 13, 14, 15]]))
            #expect(try images.matrix().row(2).elements == (16 ..< 24).map { Double($0) })
            #expect(try images.bytes().row(2).elements == (16 ..< 24).map { Double($0) })
            #expect(throws: FormatError.self) { try images.item(3) }
            #expect(throws: FormatError.self) { try images.item(.max) }
            #expect(throws: FormatError.self) { try images.matrix(items: 2 ..< 4) }
            #expect("\(images)" == "idx array 3 x 2 x 4, uint8")
        }
        try withTemporaryFile("l", bytes: Self.file(8, [5], [3, 1, 4, 1, 5])) { path in
            let labels = try IDXArray(path)
            #expect(try labels.integers() == [3, 1, 4, 1, 5])
            #expect(try labels.item(2) == Matrix([[4]]))
        }
        try withTemporaryFile("e", bytes: Self.file(8, [0, 4], [])) { path in
            let empty = try IDXArray(path)
            #expect(try empty.matrix().rows == 0)
        }
        try withTemporaryFile("n", bytes: Self.file(0x0e, [1], Self.big([Double.nan.bitPattern] as [UInt64]))) { path in
            let array = try IDXArray(path)
            #expect(throws: FormatError.self) { try array.integers() }
        }
    }

    @Test func refusesWhatIsNoIdxFile() throws {
        let sound = Self.file(8, [2, 3], [1, 2, 3, 4, 5, 6])
        func says(_ bytes: [UInt8], _ text: String) throws {
            try withTemporaryFile("bad", bytes: bytes) { path in
                #expect { try IDXArray(path) } throws: { "\($0)".contains(text) && "\($0)".contains(path) }
            }
        }
        try says([1] + sound, "is not a idx file: found the bytes 1 0 0 8")
        try says([0, 0], "is not a idx file")
        try says([0, 0, 7, 1, 0, 0, 0, 0], "the type is 7; it must be 8, 9, 11, 12, 13 or 14")
        try says([0, 0, 8, 0], "the number of axes is 0")
        try says([0, 0, 8, 3, 0, 0, 0, 1], "3 extents needs 12 bytes, the file has 4")
        try says(Array(sound.dropLast()), "an array of shape [2, 3] and type uint8 needs 6 bytes, the file has 5")
        try says(Self.file(8, [0xffff_ffff, 0xffff_ffff, 9], []), "the shape is 4294967295 x 4294967295 x 9")
        try says(Self.file(8, [0xffff_ffff, 100], []), "bytes")
        #expect(throws: FormatError.self) { try IDXArray("/no/such/file") }
    }

    /// Every byte of a file changed in every bit, and every cut: an array or an error, never a trap.
    @Test func mutations() throws {
        let sound = Self.file(0x0b, [2, 2, 3], (0 ..< 24).map { UInt8($0) })
        for place in sound.indices {
            for bit in 0 ..< 8 {
                var bytes = sound
                bytes[place] ^= 1 << UInt8(bit)
                try withTemporaryFile("m", bytes: bytes) { path in
                    do {
                        let array = try IDXArray(path)
                        #expect(try array.values().count == array.shape.reduce(1, *))
                    } catch is FormatError {}
                }
            }
            try withTemporaryFile("c", bytes: Array(sound[..<place])) { path in #expect(throws: FormatError.self) { try IDXArray(path) } }
        }
    }
}
