func average(_ values: [Double]) -> Double {
    let total = values.reduce(0, +)
    if values.isEmpty { return 0 }
    total / Double(values.count) // error: @5 missing return in global function expected to return 'Double'
}
// ---
struct Meter {
    var values: [Int]
    var largest: Int {
        let sorted = values.sorted()
        sorted.last ?? 0 // error: @9 missing return in getter expected to return 'Int'
    }
    func label() -> String {
        print("label")
        values.count
    } // error: @5 missing return in instance method expected to return 'String'
}
// ---
enum Shape { case circle(radius: Double), square(Double) }
let shape = Shape.circle(2) // error: @26 missing argument label 'radius:' in call
switch shape {
case .circle(let radius): print(radius)
case .square(let side) where side > 1: print(side)
case .square: print("small")
}
// ---
protocol Drawable { func draw(_ size: Int) -> String }
extension String: Drawable {} // error: @1 type 'String' does not conform to protocol 'Drawable'
extension Int: Drawable { func draw(size: Int) -> String { "\(self)" } } // error: @32 instance method 'draw(size:)' has different argument labels from those required by protocol 'Drawable' ('draw')
extension Double: Drawable { func draw(_ size: Int) -> String { "\(self)" } }
// ---
struct Point { var x = 0.0, y = 0.0 }
let p = Point(x: 1, y: 2), q = Point(1, 2) // error: @37 missing argument labels 'x:y:' in call
print(p == q)
// ---
struct V { var x = 0; static func * (a: V, b: Double) -> V { a } }
print(V() * 2.0)
print(2.0 * V()) // error: @13 cannot convert value of type 'V' to expected argument type 'Double'
// ---
let kept = [1, 2, 3].filter { value in
    print(value) // error: @5 cannot convert value of type '()' to closure result type 'Bool'
}
