var stepSize = 1
func increment(_ number: inout Int) { 
    number += stepSize // trap: Simultaneous accesses, but modification requires exclusive access.
}
print("start") // expect: start
increment(&stepSize)
// ---
struct Player { var name: String; var health: Int; var energy: Int }
func balance(_ x: inout Int, _ y: inout Int) { let s = x + y; x = s / 2; y = s - x }
var holly = Player(name: "Holly", health: 10, energy: 10)
balance(&holly.health, &holly.energy) // trap: Simultaneous accesses, but modification requires exclusive access.
// ---
holly.health += 1
print(holly.health) // expect: 11
// ---
struct Counter { 
    var x = 0
    mutating func with(_ f: () -> Void) { x += 1; f(); x += 1 }
}
var counter = Counter()
counter.with {
    print("in") // expect: in
    print(counter.x) // trap: Simultaneous accesses, but modification requires exclusive access.
}
// ---
struct Bag {
    var items = [1, 2, 3]
    mutating func each(_ f: (Int) -> Void) { for i in items { f(i) } }
}
var bag = Bag()
bag.each { bag.items.append($0) } // trap: Simultaneous accesses, but modification requires exclusive access.
// ---
var sorted = [3, 1, 2]
sorted.sort { x, y in sorted.count > 2 ? x < y : x > y } // trap: Simultaneous accesses, but modification requires exclusive access.
// ---
var kept = [3, 1, 2]
kept.removeAll { $0 > kept.count } // trap: Simultaneous accesses, but modification requires exclusive access.
// ---
var table = ["a": 1]
func modify(_ x: inout Int) { 
    table["b"] = 2 // trap: Simultaneous accesses, but modification requires exclusive access.
    x += 1
}
modify(&table["a"]!)
// ---
var total = 0
enum Refusal: Error { case negative }
func add(_ n: Int, to t: inout Int) throws { 
    if n < 0 { throw Refusal.negative }
    t += n
    if n > 5 { print(total) } // trap: Simultaneous accesses, but modification requires exclusive access.
}
do { try add(-1, to: &total) } catch { print(error) } // expect: negative
total += 1
print(total) // expect: 1
try add(6, to: &total)
// ---
var n = 5
func outer(_ x: inout Int) { inner(); x += 1 }
func inner() {
    n = 7 // trap: Simultaneous accesses, but modification requires exclusive access.
}
outer(&n)
// ---
var pair = (x: 1, y: 2)
func exchanged() -> (Int, Int) { var own = (1, 2); swap(&own.0, &own.1); return own }
print(exchanged()) // expect: (2, 1)
swap(&pair.x, &pair.y) // trap: Simultaneous accesses, but modification requires exclusive access.
