// Rows of a table some of which lack a value.
let a = [(1, "a"), (2, nil)]
print(a) // expect: [(1, Optional("a")), (2, nil)]
for (name, value) in [("v", nil), ("u", 2.5), ("w", 3)] { print(name, value ?? 0) }
// expect: v 0.0
// expect: u 2.5
// expect: w 3.0
for case let (i, c?) in [(1, "a"), (2, nil)] { print(i, c) } // expect: 1 a
let text = "x"
let known = [(text, 1), (nil, 2), (text + "y", 3)]
print(known.compactMap { $0.0 }, known.map(\.1)) // expect: ["x", "xy"] [1, 2, 3]
let plain = [(1, 2.5), (2, 3)]
print(plain) // expect: [(1, 2.5), (2, 3.0)]
