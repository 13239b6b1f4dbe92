// Strings and characters
let quotation = """
The White Rabbit put on his spectacles.  "Where shall I begin,
please your Majesty?" he asked.

"Begin at the beginning," the King said gravely, "and go on
till you come to the end; then stop."
"""
print(quotation)
let softWrapped = """
The White Rabbit put on his spectacles.  "Where shall I begin, \
please your Majesty?" he asked.
"""
print(softWrapped, softWrapped.count)
let lineBreaks = """

This string starts with a line break.
It also ends with a line break.

"""
print(lineBreaks)
let linesWithIndentation = """
    This line doesn't begin with whitespace.
        This line begins with four spaces.
    This line doesn't begin with whitespace.
    """
print(linesWithIndentation)
let wiseWords = "\"Imagination is more important than knowledge\" - Einstein"
let dollarSign = "\u{24}", blackHeart = "\u{2665}", sparklingHeart = "\u{1F496}"
print(wiseWords, dollarSign, blackHeart, sparklingHeart)
let threeDoubleQuotationMarks = """
Escaping the first quotation mark \"""
Escaping all three quotation marks \"\"\"
"""
print(threeDoubleQuotationMarks)
let threeMoreDoubleQuotationMarks = #"""
Here are three more double quotes: """
"""#
print(threeMoreDoubleQuotationMarks, #"Line 1\nLine 2"#, #"Line 1\#nLine 2"#, ###"Line1\###nLine2"###)
var emptyString = "", anotherEmptyString = String()
print(emptyString.isEmpty, anotherEmptyString == emptyString)
var variableString = "Horse"
variableString += " and carriage"
print(variableString)
for character in "Dog!🐶" { print(character, terminator: ",") }
print()
let exclamationMark: Character = "!"
let catCharacters: [Character] = ["C", "a", "t", "!", "🐱"]
let catString = String(catCharacters)
print(catString, exclamationMark)
var welcome = "hello" + " there"
welcome.append(exclamationMark)
print(welcome)
let multiplier = 3
print("\(multiplier) times 2.5 is \(Double(multiplier) * 2.5)")
print(#"Write an interpolated string in Swift using \(multiplier)."#, #"6 times 7 is \#(6 * 7)."#)
let eAcute: Character = "\u{E9}", combinedEAcute: Character = "\u{65}\u{301}"
print(eAcute, combinedEAcute, eAcute == combinedEAcute)
let precomposed: Character = "\u{D55C}", decomposed: Character = "\u{1112}\u{1161}\u{11AB}"
print(precomposed == decomposed, "\u{E9}\u{20DD}".count, "\u{1F1FA}\u{1F1F8}", "\u{1F1FA}\u{1F1F8}".count)
let unusualMenagerie = "Koala 🐨, Snail 🐌, Penguin 🐧, Dromedary 🐪"
print("unusualMenagerie has \(unusualMenagerie.count) characters")
var word = "cafe"
print("the number of characters in \(word) is \(word.count)")
word += "\u{301}"
print("the number of characters in \(word) is \(word.count)", word.utf8.count, word.utf16.count, word.unicodeScalars.count)
let greeting = "Guten Tag!"
print(greeting[greeting.startIndex], greeting[greeting.index(before: greeting.endIndex)], greeting[greeting.index(after: greeting.startIndex)])
let index = greeting.index(greeting.startIndex, offsetBy: 7)
print(greeting[index])
for index in greeting.indices { print("\(greeting[index]) ", terminator: "") }
print()
welcome = "hello"
welcome.insert("!", at: welcome.endIndex)
welcome.insert(contentsOf: " there", at: welcome.index(before: welcome.endIndex))
print(welcome)
welcome.remove(at: welcome.index(before: welcome.endIndex))
print(welcome)
let range = welcome.index(welcome.endIndex, offsetBy: -6)..<welcome.endIndex
welcome.removeSubrange(range)
print(welcome)
let greeting2 = "Hello, world!"
let index2 = greeting2.firstIndex(of: ",") ?? greeting2.endIndex
let beginning = greeting2[..<index2]
let newString = String(beginning)
print(beginning, newString, type(of: beginning))
print("Voulez-vous un caf\u{E9}?" == "Voulez-vous un caf\u{65}\u{301}?", "\u{41}" == "\u{0410}")
let scenes = ["Act 1 Scene 1: Verona, A public place", "Act 1 Scene 2: Capulet's mansion", "Act 2 Scene 1: Outside Capulet's mansion", "Act 2 Scene 6: Friar Lawrence's cell"]
var act1SceneCount = 0, mansionCount = 0, cellCount = 0
for scene in scenes {
    if scene.hasPrefix("Act 1 ") { act1SceneCount += 1 }
    if scene.hasSuffix("Capulet's mansion") { mansionCount += 1 } else if scene.hasSuffix("Friar Lawrence's cell") { cellCount += 1 }
}
print(act1SceneCount, mansionCount, cellCount)
let dogString = "Dog‼🐶"
for codeUnit in dogString.utf8 { print("\(codeUnit) ", terminator: "") }
print("")
for codeUnit in dogString.utf16 { print("\(codeUnit) ", terminator: "") }
print("")
for scalar in dogString.unicodeScalars { print("\(scalar.value) ", terminator: "") }
print("")
for scalar in dogString.unicodeScalars { print("\(scalar) ") }
// expect: The White Rabbit put on his spectacles.  "Where shall I begin,
// expect: please your Majesty?" he asked.
// expect:
// expect: "Begin at the beginning," the King said gravely, "and go on
// expect: till you come to the end; then stop."
// expect: The White Rabbit put on his spectacles.  "Where shall I begin, please your Majesty?" he asked. 94
// expect:
// expect: This string starts with a line break.
// expect: It also ends with a line break.
// expect:
// expect: This line doesn't begin with whitespace.
// expect:     This line begins with four spaces.
// expect: This line doesn't begin with whitespace.
// expect: "Imagination is more important than knowledge" - Einstein $ ♥ 💖
// expect: Escaping the first quotation mark """
// expect: Escaping all three quotation marks """
// expect: Here are three more double quotes: """ Line 1\nLine 2 Line 1
// expect: Line 2 Line1
// expect: Line2
// expect: true true
// expect: Horse and carriage
// expect: D,o,g,!,🐶,
// expect: Cat!🐱 !
// expect: hello there!
// expect: 3 times 2.5 is 7.5
// expect: Write an interpolated string in Swift using \(multiplier). 6 times 7 is 42.
// expect: é é true
// expect: true 1 🇺🇸 1
// expect: unusualMenagerie has 40 characters
// expect: the number of characters in cafe is 4
// expect: the number of characters in café is 4 6 5 5
// expect: G ! u
// expect: a
// expect: G u t e n   T a g !
// expect: hello there!
// expect: hello there
// expect: hello
// expect: Hello Hello Substring
// expect: true false
// expect: 2 2 1
// expect: 68 111 103 226 128 188 240 159 144 182
// expect: 68 111 103 8252 55357 56374
// expect: 68 111 103 8252 128054
// expect: D
// expect: o
// expect: g
// expect: ‼
// expect: 🐶
