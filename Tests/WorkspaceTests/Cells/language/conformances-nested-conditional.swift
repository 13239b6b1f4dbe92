enum Space { struct Box<T> { var v: T } ; enum Kind<T> { case a(T), b } ; struct Plain { var x = 1 } }
extension Space.Box: Equatable where T: Equatable {}
extension Space.Box: Hashable where T: Hashable {}
extension Space.Kind: Equatable where T: Equatable {}
extension Space.Plain: Equatable {}
extension Space.Box { var twice: [T] { [v, v] } }
extension Space.Box where T == Int { func inc() -> Int { v + 1 } }
print(Space.Box(v: 3) == Space.Box(v: 4), Space.Kind.a(1) == .a(1), Space.Plain() == Space.Plain(), Set([Space.Box(v: 3), Space.Box(v: 3)]).count) // expect: false true true 1
print(Space.Box(v: "a").twice, Space.Box(v: 3).inc()) // expect: ["a", "a"] 4
