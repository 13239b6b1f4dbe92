import Foundation
import Linear
import Neuro

/// The standard spiking networks, one simulated stretch each; building apart.
///
/// `bench spiking [--case izhikevich2003|cuba|brunel|sparse] [--neurons 10000] [--delay 1] [--stdp] [--ms 1000] [--threads 1] [--repeats 5]`. Without a case, all of
/// them once. The mean rates are checked against the bands of the references.
enum SpikingBench {
    static func run(_ arguments: [String]) throws {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        func number(_ name: String, _ standard: Int) -> Int { option(name).flatMap { Int($0) } ?? standard }
        let threads = number("threads", 1), repeats = number("repeats", 5)
        for name in option("case").map({ [$0] }) ?? ["izhikevich2003", "cuba", "brunel", "sparse"] {
            let neurons = number("neurons", 10_000), longest = number("delay", 1), isPlastic = arguments.contains("--stdp")
            let milliseconds = number("ms", name == "brunel" ? 300 : 1000)
            func build() throws -> StandardNetwork {
                switch name {
                case "izhikevich2003": try Networks.izhikevich2003(seed: 1)
                case "cuba": try Networks.vogelsAbbott(.currents, seed: 1)
                case "brunel": try Networks.brunel2000(.asynchronousIrregular, seed: 1)
                case "sparse": try Networks.sparseIzhikevich(neurons: neurons, longestDelay: longest.ms, plasticity: isPlastic ? STDP() : nil, seed: 1)
                default: throw NeuroError.invalid(name: "case", value: name, must: "izhikevich2003, cuba, brunel or sparse")
                }
            }
            let (standard, building) = try Measurement.time(min(repeats, 3)) { try build() }
            var parameters: [String: Any] = ["neurons": standard.network.neuronCount, "synapses": standard.network.synapseCount, "ms": milliseconds, "threads": threads]
            if name == "sparse" { (parameters["longest_delay"], parameters["stdp"]) = (longest, isPlastic) }
            var built = Measurement(bench: "spiking.\(name).build", parameters: parameters, times: building, check: [:])
            built.extra = ["bytes_per_synapse": Double(standard.network.synapseBytes) / Double(standard.network.synapseCount)]
            try built.emit()
            let (after, times) = try Measurement.time(repeats) {
                var network = standard.network
                try network.run(milliseconds.ms, threads: threads)
                return network
            }
            let skip = name == "brunel" ? min(100, milliseconds / 3) : 0
            func rate(_ population: Population) throws -> Double { try after.spikes(of: population).between(skip.ms, milliseconds.ms).meanRate }
            let rates = (e: try rate(standard.excitatory), i: try rate(standard.inhibitory))
            let band: ClosedRange<Double> =
                switch name {
                case "izhikevich2003", "sparse": 6.8 ... 8.0
                case "cuba": 5.0 ... 6.2
                default: 36 ... 39
                }
            guard milliseconds < 300 || band.contains(rates.e) else {
                throw NeuroError.diverged(what: "\(name) fires at \(rates.e) Hz: the answer is wrong, so its times say nothing")
            }
            try Measurement(
                bench: "spiking.\(name).run", parameters: parameters, times: times,
                check: ["rate_exc_hz": (rates.e * 100).rounded() / 100, "rate_inh_hz": (rates.i * 100).rounded() / 100]
            ).emit()
        }
    }
}
