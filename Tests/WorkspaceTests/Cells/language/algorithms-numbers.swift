// Number theory, big integers, matrices, combinatorics
func sieve(_ n: Int) -> [Int] { var isPrime = [Bool](repeating: true, count: n + 1); isPrime[0] = false; if n > 0 { isPrime[1] = false }; var i = 2; while i * i <= n { if isPrime[i] { for j in stride(from: i * i, through: n, by: i) { isPrime[j] = false } }; i += 1 }; return isPrime.indices.filter { isPrime[$0] } }
print(sieve(60), sieve(1000).count) // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59] 168
func factorize(_ n: Int) -> [(prime: Int, power: Int)] { var n = n, result: [(Int, Int)] = [], p = 2; while p * p <= n { var k = 0; while n % p == 0 { n /= p; k += 1 }; if k > 0 { result.append((p, k)) }; p += p == 2 ? 1 : 2 }; if n > 1 { result.append((n, 1)) }; return result }
print(factorize(360), factorize(97), factorize(1_000_000_007 * 2).map { "\($0.prime)^\($0.power)" }.joined(separator: " * "))
// expect: [(prime: 2, power: 3), (prime: 3, power: 2), (prime: 5, power: 1)] [(prime: 97, power: 1)] 2^1 * 1000000007^1
func powmod(_ b: UInt64, _ e: UInt64, _ m: UInt64) -> UInt64 { var r: UInt64 = 1, b = b % m, e = e; while e > 0 { if e & 1 == 1 { let (hi, lo) = r.multipliedFullWidth(by: b); r = m.dividingFullWidth((hi, lo)).remainder }; let (h, l) = b.multipliedFullWidth(by: b); b = m.dividingFullWidth((h, l)).remainder; e >>= 1 }; return r }
func isPrime(_ n: UInt64) -> Bool { if n < 2 { return false }; for p: UInt64 in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37] { if n == p { return true }; if n % p == 0 { return false } }; var d = n - 1, s = 0; while d % 2 == 0 { d /= 2; s += 1 }
    witness: for a in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37] as [UInt64] { var x = powmod(a, d, n); if x == 1 || x == n - 1 { continue }; for _ in 1..<s { let (h, l) = x.multipliedFullWidth(by: x); x = n.dividingFullWidth((h, l)).remainder; if x == n - 1 { continue witness } }; return false }; return true }
print(isPrime(18446744073709551557), isPrime(18446744073709551556), isPrime(1_000_000_007), powmod(2, 100, 1_000_000_007))
// expect: true false true 976371285
struct BigInt: Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral { var digits: [UInt32]; static let base: UInt64 = 1_000_000_000
    init(integerLiteral v: UInt) { self.init(v) }; init(_ v: UInt) { digits = []; var v = v; repeat { digits.append(UInt32(v % 1_000_000_000)); v /= 1_000_000_000 } while v > 0 }; private init(digits: [UInt32]) { self.digits = digits; while self.digits.count > 1, self.digits.last == 0 { self.digits.removeLast() } }
    static func + (a: BigInt, b: BigInt) -> BigInt { var r: [UInt32] = [], carry: UInt64 = 0; for i in 0..<max(a.digits.count, b.digits.count) { let s = carry + UInt64(i < a.digits.count ? a.digits[i] : 0) + UInt64(i < b.digits.count ? b.digits[i] : 0); r.append(UInt32(s % base)); carry = s / base }; if carry > 0 { r.append(UInt32(carry)) }; return BigInt(digits: r) }
    static func * (a: BigInt, b: BigInt) -> BigInt { var r = [UInt64](repeating: 0, count: a.digits.count + b.digits.count); for (i, x) in a.digits.enumerated() { var carry: UInt64 = 0; for (j, y) in b.digits.enumerated() { let t = UInt64(x) * UInt64(y) + r[i + j] + carry; r[i + j] = t % base; carry = t / base }; r[i + b.digits.count] += carry }; return BigInt(digits: r.map { UInt32($0) }) }
    static func < (a: BigInt, b: BigInt) -> Bool { a.digits.count != b.digits.count ? a.digits.count < b.digits.count : a.digits.reversed().lexicographicallyPrecedes(b.digits.reversed()) }
    var description: String { String(digits.last!) + digits.dropLast().reversed().map { d in let s = String(d); return String(repeating: "0", count: 9 - s.count) + s }.joined() } }
func factorial(_ n: UInt) -> BigInt { n == 0 ? 1 : (1...n).reduce(1 as BigInt) { $0 * BigInt($1) } }
print(factorial(30), factorial(50), factorial(20) < factorial(21)); var (fa, fb): (BigInt, BigInt) = (0, 1); for _ in 0..<200 { (fa, fb) = (fb, fa + fb) }; print(fa)
// expect: 265252859812191058636308480000000 30414093201713378043612608166064768844377641568960512000000000000 true
// expect: 280571172992510140037611932413038677189525
struct Matrix: Equatable { var rows: [[Int]]; static func * (a: Matrix, b: Matrix) -> Matrix { Matrix(rows: a.rows.map { r in b.rows[0].indices.map { j in zip(r, b.rows).reduce(0) { $0 + $1.0 * $1.1[j] } } }) }; static func identity(_ n: Int) -> Matrix { Matrix(rows: (0..<n).map { i in (0..<n).map { $0 == i ? 1 : 0 } }) }; func power(_ n: Int) -> Matrix { n == 0 ? .identity(rows.count) : n % 2 == 1 ? self * power(n - 1) : { $0 * $0 }(power(n / 2)) }; var transposed: Matrix { Matrix(rows: rows[0].indices.map { j in rows.map { $0[j] } }) }
    var determinant: Int { rows.count == 1 ? rows[0][0] : rows[0].enumerated().reduce(0) { acc, e in let minor = Matrix(rows: rows.dropFirst().map { r in r.enumerated().filter { $0.offset != e.offset }.map(\.element) }); return acc + (e.offset % 2 == 0 ? 1 : -1) * e.element * minor.determinant } } }
let m = Matrix(rows: [[1, 1], [1, 0]]); print(m.power(50).rows[0][1], m.transposed == m, Matrix(rows: [[2, -3, 1], [2, 0, -1], [1, 4, 5]]).determinant, Matrix(rows: [[1, 2, 3], [4, 5, 6]]).transposed.rows)
// expect: 12586269025 true 49 [[1, 4], [2, 5], [3, 6]]
func permutations<T>(_ xs: [T]) -> [[T]] { guard let first = xs.first else { return [[]] }; return permutations(Array(xs.dropFirst())).flatMap { p in (0...p.count).map { i in Array(p[..<i]) + [first] + Array(p[i...]) } } }
func combinations<T>(_ xs: ArraySlice<T>, _ k: Int) -> [[T]] { if k == 0 { return [[]] }; guard let f = xs.first else { return [] }; let rest = xs.dropFirst(); return combinations(rest, k - 1).map { [f] + $0 } + combinations(rest, k) }
print(permutations([1, 2, 3]), permutations(Array("abcd")).count, combinations([1, 2, 3, 4][...], 2), combinations(Array("abc")[...], 2).map { String($0) }, (0..<8).map { b in [1, 2, 3].enumerated().filter { b >> $0.offset & 1 == 1 }.map(\.element) })
// expect: [[1, 2, 3], [2, 1, 3], [2, 3, 1], [1, 3, 2], [3, 1, 2], [3, 2, 1]] 24 [[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]] ["ab", "ac", "bc"] [[], [1], [2], [1, 2], [3], [1, 3], [2, 3], [1, 2, 3]]
func queens(_ n: Int) -> [[Int]] { var out: [[Int]] = []; func place(_ q: [Int]) { if q.count == n { out.append(q); return }; for c in 0..<n where q.enumerated().allSatisfy({ $0.element != c && abs($0.element - c) != q.count - $0.offset }) { place(q + [c]) } }; place([]); return out }
print(queens(6), queens(8).count); for r in queens(6)[0] { print(String(repeating: ".", count: r) + "Q" + String(repeating: ".", count: 5 - r)) }
// expect: [[1, 3, 5, 0, 2, 4], [2, 5, 1, 4, 0, 3], [3, 0, 4, 1, 5, 2], [4, 2, 0, 5, 3, 1]] 92
// expect: .Q....
// expect: ...Q..
// expect: .....Q
// expect: Q.....
// expect: ..Q...
// expect: ....Q.
func hanoi(_ n: Int, _ a: String = "A", _ b: String = "B", _ c: String = "C", _ move: (String, String) -> Void) { guard n > 0 else { return }; hanoi(n - 1, a, c, b, move); move(a, c); hanoi(n - 1, b, a, c, move) }; var moves: [String] = []; hanoi(3) { moves.append($0 + $1) }; print(moves.joined(separator: " "))
// expect: AC AB CB AC BA BC AC
func collatz(_ n: Int) -> UnfoldSequence<Int, (Int?, Bool)> { sequence(first: n) { $0 == 1 ? nil : $0 % 2 == 0 ? $0 / 2 : 3 * $0 + 1 } }; print(Array(collatz(6)), (1...30).max { Array(collatz($0)).count < Array(collatz($1)).count }!, collatz(27).reduce(0) { n, _ in n + 1 })
// expect: [6, 3, 10, 5, 16, 8, 4, 2, 1] 27 112
func roman(_ n: Int) -> String { var n = n; return [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")].reduce("") { s, e in var s = s; while n >= e.0 { s += e.1; n -= e.0 }; return s } }; print([1994, 2024, 49, 4].map(roman)); let pascal = sequence(first: [1]) { row in zip([0] + row, row + [0]).map(+) }; for row in pascal.prefix(6) { print(row.map(String.init).joined(separator: " ")) }
// expect: ["MCMXCIV", "MMXXIV", "XLIX", "IV"]
// expect: 1
// expect: 1 1
// expect: 1 2 1
// expect: 1 3 3 1
// expect: 1 4 6 4 1
// expect: 1 5 10 10 5 1
