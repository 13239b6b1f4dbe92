#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The replica-symmetric equations of one model, and their solutions.
///
/// With s = √(1+ρ) for supervised memories and 1 else, all are S = n^(P−1)/s, D = ρ S² + α κ(q), n = m/s + ρ n^(P−1) C/s², C = (1 − q)/T; the classic net has
/// D = α q/(1 − C)² in place of that. Solutions are found in two ways. The iteration from m = q = n = 1 is fast unless the load is near the largest one. There, and
/// for that largest load, the equations are turned round: of a given n, one noise D solves them, and the load is what makes that noise; the retrieval states are the part of this curve
/// on which the load falls with n, and its top is the capacity. At T = 0 the same with y = S/√(2D) in the place of n, where all is in closed form. Rejected: bisection on the load
/// with the iteration as the test (thousands of slow steps for six digits).
struct Equations {
    let order: Int
    let entropy: Double
    let scale: Double
    let isClassic: Bool
    /// κ(q) = Σ_k kernel[k] q^k, the variance of the noise at load 1.
    let kernel: [Double]

    /// Largest order: factorials and double factorials of it are numbers.
    static let largestOrder = 100

    init(_ model: Theory.Model) throws {
        (order, entropy, isClassic) = (model.order, model.entropy, model.kind == .ags)
        if !isClassic {
            guard order >= 3, order <= Self.largestOrder else {
                throw NeuroError.invalid(name: "order", value: "\(order)", must: order == 2 ? "from 3 to 100 (.ags is the theory of order 2)" : "from 3 to 100")
            }
        }
        guard model.convention == .noRepeatedIndices || model.convention == .fullPower else {
            throw NeuroError.invalid(name: "convention", value: "\(model.convention)", must: ".noRepeatedIndices or .fullPower: of the others there is no theory here")
        }
        if let examples = model.examples { try Check.atLeast(1, examples, "examples") }
        if let quality = model.quality {
            guard quality > 0, quality <= 1 else { throw NeuroError.invalid(name: "quality", value: "\(quality)", must: "above 0 and at most 1") }
        }
        guard entropy >= 0, entropy <= 1e12 else {
            let isGiven = model.quality == nil
            throw NeuroError.invalid(
                name: isGiven ? "entropy" : "quality", value: "\(isGiven ? entropy : model.quality ?? 0)",
                must: isGiven ? "from 0 to 1e12" : "larger: the entropy would be \(entropy)")
        }
        scale = model.kind == .supervised ? (1 + entropy).squareRoot() : 1
        // x^(P−1) = Σ_k c_k He_k(x), of which products of different neurons keep the first alone.
        let power = order - 1
        var kernel = [Double](repeating: 0, count: power + 1)
        for j in 0 ... power / 2 where j == 0 || model.convention == .fullPower {
            let k = power - 2 * j
            // c_k² k! with c_k = (P−1)! / (2^j j! k!), by logarithms: the factorials alone are too large.
            let c = lgamma(Double(power + 1)) - Double(j) * log(2) - lgamma(Double(j + 1)) - lgamma(Double(k + 1))
            kernel[k] = exp(2 * c + lgamma(Double(k + 1)))
        }
        if model.convention == .noRepeatedIndices || power < 20 { kernel = kernel.map { $0 < 1e15 ? $0.rounded() : $0 } }
        if model.kind == .unsupervised, let quality = model.quality, let examples = model.examples {
            let (r, m) = (quality * quality, Double(examples))
            for k in kernel.indices { kernel[k] *= (1 / m + (1 - 1 / m) * pow(r, Double(k + 1))) * pow(r, -Double(order)) }
        }
        guard kernel.allSatisfy(\.isFinite) else {
            throw NeuroError.invalid(name: "quality", value: "\(model.quality ?? 0)", must: "larger: r^(-2P) is not a number for an order of \(order)")
        }
        self.kernel = kernel
    }

    func noise(_ q: Double) -> Double { kernel.reversed().reduce(0) { $0 * q + $1 } }

    /// A solution of the equations for the load that it belongs to.
    struct Point {
        var load: Double
        var n: Double
        var variance: Double
        var means: FieldMeans
    }

    func power(_ n: Double) -> Double { pow(n, Double(order - 1)) }
    func signal(_ n: Double) -> Double { power(n) / scale }

    /// The n that follows from m and C.
    func mixture(_ n: Double, _ means: FieldMeans) -> Double { means.magnetization / scale + entropy * power(n) * means.response / (scale * scale) }

    // MARK: The load that belongs to a state

    /// The solution with a given n at T > 0, y at T = 0; nil where there is none.
    func point(_ coordinate: Double, _ temperature: Double) -> Point? {
        temperature == 0 ? frozenPoint(coordinate) : warmPoint(coordinate, temperature)
    }

    private func frozenPoint(_ y: Double) -> Point? {
        guard y > 0 else { return nil }
        let e = 2 * y / Double.pi.squareRoot() * exp(-y * y), m = erf(y)
        if isClassic {
            let rest = 1 - e / m
            guard rest > 0 else { return nil }
            let variance = m * m / (2 * y * y)
            return Point(load: variance * rest * rest, n: m, variance: variance, means: FieldMeans(signal: m, variance: variance, temperature: 0))
        }
        let n = (m + entropy * e) / scale, signal = signal(n)
        let load = signal * signal * (0.5 / (y * y) - entropy) / noise(1), variance = signal * signal * 0.5 / (y * y)
        guard load >= 0 else { return nil }
        var means = FieldMeans(signal: signal, variance: variance, temperature: 0)
        means.magnetization = m
        return Point(load: load, n: n, variance: variance, means: means)
    }

    private func warmPoint(_ n: Double, _ temperature: Double) -> Point? {
        let signal = signal(n), least = entropy * signal * signal
        func miss(_ variance: Double) -> Double { mixture(n, FieldMeans(signal: signal, variance: variance, temperature: temperature)) - n }
        let low = (x: least, y: miss(least))
        guard low.y >= 0 else { return nil }
        var variance = least
        if low.y > 0 {
            var high = (x: max(2 * least, signal * signal, 1e-300), y: 0.0)
            high.y = miss(high.x)
            for _ in 0 ..< 200 where high.y >= 0 {
                high.x *= 4
                high.y = miss(high.x)
            }
            guard high.y < 0 else { return nil }
            variance = LineSearch.root(low, high, miss)
        }
        let means = FieldMeans(signal: signal, variance: variance, temperature: temperature)
        let load: Double
        if isClassic {
            guard means.response < 1, means.order > 0 else { return nil }
            load = variance * (1 - means.response) * (1 - means.response) / means.order
        } else {
            let unit = noise(means.order)
            guard unit > 0 else { return nil }
            load = max(0, variance - least) / unit
        }
        return load.isFinite ? Point(load: load, n: n, variance: variance, means: means) : nil
    }

    // MARK: The largest load

    /// The retrieval states at a temperature: coordinates from the largest load to load 0. Nil where no pattern is recalled at any load.
    struct Branch {
        var critical: Double
        var end: Double
        var capacity: Double
    }

    func branch(_ temperature: Double) -> Branch? {
        guard temperature < .infinity else { return nil }
        func load(_ coordinate: Double) -> Double { point(coordinate, temperature)?.load ?? -1 }
        var low = 0.0, high: Double
        if temperature == 0 {
            high = entropy > 0 ? min(12, (0.5 / entropy).squareRoot()) : 12
        } else {
            // Without other patterns: which n can be held at all.
            func gain(_ n: Double) -> Double {
                let signal = signal(n)
                return mixture(n, FieldMeans(signal: signal, variance: entropy * signal * signal, temperature: temperature)) / n - 1
            }
            let most = 1 + (2 * entropy / Double.pi).squareRoot()
            let best = LineSearch.maximum(among: (0 ... 160).map { most * exp(-0.1 * Double(160 - $0)) }, gain)
            let top = gain(best)
            guard top > 0 else { return nil }
            let atMost = gain(most)
            high = atMost >= 0 ? most : LineSearch.root((best, top), (most, atMost), gain)
            let least = most * 1e-8, atLeast = gain(least)
            low = isClassic ? 0 : atLeast >= 0 ? least : LineSearch.root((least, atLeast), (best, top), gain)
        }
        let places = (0 ... 64).map { low + (high - low) * Double($0) / 64 }
        let critical = LineSearch.maximum(among: places, load), capacity = load(critical)
        return capacity > 0 ? Branch(critical: critical, end: high, capacity: capacity) : nil
    }

    // MARK: The state at a load

    private enum Iteration { case converged(Point), lost, slow }

    private func iterate(_ load: Double, _ temperature: Double) -> Iteration {
        var means = FieldMeans(signal: 1, variance: 0, temperature: 0), n = 1.0
        for _ in 0 ..< 250 {
            let signal = signal(n), variance: Double
            if isClassic {
                guard means.response < 1 else { return .slow }
                variance = load * means.order / ((1 - means.response) * (1 - means.response))
            } else {
                variance = entropy * signal * signal + load * noise(means.order)
            }
            let new = FieldMeans(signal: signal, variance: variance, temperature: temperature), next = mixture(n, new)
            guard new.magnetization > 1e-9, next > 1e-9 else { return .lost }
            let step = abs(new.magnetization - means.magnetization) + abs(new.order - means.order) + abs(next - n)
            (means, n) = (new, next)
            if step <= 2e-15 { return .converged(Point(load: load, n: n, variance: variance, means: means)) }
        }
        return .slow
    }

    /// - Parameter branch: the retrieval states at that temperature, where the caller knows them already.
    func state(load: Double, temperature: Double, branch known: Branch?? = nil) -> Theory.State {
        if temperature < .infinity {
            switch iterate(load, temperature) {
            case .converged(let point): return state(point, load, temperature)
            case .lost: break
            case .slow:
                if let branch = known ?? branch(temperature), load <= branch.capacity {
                    func miss(_ coordinate: Double) -> Double { (point(coordinate, temperature)?.load ?? 0) - load }
                    let atEnd = miss(branch.end)
                    let place = atEnd >= 0 ? branch.end : LineSearch.root((branch.critical, branch.capacity - load), (branch.end, atEnd), miss)
                    if let point = point(place, temperature) { return state(point, load, temperature) }
                }
            }
        }
        let glass = glass(load: load, temperature: temperature)
        return Theory.State(
            load: load, temperature: temperature, overlap: 0, order: glass.q, exampleOverlap: 0, signal: 0, noise: glass.variance,
            freeEnergy: freeEnergy(load: load, temperature: temperature, m: 0, variance: glass.variance, q: glass.q))
    }

    private func state(_ point: Point, _ load: Double, _ temperature: Double) -> Theory.State {
        Theory.State(
            load: load, temperature: temperature, overlap: point.means.magnetization, order: point.means.order, exampleOverlap: point.n, signal: signal(point.n),
            noise: point.variance,
            freeEnergy: freeEnergy(load: load, temperature: temperature, m: point.means.magnetization, variance: point.variance, q: point.means.order))
    }

    /// The state without recall: the largest q with m = n = 0, and the noise in it.
    func glass(load: Double, temperature: Double) -> (q: Double, variance: Double) {
        if load == 0 { return (temperature == 0 ? 1 : 0, 0) }
        if temperature == .infinity { return (0, load * noise(0)) }
        if isClassic {
            if temperature == 0 {
                let width = load.squareRoot() + (2 / Double.pi).squareRoot()
                return (1, width * width)
            }
            guard temperature < 1 + load.squareRoot() else { return (0, 0) }
            func miss(_ variance: Double) -> Double {
                let means = FieldMeans(signal: 0, variance: variance, temperature: temperature)
                // Below C = 1 there is no load; the equation is to be met above.
                return means.response < 1 && means.order > 0 ? variance * (1 - means.response) * (1 - means.response) / means.order / load - 1 : -1
            }
            var high = (x: 4 * (load + 1), y: 0.0), low = (x: 1e-14 * min(1, temperature * temperature), y: 0.0)
            (low.y, high.y) = (miss(low.x), miss(high.x))
            for _ in 0 ..< 100 where high.y < 0 {
                high.x *= 2
                high.y = miss(high.x)
            }
            guard low.y < 0, high.y >= 0 else { return (0, 0) }
            let variance = LineSearch.root(low, high, miss)
            return (FieldMeans(signal: 0, variance: variance, temperature: temperature).order, variance)
        }
        var q = 1.0
        for _ in 0 ..< 20_000 {
            let next = FieldMeans(signal: 0, variance: load * noise(q), temperature: temperature).order
            let step = q - next
            q = next
            if abs(step) <= 1e-15 { break }
        }
        if q < 1e-9 { q = 0 }
        return (q, load * noise(q))
    }

    /// f of the classic net: m²/2 + α/2 [1 + T ln(1 − C) − q/(1 − C) + R (1 − q)/T] − T E ln 2cosh((m + z √(αR))/T), with R = q/(1 − C)².
    func freeEnergy(load: Double, temperature: Double, m: Double, variance: Double, q: Double) -> Double? {
        guard isClassic, temperature < .infinity else { return nil }
        let response = FieldMeans(signal: m, variance: variance, temperature: temperature).response
        guard response < 1 || load == 0 else { return nil }
        let rest = 1 - response
        let crosstalk = load == 0 ? 0 : 0.5 * load * (1 + (temperature == 0 ? 0 : temperature * log(rest)) - q / rest) + 0.5 * variance * response
        return 0.5 * m * m + crosstalk - FieldMeans.potential(signal: m, variance: variance, temperature: temperature)
    }
}
