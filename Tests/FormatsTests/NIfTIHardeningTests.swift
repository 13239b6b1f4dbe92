import Formats
import Glibc
import Linear
import Testing

@Suite struct NIfTIHardeningTests {
    /// Every file is read whole and as a series; it is an error that names the file, or an image that keeps what it states.
    @Test func tenThousandMutations() throws {
        let names = ["i2le.nii", "f4be.nii", "scaled.nii.gz", "scaled_be.nii.gz", "version2.nii.gz", "version2_be.nii", "qform.nii", "noform.nii"]
        let files = try names.map { ($0, (bytes: rawBytes(Reference.folder + $0), unpacked: try unpacked(Reference.folder + $0))) }
        let mask = try NIfTI(Reference.folder + "mask.nii.gz")
        var mutations = Mutations(seed: 10)
        var refused = 0, read = 0
        try withScratchFile(".nii.gz") { path, put in
            for round in 0 ..< 10_000 / files.count {
                for (file, sound) in files {
                    var bytes = sound.bytes
                    if file.hasSuffix(".gz"), round % 3 != 0 {
                        // The header within, packed anew; otherwise the packed bytes.
                        bytes = try packed(mutations.changed(sound.unpacked, head: 352))
                    } else {
                        bytes = mutations.changed(bytes, head: file.hasSuffix(".gz") ? bytes.count : 352)
                    }
                    put(bytes)
                    do {
                        try check(NIfTI(path))
                        read += 1
                    } catch let error as FormatError {
                        #expect(error.description.contains(path))
                        refused += 1
                    }
                    do {
                        let series = try NIfTI.series(path, mask: mask)
                        #expect(series.columns == 4 && series.rows > 0)
                    } catch is FormatError {}
                }
            }
        }
        #expect(read + refused == 10_000)
        #expect(read > 1_000 && refused > 1_000, "\(read) read, \(refused) refused")
    }

    private func check(_ image: NIfTI) throws {
        #expect(image.shape.count == 3 || image.shape.count == 4)
        #expect(image.shape.allSatisfy { $0 > 0 })
        #expect(image.affine.elements.allSatisfy { $0.isFinite })
        #expect(image.voxelSize.allSatisfy { $0 >= 0 && $0.isFinite } && image.repetitionTime >= 0 && image.repetitionTime.isFinite)
        #expect(try image.volume(image.volumes - 1).count == image.voxels)
        #expect(!image.description.isEmpty)
    }

    private func unpacked(_ path: String) throws -> [UInt8] {
        var file = try FileReader(path)
        return try file.readToEnd()
    }

    private func packed(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = "/tmp/engram-\(getpid())-\(UInt64.random(in: 0 ..< .max)).gz"
        defer { unlink(path) }
        var file = try FileWriter(path)
        try file.write(bytes)
        try file.close()
        return rawBytes(path)
    }

    /// A header of 592 bytes that promises 10^18 voxels, and one that promises what just could be.
    @Test(arguments: [[1_000_000, 1_000_000, 1_000_000], [60_000, 60_000, 1_000], [1_000, 1_000, 1_000]], [false, true])
    func promisesNoMemory(extents: [Int], isPacked: Bool) throws {
        var bytes = rawBytes(Reference.folder + "version2_be.nii")
        for (axis, extent) in extents.enumerated() {
            for place in 0 ..< 8 { bytes[16 + 8 * (axis + 1) + place] = UInt8(truncatingIfNeeded: extent >> (8 * (7 - place))) }
        }
        let before = touchedMemory()
        try withScratchFile(".nii.gz") { path, put in
            put(isPacked ? try packed(bytes) : bytes)
            let error = #expect(throws: FormatError.self) { try NIfTI(path) }
            #expect(error?.description.contains(path) == true)
            let mask = try NIfTI(Reference.folder + "mask.nii.gz")
            #expect(throws: FormatError.self) { try NIfTI.floatSeries(path, mask: mask) }
        }
        #expect(touchedMemory() - before < 16 << 20)
    }

    private func changed(_ file: String, _ changes: [(Int, [UInt8])], _ body: (NIfTI) throws -> Void) throws {
        var bytes = rawBytes(Reference.folder + file)
        for (offset, change) in changes { bytes.replaceSubrange(offset ..< offset + change.count, with: change) }
        try withTemporaryFile("changed.nii", bytes: bytes) { path in try body(NIfTI(path)) }
    }

    private func bytes(_ values: Float...) -> [UInt8] { values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init) } }

    @Test func anAffineThatIsNoneIsPassedOver() throws {
        // i2le.nii has an sform and no qform; its voxels have 2 x 3 x 4 mm.
        for row in [bytes(.nan, 0, 0, 0), bytes(0, 0, 0, 0), bytes(.infinity, 0, 0, 1)] {
            try changed("i2le.nii", [(280, row)]) { image throws in
                let expected = try Matrix([[-2, 0, 0, 2], [0, 3, 0, -1.5], [0, 0, 4, -2], [0, 0, 0, 1]])
                #expect(image.affine == expected)
                #expect(image.description.hasSuffix("; affine from the voxel sizes, since the sform is not finite or has no inverse"))
            }
        }
        // qform.nii has a qform; given an unusable sform too, the qform serves.
        let sound = try NIfTI(Reference.folder + "qform.nii")
        try changed("qform.nii", [(254, [1, 0]), (280, bytes(.nan))]) { image in
            #expect(image.affine == sound.affine)
            #expect(image.description.contains("affine from the qform"))
        }
        #expect(!sound.description.contains("affine"))
    }

    @Test(arguments: [Float(0), .nan, .infinity]) func aSlopeThatIsNoneScalesNothing(slope: Float) throws {
        let plain = try NIfTI(Reference.folder + "i2le.nii")
        try changed("i2le.nii", [(112, bytes(slope, 7))]) { image throws in
            let (volume, expected) = (try image.volume(1), try plain.volume(1))
            #expect(volume == expected)
        }
    }

    @Test func volumesMayBeOnALaterAxis() throws {
        let plain = try NIfTI(Reference.folder + "i2le.nii")
        // 3 x 2 x 2 x 1 x 2, 1.5 units from one to the next on the fifth axis
        try changed("i2le.nii", [(40, [5, 0, 3, 0, 2, 0, 2, 0, 1, 0, 2, 0]), (96, bytes(1.5))]) { image in
            #expect(image.shape == [3, 2, 2, 2] && image.repetitionTime == 1.5)
            let (volume, expected) = (try image.volume(1), try plain.volume(1))
            #expect(volume == expected)
        }
        try changed("i2le.nii", [(40, [5, 0, 3, 0, 2, 0, 2, 0, 2, 0, 1, 0])]) { image in #expect(image.shape == [3, 2, 2, 2] && image.repetitionTime == 0.8) }
        try changed("i2le.nii", [(40, [4, 0, 3, 0, 2, 0, 2, 0, 1, 0])]) { image in
            #expect(image.shape == [3, 2, 2, 1] && image.volumes == 1)
            let series = try image.series(mask: NIfTI(Reference.folder + "mask.nii.gz"))
            #expect(series.shape == [1, 4])
        }
    }

    @Test func writesLongImagesAsNibabelDoes() throws {
        // 33,000 x 1 x 1 from nibabel, a NIfTI-2 file; ours has the same header but for what nibabel writes and we leave at 0 (the sign and the code of the other form).
        let path = Reference.folder + "wide.nii.gz"
        let image = try NIfTI(path)
        #expect(image.shape == [33_000, 1, 1])
        try withTemporaryFile("wide.nii") { copy in
            try image.write(copy)
            let (theirs, ours) = (try unpacked(path), rawBytes(copy))
            #expect(ours.count == 544 + 33_000)
            for field in [0 ..< 16, 16 ..< 80, 112 ..< 136, 168 ..< 192, 240 ..< 320, 348 ..< 352, 400 ..< 496, 500 ..< 504] {
                #expect(ours[field] == theirs[field], "bytes \(field)")
            }
            #expect(try NIfTI(copy).volume() == image.volume())
        }
    }

    @Test func writesSinglePrecision() throws {
        for file in ["scaled_be.nii.gz", "f8be.nii", "i2le.nii"] {
            let image = try NIfTI(Reference.folder + file)
            try withTemporaryFile("single.nii") { path in
                try image.write(path, singlePrecision: true)
                let copy = try NIfTI(path)
                #expect(copy.description.contains("float32") && rawBytes(path).count == 352 + 96)
                for t in 0 ..< 2 { #expect(try copy.volume(t).elements == image.volume(t).elements.map { Double(Float($0)) }) }
                #expect(copy.affine == image.affine)
            }
        }
    }
}
