protocol Entity: Hashable { associatedtype ID: Hashable; var id: ID { get } }
extension Entity {
    static func == (a: Self, b: Self) -> Bool { a.id == b.id }
    func hash(into h: inout Hasher) { h.combine(id) }
}
struct User: Entity { let id: Int; var name: String }
print(Set([User(id: 1, name: "a"), User(id: 1, name: "b"), User(id: 2, name: "c")]).count) // expect: 2
print(User(id: 1, name: "x") == User(id: 1, name: "y"), [User(id: 3, name: "q")].contains(User(id: 3, name: "r"))) // expect: true true
// ---
struct Late { var x = 1 }
enum Season { case dry, wet }
enum Drop { case rain(Int), fog }
struct Box<T> { var value: T }
// ---
extension Late: Hashable {}
extension Season: CaseIterable, Comparable {}
extension Drop: Equatable {}
extension Box: Equatable where T: Equatable {}
print(Late() == Late(), Set([Late(), Late(x: 2), Late(x: 2)]).count)
// expect: true 2
print(Season.allCases, Season.dry < .wet, Drop.rain(1) == .rain(2), Drop.fog == .fog, Box(value: "a") == Box(value: "a"))
// expect: [main.Season.dry, main.Season.wet] true false true true
