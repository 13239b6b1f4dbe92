import Linear

/// A series cut into blocks of neighbouring samples, which are put together in another order: neighbours in time are alike, and single samples could not be exchanged.
struct BlockOrder {
    private let blocks: [Range<Int>]
    let samples: Int

    /// - Parameters:
    ///   - block: samples in a block; the last of each run may be shorter.
    ///   - runs: the run of each sample, so that no block goes across a border; empty if all is one run.
    init(samples: Int, block: Int, runs: [Int]) throws {
        try Check.atLeast(1, block, "block")
        var blocks: [Range<Int>] = []
        for run in try RunBlocks(runs, samples: samples).ranges {
            var start = run.lowerBound
            while start < run.upperBound {
                let end = min(run.upperBound - start, block) + start
                blocks.append(start ..< end)
                start = end
            }
        }
        guard blocks.count >= 2 else {
            throw NeuroError.invalid(name: "block", value: "\(block)", must: "so few samples that the \(samples) make at least two blocks")
        }
        (self.blocks, self.samples) = (blocks, samples)
    }

    /// The samples with their blocks shuffled.
    func shuffled(_ random: inout Random) throws -> [Int] { try random.permutation(blocks.count).flatMap { Array(blocks[$0]) } }

    /// As many blocks, drawn with replacement.
    func resampled(_ random: inout Random) throws -> [Int] {
        try random.integers(count: blocks.count, in: 0 ..< blocks.count).flatMap { Array(blocks[$0]) }
    }
}
