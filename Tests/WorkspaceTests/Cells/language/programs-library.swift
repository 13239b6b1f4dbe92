enum Genre: String, CaseIterable { case fiction, science, history }
struct Book: Hashable { let id: Int; var title: String; var genre: Genre; var copies = 1 }
enum LibraryError: Error { case unknown(Int), unavailable(title: String), limit(max: Int) }
struct Member { let name: String; private(set) var loans: Set<Int> = []; static let limit = 2
    mutating func take(_ id: Int) throws { guard loans.count < Self.limit else { throw LibraryError.limit(max: Self.limit) }; loans.insert(id) }
    mutating func give(_ id: Int) -> Bool { loans.remove(id) != nil } }
struct Library {
    private var books: [Int: Book], members: [String: Member] = [:]
    init(_ list: [Book]) { books = Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0) }) }
    mutating func join(_ n: String) { members[n] = Member(name: n) }
    mutating func lend(_ id: Int, to n: String) throws -> Book {
        guard var b = books[id] else { throw LibraryError.unknown(id) }
        guard b.copies > 0 else { throw LibraryError.unavailable(title: b.title) }
        try members[n]?.take(id)
        b.copies -= 1; books[id] = b
        return b
    }
    mutating func giveBack(_ id: Int, from n: String) { if members[n]?.give(id) == true { books[id]?.copies += 1 } }
    func report() -> [String] { Genre.allCases.map { g in let bs = books.values.filter { $0.genre == g }.sorted { $0.title < $1.title }; return "\(g.rawValue): " + (bs.isEmpty ? "-" : bs.map { "\($0.title)(\($0.copies))" }.joined(separator: ", ")) } }
    subscript(_ n: String) -> Set<Int>? { members[n]?.loans }
}
var lib = Library([Book(id: 1, title: "Dune", genre: .fiction, copies: 2), Book(id: 2, title: "Cosmos", genre: .science), Book(id: 3, title: "SPQR", genre: .history), Book(id: 4, title: "Emma", genre: .fiction)])
["ann", "ben"].forEach { lib.join($0) }
for (id, who) in [(1, "ann"), (2, "ann"), (3, "ann"), (2, "ben"), (9, "ben"), (1, "ben")] {
    do { let b = try lib.lend(id, to: who); print("\(who) got \(b.title), left \(b.copies)") }
    catch LibraryError.limit(let m) { print("\(who) at limit \(m)") }
    catch LibraryError.unavailable(let t), LibraryError.unavailable(title: let t) { print("no \(t)") }
    catch { print("failed: \(error)") }
}
lib.giveBack(2, from: "ann"); lib.giveBack(2, from: "ben")
lib.report().forEach { print($0) }
print(lib["ann"]!.sorted(), lib["ben"]!.count, lib["zed"] == nil)
func group<T, K: Hashable & Comparable>(_ xs: [T], by f: (T) -> K) -> [(K, [T])] { Dictionary(grouping: xs, by: f).sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
for (len, ws) in group("a bb cc d eee".split(separator: " ").map(String.init), by: \.count) { print(len, ws) }
let inventory = ["pen": 3, "cup": 0, "map": 7]; let low = inventory.filter { $0.value < 5 }.keys.sorted(); print(low, inventory.values.reduce(0, +), inventory.max { $0.value < $1.value }!.key, inventory.mapValues { $0 * 2 }["pen"]!)
// expect: ann got Dune, left 1
// expect: ann got Cosmos, left 0
// expect: ann at limit 2
// expect: no Cosmos
// expect: failed: unknown(9)
// expect: ben got Dune, left 0
// expect: fiction: Dune(0), Emma(1)
// expect: science: Cosmos(1)
// expect: history: SPQR(1)
// expect: [1] 1 true
// expect: 1 ["a", "d"]
// expect: 2 ["bb", "cc"]
// expect: 3 ["eee"]
// expect: ["cup", "pen"] 10 map 6
