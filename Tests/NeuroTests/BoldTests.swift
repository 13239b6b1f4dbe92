import Formats
import Glibc
import Linear
import Neuro
import Testing

@Suite struct BoldTests {
    static func mask() throws -> NIfTI { try NIfTI(Vector([1, 0, 1, 1, 0, 1, 1, 1]), shape: [2, 2, 2], voxelSize: [3, 3, 3]) }

    @Test func stepsKeepWhatBelongsToTheSeries() throws {
        var random = Random(seed: 1)
        let series = try random.normal(rows: 20, columns: 6) + 100
        let runs = Array(repeating: 3, count: 8) + Array(repeating: 1, count: 12)
        let bold = try Bold(series: series, repetitionTime: 2, runs: runs, mask: Self.mask())
        #expect(bold.scans == 20 && bold.voxels == 6 && bold.runs == runs)
        for step in [try bold.detrended(), try bold.zscored(), try bold.removing(confounds: random.normal(rows: 20, columns: 2))] {
            #expect(step.mask == bold.mask && step.repetitionTime == 2 && step.runs == runs && step.series.shape == [20, 6])
        }
        // As the functions in double precision, rounded.
        let double = try zscoreRuns(detrendRuns(series, runs: runs), runs: runs)
        #expect(largestDifference(try bold.detrended().zscored().series.doublePrecision.elements, double.elements, floor: 1) < 1e-4)
        let one = try bold.selecting(runs: [1])
        #expect(one.scans == 12 && Set(one.runs) == [1])
        let short = try bold.trimmed(first: 2, last: 1)
        #expect(short.scans == 14 && short.runs.prefix(5).allSatisfy { $0 == 3 })
        #expect(try short.series.row(0) == bold.series.row(2))
        let joined = try Bold([one, one.trimmed(last: 3)])
        #expect(joined.runs == Array(repeating: 0, count: 12) + Array(repeating: 1, count: 9))
        #expect(throws: NeuroError.self) { try joined.averagedRuns() }
        let average = try Bold([one, one]).averagedRuns()
        #expect(average.series == one.series)
        let image = try bold.image(of: [1, 2, 3, 4, 5, 6], outside: 0)
        #expect(try image.volume().elements == [1, 0, 2, 3, 0, 4, 5, 6])
    }

    /// Where confounds explain all, nothing is left that could be scaled up to a signal.
    @Test(arguments: [0.0, 1000]) func whatConfoundsExplainInFullIsZero(offset: Double) throws {
        var random = Random(seed: 4)
        let bold = try Bold(series: random.normal(rows: 12, columns: 3) + offset, repetitionTime: 2)
        #expect(try bold.removing(confounds: random.normal(rows: 12, columns: 20)).zscored().series.elements.allSatisfy { $0 == 0 })
        // One voxel is a confound, the others are not.
        let confound = try bold.series.doublePrecision[columns: 1 ..< 2]
        let rest = try bold.removing(confounds: confound).zscored().series
        for voxel in 0 ..< 3 { #expect(try rest.column(voxel).elements.contains { $0 != 0 } == (voxel != 1)) }
    }

    /// What confounds explain is gone: the rest is orthogonal to them, in each run.
    @Test func confoundsAreRemoved() throws {
        var random = Random(seed: 2)
        let runs = Array(repeating: 0, count: 30) + Array(repeating: 1, count: 30)
        let first = try random.normal(rows: 60, columns: 1)
        // The second repeats the first, the third is constant.
        let confounds = try Matrix.concatenatingColumns([first, first * 2 + 1, Matrix(rows: 60, columns: 1, repeating: 5)])
        let noise = try random.normal(rows: 60, columns: 4)
        let bold = try Bold(series: noise + first %*% Matrix([[3, -2, 10, 0]]), repetitionTime: 2, runs: runs)
        let rest = try bold.removing(confounds: confounds).series.doublePrecision
        for run in 0 ..< 2 {
            let rows = Array(run * 30 ..< (run + 1) * 30)
            let (x, y) = (try zscoreRuns(first.selectingRows(rows)), try rest.selectingRows(rows))
            #expect(try (x.transposed() %*% y).elements.allSatisfy { abs($0) < 1e-3 })
            #expect(try y.mean(each: .column).elements.allSatisfy { abs($0) < 1e-5 })
        }
        #expect(throws: NeuroError.self) { try bold.removing(confounds: Matrix([[1]])) }
    }

    @Test func voxelsThatAreNoNumbersAreStated() throws {
        var values = try Matrix(rows: 5, columns: 3, repeating: 1)
        try values.set(.nan, row: 2, column: 1)
        let bold = try Bold(series: values, repetitionTime: 2)
        #expect(bold.invalidVoxels == [1])
        #expect(try bold.series.column(1) == [0, 0, 0, 0, 0])
        #expect("\(bold)" == "recording of 3 voxels, 5 scans every 2.0 s in 1 run, 1 voxel set to 0 that held numbers that are not finite")
        let other = try Bold(series: Matrix(rows: 5, columns: 3, repeating: 2), repetitionTime: 2)
        let joined = try Bold([other, bold])
        #expect(joined.invalidVoxels == [1])
        #expect(joined.series.elements.indices.allSatisfy { joined.series.elements[$0] == 0 || $0 % 3 != 1 })
        // A voxel that does not vary is 0 after scaling, and no error.
        #expect(try bold.zscored().series.elements.allSatisfy { $0 == 0 })
    }

    @Test func filesAreReadByTheirMask() throws {
        let base = "/tmp/engram-bold-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let (timed, timeless) = (base + ".nii.gz", base + ".nii")
        defer { for path in [timed, timeless] { unlink(path) } }
        let mask = try Self.mask()
        var random = Random(seed: 3)
        let values = try random.normal(count: 8 * 7)
        let image = try NIfTI(values, shape: [2, 2, 2, 7], voxelSize: [3, 3, 3], repetitionTime: 1.5)
        try image.write(timed)
        let bold = try Bold([timed, timed], mask: mask)
        #expect(bold.repetitionTime == 1.5 && bold.scans == 14 && bold.voxels == 6 && Set(bold.runs) == [0, 1])
        #expect(try bold.selecting(runs: [1]).series == image.floatSeries(mask: mask))
        try NIfTI(values, shape: [2, 2, 2, 7], voxelSize: [3, 3, 3]).write(timeless)
        #expect(throws: NeuroError.self) { try Bold(timeless, mask: mask) }
        #expect(try Bold(timeless, mask: mask, repetitionTime: 2).repetitionTime == 2)
        #expect(throws: FormatError.self) { try Bold(base + "-absent.nii", mask: mask) }
        #expect(throws: NeuroError.self) { try Bold([String](), mask: mask) }
        let two = try NIfTI(Vector([1, 1]), shape: [2, 1, 1], voxelSize: [3, 3, 3])
        #expect(throws: FormatError.self) { try Bold(timed, mask: two) }
        #expect(throws: NeuroError.invalid(name: "repetitionTime", value: "-1.0", must: "finite and above 0")) { try Bold(timed, mask: Self.mask(), repetitionTime: -1) }
        #expect(throws: FormatError.invalid(name: "path", found: "map.txt", expected: "a name that ends in .nii or .nii.gz")) { try two.write("map.txt") }
    }

    @Test func refusesWhatDoesNotFit() throws {
        let series = try Matrix(rows: 4, columns: 2, repeating: 1)
        #expect(throws: NeuroError.self) { try Bold(series: Matrix([]), repetitionTime: 2) }
        #expect(throws: NeuroError.self) { try Bold(series: series, repetitionTime: 0) }
        #expect(throws: NeuroError.self) { try Bold(series: series, repetitionTime: .nan) }
        #expect(throws: NeuroError.self) { try Bold(series: series, repetitionTime: 2, runs: [1, 2]) }
        #expect(throws: NeuroError.self) { try Bold(series: series, repetitionTime: 2, runs: [1, 2, 1, 2]) }
        #expect(throws: NeuroError.shape(name: "series", shape: [4, 2], must: "of 6 columns, the voxels of the mask")) {
            try Bold(series: series, repetitionTime: 2, mask: Self.mask())
        }
        let bold = try Bold(series: series, repetitionTime: 2)
        #expect(throws: NeuroError.self) { try bold.image(of: [1, 2]) }
        #expect(throws: NeuroError.self) { try bold.selecting(runs: []) }
        #expect(throws: NeuroError.self) { try bold.selecting(runs: [1]) }
        #expect(throws: NeuroError.self) { try bold.trimmed(first: 4) }
        #expect(throws: NeuroError.self) { try bold.trimmed(first: .max, last: .max) }
        #expect(throws: NeuroError.self) { try bold.trimmed(last: -1) }
        #expect(throws: NeuroError.self) { try Bold([bold, Bold(series: series, repetitionTime: 3)]) }
        #expect(throws: NeuroError.self) { try Bold([bold, Bold(series: series.transposed(), repetitionTime: 2)]) }
    }
}
