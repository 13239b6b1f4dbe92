
enum TransactionError: Error, CustomStringConvertible {
    case insufficientFunds(needed: Int, available: Int)
    case accountNotFound(String)
    case invalidAmount
    var description: String {
        switch self {
        case .insufficientFunds(let needed, let available): return "need \(needed), have \(available)"
        case .accountNotFound(let id): return "no account \(id)"
        case .invalidAmount: return "invalid amount"
        }
    }
}
struct Account {
    let id: String
    private(set) var balance: Int
    var history: [Int] = []
    init(id: String, balance: Int = 0) { self.id = id; self.balance = balance }
    mutating func deposit(_ amount: Int) throws {
        guard amount > 0 else { throw TransactionError.invalidAmount }
        balance += amount
        history.append(amount)
    }
    mutating func withdraw(_ amount: Int) throws {
        guard amount > 0 else { throw TransactionError.invalidAmount }
        guard balance >= amount else { throw TransactionError.insufficientFunds(needed: amount, available: balance) }
        balance -= amount
        history.append(-amount)
    }
}
struct Bank {
    private var accounts: [String: Account] = [:]
    mutating func open(_ id: String, with amount: Int) { accounts[id] = Account(id: id, balance: amount) }
    mutating func transfer(from: String, to: String, amount: Int) throws {
        guard var source = accounts[from] else { throw TransactionError.accountNotFound(from) }
        guard var target = accounts[to] else { throw TransactionError.accountNotFound(to) }
        try source.withdraw(amount)
        try target.deposit(amount)
        accounts[from] = source
        accounts[to] = target
    }
    func balance(of id: String) -> Int? { accounts[id]?.balance }
    func total() -> Int { accounts.values.reduce(0) { $0 + $1.balance } }
}
var bank = Bank()
bank.open("a", with: 100)
bank.open("b", with: 50)
do {
    try bank.transfer(from: "a", to: "b", amount: 30)
    try bank.transfer(from: "a", to: "b", amount: 300)
} catch let error as TransactionError {
    print(error)
}
let sum: Int = bank.balance(of: "a") + bank.balance(of: "b")! // error: @21 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
print(sum, bank.total())
// ---

struct Matrix: Equatable, CustomStringConvertible {
    let rows: Int, columns: Int
    var grid: [Double]
    init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.rows = rows
        self.columns = columns
        grid = Array(repeating: value, count: rows * columns)
    }
    init(_ lines: [[Double]]) {
        rows = lines.count
        columns = lines.first?.count ?? 0
        grid = lines.flatMap { $0 }
    }
    subscript(row: Int, column: Int) -> Double {
        get { grid[row * columns + column] }
        set { grid[row * columns + column] = newValue }
    }
    static func + (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.rows == b.rows && a.columns == b.columns)
        var result = a
        for i in a.grid.indices { result.grid[i] += b.grid[i] }
        return result
    }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows)
        var result = Matrix(rows: a.rows, columns: b.columns)
        for i in 0..<a.rows {
            for j in 0..<b.columns {
                var sum = 0.0
                for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
                result[i, j] = sum
            }
        }
        return result
    }
    var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
        return result
    }
    var description: String {
        (0..<rows).map { i in (0..<columns).map { j in "\(self[i, j])" }.joined(separator: " ") }.joined(separator: "\n")
    }
    func map(_ f: (Double) -> Double) -> Matrix {
        var result = self
        result.grid = grid.map(f)
        return result
    }
}
let m = Matrix([[1, 2], [3, 4]])
let identity = Matrix([[1, 0], [0, 1]])
print(m * identity == m)
print((m + m).transposed)
let scaled = m * 2 // error: @16 binary operator '*' cannot be applied to operands of type 'Matrix' and 'Int'
print(scaled.map { $0.squareRoot() })
// ---

enum Token: Equatable {
    case number(Double), plus, minus, times, divide, open, close
}
enum ParseError: Error { case unexpected(Character), unbalanced, empty }
func tokenize(_ text: String) throws -> [Token] {
    var tokens: [Token] = []
    var digits = ""
    func flush() {
        if !digits.isEmpty, let value = Double(digits) { tokens.append(.number(value)) }
        digits = ""
    }
    for c in text {
        switch c {
        case "0"..."9", ".": digits.append(c)
        case " ": flush()
        case "+": flush(); tokens.append(.plus)
        case "-": flush(); tokens.append(.minus)
        case "*": flush(); tokens.append(.times)
        case "/": flush(); tokens.append(.divide)
        case "(": flush(); tokens.append(.open)
        case ")": flush(); tokens.append(.close)
        default: throw ParseError.unexpected(c)
        }
    }
    flush()
    return tokens
}
struct Parser {
    var tokens: [Token]
    var position = 0
    var current: Token? { position < tokens.count ? tokens[position] : nil }
    mutating func expression() throws -> Double {
        var value = try term()
        while let token = current, token == .plus || token == .minus {
            position += 1
            let next = try term()
            value = token == .plus ? value + next : value - next
        }
        return value
    }
    mutating func term() throws -> Double {
        var value = try factor()
        while let token = current, token == .times || token == .divide {
            position += 1
            let next = try factor()
            value = token == .times ? value * next : value / next
        }
        return value
    }
    mutating func factor() throws -> Double {
        guard let token = current else { throw ParseError.empty }
        position += 1
        switch token { // error: @9 switch must be exhaustive
        case .number(let value): return value
        case .minus: return -(try factor())
        case .open:
            let value = try expression()
            guard current == .close else { throw ParseError.unbalanced }
            position += 1
            return value
        }
    }
}
var parser = Parser(tokens: try tokenize("2 * (3 + 4)"))
print(try parser.expression())
// ---

protocol Identified { var id: Int { get } }
struct Item: Identified, Hashable { let id: Int; var name: String; var price: Double; var quantity: Int }
struct Store<T: Identified & Hashable> {
    private var items: [Int: T] = [:]
    private var order: [Int] = []
    mutating func add(_ item: T) {
        if items.updateValue(item, forKey: item.id) == nil { order.append(item.id) }
    }
    mutating func remove(id: Int) -> T? {
        order.removeAll { $0 == id }
        return items.removeValue(forKey: id)
    }
    var all: [T] { order.compactMap { items[$0] } }
    func filter(_ test: (T) -> Bool) -> [T] { all.filter(test) }
    func sorted<K: Comparable>(by key: (T) -> K) -> [T] { all.sorted { key($0) < key($1) } }
    func grouped<K: Hashable>(by key: (T) -> K) -> [K: [T]] { Dictionary(grouping: all, by: key) }
}
struct Discount {
    let percent: Double
    func apply(to price: Double) -> Double { price * (1 - percent / 100) }
}
var store = Store<Item>()
store.add(Item(id: 1, name: "pen", price: 1.5, quantity: 10))
store.add(Item(id: 2, name: "book", price: 12, quantity: 3))
store.add(Item(id: 3, name: "bag", price: 30, quantity: 0))
let available = store.filter { $0.quantity > 0 }
print(available.map(\.name))
let byPrice = store.sorted { $0.price }
print(byPrice.map { "\($0.name): \($0.price)" })
let groups = store.grouped { $0.price > 10 ? "dear" : "cheap" }
for (name, items) in groups.sorted(by: { $0.key < $1.key }) {
    print(name, items.count)
}
let discount = Discount(percent: 10)
var total = 0
for item in available {
    total += discount.apply(to: item.price) * Double(item.quantity) // error: @45 cannot convert value of type 'Double' to expected argument type 'Int'
}
print(total)
// ---

struct Life {
    var cells: Set<Cell> = []
    struct Cell: Hashable { let x: Int, y: Int }
    func neighbours(of cell: Cell) -> [Cell] {
        var result: [Cell] = []
        for dx in -1...1 {
            for dy in -1...1 where (dx, dy) != (0, 0) {
                result.append(Cell(x: cell.x + dx, y: cell.y + dy))
            }
        }
        return result
    }
    func count(around cell: Cell) -> Int { neighbours(of: cell).filter(cells.contains).count }
    func next() -> Life {
        var result = Life()
        let candidates = cells.union(cells.flatMap(neighbours))
        for cell in candidates {
            switch (cells.contains(cell), count(around: cell)) { // error: @13 switch must be exhaustive
            case (true, 2), (true, 3): result.cells.insert(cell)
            case (false, 3): result.cells.insert(cell)
            case (true, _): break
            }
        }
        return result
    }
    func show(width: Int, height: Int) {
        for y in 0..<height {
            var line = ""
            for x in 0..<width { line += cells.contains(Cell(x: x, y: y)) ? "#" : "." }
            print(line)
        }
    }
}
var life = Life(cells: [.init(x: 1, y: 0), .init(x: 2, y: 1), .init(x: 0, y: 2), .init(x: 1, y: 2), .init(x: 2, y: 2)])
for _ in 0..<4 {
    life.show(width: 5, height: 5)
    life = life.next()
}
// ---

func first(_ n: Int) -> String {
    let label = n > 3 ? "big" : 3 // error: @25 result values in '? :' expression have mismatching types 'String' and 'Int'
    return label
}
func second(_ n: Int) -> Int {
    if n > 1 { return n }
}
func third(_ values: [Int]) -> Int? {
    for v in values where v > "3" { return v } // error: @29 binary operator '>' cannot be applied to operands of type 'Int' and 'String'
    return nil
}
func fourth() throws -> Int { 4 }
func fifth() -> Int { fourth() } // error: @23 call can throw, but it is not marked with 'try' and the error is not handled
struct S {
    var value: Int
    func change() { value = 3 } // error: @21 cannot assign to property: 'self' is immutable
    static func make() -> S { S(val: 3) } // error: @32 incorrect argument label in call (have 'val:', expected 'value:')
    var text: String { value } // error: @24 cannot convert return expression of type 'Int' to return type 'String'
}
let s = S(value: 3)
s.change // error: @3 function is unused
s.value = 4 // error: @3 cannot assign to property: 's' is a 'let' constant
// ---

struct Customer { let arrival: Int; let service: Int; var waited: Int = 0 }
struct Queue<Element> {
    private var incoming: [Element] = []
    private var outgoing: [Element] = []
    var isEmpty: Bool { incoming.isEmpty && outgoing.isEmpty }
    var count: Int { incoming.count + outgoing.count }
    mutating func enqueue(_ element: Element) { incoming.append(element) }
    mutating func dequeue() -> Element? {
        if outgoing.isEmpty { outgoing = incoming.reversed(); incoming = [] }
        return outgoing.popLast()
    }
}
struct Clock { private(set) var time = 0; mutating func tick(by n: Int = 1) { time += n } }
struct Simulation {
    var clock = Clock()
    var queue = Queue<Customer>()
    var finished: [Customer] = []
    var seed: UInt64 = 42
    mutating func random(below limit: Int) -> Int {
        seed = seed &* 6364136223846793005 &+ 1442695040888963407
        return Int(seed >> 33) % limit
    }
    mutating func run(for duration: Int) {
        var busyUntil = 0
        while clock.time < duration {
            if random(below: 3) == 0 {
                queue.enqueue(Customer(arrival: clock.time, service: 1 + random(below: 4)))
            }
            if clock.time >= busyUntil, var customer = queue.dequeue() {
                customer.waited = clock.time - customer.arrival
                busyUntil = clock.time + customer.service
                finished.append(customer)
            }
            clock.time += 1 // error: @24 left side of mutating operator isn't mutable: 'time' setter is inaccessible
        }
    }
    var averageWait: Double {
        guard !finished.isEmpty else { return 0 }
        return Double(finished.reduce(0) { $0 + $1.waited }) / Double(finished.count)
    }
}
var simulation = Simulation()
simulation.run(for: 100)
print(simulation.finished.count, simulation.averageWait)
// ---

enum State: String, CaseIterable { case idle, running, paused, stopped
    var next: [State] {
        switch self {
        case .idle: [.running]
        case .running: [.paused, .stopped]
        case .paused: [.running, .stopped]
        case .stopped: []
        }
    }
}
enum Event { case start, pause, resume, stop }
struct Machine {
    private(set) var state = State.idle
    private(set) var log: [(State, State)] = []
    mutating func handle(_ event: Event) -> Bool {
        let target: State
        switch (state, event) {
        case (.idle, .start): target = .running
        case (.running, .pause): target = .paused
        case (.paused, .resume): target = .running
        case (.running, .stop), (.paused, .stop): target = .stopped
        default: break
        }
        guard state.next.contains(target) else { return false } // error: @35 constant 'target' used before being initialized
        log.append((state, target)) // error: @28 constant 'target' used before being initialized
        state = target // error: @15 constant 'target' used before being initialized
        return true
    }
}
var machine = Machine()
for event in [Event.start, .pause, .resume, .stop] { print(machine.handle(event), machine.state.rawValue) }
for state in State.allCases { print(state, state.next.map(\.rawValue)) }
// ---

struct Vec3 { var x = 0.0, y = 0.0, z = 0.0
    static func + (a: Vec3, b: Vec3) -> Vec3 { Vec3(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z) }
    static func - (a: Vec3, b: Vec3) -> Vec3 { Vec3(x: a.x - b.x, y: a.y - b.y, z: a.z - b.z) }
    static func * (a: Vec3, k: Double) -> Vec3 { Vec3(x: a.x * k, y: a.y * k, z: a.z * k) }
    static func += (a: inout Vec3, b: Vec3) { a = a + b }
    var norm: Double { (x * x + y * y + z * z).squareRoot() }
}
struct Body { var position: Vec3, velocity: Vec3; let mass: Double }
struct System {
    var bodies: [Body]
    let gravity = 1.0
    func acceleration(of i: Int) -> Vec3 {
        var total = Vec3()
        for j in bodies.indices where j != i {
            let d = bodies[j].position - bodies[i].position
            total += d * (gravity * bodies[j].mass / (d.norm * d.norm * d.norm))
        }
        return total
    }
    mutating func step(_ dt: Double) {
        let accelerations = bodies.indices.map(acceleration)
        for i in bodies.indices {
            bodies[i].velocity += accelerations[i] * dt
            bodies[i].position += bodies[i].velocity * dt
        }
    }
    var energy: Double {
        bodies.reduce(0) { sum, body in sum + 0.5 * body.mass * body.velocity.norm * body.velocity.norm }
    }
}
let system = System(bodies: [Body(position: Vec3(x: 1), velocity: Vec3(y: 0.5), mass: 1), Body(position: Vec3(x: -1), velocity: Vec3(y: -0.5), mass: 1)])
for _ in 0..<10 { system.step(0.01) } // error: @26 cannot use mutating member on immutable value: 'system' is a 'let' constant
print(system.energy)
// ---

protocol Monoid { static var zero: Self { get }; static func combine(_ a: Self, _ b: Self) -> Self }
extension Int: Monoid { static var zero: Int { 0 }; static func combine(_ a: Int, _ b: Int) -> Int { a + b } }
extension String: Monoid { static var zero: String { "" }; static func combine(_ a: String, _ b: String) -> String { a + b } }
extension Array where Element: Monoid {
    func folded() -> Element { reduce(.zero, Element.combine) }
}
struct Weighted<Value: Monoid> { var value: Value; var weight: Int
    func repeated() -> Value { (0..<weight).reduce(Value.zero) { acc, _ in Value.combine(acc, value) } }
}
print([1, 2, 3].folded())
print(["a", "b"].folded())
print(Weighted(value: "x", weight: 3).repeated())
print([1.5, 2.5].folded()) // error: @18 referencing instance method 'folded()' on 'Array' requires that 'Double' conform to 'Monoid'
print(Weighted(value: 2.5, weight: 3).repeated()) // error: @7 generic struct 'Weighted' requires that 'Double' conform to 'Monoid'
// ---

let numerals: [(Int, String)] = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
func roman(_ n: Int) -> String {
    var n = n
    var result = ""
    for (value, symbol) in numerals {
        while n >= value {
            result += symbol
            n -= value
        }
    }
    return result
}
func value(of text: String) -> Int? {
    let table: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    var total = 0, previous = 0
    for c in text.reversed() {
        guard let v = table[c] else { return nil }
        if v < previous { total -= v } else { total += v; previous = v }
    }
    return total
}
let checked = (1...20).map { n -> Bool in
    let text = roman(n)
    if let back = value(of: text) {
        return back == n
    } else {
        print("bad \(text)")
    }
} // error: @1 missing return in closure expected to return 'Bool'
print(checked.allSatisfy { $0 })
// ---

struct Config {
    let name: String
    let retries: Int
    let verbose: Bool
    var tags: [String]
    init(name: String, options: [String: String]) {
        self.name = name
        tags = []
        if let text = options["retries"], let n = Int(text) {
            retries = n
        }
        verbose = options["verbose"] == "yes"
        for (key, value) in options.sorted(by: { $0.key < $1.key }) where key.hasPrefix("tag") {
            tags.append(value)
        }
    } // error: @5 return from initializer without initializing all stored properties
    func describe() -> String { "\(name) \(retries) \(verbose) \(tags)" }
}
print(Config(name: "a", options: [:]).describe())
