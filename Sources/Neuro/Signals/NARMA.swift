import CKernels
import Linear

extension Dataset {
    /// The nonlinear autoregressive moving average task of order 10: from random inputs u, find y.
    ///
    /// y(t+1) = 0.3 y(t) + 0.05 y(t) Σᵢ₌₀..₉ y(t−i) + 1.5 u(t−9) u(t) + 0.1, with u uniform in 0 ..< 0.5 and both u and y zero before time 0.
    ///
    /// ```swift
    /// let task = try Dataset.narma10(steps: 4_400, seed: 1)
    /// let fit = try esn.train(inputs: task.inputs, targets: task.targets)
    /// ```
    ///
    /// `targets[t]` is y(t+1), which `inputs[t]` helps to determine. Other authors use other forms of the recurrence (a tanh around it, another
    /// order of the sum); scores compare only within one form.
    ///
    /// A. F. Atiya, A. G. Parlos, IEEE Trans. Neural Networks 11 (2000), doi:10.1109/72.846741.
    /// - Parameters:
    ///   - steps: how many inputs and targets to return, at least 1.
    ///   - seed: selects the inputs.
    /// - Throws: `NeuroError.invalid` for fewer than 1 step, `NeuroError.diverged` for the rare inputs that drive the recurrence to infinity.
    public static func narma10(steps: Int, seed: Int = 0) throws -> (inputs: Vector, targets: Vector) { try narma(order: 10, steps: steps, seed: seed) }

    /// The nonlinear autoregressive moving average task of any order n: from random inputs u, find y.
    ///
    /// y(t+1) = 0.3 y(t) + 0.05 y(t) Σᵢ₌₀..ₙ₋₁ y(t−i) + 1.5 u(t−n+1) u(t) + 0.1, or, bounded, tanh of the same with 0.01 in the place of 0.1, plus 0.2; u uniform in 0 ..< 0.5 and both u and y zero
    /// before time 0. `targets[t]` is y(t+1), which `inputs[t]` helps to determine. From order 12 or so on the first form runs away for most inputs; the second is that of A. Rodan, P. Tiňo, IEEE
    /// Trans. Neural Networks 22 (2011), doi:10.1109/TNN.2010.2089641, for order 20.
    ///
    /// - Parameters:
    ///   - order: n, at least 1; how far back the task looks.
    ///   - steps: how many inputs and targets to return, at least 1.
    ///   - isBounded: whether the tanh is around the recurrence.
    ///   - seed: selects the inputs.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, `NeuroError.diverged` where the inputs drive the recurrence to infinity.
    public static func narma(order: Int, steps: Int, isBounded: Bool = false, seed: Int = 0) throws -> (inputs: Vector, targets: Vector) {
        try Check.atLeast(1, order, "order")
        try Check.atLeast(1, steps, "steps")
        _ = try Allocation.count(of: [2, steps], named: "the series", as: Double.self)
        let inputs = Vector(unsafeUninitializedCount: steps) { u in
            guard let base = u.baseAddress else { return }
            engram_philox_uniform_f64(UInt64(bitPattern: Int64(seed)), stream, 0, steps, base)
            for t in 0 ..< steps { u[t] *= 0.5 }
        }
        return (inputs, try narma(order: order, inputs: inputs, isBounded: isBounded))
    }

    /// The stream of the generator that the inputs are drawn from.
    private static let stream: UInt64 = 0x6e61_726d_6131_3000

    /// The targets for given inputs.
    package static func narma(order: Int, inputs: Vector, isBounded: Bool = false) throws -> Vector {
        let u = inputs.elements
        var y = [Double](repeating: 0, count: u.count + 1)
        let perCheck = max(1, 1_000_000 / min(order, u.count))
        for t in 0 ..< u.count {
            var sum = 0.0
            for i in 0 ..< min(order, t + 1) { sum += y[t - i] }
            let next = 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * (t >= order - 1 ? u[t - order + 1] : 0) * u[t] + (isBounded ? 0.01 : 0.1)
            y[t + 1] = isBounded ? Elementary.tanh(next) + 0.2 : next
            if t % perCheck == perCheck - 1 { try Progress.check(t, of: u.count) }
        }
        guard y.allSatisfy({ $0.isFinite && $0 < 1e6 }) else {
            throw NeuroError.diverged(
                what: "these random inputs drive NARMA\(order) to infinity, which happens for " + (order <= 10 ? "a few seeds; take another seed" : "most; take isBounded: true"))
        }
        return Vector(Array(y.dropFirst()))
    }
}
