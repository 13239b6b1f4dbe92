import Foundation
import Linear

/// The operations that several threads share, and the decompositions that they do not, in double precision and single.
///
/// `bench linear [--order 2000] [--threads 1] [--repeats 5] [--only NAME]`.
enum LinearBench {
    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        func number(_ name: String, _ standard: Int) -> Int { option(name).flatMap { Int($0) } ?? standard }
        let (order, threads, repeats) = (number("order", 2000), number("threads", 1), number("repeats", 5))
        let only = option("only")

        var random = Random(seed: 1)
        let double = try random.normal(rows: order, columns: order)
        try Threads.withLimit(threads) {
            try measure(double, "double", repeats, threads, only)
            try measure(double.singlePrecision, "float", repeats, threads, only)
        }
    }

    private static func measure<Scalar: LinearScalar>(_ m: MatrixOf<Scalar>, _ precision: String, _ repeats: Int, _ threads: Int, _ only: String?) throws {
        let n = m.rows
        let cube = Double(n) * Double(n) * Double(n)
        let definite = try m.gram() + .identity(n) * Scalar(n)
        let symmetric = try m + m.transposed()
        let one = try VectorOf<Scalar>(repeating: 1, count: n)
        let ones = MatrixOf.column(one)
        // The most by which what should be equal differs, of the largest number there is.
        func off(_ a: MatrixOf<Scalar>, _ b: MatrixOf<Scalar>) throws -> Double {
            Double(try (a - b).elements.map(abs).max() ?? 0) / Double(b.elements.map(abs).max() ?? 1)
        }
        func bench(_ name: String, operations: Double, _ body: () throws -> MatrixOf<Scalar>, off: (MatrixOf<Scalar>) throws -> Double) throws {
            guard only == nil || only == name else { return }
            let (result, times) = try Measurement.time(repeats, body)
            let error = try off(result)
            guard error < Double(n) * 8 * Double(Scalar.ulpOfOne) else { throw Wrong(name: name, precision: precision, error: error) }
            var row = Measurement(
                bench: "linear.\(name)", parameters: ["order": n, "precision": precision, "threads": threads], times: times, check: ["error": error])
            row.extra = ["gflop_per_s": operations * 1e-9 / row.wall]
            try row.emit()
        }
        // Products are checked on the sums of their rows, by products with a vector.
        try bench("multiply", operations: 2 * cube, { try m %*% m }, off: { try off($0 %*% ones, m %*% (m %*% ones)) })
        try bench("gram", operations: cube, { try m.gram() }, off: { try off($0 %*% ones, m.transposeMultiplied(by: m %*% ones)) })
        try bench("cholesky", operations: cube / 3, { try definite.cholesky().lower }, off: { try off($0.multiplied(byTransposeOf: $0), definite) })
        try bench("solve", operations: cube * 2 / 3, { try m.solve(m %*% ones) }, off: { try off(m %*% $0, m %*% ones) })
        try bench("inverse", operations: 2 * cube, { try definite.inverse() }, off: { try off(definite %*% $0, .identity(n)) })
        try bench("multiplyVector", operations: 2 * Double(n) * Double(n), { .column(try m %*% one) }, off: { try off($0, m %*% ones) })
        try bench(
            "symmetricEigen", operations: 9 * cube,
            {
                let eigen = try symmetric.symmetricEigen()
                return try (eigen.vectors * eigen.values).multiplied(byTransposeOf: eigen.vectors)
            }, off: { try off($0, symmetric) })
        try bench(
            "singularValues", operations: 22 * cube,
            {
                let svd = try m.singularValues()
                return try (svd.left * svd.values) %*% svd.rightTransposed
            }, off: { try off($0, m) })
    }

    struct Wrong: Error, CustomStringConvertible {
        let name, precision: String
        let error: Double
        var description: String { "\(name) in \(precision) precision is off by \(error) of its largest number: the answer is wrong, so its times say nothing" }
    }
}
