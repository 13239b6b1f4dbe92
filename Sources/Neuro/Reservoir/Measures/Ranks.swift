import Linear

/// How many numbers it would take to describe the states: (Σ λ)² / Σ λ² of the eigenvalues λ of their covariance, from 1 (all states on a line) to the number of columns (evenly spread).
///
/// By the trace of the covariance and of its square, without the eigenvalues. A. Litwin-Kumar et al., Neuron 93 (2017), doi:10.1016/j.neuron.2017.01.030.
///
/// - Parameter states: a row for each step, a column for each unit.
/// - Throws: `NeuroError.tooShort` for fewer than 2 rows, `NeuroError.notFinite`, `NeuroError.invalid` if no column varies.
/// - Complexity: O(rows · columns²).
public func participationRatio(_ states: Matrix) throws -> Double {
    guard states.rows >= 2 else { throw NeuroError.tooShort(name: "states", count: states.rows, needed: 2, why: "a covariance") }
    guard states.columns > 0 else { throw NeuroError.shape(name: "states", shape: states.shape, must: "at least one column") }
    try Check.finite(states.elements, "states")
    let n = states.columns
    var rows = states.elements, sum = 0.0
    for column in 0 ..< n {
        let first = rows[column]
        // Of a constant column the rounding of the mean must not be taken for variance.
        let varies = (1 ..< states.rows).contains { rows[$0 * n + column] != first }
        var mean = 0.0
        for row in 0 ..< states.rows { mean += rows[row * n + column] / Double(states.rows) }
        for row in 0 ..< states.rows { rows[row * n + column] = varies ? rows[row * n + column] - mean : 0 }
    }
    // Scaled to the largest, so that no square leaves the finite numbers.
    guard let largest = rows.lazy.map(abs).max(), largest > 0 else { throw NeuroError.invalid(name: "states", value: "constant", must: "a series that varies") }
    let centred = try Matrix(rows: states.rows, columns: n, elements: rows.map { $0 / largest })
    let gram = try n <= states.rows ? centred.gram() : centred.multiplied(byTransposeOf: centred)
    var squares = 0.0
    for value in gram.elements { squares += value * value }
    for i in 0 ..< gram.rows { sum += gram.elements[i * gram.rows + i] }
    return sum * sum / squares
}

extension ReservoirNode {
    /// How many different inputs the states tell apart: the rank of the matrix of the states that as many different input streams as a state has numbers leave behind.
    ///
    /// Each stream is of independent numbers evenly distributed over ±amplitude and starts from rest. High for a reservoir that computes; see also `generalisationRank`, which should be low.
    ///
    /// R. Legenstein, W. Maass, Neural Networks 20 (2007), doi:10.1016/j.neunet.2007.04.017.
    /// - Parameters:
    ///   - streams: how many streams; as many as a state has numbers, where it is nil.
    ///   - steps: how long each is.
    ///   - amplitude: the largest input.
    ///   - tolerance: the part of the largest singular value that another must exceed to count.
    ///   - seed: selects the streams.
    /// - Throws: `NeuroError` naming the argument that is out of its range.
    /// - Complexity: a run of streams · steps, and O(features³).
    public func kernelRank(streams: Int? = nil, steps: Int = 100, amplitude: Double = 1, tolerance: Double = 1e-6, seed: Int = 0) throws -> Int {
        try rank(streams: streams, steps: steps, shared: 0, amplitude: amplitude, tolerance: tolerance, seed: seed)
    }

    /// How much of what should not matter the states still tell: the rank of the matrix of the states that streams leave behind whose latest inputs are the same.
    ///
    /// The streams differ in all but the last `shared` steps, in which they agree. A reservoir that forgets after as many steps has rank 1; the difference to `kernelRank` measures what it computes
    /// (L. Büsing, B. Schrauwen, R. Legenstein, Neural Computation 22 (2010), doi:10.1162/neco.2009.01-09-947).
    ///
    /// - Parameters:
    ///   - streams: how many streams; as many as a state has numbers, where it is nil.
    ///   - steps: how long each is.
    ///   - shared: for how many steps at the end they agree, at most all.
    ///   - amplitude: the largest input.
    ///   - tolerance: the part of the largest singular value that another must exceed to count.
    ///   - seed: selects the streams.
    /// - Throws: `NeuroError` naming the argument that is out of its range.
    /// - Complexity: a run of streams · steps, and O(features³).
    public func generalisationRank(streams: Int? = nil, steps: Int = 100, shared: Int = 10, amplitude: Double = 1, tolerance: Double = 1e-6, seed: Int = 0) throws -> Int {
        try Check.atLeast(1, shared, "shared")
        guard shared <= steps else { throw NeuroError.invalid(name: "shared", value: "\(shared)", must: "at most \(steps), the length of the streams") }
        return try rank(streams: streams, steps: steps, shared: shared, amplitude: amplitude, tolerance: tolerance, seed: seed)
    }

    private func rank(streams: Int?, steps: Int, shared: Int, amplitude: Double, tolerance: Double, seed: Int) throws -> Int {
        let count = streams ?? features, channels = inputs + feedback
        try Check.atLeast(1, count, "streams")
        try Check.atLeast(1, steps, "steps")
        try Check.positive(amplitude, "amplitude")
        guard tolerance >= 0, tolerance < 1 else { throw NeuroError.invalid(name: "tolerance", value: "\(tolerance)", must: "from 0 to below 1") }
        _ = try Allocation.count(of: [count, features], named: "the states", as: Double.self)
        _ = try Allocation.count(of: [steps, channels], named: "a stream", as: Double.self)
        var random = Random(seed: seed, stream: 0x7261_6e6b)
        let end = try random.uniform(rows: max(1, shared), columns: channels, in: -amplitude ..< amplitude).elements
        var last: [Double] = []
        last.reserveCapacity(count * features)
        for stream in 0 ..< count {
            var input = try random.uniform(rows: steps, columns: channels, in: -amplitude ..< amplitude).elements
            if shared > 0 { input.replaceSubrange((steps - shared) * channels ..< steps * channels, with: end) }
            var driven = self
            driven.reset()
            let before = Double(stream) / Double(count)
            try Progress.check(before)
            last += try driven.run(Matrix(rows: steps, columns: channels, elements: input)).row(steps - 1).elements
        }
        let values = try Matrix(rows: count, columns: features, elements: last).singularValues().values.elements
        let least = (values.first ?? 0) * max(tolerance, Double(max(count, features)) * 0x1p-52)
        return values.count { $0 > least }
    }
}
