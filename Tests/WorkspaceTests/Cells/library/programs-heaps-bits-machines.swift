// Event scheduler with a priority queue (heap)
struct Heap<Element> {
    private var nodes: [Element] = []
    private let precedes: (Element, Element) -> Bool
    init(by precedes: @escaping (Element, Element) -> Bool) { self.precedes = precedes }
    var count: Int { nodes.count }
    var isEmpty: Bool { nodes.isEmpty }
    var first: Element? { nodes.first }
    mutating func insert(_ element: Element) {
        nodes.append(element)
        siftUp(from: nodes.endIndex - 1)
    }
    mutating func removeFirst() -> Element? {
        guard !nodes.isEmpty else { return nil }
        nodes.swapAt(0, nodes.count - 1)
        let element = nodes.removeLast()
        siftDown(from: 0)
        return element
    }
    private mutating func siftUp(from index: Int) {
        var child = index
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(nodes[child], nodes[parent]) else { return }
            nodes.swapAt(child, parent)
            child = parent
        }
    }
    private mutating func siftDown(from index: Int) {
        var parent = index
        while true {
            let left = 2 * parent + 1, right = left + 1
            var candidate = parent
            if left < nodes.count, precedes(nodes[left], nodes[candidate]) { candidate = left }
            if right < nodes.count, precedes(nodes[right], nodes[candidate]) { candidate = right }
            if candidate == parent { return }
            nodes.swapAt(parent, candidate)
            parent = candidate
        }
    }
}
extension Heap where Element: Comparable {
    init() { self.init(by: <) }
    init<S: Sequence>(_ elements: S) where S.Element == Element {
        self.init()
        elements.forEach { insert($0) }
    }
}
struct Event: Comparable, CustomStringConvertible {
    enum Priority: Int, Comparable {
        case low = 1, normal = 5, high = 10
        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }
    let time: Int, name: String
    var priority = Priority.normal
    static func < (a: Event, b: Event) -> Bool {
        if a.time != b.time { return a.time < b.time }
        return a.priority > b.priority
    }
    var description: String { "\(name)@\(time)" }
}
var heap = Heap<Event>()
for (i, name) in ["wake", "eat", "work", "play", "sleep"].enumerated() {
    heap.insert(Event(time: (i * 7) % 5, name: name, priority: i.isMultiple(of: 2) ? .high : .low))
}
heap.insert(Event(time: 3, name: "alarm", priority: .high))
var log: [String] = []
while let event = heap.removeFirst() {
    log.append("\(event)")
    if event.name == "work" { heap.insert(Event(time: event.time + 10, name: "rest")) }
}
print(log.joined(separator: " "))
var sorted: [Int] = []
var numbers = Heap([5, 2, 8, 1, 9, 3])
while let n = numbers.removeFirst() { sorted.append(n) }
print(sorted, numbers.isEmpty, Heap<String>().first as Any)
var byLength = Heap<String> { $0.count > $1.count }
"the quick brown foxes jumped".split(separator: " ").forEach { byLength.insert(String($0)) }
print(byLength.first!, byLength.count)
// Dijkstra
struct Edge { let to: String; let weight: Int }
let graph: [String: [Edge]] = [
    "A": [Edge(to: "B", weight: 7), Edge(to: "C", weight: 3)], "B": [Edge(to: "D", weight: 2)],
    "C": [Edge(to: "B", weight: 1), Edge(to: "D", weight: 8)], "D": [],
]
func dijkstra(from source: String) -> [String: (distance: Int, via: String?)] {
    var best: [String: (distance: Int, via: String?)] = [source: (0, nil)]
    var queue = Heap<(node: String, distance: Int)> { $0.distance < $1.distance }
    queue.insert((source, 0))
    while let (node, distance) = queue.removeFirst() {
        if distance > best[node]!.distance { continue }
        for edge in graph[node, default: []] {
            let next = distance + edge.weight
            if next < best[edge.to]?.distance ?? .max {
                best[edge.to] = (next, node)
                queue.insert((edge.to, next))
            }
        }
    }
    return best
}
for (node, (distance, via)) in dijkstra(from: "A").sorted(by: { $0.key < $1.key }) { print(node, distance, via ?? "-") }
// expect: wake@0 play@1 eat@2 sleep@3 alarm@3 work@4 rest@14
// expect: [1, 2, 3, 5, 8, 9] true nil
// expect: jumped 5
// expect: A 0 -
// expect: B 4 C
// expect: C 3 A
// expect: D 6 B
// ---
// Bit tricks and checksums
extension FixedWidthInteger {
    var binary: String {
        let digits = String(magnitude, radix: 2)
        return String(repeating: "0", count: Swift.max(0, Self.bitWidth - digits.count)) + digits
    }
    func rotatedLeft(_ n: Int) -> Self { (self << n) | (self >> (Self.bitWidth - n)) }
    var gray: Self { self ^ (self >> 1) }
    subscript(bit n: Int) -> Bool {
        get { (self >> n) & 1 == 1 }
        set { if newValue { self |= 1 << n } else { self &= ~(1 << n) } }
    }
}
struct Flags: OptionSet, CustomStringConvertible {
    let rawValue: UInt8
    static let read = Flags(rawValue: 1 << 0), write = Flags(rawValue: 1 << 1), execute = Flags(rawValue: 1 << 2)
    static let all: Flags = [.read, .write, .execute]
    var description: String {
        let names: [(Flags, String)] = [(.read, "r"), (.write, "w"), (.execute, "x")]
        return names.map { contains($0.0) ? $0.1 : "-" }.joined()
    }
}
func crc8(_ bytes: some0) -> UInt8 { 0 }
typealias some0 = [UInt8]
func fnv1a(_ text: String) -> UInt32 { text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } }
func adler32(_ data: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in data {
        a = (a + UInt32(byte)) % 65521
        b = (b + a) % 65521
    }
    return b << 16 | a
}
print((5 as UInt8).binary, (0xA5 as UInt8).rotatedLeft(3).binary, (0 ..< 8).map { ($0 as UInt8).gray })
var byte: UInt8 = 0
byte[bit: 3] = true
byte[bit: 0] = true
print(byte, byte[bit: 3], byte[bit: 4])
byte[bit: 3] = false
print(byte, byte.nonzeroBitCount, (~byte).leadingZeroBitCount)
var permissions: Flags = [.read, .write]
print(permissions, permissions.contains(.write), permissions.union(.execute), permissions.isSuperset(of: .read))
permissions.remove(.read)
permissions.insert(.execute)
print(permissions, permissions.rawValue, Flags.all.subtracting(permissions), permissions.symmetricDifference(.all), Flags().isEmpty)
print(fnv1a("hello"), fnv1a(""), adler32(Array("Wikipedia".utf8)), crc8([1]))
print(String(fnv1a("engram"), radix: 16, uppercase: true), 1 << 62, -1 >> 3, UInt32.max << 4, Int8(bitPattern: 0xF0))
let (partial, overflow) = UInt8(200).addingReportingOverflow(100)
print(partial, overflow, Int8.max.multipliedReportingOverflow(by: 2), UInt8(truncatingIfNeeded: -1), Int(clamping: UInt64.max), Int8(exactly: 200) as Any)
let (high, low) = UInt64.max.multipliedFullWidth(by: 3)
print(high, low, (7 as UInt8).dividingFullWidth((0, 100)))
func popcount(_ n: UInt) -> Int {
    var (n, count) = (n, 0)
    while n != 0 { n &= n - 1; count += 1 }
    return count
}
print((0 ... 16).map(popcount), popcount(.max))
func isPowerOfTwo(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }
print((0 ... 20).filter(isPowerOfTwo), [1, 2, 3].map { $0 << $0 }, 0b1100 & 0b1010, 0b1100 | 0b1010, 0b1100 ^ 0b1010)
func subsets<T>(_ items: [T]) -> [[T]] {
    (0 ..< 1 << items.count).map { mask in items.indices.filter { mask >> $0 & 1 == 1 }.map { items[$0] } }
}
print(subsets(["a", "b", "c"]).map { $0.joined() })
let xored = [4, 7, 4, 9, 7].reduce(0, ^)
print(xored, Int.bitWidth, UInt16.min, Int32.max, Double(1 << 53), (1.5).bitPattern == 0x3FF8000000000000, Float(0.1).bitPattern)
var seed: UInt64 = 0x9E3779B97F4A7C15
func xorshift() -> UInt64 {
    seed ^= seed << 13
    seed ^= seed >> 7
    seed ^= seed << 17
    return seed
}
print((0 ..< 4).map { _ in xorshift() % 100 })
// expect: 00000101 00101101 [0, 1, 3, 2, 6, 7, 5, 4]
// expect: 9 true false
// expect: 1 1 0
// expect: rw- true rwx true
// expect: -wx 6 r-- r-- true
// expect: 1335831723 2166136261 300286872 0
// expect: 46EC8475 4611686018427387904 -1 4294967280 -16
// expect: 44 true (partialValue: -2, overflow: true) 255 9223372036854775807 nil
// expect: 2 18446744073709551613 (quotient: 14, remainder: 2)
// expect: [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 1] 64
// expect: [1, 2, 4, 8, 16] [2, 8, 24] 8 14 6
// expect: ["", "a", "b", "ab", "c", "ac", "bc", "abc"]
// expect: 9 64 0 2147483647 9007199254740992.0 true 1036831949
// expect: [89, 74, 30, 60]
// ---
// Simple interpreter for a stack language
enum Instruction: CustomStringConvertible {
    case push(Value), add, mul, sub, dup, swap, drop, jump(Int), jumpIfZero(Int), print, call(String), ret, store(String), load(String)
    var description: String {
        switch self {
        case .push(let v): "push \(v)"
        case .jump(let t), .jumpIfZero(let t): "jump \(t)"
        case .call(let s), .store(let s), .load(let s): "name \(s)"
        case .add, .mul, .sub: "arith"
        default: "other"
        }
    }
}
enum Value: Equatable, CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    case int(Int), text(String), bool(Bool)
    init(integerLiteral value: Int) { self = .int(value) }
    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    var description: String {
        switch self {
        case .int(let n): return n.description
        case .text(let s): return s.debugDescription
        case .bool(let b): return b ? "yes" : "no"
        }
    }
    var isZero: Bool { self == 0 || self == "" || self == false }
}
struct Machine {
    enum Failure: Error { case underflow(at: Int), types(Value, Value), unknown(String), limit }
    private(set) var stack: [Value] = []
    private var calls: [Int] = [], memory: [String: Value] = [:]
    private(set) var output: [String] = []
    var labels: [String: Int] = [:]
    mutating func run(_ program: [Instruction], limit: Int = 1000) throws {
        var pc = 0, steps = 0
        func checked(_ n: Int) throws { guard stack.count >= n else { throw Failure.underflow(at: pc) } }
        while program.indices.contains(pc) {
            steps += 1
            guard steps <= limit else { throw Failure.limit }
            var next = pc + 1
            switch program[pc] {
            case .push(let value): stack.append(value)
            case .add, .mul, .sub:
                try checked(2)
                let b = stack.removeLast(), a = stack.removeLast()
                switch (program[pc], a, b) {
                case (.add, .int(let x), .int(let y)): stack.append(.int(x + y))
                case (.sub, .int(let x), .int(let y)): stack.append(.int(x - y))
                case (.mul, .int(let x), .int(let y)): stack.append(.int(x * y))
                case (.add, .text(let x), _): stack.append(.text(x + "\(b)"))
                case (.mul, .text(let x), .int(let n)) where n >= 0: stack.append(.text(String(repeating: x, count: n)))
                default: throw Failure.types(a, b)
                }
            case .dup: try checked(1); stack.append(stack.last!)
            case .swap: try checked(2); stack.swapAt(stack.count - 1, stack.count - 2)
            case .drop: try checked(1); _ = stack.popLast()
            case .jump(let target): next = target
            case .jumpIfZero(let target): try checked(1); if stack.removeLast().isZero { next = target }
            case .print: try checked(1); output.append("\(stack.removeLast())")
            case .call(let name):
                guard let target = labels[name] else { throw Failure.unknown(name) }
                calls.append(next)
                next = target
            case .ret: next = calls.popLast() ?? program.count
            case .store(let name): try checked(1); memory[name] = stack.removeLast()
            case .load(let name):
                guard let value = memory[name] else { throw Failure.unknown(name) }
                stack.append(value)
            }
            pc = next
        }
    }
}
let factorial: [Instruction] = [
    .push(5), .store("n"), .push(1), .store("r"), .load("n"), .jumpIfZero(15), .load("r"), .load("n"), .mul, .store("r"), .load("n"), .push(1), .sub, .store("n"), .jump(4),
    .load("r"), .print,
]
var machine = Machine()
try machine.run(factorial)
print(machine.output, machine.stack)
let programs: [[Instruction]] = [
    [.push("ab"), .push(3), .mul, .print], [.push(1), .add], [.push(true), .push(2), .add], [.load("q")], [.jump(0)], [.push("x"), .push(false), .add, .dup, .print, .print], [.call("f"), .print, .jump(9), .push(7), .ret],
]
for program in programs {
    var machine = Machine()
    machine.labels["f"] = 3
    do {
        try machine.run(program)
        print("ok", machine.output, machine.stack)
    } catch Machine.Failure.underflow(let at) {
        print("underflow at", at, program[at])
    } catch let Machine.Failure.types(a, b) {
        print("types", a, b)
    } catch {
        print("failed:", error)
    }
}
print(factorial.map(\.description).filter { $0 != "other" }.prefix(3), Value.text("q\n"), [1, "a", true] as [Value])
// expect: ["120"] []
// expect: ok ["\"ababab\""] []
// expect: underflow at 1 arith
// expect: types yes 2
// expect: failed: unknown("q")
// expect: failed: limit
// expect: ok ["\"xno\"", "\"xno\""] []
// expect: ok ["7"] []
// expect: ["push 5", "name n", "push 1"] "q\n" [1, "a", yes]
// ---
// Generic algorithms, protocols without associated types, existential collections
protocol Observer { func notify(_ event: String) -> String; var id: Int { get } }
protocol Named { var name: String { get } }
extension Observer where Self: Named { func greeting() -> String { "I am \(name) #\(id)" } }
extension Observer { func notify(_ event: String) -> String { "#\(id) ignores \(event)" } }
struct Logger: Observer, Named {
    let id: Int, name: String
    func notify(_ event: String) -> String { "\(name) logs \(event)" }
}
struct Silent: Observer { let id: Int }
struct Subject {
    private var observers: [any Observer] = []
    mutating func attach(_ observer: any Observer) { observers.append(observer) }
    mutating func detach(id: Int) { observers.removeAll { $0.id == id } }
    func fire(_ event: String) -> [String] { observers.map { $0.notify(event) } }
    var names: [String] { observers.compactMap { ($0 as? any Named)?.name } }
}
var subject = Subject()
subject.attach(Logger(id: 1, name: "file"))
subject.attach(Silent(id: 2))
subject.attach(Logger(id: 3, name: "net"))
print(subject.fire("start"), subject.names, Logger(id: 9, name: "x").greeting())
subject.detach(id: 1)
print(subject.fire("stop"))
func binarySearch<C: RandomAccessCollection>(_ c: C, for target: C.Element) -> C.Index? where C.Element: Comparable {
    var low = c.startIndex, high = c.endIndex
    while low < high {
        let mid = c.index(low, offsetBy: c.distance(from: low, to: high) / 2)
        if c[mid] == target { return mid }
        if c[mid] < target { low = c.index(after: mid) } else { high = mid }
    }
    return nil
}
func quicksort<T: Comparable>(_ a: [T]) -> [T] {
    guard let pivot = a.first else { return [] }
    let rest = a.dropFirst()
    return quicksort(rest.filter { $0 < pivot }) + [pivot] + quicksort(rest.filter { $0 >= pivot })
}
func mergeSort<T>(_ a: [T], by less: (T, T) throws -> Bool) rethrows -> [T] {
    if a.count < 2 { return a }
    let mid = a.count / 2
    let left = try mergeSort(Array(a[..<mid]), by: less), right = try mergeSort(Array(a[mid...]), by: less)
    var (i, j, merged) = (0, 0, [T]())
    merged.reserveCapacity(a.count)
    while i < left.count, j < right.count {
        if try less(right[j], left[i]) { merged.append(right[j]); j += 1 } else { merged.append(left[i]); i += 1 }
    }
    return merged + left[i...] + right[j...]
}
extension MutableCollection where Self: BidirectionalCollection, Element: Comparable {
    mutating func insertionSort() {
        var i = startIndex
        while i != endIndex {
            var j = i
            while j != startIndex {
                let previous = index(before: j)
                if self[j] >= self[previous] { break }
                swapAt(j, previous)
                j = previous
            }
            formIndex(after: &i)
        }
    }
}
let data = [31, 4, 15, 92, 65, 35, 89, 79]
print(quicksort(data), mergeSort(data, by: >), mergeSort(["b", "C", "a"]) { $0.lowercased() < $1.lowercased() })
var mutable = data
mutable.insertionSort()
print(mutable, binarySearch(mutable, for: 65) as Any, binarySearch(mutable, for: 66) as Any, binarySearch(mutable[2...], for: 92)!, binarySearch(1 ..< 1000, for: 77)!)
var slice = data[2 ..< 6]
slice.insertionSort()
print(slice, slice.startIndex, data[2])
func zipWith<A: Sequence, B: Sequence, R>(_ a: A, _ b: B, _ f: (A.Element, B.Element) -> R) -> [R] { zip(a, b).map { f($0, $1) } }
print(zipWith(1 ... 3, "abc") { "\($1)\($0)" }, zipWith([1, 2], [0.5, 1.5]) { Double($0) * $1 })
func permutations<T>(_ items: [T]) -> [[T]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { i -> [[T]] in
        var rest = items
        let head = rest.remove(at: i)
        return permutations(rest).map { [head] + $0 }
    }
}
print(permutations([1, 2, 3]), permutations(Array("ab")).map { String($0) })
func combinations<T>(_ items: ArraySlice<T>, _ k: Int) -> [[T]] {
    if k == 0 { return [[]] }
    guard let first = items.first else { return [] }
    let rest = items.dropFirst()
    return combinations(rest, k - 1).map { [first] + $0 } + combinations(rest, k)
}
print(combinations([1, 2, 3, 4][...], 2), combinations("wxyz".map { $0 }[...], 3).count)
let matrix = [[1, 2, 3], [4, 5, 6]]
let transposed = matrix[0].indices.map { c in matrix.map { $0[c] } }
print(transposed, transposed.flatMap { $0 }.reduce(0, +), matrix.joined().max()!, Array(matrix.joined(separator: [0])))
// expect: ["file logs start", "#2 ignores start", "net logs start"] ["file", "net"] I am x #9
// expect: ["#2 ignores stop", "net logs stop"]
// expect: [4, 15, 31, 35, 65, 79, 89, 92] [92, 89, 79, 65, 35, 31, 15, 4] ["a", "b", "C"]
// expect: [4, 15, 31, 35, 65, 79, 89, 92] Optional(4) nil 7 77
// expect: [15, 35, 65, 92] 2 15
// expect: ["a1", "b2", "c3"] [0.5, 3.0]
// expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] ["ab", "ba"]
// expect: [[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]] 4
// expect: [[1, 4], [2, 5], [3, 6]] 21 6 [1, 2, 3, 0, 4, 5, 6]
