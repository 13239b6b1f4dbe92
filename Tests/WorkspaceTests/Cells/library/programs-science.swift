import Foundation
let xs = [1.0, 2, 3, 4, 5]
let ys = [2.1, 3.9, 6.2, 7.8, 10.1]
func mean(_ v: [Double]) -> Double { v.reduce(0, +) / Double(v.count) }
func deviation(_ v: [Double]) -> Double {
    let m = mean(v)
    return sqrt(v.map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(v.count - 1))
}
print(mean(xs), deviation(xs), mean(ys), deviation(ys)) // expect: 3.0 1.5811388300841898 6.0200000000000005 3.1507142047478696
let (mx, my) = (mean(xs), mean(ys))
let covariance = zip(xs, ys).map { ($0 - mx) * ($1 - my) }.reduce(0, +)
let slope = covariance / xs.map { ($0 - mx) * ($0 - mx) }.reduce(0, +)
print(slope, my - slope * mx) // expect: 1.9899999999999998 0.0500000000000016
var v = -65.0
var spikes: [Int] = []
for t in 0..<200 {
    v += (-(v + 65) + 20) / 10 * 1.0
    if v > -50 {
        spikes.append(t)
        v = -65
    }
}
print(spikes.count, spikes.prefix(3), v) // expect: 14 [13, 27, 41] -58.12200000000001
var (x, y, z) = (1.0, 1.0, 1.0)
for _ in 0..<100 {
    let (dx, dy, dz) = (10 * (y - x), x * (28 - z) - y, x * y - 8 / 3 * z)
    x += 0.01 * dx
    y += 0.01 * dy
    z += 0.01 * dz
}
print(x, y, z) // expect: -4.485523734374925 -6.361392424446475 18.114623576464023
func integrate(_ f: (Double) -> Double, from a: Double, to b: Double, steps: Int = 100) -> Double {
    let h = (b - a) / Double(steps)
    var sum = (f(a) + f(b)) / 2
    for i in 1..<steps { sum += f(a + Double(i) * h) }
    return sum * h
}
print(integrate(sin, from: 0, to: .pi), integrate({ $0 * $0 }, from: 0, to: 3)) // expect: 1.9998355038874436 9.000449999999995
struct Generator {
    var state: UInt64
    mutating func next() -> Double {
        state = state &* 6364136223846793005 &+ 1442695040888963407
        return Double(state >> 11) / 9007199254740992
    }
}
var g = Generator(state: 42)
print((0..<3).map { _ in g.next() }) // expect: [0.5682303266439076, 0.2254634289477513, 0.41283831882951183]
var inside = 0
for _ in 0..<10_000 { let (a, b) = (g.next(), g.next()); if a * a + b * b < 1 { inside += 1 } }
print(Double(inside) / 2500) // expect: 3.1384
func multiply(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in b[0].indices.map { j in zip(row, b).map { $0 * $1[j] }.reduce(0, +) } }
}
print(multiply([[1, 2], [3, 4]], [[0, 1], [1, 0]])) // expect: [[2.0, 1.0], [4.0, 3.0]]
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
var weights = [0.0, 0.0, 0.0]
let samples: [([Double], Double)] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 1)]
for _ in 0..<500 {
    for (input, target) in samples {
        let output = sigmoid(weights[0] * input[0] + weights[1] * input[1] + weights[2])
        let error = target - output
        weights[0] += 0.5 * error * input[0]
        weights[1] += 0.5 * error * input[1]
        weights[2] += 0.5 * error
    }
}
print(weights.map { ($0 * 1000).rounded() / 1000 }) // expect: [8.686, 8.694, -3.875]
let series = (0..<20).map { sin(Double($0) / 3) }
let smooth = series.indices.dropLast(2).map { (series[$0] + series[$0 + 1] + series[$0 + 2]) / 3 }
print(smooth.count, smooth[5]) // expect: 18 0.8759304221052572
print(String(format: "%.4f %.2e %6.1f", mean(series), deviation(series), 3.14159)) // expect: 0.0014 7.04e-01    3.1
let pattern = [1, -1, 1, -1]
var w = [[Int]](repeating: [Int](repeating: 0, count: 4), count: 4)
for i in 0..<4 { for j in 0..<4 where i != j { w[i][j] += pattern[i] * pattern[j] } }
var state = [1, 1, 1, -1]
for _ in 0..<3 { state = state.indices.map { i in (0..<4).reduce(0) { $0 + w[i][$1] * state[$1] } >= 0 ? 1 : -1 } }
print(state, state == pattern) // expect: [1, -1, 1, -1] true
var minima = Double.infinity
for value in [3.5, -1.25, 2] { minima = Swift.min(minima, value) }
print(minima) // expect: -1.25
print((1...5).map { Double($0) }.map { pow($0, 2) }, stride(from: 0, through: 1, by: 0.25).map { exp($0) }) // expect: [1.0, 4.0, 9.0, 16.0, 25.0] [1.0, 1.2840254166877414, 1.6487212707001282, 2.117000016612675, 2.718281828459045]
