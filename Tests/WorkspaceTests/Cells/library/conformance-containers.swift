// Generic containers with conditional conformances
struct Stack<Element> {
    private var storage: [Element] = []
    var count: Int { storage.count }
    var isEmpty: Bool { storage.isEmpty }
    mutating func push(_ element: Element) { storage.append(element) }
    @discardableResult mutating func pop() -> Element? { storage.popLast() }
    var top: Element? {
        get { storage.last }
        set {
            if let newValue { if storage.isEmpty { storage.append(newValue) } else { storage[storage.count - 1] = newValue } }
            else { storage.removeLast() }
        }
    }
}
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { storage = elements } }
extension Stack: Equatable where Element: Equatable {}
extension Stack: Hashable where Element: Hashable {}
extension Stack: CustomStringConvertible where Element: CustomStringConvertible {
    var description: String { "[" + storage.map { $0.description }.joined(separator: "|") + ">" }
}
extension Stack: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate var rest: [Element]
        mutating func next() -> Element? { rest.popLast() }
    }
    func makeIterator() -> Iterator { Iterator(rest: storage) }
}
extension Stack where Element: Numeric {
    func total() -> Element { reduce(0, +) }
}
extension Stack where Element == String {
    func joined() -> String { self.joined(separator: "") }
}
struct Queue<T> {
    private var inbox = [T](), outbox = [T]()
    mutating func enqueue(_ x: T...) { inbox += x }
    mutating func dequeue() -> T? {
        if outbox.isEmpty { outbox = inbox.reversed(); inbox.removeAll() }
        return outbox.popLast()
    }
}
struct Pair<A, B> { var first: A; var second: B
    func swapped() -> Pair<B, A> { .init(first: second, second: first) }
    func map<C>(_ f: (A) throws -> C) rethrows -> Pair<C, B> { Pair<C, B>(first: try f(first), second: second) }
}
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Comparable where A: Comparable, B: Comparable {
    static func < (l: Pair, r: Pair) -> Bool { l.first != r.first ? l.first < r.first : l.second < r.second }
}
struct Matrix<Scalar: Numeric> {
    let rows: Int, columns: Int
    private var grid: [Scalar]
    init(rows: Int, columns: Int, repeating: Scalar = 0) { self.rows = rows; self.columns = columns; grid = Array(repeating: repeating, count: rows * columns) }
    subscript(r: Int, c: Int) -> Scalar {
        get { precondition(r < rows && c < columns); return grid[r * columns + c] }
        set { grid[r * columns + c] = newValue }
    }
    subscript(row r: Int) -> ArraySlice<Scalar> { grid[r * columns ..< (r + 1) * columns] }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        var m = Matrix(rows: a.rows, columns: b.columns)
        for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { m[i, j] += a[i, k] * b[k, j] } } }
        return m
    }
    static func identity(_ n: Int) -> Matrix { var m = Matrix(rows: n, columns: n); for i in 0..<n { m[i, i] = 1 }; return m }
    func power(_ n: Int) -> Matrix { n == 0 ? .identity(rows) : n % 2 == 0 ? (self * self).power(n / 2) : self * power(n - 1) }
}
var s: Stack = [1, 2, 3]
s.push(4); s.top = 40; s.top? += 2
print(s, s.count, s.pop() ?? -1, s.total(), s == [1, 2, 3])
s.top = nil
print(s, s.map { $0 * 2 }, s.contains(2), s.max()!)
let words: Stack<String> = ["a", "b", "c"]
print(words.joined(), words.sorted(), Array(words), Set([words, words, ["z"]]).count)
let nested: Stack<Stack<Int>> = [[1], [2, 3], []]
print(nested, nested.map(\.count))
var q = Queue<Character>()
q.enqueue("x", "y"); q.enqueue("z")
while let c = q.dequeue() { print(c, terminator: ";"); if c == "x" { q.enqueue("w") } }
print()
let p = Pair(first: 1, second: "one")
print(p, p.swapped(), p.map { Double($0) / 2 }, p == Pair(first: 1, second: "one"))
print([Pair(first: 2, second: "b"), Pair(first: 1, second: "z"), Pair(first: 2, second: "a")].sorted())
var fib = Matrix<Int>(rows: 2, columns: 2, repeating: 1); fib[1, 1] = 0
print((1...10).map { fib.power($0)[0, 1] }, fib.power(50)[row: 0])
let d = Matrix<Double>.identity(2) * Matrix(rows: 2, columns: 2, repeating: 0.5)
print(d[row: 0] + d[row: 1], d)
// expect: [1|2|3|42> 4 42 6 true
// expect: [1|2> [4, 2] true 2
// expect: cba ["a", "b", "c"] ["c", "b", "a"] 2
// expect: [[1>|[2|3>|[>> [0, 2, 1]
// expect: x;y;z;w;
// expect: Pair<Int, String>(first: 1, second: "one") Pair<String, Int>(first: "one", second: 1) Pair<Double, String>(first: 0.5, second: "one") true
// expect: [main.Pair<Swift.Int, Swift.String>(first: 1, second: "z"), main.Pair<Swift.Int, Swift.String>(first: 2, second: "a"), main.Pair<Swift.Int, Swift.String>(first: 2, second: "b")]
// expect: [1, 1, 2, 3, 5, 8, 13, 21, 34, 55] [20365011074, 12586269025]
// expect: [0.5, 0.5, 0.5, 0.5] Matrix<Double>(rows: 2, columns: 2, grid: [0.5, 0.5, 0.5, 0.5])
