import Linear

// A mask is an image of one volume; a voxel is in it where the number is neither 0 nor NaN. Masked voxels are always in the order z fastest, then y,
// then x, which is the order of numpy's data[mask].

extension NIfTI {
    /// The series of the voxels in `mask`: one row per volume, one column per voxel, columns in the order z fastest, then y, then x (numpy's `data[mask].T`).
    ///
    /// - Throws: `FormatError.shape` if the mask has other extents than this image, `FormatError.invalid` if no voxel is in it.
    /// - Complexity: O(volumes · voxels in the mask).
    public func series(mask: NIfTI) throws -> Matrix {
        let places = try mask.places(for: shape)
        _ = try Allocation.count(of: [volumes, places.count], named: "the series", as: Double.self)
        var values: [Double] = []
        for t in 0 ..< volumes {
            samples.gather(places, from: t * voxels, slope: slope, intercept: intercept, into: &values)
            try Progress.check(t, of: volumes)
        }
        return try Matrix(rows: volumes, columns: places.count, elements: values)
    }

    /// The series of the voxels in `mask`, read from a file volume by volume: memory grows with the mask and not with the image.
    ///
    /// - Throws: `FormatError` as reading the file and `series(mask:)` do.
    public static func series(_ path: String, mask: NIfTI) throws -> Matrix {
        var file = try FileReader(path)
        let header = try NIfTIHeader(from: &file)
        let places = try mask.places(for: header.shape)
        _ = try Allocation.count(of: [header.volumeCount, places.count], named: "the series", as: Double.self)
        let volumeBytes = header.voxelCount * header.type.size
        var values: [Double] = []
        var volume = Samples(type: header.type, bigEndian: header.bigEndian, bytes: [])
        for t in 0 ..< header.volumeCount {
            volume.bytes.removeAll(keepingCapacity: true)
            try file.readAll(volumeBytes, of: "volume \(t) of \(header.volumeCount)", into: &volume.bytes)
            volume.gather(places, from: 0, slope: header.slope, intercept: header.intercept, into: &values)
            try Progress.check(t, of: header.volumeCount)
        }
        try file.finish("the image")
        return try Matrix(rows: header.volumeCount, columns: places.count, elements: values)
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

    /// Places in a volume's file order of the voxels in this mask, after comparing its shape with that of an image.
    private func places(for image: [Int]) throws -> [Int] {
        guard volumes == 1, shape.prefix(3) == image.prefix(3) else {
            throw FormatError.shape(name: "mask", found: shape, expected: image.prefix(3).map(String.init).joined(separator: " x ") + ", as the image's volumes")
        }
        let inside = samples.values(from: 0, count: voxels, slope: slope, intercept: intercept)
        let places = Self.order(shape).filter { inside[$0] != 0 && !inside[$0].isNaN }
        guard !places.isEmpty else {
            throw FormatError.invalid(name: "mask", found: "0 in every voxel", expected: "other than 0 in the voxels to keep")
        }
        return places
    }
}
