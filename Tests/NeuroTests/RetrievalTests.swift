import Foundation
import Linear
import Neuro
import Testing

@Suite struct RetrievalTests {
    private let reference: DecodingReference.Patterns
    private let patterns: Matrix
    private let candidates: Matrix

    init() throws {
        reference = try DecodingReference.load().identification
        patterns = try Matrix(rows: reference.n, columns: reference.features, elements: reference.patterns)
        candidates = try Matrix(rows: reference.m, columns: reference.features, elements: reference.candidates)
    }

    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test func measuresAreThoseOfTheirDefinition() throws {
        for (similarity, expected) in [(RetrievalSimilarity.cosine, reference.cosine), (.correlation, reference.correlation)] {
            #expect(near(try similarity.matrix(patterns, candidates).elements, expected.similarities, 1e-14))
            let found = try Identification(patterns, candidates: candidates, similarity: similarity)
            #expect(found.ranks == expected.ranks && found.targets == Array(0 ..< 15))
            #expect(near(found.twoWayScores.elements, expected.two, 1e-14))
            #expect(near([found.twoWay], [expected.two.reduce(0, +) / 15], 1e-14))
            #expect(found.medianRank == expected.median)
            #expect(near([found.meanReciprocalRank, try found.topAccuracy(3)], [expected.map, expected.top3], 1e-14))
            #expect(try found.topAccuracy(20) == 1)
            #expect(try JSONDecoder().decode(Identification.self, from: JSONEncoder().encode(found)) == found)
        }
    }

    @Test func tiesCountAgainst() throws {
        let blank = try Identification(similarities: Matrix(rows: 3, columns: 4, repeating: 0.5))
        #expect(blank.ranks == [4, 4, 4] && blank.twoWay == 0 && blank.meanReciprocalRank == 0.25)
        let some = try Identification(similarities: Matrix([[3, 1, 2], [5, 5, 1]]), targets: [2, 0])
        #expect(some.ranks == [2, 2] && some.twoWayScores == [0.5, 0.5] && some.medianRank == 2)
        let even = try Identification(similarities: Matrix([[3, 1, 2], [1, 2, 3]]), targets: [0, 0])
        #expect(even.ranks == [1, 3] && even.medianRank == 2)
    }

    @Test func patternsWithoutDirectionAreAlikeToNothing() throws {
        let odd = try Matrix([[0, 0, 0], [0.1, 0.1, 0.1], [1e300, -1e300, 1e300], [1e-300, -1e-300, 1e-300], [1, -1, 1]])
        let cosine = try RetrievalSimilarity.cosine.matrix(odd, odd)
        let correlation = try RetrievalSimilarity.correlation.matrix(odd, odd)
        for i in 0 ..< 5 {
            let none = try [cosine[0, i], correlation[0, i], correlation[1, i]]
            #expect(none == [0, 0, 0])
            let full = try [cosine[i, 4], correlation[i, 4]]
            #expect(i < 2 || near(full, [1, 1], 1e-15))
        }
    }

    @Test func stimuliAreFoundFromResponses() throws {
        var random = Random(seed: 4)
        let features = try random.normal(rows: 240, columns: 12)
        let weights = try random.normal(rows: 12, columns: 40)
        let responses = try (features %*% weights) + random.normal(rows: 240, columns: 40, mean: 2, standardDeviation: 3)
        let (train, test) = (Array(0 ..< 200), Array(200 ..< 240))
        let found = try identifyStimuli(responses, features: features, train: train, test: test)
        #expect(found.twoWay > 0.97 && found.similarities.shape == [40, 40])
        // By hand.
        let predicted = try RidgeCV().fit(responses[rows: 0 ..< 200], features[rows: 0 ..< 200]).predict(responses[rows: 200 ..< 240])
        #expect(try found == Identification(predicted, candidates: features[rows: 200 ..< 240]))
        // Responses to other stimuli tell nothing.
        let blind = try identifyStimuli(random.normal(rows: 240, columns: 40), features: features, train: train, test: test, similarity: .cosine)
        #expect(abs(blind.twoWay - 0.5) < 0.12)
    }

    @Test func halvesOfRunsAreCompared() throws {
        // Two classes, two voxels, two runs: class means (2, 0), (0, 2) and (1, 0), (0, 3), all by hand.
        let x = try Matrix([[1, 0], [3, 0], [0, 2], [1, 0], [0, 3]])
        let found = try splitHalfIdentification(x, labels: ["a", "a", "b", "a", "b"], runs: [7, 7, 7, 9, 9])
        #expect(near(found.similarities.elements, [1, -1, -1, 1], 1e-15) && found.twoWay == 1)
    }

    @Test func badInputIsNamed() throws {
        let x = try Matrix([[1, 2], [3, 4], [5, 7]])
        let calls: [(String, () throws -> Void)] = [
            ("candidates has shape 2 x 3; it must be of 2 columns, as the patterns", { _ = try Identification(x, candidates: Matrix([[1, 2, 3], [4, 5, 6]])) }),
            ("similarities has shape 2 x 1; it must be of at least two columns, one for each candidate", { _ = try Identification(similarities: Matrix([[1], [2]])) }),
            ("similarities has shape 3 x 2; it must be of at least as many columns as rows, unless the targets are given", { _ = try Identification(similarities: x) }),
            ("targets[1] is 2; it must be from 0 to 1, one of the candidates", { _ = try Identification(similarities: x, targets: [0, 2, 1]) }),
            ("targets has shape 1; it must be one candidate for each of the 3 patterns", { _ = try Identification(similarities: x, targets: [0]) }),
            ("patterns holds a value that is not finite at position 1", { _ = try RetrievalSimilarity.cosine.matrix(Matrix([[1, .infinity]]), x) }),
            ("k is 0; it must be from 1 to 2, the number of candidates", { _ = try Identification(similarities: x, targets: [0, 1, 0]).topAccuracy(0) }),
            (
                "test is row 1, which is in train; it must be made of rows that the model is not fitted on",
                { _ = try identifyStimuli(x, features: x, train: [0, 1], test: [1, 2]) }
            ),
            ("test is row 3; it must be from 0 to 2", { _ = try identifyStimuli(x, features: x, train: [0, 1], test: [2, 3]) }),
            ("test has shape 1; it must be at least two rows", { _ = try identifyStimuli(x, features: x, train: [0, 1], test: [2]) }),
            ("runs is one run; it must be at least two runs", { _ = try splitHalfIdentification(x, labels: ["a", "b", "a"], runs: [1, 1, 1]) }),
            (
                "labels is without \"b\" in one half of the runs; it must be such that each class occurs in both",
                { _ = try splitHalfIdentification(x, labels: ["a", "b", "a"], runs: [1, 1, 2]) }
            ),
        ]
        for (text, call) in calls {
            let error = #expect(throws: NeuroError.self) { try call() }
            #expect(error?.description == text)
        }
    }
}
