import Charts
import Display
import Formats
import Foundation
import Linear
import Testing

/// Pictures of brains, scores and representations, byte for byte. `REWRITE_GOLDENS=1` writes them anew.
@Suite struct EncodingGoldenTests {
    @Test func slices() throws {
        let map = try BrainPictures.map(), anatomy = try BrainPictures.anatomy()
        try Golden.check("brain-slices", brainSlices(map, over: anatomy, count: 8, threshold: 0.1).colorLabel("correlation"))
        try Golden.check("brain-coronal", brainSlices(BrainPictures.map(signed: false), axis: .coronal, at: [-32, 0, 24]).colorLabel("R²").title("Without anatomy"))
    }

    @Test func glass() throws { try Golden.check("glass-brain", glassBrain(BrainPictures.map(), threshold: 0.06).colorLabel("correlation")) }

    @Test func flat() throws {
        let flat = try BrainPictures.flat()
        let chart = try brainFlatMap(
            [flat.values, flat.values * -1], on: [flat.surface, flat.surface], curvature: [flat.folds, flat.folds], names: ["left", "right"], threshold: 0.08)
        try Golden.check("brain-flat", chart.colorLabel("correlation"))
    }

    @Test func scores() throws {
        let numbers = ScoreNumbers.make()
        try Golden.check("score-histogram", scoreHistogram(numbers.first, above: 0.1).title("Motion energy"))
        try Golden.check("score-density", scoreDensity(numbers.first, numbers.second, names: ["motion energy", "words"], ceiling: 0.55, bins: 40))
        try Golden.check("score-ceiling", scoreAgainstCeiling(Vector(Array(numbers.second.elements.prefix(400))), Vector(Array(numbers.ceiling.elements.prefix(400)))))
    }

    @Test func penalties() throws {
        let alphas = Vector((-2 ... 5).map { Double("1e\($0)")! })
        let scores = try Matrix(
            rows: 8, columns: 60,
            elements: (0 ..< 480).map { (index: Int) -> Double in
                let row = Double(index / 60), target = Double(index % 60)
                return 0.1 + 0.2 * target / 60 - 0.012 * (row - 4 - target / 40) * (row - 4 - target / 40)
            })
        let chosen = Vector((0 ..< 60).map { alphas.elements[$0 < 8 ? 7 : 4 + ($0 / 14) % 3 - ($0 % 5 == 0 ? 1 : 0)] })
        try Golden.check("penalties", penaltyDiagnostics(alphas, scores: scores, chosen: chosen))
    }

    private let names = ["Anna", "Bert", "cat", "dog", "hammer", "saw", "house", "church", "castle"]
    private let kinds = ["face", "face", "animal", "animal", "tool", "tool", "building", "building", "building"]

    @Test func representations() throws {
        let rdm = try Matrix(
            rows: 9, columns: 9,
            elements: (0 ..< 81).map { (index: Int) -> Double in
                let (row, column) = (index / 9, index % 9)
                if row == column { return 0 }
                return (kinds[row] == kinds[column] ? 0.35 : 0.8) + Double((row * column + row + column) % 7) / 30
            })
        try Golden.check("rdm", rdmHeatMap(rdm, names: names, categories: kinds).title("Ventral temporal"))
        let points = try Matrix([[-2, 1], [-1.8, 1.15], [-0.4, 0.9], [-0.3, 0.92], [0.2, -1], [0.5, -1.2], [1.8, 0.1], [1.9, 0.4], [2.2, 0.2]])
        try Golden.check("embedding", embeddingScatter(points, names: names, categories: kinds).title("Multidimensional scaling"))
    }
}
