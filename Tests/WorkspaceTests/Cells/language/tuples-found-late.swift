let p35 = "abc"
let p34 = [1: 2]
var (v37, v38) = Optional<(Int, Int?)>((4, p34.keys.sorted().count)) ?? (Array(p35).count, Optional<Int>(9))
print(v37, v38 as Any) // expect: 4 Optional(1)
let entries = [1: 2]
let two = 2
func first(_ x: (Int, Int?)) -> Int { x.0 }
print(first((4, entries.keys.sorted().count))) // expect: 4
let b = Optional<(Int, Int?)>((4, two))
let c = Optional<Int?>(two)
print(b!, c as Any) // expect: (4, Optional(2)) Optional(Optional(2))
