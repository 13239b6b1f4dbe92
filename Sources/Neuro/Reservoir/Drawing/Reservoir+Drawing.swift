import CKernels
import Linear

extension Reservoir.Parameters {
    func check() throws {
        try Check.atLeast(1, units, "units")
        try Check.atLeast(1, inputs, "inputs")
        try Check.atLeast(0, feedback, "feedback")
        try Check.notNegative(spectralRadius, "spectralRadius")
        try Check.notNegative(inputScaling, "inputScaling")
        try Check.notNegative(feedbackScaling, "feedbackScaling")
        try Check.notNegative(biasScaling, "biasScaling")
        guard density > 0, density <= 1 else { throw NeuroError.invalid(name: "density", value: "\(density)", must: "above 0 and at most 1") }
        guard leakRate > 0, leakRate <= 1 else { throw NeuroError.invalid(name: "leakRate", value: "\(leakRate)", must: "above 0 and at most 1") }
        guard units <= Int(UInt32.max) / 2, inputs <= Int(UInt32.max) / 2, feedback <= Int(UInt32.max) / 2 else { throw tooLarge }
        try topology.check(units: units)
        // 12 bytes a weight as drawn, 10 to 12 as the kernel reads it, half as much again while they are put in order.
        let weights = Double(units) * (topology.linksPerUnit(units: units, density: density) * 36 + Double(inputs + feedback) * 24)
        guard weights <= Double(Allocation.physicalMemory) / 2 else { throw tooLarge }
    }

    private var tooLarge: NeuroError {
        .invalid(name: "units", value: "\(units)", must: "fewer, or the density lower: the weights would not fit in memory")
    }

    /// Draws the weights and scales the recurrent ones. Every row has its own place in the streams of the generator, so that a row does not depend
    /// on the others: only the common scale does.
    func draw() throws -> Reservoir.Network {
        var recurrent = try links(wiring: UInt64(bitPattern: Int64(wiringSeed ?? seed)), key: key)
        try recurrent.scale(to: spectralRadius, known: topology.radius(units: units))
        var input = scaled(.input, count: units * inputs, law: inputLaw, by: inputScaling)
        if feedback > 0 {
            let fed = scaled(.feedback, count: units * feedback, law: inputLaw, by: feedbackScaling)
            let alone = input
            input = []
            for unit in 0 ..< units {
                input += alone[unit * inputs ..< (unit + 1) * inputs]
                input += fed[unit * feedback ..< (unit + 1) * feedback]
            }
        }
        let bias = scaled(.bias, count: units, law: .uniform, by: biasScaling), precision = precision ?? .double
        for (values, name) in [(recurrent.values, "spectralRadius"), (input, "inputScaling"), (bias, "biasScaling")] { try precision.check(values, name) }
        return Reservoir.Network(recurrent: recurrent, input: input, bias: bias, precision: precision)
    }

    private var key: UInt64 { UInt64(bitPattern: Int64(seed)) }

    private func scaled(_ stream: ReservoirStream, count: Int, law: WeightLaw, by scale: Double) -> [Double] {
        law.drawn(count, key: key, stream: stream.rawValue).map { $0 * scale }
    }
}

/// The streams of the generator that a reservoir draws from.
enum ReservoirStream: UInt64 {
    case sources = 0x7265_7365_7276_0001
    case weights, input, bias, feedback
}
