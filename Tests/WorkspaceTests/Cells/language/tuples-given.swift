let p34 = [1: 2]
let n = 2
func f(_ x: (Int, Int?)) -> Int { x.0 }
print(f((4, p34.keys.sorted().count))) // expect: 4
let b = Optional<(Int, Int?)>((4, n))
let c = Optional<Int?>(n)
print(b!, c as Any) // expect: (4, Optional(2)) Optional(Optional(2))
