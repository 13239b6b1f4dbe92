func isPalindrome(_ s: String) -> Bool {
    let letters = s.lowercased().filter { $0.isLetter }
    return letters == String(letters.reversed())
}
print(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("Swift")) // expect: true false
func caesar(_ text: String, by shift: Int) -> String {
    String(text.map { c -> Character in
        guard let a = c.asciiValue, c.isLetter else { return c }
        let base: UInt8 = c.isUppercase ? 65 : 97
        return Character(UnicodeScalar((a - base + UInt8(shift)) % 26 + base))
    })
}
print(caesar("Hello, World!", by: 3), caesar("Khoor, Zruog!", by: 23)) // expect: Khoor, Zruog! Hello, World!
let text = "the quick brown fox jumps over the lazy dog the end"
var frequency: [String: Int] = [:]
for word in text.split(separator: " ") { frequency[String(word), default: 0] += 1 }
for (word, n) in frequency.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(3) { print(word, n) }
// expect: the 3
// expect: brown 1
// expect: dog 1
func runLength(_ s: String) -> String {
    var result = ""
    var last: Character?
    var count = 0
    for c in s {
        if c == last { count += 1; continue }
        if let last { result += "\(last)\(count)" }
        last = c
        count = 1
    }
    if let last { result += "\(last)\(count)" }
    return result
}
print(runLength("aaabccdddd")) // expect: a3b1c2d4
print(text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")) // expect: The Quick Brown Fox Jumps Over The Lazy Dog The End
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
print(text.filter { vowels.contains($0) }.count, text.split(separator: " ").map(\.count).max()!) // expect: 13 5
func editDistance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in 1...a.count {
        var previous = row[0]
        row[0] = i
        for j in 1...b.count {
            let old = row[j]
            row[j] = min(row[j] + 1, row[j - 1] + 1, previous + (a[i - 1] == b[j - 1] ? 0 : 1))
            previous = old
        }
    }
    return row[b.count]
}
print(editDistance("kitten", "sitting")) // expect: 3
for row in 1...3 { print(String(repeating: " ", count: 3 - row) + String(repeating: "*", count: 2 * row - 1)) }
// expect:   *
// expect:  ***
// expect: *****
let csv = "name,age\nAda,36\nAlan,41"
let rows = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
print(rows, rows.map { Int($0[1])! }.reduce(0, +)) // expect: [["Ada", "36"], ["Alan", "41"]] 77
print(text.split(separator: " ").reduce(into: [Int: [Substring]]()) { $0[$1.count, default: []].append($1) }[5]!) // expect: ["quick", "brown", "jumps"]
let anagrams = Dictionary(grouping: ["listen", "silent", "enlist", "google"]) { String($0.sorted()) }
print(anagrams.values.map { $0.count }.sorted()) // expect: [1, 3]
print("abc".reversed().map { $0 }, zip("abc", "abd").filter { $0 != $1 }.count, "a-b-c".split(separator: "-", maxSplits: 1)) // expect: ["c", "b", "a"] 1 ["a", "b-c"]
var sentence = "hello"
sentence.insert("!", at: sentence.endIndex)
sentence.replaceSubrange(sentence.startIndex...sentence.startIndex, with: "J")
sentence.removeLast()
print(sentence, sentence.firstIndex(of: "l").map { sentence.distance(from: sentence.startIndex, to: $0) } as Any) // expect: Jello Optional(2)
print("x=1;y=2".split(separator: ";").map { $0.split(separator: "=") }.map { ($0[0], Int($0[1])!) }) // expect: [("x", 1), ("y", 2)]
