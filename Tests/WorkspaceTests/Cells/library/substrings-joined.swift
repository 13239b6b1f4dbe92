// Substring + String
let line = "name=value=other"
let i = line.firstIndex(of: "=")!
let key = line[..<i]
let s = key + "!"
print(s, type(of: s))
let t = "<" + key + ">"
print(t, type(of: t))
let u = String(key) + line[i...]
print(u, type(of: u))
func quote(_ s: String) -> String { "'" + s + "'" }
print(quote(key + ": " + line.dropFirst(5)))
let full: String = key + "=" + line.suffix(5)
print(full)
var acc = ""
acc += key
acc += line.prefix(2)
acc.append(contentsOf: line.suffix(1))
acc.append("x")
print(acc)
let parts = line.split(separator: "=")
print(parts[0] + parts[1], type(of: parts[0] + parts[1]))
print(parts.map { $0 + "." })
print(parts.reduce("") { $0 + $1 })
print(parts.joined(separator: "/"))
let capital = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }
print(capital, type(of: capital))
let w = "hello world foo".split(separator: " ").map { $0.first!.uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
print(w)
let word = "apple"
let pig = word.dropFirst() + String(word.first!) + "ay"
print(pig, type(of: pig))
let c: Character = "z"
print(String(c) + word.dropLast(), "\(c)" + word)
let x = word.prefix(2) + [c, c] 
print(x, type(of: x))
// expect: name! Substring
// expect: <name> String
// expect: name=value=other String
// expect: 'name: value=other'
// expect: name=other
// expect: namenarx
// expect: namevalue Substring
// expect: ["name.", "value.", "other."]
// expect: namevalueother
// expect: name/value/other
// expect: ["Name", "Value", "Other"] Array<String>
// expect: Hello World Foo
// expect: ppleaay Substring
// expect: zappl zapple
// expect: apzz Substring
