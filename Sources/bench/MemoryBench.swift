import Foundation
import Linear
import Neuro

/// Associative memories: sweeps, batches of parallel updates, couplings, a phase diagram.
///
/// `bench memory [--case sweep|parallel|hopfield|pspin|modern|diagram] [--threads 1] [--repeats 3]`. Without a case, all of them. `Benchmarks/peers/memory.py` sets them beside
/// numba and NumPy.
enum MemoryBench {
    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        func number(_ name: String, _ standard: Int) -> Int { option(name).flatMap { Int($0) } ?? standard }
        let repeats = number("repeats", 3)
        try Threads.withLimit(number("threads", 1)) {
            for name in option("case").map({ [$0] }) ?? ["sweep", "parallel", "hopfield", "pspin", "modern", "diagram"] {
                switch name {
                case "sweep":
                    try sweep(size: 300, count: 10_000, sweeps: 40, repeats)
                    try sweep(size: 784, count: 60_000, sweeps: 10, repeats)
                case "parallel": try parallel(repeats)
                case "hopfield": try hopfield(repeats)
                case "pspin": try pspin(repeats)
                case "modern": try modern(repeats)
                case "diagram": try diagram(repeats)
                default: throw NeuroError.invalid(name: "case", value: name, must: "sweep, parallel, hopfield, pspin, modern or diagram")
                }
            }
        }
    }

    /// One update of many cues by softmax.
    private static func modern(_ repeats: Int) throws {
        let (size, count, queries) = (784, 10_000, 1_000)
        var random = Random(seed: 1)
        let patterns = try random.normal(rows: count, columns: size)
        var memory = try ModernHopfield(beta: 0.2, updateSteps: 1)
        try memory.store(patterns)
        let cues = try patterns[rows: 0 ..< queries] + 0.8 * random.normal(rows: queries, columns: size)
        let (result, times) = try Measurement.time(repeats) { try memory.recall(cues) }
        let error = try (result - patterns[rows: 0 ..< queries]).abs().maximum()
        guard error < 1e-6 else { throw wrong("recall is off by \(error)") }
        try Measurement(bench: "memory.modern", parameters: ["N": size, "K": count, "queries": queries], times: times, check: ["error": error]).emit()
    }

    private static func wrong(_ what: String) -> NeuroError { .diverged(what: "\(what): the answer is wrong, so its times say nothing") }

    /// Sequential sweeps at a temperature, P = 3. The time of a sweep is the difference of two runs, so that filling the memory and the start are not in it.
    private static func sweep(size: Int, count: Int, sweeps: Int, _ repeats: Int) throws {
        let patterns = try Patterns.random(count: count, size: size, seed: 1)
        var memory = try DenseHopfield(size: size, order: 3)
        try memory.store(patterns)
        let cue = try patterns[0 ..< 1].flipped(probability: 0.1, seed: 2)
        func run(_ sweeps: Int) throws -> (MemoryRun, [Measurement.Time]) {
            try Measurement.time(repeats) { try memory.run(cue, dynamics: .glauber, temperatures: [0.2], sweeps: sweeps, seed: 3) }
        }
        let (_, few) = try run(1)
        let (result, many) = try run(1 + sweeps)
        let energy = try memory.energy(result.states[0])
        guard abs(energy - result.energies.elements[result.sweeps]) < 1e-9 * abs(energy) else { throw wrong("the energy is \(energy)") }
        let times = zip(few, many).map { Measurement.Time(wall: ($1.wall - $0.wall) / Double(sweeps), processor: ($1.processor - $0.processor) / Double(sweeps)) }
        var row = Measurement(
            bench: "memory.sweep", parameters: ["N": size, "K": count, "P": 3, "T": 0.2], times: times, check: ["overlap": result.finalOverlaps.elements[0]])
        row.extra = ["updates_per_s": Double(size) * Double(count) / row.wall]
        try row.emit()
    }

    /// One parallel update of 256 states, P = 4.
    private static func parallel(_ repeats: Int) throws {
        let (size, count, replicas, sweeps) = (784, 10_000, 256, 4)
        let patterns = try Patterns.random(count: count, size: size, seed: 1)
        var memory = try DenseHopfield(size: size, order: 4, convention: .fullPower)
        try memory.store(patterns)
        let cues = try patterns[0 ..< replicas].flipped(probability: 0.2, seed: 2)
        func run(_ sweeps: Int) throws -> (MemoryRun, [Measurement.Time]) {
            try Measurement.time(repeats) { try memory.run(cues, dynamics: .parallel, temperatures: [1e-9], sweeps: sweeps, seed: 3) }
        }
        let (_, few) = try run(1)
        let (result, many) = try run(1 + sweeps)
        guard result.meanOverlaps.elements[0] == 1 else { throw wrong("the overlap is \(result.meanOverlaps.elements[0])") }
        let times = zip(few, many).map { Measurement.Time(wall: ($1.wall - $0.wall) / Double(sweeps), processor: ($1.processor - $0.processor) / Double(sweeps)) }
        try Measurement(bench: "memory.parallel", parameters: ["N": size, "K": count, "P": 4, "replicas": replicas], times: times, check: ["overlap": 1]).emit()
    }

    private static func hopfield(_ repeats: Int) throws {
        let (size, count, cueCount) = (4096, 400, 100)
        let patterns = try Patterns.random(count: count, size: size, seed: 1)
        var memory = try Hopfield(size: size)
        try memory.store(patterns)
        let (w, building) = try Measurement.time(repeats) { try memory.weights() }
        let square = try (0 ..< 64 * size).reduce(0.0) { try $0 + w[$1 / size, $1 % size] * w[$1 / size, $1 % size] } / Double(64 * size)
        // Sums of 400 signs over N.
        guard abs(square.squareRoot() - 20 / Double(size)) < 2e-4 else { throw wrong("the couplings have a mean square of \(square)") }
        try Measurement(bench: "memory.hopfield.build", parameters: ["N": size, "K": count], times: building, check: ["W_rms": square.squareRoot()]).emit()
        let cues = try patterns[0 ..< cueCount].flipped(probability: 0.1, seed: 2)
        for (name, dynamics) in [("sync", Dynamics.parallel), ("async", .sequential)] {
            let (result, times) = try Measurement.time(repeats) { try memory.run(cues, dynamics: dynamics, sweeps: 50) }
            let overlap = result.meanOverlaps.elements[0]
            guard overlap > 0.99 else { throw wrong("the overlap is \(overlap)") }
            try Measurement(
                bench: "memory.hopfield." + name, parameters: ["N": size, "K": count, "cues": cueCount, "flips": 0.1], times: times,
                check: ["overlap": overlap, "sweeps": result.restingSweeps.max() ?? 0]
            ).emit()
        }
    }

    private static func pspin(_ repeats: Int) throws {
        let (size, count) = (1000, 20_000)
        let patterns = try Patterns.random(count: count, size: size, seed: 1)
        var memory = try DenseHopfield(size: size, order: 4, convention: .fullPower)
        try memory.store(patterns)
        let cue = try patterns[0 ..< 1].flipped(probability: 0.15, seed: 2)
        // The peer's energy is -N sum m^4, four times ours.
        let (metropolis, times) = try Measurement.time(repeats) { try memory.run(cue, dynamics: .metropolis, temperatures: [1.0 / 8], sweeps: 1, seed: 3) }
        try Measurement(
            bench: "memory.pspin.metropolis", parameters: ["N": size, "K": count, "beta": 2], times: times,
            check: ["overlap": metropolis.finalOverlaps.elements[0], "e_per_spin": 4 * metropolis.energies.elements[1] / Double(size)]
        ).emit()
        let (sync, syncTimes) = try Measurement.time(repeats) { try memory.run(cue, dynamics: .parallel, sweeps: 20) }
        guard sync.finalOverlaps.elements[0] == 1 else { throw wrong("the overlap is \(sync.finalOverlaps.elements[0])") }
        try Measurement(
            bench: "memory.pspin.sync", parameters: ["N": size, "K": count], times: syncTimes, check: ["overlap": 1, "sweeps": sync.restingSweeps[0] + 1]
        ).emit()
    }

    private static func diagram(_ repeats: Int) throws {
        let loads = Vector((1 ... 40).map { 0.15 * Double($0) / 40 }), temperatures = Vector((0 ..< 40).map { 0.8 * Double($0) / 39 })
        let (map, times) = try Measurement.time(min(repeats, 1)) { try DenseHopfield.phaseDiagram(size: 200, loads: loads, temperatures: temperatures, seed: 1) }
        let corner = map.overlaps.elements[0]
        guard corner > 0.99 else { throw wrong("the overlap is \(corner)") }
        try Measurement(bench: "memory.diagram", parameters: ["N": 200, "P": 3, "cells": 1600, "sweeps": 20, "seeds": 4], times: times, check: ["overlap": corner]).emit()
    }
}
