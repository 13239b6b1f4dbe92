print([0.5, 1 + 2])
for v in [0.5, 1 + 2] { print(v) }
print([0, 0.5, 1 + 2].map { $0 * 2 })
print(type(of: [0.5, 1 + 2]))
func sum(_ x: [Double]) -> Double { x.reduce(0, +) }
print(sum([0.5, 1 + 2]))
print([0.5, 1 + 2].reduce(0, +))
print([0.5, 1 + 2].count, [0.5, 1 + 2].max()!)
let x = 2.0
print([x, 1 + 2], [1, 3 - 1, x * 2])
for (i, v) in [x, 10 * 2].enumerated() { print(i, v) }
print("\([0.5, 1 + 2])")
let e: [Double?] = [x, 1 + 2, nil]
print(e)
print([x, 1 + 2].sorted())
for v in [x / 2, 3 * 4 / 5] { print(v) }
print(["a": x, "b": 1 + 2]["b"]!)
print([x, Double(1 + 2)], [x, -1])
let t: Any = [x, 1 + 2]
print(t)
func show<T>(_ t: T) { print(t) }
show([x, 1 + 2])
func each<T>(_ t: [T]) { print(t) }
each([x, 1 + 2])
let u = [x, 1 + 2] as [Double]
let w = [x, 1 + 2][1]
print(w)
let two = 2.0
print([two, abs(-3)])
print([two, max(1, 2)])
print([two, min(1, 2) + 3])
print([two, Optional(3)!])
print([two, true ? 1 : 2])
print([two, -(-3)])
print([two, (1 + 2)])
print([two, (1 + 2) * 3])
print([two, { 3 }()])
print([1 + 2, 3 * 4])
let single: Float = 1.5
print([single, 1 + 2])
let byte: UInt8 = 3
print([byte, 1 + 2])
print([two, 1 + 2, 0.5 * 2, 3])
let three = 3
print([two, Double(three) + 1, 2 + 2 * two])
struct P { var a: Double }
print([P(a: 1).a, 2 * 4])
print([two, two > 1 ? 1 : 2])
print([two, 7 / 2, 7 % 2])
print([two * (1 + 2), 1])
// expect: [0.5, 3]
// expect: 0.5
// expect: 3
// expect: [0.0, 1.0, 6.0]
// expect: Array<Any>
// expect: 3.5
// expect: 3.5
// expect: 2 3.0
// expect: [2.0, 3] [1, 2, 4.0]
// expect: 0 2.0
// expect: 1 20
// expect: [0.5, 3]
// expect: [Optional(2.0), Optional(3.0), nil]
// expect: [2.0, 3.0]
// expect: 1.0
// expect: 2
// expect: 3
// expect: [2.0, 3.0] [2.0, -1.0]
// expect: [2.0, 3]
// expect: [2.0, 3]
// expect: [2.0, 3]
// expect: 3
// expect: [2.0, 3.0]
// expect: [2.0, 2.0]
// expect: [2.0, 4]
// expect: [2.0, 3.0]
// expect: [2.0, 1.0]
// expect: [2.0, 3.0]
// expect: [2.0, 3]
// expect: [2.0, 9]
// expect: [2.0, 3.0]
// expect: [3, 12]
// expect: [1.5, 3]
// expect: [3, 3]
// expect: [2.0, 3, 1.0, 3]
// expect: [2.0, 4.0, 6.0]
// expect: [1.0, 8]
// expect: [2.0, 1.0]
// expect: [2.0, 3, 1]
// expect: [6.0, 1.0]
