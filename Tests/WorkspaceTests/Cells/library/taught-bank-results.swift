// error handling, typed throws maybe, Result, rethrows
enum BankError: Error, CustomStringConvertible {
    case insufficient(needed: Double), frozen, noAccount(id: Int)
    var description: String {
        switch self {
        case .insufficient(let n): return "need \(n) more"
        case .frozen: return "frozen"
        case .noAccount(let id): return "no account #\(id)"
        }
    }
}
struct Account { let id: Int; private(set) var balance: Double = 0; var isFrozen = false
    mutating func deposit(_ x: Double) throws { guard !isFrozen else { throw BankError.frozen }; balance += x }
    mutating func withdraw(_ x: Double) throws -> Double {
        if isFrozen { throw BankError.frozen }
        guard balance >= x else { throw BankError.insufficient(needed: x - balance) }
        balance -= x; return balance
    }
    init(id: Int, opening: Double = 0) { self.id = id; balance = opening }
}
struct Bank {
    var accounts: [Int: Account] = [:]
    var log: [String] = [] { didSet { if log.count > 3 { log.removeFirst(log.count - 3) } } }
    mutating func with<T>(_ id: Int, _ body: (inout Account) throws -> T) throws -> T {
        guard var acc = accounts[id] else { throw BankError.noAccount(id: id) }
        defer { accounts[id] = acc; log.append("touched \(id)") }
        return try body(&acc)
    }
    mutating func transfer(from: Int, to: Int, _ x: Double) throws {
        _ = try with(from) { try $0.withdraw(x) }
        do { try with(to) { try $0.deposit(x) } }
        catch { try? with(from) { try $0.deposit(x) }; throw error }
    }
}
var bank = Bank(accounts: [1: Account(id: 1, opening: 100), 2: Account(id: 2)])
func attempt(_ name: String, _ body: () throws -> Void) { do { try body(); print(name, "ok") } catch let e as BankError { print(name, "failed:", e) } catch { print("?", error) } }
attempt("t1") { try bank.transfer(from: 1, to: 2, 30) }
attempt("t2") { try bank.transfer(from: 1, to: 2, 300) }
attempt("t3") { try bank.transfer(from: 1, to: 9, 10) }
bank.accounts[2]?.isFrozen = true
attempt("t4") { try bank.transfer(from: 1, to: 2, 10) }
print(bank.accounts.values.map { ($0.id, $0.balance) }.sorted { $0.0 < $1.0 }, bank.log)
struct ParseError: Error { let line: Int, reason: String; var localizedDescription: String { "L\(line): \(reason)" } }
func parse(_ s: String) throws -> [String: Int] {
    var out: [String: Int] = [:]
    for (i, l) in s.split(separator: "\n").enumerated() {
        let parts = l.split(separator: "=").map { $0.trimmingPrefix(while: { $0 == " " }) }
        guard parts.count == 2 else { throw ParseError(line: i + 1, reason: "expected '='") }
        guard let v = Int(parts[1]) else { throw ParseError(line: i + 1, reason: "not a number: \(parts[1])") }
        out[String(parts[0])] = v
    }
    return out
}
for s in ["a=1\nb=2", "a=1\nb", "x=y"] {
    let r = Result { try parse(s) }
    switch r {
    case .success(let d): print(d.sorted { $0.key < $1.key })
    case .failure(let e as ParseError): print(e.line, e.reason)
    case .failure(let e): print(e)
    }
    print(r.map(\.count), (try? r.get().count) ?? -1)
}
func mapAll<T, U>(_ xs: [T], _ f: (T) throws -> U) rethrows -> [U] { var r: [U] = []; for x in xs { r.append(try f(x)) }; return r }
print(mapAll([1, 2]) { $0 + 1 })
do { print(try mapAll(["1", "x"]) { (s: String) throws -> Int in guard let i = Int(s) else { throw ParseError(line: 0, reason: s) }; return i }) } catch { print(error) }
enum NetError: Error { case timeout, status(Int) }
func fetch(_ n: Int) throws -> String { if n == 0 { throw NetError.timeout }; if n > 3 { throw NetError.status(n) }; return "page\(n)" }
for n in [0, 2, 5] { do { print(try fetch(n)) } catch NetError.timeout { print("timeout") } catch NetError.status(let c) { print("status", c) } catch {} }
func retry<T>(_ times: Int, _ body: (Int) throws -> T) rethrows -> T { for i in 1..<times { if let x = try? body(i) { return x } }; return try body(times) }
print((try? retry(3) { try fetch(5 - $0 * 2) }) ?? "none", (try? retry(2) { _ in try fetch(9) }) ?? "none")
let v: Result<Int, NetError> = .failure(.status(404))
print(v, v.mapError { _ in BankError.frozen }, v.flatMapError { _ in Result<Int, Never>.success(0) })
do { defer { print("cleanup 1") }; defer { print("cleanup 2") }; _ = try fetch(0) } catch { print("caught \(error)") }
func nested() throws -> Int { do { throw NetError.timeout } catch NetError.status { return 1 } }
do { _ = try nested() } catch NetError.timeout { print("propagated") } catch {}
print(try! fetch(1), (try? fetch(0)) == nil)
// expect: t1 ok
// expect: t2 failed: need 230.0 more
// expect: t3 failed: no account #9
// expect: t4 failed: frozen
// expect: [(1, 70.0), (2, 30.0)] ["touched 1", "touched 2", "touched 1"]
// expect: [(key: "a", value: 1), (key: "b", value: 2)]
// expect: success(2) 2
// expect: 2 expected '='
// expect: failure(main.ParseError(line: 2, reason: "expected \'=\'")) -1
// expect: 1 not a number: y
// expect: failure(main.ParseError(line: 1, reason: "not a number: y")) -1
// expect: [2, 3]
// expect: ParseError(line: 0, reason: "x")
// expect: timeout
// expect: page2
// expect: status 5
// expect: page3 none
// expect: failure(main.NetError.status(404)) failure(frozen) success(0)
// expect: cleanup 2
// expect: cleanup 1
// expect: caught timeout
// expect: propagated
// expect: page1 true
