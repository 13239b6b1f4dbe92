protocol Animal { var name: String { get }; func speak() -> String; static var kingdom: String { get }; init(name: String) }
extension Animal { static var kingdom: String { "Animalia" }; func intro() -> String { "I am \(name): \(speak())" } }
struct Dog: Animal, Equatable { let name: String; func speak() -> String { "Woof" } }
struct Cat: Animal { let name: String; func speak() -> String { "Meow" }; static let kingdom = "Felidae" }
func greet<A: Animal>(_ a: A) -> String { "\(A.self): " + a.intro() }
func twice<A: Animal>(_ a: A, _ n: Int = 2) -> [String] { Array(repeating: a.speak(), count: n) }
func kind<A: Animal>(of a: A) -> String { A.kingdom }
let zoo: [any Animal] = [Dog(name: "Rex"), Cat(name: "Tom")]
for a in zoo { print(greet(a), twice(a), kind(of: a), twice(a, 1)) }
func copy<A: Animal>(_ a: A) -> A { A(name: a.name + "'") }
let c = copy(zoo[0]); print(c, c.name, type(of: c))
let a: any Animal = zoo[1]
print(greet(a), a.intro(), type(of: a).kingdom, type(of: a))
func show<T>(_ t: T) -> String { "\(T.self) \(t)" }
print(show(a), show(5 as Any), show(Optional(3)))
func same<T: Equatable>(_ a: T, _ b: Any) -> Bool { (b as? T) == a }
print(same(3, 3), same("a", 4))
func printAll<S: Sequence>(_ s: S) where S.Element: CustomStringConvertible { print(s.map { $0.description }.joined(separator: "/")) }
printAll([1, 2]); printAll(Set(["x"])); printAll(stride(from: 0, to: 1, by: 0.5))
let types: [any Animal.Type] = [Dog.self, Cat.self]
print(types.map { $0.init(name: "N").speak() }, types[0])
// expect: Dog: I am Rex: Woof ["Woof", "Woof"] Animalia ["Woof"]
// expect: Cat: I am Tom: Meow ["Meow", "Meow"] Felidae ["Meow"]
// expect: Dog(name: "Rex\'") Rex' Dog
// expect: Cat: I am Tom: Meow I am Tom: Meow Felidae Cat
// expect: Animal Cat(name: "Tom") Any 5 Optional<Int> Optional(3)
// expect: true false
// expect: 1/2
// expect: x
// expect: 0.0/0.5
// expect: ["Woof", "Meow"] Dog
