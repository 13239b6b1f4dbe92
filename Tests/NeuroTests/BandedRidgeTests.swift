import Formats
import Glibc
import Linear
import Neuro
import Testing

/// Kernel, multiple-kernel and banded ridge regression against himalaya (`Reference/make_banded.py`), over all orders of samples, features and targets.
@Suite struct BandedRidgeTests {
    static let reference = Result { try NumpyArchive(EncodingReference.folder + "banded.npz") }
    static let orders = ["n30-p9-t5", "n30-p5-t9", "n20-p30-t7", "n20-p7-t30", "n15-p24-t40", "n15-p40-t24"]
    static let alphas: Vector = [0.1, 1, 10, 100, 1000]

    static func matrix(_ name: String) throws -> Matrix { try reference.get().array(name).matrix() }
    static func vector(_ name: String) throws -> Vector { try Vector(reference.get().array(name).values().elements) }

    /// Relative to the largest of the expected numbers.
    static func difference(_ a: [Double], _ b: [Double]) -> Double {
        let scale = b.map(abs).max() ?? 1
        return largestDifference(a, b, floor: scale)
    }

    static func bands(_ x: Matrix, _ order: String) throws -> [Matrix] {
        var start = 0
        return try vector("\(order)/sizes").elements.map { size in
            defer { start += Int(size) }
            return try x[columns: start ..< start + Int(size)]
        }
    }

    static func centred(_ x: Matrix) throws -> Matrix { try x - x.mean(each: .column) }

    @Test(arguments: orders, [true, false]) func ridgeAgrees(order: String, intercept: Bool) throws {
        let (x, y, other) = try (Self.matrix("\(order)/x"), Self.matrix("\(order)/y"), Self.matrix("\(order)/xt"))
        let name = "\(order)/ridge" + (intercept ? "" : "-origin")
        let fit = try RidgeCV(alphas: Self.alphas, folds: .contiguous(4), intercept: intercept).fit(x, y)
        #expect(try Self.difference(fit.alphas.elements, Self.vector("\(name)/alphas").elements) < 1e-12)
        #expect(try Self.difference(fit.coefficients.elements, Self.matrix("\(name)/weights").elements) < 1e-9)
        #expect(try Self.difference(fit.predict(other).elements, Self.matrix("\(name)/predicted").elements) < 1e-9)
        // The same regression by its kernel.
        let dual = try KernelRidgeCV(alphas: Self.alphas, folds: .contiguous(4), intercept: intercept).fit(x, y)
        #expect(dual.alphas == fit.alphas)
        #expect(try Self.difference(dual.primalCoefficients().elements, fit.coefficients.elements) < 1e-9)
    }

    @Test(arguments: orders, [true, false]) func kernelRidgeAgrees(order: String, intercept: Bool) throws {
        let kernels: [(String, Kernel)] = [
            ("linear", .linear), ("gaussian", .gaussian(gamma: 0.05)), ("polynomial", .polynomial(degree: 2, gamma: 0.1, offset: 1)), ("cosine", .cosine),
        ]
        let (x, y, other) = try (Self.matrix("\(order)/x"), Self.matrix("\(order)/y"), Self.matrix("\(order)/xt"))
        for (name, kernel) in kernels where name == "linear" || order == "n30-p9-t5" {
            let place = "\(order)/kernel-\(name)" + (intercept ? "" : "-origin")
            let fit = try KernelRidgeCV(alphas: Self.alphas, kernel: kernel, folds: .contiguous(4), intercept: intercept).fit(x, y)
            #expect(try Self.difference(fit.alphas.elements, Self.vector("\(place)/alphas").elements) < 1e-12)
            #expect(try Self.difference(fit.scores.elements, Self.matrix("\(place)/all-scores").elements) < 1e-9)
            #expect(try Self.difference(fit.bestScores().elements, Self.vector("\(place)/scores").elements) < 1e-9)
            let given = try KernelRidge(alphas: RidgeCV.alphas(from: 0.1, to: 100, count: y.columns), kernel: kernel, intercept: intercept).fit(x, y)
            #expect(try Self.difference(given.dualCoefficients.elements, Self.matrix("\(place)/given-dual").elements) < 1e-9)
            #expect(try Self.difference(given.predict(other).elements, Self.matrix("\(place)/given-predicted").elements) < 1e-9)
            // A kernel that was computed before is the same.
            let computed = try KernelRidge(alphas: given.alphas, intercept: intercept).fit(kernelMatrix: kernel.matrix(x, x), y)
            #expect(computed.dualCoefficients == given.dualCoefficients)
            #expect(try computed.predict(kernelMatrix: kernel.matrix(other, x)) == given.predict(other))
            let single = try KernelRidgeCV(alphas: Self.alphas, kernel: kernel, folds: .contiguous(4), intercept: intercept).fit(x.singlePrecision, y.singlePrecision)
            #expect(single.alphas == fit.alphas)
            #expect(try Self.difference(single.predict(other.singlePrecision).doublePrecision.elements, fit.predict(other).elements) < 1e-4)
        }
    }

    static func groups() throws -> Matrix { try Matrix([[1.0 / 3, 1.0 / 3, 1.0 / 3], [0.8, 0.15, 0.05], [0.05, 0.15, 0.8], [0.01, 0.495, 0.495], [0.98, 0.01, 0.01]]) }
    static func kernels() throws -> Matrix { try Matrix([[1.0 / 3, 1.0 / 3, 1.0 / 3], [0.8, 0.15, 0.05], [0.05, 0.15, 0.8], [0, 0.5, 0.5], [1, 0, 0]]) }

    @Test(arguments: orders, [true, false]) func bandedRidgeAgrees(order: String, intercept: Bool) throws {
        var bands = try Self.bands(Self.matrix("\(order)/x"), order)
        var y = try Self.matrix("\(order)/y")
        let others = try Self.bands(Self.matrix("\(order)/xt"), order)
        if !intercept { (bands, y) = (try bands.map(Self.centred), try Self.centred(y)) }
        let name = "\(order)/group" + (intercept ? "" : "-origin")
        let model = try GroupRidgeCV(search: .given(Self.groups()), alphas: Self.alphas, folds: .contiguous(4), intercept: intercept)
        let fit = try model.fit(bands, y)
        // himalaya's scores hold what it adds to break ties, up to 1e-10 ln 1000.
        #expect(try Self.difference(fit.scores.elements, Self.matrix("\(name)/scores").elements) < 3e-9)
        #expect(try Self.difference(fit.deltas.elements, Self.matrix("\(name)/deltas").elements) < 1e-9)
        #expect(try Self.difference(fit.coefficients.elements, Self.matrix("\(name)/weights").elements) < 1e-9)
        #expect(try Self.difference(fit.predict(others).elements, Self.matrix("\(name)/predicted").elements) < 1e-9)
        #expect(zip(fit.bandAlphas.elements, fit.deltas.elements).allSatisfy { abs($0.0 * exp($0.1) - 1) < 1e-12 })
        // The parts of the bands, and the mean of the targets, are the prediction.
        let parts = try fit.predictSplit(others)
        let means = try y.mean(each: .column)
        let sum = try parts.dropFirst().reduce(parts[0]) { try $0 + $1 } + (intercept ? means : means * 0)
        #expect(try Self.difference(sum.elements, fit.predict(others).elements) < 1e-10)
        let single = try model.fit(bands.map(\.singlePrecision), y.singlePrecision)
        #expect(Self.difference(single.scores.elements, fit.scores.elements) < 1e-4)
        #expect(try Self.difference(single.predict(others.map(\.singlePrecision)).doublePrecision.elements, fit.predict(others).elements) < 1e-3)
    }

    @Test(arguments: orders, [true, false]) func multipleKernelsAgree(order: String, intercept: Bool) throws {
        var bands = try Self.bands(Self.matrix("\(order)/x"), order)
        var y = try Self.matrix("\(order)/y")
        if !intercept { (bands, y) = (try bands.map(Self.centred), try Self.centred(y)) }
        let others = try zip(Self.bands(Self.matrix("\(order)/xt"), order), bands).map { try $0 %*% $1.transposed() }
        let name = "\(order)/kernels" + (intercept ? "" : "-origin")
        let model = try MultipleKernelRidgeCV(search: .given(Self.kernels()), alphas: Self.alphas, folds: .contiguous(4), intercept: intercept)
        let fit = try model.fit(bands.map { try $0 %*% $0.transposed() }, y)
        #expect(try Self.difference(fit.scores.elements, Self.matrix("\(name)/scores").elements) < 3e-9)
        #expect(try Self.difference(fit.alphas.elements, Self.vector("\(name)/alphas").elements) < 1e-9)
        let deltas = try Self.matrix("\(name)/deltas").elements
        #expect(zip(fit.deltas.elements, deltas).allSatisfy { $0 == $1 || abs($0 - $1) < 1e-9 })
        #expect(try Self.difference(fit.dualCoefficients.elements, Self.matrix("\(name)/dual").elements) < 1e-9)
        #expect(try Self.difference(fit.predict(others).elements, Self.matrix("\(name)/predicted").elements) < 1e-9)
        guard !intercept else { return }
        let split = try fit.predictSplit(others)
        #expect(try Self.difference(split.flatMap(\.elements), Self.matrix("\(name)/split").elements) < 1e-9)
    }

    /// Winner takes all is each band alone; equal scales are plain ridge regression.
    @Test func specialCandidates() throws {
        let order = "n30-p9-t5"
        let (x, y) = try (Self.matrix("\(order)/x"), Self.matrix("\(order)/y"))
        let bands = try Self.bands(x, order)
        let winner = try GroupRidgeCV(search: .given(.identity(3)), alphas: Self.alphas, folds: .contiguous(4)).fit(bands, y)
        for band in 0 ..< 3 {
            let alone = try RidgeCV(alphas: Self.alphas, folds: .contiguous(4)).fit(bands[band], y).bestScores()
            #expect(try Self.difference(winner.scores.row(band).elements, alone.elements) < 1e-12)
        }
        let equal = try GroupRidgeCV(search: .given(Matrix([[1, 1, 1]])), alphas: Self.alphas, folds: .contiguous(4)).fit(bands, y)
        let plain = try RidgeCV(alphas: Self.alphas, folds: .contiguous(4)).fit(x, y)
        #expect(equal.alphas == plain.alphas)
        #expect(Self.difference(equal.coefficients.elements, plain.coefficients.elements) < 1e-12)
        // One choice for all targets: the best mean.
        let common = try GroupRidgeCV(search: .given(Self.groups()), alphas: Self.alphas, folds: .contiguous(4), perTarget: false).fit(bands, y)
        let means = try common.scores.mean(each: .row).elements
        let best = means.indices.max { means[$0] < means[$1] }!
        for target in 0 ..< y.columns { #expect(try common.gammas.column(target).elements == Array(Self.groups().elements[best * 3 ..< best * 3 + 3])) }
        #expect(Set(common.alphas.elements).count == 1)
    }

    @Test func candidatesAreOnTheSimplex() throws {
        let drawn = try BandSearch.randomSearch(iterations: 4001, concentrations: [0.1, 1], seed: 3).candidates(bands: 4)
        #expect(try drawn.row(0) == [0.25, 0.25, 0.25, 0.25])
        for row in 0 ..< drawn.rows { #expect(abs(try drawn.row(row).sum() - 1) < 1e-12) }
        #expect(drawn.elements.allSatisfy { $0 >= 0 && $0 <= 1 })
        // Variance of a component of the Dirichlet distribution: (1/m)(1 − 1/m)/(m a + 1). Rows alternate between the two concentrations, 1 first.
        for (start, concentration) in [(1, 1.0), (2, 0.1)] {
            let values = try stride(from: start, to: drawn.rows, by: 2).map { try drawn[$0, 2] }
            let mean = values.reduce(0, +) / Double(values.count)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
            #expect(abs(mean - 0.25) < 0.03)
            #expect(abs(variance / (0.25 * 0.75 / (4 * concentration + 1)) - 1) < 0.1)
        }
        let same = try (0 ..< 2).map { _ in try BandSearch.randomSearch(seed: 3).candidates(bands: 4) }
        #expect(same[0] == same[1])
        // Shapes so small that the variables themselves are 0.
        let corners = try BandSearch.randomSearch(iterations: 50, concentrations: [1e-5], seed: 1).candidates(bands: 3)
        #expect(corners.elements.allSatisfy { $0.isFinite })
    }

    @Test func threadsChangeNoBit() throws {
        var random = Random(seed: 2)
        let bands = [try random.normal(rows: 120, columns: 50), try random.normal(rows: 120, columns: 90)]
        let y = try random.normal(rows: 120, columns: 300)
        func fit(_ threads: Int) throws -> GroupRidgeFit {
            try Threads.withLimit(threads) { try GroupRidgeCV(search: .randomSearch(iterations: 3), folds: .contiguous(3)).fit(bands, y) }
        }
        let one = try fit(1)
        #expect(try fit(2) == one)
        #expect(try fit(3) == one)
    }

    @Test func refusesBadInput() throws {
        let (x, y) = (try Matrix([[1, 2], [3, 4], [5, 7], [1, 0]]), try Matrix([[1], [2], [3], [4]]))
        let two = Folds.contiguous(2)
        #expect(throws: NeuroError.shape(name: "bands", shape: [0], must: "at least one band")) { try GroupRidgeCV().fit([Matrix](), y) }
        #expect(throws: NeuroError.shape(name: "bands[1]", shape: [3, 2], must: "of 4 rows, as bands[0]")) { try GroupRidgeCV().fit([x, x[rows: 0 ..< 3]], y) }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .given(Matrix([[1, 1]])), folds: two).fit([x], y) }
        #expect(throws: NeuroError.invalid(name: "gammas[0]", value: "[0.0]", must: "weights of at least 0, not all 0")) {
            try GroupRidgeCV(search: .given(Matrix([[0]])), folds: two).fit([x], y)
        }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .given(Matrix([[.nan]])), folds: two).fit([x], y) }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .given(Matrix([])), folds: two).fit([x], y) }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .randomSearch(iterations: 0), folds: two).fit([x], y) }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .randomSearch(concentrations: []), folds: two).fit([x], y) }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .randomSearch(concentrations: [-1]), folds: two).fit([x], y) }
        #expect(throws: NeuroError.self) { try GroupRidgeCV(search: .randomSearch(iterations: .max), folds: two).fit([x], y) }
        let fit = try GroupRidgeCV(search: .randomSearch(iterations: 2), folds: two).fit([x, x], y)
        #expect(throws: NeuroError.self) { try fit.predict([x]) }
        #expect(throws: NeuroError.self) { try fit.predict([x, y]) }
        #expect(throws: NeuroError.self) { try fit.predictSplit([x, x[rows: 0 ..< 2]]) }
        #expect(throws: NeuroError.self) { try fit.coefficients(band: 2) }
        #expect(throws: NeuroError.shape(name: "kernel", shape: [4, 2], must: "square, one row and one column for each sample")) { try KernelRidge().fit(kernelMatrix: x, y) }
        #expect(throws: NeuroError.invalid(name: "kernel[1, 0]", value: "2.0", must: "0.5, as [0, 1]: kernels are symmetric")) {
            try KernelRidge().fit(kernelMatrix: Matrix([[1, 0.5], [2, 1]]), y[rows: 0 ..< 2])
        }
        #expect(throws: NeuroError.self) { try KernelRidge(intercept: false).fit(kernelMatrix: Matrix([[1, 2], [2, 1]]), y[rows: 0 ..< 2]) }
        #expect(throws: NeuroError.self) { try KernelRidge(kernel: .polynomial(degree: 0, gamma: nil, offset: 0)).fit(x, y) }
        #expect(throws: NeuroError.self) { try KernelRidge(kernel: .gaussian(gamma: 0)).fit(x, y) }
        #expect(throws: NeuroError.self) { try KernelRidge(kernel: .polynomial(degree: 100, gamma: 1, offset: 0)).fit(x * 1e10, y) }
        let kernel = try KernelRidge().fit(kernelMatrix: x %*% x.transposed(), y)
        #expect(throws: NeuroError.self) { try kernel.predict(x) }
        #expect(throws: NeuroError.self) { try kernel.primalCoefficients() }
        #expect(throws: NeuroError.self) { try kernel.bestScores() }
        #expect(throws: NeuroError.self) { try MultipleKernelRidgeCV(folds: two).fit([Matrix](), y) }
        #expect(throws: NeuroError.self) { try MultipleKernelRidgeCV(folds: two).fit([x], y) }
        #expect(throws: NeuroError.self) { try MultipleKernelRidgeCV(folds: two).fit([x %*% x.transposed(), Matrix([[1]])], y) }
        // No penalty on a kernel that is singular: the smallest solution.
        let flat = try KernelRidge(alpha: 0, intercept: false).fit(kernelMatrix: Matrix([[1, 1], [1, 1]]), Matrix([[2], [2]]))
        #expect(flat.dualCoefficients.elements.allSatisfy { abs($0 - 1) < 1e-12 })
        // Nothing to be learned from features that do not vary.
        let constant = try GroupRidgeCV(search: .randomSearch(iterations: 2), folds: two).fit([Matrix(rows: 4, columns: 2, repeating: 3)], y)
        #expect(constant.coefficients.elements.allSatisfy { $0 == 0 } && constant.intercept == [2.5])
    }

    @Test func stopsWhenAsked() throws {
        var random = Random(seed: 1)
        let (x, y) = (try random.normal(rows: 60, columns: 20), try random.normal(rows: 60, columns: 500))
        #expect(throws: Interrupted.self) {
            try Progress.observe({ if $0 > 0.3 { throw Interrupted() } }) { try GroupRidgeCV().fit([x, x], y) }
        }
    }
}
