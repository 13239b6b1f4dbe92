import CKernels
import Foundation
import Linear
import Testing

/// Each kernel gives the bits of its Swift reference, on whatever instruction set it chose, and is as exact as its header says.
@Suite struct KernelTests {
    /// Arguments of every size and both signs, and the special ones.
    static let arguments: [Double] = {
        var random = Random(seed: 2)
        let wide = (0 ..< 20_000).map { _ in (random.uniform() - 0.5) * pow(10, random.uniform() * 600 - 300) }
        let usual = (0 ..< 20_000).map { _ in (random.uniform() - 0.5) * 50 }
        let large = (0 ..< 2_000).map { _ in (random.uniform() - 0.5) * 1600 }
        return wide + usual + large + [
            0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
            0.5.squareRoot(), 2.0.squareRoot(), 709.78, 709.79, -708.4, -745.1, -745.2, 20, 19.99, 0x1.6a09e667f3bccp0, 0x1.6a09e667f3bcdp-1,
        ]
    }()

    private func expectSameBits(_ kernel: (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void, _ reference: (Double) -> Double) {
        let x = Self.arguments
        var y = x
        kernel(x, &y, x.count)
        for (x, y) in zip(x, y) where y.bitPattern != reference(x).bitPattern && !(y.isNaN && reference(x).isNaN) {
            Issue.record("f(\(x)) is \(y) instead of \(reference(x))")
        }
    }

    private func expectSameBits(_ kernel: (UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int) -> Void, _ reference: (Float) -> Float) {
        let x = Self.arguments.map { Float($0) } + [Float(2).squareRoot(), Float(0.5).squareRoot(), 88.72, 88.73, -103.9, -104, .leastNonzeroMagnitude]
        var y = x
        kernel(x, &y, x.count)
        for (x, y) in zip(x, y) where y.bitPattern != reference(x).bitPattern && !(y.isNaN && reference(x).isNaN) {
            Issue.record("f(\(x)) is \(y) instead of \(reference(x))")
        }
    }

    @Test func elementaryFunctionsHaveTheBitsOfTheReference() {
        expectSameBits(engram_tanh_f64, KernelReference.tanh)
        expectSameBits(engram_exp_f64, KernelReference.exp)
        expectSameBits(engram_log_f64, KernelReference.log)
        expectSameBits(engram_tanh_f32, KernelReference.tanh)
        expectSameBits(engram_exp_f32, KernelReference.exp)
        expectSameBits(engram_log_f32, KernelReference.log)
    }

    /// Results in units in the last place from the C library's, which is itself within one of the truth. In single precision the comparison is with the
    /// double-precision library, exact for this purpose.
    @Test func elementaryFunctionsAreAsExactAsStated() {
        func error(_ kernel: (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void, _ truth: (Double) -> Double, _ x: [Double]) -> Double {
            var y = x
            kernel(x, &y, x.count)
            return zip(x, y).reduce(0) { max($0, ($1.1 - truth($1.0)).magnitude / truth($1.0).ulp) }
        }
        func error(_ kernel: (UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int) -> Void, _ truth: (Double) -> Double, _ x: [Float]) -> Double {
            var y = x
            kernel(x, &y, x.count)
            return zip(x, y).reduce(0) { max($0, (Double($1.1) - truth(Double($1.0))).magnitude / Double(Float(truth(Double($1.0))).ulp)) }
        }
        let usual = Self.arguments.filter { $0.magnitude < 700 && $0.magnitude > 1e-300 }
        let positive = Self.arguments.map(\.magnitude).filter { $0 > 0 && $0 < .infinity }
        #expect(error(engram_tanh_f64, { tanh($0) }, usual) < 2.5 + 1)
        #expect(error(engram_exp_f64, { exp($0) }, usual) < 1 + 1)
        #expect(error(engram_log_f64, { log($0) }, positive) < 1 + 1)
        let single = usual.map { Float($0) }.filter { $0.magnitude < 86 && $0.magnitude > 1e-37 }
        #expect(error(engram_tanh_f32, { tanh($0) }, single) < 2.5)
        #expect(error(engram_exp_f32, { exp($0) }, single) < 1)
        #expect(error(engram_log_f32, { log($0) }, single.map(\.magnitude)) < 1)
    }

    @Test func specialValues() {
        let x: [Double] = [.nan, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude]
        #expect(Vector(x).tanh().elements.dropFirst() == [1, -1, -0.0, .leastNonzeroMagnitude])
        #expect(Vector(x).exp().elements.dropFirst() == [.infinity, 0, 1, 1])
        #expect(Vector([0, .infinity, 1]).log() == [-.infinity, .infinity, 0])
        #expect(Vector([.nan]).tanh().elements[0].isNaN && Vector([.nan]).exp().elements[0].isNaN && Vector([-1]).log().elements[0].isNaN)
        #expect(Vector([709.782712893384]).exp().isFinite && Vector([709.79]).exp() == [.infinity])
        #expect((Vector([-744.0]).exp().elements[0] - exp(-744.0)).magnitude <= .leastNonzeroMagnitude)
    }

    @Test func sineAndCosine() {
        var x = Self.arguments.filter { $0.magnitude <= 0x1p19 }
        for i in 0 ..< 20_000 { x.append(Double(i) * 26.2) }
        for i in 0 ..< 1000 { x.append(Double(i) * Double.pi / 2) }
        let reference: [(sine: Double, cosine: Double)] = x.map(KernelReference.sincos)
        #expect(Vector(x).sin().elements.map(\.bitPattern) == reference.map(\.sine.bitPattern))
        #expect(Vector(x).cos().elements.map(\.bitPattern) == reference.map(\.cosine.bitPattern))
        let single = x.map { Float($0) }
        let rounded = single.map { KernelReference.sincos(Double($0)) }
        #expect(FloatVector(single).sin().elements == rounded.map { Float($0.sine) })
        #expect(FloatVector(single).cos().elements == rounded.map { Float($0.cosine) })
        // The C library is within one unit of the truth.
        for (x, (sine, cosine)) in zip(x, reference) {
            #expect((sine - sin(x)).magnitude <= 2.6 * sin(x).ulp && (cosine - cos(x)).magnitude <= 2.6 * cos(x).ulp, "at \(x)")
        }
        let beyond = Vector([1e6, 1e300, -.infinity, .nan])
        #expect(beyond.sin().elements.prefix(2) == [sin(1e6), sin(1e300)] && beyond.cos().elements.prefix(2) == [cos(1e6), cos(1e300)])
        #expect(beyond.sin().elements[2].isNaN && beyond.cos().elements[3].isNaN)
    }

    @Test func leakyUpdate() {
        let drive = Self.arguments.filter { $0.magnitude < 1e3 }
        let state = drive.indices.map { Double($0 % 17) / 17 }
        var result = state
        engram_leaky_tanh_f64(0.3, drive, &result, drive.count)
        #expect(result == zip(state, drive).map { (1 - 0.3) * $0 + 0.3 * KernelReference.tanh($1) })
        var single = state.map { Float($0) }
        engram_leaky_tanh_f32(0.3, drive.map { Float($0) }, &single, drive.count)
        #expect(single == zip(state, drive).map { (1 - Float(0.3)) * Float($0) + Float(0.3) * KernelReference.tanh(Float($1)) })
    }

    /// The known-answer vectors published with Random123.
    @Test func philoxKnownAnswers() {
        func words(_ seed: UInt64, _ stream: UInt64, _ block: UInt64) -> [UInt32] {
            var words = [UInt32](repeating: 0, count: 4)
            engram_philox_words(seed, stream, block, 1, &words)
            return words
        }
        #expect(words(0, 0, 0) == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
        #expect(words(.max, .max, .max) == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
        #expect(
            words(0x299f_31d0_a409_3822, 0x0370_7344_1319_8a2e, 0x85a3_08d3_243f_6a88) == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
    }

    @Test(arguments: [(0, 1), (3, 8), (0, 9), (0, 1000), (1, 127), (1, 128), (129, 300), (1 << 40, 257)]) func fillsHaveTheBitsOfTheReference(first: Int, count: Int) {
        let (seed, stream): (UInt64, UInt64) = (0x1234_5678_9abc_def0, 42)
        let places = (0 ..< count).map { UInt64(first + $0) }
        var uniform = [Double](repeating: 0, count: count)
        engram_philox_uniform_f64(seed, stream, UInt64(first), count, &uniform)
        #expect(uniform == places.map { KernelReference.uniform(seed: seed, stream: stream, place: $0) })
        var normal = uniform
        engram_philox_normal_f64(seed, stream, UInt64(first), count, &normal)
        let expected = places.map { KernelReference.normal(seed: seed, stream: stream, place: $0) }
        #expect(normal == expected)
        var single = [Float](repeating: 0, count: count)
        engram_philox_uniform_f32(seed, stream, UInt64(first), count, &single)
        #expect(single == uniform.map { Float(Int($0 * 0x1p24)) * 0x1p-24 })
        engram_philox_normal_f32(seed, stream, UInt64(first), count, &single)
        #expect(single == expected.map { Float($0) })
        #expect(zip(places, uniform).allSatisfy { $0.1 >= 0 && $0.1 < 1 })
    }

    @Test(arguments: [0, 1, 15, 16, 17, 1023, 1024, 1025, 2049, 10_000]) func sumsHaveTheBitsOfTheReference(count: Int) throws {
        var random = Random(seed: 6)
        let x = try random.normal(count: count, mean: 1).elements
        let y = try random.normal(count: count).elements
        let (xf, yf) = (x.map { Float($0) }, y.map { Float($0) })
        #expect(engram_sum_f64(x, count) == KernelReference.sum(count) { x[$0] })
        #expect(engram_dot_f64(x, y, count) == KernelReference.sum(count) { x[$0] * y[$0] })
        #expect(engram_square_deviation_f64(x, 1.5, count) == KernelReference.sum(count) { (x[$0] - 1.5) * (x[$0] - 1.5) })
        #expect(engram_square_distance_f64(x, y, count) == KernelReference.sum(count) { (x[$0] - y[$0]) * (x[$0] - y[$0]) })
        #expect(engram_sum_f32(xf, count) == KernelReference.sum(count) { Double(xf[$0]) })
        #expect(engram_dot_f32(xf, yf, count) == KernelReference.sum(count) { Double(xf[$0]) * Double(yf[$0]) })
        #expect(engram_square_deviation_f32(xf, 1.5, count) == KernelReference.sum(count) { (Double(xf[$0]) - 1.5) * (Double(xf[$0]) - 1.5) })
        #expect(
            engram_square_distance_f32(xf, yf, count)
                == KernelReference.sum(count) { (Double(xf[$0]) - Double(yf[$0])) * (Double(xf[$0]) - Double(yf[$0])) })
    }

    /// Odd and even numbers of factors of two, one segment and several, blocks that are not full, groups of less than sixteen units. Transforms round otherwise than the plain sums: by some
    /// units of the last place of the largest numbers there can be.
    @Test(
        arguments: [
            (4, 1, 9, 1, 1), (8, 4, 9, 1, 3), (16, 7, 50, 16, 20), (32, 7, 50, 5, 5), (128, 40, 300, 16, 16),
            (512, 100, 900, 7, 16), (1024, 400, 3_500, 16, 16), (2048, 2048, 3, 16, 17),
        ])
    func laggedProductsAreThoseOfTheReference(length: Int, reach: Int, steps: Int, width: Int, stride: Int) throws {
        var random = Random(seed: length)
        let block = length - reach + 1, blocks = (steps + block - 1) / block
        let x = try random.normal(rows: steps, columns: stride).elements, u = try random.normal(count: steps + reach - 1).elements, means = try random.normal(count: width).elements
        let turns = (0 ..< length).flatMap { k -> [Double] in
            let angle = 2 * Double.pi * Double(k) / Double(length)
            return [cos(angle), sin(angle)]
        }
        let scratch = UnsafeMutableRawPointer.allocate(byteCount: 32 * length * 8, alignment: 64).bindMemory(to: Double.self, capacity: 32 * length)
        defer { UnsafeMutableRawPointer(scratch).deallocate() }
        var spectra = [Double](repeating: .nan, count: 2 * length * blocks), products = [Double](repeating: 1, count: width * reach)
        engram_lagged_spectra(u + [Double](repeating: 0, count: blocks * block - steps), blocks, block, reach, length, turns, scratch, &spectra)
        engram_lagged_products(x, stride, width, means, steps, spectra, block, reach, length, turns, scratch, &products)
        for i in 0 ..< width {
            for j in 0 ..< reach {
                var expected = 1.0
                for t in 0 ..< steps { expected += (x[t * stride + i] - means[i]) * u[t + j] }
                #expect(abs(products[i * reach + j] - expected) < 1e-13 * Double(steps).squareRoot() * 10, "unit \(i), delay \(j)")
            }
        }
    }

    @Test func sparseProductHasTheBitsOfTheReference() throws {
        var random = Random(seed: 9)
        // Rows of every length up to 40, so that each remainder of eight occurs.
        var entries: [(row: Int, column: Int, value: Double)] = []
        for row in 0 ..< 41 {
            for column in try random.choice(from: 60, count: row) { entries.append((row, column, try random.normal())) }
        }
        let matrix = try SparseMatrix(rows: 41, columns: 60, entries: entries)
        let x = try random.normal(count: 60)
        let base = try random.normal(count: 41)
        var y = base
        y.withUnsafeMutableBufferPointer { y in
            x.withUnsafeBufferPointer { x in
                if let x = x.baseAddress, let y = y.baseAddress { matrix.multiply(x, base: y, into: y) }
            }
        }
        let rows = (0 ..< 41).map { row in matrix.entries.filter { $0.row == row } }
        #expect(y.elements == zip(base.elements, rows).map { $0 + KernelReference.row($1.map { $0.value * x.elements[$0.column] }) })
        let single = try FloatSparseMatrix(rows: 41, columns: 60, entries: entries.map { ($0.row, $0.column, Float($0.value)) })
        let product = try single %*% x.singlePrecision
        #expect(product.elements == rows.map { KernelReference.row($0.map { Float($0.value) * Float(x.elements[$0.column]) }) })
    }
}
