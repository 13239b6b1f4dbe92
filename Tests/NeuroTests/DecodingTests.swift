import Formats
import Foundation
import Linear
import Neuro
import Testing

@Suite struct DecodingTests {
    private let reference: DecodingReference

    init() throws { reference = try DecodingReference.load() }

    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    @Test func classifiesAsScikitLearn() throws {
        for one in reference.cases {
            let x = try one.matrix
            let others = try x.selectingRows((0 ..< x.rows).reversed()) * 1.1
            for (intercept, expected) in [(true, one.given), (false, one.given_origin)] {
                let fit = try RidgeClassifier(alpha: 3.7, intercept: intercept).fit(x, labels: one.labels)
                #expect(near(try fit.decisions(others).elements, expected.decisions))
                #expect(try fit.predict(others) == expected.predictions)
                #expect(fit.classes == Set(one.labels).sorted() && fit.alpha == 3.7 && fit.scores.isEmpty)
                #expect(try JSONDecoder().decode(RidgeClassifierFit.self, from: JSONEncoder().encode(fit)) == fit)
            }
        }
    }

    @Test func choosesThePenaltyAsScikitLearn() throws {
        let alphas = Vector(reference.alphas)
        for one in reference.cases {
            let x = try one.matrix
            let blocks = try RidgeClassifier(alphas: alphas, score: .r2).fit(x, labels: one.labels)
            #expect(blocks.alpha == one.blocks.alpha && blocks.candidates == alphas)
            #expect(near(blocks.scores.elements, one.blocks.scores))
            #expect(near(try blocks.decisions(x).elements, one.blocks.decisions))
            let single = try RidgeClassifier(alphas: alphas, folds: .contiguous(x.rows)).fit(x, labels: one.labels)
            #expect(single.alpha == one.leave_one_out.alpha)
            #expect(near([single.scores.elements.max() ?? 0], [one.leave_one_out.score]))
            #expect(near(try single.decisions(x).elements, one.leave_one_out.decisions))
        }
    }

    @Test func decodesAsScikitLearn() throws {
        for one in reference.cases {
            let found = try decode(one.matrix, labels: one.labels, runs: one.runs, classifier: RidgeClassifier(alpha: 3.7))
            let expected = one.decode
            #expect(near(found.decisions.elements, expected.decisions))
            #expect(found.predictions == expected.predictions)
            #expect(found.confusion.counts.elements == expected.confusion)
            #expect(near(found.confusion.recalls.elements, expected.recalls, 1e-14) && near(found.confusion.precisions.elements, expected.precisions, 1e-14))
            #expect(near([found.confusion.balancedAccuracy, try found.topAccuracy(2)], [expected.balanced, expected.top2], 1e-14))
            #expect(near(found.runAccuracies.elements, expected.runs, 1e-14))
            #expect(try found.topAccuracy(1) == found.accuracy && found.topAccuracy(found.classes.count) == 1)
            #expect(found.pValue == nil && found.alphas.elements == Array(repeating: 3.7, count: 6))
            #expect(try JSONDecoder().decode(Decoding.self, from: JSONEncoder().encode(found)) == found)
            let chosen = try decode(
                one.matrix, labels: one.labels, runs: one.runs, classifier: RidgeClassifier(alphas: Vector(reference.alphas), folds: .leaveOneRunOut(one.runs)))
            #expect(chosen.alphas.elements == one.chosen)
        }
    }

    @Test func permutationsAreDecodingsOfShuffledLabels() throws {
        let one = reference.tall
        let x = try one.matrix
        for classifier in [try RidgeClassifier(alpha: 3.7), try RidgeClassifier(alphas: Vector(reference.alphas), folds: .contiguous(4))] {
            let found = try decode(x, labels: one.labels, runs: one.runs, classifier: classifier, permutations: 6, seed: 5)
            for permutation in 0 ..< 6 {
                // The runs are blocks of 16 samples.
                var random = Random(seed: 5, stream: permutation)
                let labels = (0 ..< 6).flatMap { run in random.shuffled(Array(run * 16 ..< (run + 1) * 16)).map { one.labels[$0] } }
                let accuracy = try decode(x, labels: labels, runs: one.runs, classifier: classifier).accuracy
                #expect(try accuracy == found.nullAccuracies[permutation])
            }
        }
    }

    @Test func chanceIsTold() throws {
        let one = reference.tall
        let x = try one.matrix
        let found = try decode(x, labels: one.labels, runs: one.runs, classifier: RidgeClassifier(alpha: 3.7), permutations: 199)
        // 54 % against 25 %: none of the shuffled labels comes near.
        #expect(found.pValue == 1.0 / 200)
        #expect(abs(try found.nullAccuracies.mean() - found.chance) < 0.03)
        var random = Random(seed: 3)
        let noise = try random.normal(rows: 96, columns: 12)
        let blind = try decode(noise, labels: one.labels, runs: one.runs, permutations: 99)
        #expect(try #require(blind.pValue) > 0.05)
        let p = Double(1 + blind.nullAccuracies.elements.count { $0 > blind.accuracy - 1e-9 }) / 100
        #expect(blind.pValue == p)
        // Nothing to go by: every sample is taken for the class that is most frequent in training.
        let constant = try decode(Matrix(rows: 96, columns: 2, repeating: 1), labels: one.labels, runs: one.runs)
        #expect(Set(constant.predictions).count <= 2)
    }

    @Test func confusionIsCounted() throws {
        let confusion = try ConfusionMatrix(truth: ["b", "a", "a", "c", "a"], predicted: ["b", "a", "b", "a", "a"], classes: ["a", "b", "c"])
        #expect(try confusion.counts == Matrix([[2, 1, 0], [0, 1, 0], [1, 0, 0]]))
        #expect(confusion.accuracy == 0.6)
        let (recalls, precisions): (Vector, Vector) = ([2.0 / 3, 1, 0], [2.0 / 3, 0.5, 0])
        #expect(confusion.recalls == recalls)
        #expect(confusion.precisions == precisions)
        #expect(abs(confusion.balancedAccuracy - 5.0 / 9) < 1e-15)
        let first: [Double] = [2.0 / 3, 1.0 / 3, 0]
        #expect(Array(confusion.rates().elements.prefix(3)) == first)
        #expect(confusion.description == "a  2  1  0\nb  0  1  0\nc  1  0  0")
        #expect(throws: NeuroError.self) { try ConfusionMatrix(truth: ["a"], predicted: ["b"], classes: ["a"]) }
        #expect(throws: NeuroError.self) { try ConfusionMatrix(truth: ["a"], predicted: ["b"], classes: ["a", "b", "a"]) }
        #expect(throws: NeuroError.self) { try ConfusionMatrix(truth: [], predicted: []) }
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(ConfusionMatrix.self, from: Data(#"{"classes":["a"],"counts":{"rows":1,"columns":2,"storage":[1,2]}}"#.utf8))
        }
    }

    @Test func theSameForAnyNumberOfThreads() throws {
        let one = reference.wide
        func run() throws -> Decoding { try decode(one.matrix, labels: one.labels, runs: one.runs, permutations: 20) }
        #expect(try Threads.withLimit(1) { try run() } == Threads.withLimit(3) { try run() })
    }

    @Test func isInterrupted() throws {
        let one = reference.wide
        let seen = Seen()
        _ = try Progress.observe({ seen.add($0) }) { try decode(one.matrix, labels: one.labels, runs: one.runs, permutations: 5) }
        let fractions = seen.values.filter { !$0.isNaN }
        #expect(fractions.count >= 6 && fractions == fractions.sorted() && fractions.allSatisfy { 0 ... 1 ~= $0 })
        #expect(throws: Interrupted.self) {
            try Progress.observe({ _ in throw Interrupted() }) { try decode(one.matrix, labels: one.labels, runs: one.runs, permutations: 5) }
        }
    }

    @Test func badInputIsNamed() throws {
        let x = try Matrix(rows: 4, columns: 2, elements: [1, 2, 3, 4, 5, 6, 7, 9])
        let (labels, runs) = (["a", "b", "a", "b"], [0, 0, 1, 1])
        let nan = try Matrix(rows: 4, columns: 2, elements: [1, 2, 3, .nan, 5, 6, 7, 9])
        let calls: [(String, () throws -> Void)] = [
            ("labels has shape 3; it must be one label for each of the 4 samples", { _ = try decode(x, labels: ["a", "b", "a"], runs: runs) }),
            ("labels is [\"a\"]; it must be of at least two classes", { _ = try RidgeClassifier().fit(x, labels: ["a", "a", "a", "a"]) }),
            ("runs has shape 1; it must be the run of each of the 4 samples", { _ = try decode(x, labels: labels, runs: [1]) }),
            ("runs is one run; it must be at least two runs", { _ = try decode(x, labels: labels, runs: [1, 1, 1, 1]) }),
            (
                "the classifier's folds is one run beside the run that is held out; it must be at least two, one of which is left out to choose the penalty",
                { _ = try decode(x, labels: labels, runs: [1, 1, 2, 2], classifier: RidgeClassifier(alphas: [1, 2], folds: .leaveOneRunOut([1, 1, 2, 2]))) }
            ),
            ("x holds a value that is not finite at position 3", { _ = try decode(nan, labels: labels, runs: runs) }),
            ("permutations is -1; it must be from 0 to 10000000", { _ = try decode(x, labels: labels, runs: runs, permutations: -1) }),
            ("alpha is -1.0; it must be 0 or a positive number", { _ = try RidgeClassifier(alpha: -1) }),
            ("alphas has shape 0; it must be at least one penalty", { _ = try RidgeClassifier(alphas: []) }),
            ("k is 3; it must be from 1 to 2, the number of classes", { _ = try decode(x, labels: labels, runs: runs).topAccuracy(3) }),
            (
                "the classifier's folds has shape 1; it must be the run of each of the 4 samples",
                { _ = try decode(x, labels: labels, runs: runs, classifier: RidgeClassifier(alphas: [1, 2], folds: .leaveOneRunOut([1]))) }
            ),
            ("x has shape 4 x 2; it must be of 1 columns, the features of the fit", { _ = try RidgeClassifier().fit(x[columns: 0 ..< 1], labels: labels).predict(x) }),
        ]
        for (text, call) in calls {
            let error = #expect(throws: NeuroError.self) { try call() }
            #expect(error?.description == text)
        }
        // Penalty 0 with more features than samples, huge and tiny numbers: a result.
        for scale in [1e-150, 1e100] { #expect(try decode(x * scale, labels: labels, runs: runs, classifier: RidgeClassifier(alpha: 0)).labels == labels) }
    }
}

/// What a handler was told, from one thread.
private final class Seen: @unchecked Sendable {
    // Progress is reported on the calling thread alone.
    var values: [Double] = []
    func add(_ value: Double) { values.append(value) }
}

/// The same on real data: one axial slice of subject 1 of Haxby et al. (2001), doi:10.1126/science.1063736.
@Suite(.enabled(if: EncodingReference.haxby != nil, "the Haxby slice is not here: set ENGRAM_HAXBY to its folder")) struct HaxbyDecodingTests {
    private func load() throws -> (x: Matrix, labels: [String], runs: [Int]) {
        let folder = try #require(EncodingReference.haxby)
        let table = try Table(folder + "/attributes_literal.txt", header: false, separator: " ")
        let (labels, runs) = (try table.strings(0), try table.integers(1))
        let series = try NIfTI(folder + "/bold.nii.gz").series(mask: NIfTI(folder + "/mask.nii.gz"))
        let clean = try zscoreRuns(detrendRuns(series, runs: runs), runs: runs)
        let rows = labels.indices.filter { labels[$0] != "rest" }
        return (try clean.selectingRows(rows), rows.map { labels[$0] }, rows.map { runs[$0] })
    }

    @Test func decodesEightCategories() throws {
        let (x, labels, runs) = try load()
        #expect(x.shape == [864, 530])
        let found = try decode(x, labels: labels, runs: runs, classifier: RidgeClassifier(alpha: 100), permutations: 19)
        #expect((found.accuracy * 1000).rounded() == 655)
        #expect(found.classes.count == 8 && found.runs.count == 12 && found.pValue == 0.05)
    }

    @Test func identifiesCategoriesAcrossHalves() throws {
        let (x, labels, runs) = try load()
        #expect((try splitHalfIdentification(x, labels: labels, runs: runs).twoWay * 1000).rounded() == 982)
    }
}
