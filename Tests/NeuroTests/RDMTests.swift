import Foundation
import Linear
import Neuro
import Testing

@Suite struct RDMTests {
    let reference = RepresentationReference.shared
    let patterns: Matrix
    let conditions: [String]
    let runs: [Int]
    let precision: NoisePrecision

    init() throws {
        patterns = try reference.matrix("patterns")
        conditions = reference.names("conditions")
        runs = reference.integers("runs")
        precision = try .full(reference.matrix("precision-shrinkage_diag"))
    }

    @Test func precisionsOfNoiseAgreeWithRsatoolbox() throws {
        let residuals = try reference.matrix("residuals")
        func full(_ estimate: NoisePrecision.Estimate, _ dof: Int? = nil) throws -> [Double] {
            switch try NoisePrecision.estimated(fromResiduals: residuals, by: estimate, degreesOfFreedom: dof) {
            case .full(let matrix): matrix.elements
            case .diagonal(let values): try Matrix.diagonal(values).elements
            case .identity: []
            }
        }
        #expect(difference(try full(.shrunkToIdentity), reference.numbers("precision-shrinkage_eye")) < 1e-10)
        #expect(difference(try full(.shrunkToDiagonal), reference.numbers("precision-shrinkage_diag")) < 1e-10)
        #expect(difference(try full(.variances), reference.numbers("precision-diag")) < 1e-12)
        #expect(difference(try full(.sample), reference.numbers("precision-full")) < 1e-9)
        #expect(difference(try full(.shrunkToDiagonal, 31), reference.numbers("precision-dof")) < 1e-10)
        #expect(difference(try full(.shrunkToIdentity, 31), reference.numbers("precision-eye-dof")) < 1e-10)
        guard case .full(let matrix) = try NoisePrecision.estimated(fromPatterns: patterns, conditions: conditions) else { throw NeuroError.diverged(what: "no full precision") }
        #expect(difference(matrix.elements, reference.numbers("precision-patterns")) < 1e-10)
    }

    @Test func distancesAgreeWithRsatoolbox() throws {
        let diagonal = try NoisePrecision.diagonal(Vector(reference.matrix("precision-shrinkage_diag").diagonal().elements))
        let euclidean = try RDM.euclidean(patterns, conditions: conditions)
        #expect(euclidean.conditions == "abcdefgh".map { String($0) })
        #expect(difference(euclidean.dissimilarities, reference.numbers("euclidean")) < 1e-10)
        #expect(difference(try RDM.euclidean(patterns, conditions: conditions, removingMean: true).dissimilarities, reference.numbers("euclidean-centred")) < 1e-10)
        #expect(difference(try RDM.euclidean(patterns[rows: 0 ..< 9]).dissimilarities, reference.numbers("euclidean-rows")) < 1e-10)
        #expect(difference(try RDM.correlation(patterns, conditions: conditions).dissimilarities, reference.numbers("correlation")) < 1e-10)
        #expect(difference(try RDM.mahalanobis(patterns, conditions: conditions, precision: precision).dissimilarities, reference.numbers("mahalanobis")) < 1e-10)
        #expect(difference(try RDM.mahalanobis(patterns, conditions: conditions, precision: diagonal).dissimilarities, reference.numbers("mahalanobis-diagonal")) < 1e-10)
        let counts = try reference.matrix("counts")
        #expect(difference(try RDM.poisson(counts, conditions: conditions).dissimilarities, reference.numbers("poisson")) < 1e-10)
        #expect(difference(try RDM.poisson(counts, conditions: conditions, priorRate: 2, priorWeight: 0.5).dissimilarities, reference.numbers("poisson-prior")) < 1e-10)
        let crossvalidated = try RDM.crossvalidatedPoisson(counts, conditions: conditions, runs: runs)
        #expect(difference(crossvalidated.dissimilarities, reference.numbers("poisson-crossvalidated")) < 1e-10)
    }

    @Test func crossnobisAgreesWithRsatoolbox() throws {
        let diagonal = try NoisePrecision.diagonal(Vector(reference.matrix("precision-shrinkage_diag").diagonal().elements))
        func crossnobis(_ precision: NoisePrecision, removingMean: Bool = false) throws -> Vector {
            try RDM.crossnobis(patterns, conditions: conditions, runs: runs, precision: precision, removingMean: removingMean).dissimilarities
        }
        #expect(difference(try crossnobis(.identity), reference.numbers("crossnobis")) < 1e-10)
        #expect(difference(try crossnobis(precision), reference.numbers("crossnobis-full")) < 1e-10)
        #expect(difference(try crossnobis(diagonal), reference.numbers("crossnobis-diagonal")) < 1e-10)
        #expect(difference(try crossnobis(precision, removingMean: true), reference.numbers("crossnobis-centred")) < 1e-10)
        let each = try reference.matrices("run-precisions").map { NoisePrecision.full($0) }
        let byRun = try RDM.crossnobis(patterns, conditions: conditions, runs: runs, precisions: each)
        #expect(difference(byRun.dissimilarities, reference.numbers("crossnobis-each")) < 1e-10)
        // In a balanced design it does not matter what is averaged.
        let samples = try RDM.crossnobis(patterns, conditions: conditions, runs: runs, precision: precision, weighting: .samples)
        #expect(difference(samples.dissimilarities, reference.numbers("crossnobis-full")) < 1e-10)
        // The same precision in each run is that precision, whether full or of two kinds.
        let same = try RDM.crossnobis(patterns, conditions: conditions, runs: runs, precisions: [diagonal, .identity, diagonal, .identity])
        let asFull = try RDM.crossnobis(
            patterns, conditions: conditions, runs: runs,
            precisions: [diagonal, .identity, .full(Matrix.diagonal(reference.matrix("precision-shrinkage_diag").diagonal())), .full(Matrix.identity(12))])
        #expect(difference(same.dissimilarities, asFull.dissimilarities.elements) < 1e-12)
    }

    @Test func crossnobisOfUnbalancedDesigns() throws {
        let kept = reference.integers("kept")
        let (x, c, r) = (try patterns.selectingRows(kept), kept.map { conditions[$0] }, kept.map { runs[$0] })
        let each = try reference.matrices("run-precisions").map { NoisePrecision.full($0) }
        func distances(_ precision: NoisePrecision, _ weighting: RDM.CrossnobisWeighting) throws -> Vector {
            try RDM.crossnobis(x, conditions: c, runs: r, precision: precision, weighting: weighting).dissimilarities
        }
        #expect(difference(try distances(.identity, .samples), reference.numbers("unbalanced")) < 1e-10)
        #expect(difference(try distances(precision, .samples), reference.numbers("unbalanced-full")) < 1e-10)
        #expect(difference(try distances(precision, .runs), reference.numbers("unbalanced-by-runs")) < 1e-10)
        let byRuns = try RDM.crossnobis(x, conditions: c, runs: r, precisions: each)
        #expect(difference(byRuns.dissimilarities, reference.numbers("unbalanced-each-by-runs")) < 1e-10)
        let bySamples = try RDM.crossnobis(x, conditions: c, runs: r, precisions: each, weighting: .samples)
        #expect(difference(bySamples.dissimilarities, reference.numbers("unbalanced-each-by-samples")) < 1e-10)
    }

    @Test func crossnobisIsUnbiasedAndIgnoresWhatARunShares() throws {
        // Two of three conditions are the same: the mean of their estimate over many data sets is 0, while the plain distance is the noise's.
        var random = Random(seed: 5)
        var (sum, plain) = (0.0, 0.0)
        for _ in 0 ..< 400 {
            let noise = try random.normal(rows: 12, columns: 10)
            let names = (0 ..< 12).map { ["a", "b", "c"][$0 % 3] }, labels = (0 ..< 12).map { $0 / 3 }
            sum += try RDM.crossnobis(noise, conditions: names, runs: labels).dissimilarity(0, 1)
            plain += try RDM.euclidean(noise, conditions: names).dissimilarity(0, 1)
            let shifted = noise.elements.enumerated().map { $1 + 1e6 * Double($0 / 10 / 3) }
            let far = try RDM.crossnobis(Matrix(rows: 12, columns: 10, elements: shifted), conditions: names, runs: labels)
            #expect(try abs(far.dissimilarity(0, 2) - RDM.crossnobis(noise, conditions: names, runs: labels).dissimilarity(0, 2)) < 1e-8)
        }
        // The variance of one estimate is 2 · (2 σ²)² / (M (M − 1) P) = 0.067, of the mean of 400 so 0.013².
        #expect(abs(sum / 400) < 0.05)
        #expect(abs(plain / 400 - 0.5) < 0.05)
        // Conditions that never share two runs have no estimate.
        let lonely = try RDM.crossnobis(patterns[rows: 0 ..< 6], conditions: ["a", "b", "a", "b", "a", "c"], runs: [0, 0, 1, 1, 2, 2])
        #expect(lonely.dissimilarities.elements.map { $0.isNaN } == [false, true, true])
    }

    @Test func orderNamesAndSelections() throws {
        let rdm = try RDM.euclidean(patterns[rows: 0 ..< 4], conditions: ["10", "9", "2", "-1"])
        #expect(rdm.conditions == ["-1", "2", "9", "10"])
        let same = try RDM(rdm.matrix, conditions: rdm.conditions, measure: rdm.measure)
        #expect(same == rdm)
        let turned = try RDM([1, 2, 3], conditions: ["a", "b", "c"]).ordered(["c", "a", "b"])
        #expect(turned.conditions == ["c", "a", "b"] && turned.dissimilarities == [2, 3, 1])
        for names in [["a"], ["a", "d"], ["a", "a"]] { #expect(throws: NeuroError.self) { try RDM([1, 2, 3], conditions: ["a", "b", "c"]).ordered(names) } }
        let some = try rdm.selecting([2, 0, 2])
        #expect(some.conditions == ["9", "-1", "9"])
        #expect(try some.dissimilarity(0, 1) == rdm.dissimilarity(0, 2))
        #expect(try some.dissimilarity(0, 2).isNaN)
        #expect(try rdm.dissimilarity(1, 1) == 0)
        let restored = try JSONDecoder().decode(RDM.self, from: JSONEncoder().encode(some))
        #expect(difference(restored.dissimilarities, some.dissimilarities.elements) == 0 && restored.conditions == some.conditions)
        #expect(rdm.description == "RDM of 4 conditions, squared euclidean, from \(try rdm.dissimilarities.minimum()) to \(try rdm.dissimilarities.maximum())")
        #expect(some.description.hasSuffix("1 of 3 pairs missing"))
    }

    @Test func constantPatternsHaveNoCorrelation() throws {
        let rdm = try RDM.correlation(Matrix([[1, 2, 4], [5, 5, 5], [4, 2, 1], [2e200, 4e200, 8e200]]))
        #expect(rdm.dissimilarities.elements.map { $0.isNaN } == [true, false, false, true, true, false])
        #expect(try abs(rdm.dissimilarity(0, 3)) < 1e-15)
        // Equal patterns far from the origin: exactly no distance.
        #expect(try RDM.euclidean(Matrix([[1e8, 1, 3], [1e8, 1, 3], [0, 0, 0]])).dissimilarity(0, 1) == 0)
    }

    /// A precision times the square of the unit does not depend on the unit.
    @Test(arguments: [NoisePrecision.Estimate.shrunkToIdentity, .shrunkToDiagonal, .sample]) func precisionsOfAnyUnit(estimate: NoisePrecision.Estimate) throws {
        func full(_ residuals: Matrix) throws -> [Double] {
            guard case .full(let matrix) = try NoisePrecision.estimated(fromResiduals: residuals, by: estimate) else { return [] }
            return matrix.elements
        }
        let residuals = try reference.matrix("residuals")
        let plain = try full(residuals)
        for unit in [1e-100, 1e100] { #expect(difference(try full(residuals * unit).map { $0 * unit * unit }, plain) < 1e-9) }
    }

    /// Products of finite patterns beyond the numbers are no missing estimates, and means beyond them no distance of 2.
    @Test func patternsBeyondTheNumbersAreAnError() throws {
        let x = try Matrix([[1, 2, 3], [2, 1, 5], [4, 4, 1], [1.5, 2.5, 3], [2, 1.5, 4], [4, 4.2, 1]])
        let names = ["a", "b", "c", "a", "b", "c"], runs = [1, 1, 1, 2, 2, 2]
        for lacking in [runs, [1, 1, 1, 2, 2, 3]] {
            for weighting in [RDM.CrossnobisWeighting.runs, .samples] {
                #expect(throws: NeuroError.self) { try RDM.crossnobis(x * 1e200, conditions: names, runs: lacking, weighting: weighting) }
                #expect(throws: NeuroError.self) { try RDM.crossnobis(x * 3e307, conditions: names, runs: lacking, weighting: weighting) }
            }
        }
        #expect(throws: NeuroError.self) { try RDM.crossvalidatedPoisson(x * 3e307, conditions: names, runs: runs) }
        #expect(throws: NeuroError.self) { try RDM.correlation(x * 3e307, conditions: names) }
        #expect(throws: NeuroError.self) { try RDM.correlation(x * 3e307) }
        // Below, the scale of the patterns changes no correlation.
        #expect(difference(try RDM.correlation(x * 1e306, conditions: names).dissimilarities.elements, try RDM.correlation(x, conditions: names).dissimilarities.elements) < 1e-14)
        // Where no condition comes twice, no pair could have an estimate.
        #expect(throws: NeuroError.invalid(name: "conditions", value: "6 different in 6 rows", must: "repeated in other runs")) {
            try RDM.crossnobis(x, conditions: [], runs: runs)
        }
        #expect(throws: NeuroError.self) { try RDM.crossvalidatedPoisson(x, conditions: [], runs: runs) }
    }

    @Test func whatCannotBeIsAnError() throws {
        let x = try patterns[rows: 0 ..< 6]
        let names = ["a", "b", "c", "a", "b", "c"], runs = [1, 1, 1, 2, 2, 2]
        var holed = x
        try holed.set(.nan, row: 3, column: 2)
        let empty = try Matrix.zeros(rows: 0, columns: 0)
        #expect(throws: NeuroError.notFinite(name: "patterns", index: 38)) { try RDM.euclidean(holed, conditions: names) }
        #expect(throws: NeuroError.self) { try RDM.euclidean(empty) }
        #expect(throws: NeuroError.self) { try RDM.euclidean(x[rows: 0 ..< 1]) }
        #expect(throws: NeuroError.self) { try RDM.euclidean(x, conditions: ["a", "b"]) }
        #expect(throws: NeuroError.self) { try RDM.euclidean(x, conditions: Array(repeating: "a", count: 6)) }
        #expect(throws: NeuroError.self) { try RDM.euclidean(x * 1e200) }
        #expect(throws: NeuroError.self) { try RDM.correlation(x[columns: 0 ..< 1]) }
        #expect(throws: NeuroError.self) { try RDM.mahalanobis(x, precision: .diagonal([1, 2])) }
        #expect(throws: NeuroError.self) { try RDM.mahalanobis(x, precision: .diagonal(Vector(repeating: -1, count: 12))) }
        #expect(throws: NeuroError.self) { try RDM.mahalanobis(x, precision: .full(x)) }
        var skew = try Matrix.identity(12)
        try skew.set(1, row: 0, column: 5)
        #expect(throws: NeuroError.self) { try RDM.mahalanobis(x, precision: .full(skew)) }
        #expect(throws: NeuroError.self) { try RDM.poisson(x * -1) }
        #expect(throws: NeuroError.self) { try RDM.poisson(x, priorRate: 0) }
        #expect(throws: NeuroError.self) { try RDM.poisson(x, priorWeight: .nan) }
        #expect(throws: NeuroError.self) { try RDM.crossnobis(x, conditions: names, runs: [1, 1, 1, 2, 2]) }
        #expect(throws: NeuroError.self) { try RDM.crossnobis(x, conditions: names, runs: [1, 1, 1, 1, 1, 1]) }
        #expect(throws: NeuroError.self) { try RDM.crossnobis(x, conditions: names, runs: runs, precisions: [.identity]) }
        #expect(throws: NeuroError.self) { try RDM.crossnobis(holed, conditions: names, runs: runs) }
        #expect(throws: LinearError.self) {
            try RDM.crossnobis(x, conditions: names, runs: runs, precisions: [.identity, .full(Matrix.zeros(rows: 12, columns: 12))])
        }
        #expect(throws: NeuroError.self) { try NoisePrecision.estimated(fromResiduals: x, by: .sample) }
        #expect(throws: NeuroError.self) { try NoisePrecision.estimated(fromResiduals: x[rows: 0 ..< 1]) }
        #expect(throws: NeuroError.self) { try NoisePrecision.estimated(fromResiduals: x * 0) }
        #expect(throws: NeuroError.self) { try NoisePrecision.estimated(fromResiduals: x, degreesOfFreedom: 0) }
        #expect(throws: NeuroError.self) { try NoisePrecision.estimated(fromPatterns: x[rows: 0 ..< 3], conditions: ["a", "b", "c"]) }
        #expect(throws: NeuroError.self) { try RDM([]) }
        #expect(throws: NeuroError.self) { try RDM([1, 2]) }
        #expect(throws: NeuroError.self) { try RDM([1, .infinity, 2]) }
        #expect(throws: NeuroError.self) { try RDM([1, 2, 3], conditions: ["a", "b"]) }
        #expect(throws: NeuroError.self) { try RDM(Matrix([[0, 1], [2, 0]])) }
        #expect(throws: NeuroError.self) { try RDM(Matrix([[1, 1], [1, 0]])) }
        #expect(throws: NeuroError.self) { try RDM(Matrix([[0]])) }
        #expect(throws: NeuroError.self) { try RDM([1, 2, 3]).dissimilarity(0, 3) }
        #expect(throws: NeuroError.self) { try RDM([1, 2, 3]).selecting([0, -1]) }
        #expect(throws: NeuroError.self) { try RDM([1, 2, 3]).selecting([1]) }
    }
}
