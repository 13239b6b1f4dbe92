// NIfTI-1 and NIfTI-2 headers. The fields and their places are those of nifti1.h and nifti2.h (Cox et al. 2004, https://nifti.nimh.nih.gov).
// Both versions hold the same fields at other offsets and widths, so one reader walks a table of offsets.

/// What the header of a NIfTI file says, checked.
struct NIfTIHeader {
    var shape: [Int]
    var type: SampleType
    var bigEndian: Bool
    /// Bytes before the first voxel.
    var dataOffset: Int
    var slope = 1.0
    var intercept = 0.0
    /// Millimetres along x, y and z.
    var voxelSize: [Double]
    /// Seconds; 0 when there is no time axis or it is not in a unit of time.
    var repetitionTime: Double
    /// 16 numbers, row after row.
    var affine: [Double]
    /// Why the affine is not the one that the file names first; nil where it is.
    var affineRemark: String?
    /// Whether the affine is made up from the voxel sizes.
    var hasNoForm = false
    var note: String

    var volumeCount: Int { shape.count > 3 ? shape[3] : 1 }
    var voxelCount: Int { shape[0] * shape[1] * shape[2] }

    /// Where the fields are.
    private struct Layout {
        let version, headerBytes, magic, dim, datatype, bitpix, pixdim, dataOffset, slope, intercept, note: Int
        let qformCode, sformCode, quaternion, qoffset, srows, units: Int

        static let one = Layout(
            version: 1, headerBytes: 348, magic: 344, dim: 40, datatype: 70, bitpix: 72, pixdim: 76, dataOffset: 108, slope: 112,
            intercept: 116, note: 148, qformCode: 252, sformCode: 254, quaternion: 256, qoffset: 268, srows: 280, units: 123)
        static let two = Layout(
            version: 2, headerBytes: 540, magic: 4, dim: 16, datatype: 12, bitpix: 14, pixdim: 104, dataOffset: 168, slope: 176,
            intercept: 184, note: 240, qformCode: 344, sformCode: 348, quaternion: 352, qoffset: 376, srows: 400, units: 500)
    }

    /// The number types, by their code in the header.
    static let types: [Int: SampleType] = [
        2: .uint8, 4: .int16, 8: .int32, 16: .float32, 64: .float64, 256: .int8, 512: .uint16, 768: .uint32, 1024: .int64, 1280: .uint64,
    ]

    /// Reads the header from the front of `file`.
    init(from file: inout FileReader) throws {
        let path = file.path
        var bytes: [UInt8] = []
        try file.readAll(348, of: "the header", into: &bytes)
        let little = Fields(bytes: bytes, bigEndian: false), big = Fields(bytes: bytes, bigEndian: true)
        let layout: Layout
        switch (little.int32(0), big.int32(0)) {
        case (348, _): (layout, bigEndian) = (.one, false)
        case (_, 348): (layout, bigEndian) = (.one, true)
        case (540, _): (layout, bigEndian) = (.two, false)
        case (_, 540): (layout, bigEndian) = (.two, true)
        default:
            throw FormatError.notOfFormat(file: path, format: "NIfTI", found: "a header size of \(little.int32(0))", expected: "348 (NIfTI-1) or 540 (NIfTI-2)")
        }
        if layout.version == 2 { try file.readAll(540 - 348, of: "the header", into: &bytes) }
        let fields = Fields(bytes: bytes, bigEndian: bigEndian)

        let magic = bytes[layout.magic ..< layout.magic + 4]
        let expected: [UInt8] = [0x6E, 0x2B, layout.version == 1 ? 0x31 : 0x32, 0]
        if magic.elementsEqual([0x6E, 0x69, expected[2], 0]) {
            throw FormatError.unsupported(file: path, what: "a header (.hdr) apart from its image (.img)", supported: "single .nii files")
        }
        guard magic.elementsEqual(expected) else {
            throw FormatError.notOfFormat(file: path, format: "NIfTI", found: "the magic bytes \(Array(magic))", expected: "\(expected) (n+\(layout.version))")
        }

        let volumeAxis: Int
        (shape, volumeAxis) = try Self.shape(fields, layout, path)
        let typeCode = fields.int16(layout.datatype)
        guard let type = Self.types[typeCode] else {
            throw FormatError.unsupported(
                file: path, what: "number type \(typeCode)", supported: "integers of 8 to 64 bits (2, 4, 8, 256, 512, 768, 1024, 1280), float32 (16) and float64 (64)")
        }
        self.type = type
        let bits = fields.int16(layout.bitpix)
        guard bits == 8 * type.size else {
            throw FormatError.badHeader(file: path, field: "bitpix", found: "\(bits)", expected: "\(8 * type.size) for \(type.rawValue)")
        }
        _ = try Self.byteCount(shape, type, path)

        func real(_ offset: Int, _ index: Int = 0) -> Double {
            layout.version == 1 ? fields.float(offset + 4 * index) : fields.double(offset + 8 * index)
        }
        func formCode(_ offset: Int) -> Int { layout.version == 1 ? fields.int16(offset) : fields.int32(offset) }

        let start = layout.version == 1 ? real(layout.dataOffset) : Double(fields.int64(layout.dataOffset))
        guard start >= 0, start <= 1e9, start == start.rounded(), start == 0 || Int(start) >= layout.headerBytes else {
            throw FormatError.badHeader(file: path, field: "vox_offset", found: "\(start)", expected: "a whole number of bytes from \(layout.headerBytes) on")
        }
        // 0 is written by some programs for "right after the header and the four bytes that announce extensions".
        dataOffset = start == 0 ? layout.headerBytes + 4 : Int(start)

        let slope = real(layout.slope), intercept = real(layout.intercept)
        if slope.isFinite, slope != 0 { (self.slope, self.intercept) = (slope, intercept.isFinite ? intercept : 0) }

        let units = layout.version == 1 ? Int(bytes[layout.units]) : fields.int32(layout.units)
        let millimetres: Double = units & 7 == 1 ? 1000 : units & 7 == 3 ? 0.001 : 1
        let pixdim = (0 ..< 8).map { real(layout.pixdim, $0) }
        voxelSize = (1 ... 3).map { pixdim[$0].isFinite ? abs(Self.shortest(pixdim[$0], single: layout.version == 1)) * millimetres : 0 }
        // A unit that is not stated is taken as seconds, which is what such files mean.
        let seconds: Double =
            switch units & 0x38 {
            case 0, 8: 1
            case 16: 1e-3
            case 24: 1e-6
            default: 0
            }
        let step = pixdim[volumeAxis]
        repetitionTime = shape.count > 3 && step.isFinite && step > 0 ? Self.shortest(step, single: layout.version == 1) * seconds : 0

        var forms: [(name: String, affine: [Double])] = []
        if formCode(layout.sformCode) > 0 { forms.append(("sform", (0 ..< 12).map { real(layout.srows, $0) } + [0, 0, 0, 1])) }
        if formCode(layout.qformCode) > 0 {
            let quaternion = (0 ..< 3).map { real(layout.quaternion, $0) }, offset = (0 ..< 3).map { real(layout.qoffset, $0) }
            forms.append(("qform", Self.affine(quaternion: quaternion, offset: offset, pixdim: pixdim)))
        }
        let usable = forms.first { Affine.isUsable($0.affine) }
        affine = usable?.affine ?? Self.affine(voxelSize: pixdim, shape: shape)
        hasNoForm = usable == nil
        if let first = forms.first, first.name != usable?.name {
            affineRemark = "affine from the \(usable?.name ?? "voxel sizes"), since the \(first.name) is not finite or has no inverse"
        }
        note = String(decoding: bytes[layout.note ..< layout.note + 80].prefix { $0 != 0 }, as: UTF8.self)

        try file.skip(dataOffset - layout.headerBytes, of: "the part before the image")
    }

    /// The extents: three of space, and one of volumes where there is one; with the number of that axis in the file, where other axes before it have one element each.
    private static func shape(_ fields: Fields, _ layout: Layout, _ path: String) throws -> ([Int], volumeAxis: Int) {
        func extent(_ index: Int) -> Int { layout.version == 1 ? fields.int16(layout.dim + 2 * index) : fields.int64(layout.dim + 8 * index) }
        let rank = extent(0)
        guard (1 ... 7).contains(rank) else {
            throw FormatError.badHeader(file: path, field: "dim[0]", found: "\(rank)", expected: "the number of axes, 1 to 7")
        }
        var shape: [Int] = []
        for axis in 1 ... rank {
            guard extent(axis) > 0 else { throw FormatError.badHeader(file: path, field: "dim[\(axis)]", found: "\(extent(axis))", expected: "at least 1") }
            shape.append(extent(axis))
        }
        let all = shape
        while shape.count > 4, shape.last == 1 { shape.removeLast() }
        let volumeAxis = shape.count
        while shape.count > 4, shape[3] == 1 { shape.remove(at: 3) }
        guard shape.count <= 4 else {
            throw FormatError.unsupported(file: path, what: "an image of shape \(all)", supported: "three axes of space and one of volumes")
        }
        while shape.count < 3 { shape.append(1) }
        return (shape, max(volumeAxis, 4))
    }

    /// How many bytes the image takes, or an error where that is beyond what can be counted.
    static func byteCount(_ shape: [Int], _ type: SampleType, _ path: String) throws -> Int {
        var bytes = type.size
        for extent in shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= 1 << 46 else {
                throw FormatError.badHeader(file: path, field: "dim", found: "\(shape)", expected: "an image below 64 terabytes")
            }
            bytes = product
        }
        return bytes
    }

    /// The centre of the image is the origin and x grows to the left, the convention of ANALYZE 7.5 that nibabel keeps too.
    private static func affine(voxelSize pixdim: [Double], shape: [Int]) -> [Double] {
        let size = (1 ... 3).map { pixdim[$0].isFinite && pixdim[$0] != 0 ? pixdim[$0].magnitude : 1 }
        var affine = [Double](repeating: 0, count: 15) + [1]
        for row in 0 ..< 3 {
            affine[5 * row] = row == 0 ? -size[row] : size[row]
            affine[4 * row + 3] = -affine[5 * row] * Double(shape[row] - 1) / 2
        }
        return affine
    }

    /// Method 2 of nifti1.h: a rotation from the quaternion (a, b, c, d), a = √(1 − b² − c² − d²), scaled by the voxel size, z turned by the sign of pixdim[0].
    private static func affine(quaternion: [Double], offset: [Double], pixdim: [Double]) -> [Double] {
        let (b, c, d) = (quaternion[0], quaternion[1], quaternion[2])
        let rest = 1 - (b * b + c * c + d * d)
        let a = rest > 1e-7 ? rest.squareRoot() : 0
        // Rounding can leave the three longer than a unit quaternion; then a is 0 and they are brought to length 1.
        let length = rest > 1e-7 ? 1 : (b * b + c * c + d * d).squareRoot()
        let (x, y, z) = (b / length, c / length, d / length)
        let rotation = [
            [a * a + x * x - y * y - z * z, 2 * (x * y - a * z), 2 * (x * z + a * y)],
            [2 * (x * y + a * z), a * a + y * y - x * x - z * z, 2 * (y * z - a * x)],
            [2 * (x * z - a * y), 2 * (y * z + a * x), a * a + z * z - x * x - y * y],
        ]
        let scale = [pixdim[1], pixdim[2], pixdim[0] < 0 ? -pixdim[3] : pixdim[3]]
        var affine = [Double](repeating: 0, count: 15) + [1]
        for row in 0 ..< 3 {
            for column in 0 ..< 3 { affine[4 * row + column] = rotation[row][column] * scale[column] }
            affine[4 * row + 3] = offset[row]
        }
        return affine
    }

    /// A single-precision field as the decimal number that was meant: .8 s, not .800000011920929 s.
    private static func shortest(_ value: Double, single: Bool) -> Double {
        single ? Double("\(Float(value))") ?? value : value
    }
}

/// Numbers at byte offsets of a header.
private struct Fields {
    let bytes: [UInt8]
    let bigEndian: Bool

    private func bits<Value: FixedWidthInteger>(_ offset: Int, _: Value.Type) -> Value {
        let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
        return bigEndian ? Value(bigEndian: raw) : Value(littleEndian: raw)
    }
    func int16(_ offset: Int) -> Int { Int(bits(offset, Int16.self)) }
    func int32(_ offset: Int) -> Int { Int(bits(offset, Int32.self)) }
    func int64(_ offset: Int) -> Int { Int(bits(offset, Int64.self)) }
    func float(_ offset: Int) -> Double { Double(Float(bitPattern: bits(offset, UInt32.self))) }
    func double(_ offset: Int) -> Double { Double(bitPattern: bits(offset, UInt64.self)) }
}
