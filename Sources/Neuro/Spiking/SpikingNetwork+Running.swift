#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Linear
import Synchronization

extension SpikingNetwork {
    /// Advances the network. A run goes on where the last one ended: two runs one after the other equal one long run, bit for bit.
    ///
    /// - Parameters:
    ///   - duration: how long, rounded to whole steps.
    ///   - threads: how many threads share the work, at least 1; by default as many as the machine has, where the network is large enough for that. The
    ///     results are the same for any number.
    /// - Throws: `NeuroError.invalid` for a duration that is negative, or not finite, or too long to count its steps; `NeuroError.diverged` when a potential left the
    ///   finite numbers. After any error, an interruption included, the network is as it was before the run.
    public mutating func run(_ duration: Time, threads: Int? = nil) throws { _ = try advance(duration, nil, threads) }

    /// Advances the network until something has happened, at most so long; whether it happened. See `run(_:threads:)`.
    ///
    /// ```swift
    /// if try net.run(10.seconds, until: .silence(of: cells, lasting: 200.ms)) { print("died out at", net.time) }
    /// ```
    ///
    /// - Throws: as `run(_:threads:)`, and `NeuroError` for a condition of another network or with numbers out of their range.
    public mutating func run(_ duration: Time, until condition: StopCondition, threads: Int? = nil) throws -> Bool {
        try advance(duration, try StopWatch(condition, self), threads)
    }

    private mutating func advance(_ duration: Time, _ stop: StopWatch?, _ threads: Int?) throws -> Bool {
        try Check.notNegative(duration.milliseconds, "duration")
        if let threads { try Check.atLeast(1, threads, "threads") }
        let steps = (duration.milliseconds / dt).rounded()
        guard steps + Double(step) < 2e9 else { throw NeuroError.invalid(name: "duration", value: "\(duration)", must: "below 2,000,000,000 steps of \(dt) ms") }
        var after = cells.map { $0.copy() }
        let wired = projections.map { $0.copy() }
        let engine = Engine(states: after, projections: wired, dopamine: dopamine, dt: dt, seed: seed, step: step, stop: stop)
        let latest = step + Int(steps)
        var samples = try chunks(for: step ..< latest)
        for (monitor, chunk) in zip(monitors, samples) where chunk.rows > 0 { engine.observe(monitor, chunk) }
        let workers = min(engine.parts, threads ?? (neuronCount >= 4 * Division.size ? Threads.limit : 1))
        let (end, isStopped, dopamineAfter) = try engine.run(step ..< latest, workers: max(1, workers))
        try engine.sendRest(end)
        for i in after.indices {
            after[i].history = engine.history(i, at: end)
            let sum = (0 ..< after[i].count).reduce(Float(0)) { $0 + after[i].v.base[$1] * 0 }
            guard sum == 0 else {
                throw NeuroError.diverged(what: "the potentials of '\(after[i].name)' left the finite numbers; a shorter time step or smaller weights usually help")
            }
        }
        var monitorsAfter = monitors
        for index in samples.indices {
            samples[index].rows = min(samples[index].rows, max(0, monitors[index].samples(in: step ..< end).count))
            if samples[index].rows == 0 { continue }
            if let file = monitors[index].file {
                monitorsAfter[index].written += samples[index].rows
                try file.close(rows: monitorsAfter[index].written)
            } else {
                monitorsAfter[index].chunks.append(samples[index])
            }
        }
        for index in after.indices {
            guard let file = after[index].keeping.file else { continue }
            after[index].keeping.written += engine.sentSpikes[index]
            try file.close(rows: after[index].keeping.written)
        }
        cells = after
        projections = wired
        monitors = monitorsAfter
        dopamine = dopamineAfter
        step = end
        for (index, chunk) in engine.recorded.enumerated() where !chunk.neurons.isEmpty { recorded[index].append(chunk) }
        return isStopped
    }
}

extension Engine {
    /// Takes the steps, with the calling thread as the first of the workers. Gives the step that was reached, and whether a condition ended the run.
    func run(_ steps: Range<Int>, workers count: Int) throws -> (end: Int, isStopped: Bool, dopamine: Dopamine) {
        let workers = (0 ..< count).map { EngineWorker(self, number: $0, of: count, step: steps.lowerBound) }
        let end = try count == 1 ? runAlone(steps, workers[0]) : Team(self, workers, steps).run()
        return (end ?? steps.upperBound, end != nil, workers[0].dopamineAfter)
    }

    /// Gives the step at which a condition ended the run; nil without one.
    private func runAlone(_ steps: Range<Int>, _ worker: EngineWorker) throws -> Int? {
        var work = 0
        for step in steps {
            worker.deliver(step)
            worker.integrate(step)
            try record(step + 1)
            if worker.notice(step + 1) { return step + 1 }
            work += self.work
            // A spike is worth about a hundred synapses, a nanosecond each.
            if work + worker.events * 100 > 4_000_000 {
                work = -worker.events * 100
                try Progress.check(step + 1 - steps.lowerBound, of: steps.count)
            }
        }
        return nil
    }

    /// Workers on threads of their own that go through the steps together.
    // The flags are atomic; workers and engine say themselves why they may be shared.
    private final class Team: @unchecked Sendable {
        private let engine: Engine
        private let workers: [EngineWorker]
        private let steps: Range<Int>
        private let arrived = Atomic<Int>(0)
        private let round = Atomic<Int>(0)
        private let stopped = Atomic<Bool>(false)

        init(_ engine: Engine, _ workers: [EngineWorker], _ steps: Range<Int>) {
            self.engine = engine
            self.workers = workers
            self.steps = steps
        }

        func run() throws -> Int? {
            var threads: [pthread_t] = []
            for worker in workers.dropFirst() {
                let seat = Unmanaged.passRetained(Seat(team: self, worker: worker))
                #if canImport(Glibc)
                    var thread = pthread_t()
                #else
                    var thread: pthread_t?
                #endif
                let failed = pthread_create(
                    &thread, nil,
                    { pointer in
                        #if canImport(Glibc)
                            guard let pointer else { return nil }
                        #endif
                        let seat = Unmanaged<Seat>.fromOpaque(pointer).takeRetainedValue()
                        seat.team.go(seat.worker)
                        return nil
                    }, seat.toOpaque())
                if failed != 0 {
                    seat.release()
                    stopped.store(true, ordering: .releasing)
                    // The others wait at the first barrier for one that will not come: they see that it is over.
                    for thread in threads { pthread_join(thread, nil) }
                    throw NeuroError.invalid(name: "threads", value: "\(workers.count)", must: "fewer: the system gives no more threads")
                }
                #if canImport(Glibc)
                    threads.append(thread)
                #else
                    if let thread { threads.append(thread) }
                #endif
            }
            let result = Result { try lead() }
            // The others may wait for a barrier that does not come.
            if case .failure = result { stopped.store(true, ordering: .releasing) }
            for thread in threads { pthread_join(thread, nil) }
            return try result.get()
        }

        /// Gives the step at which a condition ended the run; nil without one.
        private func lead() throws -> Int? {
            var clock = 0
            for step in steps {
                workers[0].deliver(step)
                workers[0].integrate(step)
                if !wait() { return nil }
                try engine.record(step + 1)
                if workers[0].notice(step + 1) { return step + 1 }
                clock += engine.work / workers.count + workers[0].events
                if clock > 2_000_000 {
                    clock = 0
                    try Progress.check(step + 1 - steps.lowerBound, of: steps.count)
                }
            }
            return nil
        }

        private func go(_ worker: EngineWorker) {
            for step in steps {
                if stopped.load(ordering: .acquiring) { return }
                worker.deliver(step)
                worker.integrate(step)
                if !wait() || worker.notice(step + 1) { return }
            }
        }

        /// Waits until all have come; false when the run is over.
        private func wait() -> Bool {
            let current = round.load(ordering: .relaxed)
            if arrived.add(1, ordering: .acquiringAndReleasing).newValue == workers.count {
                arrived.store(0, ordering: .relaxed)
                round.store(current &+ 1, ordering: .releasing)
                return true
            }
            var spins = 0
            while round.load(ordering: .acquiring) == current {
                if stopped.load(ordering: .relaxed) { return false }
                spins += 1
                // With more threads than processors the one waited for may need this one.
                if spins > 2_000 { sched_yield() }
            }
            return true
        }
    }

    private final class Seat {
        let team: Team
        let worker: EngineWorker

        init(team: Team, worker: EngineWorker) {
            self.team = team
            self.worker = worker
        }
    }
}
