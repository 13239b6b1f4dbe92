do { let a = [1, 2]; print(a[a.count]) } // trap: Index out of range
// ---
do { let a = [1, 2]; print(a[-1 * a.count]) } // trap: Index out of range
// ---
do { var a = [Int](); a.removeFirst() } // trap: Can't remove first element from an empty collection
// ---
do { var a = [1]; a.insert(5, at: 4) } // trap: Array index is out of range
// ---
do { let a = [1, 2, 3]; print(a[1...a.count]) } // trap: Array index is out of range
// ---
do { let a = [1, 2, 3]; print(a[2..<a.count + 2]) } // trap: Array index is out of range
// ---
do { let a = [1, 2, 3]; print(a[...(a.count)]) } // trap: Array index is out of range
// ---
do { var a = [1, 2, 3]; a.removeFirst(a.count + 1) } // trap: Can't remove more items from a collection than it has
// ---
do { var a = [1, 2, 3]; a.swapAt(0, a.count) } // trap: Index out of range
// ---
do { var a = [1, 2, 3]; a.replaceSubrange(2..<(a.count + 2), with: [1]) } // trap: Array replace: subrange extends past the end
// ---
do { let a = [1, 2, 3]; print(a.dropFirst(-a.count)) } // trap: Can't drop a negative number of elements from a collection
// ---
do { let a = [1, 2, 3]; print(a.dropLast(-a.count)) } // trap: Can't drop a negative number of elements from a collection
// ---
do { let s = [1, 2, 3][1...]; print(s[0]) } // trap: Index out of bounds
// ---
do { var s = [1, 2, 3][1...]; s[0] = 4 } // trap: Index out of bounds
// ---
do { let d = ["a": 1]; print(d["b"]!) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { let d = ["a": 1, "b": 2, "a": 3]; print(d) } // trap: Dictionary literal contains duplicate keys
// ---
do { let x = Int("x")!; print(x) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { let s = "abc"; print(s[s.endIndex]) } // trap: String index is out of bounds
// ---
do { let s = "abc"; print(s[s.index(after: s.endIndex)]) } // trap: String index is out of bounds
// ---
do { let s = ""; print(s.first!) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { var s = ""; s.removeFirst() } // trap: Can't remove first element from an empty collection
// ---
do { var s = "ab"; s.removeLast(3) } // trap: Can't remove more items from a collection than it contains
// ---
do { let s = "abc"; print(s[s.index(before: s.startIndex)]) } // trap: String index is out of bounds
// ---
do { let s = ""; print(Character(s)) } // trap: Can't form a Character from an empty String
// ---
do { let n = [1].count; print(5 / (n - 1)) } // trap: Division by zero
// ---
do { let n = Int.min + [1].count - 1; print(n / (-1 * [1].count)) } // trap: Division results in an overflow
// ---
do { let n = -1 * [1].count; print(UInt8(n)) } // trap: Negative value is not representable
// ---
do { let n = 200 + [1].count; print(Int8(n)) } // trap: Not enough bits to represent the passed value
// ---
do { let x = Double.nan; print(Int(x)) } // trap: Double value cannot be converted to Int because it is either infinite or NaN
// ---
do { let x = 1e300 * Double([1].count); print(Int(x)) } // trap: Double value cannot be converted to Int because the result would be greater than Int.max
// ---
do { let x = Float.nan; print(Int(x)) } // trap: Float value cannot be converted to Int because it is either infinite or NaN
// ---
do { let x = -1e300 * Double([1].count); print(Int(x)) } // trap: Double value cannot be converted to Int because the result would be less than Int.min
// ---
do { let n = [1, 2, 3].count; print(n...1) } // trap: Range requires lowerBound <= upperBound
// ---
do { let n = 1.0 * Double([1].count); print(n..<0.5) } // trap: Range requires lowerBound <= upperBound
// ---
do { print(Int.random(in: 0..<[Int]().count)) } // trap: Can't get random value with an empty range
// ---
do { preconditionFailure("pf") } // trap: pf
// ---
do { let r = (0..<5); print(r[7]) } // trap: Index out of range
// ---
do { let s: Set<Int> = [1]; print(s[s.endIndex]) } // trap: Attempting to access Set elements using an invalid index
// ---
do { var i = [1, 2].makeIterator(); _ = i.next(); _ = i.next(); print(i.next()!) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { print(String(255, radix: 40 + [1].count)) } // trap: Radix must be between 2 and 36
// ---
do { print([3, 1].sorted()[[1, 2].count]) } // trap: Index out of range
// ---
do { let k = [1].count; switch k { case 1: fatalError("one \(k)"); default: print(k) } } // trap: one 1
// ---
do { print(ClosedRange(5..<(5 + [Int]().count))) } // trap: Can't form an empty closed range
// ---
do { let e = [1, 2].firstIndex(of: 9)!; print(e) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { print(try! Result<Int, Never>.success([1].count).get(), Int16(40000 * [1].count)) } // trap: Not enough bits to represent the passed value
// ---
do { print(Int(exactly: 2.5)!) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
let rest = "hello".dropFirst(10)
print(rest.isEmpty) // expect: true
print(rest[rest.startIndex]) // trap: Substring index is out of bounds
