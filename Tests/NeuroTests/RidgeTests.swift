import Linear
import Neuro
import Testing

@Suite struct RidgeTests {
    static let runs = [(3, 15), (1, 16), (2, 14), (7, 16)].flatMap { Array(repeating: $0.0, count: $0.1) }

    static func model(_ name: String) throws -> RidgeCV {
        let alphas = try RidgeCV.alphas(from: 1e-2, to: 1e4, count: 13)
        return switch name {
        case "folds4-through-origin": try RidgeCV(alphas: alphas, folds: .contiguous(4), intercept: false)
        case "runs": try RidgeCV(alphas: alphas, folds: .leaveOneRunOut(runs))
        case "one-for-all": try RidgeCV(alphas: alphas, perTarget: false)
        case "r2": try RidgeCV(alphas: alphas, score: .r2)
        case "correlation": try RidgeCV(alphas: alphas, score: .correlation)
        default: try RidgeCV(alphas: alphas)
        }
    }

    @Test(arguments: ["tall", "wide"], ["folds5", "folds4-through-origin", "runs", "one-for-all", "r2", "correlation"])
    func agreesWithHimalaya(size: String, name: String) throws {
        let (x, y) = (try EncodingReference.matrix("\(size)-x"), try EncodingReference.matrix("\(size)-y"))
        let scores = try EncodingReference.matrix("\(size)-\(name)-scores").elements
        let alphas = try EncodingReference.vector("\(size)-\(name)-alphas").elements
        let weights = try EncodingReference.matrix("\(size)-\(name)-weights").elements
        let intercept = try EncodingReference.vector("\(size)-\(name)-intercept").elements

        let fit = try Self.model(name).fit(x, y)
        // Relative to the scale of each quantity: scores and weights of a constant target are rounding noise around 0.
        #expect(largestDifference(fit.scores.elements, scores, floor: 0.01) < 1e-9)
        #expect(largestDifference(fit.alphas.elements, alphas, floor: 0) < 1e-9)
        let scale = weights.map(abs).max() ?? 0
        #expect(largestDifference(fit.coefficients.elements, weights, floor: 1e-2 * scale) < 1e-9)
        #expect(largestDifference(fit.intercept.elements, intercept, floor: 1e-2 * scale) < 1e-9)
        // The prediction is X W + b.
        let predicted = try fit.predict(x)
        let direct = try x.row(5).elements.enumerated().reduce(intercept[7]) { $0 + $1.element * weights[$1.offset * 9 + 7] }
        #expect(abs(try predicted[5, 7] - direct) < 1e-8)

        let single = try Self.model(name).fit(
            FloatMatrix(rows: x.rows, columns: x.columns, elements: x.elements.map { Float($0) }),
            FloatMatrix(rows: y.rows, columns: y.columns, elements: y.elements.map { Float($0) }))
        #expect(largestDifference(single.scores.elements, scores, floor: 0.1) < 1e-4)
        #expect(largestDifference(single.alphas.elements, alphas, floor: 0) < 1e-9)
        #expect(largestDifference(single.coefficients.elements.map { Double($0) }, weights, floor: 1e-1 * scale) < 1e-4)
    }

    @Test(arguments: ["tall", "wide"]) func takesGivenPenalties(size: String) throws {
        let (x, y) = (try EncodingReference.matrix("\(size)-x"), try EncodingReference.matrix("\(size)-y"))
        let given = try RidgeCV.alphas(from: 0.1, to: 1000, count: 9)
        let fit = try Ridge(alphas: given).fit(x, y)
        let weights = try EncodingReference.matrix("\(size)-given-weights").elements
        let scale = weights.map(abs).max() ?? 0
        #expect(largestDifference(fit.coefficients.elements, weights, floor: 1e-2 * scale) < 1e-9)
        #expect(largestDifference(fit.intercept.elements, try EncodingReference.vector("\(size)-given-intercept").elements, floor: 1e-2 * scale) < 1e-9)
        #expect(fit.alphas == given)
        // One number for all is the same as that number for each.
        let one = try Ridge(alpha: given[3]).fit(x, y)
        #expect(try largestDifference(one.coefficients.column(3).elements, fit.coefficients.column(3).elements, floor: 1e-2 * scale) < 1e-12)
    }

    /// Penalty 0 is least squares of least norm; the way through the squared features would lose half the digits, so this takes the other.
    @Test(arguments: ["tall", "wide"]) func isLeastSquaresWithoutPenalty(size: String) throws {
        let (x, y) = (try EncodingReference.matrix("\(size)-x"), try EncodingReference.matrix("\(size)-y"))
        let fit = try Ridge(alpha: 0).fit(x, y)
        let weights = try EncodingReference.matrix("\(size)-least-weights").elements
        let scale = weights.map(abs).max() ?? 0
        #expect(largestDifference(fit.coefficients.elements, weights, floor: 1e-2 * scale) < 1e-9)
        #expect(largestDifference(fit.intercept.elements, try EncodingReference.vector("\(size)-least-intercept").elements, floor: 1e-2 * scale) < 1e-9)
    }

    /// Targets in many tiles, on several threads, with a spectrum that is cut into groups: as when each target is fitted alone with the penalty it took.
    @Test func tilesAndGroupsChangeNothing() throws {
        var random = Random(seed: 5)
        let (n, p, t) = (90, 120, 700)
        let mixing = try random.normal(rows: p, columns: p)
        var scaled = try random.normal(rows: n, columns: p)
        for row in 0 ..< n { for column in 0 ..< p { try scaled.set(scaled[row, column] / (1 + Double(column)), row: row, column: column) } }
        let x = try scaled %*% mixing
        let y = try x %*% random.normal(rows: p, columns: t) + random.normal(rows: n, columns: t) * 30
        let model = try RidgeCV(alphas: RidgeCV.alphas(from: 1e-2, to: 1e6, count: 25), folds: .contiguous(3))
        let fit = try model.fit(x, y)
        for target in [0, 127, 128, 400, 699] {
            let alone = try model.fit(x, y[rows: 0 ..< n, columns: target ..< target + 1])
            #expect(try alone.alphas[0] == fit.alphas[target])
            #expect(try largestDifference(alone.scores.column(0).elements, fit.scores.column(target).elements, floor: 1) < 1e-10)
            #expect(try largestDifference(alone.coefficients.column(0).elements, fit.coefficients.column(target).elements, floor: 0.1) < 1e-9)
        }
        // Against the definition: the penalised normal equations of the centred data, with the penalty that was chosen.
        let target = 400
        let w = try fit.coefficients.column(target)
        let residual = try y.column(target).elements.enumerated().map { row, value in
            try value - fit.intercept[target] - zip(x.row(row).elements, w.elements).map { $0 * $1 }.reduce(0, +)
        }
        let means = try (0 ..< p).map { try x.column($0).elements.reduce(0, +) / Double(n) }
        for feature in 0 ..< p {
            let gradient = try residual.indices.map { (try x[$0, feature] - means[feature]) * residual[$0] }.reduce(0, +)
            #expect(try abs(gradient - fit.alphas[target] * w[feature]) < 1e-7)
        }
    }

    /// More samples than features and fewer, so that products, decompositions, folds and tiles are all shared.
    @Test(arguments: [(311, 401), (701, 301)]) func threadsChangeNoBit(samples: Int, features: Int) throws {
        var random = Random(seed: 9)
        let x = try random.normal(rows: samples, columns: features)
        let y = try x %*% random.normal(rows: features, columns: 611) + random.normal(rows: samples, columns: 611) * 20
        func fit(_ threads: Int) throws -> (RidgeFit, FloatRidgeFit) {
            let model = try RidgeCV(alphas: RidgeCV.alphas(from: 1, to: 1e5, count: 12), folds: .contiguous(3))
            return try Threads.withLimit(threads) { (try model.fit(x, y), try model.fit(x.singlePrecision, y.singlePrecision)) }
        }
        let (double, float) = try fit(1)
        for threads in [2, 3, 8] {
            let (other, otherFloat) = try fit(threads)
            #expect(other == double && otherFloat == float, "\(threads) threads")
        }
    }

    @Test func scoresAreThoseOfTheirDefinitions() throws {
        let observed = try Matrix([[1, 5, 2], [2, 5, 4], [4, 5, 9]])
        let predicted = try Matrix([[1, 4, 1], [3, 5, 1], [5, 6, 1]])
        // First column: errors 0 1 1, spread 14/3; second: constant; third: a constant prediction.
        let r2 = try r2Score(observed, predicted)
        #expect(abs(try r2[0] - (1 - 2 / (14.0 / 3))) < 1e-15)
        #expect(try r2[1] == 0)
        #expect(try r2[2] == 1 - (1.0 + 9 + 64) / 26)
        let r = try correlationScore(observed, predicted)
        #expect(abs(try r[0] - 6 / ((14.0 / 3) * 8).squareRoot()) < 1e-15)
        #expect(try r[1] == 0 && r[2] == 0)
        #expect(throws: NeuroError.shape(name: "predicted", shape: [3, 2], must: "3 x 3, as observed")) { try r2Score(observed, predicted[columns: 0 ..< 2]) }
        #expect(throws: NeuroError.self) { try correlationScore(Matrix([]), Matrix([])) }
        #expect(throws: NeuroError.notFinite(name: "predicted", index: 0)) { try r2Score(Matrix([[1], [2]]), Matrix([[.nan], [2]])) }
    }

    @Test func constantFeaturesAndTargetsAreNoError() throws {
        let x = try Matrix(rows: 10, columns: 3, repeating: 2)
        let y = try Matrix(rows: 10, columns: 2, elements: (0 ..< 20).map { $0 % 2 == 0 ? 5 : Double($0) })
        let fit = try RidgeCV().fit(x, y)
        #expect(fit.coefficients.elements.allSatisfy { $0 == 0 })
        #expect(fit.intercept == [5, 10])
        #expect(try fit.predict(x).elements.count == 20)
    }

    @Test func refusesBadInput() throws {
        let x = try Matrix([[1, 2], [3, 4], [5, 7], [1, 0]])
        let y = try Matrix([[1], [2], [3], [4]])
        #expect(throws: NeuroError.invalid(name: "alpha", value: "-1.0", must: "0 or a positive number")) { try Ridge(alpha: -1) }
        #expect(throws: NeuroError.invalid(name: "alphas[1]", value: "-2.0", must: "0 or a positive number")) { try RidgeCV(alphas: [1, -2]) }
        #expect(throws: NeuroError.self) { try Ridge(alpha: .nan) }
        #expect(throws: NeuroError.self) { try RidgeCV(alphas: []) }
        #expect(throws: NeuroError.self) { try RidgeCV.alphas(from: 0, to: 1, count: 3) }
        #expect(throws: NeuroError.self) { try RidgeCV.alphas(from: 1, to: 10, count: 0) }
        #expect(throws: NeuroError.invalid(name: "folds", value: "5", must: "from 2 to 4, the number of samples")) { try RidgeCV().fit(x, y) }
        #expect(throws: NeuroError.self) { try RidgeCV(folds: .contiguous(1)).fit(x, y) }
        #expect(throws: NeuroError.self) { try RidgeCV(folds: .contiguous(-3)).fit(x, y) }
        #expect(throws: NeuroError.self) { try RidgeCV(folds: .leaveOneRunOut([1, 1, 2])).fit(x, y) }
        #expect(throws: NeuroError.self) { try RidgeCV(folds: .leaveOneRunOut([1, 1, 1, 1])).fit(x, y) }
        let two = try RidgeCV(folds: .contiguous(2))
        #expect(throws: NeuroError.shape(name: "y", shape: [3, 1], must: "of 4 rows, one for each row of x")) { try two.fit(x, y[rows: 0 ..< 3]) }
        #expect(throws: NeuroError.shape(name: "x", shape: [0, 0], must: "of at least one row and one column")) { try two.fit(Matrix([]), Matrix([])) }
        #expect(throws: NeuroError.notFinite(name: "y", index: 2)) { try two.fit(x, Matrix([[1], [2], [.nan], [4]])) }
        #expect(throws: NeuroError.notFinite(name: "x", index: 3)) { try two.fit(Matrix([[1, 2], [3, .infinity], [5, 7], [1, 0]]), y) }
        #expect(throws: NeuroError.self) { try Ridge(alphas: [1, 2]).fit(x, y) }
        let fit = try two.fit(x, y)
        #expect(throws: NeuroError.shape(name: "x", shape: [4, 1], must: "of 2 columns, the features of the fit")) { try fit.predict(y) }
        #expect(throws: NeuroError.self) { try Ridge(alpha: 1).fit(x, y).bestScores() }
    }

    @Test func stopsWhenAsked() throws {
        var random = Random(seed: 1)
        let (x, y) = (try random.normal(rows: 60, columns: 20), try random.normal(rows: 60, columns: 2000))
        #expect(throws: Interrupted.self) {
            try Progress.observe({ if $0 > 0.3 { throw Interrupted() } }) { try RidgeCV().fit(x, y) }
        }
    }

    /// Within a decomposition, which LAPACK does not leave before it has ended.
    @Test func stopsWithinADecomposition() throws {
        var random = Random(seed: 1)
        let (x, y) = (try random.normal(rows: 900, columns: 800), try random.normal(rows: 900, columns: 4))
        let began = ContinuousClock.now
        #expect(throws: Interrupted.self) {
            try Progress.observe({ _ in if began.duration(to: .now) > .milliseconds(40) { throw Interrupted() } }) { while true { _ = try RidgeCV().fit(x, y) } }
        }
        // A fit takes seconds; the bound is generous because the machine may be busy.
        #expect(began.duration(to: .now) < .seconds(1))
    }
}
