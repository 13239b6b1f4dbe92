// A series recorded in several runs comes with one run label per sample, as BIDS and PyMVPA tables have it. Nothing here may look across the border of two
// runs: what was shown at the end of one run does not reach into the next, and each run has its own drift and its own scale.

/// The rows of the samples to train on and of those to test on, by run.
///
/// ```swift
/// let (train, test) = try splitRuns(runs, test: [10, 11])
/// let fit = try RidgeCV().fit(x.selectingRows(train), y.selectingRows(train))
/// ```
///
/// - Parameters:
///   - runs: the run of each sample.
///   - test: the runs to hold out.
/// - Throws: `NeuroError` if a run to hold out does not occur, or no sample is left on one of the two sides.
public func splitRuns(_ runs: [Int], test: [Int]) throws -> (train: [Int], test: [Int]) {
    let held = Set(test)
    let occurring = Set(runs)
    for run in test where !occurring.contains(run) {
        throw NeuroError.invalid(name: "test", value: "\(test)", must: "made of runs that occur: \(occurring.sorted())")
    }
    let rows = (train: runs.indices.filter { !held.contains(runs[$0]) }, test: runs.indices.filter { held.contains(runs[$0]) })
    guard !rows.train.isEmpty, !rows.test.isEmpty else {
        throw NeuroError.invalid(name: "test", value: "\(test)", must: "some of the runs \(occurring.sorted()), not none and not all")
    }
    return rows
}

/// The runs of a series as ranges of its samples, in order.
struct RunBlocks {
    let ranges: [Range<Int>]

    /// - Parameter runs: the run of each sample; empty means that all samples are of one run.
    init(_ runs: [Int], samples: Int) throws {
        if runs.isEmpty {
            ranges = samples > 0 ? [0 ..< samples] : []
            return
        }
        guard runs.count == samples else {
            throw NeuroError.shape(name: "runs", shape: [runs.count], must: "one label for each of the \(samples) samples")
        }
        var ranges: [Range<Int>] = []
        var seen: Set<Int> = []
        var start = 0
        for index in 1 ... samples where index == samples || runs[index] != runs[start] {
            guard seen.insert(runs[start]).inserted else {
                throw NeuroError.invalid(name: "runs", value: "a vector where run \(runs[start]) comes back at sample \(start)", must: "one block of samples for each run")
            }
            ranges.append(start ..< index)
            start = index
        }
        self.ranges = ranges
    }
}
