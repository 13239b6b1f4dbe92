protocol Container {
    var count: Int { get }
    var isEmpty: Bool { get }
}
extension Container { var isEmpty: Bool { count == 0 } }
struct Stack<Element>: Container {
    private var storage: [Element] = []
    var count: Int { storage.count }
    var top: Element? { storage.last }
    mutating func push(_ e: Element) { storage.append(e) }
    @discardableResult mutating func pop() -> Element? { storage.popLast() }
}
extension Stack: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Element...) { storage = elements }
}
extension Stack: CustomStringConvertible where Element: CustomStringConvertible {
    var description: String { "[" + storage.map(\.description).joined(separator: " | ") + ">" }
}
extension Stack: Equatable where Element: Equatable {}
extension Stack: Sequence {
    func makeIterator() -> AnyIterator<Element> {
        var i = storage.count
        return AnyIterator { i -= 1; return i >= 0 ? storage[i] : nil }
    }
}
indirect enum List<T> {
    case empty
    case node(T, List<T>)
    init<S: Sequence>(_ s: S) where S.Element == T {
        self = s.reversed().reduce(.empty) { .node($1, $0) }
    }
    var head: T? { if case .node(let h, _) = self { return h }; return nil }
    var tail: List<T>? { guard case let .node(_, t) = self else { return nil }; return t }
    func map<U>(_ f: (T) throws -> U) rethrows -> List<U> {
        switch self {
        case .empty: return .empty
        case let .node(h, t): return .node(try f(h), try t.map(f))
        }
    }
    func reversed() -> List {
        var result = List.empty, cur = self
        while case .node(let h, let t) = cur { result = .node(h, result); cur = t }
        return result
    }
}
extension List: CustomStringConvertible {
    var description: String {
        var parts: [String] = []
        var l = self
        while case let .node(h, t) = l { parts.append("\(h)"); l = t }
        return "(" + parts.joined(separator: " -> ") + ")"
    }
}
var s: Stack = [1, 2, 3]
s.push(4)
print(s, s.count, s.isEmpty, s.top ?? -1)
s.pop()
print(s == [1, 2, 3], Array(s), s.map { $0 * $0 }, s.contains(2), s.reduce(0, +))
for (i, e) in s.enumerated() { print(i, e, terminator: "; ") }
print()
let l = List(1...5)
print(l, l.reversed(), l.map { Double($0) / 2 }, l.head!, l.tail!.tail!)
print(List<String>.empty, List(["a"]).tail?.head as Any)
struct Queue<T> {
    private var inbox: [T] = [], outbox: [T] = []
    mutating func enqueue(_ x: T) { inbox.append(x) }
    mutating func dequeue() -> T? {
        if outbox.isEmpty { outbox = inbox.reversed(); inbox.removeAll(keepingCapacity: true) }
        return outbox.popLast()
    }
}
var q = Queue<(name: String, age: Int)>()
q.enqueue((name: "A", age: 3)); q.enqueue(("B", 4))
while let (name, age) = q.dequeue() { print(name, age) }
print(q)
// expect: [1 | 2 | 3 | 4> 4 false 4
// expect: true [3, 2, 1] [9, 4, 1] true 6
// expect: 0 3; 1 2; 2 1;
// expect: (1 -> 2 -> 3 -> 4 -> 5) (5 -> 4 -> 3 -> 2 -> 1) (0.5 -> 1.0 -> 1.5 -> 2.0 -> 2.5) 1 (3 -> 4 -> 5)
// expect: () nil
// expect: A 3
// expect: B 4
// expect: Queue<(name: String, age: Int)>(inbox: [], outbox: [])
