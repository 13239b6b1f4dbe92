func next<T>(_ value: T, _ step: (T) -> T?) -> T? { step(value) }
let half = 2.0
print(next(half) { $0 / 4 } ?? 0, next(2.0) { $0 } ?? 0, next(3) { $0 * 2 } ?? 0)
for guess in sequence(first: 5.0, next: { x in (x + 2 / x) / 2 }).prefix(6) { print(guess) }
let row = [1, 2, 3]
print([row.map { $0 }, row.reversed(), Array(row.dropFirst())], UInt8(ascii: "z"))
// expect: 0.5 2.0 6
// expect: 5.0
// expect: 2.7
// expect: 1.7203703703703703
// expect: 1.44145536817765
// expect: 1.4144709813677712
// expect: 1.4142135857968836
// expect: [[1, 2, 3], [3, 2, 1], [2, 3]] 122
