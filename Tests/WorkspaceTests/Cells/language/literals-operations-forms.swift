let x = 2.0
print([x, abs(-3)]) // expect: [2.0, 3.0]
print([x, max(1, 2)]) // expect: [2.0, 2.0]
print([x, min(1, 2) + 3]) // expect: [2.0, 4]
print([x, Optional(3)!]) // expect: [2.0, 3.0]
print([x, true ? 1 : 2]) // expect: [2.0, 1.0]
print([x, -(-3)]) // expect: [2.0, 3.0]
print([x, (1 + 2)]) // expect: [2.0, 3]
print([x, (1 + 2) * 3]) // expect: [2.0, 9]
print([x, { 3 }()]) // expect: [2.0, 3.0]
print([1 + 2, 3 * 4]) // expect: [3, 12]
let y: Float = 1.5
print([y, 1 + 2]) // expect: [1.5, 3]
let u: UInt8 = 3
print([u, 1 + 2]) // expect: [3, 3]
print([x, 1 + 2, 0.5 * 2, 3]) // expect: [2.0, 3, 1.0, 3]
let i = 3
print([x, Double(i) + 1, 2 + 2 * x]) // expect: [2.0, 4.0, 6.0]
struct P { var a: Double }
print([P(a: 1).a, 2 * 4]) // expect: [1.0, 8]
print([x, x > 1 ? 1 : 2]) // expect: [2.0, 1.0]
print([x, 7 / 2, 7 % 2]) // expect: [2.0, 3, 1]
print([x * (1 + 2), 1]) // expect: [6.0, 1.0]
