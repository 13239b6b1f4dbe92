import CKernels
import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A memory of patterns of any real numbers that goes to the stored patterns most like its state: the modern (continuous) Hopfield network, whose one step is attention.
///
/// ```swift
/// var memory = try ModernHopfield(beta: 8)
/// try memory.store(images)                          // a Matrix, a pattern in each row
/// let recalled = try memory.recall(noisyImage)
/// ```
///
/// With the patterns as the rows of X, a step is ξ ← Xᵀ softmax(β X ξ), and the energy −(1/β) ln Σ_μ exp(β x_μ·ξ) + ½ ξ·ξ never rises. Nothing is normalised, centred or projected that the
/// call does not say. H. Ramsauer et al., arXiv:2008.02217.
///
/// The step in its general form is similarity, separation, projection (B. Millidge et al., arXiv:2202.04557): how alike the state is to each pattern, how that becomes weights of sum 1, and what
/// they weigh: the patterns themselves, or the values stored with them (`store(_:values:)`, `associate`).
public struct ModernHopfield: AssociativeMemory, Equatable, Sendable, CustomStringConvertible, Codable {
    /// How alike a state ξ and a pattern x are.
    public enum Similarity: Equatable, Sendable, CaseIterable, Codable {
        /// x·ξ.
        case dot
        /// x·ξ/(|x| |ξ|); 0 where one of them is 0.
        case cosine
        /// −Σ |x_i − ξ_i|.
        case manhattan
        /// −|x − ξ|.
        case euclidean
        /// −Σ p_i ln(p_i/q_i), with p and q the state and the pattern divided by their sums; for numbers that are not negative. Zeros count as 1e-12 of the sum.
        case kullbackLeibler
        /// The same, symmetric: minus the mean divergence of both from their mean.
        case jensenShannon
    }

    /// How similarities become weights, which sum to 1.
    public enum Separation: Equatable, Sendable, Codable {
        /// In proportion to exp(β · similarity).
        case softmax
        /// In proportion to the similarities (divided by the sum of their sizes, as they may be negative).
        case identity
        /// In proportion to the similarities raised to a power, at least 1 (divided by the sum of their sizes).
        case power(Int)
        /// All weight on the most similar pattern, the first of equals.
        case maximum
    }

    /// β, how sharply the most similar pattern stands out from the others; the inverse temperature of the softmax.
    public let beta: Double
    /// How alike a state and a pattern are.
    public let similarity: Similarity
    /// How similarities become weights.
    public let separation: Separation
    /// How many steps a recall takes at most.
    public let updateSteps: Int
    /// A recall ends when a step moves the state by no more than this.
    public let tolerance: Double
    /// The stored patterns, one in each row.
    public private(set) var patterns: Matrix
    /// What is associated with them, one in each row; nil where the patterns stand for themselves.
    public private(set) var values: Matrix?

    /// A memory with nothing in it; the first patterns decide their size.
    ///
    /// - Parameters:
    ///   - beta: β, finite and above 0. Recall of single patterns needs β x·x well above ln K; with less, the memory goes to means of similar patterns. Patterns of N values ±1: about 10/N and more.
    ///   - similarity: how alike a state and a pattern are.
    ///   - separation: how similarities become weights.
    ///   - updateSteps: how many steps a recall takes at most, at least 1.
    ///   - tolerance: a recall ends when a step moves the state by no more than this (the Euclidean norm), at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(beta: Double = 1, similarity: Similarity = .dot, separation: Separation = .softmax, updateSteps: Int = 100, tolerance: Double = 1e-4) throws {
        try Check.positive(beta, "beta")
        try Check.atLeast(1, updateSteps, "updateSteps")
        try Check.notNegative(tolerance, "tolerance")
        if case .power(let power) = separation { try Check.atLeast(1, power, "the power of the separation") }
        (self.beta, self.similarity, self.separation, self.updateSteps, self.tolerance) = (beta, similarity, separation, updateSteps, tolerance)
        patterns = try Matrix.zeros(rows: 0, columns: 0)
    }

    /// How many values a pattern has; 0 before anything is stored.
    public var size: Int { patterns.columns }
    /// How many patterns are stored.
    public var count: Int { patterns.rows }

    /// Adds the patterns in the rows of a matrix.
    ///
    /// - Parameter patterns: finite numbers, and not negative for the similarities of distributions.
    /// - Throws: `NeuroError` for a matrix without elements, patterns of another size than those stored, values that are not finite, or a memory that stores values beside its patterns.
    public mutating func store(_ patterns: Matrix) throws {
        guard values == nil else {
            throw NeuroError.invalid(name: "values", value: "nil", must: "given (store(_:values:)), since this memory stores values beside its patterns")
        }
        self.patterns = try appended(patterns, to: self.patterns, "patterns")
    }

    /// Adds patterns of +1 and −1.
    ///
    /// - Throws: `NeuroError` for patterns of another size than those stored, or a memory that stores values beside its patterns.
    public mutating func store(_ patterns: Patterns) throws { try store(patterns.matrix) }

    /// Adds patterns with what is associated with each, for `associate`.
    ///
    /// - Parameters:
    ///   - patterns: one in each row, what is asked for.
    ///   - values: one in each row, what is answered; of any size, the same for all.
    /// - Throws: `NeuroError` for matrices without elements, different numbers of rows, other sizes than those stored, values that are not finite, or a memory of patterns without values.
    public mutating func store(_ patterns: Matrix, values: Matrix) throws {
        guard self.values != nil || count == 0 else {
            throw NeuroError.invalid(name: "values", value: "\(values.rows) rows", must: "left out, since this memory stores patterns without values")
        }
        guard patterns.rows == values.rows else { throw NeuroError.shape(name: "values", shape: values.shape, must: "\(patterns.rows) rows, one for each pattern") }
        try Check.finite(values.elements, "values")
        if let before = self.values, before.columns != values.columns {
            throw NeuroError.shape(name: "values", shape: values.shape, must: "\(before.columns) columns, as those stored have")
        }
        guard values.columns > 0 else { throw NeuroError.shape(name: "values", shape: values.shape, must: "of at least one column") }
        let all = try appended(patterns, to: self.patterns, "patterns")
        self.values = try self.values.map { try Matrix.concatenatingRows([$0, values]) } ?? values
        self.patterns = all
    }

    private func appended(_ new: Matrix, to old: Matrix, _ name: String) throws -> Matrix {
        guard new.rows > 0, new.columns > 0 else { throw NeuroError.shape(name: name, shape: new.shape, must: "of at least one row and one column") }
        guard old.rows == 0 || new.columns == old.columns else { throw NeuroError.shape(name: name, shape: new.shape, must: "\(old.columns) columns, as those stored have") }
        try checkValues(new.elements, name)
        return old.rows == 0 ? new : try Matrix.concatenatingRows([old, new])
    }

    private func checkValues(_ values: [Double], _ name: String) throws {
        try Check.finite(values, name)
        if similarity == .kullbackLeibler || similarity == .jensenShannon, let bad = values.first(where: { $0 < 0 }) {
            throw NeuroError.invalid(name: "a value of \(name)", value: "\(bad)", must: "at least 0 for a similarity of distributions")
        }
    }

    private func check(_ states: Matrix, _ name: String) throws {
        guard count > 0 else { throw NeuroError.invalid(name: "the memory", value: "empty", must: "given patterns first (store)") }
        guard states.columns == size else { throw NeuroError.shape(name: name, shape: states.shape, must: "\(size) values for each state, as the patterns have") }
        try checkValues(states.elements, name)
    }

    /// What the memory makes of a cue: the state in which its steps end.
    ///
    /// - Parameter cue: as many finite numbers as a pattern has.
    /// - Throws: `NeuroError` for an empty memory, or a cue of another size or with values that are not finite.
    public func recall(_ cue: Vector) throws -> Vector { try recall(Matrix.row(cue)).flattened }

    /// What the memory makes of each of several cues, the rows of a matrix.
    ///
    /// - Parameter cues: one in each row.
    /// - Throws: `NeuroError` for an empty memory, or cues of another size or with values that are not finite.
    /// - Complexity: O(cues · patterns · size) for each step.
    public func recall(_ cues: Matrix) throws -> Matrix {
        try check(cues, "cues")
        return try settled(cues, steps: updateSteps)
    }

    /// The states of the cue and of each step after it, the rows of a matrix, until the recall ends.
    ///
    /// - Parameter cue: as many finite numbers as a pattern has.
    /// - Throws: as `recall`.
    public func trajectory(_ cue: Vector) throws -> Matrix {
        var state = Matrix.row(cue), states = [state]
        try check(state, "cue")
        for step in 0 ..< updateSteps {
            try Progress.check(step, of: updateSteps)
            let next = try mixture(weights(of: state), of: patterns)
            states.append(next)
            let isDone = try (next - state).norm() <= tolerance
            state = next
            if isDone { break }
        }
        return try Matrix.concatenatingRows(states)
    }

    private func settled(_ cues: Matrix, steps: Int) throws -> Matrix {
        var states = cues
        // Pieces of rows, so that a table of weights stays in the caches while its steps go over it.
        let rows = max(16, 1_000_000 / max(1, count)), width = size
        for start in stride(from: 0, to: cues.rows, by: rows) {
            let end = min(start + rows, cues.rows)
            var moving = Array(start ..< end)
            for step in 0 ..< steps where !moving.isEmpty {
                try Progress.check(step, of: steps, part: start, of: cues.rows)
                let now = try states.selectingRows(moving), next = try mixture(weights(of: now), of: patterns)
                let moves = try (next - now).norm(each: .row).elements, elements = next.elements
                states.withUnsafeMutableBufferPointer { out in
                    for (k, row) in moving.enumerated() { for i in 0 ..< width { out[row * width + i] = elements[k * width + i] } }
                }
                moving = zip(moving, moves).filter { $1 > tolerance }.map(\.0)
            }
        }
        return states
    }

    /// What is associated with a cue: the stored values, weighed by how alike the patterns are to it.
    ///
    /// - Parameters:
    ///   - cue: as many finite numbers as a pattern has.
    ///   - steps: how many steps are taken, at least 1. The last one leads to the values, those before it to patterns; 1 is attention, softmax(β K q) V.
    /// - Returns: As many numbers as the values have; those of the patterns where the memory has no values.
    /// - Throws: `NeuroError` for an empty memory, fewer steps, or a cue of another size or with values that are not finite.
    public func associate(_ cue: Vector, steps: Int = 1) throws -> Vector { try associate(Matrix.row(cue), steps: steps).flattened }

    /// What is associated with each of several cues, the rows of a matrix.
    ///
    /// - Parameters:
    ///   - cues: one in each row.
    ///   - steps: how many steps are taken, at least 1.
    /// - Throws: as `associate` of one cue.
    public func associate(_ cues: Matrix, steps: Int = 1) throws -> Matrix {
        try check(cues, "cues")
        try Check.atLeast(1, steps, "steps")
        return try mixture(weights(of: settled(cues, steps: steps - 1)), of: values ?? patterns)
    }

    /// The weights of the patterns for a cue, which sum to 1 (for `.identity` and `.power` their sizes do).
    ///
    /// - Parameter cue: as many finite numbers as a pattern has.
    /// - Throws: `NeuroError` for an empty memory, or a cue of another size or with values that are not finite.
    public func weights(_ cue: Vector) throws -> Vector {
        let cues = Matrix.row(cue)
        try check(cues, "cue")
        return try weights(of: cues).flattened
    }

    /// The energy −(1/β) ln Σ_μ exp(β x_μ·ξ) + ½ ξ·ξ of a state, which no step raises.
    ///
    /// - Parameter state: as many finite numbers as a pattern has.
    /// - Throws: `NeuroError` as `recall`, and for another similarity than `.dot` or separation than `.softmax`, whose steps have no such energy.
    public func energy(_ state: Vector) throws -> Double {
        guard similarity == .dot, separation == .softmax else {
            throw NeuroError.invalid(name: "the memory", value: "\(self)", must: "one with the similarity .dot and the separation .softmax to have an energy")
        }
        try check(Matrix.row(state), "state")
        let products = try (patterns %*% state).elements.map { beta * $0 }, most = products.max() ?? 0
        return try -(most + log(products.reduce(0) { $0 + exp($1 - most) })) / beta + 0.5 * state.dot(state)
    }

    /// How much a state agrees with each of the stored patterns: the cosine of the angle between them, which for values ±1 is the overlap (1/N) Σ x_i ξ_i; 0 where one of them is 0.
    ///
    /// - Parameter state: as many finite numbers as a pattern has.
    /// - Throws: `NeuroError` for an empty memory, or a state of another size or with values that are not finite.
    public func overlap(_ state: Vector) throws -> Vector {
        guard count > 0 else { throw NeuroError.invalid(name: "the memory", value: "empty", must: "given patterns first (store)") }
        guard state.count == size else { throw NeuroError.shape(name: "state", shape: [state.count], must: "\(size) values, as the patterns have") }
        try Check.finite(state.elements, "state")
        return try cosines(Matrix.row(state)).flattened
    }

    /// The memory as it is written in a cell.
    public var description: String {
        "ModernHopfield(beta: \(beta), similarity: .\(similarity), separation: .\(separation), updateSteps: \(updateSteps), tolerance: \(tolerance)) with \(count) patterns of \(size) values"
    }
}

// MARK: The three parts of a step

extension ModernHopfield {
    private func cosines(_ states: Matrix) throws -> Matrix {
        let products = try states.multiplied(byTransposeOf: patterns)
        let left = states.norm(each: .row), right = patterns.norm(each: .row)
        func inverse(_ norms: Vector) -> Vector { Vector(norms.elements.map { $0 > 0 ? 1 / $0 : 0 }) }
        return try (products * inverse(right)).transposed() * inverse(left)
    }

    /// Of each state (rows) with each pattern (columns).
    private func similarities(_ states: Matrix) throws -> Matrix {
        switch similarity {
        case .dot: return try states.multiplied(byTransposeOf: patterns)
        case .cosine: return try cosines(states).transposed()
        case .manhattan, .euclidean, .kullbackLeibler, .jensenShannon: break
        }
        let isOfDistributions = similarity == .kullbackLeibler || similarity == .jensenShannon
        let (a, b) = isOfDistributions ? (Self.distributions(states), Self.distributions(patterns)) : (states.elements, patterns.elements)
        let width = size, known = count
        var result = try Matrix.zeros(rows: states.rows, columns: known)
        let similarity = similarity
        try result.withUnsafeMutableBufferPointer { out in
            try a.withUnsafeBufferPointer { a in
                try b.withUnsafeBufferPointer { b in
                    guard let a = a.baseAddress, let b = b.baseAddress else { return }
                    let perCheck = max(1, 2_000_000 / (width * known))
                    for row in 0 ..< out.count / known {
                        if row % perCheck == 0 { try Progress.check() }
                        for k in 0 ..< known { out[row * known + k] = -Self.distance(similarity, a + row * width, b + k * width, width) }
                    }
                }
            }
        }
        return result
    }

    private static func distance(_ similarity: Similarity, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
        var sum = 0.0
        switch similarity {
        case .manhattan:
            for i in 0 ..< count { sum += abs(a[i] - b[i]) }
        case .euclidean:
            for i in 0 ..< count { sum += (a[i] - b[i]) * (a[i] - b[i]) }
            return sum.squareRoot()
        case .kullbackLeibler:
            for i in 0 ..< count { sum += a[i] * log(a[i] / b[i]) }
        case .jensenShannon:
            for i in 0 ..< count {
                let middle = 0.5 * (a[i] + b[i])
                sum += 0.5 * (a[i] * log(a[i] / middle) + b[i] * log(b[i] / middle))
            }
        case .dot, .cosine: break
        }
        return sum
    }

    /// The rows divided by their sums, and no number below 1e-12.
    private static func distributions(_ matrix: Matrix) -> [Double] {
        let sums = matrix.sum(each: .row).elements, width = matrix.columns
        return matrix.elements.enumerated().map { place, value in
            let sum = sums[place / width]
            return max(sum > 0 ? value / sum : 1 / Double(width), 1e-12)
        }
    }

    /// weights · rows. Near a stored pattern all weights but a few are too small to change a sum of numbers that have 53 bits: those rows are summed from the few.
    fileprivate func mixture(_ weights: Matrix, of rows: Matrix) throws -> Matrix {
        let known = weights.columns, width = rows.columns, least = 0x1p-64
        var few: [(row: Int, places: [Int])] = [], others: [Int] = []
        weights.withUnsafeBufferPointer { weights in
            for row in 0 ..< weights.count / max(known, 1) {
                var places: [Int] = []
                for k in 0 ..< known where abs(weights[row * known + k]) > least {
                    if places.count * 16 > known { break }
                    places.append(k)
                }
                if places.count * 16 <= known { few.append((row, places)) } else { others.append(row) }
            }
        }
        if few.isEmpty { return try weights %*% rows }
        var result = try Matrix.zeros(rows: weights.rows, columns: width)
        let dense = others.isEmpty ? [] : try (weights.selectingRows(others) %*% rows).elements
        result.withUnsafeMutableBufferPointer { out in
            weights.withUnsafeBufferPointer { weights in
                rows.withUnsafeBufferPointer { rows in
                    guard let to = out.baseAddress, let from = rows.baseAddress else { return }
                    for (row, places) in few {
                        for k in places {
                            let weight = weights[row * known + k]
                            for i in 0 ..< width { to[row * width + i] += weight * from[k * width + i] }
                        }
                    }
                    for (k, row) in others.enumerated() { for i in 0 ..< width { to[row * width + i] = dense[k * width + i] } }
                }
            }
        }
        return result
    }

    fileprivate func weights(of states: Matrix) throws -> Matrix {
        var table = try similarities(states)
        let known = count, beta = beta, separation = separation
        table.withUnsafeMutableBufferPointer { out in
            guard let base = out.baseAddress else { return }
            for row in 0 ..< out.count / known {
                let line = UnsafeMutableBufferPointer(start: base + row * known, count: known)
                Self.separate(line, separation, beta)
            }
        }
        guard table.isFinite else { throw NeuroError.diverged(what: "the similarities of the state and the patterns left the finite numbers; scale the patterns down") }
        return table
    }

    private static func separate(_ line: UnsafeMutableBufferPointer<Double>, _ separation: Separation, _ beta: Double) {
        guard let base = line.baseAddress else { return }
        switch separation {
        case .softmax:
            // Several at once: one after the other, each comparison waits for the last.
            var most = SIMD8(repeating: -Double.infinity)
            var k = 0
            while k + 8 <= line.count {
                let next = UnsafeRawPointer(base + k).loadUnaligned(as: SIMD8<Double>.self)
                most.replace(with: next, where: next .> most)
                k += 8
            }
            var largest = most.max()
            while k < line.count {
                largest = max(largest, base[k])
                k += 1
            }
            for k in line.indices { base[k] = beta * (base[k] - largest) }
            engram_exp_f64(base, base, line.count)
            let scale = 1 / engram_sum_f64(base, line.count)
            for k in line.indices { base[k] *= scale }
        case .identity, .power:
            var exponent = 1
            if case .power(let power) = separation { exponent = power }
            // In units of the largest, so that a high power stays a number.
            var most = 0.0
            for value in line { most = max(most, abs(value)) }
            if most == 0 {
                for k in line.indices { line[k] = 1 / Double(line.count) }
                return
            }
            var sum = 0.0
            for k in line.indices {
                line[k] = pow(line[k] / most, Double(exponent))
                sum += abs(line[k])
            }
            for k in line.indices { line[k] /= sum }
        case .maximum:
            var best = 0
            for k in line.indices where line[k] > line[best] { best = k }
            for k in line.indices { line[k] = k == best ? 1 : 0 }
        }
    }
}
