enum ParseError: Error { case empty; case invalid(Character, at: Int) }
func digits(_ s: String) throws -> [Int] {
    if s.isEmpty { throw ParseError.empty }
    var result: [Int] = []
    for (i, c) in s.enumerated() {
        guard let d = c.wholeNumberValue else { throw ParseError.invalid(c, at: i) }
        result.append(d)
    }
    return result
}
do { print(try digits("123")) } catch { print("never") } // expect: [1, 2, 3]
do {
    _ = try digits("1x")
    print("not reached")
} catch ParseError.empty {
    print("empty")
} catch ParseError.invalid(let c, let i) {
    print("invalid \(c) at \(i)")
} catch {
    print("other", error)
} // expect: invalid x at 1
do { _ = try digits("") } catch { print("caught", error) } // expect: caught empty
print((try? digits("42")) ?? [], (try? digits("?")) as Any) // expect: [4, 2] nil
let sure = try! digits("7")
print(sure) // expect: [7]
func rethrow(_ s: String) throws -> Int { try digits(s).reduce(0, +) }
do { print(try rethrow("12"), try rethrow("a")) } catch let e as ParseError { print("parse", e) } catch { print("?") } // expect: parse invalid("a", at: 0)
func cleanup() {
    defer { print("deferred") }
    print("body")
}
cleanup()
// expect: body
// expect: deferred
func ordered() {
    defer { print("first in, last out") }
    defer { print("last in, first out") }
}
ordered()
// expect: last in, first out
// expect: first in, last out
struct Failure: Error { let code: Int }
func attempt(_ n: Int) -> String {
    do {
        if n > 0 { throw Failure(code: n) }
        return "fine"
    } catch let f as Failure {
        return "code \(f.code)"
    } catch {
        return "unknown"
    }
}
print(attempt(0), attempt(3)) // expect: fine code 3
print(try [1, 2].map { n throws -> Int in n * 2 }) // expect: [2, 4]
