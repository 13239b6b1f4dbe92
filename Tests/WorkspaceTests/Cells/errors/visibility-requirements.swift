public struct P: Comparable {
    var x: Int
    static func < (a: P, b: P) -> Bool { a.x < b.x } // error: @17 method '<' must be declared public because it matches a requirement in public protocol 'Comparable'
}
public struct Q: CustomStringConvertible, Hashable {
    var description: String { "q" } // error: @9 property 'description' must be declared public because it matches a requirement in public protocol 'CustomStringConvertible'
    func hash(into h: inout Hasher) {} // error: @10 method 'hash(into:)' must be declared public because it matches a requirement in public protocol 'Hashable'
    static func == (a: Q, b: Q) -> Bool { true } // error: @17 method '==' must be declared public because it matches a requirement in public protocol 'Equatable'
}
public enum E: Error, CustomStringConvertible { case a; private var description: String { "a" } } // error: @69 property 'description' must be declared public because it matches a requirement in public protocol 'CustomStringConvertible'
public protocol Shape { func area() -> Double; var name: String { get } ; init(v: Int) }
public struct Sq: Shape { func area() -> Double { 1 }; let name = "a"; init(v: Int) {} } // error: @32 method 'area()' must be declared public because it matches a requirement in public protocol 'Shape' // error: @60 property 'name' must be declared public because it matches a requirement in public protocol 'Shape' // error: @72 initializer 'init(v:)' must be declared public because it matches a requirement in public protocol 'Shape'
struct In: Shape { func area() -> Double { 1 }; let name = "a"; init(v: Int) {} }
struct In2: Shape { fileprivate func area() -> Double { 1 }; private let name = "a"; init(v: Int) {} } // error: @38 method 'area()' must be as accessible as its enclosing type because it matches a requirement in protocol 'Shape' // error: @74 property 'name' must be as accessible as its enclosing type because it matches a requirement in protocol 'Shape'
public struct It: Sequence, IteratorProtocol { func next() -> Int? { nil } } // error: @53 method 'next()' must be declared public because it matches a requirement in public protocol 'IteratorProtocol'
public struct Ok: Shape { public func area() -> Double { 1 }; public let name = "a"; public init(v: Int) {} }
public struct Ext {}
extension Ext: CustomStringConvertible { var description: String { "" } } // error: @46 property 'description' must be declared public because it matches a requirement in public protocol 'CustomStringConvertible'
public struct Ext2 {}
public extension Ext2 { var description: String { "" } }
extension Ext2: CustomStringConvertible {}
public struct R: RandomNumberGenerator { mutating func next() -> UInt64 { 1 } } // error: @56 method 'next()' must be declared public because it matches a requirement in public protocol 'RandomNumberGenerator'
public struct L: ExpressibleByIntegerLiteral { init(integerLiteral value: Int) {} } // error: @48 initializer 'init(integerLiteral:)' must be declared public because it matches a requirement in public protocol 'ExpressibleByIntegerLiteral'
public struct C: CaseIterable { static var allCases: [C] { [] } } // error: @44 property 'allCases' must be declared public because it matches a requirement in public protocol 'CaseIterable'
private protocol Pr { func m() }
public struct U: Pr { func m() {} }
// ---
protocol Shape { func area() -> Double; var name: String { get }; init(v: Int) }
struct A: Shape { private func area() -> Double { 1 }; let name = "a"; init(v: Int) {} } // error: @32 method 'area()' must be declared internal because it matches a requirement in internal protocol 'Shape'
struct B: Shape { func area() -> Double { 1 }; private let name = "a"; init(v: Int) {} } // error: @60 property 'name' must be declared internal because it matches a requirement in internal protocol 'Shape'
struct C: Shape { func area() -> Double { 1 }; let name = "a"; private init(v: Int) {} } // error: @72 initializer 'init(v:)' must be declared internal because it matches a requirement in internal protocol 'Shape'
struct D: Comparable { var x: Int; fileprivate static func < (l: D, r: D) -> Bool { true } } // error: @60 method '<' must be as accessible as its enclosing type because it matches a requirement in protocol 'Comparable'
