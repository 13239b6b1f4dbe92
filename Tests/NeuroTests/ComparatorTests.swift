import Linear
import Neuro
import Testing

@Suite struct ComparatorTests {
    let reference = RepresentationReference.shared
    let subjects: [RDM]
    let models: [RDM]

    init() throws {
        subjects = try reference.rdms("subjects")
        models = try reference.rdms("models")
    }

    static let vectors: [RDMComparison] = [.cosine, .correlation, .whitenedCosine, .whitenedCorrelation, .spearman, .rhoA, .tauA, .tauB]

    @Test(arguments: vectors + [.bures])
    func agreesWithRsatoolbox(_ comparison: RDMComparison) throws {
        let all = try RDM.similarities(subjects, to: models, by: comparison)
        #expect(all.shape == [5, 3])
        #expect(difference(all.elements, reference.numbers("compare-\(comparison.rawValue)")) < 1e-10)
        #expect(try subjects[1].similarity(to: models[2], by: comparison) == all[1, 2])
    }

    @Test(arguments: vectors)
    func agreesOnTiesAndMissingPairs(_ comparison: RDMComparison) throws {
        func rounded(_ rdm: RDM) throws -> RDM { try RDM(rdm.dissimilarities.map { $0.rounded(.toNearestOrEven) }) }
        func holed(_ rdm: RDM) throws -> RDM {
            var values = rdm.dissimilarities
            for pair in [2, 17, 30] { try values.set(.nan, at: pair) }
            return try RDM(values)
        }
        let tied = try RDM.similarities(subjects.map(rounded), to: models.map(rounded), by: comparison)
        #expect(difference(tied.elements, reference.numbers("compare-tied-\(comparison.rawValue)")) < 1e-10)
        let holes = try RDM.similarities(subjects.map(holed), to: models.map(holed), by: comparison)
        #expect(difference(holes.elements, reference.numbers("compare-holes-\(comparison.rawValue)")) < 1e-10)
        // What is not there in one is a contradiction, until it is in none.
        #expect(throws: NeuroError.self) { try subjects[0].similarity(to: holed(models[0]), by: comparison) }
        let shared = try RDM.sharingPairs([subjects[0], holed(models[0])])
        #expect(try shared[0].similarity(to: shared[1], by: comparison) == holes[0, 0])
    }

    @Test func whiteningWithACovarianceIsThatOfThePairs() throws {
        let sigma = try reference.matrix("sigma")
        for comparison in [RDMComparison.whitenedCosine, .whitenedCorrelation] {
            let all = try RDM.similarities(subjects, to: models, by: comparison, covariance: sigma)
            #expect(difference(all.elements, reference.numbers("compare-sigma-\(comparison.rawValue)")) < 1e-10)
        }
        func holed(_ rdm: RDM) throws -> RDM {
            var values = rdm.dissimilarities
            for pair in [2, 17, 30] { try values.set(.nan, at: pair) }
            return try RDM(values)
        }
        let holes = try RDM.similarities(subjects.map(holed), to: models.map(holed), by: .whitenedCosine, covariance: sigma)
        #expect(difference(holes.elements, reference.numbers("compare-sigma-holes-whitenedCosine")) < 1e-10)
        // A multiple of the identity is no covariance at all.
        let plain = try subjects[0].similarity(to: models[0], by: .whitenedCosine)
        #expect(abs(try subjects[0].similarity(to: models[0], by: .whitenedCosine, covariance: Matrix.identity(9) * 3) - plain) < 1e-12)
    }

    @Test func riemannianDistanceIsTheLeast() throws {
        let all = try RDM.similarities(subjects, to: models, by: .negativeRiemannian)
        // The minimum is flat: where it lies is known to half as many digits as how low it is.
        #expect(difference(all.elements, reference.numbers("compare-negativeRiemannian")) < 1e-10)
        let sigma = try RDM.similarities(subjects, to: models, by: .negativeRiemannian, covariance: reference.matrix("sigma"))
        #expect(difference(sigma.elements, reference.numbers("compare-sigma-negativeRiemannian")) < 1e-10)
        // rsatoolbox's own search stops within 1e-4 above it.
        let loose = reference.numbers("compare-loose-negativeRiemannian")
        #expect(zip(all.elements, loose).allSatisfy { $0 >= $1 - 1e-9 && $0 - $1 < 1e-3 })
        #expect(abs(try models[0].similarity(to: models[0], by: .negativeRiemannian)) < 1e-6)
        // Five dimensions cannot span the eight of nine conditions.
        let flat = try RDM.euclidean(Random(seed: 1).matrix(9, 5))
        #expect(throws: NeuroError.self) { try subjects[0].similarity(to: flat, by: .negativeRiemannian) }
    }

    @Test func whitenedCosineOfDistancesIsLinearCKA() throws {
        let (x, y) = (try reference.matrix("shape-x"), try reference.matrix("shape-y"))
        let byDistances = try RDM.euclidean(x).similarity(to: RDM.euclidean(y), by: .whitenedCosine)
        #expect(abs(try linearCKA(x, y) - byDistances) < 1e-12)
    }

    @Test func rhoAIsItsFormula() throws {
        // Without ties: 12 x·y / (n³ − n) − 3 (n + 1) / (n − 1), which is Spearman's. Here x·y = 88 and n = 6.
        let (a, b) = (try RDM([1, 2, 3, 4, 5, 6]), try RDM([2, 1, 4, 3, 6, 5]))
        let rhoA = try a.similarity(to: b, by: .rhoA), spearman = try a.similarity(to: b, by: .spearman)
        #expect(abs(rhoA - (1056.0 / 210 - 4.2)) < 1e-14)
        #expect(abs(rhoA - spearman) < 1e-14)
        // A model that predicts nothing but ties orders nothing.
        let ties = try RDM([1, 1, 1, 1, 1, 1])
        for comparison in [RDMComparison.correlation, .spearman, .rhoA, .tauA, .tauB] { #expect(try a.similarity(to: ties, by: comparison) == 0) }
        #expect(try a.similarity(to: RDM([0, 0, 0, 0, 0, 0]), by: .cosine) == 0)
        #expect(try a.similarity(to: RDM([0, 0, 0, 0, 0, 0]), by: .bures) == 0)
        // 3 of the 15 pairs of pairs are swapped.
        let tau = try a.similarity(to: b, by: .tauA)
        #expect(abs(tau - 0.6) < 1e-15)
    }

    @Test func hugeNumbersStayInRange() throws {
        let (a, b) = (try RDM([1e300, 2e300, 3e300]), try RDM([1e-300, 2e-300, 3e-300]))
        for comparison in [RDMComparison.cosine, .correlation, .spearman, .tauA] { #expect(abs(try a.similarity(to: b, by: comparison) - 1) < 1e-12) }
    }

    @Test func whatCannotBeComparedIsAnError() throws {
        let (a, b) = (try RDM([1, 2, 3], conditions: ["a", "b", "c"]), try RDM([1, 2, 3], conditions: ["a", "c", "b"]))
        #expect(throws: NeuroError.self) { try a.similarity(to: b) }
        #expect(try abs(a.similarity(to: RDM([2, 4, 6])) - 1) < 1e-15)
        #expect(throws: NeuroError.self) { try a.similarity(to: subjects[0]) }
        #expect(throws: NeuroError.self) { try RDM.similarities([], to: [a]) }
        #expect(throws: NeuroError.self) { try RDM.similarities([a], to: []) }
        #expect(throws: NeuroError.self) { try RDM([1, .nan, .nan]).similarity(to: RDM([2, .nan, .nan]), by: .correlation) }
        #expect(throws: NeuroError.self) { try RDM([1, .nan, 1]).similarity(to: RDM([2, .nan, 1]), by: .bures) }
        #expect(throws: NeuroError.self) { try a.similarity(to: a, by: .cosine, covariance: Matrix.identity(3)) }
        #expect(throws: NeuroError.self) { try a.similarity(to: a, by: .whitenedCosine, covariance: Matrix.identity(4)) }
        #expect(throws: NeuroError.self) { try a.similarity(to: a, by: .whitenedCosine, covariance: Matrix.zeros(rows: 3, columns: 3)) }
        #expect(throws: NeuroError.self) { try a.similarity(to: a, by: .whitenedCosine, covariance: Matrix([[1, 2, 0], [0, 1, 0], [0, 0, 1]])) }
        #expect(throws: NeuroError.self) { try RDM.sharingPairs([]) }
    }
}

extension Random {
    func matrix(_ rows: Int, _ columns: Int) throws -> Matrix {
        var random = self
        return try random.normal(rows: rows, columns: columns)
    }
}
