// Functions whose result is an Optional that is unwrapped where only its payload fits.
func three() -> Int! { 3 }
func answer(_ n: Int) -> String! { n > 0 ? "yes" : nil }
print(three() + 1, answer(1).count, answer(1) ?? "none", answer(0) ?? "none", answer(0) as Any)
let kept = three()
print(kept as Any, kept == 3)
let plain: Int = three()
print(plain, answer(1).uppercased(), three().description)
if let known = answer(0) { print(known) } else { print("nil") }
struct Maker {
    func list() -> [Int]! { [1, 2] }
    static func make() -> Maker! { Maker() }
}
print(Maker().list()[1], Maker.make().list().count, Maker().list()?.count ?? 0)
// expect: 4 3 yes none nil
// expect: Optional(3) true
// expect: 3 YES 3
// expect: nil
// expect: 2 2 2
// ---
// What is said where there is no value.
let age: Int? = nil, name: String? = "Ann", weight: Double? = 2.5
print("\(age, default: "unknown") \(name, default: "none") \(weight, default: "x")", "\(age, default: "n/a")!".count)
let fallback = "later"
print("\(age.map { $0 + 1 }, default: fallback + "!") \(weight.map { $0 * 2 }, default: fallback)")
// expect: unknown Ann 2.5 4
// expect: later! 5.0
