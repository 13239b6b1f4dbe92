import Linear

/// Scores of 3,000 voxels by two models, and their ceilings, of a linear congruential generator.
enum ScoreNumbers {
    static func make() -> (first: Vector, second: Vector, ceiling: Vector) {
        var state: UInt64 = 12_345
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        var first: [Double] = [], second: [Double] = [], ceiling: [Double] = []
        for _ in 0 ..< 3_000 {
            let top = 0.75 * next() * next() * (0.6 + 0.4 * next()), noise = next() + next() + next() + next() - 2
            first.append(top * (0.35 + 0.4 * next()) + 0.02 * noise)
            second.append(top * (0.3 + 0.65 * next()) + 0.02 * (next() + next() + next() - 1.5))
            ceiling.append(top)
        }
        return (Vector(first), Vector(second), Vector(ceiling))
    }
}
