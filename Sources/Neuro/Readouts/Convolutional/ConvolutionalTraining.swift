import Linear

// The error of target t with weights w = f ⊗ s over all channels and places is quadratic in w, |y|²/n − 2 b·w + w·A w with A = X'X/n and b = X'y/n, so that neither it nor its gradient
// 2 (A w − b) needs the samples again: one product with A serves all targets of a step. Where there are more than twice as many features as samples, the products with X itself are less work
// than the one with A, and A is not made. What is left, from w back to f and s, and from s to what it is made of, is a few sums for each target.

/// The objective of factorised readouts of standardised features and targets, and its gradient.
package struct ConvolutionalTraining: Sendable {
    /// What a mask is made of.
    private enum Field: Sendable {
        case mask
        case position(BilinearRead, samples: Bool, width: Double, spread: Double)
    }

    let readout: ConvolutionalReadout
    let maps: FeatureMaps
    private let field: Field
    private let penalty: Double
    /// Features: samples x D, centred, of root mean square 1.
    let x: Matrix
    /// Targets: targets x samples, centred, of variance 1 or all 0.
    let y: Matrix
    let featureMeans: Vector
    let featureScale: Double
    let targetMeans: Vector
    let targetScales: [Double]
    /// A (D x D) and b (targets x D); nil where the samples are used instead.
    private let moments: (a: Matrix, b: Matrix)?

    /// Whether the moments take the place of the samples.
    var isSummed: Bool { moments != nil }
    var channels: Int { maps.channels }
    var places: Int { maps.places }
    private var spatial: Int { if case .mask = field { places } else { 3 } }
    /// Numbers of one target: what its mask is made of (numbers that are normalised to the mask, or x, y and width of its position), then the weights of channels.
    package var parametersPerTarget: Int { spatial + channels }
    package var targets: Int { y.rows }

    package init(_ readout: ConvolutionalReadout, _ maps: FeatureMaps, _ targets: Matrix) throws {
        (self.readout, self.maps) = (readout, maps)
        switch readout {
        case .gaussian2D(let penalty, let width, let spread, let samples, let alignsCorners):
            field = .position(BilinearRead(height: maps.height, width: maps.width, alignsCorners: alignsCorners), samples: samples, width: width, spread: spread)
            self.penalty = penalty
        case .factorised(let penalty): (field, self.penalty) = (.mask, penalty)
        case .ridge: (field, penalty) = (.mask, 0)
        }
        let (features, featureMeans, columns) = try Self.centred(maps.values)
        let square = columns.reduce(0, +) / Double(columns.count)
        guard square.isFinite, square > 0 else {
            throw NeuroError.invalid(name: "maps", value: square > 0 ? "too large" : "constant over samples", must: "varying over samples and of moderate size")
        }
        let (responses, targetMeans, variances) = try Self.centred(targets)
        guard variances.allSatisfy(\.isFinite) else { throw NeuroError.invalid(name: "targets", value: "too large", must: "of moderate size") }
        let targetScales = variances.map { $0.squareRoot() }
        (featureScale, self.featureMeans, self.targetMeans, self.targetScales) = (square.squareRoot(), featureMeans, targetMeans, targetScales)
        let x = features / square.squareRoot()
        let y = try (responses / Vector(targetScales.map { $0 > 0 ? $0 : 1 })).transposed()
        let (n, d) = (x.rows, x.columns)
        if d <= 2 * n {
            _ = try Allocation.count(of: [d, d], named: "the moments of the features", as: Double.self)
            let a = try x.gram() / Double(n)
            moments = (a, try y.multiplied(by: x) / Double(n))
        } else {
            moments = nil
        }
        (self.x, self.y) = (x, y)
    }

    /// Columns less their means, with the means and the mean squares of what is left. A constant column becomes exactly 0.
    private static func centred(_ matrix: Matrix) throws -> (Matrix, Vector, [Double]) {
        let (rows, columns) = (matrix.rows, matrix.columns)
        let values = matrix.elements
        var means = try matrix.mean(each: .column).elements
        for column in 0 ..< columns {
            let first = values[column]
            if (1 ..< rows).allSatisfy({ values[$0 * columns + column] == first }) { means[column] = first }
        }
        let centred = try matrix - Vector(means)
        let squares = centred.norm(each: .column).map { $0 * $0 / Double(rows) }.elements
        return (centred, Vector(means), squares)
    }

    /// The parameters that learning starts from.
    package func start(_ random: inout Random) throws -> [Double] {
        var parameters: [Double] = []
        switch field {
        case .mask: for _ in 0 ..< places { parameters.append(1 + 0.1 * (try random.normal())) }
        case .position(_, _, let width, let spread): parameters = [spread * (2 * random.uniform() - 1), spread * (2 * random.uniform() - 1), width]
        }
        for _ in 0 ..< channels { parameters.append(0.1 * (try random.normal())) }
        return parameters
    }

    /// Whether a step needs two normally distributed numbers for each target.
    package var drawsPositions: Bool { if case .position(_, true, _, _) = field { true } else { false } }

    /// The objective of each target of a range, and its gradient.
    ///
    /// - Parameters:
    ///   - parameters: `parametersPerTarget` numbers for each target of the range.
    ///   - draws: two numbers for each target, which the width multiplies to move the position; 0 to read at the mean.
    ///   - memory: for as many targets or more; the results are in it.
    package func evaluate(_ parameters: [Double], targets range: Range<Int>, draws: [Double], _ memory: Memory) {
        let (count, d, k) = (range.count, x.columns, parametersPerTarget)
        parameters.withUnsafeBufferPointer { parameters in
            draws.withUnsafeBufferPointer { draws in
                guard let parameters = parameters.baseAddress, let draws = draws.baseAddress else { return }
                Threads.share(count) { _, t in
                    let (mask, weights) = (memory.masks + t * places, memory.weights + t * d)
                    place(parameters + t * k, draws + 2 * t, into: mask)
                    let f = parameters + t * k + spatial
                    for c in 0 ..< channels { for p in 0 ..< places { weights[c * places + p] = f[c] * mask[p] } }
                }
                products(range, memory)
                Threads.share(count) { _, t in
                    chain(
                        parameters + t * k, draws + 2 * t, memory.masks + t * places, memory.slopes + t * d, memory.maskSlopes + t * places, memory.gradient + t * k,
                        &memory.losses[t])
                }
            }
        }
    }

    /// The mean squared error of each target with its weights, and its derivatives by them.
    private func products(_ range: Range<Int>, _ memory: Memory) {
        let (count, n, d) = (range.count, x.rows, x.columns)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                guard let x = x.baseAddress, let y = y.baseAddress else { return }
                guard let moments else {
                    memory.errors.update(from: y + range.lowerBound * n, count: count * n)
                    BLAS.multiply(transposeB: true, m: count, n: n, k: d, memory.weights, strideA: d, x, strideB: d, beta: -1, memory.errors, strideC: n)
                    BLAS.multiply(m: count, n: d, k: n, alpha: 2 / Double(n), memory.errors, strideA: n, x, strideB: d, memory.slopes, strideC: d)
                    for t in 0 ..< count {
                        memory.losses[t] = dot(memory.errors + t * n, memory.errors + t * n, n) / Double(n)
                    }
                    return
                }
                moments.a.withUnsafeBufferPointer { a in
                    moments.b.withUnsafeBufferPointer { b in
                        guard let a = a.baseAddress, let b = b.baseAddress else { return }
                        BLAS.multiply(m: count, n: d, k: d, memory.weights, strideA: d, a, strideB: d, memory.slopes, strideC: d)
                        for t in 0 ..< count {
                            let (weights, slopes, own) = (memory.weights + t * d, memory.slopes + t * d, b + (range.lowerBound + t) * d)
                            let variance = targetScales[range.lowerBound + t] > 0 ? 1.0 : 0
                            memory.losses[t] = variance - 2 * dot(weights, own, d) + dot(weights, slopes, d)
                            for i in 0 ..< d { slopes[i] = 2 * (slopes[i] - own[i]) }
                        }
                    }
                }
            }
        }
    }

    /// The mask of a target.
    func place(_ parameters: UnsafePointer<Double>, _ draws: UnsafePointer<Double>, into mask: UnsafeMutablePointer<Double>) {
        switch field {
        case .mask:
            let length = norm(parameters)
            for p in 0 ..< places { mask[p] = length > 0 ? parameters[p] / length : 0 }
        case .position(let read, _, _, _):
            mask.update(repeating: 0, count: places)
            let position = self.position(parameters, draws)
            read.corners(x: position.x, y: position.y) { place, weight, _, _ in mask[place] += weight }
        }
    }

    private func norm(_ values: UnsafePointer<Double>) -> Double { Reduction.norm(UnsafeBufferPointer(start: values, count: places)) }

    private func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
        Reduction.dot(UnsafeBufferPointer(start: x, count: count), UnsafeBufferPointer(start: y, count: count))
    }

    /// Where a target reads, and whether the square's edge holds it there.
    private func position(_ parameters: UnsafePointer<Double>, _ draws: UnsafePointer<Double>) -> (x: Double, y: Double, isHeldX: Bool, isHeldY: Bool) {
        let (x, y) = (parameters[0] + parameters[2] * draws[0], parameters[1] + parameters[2] * draws[1])
        return (max(-1, min(1, x)), max(-1, min(1, y)), abs(x) > 1, abs(y) > 1)
    }

    /// From the derivatives by the weights to those by the parameters; adds the penalty to the loss.
    private func chain(
        _ parameters: UnsafePointer<Double>, _ draws: UnsafePointer<Double>, _ mask: UnsafePointer<Double>, _ slopes: UnsafePointer<Double>,
        _ maskSlopes: UnsafeMutablePointer<Double>, _ gradient: UnsafeMutablePointer<Double>, _ loss: inout Double
    ) {
        func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
        let f = parameters + spatial
        var (sizeOfMask, sizeOfFeatures) = (1.0, 0.0)
        for c in 0 ..< channels { sizeOfFeatures += abs(f[c]) }
        if case .mask = field {
            sizeOfMask = 0
            for p in 0 ..< places { sizeOfMask += abs(mask[p]) }
        }
        loss += penalty * sizeOfMask * sizeOfFeatures
        maskSlopes.update(repeating: 0, count: places)
        for c in 0 ..< channels {
            let own = slopes + c * places
            for p in 0 ..< places { maskSlopes[p] += own[p] * f[c] }
            gradient[spatial + c] = dot(own, mask, places) + penalty * sizeOfMask * sign(f[c])
        }
        switch field {
        case .mask:
            // s = m / |m|: the derivative by m is what is left of that by s across s, over |m|.
            var along = 0.0
            for p in 0 ..< places {
                maskSlopes[p] += penalty * sizeOfFeatures * sign(mask[p])
                along += maskSlopes[p] * mask[p]
            }
            let length = norm(parameters)
            for p in 0 ..< places { gradient[p] = length > 0 ? (maskSlopes[p] - along * mask[p]) / length : 0 }
        case .position(let read, _, _, _):
            let position = self.position(parameters, draws)
            var (byX, byY) = (0.0, 0.0)
            read.corners(x: position.x, y: position.y) { place, _, slopeX, slopeY in
                byX += maskSlopes[place] * slopeX
                byY += maskSlopes[place] * slopeY
            }
            if position.isHeldX { byX = 0 }
            if position.isHeldY { byY = 0 }
            (gradient[0], gradient[1], gradient[2]) = (byX, byY, byX * draws[0] + byY * draws[1])
        }
    }

    /// Keeps positions in the square and widths from going below 0.
    func restrain(_ parameters: inout [Double]) {
        guard case .position = field else { return }
        for start in stride(from: 0, to: parameters.count, by: parametersPerTarget) {
            for place in start ..< start + 2 { parameters[place] = max(-1, min(1, parameters[place])) }
            parameters[start + 2] = max(0, parameters[start + 2])
        }
    }
}
