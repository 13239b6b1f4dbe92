// trailing closures and defaults
func run(times: Int = 1, before: () -> Void = { print("before") }, after: () -> Void = { print("after") }) {
    before()
    for i in 0..<times { print("run", i) }
    after()
}
run()
run { print("B") }
run(times: 2) { print("only") }
run { print("b") } after: { print("a") }
run(times: 0, after: { print("x") })
func fetch(_ name: String, onSuccess: (Int) -> Void = { _ in }, onFailure: ((String) -> Void)? = nil, finally: () -> Void = {}) {
    if let n = Int(name) { onSuccess(n) } else { onFailure?(name) }
    finally()
}
fetch("12") { print("ok \($0)") }
fetch("zz") { print("ok \($0)") } onFailure: { print("bad \($0)") } finally: { print("done") }
fetch("12", onFailure: { print($0) }) 
func make(_ f: (Int) -> Int = { $0 + 1 }, _ g: (Int) -> Int = { $0 * 10 }) -> Int { g(f(1)) }
print(make(), make({ $0 }), make({ $0 }, { $0 }), make { $0 + 5 })
func opt(_ n: Int, then body: ((Int) -> Int)? = nil) -> Int { body?(n) ?? n }
print(opt(3), opt(3) { $0 * 2 })
struct Button { var title: String; var action: () -> Void = {}; func tap() { action() } }
Button(title: "x") { print("tapped") }.tap()
Button(title: "y").tap()
// expect: before
// expect: run 0
// expect: after
// expect: before
// expect: run 0
// expect: B
// expect: before
// expect: run 0
// expect: run 1
// expect: only
// expect: b
// expect: run 0
// expect: a
// expect: before
// expect: x
// expect: ok 12
// expect: bad zz
// expect: done
// expect: 20 10 1 7
// expect: 3 6
// expect: tapped
