import Foundation
// Inventory, bank, library, text adventure: programs of a beginner's book
protocol Account { var owner: String { get }; var balance: Double { get set }; mutating func withdraw(_ amount: Double) throws }
enum BankError: Error { case insufficient(needed: Double, available: Double), frozen, unknown(String) }
extension BankError: CustomStringConvertible { var description: String { switch self { case let .insufficient(n, a): return String(format: "need %.2f but have %.2f", n, a); case .frozen: return "account frozen"; case .unknown(let n): return "no account for \(n)" } } }
extension Account { mutating func deposit(_ amount: Double) { balance += amount }; mutating func withdraw(_ amount: Double) throws { guard amount <= balance else { throw BankError.insufficient(needed: amount, available: balance) }; balance -= amount } }
struct Checking: Account { let owner: String; var balance: Double }
struct Savings: Account { let owner: String; var balance: Double; var rate = 0.02; private(set) var history: [Double] = []; var frozen = false
    mutating func withdraw(_ amount: Double) throws { if frozen { throw BankError.frozen }; guard balance - amount >= 10 else { throw BankError.insufficient(needed: amount + 10, available: balance) }; balance -= amount; history.append(-amount) }
    mutating func addInterest() { let i = balance * rate; balance += i; history.append(i) }
    init(owner: String, balance: Double) { (self.owner, self.balance) = (owner, balance) } }
struct Bank { private var accounts: [String: any Account] = [:]
    mutating func open(_ a: any Account) { accounts[a.owner] = a }
    mutating func transfer(_ amount: Double, from: String, to: String) throws { guard var a = accounts[from] else { throw BankError.unknown(from) }; guard accounts[to] != nil else { throw BankError.unknown(to) }; try a.withdraw(amount); accounts[from] = a; accounts[to]!.deposit(amount) }
    subscript(name: String) -> Double? { accounts[name]?.balance }
    var report: String { accounts.values.sorted { $0.owner < $1.owner }.map { "\($0.owner.padding(toLength: 8, withPad: ".", startingAt: 0))\(String(format: "%8.2f", $0.balance)) \(type(of: $0))" }.joined(separator: "\n") }
    var total: Double { accounts.values.reduce(0) { $0 + $1.balance } } }
var bank = Bank(); bank.open(Checking(owner: "Ann", balance: 100)); bank.open(Savings(owner: "Bob", balance: 50)); bank.open(Checking(owner: "Cy", balance: 0))
for (amt, a, b) in [(30.0, "Ann", "Bob"), (500, "Ann", "Bob"), (75, "Bob", "Cy"), (5, "Dee", "Ann"), (60, "Bob", "Cy")] { do { try bank.transfer(amt, from: a, to: b); print("ok", a, "->", b, amt) } catch let e as BankError { print("failed:", e) } catch { print("??") } }
// expect: ok Ann -> Bob 30.0
// expect: failed: need 500.00 but have 70.00
// expect: failed: need 85.00 but have 80.00
// expect: failed: no account for Dee
// expect: ok Bob -> Cy 60.0
print(bank.report); print(bank.total, bank["Ann"] as Any, bank["Zed"] as Any); var sv = Savings(owner: "S", balance: 200); sv.addInterest(); try? sv.withdraw(4); sv.frozen = true; do { try sv.withdraw(1) } catch { print(error) }; print(sv.balance, sv.history, sv)
// expect: Ann.....   70.00 Checking
// expect: Bob.....   20.00 Savings
// expect: Cy......   60.00 Checking
// expect: 150.0 Optional(70.0) nil
// expect: account frozen
// expect: 200.0 [4.0, -4.0] Savings(owner: "S", balance: 200.0, rate: 0.02, history: [4.0, -4.0], frozen: true)
struct Book: Hashable, Comparable, Codable { let title: String, author: String, year: Int; var tags: Set<String> = []; static func < (a: Book, b: Book) -> Bool { (a.author, a.year) < (b.author, b.year) } }
struct Library { private(set) var books: Set<Book> = []; var byAuthor: [String: [Book]] { Dictionary(grouping: books, by: \.author).mapValues { $0.sorted() } }; mutating func add(_ b: Book...) { books.formUnion(b) }; func search(_ q: String) -> [Book] { books.filter { $0.title.localizedCaseInsensitiveContains(q) || $0.tags.contains(q.lowercased()) }.sorted() }; func where_(_ p: (Book) -> Bool) -> [String] { books.filter(p).map(\.title).sorted() } }
var lib = Library(); lib.add(Book(title: "Dune", author: "Herbert", year: 1965, tags: ["sf", "desert"]), Book(title: "Emma", author: "Austen", year: 1815), Book(title: "Persuasion", author: "Austen", year: 1817), Book(title: "Emma", author: "Austen", year: 1815)); print(lib.books.count, lib.byAuthor["Austen"]!.map(\.title), lib.search("DU").map(\.title), lib.search("SF").first?.year as Any, lib.where_ { $0.year < 1900 }, lib.byAuthor.keys.sorted())
// expect: 3 ["Emma", "Persuasion"] ["Dune"] Optional(1965) ["Emma", "Persuasion"] ["Austen", "Herbert"]
enum Command { case go(String), take(String), look, inventory, quit; init?(_ line: String) { let w = line.lowercased().split(separator: " ", maxSplits: 1).map(String.init); switch (w.first, w.dropFirst().first) { case ("go", let d?): self = .go(d); case ("take", let x?), ("get", let x?): self = .take(x); case ("look", nil), ("l", nil): self = .look; case ("i", _), ("inventory", _): self = .inventory; case ("quit", _): self = .quit; default: return nil } } }
struct Game { struct Room { let name: String; var items: [String]; let exits: [String: Int] }; var rooms = [Room(name: "Hall", items: ["lamp"], exits: ["north": 1]), Room(name: "Cave", items: ["gold", "old rope"], exits: ["south": 0])]; var here = 0, bag: [String] = [], isOver = false
    mutating func run(_ c: Command) -> String { switch c { case .go(let d): guard let r = rooms[here].exits[d] else { return "You can't go \(d)." }; here = r; return run(.look); case .take(let x): guard let i = rooms[here].items.firstIndex(of: x) else { return "There is no \(x)." }; bag.append(rooms[here].items.remove(at: i)); return "Taken: \(bag.last!)"; case .look: return "\(rooms[here].name): \(rooms[here].items.isEmpty ? "nothing" : rooms[here].items.joined(separator: ", "))"; case .inventory: return bag.isEmpty ? "Empty." : bag.sorted().description; case .quit: isOver = true; return "Bye" } } }
var game = Game(); for line in ["look", "go west", "take lamp", "go north", "GET old rope", "take sword", "dance", "i", "quit", "look"] { guard !game.isOver else { print("(over)"); break }; print("> \(line)"); print(Command(line).map { game.run($0) } ?? "I don't understand.") }
// expect: > look
// expect: Hall: lamp
// expect: > go west
// expect: You can't go west.
// expect: > take lamp
// expect: Taken: lamp
// expect: > go north
// expect: Cave: gold, old rope
// expect: > GET old rope
// expect: Taken: old rope
// expect: > take sword
// expect: There is no sword.
// expect: > dance
// expect: I don't understand.
// expect: > i
// expect: ["lamp", "old rope"]
// expect: > quit
// expect: Bye
// expect: (over)
struct Money: CustomStringConvertible, Comparable, AdditiveArithmetic { var cents: Int; var description: String { let s = cents < 0 ? "-" : ""; return "\(s)$\(abs(cents) / 100).\(String(format: "%02d", abs(cents) % 100))" }; static var zero: Money { Money(cents: 0) }; static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }; static func - (a: Money, b: Money) -> Money { Money(cents: a.cents - b.cents) }; static func * (a: Money, k: Int) -> Money { Money(cents: a.cents * k) }; static func < (a: Money, b: Money) -> Bool { a.cents < b.cents } }
let cart: [(item: String, price: Money, qty: Int)] = [("tea", Money(cents: 450), 2), ("cake", Money(cents: 1275), 1)]; let sum = cart.map { $0.price * $0.qty }.reduce(.zero, +); print(sum, sum - Money(cents: 3000), cart.max { $0.price < $1.price }!.item, [Money.zero, sum].max()!); for (n, line) in cart.enumerated() { print("\(n + 1). \(line.item) x\(line.qty) @ \(line.price)") }; var m = sum; m += Money(cents: 5); m -= sum; print(m, cart)
// expect: $21.75 -$8.25 cake $21.75
// expect: 1. tea x2 @ $4.50
// expect: 2. cake x1 @ $12.75
// expect: $0.05 [(item: "tea", price: $4.50, qty: 2), (item: "cake", price: $12.75, qty: 1)]
