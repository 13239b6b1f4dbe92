import Linear
import Neuro
import Testing

@Suite struct DesignTests {
    let labels = ["rest", "b", "b", "rest", "a", "rest", "a", "a", "b"]
    let runs = [4, 4, 4, 4, 4, 2, 2, 2, 2]

    @Test func boxcarsFromLabels() throws {
        let design = try Design(labels: labels)
        #expect(design.names == ["b", "a"])
        #expect(try design.matrix.column(0) == [0, 1, 1, 0, 0, 0, 0, 0, 1])
        #expect(try design.matrix.column(1) == [0, 0, 0, 0, 1, 0, 1, 1, 0])
        #expect(try Design(labels: labels, rest: nil).names == ["rest", "b", "a"])
        #expect(throws: NeuroError.self) { try Design(labels: []) }
        #expect(throws: NeuroError.self) { try Design(labels: ["rest", "rest"]) }
        #expect(throws: NeuroError.self) { try Design(names: ["a"], matrix: Matrix([[1, 2]])) }
    }

    @Test func delaysStopAtTheBordersOfRuns() throws {
        let design = try Design(labels: labels).delayed([0, 2], runs: runs)
        #expect(design.names == ["b (delay 0)", "a (delay 0)", "b (delay 2)", "a (delay 2)"])
        #expect(try design.matrix.column(2) == [0, 0, 0, 1, 1, 0, 0, 0, 0])
        #expect(try design.matrix.column(3) == [0, 0, 0, 0, 0, 0, 0, 0, 1])
        #expect(throws: NeuroError.self) { try design.delayed([-1]) }
        #expect(throws: NeuroError.self) { try design.delayed([]) }
        #expect(throws: NeuroError.self) { try design.delayed([1], runs: [1, 2]) }
        #expect(throws: NeuroError.self) { try design.delayed([1], runs: [1, 1, 1, 2, 2, 2, 1, 1, 1]) }
    }

    /// The convolution is a sum over delays, each weighted with a sample of the response.
    @Test func convolutionIsASumOfDelays() throws {
        let design = try Design(labels: labels)
        let response = try HRF.glover.samples(repetitionTime: 4)
        let expected = try (0 ..< response.count).reduce(try Matrix(rows: 9, columns: 2, repeating: 0)) { sum, lag in
            try sum + design.delayed([lag], runs: runs).matrix * response[lag]
        }
        let convolved = try design.convolved(with: .glover, repetitionTime: 4, runs: runs)
        #expect(largestDifference(convolved.matrix.elements, expected.elements, floor: 1) < 1e-15)
    }

    @Test func preprocessingWorksOnEachRunAlone() throws {
        // A line, a constant, and something else, with another offset in the second run.
        let rows = (0 ..< 9).map { t -> [Double] in
            let second = runs[t] == 2 ? 100.0 : 0
            return [second - 3 * Double(t), 7 + second, [0, 1, 5, 2, 2, 4, 4, 9, 1][t] + second]
        }
        let series = try Matrix(rows)
        let detrended = try detrendRuns(series, runs: runs)
        #expect(try detrended.column(0).elements.allSatisfy { abs($0) < 1e-12 })
        #expect(try detrended.column(1).elements.allSatisfy { abs($0) < 1e-12 })
        // Second run of the third column, 4 4 9 1: mean 4.5, slope −0.4.
        let expected = [-1.1, -0.7, 4.7, -2.9]
        for (value, wanted) in zip(try detrended.column(2).elements[5...], expected) { #expect(abs(value - wanted) < 1e-12) }

        let scores = try zscoreRuns(series, runs: runs)
        #expect(try scores.column(1).elements.allSatisfy { $0 == 0 })
        let deviation = (33.0 / 4).squareRoot()
        for (value, wanted) in zip(try scores.column(2).elements[5...], [-0.5, -0.5, 4.5, -3.5]) { #expect(abs(value - wanted / deviation) < 1e-12) }
        // A single scan is a run like any other.
        #expect(try zscoreRuns(series[rows: 0 ..< 1]).elements == [0, 0, 0])
        #expect(try detrendRuns(series[rows: 0 ..< 1]).elements == [0, 0, 0])

        #expect(throws: NeuroError.notFinite(name: "series", index: 1)) { try zscoreRuns(Matrix([[1, .nan]])) }
        #expect(throws: NeuroError.shape(name: "series", shape: [0, 0], must: "of at least one row and one column")) { try detrendRuns(Matrix([])) }
        #expect(throws: NeuroError.self) { try detrendRuns(series, runs: [1, 2]) }
    }

    @Test func splitsByRun() throws {
        let rows = try splitRuns(runs, test: [2])
        #expect(rows.train == [0, 1, 2, 3, 4])
        #expect(rows.test == [5, 6, 7, 8])
        #expect(throws: NeuroError.self) { try splitRuns(runs, test: [3]) }
        #expect(throws: NeuroError.self) { try splitRuns(runs, test: [2, 4]) }
        #expect(throws: NeuroError.self) { try splitRuns(runs, test: []) }
    }

    @Test func simulatesAnExperimentThatCanBeEncoded() throws {
        let data = try Dataset.simulatedBold(classes: 4, runs: 6, width: 12, height: 8, seed: 3)
        #expect(data.series.shape == [6 * 65, 96])
        #expect(data == (try Dataset.simulatedBold(classes: 4, runs: 6, width: 12, height: 8, seed: 3)))
        #expect(data.series != (try Dataset.simulatedBold(classes: 4, runs: 6, width: 12, height: 8, seed: 4)).series)
        let y = try zscoreRuns(detrendRuns(data.series, runs: data.runs), runs: data.runs)
        let x = try Design(labels: data.labels).delayed([1, 2, 3, 4], runs: data.runs).matrix
        let (train, test) = try splitRuns(data.runs, test: [5])
        let fit = try RidgeCV(folds: .leaveOneRunOut(train.map { data.runs[$0] })).fit(x.selectingRows(train), y.selectingRows(train))
        let scores = try r2Score(y.selectingRows(test), fit.predict(x.selectingRows(test))).elements
        // Voxels with much to explain are explained to about that share, those without are not.
        let explainable = data.explainable.elements
        let strong = scores.indices.filter { explainable[$0] > 0.3 }, weak = scores.indices.filter { explainable[$0] < 0.01 }
        #expect(strong.count > 5 && weak.count > 5)
        func mean(_ indices: [Int], _ values: [Double]) -> Double { indices.map { values[$0] }.reduce(0, +) / Double(indices.count) }
        #expect(abs(mean(strong, scores) - mean(strong, explainable)) < 0.15)
        #expect(mean(weak, scores) < 0.05)
        #expect(try data.map(data.explainable).shape == [8, 12])
        #expect(throws: NeuroError.self) { try data.map([1]) }
        #expect(throws: NeuroError.self) { try Dataset.simulatedBold(classes: 0) }
        #expect(throws: NeuroError.self) { try Dataset.simulatedBold(width: -1) }
    }
}
