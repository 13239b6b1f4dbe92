import Formats
import Linear
import Neuro
import Testing

/// Splits, ceilings, permutations and rates against himalaya, voxelwise_tutorials, scipy and enumerations (`Reference/make_inference.py`).
@Suite struct InferenceTests {
    static let reference = Result { try NumpyArchive(EncodingReference.folder + "inference.npz") }
    static func matrix(_ name: String) throws -> Matrix { try reference.get().array(name).matrix() }
    static func vector(_ name: String) throws -> Vector { try Vector(reference.get().array(name).values().elements) }
    static func slices(_ name: String, of count: Int) throws -> [Matrix] {
        let all = try matrix(name)
        let rows = all.rows / count
        return try (0 ..< count).map { try all[rows: $0 * rows ..< ($0 + 1) * rows] }
    }

    @Test func scoresSplitAsHimalayaSplitsThem() throws {
        let (observed, parts) = (try Self.matrix("observed"), try Self.slices("parts", of: 3))
        let split = try r2ScoreSplit(observed, parts)
        #expect(largestDifference(split.elements, try Self.matrix("r2-split").elements, floor: 1e-3) < 1e-11)
        #expect(largestDifference(try correlationScoreSplit(observed, parts).elements, try Self.matrix("correlation-split").elements, floor: 1e-3) < 1e-11)
        // They add up to the score of the sum, whatever the mean of the targets.
        let whole = try parts[0] + parts[1] + parts[2]
        let shifted = try observed + Vector([5, -3, 0, 1, 2, 100])
        let sums = try r2ScoreSplit(shifted, parts).sum(each: .column)
        let joint = try r2Score(observed, whole)
        // r2Score compares with the series as it is; the split with one of mean 0.
        #expect(largestDifference(sums.elements, joint.elements, floor: 1) < 1e-11)
        let r = try correlationScoreSplit(shifted, parts).sum(each: .column)
        #expect(largestDifference(r.elements, try correlationScore(shifted, whole).elements, floor: 1) < 1e-11)
        #expect(try r2ScoreSplit(Matrix(rows: 4, columns: 1, repeating: 2), [Matrix(rows: 4, columns: 1, repeating: 1)]).elements == [0])
    }

    @Test func relativeWeightsAsInHimalaya() throws {
        let (observed, parts) = (try Self.matrix("observed"), try Self.slices("parts", of: 3))
        let split = try r2ScoreRelativeWeights(observed, parts)
        #expect(largestDifference(split.elements, try Self.matrix("r2-relative").elements, floor: 1e-3) < 1e-9)
        #expect(try r2ScoreRelativeWeights(observed, [observed * 0]).elements.allSatisfy { $0 == 0 })
        #expect(throws: NeuroError.self) { try r2ScoreRelativeWeights(observed, []) }
        #expect(throws: NeuroError.self) { try r2ScoreRelativeWeights(observed, [observed[columns: 0 ..< 1]]) }
    }

    @Test func componentsAsInScikitLearn() throws {
        let found = try PrincipalComponents(Self.matrix("weights").transposed(), count: 3)
        let (components, scores) = (try Self.matrix("components"), try Self.matrix("component-scores"))
        for index in 0 ..< 3 {
            let (own, theirs) = (try found.components.row(index).elements, try components.row(index).elements)
            let sign = zip(own, theirs).reduce(0) { $0 + $1.0 * $1.1 } < 0 ? -1.0 : 1
            #expect(largestDifference(own, theirs.map { $0 * sign }, floor: 1) < 1e-10)
            #expect(try largestDifference(found.scores.column(index).elements, scores.column(index).elements.map { $0 * sign }, floor: 10) < 1e-10)
        }
        #expect(largestDifference(found.explained.elements, try Self.vector("component-shares").elements, floor: 1) < 1e-10)
        #expect(throws: NeuroError.self) { try PrincipalComponents(Matrix([[1, 2], [3, 4]]), count: 3) }
        #expect(throws: NeuroError.self) { try PrincipalComponents(Matrix([[.nan]]), count: 1) }
        #expect(throws: NeuroError.self) { try PrincipalComponents(Matrix([]), count: 1) }
        #expect(try PrincipalComponents(Matrix([[1, 1], [1, 1]]), count: 2).explained.elements == [0, 0])
    }

    @Test func partitionsAddUp() throws {
        let parts = try VariancePartition(a: [0.5, 0.2], b: [0.3, 0.1], joint: [0.6, 0.3])
        #expect(parts.parts == [[0], [1], [0, 1]])
        #expect(largestDifference(try parts.unique(0).elements, [0.3, 0.2], floor: 1) < 1e-15)
        #expect(largestDifference(try parts.unique(1).elements, [0.1, 0.1], floor: 1) < 1e-15)
        #expect(largestDifference(try parts.shared([1, 0]).elements, [0.2, 0], floor: 1) < 1e-15)

        // Three bands: two that share a source, one apart. In a large sample of known variances the parts are known.
        var random = Random(seed: 8)
        let n = 20000
        let sources = try random.normal(rows: n, columns: 4)
        func column(_ values: (Int) -> Double) -> Matrix {
            Matrix(unsafeUninitializedRows: n, columns: 1) { out in for row in 0 ..< n { out.initializeElement(at: row, to: values(row)) } }
        }
        let s = sources.elements
        let bands = [column { s[4 * $0] }, column { s[4 * $0] }, column { s[4 * $0 + 1] }]
        let y = column { 2 * s[4 * $0] + s[4 * $0 + 1] + s[4 * $0 + 3] }
        let train = Array(0 ..< n / 2), test = Array(n / 2 ..< n)
        let three = try VariancePartition(
            bands.map { try $0.selectingRows(train) }, y.selectingRows(train), test: bands.map { try $0.selectingRows(test) }, observed: y.selectingRows(test),
            model: RidgeCV(alphas: [1], folds: .contiguous(2)))
        // Of the variance 6, 4 is shared by the first two bands, 1 is the third's own.
        #expect(three.parts == [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
        let expected = [0, 0, 1.0 / 6, 4.0 / 6, 0, 0, 0]
        #expect(zip(three.values.elements, expected).allSatisfy { abs($0 - $1) < 0.02 })
        #expect(throws: NeuroError.self) { try three.shared([3]) }
        #expect(throws: NeuroError.self) { try VariancePartition(a: [1], b: [1, 2], joint: [1]) }
        #expect(throws: NeuroError.self) { try VariancePartition(a: [1], b: [.nan], joint: [1]) }
        #expect(throws: NeuroError.self) { try VariancePartition([], y, test: [], observed: y, model: RidgeCV()) }
    }

    @Test func ceilingsAsInTheTutorials() throws {
        let repeats = try Self.slices("repeats", of: 5)
        #expect(largestDifference(try explainableVariance(repeats).elements, try Self.vector("ev").elements, floor: 1e-3) < 1e-11)
        #expect(largestDifference(try explainableVariance(repeats, biasCorrected: false).elements, try Self.vector("ev-raw").elements, floor: 1e-3) < 1e-11)
        #expect(largestDifference(try explainableVariance(repeats, standardized: false).elements, try Self.vector("ev-unscaled").elements, floor: 1e-3) < 1e-11)
        #expect(try explainableVariance([Matrix(rows: 3, columns: 1, repeating: 1), Matrix(rows: 3, columns: 1, repeating: 1)]).elements == [0])
        // Signal of variance s², noise of variance 1, averaged over m repeats: s² / (s² + 1/m).
        var random = Random(seed: 4)
        let signal = try random.normal(rows: 20000, columns: 3) * Vector([2, 0.5, 0])
        let many = try (0 ..< 3).map { _ in try signal + random.normal(rows: 20000, columns: 3) }
        for averaged in [1, 3, 10] {
            let ceiling = try noiseCeiling(many, averaged: averaged)
            for (value, variance) in zip(ceiling.elements, [4, 0.25, 0]) { #expect(abs(value - variance / (variance + 1 / Double(averaged))) < 0.02) }
        }
        #expect(try noiseCeiling(many) == noiseCeiling(many, averaged: 3))
        let normalized = try ceilingNormalized([0.2, 0.1], ceiling: [0.5, 0.01])
        #expect(normalized.elements[0] == 0.4 && normalized.elements[1].isNaN)
        #expect(throws: NeuroError.self) { try explainableVariance([repeats[0]]) }
        #expect(throws: NeuroError.self) { try noiseCeiling([repeats[0], repeats[1][rows: 0 ..< 3]]) }
        #expect(throws: NeuroError.self) { try noiseCeiling(repeats, averaged: 0) }
        #expect(throws: NeuroError.self) { try explainableVariance([Matrix([[1]]), Matrix([[2]])]) }
        #expect(throws: NeuroError.self) { try ceilingNormalized([1], ceiling: [1, 2]) }
    }

    @Test func ratesAsScipyHasThem() throws {
        #expect(largestDifference(try falseDiscoveryRate(Self.vector("p")).elements, try Self.vector("fdr").elements, floor: 1e-9) < 1e-12)
        // Tests that were not made do not count.
        let some = try falseDiscoveryRate([0.01, .nan, 0.04])
        #expect(some.elements[0] == 0.02 && some.elements[1].isNaN && some.elements[2] == 0.04)
        #expect(throws: NeuroError.self) { try falseDiscoveryRate([1.5]) }
        #expect(throws: NeuroError.self) { try falseDiscoveryRate([]) }
    }

    /// Against all orders of eight samples, and of four blocks of two.
    @Test func permutationsApproachTheEnumeration() throws {
        let (y, f) = (try Self.matrix("short-y"), try Self.matrix("short-f"))
        for (block, name) in [(1, "exact"), (2, "exact-blocks")] {
            let test = try permutationTest(y, f, block: block, permutations: 20000)
            let (p, maximum) = (try Self.vector(name).elements, try Self.vector(name + "-maximum").elements)
            // Three standard errors of a share of 20,000 are at most 0.011.
            #expect(zip(test.pValues.elements, p).allSatisfy { abs($0 - $1) < 0.011 })
            #expect(zip(test.maximumPValues.elements, maximum).allSatisfy { abs($0 - $1) < 0.011 })
            #expect(largestDifference(test.scores.elements, try correlationScore(y, f).elements, floor: 1) < 1e-12)
        }
        // R² orders permutations as minus the squared error does.
        let (r2, error) = (
            try permutationTest(y, f, block: 1, permutations: 500, score: .r2), try permutationTest(y, f, block: 1, permutations: 500, score: .negativeMeanSquaredError)
        )
        #expect(r2.pValues == error.pValues)
        #expect(largestDifference(r2.scores.elements, try r2Score(y, f).elements, floor: 1) < 1e-12)
    }

    /// Where there is nothing, 5 % are below 0.05, also of series that remember, if the blocks are long.
    @Test func noiseIsSignificantAsOftenAsItShouldBe() throws {
        var random = Random(seed: 12)
        let (n, voxels) = (300, 400)
        func remembering() throws -> Matrix {
            var series = try random.normal(rows: n, columns: voxels)
            for row in 1 ..< n { for voxel in 0 ..< voxels { try series.set(series[row, voxel] + 0.7 * series[row - 1, voxel], row: row, column: voxel) } }
            return series
        }
        let (y, f) = (try remembering(), try remembering())
        let share = { (test: PermutationTest) in Double(test.pValues.elements.count { $0 <= 0.05 }) / Double(voxels) }
        #expect(share(try permutationTest(y, f, block: 1, permutations: 200)) > 0.1)
        #expect(abs(share(try permutationTest(y, f, block: 15, permutations: 200)) - 0.05) < 0.035)
    }

    @Test func bootstrapGivesTheErrorOfACorrelation() throws {
        var random = Random(seed: 7)
        let n = 400
        let f = try random.normal(rows: n, columns: 20)
        let y = try f * 0.5 + random.normal(rows: n, columns: 20) * 0.75.squareRoot()
        let bootstrap = try bootstrapScores(y, f, block: 1, resamples: 1000)
        // The standard error of a correlation r of n pairs is (1 − r²)/√n.
        let errors = zip(bootstrap.standardErrors.elements, bootstrap.scores.elements).map { $0 / ((1 - $1 * $1) / Double(n).squareRoot()) }
        #expect(abs(errors.reduce(0, +) / 20 - 1) < 0.08)
        let covered = (0 ..< 20).count { bootstrap.lower.elements[$0] <= 0.5 && 0.5 <= bootstrap.upper.elements[$0] }
        #expect(covered >= 16)
        for (lower, upper) in zip(bootstrap.lower.elements, bootstrap.upper.elements) { #expect(lower < upper) }
    }

    @Test func seedsAndThreadsDecideNothingElse() throws {
        var random = Random(seed: 7)
        let (y, f) = (try random.normal(rows: 60, columns: 700), try random.normal(rows: 60, columns: 700))
        let one = try Threads.withLimit(1) { try permutationTest(y, f, permutations: 20) }
        let three = try Threads.withLimit(3) { try permutationTest(y, f, permutations: 20) }
        let other = try permutationTest(y, f, permutations: 20, seed: 1)
        #expect(one == three)
        #expect(one.maxima != other.maxima)
    }

    @Test func refusesBadInput() throws {
        let (y, f) = (try Self.matrix("short-y"), try Self.matrix("short-f"))
        #expect(throws: NeuroError.shape(name: "predicted", shape: [8, 2], must: "8 x 3, as observed")) { try permutationTest(y, f[columns: 0 ..< 2]) }
        #expect(throws: NeuroError.invalid(name: "block", value: "8", must: "so few samples that the 8 make at least two blocks")) { try permutationTest(y, f, block: 8) }
        #expect(throws: NeuroError.self) { try permutationTest(y, f, block: 0) }
        #expect(throws: NeuroError.self) { try permutationTest(y, f, block: .max) }
        #expect(throws: NeuroError.self) { try permutationTest(y, f, block: 2, permutations: 0) }
        #expect(throws: NeuroError.self) { try permutationTest(y, f, block: 2, permutations: .max) }
        #expect(throws: NeuroError.self) { try permutationTest(y, f, block: 2, runs: [1, 2]) }
        #expect(throws: NeuroError.self) { try permutationTest(Matrix([]), Matrix([])) }
        #expect(throws: NeuroError.self) { try bootstrapScores(y, f, block: 2, resamples: 1) }
        #expect(throws: NeuroError.self) { try bootstrapScores(y, f, block: 2, resamples: .max) }
        #expect(throws: NeuroError.self) { try bootstrapScores(y, f, block: 2, level: 1) }
        #expect(throws: NeuroError.self) { try r2ScoreSplit(y, []) }
        #expect(throws: NeuroError.self) { try r2ScoreSplit(y, [f, f[columns: 0 ..< 1]]) }
        #expect(throws: NeuroError.notFinite(name: "predictions[0]", index: 0)) { try correlationScoreSplit(Matrix([[1]]), [Matrix([[.nan]])]) }
        let flat = try permutationTest(Matrix(rows: 8, columns: 1, repeating: 1), Matrix(rows: 8, columns: 1, repeating: 1), block: 2, permutations: 10)
        #expect(flat.scores == [0] && flat.pValues == [1])
        #expect(throws: Interrupted.self) { try Progress.observe({ if $0 > 0.5 { throw Interrupted() } }) { try permutationTest(y, f, block: 1) } }
    }
}
