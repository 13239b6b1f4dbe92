import Formats
import Foundation
import Linear
import Neuro
import Testing

@Suite struct ConvolutionalReadoutTests {
    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    /// Maps of noise, smoothed over neighbouring places, so that a step of a position changes what is read a little.
    private func maps(_ random: inout Random, samples: Int, channels: Int, height: Int, width: Int, smooth: Int = 1) throws -> FeatureMaps {
        var values = try random.normal(rows: samples * channels, columns: height * width).elements
        for _ in 0 ..< smooth {
            let old = values
            for map in 0 ..< samples * channels {
                for i in 0 ..< height {
                    for j in 0 ..< width {
                        var (sum, count) = (0.0, 0.0)
                        for a in max(0, i - 1) ... min(height - 1, i + 1) {
                            for b in max(0, j - 1) ... min(width - 1, j + 1) {
                                sum += old[(map * height + a) * width + b]
                                count += 1
                            }
                        }
                        values[(map * height + i) * width + j] = 2 * sum / count
                    }
                }
            }
        }
        return try FeatureMaps(Matrix(rows: samples, columns: channels * height * width, elements: values), channels: channels, height: height, width: width)
    }

    private let kinds: [ConvolutionalReadout] = [
        .factorised(penalty: 0.3), .gaussian2D(penalty: 0.2, width: 0.4, spread: 0.6), .gaussian2D(penalty: 0, width: 0.2, spread: 0.6, alignsCorners: false),
    ]

    @Test func gradientsAreThoseOfDifferences() throws {
        var random = Random(seed: 1)
        // Few samples: products with the samples themselves. Many: with their moments.
        for samples in [8, 90] {
            let maps = try maps(&random, samples: samples, channels: 3, height: 4, width: 5)
            let targets = try random.normal(rows: samples, columns: 2, mean: 3, standardDeviation: 2)
            for kind in kinds {
                let training = try ConvolutionalTraining(kind, maps, targets)
                let memory = try training.memory(targets: 2)
                let k = training.parametersPerTarget
                var parameters = try training.start(&random) + training.start(&random)
                let draws = [0.4, -0.7, 1.1, 0.3]
                training.evaluate(parameters, targets: 0 ..< 2, draws: draws, memory)
                let gradient = memory.derivatives(2 * k)
                for i in parameters.indices {
                    let (kept, step) = (parameters[i], 1e-6)
                    parameters[i] = kept + step
                    training.evaluate(parameters, targets: 0 ..< 2, draws: draws, memory)
                    let above = memory.objectives(2)
                    parameters[i] = kept - step
                    training.evaluate(parameters, targets: 0 ..< 2, draws: draws, memory)
                    let below = memory.objectives(2)
                    parameters[i] = kept
                    let slope = (above[i / k] - below[i / k]) / (2 * step)
                    // Central differences of numbers of about 1: 1e-16 / 1e-6 from rounding.
                    #expect(abs(slope - gradient[i]) < 1e-8, "\(kind) with \(samples) samples, parameter \(i): \(slope) and \(gradient[i])")
                    #expect(above[1 - i / k] == below[1 - i / k])
                }
            }
        }
    }

    @Test func objectiveIsTheErrorOfThePrediction() throws {
        var random = Random(seed: 2)
        for samples in [10, 120] {
            let maps = try maps(&random, samples: samples, channels: 2, height: 3, width: 4)
            let targets = try random.normal(rows: samples, columns: 3, mean: -5, standardDeviation: 0.01)
            for kind in [ConvolutionalReadout.factorised(penalty: 0), .gaussian2D(penalty: 0, samplesPositions: false)] {
                // The objective before the last of many small steps is that of the fit but for the last step, which is next to nothing.
                let fit = try kind.fit(maps, targets, iterations: 300, learningRate: 0.01)
                let rest = try targets - fit.predict(maps)
                let errors = (0 ..< 3).map { t in
                    let (e, y) = ((0 ..< samples).map { rest.elements[$0 * 3 + t] }, (0 ..< samples).map { targets.elements[$0 * 3 + t] })
                    let mean = y.reduce(0, +) / Double(samples)
                    return e.reduce(0) { $0 + $1 * $1 } / y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                }
                #expect(abs(errors.reduce(0, +) / 3 - (fit.losses.elements.last ?? 0)) < 1e-7)
            }
        }
    }

    @Test func onePlaceAndChannelIsTheLasso() throws {
        // With x and y of variance 1 and correlation r the objective 1 − 2 r w + w² + penalty |w| is least at sign(r) max(0, |r| − penalty / 2).
        var random = Random(seed: 3)
        let x = try random.normal(rows: 50, columns: 1, mean: 4, standardDeviation: 3)
        let y = try x * 2 + random.normal(rows: 50, columns: 1, standardDeviation: 5)
        let r = try correlationScore(y, x).elements[0]
        let (sx, sy) = (try x.standardDeviation(each: .column).elements[0], try y.standardDeviation(each: .column).elements[0])
        for penalty in [0, 0.4, 1.2] {
            let fit = try ConvolutionalReadout.factorised(penalty: penalty).fit(FeatureMaps(x, channels: 1, height: 1, width: 1), y, iterations: 2000)
            #expect(fit.masks.elements == [1])
            #expect(near(fit.features.elements, [(r - penalty / 2) * sy / sx], 1e-6))
            let mean = try y.mean() - fit.features.elements[0] * x.mean()
            #expect(near(fit.intercept.elements, [mean], 1e-9))
        }
    }

    @Test func factorsAreFoundAgain() throws {
        var random = Random(seed: 4)
        let maps = try maps(&random, samples: 400, channels: 4, height: 6, width: 6, smooth: 0)
        // Two places where to look, and what for.
        var masks: [[Double]] = []
        for centre in [(1.0, 1.5), (4.0, 3.0)] {
            let bump = (0 ..< 36).map { exp(-(pow(Double($0 / 6) - centre.0, 2) + pow(Double($0 % 6) - centre.1, 2)) / 2) }
            let length = bump.reduce(0) { $0 + $1 * $1 }.squareRoot()
            masks.append(bump.map { $0 / length })
        }
        let features: [[Double]] = [[1, -2, 0, 0.5], [0, 1, 1, -1]]
        var y: [Double] = []
        for n in 0 ..< 400 {
            for t in 0 ..< 2 {
                var sum = 10.0
                for c in 0 ..< 4 { for p in 0 ..< 36 { sum += features[t][c] * masks[t][p] * maps.values.elements[n * 144 + c * 36 + p] } }
                y.append(sum)
            }
        }
        let fit = try ConvolutionalReadout.factorised(penalty: 0).fit(maps, Matrix(rows: 400, columns: 2, elements: y), iterations: 2000)
        #expect(near(fit.masks.elements, masks.flatMap { $0 }, 1e-3))
        #expect(near(fit.features.elements, features.flatMap { $0 }, 1e-3))
        #expect(near(fit.intercept.elements, [10, 10], 1e-3))
        #expect(try fit.mask(of: 1).shape == [6, 6])
        #expect(try near(fit.predict(maps).elements, y, 1e-2))
        // The penalty makes both smaller.
        let sparse = try ConvolutionalReadout.factorised(penalty: 0.2).fit(maps, Matrix(rows: 400, columns: 2, elements: y), iterations: 1000)
        func size(_ fit: ConvolutionalReadoutFit) throws -> Double { try fit.weights().abs().sum() }
        #expect(try size(sparse) < 0.8 * size(fit))
        let none = try ConvolutionalReadout.factorised(penalty: 100).fit(maps, Matrix(rows: 400, columns: 2, elements: y), iterations: 1000)
        #expect(try size(none) < 0.02 * size(fit))
        #expect(try JSONDecoder().decode(ConvolutionalReadoutFit.self, from: JSONEncoder().encode(fit)) == fit)
    }

    @Test func theErrorIsThatOfAlternatingLeastSquares() throws {
        // Correlated features and noise: given the mask the best weights of channels are least squares, and the other way round; in turn they end at the best of both.
        var random = Random(seed: 11)
        let (n, channels, places) = (250, 4, 25)
        let maps = try maps(&random, samples: n, channels: channels, height: 5, width: 5)
        var y = try random.normal(count: n, standardDeviation: 2).elements
        for i in 0 ..< n { for c in 0 ..< channels { y[i] += Double(c - 1) * (maps.values.elements[i * 100 + c * 25 + 7] + maps.values.elements[i * 100 + c * 25 + 12]) } }
        let targets = try Matrix(rows: n, columns: 1, elements: y)
        let x = try maps.values - maps.values.mean(each: .column)
        let centred = try Vector(y) - targets.mean()
        var mask = [Double](repeating: 0.2, count: places)
        var error = 0.0
        for _ in 0 ..< 40 {
            let channelsRead = try Matrix(
                rows: n, columns: channels,
                elements: (0 ..< n * channels).map { k in (0 ..< places).reduce(0) { $0 + mask[$1] * x.elements[k / channels * 100 + k % channels * 25 + $1] } })
            let f = try channelsRead.leastSquares(centred).elements
            let placesRead = try Matrix(
                rows: n, columns: places,
                elements: (0 ..< n * places).map { k in (0 ..< channels).reduce(0) { $0 + f[$1] * x.elements[k / places * 100 + $1 * 25 + k % places] } })
            mask = try placesRead.leastSquares(centred).elements
            let rest = try centred - placesRead.multiplied(by: Vector(mask))
            error = try rest.dot(rest) / centred.dot(centred)
        }
        let fit = try ConvolutionalReadout.factorised(penalty: 0).fit(maps, targets)
        let rest = try (targets - fit.predict(maps)).norm()
        let own = try rest * rest / centred.dot(centred)
        #expect(own < error + 1e-5 && own > error - 1e-7)
    }

    @Test func positionsAreFoundAgain() throws {
        var random = Random(seed: 5)
        let maps = try maps(&random, samples: 300, channels: 3, height: 8, width: 8, smooth: 3)
        let positions = [(0.5, -0.3), (-0.4, 0.2), (0.1, 0.6)]
        let features: [[Double]] = [[1, 0.5, -1], [2, 0, 1], [-1, 1, 1]]
        for alignsCorners in [true, false] {
            let read = BilinearRead(height: 8, width: 8, alignsCorners: alignsCorners)
            var y = [Double](repeating: 0, count: 900)
            for (t, position) in positions.enumerated() {
                read.corners(x: position.0, y: position.1) { place, weight, _, _ in
                    for n in 0 ..< 300 { for c in 0 ..< 3 { y[n * 3 + t] += weight * features[t][c] * maps.values.elements[n * 192 + c * 64 + place] } }
                }
            }
            let targets = try Matrix(rows: 300, columns: 3, elements: y)
            for samples in [true, false] {
                let kind = ConvolutionalReadout.gaussian2D(penalty: 0, samplesPositions: samples, alignsCorners: alignsCorners)
                let fit = try kind.fit(maps, targets, iterations: 1500, seed: 1)
                // While the position is drawn the error has a floor that the narrowing width lowers, and the rate falls before it is at 0.
                let tolerance = samples ? 0.05 : 1e-3
                #expect(near(fit.positions.elements, positions.flatMap { [$0.0, $0.1] }, tolerance), "\(fit.positions)")
                #expect(near(fit.features.elements, features.flatMap { $0 }, 2 * tolerance), "\(fit.features)")
                if samples { #expect(fit.widths.elements.allSatisfy { $0 < 0.1 }, "\(fit.widths)") } else { #expect(fit.widths == [0.3, 0.3, 0.3]) }
                #expect(try r2Score(targets, fit.predict(maps)).elements.allSatisfy { $0 > (samples ? 0.98 : 0.99999) })
            }
        }
    }

    @Test func bilinearReadsAreLinear() {
        // Of a map that is linear in its coordinates the read is the coordinate itself; its weights sum to 1 and their derivatives to 0.
        for alignsCorners in [true, false] {
            let read = BilinearRead(height: 5, width: 7, alignsCorners: alignsCorners)
            for (x, y) in [(0.0, 0.0), (0.31, -0.62), (-0.5, 0.55)] {
                var (column, row, sum, byX, byY, crossed) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
                read.corners(x: x, y: y) { place, weight, slopeX, slopeY in
                    column += weight * Double(place % 7)
                    row += weight * Double(place / 7)
                    sum += weight
                    byX += slopeX * Double(place % 7)
                    byY += slopeY * Double(place / 7)
                    crossed += slopeX + slopeY
                }
                // torch: ((x + 1) / 2) (W − 1), or ((x + 1) W − 1) / 2.
                let (w, h) = alignsCorners ? ((x + 1) / 2 * 6, (y + 1) / 2 * 4) : (((x + 1) * 7 - 1) / 2, ((y + 1) * 5 - 1) / 2)
                #expect(near([column, row, sum, byX, byY, crossed], [w, h, 1, alignsCorners ? 3 : 3.5, alignsCorners ? 2 : 2.5, 0], 1e-14))
            }
            // The corner: the last place, all of it or, beyond the middle of the outermost place, a quarter.
            var corner = 0.0
            read.corners(x: 1, y: 1) { place, weight, _, _ in if place == 34 { corner += weight } }
            #expect(corner == (alignsCorners ? 1 : 0.25))
        }
    }

    @Test func freeWeightsAreThoseOfRidge() throws {
        var random = Random(seed: 6)
        let maps = try maps(&random, samples: 40, channels: 2, height: 3, width: 3)
        let targets = try random.normal(rows: 40, columns: 4)
        let fit = try ConvolutionalReadout.ridge(alphas: [1, 100]).fit(maps, targets)
        let direct = try RidgeCV(alphas: [1, 100]).fit(maps.values, targets)
        #expect(try fit.weights() == direct.coefficients && fit.predict(maps) == direct.predict(maps.values))
        let weights = direct.coefficients.elements
        let second = (weights[1 * 4 + 2] * weights[1 * 4 + 2] + weights[10 * 4 + 2] * weights[10 * 4 + 2]).squareRoot()
        #expect(abs(try fit.mask(of: 2).elements[1] - second) < 1e-14)
    }

    @Test func unitsDoNotMatter() throws {
        var random = Random(seed: 7)
        let maps = try maps(&random, samples: 60, channels: 2, height: 3, width: 3)
        let targets = try random.normal(rows: 60, columns: 2)
        let moved = try FeatureMaps(maps.values * 1e4 + 3e4, channels: 2, height: 3, width: 3)
        for kind in [ConvolutionalReadout.factorised(), .gaussian2D()] {
            let (a, b) = (try kind.fit(maps, targets, iterations: 100), try kind.fit(moved, targets * 1e-3 + 7, iterations: 100))
            #expect(try near(a.predict(maps).elements, b.predict(moved).elements.map { ($0 - 7) * 1e3 }, 1e-6))
            #expect(try a == kind.fit(maps, targets, iterations: 100) && a != kind.fit(maps, targets, iterations: 100, seed: 1))
        }
    }

    @Test func theSameForAnyNumberOfThreads() throws {
        var random = Random(seed: 8)
        let maps = try maps(&random, samples: 30, channels: 8, height: 4, width: 4)
        let targets = try random.normal(rows: 30, columns: 40)
        for kind in [ConvolutionalReadout.factorised(), .gaussian2D()] {
            #expect(try Threads.withLimit(1) { try kind.fit(maps, targets, iterations: 8) } == Threads.withLimit(3) { try kind.fit(maps, targets, iterations: 8) })
        }
    }

    @Test func arraysOfFourExtentsAreRead() throws {
        // .npy, version 1: samples x channels x height x width = 2 x 1 x 2 x 3 of bytes.
        var header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 1, 2, 3), }"
        header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
        let bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + Array(0 ..< 12)
        let file = FileManager.default.temporaryDirectory.appending(path: "engram-maps-\(UUID()).npy")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let maps = try FeatureMaps(NumpyArray(file.path()))
        #expect(maps.samples == 2 && maps.channels == 1 && maps.height == 2 && maps.width == 3)
        #expect(maps.values.elements == (0 ..< 12).map(Double.init))
        #expect(try maps.selecting([1]).values.elements == (6 ..< 12).map(Double.init))
        #expect(throws: NeuroError.shape(name: "array", shape: [1, 1], must: "samples x channels x height x width, at least 1 each")) {
            try FeatureMaps(NumpyArray(Matrix([[1]])))
        }
    }

    @Test func isInterrupted() throws {
        var random = Random(seed: 9)
        let maps = try maps(&random, samples: 20, channels: 1, height: 2, width: 2)
        let targets = try random.normal(rows: 20, columns: 1)
        let told = Told()
        _ = try Progress.observe({ told.fractions.append($0) }) { try ConvolutionalReadout.factorised().fit(maps, targets, iterations: 10) }
        let fractions = told.fractions.filter { !$0.isNaN }
        #expect(fractions.count >= 10 && fractions.allSatisfy { 0 ... 1 ~= $0 })
        #expect(throws: Interrupted.self) {
            try Progress.observe({ _ in throw Interrupted() }) { try ConvolutionalReadout.gaussian2D().fit(maps, targets) }
        }
    }

    @Test func badInputIsNamed() throws {
        let x = try Matrix([[1, 2, 3, 4], [3, 4, 1, 2], [5, 7, 2, 1]])
        let maps = try FeatureMaps(x, channels: 1, height: 2, width: 2)
        let y = try Matrix([[1], [2], [4]])
        let kind = ConvolutionalReadout.factorised()
        let calls: [(String, () throws -> Void)] = [
            ("values has shape 3 x 4; it must be of 3 x 1 x 1 columns, channels x height x width", { _ = try FeatureMaps(x, channels: 3, height: 1, width: 1) }),
            ("height is 0; it must be at least 1", { _ = try FeatureMaps(x, channels: 4, height: 0, width: 1) }),
            (
                "values has shape 3 x 4; it must be of 4 x 4611686018427387904 x 4 columns, channels x height x width",
                { _ = try FeatureMaps(x, channels: 4, height: 1 << 62, width: 4) }
            ),
            ("values holds a value that is not finite at position 0", { _ = try FeatureMaps(Matrix([[.nan]]), channels: 1, height: 1, width: 1) }),
            ("targets has shape 2 x 1; it must be of 3 rows, one for each sample of the maps", { _ = try kind.fit(maps, y[rows: 0 ..< 2]) }),
            ("iterations is 0; it must be at least 1", { _ = try kind.fit(maps, y, iterations: 0) }),
            ("learningRate is 0.0; it must be finite and above 0", { _ = try kind.fit(maps, y, learningRate: 0) }),
            ("penalty is -1.0; it must be finite and at least 0", { _ = try ConvolutionalReadout.factorised(penalty: -1).fit(maps, y) }),
            ("width is nan; it must be finite and at least 0", { _ = try ConvolutionalReadout.gaussian2D(width: .nan).fit(maps, y) }),
            ("spread is 2.0; it must be at most 1", { _ = try ConvolutionalReadout.gaussian2D(spread: 2).fit(maps, y) }),
            (
                "maps is constant over samples; it must be varying over samples and of moderate size",
                { _ = try kind.fit(FeatureMaps(Matrix(rows: 3, columns: 4, repeating: 0.1), channels: 1, height: 2, width: 2), y) }
            ),
            (
                "maps is too large; it must be varying over samples and of moderate size",
                { _ = try kind.fit(FeatureMaps(x * 1e200, channels: 1, height: 2, width: 2), y) }
            ),
            ("maps has 1 step, but a fit needs at least 2", { _ = try kind.fit(FeatureMaps(x[rows: 0 ..< 1], channels: 1, height: 2, width: 2), y[rows: 0 ..< 1]) }),
            ("target is 1; it must be from 0 to 0", { _ = try kind.fit(maps, y, iterations: 1).mask(of: 1) }),
            (
                "maps has shape 4 x 1 x 1; it must be 1 x 2 x 2, channels x height x width of the fit",
                { _ = try kind.fit(maps, y, iterations: 1).predict(FeatureMaps(x, channels: 4, height: 1, width: 1)) }
            ),
        ]
        for (text, call) in calls {
            let error = #expect(throws: NeuroError.self) { try call() }
            #expect(error?.description == text)
        }
        // A constant target has weights 0 and its value as intercept; a rate that is far too large gives an error or finite numbers.
        let constant = try kind.fit(maps, Matrix(rows: 3, columns: 1, repeating: 0.1), iterations: 5)
        #expect(constant.features.elements.allSatisfy { $0 == 0 } && constant.intercept.elements == [0.1])
        for kind in [ConvolutionalReadout.factorised(), .gaussian2D(), .gaussian2D(width: 1e300)] {
            for rate in [1e3, 1e300] {
                let wild = try? kind.fit(maps, y, iterations: 50, learningRate: rate)
                #expect(wild?.weightsAreFinite ?? true)
            }
        }
    }
}

extension ConvolutionalReadoutFit {
    fileprivate var weightsAreFinite: Bool { masks.elements.allSatisfy(\.isFinite) && features.elements.allSatisfy(\.isFinite) }
}

/// What a handler was told, from one thread.
private final class Told: @unchecked Sendable {
    // Progress is reported on the calling thread alone.
    var fractions: [Double] = []
}
