var actions: [() -> Int] = []
for i in 0..<3 { actions.append { i * i } }
print(actions.map { $0() }) // expect: [0, 1, 4]
func makeAccumulator(_ start: Int) -> (add: (Int) -> Void, get: () -> Int) {
    var total = start
    return ({ total += $0 }, { total })
}
let acc = makeAccumulator(10)
acc.add(5)
acc.add(7)
print(acc.get()) // expect: 22
func memoized(_ f: @escaping (Int) -> Int) -> (Int) -> Int {
    var cache: [Int: Int] = [:]
    return { n in
        if let known = cache[n] { return known }
        let value = f(n)
        cache[n] = value
        return value
    }
}
var calls = 0
let slow = memoized { calls += 1; return $0 * $0 }
print(slow(4), slow(4), slow(5), calls) // expect: 16 16 25 2
func fixpoint(_ f: @escaping (Double) -> Double, _ x: Double) -> Double {
    var (x, last) = (x, x + 1)
    while abs(x - last) > 1e-10 { (last, x) = (x, f(x)) }
    return x
}
print((fixpoint({ ($0 + 2 / $0) / 2 }, 1) * 1e6).rounded()) // expect: 1414214.0
let curry = { (a: Int) in { (b: Int) in { (c: Int) in a + b * c } } }
print(curry(1)(2)(3)) // expect: 7
let operations: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": (*), "/": (/)]
print(operations["+"]!(1, 2), operations["/"]!(1, 4), operations.keys.sorted()) // expect: 3.0 0.25 ["*", "+", "-", "/"]
func twice(_ f: (Int) throws -> Int, _ x: Int) rethrows -> Int { try f(f(x)) }
print(twice({ $0 + 3 }, 1)) // expect: 7
var value = 1
let read = { value }
let frozen = { [value] in value }
value = 99
print(read(), frozen()) // expect: 99 1
func nested() -> [Int] {
    var log: [Int] = []
    func add(_ n: Int) { log.append(n); if n > 0 { add(n - 1) } }
    add(3)
    return log
}
print(nested()) // expect: [3, 2, 1, 0]
let chain = [1, 2, 3].map { x in { $0 + x } }.reduce(0) { $1($0) }
print(chain) // expect: 6
func pipeline(_ steps: ((Int) -> Int)...) -> (Int) -> Int { { steps.reduce($0) { $1($0) } } }
print(pipeline({ $0 + 1 }, { $0 * 10 })(4)) // expect: 50
let optionalClosure: ((Int) -> Int)? = { $0 + 1 }
print(optionalClosure?(1) as Any, optionalClosure.map { $0(5) } as Any) // expect: Optional(2) Optional(6)
var counter = 0
let increments = (1...3).map { n in { counter += n } }
increments.forEach { $0() }
print(counter) // expect: 6
typealias Handler = (String) -> String
let shout: Handler = { $0.uppercased() + "!" }
print(["a", "b"].map(shout)) // expect: ["A!", "B!"]
