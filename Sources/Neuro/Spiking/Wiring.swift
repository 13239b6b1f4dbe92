import CKernels
import Linear

/// The synapses of one projection, as they are stored.
///
/// Source after source; those of a source part by part of the targets (`Division`), so that a thread finds its own; within a part sorted by delay, then target.
/// A row is one stretch of memory however many parts there are: what a spike costs is the lines of memory it touches.
struct Wiring: Sendable, Codable {
    /// Sources x parts + 1 places in the lists that follow.
    var starts = Buffer<UInt32>(repeating: 0, count: 1)
    /// The parts of the targets' population that have targets here, and the neuron from which each counts its targets.
    var parts = 0 ..< 0
    var origins = Buffer<UInt32>(repeating: 0, count: 0)
    var offsets = Buffer<UInt16>(repeating: 0, count: 0)
    var weights: Buffer<Float>?
    var delays: Buffer<UInt8>?
    /// Row-major sources x targets, where every source has every target and there is one delay.
    var dense: Buffer<Float>?
    var weight: Float = 0
    /// In steps; 0 where synapses have their own.
    var delay = 1
    var longest = 1
    var count = 0

    /// The bytes that the synapses take.
    var bytes: Int { (dense?.count ?? 0) * 4 + starts.count * 4 + offsets.count * 2 + (weights?.count ?? 0) * 4 + (delays?.count ?? 0) }
}

/// Into which ranges the neurons of a population are divided for delivery and for threads. It depends on the population alone, never on the threads.
enum Division {
    /// Parts of about 16,384 neurons, in whole pieces of the kernels: a part's slot of the ring (64 kB) stays in the second cache, and 16 bits name a target.
    static let size = 16_384

    static func ranges(_ count: Int) -> [Range<Int>] {
        var parts = max(1, (count + size - 1) / size)
        // An even number, so that two threads have as much to do.
        if count >= size / 2 { parts += parts & 1 }
        let pieces = (count + Int(ENGRAM_PIECE) - 1) / Int(ENGRAM_PIECE)
        return (0 ..< parts).map { part in
            let low = pieces * part / parts * Int(ENGRAM_PIECE), high = pieces * (part + 1) / parts * Int(ENGRAM_PIECE)
            return low ..< min(high, count)
        }
    }
}

/// What a projection is drawn from.
struct WiringPlan {
    var sources: Range<Int>
    var targets: Range<Int>
    /// The number of neurons of the targets' population.
    var population: Int
    var samePopulation: Bool
    var connector: Connector
    var weights: Weights
    var delays: Delays
    var allowsSelf: Bool
    var allowsRepeats: Bool
    var dt: Double
    var seed: Int
    /// Which projection of the network this is.
    var number: Int
    /// Whether synapses need weights of their own, in rows.
    var isPlastic: Bool

    private enum Purpose: UInt64 { case sources = 0, weights, delays, counts }

    private func stream(_ purpose: Purpose) -> UInt64 { 0x7370_696b_0000_0000 | UInt64(number) << 8 | purpose.rawValue }
    private var key: UInt64 { UInt64(bitPattern: Int64(seed)) }
}

extension WiringPlan {
    /// Draws the synapses.
    ///
    /// Every draw is keyed by the neuron it is for (the target; the source for `outDegree`), so that any part can be made alone.
    func draw() throws -> Wiring {
        try check()
        var wiring = Wiring()
        if case .constant(let delay) = delays { wiring.delay = try steps(delay) } else { wiring.delay = 0 }
        if case .constant(let weight) = weights { wiring.weight = Float(weight) }
        if case .allToAll = connector, wiring.delay > 0, !isPlastic {
            if case .values = weights {
            } else {
                try drawDense(&wiring)
                return wiring
            }
        }
        var list = try drawList()
        try check(weights.given, "weights", list.targets.count)
        try check(delays.given, "delays", list.targets.count)
        wiring.count = list.targets.count
        if isPlastic, list.weights.isEmpty { list.weights = [Float](repeating: wiring.weight, count: list.targets.count) }
        let byTarget = list.isBySource ? list.sorted(by: \.targets, below: targets.count) : list
        arrange(byTarget, into: &wiring)
        wiring.longest = list.delays.isEmpty ? wiring.delay : Int(list.delays.max() ?? 1)
        return wiring
    }

    /// A delay in steps.
    private func steps(_ delay: Time) throws -> Int {
        guard delay.milliseconds.isFinite, delay.milliseconds >= dt * 0.999_999 else {
            throw NeuroError.invalid(name: "delay", value: "\(delay)", must: "at least the time step, \(dt) ms")
        }
        let steps = (delay.milliseconds / dt).rounded()
        guard steps <= 65_536 else { throw NeuroError.invalid(name: "delay", value: "\(delay)", must: "at most 65,536 steps of \(dt) ms") }
        return max(1, Int(steps))
    }

    private func check() throws {
        let pairs = Double(sources.count) * Double(targets.count)
        var expected = pairs
        switch connector {
        case .allToAll: break
        case .oneToOne:
            guard sources.count == targets.count else {
                throw NeuroError.invalid(name: "target", value: "\(targets.count) neurons", must: "as many as the sources, \(sources.count), for oneToOne")
            }
            expected = Double(sources.count)
        case .probability(let p):
            guard p >= 0, p <= 1 else { throw NeuroError.invalid(name: "probability", value: "\(p)", must: "from 0 to 1") }
            expected *= p
        case .inDegree(let n):
            try Check.atLeast(0, n, "inDegree")
            try check(n, of: sources.count, "inDegree", "sources")
            expected = Double(n) * Double(targets.count)
        case .outDegree(let n):
            try Check.atLeast(0, n, "outDegree")
            try check(n, of: targets.count, "outDegree", "targets")
            expected = Double(n) * Double(sources.count)
        case .distance(let peak, let sigma):
            guard peak >= 0, peak <= 1 else { throw NeuroError.invalid(name: "peak", value: "\(peak)", must: "from 0 to 1") }
            try Check.positive(sigma, "sigma")
        case .pairs(let from, let to):
            guard from.count == to.count else {
                throw NeuroError.shape(name: "targets", shape: [to.count], must: "as many as there are sources, \(from.count)")
            }
            if let bad = from.first(where: { $0 < 0 || $0 >= sources.count }) {
                throw NeuroError.invalid(name: "sources", value: "\(bad)", must: "below \(sources.count), the number of source neurons, and not negative")
            }
            if let bad = to.first(where: { $0 < 0 || $0 >= targets.count }) {
                throw NeuroError.invalid(name: "targets", value: "\(bad)", must: "below \(targets.count), the number of target neurons, and not negative")
            }
            expected = Double(from.count)
        }
        // 9 bytes a synapse as drawn, 7 as stored; twice that while both orders exist.
        let bytes = expected * 24
        guard expected < 4e9, bytes < Double(Allocation.available()) else {
            throw NeuroError.invalid(
                name: "connector", value: "\(connector.short)",
                must: "one of fewer synapses: about \(count(expected)) need \(count(bytes / 1e9)) GB while they are wired, and that is not free")
        }
        switch weights {
        case .constant(let weight): try Check.finite([weight], "weight")
        case .uniform(let low, let high):
            try Check.finite([low, high], "weight")
            guard low <= high else { throw NeuroError.invalid(name: "weight", value: "uniform(\(low), \(high))", must: "ascending") }
        case .normal(let mean, let deviation):
            try Check.finite([mean], "weight")
            try Check.notNegative(deviation, "standardDeviation")
        case .values(let values): try Check.finite(values.elements, "weight")
        }
        switch delays {
        case .constant(let delay): _ = try steps(delay)
        case .uniform(let low, let high), .even(let low, let high):
            guard low <= high else { throw NeuroError.invalid(name: "delay", value: "\(low) to \(high)", must: "ascending") }
            if case .even = delays {
                guard case .outDegree = connector else {
                    throw NeuroError.invalid(name: "delays", value: "even", must: "another kind for \(connector.short): even is for outDegree")
                }
            }
            _ = try steps(low)
            try checkOwn(try steps(high))
        case .values(let values):
            try Check.finite(values.elements, "delay")
            for value in values.elements { try checkOwn(try steps(value.ms)) }
        }
    }

    private func checkOwn(_ steps: Int) throws {
        guard steps <= 255 else { throw NeuroError.invalid(name: "delay", value: "\(steps) steps", must: "at most 255 steps where synapses have their own") }
    }

    /// Throws if values were given for more connections than there are; for fewer, drawing has thrown.
    private func check(_ given: Int?, _ name: String, _ count: Int) throws {
        guard let given, given != count else { return }
        throw NeuroError.shape(name: name, shape: [given], must: "one number for each of the \(count) connections")
    }

    private func check(_ n: Int, of available: Int, _ name: String, _ what: String) throws {
        let least = samePopulation && !allowsSelf ? available - 1 : available
        guard n == 0 || least > 0, allowsRepeats || n <= least else {
            throw NeuroError.invalid(name: name, value: "\(n)", must: "at most \(least), the number of \(what), when none may repeat")
        }
    }

    private func count(_ number: Double) -> String { number < 1e15 ? "\(Int(number.rounded()))" : "\(number)" }
}

extension Connector {
    /// The connector without its lists.
    var short: String {
        if case .pairs(let sources, _) = self { return "pairs (\(sources.count))" }
        return "\(self)"
    }
}

// MARK: Drawing

extension WiringPlan {
    /// Synapses one after the other: numbers of source and target from the first of their slices.
    fileprivate struct List {
        var sources: [UInt32] = []
        var targets: [UInt32] = []
        var weights: [Float] = []
        var delays: [UInt8] = []
        /// Drawn source after source; else target after target.
        var isBySource = false

        /// The same synapses in the order of a key, otherwise in the order they have.
        func sorted(by key: KeyPath<List, [UInt32]>, below bound: Int) -> List {
            let keys = self[keyPath: key]
            var places = [Int](repeating: 0, count: bound + 1)
            for key in keys { places[Int(key) + 1] += 1 }
            for i in 0 ..< bound { places[i + 1] += places[i] }
            var result = List()
            result.sources = [UInt32](repeating: 0, count: keys.count)
            result.targets = [UInt32](repeating: 0, count: keys.count)
            if !weights.isEmpty { result.weights = [Float](repeating: 0, count: keys.count) }
            if !delays.isEmpty { result.delays = [UInt8](repeating: 0, count: keys.count) }
            for k in keys.indices {
                let place = places[Int(keys[k])]
                places[Int(keys[k])] += 1
                result.sources[place] = sources[k]
                result.targets[place] = targets[k]
                if !weights.isEmpty { result.weights[place] = weights[k] }
                if !delays.isEmpty { result.delays[place] = delays[k] }
            }
            return result
        }
    }

    private func drawList() throws -> List {
        var list = List()
        switch connector {
        case .pairs(let from, let to):
            list.sources = from.map(UInt32.init)
            list.targets = to.map(UInt32.init)
            try drawValues(&list, element: 0, count: from.count)
            return list.sorted(by: \.targets, below: targets.count)
        case .oneToOne:
            for i in 0 ..< UInt32(targets.count) {
                list.sources.append(i)
                list.targets.append(i)
                try drawValues(&list, element: Int(i), count: 1)
            }
        case .outDegree(let n):
            list.isBySource = true
            reserve(&list, sources.count * n)
            try drawDegrees(n, elements: sources, from: targets) { element, drawn in
                list.targets.append(contentsOf: drawn)
                for _ in drawn { list.sources.append(UInt32(element)) }
                try drawValues(&list, element: element, count: drawn.count)
            }
        case .inDegree(let n):
            reserve(&list, targets.count * n)
            try drawDegrees(n, elements: targets, from: sources) { element, drawn in
                list.sources.append(contentsOf: drawn)
                for _ in drawn { list.targets.append(UInt32(element)) }
                try drawValues(&list, element: element, count: drawn.count)
            }
        case .allToAll: try drawFiltered(&list) { _ in nil }
        case .probability(let p): try drawBernoulli(&list, p)
        case .distance(let peak, let sigma):
            try drawFiltered(&list) { target in
                (0 ..< sources.count).map { source in
                    let apart = abs(Double(source) / Double(sources.count) - Double(target) / Double(targets.count))
                    let d = min(apart, 1 - apart)
                    return peak * Gaussian.value(d / sigma)
                }
            }
        }
        return list
    }

    private func reserve(_ list: inout List, _ count: Int) {
        list.sources.reserveCapacity(count)
        list.targets.reserveCapacity(count)
        if case .constant = weights {} else { list.weights.reserveCapacity(count) }
        if case .constant = delays {} else { list.delays.reserveCapacity(count) }
    }

    private func isSelf(_ source: Int, _ target: Int) -> Bool {
        samePopulation && sources.lowerBound + source == targets.lowerBound + target
    }

    /// For each element, `n` members of `pool` drawn with replacement; one drawn already is drawn again when none may repeat.
    private func drawDegrees(_ n: Int, elements: Range<Int>, from pool: Range<Int>, _ use: (Int, [UInt32]) throws -> Void) throws {
        let bound = UInt64(pool.count)
        var marks = allowsRepeats ? [] : [UInt32](repeating: .max, count: pool.count)
        var words = [UInt32](repeating: 0, count: (n + 3) / 4 * 4 + 64)
        var drawn: [UInt32] = []
        drawn.reserveCapacity(n)
        for element in 0 ..< elements.count {
            drawn.removeAll(keepingCapacity: true)
            let own = samePopulation && !allowsSelf ? elements.lowerBound + element - pool.lowerBound : -1
            var block = UInt64(element) << 32
            var have = 0, next = 0
            while drawn.count < n {
                if next == have {
                    let blocks = drawn.isEmpty ? (n + 3) / 4 : 4
                    engram_philox_words(key, stream(.sources), block, blocks, &words)
                    block += UInt64(blocks)
                    (next, have) = (0, blocks * 4)
                }
                // A fraction of 32 bits times the number: none is likelier than another by more than 2^-32.
                let member = Int((UInt64(words[next]) * bound) >> 32)
                next += 1
                if member == own { continue }
                if !allowsRepeats {
                    if marks[member] == UInt32(element) { continue }
                    marks[member] = UInt32(element)
                }
                drawn.append(UInt32(member))
            }
            try use(element, drawn)
            if element & 1023 == 0 { try Progress.check() }
        }
    }

    /// Each pair with probability p, by the lengths of the gaps between: floor(log u / log(1 − p)).
    private func drawBernoulli(_ list: inout List, _ p: Double) throws {
        guard p > 0 else { return }
        if p == 1 { return try drawFiltered(&list) { _ in nil } }
        reserve(&list, Int(Double(sources.count) * Double(targets.count) * p * 1.01) + 64)
        let logarithm = Elementary.log(1 - p)
        let batch = max(16, Int(Double(sources.count) * p * 1.2))
        var gaps = [Double](repeating: 0, count: batch)
        for target in 0 ..< targets.count {
            let before = list.sources.count
            var source = -1, first = UInt64(target) << 32
            scan: while true {
                engram_philox_uniform_f64(key, stream(.sources), first, batch, &gaps)
                first += UInt64(batch)
                for i in 0 ..< batch { gaps[i] = 1 - gaps[i] }
                engram_log_f64(gaps, &gaps, batch)
                for i in 0 ..< batch {
                    let gap = gaps[i] / logarithm
                    if gap >= Double(sources.count - source) { break scan }
                    source += 1 + Int(gap)
                    if source >= sources.count { break scan }
                    if !allowsSelf, isSelf(source, target) { continue }
                    list.sources.append(UInt32(source))
                    list.targets.append(UInt32(target))
                }
            }
            try drawValues(&list, element: target, count: list.sources.count - before)
            if target & 1023 == 0 { try Progress.check() }
        }
    }

    /// Each pair with the probability that `probabilities` has for it, nil for all.
    private func drawFiltered(_ list: inout List, _ probabilities: (Int) -> [Double]?) throws {
        var uniform = [Double](repeating: 0, count: sources.count)
        for target in 0 ..< targets.count {
            let chances = probabilities(target)
            if chances != nil { engram_philox_uniform_f64(key, stream(.sources), UInt64(target) << 32, sources.count, &uniform) }
            let before = list.sources.count
            for source in 0 ..< sources.count where allowsSelf || !isSelf(source, target) {
                if let chances, uniform[source] >= chances[source] { continue }
                list.sources.append(UInt32(source))
                list.targets.append(UInt32(target))
            }
            try drawValues(&list, element: target, count: list.sources.count - before)
            if target & 255 == 0 { try Progress.check() }
        }
    }

    /// Weights and delays for the next `count` synapses of the list, which belong to `element`.
    private func drawValues(_ list: inout List, element: Int, count: Int) throws {
        let first = UInt64(element) << 32
        switch weights {
        case .constant: break
        case .values(let values):
            guard list.weights.count + count <= values.count else { throw fewer("weight", values.count) }
            list.weights.append(contentsOf: values.elements[list.weights.count ..< list.weights.count + count].lazy.map { Float($0) })
        case .uniform(let low, let high):
            append(&list.weights, count, 0) { numbers in
                engram_philox_uniform_f32(key, stream(.weights), first, count, numbers)
                let (low, width) = (Float(low), Float(high - low))
                for i in 0 ..< count { numbers[i] = low + width * numbers[i] }
            }
        case .normal(let mean, let deviation):
            append(&list.weights, count, 0) { numbers in
                engram_philox_normal_f32(key, stream(.weights), first, count, numbers)
                let (mean, deviation) = (Float(mean), Float(deviation))
                for i in 0 ..< count {
                    let weight = mean + deviation * numbers[i]
                    numbers[i] = mean >= 0 ? max(0, weight) : min(0, weight)
                }
            }
        }
        switch delays {
        case .constant: break
        case .values(let values):
            guard list.delays.count + count <= values.count else { throw fewer("delay", values.count) }
            for value in values.elements[list.delays.count ..< list.delays.count + count] { list.delays.append(UInt8(try steps(value.ms))) }
        case .even(let low, let high):
            let least = try steps(low), number = try steps(high) - least + 1
            for k in 0 ..< count { list.delays.append(UInt8(least + k * number / count)) }
        case .uniform(let low, let high):
            let least = try steps(low), number = Float(try steps(high) - least + 1)
            let numbers = [Float](unsafeUninitializedCapacity: count) { numbers, filled in
                engram_philox_uniform_f32(key, stream(.delays), first, count, numbers.baseAddress)
                filled = count
            }
            for uniform in numbers { list.delays.append(UInt8(least + Int(uniform * number))) }
        }
    }

    private func append(_ array: inout [Float], _ count: Int, _ filler: Float, _ fill: (UnsafeMutablePointer<Float>) -> Void) {
        let before = array.count
        array.append(contentsOf: repeatElement(filler, count: count))
        array.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { fill(base + before) } }
    }

    private func fewer(_ name: String, _ count: Int) -> NeuroError {
        NeuroError.shape(name: name, shape: [count], must: "one number for each connection, and there are more connections")
    }

    private func drawDense(_ wiring: inout Wiring) throws {
        let n = targets.count
        let dense = Buffer<Float>(repeating: wiring.weight, count: sources.count * n)
        for source in 0 ..< sources.count {
            let row = dense.base + source * n
            let first = UInt64(source) << 32
            switch weights {
            case .constant, .values: break
            case .uniform(let low, let high):
                engram_philox_uniform_f32(key, stream(.weights), first, n, row)
                let (low, width) = (Float(low), Float(high - low))
                for i in 0 ..< n { row[i] = low + width * row[i] }
            case .normal(let mean, let deviation):
                engram_philox_normal_f32(key, stream(.weights), first, n, row)
                let (mean, deviation) = (Float(mean), Float(deviation))
                for i in 0 ..< n { row[i] = mean >= 0 ? max(0, mean + deviation * row[i]) : min(0, mean + deviation * row[i]) }
            }
            let own = sources.lowerBound + source - targets.lowerBound
            if samePopulation, !allowsSelf, own >= 0, own < n { row[own] = 0 }
            if source & 255 == 0 { try Progress.check() }
        }
        wiring.dense = dense
        wiring.count = sources.count * n
        wiring.longest = wiring.delay
    }
}

// MARK: Rows

extension WiringPlan {
    /// Puts a list sorted by target into rows.
    private func arrange(_ list: List, into wiring: inout Wiring) {
        let ranges = Division.ranges(population)
        let touched = ranges.indices.filter { !ranges[$0].clamped(to: targets).isEmpty }
        guard let first = touched.first, let last = touched.last else { return }
        wiring.parts = first ..< last + 1
        wiring.origins = Buffer(ranges[first ... last].map { UInt32($0.lowerBound) })
        let parts = wiring.parts.count, rows = sources.count * parts
        let starts = Buffer<UInt32>(repeating: 0, count: rows + 1)
        let offsets = Buffer<UInt16>(repeating: 0, count: list.targets.count)
        let ownWeights = list.weights.isEmpty ? nil : Buffer<Float>(repeating: 0, count: list.targets.count)
        let ownDelays = list.delays.isEmpty ? nil : Buffer<UInt8>(repeating: 0, count: list.targets.count)
        // Synapses of one part follow one another in the list.
        var stretches: [Range<Int>] = []
        var begin = 0
        for part in wiring.parts {
            let bound = UInt32(max(0, ranges[part].upperBound - targets.lowerBound))
            var low = begin, high = list.targets.count
            while low < high {
                let middle = (low + high) / 2
                if list.targets[middle] < bound { low = middle + 1 } else { high = middle }
            }
            stretches.append(begin ..< low)
            begin = low
        }
        list.sources.withUnsafeBufferPointer { from in
            list.targets.withUnsafeBufferPointer { to in
                for (p, stretch) in stretches.enumerated() { for k in stretch { starts.base[Int(from[k]) * parts + p + 1] += 1 } }
                for i in 0 ..< rows { starts.base[i + 1] += starts.base[i] }
                var places = [UInt32](UnsafeBufferPointer(start: starts.base, count: rows))
                places.withUnsafeMutableBufferPointer { places in
                    for (p, stretch) in stretches.enumerated() {
                        let shift = targets.lowerBound - ranges[first + p].lowerBound
                        for k in stretch {
                            let row = Int(from[k]) * parts + p, place = Int(places[row])
                            places[row] += 1
                            offsets.base[place] = UInt16(Int(to[k]) + shift)
                            if let ownWeights { ownWeights.base[place] = list.weights[k] }
                            if let ownDelays { ownDelays.base[place] = list.delays[k] }
                        }
                    }
                }
            }
        }
        if let ownDelays { sortByDelay(starts, rows, offsets, ownWeights, ownDelays) }
        (wiring.starts, wiring.offsets, wiring.weights, wiring.delays) = (starts, offsets, ownWeights, ownDelays)
    }

    /// Sorts each part of a row by delay, keeping the order of targets: by counting.
    private func sortByDelay(_ starts: Buffer<UInt32>, _ rows: Int, _ offsets: Buffer<UInt16>, _ weights: Buffer<Float>?, _ delays: Buffer<UInt8>) {
        var places = [Int](repeating: 0, count: 257)
        var (oldOffsets, oldWeights, oldDelays): ([UInt16], [Float], [UInt8]) = ([], [], [])
        for row in 0 ..< rows {
            let first = Int(starts.base[row]), count = Int(starts.base[row + 1]) - first
            if count < 2 { continue }
            oldOffsets = Array(UnsafeBufferPointer(start: offsets.base + first, count: count))
            if let weights { oldWeights = Array(UnsafeBufferPointer(start: weights.base + first, count: count)) }
            oldDelays = Array(UnsafeBufferPointer(start: delays.base + first, count: count))
            let longest = Int(oldDelays.max() ?? 0)
            for d in 0 ... longest + 1 { places[d] = 0 }
            for d in oldDelays { places[Int(d) + 1] += 1 }
            for d in 0 ..< longest { places[d + 1] += places[d] }
            for k in 0 ..< count {
                let d = Int(oldDelays[k]), place = first + places[d]
                places[d] += 1
                offsets.base[place] = oldOffsets[k]
                if let weights { weights.base[place] = oldWeights[k] }
                delays.base[place] = oldDelays[k]
            }
        }
    }
}

enum Gaussian {
    /// exp(-x^2 / 2).
    static func value(_ x: Double) -> Double { Elementary.exp(-0.5 * x * x) }
}
