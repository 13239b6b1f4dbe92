import Foundation
import Linear
import Neuro
import Testing

@Suite struct SearchTests {
    /// SciPy's points (Reference/make_search.py), without scrambling.
    @Test func sobolAgreesWithSciPy() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/sobol.json")
        let expected = try JSONDecoder().decode([[Double]].self, from: Data(contentsOf: file))
        var points = SobolPoints(dimensions: 21)
        for row in expected { #expect(points.next() == row) }
    }

    @Test func settingsLieWhereTheyShould() throws {
        for method in [SearchMethod.random, .sobol, .halving()] {
            let search = try Search(
                [.uniform("a", -1, 1), .logarithmic("b", 1e-6, 1), .integer("c", 3, 5), .choice("d", [0.5, 7])], settings: 512, seeds: 2, method: method, seed: 4)
            let all = search.all
            #expect(all.count == 512 && all.allSatisfy { $0.seeds == [0, 1] })
            #expect(
                try all
                    == Search([.uniform("a", -1, 1), .logarithmic("b", 1e-6, 1), .integer("c", 3, 5), .choice("d", [0.5, 7])], settings: 512, seeds: 2, method: method, seed: 4).all
            )
            // A quarter of the settings in each quarter of a range, to five standard deviations; of Sobol's points exactly.
            let spread = method == .random ? 5 * (512 * 0.25 * 0.75).squareRoot() : 0
            for quarter in 0 ..< 4 {
                let low = Double(quarter) / 4
                #expect(try abs(Double(all.count { try low ..< low + 0.25 ~= ($0["a"] + 1) / 2 }) - 128) <= spread)
                #expect(try abs(Double(all.count { try low ..< low + 0.25 ~= (Foundation.log10($0["b"]) + 6) / 6 }) - 128) <= spread + 1)
            }
            #expect(try Set(all.map { try $0["c"] }) == [3, 4, 5])
            #expect(try Set(all.map { try $0["d"] }) == [0.5, 7])
        }
    }

    @Test func theLowestScoreIsFound() throws {
        let search = try Search([.uniform("x", -2, 2), .uniform("y", -2, 2)], settings: 256, seeds: 3)
        let found = try search.runEach { setting, seed in
            let (x, y) = (try setting["x"], try setting["y"])
            return (x - 0.5) * (x - 0.5) + (y + 1) * (y + 1) + Double(seed)
        }
        #expect(found.outcomes.count == 256)
        #expect(found.best.mean < 1.05 && abs(found.best.standardDeviation - 1) < 1e-12)
        #expect(try abs(found.best.setting["x"] - 0.5) < 0.25 && abs(found.best.setting["y"] + 1) < 0.25)
        #expect(try found.values(of: "x").count == 256 && found.scores.elements.min() == found.best.mean)
        #expect(throws: NeuroError.self) { try found.values(of: "z") }
        let last = try search.run { setting in Vector(setting.index == 7 ? [.nan, 1, 1] : [1, 1, Double(setting.index)]) }
        #expect(last.best.setting.index == 0 && last.ranking.last?.setting.index == 7)
    }

    /// 81 settings get a ninth, 27 a third, 9 all: the best of a score that noise hides less with every round.
    @Test func halvingSpendsOnTheBest() throws {
        let search = try Search([.uniform("x", 0, 1)], settings: 81, method: .halving(keep: 3, rounds: 3))
        var budgets: [Double: Int] = [:]
        let found = try search.runEach { setting, _ in
            budgets[setting.budget, default: 0] += 1
            return try setting["x"] + Double((setting.index * 37) % 11) / 50 * (1 - setting.budget)
        }
        #expect(budgets.values.sorted() == [9, 27, 81])
        #expect(budgets[1] == 9 && found.ranking.count == 9)
        #expect(try found.best.setting["x"] == search.all.map { try $0["x"] }.min())
    }

    @Test func badSearchesAreRefused() throws {
        #expect(throws: NeuroError.self) { try Search([], settings: 3) }
        #expect(throws: NeuroError.self) { try Search([.uniform("a", 0, 1), .uniform("a", 0, 1)], settings: 3) }
        #expect(throws: NeuroError.self) { try Search([.uniform("a", 1, 0)], settings: 3) }
        #expect(throws: NeuroError.self) { try Search([.logarithmic("a", 0, 1)], settings: 3) }
        #expect(throws: NeuroError.self) { try Search([.choice("a", [])], settings: 3) }
        #expect(throws: NeuroError.self) { try Search([.uniform("a", 0, 1)], settings: 0) }
        #expect(throws: NeuroError.self) { try Search([.uniform("a", 0, .nan)], settings: 1) }
        #expect(throws: NeuroError.self) { try Search((0 ..< 22).map { .uniform("a\($0)", 0, 1) }, settings: 3) }
        #expect(throws: NeuroError.self) { try Search([.uniform("a", 0, 1)], settings: 3, method: .halving(keep: 1)) }
        let search = try Search([.uniform("a", 0, 1)], settings: 3, seeds: 2)
        #expect(throws: NeuroError.self) { try search.run { _ in [1] } }
        #expect(throws: NeuroError.self) { try search.runEach { _, _ in throw NeuroError.diverged(what: "no") } }
    }
}
