import Charts
import Formats
import Linear

/// A small head for pictures, made of numbers that need no C library.
enum BrainPictures {
    static func affine(_ size: Double, flipped: Bool = false) throws -> Matrix {
        try Matrix([[flipped ? -size : size, 0, 0, flipped ? 40 : -40], [0, size, 0, -56], [0, 0, size, -28], [0, 0, 0, 1]])
    }

    /// How far inside of an ellipsoid a place lies: below 1 is within.
    private static func radius(_ x: Double, _ y: Double, _ z: Double) -> Double {
        let (a, b, c) = (x / 36, (y + 2) / 50, (z - 8) / 34)
        return a * a + b * b + c * c
    }

    private static func image(_ shape: [Int], _ size: Double, flipped: Bool = false, _ value: (Double, Double, Double) -> Double) throws -> NIfTI {
        var values: [Double] = []
        for i in 0 ..< shape[0] {
            for j in 0 ..< shape[1] {
                for k in 0 ..< shape[2] { values.append(value((flipped ? 40 - Double(i) * size : -40 + Double(i) * size), -56 + Double(j) * size, -28 + Double(k) * size)) }
            }
        }
        return try NIfTI(Vector(values), shape: shape, voxelSize: [size, size, size], affine: affine(size, flipped: flipped))
    }

    /// A blob at the right and behind, and one of the other sign at the left and in front; NaN outside of the brain.
    static func map(signed: Bool = true) throws -> NIfTI {
        try image([21, 28, 19], 4) { x, y, z in
            guard radius(x, y, z) < 1 else { return .nan }
            let a = ((x - 18) * (x - 18) + (y + 30) * (y + 30) + (z - 6) * (z - 6)) / 260, b = ((x + 16) * (x + 16) + (y - 18) * (y - 18) + (z - 20) * (z - 20)) / 200
            return 0.42 / (1 + a * a) - (signed ? 0.3 : -0.3) / (1 + b * b) + 0.004
        }
    }

    /// Twice as fine and turned round: skull, gray, white.
    static func anatomy() throws -> NIfTI {
        try image([41, 57, 38], 2, flipped: true) { x, y, z in
            let r = radius(x, y, z), fold = Double((Int(x / 6 + 100) + Int(y / 7 + 100) + Int(z / 5 + 100)) % 3)
            return r > 1.15 ? 0 : r > 1.02 ? 420 : r > 0.94 ? 60 : r > 0.62 ? 520 + 60 * fold : 760 - 20 * fold
        }
    }

    /// A flat disc of triangles, with folds.
    static func disc() -> (points: [[Double]], triangles: [[Int]], folds: [Double], values: [Double]) {
        let n = 24
        var points: [[Double]] = [], triangles: [[Int]] = [], folds: [Double] = [], values: [Double] = []
        for row in 0 ... n {
            for column in 0 ... n {
                let x = Double(column) - 12, y = Double(row) - 12
                points.append([x * 8, y * 6 + x, 0])
                folds.append(Double((row / 3 + column / 4) % 2) - 0.5)
                values.append(row < 3 ? .nan : 0.5 / (1 + ((x - 4) * (x - 4) + (y - 2) * (y - 2)) / 16) - 0.4 / (1 + ((x + 6) * (x + 6) + (y + 5) * (y + 5)) / 9))
                guard row < n, column < n, (x + 0.5) * (x + 0.5) + (y + 0.5) * (y + 0.5) < 132 else { continue }
                let corner = row * (n + 1) + column
                triangles += [[corner, corner + 1, corner + n + 1], [corner + 1, corner + n + 2, corner + n + 1]]
            }
        }
        return (points, triangles, folds, values)
    }

    static func surface(_ points: [[Double]], _ triangles: [[Int]]) -> String {
        func array(_ intent: String, _ type: String, _ rows: [String]) -> String {
            "<DataArray Intent=\"NIFTI_INTENT_\(intent)\" DataType=\"NIFTI_TYPE_\(type)\" ArrayIndexingOrder=\"RowMajorOrder\" Dimensionality=\"2\" Dim0=\"\(rows.count)\" Dim1=\"3\" Encoding=\"ASCII\" "
                + "Endian=\"LittleEndian\"><Data>" + rows.joined(separator: "\n") + "</Data></DataArray>"
        }
        func text<Value>(_ rows: [[Value]]) -> [String] { rows.map { $0.map { "\($0)" }.joined(separator: " ") } }
        return "<GIFTI>" + array("POINTSET", "FLOAT32", text(points)) + array("TRIANGLE", "INT32", text(triangles)) + "</GIFTI>"
    }

    static func flat() throws -> (surface: GIFTI, folds: Vector, values: Vector) {
        let disc = disc()
        let path = "/tmp/engram-charts-\(UInt64.random(in: 0 ..< .max)).gii"
        var file = try FileWriter(path)
        try file.write(Array(surface(disc.points, disc.triangles).utf8))
        try file.close()
        return (try GIFTI(path), Vector(disc.folds), Vector(disc.values))
    }
}
