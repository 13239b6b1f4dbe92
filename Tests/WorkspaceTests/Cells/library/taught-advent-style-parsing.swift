let input = """
move 3 from 1 to 2
move 1 from 2 to 3

noop
addx 3
addx -5
"""
let sections = input.split(separator: "\n\n"); print(sections.count)
struct Move { let n, from, to: Int; init?(_ l: Substring) { let p = l.split(separator: " "); guard p.count == 6, p[0] == "move", let n = Int(p[1]), let f = Int(p[3]), let t = Int(p[5]) else { return nil }; (self.n, from, to) = (n, f - 1, t - 1) } }
var stacks = ["ABC", "D", "E"].map { Array($0) }
for m in input.split(separator: "\n").compactMap(Move.init) { for _ in 0..<m.n { if let c = stacks[m.from].popLast() { stacks[m.to].append(c) } } }
print(stacks.map { String($0) }, String(stacks.compactMap(\.last)))
enum Instr { case noop, addx(Int); init?(_ s: Substring) { switch s.prefix(4) { case "noop": self = .noop; case "addx": guard let v = Int(s.dropFirst(5)) else { return nil }; self = .addx(v); default: return nil } } ; var cycles: Int { if case .noop = self { return 1 } else { return 2 } } }
var x = 1, cycle = 0, trace: [Int] = []
for case let i? in input.split(separator: "\n").map(Instr.init) { for _ in 0..<i.cycles { cycle += 1; trace.append(cycle * x) }; if case .addx(let v) = i { x += v } }
print(trace, x)
let grid = ["30373", "25512", "65332", "33549", "35390"].map { $0.map { Int(String($0))! } }
func visible(_ r: Int, _ c: Int) -> Bool { let h = grid[r][c], row = grid[r], col = grid.map { $0[c] }; return row[..<c].allSatisfy { $0 < h } || row[(c + 1)...].allSatisfy { $0 < h } || col[..<r].allSatisfy { $0 < h } || col[(r + 1)...].allSatisfy { $0 < h } }
print((0..<5).flatMap { r in (0..<5).map { (r, $0) } }.filter { visible($0.0, $0.1) }.count)
func score(_ a: ArraySlice<Int>, _ h: Int) -> Int { if let i = a.firstIndex(where: { $0 >= h }) { return i - a.startIndex + 1 }; return a.count }
print(score(grid[0][1...], 3), grid[2].reversed().map(String.init).joined())
let pairs = "2-4,6-8\n2-8,3-7".split(separator: "\n").map { $0.split(separator: ",").map { r -> ClosedRange<Int> in let b = r.split(separator: "-").map { Int($0)! }; return b[0]...b[1] } }
print(pairs.filter { $0[0].contains($0[1].lowerBound) && $0[0].contains($0[1].upperBound) }.count, pairs.map { $0[0].overlaps($0[1]) }, pairs[0][0].clamped(to: 3...9))
let rucksack = "vJrwpWtwJgWrhcsFMMfFFhFp"; let half = rucksack.index(rucksack.startIndex, offsetBy: rucksack.count / 2); let common = Set(rucksack[..<half]).intersection(rucksack[half...])
func prio(_ c: Character) -> Int { Int(c.asciiValue!) - (c.isLowercase ? 96 : 38) }; print(common, common.map(prio))
func firstMarker(_ s: String, _ n: Int) -> Int? { let a = Array(s); return (n...a.count).first { Set(a[($0 - n)..<$0]).count == n } }
print(firstMarker("mjqjpqmgbljsphdztnvjfqwrcgsmlb", 4)!, firstMarker("aaaa", 4) as Any)
struct Dir { var files: [String: Int] = [:], dirs: [String: Dir] = [:]; var size: Int { files.values.reduce(0, +) + dirs.values.reduce(0) { $0 + $1.size } }
  mutating func add(_ path: ArraySlice<String>, _ size: Int) { guard let f = path.first else { return }; if path.count == 1 { files[f] = size } else { dirs[f, default: Dir()].add(path.dropFirst(), size) } }
  func walk(_ depth: Int = 0, _ visit: (String, Int, Int) -> Void) { for (n, d) in dirs.sorted(by: { $0.key < $1.key }) { visit(n, d.size, depth); d.walk(depth + 1, visit) } } }
var root = Dir(); for (p, s) in [("a/b/x", 10), ("a/y", 5), ("z", 1)] { root.add(p.split(separator: "/").map(String.init)[...], s) }
print(root.size); root.walk { print(String(repeating: "  ", count: $2) + "\($0) \($1)") }
var pos = (x: 0, y: 0), seen: Set<[Int]> = [[0, 0]]; for c in "R4 U2 L3".split(separator: " ") { let n = Int(c.dropFirst())!; for _ in 0..<n { switch c.first! { case "R": pos.x += 1; case "L": pos.x -= 1; case "U": pos.y += 1; default: pos.y -= 1 }; seen.insert([pos.x, pos.y]) } }; print(seen.count, pos)
let monkeys: [String: (String) -> Int] = ["len": \.count, "int": { Int($0) ?? 0 }]; print(monkeys["len"]!("abcd"), monkeys["int"]!("12"))
var memo: [Int: Int] = [:]; func ways(_ n: Int) -> Int { if n < 2 { return 1 }; if let m = memo[n] { return m }; let r = ways(n - 1) + ways(n - 2); memo[n] = r; return r }; print(ways(50))
func permutations<T>(_ a: [T]) -> [[T]] { a.isEmpty ? [[]] : a.indices.flatMap { i -> [[T]] in var r = a; let x = r.remove(at: i); return permutations(r).map { [x] + $0 } } }; print(permutations([1, 2, 3]))
func combos<T>(_ a: [T], _ k: Int) -> [[T]] { k == 0 ? [[]] : a.isEmpty ? [] : combos(Array(a.dropFirst()), k - 1).map { [a[0]] + $0 } + combos(Array(a.dropFirst()), k) }; print(combos(["a", "b", "c"], 2))
func subsets<T>(_ a: [T]) -> [[T]] { (0..<(1 << a.count)).map { m in a.indices.filter { m >> $0 & 1 == 1 }.map { a[$0] } } }; print(subsets([1, 2, 3]))
func hanoi(_ n: Int, _ a: String = "A", _ b: String = "B", _ c: String = "C", _ move: (String, String) -> Void) { if n == 0 { return }; hanoi(n - 1, a, c, b, move); move(a, c); hanoi(n - 1, b, a, c, move) }; var moves: [String] = []; hanoi(3) { moves.append($0 + $1) }; print(moves.count, moves)
func lcs(_ a: String, _ b: String) -> String { let (a, b) = (Array(a), Array(b)); var t = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1); for i in a.indices { for j in b.indices { t[i + 1][j + 1] = a[i] == b[j] ? t[i][j] + 1 : max(t[i][j + 1], t[i + 1][j]) } }; var (i, j, o) = (a.count, b.count, [Character]()); while i > 0 && j > 0 { if a[i - 1] == b[j - 1] { o.append(a[i - 1]); i -= 1; j -= 1 } else if t[i - 1][j] >= t[i][j - 1] { i -= 1 } else { j -= 1 } }; return String(o.reversed()) }; print(lcs("AGGTAB", "GXTXAYB"))
func edit(_ a: String, _ b: String) -> Int { let b = Array(b); var row = Array(0...b.count); for (i, ca) in a.enumerated() { var prev = row[0]; row[0] = i + 1; for j in b.indices { let cur = row[j + 1]; row[j + 1] = ca == b[j] ? prev : 1 + min(prev, row[j], cur); prev = cur } }; return row.last! }; print(edit("kitten", "sitting"), edit("", "abc"))
func knapsack(_ items: [(w: Int, v: Int)], _ cap: Int) -> Int { var best = Array(repeating: 0, count: cap + 1); for it in items { for c in stride(from: cap, through: it.w, by: -1) { best[c] = max(best[c], best[c - it.w] + it.v) } }; return best[cap] }; print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
func queens(_ n: Int) -> Int { var cols = Set<Int>(), d1 = Set<Int>(), d2 = Set<Int>(); func place(_ r: Int) -> Int { if r == n { return 1 }; var t = 0; for c in 0..<n where !cols.contains(c) && !d1.contains(r + c) && !d2.contains(r - c) { cols.insert(c); d1.insert(r + c); d2.insert(r - c); t += place(r + 1); cols.remove(c); d1.remove(r + c); d2.remove(r - c) }; return t }; return place(0) }; print((1...6).map(queens))
// expect: 2
// expect: ["", "DCB", "EA"] BA
// expect: [1, 2, 3, 16, 20] -1
// expect: 21
// expect: 2 23356
// expect: 1 [false, true] 3...4
// expect: ["p"] [16]
// expect: 7 nil
// expect: 16
// expect: a 15
// expect:   b 10
// expect: 10 (x: 1, y: 2)
// expect: 4 12
// expect: 20365011074
// expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
// expect: [["a", "b"], ["a", "c"], ["b", "c"]]
// expect: [[], [1], [2], [1, 2], [3], [1, 3], [2, 3], [1, 2, 3]]
// expect: 7 ["AC", "AB", "CB", "AC", "BA", "BC", "AC"]
// expect: GTAB
// expect: 3 3
// expect: 9
// expect: [1, 0, 0, 2, 10, 4]
