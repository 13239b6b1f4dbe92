protocol Entity: Hashable { associatedtype ID: Hashable; var id: ID { get } }
extension Entity {
    static func == (a: Self, b: Self) -> Bool { a.id == b.id }
    func hash(into h: inout Hasher) { h.combine(id) }
}
struct User: Entity { let id: Int; var name: String }
print(Set([User(id: 1, name: "a"), User(id: 1, name: "b"), User(id: 2, name: "c")]).count) // expect: 2
print(User(id: 1, name: "x") == User(id: 1, name: "y"), [User(id: 3, name: "q")].contains(User(id: 3, name: "r"))) // expect: true true
