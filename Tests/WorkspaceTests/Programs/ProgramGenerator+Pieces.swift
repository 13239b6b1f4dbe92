// swift-format-ignore-file: most lines are Swift within Swift.

/// Set pieces: parts of the language that expressions of random types seldom reach. Their holes are filled with random expressions.
extension ProgramGenerator {
    /// Declarations that the body's set pieces use, once each.
    func declarePieces() {
        wanted = (0 ..< below(4)).map { _ in below(Self.pieceCount) }
        for piece in Set(wanted).sorted() { declarations(of: piece) }
    }

    static let pieceCount = 17

    func piece() {
        guard let piece = wanted.popLast() else { return }
        nodes = 0
        use(piece)
        throwsHere = false
    }

    /// - Parameter level: that of the operator it stands beside.
    private func int(_ depth: Int = 2, beside level: Int = Level.lowest) -> String { withoutErrors { at(expression(.int, depth), level) } }
    private func string(_ depth: Int = 2, beside level: Int = Level.lowest) -> String { withoutErrors { at(expression(.string, depth), level) } }
    private func numbers() -> String { withoutErrors { at(expression(.array(.int), 1), Level.primary) } }
    private func small() -> String { "\(below(9))" }

    private func withoutErrors(_ body: () -> String) -> String {
        let before = (mayThrow, throwsHere)
        (mayThrow, nodes) = (false, 4)
        defer { (mayThrow, throwsHere) = before }
        return body()
    }

    /// Each begins with a name of its own.
    private func declarations(of piece: Int) {
        let t = "_" + tag
        switch piece {
        case 0:
            emit("struct Count\(t): Sequence, IteratorProtocol {")
            emit("    var now: Int, end: Int")
            emit("    mutating func next() -> Int? { if now >= end { return nil }; defer { now += \(1 + below(3)) }; return now }")
            emit("}")
        case 1:
            emit("struct Dice\(t): RandomNumberGenerator {")
            emit("    var state: UInt64 = \(below(100_000))")
            emit("    mutating func next() -> UInt64 { state = state &* 6364136223846793005 &+ 1442695040888963407; return state ^ (state >> 29) }")
            emit("}")
        case 2:
            emit("struct Meter\(t): ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, Equatable {")
            emit("    var value: Double")
            emit("    init(integerLiteral value: Int) { self.value = Double(value) }")
            emit("    init(floatLiteral value: Double) { self.value = value }")
            // No operators that others have too: programs share a file, and the compiler's choices hang on all there are.
            emit("    static func +++ (a: Meter\(t), b: Meter\(t)) -> Meter\(t) { var c = a; c.value += b.value; return c }")
            emit("    var negated: Meter\(t) { var c = self; c.value.negate(); return c }")
            emit("    static func +++= (a: inout Meter\(t), b: Meter\(t)) { a = a +++ b }")
            emit("}")
            emit("func +++ (a: Meter\(t), b: Int) -> Meter\(t) { var c = a; c.value *= Double(b); return c }")
        case 3:
            emit("struct Even\(t) { var offset: Int }")
            emit("func ~= (pattern: Even\(t), value: Int) -> Bool { (value &+ pattern.offset) % 2 == 0 }")
        case 4:
            emit("indirect enum Tree\(t) {")
            emit("    case leaf(Int), add(Tree\(t), Tree\(t)), negate(Tree\(t)), choose(Bool, yes: Tree\(t), no: Tree\(t))")
            emit("    var value: Int {")
            emit("        switch self {")
            emit("        case .leaf(let n): return n")
            emit("        case .add(let a, let b): return a.value &+ b.value")
            emit("        case let .negate(a): return 0 &- a.value")
            emit("        case .choose(let c, let a, let b): return c ? a.value : b.value")
            emit("        }")
            emit("    }")
            emit(
                "    var depth: Int { switch self { case .leaf: return 1; case .add(let a, let b), .choose(_, let a, let b): return 1 + max(a.depth, b.depth); case .negate(let a): return 1 + a.depth } }"
            )
            emit("}")
        case 5:
            emit("struct Stack\(t)<Element> {")
            emit("    private(set) var items: [Element] = []")
            emit("    var top: Element? { items.last }")
            emit("    mutating func push(_ item: Element) { items.append(item) }")
            emit("    @discardableResult mutating func pop() -> Element? { items.popLast() }")
            emit(
                "    func map<Other>(_ change: (Element) throws -> Other) rethrows -> Stack\(t)<Other> { var other = Stack\(t)<Other>(); for item in items { other.push(try change(item)) }; return other }"
            )
            emit("    subscript(index: Int) -> Element { get { items[index] } set { items[index] = newValue } }")
            emit("}")
            emit("extension Stack\(t): Equatable where Element: Equatable {}")
            emit("extension Stack\(t) where Element: Comparable { func greatest() -> Element? { items.max() } }")
            emit("extension Stack\(t) where Element == Int { var total: Int { items.reduce(0, &+) } }")
            emit("extension Stack\(t): ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { items = elements } }")
        case 6:
            emit(
                "struct Line\(t) { var slope: Int, start: Int = \(below(5)); func callAsFunction(_ x: Int) -> Int { slope &* x &+ start } ; func callAsFunction(twice x: Int) -> Int { self(self(x)) } }"
            )
        case 7:
            emit("func which\(t)(_ x: Int) -> String { \"Int\" }")
            if chance(70) { emit("func which\(t)(_ x: Double) -> String { \"Double\" }") }
            if chance(60) { emit("func which\(t)(_ x: String) -> String { \"String\" }") }
            if chance(50) { emit("func which\(t)(_ x: Int?) -> String { \"Int?\" }") }
            if chance(50) { emit("func which\(t)(_ x: [Int]) -> String { \"[Int]\" }") }
            if chance(50) { emit("func which\(t)<T>(_ x: [T]) -> String { \"[T]\" }") }
            if chance(40) { emit("func which\(t)<T: Comparable>(_ x: T) -> String { \"Comparable\" }") }
            if chance(40) { emit("func which\(t)<T: Hashable>(_ x: T, _ y: T) -> String { \"Hashable2\" }") }
            if chance(40) { emit("func which\(t)(_ x: Any...) -> String { \"Any...\" }") }
            emit("func which\(t)<T>(_ x: T) -> String { \"T\" }")
        case 8:
            emit("func twice\(t)<T>(_ x: T, _ f: (T) throws -> T) rethrows -> T { try f(f(x)) }")
            emit("func checked\(t)(_ x: Int) throws -> Int { if x > \(below(12)) { throw Trouble\(t).low(x) }; return x &+ 1 }")
        case 9:
            emit("extension Array where Element: Numeric { func summed\(t)() -> Element { reduce(0, +) } }")
            emit(
                "extension Sequence { func counted\(t)(_ test: (Element) throws -> Bool) rethrows -> Int { var n = 0; for item in self where try test(item) { n += 1 }; return n } }"
            )
            emit(
                "extension Collection where Element: Equatable { func runs\(t)() -> [(Element, Int)] { var all: [(Element, Int)] = []; for item in self { if let last = all.last, last.0 == item { all[all.count - 1].1 += 1 } else { all.append((item, 1)) } }; return all } }"
            )
            emit(
                "extension Int { var digits\(t): [Int] { String(self.magnitude).compactMap(\\.wholeNumberValue) }; func times\(t)(_ body: (Int) -> Void) { for i in 0 ..< Swift.max(0, Swift.min(self, 3)) { body(i) } } }"
            )
        case 10:
            emit(
                "precedencegroup Power\(t) { associativity: \(pick(["left", "right"])) higherThan: \(pick(["AdditionPrecedence lowerThan: MultiplicationPrecedence", "MultiplicationPrecedence"])) }"
            )
            emit("infix operator **\(operatorEnd) : Power\(t)")
            emit("func **\(operatorEnd) (a: Int, b: Int) -> Int { (0 ..< (b & 3)).reduce(1) { x, _ in x &* a } }")
            emit("postfix operator %%\(operatorEnd)")
            emit("postfix func %%\(operatorEnd) (a: Int) -> Double { Double(a) / 100 }")
        case 11:
            emit("struct Watched\(t) {")
            emit(
                "    var value: Int = \(small()) { willSet { print(\"will\", newValue) } didSet { if value != oldValue { print(\"did\", oldValue, value) }; if value > \(below(30)) { value = \(small()) } } }"
            )
            emit("    var list: [Int] = [] { didSet { print(\"list\", list) } }")
            emit("    static var made = 0")
            emit("    init(_ value: Int) { self.value = value; Watched\(t).made += 1 }")
            emit("    mutating func grow() { value += 1; list.append(value) }")
            emit("}")
            emit("func change\(t)(_ x: inout Int, _ y: inout [Int]) { x += 2; y.append(x); y.append(1) }")
        case 12:
            emit("protocol Shape\(t) { static var kind: String { get }; var size: Double { get }; init(size: Double); func bigger() -> Self }")
            emit("extension Shape\(t) { func bigger() -> Self { Self(size: size * \(1 + below(3))) }; var text: String { \"\\(Self.kind) \\(size)\" } }")
            emit("struct Square\(t): Shape\(t) { static let kind = \"square\"; var size: Double }")
            emit(
                "struct Disk\(t): Shape\(t), CustomStringConvertible { static var kind: String { \"disk\" }; let size: Double; var description: String { \"(\\(size))\" }; \(chance(50) ? "func bigger() -> Disk\(t) { Disk\(t)(size: size + 1) }" : "") }"
            )
            emit("func grown\(t)<S: Shape\(t)>(_ shape: S, _ n: Int) -> S { n <= 0 ? shape : grown\(t)(shape.bigger(), n - 1) }")
            emit("func sum\(t)(_ shapes: [any Shape\(t)]) -> Double { shapes.reduce(0) { $0 + $1.size } }")
        case 13:
            emit(
                "func rank\(t)(_ n: Int, _ memo: inout [Int: Int]) -> Int { if n < 2 { return n }; if let known = memo[n] { return known }; let value = (rank\(t)(n - 1, &memo) &+ rank\(t)(n - 2, &memo)) % 100_003; memo[n] = value; return value }"
            )
            emit("func isEven\(t)(_ n: Int) -> Bool { n == 0 ? true : isOdd\(t)(n - 1) }")
            emit("func isOdd\(t)(_ n: Int) -> Bool { n == 0 ? false : isEven\(t)(n - 1) }")
            emit(
                "func orders\(t)<T>(_ items: [T]) -> [[T]] { if items.count < 2 { return [items] }; return items.indices.flatMap { i in orders\(t)(Array(items[..<i] + items[(i + 1)...])).map { [items[i]] + $0 } } }"
            )
        case 14:
            emit("func list\(t)(_ first: Int = \(small()), by step: Int = 1, _ rest: Int..., last: String = \"z\") -> String { \"\\(first) \\(step) \\(rest) \\(last)\" }")
            emit("func make\(t)() -> (add: (Int) -> Void, get: () -> [Int]) { var all: [Int] = []; return ({ all.append($0) }, { all }) }")
        case 15:
            emit(
                "enum Level\(t): Int, CaseIterable, Comparable { case low = \(below(3)), mid, high = \(10 + below(5)); static func < (a: Level\(t), b: Level\(t)) -> Bool { a.rawValue < b.rawValue }; var next: Level\(t)? { Level\(t)(rawValue: rawValue + 1) } }"
            )
            emit("struct Key\(t): Hashable { var level: Level\(t); var name: String }")
        default:
            emit(
                "func parse\(t)(_ text: String) -> Result<Int, Trouble\(t)> { guard let n = Int(text) else { return .failure(.high(text)) }; return n < 0 ? .failure(.low(n)) : .success(n) }"
            )
        }
    }

    /// Operators cannot bear a number: their letters are made of it.
    private var operatorEnd: String { String(tag.utf8.map { "+-<>|^&=%~".utf8.map { $0 }[Int($0) % 10] }.map { Character(UnicodeScalar($0)) }) + "~" }

    private func use(_ piece: Int) {
        let t = "_" + tag, v = name("q")
        switch piece {
        case 0:
            emit("for n in Count\(t)(now: \(small()), end: \(5 + below(9))) where n != \(small()) { print(n, terminator: \" \") }")
            emit(
                "print(Count\(t)(now: 0, end: \(below(12))).map { $0 * \(int(1, beside: Level.shift)) \(pick(["", "% 7"])) }.\(pick(["reduce(0, &+)", "sorted(by: >)", "enumerated().map { $0 + $1 }", "reversed().prefix(2)", "filter { $0 > 3 }"])))"
            )
            emit("var \(v) = Count\(t)(now: 1, end: 4); print(\(v).next() ?? -1, \(v).next() as Any, Array(\(v)), \(v).contains(3), Array(zip(\(v), \"abc\")))")
            emit("print(Array(\(v).lazy.map { $0 + 1 }.filter { $0 % 2 == 0 }), \(v).min() ?? 0, Set(\(v)).count, \(v).elementsEqual([3]))")
        case 1:
            emit("var \(v) = Dice\(t)()")
            emit("print(\((numbers())).shuffled(using: &\(v)), (0 ..< 6).randomElement(using: &\(v))!, Int.random(in: -5 ... \(small()), using: &\(v)))")
            emit(
                "print(Double.random(in: 0 ..< 1, using: &\(v)), Bool.random(using: &\(v)), UInt8.random(in: .min ... .max, using: &\(v)), [\"a\", \"b\", \"c\"].randomElement(using: &\(v)) as Any)"
            )
        case 2:
            emit(
                "var \(v): Meter\(t) = \(below(9)); \(v) +++= 2.5; print(\(v), \(v).negated +++ 1.5, \(v) +++ \(int(1, beside: Level.multiplication)), [\(v), 3, 0.5].map(\\.value), \(v) == 3)"
            )
        case 3:
            emit("switch \(int()) { case Even\(t)(offset: \(below(2))): print(\"even\"); case 0 ..< 9: print(\"small\"); default: print(\"odd\") }")
        case 4:
            emit(
                "let \(v): Tree\(t) = .add(.leaf(\(int(1))), .choose(\(below(9)) > \(int(1, beside: Level.coalescing)), yes: .negate(.leaf(\(small()))), no: .add(.leaf(1), .leaf(\(int(1))))))"
            )
            emit("print(\(v).value, \(v).depth); if case .add(let a, .choose(let c, _, let b)) = \(v) { print(a, c, b) }")
        case 5:
            emit("var \(v): Stack\(t) = [\(int(1)), \(small()), 3]; \(v).push(\(int())); \(v)[0] &+= 1; let \(v)b = \(v); \(v).pop()")
            emit("print(\(v), \(v)b == \(v), \(v).greatest() as Any, \(v).total, \(v).map { \"<\\($0)>\" }.top ?? \"none\", \(v)b.map { Double($0) }.items)")
        case 6: emit("let \(v) = Line\(t)(slope: \(small())); print(\(v)(\(int(1))), \(v)(twice: 3), \(numbers()).map(\(v).callAsFunction(_:)))")
        case 7:
            let values = [
                "\(int(1))", "2.5", "\"s\"", "[1, 2]", "[\"a\"]", "(3 as Int?)", "1...3", "(1, 2)", "true", "\(below(9))", "Int8(3)", "[1: 2]", "nil as Int?", "{ (x: Int) in x }",
                "\(string(1))",
            ]
            emit("print(\((0 ..< 4).map { _ in "which\(t)(\(pick(values)))" }.joined(separator: ", ")))")
        case 8:
            emit("print(twice\(t)(\(int(1))) { $0 &+ \(small()) }, twice\(t)(\"a\", { $0 + \(string(1, beside: Level.multiplication)) }))")
            emit(
                "do { print(try twice\(t)(\(int(1)), checked\(t)), try \(numbers()).map(checked\(t))) } catch Trouble\(t).low(let n) where n % 2 == 0 { print(\"even low\", n) } catch { print(error) }"
            )
            emit("print((try? twice\(t)(\(int(1)), checked\(t))) as Any, (try? checked\(t)(\(below(20)))) ?? -1)")
        case 9:
            emit(
                "print(\(numbers()).prefix(3).map { $0 & 1023 }.summed\(t)(), [1.5, 2].summed\(t)(), \(string(1)).counted\(t) { $0 != \"a\" }, \(numbers()).counted\(t) { $0 > \(int(1, beside: Level.coalescing)) })"
            )
            emit("print(\"aab\\(\(int(1)))b\".runs\(t)().map { \"\\($0.0)\\($0.1)\" }.joined(), (\(int(1))).digits\(t)); (\(int(1))).times\(t) { print($0, terminator: \";\") }")
        case 10:
            let o = operatorEnd
            emit("print(2 **\(o) 3 **\(o) 2, \(below(5)) + 2 **\(o) 2 * 3, -2 **\(o) 2, 5%%\(o) + 1, (3 **\(o) 2)%%\(o), [1, 2, 3].reduce(2, **\(o)))")
        case 11:
            emit(
                "var \(v) = Watched\(t)(\(small())); \(v).value += \(small()); \(v).grow(); \(v).list.append(\(int(1))); var \(v)l = [3], \(v)n = 4; change\(t)(&\(v).value, &\(v)l); change\(t)(&\(v)n, &\(v).list); \(v).list.sort(); print(\(v), \(v)l, \(v)n, Watched\(t).made)"
            )
            emit("var \(v)w = [\(v), Watched\(t)(1)]; \(v)w[1].value = \(int(1)); \(v)w[0].list[0] += 1; swap(&\(v)w[0].value, &\(v)n); print(\(v)w.map(\\.value))")
        case 12:
            emit("let \(v): [any Shape\(t)] = [Square\(t)(size: \(small())), Disk\(t)(size: 1.5), grown\(t)(Disk\(t)(size: \(small())), 2)]")
            emit("for shape in \(v) { print(shape.text, type(of: shape), type(of: shape).kind, shape.bigger().size, shape is Disk\(t), (shape as? Square\(t))?.size ?? -1) }")
            emit("print(sum\(t)(\(v)), \(v).map { $0.bigger().text }, \(v).count { $0.size > 1 })")
        case 13:
            emit(
                "var \(v): [Int: Int] = [:]; print(rank\(t)(\(10 + below(30)), &\(v)), \(v).count, isEven\(t)(\(below(40))), orders\(t)([1, 2, \(small())]).\(pick(["count", "last ?? []", "map { $0.reduce(0) { $0 &* 10 &+ $1 } }"])))"
            )
        case 14:
            emit("print(list\(t)(), list\(t)(\(int(1)), by: 2, 3, 4), list\(t)(by: \(small()), last: \(string(1))), list\(t)(1, 2, 3))")
            emit("let \(v) = make\(t)(); \(v).add(\(int(1))); \(v).add(2); print(\(v).get(), make\(t)().get().isEmpty); let \(v)c = \(v).add; \(v)c(7); print(\(v).1().count)")
        case 15:
            emit(
                "print(Level\(t).allCases, Level\(t).low < .high, Level\(t).allCases.max() as Any, Level\(t)(rawValue: \(int(1))) as Any, Level\(t).mid.next as Any, Level\(t).allCases.map(\\.rawValue).reduce(0, +))"
            )
            emit(
                "var \(v): [Key\(t): Int] = [:]; for (i, level) in Level\(t).allCases.enumerated() { \(v)[Key\(t)(level: level, name: \"k\\(i % 2)\"), default: 0] += i }; \(v)[.init(level: .low, name: \"k0\")]? += \(int(1))"
            )
            emit(
                "for (key, value) in \(v).sorted(by: { ($0.key.level, $0.key.name) < ($1.key.level, $1.key.name) }) { print(key.level, key, value) }; print(Dictionary(grouping: \(v).values.sorted(), by: { $0 % 2 == 0 })[true] as Any)"
            )
        default:
            emit(
                "for text in [\"\(below(50))\", \"-3\", \(string(1))] { switch parse\(t)(text) { case .success(let n): print(n); case .failure(.low(let n)): print(\"low\", n); case .failure(let trouble): print(trouble) } }"
            )
            emit("print(parse\(t)(\"7\").map { $0 + 1 }, (try? parse\(t)(\(string(1))).get()) as Any, parse\(t)(\"5\").flatMap { parse\(t)(\"-\\($0)\") })")
            emit(
                "print(sequence(first: \(small())) { $0 < 40 ? $0 &* 2 &+ 1 : nil }.map { $0 }, stride(from: 10, to: 0, by: -\(1 + below(3))).map { $0 }, repeatElement(\(small()), count: 2).reversed().map { 0 - $0 })"
            )
        }
    }
}
