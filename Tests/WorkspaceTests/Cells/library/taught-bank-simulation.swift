enum TransactionError: Error, Equatable { case insufficientFunds(needed: Double), accountLocked, invalidAmount }
struct Account: Identifiable, CustomStringConvertible {
    let id: Int; let owner: String
    private(set) var balance: Double = 0
    private(set) var history: [Transaction] = []
    var isLocked = false
    struct Transaction: CustomStringConvertible { enum Kind: String { case deposit = "+", withdrawal = "-", transfer = ">" }
        let kind: Kind; let amount: Double; var note: String?
        var description: String { "\(kind.rawValue)\(amount)\(note.map { " (\($0))" } ?? "")" } }
    init(id: Int, owner: String) { (self.id, self.owner) = (id, owner) }
    mutating func deposit(_ amount: Double, note: String? = nil) throws { guard amount > 0 else { throw TransactionError.invalidAmount }; guard !isLocked else { throw TransactionError.accountLocked }; balance += amount; history.append(.init(kind: .deposit, amount: amount, note: note)) }
    mutating func withdraw(_ amount: Double) throws { guard !isLocked else { throw TransactionError.accountLocked }; guard balance >= amount else { throw TransactionError.insufficientFunds(needed: amount - balance) }; balance -= amount; history.append(Transaction(kind: .withdrawal, amount: amount)) }
    var description: String { "#\(id) \(owner): \(balance)" }
}
struct Bank {
    private var accounts: [Int: Account] = [:]; private var nextID = 1
    @discardableResult mutating func open(_ owner: String, initial: Double = 0) throws -> Int { defer { nextID += 1 }; var a = Account(id: nextID, owner: owner); if initial > 0 { try a.deposit(initial, note: "initial") }; accounts[nextID] = a; return nextID }
    mutating func transfer(_ amount: Double, from: Int, to: Int) throws { guard var a = accounts[from], var b = accounts[to] else { return }; try a.withdraw(amount); try b.deposit(amount); accounts[from] = a; accounts[to] = b }
    subscript(id: Int) -> Account? { get { accounts[id] } set { accounts[id] = newValue } }
    var total: Double { accounts.values.map(\.balance).reduce(0, +) }
    var sorted: [Account] { accounts.values.sorted { $0.balance > $1.balance } }
}
var bank = Bank()
let a = try bank.open("Ann", initial: 100), b = try bank.open("Bob")
do { try bank.transfer(30, from: a, to: b); try bank.transfer(500, from: a, to: b) } catch TransactionError.insufficientFunds(let n) { print("short by \(n)") }
bank[b]?.isLocked = true
do { try bank.transfer(1, from: a, to: b) } catch let e as TransactionError where e == .accountLocked { print("locked") } catch { print(error) }
bank[b]!.isLocked = false
try bank[a]!.withdraw(5)
print(bank.total, bank.sorted, bank[a]!.history, bank[99] as Any, separator: "\n")
let r = Result { try bank.open("Bad", initial: -1) }; print(r)
print((try? bank[a]?.withdraw(1e9)) == nil, bank[a].map { $0.balance } ?? 0)
// expect: short by 430.0
// expect: locked
// expect: 95.0
// expect: [#1 Ann: 65.0, #2 Bob: 30.0]
// expect: [+100.0 (initial), -30.0, -5.0]
// expect: nil
// expect: success(3)
// expect: true 65.0
