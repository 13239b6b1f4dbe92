import Linear
import Neuro
import Testing

/// Matrices that are easily forgotten: without rows, columns or both, of one number, constant, of huge, tiny and impossible numbers.
enum OddMatrices {
    static let all: [Matrix] = {
        let shapes = [(0, 0), (0, 3), (3, 0), (1, 1), (1, 4), (4, 1), (2, 2), (6, 4)]
        let values: [(Int) -> Double] = [
            { _ in 0 }, { _ in 0.1 }, { Double($0 % 3) }, { ($0 % 2 == 0 ? 1 : -1) * 1e308 }, { Double($0) * .leastNonzeroMagnitude }, { $0 == 1 ? .nan : 1 },
            { $0 == 0 ? .infinity : 1 },
            { 1e155 * Double($0 * $0 % 7) },
        ]
        return shapes.flatMap { shape in
            values.compactMap { value in try? Matrix(rows: shape.0, columns: shape.1, elements: (0 ..< shape.0 * shape.1).map(value)) }
        }
    }()
}

/// Every entry of decoding, alignment and convolutional readouts, with matrices of every kind: an error that says so, or numbers that are finite.
@Suite struct OddMatrixTests {
    private func tolerates(_ place: String, _ body: () throws -> [Double]) {
        do {
            let numbers = try body()
            let isFinite = numbers.allSatisfy { $0.isFinite }
            #expect(isFinite, "\(place)")
        } catch is NeuroError {
        } catch is LinearError {
        } catch { Issue.record("\(error)") }
    }

    @Test func decodingTakesThem() {
        for x in OddMatrices.all {
            let labels = (0 ..< x.rows).map { "\($0 % 2)" }
            let runs = (0 ..< x.rows).map { $0 / 2 }
            for classifier in [try? RidgeClassifier(alpha: 0), try? RidgeClassifier(alphas: [0, 1], folds: .contiguous(2))] {
                tolerates("decode \(x)") { try decode(x, labels: labels, runs: runs, classifier: classifier, permutations: 2).decisions.elements }
            }
            tolerates("classify \(x)") { try RidgeClassifier().fit(x, labels: labels).decisions(x).elements }
            tolerates("halves \(x)") { try splitHalfIdentification(x, labels: labels, runs: runs).similarities.elements }
            tolerates("ranks \(x)") { [try Identification(similarities: x).twoWay, try Identification(similarities: x).meanReciprocalRank] }
            for y in OddMatrices.all where y.columns == x.columns { tolerates("identify \(x) \(y)") { try Identification(x, candidates: y).similarities.elements } }
        }
    }

    @Test func alignmentTakesThem() {
        let methods: [Alignment] = [
            .identity, .orthogonal, .scaledOrthogonal, .ridgeCV(folds: 2), .optimalTransport(iterations: 20), .optimalTransport(cost: .correlation, regularisation: 1e-3),
        ]
        for x in OddMatrices.all {
            for y in OddMatrices.all where y.rows == x.rows {
                for method in methods {
                    tolerates("\(method) \(x) \(y)") { try method.fit(x, y).map?.elements ?? [] }
                    tolerates("template, \(method) \(x) \(y)") { try Hyperalignment(method: method, iterations: 2, rescalesTemplate: true).fit([x, y]).template.elements }
                }
                for kind in [SharedResponseKind.deterministic, .probabilistic] {
                    tolerates("\(kind) \(x) \(y)") {
                        let fit = try SharedResponseModel(features: 1, kind: kind, iterations: 3).fit([x, y])
                        return fit.response.elements + fit.maps[0].elements + fit.objectives.elements + fit.noiseVariances.elements
                    }
                }
            }
            tolerates("plan \(x)") { try TransportPlan(cost: x, regularisation: 1, iterations: 5).plan.elements }
        }
    }

    @Test func readoutsTakeThem() {
        for x in OddMatrices.all {
            for y in OddMatrices.all where y.rows == x.rows {
                for kind in [ConvolutionalReadout.ridge(folds: .contiguous(2)), .factorised(), .gaussian2D(width: 1, alignsCorners: false)] {
                    tolerates("\(kind) \(x) \(y)") {
                        let fit = try kind.fit(FeatureMaps(x, channels: 1, height: 1, width: max(1, x.columns)), y, iterations: 3)
                        return try fit.weights().elements + fit.intercept.elements
                    }
                }
            }
        }
    }
}
