for i in 1...15 { print(i % 15 == 0 ? "FizzBuzz" : i % 5 == 0 ? "Buzz" : i % 3 == 0 ? "Fizz" : "\(i)", terminator: " ") }
print() // expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz 
func sieve(upTo n: Int) -> [Int] {
    var isPrime = [Bool](repeating: true, count: n + 1)
    var primes: [Int] = []
    for p in 2...n where isPrime[p] {
        primes.append(p)
        var m = p * p
        while m <= n {
            isPrime[m] = false
            m += p
        }
    }
    return primes
}
print(sieve(upTo: 50), sieve(upTo: 10_000).count) // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] 1229
func collatz(_ n: Int) -> Int {
    var (n, steps) = (n, 0)
    while n != 1 {
        n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1
        steps += 1
    }
    return steps
}
print((1...10).map(collatz), collatz(27)) // expect: [0, 1, 7, 2, 5, 8, 16, 3, 19, 6] 111
func roman(_ n: Int) -> String {
    let table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    var (rest, text) = (n, "")
    for (value, letters) in table { while rest >= value { text += letters; rest -= value } }
    return text
}
print([1994, 2026, 49].map(roman)) // expect: ["MCMXCIV", "MMXXVI", "XLIX"]
func newton(_ x: Double) -> Double {
    var guess = x / 2
    while abs(guess * guess - x) > 1e-12 { guess = (guess + x / guess) / 2 }
    return guess
}
print(newton(2), newton(144)) // expect: 1.414213562373095 12.0
var leibniz = 0.0
var sign = 1.0
for k in 0..<1000 { leibniz += sign / Double(2 * k + 1); sign = -sign }
print(4 * leibniz) // expect: 3.140592653839794
print((0..<10).map { n in (0...n).reduce(into: [1]) { row, k in if k > 0 { row.append(row[k - 1] * (n - k + 1) / k) } }.reduce(0, +) }) // expect: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
var fibs = [0, 1]
while fibs.count < 12 { fibs.append(fibs[fibs.count - 1] + fibs[fibs.count - 2]) }
print(fibs) // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
print(String(2026, radix: 2), Int("11111101010", radix: 2)!, (0..<8).map { 1 << $0 }, 0b1011.nonzeroBitCount, 8.trailingZeroBitCount, (1).leadingZeroBitCount) // expect: 11111101010 2026 [1, 2, 4, 8, 16, 32, 64, 128] 3 3 63
let digits = String(9876).compactMap { $0.wholeNumberValue }
print(digits, digits.reduce(0, +), digits.reduce(0) { $0 * 10 + $1 }) // expect: [9, 8, 7, 6] 30 9876
print([2000, 1900, 2024, 2023].map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) }) // expect: [true, false, true, false]
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String) -> Int { n == 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a) }
print(hanoi(6, "a", "b", "c")) // expect: 63
func powerMod(_ base: Int, _ exponent: Int, _ modulus: Int) -> Int {
    var (result, base, exponent) = (1, base % modulus, exponent)
    while exponent > 0 {
        if exponent & 1 == 1 { result = result * base % modulus }
        base = base * base % modulus
        exponent >>= 1
    }
    return result
}
print(powerMod(7, 560, 561), powerMod(2, 30, 1_000_007)) // expect: 1 734313
