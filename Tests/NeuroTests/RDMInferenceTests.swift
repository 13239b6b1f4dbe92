import Foundation
import Linear
import Neuro
import Testing

@Suite struct RDMInferenceTests {
    let reference = RepresentationReference.shared
    let subjects: [RDM]
    let models: [RDM]

    init() throws {
        subjects = try reference.rdms("subjects")
        models = try reference.rdms("models")
    }

    @Test(arguments: ComparatorTests.vectors)
    func noiseCeilingsAgreeWithRsatoolbox(_ comparison: RDMComparison) throws {
        let (lower, upper) = try RDM.noiseCeiling(subjects, by: comparison)
        #expect(difference([lower, upper], reference.numbers("ceiling-\(comparison.rawValue)")) < 1e-10)
        // No model does better than the pooled matrix, where that is known to be the best.
        let pooled = try RDM.pooled(subjects, by: comparison)
        #expect(abs(try RDM.similarities(subjects, to: [pooled], by: comparison).mean() - upper) < 1e-12)
        if comparison != .tauA, comparison != .tauB {
            for model in models { #expect(try RDM.similarities(subjects, to: [model], by: comparison).mean() <= upper) }
        }
    }

    @Test func weightsAgreeWithRsatoolbox() throws {
        for (comparison, name) in [(RDMComparison.cosine, "cosine"), (.correlation, "correlation")] {
            let free = try ModelWeights.fit(models, to: subjects, by: comparison, nonNegative: false)
            #expect(difference(free.weights, reference.numbers("weights-\(name)")) < 1e-10)
            let fit = try ModelWeights.fit(models, to: subjects, by: comparison)
            #expect(difference(fit.weights, reference.numbers("weights-nonnegative-\(name)")) < 1e-10)
            #expect(fit.weights.elements.allSatisfy { $0 >= 0 })
        }
        let whitened = try ModelWeights.fit(models, to: subjects, by: .whitenedCosine, nonNegative: false)
        #expect(difference(whitened.weights, reference.numbers("weights-whitenedCosine")) < 1e-10)
        // Nothing nearby is more similar on average.
        let similarity = { (rdm: RDM) in try RDM.similarities(subjects, to: [rdm], by: .whitenedCosine).mean() }
        let best = try similarity(whitened.prediction())
        for model in models.indices {
            for step in [-0.01, 0.01] {
                var weights = whitened.weights
                try weights.set(weights[model] + step, at: model)
                let values = try zip(models, weights.elements).map { $0.dissimilarities * $1 }.reduce(try Vector.zeros(36)) { try $0 + $1 }
                #expect(try similarity(RDM(values)) < best)
            }
        }
    }

    @Test func nonNegativeLeastSquaresAgreesWithSciPy() throws {
        // Thirty equations as pairs, and six that say 0 = 0: fitting the cosine to one subject is least squares but for a common factor.
        let (a, b) = (try reference.matrix("nnls-a"), reference.numbers("nnls-b"))
        let expected = reference.numbers("nnls")
        let models = try (0 ..< 8).map { try RDM(Vector(a.column($0).elements + Array(repeating: 0, count: 6))) }
        let fit = try ModelWeights.fit(models, to: [RDM(Vector(b + Array(repeating: 0, count: 6)))])
        let norm = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
        #expect(difference(fit.weights, expected.map { $0 / norm }) < 1e-10)
        #expect(expected.contains(0) && fit.weights.elements.contains(0))
    }

    @Test func weightsOfOtherSubjects() throws {
        let similarities = try ModelWeights.leaveOneOutSimilarities(models, to: subjects, by: .correlation)
        for held in subjects.indices {
            let others = subjects.indices.filter { $0 != held }.map { subjects[$0] }
            let fit = try ModelWeights.fit(models, to: others, by: .correlation)
            #expect(abs(try fit.prediction().similarity(to: subjects[held], by: .correlation) - similarities[held]) < 1e-12)
        }
        let again = try JSONDecoder().decode(ModelWeights.self, from: JSONEncoder().encode(ModelWeights.fit(models, to: subjects)))
        #expect(try again == ModelWeights.fit(models, to: subjects))
    }

    @Test func bootstrapErrorsAgreeWithRsatoolbox() throws {
        let comparison = try ModelComparison.evaluate(models, on: subjects, by: .correlation, samples: 600, seed: 1)
        let expected = reference.numbers("bootstrap-errors")
        // Both are random: of 400 and 600 samples, a standard error is known to about 5 %, and their quotient to 8 %.
        for (own, other) in zip(comparison.standardErrors.elements, expected) { #expect(abs(own / other - 1) < 0.25) }
        #expect(comparison.degreesOfFreedom == Int(reference.number("bootstrap-dof")))
        #expect(comparison.samples.shape == [600, 3])
        #expect(
            difference(comparison.similarities, try RDM.similarities(subjects, to: models, by: .correlation).mean(each: .row).elements) < 1e-12 || comparison.bySubject.rows == 5)
        let (lower, upper) = try RDM.noiseCeiling(subjects, by: .correlation)
        #expect(comparison.lowerCeiling == lower && comparison.upperCeiling == upper)
        // The p are those of Student's t with those errors.
        let t = comparison.similarities.elements[0] / comparison.standardErrors.elements[0]
        #expect(abs(comparison.pAboveZero.elements[0] - studentAbove(t)) < 1e-10)
        #expect(try comparison.pBetween[1, 1] == 1 && comparison.pBetween[0, 2] == comparison.pBetween[2, 0])
        #expect(comparison.description.hasPrefix("correlation of 3 models with 5 subjects: "))
    }

    /// Of 4 degrees of freedom, in closed form: ½ − u (3 − u²) / 4 with u = t / √(4 + t²).
    private func studentAbove(_ t: Double) -> Double {
        let u = t / (4 + t * t).squareRoot()
        return 0.5 - u * (3 - u * u) / 4
    }

    @Test func resamplingOfSubjectsHasAClosedForm() throws {
        // The variance of a bootstrap mean of n values is their population variance over n; times n / (n − 1) the usual squared standard error.
        let comparison = try ModelComparison.evaluate(models, on: subjects, by: .cosine, resampling: .subjects, samples: 4000, seed: 2)
        for model in models.indices {
            let own = try comparison.bySubject.column(model)
            let expected = try own.standardDeviation(ddof: 1) / 5.0.squareRoot()
            #expect(abs(comparison.standardErrors.elements[model] / expected - 1) < 0.06)
        }
        // The same for any number of threads.
        let single = try Threads.withLimit(1) { try ModelComparison.evaluate(models, on: subjects, by: .rhoA, resampling: .conditions, samples: 40, seed: 3) }
        let several = try Threads.withLimit(3) { try ModelComparison.evaluate(models, on: subjects, by: .rhoA, resampling: .conditions, samples: 40, seed: 3) }
        #expect(single == several)
        #expect(try JSONDecoder().decode(ModelComparison.self, from: JSONEncoder().encode(single)) == single)
    }

    @Test func whitenedComparisonsWithDrawnConditions() throws {
        let comparison = try ModelComparison.evaluate(models, on: subjects, by: .whitenedCosine, resampling: .both, samples: 30, seed: 4)
        #expect(comparison.samples.isFinite && comparison.standardErrors.elements.allSatisfy { $0 > 0 && $0 < 0.5 })
    }

    @Test func aLongComparisonCanBeStopped() throws {
        let stop = try RDM(Vector(repeating: 1, count: 36))
        #expect(throws: Interrupted.self) {
            try Progress.observe({ if $0 > 0.02 { throw Interrupted() } }) { _ = try ModelComparison.evaluate(models + [stop], on: subjects, by: .tauA, samples: 1_000_000) }
        }
    }

    /// The ceiling depends on no scale of the dissimilarities, also where their squares leave the numbers.
    @Test(arguments: [RDMComparison.cosine, .correlation, .whitenedCosine, .whitenedCorrelation]) func ceilingsOfAnyScale(comparison: RDMComparison) throws {
        let plain = try RDM.noiseCeiling(subjects, by: comparison)
        for scale in [1e-250, 1e250] {
            let scaled = try RDM.noiseCeiling(subjects.map { try RDM($0.dissimilarities * scale, conditions: $0.conditions) }, by: comparison)
            #expect(abs(scaled.lower - plain.lower) < 1e-12 && abs(scaled.upper - plain.upper) < 1e-12)
        }
    }

    /// One scale of all models changes no weight.
    @Test func weightsOfModelsOfAnyScale() throws {
        let plain = try ModelWeights.fit(models, to: subjects).weights.elements
        for scale in [1e-250, 1e250] {
            let scaled = try models.map { try RDM($0.dissimilarities * scale, conditions: $0.conditions) }
            #expect(zip(try ModelWeights.fit(scaled, to: subjects).weights.elements, plain).allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }

    @Test func whatCannotBeInferredIsAnError() throws {
        #expect(throws: NeuroError.self) { try RDM.noiseCeiling([subjects[0]]) }
        #expect(throws: NeuroError.self) { try RDM.noiseCeiling(subjects, by: .bures) }
        #expect(throws: NeuroError.self) { try RDM.noiseCeiling([subjects[0], RDM([1, 2, 3])]) }
        #expect(throws: NeuroError.self) { try ModelWeights.fit(models, to: subjects, by: .spearman) }
        #expect(throws: NeuroError.self) { try ModelWeights.fit([models[0], models[0]], to: subjects, nonNegative: false) }
        #expect(throws: NeuroError.self) { try ModelWeights.fit([], to: subjects) }
        #expect(throws: NeuroError.self) { try ModelWeights.fit(models, to: []) }
        #expect(throws: NeuroError.self) { try ModelWeights.fit(models, to: subjects, ridge: -1) }
        #expect(throws: NeuroError.self) { try ModelWeights.leaveOneOutSimilarities(models, to: [subjects[0]]) }
        #expect(throws: NeuroError.self) { try ModelComparison.evaluate(models, on: subjects, samples: 3) }
        #expect(throws: NeuroError.self) { try ModelComparison.evaluate(models, on: [subjects[0]]) }
        #expect(throws: NeuroError.self) { try ModelComparison.evaluate([], on: subjects) }
        #expect(throws: NeuroError.self) { try ModelComparison.evaluate(models, on: subjects, by: .negativeRiemannian) }
        #expect(throws: NeuroError.self) { try ModelComparison.evaluate(models, on: subjects, by: .whitenedCosine, covariance: Matrix.identity(9)) }
        #expect(throws: NeuroError.self) { try ModelComparison.evaluate([RDM([1, 2, 3])], on: [RDM([1, 2, 3]), RDM([2, 2, 3])]) }
        // The cosine of a ridge is that of the models as they are.
        #expect(try ModelWeights.fit([models[0], models[0]], to: subjects, ridge: 1e-3).weights.elements.allSatisfy { abs($0 - 0.5.squareRoot()) < 1e-6 })
    }
}
