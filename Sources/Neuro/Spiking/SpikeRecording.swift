/// Which spikes of a population are kept.
public enum SpikeRecording: Equatable, Sendable, Codable {
    /// All, in memory: 8 bytes a spike. How a population begins.
    case all
    /// None.
    case none
    /// Those from one time up to and including another.
    case between(Time, Time)
    /// All, in an `.npy` file with two columns, the time in ms and the neuron, to which they go while the network runs.
    case file(String)
}

/// How the spikes of a population are kept, in steps.
struct SpikeKeeping: Sendable, Codable {
    var recording = SpikeRecording.all
    /// Which neurons of the population.
    var range: Range<Int>
    var first = 0
    var last = Int.max
    var file: RecordingFile?
    /// Spikes in the file.
    var written = 0

    func takes(_ step: Int) -> Bool { recording != .none && step >= first && step <= last }
}

extension SpikingNetwork {
    /// Says which spikes of a population are kept from now on; of a slice: of the slice alone. What was kept before stays.
    ///
    /// - Throws: `NeuroError` for a window that ends before it begins, or a file that cannot be written.
    public mutating func recordSpikes(of population: Population, _ recording: SpikeRecording) throws {
        try check(population, "population")
        var keeping = SpikeKeeping(recording: recording, range: population.range)
        switch recording {
        case .all, .none: break
        case .between(let start, let end):
            keeping.first = try steps(start, "start")
            keeping.last = try steps(end, "end")
            guard start <= end else { throw NeuroError.invalid(name: "end", value: "\(end)", must: "not before the start, \(start)") }
        case .file(let path):
            let file = RecordingFile(path: path, columns: 2, element: .float64)
            try file.create()
            keeping.file = file
        }
        cells[population.index].keeping = keeping
    }
}
