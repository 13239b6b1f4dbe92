struct Stack: Sequence {
    var items: [Int] = []
    @discardableResult mutating func push(_ item: Int) -> Int { items.append(item); return item }
    func forEach(_ body: (Int) throws -> Void) rethrows { try items.forEach(body) }
    func makeIterator() -> Array<Int>.Iterator { items.makeIterator() }
}
var one = Stack(items: [1, 2]), other = Stack()
one.forEach { other.push($0) }
print(other.items)
extension Sequence { func each(_ body: (Element) throws -> Void) rethrows { for item in self { try body(item) } } }
extension Array { func each(_ body: (Element) throws -> Void) rethrows { for item in self { try body(item) } } }
one.items.each { other.push($0) }
func run(_ body: () -> Void) { body() }
func run(_ body: (Int) -> Void) { body(7) }
run { other.push($0) }
print(other.items)
// expect: [1, 2]
// expect: [1, 2, 1, 2, 7]
