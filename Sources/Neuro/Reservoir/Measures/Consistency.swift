import Linear

extension Reservoir {
    /// How well the reservoir repeats itself: the correlation of its responses to one input after different pasts, from 0 to 1.
    ///
    /// Each replica starts from a random state and is driven by the same input; for each unit the correlation over the steps after the washout is taken between every two replicas, and the mean over
    /// units and pairs is returned. 1 says that the response is a function of the input (generalised synchronisation); units that stand still in every replica count as consistent if they stand at the
    /// same value, and as inconsistent otherwise.
    ///
    /// A. Uchida, R. McAllister, R. Roy, Phys. Rev. Lett. 93 (2004), doi:10.1103/PhysRevLett.93.244102; for reservoirs T. Lymburn et al., Chaos 29 (2019), doi:10.1063/1.5079686.
    /// - Parameters:
    ///   - input: what drives every replica; one row per step, one column per input.
    ///   - replicas: how many, at least 2.
    ///   - washout: how many steps at the beginning do not count.
    ///   - seed: selects the states that the replicas start from, evenly distributed over ±1.
    /// - Throws: `NeuroError` for an input of another number of columns than the reservoir reads, not finite, constant, or with fewer than two steps after the washout; for fewer than 2 replicas.
    /// - Complexity: a run for each replica; memory for the states of two.
    public func consistency(_ input: Matrix, replicas: Int = 4, washout: Int = 200, seed: Int = 0) throws -> Double {
        try check(input, "input")
        try Check.atLeast(2, replicas, "replicas")
        try Check.atLeast(0, washout, "washout")
        guard input.rows - min(washout, input.rows) >= 2 else {
            throw NeuroError.tooShort(name: "input", count: input.rows, needed: StateMeasure.sum(washout, 2), why: "a correlation after a washout of \(washout)")
        }
        let all = input.elements, width = input.columns
        guard (width ..< all.count).contains(where: { all[$0] != all[$0 - width] }) else {
            throw NeuroError.invalid(name: "input", value: "constant", must: "a series that varies")
        }
        // Pairs of neighbours on a ring: as many as replicas (one of two), and never more than two responses in memory.
        let first = try response(input, replica: 0, washout: washout, seed: seed, part: 0, of: replicas)
        var before = first, sum = 0.0, pairs = 0.0
        for replica in 1 ..< replicas {
            let now = try response(input, replica: replica, washout: washout, seed: seed, part: replica, of: replicas)
            sum += Self.agreement(before, now)
            pairs += 1
            before = now
        }
        if replicas > 2 {
            sum += Self.agreement(before, first)
            pairs += 1
        }
        return max(0, sum / pairs)
    }

    /// The consistency of a reservoir of one input; see the form for a matrix.
    public func consistency(_ input: Vector, replicas: Int = 4, washout: Int = 200, seed: Int = 0) throws -> Double {
        try consistency(ReservoirInput.column(input, inputs: inputs + feedback, "input"), replicas: replicas, washout: washout, seed: seed)
    }

    /// How many different responses one input can have, by the state that it finds the reservoir in: 1 where the reservoir has the echo state property for it.
    ///
    /// Replicas start from random states and are driven by the same input; at its end their trajectories over the last `compared` steps are put together if they come within `tolerance` of each other
    /// at every step. The number of what is left is returned: of attractors that this many replicas found, at most the number of replicas (which a chaotic reservoir reaches).
    ///
    /// A. Ceni, P. Ashwin, L. Livi, C. Postlethwaite, Physica D 412 (2020), doi:10.1016/j.physd.2020.132609.
    /// - Parameters:
    ///   - input: what drives every replica; one row per step, one column per input.
    ///   - replicas: how many, 2 to 10,000.
    ///   - compared: how many steps at the end are compared.
    ///   - tolerance: how far apart, in the largest difference of a unit, two responses are still the same.
    ///   - seed: selects the states that the replicas start from, evenly distributed over ±1.
    /// - Throws: `NeuroError` for an input of another number of columns than the reservoir reads, not finite, or shorter than what is compared; for arguments out of their range.
    /// - Complexity: a run for each replica.
    public func echoStateIndex(_ input: Matrix, replicas: Int = 20, compared: Int = 10, tolerance: Double = 1e-3, seed: Int = 0) throws -> Int {
        try check(input, "input")
        guard 2 ... 10_000 ~= replicas else { throw NeuroError.invalid(name: "replicas", value: "\(replicas)", must: "from 2 to 10,000") }
        try Check.atLeast(1, compared, "compared")
        try Check.positive(tolerance, "tolerance")
        guard input.rows >= compared else { throw NeuroError.tooShort(name: "input", count: input.rows, needed: compared, why: "the comparison of \(compared) steps") }
        var responses: [Matrix] = []
        for replica in 0 ..< replicas {
            let now = try response(input, replica: replica, washout: input.rows - compared, seed: seed, part: replica, of: replicas)
            let isKnown = responses.contains { known in
                zip(known.elements, now.elements).allSatisfy { abs($0 - $1) <= tolerance }
            }
            if !isKnown { responses.append(now) }
        }
        return responses.count
    }

    /// The echo state index of a reservoir of one input; see the form for a matrix.
    public func echoStateIndex(_ input: Vector, replicas: Int = 20, compared: Int = 10, tolerance: Double = 1e-3, seed: Int = 0) throws -> Int {
        try echoStateIndex(ReservoirInput.column(input, inputs: inputs + feedback, "input"), replicas: replicas, compared: compared, tolerance: tolerance, seed: seed)
    }

    /// The states after the washout of one replica.
    private func response(_ input: Matrix, replica: Int, washout: Int, seed: Int, part: Int, of parts: Int) throws -> Matrix {
        try Progress.check(part, of: parts)
        var random = Random(seed: seed, stream: 0x7265_706c).stream(0x7265_706c &+ replica)
        var driven = self
        driven.dynamic.activity = try random.uniform(count: units, in: -1 ..< 1).elements
        try driven.drive(input.elements, steps: 0 ..< washout, states: nil, stride: units, part: 2 * part, of: 2 * parts)
        _ = try Allocation.count(of: [input.rows - washout, units], named: "the states", as: Double.self)
        return try Matrix(unsafeUninitializedRows: input.rows - washout, columns: units) { states in
            try driven.drive(input.elements, steps: washout ..< input.rows, states: states.baseAddress, stride: units, part: 2 * part + 1, of: 2 * parts)
        }
    }

    /// The mean over units of the correlation of their two responses.
    private static func agreement(_ a: Matrix, _ b: Matrix) -> Double {
        let n = a.columns, rows = Double(a.rows)
        var means = [(a: Double, b: Double)](repeating: (0, 0), count: n), sums = [(aa: Double, bb: Double, ab: Double)](repeating: (0, 0, 0), count: n)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                for place in a.indices {
                    means[place % n].a += a[place] / rows
                    means[place % n].b += b[place] / rows
                }
                for place in a.indices {
                    let i = place % n, x = a[place] - means[i].a, y = b[place] - means[i].b
                    sums[i].aa += x * x
                    sums[i].bb += y * y
                    sums[i].ab += x * y
                }
            }
        }
        var agreement = 0.0
        for i in 0 ..< n {
            // What is left of the rounding of a mean is no variance.
            let (small, other) = (rows * (means[i].a * 0x1p-51) * (means[i].a * 0x1p-51), rows * (means[i].b * 0x1p-51) * (means[i].b * 0x1p-51))
            if sums[i].aa <= small, sums[i].bb <= other {
                agreement += abs(means[i].a - means[i].b) <= 1e-9 * max(1, abs(means[i].a)) ? 1 : 0
            } else if sums[i].aa > small, sums[i].bb > other {
                agreement += sums[i].ab / (sums[i].aa * sums[i].bb).squareRoot()
            }
        }
        return agreement / Double(n)
    }
}
