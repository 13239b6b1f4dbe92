import Foundation
import Formats
import Linear
import Neuro

/// Ridge regression of many voxels with cross-validated penalties, in single precision.
///
/// `bench encoding [--kind ridge|kernel|given|banded|kernels] [--data FOLDER] [--threads 1] [--repeats 3]`: penalties chosen by cross-validation from features, from a linear kernel, one given for each voxel,
/// chosen together with the scales of bands of features, of kernels. A folder (Benchmarks/peers/encoding.py writes one) holds x.npy, y.npy for training, x-test.npy,
/// y-test.npy for the check, alphas.npy, and for bands gammas.npy; the penalties that were used are written to chosen.npy beside them. Without one: `[--samples 1000] [--features 2000] [--voxels 20000]` of Engram's own.
enum EncodingBench {
    private struct Work {
        var x, y, testX, testY: FloatMatrix
        var alphas: Vector
        /// Candidates of the scales of bands, which are equal parts of the features.
        var gammas: Matrix
        var folds = 5
    }

    /// What is fitted, and how its prediction of the test features is made.
    private enum Kind: String {
        case ridge, kernel, given, banded, kernels

        func fit(_ work: Work) throws -> (alphas: Vector, predict: () throws -> FloatMatrix) {
            let folds = Folds.contiguous(work.folds)
            let (bands, testBands) = (try parts(work.x, work.gammas.columns), try parts(work.testX, work.gammas.columns))
            switch self {
            case .ridge:
                let fit = try RidgeCV(alphas: work.alphas, folds: folds, intercept: false).fit(work.x, work.y)
                return (fit.alphas, { try fit.predict(work.testX) })
            case .kernel:
                let fit = try KernelRidgeCV(alphas: work.alphas, folds: folds, intercept: false).fit(work.x, work.y)
                return (fit.alphas, { try fit.predict(work.testX) })
            case .given:
                let fit = try Ridge(alphas: work.alphas, intercept: false).fit(work.x, work.y)
                return (fit.alphas, { try fit.predict(work.testX) })
            case .banded:
                let fit = try GroupRidgeCV(search: .given(work.gammas), alphas: work.alphas, folds: folds, intercept: false).fit(bands, work.y)
                return (fit.alphas, { try fit.predict(testBands) })
            case .kernels:
                func products(_ a: [FloatMatrix], _ b: [FloatMatrix]) throws -> [FloatMatrix] { try zip(a, b).map { try $0 %*% $1.transposed() } }
                let fit = try MultipleKernelRidgeCV(search: .given(work.gammas), alphas: work.alphas, folds: folds, intercept: false)
                    .fit(products(bands, bands).map(\.doublePrecision), work.y)
                return (fit.alphas, { try fit.predict(products(testBands, bands)) })
            }
        }

        private func parts(_ x: FloatMatrix, _ count: Int) throws -> [FloatMatrix] {
            let width = x.columns / count
            return try (0 ..< count).map { try x[columns: $0 * width ..< ($0 == count - 1 ? x.columns : ($0 + 1) * width)] }
        }
    }

    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        func number(_ name: String, _ standard: Int) -> Int { option(name).flatMap { Int($0) } ?? standard }

        let folder = option("data")
        let work = try folder.map { try read($0) } ?? own(samples: number("samples", 1000), features: number("features", 2000), voxels: number("voxels", 20_000))
        let threads = number("threads", 1)
        guard let kind = Kind(rawValue: option("kind") ?? "ridge") else {
            throw NeuroError.invalid(name: "--kind", value: option("kind") ?? "", must: "ridge, kernel, given, banded or kernels")
        }
        let (fit, times) = try Measurement.time(number("repeats", 3)) { try Threads.withLimit(threads) { try kind.fit(work) } }
        let scores = try r2Score(work.testY, fit.predict())
        let mean = scores.elements.reduce(0, +) / Double(scores.count)
        guard mean.isFinite, mean > 0 else { throw NeuroError.diverged(what: "the mean R² is \(mean): the answer is wrong, so its times say nothing") }
        if let folder { try NumpyArray(fit.alphas).write(folder + "/chosen.npy") }

        let (n, p, t) = (Double(work.x.rows), Double(work.x.columns), Double(work.y.columns))
        let train = n - n / Double(work.folds)
        let rank = min(train, p)
        // What the plain algorithm multiplies: predictions of all penalties alone. Ours does fewer, so this is a measure of time, not of our operations.
        let predictions = 2 * n * rank * t * Double(work.alphas.count)
        var row = Measurement(
            bench: "encoding.\(kind)",
            parameters: ["samples": work.x.rows, "features": work.x.columns, "voxels": work.y.columns, "alphas": work.alphas.count, "folds": work.folds, "threads": threads],
            times: times, check: ["r2_test_mean": (mean * 1e4).rounded() / 1e4, "median_alpha": fit.alphas.elements.sorted()[work.y.columns / 2]])
        if kind == .ridge { row.extra = ["plain_prediction_gflop": predictions * 1e-9, "plain_prediction_gflop_per_s": predictions * 1e-9 / row.wall] }
        try row.emit()
        try gemm(threads)
    }

    /// The speed of one large product, the limit that the fit is held against.
    private static func gemm(_ threads: Int) throws {
        let n = 2048
        var random = Random(seed: 1)
        let a = try random.uniform(rows: n, columns: n).singlePrecision
        let (product, times): (FloatMatrix, [Measurement.Time]) = try Measurement.time(5) { try Threads.withLimit(threads) { try a %*% a } }
        let direct = try (0 ..< n).map { try a[3, $0] * a[$0, 5] }.reduce(0, +)
        guard abs(try product[3, 5] - direct) < 1e-2 * direct else { throw NeuroError.diverged(what: "the product is wrong") }
        var row = Measurement(bench: "encoding.gemm", parameters: ["n": n, "threads": threads], times: times, check: ["element": Double(direct)])
        row.extra = ["gflop_per_s": 2 * Double(n * n * n) * 1e-9 / row.wall]
        try row.emit()
    }

    private static func read(_ folder: String) throws -> Work {
        func matrix(_ name: String) throws -> FloatMatrix { try NumpyArray(folder + "/" + name + ".npy").floatMatrix() }
        return Work(
            x: try matrix("x"), y: try matrix("y"), testX: try matrix("x-test"), testY: try matrix("y-test"), alphas: try NumpyArray(folder + "/alphas.npy").vector(),
            gammas: Files.exists(folder + "/gammas.npy") ? try NumpyArray(folder + "/gammas.npy").matrix() : try Matrix([[1]]))
    }

    /// Features mixed from 40 latent series and noise; voxels that are a sparse sum of features with noise, up to half of their variance explained.
    private static func own(samples: Int, features: Int, voxels: Int) throws -> Work {
        let total = samples + 200
        var random = Random(seed: 11)
        var latent = try random.normal(rows: total, columns: 40)
        for row in 1 ..< total { for column in 0 ..< 40 { try latent.set(latent[row, column] + 0.7 * latent[row - 1, column], row: row, column: column) } }
        let x = try zscoreRuns(latent %*% random.normal(rows: 40, columns: features) + random.normal(rows: total, columns: features) * 2.5)
        var weights = try random.normal(rows: features, columns: voxels)
        for row in 0 ..< features where row % 20 != 0 { for column in 0 ..< voxels { try weights.set(0, row: row, column: column) } }
        let signal = try zscoreRuns(x %*% weights)
        let noise = try random.normal(rows: total, columns: voxels)
        let y = try Matrix(
            rows: total, columns: voxels,
            elements: signal.elements.indices.map { index in
                let share = Double(index % voxels % 4) / 6
                return signal.elements[index] * share.squareRoot() + noise.elements[index] * (1 - share).squareRoot()
            })
        func single(_ m: Matrix, _ rows: Range<Int>) throws -> FloatMatrix { try m[rows: rows].singlePrecision }
        return Work(
            x: try single(x, 0 ..< samples), y: try single(y, 0 ..< samples), testX: try single(x, samples ..< total), testY: try single(y, samples ..< total),
            alphas: try RidgeCV.alphas(from: 0.1, to: 1e6, count: 20), gammas: try Matrix([[0.25, 0.25, 0.25, 0.25], [0.7, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.7]]))
    }
}
