public struct P: Comparable, Hashable, CustomStringConvertible { private var x: Int; public init(_ x: Int) { self.x = x }; public static func < (a: P, b: P) -> Bool { a.x < b.x }; public var description: String { "P\(x)" } }
protocol Shape { var area: Double { get }; func f() }
extension Shape { func f() { print("f") } }
struct S: Shape { private let side = 2.0; var area: Double { side * side }; fileprivate func helper() {} }
private struct T: Shape { let area = 1.0; func f() { g() }; private func g() { print("g") } }
public enum E: Error, CaseIterable { case a, b }
public struct It: Sequence { public func makeIterator() -> IndexingIterator<[Int]> { [1, 2].makeIterator() } }
public extension P { var y: Int { x } }
print(P(1) < P(2), P(3), S().area, E.allCases.count, Array(It()), P(4).y)
S().f(); T().f()
// expect: true P3 4.0 2 [1, 2] 4
// expect: f
// expect: g
