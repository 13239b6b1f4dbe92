import Glibc
import Linear
import Synchronization
import Testing

@Suite struct ThreadsTests {
    @Test(arguments: [1, 2, 3, 8, 100]) func everyPieceIsDoneOnce(limit: Int) {
        let done = Mutex([Int: Int]())
        Threads.withLimit(limit) {
            Threads.share(41) { worker, piece in
                #expect(0 ..< min(limit, 41) ~= worker)
                done.withLock { $0[piece, default: 0] += 1 }
            }
        }
        #expect(done.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0 ..< 41).map { ($0, 1) }))
    }

    /// The pieces of one worker run one after the other: it may own memory.
    @Test func workersAreNotSharedThemselves() {
        let atWork = Mutex(Set<Int>())
        Threads.withLimit(8) {
            Threads.share(500) { worker, piece in
                #expect(atWork.withLock { $0.insert(worker).inserted })
                if piece % 100 == 0 { usleep(1000) }
                atWork.withLock { _ = $0.remove(worker) }
            }
        }
    }

    @Test func sharesWithinSharesTakeWhatIsLeft() {
        let limits = Mutex([Int]())
        Threads.withLimit(8) {
            Threads.share(3) { _, _ in limits.withLock { $0.append(Threads.limit) } }
            Threads.share(1) { _, _ in limits.withLock { $0.append(Threads.limit) } }
            Threads.share(20) { _, _ in
                Threads.share(5) { worker, _ in
                    #expect(worker == 0)
                    limits.withLock { $0.append(Threads.limit) }
                }
            }
            limits.withLock { $0.append(Threads.limit) }
        }
        #expect(limits.withLock { $0 } == [2, 2, 2, 8] + Array(repeating: 1, count: 100) + [8])
        #expect(Threads.limit == Threads.available)
        #expect(Threads.withLimit(0) { Threads.limit } == 1)
    }

    @Test(arguments: [1, 4]) func progressStopsTheRest(limit: Int) throws {
        struct Stop: Error {}
        let done = Atomic<Int>(0)
        #expect(throws: Stop.self) {
            try Threads.withLimit(limit) {
                try Threads.share(20_000, progress: { if $0 > 20 { throw Stop() } }) { _, _ in
                    usleep(50)
                    done.add(1, ordering: .relaxed)
                }
            }
        }
        #expect(done.load(ordering: .relaxed) < 20_000)
    }

    /// Before any piece: the other threads may take all of them before the calling one comes to any.
    @Test(arguments: [1, 4]) func whoeverTakesThePiecesTheCallerIsAsked(limit: Int) {
        struct Stop: Error {}
        let taken = Atomic<Int>(0)
        #expect(throws: Stop.self) {
            try Threads.withLimit(limit) {
                // Long enough for the others to take what there is, were they at work.
                let stop: (Int) throws -> Void = { _ in
                    usleep(50_000)
                    throw Stop()
                }
                try Threads.share(4, progress: stop) { _, _ in taken.add(1, ordering: .relaxed) }
            }
        }
        #expect(taken.load(ordering: .relaxed) == 0)
    }

    @Test func settings() {
        #expect(Threads.setting("1") == 1 && Threads.setting("64") == 64)
        for text in ["", "0", "-1", "two", "1.5", " 2", "1025", "99999999999999999999"] { #expect(Threads.setting(text) == nil, "\(text)") }
    }

    /// A long routine runs on a thread of its own, under the limit of who called it.
    @Test func limitsReachLongRoutines() throws {
        let limit = try Threads.withLimit(5) { try Progress.observe({ _ in }, { try Abandonable.run(operations: 1e9) { Threads.limit } }) }
        #expect(limit == 5)
    }
}

/// Every operation that is cut into pieces: the same bits for any number of threads, and the sums of a plain loop, for shapes about the limits of the cuts.
@Suite struct SharedOperationTests {
    private static let limits = [2, 3, 8]

    /// What `body` makes on one thread, having found that it makes the same on more.
    private func sameOnAll<Scalar: LinearScalar>(_ what: String, _ body: () throws -> [Scalar]) rethrows -> [Scalar] {
        let one = try Threads.withLimit(1, body)
        for limit in Self.limits {
            let other = try Threads.withLimit(limit, body)
            let differences = zip(one, other).count { $0 != $1 && !($0.isNaN && $1.isNaN) }
            #expect(one.count == other.count && differences == 0, "\(what): \(differences) of \(one.count) numbers differ on \(limit) threads")
        }
        return one
    }

    private func numbers<Scalar: LinearScalar>(_ count: Int, _ seed: Int) throws -> [Scalar] {
        var random = Random(seed: seed)
        return try random.uniform(count: count).elements.map { Scalar(2 * $0 - 1) }
    }

    private func expectClose<Scalar: LinearScalar>(_ got: [Scalar], _ wanted: [Double], _ tolerance: Double, _ what: String) {
        var worst = 0.0
        for (x, y) in zip(got, wanted) {
            let difference = abs(Double(x) - y)
            // NaN is the worst of all.
            if !(difference <= worst) { worst = difference }
        }
        #expect(got.count == wanted.count && worst <= tolerance, "\(what): off by \(worst), above \(tolerance)")
    }

    /// op(A) op(B), both stored with two numbers more in a row than they have.
    private func plainProduct<Scalar: LinearScalar>(_ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: [Scalar], _ b: [Scalar]) -> [Double] {
        let (sa, sb) = ((ta ? m : k) + 2, (tb ? k : n) + 2)
        let right = (0 ..< k * n).map { Double(tb ? b[$0 % n * sb + $0 / n] : b[$0 / n * sb + $0 % n]) }
        var c = [Double](repeating: 0, count: m * n)
        c.withUnsafeMutableBufferPointer { c in
            right.withUnsafeBufferPointer { right in
                for i in 0 ..< m {
                    for l in 0 ..< k {
                        let factor = Double(ta ? a[l * sa + i] : a[i * sa + l])
                        for j in 0 ..< n { c[i * n + j] += factor * right[l * n + j] }
                    }
                }
            }
        }
        return c
    }

    @Test(
        arguments: [
            (3, 5, 7), (199, 200, 199), (401, 397, 211), (331, 1031, 67), (61, 2503, 89), (1009, 503, 61), (1601, 97, 101), (2053, 31, 257), (480, 480, 160),
            (997, 1009, 37), (512, 512, 64),
        ], Precision.allCases)
    func products(shape: (m: Int, n: Int, k: Int), precision: Precision) throws {
        switch precision {
        case .double: try products(shape.m, shape.n, shape.k, Double.self)
        case .float: try products(shape.m, shape.n, shape.k, Float.self)
        }
    }

    private func products<Scalar: LinearScalar>(_ m: Int, _ n: Int, _ k: Int, _: Scalar.Type) throws {
        for (ta, tb) in [(false, false), (true, false), (false, true), (true, true)] {
            let (sa, sb, sc) = ((ta ? m : k) + 2, (tb ? k : n) + 2, n + 3)
            let a: [Scalar] = try numbers((ta ? k : m) * sa, 1)
            let b: [Scalar] = try numbers((tb ? n : k) * sb, 2)
            let before: [Scalar] = try numbers(m * sc, 3)
            let what = "\(Scalar.self) \(m) x \(n) x \(k), transposed \(ta) \(tb)"
            let got = sameOnAll(what) {
                var c = before
                c.withUnsafeMutableBufferPointer { c in
                    guard let c = c.baseAddress else { return }
                    BLAS.multiply(
                        transposeA: ta, transposeB: tb, m: m, n: n, k: k, alpha: -1.5, a, strideA: sa, b, strideB: sb, beta: 0.5, c, strideC: sc)
                }
                return c
            }
            let product = plainProduct(ta, tb, m, n, k, a, b)
            let wanted = before.indices.map { place in
                let (row, column) = (place / sc, place % sc)
                return column < n ? -1.5 * product[row * n + column] + 0.5 * Double(before[place]) : Double(before[place])
            }
            // Terms are below 1, and their sum is rounded k times at most.
            expectClose(got, wanted, 2 * Double(k) * Double(Scalar.ulpOfOne), what)
        }
    }

    @Test(arguments: [(1511, 1409), (1024, 1024), (2503, 701), (701, 2503), (37, 41)], Precision.allCases)
    func vectorProducts(shape: (rows: Int, columns: Int), precision: Precision) throws {
        switch precision {
        case .double: try vectorProducts(shape.rows, shape.columns, Double.self)
        case .float: try vectorProducts(shape.rows, shape.columns, Float.self)
        }
    }

    private func vectorProducts<Scalar: LinearScalar>(_ rows: Int, _ columns: Int, _: Scalar.Type) throws {
        let stride = columns + 3
        let a: [Scalar] = try numbers(rows * stride, 1)
        for transposed in [false, true] {
            let x: [Scalar] = try numbers(transposed ? rows : columns, 2)
            let before: [Scalar] = try numbers(transposed ? columns : rows, 3)
            let what = "\(Scalar.self) \(rows) x \(columns), transposed \(transposed)"
            let got = sameOnAll(what) {
                var y = before
                y.withUnsafeMutableBufferPointer { y in
                    guard let y = y.baseAddress else { return }
                    BLAS.multiply(transposed: transposed, rows: rows, columns: columns, alpha: 2, a, stride: stride, x, beta: -1, y)
                }
                return y
            }
            var wanted = before.map { -Double($0) }
            for row in 0 ..< rows {
                for column in 0 ..< columns {
                    let element = 2 * Double(a[row * stride + column])
                    if transposed { wanted[column] += element * Double(x[row]) } else { wanted[row] += element * Double(x[column]) }
                }
            }
            expectClose(got, wanted, 4 * Double(x.count) * Double(Scalar.ulpOfOne), what)
        }
    }

    @Test(arguments: [(5, 9), (199, 1009), (200, 1000), (211, 401), (503, 127), (1013, 31), (1009, 67)], Precision.allCases)
    func symmetricProducts(shape: (n: Int, k: Int), precision: Precision) throws {
        switch precision {
        case .double: try symmetricProducts(shape.n, shape.k, Double.self)
        case .float: try symmetricProducts(shape.n, shape.k, Float.self)
        }
    }

    private func symmetricProducts<Scalar: LinearScalar>(_ n: Int, _ k: Int, _: Scalar.Type) throws {
        for transposed in [false, true] {
            let (stride, strideC) = ((transposed ? n : k) + 2, n + 3)
            let a: [Scalar] = try numbers((transposed ? k : n) * stride, 1)
            let before: [Scalar] = try numbers(n * strideC, 3)
            let what = "\(Scalar.self) \(n) of \(k), transposed \(transposed)"
            let got = sameOnAll(what) {
                var c = before
                c.withUnsafeMutableBufferPointer { c in
                    guard let c = c.baseAddress else { return }
                    BLAS.symmetricProduct(transposed: transposed, n: n, k: k, alpha: -1, a, strideA: stride, beta: 2, c, strideC: strideC)
                }
                return c
            }
            let product = plainProduct(transposed, !transposed, n, n, k, a, a)
            let wanted = before.indices.map { place in
                let (row, column) = (place / strideC, place % strideC)
                return column <= row ? 2 * Double(before[place]) - product[row * n + column] : Double(before[place])
            }
            // On the diagonal the sums reach k / 3, and are rounded k times.
            expectClose(got, wanted, Double(k) * (Double(k) / 6 + 2) * Double(Scalar.ulpOfOne), what)
        }
    }

    /// A lower triangle whose inverse is as small as itself: 1 to 2 on the diagonal, small numbers below.
    private func triangle<Scalar: LinearScalar>(_ n: Int, stride: Int) throws -> [Scalar] {
        var l: [Scalar] = try numbers(n * stride, 4)
        for row in 0 ..< n {
            for column in 0 ..< row { l[row * stride + column] /= Scalar(n) }
            l[row * stride + row] = 1.5 + l[row * stride + row] / 2
        }
        return l
    }

    @Test(arguments: [(131, 1009), (311, 487), (64, 2503), (211, 479), (257, 4001), (7, 3)], Precision.allCases)
    func triangularSolutions(shape: (n: Int, columns: Int), precision: Precision) throws {
        switch precision {
        case .double: try triangularSolutions(shape.n, shape.columns, Double.self)
        case .float: try triangularSolutions(shape.n, shape.columns, Float.self)
        }
    }

    private func triangularSolutions<Scalar: LinearScalar>(_ n: Int, _ columns: Int, _: Scalar.Type) throws {
        let (strideL, strideB) = (n + 1, columns + 2)
        let l: [Scalar] = try triangle(n, stride: strideL)
        let before: [Scalar] = try numbers(n * strideB, 5)
        for transposed in [false, true] {
            let what = "\(Scalar.self) \(n) with \(columns) sides, transposed \(transposed)"
            let got = sameOnAll(what) {
                var b = before
                b.withUnsafeMutableBufferPointer { b in
                    guard let b = b.baseAddress else { return }
                    BLAS.solveLower(transposed: transposed, n: n, columns: columns, l, strideL: strideL, b, strideB: strideB)
                }
                return b
            }
            var wanted = before.map { Double($0) }
            wanted.withUnsafeMutableBufferPointer { x in
                for step in 0 ..< n {
                    let row = transposed ? n - 1 - step : step
                    for other in transposed ? row + 1 ..< n : 0 ..< row {
                        let factor = Double(transposed ? l[other * strideL + row] : l[row * strideL + other])
                        for column in 0 ..< columns { x[row * strideB + column] -= factor * x[other * strideB + column] }
                    }
                    for column in 0 ..< columns { x[row * strideB + column] /= Double(l[row * strideL + row]) }
                }
            }
            expectClose(got, wanted, 8 * Double(n) * Double(Scalar.ulpOfOne), what)
        }
    }

    /// L L' with a stride of n + 1, and L.
    private func definite<Scalar: LinearScalar>(_ n: Int) throws -> (matrix: [Scalar], factor: [Double]) {
        let l: [Double] = try triangle(n, stride: n)
        var a = [Scalar](repeating: .nan, count: n * (n + 1))
        for row in 0 ..< n {
            for column in 0 ... row {
                var sum = 0.0
                for k in 0 ... column { sum += l[row * n + k] * l[column * n + k] }
                a[row * (n + 1) + column] = Scalar(sum)
            }
        }
        return (a, l)
    }

    private func factor<Scalar: LinearScalar>(_ matrix: [Scalar], _ n: Int) -> (elements: [Scalar], failed: Int) {
        var a = matrix
        let failed = a.withUnsafeMutableBufferPointer { a in a.baseAddress.map { LAPACK.cholesky(n: n, $0, stride: n + 1) } ?? -1 }
        return (a, failed)
    }

    @Test(arguments: [5, 255, 256, 257, 521, 769, 1031], Precision.allCases) func choleskyFactors(n: Int, precision: Precision) throws {
        switch precision {
        case .double: try choleskyFactors(n, Double.self)
        case .float: try choleskyFactors(n, Float.self)
        }
    }

    private func choleskyFactors<Scalar: LinearScalar>(_ n: Int, _: Scalar.Type) throws {
        let (a, l): ([Scalar], [Double]) = try definite(n)
        let got = sameOnAll("\(Scalar.self) \(n)") { factor(a, n).elements }
        // The strict upper triangle, and what lies between the rows, are left as they were.
        #expect((0 ..< n).allSatisfy { row in (row + 1 ..< n + 1).allSatisfy { got[row * (n + 1) + $0].isNaN } })
        let lower = (0 ..< n).flatMap { row in (0 ... row).map { got[row * (n + 1) + $0] } }
        expectClose(lower, (0 ..< n).flatMap { row in (0 ... row).map { l[row * n + $0] } }, 32 * Double(Scalar.ulpOfOne), "\(Scalar.self) \(n)")
    }

    @Test(arguments: [1, 200, 256, 257, 288, 289, 400, 521]) func choleskyFailsAtItsOrder(order: Int) throws {
        let n = 521
        var (a, _): ([Double], [Double]) = try definite(n)
        a[(order - 1) * (n + 2)] = -1
        for limit in [1, 2, 8] { #expect(Threads.withLimit(limit) { factor(a, n).failed } == order) }
    }

    @Test(arguments: [3, 64, 65, 127, 301, 521, 1031], Precision.allCases) func luFactors(n: Int, precision: Precision) throws {
        switch precision {
        case .double: try luFactors(n, Double.self)
        case .float: try luFactors(n, Float.self)
        }
    }

    private func luFactors<Scalar: LinearScalar>(_ n: Int, _: Scalar.Type) throws {
        let a: [Scalar] = try numbers(n * n, 6)
        var pivots: [Int32] = []
        let got = sameOnAll("\(Scalar.self) \(n)") {
            var factors = a
            let failed = factors.withUnsafeMutableBufferPointer { a in a.baseAddress.map { LAPACK.factorize(n: n, $0, pivots: &pivots) } ?? -1 }
            #expect(failed == 0)
            return factors
        }
        // Row j of what is stored is column j of what is factorised: L U must be that, its rows exchanged.
        var product = [Double](repeating: 0, count: n * n)
        product.withUnsafeMutableBufferPointer { product in
            got.withUnsafeBufferPointer { f in
                for column in 0 ..< n {
                    for k in 0 ... column {
                        let u = Double(f[column * n + k])
                        product[column * n + k] += u
                        for row in k + 1 ..< max(n, k + 1) { product[column * n + row] += Double(f[k * n + row]) * u }
                    }
                }
            }
        }
        var wanted = a.map { Double($0) }
        for (row, pivot) in pivots.enumerated() {
            for column in 0 ..< n { wanted.swapAt(column * n + row, column * n + Int(pivot) - 1) }
        }
        // Partial pivoting: no factor of L is above 1.
        #expect((0 ..< n).allSatisfy { column in (column + 1 ..< max(n, column + 1)).allSatisfy { abs(got[column * n + $0]) <= 1 } })
        expectClose(product, wanted, 2 * Double(n) * Double(Scalar.ulpOfOne), "\(Scalar.self) \(n)")
    }

    @Test(arguments: [1, 63, 64, 65, 160, 161, 301]) func zeroPivotsAreNumbered(place: Int) throws {
        let n = 301
        var a: [Double] = try numbers(n * n, 7)
        for k in 0 ..< n { a[(place - 1) * n + k] = 0 }
        var pivots: [Int32] = []
        for limit in [1, 2, 8] {
            var factors = a
            let failed = factors.withUnsafeMutableBufferPointer { a in
                a.baseAddress.map { a in Threads.withLimit(limit) { LAPACK.factorize(n: n, a, pivots: &pivots) } } ?? -1
            }
            #expect(failed == place)
        }
    }

    /// What a cell calls, watched as cells are and not.
    @Test(arguments: [false, true]) func wholeCalculations(watched: Bool) throws {
        var random = Random(seed: 8)
        let m = try random.normal(rows: 509, columns: 509)
        let b = try random.normal(rows: 509, columns: 401)
        _ = try sameOnAll("watched: \(watched)") { () throws -> [Double] in
            func all() throws -> [Double] {
                let gram = try m.gram() + Matrix.identity(509)
                let factor = try gram.cholesky()
                let svd = try b.singularValues()
                let parts: [Matrix] = [
                    try m %*% m, gram, factor.lower, try factor.solve(b), factor.inverse(), try m.solve(b), try m.inverse(), try gram.symmetricEigen().vectors,
                    svd.left, svd.rightTransposed, try m.leastSquares(b).solution,
                ]
                return parts.flatMap(\.elements) + [try m.determinant(), try m.spectralRadius()] + (try m %*% b.column(0)).elements
            }
            return watched ? try Progress.observe({ _ in }, all) : try all()
        }
    }
}
