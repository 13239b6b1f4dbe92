import Linear

extension NIfTI {
    /// The numbers of volume `t`, z fastest, then y, then x: the order of numpy's `data[..., t].ravel()` and of `series(mask:)`.
    ///
    /// - Throws: `FormatError.invalid` unless `0 <= t < volumes`.
    public func volume(_ t: Int = 0) throws -> Vector {
        try check(t, name: "volume", below: volumes)
        return Vector(samples.gathered(Self.order(shape), from: t * voxels, slope: slope, intercept: intercept))
    }

    /// The number of voxel (x, y, z) in volume `volume`.
    ///
    /// - Throws: `FormatError.invalid` naming the index that is outside.
    public func value(x: Int, y: Int, z: Int, volume: Int = 0) throws -> Double {
        try check(x, name: "x", below: shape[0])
        try check(y, name: "y", below: shape[1])
        try check(z, name: "z", below: shape[2])
        try check(volume, name: "volume", below: volumes)
        return samples.values(from: volume * voxels + x + shape[0] * (y + shape[1] * z), count: 1, slope: slope, intercept: intercept)[0]
    }

    /// An axial slice as a matrix for a heat map: row y, column x.
    ///
    /// - Throws: `FormatError.invalid` naming the index that is outside.
    public func slice(z: Int, volume: Int = 0) throws -> Matrix {
        try check(z, name: "z", below: shape[2])
        return try plane(rows: shape[1], columns: shape[0], volume) { y, x in x + shape[0] * (y + shape[1] * z) }
    }

    /// A coronal slice as a matrix for a heat map: row z, column x.
    ///
    /// - Throws: `FormatError.invalid` naming the index that is outside.
    public func slice(y: Int, volume: Int = 0) throws -> Matrix {
        try check(y, name: "y", below: shape[1])
        return try plane(rows: shape[2], columns: shape[0], volume) { z, x in x + shape[0] * (y + shape[1] * z) }
    }

    /// A sagittal slice as a matrix for a heat map: row z, column y.
    ///
    /// - Throws: `FormatError.invalid` naming the index that is outside.
    public func slice(x: Int, volume: Int = 0) throws -> Matrix {
        try check(x, name: "x", below: shape[0])
        return try plane(rows: shape[2], columns: shape[1], volume) { z, y in x + shape[0] * (y + shape[1] * z) }
    }

    /// The average over all volumes, as an image of one volume.
    public func mean() throws -> NIfTI {
        var sum = [Double](repeating: 0, count: voxels)
        let order = Self.order(shape)
        for t in 0 ..< volumes {
            for (index, value) in samples.gathered(order, from: t * voxels, slope: slope, intercept: intercept).enumerated() { sum[index] += value }
            try Progress.check(t, of: volumes)
        }
        let count = Double(volumes)
        return try NIfTI(Vector(sum.map { $0 / count }), shape: Array(shape.prefix(3)), voxelSize: safeVoxelSize, affine: affine)
    }

    private func plane(rows: Int, columns: Int, _ volume: Int, _ place: (Int, Int) -> Int) throws -> Matrix {
        try check(volume, name: "volume", below: volumes)
        var places: [Int] = []
        for row in 0 ..< rows { for column in 0 ..< columns { places.append(place(row, column)) } }
        return try Matrix(rows: rows, columns: columns, elements: samples.gathered(places, from: volume * voxels, slope: slope, intercept: intercept))
    }

    func check(_ index: Int, name: String, below count: Int) throws {
        guard index >= 0, index < count else {
            throw FormatError.invalid(name: name, found: "\(index)", expected: count == 1 ? "0" : "from 0 to \(count - 1)")
        }
    }

    /// Voxel sizes that a new image accepts: a file may state 0 for an axis it does not use.
    var safeVoxelSize: [Double] { voxelSize.map { $0 > 0 ? $0 : 1 } }
}
