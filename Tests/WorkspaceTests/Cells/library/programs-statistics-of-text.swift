// Text statistics
let text = """
The quick brown fox jumps over the lazy dog. The dog sleeps
the fox runs!
Is it true? Perhaps -- or not.
"""
let words = text.lowercased().split { !$0.isLetter }.map(String.init)
print(words.count, Set(words).count, words.max { $0.count < $1.count }!) // expect: 21 16 perhaps
var freq: [String: Int] = [:]
for w in words { freq[w, default: 0] += 1 }
let top = freq.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(4)
for (w, c) in top { print("\(w): \(String(repeating: "*", count: c)) \(c)") }
// expect: the: **** 4
// expect: dog: ** 2
// expect: fox: ** 2
// expect: brown: * 1
let lines = text.split(separator: "\n")
for (n, line) in lines.enumerated() { print("\(n + 1): \(line.count) chars, \(line.split(separator: " ").count) words") }
// expect: 1: 59 chars, 12 words
// expect: 2: 13 chars, 3 words
// expect: 3: 30 chars, 7 words
let vowels = text.filter { "aeiouAEIOU".contains($0) }.count
let letters = text.filter(\.isLetter).count
print(vowels, letters, Double(vowels) / Double(letters) * 100) // expect: 26 77 33.76623376623377
let sentences = text.split(whereSeparator: { ".!?".contains($0) }).map { $0.drop(while: { $0.isWhitespace }) }
print(sentences.map { String($0.prefix(8)) }) // expect: ["The quic", "The dog ", "Is it tr", "Perhaps "]
func rot13(_ s: String) -> String {
    String(s.unicodeScalars.map { u -> Character in
        switch u {
        case "a"..."z": return Character(Unicode.Scalar((u.value - 97 + 13) % 26 + 97)!)
        case "A"..."Z": return Character(Unicode.Scalar((u.value - 65 + 13) % 26 + 65)!)
        default: return Character(u)
        }
    })
}
print(rot13("Hello, World!"), rot13(rot13("Round trip"))) // expect: Uryyb, Jbeyq! Round trip
func isAnagram(_ a: String, _ b: String) -> Bool { a.lowercased().sorted() == b.lowercased().sorted() }
print(isAnagram("Listen", "Silent"), isAnagram("abc", "abd")) // expect: true false
func compress(_ s: String) -> String {
    var result = ""
    var i = s.startIndex
    while i < s.endIndex {
        var j = i
        while j < s.endIndex && s[j] == s[i] { j = s.index(after: j) }
        let n = s.distance(from: i, to: j)
        result += "\(s[i])" + (n > 1 ? "\(n)" : "")
        i = j
    }
    return result
}
print(compress("aaabbc"), compress("abc"), compress("")) // expect: a3b2c abc 
func title(_ s: String) -> String { s.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ") }
print(title("the qUICK brown")) // expect: The Quick Brown
let csv = "id,name,score\n1,Ann,3.5\n2,Bob,4.25\n3,Cy,"
let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
print(rows[0], rows.dropFirst().compactMap { Double($0[2]) }.reduce(0, +), rows.last!) // expect: ["id", "name", "score"] 7.75 ["3", "Cy", ""]
var palindrome = "racecar"
print(palindrome == String(palindrome.reversed()), palindrome.elementsEqual(palindrome.reversed())) // expect: true true
palindrome.replaceSubrange(palindrome.startIndex..<palindrome.index(palindrome.startIndex, offsetBy: 4), with: "CAR")
print(palindrome, palindrome.lowercased().contains("carc")) // expect: CARcar true
print("a1b22c333".reduce(into: (0, "")) { acc, c in if let d = c.wholeNumberValue { acc.0 += d } else { acc.1.append(c) } }) // expect: (14, "abc")
print(words.reduce(into: [Int: [String]]()) { $0[$1.count, default: []].append($1) }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.count)" })
// expect: ["2:3", "3:9", "4:4", "5:3", "6:1", "7:1"]
let hex = "48656c6c6f"
var bytes: [UInt8] = []
var idx = hex.startIndex
while idx < hex.endIndex { let next = hex.index(idx, offsetBy: 2); bytes.append(UInt8(hex[idx..<next], radix: 16)!); idx = next }
print(bytes, String(decoding: bytes, as: UTF8.self), bytes.map { String($0, radix: 2) })
// expect: [72, 101, 108, 108, 111] Hello ["1001000", "1100101", "1101100", "1101100", "1101111"]
switch words.first { case "the"?: print("starts with the"); case let w?: print(w); case nil: print("empty") } // expect: starts with the
