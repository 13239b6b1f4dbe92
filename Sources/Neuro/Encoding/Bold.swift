import Formats
import Linear

/// A recording of brain activity: the series of the voxels of a mask, with what belongs to them: where the voxels are, how far apart the scans, and which run each scan is of. Every step keeps these.
///
/// ```swift
/// let bold = try Bold(["run-1.nii.gz", "run-2.nii.gz"], mask: NIfTI("mask.nii.gz")).detrended().zscored()
/// let map = try bold.image(of: correlations)
/// ```
///
/// The series are in single precision, which holds more digits than scanners give, in half the memory. Voxels in which a file has NaN or infinite numbers are 0 throughout and listed in `invalidVoxels`.
public struct Bold: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Scans x voxels, the voxels in the order of the mask (z fastest, then y, then x).
    public let series: FloatMatrix
    /// The image whose voxels other than 0 the series belong to; nil for series that are not of an image.
    public let mask: NIfTI?
    /// Seconds from scan to scan.
    public let repetitionTime: Double
    /// The run of each scan, each run one block.
    public let runs: [Int]
    /// The voxels that held numbers that are not finite, and are 0 now.
    public let invalidVoxels: [Int]

    /// Series of your own.
    ///
    /// - Parameters:
    ///   - series: scans x voxels.
    ///   - repetitionTime: seconds from scan to scan.
    ///   - runs: the run of each scan, each run one block; empty if all is one run.
    ///   - mask: an image with as many voxels other than 0 as there are series, if they are of one.
    /// - Throws: `NeuroError` if the series are empty, the time is not positive, there is not one run label per scan, a run comes in two pieces, or the mask has another number of voxels.
    public init(series: FloatMatrix, repetitionTime: Double, runs: [Int] = [], mask: NIfTI? = nil) throws {
        guard series.rows > 0, series.columns > 0 else { throw NeuroError.shape(name: "series", shape: series.shape, must: "of at least one scan and one voxel") }
        try Check.positive(repetitionTime, "repetitionTime")
        let labels = runs.isEmpty ? [Int](repeating: 0, count: series.rows) : runs
        _ = try RunBlocks(labels, samples: series.rows)
        if let mask {
            let count = try mask.maskCount()
            guard count == series.columns else {
                throw NeuroError.shape(name: "series", shape: series.shape, must: "of \(count) columns, the voxels of the mask")
            }
        }
        var series = series
        let invalid = Self.clear(&series)
        (self.series, self.mask, self.repetitionTime, self.runs, invalidVoxels) = (series, mask, repetitionTime, labels, invalid)
    }

    /// Series in double precision, which are rounded to single.
    ///
    /// - Throws: as for series in single precision.
    public init(series: Matrix, repetitionTime: Double, runs: [Int] = [], mask: NIfTI? = nil) throws {
        try self.init(series: series.singlePrecision, repetitionTime: repetitionTime, runs: runs, mask: mask)
    }

    /// Reads an image, volume by volume: memory grows with the mask and not with the image.
    ///
    /// - Parameters:
    ///   - path: a NIfTI file.
    ///   - mask: an image of the same space, other than 0 in the voxels to keep.
    ///   - runs: the run of each volume, where several are in one file; empty if all is one run.
    ///   - repetitionTime: seconds from volume to volume, where the file does not say, or says wrongly.
    /// - Throws: `FormatError` as reading the file does; `NeuroError` if the file has no repetition time and none is given, or the runs do not fit.
    public init(_ path: String, mask: NIfTI, runs: [Int] = [], repetitionTime: Double? = nil) throws {
        if let repetitionTime { try Check.positive(repetitionTime, "repetitionTime") }
        let time = try repetitionTime ?? NIfTI.repetitionTime(of: path)
        guard time > 0 else {
            throw NeuroError.invalid(name: "repetitionTime", value: "missing in \(path)", must: "given in seconds, since the file does not say it")
        }
        try self.init(series: NIfTI.floatSeries(path, mask: mask), repetitionTime: time, runs: runs, mask: mask)
    }

    /// Reads one image for each run, which are numbered from 0.
    ///
    /// - Throws: as for one image, and `NeuroError` if there is no path or the runs differ in their repetition time.
    public init(_ paths: [String], mask: NIfTI, repetitionTime: Double? = nil) throws {
        let parts = try paths.indices.map { index in
            try Progress.stretch(index, of: paths.count) { try Bold(paths[index], mask: mask, repetitionTime: repetitionTime) }
        }
        try self.init(parts)
    }

    /// Joins runs that were read apart; they are numbered anew, from 0.
    ///
    /// - Throws: `NeuroError` if there is none, or they differ in their voxels, mask or repetition time.
    public init(_ parts: [Bold]) throws {
        guard let first = parts.first else { throw NeuroError.shape(name: "runs", shape: [0], must: "at least one recording") }
        var labels: [Int] = []
        for (index, part) in parts.enumerated() {
            guard part.voxels == first.voxels, part.mask == first.mask else {
                throw NeuroError.invalid(name: "runs[\(index)]", value: "\(part)", must: "of the mask of runs[0]")
            }
            guard abs(part.repetitionTime - first.repetitionTime) <= 1e-6 * first.repetitionTime else {
                throw NeuroError.invalid(name: "runs[\(index)]", value: "a recording every \(part.repetitionTime) s", must: "every \(first.repetitionTime) s, as runs[0]")
            }
            let offset = (labels.last ?? -1) + 1
            let own = try RunBlocks(part.runs, samples: part.scans).ranges
            for (run, range) in own.enumerated() { labels += Array(repeating: offset + run, count: range.count) }
        }
        var joined = try FloatMatrix.concatenatingRows(parts.map(\.series))
        let invalid = Set(parts.flatMap(\.invalidVoxels)).sorted()
        Self.clear(&joined, voxels: invalid)
        (series, mask, repetitionTime, runs, invalidVoxels) = (joined, first.mask, first.repetitionTime, labels, invalid)
    }

    init(_ series: FloatMatrix, like other: Bold, runs: [Int]? = nil) {
        (self.series, mask, repetitionTime, self.runs, invalidVoxels) = (series, other.mask, other.repetitionTime, runs ?? other.runs, other.invalidVoxels)
    }

    /// How many scans there are.
    public var scans: Int { series.rows }
    /// How many voxels there are.
    public var voxels: Int { series.columns }

    /// An image with a number for each voxel, and `outside` outside the mask.
    ///
    /// - Throws: `NeuroError.invalid` if the series are not of an image; `FormatError.shape` unless there is one number per voxel.
    public func image(of values: Vector, outside: Double = .nan) throws -> NIfTI {
        guard let mask else { throw NeuroError.invalid(name: "bold", value: "series without a mask", must: "read with one, to make images") }
        return try mask.filled(with: values, outside: outside)
    }

    /// Sets voxels with numbers that are not finite to 0, and says which.
    private static func clear(_ series: inout FloatMatrix) -> [Int] {
        let (rows, columns) = (series.rows, series.columns)
        var bad: Set<Int> = []
        series.withUnsafeBufferPointer { values in
            for row in 0 ..< rows {
                var sum: Float = 0
                for place in row * columns ..< (row + 1) * columns { sum += values[place] * 0 }
                if sum == 0 { continue }
                for column in 0 ..< columns where !values[row * columns + column].isFinite { bad.insert(column) }
            }
        }
        clear(&series, voxels: bad.sorted())
        return bad.sorted()
    }

    private static func clear(_ series: inout FloatMatrix, voxels: [Int]) {
        guard !voxels.isEmpty else { return }
        let (rows, columns) = (series.rows, series.columns)
        series.withUnsafeMutableBufferPointer { values in
            for row in 0 ..< rows { for column in voxels { values[row * columns + column] = 0 } }
        }
    }

    /// Reads one that was saved, if its parts fit together.
    public init(from decoder: any Decoder) throws {
        enum Key: String, CodingKey { case series, mask, repetitionTime, runs, invalidVoxels }
        let saved = try decoder.container(keyedBy: Key.self)
        try self.init(
            series: saved.decode(FloatMatrix.self, forKey: .series), repetitionTime: saved.decode(Double.self, forKey: .repetitionTime),
            runs: saved.decode([Int].self, forKey: .runs),
            mask: saved.decodeIfPresent(NIfTI.self, forKey: .mask), invalid: saved.decode([Int].self, forKey: .invalidVoxels))
    }

    private init(series: FloatMatrix, repetitionTime: Double, runs: [Int], mask: NIfTI?, invalid: [Int]) throws {
        let checked = try Bold(series: series, repetitionTime: repetitionTime, runs: runs, mask: mask)
        (self.series, self.mask, self.repetitionTime, self.runs, invalidVoxels) = (checked.series, mask, repetitionTime, checked.runs, invalid)
    }

    /// One line: scans, voxels, runs, time, and voxels that were not numbers.
    public var description: String {
        let count = Set(runs).count
        let bad = invalidVoxels.isEmpty ? "" : ", \(invalidVoxels.count) voxel\(invalidVoxels.count == 1 ? "" : "s") set to 0 that held numbers that are not finite"
        return "recording of \(voxels) voxels, \(scans) scans every \(repetitionTime) s in \(count) run\(count == 1 ? "" : "s")\(bad)"
    }
}
