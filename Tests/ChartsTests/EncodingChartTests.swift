import Charts
import Formats
import Linear
import Testing

/// What pictures of brains, scores and representations are made of, and what they refuse.
@Suite struct EncodingChartTests {
    private func cells(_ chart: Chart, _ name: String = "map") throws -> Cells {
        for layer in chart.layers { if case .cells(let cells) = layer.mark, layer.name == name { return cells } }
        throw ChartError.outOfRange(argument: "layer", value: name, allowed: "there")
    }

    private func texts(_ chart: Chart) -> [String] {
        chart.layers.flatMap { layer -> [String] in
            if case .notes(let notes) = layer.mark { return notes.map(\.text) }
            return []
        }
    }

    /// A single voxel at the right, in front and above of the middle shows up there in every view, however the file stores its axes.
    @Test(arguments: [false, true]) func leftIsLeft(isFlipped: Bool) throws {
        var values = [Double](repeating: 0.01, count: 5 * 5 * 5)
        // x = 8 mm is voxel 4, or 0 where x runs to the left; y = 4 mm is voxel 3; z = 8 mm is voxel 4.
        values[((isFlipped ? 0 : 4) * 5 + 3) * 5 + 4] = 1
        let size = isFlipped ? -4.0 : 4
        let affine = try Matrix([[size, 0, 0, isFlipped ? 8 : -8], [0, 4, 0, -8], [0, 0, 4, -8], [0, 0, 0, 1]])
        let map = try NIfTI(Vector(values), shape: [5, 5, 5], voxelSize: [4, 4, 4], affine: affine)
        for (axis, position, row, column) in [(BrainAxis.axial, 8.0, 1, 4), (.coronal, 4, 0, 4), (.sagittal, 8, 0, 3)] {
            let chart = try brainSlices(map, axis: axis, at: [position])
            let table = try cells(chart)
            let place = try #require(table.values.values.firstIndex(of: 1))
            #expect(place % table.columns == column)
            // Row 0 of the slice stands below its label.
            #expect(place / table.columns - (table.rows - 5) == row)
            #expect(table.values.values.count { $0 == 1 } == 1)
            #expect(
                texts(chart) == ["\(axis.rawValue == "axial" ? "z" : axis.rawValue == "coronal" ? "y" : "x") = \(Int(position))"] + (axis == .sagittal ? ["P", "A"] : ["L", "R"]))
        }
        let glass = try cells(glassBrain(map))
        #expect(glass.values.values.count { $0 == 1 } == 3)
    }

    @Test func anImageWithoutAPlaceHasNoLeft() throws {
        let map = try NIfTI(Vector((0 ..< 27).map(Double.init)), shape: [3, 3, 3])
        #expect(try texts(brainSlices(map, count: 2)) == ["z = 0.3", "z = 1.8"])
        #expect(try texts(glassBrain(map)).isEmpty)
    }

    @Test func thresholdsAndZeros() throws {
        let map = try NIfTI([0, 0.2, -0.5, 0.05, 0, 0, 0, 0.9], shape: [2, 2, 2])
        let shown = try cells(brainSlices(map, threshold: 0.2)).values.values.filter { !$0.isNaN }
        #expect(shown.sorted() == [-0.5, 0.2, 0.9])
        #expect(try cells(brainSlices(map)).values.values.count { !$0.isNaN } == 4)
        // Where NaN is written for what is missing, 0 is a number.
        let missing = try NIfTI([0, 0.2, .nan, 0.05, 0, 0, 0, 0.9], shape: [2, 2, 2])
        #expect(try cells(brainSlices(missing)).values.values.count { !$0.isNaN } == 7)
        let signed = try cells(brainSlices(map))
        #expect(signed.range == -0.9 ... 0.9 && signed.colors == .diverging)
        #expect(try cells(brainSlices(map, over: map)).colors == .coldHot)
        #expect(try cells(brainSlices(missing)).colors == .viridis)
        #expect(try cells(glassBrain(map, threshold: 0.6)).threshold == 0.6)
    }

    @Test func refusesBrains() throws {
        let map = try NIfTI([0, 0.2, -0.5, 0.05, 0, 0, 0, 0.9], shape: [2, 2, 2]), empty = try NIfTI(Vector(repeating: .nan, count: 8), shape: [2, 2, 2])
        for call in [
            { try brainSlices(map, count: 0) }, { try brainSlices(map, count: 61) }, { try brainSlices(map, at: [.nan]) }, { try brainSlices(map, at: [2e6]) },
            { try brainSlices(map, threshold: .nan) },
            { try brainSlices(map, threshold: -1) }, { try brainSlices(map, columns: 0) }, { try brainSlices(empty) }, { try glassBrain(empty) },
            { try glassBrain(map, mask: empty) },
            { try glassBrain(map, threshold: .infinity) },
        ] as [() throws -> Chart] {
            #expect(throws: ChartError.self) { try call() }
        }
        #expect(throws: FormatError.self) { try brainSlices(map, volume: 1) }
        // Voxels of absurd proportions, numbers of absurd size.
        let affine = try Matrix([[1e-8, 0, 0, 0], [0, 1, 0, 0], [0, 0, 9e11, 1], [0, 0, 0, 1]])
        let thin = try NIfTI([1, 2, -1e300, 1e300, 5, 6, 7, 8], shape: [2, 2, 2], affine: affine)
        for axis in [BrainAxis.axial, .coronal, .sagittal] { #expect(!(try brainSlices(thin, axis: axis).description.isEmpty)) }
        #expect(!(try glassBrain(thin).description.isEmpty))
        // What shows nothing above its threshold is a picture all the same.
        #expect(try cells(brainSlices(map, threshold: 5)).values.values.allSatisfy { $0.isNaN })
        #expect(!(try brainSlices(map, at: [1e5]).description.isEmpty))
    }

    @Test func flatMapsInterpolate() throws {
        let flat = try BrainPictures.flat()
        let table = try cells(brainFlatMap(flat.values, on: flat.surface, range: -1 ... 1))
        let drawn = table.values.values.filter { !$0.isNaN }
        let known = flat.values.elements.filter { !$0.isNaN }
        #expect(drawn.count > 20_000 && drawn.max()! <= known.max()! && drawn.min()! >= known.min()!)
        // A number that is linear over the plane stays so between the vertices.
        let points = try flat.surface.points()
        let linear = try cells(brainFlatMap(Vector((0 ..< points.rows).map { points.elements[3 * $0] }), on: flat.surface))
        let row = (0 ..< linear.columns).map { linear.values.values[linear.rows / 2 * linear.columns + $0] }.filter { !$0.isNaN }
        let steps = zip(row, row.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-9 * 100 } && steps[0] > 0)
        #expect(throws: ChartError.self) { try brainFlatMap([1, 2], on: flat.surface) }
        #expect(throws: ChartError.self) { try brainFlatMap(flat.values, on: flat.surface, curvature: [1]) }
        #expect(throws: ChartError.self) { try brainFlatMap([], on: []) }
        #expect(throws: ChartError.self) { try brainFlatMap([flat.values], on: [flat.surface], names: ["a", "b"]) }
        #expect(throws: ChartError.self) { try brainFlatMap(flat.values, on: flat.surface, threshold: .nan) }
    }

    @Test func medianAndShare() throws {
        let chart = try scoreHistogram([0.1, 0.2, 0.3, 0.4, .nan, .infinity], above: 0.25)
        #expect(chart.layers.compactMap(\.name) == ["median 0.250", "50 % above 0.25"])
        #expect(chart.y.title == "voxels (2 without a score)")
        #expect(try scoreHistogram([.nan]).layers.count == 1)
        #expect(throws: ChartError.self) { try scoreHistogram([1], above: .nan) }
    }

    @Test func densityCountsEveryVoxel() throws {
        let numbers = ScoreNumbers.make()
        let chart = try scoreDensity(numbers.first, numbers.second, range: -0.2 ... 1, bins: 20)
        let first = try #require(chart.layers.first)
        guard case .cells(let table) = first.mark else { return }
        #expect(table.values.values.filter { !$0.isNaN }.reduce(0, +) == 3_000)
        #expect(chart.colorLabel == "voxels")
        // (0.5, 0.9) lies in column 5 and row 9 of ten squares from 0 to 1.
        guard case .cells(let one) = try scoreDensity([0.55, .nan], [0.95, 1], range: 0 ... 1, bins: 10).layers[0].mark else { return }
        #expect(one.values.values.firstIndex(of: 1) == 95)
        #expect(throws: ChartError.self) { try scoreDensity([1], [1, 2]) }
        #expect(!(try scoreDensity([0, 1], [0, 1], range: 0 ... .leastNonzeroMagnitude).description.isEmpty))
        #expect(!(try scoreDensity([-1e300, 1e300], [1e300, 0]).description.isEmpty))
        #expect(throws: ChartError.self) { try scoreDensity([1], [1], names: ["a"]) }
        #expect(throws: ChartError.self) { try scoreDensity([1], [1], range: 0 ... 0) }
        #expect(throws: ChartError.self) { try scoreDensity([1], [1], bins: 4) }
        #expect(throws: ChartError.self) { try scoreDensity([1], [1], ceiling: .nan) }
        #expect(!(try scoreDensity([], []).description.isEmpty))
        #expect(!(try scoreDensity([1], [1]).description.isEmpty))
    }

    @Test func ceilings() throws {
        let chart = try scoreAgainstCeiling([0.1, 0.2, 0.3, .nan, 0.5], [0.2, 0.4, 0.4, 1, 0.01])
        #expect(chart.titleText == "R² over ceiling: median 0.50 (3 voxels)")
        #expect(throws: ChartError.self) { try scoreAgainstCeiling([1], [1, 2]) }
        #expect(throws: ChartError.self) { try scoreAgainstCeiling([1], [1], least: 0) }
        #expect(!(try scoreAgainstCeiling([], []).description.isEmpty))
    }

    @Test func penaltiesAtTheEnds() throws {
        let scores = try Matrix(rows: 3, columns: 2, elements: [0.1, 0.2, 0.3, .nan, 0.2, 0.1])
        let chart = try penaltyDiagnostics([100, 1, 10], scores: scores, chosen: [1, 10, 100, 100, 7])
        #expect(chart.panels.map(\.titleText) == ["75 % at an end of the grid", "CV score over 2 targets"])
        guard case .bars(let bars) = chart.panels[0].layers[0].mark else { return }
        #expect(bars.map(\.height) == [1, 1, 2] && chart.panels[0].y.title == "targets (1 with another penalty)")
        // Rows follow the penalties into their order: 1 has the second row, whose mean leaves NaN out.
        guard case .line(_, let means) = chart.panels[1].layers[1].mark else { return }
        #expect(means.values[0] == 0.3 && abs(means.values[2] - 0.15) < 1e-15)
        #expect(!(try penaltyDiagnostics([2], scores: Matrix(rows: 1, columns: 1, repeating: 1), chosen: [2]).description.isEmpty))
        #expect(throws: ChartError.self) { try penaltyDiagnostics([1, 0], scores: Matrix(rows: 2, columns: 1, repeating: 1), chosen: [1]) }
        #expect(throws: ChartError.self) { try penaltyDiagnostics([], scores: Matrix(rows: 0, columns: 1, repeating: 1), chosen: []) }
        #expect(throws: ChartError.self) { try penaltyDiagnostics([1, 2], scores: scores, chosen: [1]) }
    }

    @Test func percentilesOfDissimilarities() throws {
        let rdm = try Matrix([[0, 1, 3], [1, 0, 1], [3, 1, 0]])
        guard case .cells(let table) = try rdmHeatMap(rdm, percentiles: true).layers[0].mark else { return }
        // Four ones share ranks 0 to 3 of 5, two threes 4 and 5.
        #expect(table.values.values == [0, 30, 90, 30, 0, 30, 90, 30, 0])
        guard case .cells(let plain) = try rdmHeatMap(rdm).layers[0].mark else { return }
        #expect(plain.range == 1 ... 3)
        #expect(throws: ChartError.self) { try rdmHeatMap(Matrix(rows: 2, columns: 3, repeating: 0)) }
        for (argument, call) in [("names", { try rdmHeatMap(rdm, names: ["a"]) }), ("categories", { try rdmHeatMap(rdm, categories: ["a"]) })] as [(String, () throws -> Chart)] {
            #expect(throws: ChartError.differentLengths(first: argument, firstCount: 1, second: "the rows of rdm", secondCount: rdm.rows)) { try call() }
        }
        #expect(!(try rdmHeatMap(Matrix(rows: 0, columns: 0, repeating: 0)).description.isEmpty))
    }

    @Test func embeddings() throws {
        let same = try Matrix([[0, 0], [0, 0], [1, 1], [.nan, 1]])
        let chart = try embeddingScatter(same, names: ["first", "second", "third", "missing"])
        // One of the two at the same place keeps its name.
        #expect(texts(chart).contains("third") && !texts(chart).contains("missing"))
        #expect(throws: ChartError.self) { try embeddingScatter(Matrix(rows: 2, columns: 3, repeating: 0)) }
        #expect(throws: ChartError.self) { try embeddingScatter(same, names: ["a"]) }
        #expect(throws: ChartError.self) { try embeddingScatter(same, categories: ["a"]) }
        #expect(!(try embeddingScatter(Matrix(rows: 0, columns: 2, repeating: 0)).description.isEmpty))
        #expect(!(try embeddingScatter(Matrix(rows: 1, columns: 2, repeating: 5), names: ["alone"]).description.isEmpty))
    }
}
