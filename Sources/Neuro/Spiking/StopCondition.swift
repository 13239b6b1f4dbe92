/// What ends a run before its time: looked at after each step, from the beginning of the run.
public enum StopCondition: Equatable, Sendable, Codable {
    /// The population has spiked so many times in this run.
    case spikes(Int, of: Population)
    /// No neuron of the population has spiked for so long.
    case silence(of: Population, lasting: Time)
    /// The population's rate over the last stretch of this length is above a bound; not before that stretch has gone.
    case rate(above: Frequency, of: Population, over: Time)

    var population: Population {
        switch self {
        case .spikes(_, let population), .silence(let population, _), .rate(_, let population, _): population
        }
    }
}

/// Watches for the end of a run. Every worker has its own; they see the same spikes and come to the same.
struct StopWatch {
    private enum Rule {
        case spikes(Int)
        case silence(Int)
        /// More than so many spikes in the counts of the last steps.
        case rate(Double)
    }

    let population: Population
    private let rule: Rule
    private var total = 0
    private var quiet = 0
    private var window: [Int] = []
    private var place = 0
    private var steps = 0

    init(_ condition: StopCondition, _ network: SpikingNetwork) throws {
        population = condition.population
        try network.check(population, "population")
        switch condition {
        case .spikes(let count, _):
            try Check.atLeast(1, count, "spikes")
            rule = .spikes(count)
        case .silence(_, let span): rule = .silence(try network.steps(span, "lasting", least: 1))
        case .rate(let bound, _, let span):
            try Check.notNegative(bound.hertz, "above")
            let steps = try network.steps(span, "over", least: 1)
            guard steps <= 10_000_000 else { throw NeuroError.invalid(name: "over", value: "\(span)", must: "at most 10,000,000 steps") }
            window = [Int](repeating: 0, count: steps)
            rule = .rate(bound.hertz * Double(steps) * network.dt / 1000 * Double(population.count))
        }
    }

    /// Takes up the number of spikes of one more step; whether the run is over.
    mutating func isOver(_ count: Int) -> Bool {
        total += count
        quiet = count > 0 ? 0 : quiet + 1
        steps += 1
        switch rule {
        case .spikes(let bound): return total >= bound
        case .silence(let bound): return quiet >= bound
        case .rate(let bound):
            total -= window[place]
            window[place] = count
            place = place + 1 == window.count ? 0 : place + 1
            return steps >= window.count && Double(total) > bound
        }
    }
}
