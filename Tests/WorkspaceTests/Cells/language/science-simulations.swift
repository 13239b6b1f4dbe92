import Foundation
// Simulations: LCG, Monte Carlo, random walk, SIR, Game of life, neurons, Markov chain
struct LCG: RandomNumberGenerator { private var state: UInt64; init(seed: UInt64) { state = seed ^ 0x9E3779B97F4A7C15 }; mutating func next() -> UInt64 { state = state &* 2862933555777941757 &+ 3037000493; return state } }
struct XorShift: RandomNumberGenerator { var s: (UInt64, UInt64) = (1, 2); mutating func next() -> UInt64 { var x = s.0; let y = s.1; s.0 = y; x ^= x << 23; s.1 = x ^ y ^ (x >> 17) ^ (y >> 26); return s.1 &+ y } }
struct SplitMix: RandomNumberGenerator { var state: UInt64; mutating func next() -> UInt64 { state &+= 0x9E3779B97F4A7C15; var z = state; z = (z ^ (z >> 30)) &* 0xBF58476D1CE4E5B9; z = (z ^ (z >> 27)) &* 0x94D049BB133111EB; return z ^ (z >> 31) } }
extension RandomNumberGenerator { mutating func uniform() -> Double { Double(next() >> 11) * 0x1.0p-53 }; mutating func normal(mean: Double = 0, sd: Double = 1) -> Double { let u = 1 - uniform(), v = uniform(); return mean + sd * (-2 * log(u)).squareRoot() * cos(2 * .pi * v) }; mutating func pick<C: Collection>(_ c: C) -> C.Element? { c.randomElement(using: &self) } }
var g = LCG(seed: 1), x = XorShift(), sm = SplitMix(state: 42)
print(g.next(), x.next(), sm.next(), g.uniform(), sm.normal(), sm.pick(["a", "b", "c"])!, sm.pick("xyz")!, sm.pick([Int]()) as Any)
// expect: 8069800113417966321 8388677 13679457532755275413 0.607618599744454 -0.10551648193541083 b x nil
print((0..<5).map { _ in Int.random(in: 1...6, using: &sm) }, (0..<3).map { _ in Double.random(in: -1...1, using: &sm) }, Array(0..<10).shuffled(using: &sm), Bool.random(using: &x), [1, 2, 3].shuffled(using: &x), Float.random(in: 0...1, using: &x), UInt8.random(in: .min ... .max, using: &x), Int16.random(in: -5..<5, using: &x))
// expect: [6, 2, 5, 3, 4] [-0.590196336402449, -0.014021628410615161, 0.026792232644299085] [5, 6, 3, 2, 1, 0, 8, 9, 4, 7] true [1, 2, 3] 0.006901741 75 -5
func monteCarloPi<G: RandomNumberGenerator>(_ n: Int, using g: inout G) -> Double { var hits = 0; for _ in 0..<n { let (a, b) = (Double.random(in: -1...1, using: &g), Double.random(in: -1...1, using: &g)); if a * a + b * b <= 1 { hits += 1 } }; return 4 * Double(hits) / Double(n) }
print(monteCarloPi(2000, using: &sm), monteCarloPi(1000, using: &g)) // expect: 3.15 3.096
enum Direction: CaseIterable { case n, e, s, w; var delta: (Int, Int) { switch self { case .n: (0, 1); case .e: (1, 0); case .s: (0, -1); case .w: (-1, 0) } } }
var pos = (x: 0, y: 0), visited: Set<[Int]> = [[0, 0]]; for _ in 0..<200 { let d = Direction.allCases.randomElement(using: &sm)!.delta; pos.x += d.0; pos.y += d.1; visited.insert([pos.x, pos.y]) }; print(pos, visited.count)
// expect: (x: 4, y: 2) 91
struct SIR { var s, i, r: Double; let beta, gamma: Double; var total: Double { s + i + r }; mutating func step(_ dt: Double) { let inf = beta * s * i / total * dt, rec = gamma * i * dt; s -= inf; i += inf - rec; r += rec } }
var epi = SIR(s: 990, i: 10, r: 0, beta: 0.4, gamma: 0.1), peak = (day: 0, value: 0.0); for day in 0..<160 { epi.step(1); if epi.i > peak.value { peak = (day, epi.i) } }; print(peak, String(format: "%.2f %.2f %.2f", epi.s, epi.i, epi.r), abs(epi.total - 1000) < 1e-9)
// expect: (day: 20, value: 426.84080848571506) 15.20 0.00 984.80 true
struct Life: CustomStringConvertible { var cells: [[Bool]]; init(_ s: String) { cells = s.split(separator: "\n").map { $0.map { $0 == "#" } } }; func neighbours(_ r: Int, _ c: Int) -> Int { var n = 0; for dr in -1...1 { for dc in -1...1 where !(dr == 0 && dc == 0) { let (rr, cc) = ((r + dr + cells.count) % cells.count, (c + dc + cells[0].count) % cells[0].count); if cells[rr][cc] { n += 1 } } }; return n }
    mutating func step() { let old = self; for r in cells.indices { for c in cells[r].indices { cells[r][c] = switch (old.cells[r][c], old.neighbours(r, c)) { case (true, 2), (_, 3): true; default: false } } } }; var description: String { cells.map { String($0.map { $0 ? "#" : "." }) }.joined(separator: "\n") }; var population: Int { cells.joined().lazy.filter { $0 }.count } }
var life = Life(".....\n..#..\n..#..\n..#..\n....."); life.step(); print(life, life.population); life.step(); print(life)
// expect: .....
// expect: .....
// expect: .###.
// expect: .....
// expect: ..... 3
// expect: .....
// expect: ..#..
// expect: ..#..
// expect: ..#..
// expect: .....
struct Izhikevich { var v = -65.0, u = -13.0; var a = 0.02, b = 0.2, c = -65.0, d = 8.0; mutating func step(_ i: Double, dt: Double = 0.5) -> Bool { v += dt * (0.04 * v * v + 5 * v + 140 - u + i); u += dt * a * (b * v - u); guard v >= 30 else { return false }; v = c; u += d; return true } }
var neuron = Izhikevich(), spikes: [Int] = []; for t in 0..<400 { if neuron.step(10) { spikes.append(t) } }; print(spikes, neuron.v, zip(spikes, spikes.dropFirst()).map { $1 - $0 })
// expect: [7, 59, 152, 245, 339] -66.8964148993516 [52, 93, 93, 94]
struct Markov { private var table: [String: [String]] = [:]; init(_ text: String) { let w = text.split(whereSeparator: \.isWhitespace).map(String.init); for (a, b) in zip(w, w.dropFirst()) { table[a, default: []].append(b) } }; func generate<G: RandomNumberGenerator>(from s: String, count: Int, using g: inout G) -> String { var out = [s]; while out.count < count, let next = table[out.last!]?.randomElement(using: &g) { out.append(next) }; return out.joined(separator: " ") } }
let mk = Markov("the cat sat on the mat and the dog sat on the log"); print(mk.generate(from: "the", count: 8, using: &sm))
// expect: the cat sat on the log
func hist(_ xs: [Double], bins: Int, _ range: ClosedRange<Double>) -> [Int] { var h = [Int](repeating: 0, count: bins); for x in xs where range ~= x { h[min(bins - 1, Int((x - range.lowerBound) / (range.upperBound - range.lowerBound) * Double(bins)))] += 1 }; return h }
let normals = (0..<500).map { _ in sm.normal() }; for (i, n) in hist(normals, bins: 6, -3...3).enumerated() { print(String(format: "%2d", i - 3), String(repeating: "*", count: n / 10), n) }
// expect: -3 * 10
// expect: -2 ****** 62
// expect: -1 ****************** 184
// expect:  0 **************** 163
// expect:  1 ******* 76
// expect:  2  5
var perm = Array("ABCDEF"); for i in perm.indices.reversed().dropLast() { perm.swapAt(i, Int.random(in: 0...i, using: &g)) }; print(String(perm)); func weighted<G: RandomNumberGenerator>(_ w: [(String, Double)], using g: inout G) -> String { var r = Double.random(in: 0..<w.reduce(0) { $0 + $1.1 }, using: &g); for (k, p) in w { r -= p; if r < 0 { return k } }; return w.last!.0 }; print((0..<10).map { _ in weighted([("a", 0.7), ("b", 0.2), ("c", 0.1)], using: &sm) }.joined())
// expect: ABDCFE
// expect: aaabacbaac
