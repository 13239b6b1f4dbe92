struct Complex: Equatable, CustomStringConvertible {
    var re, im: Double
    static func + (a: Complex, b: Complex) -> Complex { Complex(re: a.re + b.re, im: a.im + b.im) }
    static func * (a: Complex, b: Complex) -> Complex { Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re) }
    var magnitude: Double { (re * re + im * im).squareRoot() }
    var description: String { im < 0 ? "\(re) - \(-im)i" : "\(re) + \(im)i" }
}
print(Complex(re: 1, im: 2) * Complex(re: 0, im: 1), Complex(re: 3, im: 4).magnitude, [Complex(re: 0, im: -1)]) // expect: -2.0 + 1.0i 5.0 [0.0 - 1.0i]
for y in stride(from: -1.0, through: 1.0, by: 0.5) {
    var line = ""
    for x in stride(from: -2.0, through: 0.5, by: 0.25) {
        var z = Complex(re: 0, im: 0)
        var n = 0
        while n < 20 && z.magnitude < 2 { z = z * z + Complex(re: x, im: y); n += 1 }
        line += n == 20 ? "#" : "."
    }
    print(line)
}
// expect: ........#..
// expect: ......####.
// expect: .#########.
// expect: ......####.
// expect: ........#..
struct Account {
    enum Problem: Error, Equatable { case insufficient(missing: Int) }
    private(set) var balance = 0
    mutating func deposit(_ amount: Int) { balance += amount }
    mutating func withdraw(_ amount: Int) throws {
        guard amount <= balance else { throw Problem.insufficient(missing: amount - balance) }
        balance -= amount
    }
}
var account = Account()
account.deposit(100)
do {
    try account.withdraw(30)
    try account.withdraw(100)
} catch let problem as Account.Problem {
    print(problem, problem == .insufficient(missing: 30))
} // expect: insufficient(missing: 30) true
print(account.balance) // expect: 70
struct Queue<T> {
    private var items: [T] = []
    var isEmpty: Bool { items.isEmpty }
    mutating func enqueue(_ x: T) { items.append(x) }
    mutating func dequeue() -> T? { items.isEmpty ? nil : items.removeFirst() }
}
var queue = Queue<Int>()
for i in 1...3 { queue.enqueue(i * i) }
while let x = queue.dequeue() { print(x, terminator: " ") }
print(queue.isEmpty) // expect: 1 4 9 true
indirect enum Expr {
    case number(Double)
    case sum(Expr, Expr)
    case product(Expr, Expr)
    var value: Double {
        switch self {
        case .number(let x): return x
        case .sum(let a, let b): return a.value + b.value
        case .product(let a, let b): return a.value * b.value
        }
    }
}
print(Expr.sum(.number(2), .product(.number(3), .number(4))).value) // expect: 14.0
indirect enum Tree {
    case leaf
    case node(Tree, Int, Tree)
    func inserting(_ x: Int) -> Tree {
        switch self {
        case .leaf: return .node(.leaf, x, .leaf)
        case let .node(l, v, r): return x < v ? .node(l.inserting(x), v, r) : .node(l, v, r.inserting(x))
        }
    }
    var sorted: [Int] {
        switch self {
        case .leaf: return []
        case let .node(l, v, r): return l.sorted + [v] + r.sorted
        }
    }
}
print([5, 2, 8, 1].reduce(Tree.leaf) { $0.inserting($1) }.sorted) // expect: [1, 2, 5, 8]
struct Countdown: Sequence, IteratorProtocol {
    var n: Int
    mutating func next() -> Int? {
        if n == 0 { return nil }
        defer { n -= 1 }
        return n
    }
}
for i in Countdown(n: 3) { print(i, terminator: " ") }
print(Countdown(n: 4).map { $0 * 10 }, Countdown(n: 3).reduce(0, +), Array(Countdown(n: 2))) // expect: 3 2 1 [40, 30, 20, 10] 6 [2, 1]
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth }
print(Planet.allCases.map { "\($0) \($0.rawValue)" }, Planet(rawValue: 2)!, Planet.earth.rawValue) // expect: ["mercury 1", "venus 2", "earth 3"] venus 3
struct Student: Hashable, Comparable {
    var name: String
    var grade: Int
    static func < (a: Student, b: Student) -> Bool { (a.grade, b.name) < (b.grade, a.name) }
}
let students = [Student(name: "Ann", grade: 3), Student(name: "Bo", grade: 5), Student(name: "Cy", grade: 3)]
print(students.sorted().map(\.name), students.max()!.name, Dictionary(grouping: students, by: \.grade)[3]!.count, Set(students).count) // expect: ["Cy", "Ann", "Bo"] Bo 2 3
