// Each condition may bind a name again that one before it has bound.
if let x = Int("1"), let x = Optional(x + 1), x > 1 { print(x) } // expect: 2
func positive(_ a: Int?) -> String {
    guard let a = a, let b = Optional(a * 2), case let b = b + 1, b > 0 else { return "none" }
    return "\(a) \(b)"
}
print(positive(3), positive(nil), positive(-3)) // expect: 3 7 none none
func halved(_ text: String) -> Int? {
    guard let text = Int(text), case let text = text / 2, text > 0 else { return nil }
    return text
}
print(halved("9") ?? 0, halved("x") ?? 0, halved("1") ?? 0) // expect: 4 0 0
var rounds = 0
while let n = Optional(rounds), case let n = n * 10, n < 30 { rounds += 1; print(n, terminator: " ") }
print(rounds) // expect: 0 10 20 3
let s = "text"
if let s = Int("4"), case let s = s * 2 { print(s) } // expect: 8
print(s) // expect: text
