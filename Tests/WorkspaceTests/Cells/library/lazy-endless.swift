// Lazy and infinite
for x in (1...).lazy.map({ $0 * $0 }).filter({ $0 % 2 == 1 }).prefix(5) { print(x) }
let firstBig = (1...).lazy.map { $0 * $0 * $0 }.first(where: { $0 > 1000 })
print(firstBig ?? -1)
let squares = (1...).lazy.map { n -> Int in print("sq \(n)"); return n * n }
for s in squares.prefix(3) { print("got \(s)") }
print(Array(squares.filter { $0 % 2 == 0 }.prefix(2)))
let powers = sequence(first: 1) { $0 < 1_000 ? $0 * 3 : nil }
print(Array(powers))
print(sequence(first: 1, next: { $0 * 2 }).prefix(10).map { $0 })
let heron = sequence(first: 5.0) { x in (x + 2 / x) / 2 }
for h in heron.prefix(6) { print(h) }
let fib = sequence(state: (0, 1)) { (s: inout (Int, Int)) -> Int? in
    let r = s.0
    s = (s.1, s.0 + s.1)
    return r
}
print(fib.prefix(while: { $0 < 100 }))
print(Array(fib.lazy.filter { $0 % 2 == 0 }.prefix(6)))
let l = [1, 2, 3, 4, 5, 6].lazy
    .filter { n -> Bool in print("f\(n)", terminator: " "); return n % 2 == 0 }
    .map { n -> Int in print("m\(n)", terminator: " "); return n * 10 }
print(l.first!)
print(l.contains(40))
print(Array(l))
print(l.reduce(0, +))
let z = zip(1..., "abc")
for (i, c) in z { print(i, c) }
for (i, c) in zip((0...).lazy.map { $0 * 10 }, ["x", "y"]) { print(i, c) }
let primes = (2...).lazy.filter { n in !(2..<n).contains { n % $0 == 0 } }
print(Array(primes.prefix(10)))
print(primes.drop(while: { $0 < 50 }).prefix(3).map { "\($0)" }.joined(separator: "-"))
print((1...3).lazy.flatMap { [$0, $0 * 10] }.map { $0 + 1 }.reduce(0, +))
print(Array(["1", "x", "3"].lazy.compactMap { Int($0) }))
print([3, 1, 2].lazy.sorted())
print([[1], [2, 3]].lazy.joined().map { $0 * 2 })
print((1...10).lazy.reversed().map { $0 * 2 }.prefix(3).reduce(0, +))
var count = 0
let counted = (1...5).lazy.map { x -> Int in count += 1; return x }
_ = counted.max()
print(count, counted.count, count)
print(stride(from: 0, to: 1, by: 0.25).lazy.map { $0 * 2 }.map { $0 }.reduce(0, +))
print(Array((1...4).lazy.map { $0 * 2 }.dropFirst(2)))
print((0..<3).lazy.map(String.init).joined(separator: ","))
// expect: 1
// expect: 9
// expect: 25
// expect: 49
// expect: 81
// expect: 1331
// expect: sq 1
// expect: got 1
// expect: sq 2
// expect: got 4
// expect: sq 3
// expect: got 9
// expect: sq 1
// expect: sq 2
// expect: sq 3
// expect: sq 4
// expect: [4, 16]
// expect: [1, 3, 9, 27, 81, 243, 729, 2187]
// expect: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
// expect: 5.0
// expect: 2.7
// expect: 1.7203703703703703
// expect: 1.44145536817765
// expect: 1.4144709813677712
// expect: 1.4142135857968836
// expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
// expect: [0, 2, 8, 34, 144, 610]
// expect: f1 f2 m2 20
// expect: f1 f2 m2 f3 f4 m4 true
// expect: f1 f2 m2 f3 f4 m4 f5 f6 m6 [20, 40, 60]
// expect: f1 f2 m2 f3 f4 m4 f5 f6 m6 120
// expect: 1 a
// expect: 2 b
// expect: 3 c
// expect: 0 x
// expect: 10 y
// expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
// expect: 53-59-61
// expect: 72
// expect: [1, 3]
// expect: [1, 2, 3]
// expect: LazyMapSequence<FlattenSequence<Array<Array<Int>>>, Int>(_base: Swift.FlattenSequence<Swift.Array<Swift.Array<Swift.Int>>>(_base: [[1], [2, 3]]), _transform: (Function))
// expect: 54
// expect: 5 5 5
// expect: 3.0
// expect: [6, 8]
// expect: 0,1,2
