import Language
import Testing

@Suite struct DismantlingTests {
    private final class Watched { weak var type: AnyObject? }

    /// What a session declared refers to itself in circles, and goes with it nevertheless.
    @Test func declarationsGoWithTheSession() {
        var watched: [Watched] = []
        do {
            let compiler = Compiler()
            let cells = [
                "struct Node: Hashable { var name: String; var next: [Node] = []; func walk(_ visit: (Node) -> Void) { visit(self); for node in next { node.walk(visit) } } }",
                "indirect enum Tree<T: Comparable>: Equatable { case leaf, node(Tree<T>, T, Tree<T>); func has(_ x: T) -> Bool { false } }",
                "protocol Shape { var area: Double { get }; func grown() -> Self }\nextension Double: Shape { var area: Double { self }; func grown() -> Double { self * 2 } }",
                "func fib(_ n: Int) -> Int { func inner(_ k: Int) -> Int { k < 2 ? k : inner(k - 1) + inner(k - 2) }; return inner(n) }",
                "let shown = [3, 1].sorted().map { \"\\($0)\" }.joined(); print(shown, [1: 2].mapValues { $0 + 1 }, Set([1.5]), (1 ... 3).reversed())",
                "struct Broken { let x: Missing }",
            ]
            for (number, cell) in cells.enumerated() { _ = compiler.compile(cell, cell: number + 1) }
            for type in compiler.declaredTypes {
                watched.append(Watched())
                watched[watched.count - 1].type = type
            }
        }
        #expect(watched.count > 40)
        #expect(watched.allSatisfy { $0.type == nil })
    }
}
