import Linear

extension NIfTI {
    /// Writes a NIfTI-1 file, little-endian, packed with gzip if the name ends in `.gz`. Numbers keep the type they have in memory: that of the file they
    /// came from, and 64-bit floating point for an image made from a vector. An existing file is replaced.
    ///
    /// - Throws: `FormatError` if an extent is above 32,767 (the limit of NIfTI-1), or the file cannot be written.
    public func write(_ path: String) throws {
        guard shape.allSatisfy({ $0 <= Int(Int16.max) }) else {
            throw FormatError.unsupported(file: path, what: "writing an image of shape \(shape)", supported: "extents up to 32767")
        }
        guard let code = NIfTIHeader.types.first(where: { $0.value == samples.type })?.key else {
            throw FormatError.unsupported(file: path, what: "number type \(samples.type.rawValue)", supported: "integers and floating point")
        }
        var header: [UInt8] = []
        func zeros(until offset: Int) { header.append(contentsOf: repeatElement(0, count: offset - header.count)) }
        func single(_ value: Double) { header.append(little: Float(value).bitPattern) }

        header.append(little: Int32(348))
        zeros(until: 40)
        let extents = [shape.count] + shape + Array(repeating: 1, count: 7 - shape.count)
        extents.forEach { header.append(little: Int16($0)) }
        zeros(until: 70)
        header.append(little: Int16(code))
        header.append(little: Int16(8 * samples.type.size))
        zeros(until: 76)
        ([1] + voxelSize + [repetitionTime, 1, 1, 1]).forEach(single)
        [352, slope, intercept].forEach(single)
        zeros(until: 123)
        header.append(2 | 8)  // xyzt_units: millimetres and seconds
        zeros(until: 148)
        header.append(contentsOf: note.utf8.prefix(79))
        zeros(until: 254)
        header.append(little: Int16(2))  // sform_code: aligned to some other image, the weakest claim
        zeros(until: 280)
        affine.elements.prefix(12).forEach(single)
        zeros(until: 344)
        header.append(contentsOf: [0x6E, 0x2B, 0x31, 0, 0, 0, 0, 0])  // "n+1" and no extensions

        var file = try FileWriter(path)
        try file.write(header)
        try file.write(samples.bigEndian ? swapped() : samples.bytes)
        try file.close()
    }

    /// The bytes of the numbers in the other order.
    private func swapped() -> [UInt8] {
        let size = samples.type.size
        var bytes = samples.bytes
        for start in stride(from: 0, to: bytes.count - bytes.count % size, by: size) { bytes[start ..< start + size].reverse() }
        return bytes
    }
}
