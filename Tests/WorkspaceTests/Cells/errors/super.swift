struct S {
    func f() { super.f() } // error: @16 'super' cannot be used in non-class type 'S'
    func g() -> Int { [1].map { _ in super.x }.count } // error: @38 'super' cannot be used in non-class type 'S'
    init() { super.init() } // error: @14 'super' cannot be used in non-class type 'S'
    static func h() { super.h() } // error: @23 'super' cannot be used in non-class type 'S'
}
enum E { case a; func f() { print(super.description) } } // error: @35 'super' cannot be used in non-class type 'E'
protocol P { }
extension P { func q() { super.q() } } // error: @26 'super' cannot be used in non-class type 'P'
func free() { super.f() } // error: @15 'super' cannot be used outside of a class computed property, method, initializer, deinitializer, or subscript
struct Out<T> { struct In { func f() { super.f() } } } // error: @40 'super' cannot be used in non-class type 'In'
extension Int { func z() { super.z() } } // error: @28 'super' cannot be used in non-class type 'Int'
