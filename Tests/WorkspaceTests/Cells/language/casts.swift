let items: [Any] = [1, 2.5, "three", [4], true, Optional(5) as Any]
for item in items {
    switch item {
    case let i as Int: print("Int", i)
    case let d as Double: print("Double", d)
    case let s as String: print("String", s)
    case is [Int]: print("array")
    case let b as Bool: print("Bool", b)
    default: print("other")
    }
}
// expect: Int 1
// expect: Double 2.5
// expect: String three
// expect: array
// expect: Bool true
// expect: Int 5
let a: Any = 3
print(a is Int, a is String, a as? Int as Any, a as? String as Any, (a as! Int) + 1) // expect: true false Optional(3) nil 4
if let n = a as? Int { print(n) } // expect: 3
let n = 5
print(Double(n), Int(2.9), Float(1), Int8(5), UInt(7), String(n), Int("12")!, Bool("true")!) // expect: 5.0 2 1.0 5 7 5 12 true
print(Int8(truncatingIfNeeded: 300), UInt8(clamping: 300), Int8(exactly: 300) as Any, Int(exactly: 2.5) as Any, Int(exactly: 2.0)!) // expect: 44 255 nil nil 2
print(UInt8(bitPattern: -1), Double(bitPattern: 0x3FF8000000000000), (1.5).bitPattern) // expect: 255 1.5 4609434218613702656
