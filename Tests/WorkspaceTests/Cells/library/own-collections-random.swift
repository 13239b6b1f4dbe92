// Own sequences, iterators and collections
struct Countdown: Sequence, IteratorProtocol { var count: Int; mutating func next() -> Int? { if count == 0 { return nil } else { defer { count -= 1 }; return count } } }
let three = Countdown(count: 3); for c in three { print(c, terminator: " ") }; print(three.map { $0 * 2 }, three.sorted(), three.contains(2), three.reduce(0, +), Array(three), three.max()!)
// expect: 3 2 1 [6, 4, 2] [1, 2, 3] true 6 [3, 2, 1] 3
print(three.enumerated().map { "\($0)" }, Array(zip(three, three.dropFirst())), three.prefix(2).map { $0 }, three.reversed(), three.min()!, three.first { $0 < 3 }!, three.filter { $0 > 1 }, three.joinedText)
// expect: ["(offset: 0, element: 3)", "(offset: 1, element: 2)", "(offset: 2, element: 1)"] [(3, 2), (2, 1)] [3, 2] [1, 2, 3] 1 2 [3, 2] 3+2+1
extension Sequence { var joinedText: String { map { "\($0)" }.joined(separator: "+") } }
struct Fib: Sequence { let n: Int; struct Iterator: IteratorProtocol { var a = 0, b = 1; var left: Int; mutating func next() -> Int? { guard left > 0 else { return nil }; left -= 1; (a, b) = (b, a + b); return a } }; func makeIterator() -> Iterator { Iterator(left: n) } }
print(Array(Fib(n: 10)), Fib(n: 5).lazy.map { $0 * 2 }.filter { $0 > 2 }.map { $0 }, Fib(n: 6).split(separator: 2).map { Array($0) }, Fib(n: 4).underestimatedCount, Fib(n: 3).elementsEqual([1, 1, 2]), Fib(n: 7).suffix(2), Fib(n: 7).dropLast(3))
// expect: [1, 1, 2, 3, 5, 8, 13, 21, 34, 55] LazyMapSequence<LazyFilterSequence<LazyMapSequence<Fib, Int>>, Int>(_base: Swift.LazyFilterSequence<Swift.LazyMapSequence<main.Fib, Swift.Int>>(_base: Swift.LazyMapSequence<main.Fib, Swift.Int>(_base: main.Fib(n: 5), _transform: (Function)), _predicate: (Function)), _transform: (Function)) [[1, 1], [3, 5, 8]] 0 true [8, 13] [1, 1, 2, 3]
struct Ring<T>: RandomAccessCollection, MutableCollection { var items: [T]; var offset = 0
    init(_ i: [T]) { items = i }
    var startIndex: Int { 0 }; var endIndex: Int { items.count }
    subscript(i: Int) -> T { get { items[(i + offset) % items.count] } set { items[(i + offset) % items.count] = newValue } }; mutating func rotate(_ n: Int) { offset = (offset + n) % items.count } }
var ring = Ring([1, 2, 3, 4, 5]); ring.rotate(2); print(Array(ring), ring.count, ring.first!, ring.last!, ring[0], ring.reversed().map { $0 }, ring.firstIndex(of: 1)!, ring.indices, ring.isEmpty)
// expect: [3, 4, 5, 1, 2] 5 3 2 3 [2, 1, 5, 4, 3] 3 0..<5 false
print(ring[1...3].map { $0 }, ring[1..<3].count, ring[2...].first!, ring[..<2].map { $0 }, ring.prefix(2).map { $0 }, ring.suffix(2).map { $0 }, ring.dropFirst(3).startIndex, ring.split { $0 == 5 }.map { Array($0) })
// expect: [4, 5, 1] 2 5 [3, 4] [3, 4] [1, 2] 3 [[3, 4], [1, 2]]
ring[0] = 30; ring.swapAt(0, 4); print(ring.map { $0 }); ring.sort(); print(Array(ring)); ring.reverse(); print(Array(ring)); ring.sort { $0 % 3 < $1 % 3 }; print(Array(ring), ring.items, ring.partition { $0 > 3 }, ring.map { $0 })
// expect: [2, 4, 5, 1, 30]
// expect: [1, 2, 4, 5, 30]
// expect: [30, 5, 4, 2, 1]
// expect: [30, 4, 1, 5, 2] [5, 2, 30, 4, 1] 2 [2, 1, 4, 5, 30]
ring[1...2] = Slice(base: Ring([7, 8, 9, 9, 9].map { $0 }), bounds: 0..<2); print(Array(ring)); ring[0...1].reverse(); print(Array(ring), ring.shuffled().count, ring.randomElement() != nil, ring.lastIndex { $0 > 4 } as Any)
// expect: [2, 7, 8, 5, 30]
// expect: [7, 2, 8, 5, 30] 5 true Optional(4)
struct Deck: BidirectionalCollection { var cards = ["A", "K", "Q"]; typealias Index = Int; var startIndex: Int { cards.startIndex }; var endIndex: Int { cards.endIndex }; func index(after i: Int) -> Int { i + 1 }; func index(before i: Int) -> Int { i - 1 }; subscript(i: Int) -> String { cards[i] } }
let deck = Deck(); print(deck.joined(separator: "/"), deck.last!, deck.reversed().joined(), deck.map { $0.lowercased() }, deck.index(of: "K")!, deck.count, deck[1...].joined(), deck.dropLast().map { $0 }, deck.suffix(1).map { $0 }, deck.indices.map { $0 }, deck.lastIndex(of: "A")!)
// expect: A/K/Q Q QKA ["a", "k", "q"] 1 3 KQ ["A", "K"] ["Q"] [0, 1, 2] 0
extension Deck { func index(of c: String) -> Int? { firstIndex(of: c) } }
struct Linked<E>: Collection { indirect enum Node { case end, node(E, Node) }; private var head = Node.end; private(set) var count = 0
    struct Index: Comparable { fileprivate let node: Node; fileprivate let tag: Int; static func == (a: Index, b: Index) -> Bool { a.tag == b.tag }; static func < (a: Index, b: Index) -> Bool { a.tag > b.tag } }
    mutating func push(_ e: E) { head = .node(e, head); count += 1 }
    var startIndex: Index { Index(node: head, tag: count) }; var endIndex: Index { Index(node: .end, tag: 0) }
    subscript(i: Index) -> E { if case .node(let e, _) = i.node { return e }; fatalError("bad index") }
    func index(after i: Index) -> Index { if case .node(_, let n) = i.node { return Index(node: n, tag: i.tag - 1) }; fatalError("end") } }
extension Linked: ExpressibleByArrayLiteral { init(arrayLiteral xs: E...) { for x in xs.reversed() { push(x) } } }
extension Linked: CustomStringConvertible { var description: String { "(" + map { "\($0)" }.joined(separator: " -> ") + ")" } }
var list: Linked = [1, 2, 3, 4]; list.push(0); print(list, list.count, list.first!, list.firstIndex(of: 3) != nil, list.map { $0 * 2 }, list[list.index(list.startIndex, offsetBy: 2)], list.dropFirst(2).map { $0 }, list.prefix { $0 < 3 }.map { $0 }, list.min()!, list.isEmpty, Array(list.indices).count, list[list.startIndex..<list.index(after: list.startIndex)].map { $0 })
// expect: (0 -> 1 -> 2 -> 3 -> 4) 5 0 true [0, 2, 4, 6, 8] 2 [2, 3, 4] [0, 1, 2] 0 false 5 [0]
struct Bag: RangeReplaceableCollection { private var s: [Int] = []; init() {}; var startIndex: Int { 0 }; var endIndex: Int { s.count }; func index(after i: Int) -> Int { i + 1 }; subscript(i: Int) -> Int { s[i] }
    mutating func replaceSubrange<C: Collection>(_ r: Range<Int>, with n: C) where C.Element == Int { s.replaceSubrange(r, with: n) } }
var bag = Bag([3, 1]); bag.append(5); bag.append(contentsOf: [7, 8]); bag.insert(0, at: 0); bag.insert(contentsOf: [9, 9], at: 1); print(Array(bag), bag.remove(at: 1), bag.removeFirst(), bag.count); bag.removeAll { $0 > 7 }; print(bag.map { $0 }); bag.removeSubrange(0..<1); print(Array(bag), Array(bag + [1]), Array(Bag(repeating: 2, count: 3)), bag.filter { $0 > 3 }.count); bag += [4]; bag.removeFirst(2); print(Array(bag)); bag.removeAll(); print(bag.isEmpty)
// expect: [0, 9, 9, 3, 1, 5, 7, 8] 9 0 6
// expect: [3, 1, 5, 7]
// expect: [1, 5, 7] [1, 5, 7, 1] [2, 2, 2] 2
// expect: [7, 4]
// expect: true
struct Seeded: RandomNumberGenerator { var s: UInt64; mutating func next() -> UInt64 { s = s &* 6364136223846793005 &+ 1442695040888963407; return s } }
var g = Seeded(s: 42); print(Int.random(in: 1...6, using: &g), Int.random(in: 0..<1000, using: &g), Double.random(in: 0...1, using: &g), Double.random(in: -5..<5, using: &g), Bool.random(using: &g), UInt8.random(in: 0...255, using: &g), Int8.random(in: -10...10, using: &g), Float.random(in: 0..<1, using: &g), [1, 2, 3, 4, 5, 6].shuffled(using: &g), "abcdef".randomElement(using: &g)!, (1...100).randomElement(using: &g)!, Int.random(in: .min ... .max, using: &g), UInt32.random(in: .min ... .max, using: &g), UInt16.random(in: 100..<200, using: &g), g.next() as UInt32, g.next(upperBound: 100 as UInt64), g.next() as UInt8)
// expect: 4 225 0.41283831882951183 -4.447939285034723 false 224 4 0.22824204 [3, 2, 4, 5, 6, 1] b 80 7210325037408772346 1375671105 113 2285166683 70 5
var arr = Array(1...10); arr.shuffle(using: &g); print(arr, Set([1]).randomElement(using: &g)!, ring.shuffled(using: &g), ["a": 1].randomElement(using: &g)!, ("a"..."z" as ClosedRange<Character>).contains("q"), Float.random(in: 1...2, using: &g), Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &g))
// expect: [5, 1, 2, 6, 8, 3, 4, 9, 10, 7] 1 [5, 8, 7, 2, 30] (key: "a", value: 1) true 1.1731606 -286338881879
