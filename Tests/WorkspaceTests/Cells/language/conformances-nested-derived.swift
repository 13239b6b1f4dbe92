struct Outer<T> {
    struct Inner { var v: T }
}
extension Outer.Inner: Equatable where T: Equatable {}
print(Outer.Inner(v: 3) == Outer.Inner(v: 3)) // expect: true
enum Space { }
extension Space {
    struct Box<T> { var v: T }
}
extension Space.Box: Equatable where T: Equatable {}
print(Space.Box(v: 3) == Space.Box(v: 4)) // expect: false
extension Space {
    struct Tin<T> { var v: T }
}
extension Space.Tin: Hashable, Equatable where T: Hashable {}
print(Set([Space.Tin(v: 3)]) .count) // expect: 1
