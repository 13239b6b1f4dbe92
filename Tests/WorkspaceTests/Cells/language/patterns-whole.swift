enum Form { case circle(Double), rectangle(width: Double, height: Double) }
func describe(_ form: Form) {
    switch form {
    case .circle: print("round")
    case .rectangle(let both): print(both, both.width * both.height)
    }
    if case .rectangle(_) = form { print("with corners") }
    if case let .rectangle(sides) = form, sides.height > 1 { print("tall", sides.1) }
}
describe(.rectangle(width: 1, height: 2)) // expect: (width: 1.0, height: 2.0) 2.0
// expect: with corners
// expect: tall 2.0
describe(.circle(1)) // expect: round
// ---
indirect enum List { case end, more(Int, List) }
func count(_ list: List) -> Int {
    switch list {
    case .end: return 0
    case let .more(all): return 1 + count(all.1)
    }
}
print(count(.more(3, .more(4, .end)))) // expect: 2
