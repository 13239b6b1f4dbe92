import Foundation
import Workspace

/// The subjects by name; each takes the arguments after its name.
let subjects: [(name: String, run: ([String]) throws -> Void)] = [
    ("linear", LinearBench.run),
    ("reservoir", ReservoirBench.run),
    ("readout", ReadoutBench.run),
    ("capacity", CapacityBench.run),
    ("ridge", RidgeBench.run),
    ("encoding", EncodingBench.run),
    ("recording", RecordingBench.run),
    ("spiking", SpikingBench.run),
    ("memory", MemoryBench.run),
    ("cells", CellBench.run),
    ("session", SessionBench.run),
    ("charts", ChartBench.run),
]

let arguments = CommandLine.arguments.dropFirst()
guard let name = arguments.first, let subject = subjects.first(where: { $0.name == name }) else {
    FileHandle.standardError.write(Data("usage: bench \(subjects.map(\.name).joined(separator: "|")) [options]\n".utf8))
    exit(2)
}
// As in a session.
Session.keepFreedMemory()
do {
    try subject.run(Array(arguments.dropFirst()))
} catch {
    FileHandle.standardError.write(Data("bench \(name): \(error)\n".utf8))
    exit(1)
}
