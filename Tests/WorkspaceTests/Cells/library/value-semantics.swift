// value semantics, in-place changes, slices
var a = [1, 2, 3], b = a
b.append(4)
a[0] = 9
print(a, b) // expect: [9, 2, 3] [1, 2, 3, 4]
var m = [[1, 2], [3, 4]]
let snap = m
m[1][0] += 10
m.append([5])
print(m, snap) // expect: [[1, 2], [13, 4], [5]] [[1, 2], [3, 4]]
var d = ["x": [1]]
let d0 = d
d["x"]!.append(2)
d["y", default: []] += [7]
print(d["x"]!, d0["x"]!, d["y"]!) // expect: [1, 2] [1] [7]
struct Node { var v: Int; var kids: [Node] = [] }
var root = Node(v: 1, kids: [Node(v: 2), Node(v: 3)])
var copy = root
copy.kids[0].v = 99
copy.kids[1].kids.append(Node(v: 4))
print(root.kids.map(\.v), copy.kids.map(\.v), copy.kids[1].kids.count) // expect: [2, 3] [99, 3] 1
func bump(_ xs: inout [Int]) { for i in xs.indices { xs[i] *= 2 } }
bump(&a)
print(a) // expect: [18, 4, 6]
bump(&m[0])
print(m[0]) // expect: [2, 4]
func swapEnds<T>(_ xs: inout [T]) { if xs.count > 1 { xs.swapAt(0, xs.count - 1) } }
swapEnds(&a)
print(a) // expect: [6, 4, 18]
var str = Array("abc")
swapEnds(&str)
print(String(str)) // expect: cba
var s = a[1...]
s[1] = 100
s.append(5)
print(s, a) // expect: [100, 18, 5] [6, 4, 18]
print(s.indices, s.startIndex) // expect: 1..<4 1
a[0..<2] = [7, 7, 7]
print(a) // expect: [7, 7, 7, 18]
a[1...].sort(by: >)
print(a) // expect: [7, 18, 7, 7]
a[..<2].reverse()
print(a) // expect: [18, 7, 7, 7]
a[1...2].swapAt(1, 2)
print(a) // expect: [18, 7, 7, 7]
print(a) // expect: [18, 7, 7, 7]
a.insert(contentsOf: 1...3, at: 1)
print(a) // expect: [18, 1, 2, 3, 7, 7, 7]
a.removeSubrange(1...2)
print(a) // expect: [18, 3, 7, 7, 7]
a.removeAll(where: { $0 > 8 })
print(a) // expect: [3, 7, 7, 7]
var x = 1, y = 2
swap(&x, &y)
print(x, y) // expect: 2 1
(x, y) = (y, x + y)
print(x, y) // expect: 1 3
var t = (a: 1, b: [1])
t.b.append(2)
t.a += 1
print(t) // expect: (a: 2, b: [1, 2])
var fns: [() -> Int] = []
for i in 0..<3 { fns.append { i * i } }
print(fns.map { $0() }) // expect: [0, 1, 4]
var counter = 0
let inc = { counter += 1; return counter }
_ = inc()
_ = inc()
print(counter, { [counter] in counter }()) // expect: 2 2
func makeCounter() -> () -> Int { var n = 0; return { n += 1; return n } }
let c1 = makeCounter(), c2 = makeCounter()
print(c1(), c1(), c2()) // expect: 1 2 1
var opt: [Int]? = [1]
opt?.append(2)
opt?[0] = 5
print(opt as Any, opt?.count ?? 0, opt!.reduce(0, +)) // expect: Optional([5, 2]) 2 7
opt = nil
opt?.append(3)
print(opt as Any) // expect: nil
var dict: [String: (count: Int, names: [String])] = [:]
dict["a", default: (0, [])].count += 1
dict["a"]?.names.append("n")
print(dict["a"]!) // expect: (count: 1, names: ["n"])
var arrs = [String: [String: [Int]]]()
arrs["p", default: [:]]["q", default: []].append(1)
arrs["p"]?["q"]?.append(2)
print(arrs["p"]!["q"]!, arrs["z"]?["q"] as Any) // expect: [1, 2] nil
let zipped = zip(1..., "abc").reversed().map { "\($0)\($1)" }
print(zipped) // expect: ["3c", "2b", "1a"]
let (evens, odds) = (1...9).reduce(into: ([Int](), [Int]())) { if $1 % 2 == 0 { $0.0.append($1) } else { $0.1.append($1) } }
print(evens, odds) // expect: [2, 4, 6, 8] [1, 3, 5, 7, 9]
var it = stride(from: 0, to: 10, by: 3).makeIterator()
var got: [Int] = []
while let v = it.next() { got.append(v) }
print(got) // expect: [0, 3, 6, 9]
var gen = [1, 2, 3, 4].makeIterator()
_ = gen.next()
print(Array(IteratorSequence(gen))) // expect: [2, 3, 4]
outer: for i in 1...5 { for j in 1...5 { if i * j == 12 { print(i, j); break outer }; if j > i { continue outer } } } // expect: 3 4
let nested = [[3, 1], [2], []]
print(nested.flatMap { $0 }.sorted(), nested.map(\.count)) // expect: [1, 2, 3] [2, 1, 0]
print(nested.filter { !$0.isEmpty }.map { $0[0] }, Array(nested.joined(separator: [0]))) // expect: [3, 2] [3, 1, 0, 2, 0]
var stack: [Character] = []
func balanced(_ s: String) -> Bool { var st: [Character] = []; let pair: [Character: Character] = [")": "(", "]": "[", "}": "{"]; for c in s { if "([{".contains(c) { st.append(c) } else if let o = pair[c] { if st.popLast() != o { return false } } }; return st.isEmpty }
print(balanced("{[()]}"), balanced("(]"), balanced("((")) // expect: true false false
print([1, 2, 3, 4, 5, 6].indices.filter { $0.isMultiple(of: 2) }, Array([10, 20, 30].enumerated().filter { $0.offset > 0 }.map(\.element))) // expect: [0, 2, 4] [20, 30]
print([3, 1, 2].enumerated().min { $0.element < $1.element }!.offset, [1, 2, 3].elementsEqual([1, 2, 3])) // expect: 1 true
print((1...3).contains(3), [1, 2, 3].dropFirst().first!) // expect: true 2
print([[1, 2], [3]].reduce([], +), [1, 2, 3, 4].partitioned { $0 % 2 == 0 }) // expect: [1, 2, 3] ([2, 4], [1, 3])
extension Array { func partitioned(_ p: (Element) -> Bool) -> ([Element], [Element]) { (filter(p), filter { !p($0) }) } }
