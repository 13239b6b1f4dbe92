struct Number {
    var n: Int
    init?(_ text: String) {
        guard let value = Int(text) else { return nil }
        n = value
    }
    init(sure text: String) { self.init(text)! } // trap: Unexpectedly found nil while unwrapping an Optional value
}
print(Number(sure: "3"))
print(Number(sure: "q"))
// expect: Number(n: 3)
// ---
func answer(_ n: Int) -> String! { n > 0 ? "yes" : nil }
print(answer(1).count)
print(answer(0).count) // trap: Unexpectedly found nil while implicitly unwrapping an Optional value
// expect: 3
