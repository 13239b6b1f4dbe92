do { let a = [1, 2, 3]; let i = a.count; print(a[i]) } // trap: Index out of range
// ---
do { let a = [1, 2, 3]; let i = -a.count; print(a[i]) } // trap: Index out of range
// ---
do { let a = [1, 2, 3]; let n = a.count; print(a[2...n]) } // trap: Array index is out of range
// ---
do { let a = [1, 2, 3]; let n = a.count + 1; print(a[n...]) } // trap: Range requires lowerBound <= upperBound
// ---
do { let a = [1, 2, 3]; let n = a.count + 1; print(a[..<n]) } // trap: Array index is out of range
// ---
do { var a = [1, 2, 3]; let n = -a.count; a.insert(3, at: n) } // trap: Negative Array index is out of range
// ---
do { var a = [1, 2, 3]; let n = a.count + 1; a.insert(contentsOf: [1], at: n) } // trap: Array replace: subrange extends past the end
// ---
do { var a = [1, 2, 3]; let n = a.count + 1; a.removeSubrange(1..<n) } // trap: Array replace: subrange extends past the end
// ---
do { var a = [1, 2, 3]; let n = a.count + 1; a.removeFirst(n) } // trap: Can't remove more items from a collection than it has
// ---
do { var a = [1, 2, 3]; let n = a.count + 1; a.removeLast(n) } // trap: Can't remove more items from a collection than it contains
// ---
do { var a = [1, 2, 3]; let n = -a.count; a.removeFirst(n) } // trap: Number of elements to remove should be non-negative
// ---
do { var a = [1, 2, 3]; let n = -a.count; a.removeLast(n) } // trap: Number of elements to remove should be non-negative
// ---
do { var a = [1, 2, 3]; a.removeAll(); a.removeLast() } // trap: Can't remove last element from an empty collection
// ---
do { let a = [1, 2, 3]; let n = a.count; let s = a[1...]; print(s[n]) } // trap: Index out of bounds
// ---
do { let a = [1, 2, 3]; let n = -a.count; print(a.prefix(n)) } // trap: Can't take a prefix of negative length from a collection
// ---
do { let a = [1, 2, 3]; let n = -a.count; print(a.suffix(n)) } // trap: Can't take a suffix of negative length from a collection
// ---
do { let a = [1, 2, 3]; let n = -a.count; print(a.dropFirst(n)) } // trap: Can't drop a negative number of elements from a collection
// ---
do { let a = [1, 2, 3]; let n = a.count + 1; print(a.suffix(from: n)) } // trap: Range requires lowerBound <= upperBound
// ---
do { let n = -[1].count; print(Array(repeating: 0, count: n)) } // trap: Can't construct Array with count < 0
// ---
do { let n = -[1].count; print(String(repeating: "ab", count: n)) } // trap: Negative count not allowed
// ---
do { let n = -[1].count; print(repeatElement(1, count: n).count) } // trap: Repetition count should be non-negative
// ---
do { let n = Int8("127")!; let one = Int8("1")!; print(n + one) } // trap: arithmetic overflow
// ---
do { let n = Int16("-32768")!; let one = Int16("1")!; print(n - one) } // trap: arithmetic overflow
// ---
do { let n = Int8("-128")!; let m = Int8("-1")!; print(n / m) } // trap: Division results in an overflow
// ---
do { let n = Int8("-128")!; let m = Int8("-1")!; print(n % m) } // trap: Division results in an overflow in remainder operation
// ---
do { let n = UInt8("3")!; let z = UInt8("0")!; print(n / z) } // trap: Division by zero
// ---
do { let n = UInt8("3")!; let z = UInt8("0")!; print(n % z) } // trap: Division by zero in remainder operation
// ---
do { var n = 5; let z = [Int]().count; n /= z } // trap: Division by zero
// ---
do { var n = 5; let z = [Int]().count; n %= z } // trap: Division by zero in remainder operation
// ---
do { let n = 300 + [Int]().count; print(UInt8(n)) } // trap: Not enough bits to represent the passed value
// ---
do { let n = -1 + [Int]().count; print(UInt16(n)) } // trap: Negative value is not representable
// ---
do { let n = 70000 + [Int]().count; print(Int16(n)) } // trap: Not enough bits to represent the passed value
// ---
do { let x = Double([256].first!); print(UInt8(x)) } // trap: Double value cannot be converted to UInt8 because the result would be greater than UInt8.max
// ---
do { let x = -1.0 * Double([1].first!); print(UInt(x)) } // trap: Double value cannot be converted to UInt because the result would be less than UInt.min
// ---
do { let x = 1e10 * Double([1].first!); print(Int32(x)) } // trap: Double value cannot be converted to Int32 because the result would be greater than Int32.max
// ---
do { let x = Double.nan; print(UInt8(x)) } // trap: Double value cannot be converted to UInt8 because it is either infinite or NaN
// ---
do { let x = Float.infinity; print(Int(x)) } // trap: Float value cannot be converted to Int because it is either infinite or NaN
// ---
do { let x: Float = 1e20 * Float([1].first!); print(Int(x)) } // trap: Float value cannot be converted to Int because the result would be greater than Int.max
// ---
do { let d: [String: Int] = [:]; print(d["a"]!) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { let s: String? = [String]().first; print(s!.count) } // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
do { let z = [Int]().count; for i in stride(from: 0, through: 3, by: z) { print(i) } } // trap: Stride size must not be zero
// ---
do { let z = Double([Int]().count); for i in stride(from: 0.0, to: 3, by: z) { print(i) } } // trap: Stride size must not be zero
// ---
do { let s = "héllo"; print(s[s.endIndex]) } // trap: String index is out of bounds
// ---
do { let s = "héllo"; print(s[s.index(s.startIndex, offsetBy: 10)]) } // trap: String index is out of bounds
// ---
do { var s = ""; s.removeFirst() } // trap: Can't remove first element from an empty collection
