let a = [1, 2, 3]
// ---
print("before") // expect: before
let i = a.count
print(a[i]) // trap: Index out of range
// ---
let negative = a.count - 4
print(a[negative]) // trap: Index out of range
// ---
var b: [Int] = []
b.removeLast() // trap: Can't remove last element from an empty collection
// ---
var c: [Int] = []
c.removeFirst() // trap: Can't remove first element from an empty collection
// ---
var d = [1]
d.remove(at: 1) // trap: Index out of range
// ---
var e = [1]
e.insert(5, at: 3) // trap: Array index is out of range
// ---
print(a[1..<7]) // trap: Array index is out of range
// ---
var f = [1, 2]
f[2] = 5 // trap: Index out of range
// ---
let few = a.count - 5
print([Int](repeating: 0, count: few)) // trap: Can't construct Array with count < 0
// ---
print(a[1...][0]) // trap: Index out of bounds
// ---
var g = [1, 2, 3]
g.swapAt(0, 5) // trap: Index out of range
// ---
var h = [1]
h.replaceSubrange(0..<4, with: [1]) // trap: Array replace: subrange extends past the end
// ---
func third(_ v: [Int]) -> Int {
    v[2] // trap: Index out of range
}
print(third([1, 2, 3])) // expect: 3
print(third([1]))
