// Literals that hold Any, where they may stand.
func f(_ xs: [any Equatable]) {}
f([1, "a"])
print([1, "a"] as [any Hashable])
let m: [Any?] = [1, nil, "x"]
print(m.count, m)
// expect: [1, "a"]
// expect: 3 [Optional(1), nil, Optional("x")]
// ---
func take<T>(_ xs: [T], _ y: T) {}
take([1, 2], "a")
// ---
let names = ["a", "b"].map { [$0, 1] }
print(names)
// expect: [["a", 1], ["b", 1]]
// ---
let rows = [["a", 1], ["b", 2]]
print(rows)
// expect: [["a", 1], ["b", 2]]
// ---
let t: (Any, [Any]) = (1, [1, "x"])
print(t)
// expect: (1, [1, "x"])
// ---
func kw(_ args: [String: Any] = ["k": 1, "j": "x"]) -> Int { args.count }
print(kw())
// expect: 2
// ---
let cond = true
let v: Any = cond ? [1, "a"] : ["k": 2]
print(v)
// expect: [1, "a"]
// ---
let c = { () -> [Any] in [1, "a"] }
print(c())
let dd: [[String: Any]] = [1, 2].map { ["id": $0, "name": "n\($0)"] }
print(dd.count)
// expect: [1, "a"]
// expect: 2
// ---
struct Cfg { var opts: [String: Any] = ["a": 1, "b": [1, "x"], "c": ["d": nil, "e": 2]] }
print(Cfg().opts.count)
enum J { static let all: [Any] = [1, ["x", 2.5]] }
print(J.all)
// expect: 3
// expect: [1, ["x", 2.5]]
