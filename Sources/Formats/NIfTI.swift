import Linear

/// A brain image, or a series of them, as a NIfTI file holds it (`.nii`, `.nii.gz`).
///
/// ```swift
/// let bold = try NIfTI("bold.nii.gz")
/// let mask = try NIfTI("mask.nii.gz")
/// let series = try bold.series(mask: mask)          // time x voxels
/// let map = try mask.filled(with: correlations)     // back to an image
/// plot(try map.slice(z: 0))
/// ```
///
/// Voxels are counted from 0, as (x, y, z). An axis of one element before that of the volumes is left out, so that a file of 40 x 48 x 34 x 1 x 200 is a series of 200 volumes. The numbers stay in memory as the file stores them (16-bit integers, mostly) and are scaled when they are asked for.
public struct NIfTI: Sendable, Equatable, CustomStringConvertible, Codable {
    /// The extents: `[x, y, z]`, or `[x, y, z, time]` for a series.
    public let shape: [Int]
    /// The size of a voxel along x, y and z, in millimetres.
    public let voxelSize: [Double]
    /// The time from one volume to the next, in seconds; 0 for a single image.
    public let repetitionTime: Double
    /// From voxel to space: `affine · (x, y, z, 1)` is the place in the unit of the file, mostly millimetres. The file's sform where it has one, else its qform, else the
    /// voxel sizes with the middle of the image at 0 and x to the left. A form that is not finite, or has no inverse, is passed over, and the description says so.
    public let affine: Matrix
    /// The file's own description, up to 79 characters.
    public let note: String

    package let samples: Samples
    let slope: Double
    let intercept: Double
    // What follows is optional because sessions hold images that were saved without it.
    /// Why the affine is not the one that the file names first.
    let affineRemark: String?
    /// Whether the file says nothing of where the image lies.
    let hasNoForm: Bool?

    /// How many volumes there are, 1 for a single image.
    public var volumes: Int { shape.count > 3 ? shape[3] : 1 }

    /// Voxels in one volume.
    public var voxels: Int { shape[0] * shape[1] * shape[2] }

    /// Reads a file, NIfTI-1 or NIfTI-2, packed with gzip or not, of either byte order. Memory: the size of the unpacked image.
    ///
    /// - Throws: `FormatError` that names the file: it is not there, is not NIfTI, its header contradicts itself, or it ends before its header says.
    public init(_ path: String) throws {
        var file = try FileReader(path)
        let header = try NIfTIHeader(from: &file)
        let expected = try NIfTIHeader.byteCount(header.shape, header.type, path)
        let what = "an image of \(header.shape.map(String.init).joined(separator: " x ")) \(header.type.rawValue)"
        try file.expect(expected, of: what, after: header.dataOffset)
        var bytes: [UInt8] = []
        try file.readAll(expected, of: what, into: &bytes)
        try file.finish("the image")
        try self.init(header, Samples(type: header.type, bigEndian: header.bigEndian, bytes: bytes))
    }

    /// An image from numbers, for writing or showing.
    ///
    /// - Parameters:
    ///   - values: volume after volume, each in the order of `volume(_:)` (z fastest, then y, then x).
    ///   - shape: `[x, y, z]` or `[x, y, z, time]`.
    ///   - voxelSize: millimetres along x, y, z.
    ///   - repetitionTime: seconds from volume to volume.
    ///   - affine: 4 x 4, from voxel to millimetres; without it the voxel sizes along the axes, voxel (0, 0, 0) at the origin.
    /// - Throws: `FormatError` if the number of values is not the product of `shape`, an extent is below 1, or the affine is not finite or has no inverse.
    public init(_ values: Vector, shape: [Int], voxelSize: [Double] = [1, 1, 1], repetitionTime: Double = 0, affine: Matrix? = nil) throws {
        guard shape.count == 3 || shape.count == 4, shape.allSatisfy({ $0 > 0 }) else {
            throw FormatError.invalid(name: "shape", found: "\(shape)", expected: "[x, y, z] or [x, y, z, time], each at least 1")
        }
        guard voxelSize.count == 3, voxelSize.allSatisfy({ $0.isFinite && $0 > 0 }) else {
            throw FormatError.invalid(name: "voxelSize", found: "\(voxelSize)", expected: "three positive numbers of millimetres")
        }
        guard repetitionTime.isFinite, repetitionTime >= 0 else {
            throw FormatError.invalid(name: "repetitionTime", found: "\(repetitionTime)", expected: "0 or a positive number of seconds")
        }
        let total = try NIfTIHeader.byteCount(shape, .float64, "the new image") / 8
        guard values.count == total else {
            throw FormatError.shape(name: "values", found: [values.count], expected: "\(total) numbers for an image of \(shape)")
        }
        if let affine, affine.shape != [4, 4] { throw FormatError.shape(name: "affine", found: affine.shape, expected: "4 x 4") }
        if let affine, Affine(affine.elements) == nil {
            throw FormatError.invalid(name: "affine", found: "\(affine.elements)", expected: "16 finite numbers, row after row, whose upper left 3 x 3 part has an inverse")
        }
        let diagonal = voxelSize + [1]
        self.affine = try affine ?? Matrix(rows: 4, columns: 4, elements: (0 ..< 16).map { $0 % 5 == 0 ? diagonal[$0 / 5] : 0 })
        (self.shape, self.voxelSize, self.repetitionTime) = (shape, voxelSize, shape.count > 3 ? repetitionTime : 0)
        (slope, intercept, note) = (1, 0, "")
        (affineRemark, hasNoForm) = (nil, nil)
        // From the order of volume(_:) to that of the file, x fastest.
        let order = Self.order(shape)
        var stored = [Double](repeating: 0, count: total)
        for base in stride(from: 0, to: total, by: order.count) {
            for (position, place) in order.enumerated() { stored[base + place] = values.elements[base + position] }
        }
        samples = Samples(doubles: stored)
    }

    init(_ header: NIfTIHeader, _ samples: Samples) throws {
        (shape, voxelSize, repetitionTime, note) = (header.shape, header.voxelSize, header.repetitionTime, header.note)
        affine = try Matrix(rows: 4, columns: 4, elements: header.affine)
        (slope, intercept, self.samples) = (header.slope, header.intercept, samples)
        (affineRemark, hasNoForm) = (header.affineRemark, header.hasNoForm ? true : nil)
    }

    /// Places in the file of a volume's voxels, in the order z fastest, then y, then x.
    static func order(_ shape: [Int]) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(shape[0] * shape[1] * shape[2])
        for x in 0 ..< shape[0] {
            for y in 0 ..< shape[1] {
                for z in 0 ..< shape[2] { order.append(x + shape[0] * (y + shape[1] * z)) }
            }
        }
        return order
    }

    /// One line: extents, voxel size, time, number type, and why the affine is not the first that the file names, where it is not.
    public var description: String {
        let size = voxelSize.map { "\($0)" }.joined(separator: " x ")
        let time = repetitionTime > 0 ? ", one volume every \(repetitionTime) s" : ""
        let remark = affineRemark.map { "; \($0)" } ?? ""
        return "NIfTI image \(shape.map(String.init).joined(separator: " x ")), voxels of \(size) mm\(time), \(samples.type.rawValue)\(remark)"
    }
}

extension NIfTI {
    /// The seconds from one volume to the next that a file states, 0 where it states none; reads the header only.
    ///
    /// - Throws: `FormatError` that names the file: it is not there, is not NIfTI, or its header contradicts itself.
    public static func repetitionTime(of path: String) throws -> Double {
        var file = try FileReader(path)
        return try NIfTIHeader(from: &file).repetitionTime
    }
}
