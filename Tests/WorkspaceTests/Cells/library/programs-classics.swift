// Matrices, primes, sorting algorithms
func matmul(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    let n = a.count, m = b[0].count, k = b.count
    var c = Array(repeating: Array(repeating: 0.0, count: m), count: n)
    for i in 0..<n { for j in 0..<m { for l in 0..<k { c[i][j] += a[i][l] * b[l][j] } } }
    return c
}
print(matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]])) // expect: [[2.0, 1.0], [4.0, 3.0]]
func transpose<T>(_ m: [[T]]) -> [[T]] { m.isEmpty ? [] : (0..<m[0].count).map { j in m.map { $0[j] } } }
print(transpose([[1, 2, 3], [4, 5, 6]])) // expect: [[1, 4], [2, 5], [3, 6]]
func sieve(_ n: Int) -> [Int] {
    var isPrime = [Bool](repeating: true, count: n + 1)
    isPrime[0] = false; isPrime[1] = false
    for i in stride(from: 2, through: Int(Double(n).squareRoot()), by: 1) where isPrime[i] { for j in stride(from: i * i, through: n, by: i) { isPrime[j] = false } }
    return isPrime.indices.filter { isPrime[$0] }
}
print(sieve(50), sieve(1000).count) // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] 168
func quicksort<T: Comparable>(_ a: [T]) -> [T] {
    guard let p = a.first else { return [] }
    let rest = a.dropFirst()
    return quicksort(rest.filter { $0 < p }) + [p] + quicksort(rest.filter { $0 >= p })
}
print(quicksort([3, 6, 1, 8, 2, 9, 2]), quicksort(["b", "a", "c"]), quicksort([2.5, -1])) // expect: [1, 2, 2, 3, 6, 8, 9] ["a", "b", "c"] [-1.0, 2.5]
func mergeSort<T: Comparable>(_ a: [T]) -> [T] {
    if a.count < 2 { return a }
    let m = a.count / 2
    let l = mergeSort(Array(a[..<m])), r = mergeSort(Array(a[m...]))
    var out: [T] = []
    out.reserveCapacity(a.count)
    var i = 0, j = 0
    while i < l.count && j < r.count { if l[i] <= r[j] { out.append(l[i]); i += 1 } else { out.append(r[j]); j += 1 } }
    return out + l[i...] + r[j...]
}
print(mergeSort([5, 2, 4, 7, 1, 3, 2, 6])) // expect: [1, 2, 2, 3, 4, 5, 6, 7]
extension Array where Element: Comparable {
    mutating func bubble() { for i in indices { for j in 0..<(count - i - 1) where self[j] > self[j + 1] { swapAt(j, j + 1) } } }
    func binarySearch(_ x: Element) -> Int? { var lo = 0, hi = count - 1; while lo <= hi { let mid = (lo + hi) / 2; if self[mid] == x { return mid }; if self[mid] < x { lo = mid + 1 } else { hi = mid - 1 } }; return nil }
    var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
var arr = [5, 1, 4, 2]
arr.bubble()
print(arr, arr.binarySearch(4) as Any) // expect: [1, 2, 4, 5] Optional(2)
print(arr.binarySearch(9) as Any, arr.isSorted) // expect: nil true
func permutations<T>(_ xs: [T]) -> [[T]] { xs.isEmpty ? [[]] : xs.indices.flatMap { i -> [[T]] in var r = xs; let x = r.remove(at: i); return permutations(r).map { [x] + $0 } } }
print(permutations([1, 2, 3]), permutations(Array("abcd")).count) // expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] 24
func powerset<T>(_ xs: [T]) -> [[T]] { xs.reduce([[]]) { acc, x in acc + acc.map { $0 + [x] } } }
print(powerset([1, 2, 3])) // expect: [[], [1], [2], [1, 2], [3], [1, 3], [2, 3], [1, 2, 3]]
func collatz(_ n: Int) -> [Int] { Array(sequence(first: n) { $0 == 1 ? nil : $0 % 2 == 0 ? $0 / 2 : 3 * $0 + 1 }) }
print(collatz(6), (1..<30).map { ($0, collatz($0).count) }.max { $0.1 < $1.1 }!) // expect: [6, 3, 10, 5, 16, 8, 4, 2, 1] (27, 112)
var memo: [Int: Int] = [:]
func fib(_ n: Int) -> Int { if n < 2 { return n }; if let m = memo[n] { return m }; let v = fib(n - 1) + fib(n - 2); memo[n] = v; return v }
print(fib(80), memo.count) // expect: 23416728348467685 79
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String, _ moves: inout [String]) { if n == 0 { return }; hanoi(n - 1, a, c, b, &moves); moves.append("\(a)\(c)"); hanoi(n - 1, b, a, c, &moves) }
var moves: [String] = []
hanoi(3, "A", "B", "C", &moves)
print(moves.count, moves.joined(separator: " ")) // expect: 7 AC AB CB AC BA BC AC
print(stride(from: 1.0, to: 2.0, by: 0.25).map { $0 * $0 }, (1...5).map { 1.0 / Double($0) }.reduce(0, +)) // expect: [1.0, 1.5625, 2.25, 3.0625] 2.283333333333333
let pascal = (0..<6).map { n in (0...n).reduce(into: [Int]()) { row, k in row.append(k == 0 ? 1 : row[k - 1] * (n - k + 1) / k) } }
for row in pascal { print(row.map(String.init).joined(separator: " ")) }
// expect: 1
// expect: 1 1
// expect: 1 2 1
// expect: 1 3 3 1
// expect: 1 4 6 4 1
// expect: 1 5 10 10 5 1
print((1...20).map { $0 % 15 == 0 ? "FizzBuzz" : $0 % 5 == 0 ? "Buzz" : $0 % 3 == 0 ? "Fizz" : "\($0)" }.joined(separator: ","))
// expect: 1,2,Fizz,4,Buzz,Fizz,7,8,Fizz,Buzz,11,Fizz,13,14,FizzBuzz,16,17,Fizz,19,Buzz
