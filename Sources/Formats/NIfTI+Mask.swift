import Linear

// A mask is an image of one volume; a voxel is in it where the number is neither 0 nor NaN. Masked voxels are always in the order z fastest, then y,
// then x, which is the order of numpy's data[mask].

extension NIfTI {
    /// The series of the voxels in `mask`: one row per volume, one column per voxel, columns in the order z fastest, then y, then x (numpy's `data[mask].T`).
    ///
    /// - Throws: `FormatError.shape` if the mask has other extents than this image, `FormatError.invalid` if no voxel is in it, or if it lies in another place (`sameSpace(as:)`).
    /// - Complexity: O(volumes · voxels in the mask).
    public func series(mask: NIfTI) throws -> Matrix { try series(in: mask) }

    /// The same in single precision, in half the memory: each number is scaled in double precision and rounded once.
    public func floatSeries(mask: NIfTI) throws -> FloatMatrix { try series(in: mask) }

    private func series<Scalar: LinearScalar & BinaryFloatingPoint>(in mask: NIfTI) throws -> MatrixOf<Scalar> {
        let places = try mask.places(for: shape, affine: affine, isPlaced: isPlaced)
        _ = try Allocation.count(of: [volumes, places.count], named: "the series", as: Scalar.self)
        return try MatrixOf(unsafeUninitializedRows: volumes, columns: places.count) { out in
            guard let start = out.baseAddress else { return }
            for t in 0 ..< volumes {
                samples.gather(places, from: t * voxels, slope: slope, intercept: intercept, into: start + t * places.count)
                try Progress.check(t + 1, of: volumes)
            }
        }
    }

    /// The series of the voxels in `mask`, read from a file volume by volume: memory is the result, one volume, and 8 bytes for each voxel of the mask, never the image.
    ///
    /// - Throws: `FormatError` as reading the file and `series(mask:)` do; `LinearError.tooLarge` where the result does not fit in the memory that is free.
    public static func series(_ path: String, mask: NIfTI) throws -> Matrix { try stream(path, mask) }

    /// The same in single precision: 80,000 voxels by 3,600 volumes take 1.15 GB and one volume.
    ///
    /// ```swift
    /// let series = try NIfTI.floatSeries("bold.nii.gz", mask: mask)
    /// ```
    /// Each number is scaled in double precision and rounded once, so that this is `series(_:mask:)`, rounded.
    public static func floatSeries(_ path: String, mask: NIfTI) throws -> FloatMatrix { try stream(path, mask) }

    private static func stream<Scalar: LinearScalar & BinaryFloatingPoint>(_ path: String, _ mask: NIfTI) throws -> MatrixOf<Scalar> {
        var file = try FileReader(path)
        let header = try NIfTIHeader(from: &file)
        // What the header says of the place, as an image has it.
        let space = try NIfTI(header, Samples(type: header.type, bigEndian: header.bigEndian, bytes: []))
        let places = try mask.places(for: header.shape, affine: space.affine, isPlaced: space.isPlaced)
        let volumes = header.volumeCount, volumeBytes = header.voxelCount * header.type.size
        try file.expect(volumes * volumeBytes, of: "\(volumes) volumes", after: header.dataOffset)
        _ = try Allocation.count(of: [volumes, places.count], named: "the series", as: Scalar.self)
        // Memory that is not written to yet costs nothing, so the result is laid out whole and filled as volumes come: it is never copied into a larger one.
        let result: MatrixOf<Scalar> = try MatrixOf(unsafeUninitializedRows: volumes, columns: places.count) { out in
            guard let start = out.baseAddress else { return }
            var volume = Samples(type: header.type, bigEndian: header.bigEndian, bytes: [])
            for t in 0 ..< volumes {
                volume.bytes.removeAll(keepingCapacity: true)
                try Progress.stretch(t, of: volumes) { try file.readAll(volumeBytes, of: "volume \(t) of \(volumes)", into: &volume.bytes) }
                volume.gather(places, from: 0, slope: header.slope, intercept: header.intercept, into: start + t * places.count)
                try Progress.check(t + 1, of: volumes)
            }
        }
        try file.finish("the image")
        return result
    }

    /// How many voxels are in this mask.
    public func maskCount() throws -> Int { try volume().elements.count { $0 != 0 && !$0.isNaN } }

    /// An image with `values` in the voxels of this mask, in the order of `series(mask:)`, and `outside` everywhere else.
    ///
    /// - Parameter outside: NaN by default, which charts leave blank.
    /// - Throws: `FormatError.shape` unless there is one value for each voxel of the mask.
    public func filled(with values: Vector, outside: Double = .nan) throws -> NIfTI {
        let inside = try volume().elements
        var all = [Double](repeating: outside, count: voxels)
        let count = inside.count { $0 != 0 && !$0.isNaN }
        guard values.count == count else {
            throw FormatError.shape(name: "values", found: [values.count], expected: "\(count), the number of voxels in the mask")
        }
        var next = 0
        for (index, value) in inside.enumerated() where value != 0 && !value.isNaN {
            all[index] = values.elements[next]
            next += 1
        }
        return try NIfTI(Vector(all), shape: Array(shape.prefix(3)), voxelSize: safeVoxelSize, affine: affine)
    }

    /// Places in a volume's file order of the voxels in this mask, after comparing its shape and its place with those of an image.
    private func places(for image: [Int], affine: Matrix, isPlaced: Bool) throws -> [Int] {
        guard volumes == 1, shape.prefix(3) == image.prefix(3) else {
            throw FormatError.shape(name: "mask", found: shape, expected: image.prefix(3).map(String.init).joined(separator: " x ") + ", as the image's volumes")
        }
        try checkSpace("mask", against: affine, isPlaced: isPlaced)
        let inside = samples.values(from: 0, count: voxels, slope: slope, intercept: intercept)
        let places = Self.order(shape).filter { inside[$0] != 0 && !inside[$0].isNaN }
        guard !places.isEmpty else {
            throw FormatError.invalid(name: "mask", found: "0 in every voxel", expected: "other than 0 in the voxels to keep")
        }
        return places
    }
}
