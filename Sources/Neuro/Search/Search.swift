import Linear

/// How a search chooses its settings.
public enum SearchMethod: Equatable, Sendable, Codable {
    /// Each at random.
    case random
    /// Along Sobol's sequence, shifted by the seed: the settings leave no part of the space out. For up to 21 parameters.
    case sobol
    /// Successive halving: all settings of a Sobol search get a small budget, the best 1/`keep` of them `keep` times as much, and so on for `rounds` rounds until the last few get the whole
    /// (K. Jamieson and A. Talwalkar, AISTATS 2016, arXiv:1502.07943).
    case halving(keep: Int = 3, rounds: Int = 3)
}

/// One choice of all parameters.
public struct SearchSetting: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Where it stands among the settings of the search, from 0.
    public let index: Int
    /// What the parameters are called.
    public let names: [String]
    /// Their values, in the same order.
    public let values: [Double]
    /// The seeds to try it with.
    public let seeds: [Int]
    /// The share of the whole effort that this trial is to take, above 0 and at most 1: 1 but in the early rounds of a halving, where it may scale the steps of training.
    public let budget: Double

    /// The value of a parameter.
    ///
    /// - Throws: `NeuroError.invalid` if there is none of this name.
    public subscript(_ name: String) -> Double {
        get throws {
            guard let place = names.firstIndex(of: name) else { throw NeuroError.invalid(name: "name", value: name, must: "one of \(names.joined(separator: ", "))") }
            return values[place]
        }
    }

    /// The parameters in one line.
    public var description: String { zip(names, values).map { "\($0): \($1)" }.joined(separator: ", ") }
}

/// A setting, and how it did.
public struct SearchOutcome: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The setting.
    public let setting: SearchSetting
    /// The score with each seed.
    public let scores: Vector
    /// Their mean. Not finite where one of them is not: such a setting comes last.
    public let mean: Double
    /// Their standard deviation over seeds (of the sample, with n − 1); 0 of one seed.
    public let standardDeviation: Double

    init(_ setting: SearchSetting, _ scores: Vector) {
        (self.setting, self.scores) = (setting, scores)
        let n = Double(scores.count), mean = scores.elements.reduce(0, +) / n
        self.mean = mean
        standardDeviation = n > 1 ? (scores.elements.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot() : 0
    }

    /// The parameters, and the mean and spread of the scores.
    public var description: String { "\(setting): \(mean) ± \(standardDeviation)" }
}

/// A search for the parameters with the lowest score.
///
/// ```swift
/// let search = try Search([.uniform("radius", 0.5, 1.5), .logarithmic("input", 0.01, 1)], settings: 200, seeds: 5)
/// let found = try search.run { setting in
///     let batch = try ReservoirBatch(units: 200, spectralRadius: setting["radius"], inputScaling: setting["input"], seeds: setting.seeds)
///     return try batch.errors(inputs: u, targets: y, training: 2_000, washout: 200)
/// }
/// print(found.best)
/// scatter(found.values(of: "radius"), found.scores)
/// ```
///
/// What is tried can be shown while the search runs: `display(chart, id: "search")` before it, and `updateDisplay(chart, id: "search")` where the score is found.
///
/// The same search gives the same settings on every machine.
public struct Search: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What is varied.
    public let parameters: [SearchParameter]
    /// How many settings are tried, in the first round of a halving.
    public let settings: Int
    /// With how many seeds each is tried: 0 ..< seeds.
    public let seeds: Int
    /// How settings are chosen.
    public let method: SearchMethod
    /// Selects the settings.
    public let seed: Int

    /// Describes a search.
    ///
    /// - Parameters:
    ///   - parameters: at least one, of different names.
    ///   - settings: how many are tried, at least 1.
    ///   - seeds: with how many seeds each is tried, at least 1: the best of many by one seed each is most often the luckiest.
    ///   - method: how settings are chosen.
    ///   - seed: selects them.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(_ parameters: [SearchParameter], settings: Int, seeds: Int = 1, method: SearchMethod = .sobol, seed: Int = 0) throws {
        guard !parameters.isEmpty, Set(parameters.map(\.name)).count == parameters.count else {
            throw NeuroError.invalid(name: "parameters", value: "\(parameters.map(\.name))", must: "at least one, all of different names")
        }
        for parameter in parameters { try parameter.check() }
        try Check.atLeast(1, settings, "settings")
        try Check.atLeast(1, seeds, "seeds")
        guard settings <= 1 << 24, seeds <= 1 << 24 else { throw NeuroError.invalid(name: "settings", value: "\(settings) with \(seeds) seeds", must: "at most 16,777,216") }
        if method != .random, parameters.count > SobolPoints.largestDimension {
            throw NeuroError.invalid(name: "method", value: "\(method)", must: ".random for more than \(SobolPoints.largestDimension) parameters")
        }
        if case .halving(let keep, let rounds) = method {
            try Check.atLeast(2, keep, "keep")
            guard rounds >= 1, rounds <= 30 else { throw NeuroError.invalid(name: "rounds", value: "\(rounds)", must: "from 1 to 30") }
        }
        (self.parameters, self.settings, self.seeds, self.method, self.seed) = (parameters, settings, seeds, method, seed)
    }

    /// All settings of the first round, in the order in which they are tried.
    public var all: [SearchSetting] {
        var random = Random(seed: seed, stream: 0x7365_6172), budget = 1.0
        if case .halving(let keep, let rounds) = method { for _ in 1 ..< rounds { budget /= Double(keep) } }
        var points = SobolPoints(
            dimensions: method == .random ? 0 : parameters.count, shift: method == .random ? nil : parameters.map { _ in UInt32(random.uniform() * 0x1p32) })
        return (0 ..< settings).map { index in
            let place = method == .random ? parameters.map { _ in random.uniform() } : points.next()
            return SearchSetting(
                index: index, names: parameters.map(\.name), values: zip(parameters, place).map { $0.value(at: $1) }, seeds: Array(0 ..< seeds), budget: budget)
        }
    }

    /// Tries all settings.
    ///
    /// - Parameter score: what a setting scores with each of its seeds, the lower the better: one number for each seed, in their order. A setting that cannot be run may score infinity.
    /// - Returns: all that was tried.
    /// - Throws: what `score` throws; `NeuroError.shape` if it gives another number of scores than there are seeds.
    public func run(_ score: (SearchSetting) throws -> Vector) throws -> SearchResult {
        var left = all, outcomes: [SearchOutcome] = []
        var rounds = 1, keep = 1
        if case .halving(let k, let r) = method { (rounds, keep) = (r, k) }
        for round in 0 ..< rounds {
            var tried: [SearchOutcome] = []
            for (i, setting) in left.enumerated() {
                let scores = try score(setting)
                guard scores.count == seeds else { throw NeuroError.shape(name: "the scores", shape: [scores.count], must: "\(seeds), one for each seed of the setting") }
                tried.append(SearchOutcome(setting, scores))
                try Progress.check(i + 1, of: left.count, part: round, of: rounds)
            }
            outcomes += tried
            let best = SearchResult.ranked(tried).prefix(max(1, tried.count / keep))
            left = best.map {
                SearchSetting(
                    index: $0.setting.index, names: $0.setting.names, values: $0.setting.values, seeds: $0.setting.seeds,
                    budget: round + 2 >= rounds ? 1 : $0.setting.budget * Double(keep))
            }
        }
        return SearchResult(search: self, outcomes: outcomes)
    }

    /// Tries all settings, each with one seed after the other; see the other form.
    ///
    /// - Parameter score: what a setting scores with one seed, the lower the better.
    public func runEach(_ score: (SearchSetting, Int) throws -> Double) throws -> SearchResult {
        try run { setting in Vector(try setting.seeds.map { try score(setting, $0) }) }
    }

    /// The search in one line.
    public var description: String { "Search(\(parameters.map(\.name).joined(separator: ", ")); \(settings) settings x \(seeds) seeds, method: .\(method), seed: \(seed))" }
}

/// What a search found.
public struct SearchResult: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What was searched.
    public let search: Search
    /// All trials, in the order in which they were made.
    public let outcomes: [SearchOutcome]

    /// The trials that had the whole budget, the best first.
    public var ranking: [SearchOutcome] { Self.ranked(outcomes.filter { $0.setting.budget == 1 }) }

    /// The trial with the lowest mean score of those with the whole budget.
    public var best: SearchOutcome { ranking[0] }

    /// The mean scores of all trials, in their order.
    public var scores: Vector { Vector(outcomes.map(\.mean)) }

    /// The values of one parameter in all trials, in their order.
    ///
    /// - Throws: `NeuroError.invalid` if there is no parameter of this name.
    public func values(of name: String) throws -> Vector { Vector(try outcomes.map { try $0.setting[name] }) }

    static func ranked(_ outcomes: [SearchOutcome]) -> [SearchOutcome] {
        // What is no number comes last; of equals the earlier one comes first.
        outcomes.enumerated().sorted { a, b in
            let (x, y) = (a.element.mean, b.element.mean)
            return x.isNaN || y.isNaN ? !x.isNaN && y.isNaN || x.isNaN == y.isNaN && a.offset < b.offset : (x, a.offset) < (y, b.offset)
        }.map(\.element)
    }

    /// The ten best, a line each.
    public var description: String {
        let best = ranking.prefix(10)
        return (["\(search)"] + best.map(\.description)).joined(separator: "\n")
    }
}

extension SearchResult {
    /// A result that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        (search, outcomes) = (try saved.decode(Search.self, forKey: .search), try saved.decode([SearchOutcome].self, forKey: .outcomes))
        guard outcomes.contains(where: { $0.setting.budget == 1 }) else {
            throw NeuroError.invalid(name: "outcomes", value: "\(outcomes.count) trials", must: "with at least one that had the whole budget")
        }
    }
}

extension Search {
    /// A search that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            saved.decode([SearchParameter].self, forKey: .parameters), settings: saved.decode(Int.self, forKey: .settings), seeds: saved.decode(Int.self, forKey: .seeds),
            method: saved.decode(SearchMethod.self, forKey: .method), seed: saved.decode(Int.self, forKey: .seed))
    }
}
