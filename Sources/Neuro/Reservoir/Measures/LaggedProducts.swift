import CKernels
import Linear

/// What states have in common with a series at each of many delays, by Fourier transforms (CKernels/lagged.c): O(units · steps · log delays), where the products themselves are O(units · steps · delays).
enum LaggedProducts {
    /// Element (i, j) of units x delays is the sum over `steps` of (states(t, i) − means(i)) u(t − delays + j). There must be `delays` steps before the first.
    static func sum(
        _ states: Matrix, _ steps: Range<Int>, less means: [Double], times u: [Double], delays: Int, part: Int, of parts: Int
    ) throws -> [Double] {
        let units = states.columns, groups = (units + 15) / 16
        let length = length(steps: steps.count, delays: delays), block = length - delays + 1
        // Rounds of blocks, in each of which a group of units takes some ten milliseconds at most.
        let abreast = max(1, (1 << 18) / length), rounds = (steps.count + abreast * block - 1) / (abreast * block)
        let workers = min(Threads.limit, groups), scratch = 32 * length
        _ = try Allocation.count(of: [units, delays], named: "the weights", as: Double.self)
        _ = try Allocation.count(of: [workers + 1, scratch], named: "the spectra of the states", as: Double.self)
        let turns = (0 ..< length).flatMap { k in
            let angle = 2 * .pi * Double(k) / Double(length)
            return [Elementary.cos(angle), Elementary.sin(angle)]
        }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: workers * scratch * MemoryLayout<Double>.stride, alignment: 64)
        defer { memory.deallocate() }
        // Each worker has its own part.
        nonisolated(unsafe) let scratches = memory.bindMemory(to: Double.self, capacity: workers * scratch)
        var products = [Double](repeating: 0, count: units * delays)
        try products.withUnsafeMutableBufferPointer { products in
            try states.withUnsafeBufferPointer { states in
                guard let base = products.baseAddress, let numbers = states.baseAddress else { return }
                // Each group of units adds to rows of its own.
                nonisolated(unsafe) let (own, x) = (base, numbers)
                for round in 0 ..< rounds {
                    let first = steps.lowerBound + round * abreast * block, now = first ..< min(steps.upperBound, first + abreast * block)
                    let blocks = (now.count + block - 1) / block
                    let reached = Array(u[(now.lowerBound - delays) ..< (now.upperBound - 1)])
                    let padded = reached + [Double](repeating: 0, count: blocks * block - now.count)
                    var spectra = [Double](repeating: 0, count: 2 * length * blocks)
                    engram_lagged_spectra(padded, blocks, block, delays, length, turns, scratches, &spectra)
                    let spectraNow = spectra
                    try Threads.share(groups, progress: { try Progress.check(round * groups + $0, of: rounds * groups, part: part, of: parts) }) { worker, group in
                        let unit = 16 * group, width = min(16, units - unit)
                        means.withUnsafeBufferPointer { means in
                            guard let means = means.baseAddress else { return }
                            engram_lagged_products(
                                x + now.lowerBound * units + unit, units, width, means + unit, now.count, spectraNow, block, delays, length, turns, scratches + worker * scratch,
                                own + unit * delays)
                        }
                    }
                }
            }
        }
        return products
    }

    /// The length of the transforms that costs least: short ones spend much of themselves on the delays, long ones on their logarithm.
    private static func length(steps: Int, delays: Int) -> Int {
        var best = (length: 0, cost: Double.infinity), length = 16
        while length < 2 * delays { length *= 2 }
        while true {
            let blocks = (steps + length - delays) / (length - delays + 1)
            let cost = Double(blocks + 1) * Double(length) * Double(length.trailingZeroBitCount)
            guard cost < best.cost else { return best.length }
            best = (length, cost)
            length *= 2
        }
    }
}
