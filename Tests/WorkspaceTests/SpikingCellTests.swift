import Display
import Testing
import Workspace

/// Bad input to a spiking network, from a cell: told in a sentence that names the argument, before anything runs, and the session goes on.
struct SpikingCellTests {
    private static let prelude = """
        var net = try SpikingNetwork(dt: 1.ms, seed: 1)
        let cells = try net.add(100, LIF())
        """

    private static let bad: [(cell: String, says: String)] = [
        ("try SpikingNetwork(dt: 0.ms)", "dt is 0.0; it must be finite and above 0"),
        ("try SpikingNetwork(dt: -(0.1.ms))", "dt is -0.1; it must be finite and above 0"),
        ("try SpikingNetwork(dt: (0.0 / 0.0).ms)", "dt is "),
        ("try net.add(0, LIF())", "count is 0; it must be at least 1"),
        ("try net.add(-5, Izhikevich())", "count is -5; it must be at least 1"),
        ("try net.add(9_000_000_000_000, Izhikevich())", "count is 9000000000000; it must be fewer"),
        ("try net.add(5, LIF(tau: 0.ms))", "tau is 0.0; it must be finite and above 0"),
        ("try net.add(5, LIF(synapses: []))", "synapses is []; it must be at least one kind"),
        ("try net.connect(cells, to: cells, .probability(0.1), weight: .nan, delay: 1.ms)", "weight holds a value that is not finite"),
        ("try net.connect(cells, to: cells, .probability(1.5), weight: 1, delay: 1.ms)", "probability is 1.5; it must be from 0 to 1"),
        ("try net.connect(cells, to: cells, .probability(0.1), weight: 1, delay: 0.5.ms)", "delay is 0.5 ms; it must be at least the time step, 1.0 ms"),
        ("try net.connect(cells, to: cells, .inDegree(-1), weight: 1, delay: 1.ms)", "inDegree is -1; it must be at least 0"),
        ("try net.connect(cells, to: cells, .oneToOne, weight: 1, delay: 1.ms, synapse: 3)", "synapse is 3; it must be from 0 to 0"),
        ("try net.connect(cells, to: cells, .pairs(sources: [0], targets: [100]), weight: 1, delay: 1.ms)", "targets is 100; it must be below 100"),
        (
            "let many = try net.add(1_000_000, LIF()); try net.connect(many, to: many, .inDegree(1_000_000), weight: 1, delay: 1.ms)",
            "it must be one of fewer synapses"
        ),
        ("try net.connect(cells, to: cells, .oneToOne, weights: .constant(1), delays: .even(1.ms, 5.ms))", "delays is even; it must be another kind"),
        ("try net.run(-1.ms)", "duration is -1.0; it must be finite and at least 0"),
        ("try net.run(1.ms, threads: 0)", "threads is 0; it must be at least 1"),
        ("try net.setNoise(of: cells, .normal(standardDeviation: -1))", "standardDeviation is -1.0; it must be finite and at least 0"),
        ("try net.addPoisson(to: cells, rate: (-5).Hz, weight: 1)", "rate is -5.0; it must be finite and at least 0"),
        ("try net.record(.a, of: cells, every: 1.ms)", "quantity is a; it must be"),
        ("try net.record(.v, of: cells, every: 0.ms)", "interval is 0.0 ms; it must be at least the time step"),
        ("_ = try net.run(1.ms, until: .spikes(0, of: cells))", "spikes is 0; it must be at least 1"),
        ("try net.release(dopamine: .infinity)", "dopamine holds a value that is not finite"),
        ("_ = try cells.slice(90 ..< 101)", "places is 90..<101; it must be a range within 0 ..< 100"),
        ("_ = try net.spikes(of: Networks.brunel2000(excitatory: 400).cells)", "it must be a population that was added to this network"),
    ]

    @Test(arguments: bad)
    func badInputIsToldInASentence(input: (cell: String, says: String)) {
        let session = Session()
        var text = ""
        func run(_ cell: String) {
            _ = session.run(cell, name: "cell") { output in if case .stream(.standardOutput, let part) = output { text += part } }
        }
        run(Self.prelude)
        run("do { \(input.cell); print(\"taken\") } catch { print(error) }")
        #expect(text.contains(input.says), "\(input.cell): \(text)")
        text = ""
        run("try net.run(2.ms); print(net.time)")
        #expect(text == "2.0 ms\n", "\(input.cell)")
    }
}
