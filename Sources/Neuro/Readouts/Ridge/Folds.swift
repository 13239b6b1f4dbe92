/// How cross-validation cuts the samples into parts, each of which is held out once.
public enum Folds: Equatable, Sendable, Codable {
    /// So many blocks of neighbouring samples, in order and not shuffled; the first blocks have one sample more where the number does not divide evenly.
    case contiguous(Int)
    /// The same blocks, and `gap` samples on either side of the one that is held out are not trained on either: for samples that carry the past with them, as the states of a reservoir do,
    /// which would otherwise tell of the block that is held out.
    case separated(Int, gap: Int)
    /// One fold for each run: the run of each sample. No fold then shares a run with what it is trained on.
    case leaveOneRunOut([Int])

    /// One part that is held out, and what the others are trained on while it is.
    struct Fold: Equatable {
        let train: [Int]
        let test: [Int]
    }

    func folds(samples: Int) throws -> [Fold] {
        switch self {
        case .contiguous(let count): return try blocks(count, gap: 0, samples)
        case .separated(let count, let gap):
            try Check.atLeast(0, gap, "gap")
            return try blocks(count, gap: gap, samples)
        case .leaveOneRunOut(let runs):
            guard runs.count == samples else {
                throw NeuroError.shape(name: "folds", shape: [runs.count], must: "the run of each of the \(samples) samples")
            }
            let folds = Set(runs).sorted().map { run in
                Fold(train: runs.indices.filter { runs[$0] != run }, test: runs.indices.filter { runs[$0] == run })
            }
            guard folds.count >= 2 else {
                throw NeuroError.invalid(name: "folds", value: "one run", must: "at least two runs")
            }
            return folds
        }
    }

    private func blocks(_ count: Int, gap: Int, _ samples: Int) throws -> [Fold] {
        guard count >= 2, count <= samples else {
            throw NeuroError.invalid(name: "folds", value: "\(count)", must: "from 2 to \(samples), the number of samples")
        }
        var start = 0
        return try (0 ..< count).map { fold in
            let end = start + samples / count + (fold < samples % count ? 1 : 0)
            defer { start = end }
            let before = 0 ..< max(0, start - gap), after = min(samples, end + min(gap, samples)) ..< samples
            guard gap == 0 || before.count + after.count >= 2 else {
                throw NeuroError.invalid(name: "gap", value: "\(gap)", must: "small enough to leave 2 of the \(samples) samples to train on beside each of the \(count) folds")
            }
            return Fold(train: Array(before) + Array(after), test: Array(start ..< end))
        }
    }
}
