struct N {}
struct B {
    init<H: Hashable>(_ x: H) {}
    func f<T: Comparable>(_ t: T) {}
    static func g<T: Comparable & Hashable>(x t: T) {}
}
let b = B(N()) // error: @9 initializer 'init(_:)' requires that 'N' conform to 'Hashable'
B(1).f(N()) // error: @6 instance method 'f' requires that 'N' conform to 'Comparable'
B.g(x: N()) // error: @3 static method 'g(x:)' requires that 'N' conform to 'Comparable' // error: @3 static method 'g(x:)' requires that 'N' conform to 'Hashable'
struct H<T>: Equatable { var v: T } // error: @8 type 'H<T>' does not conform to protocol 'Equatable'
