// What is read in the middle of being changed, and what is changed deep inside of something.
var s = "a"
s += s
s += s + "-" + s
print(s) // expect: aaaa-aa
var d: [String: [Int]] = [:]
d["a", default: []].append(1)
d["a", default: []].append(2)
d["b", default: [7]].append(3)
print(d["a"]!, d["b"]!) // expect: [1, 2] [7, 3]
var c: [Character: Int] = [:]
for ch in "hello world" { c[ch, default: 0] += 1 }
print(c["l"]!, c["o"]!, c.count) // expect: 3 2 8
let t = "x" + "y" + String(3) + "z" + s
print(t) // expect: xy3zaaaa-aa
struct P { var a: [Int]; var n: (x: Double, y: [String]) }
var ps = [P(a: [1, 2], n: (1.5, ["u"])), P(a: [3], n: (2.5, ["v", "w"]))]
print(ps[1].n.y[1], ps[0].a[1], ps[1].n.x) // expect: w 2 2.5
ps[0].a[1] += ps[1].a[0]
ps[1].n.y.append(ps[0].n.y[0])
print(ps) // expect: [main.P(a: [1, 5], n: (x: 1.5, y: ["u"])), main.P(a: [3], n: (x: 2.5, y: ["v", "w", "u"]))]
let before = ps
ps[0].a[0] = 9
ps[0].n.x += 1
print(before[0].a, before[0].n.x, ps[0].a, ps[0].n.x) // expect: [1, 5] 1.5 [9, 5] 2.5
func corner(_ m: [[Int]], _ i: Int) -> Int { m[i][i] + m[m.count - 1 - i][i] }
print(corner([[1, 2], [3, 4]], 1)) // expect: 6
// ---
var out: [Int] = []
for i in stride(from: 10, to: 0, by: -3) { out.append(i) }
for i in stride(from: 0, through: 9, by: 3) { out.append(i) }
for i in stride(from: 5, to: 5, by: 1) { out.append(i) }
for i in stride(from: 5, through: 5, by: -1) { out.append(i) }
print(out) // expect: [10, 7, 4, 1, 0, 3, 6, 9, 5]
let k = -2
var down: [Int] = []
for i in stride(from: 4, through: -4, by: k) where i != 0 {
    if i == -2 { continue }
    down.append(i)
}
for var i in stride(from: 0, to: 3, by: 1) {
    i *= 10
    down.append(i)
}
print(down) // expect: [4, 2, -4, 0, 10, 20]
for i in stride(from: Int.max - 5, through: Int.max, by: 4) { print(i) }
// expect: 9223372036854775802
// expect: 9223372036854775806
