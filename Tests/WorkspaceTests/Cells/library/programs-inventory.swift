import Foundation
// Inventory report
struct Item: Codable, Hashable { let name: String; var price: Double; var quantity: Int; var tags: [String] }
var items = [Item(name: "Widget", price: 9.99, quantity: 10, tags: ["small", "blue"]), Item(name: "Gadget", price: 24.5, quantity: 0, tags: []), Item(name: "Doohickey", price: 4.25, quantity: 100, tags: ["bulk", "small"])]
func pad(_ s: String, _ w: Int) -> String { s.count >= w ? s : s + String(repeating: " ", count: w - s.count) }
func money(_ d: Double) -> String { String(format: "$%.2f", d) }
print(pad("name", 12) + pad("price", 10) + "qty") // expect: name        price     qty
print(String(repeating: "-", count: 25)) // expect: -------------------------
for item in items.sorted(by: { $0.price > $1.price }) { print("\(pad(item.name, 12))\(pad(money(item.price), 10))\(item.quantity)") }
// expect: Gadget      $24.50    0
// expect: Widget      $9.99     10
// expect: Doohickey   $4.25     100
let total = items.reduce(0.0) { $0 + $1.price * Double($1.quantity) }
print("total:", money(total), total) // expect: total: $524.90 524.9
let byTag = items.reduce(into: [String: [String]]()) { acc, item in for t in item.tags { acc[t, default: []].append(item.name) } }
for (tag, names) in byTag.sorted(by: { $0.key < $1.key }) { print(tag, "->", names.joined(separator: "/")) }
// expect: blue -> Widget
// expect: bulk -> Doohickey
// expect: small -> Widget/Doohickey
items.removeAll { $0.quantity == 0 }
print(items.map(\.name), items.first!) // expect: ["Widget", "Doohickey"] Item(name: "Widget", price: 9.99, quantity: 10, tags: ["small", "blue"])
if let i = items.firstIndex(where: { $0.name == "Widget" }) { items[i].quantity -= 3; items[i].tags.append("sale"); print(items[i]) }
// expect: Item(name: "Widget", price: 9.99, quantity: 7, tags: ["small", "blue", "sale"])
let cheapest = items.min { $0.price < $1.price }
print(cheapest?.name ?? "none", items.contains { $0.tags.contains("bulk") }) // expect: Doohickey true
let grouped = Dictionary(grouping: items, by: { $0.price > 5 })
print(grouped[true]!.count, grouped[false]?.map(\.name) ?? []) // expect: 1 ["Doohickey"]
print(Set(items).count, Set(items.flatMap(\.tags)).sorted()) // expect: 2 ["blue", "bulk", "sale", "small"]
let (cheap, dear) = (items.filter { $0.price < 5 }, items.filter { $0.price >= 5 })
print(cheap.count, dear.count, items.map { ($0.name, $0.quantity) }) // expect: 1 1 [("Widget", 7), ("Doohickey", 100)]
print(items.enumerated().map { "\($0 + 1). \($1.name)" }.joined(separator: "\n"))
// expect: 1. Widget
// expect: 2. Doohickey
