let r = 1..<5
print(r, r.count, r.contains(4), r.contains(5), r.lowerBound, r.upperBound, r.isEmpty) // expect: 1..<5 4 true false 1 5 false
let c = 1...5
print(c, c.count, c.contains(5), Array(c), c.reversed() as [Int], c.map { $0 * 2 }) // expect: 1...5 5 true [1, 2, 3, 4, 5] [5, 4, 3, 2, 1] [2, 4, 6, 8, 10]
print((0..<0).isEmpty, (1..<3) == (1..<3), r.sum, c.min()!, c.max()!) // expect: true true 10 1 5
extension Range where Bound == Int { var sum: Int { reduce(0, +) } }
print((0.0...1.0).contains(0.5), (0..<10).filter { $0 % 3 == 0 }, ("a"..."f").contains("c")) // expect: true [0, 3, 6, 9] true
print((1...3).flatMap { Array(repeating: $0, count: $0) }, (1...10).prefix(3).map { $0 }, (1...3).reduce(1, *)) // expect: [1, 2, 2, 3, 3, 3] [1, 2, 3] 6
for i in r.dropFirst() { print(i, terminator: " ") }
print() // expect: 2 3 4 
print(5 ~= 5, (1...3) ~= 2, r.first!, r.last!, (1..<10).clamped(to: 5..<20), r.overlaps(4..<9)) // expect: true true 1 4 5..<10 true
print(stride(from: 0, to: 1, by: 0.25).map { $0 }, Array(stride(from: 5, through: 1, by: -2))) // expect: [0.0, 0.25, 0.5, 0.75] [5, 3, 1]
print((0..<5).randomElement() != nil, (0..<3).shuffled().count, [1, 2, 3][(1...)], [1, 2, 3].indices) // expect: true 3 [2, 3] 0..<3
