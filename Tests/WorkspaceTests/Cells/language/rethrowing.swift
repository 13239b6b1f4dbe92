enum Trouble: Error { case one, two }
func call(_ body: () throws -> Int) rethrows -> Int { do { return try body() } catch { throw Trouble.two } }
func all(_ body: () throws -> Int) rethrows -> [Int] { try [1, 2].map { try body() + $0 } }
func local(_ body: () throws -> Int) rethrows -> Int {
    func inner() throws -> Int { try body() }
    return try inner() + call(body)
}
func maybe(_ body: (() throws -> Int)?) rethrows -> Int { try body?() ?? 1 }
func either(_ a: Bool?, _ b: @autoclosure () throws -> Bool) rethrows -> Bool { try a ?? b() }
print(call { 1 }, all { 2 }, local { 3 }, maybe(nil), either(nil, true))
do { _ = try call { throw Trouble.one } } catch { print(error) }
do { _ = try local { throw Trouble.one } } catch { print(error) }
// expect: 1 [3, 4] 6 1 true
// expect: two
// expect: one
