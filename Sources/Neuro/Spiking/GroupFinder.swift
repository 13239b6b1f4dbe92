import Linear

/// Follows what three neurons set off in a network at rest, in double precision.
///
/// A trial touches few neurons. All others go from v = −70 mV to rest as if they were alone: that way is computed once for each kind of neuron, and a neuron joins the simulation
/// from it when the first spike arrives. The numbers are those of a simulation of all neurons.
// Used by one thread at a time.
final class GroupFinder {
    private struct Synapse {
        let target: Int
        let weight: Double
        /// In steps, at least 1.
        let delay: Int
    }

    private struct Input {
        let source: Int
        let delay: Int
    }

    /// The way of a neuron without input.
    private struct Rest {
        var v: [Double] = []
        var u: [Double] = []
    }

    private let cell: [(a: Double, b: Double, c: Double, d: Double)]
    private let peak: Double
    private let excitatory: Range<Int>
    private let synapses: [[Synapse]]
    /// Strong excitatory inputs of each neuron.
    private let inputs: [[Input]]
    private let rest: [Rest]
    private let kind: [Int]
    private let search: PolychronousSearch
    private let duration: Int
    private let latency: Int

    private struct Arrival {
        let target: Int
        let weight: Double
        /// The place among the spikes of the trial.
        let from: Int
        let delay: Int
    }

    private var v: [Double]
    private var u: [Double]
    private var current: [Double]
    private var isActive: [Bool]
    private var active: [Int] = []
    /// What arrives in each step.
    private var arrivals: [[Arrival]]
    private var lastArrival = 0
    /// What has arrived at each active neuron: step and arrival.
    private var received: [[(step: Int, arrival: Arrival)]]

    init(_ network: SpikingNetwork, _ population: Population, _ search: PolychronousSearch, duration: Int, latency: Int) throws {
        let state = network.cells[population.index]
        guard case .izhikevich(let model) = state.model, model.scheme == .published2003, model.synapses == [.delta] else {
            throw NeuroError.invalid(name: "excitatory", value: "\(population)", must: "neurons of the kind Izhikevich with scheme published2003 and delta synapses")
        }
        let own = [Quantity.a, .b, .c, .d].compactMap(state.values)
        cell = (0 ..< state.count).map { (Double(own[0].base[$0]), Double(own[1].base[$0]), Double(own[2].base[$0]), Double(own[3].base[$0])) }
        peak = model.peak
        excitatory = population.range
        self.search = search
        self.duration = duration
        self.latency = latency
        var synapses = [[Synapse]](repeating: [], count: state.count), inputs = [[Input]](repeating: [], count: state.count)
        var isPlastic = false
        for projection in network.projections where projection.source.index == population.index && projection.target.index == population.index {
            let bound = projection.plasticity.map { Float(search.strength * $0.rule.maximum) }
            isPlastic = isPlastic || bound != nil
            let origin = projection.source.range.lowerBound
            projection.forEach { from, to, weight, delay in
                let source = origin + from
                let isBetween = population.range.contains(source) && population.range.contains(to)
                if isBetween, let bound {
                    if weight <= bound { return }
                    inputs[to].append(Input(source: source, delay: delay))
                }
                synapses[source].append(Synapse(target: to, weight: Double(weight), delay: delay))
            }
        }
        guard isPlastic else {
            throw NeuroError.invalid(
                name: "excitatory", value: "\(population)", must: "neurons whose synapses onto their population are plastic: their maximum says what is strong")
        }
        self.synapses = synapses
        self.inputs = inputs
        // Neurons of one a, b need one way to rest.
        var kinds: [[Double]: Int] = [:], rest: [Rest] = []
        var kind: [Int] = []
        for parameters in cell {
            let key = [parameters.a, parameters.b]
            if kinds[key] == nil {
                kinds[key] = rest.count
                rest.append(Self.rest(parameters.a, parameters.b, duration))
            }
            kind.append(kinds[key] ?? 0)
        }
        (self.kind, self.rest) = (kind, rest)
        v = [Double](repeating: 0, count: state.count)
        u = v
        current = v
        isActive = [Bool](repeating: false, count: state.count)
        received = [[(step: Int, arrival: Arrival)]](repeating: [], count: state.count)
        arrivals = [[Arrival]](repeating: [], count: duration)
    }

    /// v by two half steps, then u with the new v.
    private static func advance(_ v: inout Double, _ u: inout Double, _ a: Double, _ b: Double, _ current: Double) {
        v += 0.5 * ((0.04 * v + 5) * v + 140 - u + current)
        v += 0.5 * ((0.04 * v + 5) * v + 140 - u + current)
        u += a * (b * v - u)
    }

    private static func rest(_ a: Double, _ b: Double, _ steps: Int) -> Rest {
        var (v, u) = (-70.0, b * -70)
        var rest = Rest()
        for _ in 0 ... steps {
            rest.v.append(v)
            rest.u.append(u)
            advance(&v, &u, a, b, 0)
        }
        return rest
    }

    /// The groups of a mother neuron: of each three of its strong inputs.
    func groups(of mother: Int, _ check: () throws -> Void) throws -> [PolychronousGroup] {
        let strong = inputs[mother]
        var groups: [PolychronousGroup] = []
        for i in strong.indices {
            try check()
            for j in strong.indices where j > i {
                for k in strong.indices where k > j {
                    if let group = group(mother, [strong[i], strong[j], strong[k]]) { groups.append(group) }
                }
            }
        }
        return groups
    }

    private func group(_ mother: Int, _ anchors: [Input]) -> PolychronousGroup? {
        defer { forget() }
        let longest = anchors.map(\.delay).max() ?? 0
        // The anchor with the longest delay fires at 0.
        let given = anchors.map { (neuron: $0.source, step: longest - $0.delay) }.sorted { ($0.step, $0.neuron) < ($1.step, $1.neuron) }
        var spikes = given.map { PolychronousGroup.Spike(neuron: $0.neuron, time: Double($0.step), path: 0) }
        var links: [PolychronousGroup.Link] = []
        var next = 0
        for step in 0 ..< duration {
            var fired: [Int] = []
            while next < given.count, given[next].step == step {
                join(given[next].neuron, step)
                fire(given[next].neuron, step, as: next)
                fired.append(given[next].neuron)
                next += 1
            }
            for neuron in active.filter({ v[$0] >= peak }).sorted() where !fired.contains(neuron) {
                let causes = received[neuron].filter { $0.arrival.weight > 0 && $0.step > step - latency && $0.step < step }
                let path = causes.map { spikes[$0.arrival.from].path + 1 }.max() ?? 0
                for cause in causes { links.append(PolychronousGroup.Link(from: cause.arrival.from, to: spikes.count, delay: Double(cause.arrival.delay))) }
                fire(neuron, step, as: spikes.count)
                spikes.append(PolychronousGroup.Spike(neuron: neuron, time: Double(step), path: path))
            }
            for arrival in arrivals[step] {
                join(arrival.target, step)
                current[arrival.target] += arrival.weight
                received[arrival.target].append((step, arrival))
            }
            advance()
            // What fires later has no cause here.
            if next == given.count, step > lastArrival + latency { break }
        }
        let group = PolychronousGroup(mother: mother, spikes: spikes, links: links)
        guard group.longestPath >= search.minimumPath else { return nil }
        for anchor in anchors.indices where links.count(where: { $0.from == anchor }) < search.minimumUse { return nil }
        return group
    }

    private func advance() {
        cell.withUnsafeBufferPointer { cell in
            v.withUnsafeMutableBufferPointer { v in
                u.withUnsafeMutableBufferPointer { u in
                    current.withUnsafeMutableBufferPointer { current in
                        for neuron in active {
                            Self.advance(&v[neuron], &u[neuron], cell[neuron].a, cell[neuron].b, current[neuron])
                            current[neuron] = 0
                        }
                    }
                }
            }
        }
    }

    private func join(_ neuron: Int, _ step: Int) {
        if isActive[neuron] { return }
        isActive[neuron] = true
        active.append(neuron)
        v[neuron] = rest[kind[neuron]].v[step]
        u[neuron] = rest[kind[neuron]].u[step]
    }

    /// A spike found at the start of a step arrives after a delay of one step within the same step.
    private func fire(_ neuron: Int, _ step: Int, as number: Int) {
        v[neuron] = cell[neuron].c
        u[neuron] += cell[neuron].d
        for synapse in synapses[neuron] where step + synapse.delay - 1 < duration {
            lastArrival = max(lastArrival, step + synapse.delay - 1)
            arrivals[step + synapse.delay - 1].append(Arrival(target: synapse.target, weight: synapse.weight, from: number, delay: synapse.delay))
        }
    }

    private func forget() {
        for neuron in active {
            isActive[neuron] = false
            received[neuron].removeAll(keepingCapacity: true)
            current[neuron] = 0
        }
        active.removeAll(keepingCapacity: true)
        lastArrival = 0
        for step in arrivals.indices { arrivals[step].removeAll(keepingCapacity: true) }
    }
}
