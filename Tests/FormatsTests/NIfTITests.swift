import Formats
import Linear
import Testing

@Suite struct NIfTITests {
    @Test(arguments: Reference.images) func readsAsNibabelDoes(file: String) throws {
        let expected = Reference.row(file)
        let image = try NIfTI(Reference.folder + file)
        #expect(image.shape == expected.shape)
        #expect(zip(image.voxelSize, expected.voxelSize).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(abs(image.repetitionTime - expected.repetitionTime) < 1e-12)
        // Affines are stored in single precision, and nibabel computes that of a quaternion in it.
        #expect(zip(image.affine.elements, expected.affine).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(try (0 ..< image.volumes).flatMap { try image.volume($0).elements } == expected.values)
    }

    @Test func masksAsNumpyDoes() throws {
        let expected = Reference.row("scaled.nii.gz[mask.nii.gz]")
        let mask = try NIfTI(Reference.folder + "mask.nii.gz")
        let series = try NIfTI(Reference.folder + "scaled.nii.gz").series(mask: mask)
        #expect(series.shape == expected.shape)
        #expect(series.elements == expected.values)
        #expect(try NIfTI.series(Reference.folder + "scaled.nii.gz", mask: mask) == series)
        #expect(try mask.maskCount() == 4)
    }

    @Test func fillsAMask() throws {
        let mask = try NIfTI(Reference.folder + "mask.nii.gz")
        let map = try mask.filled(with: [1, 2, 3, 4], outside: 0)
        // Voxels in the order z fastest: (0,1,0), (1,0,0), (2,0,1), (2,1,1).
        #expect(try map.value(x: 0, y: 1, z: 0) == 1)
        #expect(try map.value(x: 1, y: 0, z: 0) == 2)
        #expect(try map.value(x: 2, y: 0, z: 1) == 3)
        #expect(try map.value(x: 2, y: 1, z: 1) == 4)
        #expect(try map.volume().elements.reduce(0, +) == 10)
        #expect(try mask.filled(with: [1, 2, 3, 4]).value(x: 0, y: 0, z: 0).isNaN)
        #expect(try map.series(mask: mask).elements == [1, 2, 3, 4])
        #expect(throws: FormatError.shape(name: "values", found: [3], expected: "4, the number of voxels in the mask")) {
            try mask.filled(with: [1, 2, 3])
        }
    }

    @Test func slicesAndMeans() throws {
        let values = Vector((0 ..< 48).map(Double.init))
        let image = try NIfTI(values, shape: [2, 3, 4, 2], voxelSize: [1, 2, 3], repetitionTime: 2)
        // value = 24 t + 12 x + 4 y + z
        #expect(try image.slice(z: 1, volume: 1) == Matrix([[25, 37], [29, 41], [33, 45]]))
        #expect(try image.slice(y: 2) == Matrix([[8, 20], [9, 21], [10, 22], [11, 23]]))
        #expect(try image.slice(x: 1) == Matrix([[12, 16, 20], [13, 17, 21], [14, 18, 22], [15, 19, 23]]))
        #expect(try image.value(x: 1, y: 2, z: 3, volume: 1) == 47)
        #expect(try image.mean().volume().elements == (0 ..< 24).map { Double($0) + 12 })
        #expect(image.affine == (try Matrix([[1, 0, 0, 0], [0, 2, 0, 0], [0, 0, 3, 0], [0, 0, 0, 1]])))
    }

    @Test(arguments: ["i2be.nii", "scaled.nii.gz", "version2.nii.gz", "f8be.nii", "mask.nii.gz"], ["copy.nii", "copy.nii.gz"])
    func writesWhatItReads(source: String, name: String) throws {
        let image = try NIfTI(Reference.folder + source)
        try withTemporaryFile(name) { path in
            try image.write(path)
            #expect(rawBytes(path).starts(with: name.hasSuffix(".gz") ? [0x1F, 0x8B] : [0x5C, 1, 0, 0]))
            let copy = try NIfTI(path)
            #expect(copy.shape == image.shape && copy.voxelSize == image.voxelSize && copy.repetitionTime == image.repetitionTime)
            #expect(copy.affine == image.affine && copy.note == image.note)
            for t in 0 ..< image.volumes { #expect(try copy.volume(t) == image.volume(t)) }
        }
    }

    @Test func saysThatAFileIsCutShort() throws {
        let packed = rawBytes(Reference.folder + "scaled.nii.gz")
        let plain = rawBytes(Reference.folder + "i2le.nii")
        #expect(plain.count == 352 + 48)
        for bytes in [packed.dropLast(20), packed.dropLast(1), packed.prefix(60), plain.dropLast(1), plain.prefix(300), plain.prefix(3)] {
            try withTemporaryFile("cut.nii.gz", bytes: Array(bytes)) { path in
                let error = #expect(throws: FormatError.self) { try NIfTI(path) }
                guard case .cutShort(path, _, let expected, let found) = error else {
                    Issue.record("\(bytes.count) bytes: \(String(describing: error))")
                    return
                }
                #expect(found <= expected)
                #expect(error?.description.contains("needs 0 bytes") == false)
                #expect(throws: FormatError.self) { try NIfTI.series(path, mask: NIfTI(Reference.folder + "mask.nii.gz")) }
            }
        }
    }

    @Test func saysThatPackedDataAreDamaged() throws {
        var bytes = rawBytes(Reference.folder + "scaled.nii.gz")
        bytes[bytes.count - 6] ^= 0x55  // the checksum
        try withTemporaryFile("damaged.nii.gz", bytes: bytes) { path in
            let error = #expect(throws: FormatError.self) { try NIfTI(path) }
            guard case .damaged = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    /// One field of a sound header changed at a time.
    @Test(
        arguments: [
            ("the header size", 0, [0x5D, 1, 0, 0]), ("the magic", 344, [0x6E, 0x2B, 0x39, 0]), ("a pair of files", 344, [0x6E, 0x69, 0x31, 0]),
            ("the rank", 40, [9, 0]), ("a negative extent", 42, [0xFF, 0xFF]), ("no extent", 44, [0, 0]), ("huge extents", 42, [0xFF, 0x7F, 0xFF, 0x7F, 0xFF, 0x7F, 0xFF, 0x7F]),
            ("two axes of volumes", 40, [5, 0, 3, 0, 2, 0, 1, 0, 2, 0, 2, 0]), ("complex numbers", 70, [32, 0]), ("the bits", 72, [32, 0]),
            ("the offset", 108, [0, 0, 0x80, 0x3F]), ("an offset of NaN", 108, [0, 0, 0xC0, 0x7F]), ("an offset beyond the file", 108, [0, 0, 0x80, 0x49]),
        ] as [(String, Int, [UInt8])])
    func refusesABadHeader(what: String, offset: Int, change: [UInt8]) throws {
        var bytes = rawBytes(Reference.folder + "i2le.nii")
        bytes.replaceSubrange(offset ..< offset + change.count, with: change)
        try withTemporaryFile("bad.nii", bytes: bytes) { path in
            let error = #expect(throws: FormatError.self) { try NIfTI(path) }
            #expect(error?.description.contains(path) == true)
        }
    }

    @Test func refusesWrongArguments() throws {
        #expect(throws: FormatError.unreachable(file: "/nowhere/bold.nii", reason: "No such file or directory")) { try NIfTI("/nowhere/bold.nii") }
        #expect(throws: FormatError.self) { try NIfTI("/tmp") }
        #expect(throws: FormatError.self) { try NIfTI("") }
        let image = try NIfTI(Reference.folder + "i2le.nii")
        let other = try NIfTI(Vector(repeating: 1, count: 8), shape: [2, 2, 2])
        #expect(throws: FormatError.shape(name: "mask", found: [2, 2, 2], expected: "3 x 2 x 2, as the image's volumes")) { try image.series(mask: other) }
        #expect(throws: FormatError.self) { try image.series(mask: image) }
        let empty = try NIfTI(Vector(repeating: 0, count: 12), shape: [3, 2, 2])
        #expect(throws: FormatError.invalid(name: "mask", found: "0 in every voxel", expected: "other than 0 in the voxels to keep")) { try image.series(mask: empty) }
        #expect(throws: FormatError.invalid(name: "volume", found: "2", expected: "from 0 to 1")) { try image.volume(2) }
        #expect(throws: FormatError.invalid(name: "z", found: "-1", expected: "from 0 to 1")) { try image.slice(z: -1) }
        #expect(throws: FormatError.self) { try image.value(x: 3, y: 0, z: 0) }
        #expect(throws: FormatError.self) { try NIfTI([1, 2], shape: [1, 1, 3]) }
        #expect(throws: FormatError.self) { try NIfTI([1], shape: [1, 1, 0]) }
        #expect(throws: FormatError.self) { try NIfTI([1], shape: [1 << 40, 1 << 40, 1]) }
        #expect(throws: FormatError.self) { try NIfTI([1], shape: [1, 1, 1], voxelSize: [1, 1]) }
        #expect(throws: FormatError.self) { try image.write("/nowhere/copy.nii") }
    }
}
