func kind<T>(_ x: T) -> String { "T" }
func kind(_ x: Any?) -> String { "Any?" }
let whole = 3, some: Int? = 3, any: Any = 3, twice: Int?? = 3, list = [1]
print(kind(whole), kind(some), kind(any), kind(twice), kind(list), kind(nil as Int?), kind(some as Any), kind("s"))
// expect: T T T T T T T T
// ---
// What uses no default comes first where neither protocol refines the other.
let joined = ["a", "b"].lazy.filter { $0 != "a" }.joined()
print(type(of: joined), String(joined))
let text: String = ["a", "b"].lazy.map { $0 + "!" }.joined()
print(text, ["a", "b"].joined(), ["a", "b"].reversed().joined(), ["ab"].dropFirst().joined(), "a b".split(separator: " ").joined(), ["a", "b"].lazy.map { $0 }.joined(separator: "-"))
// expect: LazySequence<FlattenSequence<LazyFilterSequence<Array<String>>>> b
// expect: a!b! ab ba  ab a-b
