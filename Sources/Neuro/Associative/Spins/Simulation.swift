import CKernels
import Linear
import Synchronization

/// A run of many chains, each with its own place in the random sequences: what a chain does depends on its number and the seed, not on the thread.
struct Simulation {
    let cues: Patterns
    let targets: Patterns
    let dynamics: Dynamics
    let temperatures: [Double]
    let replicas: Int
    let sweeps: Int
    let seed: Int

    var chainCount: Int { cues.count * temperatures.count * replicas }
    func cue(_ chain: Int) -> Int { chain / (temperatures.count * replicas) }
    func temperature(_ chain: Int) -> Double { temperatures[chain / replicas % temperatures.count] }

    /// - Parameter targets: with what overlaps are taken, one pattern for each cue; nil takes the stored patterns at the cues' places.
    init(
        size: Int, stored: Patterns?, cues: Patterns, targets: Patterns?, dynamics: Dynamics, temperatures: Vector, replicas: Int, sweeps: Int, seed: Int
    ) throws {
        guard cues.size == size else { throw NeuroError.shape(name: "cues", shape: [cues.count, cues.size], must: "patterns of \(size) values, as the memory has") }
        try Check.atLeast(1, replicas, "replicas")
        try Check.atLeast(0, sweeps, "sweeps")
        guard !temperatures.isEmpty else { throw NeuroError.invalid(name: "temperatures", value: "[]", must: "at least one temperature") }
        for t in temperatures.elements where !(t >= 0) {
            throw NeuroError.invalid(name: "temperatures", value: "\(t)", must: "at least 0 (0 takes each spin along its field, infinity makes it random)")
        }
        guard let targets = try targets ?? (stored.map { try cues.count < $0.count ? $0[0 ..< cues.count] : $0 }) else { throw Self.empty }
        guard targets.size == size, targets.count == cues.count else {
            throw NeuroError.shape(
                name: "toward", shape: [targets.count, targets.size], must: "\(cues.count) patterns of \(size) values: the target of each cue, for the overlaps")
        }
        (self.cues, self.targets, self.dynamics, self.temperatures) = (cues, targets, dynamics, temperatures.elements)
        (self.replicas, self.sweeps, self.seed) = (replicas, sweeps, seed)
        let chains = Double(cues.count) * Double(temperatures.count) * Double(replicas)
        guard chains < 1e9, chains * (Double(sweeps) * 32 + Double(size)) < Double(Allocation.available()) else {
            throw NeuroError.invalid(name: "replicas", value: "\(replicas)", must: "fewer, or fewer sweeps, cues or temperatures: the traces would not fit in memory")
        }
    }

    static let empty = NeuroError.invalid(name: "the memory", value: "empty", must: "given patterns by store(_:) first")

    /// What is known of a chain as it goes.
    struct Trace {
        var energies: [Double] = []
        var overlaps: [Double] = []
        var rest = -1
        var state: [Int8] = []
    }

    /// Runs the chains one by one, each with fields of its own.
    func run(_ makeField: () -> some SpinField) throws -> MemoryRun {
        try collect(
            Pulse.each(chainCount) { chain, pulse in
                let field = makeField()
                return [try self.run(chain, field, pulse)]
            })
    }

    private func run(_ number: Int, _ field: some SpinField, _ pulse: Pulse) throws -> Trace {
        var chain = Chain(self, number)
        field.start(chain.state.base)
        var trace = Trace()
        trace.energies.append(field.energy())
        trace.overlaps.append(chain.overlap())
        for sweep in 0 ..< sweeps {
            if trace.rest < 0, try !chain.sweep(sweep, field, pulse) { trace.rest = sweep }
            // A chain that is at rest stays as it is.
            trace.energies.append(trace.rest < 0 ? field.energy() : trace.energies[trace.energies.count - 1])
            trace.overlaps.append(trace.rest < 0 ? chain.overlap() : trace.overlaps[trace.overlaps.count - 1])
        }
        trace.state = chain.values
        return trace
    }

    /// The result from the traces of all chains, in order.
    func collect(_ traces: [[Trace]]) throws -> MemoryRun {
        let traces = traces.flatMap { $0 }, chains = chainCount
        var energies = try Matrix(rows: sweeps + 1, columns: chains, repeating: 0), overlaps = energies
        var rows = [UInt8](repeating: 0, count: chains * Patterns.rowBytes(cues.size))
        for (chain, trace) in traces.enumerated() {
            for sweep in 0 ... sweeps {
                energies.storage[sweep * chains + chain] = trace.energies[sweep]
                overlaps.storage[sweep * chains + chain] = trace.overlaps[sweep]
            }
            for (i, s) in trace.state.enumerated() where s > 0 { rows[chain * Patterns.rowBytes(cues.size) + i / 8] |= 1 << UInt8(i % 8) }
        }
        return MemoryRun(
            cueCount: cues.count, temperatures: Vector(temperatures), replicas: replicas, states: Patterns(count: chains, size: cues.size, rows: rows), energies: energies,
            overlaps: overlaps, restingSweeps: traces.map(\.rest))
    }
}

/// Work shared among threads that tells how far it is, and stops on all of them when it should.
// The flag and the count are atomic.
final class Pulse: Sendable {
    private let stopped = Atomic<Bool>(false)
    private let done = Atomic<Int>(0)
    private let pieces: Int

    private init(_ pieces: Int) { self.pieces = pieces }

    /// To be called every 20 ms or so; throws when the work should stop. The thread that the call came on asks for all.
    func beat(_ fraction: Double = 0) throws {
        if stopped.load(ordering: .relaxed) { throw Interrupted() }
        try Progress.check((Double(done.load(ordering: .relaxed)) + fraction) / Double(pieces))
    }

    /// The result of each piece, in order.
    static func each<Result: Sendable>(_ pieces: Int, _ body: (Int, Pulse) throws -> Result) throws -> [Result] {
        let pulse = Pulse(pieces)
        let failure = Mutex<(any Error)?>(nil)
        let results = UnsafeMutablePointer<Result?>.allocate(capacity: pieces)
        results.initialize(repeating: nil, count: pieces)
        defer {
            results.deinitialize(count: pieces)
            results.deallocate()
        }
        // Each piece has a place of its own.
        nonisolated(unsafe) let places = results
        Threads.share(pieces) { _, piece in
            if pulse.stopped.load(ordering: .relaxed) { return }
            do {
                places[piece] = try body(piece, pulse)
                pulse.done.add(1, ordering: .relaxed)
            } catch {
                failure.withLock { if $0 == nil { $0 = error } }
                pulse.stopped.store(true, ordering: .relaxed)
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return (0 ..< pieces).compactMap { results[$0] }
    }
}
