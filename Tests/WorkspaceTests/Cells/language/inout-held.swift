// What a call changes in place through observers, setters and containers is held until the call is over, whatever the callee keeps in its registers.
struct Watched {
    var value: Int = 3 { willSet { print("will", newValue) } didSet { if value != oldValue { print("did", oldValue, value) }; if value > 9 { value = 1 } } }
    var list: [Int] = [] { didSet { print("list", list) } }
    static var made = 0
    init(_ value: Int) { self.value = value; Watched.made += 1 }
    mutating func grow() { value += 1; list.append(value) }
}
func change(_ x: inout Int, _ y: inout [Int]) { x += 2; y.append(x); y.append(1) }
func sorts() {
    var v = Watched(3)
    v.grow()
    v.list.append(4)
    v.list.append(622)
    var l = [3], n = 4
    change(&v.value, &l)
    change(&n, &v.list)
    v.list.sort()
    print(v, l, n, Watched.made)
    var w = [v, Watched(1)]
    w[1].value = 5
    w[0].list[0] += 1
    swap(&w[0].value, &n)
    w[0].list.sort(by: >)
    print(w.map(\.value), w[0].list, n)
}
sorts()
// expect: will 4
// expect: did 3 4
// expect: list [4]
// expect: list [4, 4]
// expect: list [4, 4, 622]
// expect: will 6
// expect: did 4 6
// expect: list [4, 4, 622, 6, 1]
// expect: list [1, 4, 4, 6, 622]
// expect: Watched(value: 6, list: [1, 4, 4, 6, 622]) [3, 6, 1] 6 1
// expect: will 5
// expect: did 1 5
// expect: list [2, 4, 4, 6, 622]
// expect: will 6
// expect: list [622, 6, 4, 4, 2]
// expect: [6, 5] [622, 6, 4, 4, 2] 6
// ---
struct Store {
    private var items: [String: [Int]] = ["a": [3, 1, 2]]
    var log: [String] = []
    var all: [Int] {
        get { items["a"] ?? [] }
        set { items["a"] = newValue; log.append("set \(newValue)") }
    }
    subscript(name: String, extra extra: Int) -> [Int] {
        get { (items[name] ?? []) + [extra] }
        set { items[name] = newValue; log.append("\(name) \(newValue)") }
    }
}
func order(_ list: inout [Int], _ less: (Int, Int) -> Bool, _ note: String) -> String {
    let before = "\(list)"
    let words = before.split(separator: ",").map { String($0) }
    list.sort(by: less)
    return before + note + words.joined(separator: ";") + "\(list)"
}
func stores() {
    var store = Store()
    print(order(&store.all, { $0 < $1 }, " -> "))
    print(order(&store["a", extra: 9], { $0 > $1 }, " => "))
    print(store.log)
}
stores()
// expect: [3, 1, 2] -> [3; 1; 2][1, 2, 3]
// expect: [1, 2, 3, 9] => [1; 2; 3; 9][9, 3, 2, 1]
// expect: ["set [1, 2, 3]", "a [9, 3, 2, 1]"]
// ---
// The getter runs after the other arguments.
func said(_ text: String) -> Int { print(text); return 7 }
struct Box {
    var hidden = [1, 2]
    var shown: [Int] {
        get { print("get"); return hidden }
        set { print("set"); hidden = newValue }
    }
}
func put(_ list: inout [Int], _ value: Int) { list.append(value) }
extension Array { mutating func put(_ value: Element) { insert(value, at: 0) } }
func boxes() {
    var box = Box()
    put(&box.shown, said("value"))
    box.shown.put(said("again"))
    print(box.hidden)
}
boxes()
// expect: value
// expect: get
// expect: set
// expect: again
// expect: get
// expect: set
// expect: [7, 1, 2, 7]
// ---
// Containers on the way stay alive while the callee works with its own values.
struct Deep { var rows: [[String]] = [["b", "a"], ["d", "c"]]; var names: [String: [String]] = ["x": ["q", "p"]] }
extension Array where Element == String {
    mutating func stir(_ tail: String) -> Int {
        let copy = self.map { $0 + tail }
        let other = copy.reversed().map { $0.uppercased() }
        self = copy + other
        sort()
        return count
    }
}
func deep() {
    var all = [Deep(), Deep()]
    let kept = all
    print(all[1].rows[0].stir("!"), all[0].names["x"]?.stir("?") ?? -1, all[0].names["y", default: ["k"]].stir("_"))
    print(all[1].rows, all[0].names["x"]!, all[0].names["y"]!, kept[1].rows)
    let changes: [(inout [String]) -> Void] = [{ $0.append("n") }, { list in _ = list.stir("m") }]
    for change in changes { change(&all[1].rows[1]) }
    print(all[1].rows[1])
}
deep()
// expect: 4 4 2
// expect: [["A!", "B!", "a!", "b!"], ["d", "c"]] ["P?", "Q?", "p?", "q?"] ["K_", "k_"] [["b", "a"], ["d", "c"]]
// expect: ["CM", "DM", "NM", "cm", "dm", "nm"]
