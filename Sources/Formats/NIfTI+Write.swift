import Linear

extension NIfTI {
    /// Writes a NIfTI file, little-endian, packed with gzip if the name ends in `.gz`: NIfTI-1, or NIfTI-2 where an extent is above 32,767. An existing file is replaced.
    ///
    /// - Parameters:
    ///   - path: ends in `.nii` or `.nii.gz`.
    ///   - singlePrecision: whether numbers are written scaled, as 32-bit floating point: half the size for a map. Otherwise they keep the type they have in memory: that of the file they came from, and
    ///     64-bit floating point for an image made from a vector.
    /// - Throws: `FormatError` if the name ends otherwise, or the file cannot be written.
    public func write(_ path: String, singlePrecision: Bool = false) throws {
        guard path.hasSuffix(".nii") || path.hasSuffix(".nii.gz") else {
            throw FormatError.invalid(name: "path", found: path, expected: "a name that ends in .nii or .nii.gz")
        }
        let isLong = !shape.allSatisfy { $0 <= Int(Int16.max) }
        let type = singlePrecision ? .float32 : samples.type
        guard let code = NIfTIHeader.types.first(where: { $0.value == type })?.key else {
            throw FormatError.unsupported(file: path, what: "number type \(type.rawValue)", supported: "integers and floating point")
        }
        let scaling = singlePrecision ? [1, 0] : [slope, intercept]
        let header = isLong ? secondHeader(code, 8 * type.size, scaling) : firstHeader(code, 8 * type.size, scaling)
        var file = try FileWriter(path)
        try file.write(header)
        if singlePrecision {
            // Volume by volume, so that no second image is in memory.
            let places = Array(0 ..< voxels)
            for t in 0 ..< volumes {
                let floats = [Float](unsafeUninitializedCapacity: voxels) { out, count in
                    if let start = out.baseAddress { samples.gather(places, from: t * voxels, slope: slope, intercept: intercept, into: start) }
                    count = voxels
                }
                try Progress.stretch(t, of: volumes) { try file.write(Samples(floats: floats).bytes) }
                try Progress.check(t + 1, of: volumes)
            }
        } else {
            try file.write(samples.bigEndian ? swapped() : samples.bytes)
        }
        try file.close()
    }

    /// nifti1.h, and no extensions.
    private func firstHeader(_ code: Int, _ bits: Int, _ scaling: [Double]) -> [UInt8] {
        var header: [UInt8] = []
        func zeros(until offset: Int) { header.append(contentsOf: repeatElement(0, count: offset - header.count)) }
        func single(_ value: Double) { header.append(little: Float(value).bitPattern) }

        header.append(little: Int32(348))
        zeros(until: 40)
        extents.forEach { header.append(little: Int16($0)) }
        zeros(until: 70)
        header.append(little: Int16(code))
        header.append(little: Int16(bits))
        zeros(until: 76)
        steps.forEach(single)
        ([352] + scaling).forEach(single)
        zeros(until: 123)
        header.append(Self.units)
        zeros(until: 148)
        header.append(contentsOf: note.utf8.prefix(79))
        zeros(until: 254)
        header.append(little: Int16(Self.form))
        zeros(until: 280)
        affine.elements.prefix(12).forEach(single)
        zeros(until: 344)
        header.append(contentsOf: [0x6E, 0x2B, 0x31, 0, 0, 0, 0, 0])  // "n+1" and no extensions
        return header
    }

    /// nifti2.h, and no extensions.
    private func secondHeader(_ code: Int, _ bits: Int, _ scaling: [Double]) -> [UInt8] {
        var header: [UInt8] = []
        func zeros(until offset: Int) { header.append(contentsOf: repeatElement(0, count: offset - header.count)) }
        func double(_ value: Double) { header.append(little: value.bitPattern) }

        header.append(little: Int32(540))
        header.append(contentsOf: [0x6E, 0x2B, 0x32, 0, 0x0D, 0x0A, 0x1A, 0x0A])  // "n+2" and what a text mode would spoil
        header.append(little: Int16(code))
        header.append(little: Int16(bits))
        extents.forEach { header.append(little: Int64($0)) }
        zeros(until: 104)
        steps.forEach(double)
        header.append(little: Int64(544))
        scaling.forEach(double)
        zeros(until: 240)
        header.append(contentsOf: note.utf8.prefix(79))
        zeros(until: 348)
        header.append(little: Int32(Self.form))
        zeros(until: 400)
        affine.elements.prefix(12).forEach(double)
        zeros(until: 500)
        header.append(little: Int32(Self.units))
        zeros(until: 544)
        return header
    }

    /// dim: the number of axes, and seven extents.
    private var extents: [Int] { [shape.count] + shape + Array(repeating: 1, count: 7 - shape.count) }
    /// pixdim.
    private var steps: [Double] { [1] + voxelSize + [repetitionTime, 1, 1, 1] }
    /// xyzt_units: millimetres and seconds.
    private static let units: UInt8 = 2 | 8
    /// sform_code: aligned to some other image, the weakest claim.
    private static let form = 2

    /// The bytes of the numbers in the other order.
    private func swapped() -> [UInt8] {
        let size = samples.type.size
        var bytes = samples.bytes
        for start in stride(from: 0, to: bytes.count - bytes.count % size, by: size) { bytes[start ..< start + size].reverse() }
        return bytes
    }
}
