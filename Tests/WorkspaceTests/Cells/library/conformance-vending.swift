// State machine and error handling
enum VendingError: Error, CustomStringConvertible {
    case outOfStock(item: String), insufficientFunds(needed: Int), invalidSelection
    var description: String {
        switch self {
        case .outOfStock(let item): "\(item) is sold out"
        case .insufficientFunds(let n): "need \(n) more"
        case .invalidSelection: "no such item"
        }
    }
}
struct Item { let name: String; var price: Int; var count: Int }
struct VendingMachine {
    enum State: Equatable { case idle, hasMoney(Int), dispensing(String, change: Int) }
    private(set) var state = State.idle { didSet { log.append("\(oldValue) -> \(state)") } }
    private(set) var log: [String] = []
    var inventory: [String: Item]
    mutating func insert(_ coins: Int...) {
        let sum = coins.reduce(0, +)
        switch state {
        case .idle where sum > 0: state = .hasMoney(sum)
        case .hasMoney(let m): state = .hasMoney(m + sum)
        case .idle, .dispensing: break
        }
    }
    mutating func select(_ code: String) throws -> Item {
        defer { log.append("selected \(code)") }
        guard var item = inventory[code] else { throw VendingError.invalidSelection }
        guard item.count > 0 else { throw VendingError.outOfStock(item: item.name) }
        guard case .hasMoney(let money) = state, money >= item.price else {
            var money = 0
            if case let .hasMoney(m) = state { money = m }
            throw VendingError.insufficientFunds(needed: item.price - money)
        }
        item.count -= 1
        inventory[code] = item
        state = .dispensing(item.name, change: money - item.price)
        return item
    }
    mutating func collect() -> Int {
        guard case let .dispensing(_, change) = state else { return 0 }
        state = .idle
        return change
    }
}
var machine = VendingMachine(inventory: ["A1": Item(name: "Chips", price: 50, count: 1), "B2": .init(name: "Cola", price: 120, count: 3)])
func buy(_ code: String, with coins: Int...) -> String {
    for c in coins { machine.insert(c) }
    do {
        let item = try machine.select(code)
        return "\(item.name), change \(machine.collect())"
    } catch let error as VendingError {
        if case .insufficientFunds(let n) = error, n < 50 { return "almost: \(n)" }
        return "\(error)"
    } catch { return "unexpected" }
}
print(buy("A1", with: 20, 50))
print(buy("A1", with: 50))
print(buy("B2", with: 25))
print(buy("Z9"))
print(buy("B2", with: 40, 10))
for line in machine.log { print(" ", line) }
struct Timeout: Error { let seconds: Double }
func retry<T>(_ times: Int, _ body: (Int) throws -> T) rethrows -> T {
    for i in 1..<times { do { return try body(i) } catch { print("attempt \(i): \(error)") } }
    return try body(times)
}
let answer = try retry(3) { n -> String in
    if n < 3 { throw Timeout(seconds: Double(n) / 2) }
    return "done on \(n)"
}
print(answer)
let squares = retry(2) { $0 * $0 }
print(squares)
func process(_ xs: [Int]) throws -> [Int] {
    print("begin"); defer { print("end") }
    return try xs.map { x in
        defer { print("saw", x) }
        if x < 0 { throw VendingError.insufficientFunds(needed: x) }
        return x * 2
    }
}
print((try? process([1, 2])) ?? [], (try? process([1, -2, 3])) as Any)
let results = [1, -1, 2].map { x in Result { try process([x])[0] } }
for r in results {
    switch r {
    case .success(let v): print("ok", v)
    case .failure(let e as VendingError): print("failed", e)
    case .failure(let e): print(e)
    }
}
print(results.compactMap { try? $0.get() }, results.map { (try? $0.map(String.init).get()) ?? "nil" })
func nested() throws {
    do { throw Timeout(seconds: 1) } catch let t as Timeout where t.seconds > 2 { print("long") } catch is VendingError { print("vending") }
}
do { try nested() } catch { print("fell through:", error) }
outer: for i in 0..<3 {
    defer { print("leave", i) }
    for j in 0..<3 { if i * j == 2 { break outer }; if j > i { continue outer }; print(i, j) }
}
// expect: Chips, change 20
// expect: Chips is sold out
// expect: almost: 45
// expect: no such item
// expect: Cola, change 5
// expect:   idle -> hasMoney(20)
// expect:   hasMoney(20) -> hasMoney(70)
// expect:   hasMoney(70) -> dispensing("Chips", change: 20)
// expect:   selected A1
// expect:   dispensing("Chips", change: 20) -> idle
// expect:   idle -> hasMoney(50)
// expect:   selected A1
// expect:   hasMoney(50) -> hasMoney(75)
// expect:   selected B2
// expect:   selected Z9
// expect:   hasMoney(75) -> hasMoney(115)
// expect:   hasMoney(115) -> hasMoney(125)
// expect:   hasMoney(125) -> dispensing("Cola", change: 5)
// expect:   selected B2
// expect:   dispensing("Cola", change: 5) -> idle
// expect: attempt 1: Timeout(seconds: 0.5)
// expect: attempt 2: Timeout(seconds: 1.0)
// expect: done on 3
// expect: 1
// expect: begin
// expect: saw 1
// expect: saw 2
// expect: end
// expect: begin
// expect: saw 1
// expect: saw -2
// expect: end
// expect: [2, 4] nil
// expect: begin
// expect: saw 1
// expect: end
// expect: begin
// expect: saw -1
// expect: end
// expect: begin
// expect: saw 2
// expect: end
// expect: ok 2
// expect: failed need -1 more
// expect: ok 4
// expect: [2, 4] ["2", "nil", "4"]
// expect: fell through: Timeout(seconds: 1.0)
// expect: 0 0
// expect: leave 0
// expect: 1 0
// expect: 1 1
// expect: leave 1
