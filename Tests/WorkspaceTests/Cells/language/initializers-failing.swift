// Initializers that hand over to one that may fail.
struct Number {
    var n: Int
    init?(_ text: String) {
        guard let value = Int(text) else { return nil }
        n = value
    }
    init(sure text: String) { self.init(text)! }
    init(twice text: String) throws {
        self.init(text)!
        n *= 2
    }
    init?(next text: String) {
        self.init(text)
        n += 1
    }
    init?(deep text: String) {
        if text.isEmpty { self.init("7") } else { self.init(next: text) }
        n += 1
    }
}
print(Number(sure: "3"), try Number(twice: "5"))
print(Number(next: "4")!, Number(next: "x") as Any)
print(Number(deep: "") as Any, Number(deep: "5")!, Number(deep: "x") as Any)
enum Level: Int {
    case low = 1, high
    init?(name: String) { self.init(rawValue: name.count) }
    init(orLow value: Int) { if let known = Level(rawValue: value) { self = known } else { self.init(rawValue: 1)! } }
}
print(Level(name: "ab") as Any, Level(name: "abc") as Any, Level(orLow: 2), Level(orLow: 9))
// expect: Number(n: 3) Number(n: 10)
// expect: Number(n: 5) nil
// expect: Optional(main.Number(n: 8)) Number(n: 7) nil
// expect: Optional(main.Level.high) nil high low
