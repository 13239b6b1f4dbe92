import CKernels
import Linear

/// P of recursive least squares as scale · (A − K'K): see the head of `RLS.swift`.
struct InverseCorrelation: Equatable, Sendable {
    /// How far below 0 x·P x may come by rounding before P counts as broken.
    static let slack = 1e-6

    let order: Int
    private var scale = 1.0
    /// The lower triangle of A, rows `stride` long.
    private var matrix: [Double]
    /// The rows of K that wait.
    private var rows: [Double]
    private var waiting = 0

    private var stride: Int { (order + 7) / 8 * 8 }
    /// How many rows may wait: with more, each step takes longer to account for them; with fewer, they are taken in more often.
    var room: Int { order < 400 ? 32 : 64 }
    var hasRoom: Bool { waiting < room }

    init(order: Int, penalty: Double) throws {
        self.order = order
        (matrix, rows) = ([], [])
        matrix = [Double](repeating: 0, count: try Allocation.count(of: [stride, stride], named: "the inverse correlation", as: Double.self))
        rows = [Double](repeating: 0, count: room * stride)
        for i in 0 ..< order { matrix[i * stride + i] = 1 / penalty }
    }

    /// u = A x.
    func multiply(_ x: UnsafePointer<Double>, into u: UnsafeMutablePointer<Double>) {
        matrix.withUnsafeBufferPointer { a in
            if let a = a.baseAddress { engram_symmetric_product_f64(stride, a, x, u) }
        }
    }

    /// The same for rows of x.
    func multiply(_ x: UnsafePointer<Double>, rows count: Int, into u: UnsafeMutablePointer<Double>) {
        matrix.withUnsafeBufferPointer { a in
            guard let a = a.baseAddress else { return }
            BLAS.multiplyFromRight(symmetric: a, n: stride, strideA: stride, rows: count, x, strideB: stride, u, strideC: stride)
        }
    }

    /// One step of the kernel; gives x·P x. Only if that is above -slack and finite has anything changed.
    mutating func step(
        _ x: UnsafePointer<Double>, _ u: UnsafeMutablePointer<Double>, _ forgetting: Double, _ previous: Int32, _ outputs: Int,
        _ weights: UnsafeMutablePointer<Double>, _ target: UnsafePointer<Double>, _ output: UnsafeMutablePointer<Double>
    ) -> Double {
        let (stride, waiting, scale) = (stride, waiting, scale)
        return rows.withUnsafeMutableBufferPointer { k in
            guard let k = k.baseAddress else { return .nan }
            return engram_rls_step_f64(stride, waiting, k, x, u, scale, forgetting, Self.slack, previous, outputs, weights, target, output)
        }
    }

    /// Ends a step: its row of K counts from now on.
    mutating func forget(_ forgetting: Double) {
        waiting += 1
        scale /= forgetting
    }

    /// Takes the waiting rows into A.
    mutating func takeIn(unless isNotNeeded: Bool = false) {
        guard !isNotNeeded, waiting > 0 else { return }
        let (stride, waiting, scale) = (stride, waiting, scale)
        matrix.withUnsafeMutableBufferPointer { a in
            rows.withUnsafeBufferPointer { k in
                guard let a = a.baseAddress, let k = k.baseAddress else { return }
                BLAS.symmetricProduct(transposed: true, n: stride, k: waiting, alpha: -scale, k, strideA: stride, beta: scale, a, strideC: stride)
            }
        }
        (self.waiting, self.scale) = (0, 1)
    }

    /// P with both triangles.
    func full() throws -> Matrix {
        var taken = self
        taken.takeIn()
        var result = try Matrix(rows: order, columns: order, repeating: 0)
        result.withUnsafeMutableBufferPointer { result in
            for i in 0 ..< order {
                for j in 0 ... i {
                    result[i * order + j] = taken.matrix[i * stride + j]
                    result[j * order + i] = taken.matrix[i * stride + j]
                }
            }
        }
        return result
    }
}

extension InverseCorrelation {
    /// Rows that do not wait any more say nothing.
    static func == (left: InverseCorrelation, right: InverseCorrelation) -> Bool {
        left.order == right.order && left.scale == right.scale && left.waiting == right.waiting && left.matrix == right.matrix
            && left.rows[..<(left.waiting * left.stride)] == right.rows[..<(right.waiting * right.stride)]
    }
}

extension InverseCorrelation: Codable {
    private enum Key: String, CodingKey { case order, scale, lower, waiting }

    func encode(to encoder: any Encoder) throws {
        var saved = encoder.container(keyedBy: Key.self)
        try saved.encode(order, forKey: .order)
        try saved.encode(scale, forKey: .scale)
        try saved.encode((0 ..< order).flatMap { matrix[$0 * stride ... $0 * stride + $0] }, forKey: .lower)
        try saved.encode(Array(rows[..<(waiting * stride)]), forKey: .waiting)
    }

    /// Reads what was saved, if it is whole.
    init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: Key.self)
        let order = try saved.decode(Int.self, forKey: .order)
        let lower = try saved.decode([Double].self, forKey: .lower)
        let waiting = try saved.decode([Double].self, forKey: .waiting)
        guard order > 0, order < 1 << 30, lower.count == order * (order + 1) / 2 else {
            throw NeuroError.shape(name: "a saved inverse correlation", shape: [lower.count], must: "the lower triangle of order \(order)")
        }
        try self.init(order: order, penalty: 1)
        guard waiting.count % stride == 0, waiting.count <= rows.count else {
            throw NeuroError.shape(name: "a saved inverse correlation", shape: [waiting.count], must: "at most \(room) rows of \(stride) that wait")
        }
        scale = try saved.decode(Double.self, forKey: .scale)
        self.waiting = waiting.count / stride
        rows.replaceSubrange(..<waiting.count, with: waiting)
        var place = 0
        for i in 0 ..< order {
            for j in 0 ... i {
                matrix[i * stride + j] = lower[place]
                place += 1
            }
        }
    }
}
