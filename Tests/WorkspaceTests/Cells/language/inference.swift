let a = 1
let b = 2.0
let c: Double = 3
let d = Double(a) + b * c
print(a, b, c, d) // expect: 1 2.0 3.0 7.0
let e = [1, 2.5, 3]
print(e) // expect: [1.0, 2.5, 3.0]
let f: [Float] = [1, 2]
print(f) // expect: [1.0, 2.0]
let g = a > 0 ? 1.5 : 2
print(g) // expect: 1.5
let h: UInt8 = 200
print(h &+ 100) // expect: 44
let i = -5 / 2
let j = -5 % 3
print(i, j) // expect: -2 -2
let k = 7.0 / 2
print(k) // expect: 3.5
let m: [String: [Int]] = ["x": [1], "y": []]
print(m["x"]!, m["y"]!.count) // expect: [1] 0
let n = [[1, 2], [3]]
print(n, n[0][1]) // expect: [[1, 2], [3]] 2
let o = (1, [2.0, 3])
print(o) // expect: (1, [2.0, 3.0])
let p: Int? = 5
print(p as Any, p ?? 0) // expect: Optional(5) 5
print(type(of: a), type(of: b), type(of: e), type(of: m), type(of: p), type(of: o)) // expect: Int Double Array<Double> Dictionary<String, Array<Int>> Optional<Int> (Int, Array<Double>)
