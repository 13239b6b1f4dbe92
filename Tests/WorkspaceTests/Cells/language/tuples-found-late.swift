let p35 = "abc"
let p34 = [1: 2]
var (v37, v38) = Optional<(Int, Int?)>((4, p34.keys.sorted().count)) ?? (Array(p35).count, Optional<Int>(9))
print(v37, v38 as Any) // expect: 4 Optional(1)
