import Formats
import Linear
import Neuro
import Testing

/// Series come in volts, teslas and percent: what does not depend on the unit must not change with it, and numbers that have no room for their squares are refused.
@Suite struct UnitsTests {
    static let runs = (0 ..< 24).map { $0 / 6 }
    // Shapes and seeds that cannot fail; every test needs the same numbers.
    static let x = try! draw(24, 4, seed: 1)
    static let y = try! x %*% draw(4, 3, seed: 2) + draw(24, 3, seed: 3) * 0.5
    static let other = try! draw(24, 3, seed: 4)
    static let units = [1e-3, 1e-6, 1e-13, 1e-60, 1e6, 1e100]
    static let alphas: Vector = [0.01, 0.1, 1, 10, 100, 1000]

    static func draw(_ rows: Int, _ columns: Int, seed: Int) throws -> Matrix {
        var random = Random(seed: seed)
        return try Matrix(rows: rows, columns: columns, elements: random.normal(count: rows * columns).elements)
    }

    static func close(_ a: Vector, _ b: Vector, _ tolerance: Double = 1e-9) -> Bool {
        a.count == b.count && zip(a.elements, b.elements).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test(arguments: units) func penaltiesAreChosenInAnyUnit(unit: Double) throws {
        for perTarget in [true, false] {
            let model = try RidgeCV(alphas: Self.alphas, folds: .leaveOneRunOut(Self.runs), perTarget: perTarget)
            let (fit, scaled) = try (model.fit(Self.x, Self.y), model.fit(Self.x, Self.y * unit))
            #expect(fit.alphas == scaled.alphas)
            #expect(fit.alphas.elements.contains { $0 < 1000 })
            #expect(Self.close(Vector(fit.coefficients.elements), Vector((scaled.coefficients * (1 / unit)).elements)))
            let kernel = try KernelRidgeCV(alphas: Self.alphas, folds: .leaveOneRunOut(Self.runs), perTarget: perTarget)
            #expect(try kernel.fit(Self.x, Self.y * unit).alphas == fit.alphas)
            let bands = try [Self.x[columns: 0 ..< 1], Self.x[columns: 1 ..< 4]]
            let group = try GroupRidgeCV(search: .randomSearch(iterations: 12), alphas: Self.alphas, folds: .leaveOneRunOut(Self.runs), perTarget: perTarget)
            let (one, two) = try (group.fit(bands, Self.y), group.fit(bands, Self.y * unit))
            #expect(one.gammas == two.gammas)
            #expect(one.alphas == two.alphas)
            #expect(one.gammas.elements.contains { $0 != 0.5 })
        }
    }

    @Test func ofEqualsTheLargerPenaltyIsTaken() throws {
        // A constant target is predicted by any penalty, whatever rounding leaves of it.
        let constant = Self.y * 0 + 0.1
        let fit = try RidgeCV(alphas: Self.alphas, folds: .leaveOneRunOut(Self.runs)).fit(Self.x, constant)
        #expect(fit.alphas == [1000, 1000, 1000])
    }

    @Test(arguments: units) func scoresAreThoseOfAnyUnit(unit: Double) throws {
        let y = Self.y, p = try Self.y + Self.other
        let (scaledY, scaledP) = (y * unit, p * unit)
        #expect(try Self.close(r2Score(y, p), r2Score(scaledY, scaledP)))
        #expect(try Self.close(correlationScore(y, p), correlationScore(scaledY, scaledP)))
        let (parts, scaledParts) = ([y, Self.other], [y * unit, Self.other * unit])
        #expect(try Self.close(Vector(r2ScoreSplit(y, parts).elements), Vector(r2ScoreSplit(scaledY, scaledParts).elements)))
        #expect(try Self.close(Vector(correlationScoreSplit(y, parts).elements), Vector(correlationScoreSplit(scaledY, scaledParts).elements)))
        #expect(try Self.close(Vector(r2ScoreRelativeWeights(y, parts).elements), Vector(r2ScoreRelativeWeights(scaledY, scaledParts).elements)))
        for score in [CrossValidationScore.negativeMeanSquaredError, .r2, .correlation] {
            let test = try permutationTest(y, p, block: 3, permutations: 60, score: score), scaled = try permutationTest(scaledY, scaledP, block: 3, permutations: 60, score: score)
            #expect(test.pValues == scaled.pValues)
            #expect(test.maximumPValues == scaled.maximumPValues)
            #expect(test.pValues.elements.contains { $0 < 0.1 })
        }
        #expect(try Self.close(bootstrapScores(y, p, block: 3, resamples: 20).upper, bootstrapScores(scaledY, scaledP, block: 3, resamples: 20).upper))
    }

    @Test func largeFeaturesInSinglePrecision() throws {
        let plain = try Ridge(alpha: 0).fit(Self.x, Self.y)
        for unit in [1e-25, 1e25] {
            let fit = try Ridge(alpha: 0).fit((Self.x * unit).singlePrecision, Self.y.singlePrecision)
            #expect(Self.close(Vector(plain.coefficients.elements), Vector((fit.coefficients.doublePrecision * unit).elements), 1e-4))
        }
    }

    @Test func kernelsWithALargeMeanLoseNothing() throws {
        let x = try Self.draw(10, 40, seed: 5) + 50, y = try Self.draw(10, 3, seed: 6), other = try Self.draw(5, 40, seed: 7) + 50
        let (dual, primal) = try (KernelRidge(alpha: 0.01).fit(x, y).predict(other), Ridge(alpha: 0.01).fit(x, y).predict(other))
        #expect(Self.close(Vector(dual.elements), Vector(primal.elements), 1e-8))
        let model = try KernelRidgeCV(alphas: [0.01], folds: .contiguous(2))
        let single = try model.fit(x.singlePrecision, y.singlePrecision).predict(other.singlePrecision)
        #expect(try Self.close(Vector(model.fit(x, y).predict(other).elements), Vector(single.doublePrecision.elements), 1e-3))
    }

    @Test func whatIsConstantHasNoVariance() throws {
        let constant = try Matrix(rows: 7, columns: 1, elements: Array(repeating: 0.1, count: 7)), y = try Self.draw(7, 1, seed: 8)
        let line = try Matrix(rows: 7, columns: 1, elements: (1 ... 7).map { 1000 + Double($0) / 10 })
        #expect(try zscoreRuns(detrendRuns(constant)).elements.allSatisfy { $0 == 0 })
        #expect(try zscoreRuns(detrendRuns(line)).elements.allSatisfy { $0 == 0 })
        #expect(try zscoreRuns(detrendRuns(line.singlePrecision)).elements.allSatisfy { $0 == 0 })
        #expect(try r2ScoreSplit(constant, [y]).elements == [0])
        #expect(try correlationScoreSplit(constant, [y]).elements == [0])
        #expect(try noiseCeiling([constant, constant]) == [0])
        #expect(try PrincipalComponents(.concatenatingColumns([constant, constant]), count: 2).explained == [0, 0])
    }

    @Test func numbersWithoutRoomForTheirSquaresAreRefused() throws {
        let (x, y, huge) = (Self.x, Self.y, Self.y * 1e200)
        func refuses(_ name: String, _ call: () throws -> Void) {
            let error = #expect(throws: NeuroError.self) { try call() }
            #expect(error?.description.contains(name) == true, "\(String(describing: error))")
        }
        refuses("x at position 0 is") { _ = try Ridge().fit(x * 1e200, y) }
        refuses("y at position 0 is") { _ = try RidgeCV().fit(x, huge) }
        refuses("bands[1] at") { _ = try GroupRidgeCV().fit([x, huge], y) }
        refuses("observed at") { _ = try r2Score(huge, huge) }
        refuses("predicted at") { _ = try correlationScore(y, huge) }
        refuses("observed at") { _ = try permutationTest(huge, y) }
        refuses("predictions[0] at") { _ = try r2ScoreSplit(y, [huge]) }
        refuses("repeats[1] at") { _ = try explainableVariance([y, huge]) }
        refuses("series at") { _ = try zscoreRuns(huge) }
        refuses("samples at") { _ = try PrincipalComponents(huge, count: 1) }
        refuses("x at") { _ = try decode(x * 1e200, labels: Self.runs.map { $0 % 2 == 0 ? "a" : "b" }, runs: Self.runs) }
        let (bad, one) = (y * .nan, BandSearch.randomSearch(iterations: 1))
        refuses("bands[1] holds") { _ = try GroupRidgeCV(search: one).fit([x, y], y).predict([x, bad]) }
        let gram = try Kernel.linear.matrix(x, x)
        refuses("kernels[1] holds") { _ = try MultipleKernelRidgeCV(search: one).fit([gram, gram], y).predict([gram, gram * .nan]) }
        refuses("kernelMatrix holds") { _ = try KernelRidge().fit(x, y).predict(kernelMatrix: gram * .nan) }
        refuses("very different size") { _ = try GroupRidgeCV(search: .given(Matrix([[1e300, 1e300]]))).fit([x * 1e10, y], y) }
    }
}
