struct SplitMix: RandomNumberGenerator { var s: UInt64; mutating func next() -> UInt64 { s &+= 0x9e3779b97f4a7c15; var z = s; z = (z ^ (z >> 30)) &* 0xbf58476d1ce4e5b9; z = (z ^ (z >> 27)) &* 0x94d049bb133111eb; return z ^ (z >> 31) } }
var rng = SplitMix(s: 7)
print((0..<5).map { _ in Int.random(in: 1...6, using: &rng) }, Double.random(in: 0..<1, using: &rng), Bool.random(using: &rng), [1, 2, 3, 4].shuffled(using: &rng), ["a", "b"].randomElement(using: &rng)!)
struct Event: Comparable { let time: Double; let id: Int; static func < (a: Event, b: Event) -> Bool { (a.time, a.id) < (b.time, b.id) } }
struct PriorityQueue<T: Comparable> { private var h: [T] = []; var isEmpty: Bool { h.isEmpty }; var count: Int { h.count }; var peek: T? { h.first }
  mutating func push(_ x: T) { h.append(x); siftUp(h.count - 1) }
  mutating func pop() -> T? { guard !h.isEmpty else { return nil }; h.swapAt(0, h.count - 1); defer { if !h.isEmpty { siftDown(0) } }; return h.removeLast() }
  private mutating func siftUp(_ i: Int) { var i = i; while i > 0 { let p = (i - 1) / 2; guard h[i] < h[p] else { return }; h.swapAt(i, p); i = p } }
  private mutating func siftDown(_ i: Int) { var i = i; while true { let l = 2 * i + 1, r = l + 1; var m = i; if l < h.count && h[l] < h[m] { m = l }; if r < h.count && h[r] < h[m] { m = r }; if m == i { return }; h.swapAt(i, m); i = m } } }
var q = PriorityQueue<Event>(); for i in 0..<6 { q.push(Event(time: Double((i * 37) % 11) / 2, id: i)) }
var clock = 0.0, served: [Int] = []; while let e = q.pop() { clock = max(clock, e.time) + 0.75; served.append(e.id); if e.id == 3, clock < 5 { q.push(Event(time: clock + 1, id: 9)) } }
print(clock, served)
struct Account { var balance: Int }; var accounts = Dictionary(uniqueKeysWithValues: ["a", "b", "c"].map { ($0, Account(balance: 100)) })
for _ in 0..<10 { let ks = accounts.keys.sorted(); let f = ks[Int.random(in: 0..<3, using: &rng)], t = ks[Int.random(in: 0..<3, using: &rng)], amt = Int.random(in: 1...50, using: &rng); guard accounts[f]!.balance >= amt else { continue }; accounts[f]!.balance -= amt; accounts[t]!.balance += amt }
print(accounts.values.map(\.balance).reduce(0, +), accounts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.balance)" })
var particles = (0..<3).map { (pos: Double($0), vel: 1 - Double($0) * 0.5) }; for step in 1...3 { for i in particles.indices { particles[i].vel -= 0.1 * particles[i].pos; particles[i].pos += particles[i].vel * 0.1 }; print(step, particles.map { ($0.pos * 1000).rounded() / 1000 }) }
var grid = [[Character]](repeating: Array(repeating: ".", count: 8), count: 3); for (x, y) in [(0, 0), (3, 1), (7, 2)] { grid[y][x] = "*" }; print(grid.map { String($0) }.joined(separator: "\n"))
let temps = [21.5, 19.0, 23.25, 18.75]; let mean = temps.reduce(0, +) / Double(temps.count), variance = temps.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(temps.count - 1); print(mean, variance, variance.squareRoot(), temps.sorted()[temps.count / 2], temps.enumerated().max { $0.element < $1.element }!.offset)
func histogram(_ xs: [Int], width: Int = 3) -> [(range: Range<Int>, count: Int)] { guard let lo = xs.min(), let hi = xs.max() else { return [] }; return stride(from: lo, through: hi, by: width).map { b in (b..<b + width, xs.filter { (b..<b + width).contains($0) }.count) } }; for (r, c) in histogram([1, 2, 4, 5, 5, 9]) { print(r, String(repeating: "#", count: c)) }
func movingAverage(_ x: [Double], _ k: Int) -> [Double] { x.indices.dropLast(k - 1).map { x[$0..<$0 + k].reduce(0, +) / Double(k) } }; print(movingAverage([1, 2, 3, 4, 5], 3))
func primeFactors(_ n: Int) -> [Int] { var n = n, d = 2, f = [Int](); while d * d <= n { while n.isMultiple(of: d) { f.append(d); n /= d }; d += d == 2 ? 1 : 2 }; if n > 1 { f.append(n) }; return f }; print(primeFactors(84), primeFactors(97), primeFactors(1))
func toBinary(_ n: Int) -> String { n < 2 ? "\(n)" : toBinary(n / 2) + "\(n % 2)" }; print(toBinary(10), Int("1010", radix: 2)!, String(10, radix: 2), (0..<8).map { 10 >> (7 - $0) & 1 })
func collatzLength(_ n: Int) -> Int { var n = n, c = 1; while n != 1 { n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1; c += 1 }; return c }; let best = (1..<1000).max { collatzLength($0) < collatzLength($1) }!; print(best, collatzLength(best))
func pascal(_ n: Int) -> [[Int]] { (0..<n).reduce(into: []) { rows, i in guard let last = rows.last else { rows.append([1]); return }; rows.append(zip([0] + last, last + [0]).map(+)) } }; print(pascal(5))
func spiral(_ n: Int) -> [[Int]] { var g = Array(repeating: Array(repeating: 0, count: n), count: n), (r, c, dr, dc) = (0, 0, 0, 1); for k in 1...n * n { g[r][c] = k; let (nr, nc) = (r + dr, c + dc); if !(0..<n ~= nr && 0..<n ~= nc) || g[nr][nc] != 0 { (dr, dc) = (dc, -dr) }; r += dr; c += dc }; return g }; print(spiral(3))
// expect: [3, 1, 6, 4, 3] 0.83575763505843 false [2, 1, 3, 4] a
// expect: 5.75 [0, 3, 1, 4, 9, 2, 5]
// expect: 300 ["a:109", "b:101", "c:90"]
// expect: 1 [0.1, 1.04, 1.98]
// expect: 2 [0.199, 1.07, 1.94]
// expect: 3 [0.296, 1.089, 1.881]
// expect: *.......
// expect: ...*....
// expect: .......*
// expect: 20.625 4.604166666666667 2.1457321982639557 21.5 2
// expect: 1..<4 ##
// expect: 4..<7 ###
// expect: 7..<10 #
// expect: [2.0, 3.0, 4.0]
// expect: [2, 2, 3, 7] [97] []
// expect: 1010 10 1010 [0, 0, 0, 0, 1, 0, 1, 0]
// expect: 871 179
// expect: [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1]]
// expect: [[1, 2, 3], [8, 9, 4], [7, 6, 5]]
