// What a type asks of its parameters in its `where` clause, its mention in a signature asks too.
struct Grid<T>: CustomStringConvertible where T: CustomStringConvertible {
    private var cells: [T]
    let width: Int, height: Int
    init(width: Int, height: Int, fill: (Int, Int) -> T) {
        (self.width, self.height) = (width, height)
        cells = (0 ..< height).flatMap { y in (0 ..< width).map { fill($0, y) } }
    }
    subscript(x: Int, y: Int) -> T { get { cells[y * width + x] } set { cells[y * width + x] = newValue } }
    func map<U>(_ f: (T) -> U) -> Grid<U> { Grid<U>(width: width, height: height) { f(self[$0, $1]) } }
    var description: String { (0 ..< height).map { y in (0 ..< width).map { self[$0, y].description }.joined(separator: " ") }.joined(separator: "\n") }
}
var grid = Grid(width: 3, height: 2) { $0 + 10 * $1 }
grid[1, 1] *= 2
print(grid, grid.map { Double($0) / 2 })
// expect: 0 1 2
// expect: 10 22 12 0.0 0.5 1.0
// expect: 5.0 11.0 6.0
// ---
enum Phase: Hashable {
    case idle, done(Result<String, Problem>)
    enum Problem: Error, Hashable { case cancelled, crashed(code: Int) }
}
print(Phase.done(.success("a")) == .done(.success("a")), Set([Phase.idle, .done(.failure(.crashed(code: 1))), .done(.failure(.crashed(code: 1)))]).count)
// expect: true 2
// ---
extension Optional {
    func or(_ other: @autoclosure () -> Wrapped) -> Wrapped { self ?? other() }
    func orTry(_ other: @autoclosure () throws -> Wrapped) rethrows -> Wrapped { try self ?? other() }
}
struct Missing: Error {}
func missing() throws -> Int { throw Missing() }
let nothing: Int? = nil
print(nothing.or(3), Optional(4).or(1 / nothing!), (try? nothing.orTry(try missing())) ?? 9)
extension Bool {
    static func || (a: Bool, b: @autoclosure () -> String) -> Bool { a || !b().isEmpty }
}
print(false || "x", false || false)
guard true else { }
// expect: 3 4 9
// expect: true false
// ---
func greet(_ words: [String]) -> [String] {
    words.map { word in
        if word.count > 3 { return word.uppercased() }
        return word
    }
}
print(greet(["a", "abcd"]))
// expect: ["a", "ABCD"]
