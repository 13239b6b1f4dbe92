extension Int { init?(word: String) { switch word { case "one": self = 1; case "two": self.init(2); default: return nil } } }
extension Array where Element == Int { init(upTo n: Int) { self = []; for i in 0..<n { append(i) } } ; init(twice xs: [Int]) { self.init(xs + xs) } }
extension String { init(stars n: Int) { self = ""; while count < n { self += "*" } } }
extension Dictionary where Value == Int { init(counting xs: [Key]) { self.init(); for x in xs { self[x, default: 0] += 1 } } }
extension Optional where Wrapped == Int { init(text: String) { self = Int(text) } }
print(Int(word: "two")!, Int(word: "x") as Any, [Int](upTo: 3), [Int](twice: [1]), String(stars: 3), Dictionary(counting: ["a", "a"]), Int?(text: "4") as Any)
// expect: 2 nil [0, 1, 2] [1, 1] *** ["a": 2] Optional(4)
