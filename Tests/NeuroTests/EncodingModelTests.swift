import Formats
import Linear
import Neuro
import Testing

@Suite struct EncodingModelTests {
    /// Eight runs of 60 scans, the last three repeats of one another; voxels that follow the first band, the second, both, and none.
    private struct Planted {
        let bands: [Design]
        let bold: Bold

        init(noise: Double = 1) throws {
            var random = Random(seed: 5)
            let (length, voxels) = (60, 40)
            var features = [try random.normal(rows: 6 * length, columns: 3), try random.normal(rows: 6 * length, columns: 4)]
            let rows = Array(0 ..< 5 * length) + (0 ..< 3).flatMap { _ in Array(5 * length ..< 6 * length) }
            features = try features.map { try $0.selectingRows(rows) }
            let runs = (0 ..< 8).flatMap { Array(repeating: $0, count: length) }
            bands = try features.enumerated().map { band, x in try Design(names: (0 ..< x.columns).map { "\(band)-\($0)" }, matrix: x) }
            var y = try random.normal(rows: rows.count, columns: voxels) * noise
            for band in 0 ..< 2 {
                let delayed = try bands[band].delayed([1, 2], runs: runs).matrix
                var weights = try random.normal(rows: delayed.columns, columns: voxels)
                // Voxels 0-9 follow the first band, 10-19 the second, 20-29 both.
                for row in 0 ..< weights.rows {
                    for voxel in 0 ..< voxels where !(band == 0 ? [0, 2] : [1, 2]).contains(voxel / 10) { try weights.set(0, row: row, column: voxel) }
                }
                y = try y + delayed %*% weights
            }
            bold = try Bold(series: y, repetitionTime: 2, runs: runs)
        }
    }

    @Test func findsWhatWasPlanted() throws {
        let planted = try Planted()
        let model = try EncodingModel(
            testRuns: [5, 6, 7], response: .fir(delays: [1, 2]), alphas: RidgeCV.alphas(from: 1, to: 1e4, count: 9), search: .randomSearch(iterations: 12), testRunsRepeat: true,
            permutations: 400)
        let fit = try model.fit(features: planted.bands, bold: planted.bold, names: ["first", "second"])
        #expect(try Set(fit.significantVoxels()).isSuperset(of: 0 ..< 30))
        #expect(try fit.significantVoxels().count <= 33)
        // R² reaches its ceiling where the model is right; nothing repeats in the last ten voxels.
        let (ceiling, normalized) = (try #require(fit.ceiling), try fit.normalizedR2(floor: 0.3))
        for voxel in 0 ..< 30 { #expect(ceiling.elements[voxel] > 0.6 && normalized.elements[voxel] > 0.8) }
        for voxel in 30 ..< 40 { #expect(ceiling.elements[voxel] < 0.3 && normalized.elements[voxel].isNaN) }
        // The bands get what is theirs.
        let split = try #require(fit.split)
        for voxel in 0 ..< 10 { #expect(try split[0, voxel] > 0.5 && abs(split[1, voxel]) < 0.05) }
        for voxel in 10 ..< 20 { #expect(try split[1, voxel] > 0.5 && abs(split[0, voxel]) < 0.05) }
        let sums = split.sum(each: .column)
        for voxel in 0 ..< 40 { #expect(abs(sums.elements[voxel] - fit.r2.elements[voxel]) < 0.02) }
        #expect(fit.weights.shape == [14, 40] && fit.featureNames.map(\.count) == [6, 8] && fit.alphas.count == 40)
        // Weights for display: averages over the delays, of length √R².
        let (features, shown) = try fit.displayWeights(band: 1)
        #expect(features == ["1-0", "1-1", "1-2", "1-3"] && shown.shape == [4, 40])
        for voxel in 0 ..< 40 {
            let square = try shown.column(voxel).elements.reduce(0) { $0 + $1 * $1 }
            #expect(abs(square - max(0, fit.r2.elements[voxel])) < 1e-9)
        }
        let direct = try (Double(fit.weights[6 + 2, 12]) + Double(fit.weights[6 + 4 + 2, 12])) / 2, other = try (Double(fit.weights[6, 12]) + Double(fit.weights[6 + 4, 12])) / 2
        #expect(try abs(shown[2, 12] / shown[0, 12] - direct / other) < 1e-9)
        #expect(throws: NeuroError.self) { try fit.displayWeights(band: 2) }
        #expect("\(fit)".hasPrefix("encoding of 40 voxels by first, second: correlation 0."))
    }

    @Test func threadsChangeNoBit() throws {
        let planted = try Planted()
        let model = try EncodingModel(testRuns: [7], response: .given, search: .randomSearch(iterations: 3), permutations: 20)
        let fits = try [1, 3].map { threads in try Threads.withLimit(threads) { try model.fit(features: planted.bands, bold: planted.bold) } }
        #expect(fits[0] == fits[1])
        let plain = try model.fit(features: [planted.bands[0]], bold: planted.bold)
        #expect(plain.split == nil && plain.names == ["band 1"])
    }

    @Test func refusesWhatDoesNotFit() throws {
        let planted = try Planted()
        let (bands, bold) = (planted.bands, planted.bold)
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: []) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [1], alphas: [-1]) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [1], permutations: -1) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [1], block: 0) }
        let model = try EncodingModel(testRuns: [7], permutations: 0)
        #expect(throws: NeuroError.self) { try model.fit(features: [], bold: bold) }
        #expect(throws: NeuroError.self) { try model.fit(features: bands, bold: bold, names: ["one"]) }
        #expect(throws: NeuroError.self) { try model.fit(features: [Design(names: ["a"], matrix: Matrix([[1]]))], bold: bold) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [9], permutations: 0).fit(features: bands, bold: bold) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [0, 1, 2, 3, 4, 5, 6]).fit(features: bands, bold: bold) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [0, 1], testRunsRepeat: true, permutations: 0).fit(features: bands, bold: bold) }
        #expect(throws: NeuroError.invalid(name: "testRunsRepeat", value: "true with testRuns [3]", must: "false, or two runs at least that repeat one another")) {
            try EncodingModel(testRuns: [3], testRunsRepeat: true)
        }
        // What the model was asked for is named as it was, and before the regression.
        for (runs, text) in [([9], "testRuns is [9]"), (Array(0 ... 7), "testRuns is [0, 1, 2, 3, 4, 5, 6, 7]")] {
            let error = #expect(throws: NeuroError.self) { try EncodingModel(testRuns: runs, permutations: 0).fit(features: bands, bold: bold) }
            #expect(error?.description.contains(text) == true)
        }
        let long = #expect(throws: NeuroError.self) {
            try EncodingModel(testRuns: [7], response: .given, search: .randomSearch(iterations: 0), block: 100_000).fit(features: bands, bold: bold)
        }
        #expect(long?.description.contains("block is 100000") == true)
        // A name is cut at the delay that was added, and not at what looks like one.
        let odd = try Design(names: ["a (delay 1)", "a (delay 2)"], matrix: bands[0].matrix[columns: 0 ..< 2])
        #expect(try model.fit(features: [odd], bold: bold).displayWeights().features == odd.names)
        let events = try BIDSEvents(onsets: [2, 10], durations: [1, 1], trialTypes: ["a", "b"])
        #expect(throws: NeuroError.self) { try model.fit(events: [events], bold: bold) }
        let late = try BIDSEvents(onsets: [2, 500], durations: [1, 1], trialTypes: ["a", "b"])
        #expect(throws: NeuroError.self) { try model.fit(events: Array(repeating: late, count: 8), bold: bold) }
        #expect(throws: NeuroError.self) { try EncodingModel(testRuns: [7], response: .given).fit(events: Array(repeating: events, count: 8), bold: bold) }
        let fit = try model.fit(events: Array(repeating: events, count: 8), bold: bold)
        #expect(fit.featureNames[0].count == 8 && fit.test == nil)
        #expect(throws: NeuroError.self) { try fit.significantVoxels() }
        #expect(throws: NeuroError.self) { try fit.normalizedR2() }
        #expect(throws: NeuroError.self) { try fit.map(of: fit.r2) }
        // A voxel that never varies is predicted as it is: as nothing.
        let flat = try Bold(series: Matrix(rows: bold.scans, columns: 2, repeating: 7), repetitionTime: 2, runs: bold.runs)
        let nothing = try EncodingModel(testRuns: [7], permutations: 10).fit(features: bands, bold: flat)
        #expect(nothing.r2.elements == [0, 0] && nothing.correlations.elements == [0, 0])
        #expect(try nothing.significantVoxels().isEmpty)
    }

    @Test func stopsWhenAsked() throws {
        let planted = try Planted()
        for limit in [0.1, 0.9] {
            #expect(throws: Interrupted.self) {
                try Progress.observe({ if $0 > limit { throw Interrupted() } }) { try EncodingModel(testRuns: [7]).fit(features: planted.bands, bold: planted.bold) }
            }
        }
    }
}

/// On the data of Haxby et al. (2001); the figures are those that `Reference/make_pipeline.py` prints. Skipped where the data are absent.
@Suite(.enabled(if: EncodingReference.haxby != nil, "the Haxby data are not here: set ENGRAM_HAXBY to their folder")) struct HaxbyPipelineTests {
    private func slice() throws -> (bold: Bold, design: Design) {
        let folder = try #require(EncodingReference.haxby)
        let table = try Table(folder + "/attributes_literal.txt", header: false, separator: " ")
        let bold = try Bold(folder + "/bold.nii.gz", mask: NIfTI(folder + "/mask.nii.gz"), runs: table.integers(1))
        return (bold, try Design(labels: table.strings(0)))
    }

    // Larger penalties would leave some predictions so small that their correlation is rounding noise.
    private func alphas() throws -> Vector { try RidgeCV.alphas(from: 10, to: 1e6, count: 11) }

    private func check(_ fit: EncodingFit, mean: Double, best: Double, above: Int, bestR2: Double, meanR2: Double, within slack: Double = 2e-5) {
        let r = fit.correlations.elements, r2 = fit.r2.elements, count = Double(fit.voxels)
        #expect(abs(r.reduce(0, +) / count - mean) < slack)
        #expect(abs((r.max() ?? 0) - best) < 2e-5)
        #expect(r.count { $0 > 0.3 } == above)
        #expect(abs((r2.max() ?? 0) - bestR2) < 2e-5)
        #expect(abs(r2.reduce(0, +) / count - meanR2) < 2e-5)
    }

    @Test func theSliceByDelays() throws {
        let (bold, design) = try slice()
        let fit = try EncodingModel(testRuns: [10, 11], alphas: alphas(), permutations: 200).fit(features: [design], bold: bold)
        check(fit, mean: 0.16257, best: 0.73681, above: 116, bestR2: 0.52936, meanR2: 0.05457)
        let found = try fit.significantVoxels()
        #expect((100 ... 250).contains(found.count))
        #expect(found.allSatisfy { fit.correlations.elements[$0] > 0.1 })
        #expect(try fit.map(of: fit.r2).shape == [40, 20, 1])
    }

    @Test func theSliceByTwoBands() throws {
        let (bold, design) = try slice()
        let animate = ["face", "cat"].compactMap { design.names.firstIndex(of: $0) }
        let others = design.names.indices.filter { !animate.contains($0) }
        let bands = try [animate, others].map { try Design(names: $0.map { design.names[$0] }, matrix: design.matrix.selectingColumns($0)) }
        let fit = try EncodingModel(testRuns: [10, 11], alphas: alphas(), search: .given(Matrix([[0.5, 0.5], [0.9, 0.1], [0.1, 0.9]])), permutations: 0).fit(
            features: bands, bold: bold, names: ["animate", "other"])
        // Candidates that differ by less than single precision holds are equal here, and not in the reference: some voxels with nearly no correlation take another.
        check(fit, mean: 0.16448, best: 0.72864, above: 115, bestR2: 0.50811, meanR2: 0.05153, within: 5e-4)
        let parts = try #require(fit.split).mean(each: .row).elements
        #expect(abs(parts[0] - 0.01496917) < 2e-5 && abs(parts[1] - 0.03655767) < 2e-5)
    }

    @Test func theWholeBrainByItsEvents() throws {
        let folder = try #require(EncodingReference.haxby) + "/whole-brain-25mm"
        let names = (1 ... 12).map { folder + "/run-" + ($0 < 10 ? "0" : "") + "\($0)" }
        let bold = try Bold(names.map { $0 + ".nii.gz" }, mask: NIfTI(folder + "/mask-brain.nii.gz"), repetitionTime: 2.5)
        let model = try EncodingModel(testRuns: [10, 11], response: .hrf(.glover), alphas: alphas(), permutations: 0)
        let fit = try model.fit(events: names.map { try BIDSEvents($0 + "_events.tsv") }, bold: bold)
        check(fit, mean: 0.05986, best: 0.33109, above: 9, bestR2: 0.10945, meanR2: 0.00910)
    }
}
