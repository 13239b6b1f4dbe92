// Inventory with nested enums, dictionaries of arrays, optional chaining
enum Category: String, CaseIterable, Comparable {
    case tools, toys, food
    static func < (a: Category, b: Category) -> Bool { a.rawValue < b.rawValue }
}
struct Item: Hashable, CustomStringConvertible {
    let name: String
    var price: Double
    var category: Category
    var tags: Set<String> = []
    var description: String { "\(name)@\(price)" }
}
struct Inventory {
    private(set) var items: [String: (item: Item, count: Int)] = [:]
    enum Failure: Error, Equatable {
        case unknown(String)
        case tooFew(name: String, wanted: Int, available: Int)
    }
    mutating func add(_ item: Item, count: Int = 1) {
        items[item.name, default: (item, 0)].count += count
    }
    mutating func take(_ name: String, count: Int) throws -> Double {
        guard let entry = items[name] else { throw Failure.unknown(name) }
        guard entry.count >= count else { throw Failure.tooFew(name: name, wanted: count, available: entry.count) }
        items[name]?.count -= count
        if items[name]?.count == 0 { items[name] = nil }
        return entry.item.price * Double(count)
    }
    subscript(name: String) -> Int { items[name]?.count ?? 0 }
    subscript(category: Category) -> [Item] {
        items.values.filter { $0.item.category == category }.map(\.item).sorted { $0.name < $1.name }
    }
    var total: Double { items.values.reduce(0) { $0 + $1.item.price * Double($1.count) } }
}
var shop = Inventory()
shop.add(Item(name: "hammer", price: 12.5, category: .tools), count: 3)
shop.add(Item(name: "yo-yo", price: 3, category: .toys, tags: ["small", "round"]), count: 10)
shop.add(Item(name: "apple", price: 0.25, category: .food, tags: ["round"]), count: 100)
shop.add(Item(name: "saw", price: 20, category: .tools))
for c in Category.allCases.sorted() {
    print(c, shop[c], separator: ": ")
}
print(shop["apple"], shop["pear"], shop.total)
let orders: [(String, Int)] = [("hammer", 1), ("pear", 1), ("apple", 101), ("saw", 1), ("saw", 1)]
for (name, n) in orders {
    do {
        let price = try shop.take(name, count: n)
        print("sold \(n) \(name) for \(price)")
    } catch Inventory.Failure.unknown(let what) {
        print("unknown:", what)
    } catch let Inventory.Failure.tooFew(name, wanted, available) where wanted > 100 {
        print("far too few", name, wanted, available)
    } catch {
        print("other", error)
    }
}
print(shop.items.keys.sorted())
let grouped = Dictionary(grouping: shop.items.values.map { $0.item }) { $0.category }
for (k, v) in grouped.sorted(by: { $0.key < $1.key }) { print(k.rawValue.uppercased(), v.count, v.map { $0.tags.sorted() }) }
let byTag = shop.items.values.reduce(into: [String: [String]]()) { acc, e in
    for t in e.item.tags { acc[t, default: []].append(e.item.name) }
}
print(byTag.mapValues { $0.sorted() }.sorted { $0.key < $1.key })
print(byTag["small"]?.first?.count ?? -1, byTag["none"]?.first?.count as Any)
let e1: Inventory.Failure = .tooFew(name: "a", wanted: 1, available: 0)
print(e1 == .tooFew(name: "a", wanted: 1, available: 0), e1 == .unknown("a"), e1)
dump(e1)
// expect: food: [apple@0.25]
// expect: tools: [hammer@12.5, saw@20.0]
// expect: toys: [yo-yo@3.0]
// expect: 100 0 112.5
// expect: sold 1 hammer for 12.5
// expect: unknown: pear
// expect: far too few apple 101 100
// expect: sold 1 saw for 20.0
// expect: unknown: saw
// expect: ["apple", "hammer", "yo-yo"]
// expect: FOOD 1 [["round"]]
// expect: TOOLS 1 [[]]
// expect: TOYS 1 [["round", "small"]]
// expect: [(key: "round", value: ["apple", "yo-yo"]), (key: "small", value: ["yo-yo"])]
// expect: 5 nil
// expect: true false tooFew(name: "a", wanted: 1, available: 0)
// expect: ▿ main.Inventory.Failure.tooFew
// expect:   ▿ tooFew: (3 elements)
// expect:     - name: "a"
// expect:     - wanted: 1
// expect:     - available: 0
