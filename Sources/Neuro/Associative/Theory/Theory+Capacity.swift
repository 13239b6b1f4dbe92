import Linear

extension Theory {
    /// The largest load at which a pattern is still recalled: the end of the retrieval states, where the overlap falls from `criticalOverlap` to 0.
    ///
    /// ```swift
    /// try Theory.capacity(.ags)                  // 0.137906
    /// try Theory.capacity(.dense(order: 3))      // 0.126095
    /// ```
    ///
    /// At T = 0 it is the maximum over y = S/√(2D) of a closed form: ½ (erf(y)/y − 2 e^(−y²)/√π)² for the classic net, erf(y)^(2P−2)/(2y² (P−1)!) for P-spin memories
    /// (our derivation, as is that with examples: [erf y + ρ 2y e^(−y²)/√π]^(2P−2) (1/(2y²) − ρ)/((P−1)! (1+ρ)^P), with 1 + ρ_P in the place of (1+ρ)^P unsupervised).
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - temperature: T, at least 0.
    /// - Returns: α_c to a relative 1e-10; 0 at temperatures where nothing is recalled.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func capacity(_ model: Model, temperature: Double = 0) throws -> Double {
        try check(temperature: temperature)
        return try Equations(model).branch(temperature)?.capacity ?? 0
    }

    /// The overlap m at the capacity: the smallest with which a pattern is recalled at that temperature; 0 where nothing is recalled.
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - temperature: T, at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func criticalOverlap(_ model: Model, temperature: Double = 0) throws -> Double {
        try check(temperature: temperature)
        let equations = try Equations(model)
        guard let branch = equations.branch(temperature), let point = equations.point(branch.critical, temperature) else { return 0 }
        return point.means.magnetization
    }

    /// The capacity at each of several temperatures: the line in the plane of load and temperature that ends recall.
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - temperatures: each at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    /// - Complexity: a few milliseconds for each temperature.
    public static func capacityCurve(_ model: Model, temperatures: Vector) throws -> Vector {
        let equations = try Equations(model)
        try temperatures.elements.forEach(check(temperature:))
        return Vector(
            try temperatures.elements.enumerated().map { place, temperature in
                try Progress.check(place, of: temperatures.count)
                return equations.branch(temperature)?.capacity ?? 0
            })
    }

    /// The capacity of each of several memories at one temperature: as a function of the order, of the entropy of examples, of their number.
    ///
    /// - Parameters:
    ///   - models: the memories.
    ///   - temperature: T, at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func capacities(_ models: [Model], temperature: Double = 0) throws -> Vector {
        try check(temperature: temperature)
        let all = try models.map { try Equations($0) }
        return Vector(
            try all.enumerated().map { place, equations in
                try Progress.check(place, of: all.count)
                return equations.branch(temperature)?.capacity ?? 0
            })
    }

    /// The temperature above which a pattern is not recalled at a load (the spinodal: there its state ceases to exist, even as one of higher energy).
    ///
    /// At load 0 it is max over m of m^(P−1)/atanh m, for P = 3 0.582583, for P = 4 0.495786, and 1 for the classic net.
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - load: α, at least 0.
    /// - Returns: T to a relative 1e-9; 0 for a load that exceeds the capacity at every temperature. (P-spin memories hold a little more at some temperature above 0 than at 0, according to
    ///   these equations.)
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func spinodalTemperature(_ model: Model, load: Double = 0) throws -> Double {
        try Check.notNegative(load, "load")
        let equations = try Equations(model)
        if equations.isClassic, load == 0 { return 1 }
        func isRecalled(_ temperature: Double, _ load: Double) -> Bool { (equations.branch(temperature)?.capacity ?? -1) >= load }
        func last(from low: Double, to high: Double, _ load: Double) -> Double {
            var (low, high) = (low, high)
            for _ in 0 ..< 60 where high - low > 1e-12 * high {
                let middle = 0.5 * (low + high)
                if isRecalled(middle, load) { low = middle } else { high = middle }
            }
            return 0.5 * (low + high)
        }
        // The field hardly exceeds 1, so the temperature does not either.
        var most = 1.0
        while isRecalled(most, 0), most < 1e6 { most *= 2 }
        let end = last(from: 0, to: most, 0)
        if load == 0 { return end }
        for step in stride(from: 32, through: 0, by: -1) {
            try Progress.check(32 - step, of: 33)
            let temperature = end * Double(step) / 32
            if isRecalled(temperature, load) { return step == 32 ? end : last(from: temperature, to: end * Double(step + 1) / 32, load) }
        }
        return 0
    }

    /// The largest load at which a pattern of the classic net is not only recalled but the state of lowest free energy, below that of the spin glass; at T = 0 it is 0.051.
    ///
    /// D. J. Amit, H. Gutfreund, H. Sompolinsky, Ann. Phys. 173 (1987), doi:10.1016/0003-4916(87)90092-3.
    /// - Parameter temperature: T, at least 0.
    /// - Returns: α to a relative 1e-9; 0 from T = 1 on.
    /// - Throws: `NeuroError.invalid` for a temperature that is negative or NaN.
    public static func globalCapacity(temperature: Double = 0) throws -> Double {
        try check(temperature: temperature)
        let equations = try Equations(.ags)
        guard let branch = equations.branch(temperature) else { return 0 }
        func advantage(_ load: Double) -> Double {
            let glass = equations.glass(load: load, temperature: temperature)
            let without = equations.freeEnergy(load: load, temperature: temperature, m: 0, variance: glass.variance, q: glass.q)
            let state = equations.state(load: load, temperature: temperature, branch: branch)
            guard state.isRetrieval, let with = state.freeEnergy, let without else { return -1 }
            return without - with
        }
        let low = branch.capacity * 1e-6, atLow = advantage(low), atHigh = advantage(branch.capacity)
        if atHigh >= 0 { return branch.capacity }
        return atLow > 0 ? LineSearch.root((low, atLow), (branch.capacity, atHigh), advantage) : 0
    }

    /// The overlap with which recall must begin, at least: the unstable solution between recall and failure; the further a state lies above it, the safer it is.
    ///
    /// The equations are those of equilibrium, so it is an estimate of the basin of attraction and not its edge: the noise that a state meets on its way differs from the one at its end.
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - load: α, at least 0.
    ///   - temperature: T, at least 0.
    /// - Returns: m of the unstable solution, 0 where recall begins from any overlap, and nil where the pattern is not recalled at all.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func basin(_ model: Model, load: Double, temperature: Double = 0) throws -> Double? {
        let equations = try Equations(model)
        try check(load: load, temperature: temperature)
        guard let branch = equations.branch(temperature), load <= branch.capacity else { return nil }
        // At T = 0 without load every overlap is enough; the curve begins at the capacity and leads down to load 0.
        if load == 0, temperature == 0 || equations.isClassic { return 0 }
        func miss(_ coordinate: Double) -> Double { (equations.point(coordinate, temperature)?.load ?? -load) - load }
        let top = (x: branch.critical, y: branch.capacity - load)
        var low = (x: branch.critical, y: top.y)
        for _ in 0 ..< 400 where low.y >= 0 {
            low.x *= 0.9
            low.y = miss(low.x)
        }
        guard low.y < 0 else { return 0 }
        return equations.point(LineSearch.root(top, low, miss), temperature)?.means.magnetization ?? 0
    }
}
