func first(_ text: String) -> Int {
    let value: Int? = Int(text)
    guard let value = value else { return -1 }
    guard let value = Optional(value + 1) else { return -2 }
    return value
}
print(first("4"), first("x"))
let level: Int? = 3
guard let level = level else { fatalError() }
print(level + 1)
let named: String? = "a"
guard let named else { fatalError() }
guard case let label? = Optional(named + "b") else { fatalError() }
print(named, label)
// expect: 5 -1
// expect: 4
// expect: a ab
