import Formats
import Glibc
import Linear
import Synchronization
import Testing

@Suite struct MaskTests {
    private let placed: Matrix

    init() throws { placed = try Matrix([[2, 0, 0, -10], [0, 3, 0, -20], [0, 0, 4, 5], [0, 0, 0, 1]]) }

    private func image(_ values: Vector = Vector((0 ..< 24).map { Double($0 % 12) }), shape: [Int] = [3, 2, 2], affine: Matrix? = nil) throws -> NIfTI {
        try NIfTI(Vector(Array(values.elements.prefix(shape.reduce(1, *)))), shape: shape, voxelSize: [2, 3, 4], affine: affine)
    }

    @Test func aMaskOfAnotherPlaceIsRefused() throws {
        let bold = try image(shape: [3, 2, 2, 2], affine: placed), same = try image(affine: placed)
        #expect(try bold.series(mask: same).shape == [2, 11])
        var shifted = placed
        try shifted.set(-10.5, row: 0, column: 3)
        let elsewhere = try image(affine: shifted)
        let error = #expect(throws: FormatError.self) { try bold.series(mask: elsewhere) }
        #expect(error?.description.contains("0.5 mm away") == true)
        #expect(!bold.sameSpace(as: elsewhere) && bold.sameSpace(as: same))
        // A thousandth of a millimetre is rounding.
        var near = placed
        try near.set(-10.0009, row: 0, column: 3)
        #expect(try bold.sameSpace(as: image(affine: near)))
        #expect(throws: FormatError.self) { try same.intersection(elsewhere) }
        try withTemporaryFile("bold.nii") { path in
            try bold.write(path)
            #expect(throws: FormatError.self) { try NIfTI.series(path, mask: elsewhere) }
            #expect(try NIfTI.series(path, mask: same).shape == [2, 11])
            // A mask made by hand has no place of its own.
            #expect(try NIfTI.series(path, mask: image()).shape == [2, 11])
        }
        // Turned by a degree about z: the far corners are away.
        #expect(try !bold.sameSpace(as: image(affine: Matrix([[1.99970, -0.05236, 0, -10], [0.03490, 2.99954, 0, -20], [0, 0, 4, 5], [0, 0, 0, 1]]))))
        #expect(try !bold.sameSpace(as: image(shape: [2, 2, 2], affine: placed)))
    }

    @Test func refusesAnAffineWithoutInverse() throws {
        for bad in [Double.nan, 0] {
            var affine = placed
            try affine.set(bad, row: 0, column: 0)
            #expect(throws: FormatError.self) { try image(affine: affine) }
        }
    }

    @Test func combines() throws {
        let a = try image([1, 1, 0, 0, .nan, 2, 0, 0, 0, 0, 0, 0]), b = try image([1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0])
        #expect(try a.intersection(b).volume().elements.prefix(6) == [1, 0, 0, 0, 0, 1])
        #expect(try a.union(b).volume().elements.prefix(6) == [1, 1, 1, 0, 1, 1])
        #expect(try a.subtracting(b).volume().elements.prefix(6) == [0, 1, 0, 0, 0, 0])
        #expect(try a.mask(above: 1).volume().elements.prefix(6) == [0, 0, 0, 0, 0, 1])
        #expect(throws: FormatError.self) { try a.mask(above: .nan) }
        #expect(throws: FormatError.self) { try a.union(image(shape: [2, 2, 2])) }
    }

    /// nilearn's mask of the same image, without opening, and its steps of morphology after the same threshold.
    @Test func findsTheBrainAsNilearnDoes() throws {
        let bold = try NIfTI(Reference.folder + "head.nii.gz")
        #expect(try bold.brainMask(opening: 0).volume() == NIfTI(Reference.folder + "head-mask-0.nii.gz").volume())
        #expect(try bold.brainMask(opening: 1).volume() == NIfTI(Reference.folder + "head-mask-1.nii.gz").volume())
        #expect(try bold.brainMask(lower: 0.3, upper: 0.7).volume() == NIfTI(Reference.folder + "head-mask-2.nii.gz").volume())
        #expect(try bold.brainMask(opening: 0).maskCount() > bold.brainMask(opening: 1).maskCount())
    }

    @Test func saysWhatABrainMaskNeeds() throws {
        let flat = try NIfTI(Vector(repeating: 3, count: 27), shape: [3, 3, 3])
        #expect(throws: FormatError.self) { try flat.brainMask() }
        let dot = try NIfTI(Vector((0 ..< 27).map { $0 == 13 ? 9 : Double($0 % 2) }), shape: [3, 3, 3])
        #expect(throws: FormatError.self) { try dot.brainMask() }
        for (lower, upper, opening) in [(-0.1, 0.5, 0), (0.5, 0.5, 0), (0.1, 1.1, 0), (.nan, 0.5, 0), (0.2, 0.8, -1), (0.2, 0.8, 21)] {
            #expect(throws: FormatError.self) { try dot.brainMask(lower: lower, upper: upper, opening: opening) }
        }
        #expect(throws: FormatError.self) { try NIfTI([1], shape: [1, 1, 1]).brainMask(opening: 0) }
    }

    @Test func singlePrecisionIsTheSeriesRounded() throws {
        let mask = try NIfTI(Reference.folder + "mask.nii.gz")
        for file in Reference.images where Reference.row(file).shape == [3, 2, 2, 2] {
            let path = Reference.folder + file
            let series = try NIfTI(path).series(mask: mask)
            #expect(try NIfTI(path).floatSeries(mask: mask) == series.singlePrecision)
            #expect(try NIfTI.floatSeries(path, mask: mask) == series.singlePrecision)
        }
    }

    /// Volumes of a megabyte and more tell within themselves how far they are, and an interrupt ends the call.
    @Test func tellsHowFarItIs() throws {
        var bytes = Array(rawBytes(Reference.folder + "i2le.nii").prefix(352))
        bytes.replaceSubrange(40 ..< 50, with: [4, 0, 64, 0, 64, 0, 0, 1, 3, 0])
        bytes += [UInt8](repeating: 1, count: 3 << 21)
        let mask = try NIfTI(Vector((0 ..< 1 << 20).map { $0 < 5 ? 1 : 0 }), shape: [64, 64, 256])
        try withTemporaryFile("progress.nii", bytes: bytes) { path in
            let told = Mutex<[Double]>([])
            let series = try Progress.observe({ fraction in told.withLock { $0.append(fraction) } }) { try NIfTI.floatSeries(path, mask: mask) }
            #expect(series.shape == [3, 5] && series.elements.allSatisfy { $0 == 257 })
            let fractions = told.withLock { $0.filter { !$0.isNaN } }
            #expect(fractions.count >= 6 && zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
            #expect(throws: Interrupted.self) {
                try Progress.observe({ fraction in if fraction > 0.5 { throw Interrupted() } }) { try NIfTI.series(path, mask: mask) }
            }
        }
    }

    /// A series of 96 MB in the file, of which a mask takes a quarter: memory grows by the 24 MB of the result and one volume, not by the image.
    @Test func streamsWithinTheResultAndAVolume() throws {
        let shape = [64, 64, 32, 384], voxels = 64 * 64 * 32
        let path = "/tmp/engram-\(getpid())-stream.nii"
        defer { unlink(path) }
        // One volume as a file of ours, its data repeated: the header is patched to say how often.
        let volume = try NIfTI(Vector((0 ..< voxels).map { Double($0 % 97) }), shape: Array(shape.prefix(3)), affine: placed)
        try withTemporaryFile("one.nii") { one in
            try volume.write(one)
            var header = Array(rawBytes(one).prefix(352))
            header.replaceSubrange(40 ..< 50, with: [4, 0, 64, 0, 64, 0, 32, 0, 0x80, 1])
            header.replaceSubrange(70 ..< 74, with: [4, 0, 16, 0])
            let file = fopen(path, "w")
            fwrite(header, 1, 352, file)
            var data = [UInt8](repeating: 0, count: 2 * voxels)
            for t in 0 ..< shape[3] {
                for place in 0 ..< voxels where place % 4 == 0 { (data[2 * place], data[2 * place + 1]) = (UInt8((place + t) % 251), UInt8(t / 256)) }
                fwrite(data, 1, data.count, file)
            }
            fclose(file)
        }
        let mask = try NIfTI(Vector((0 ..< voxels).map { place in place / 32 / 64 % 4 == 0 ? 1 : 0 }), shape: Array(shape.prefix(3)))
        let count = try mask.maskCount()
        #expect(count == voxels / 4)
        let before = touchedMemory()
        let series = try NIfTI.floatSeries(path, mask: mask)
        let grown = touchedMemory() - before
        #expect(series.shape == [384, count])
        #expect(try series[300, 0] == Float(300 % 251 + 256))
        let result = 4 * count * shape[3]
        #expect(grown < result + 24 << 20, "\(grown >> 20) MB for a result of \(result >> 20) MB")
    }
}
