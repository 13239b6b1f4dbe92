import CKernels
import Linear

extension Reservoir.Parameters {
    func check() throws {
        try Check.atLeast(1, units, "units")
        try Check.atLeast(1, inputs, "inputs")
        try Check.notNegative(spectralRadius, "spectralRadius")
        try Check.notNegative(inputScaling, "inputScaling")
        try Check.notNegative(biasScaling, "biasScaling")
        guard density > 0, density <= 1 else { throw NeuroError.invalid(name: "density", value: "\(density)", must: "above 0 and at most 1") }
        guard leakRate > 0, leakRate <= 1 else { throw NeuroError.invalid(name: "leakRate", value: "\(leakRate)", must: "above 0 and at most 1") }
        guard units <= Int(UInt32.max) / 2, inputs <= Int(UInt32.max) / 2 else { throw tooLarge }
        // 12 bytes a weight as drawn, 10 to 12 as the kernel reads it, half as much again while they are put in order.
        let weights = Double(units) * (Double(sourcesPerUnit) * 36 + Double(inputs) * 24)
        guard weights <= Double(Allocation.physicalMemory) / 2 else { throw tooLarge }
    }

    private var tooLarge: NeuroError {
        .invalid(name: "units", value: "\(units)", must: "fewer, or the density lower: the weights would not fit in memory")
    }

    /// How many connections every unit receives.
    var sourcesPerUnit: Int { max(1, min(units, Int((density * Double(units)).rounded()))) }

    /// Draws the weights and scales the recurrent ones. Every row has its own place in the streams of the generator, so that a row does not depend
    /// on the others: only the common scale does.
    func draw() throws -> Reservoir.Network {
        var recurrent = SparseRows(starts: (0 ... units).map { $0 * sourcesPerUnit }, columns: [], values: [])
        recurrent.columns.reserveCapacity(units * sourcesPerUnit)
        var normals = [Double](repeating: 0, count: units * sourcesPerUnit)
        let rowsPerCheck = max(1, 200_000 / sourcesPerUnit)
        for row in 0 ..< units {
            recurrent.columns.append(contentsOf: sources(of: row))
            if row % rowsPerCheck == 0 { try Progress.check(row, of: units, part: 0, of: 3) }
        }
        for first in stride(from: 0, to: units, by: rowsPerCheck) {
            let count = min(rowsPerCheck, units - first) * sourcesPerUnit
            normals.withUnsafeMutableBufferPointer { normals in
                guard let base = normals.baseAddress else { return }
                engram_philox_normal_f64(key, Stream.weights.rawValue, UInt64(first * sourcesPerUnit), count, base + first * sourcesPerUnit)
            }
            try Progress.check(first, of: units, part: 1, of: 3)
        }
        recurrent.values = normals
        // Every row has a weight, so the graph has a cycle, and the radius is 0 only in the measure-zero case of normals that cancel.
        let radius = try SpectralRadius.of(recurrent)
        guard radius > 0 else { throw NeuroError.diverged(what: "all eigenvalues of the recurrent weights are zero; take another seed") }
        for i in recurrent.values.indices { recurrent.values[i] *= spectralRadius / radius }
        return Reservoir.Network(
            recurrent: recurrent, input: symmetric(.input, count: units * inputs, scale: inputScaling),
            bias: symmetric(.bias, count: units, scale: biasScaling))
    }

    private var key: UInt64 { UInt64(bitPattern: Int64(seed)) }

    /// The streams of the generator that a reservoir draws from.
    private enum Stream: UInt64 {
        case sources = 0x7265_7365_7276_0001
        case weights, input, bias
    }

    /// Uniform numbers in ±scale.
    private func symmetric(_ stream: Stream, count: Int, scale: Double) -> [Double] {
        var numbers = [Double](repeating: 0, count: count)
        engram_philox_uniform_f64(key, stream.rawValue, 0, count, &numbers)
        return numbers.map { (2 * $0 - 1) * scale }
    }

    /// The sources of one unit, ascending: every set of `sourcesPerUnit` units is equally likely (R. W. Floyd's sampling, doi:10.1145/30401.315746).
    private func sources(of row: Int) -> [UInt32] {
        let count = sourcesPerUnit
        if count == units { return (0 ..< UInt32(units)).map { $0 } }
        var uniform = [Double](repeating: 0, count: count)
        engram_philox_uniform_f64(key, Stream.sources.rawValue, UInt64(row * count), count, &uniform)
        var chosen = Set<UInt32>(minimumCapacity: count)
        for (i, number) in uniform.enumerated() {
            let last = units - count + i
            let candidate = UInt32(min(last, Int(number * Double(last + 1))))
            chosen.insert(chosen.contains(candidate) ? UInt32(last) : candidate)
        }
        return chosen.sorted()
    }
}
