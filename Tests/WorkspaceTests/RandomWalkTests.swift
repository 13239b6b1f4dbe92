import Foundation
import Testing
import Workspace

/// Random cells, with restores, undos, branches and kernels that die, against a model that keeps every state in memory.
///
/// `ENGRAM_WALK_CELLS` says how many cells (200 unless set; the project's bar is 1,000), `ENGRAM_WALK_SEED` which.
@Suite struct RandomWalkTests {
    private struct State: Equatable {
        var numbers: [Int] = [0, 0, 0]
        var list: [Int] = []
        var big: [Int: Int] = [:]
        var texts: [String: String] = [:]
        var counter = 0
        /// The number of its latest function `f`, if it has one.
        var function: Int?
    }
    private struct Kept {
        var state: State
        var parent: Int?
    }

    @Test func walk() throws {
        let environment = ProcessInfo.processInfo.environment
        let cells = environment["ENGRAM_WALK_CELLS"].flatMap(Int.init) ?? 200
        var random = Generator(seed: environment["ENGRAM_WALK_SEED"].flatMap(UInt64.init) ?? 1)
        let folder = Folder()
        var lives = [try Life(folder.path)]
        var life: Life { lives[0] }
        var state = State()
        // States by cell number, and the one that each builds on.
        var kept: [Int: Kept] = [:]
        var head: Int?
        func commit() {
            kept[life.count] = Kept(state: state, parent: head)
            head = life.count
        }
        life.run(
            """
            var n0 = 0; var n1 = 0; var n2 = 0; var list: [Int] = []; var big = Array(repeating: 0, count: 60_000); var texts: [String: String] = [:]
            struct Pair { var a = 0; var b = [0] }
            var pair = Pair()
            func counter() -> () -> Int { var n = 0; return { n += 1; return n } }
            let bump = counter(); var last = 0
            """)
        commit()
        for step in 0 ..< cells {
            let value = Int(random.next() % 1_000_000)
            switch random.next() % 12 {
            case 0, 1:
                let which = Int(random.next() % 3)
                life.run("n\(which) = \(value)")
                state.numbers[which] = value
                commit()
            case 2:
                life.run("list.append(\(value)); pair.b[0] = list.count; pair.a = n0")
                state.list.append(value)
                commit()
            case 3, 4:
                let place = value % 60_000
                life.run("big[\(place)] = \(value)")
                state.big[place] = value
                commit()
            case 5:
                life.run("texts[\"k\(value % 7)\"] = String(repeating: \"\(value)\", count: \(value % 2 == 0 ? 2 : 2_000))")
                state.texts["k\(value % 7)"] = String(repeating: "\(value)", count: value % 2 == 0 ? 2 : 2_000)
                commit()
            case 6:
                life.run("last = bump()")
                state.counter += 1
                commit()
            case 7:
                life.run("func f() -> Int { n1 + \(value) }")
                state.function = value
                commit()
            case 8:
                // A cell that fails half way keeps what it did until then.
                life.run("n2 = \(value); let wrong = [1][5]")
                state.numbers[2] = value
                commit()
            case 9:
                guard let target = kept.keys.sorted().randomElement(using: &random) else { continue }
                #expect(life.run("try session.restore(cell: \(target))").contains("[restored"), "step \(step)")
                kept[life.count] = Kept(state: state, parent: head)
                (state, head) = (kept[target]!.state, target)
            case 10:
                guard let now = head, let parent = kept[now]?.parent else { continue }
                #expect(life.run("try session.undo()").contains("[restored"), "step \(step)")
                kept[life.count] = Kept(state: state, parent: head)
                (state, head) = (kept[parent]!.state, parent)
            default:
                // The old one first, or the new one finds it at work.
                lives = []
                lives = [try Life(folder.path)]
                #expect(life.keeper.notes.first?.contains("restored the state") == true, "step \(step)")
            }
            let sums = state.big.reduce((0, 0)) { ($0.0 + $1.value, $0.1 + $1.key &* $1.value) }
            let shown = life.run(
                """
                var sum = 0; var weighted = 0
                for (i, x) in big.enumerated() { sum += x; weighted += i * x }
                print(n0, n1, n2, list, sum, weighted, texts.keys.sorted().map { texts[$0]! }.joined(separator: ","), last\(state.function == nil ? "" : ", f()"))
                """)
            commit()
            let numbers = state.numbers.map(String.init).joined(separator: " ")
            let texts = state.texts.keys.sorted().map { state.texts[$0]! }.joined(separator: ",")
            let function = state.function.map { " \(state.numbers[1] + $0)" } ?? ""
            let expected = "\(numbers) \(state.list) \(sums.0) \(sums.1) \(texts) \(state.counter)\(function)\n"
            #expect(shown.hasSuffix(expected), "step \(step)")
            if !shown.hasSuffix(expected) { return }
        }
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
