// Typical puzzle solutions
let input = """
    seeds: 79 14 55 13
    move 1 from 2 to 1
    move 3 from 1 to 3
    $ cd a
    14848514 b.txt
    R 4, U 12, L 3, D 20
    1-3 a: abcde
    0,9 -> 5,9
    """
let lines = input.split(separator: "\n").map(String.init)
let seeds = lines[0].split(separator: ":")[1].split(separator: " ").compactMap { Int($0) }; print(seeds, stride(from: 0, to: seeds.count, by: 2).map { seeds[$0]..<seeds[$0] + seeds[$0 + 1] })
for line in lines[1...2] { let w = line.split(separator: " "); if let n = Int(w[1]), let a = Int(w[3]), let b = Int(w[5]) { print(n, a, b, terminator: "; ") } }
let moves = lines[5].components(", ").map { m -> (dx: Int, dy: Int) in let n = Int(m.dropFirst(2))!; switch m.first! { case "R": return (n, 0); case "L": return (-n, 0); case "U": return (0, n); default: return (0, -n) } }
extension String { func components(_ sep: String) -> [Substring] { var out: [Substring] = [], rest = self[...]; while let r = rest.firstRange(of: sep) { out.append(rest[..<r.lowerBound]); rest = rest[r.upperBound...] }; return out + [rest] } }
struct Point: Hashable { var x = 0, y = 0; static func += (p: inout Point, d: (Int, Int)) { p.x += d.0; p.y += d.1 }; var manhattan: Int { abs(x) + abs(y) }; var around: [Point] { [(0, 1), (1, 0), (0, -1), (-1, 0)].map { Point(x: x + $0.0, y: y + $0.1) } } }
var pos = Point(), seen: Set<Point> = [pos]; for m in moves { for _ in 0..<max(abs(m.dx), abs(m.dy)) { pos += (m.dx.signum(), m.dy.signum()); seen.insert(pos) } }; print("\n", pos, seen.count, seen.map(\.manhattan).max()!)
let pw = lines[6].split { " -:".contains($0) }; if let lo = Int(pw[0]), let hi = Int(pw[1]), let ch = pw[2].first { let n = pw[3].filter { $0 == ch }.count; print((lo...hi).contains(n), lo...hi ~= n, pw[3].enumerated().filter { $0.element == ch }.map(\.offset)) }
let ends = lines[7].split(separator: " -> ").map { $0.split(separator: ",").map { Int($0)! } }; let (x1, y1, x2, y2) = (ends[0][0], ends[0][1], ends[1][0], ends[1][1]); print(stride(from: x1, through: x2, by: x2 >= x1 ? 1 : -1).map { "(\($0),\(y1 == y2 ? y1 : -1))" }.joined())
var sizes: [String: Int] = [:], path: [String] = []; for cmd in ["$ cd /", "$ ls", "dir a", "100 x", "$ cd a", "50 y", "$ cd ..", "25 z"] { let p = cmd.split(separator: " "); switch (p[0], p[1]) { case ("$", "cd") where p[2] == "..": path.removeLast(); case ("$", "cd"): path.append(String(p[2])); case ("$", _), ("dir", _): continue; case (let n, _): for i in path.indices { sizes[path[...i].joined(separator: "/"), default: 0] += Int(n) ?? 0 } } }; print(sizes.sorted { $0.value > $1.value }.map { "\($0.key)=\($0.value)" })
let grid = ["30373", "25512", "65332"].map { $0.compactMap(\.wholeNumberValue) }; let cols = grid[0].indices.map { c in grid.map { $0[c] } }; print(cols[1], grid.enumerated().flatMap { r, row in row.enumerated().filter { c, v in row[..<c].allSatisfy { $0 < v } || cols[c][(r + 1)...].allSatisfy { $0 < v } }.map { _ in 1 } }.count)
func priority(_ c: Character) -> Int { let a = Int(c.asciiValue!); return c.isLowercase ? a - 96 : a - 38 }; print("vJrwpWtwJgWr".reduce(into: Set<Character>()) { $0.insert($1) }.map(priority).sorted(), ["vJrw", "pJtw"].map(Set.init).reduce(Set("Jw")) { $0.intersection($1) }.sorted())
let stacks0 = ["    [D]    ", "[N] [C]    ", "[Z] [M] [P]"]; var stacks = (0..<3).map { i in stacks0.reversed().compactMap { row -> Character? in let c = Array(row)[1 + 4 * i]; return c == " " ? nil : c } }; for (n, a, b) in [(1, 2, 1), (3, 1, 3)] { let top = stacks[a - 1].suffix(n); stacks[a - 1].removeLast(n); stacks[b - 1] += top.reversed() }; print(stacks.map { String($0) }, String(stacks.compactMap(\.last)))
func hexToBin(_ s: String) -> String { s.compactMap { c in c.hexDigitValue.map { v in let b = String(v, radix: 2); return String(repeating: "0", count: 4 - b.count) + b } }.joined() }; print(hexToBin("D2FE28"), Int("110100101111111000101", radix: 2)!, String(255, radix: 16, uppercase: true), "1011".reduce(0) { $0 << 1 | ($1 == "1" ? 1 : 0) })
indirect enum Snail: CustomStringConvertible { case n(Int), p(Snail, Snail); var mag: Int { switch self { case .n(let v): v; case .p(let a, let b): 3 * a.mag + 2 * b.mag } }; var description: String { switch self { case .n(let v): "\(v)"; case .p(let a, let b): "[\(a),\(b)]" } }
    static func parse(_ s: inout Substring) -> Snail { if s.first == "[" { s.removeFirst(); let a = parse(&s); s.removeFirst(); let b = parse(&s); s.removeFirst(); return .p(a, b) }; return .n(s.removeFirst().wholeNumberValue!) }
    func split() -> Snail? { switch self { case .n(let v) where v > 9: return .p(.n(v / 2), .n((v + 1) / 2)); case .p(let a, let b): if let l = a.split() { return .p(l, b) }; return b.split().map { .p(a, $0) }; default: return nil } } }
var sn = "[[1,2],[[3,4],5]]"[...]; let snail = Snail.parse(&sn); print(snail, snail.mag, Snail.p(.n(15), snail).split()!, snail.split() as Any)
var fish = [3, 4, 3, 1, 2].reduce(into: [Int](repeating: 0, count: 9)) { $0[$1] += 1 }; for _ in 0..<80 { let born = fish.removeFirst(); fish[6] += born; fish.append(born) }; print(fish.reduce(0, +)); let crabs = [16, 1, 2, 0, 4, 2, 7, 1, 2, 14]; print((crabs.min()!...crabs.max()!).map { t in crabs.map { abs($0 - t) }.reduce(0, +) }.min()!, crabs.sorted()[crabs.count / 2])
let caves = ["start-A", "A-b", "A-end", "b-end", "A-c"].reduce(into: [String: [String]]()) { g, e in let p = e.split(separator: "-").map(String.init); g[p[0], default: []].append(p[1]); g[p[1], default: []].append(p[0]) }; func paths(_ at: String, _ seen: Set<String>) -> Int { at == "end" ? 1 : caves[at, default: []].filter { !seen.contains($0) }.reduce(0) { n, next in n + paths(next, at.allSatisfy(\.isLowercase) ? seen.union([at]) : seen) } }; print(paths("start", []))
let scores = ["(": 1, "[": 2, "{": 3, "<": 4] as [Character: Int], close: [Character: Character] = ["(": ")", "[": "]", "{": "}", "<": ">"]; func complete(_ s: String) -> Int? { var st: [Character] = []; for ch in s { if close.keys.contains(ch) { st.append(ch) } else if let t = st.popLast(), close[t] == ch { continue } else { return nil } }; return st.reversed().reduce(0) { $0 * 5 + scores[$1]! } }; print(complete("[({(<(())[]>[[{[]{<()<>>") as Any, complete("(]") as Any)
var octo = [[5, 9], [8, 1]], flashes = 0; for _ in 1...3 { var stack = [(Int, Int)](); for r in 0..<2 { for c in 0..<2 { octo[r][c] += 1; if octo[r][c] == 10 { stack.append((r, c)) } } }; while let (r, c) = stack.popLast() { flashes += 1; for dr in -1...1 { for dc in -1...1 where octo.indices ~= r + dr && octo[0].indices ~= c + dc { octo[r + dr][c + dc] += 1; if octo[r + dr][c + dc] == 10 { stack.append((r + dr, c + dc)) } } } }; for r in octo.indices { for c in octo[r].indices where octo[r][c] > 9 { octo[r][c] = 0 } } }; print(octo, flashes)
// expect: [79, 14, 55, 13] [Range(79..<93), Range(55..<68)]
// expect: 1 2 1; 3 1 3;
// expect:  Point(x: 1, y: -8) 39 16
// expect: true true [0]
// expect: (0,9)(1,9)(2,9)(3,9)(4,9)(5,9)
// expect: ["/=175", "//a=50"]
// expect: [0, 5, 5] 11
// expect: [7, 16, 18, 20, 22, 23, 36, 49] ["J", "w"]
// expect: ["", "MC", "PDNZ"] CZ
// expect: 110100101111111000101000 1728453 FF 11
// expect: [[1,2],[[3,4],5]] 143 [[7,8],[[1,2],[[3,4],5]]] nil
// expect: 5934
// expect: 37 2
// expect: 7
// expect: Optional(288957) nil
// expect: [[0, 3], [3, 7]] 3
