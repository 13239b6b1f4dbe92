// The type that a generic parameter stands for goes where any type of the protocol does.
protocol Counted {
    static var count: Int { get }
    init()
}
struct One: Counted { static let count = 1 }
struct Wrapped<T> {}
extension Wrapped: Counted where T: Counted { static var count: Int { 10 + T.count } }
extension Counted {
    static var own: any Counted.Type { self }
    var own: any Counted.Type { Self.self }
    static func sum(_ other: any Counted.Type) -> Int { count + other.count }
}
func count(_ type: any Counted.Type) -> Int { type.count }
func twice<T: Counted>(_ type: T.Type) -> Int { count(T.self) + count(type) }
func several<T: Counted>(_ x: T) -> [any Counted.Type] { [T.self, type(of: x), Wrapped<T>.self] }
func text<T: Counted>(_ x: T) -> String {
    let written: any Counted.Type = T.self
    let found: any Counted.Type = type(of: x)
    return "\(written) \(written == found) \(found.init())"
}
print(twice(One.self), twice(Wrapped<One>.self), several(One()).map { $0.count }, several(One()))
print(text(One()), text(Wrapped<One>()))
print(One.own, One().own, One.sum(Wrapped<One>.self), [One.own, Wrapped<One>.own].map { $0.count })
// expect: 2 22 [1, 1, 11] [main.One, main.One, main.Wrapped<main.One>]
// expect: One true One() Wrapped<One> true Wrapped<One>()
// expect: One One 12 [1, 11]
