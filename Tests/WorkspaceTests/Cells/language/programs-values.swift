// value semantics, evaluation order
struct P { var x = 0, y = 0; mutating func inc() -> P { x += 1; return self } ; mutating func replace() { self = P(x: 100, y: 100) }
 mutating func both(_ q: inout P) { swap(&x, &q.x); q.y = x }  }
var p = P(); let q = p.inc(); p.x = 50; print(p, q)
var arr = [p, q]; var arr2 = arr; arr2[0].x = -1; arr[1].replace(); print(arr, arr2)
p.both(&arr[0]); print(p, arr[0])
func tr(_ n: Int) -> Int { print("e\(n)", terminator: " "); return n }
_ = tr(1) + tr(2) * tr(3); print()
var a = [0, 0, 0]
a[tr(1)] = tr(7); print(a)
a[tr(2)] += tr(5); print(a)
let d = [tr(1): tr(2), tr(3): tr(4)]; print(d.count)
_ = false && tr(9) > 0 || tr(8) > 0; print()
func two(_ a: Int, b: Int = tr(99), _ c: Int) -> Int { a + b + c }
print(two(tr(1), tr(2)))
struct Nested { var inner = Inner(); struct Inner { var vals = [1, 2, 3]; var m = ["k": [1]]; var o: P? = P() } }
var n = Nested(); let copy = n
n.inner.vals[1] += 10; n.inner.m["k"]!.append(2); n.inner.m["z", default: []].append(3); n.inner.o?.x = 5; n.inner.o!.y += 2
print(n.inner.vals, n.inner.m["k"]!, n.inner.m["z"]!, n.inner.o!, copy.inner.vals, copy.inner.m, copy.inner.o!)
func mutate(_ a: inout [Int], _ i: Int) { a[i] *= 2; a.append(i) }
mutate(&n.inner.vals, 0); print(n.inner.vals)
func incr(_ x: inout Int) { x += 1 }
incr(&n.inner.vals[2]); incr(&n.inner.m["k"]![0]); incr(&n.inner.o!.x); print(n.inner.vals, n.inner.m["k"]!, n.inner.o!)
var tup = (1, (2, 3)); incr(&tup.1.0); print(tup)
var grid = [[1, 2], [3, 4]]; grid[1][0] = 9; grid.swapAt(0, 1); print(grid)
grid[0].swapAt(0, 1); grid.append([5]); grid[2].insert(0, at: 0); print(grid)
var s = "abc"; let t = s; s.append("d"); s += "e"; print(s, t)
var x = 10; let cl = { x += 1 }; cl(); cl(); print(x)
func callTwice(_ f: () -> Void) { f(); f() }
callTwice { x *= 2 }; print(x)
struct Acc { var total = 0; mutating func add(_ xs: [Int]) { xs.forEach { total += $0 } }
  mutating func each(_ f: (inout Int) -> Void) { f(&total); f(&total) } }
var ac = Acc(); ac.add([1, 2, 3]); ac.each { $0 *= 10 }; print(ac)
var opt: [Int]? = [1]; opt?.append(2); opt?[0] = 7; print(opt!); opt = nil; opt?.append(3); print(opt as Any)
var dd: [String: Int] = [:]; dd["a"] = 1; dd["a"]! += 1; dd["b", default: 5] += 1; dd["c"] = nil; dd["a"]? += 10; print(dd["a"]!, dd["b"]!, dd.count)
struct Temp { var c: Double; var f: Double { get { c * 9 / 5 + 32 } set { c = (newValue - 32) * 5 / 9 } } }
var tt = Temp(c: 100); tt.f = 32; print(tt.c); tt.f += 18; print(tt.c, tt.f)
func swapAny<T>(_ a: inout T, _ b: inout T) { let t = a; a = b; b = t }
var aa = 1, bb = 2; swapAny(&aa, &bb); print(aa, bb)
var ar = [1, 2, 3, 4]; for v in ar { if v % 2 == 0 { ar.append(v * 10) } }; print(ar)
for i in ar.indices { ar[i] += i }; print(ar)
let closures = (0..<3).map { i in { (y: Int) in i * y } }; print(closures.map { $0(10) })
var sum = 0; for i in 1...3 { var i = i; i *= 2; sum += i }; print(sum)
// expect: P(x: 50, y: 0) P(x: 1, y: 0)
// expect: [main.P(x: 50, y: 0), main.P(x: 100, y: 100)] [main.P(x: -1, y: 0), main.P(x: 1, y: 0)]
// expect: P(x: 50, y: 0) P(x: 50, y: 50)
// expect: e1 e2 e3 
// expect: e1 e7 [0, 7, 0]
// expect: e2 e5 [0, 7, 5]
// expect: e1 e2 e3 e4 2
// expect: e8 
// expect: e1 e2 e99 102
// expect: [1, 12, 3] [1, 2] [3] P(x: 5, y: 2) [1, 2, 3] ["k": [1]] P(x: 0, y: 0)
// expect: [2, 12, 3, 0]
// expect: [2, 12, 4, 0] [2, 2] P(x: 6, y: 2)
// expect: (1, (3, 3))
// expect: [[9, 4], [1, 2]]
// expect: [[4, 9], [1, 2], [0, 5]]
// expect: abcde abc
// expect: 12
// expect: 48
// expect: Acc(total: 600)
// expect: [7, 2]
// expect: nil
// expect: 12 6 2
// expect: 0.0
// expect: 10.0 50.0
// expect: 2 1
// expect: [1, 2, 3, 4, 20, 40]
// expect: [1, 3, 5, 7, 24, 45]
// expect: [0, 10, 20]
// expect: 12
