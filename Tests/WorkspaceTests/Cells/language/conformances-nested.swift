struct Outer<T: Equatable> {
    struct Inner: Equatable { var v: T }
    enum Kind: Hashable { case a, b(Int) }
}
print(Outer<Int>.Inner(v: 3) == Outer<Int>.Inner(v: 3), Outer<Int>.Kind.b(1) == .b(2))
struct Shell<T> {
    struct Inner { var v: T }
}
extension Shell.Inner: Equatable where T: Equatable {}
print(Shell.Inner(v: 3) == Shell.Inner(v: 3))
enum Room { }
extension Room {
    struct Box<T> { var v: T }
}
extension Room.Box: Equatable where T: Equatable {}
print(Room.Box(v: 3) == Room.Box(v: 4))
extension Room {
    struct Tin<T> { var v: T }
}
extension Room.Tin: Hashable, Equatable where T: Hashable {}
print(Set([Room.Tin(v: 3)]) .count)
enum Space { struct Box<T> { var v: T } ; enum Kind<T> { case a(T), b } ; struct Plain { var x = 1 } }
extension Space.Box: Equatable where T: Equatable {}
extension Space.Box: Hashable where T: Hashable {}
extension Space.Kind: Equatable where T: Equatable {}
extension Space.Plain: Equatable {}
extension Space.Box { var twice: [T] { [v, v] } }
extension Space.Box where T == Int { func inc() -> Int { v + 1 } }
print(Space.Box(v: 3) == Space.Box(v: 4), Space.Kind.a(1) == .a(1), Space.Plain() == Space.Plain(), Set([Space.Box(v: 3), Space.Box(v: 3)]).count)
print(Space.Box(v: "a").twice, Space.Box(v: 3).inc())
print(nil == nil, nil != nil)
if nil == nil { print("y") }
// expect: true false
// expect: true
// expect: false
// expect: 1
// expect: false true true 1
// expect: ["a", "a"] 4
// expect: true false
// expect: y
