struct Outer<T: Equatable> {
    struct Inner: Equatable { var v: T }
    enum Kind: Hashable { case a, b(Int) }
}
print(Outer<Int>.Inner(v: 3) == Outer<Int>.Inner(v: 3), Outer<Int>.Kind.b(1) == .b(2)) // expect: true false
