import Formats
import Linear

/// How what was shown becomes regressors.
public enum EncodingResponse: Equatable, Sendable, Codable {
    /// Copies of each feature so many scans later: the regression finds the shape of each voxel's response itself.
    case fir(delays: [Int])
    /// Each feature convolved with one response, the same for all voxels.
    case hrf(HRF)
    /// The features as they are: they hold the response already.
    case given
}

/// An encoding model from what was shown to a tested map, in one call: which voxels do features of the stimuli predict in runs that were held out, how well, and could that be chance?
///
/// ```swift
/// let bold = try Bold(images, mask: NIfTI("mask.nii.gz"))
/// let fit = try EncodingModel(testRuns: [10, 11]).fit(events: events, bold: bold)
/// print(fit)
/// plot(try fit.map(of: fit.correlations).slice(z: 0))
/// ```
///
/// The steps, each of which is a function too: each voxel's series without its straight line and z-scored in each run (`detrendRuns`, `zscoreRuns`); features delayed or convolved within the runs; ridge regression
/// with a penalty for each voxel, or for each band of features and voxel where there are several (`RidgeCV`, `GroupRidgeCV`), cross-validated by leaving out each training run in turn; R² and correlation on
/// the runs that are held out, against what repeats of them let a model reach (`explainableVariance`), divided among the bands (`r2ScoreSplit`), and against predictions of shuffled blocks
/// (`permutationTest`, `falseDiscoveryRate`). Regressions are in single precision, their decompositions in double. The order of work follows Dupré la Tour et al. 2022 (doi:10.1016/j.neuroimage.2022.119728).
public struct EncodingModel: Equatable, Sendable, Codable {
    /// The runs that are held out to be predicted.
    public let testRuns: [Int]
    /// How what was shown becomes regressors.
    public let response: EncodingResponse
    /// The penalties to choose from.
    public let alphas: Vector
    /// The scales of bands that are tried, where there are several.
    public let search: BandSearch
    /// Whether the held-out runs are repeats of the same stimuli: they are then averaged, and give the ceiling.
    public let testRunsRepeat: Bool
    /// Whether straight lines are taken out of each run.
    public let detrends: Bool
    /// How many permutations test the prediction; 0 for no test.
    public let permutations: Int
    /// How many scans are shuffled together.
    public let block: Int
    /// The start of the random numbers of the test.
    public let seed: Int

    /// - Parameters:
    ///   - testRuns: the runs to hold out; two or more must be left to train on.
    ///   - response: delays of 1 to 4 scans by default, for scans every 2 s or so.
    ///   - alphas: without it, 20 penalties from 10 to 10²⁰, evenly spaced in their logarithm: wide, since features come in all sizes.
    ///   - search: 50 random candidates by default; only of use with several bands.
    ///   - testRunsRepeat: whether the held-out runs repeat the same stimuli, false by default.
    ///   - detrends: true by default.
    ///   - permutations: 1000 by default, for probabilities down to 0.001.
    ///   - block: 10 scans by default, about 20 s.
    ///   - seed: 0 by default.
    /// - Throws: `NeuroError` if there is no test run, a penalty is negative or not finite, or `permutations` or `block` are negative.
    public init(
        testRuns: [Int], response: EncodingResponse = .fir(delays: [1, 2, 3, 4]), alphas: Vector? = nil, search: BandSearch = .randomSearch(iterations: 50),
        testRunsRepeat: Bool = false,
        detrends: Bool = true, permutations: Int = 1000, block: Int = 10, seed: Int = 0
    ) throws {
        guard !testRuns.isEmpty else { throw NeuroError.invalid(name: "testRuns", value: "[]", must: "at least one run to be predicted") }
        guard !testRunsRepeat || testRuns.count > 1 else {
            throw NeuroError.invalid(name: "testRunsRepeat", value: "true with testRuns \(testRuns)", must: "false, or two runs at least that repeat one another")
        }
        let alphas = try alphas ?? RidgeCV.alphas(from: 10, to: 1e20, count: 20)
        try checkPenalties(alphas)
        try Check.atLeast(0, permutations, "permutations")
        try Check.atLeast(1, block, "block")
        (self.testRuns, self.response, self.alphas, self.search) = (testRuns, response, alphas, search)
        (self.testRunsRepeat, self.detrends, self.permutations, self.block, self.seed) = (testRunsRepeat, detrends, permutations, block, seed)
    }

    /// Fits and tests a model of the kinds of events.
    ///
    /// - Parameters:
    ///   - events: one table for each run of the recording, in its order.
    ///   - bold: the recording.
    /// - Throws: `NeuroError` if there is not one table per run, an event lies behind the end of its run, `.given` is the response, or as `fit(features:bold:names:)`.
    public func fit(events: [BIDSEvents], bold: Bold) throws -> EncodingFit {
        let design = try Design(events: events, bold: bold, response: response)
        return try evaluate([design], ["events"], bold)
    }

    /// Fits and tests a model of features.
    ///
    /// - Parameters:
    ///   - features: for each band its features over all scans of the recording; one band for plain ridge regression.
    ///   - bold: the recording.
    ///   - names: what the bands are called; "band 1", … without it.
    /// - Throws: `NeuroError` if there is no band, one has not as many rows as there are scans, names are not one for each band, a test run does not occur, fewer than two runs are left to train on, or held-out
    ///   runs that are to be repeats differ in length or features, or the scans to test on make fewer than two blocks for the permutations.
    /// - Complexity: that of the regression (see `RidgeCV`, `GroupRidgeCV`), and permutations · test scans · voxels for the test.
    public func fit(features: [Design], bold: Bold, names: [String] = []) throws -> EncodingFit {
        guard !features.isEmpty else { throw NeuroError.shape(name: "features", shape: [0], must: "at least one band") }
        let names = names.isEmpty ? features.indices.map { "band \($0 + 1)" } : names
        guard names.count == features.count else { throw NeuroError.shape(name: "names", shape: [names.count], must: "one for each of the \(features.count) bands") }
        let designs = try features.enumerated().map { index, band in
            guard band.scans == bold.scans else {
                throw NeuroError.shape(name: "features[\(index)]", shape: band.matrix.shape, must: "of \(bold.scans) rows, one for each scan of the recording")
            }
            switch response {
            case .fir(let delays): return try band.delayed(delays, runs: bold.runs)
            case .hrf(let hrf): return try band.convolved(with: hrf, repetitionTime: bold.repetitionTime, runs: bold.runs)
            case .given: return band
            }
        }
        return try evaluate(designs, names, bold)
    }

    private func evaluate(_ designs: [Design], _ names: [String], _ bold: Bold) throws -> EncodingFit {
        let occurring = Set(bold.runs)
        guard testRuns.allSatisfy(occurring.contains), !occurring.isSubset(of: testRuns) else {
            throw NeuroError.invalid(name: "testRuns", value: "\(testRuns)", must: "some of the runs \(occurring.sorted()) of the recording, and not all")
        }
        let (train, test) = try splitRuns(bold.runs, test: testRuns)
        let trainRuns = train.map { bold.runs[$0] }
        guard Set(trainRuns).count >= 2 else {
            throw NeuroError.invalid(name: "testRuns", value: "\(testRuns)", must: "so few of the runs \(Set(bold.runs).sorted()) that two are left to train on")
        }
        // Only the rows that are used are copied, and changed in place: a whole brain is a gigabyte.
        let y = try prepared(bold.series, train, trainRuns)
        let testRows = test.map { bold.runs[$0] }
        var observed = try prepared(bold.series, test, testRows).doublePrecision
        var features = try designs.map { try $0.matrix.selectingRows(test).singlePrecision }
        var blocks = testRows
        var ceiling: Vector?
        if testRunsRepeat {
            let ranges = try RunBlocks(testRows, samples: test.count).ranges
            try checkRepeats(features, ranges, names)
            let repeats = try ranges.map { try observed[rows: $0] }
            if repeats.count > 1 { ceiling = try explainableVariance(repeats) }
            observed = try zscoreRuns(repeats.dropFirst().reduce(repeats[0]) { try $0 + $1 })
            features = try features.map { try $0[rows: ranges[0]] }
            blocks = Array(repeating: 0, count: observed.rows)
        }

        // Before the regression, which may take minutes.
        if permutations > 0 { _ = try BlockOrder(samples: observed.rows, block: block, runs: blocks) }

        let share = permutations > 0 ? 0.8 : 1
        let x = try designs.map { try $0.matrix.selectingRows(train).singlePrecision }
        let folds = Folds.leaveOneRunOut(trainRuns)
        let regression: BandedFit = try Progress.stretch(from: 0, to: share) {
            if x.count == 1 { return .plain(try RidgeCV(alphas: alphas, folds: folds).fit(x[0], y)) }
            return .banded(try GroupRidgeCV(search: search, alphas: alphas, folds: folds).fit(x, y))
        }
        let predicted = try regression.predict(features).doublePrecision
        let probabilities =
            permutations == 0
            ? nil
            : try Progress.stretch(from: share, to: 1) {
                try permutationTest(observed, predicted, block: block, permutations: permutations, runs: blocks, seed: seed)
            }
        return try EncodingFit(
            names: names, featureNames: designs.map(\.names), regression: regression, r2: r2Score(observed, predicted), correlations: correlationScore(observed, predicted),
            ceiling: ceiling,
            split: regression.split(features).map { try r2ScoreSplit(observed, $0) }, test: probabilities, mask: bold.mask)
    }

    private func prepared(_ series: FloatMatrix, _ rows: [Int], _ runs: [Int]) throws -> FloatMatrix {
        var part = try series.selectingRows(rows)
        if detrends { try detrend(&part, runs) }
        try zscore(&part, runs)
        return part
    }

    private func checkRepeats(_ features: [FloatMatrix], _ ranges: [Range<Int>], _ names: [String]) throws {
        for range in ranges.dropFirst() {
            guard range.count == ranges[0].count else {
                throw NeuroError.invalid(name: "testRuns", value: "runs of \(ranges.map(\.count)) scans", must: "of the same length, as repeats of the same stimuli are")
            }
            for (band, name) in zip(features, names) {
                guard try band[rows: range] == band[rows: ranges[0]] else {
                    throw NeuroError.invalid(name: "testRuns", value: "runs with other features in \(name)", must: "repeats of the same stimuli")
                }
            }
        }
    }
}

extension Design {
    /// Regressors of the events of all runs, one row for each scan of the recording. Columns are in the order in which the kinds of events first occur.
    init(events: [BIDSEvents], bold: Bold, response: EncodingResponse) throws {
        let ranges = try RunBlocks(bold.runs, samples: bold.scans).ranges
        guard events.count == ranges.count else {
            throw NeuroError.shape(name: "events", shape: [events.count], must: "one table for each of the \(ranges.count) runs")
        }
        let (hrf, basis): (HRF, HRFBasis)
        switch response {
        case .hrf(let model): (hrf, basis) = (model, .response)
        case .fir(let delays): (hrf, basis) = (.glover, .fir(delays: delays))
        case .given: throw NeuroError.invalid(name: "response", value: ".given", must: ".hrf or .fir for events, which last seconds and not scans")
        }
        var parts: [Design] = []
        for (index, (table, range)) in zip(events, ranges).enumerated() {
            let end = Double(range.count) * bold.repetitionTime
            guard table.count > 0 else { throw NeuroError.tooShort(name: "events[\(index)]", count: 0, needed: 1, why: "a design") }
            if let late = table.onsets.elements.firstIndex(where: { $0 >= end }) {
                throw NeuroError.invalid(
                    name: "events[\(index)]", value: "a table with an onset at \(table.onsets.elements[late]) s in row \(late + 1)",
                    must: "of events before the end of the run, which is at \(end) s")
            }
            parts.append(
                try Design(
                    onsets: table.onsets, durations: table.durations, kinds: table.trialTypes, scans: range.count, repetitionTime: bold.repetitionTime, hrf: hrf, basis: basis))
        }
        var names: [String] = []
        for name in parts.flatMap(\.names) where !names.contains(name) { names.append(name) }
        var values = [Double](repeating: 0, count: try Allocation.count(of: [bold.scans, names.count], named: "the design", as: Double.self))
        for (part, range) in zip(parts, ranges) {
            for (column, name) in part.names.enumerated() {
                guard let place = names.firstIndex(of: name) else { continue }
                for (row, scan) in range.enumerated() { values[scan * names.count + place] = part.matrix.elements[row * part.names.count + column] }
            }
        }
        try self.init(names: names, matrix: Matrix(rows: bold.scans, columns: names.count, elements: values))
    }
}
