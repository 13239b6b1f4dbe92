import Foundation
// Book: the basics, strings, collections — with corners
let http404 = (code: 404, message: "Not Found")
let (status, _) = http404
print(status, http404.message, http404, type(of: http404))
let possible = "123", converted = Int(possible)
if let converted, converted > 100, let more = Optional(converted * 2) { print(converted, more) } else { print("no") }
let assumed: String! = "implicit"
let implicit: String = assumed
print(assumed as Any, implicit, assumed!.count)
let oneMillion = 1_000_000, hex = 0xC.3p0, octal = 0o21, exp = 1.25e-2, big = 1e21, small = 1e-7
print(oneMillion, hex, octal, exp, big, small, 1e16, 123456789012345680.0, 0.1 + 0.2, -0.0, 5e-324)
print(Float(0.1), Float(1) / 3, Double(Float(0.1)), Float.pi, Double.pi, Float.greatestFiniteMagnitude, Float(16777217))
print(Int(3.99), Int(-3.99), UInt8(255.9), Double(7) / 2, 7 / 2, Int("007")!, Int("+5")!, Int(" 5") as Any)
print((2.5).rounded(), (3.5).rounded(), (-2.5).rounded(.awayFromZero), 2.7.rounded(.down), (-2.1).rounded(.up), 2.5.rounded(.toNearestOrEven))
print(10.0.squareRoot(), 2.0.nextUp, 1.0.ulp, Double.nan == .nan, Double.infinity > 1, (0.0 / 0).isNaN, 5.5.truncatingRemainder(dividingBy: 2), 5.5.remainder(dividingBy: 2))
print(Double.leastNormalMagnitude, Double.leastNonzeroMagnitude, 1.5.exponent, 1.5.significand, 100.0.binade, 8.0.sign, (-8.0).sign == .minus)
print(min(3, 1, 2), max(1.5, 2), abs(-3), abs(-2.5), Int.max, UInt.max, Int8.min)
var names = ["Anna", "Alex", "Brian", "Jack"]
names += ["Zoe", "Mia"]; names[1...2] = ["Al"]; names.insert("Bob", at: 1)
print(names, names.count, names.remove(at: 0), names.removeLast(), names.firstIndex(of: "Jack")!, names.dropFirst(2))
names.removeAll { $0.count == 3 }; print(names, names.isEmpty, names.capacity >= names.count)
names.swapAt(0, 1); names.reverse(); print(names, names.randomElement() != nil, names.first!, names.last!)
var three = Array(repeating: 0.0, count: 3) + [1.5]; three[2] += 2; three.replaceSubrange(0..<1, with: [9, 8]); print(three)
var genres: Set<String> = ["Rock", "Classical", "Hip hop"]
print(genres.insert("Jazz"), genres.insert("Rock").inserted, genres.remove("Rock") ?? "-", genres.remove("Rap") as Any, genres.sorted())
let odd: Set = [1, 3, 5, 7, 9], even: Set = [0, 2, 4, 6, 8], primes: Set = [2, 3, 5, 7]
print(odd.union(even).sorted(), odd.intersection(even).isEmpty, odd.subtracting(primes).sorted(), odd.symmetricDifference(primes).sorted())
print(odd.isSubset(of: 1...9), odd.isDisjoint(with: even), primes.isStrictSuperset(of: [2, 3]), Set([1, 2]) == [2, 1], odd.contains(3), odd.filter { $0 > 4 }.sorted())
var airports = ["YYZ": "Toronto", "DUB": "Dublin"]
airports["LHR"] = "London"
if let old = airports.updateValue("Dublin Airport", forKey: "DUB") { print("old:", old) }
airports["APL"] = "Apple"; airports["APL"] = nil; print(airports.removeValue(forKey: "XXX") as Any, airports.count, airports["YYZ"] ?? "", airports["ZZZ"] as Any)
for (code, name) in airports.sorted(by: <) { print("\(code): \(name)") }
print(airports.keys.sorted(), airports.values.sorted { $0.count < $1.count }.map(\.count), [Int: String]().isEmpty)
airports.merge(["YYZ": "Pearson", "JFK": "Kennedy"]) { old, new in "\(old)/\(new)" }
print(airports.mapValues(\.count).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }, airports.filter { $0.value.count > 10 }.keys.sorted(), airports.compactMapValues { Int($0) })
print(airports.min { $0.key < $1.key }!, airports.contains { $0.key == "JFK" }, airports.first { $0.key == "LHR" }!.value, airports.reduce(0) { $0 + $1.value.count })
var histogram: [Character: [Int]] = [:]
for (i, c) in "banana".enumerated() { histogram[c, default: []].append(i) }
histogram["b"]?.append(99); histogram["a"]?[0] = -1; histogram["n"]! += [7]
print(histogram.sorted { $0.key < $1.key }, histogram["q"]?.count as Any)
let quotation = """
    The White Rabbit put on his spectacles. \
    "Where shall I begin?"
      "Begin at the \("beginning".uppercased())\u{2665}"

    """
print(quotation, quotation.split(separator: "\n").count, separator: "|", terminator: "<<\n")
print(#"Line 1\nLine 2"#, #"Line \#(1 + 1)"#, ##"a "#quoted"# b"##, """
    one "two" \""" three
    """)
var welcome = "hello"; welcome += " there"; welcome.append("!"); let greeting = "Guten Tag!"
print(welcome, greeting[greeting.startIndex], greeting[greeting.index(before: greeting.endIndex)], greeting[greeting.index(greeting.startIndex, offsetBy: 7)])
for index in greeting.indices { print(greeting[index], terminator: " ") }
print(); print(greeting.utf8.map { $0 }.prefix(3), Array("Dog‼🐶".utf16), "Dog‼🐶".unicodeScalars.map(\.value), "🐶".unicodeScalars.first!)
let beginning = greeting[..<(greeting.firstIndex(of: " ") ?? greeting.endIndex)]
print(beginning, type(of: beginning), String(beginning), greeting.hasSuffix("g!"), "\u{E9}" == "\u{65}\u{301}", ["a": [1: "x"]], [[1, 2], []], Optional([1]) as Any)
// expect: 404 Not Found (code: 404, message: "Not Found") (code: Int, message: String)
// expect: 123 246
// expect: Optional("implicit") implicit 8
// expect: 1000000 12.1875 17 0.0125 1e+21 1e-07 1e+16 1.2345678901234568e+17 0.30000000000000004 -0.0 5e-324
// expect: 0.1 0.33333334 0.10000000149011612 3.1415925 3.141592653589793 3.4028235e+38 16777216.0
// expect: 3 -3 255 3.5 3 7 5 nil
// expect: 3.0 4.0 -3.0 2.0 -2.0 2.0
// expect: 3.1622776601683795 2.0000000000000004 2.220446049250313e-16 false true true 1.5 -0.5
// expect: 2.2250738585072014e-308 5e-324 0 1.5 64.0 plus true
// expect: 1 2.0 3 2.5 9223372036854775807 18446744073709551615 -128
// expect: ["Anna", "Bob", "Al", "Jack", "Zoe", "Mia"] 6 Anna Mia 2 ["Jack", "Zoe"]
// expect: ["Al", "Jack"] false true
// expect: ["Al", "Jack"] true Al Jack
// expect: [9.0, 8.0, 0.0, 2.0, 1.5]
// expect: (inserted: true, memberAfterInsert: "Jazz") false Rock nil ["Classical", "Hip hop", "Jazz"]
// expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] true [1, 9] [1, 2, 9]
// expect: true true true true true [5, 7, 9]
// expect: old: Dublin
// expect: nil 3 Toronto nil
// expect: DUB: Dublin Airport
// expect: LHR: London
// expect: YYZ: Toronto
// expect: ["DUB", "LHR", "YYZ"] [6, 7, 14] true
// expect: ["DUB=14", "JFK=7", "LHR=6", "YYZ=15"] ["DUB", "YYZ"] [:]
// expect: (key: "DUB", value: "Dublin Airport") true London 42
// expect: [(key: "a", value: [-1, 3, 5]), (key: "b", value: [0, 99]), (key: "n", value: [2, 4, 7])] nil
// expect: The White Rabbit put on his spectacles. "Where shall I begin?"
// expect:   "Begin at the BEGINNING♥"
// expect: |2<<
// expect: Line 1\nLine 2 Line 2 a "#quoted"# b one "two" """ three
// expect: hello there! G ! a
// expect: G u t e n   T a g !
// expect: [71, 117, 116] [68, 111, 103, 8252, 55357, 56374] [68, 111, 103, 8252, 128054] 🐶
// expect: Guten Substring Guten true true ["a": [1: "x"]] [[1, 2], []] Optional([1])
