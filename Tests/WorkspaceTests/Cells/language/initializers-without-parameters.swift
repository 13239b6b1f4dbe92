// A struct whose fields all have values has `init()`, which is what a protocol may ask for.
protocol Startable { init() }
extension Startable { static func pair() -> [Self] { [Self(), .init()] } }
struct Counter: Startable { var count = 1 }
struct Holder<T>: Startable { var value: T?; var list: [T] = [] }
struct Timed: Startable { let unit = "ms"; var length = { 3 }() }
extension Timed { init(seconds: Int) { self.init(); length = seconds * 1000 } }
func new<T: Startable>() -> T { .init() }
let counter: Counter = new(), holder: Holder<Int> = new(), timed: Timed = new()
print(counter, holder, timed, Counter.pair(), Timed(seconds: 9), Holder<String>.pair())
let kinds: [any Startable.Type] = [Counter.self, Timed.self]
for kind in kinds { print(kind.init()) }
// expect: Counter(count: 1) Holder<Int>(value: nil, list: []) Timed(unit: "ms", length: 3) [main.Counter(count: 1), main.Counter(count: 1)] Timed(unit: "ms", length: 9000) [main.Holder<Swift.String>(value: nil, list: []), main.Holder<Swift.String>(value: nil, list: [])]
// expect: Counter(count: 1)
// expect: Timed(unit: "ms", length: 3)
// ---
protocol Queueing {
    associatedtype Element
    init()
    mutating func enqueue(_ element: Element)
    mutating func dequeue() -> Element?
}
extension Queueing {
    init(_ elements: [Element]) {
        self.init()
        for element in elements { enqueue(element) }
    }
}
struct TwoStacks<Element>: Queueing {
    private var left: [Element] = [], right: [Element] = []
    mutating func enqueue(_ element: Element) { right.append(element) }
    mutating func dequeue() -> Element? {
        if left.isEmpty { (left, right) = (right.reversed(), []) }
        return left.popLast()
    }
}
var queue = TwoStacks([1, 2, 3])
print(queue.dequeue() ?? 0, queue.dequeue() ?? 0)
// expect: 1 2
