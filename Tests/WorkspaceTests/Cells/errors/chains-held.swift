var o: [Int]? = [1, 2]
o?.append(o!.count) // error: @2 overlapping accesses to 'o', but modification requires exclusive access; consider copying to a local variable
// ---
var o: [Int]? = [1, 2]
o?[0] = o!.count // error: @2 overlapping accesses to 'o', but modification requires exclusive access; consider copying to a local variable
// ---
struct S { var x = 1; var o: S2? = S2() ; var p = 5; mutating func f() { o?.y = p; o?.y = x + (o?.y ?? 0) } } // error: @85 overlapping accesses to 'self.o', but modification requires exclusive access; consider copying to a local variable
struct S2 { var y = 1 }
var s = S()
s.f()
print(s)
// ---
struct S { var x = 1; var o: S2? = S2() ; var p = 5; mutating func f() { o?.y = g() }; func g() -> Int { p } } // error: @75 overlapping accesses to 'self.o', but modification requires exclusive access; consider copying to a local variable
struct S2 { var y = 1 }
var s = S()
s.f()
print(s)
// ---
struct S2 { var y = 1 }
var d = ["a": S2()]
d["a"]?.y = d["a"] == nil ? 1 : 2 // error: @7 overlapping accesses to 'd', but modification requires exclusive access; consider copying to a local variable
// ---
struct S2 { var y = 1; mutating func add(_ n: Int) { y += n } }
func f() {
  var d = ["a": S2()]
  d["a"]?.add(d.count) // error: @9 overlapping accesses to 'd', but modification requires exclusive access; consider copying to a local variable
  d["a"]?.y = d["a"]!.y + 1 // error: @9 overlapping accesses to 'd', but modification requires exclusive access; consider copying to a local variable
  var a = [S2?.some(S2())]
  a[0]?.y = a.count // error: @7 overlapping accesses to 'a', but modification requires exclusive access; consider copying to a local variable
  a[a.count - 1]?.y = 3
  print(d, a)
}
f()
// ---
struct S2 { var y = 1 }
func f() {
  var d = ["a": S2()]
  d["a"]?.y += 1
  d["a"]?.y = true && d.isEmpty ? 1 : 3 // error: @9 overlapping accesses to 'd', but modification requires exclusive access; consider copying to a local variable
  print(d)
}
f()
// ---
struct S2 { var y = 1 }
func f(_ d: inout [String: S2]) {
  d["a"]?.y = d.count // error: @9 overlapping accesses to 'd', but modification requires exclusive access; consider copying to a local variable
}
var g = ["a": S2()]
f(&g)
// ---
struct S { var x = (1, true) }
var c = ["abc": S()]
c["abc"]?.x = (c.keys.sorted().count, (c["e"] != nil)) // error: @9 overlapping accesses to 'c', but modification requires exclusive access; consider copying to a local variable
// ---
struct S { var x = 1 }
func f() {
    var c = ["abc": S()]
    c["abc"]?.x = c.count // error: @13 overlapping accesses to 'c', but modification requires exclusive access; consider copying to a local variable
    var o: S? = S()
    o?.x = o!.x + 1 // error: @6 overlapping accesses to 'o', but modification requires exclusive access; consider copying to a local variable
    o!.x = o!.x + 1
    c["abc"]!.x = c.count
    var a = [S()]
    a[0].x = a.count
    a[a.count - 1].x += a.count
    o?.x += o!.x // error: @6 overlapping accesses to 'o', but modification requires exclusive access; consider copying to a local variable
    print(c, o as Any, a)
}
f()
