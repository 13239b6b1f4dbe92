import Foundation
import Linear
import Neuro
import Testing

/// Scaling laws of linear memories and how evenly optimisers train them.
struct ScalingTests {
    private func message(_ body: () throws -> some Any) -> String {
        do { return "\(try body())" } catch { return "\(error)" }
    }

    @Test func errorsFallAsTheorySays() throws {
        let dimensions = [16, 32, 64, 128, 256]
        for (exponent, slope) in [(1.5, -0.167), (2, -0.25)] {
            let law = try ZipfAssociativeMemory.scaling(dimensions: dimensions, exponent: exponent)
            #expect(abs(try #require(law.theory) - slope) < 1e-3)
            #expect(abs(try #require(law.slope) - slope) < 0.06, "\(law)")
        }
        for (exponent, slope) in [(1.5, -0.5), (2.0, -1.0)] {
            let law = try ZipfAssociativeMemory.scaling(dimensions: Array(dimensions.dropFirst()), exponent: exponent, weighting: .topPerDimension(0.25))
            #expect(law.theory == slope)
            #expect(abs(try #require(law.slope) - slope) < 0.15, "\(law)")
        }
        #expect(try ZipfAssociativeMemory.scaling(dimensions: [8, 16], exponent: 1.5, weighting: .power(0.3)).theory == nil)
    }

    /// The answers are those of the whole matrix: argmax u_yᵀ W e_x with W = Σ q u eᵀ.
    @Test func answersAreThoseOfTheMatrix() throws {
        let memory = try ZipfAssociativeMemory(inputs: 60, outputs: 4, dimension: 12, exponent: 1.2, seed: 3)
        let p = try ZipfAssociativeMemory.frequencies(inputs: 60, exponent: 1.2).elements
        #expect(abs(p.reduce(0, +) - 1) < 1e-14 && abs(p[9] / p[0] - pow(10, -1.2)) < 1e-14)
        let error = memory.answers.enumerated().reduce(0.0) { $0 + ($1.element == ($1.offset + 1) % 4 ? 0 : p[$1.offset]) }
        #expect(abs(memory.error - error) < 1e-14)
        #expect(try memory.matrix().shape == [12, 12])
        // A memory large enough makes no errors, and answers what the inputs' classes are; one that stored nothing answers the same for all.
        #expect(try ZipfAssociativeMemory(inputs: 20, outputs: 4, dimension: 2000, exponent: 1, weighting: .power(0), seed: 1).error == 0)
        #expect(try Set(ZipfAssociativeMemory(inputs: 20, outputs: 4, dimension: 10, exponent: 1, weighting: .top(0)).answers) == [0])
        #expect(try ZipfAssociativeMemory(dimension: 32, exponent: 2, seed: 5) == ZipfAssociativeMemory(dimension: 32, exponent: 2, seed: 5))
    }

    /// With room for all, what is wrong is what was never seen.
    @Test func samples() throws {
        let (inputs, exponent) = (300, 1.5)
        for count in [10, 30] {
            let errors = try (0 ..< 12).map {
                try ZipfAssociativeMemory(inputs: inputs, outputs: 50, dimension: 3000, exponent: exponent, weighting: .samples(count), seed: $0).error
            }
            let unseen = try ZipfAssociativeMemory.unseen(samples: count, inputs: inputs, exponent: exponent)
            #expect(abs(errors.reduce(0, +) / 12 / unseen - 1) < 0.2, "\(errors.reduce(0, +) / 12) for \(unseen)")
        }
        // The exponent −1 + 1/α of many inputs.
        let a = try ZipfAssociativeMemory.unseen(samples: 1000, inputs: 1_000_000, exponent: 2), b = try ZipfAssociativeMemory.unseen(samples: 4000, inputs: 1_000_000, exponent: 2)
        #expect(abs(log(b / a) / log(4) + 0.5) < 0.02)
    }

    @Test func oneStepOfEachOptimiser() throws {
        func worst(_ optimizer: AssociativeTraining.Optimizer, _ embedding: AssociativeTraining.Embedding = .identity) throws -> Double {
            var training = try AssociativeTraining(embedding: embedding, optimizer: optimizer)
            _ = try training.step(untilBest: 0.95)
            #expect(abs(try training.bestProbability - 0.95) < 1e-9)
            return try training.worstProbability
        }
        #expect(abs(try worst(.gradient) - 0.0054) < 5e-5)
        #expect(abs(try worst(.sign) - 0.95) < 1e-6)
        #expect(abs(try worst(.muon) - 0.9488) < 5e-5)
        #expect(abs(try worst(.adam()) - 0.95) < 1e-3)  // the first step of Adam is the sign, but for epsilon
        #expect(try worst(.newtonSchulz()) > 0.6)
        // Rotations change nothing for gradients and Muon, and much for signs.
        #expect(abs(try worst(.gradient, .rotated(seed: 1)) - 0.0054) < 5e-5)
        #expect(abs(try worst(.muon, .rotated(seed: 1)) - 0.9488) < 5e-5)
        #expect(try worst(.sign, .rotated(seed: 1)) < 0.9)
    }

    /// The gradient by finite differences of the loss.
    @Test func theGradientIsThatOfTheLoss() throws {
        var training = try AssociativeTraining(items: 6, frequent: 0.34, ratio: 0.3, embedding: .rotated(seed: 4), optimizer: .gradient)
        try training.step(1.5)
        let gradient = try training.gradient(), loss = try training.loss
        var other = training
        try other.step(1e-5)
        let expected = -1e-5 * (try (gradient * gradient).sum())
        #expect(abs((try other.loss - loss) / expected - 1) < 1e-4)
        #expect(training.frequencies.elements.prefix(2).allSatisfy { $0 > 0.3 } && abs(training.frequencies.sum() - 1) < 1e-12)
    }

    @Test func trainingGoesOn() throws {
        var training = try AssociativeTraining(items: 40, optimizer: .adam())
        let course = try training.run(30, size: 0.1)
        #expect(course.shape == [30, 40] && training.steps == 30)
        #expect(try course.row(29) == training.probabilities())
        #expect(try training.loss < log(40))
        var muon = try AssociativeTraining(items: 40, optimizer: .muon), gradient = try AssociativeTraining(items: 40, optimizer: .gradient)
        _ = try muon.run(10, size: 0.5)
        _ = try gradient.run(10, size: 20)
        let flat = try muon.spectrum(), steep = try gradient.spectrum(top: 4)
        #expect(flat.entropy > 0.95 && steep.entropy < 0.5 && steep.topEnergy > 0.7 && flat.effectiveRank > 30 && steep.effectiveRank < 8)
        #expect(throws: Interrupted.self) { try Progress.observe({ if $0 > 0 { throw Interrupted() } }) { try muon.run(5, size: 1) } }
        #expect(muon.steps == 10)
        let copy = try JSONDecoder().decode(AssociativeTraining.self, from: JSONEncoder().encode(training))
        #expect(copy == training)
    }

    @Test func spectraByHand() throws {
        let spectrum = try AssociativeTraining.Spectrum(of: Matrix.diagonal([3, 1, 1, 1]), top: 1)
        let h = -(0.75 * log(0.75) + 0.25 * log(1.0 / 12))
        #expect(abs(spectrum.entropy - h / log(4)) < 1e-12 && abs(spectrum.effectiveRank - exp(h)) < 1e-12 && abs(spectrum.topEnergy - 0.75) < 1e-12)
        #expect(abs(spectrum.quartileRatio - 3) < 1e-12)  // the upper quartile of 1, 1, 1, 9 is 3
        #expect(try abs(AssociativeTraining.Spectrum(of: Matrix.identity(5)).entropy - 1) < 1e-12)
    }

    @Test func wrongInputIsAnErrorThatNamesIt() throws {
        #expect(message { try ZipfAssociativeMemory(dimension: 0, exponent: 1) } == "dimension is 0; it must be at least 1")
        #expect(message { try ZipfAssociativeMemory(dimension: 4, exponent: .nan) } == "exponent is nan; it must be above 0 and at most 50")
        #expect(message { try ZipfAssociativeMemory(inputs: 0, dimension: 4, exponent: 1) } == "inputs is 0; it must be at least 1")
        #expect(message { try ZipfAssociativeMemory(inputs: .max, dimension: 4, exponent: 1) }.contains("too large"))
        #expect(message { try ZipfAssociativeMemory(outputs: 1, dimension: 4, exponent: 1) } == "outputs is 1; it must be at least 2")
        #expect(message { try ZipfAssociativeMemory(dimension: 4, exponent: 1, weighting: .power(.nan)) } == "the power of the weighting is nan; it must be finite")
        #expect(message { try ZipfAssociativeMemory(dimension: 4, exponent: 1, weighting: .top(-1)) } == "the number of the weighting is -1; it must be at least 0")
        #expect(message { try ZipfAssociativeMemory(dimension: .max, exponent: 1) }.contains("too large"))
        #expect(message { try ZipfAssociativeMemory.scaling(dimensions: [], exponent: 1) } == "dimensions has shape 0; it must be at least one number")
        #expect(message { try AssociativeTraining(items: 1) } == "items is 1; it must be from 2 to 4096")
        #expect(message { try AssociativeTraining(frequent: 1) } == "frequent is 1.0; it must be above 0 and below 1")
        #expect(message { try AssociativeTraining(ratio: 0) } == "ratio is 0.0; it must be above 0 and at most 1")
        #expect(message { try AssociativeTraining(optimizer: .adam(beta1: 1)) } == "beta1 is 1.0; it must be at least 0 and below 1")
        var training = try AssociativeTraining(items: 5)
        #expect(message { try training.step(.nan) } == "size is nan; it must be finite")
        #expect(message { try training.step(untilBest: 0.1) }.hasPrefix("target is 0.1; it must be above the best probability now, 0.2"))
        #expect(message { try training.spectrum() } == "matrix is 0 everywhere; it must be one with an element that is not 0")
        #expect(message { try training.spectrum(top: 0) } == "top is 0; it must be at least 1")
    }
}
