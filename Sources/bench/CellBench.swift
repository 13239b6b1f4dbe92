import Bindings
import Foundation
import Language
import Notebook
import Workspace

/// What lies between a cell's text and its first step: parsing, checking, lowering.
///
/// `bench cells [--repeats 200] [--file PATH]`: with a notebook or a file of cells, which lines `// ---` part, the cells in it.
/// `wall_s` is compiling alone; of the cells that are built in, `run_s` is the whole way through a session, and what they do when they run is next to nothing.
enum CellBench {
    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? { arguments.firstIndex(of: name).flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil } }
        let repeats = option("--repeats").flatMap(Int.init) ?? 200
        if let path = option("--file") {
            try compile(texts(of: path).map { ($0, $0) }, repeats)
        } else {
            for cell in cells { try compile([cell], repeats, runs: try runs(cell.text, repeats)) }
        }
    }

    /// Rounds before those that count: the first cells read what they use of the library's interfaces.
    private static let warming = 20

    private static func texts(of path: String) throws -> [String] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard path.hasSuffix(".ipynb") else { return String(decoding: data, as: UTF8.self).components(separatedBy: "// ---\n") }
        return try NotebookDocument(bytes: [UInt8](data)).cells.filter { $0.kind == .code }.map(\.source)
    }

    /// Compiles the cells in turn, again and again, each new to what compiles it.
    private static func compile(_ cells: [(name: String, text: String)], _ repeats: Int, runs: [Measurement.Time] = []) throws {
        let compiler = Compiler(library: Library.interface, operators: Library.operators)
        var times = [[Measurement.Time]](repeating: [], count: cells.count)
        var number = 0
        for round in 0 ..< max(1, repeats) + warming {
            for (index, cell) in cells.enumerated() {
                number += 1
                let source = cell.text.replacingOccurrences(of: "@", with: "\(round)")
                let (compilation, taken) = Measurement.time(1) { compiler.compile(source, cell: number) }
                guard compilation.program != nil else { throw Unexpected(description: "the cell is refused: \(source)") }
                if round >= warming { times[index] += taken }
            }
        }
        for (cell, times) in zip(cells, times) {
            var measurement = Measurement(bench: "cell", parameters: ["cell": cell.name, "lines": cell.text.split(separator: "\n").count], times: times, check: ["accepted": true])
            if !runs.isEmpty { measurement.extra["run_s"] = runs.map(\.wall).sorted()[runs.count / 2] }
            try measurement.emit()
        }
    }

    /// The whole way of a cell through a session.
    private static func runs(_ text: String, _ repeats: Int) throws -> [Measurement.Time] {
        let session = Session()
        var times: [Measurement.Time] = []
        for round in 0 ..< max(1, repeats) + warming {
            let source = text.replacingOccurrences(of: "@", with: "\(round)")
            let (outcome, taken) = Measurement.time(1) { session.run(source, name: "cell [\(round)]", output: { _ in }) }
            guard case .finished = outcome else { throw Unexpected(description: "the cell failed: \(source)") }
            if round >= warming { times += taken }
        }
        return times
    }

    private struct Unexpected: Error, CustomStringConvertible { let description: String }

    /// An `@` becomes the number of the round.
    private static let cells: [(name: String, text: String)] = [
        ("sum", "1 + 1"),
        ("call", "let r@ = [3, 1, 2].sorted().map { $0 * 2 }"),
        (
            "numbers",
            """
            var x@ = 0.5
            var y@ = 1.5
            let rate@ = 0.1
            let steps@ = 10
            var total@ = 0.0
            for i in 0 ..< steps@ {
                let dx = rate@ * (y@ - x@) + Double(i) * 0.01
                let dy = x@ * (1.2 - x@ * x@) - 0.3 * y@
                x@ += dx * 0.1
                y@ += dy * 0.1
                if x@ > 2.0 {
                    x@ = 2.0 - (x@ - 2.0) / 3.0
                } else if x@ < -2.0 {
                    x@ = -2.0
                }
                total@ += x@ * x@ + y@ * y@
            }
            let mean@ = total@ / Double(steps@)
            let spread@ = (total@ - mean@ * mean@).squareRoot()
            print(mean@, spread@ > 1.0 && mean@ < 100.0)
            """
        ),
        (
            "types",
            """
            struct Neuron@ {
                var v = -65.0
                var u = 0.0
                let a: Double
                mutating func step(_ input: Double) -> Bool {
                    v += 0.04 * v * v + 5 * v + 140 - u + input
                    u += a * (0.2 * v - u)
                    guard v >= 30 else { return false }
                    v = -65
                    u += 8
                    return true
                }
            }
            enum Kind@: String, CaseIterable { case regular, fast, bursting }
            var cells@ = Kind@.allCases.map { $0 == .fast ? Neuron@(a: 0.1) : Neuron@(a: 0.02) }
            var count@ = 0
            for t in 0 ..< 5 {
                for i in cells@.indices where cells@[i].step(Double(t)) { count@ += 1 }
            }
            print("spikes: \\(count@) of \\(cells@.count)")
            """
        ),
        (
            "collections",
            """
            let words@ = "the cell that fires with the cell that it wires with".split(separator: " ").map(String.init)
            var counts@: [String: Int] = [:]
            for word in words@ { counts@[word, default: 0] += 1 }
            let ranked@ = counts@.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
            for (word, count) in ranked@.prefix(3) {
                print(word, count)
            }
            func median@(_ values: [Double]) -> Double? {
                guard !values.isEmpty else { return nil }
                let ordered = values.sorted()
                let middle = ordered.count / 2
                return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
            }
            let samples@ = (0 ..< 9).map { Double(($0 * 7) % 5) }
            if let m = median@(samples@) {
                print("median", m, samples@.filter { $0 > m }.count)
            }
            let pairs@ = zip(words@, samples@).map { ($0, $1 * 2) }
            let longest@ = words@.max { $0.count < $1.count } ?? "none"
            print(pairs@.count, longest@.uppercased())
            """
        ),
    ]
}
