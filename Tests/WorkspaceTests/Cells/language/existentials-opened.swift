protocol Animal { var name: String { get }; func speak() -> String; static var kingdom: String { get }; init(name: String) }
extension Animal { static var kingdom: String { "Animalia" }; func intro() -> String { "I am \(name): \(speak())" } }
struct Dog: Animal, Equatable { let name: String; func speak() -> String { "Woof" } }
struct Cat: Animal { let name: String; func speak() -> String { "Meow" }; static let kingdom = "Felidae" }
func greet<A: Animal>(_ a: A) -> String { "\(A.self): " + a.intro() }
func twice<A: Animal>(_ a: A, _ n: Int = 2) -> [String] { Array(repeating: a.speak(), count: n) }
func kind<A: Animal>(of a: A) -> String { A.kingdom }
func copy<A: Animal>(_ a: A) -> A { A(name: a.name + "'") }
func maybe<A: Animal>(_ isWanted: Bool, _ a: A) -> A? { isWanted ? a : nil }
func many<A: Animal>(of a: A) -> [A] { [a, A(name: "more")] }
let zoo: [any Animal] = [Dog(name: "Rex"), Cat(name: "Tom")]
for a in zoo { print(greet(a), twice(a), kind(of: a), twice(a, 1)) }
let c = copy(zoo[0])
print(c.name, type(of: c), maybe(true, zoo[1])?.name ?? "-", maybe(false, zoo[1]) == nil, many(of: zoo[1]).map(\.name))
// expect: Dog: I am Rex: Woof ["Woof", "Woof"] Animalia ["Woof"]
// expect: Cat: I am Tom: Meow ["Meow", "Meow"] Felidae ["Meow"]
// expect: Rex' Dog Tom true ["Tom", "more"]
// ---
struct Register {
    var lines: [String] = []
    mutating func add<A: Animal>(_ count: Int, _ a: A) -> Int { lines.append("\(count) \(A.self) \(a.name)"); return lines.count }
    func describe<A: Animal>(_ a: A, by f: (String) -> String) -> String { f(a.intro()) }
}
var register = Register()
for (i, a) in zoo.enumerated() { print(register.add(i, a)) }
print(register.lines, register.describe(zoo[0]) { $0.uppercased() })
struct Fish: Animal { let name: String; func speak() -> String { "..." } }
let fish: any Animal = Fish(name: "Nemo")
print(greet(fish), zoo.map { greet($0) })
let types: [any Animal.Type] = [Dog.self, Cat.self]
print(types.map { $0.init(name: "N").speak() }, types[0], types.map { $0.kingdom })
// expect: 1
// expect: 2
// expect: ["0 Dog Rex", "1 Cat Tom"] I AM REX: WOOF
// expect: Fish: I am Nemo: ... ["Dog: I am Rex: Woof", "Cat: I am Tom: Meow"]
// expect: ["Woof", "Meow"] Dog ["Animalia", "Felidae"]
