import Foundation
import Formats
import Linear
import Neuro
import Testing

@Suite struct SearchlightTests {
    /// A volume of 6 x 5 x 4 with a mask of most of it, and patterns that tell two halves of the conditions apart on one side of it.
    static func data() throws -> (mask: NIfTI, patterns: Matrix, conditions: [String], runs: [Int], model: RDM) {
        var random = Random(seed: 11)
        let inside = try random.uniform(count: 120).elements.map { $0 < 0.8 ? 1.0 : 0 }
        let mask = try NIfTI(Vector(inside), shape: [6, 5, 4])
        let places = inside.indices.filter { inside[$0] > 0 }
        var patterns = try random.normal(rows: 24, columns: places.count)
        let conditions = (0 ..< 24).map { "c\($0 % 6)" }, runs = (0 ..< 24).map { $0 / 6 }
        let signal = try random.normal(count: places.count)
        for (column, place) in places.enumerated() where place / 20 < 3 {
            for row in 0 ..< 24 where row % 6 < 3 { try patterns.set(patterns[row, column] + 3 * signal[column], row: row, column: column) }
        }
        let model = try RDM(Matrix(rows: 6, columns: 6, elements: (0 ..< 36).map { ($0 / 6 < 3) == ($0 % 6 < 3) ? 0 : 1 }))
        return (mask, patterns, conditions, runs, model)
    }

    @Test func spheresHoldWhatIsNear() throws {
        let whole = try Searchlight(shape: [5, 5, 5], voxels: Array(0 ..< 125), radius: 2)
        // 33 points of the lattice are within 2 of the middle one; within √3, 27.
        #expect(try whole.neighbors(of: 62).count == 33)
        #expect(try Searchlight(shape: [5, 5, 5], voxels: Array(0 ..< 125), radius: 3.0.squareRoot()).neighbors(of: 62).count == 27)
        #expect(try whole.neighbors(of: 0).count == 11)
        #expect(try Searchlight(shape: [5, 5, 5], voxels: Array(0 ..< 125), radius: 1e300).neighbors(of: 0).count == 125)
        let (mask, _, _, _, _) = try Self.data()
        let masked = try Searchlight(mask: mask, radius: 1.5)
        for column in masked.voxels.indices {
            let p = masked.voxels[column]
            let near = masked.voxels.indices.filter { other in
                let q = masked.voxels[other]
                let (x, y, z) = (p / 20 - q / 20, p / 4 % 5 - q / 4 % 5, p % 4 - q % 4)
                return x * x + y * y + z * z <= 2
            }
            #expect(try masked.neighbors(of: column) == near)
        }
        #expect(try JSONDecoder().decode(Searchlight.self, from: JSONEncoder().encode(masked)) == masked)
    }

    @Test(arguments: [Searchlight.Distance.euclidean, .correlation, .crossnobis])
    func eachSphereIsItsRDM(_ distance: Searchlight.Distance) throws {
        let (mask, patterns, conditions, runs, model) = try Self.data()
        let light = try Searchlight(mask: mask, radius: 2)
        let map = try light.similarities(patterns, conditions: conditions, runs: runs, to: [model, model.ranked()], distance: distance, by: .spearman)
        let all = try light.dissimilarities(patterns, conditions: conditions, runs: runs, distance: distance)
        for center in [0, 17, 50, light.voxels.count - 1] {
            let local = try patterns.selectingColumns(light.neighbors(of: center))
            let rdm =
                switch distance {
                case .euclidean: try RDM.euclidean(local, conditions: conditions)
                case .correlation: try RDM.correlation(local, conditions: conditions)
                case .crossnobis: try RDM.crossnobis(local, conditions: conditions, runs: runs)
                }
            #expect(try all.row(center) == rdm.dissimilarities)
            #expect(try abs(map.similarities[0, center] - rdm.similarity(to: model, by: .spearman)) < 1e-12)
            #expect(map.sizes[center] == local.columns)
        }
        #expect(try mask.filled(with: map.similarities.row(1)).shape == [6, 5, 4])
        // The signal is on one side.
        let sides = light.voxels.indices.map { light.voxels[$0] / 20 < 2 }
        let near = sides.indices.filter { sides[$0] }.map { map.similarities.elements[$0] },
            far = sides.indices.filter { light.voxels[$0] / 20 > 4 }.map { map.similarities.elements[$0] }
        #expect(near.reduce(0, +) / Double(near.count) > 0.2 && far.reduce(0, +) / Double(far.count) < 0.1)
        let single = try Threads.withLimit(1) { try light.dissimilarities(patterns, conditions: conditions, runs: runs, distance: distance) }
        #expect(single == all)
    }

    @Test func noiseIsEstimatedInEachSphere() throws {
        let (mask, patterns, conditions, runs, _) = try Self.data()
        let light = try Searchlight(mask: mask, radius: 1)
        let residuals = try Random(seed: 12).matrix(30, light.voxels.count)
        let all = try light.dissimilarities(patterns, conditions: conditions, runs: runs, distance: .crossnobis, residuals: residuals)
        let columns = try light.neighbors(of: 20)
        let precision = try NoisePrecision.estimated(fromResiduals: residuals.selectingColumns(columns))
        let rdm = try RDM.crossnobis(patterns.selectingColumns(columns), conditions: conditions, runs: runs, precision: precision)
        #expect(try all.row(20) == rdm.dissimilarities)
    }

    @Test func voxelsWithoutNumbersAreLeftOut() throws {
        var (mask, patterns, conditions, runs, model) = try Self.data()
        let light = try Searchlight(mask: mask, radius: 1.5)
        let clean = try light.similarities(patterns, conditions: conditions, runs: runs, to: [model])
        try patterns.set(.nan, row: 5, column: 30)
        for row in 0 ..< 24 { try patterns.set(7, row: row, column: 60) }
        let map = try light.similarities(patterns, conditions: conditions, runs: runs, to: [model])
        #expect(try map.similarities[0, 30].isNaN && map.similarities[0, 60].isNaN && map.sizes[30] == 0 && map.sizes[60] == 0)
        let touched = Set(try light.neighbors(of: 30) + light.neighbors(of: 60))
        for column in light.voxels.indices where column != 30 && column != 60 {
            #expect(try !map.similarities[0, column].isNaN)
            #expect((map.sizes[column] < clean.sizes[column]) == touched.contains(column))
        }
        // A sphere that is too small says nothing.
        let least = try light.similarities(patterns, conditions: conditions, to: [model], leastVoxels: 12)
        #expect(light.voxels.indices.allSatisfy { least.similarities.elements[$0].isNaN == (least.sizes[$0] < 12) })
        #expect(least.description.hasPrefix("searchlight map of 1 models, cosine, \(light.voxels.count - 2) of \(light.voxels.count) voxels"))
    }

    @Test func aLongSearchCanBeStopped() throws {
        let (mask, patterns, conditions, runs, model) = try Self.data()
        let light = try Searchlight(mask: mask)
        #expect(throws: Interrupted.self) {
            try Progress.observe({ if $0 > 0 { throw Interrupted() } }) {
                _ = try light.similarities(patterns, conditions: conditions, runs: runs, to: [model], distance: .crossnobis)
            }
        }
    }

    @Test func whatDoesNotFitIsAnError() throws {
        let (mask, patterns, conditions, runs, model) = try Self.data()
        let light = try Searchlight(mask: mask)
        #expect(throws: NeuroError.self) { try Searchlight(mask: mask, radius: 0) }
        #expect(throws: NeuroError.self) { try Searchlight(mask: mask, radius: .infinity) }
        #expect(throws: NeuroError.self) { try Searchlight(mask: NIfTI(Vector.zeros(8), shape: [2, 2, 2])) }
        #expect(throws: NeuroError.self) { try Searchlight(mask: NIfTI(Vector.ones(16), shape: [2, 2, 2, 2])) }
        #expect(throws: NeuroError.self) { try Searchlight(shape: [2, 2], voxels: [0]) }
        #expect(throws: NeuroError.self) { try Searchlight(shape: [2, 2, 2], voxels: [8]) }
        #expect(throws: NeuroError.self) { try Searchlight(shape: [2, 2, 2], voxels: [1, 0]) }
        #expect(throws: NeuroError.self) { try Searchlight(shape: [Int.max, 2, 2], voxels: [1]) }
        #expect(throws: NeuroError.self) { try light.neighbors(of: -1) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns[columns: 0 ..< 5], conditions: conditions, to: [model]) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: [], to: [model]) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, to: []) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, to: [RDM([1, 2, 3])]) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, to: [model], distance: .crossnobis) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, runs: runs, to: [model], residuals: patterns[columns: 0 ..< 3]) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, to: [model], distance: .correlation, residuals: patterns) }
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, to: [model], leastVoxels: 0) }
        let renamed = try RDM(model.matrix, conditions: ["a", "b", "c", "d", "e", "f"])
        #expect(throws: NeuroError.self) { try light.similarities(patterns, conditions: conditions, to: [renamed]) }
    }
}
