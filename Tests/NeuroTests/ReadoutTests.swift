import Foundation
import Linear
import Neuro
import Testing

/// The results of numpy and scikit-learn: see Reference/make_readouts.py.
struct ReadoutReference: Decodable {
    struct Solution: Decodable {
        let weights, intercept: [Double]
    }
    struct Recursive: Decodable {
        let forgetting, penalty: Double
        let weights: [Double]
    }
    let rows, features, outputs: Int
    private let states, targets, weights, penalties: [Double]
    let weighted: Solution
    let gcv, weightedGCV, crossValidated: [Double]
    let recursive: Recursive

    static func load() throws -> ReadoutReference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/readouts.json")
        return try JSONDecoder().decode(ReadoutReference.self, from: Data(contentsOf: file))
    }

    var x: Matrix { get throws { try Matrix(rows: rows, columns: features, elements: states) } }
    var y: Matrix { get throws { try Matrix(rows: rows, columns: outputs, elements: targets) } }
    var rowWeights: Vector { Vector(weights) }
    var path: Vector { Vector(penalties) }
}

@Suite struct ReadoutTests {
    private let reference: ReadoutReference
    private let x: Matrix
    private let y: Matrix

    init() throws {
        reference = try ReadoutReference.load()
        (x, y) = (try reference.x, try reference.y)
    }

    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    @Test func weightedRowsAreThoseOfScikitLearn() throws {
        let fit = try Readout.ridge(0.7).fit(x, y, weights: reference.rowWeights)
        #expect(near(try fit.weights().elements, reference.weighted.weights, 1e-10))
        #expect(near(fit.intercept.elements, reference.weighted.intercept, 1e-10))
        #expect(fit.penalty == 0.7 && fit.path == nil)
        // A weight of 2 is the row twice.
        let twice = try Readout.ridge(0.7).fit(x, y, weights: Vector((0 ..< x.rows).map { $0 < 5 ? 2 : 1 }))
        let repeated = try Readout.ridge(0.7).fit(
            Matrix.concatenatingRows([x, x[rows: ..<5]]), Matrix.concatenatingRows([y, y[rows: ..<5]]))
        #expect(near(try twice.weights().elements, try repeated.weights().elements, 1e-10))
        // Other ways to the same: least squares with and without weights.
        let exact = try Readout.leastSquares.fit(x, y, weights: reference.rowWeights)
        let limit = try Readout.ridge(0).fit(x, y, weights: reference.rowWeights)
        #expect(near(try exact.weights().elements, try limit.weights().elements, 1e-9))
    }

    @Test func generalisedCrossValidationIsThatOfTheHatMatrix() throws {
        let fit = try Readout.gcv(penalties: reference.path).fit(x, y)
        let path = try #require(fit.path)
        #expect(near(path.errors.elements, reference.gcv, 1e-9))
        #expect(fit.penalty == path.penalty && path.penalties == reference.path)
        let least = try #require(path.scores.elements.min())
        #expect(path.scores.elements[path.best] == least && !path.isAtEdge)
        let alone = try Readout.ridge(path.penalty).fit(x, y)
        #expect(near(try fit.weights().elements, try alone.weights().elements, 1e-9))
        #expect(near(fit.intercept.elements, alone.intercept.elements, 1e-9))

        let weighted = try Readout.gcv(penalties: reference.path).fit(x, y, weights: reference.rowWeights)
        #expect(near(try #require(weighted.path).errors.elements, reference.weightedGCV, 1e-9))
        // Each output has a say, whatever its scale.
        let scaled = try Matrix(rows: y.rows, columns: 2, elements: y.elements.enumerated().map { $0 % 2 == 0 ? 1e6 * $1 : $1 })
        #expect(try #require(Readout.gcv(penalties: reference.path).fit(x, scaled).path).best == path.best)
    }

    @Test func crossValidationIsThatOfRefitting() throws {
        let fit = try Readout.crossValidated(penalties: reference.path, folds: 4, gap: 3).fit(x, y)
        let path = try #require(fit.path)
        #expect(near(path.errors.elements, reference.crossValidated, 1e-9))
        let alone = try Readout.ridge(path.penalty).fit(x, y)
        #expect(near(try fit.weights().elements, try alone.weights().elements, 1e-9))
        // The washout is in no fold.
        var spoilt = x.elements
        for i in 0 ..< 13 * x.columns { spoilt[i] = 1e6 * Double(i) }
        let late = try Readout.crossValidated(folds: 3).fit(Matrix(rows: x.rows, columns: x.columns, elements: spoilt), y, washout: 13)
        #expect(try late == Readout.crossValidated(folds: 3).fit(x[rows: 13...], y[rows: 13...]))
    }

    @Test func streamedRowsGiveTheSameFit() throws {
        for weights in [nil, reference.rowWeights] {
            var stream = try RidgeStream(features: x.columns, outputs: 2)
            for block in [0 ..< 1, 1 ..< 7, 7 ..< 50, 50 ..< x.rows] {
                let some = weights.map { w in Vector(block.map { w.elements[$0] + 0.1 }) }
                try stream.add(x[rows: block], y[rows: block], weights: some)
            }
            let all = weights.map { w in Vector(w.elements.map { $0 + 0.1 }) }
            #expect(stream.rows == x.rows && abs(stream.totalWeight - (all?.sum() ?? Double(x.rows))) < 1e-9)
            let direct = try Readout.ridge(0.7).fit(x, y, weights: all)
            let streamed = try stream.fit(penalty: 0.7)
            #expect(near(try streamed.weights().elements, try direct.weights().elements, 1e-10))
            #expect(near(streamed.intercept.elements, direct.intercept.elements, 1e-10))
            let chosen = try Readout.gcv(penalties: reference.path).fit(x, y, weights: all)
            let fromSums = try stream.fit(penalties: reference.path)
            #expect(near(try #require(fromSums.path).errors.elements, try #require(chosen.path).errors.elements, 1e-8))
            #expect(fromSums.penalty == chosen.penalty)
            #expect(try JSONDecoder().decode(RidgeStream.self, from: JSONEncoder().encode(stream)) == stream)
        }
        // Means far from 0 cost no digits.
        let far = try Matrix(rows: x.rows, columns: x.columns, elements: x.elements.map { $0 + 1e6 })
        var stream = try RidgeStream(features: x.columns, outputs: 2)
        for row in 0 ..< x.rows { try stream.add(far[rows: row ..< row + 1], y[rows: row ..< row + 1]) }
        #expect(near(try stream.fit(penalty: 0.7).weights().elements, try Readout.ridge(0.7).fit(x, y).weights().elements, 1e-7))
    }

    @Test func predictionsAreTheMap() throws {
        let readout = try LinearReadout(weights: Matrix([[1, 2], [3, 4], [5, 6]]), intercept: [10, 20])
        #expect(try readout.predict([1, 1, 2] as Vector) == [24, 38])
        #expect(try readout.predict(Matrix([[1, 1, 2], [0, 0, 0]])) == Matrix([[24, 38], [10, 20]]))
        #expect(try JSONDecoder().decode(LinearReadout.self, from: JSONEncoder().encode(readout)) == readout)
        let fit = try Readout.ridge(1e-3).fit(x, Vector(y.elements.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)))
        #expect(fit.outputs == 1)
        #expect(near(try fit.weights().elements, try Readout.ridge(1e-3).fit(x, y).weights().elements.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), 1e-9))
    }

    @Test func aReservoirTrainsWithAChosenPenalty() throws {
        let series = try Dataset.mackeyGlass(steps: 800)
        var esn = try Reservoir(units: 40, seed: 3)
        let fit = try esn.train(series, readout: .gcv(), washout: 100, readsInputs: false)
        var again = esn
        again.reset()
        let states = try again.run(series)
        let next = try series[101...]
        let direct = try Readout.gcv().fit(states[rows: 100 ..< 799], next)
        #expect(near(try fit.weights().elements, try direct.weights().elements, 1e-6))
    }

    @Test func badInputIsNamed() throws {
        let few = try x[rows: ..<3]
        let nan = try Matrix(rows: x.rows, columns: 1, elements: (0 ..< x.rows).map { $0 == 4 ? .nan : 1 })
        let calls: [(String, () throws -> Void)] = [
            ("targets has shape 83 x 2; it must be of 3 rows, one for each state", { _ = try Readout.ridge(1).fit(few, y) }),
            ("states has 83 steps, but a fit after a washout of 82 needs at least 84", { _ = try Readout.ridge(1).fit(x, y, washout: 82) }),
            ("states has 83 steps, but a fit after a washout of 9223372036854775807 needs at least 9223372036854775807", { _ = try Readout.ridge(1).fit(x, y, washout: .max) }),
            ("washout is -1; it must be at least 0", { _ = try Readout.ridge(1).fit(x, y, washout: -1) }),
            ("the ridge penalty is -1.0; it must be finite and at least 0", { _ = try Readout.ridge(-1).fit(x, y) }),
            ("penalties[1] is nan; it must be finite and at least 0", { _ = try Readout.gcv(penalties: [1, .nan]).fit(x, y) }),
            ("penalties has shape 0; it must be at least one penalty", { _ = try Readout.crossValidated(penalties: []).fit(x, y) }),
            ("folds is 1; it must be at least 2", { _ = try Readout.crossValidated(folds: 1).fit(x, y) }),
            ("folds is 90; it must be from 2 to 83, the number of samples", { _ = try Readout.crossValidated(folds: 90).fit(x, y) }),
            (
                "gap is 9223372036854775807; it must be small enough to leave 2 of the 83 samples to train on beside each of the 5 folds",
                { _ = try Readout.crossValidated(gap: .max).fit(x, y) }
            ),
            ("weights is given; it must be nil for .crossValidated; use .gcv, which takes them", { _ = try Readout.crossValidated().fit(x, y, weights: reference.rowWeights) }),
            ("weights[0] is -1.0; it must be finite and at least 0", { _ = try Readout.ridge(1).fit(x, y, weights: Vector(repeating: -1, count: 83)) }),
            ("weights is 0.0 in sum; it must be above 0 and finite in sum", { _ = try Readout.ridge(1).fit(x, y, weights: Vector(repeating: 0, count: 83)) }),
            ("targets holds a value that is not finite at position 4", { _ = try Readout.ridge(1).fit(x, nan) }),
            ("states holds a value that is not finite at position 4", { _ = try Readout.ridge(1).fit(nan, y) }),
            ("states has shape 83 x 2; it must be of 9 columns, the features of the readout", { _ = try Readout.ridge(1).fit(x, y).predict(y) }),
            ("features is 0; it must be at least 1", { _ = try RidgeStream(features: 0) }),
            ("the stream has 0 steps, but a fit needs at least 2", { _ = try RidgeStream(features: 2).fit(penalty: 1) }),
            (
                "states has shape 83 x 9; it must be of 2 columns, one for each feature",
                {
                    var stream = try RidgeStream(features: 2)
                    try stream.add(x, y)
                }
            ),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self) { try call() }
            #expect(error.map { "\($0)" } == message)
        }
    }
}
