func f<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
let i = 1, s = "a", d = 2.5
print(f(i, s)) // error: @7 conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
print(f(s, i)) // error: @7 conflicting arguments to generic parameter 'T' ('String' vs. 'Int')
print(f(d, i)) // error: @7 conflicting arguments to generic parameter 'T' ('Double' vs. 'Int')
let k = f(i, s) || true // error: @9 conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
