/// How cross-validation cuts the samples into parts, each of which is held out once.
public enum Folds: Equatable, Sendable, Codable {
    /// So many blocks of neighbouring samples, in order and not shuffled; the first blocks have one sample more where the number does not divide evenly.
    case contiguous(Int)
    /// One fold for each run: the run of each sample. No fold then shares a run with what it is trained on.
    case leaveOneRunOut([Int])

    /// The samples that each fold holds out.
    func heldOut(samples: Int) throws -> [[Int]] {
        switch self {
        case .contiguous(let count):
            guard count >= 2, count <= samples else {
                throw NeuroError.invalid(name: "folds", value: "\(count)", must: "from 2 to \(samples), the number of samples")
            }
            var start = 0
            return (0 ..< count).map { fold in
                let size = samples / count + (fold < samples % count ? 1 : 0)
                defer { start += size }
                return Array(start ..< start + size)
            }
        case .leaveOneRunOut(let runs):
            guard runs.count == samples else {
                throw NeuroError.shape(name: "folds", shape: [runs.count], must: "the run of each of the \(samples) samples")
            }
            let folds = Set(runs).sorted().map { run in runs.indices.filter { runs[$0] == run } }
            guard folds.count >= 2 else {
                throw NeuroError.invalid(name: "folds", value: "one run", must: "at least two runs")
            }
            return folds
        }
    }
}
