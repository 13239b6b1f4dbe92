import Formats
import Glibc
import Linear
import Neuro
import Testing

/// Recordings of parts, of windows, and in files.
struct SpikingFileTests {
    private func withFile(_ body: (String) throws -> Void) throws {
        let path = "/tmp/engram-spiking-\(getpid())-\(UInt32.random(in: 0 ... .max)).npy"
        defer { unlink(path) }
        try body(path)
    }

    @Test func partsAndWindowsAreRecorded() throws {
        var standard = try Networks.sparseIzhikevich(neurons: 1_000, seed: 3)
        var net = standard.network
        try net.record(.v, of: standard.cells, every: 1.ms)
        try net.record(.v, of: standard.inhibitory, every: 2.ms, neurons: [7, 0, 199], from: 5.ms, until: 12.ms)
        for span in [3, 4, 20] { try net.run(Double(span).ms) }
        let all = try net.recording(.v, of: standard.cells), some = try net.recording(.v, of: standard.inhibitory)
        #expect(some.times.elements == [6, 8, 10, 12])
        for (row, time) in some.times.elements.enumerated() {
            for (column, neuron) in [807, 800, 999].enumerated() { #expect(try some.values[row, column] == all.values[Int(time) - 1, neuron]) }
        }
        #expect(throws: NeuroError.self) { try net.record(.v, of: standard.cells, every: 1.ms, neurons: [1_000]) }
        #expect(throws: NeuroError.self) { try net.record(.v, of: standard.cells, every: 1.ms, neurons: []) }
        #expect(throws: NeuroError.self) { try net.record(.v, of: standard.cells, every: 1.ms, from: 5.ms, until: 4.ms) }
        // Spikes in a window, and none.
        var whole = standard.network
        try whole.run(200.ms)
        try standard.network.recordSpikes(of: standard.cells, .between(50.ms, 120.ms))
        try standard.network.run(200.ms)
        let windowed = try standard.network.spikes(of: standard.cells), reference = try whole.spikes(of: standard.cells)
        #expect(windowed.count > 100)
        #expect(windowed.times == reference.between(50.ms, 121.ms).times)
        #expect(windowed.start == 50.ms && windowed.end == 120.ms)
        try standard.network.recordSpikes(of: standard.inhibitory, .all)
        try standard.network.run(100.ms)
        #expect(throws: NeuroError.self) { try standard.network.spikes(of: standard.cells) }
        #expect(try standard.network.spikes(of: standard.inhibitory).times.elements.contains { $0 > 250 })
    }

    @Test func spikesAreDrawnIntoTheirTraces() throws {
        let recording = try Recording(times: Vector([2, 4, 6]), values: Matrix(rows: 3, columns: 2, elements: [-60, -61, -62, -63, -64, -65]))
        let spikes = try Spikes(times: Vector([1, 2, 4.5, 7]), neurons: [0, 1, 1, 0], neuronCount: 2, start: 0.ms, end: 8.ms)
        #expect(try recording.drawing(spikes, to: 30.mV).elements == [30, 30, -62, -63, -64, 30])
        #expect(throws: NeuroError.self) { try recording.drawing(Spikes(times: Vector([1]), neurons: [0], neuronCount: 1, start: 0.ms, end: 8.ms), to: 30.mV) }
        #expect(throws: NeuroError.self) { try Recording(times: Vector([1]), values: recording.values) }
    }

    @Test func samplesGoToAFile() throws {
        try withFile { path in
            // 600 neurons and two blocks of 1,747 rows: the blocks turn over.
            var standard = try Networks.sparseIzhikevich(neurons: 600, outDegree: 10, seed: 4)
            var memory = standard.network
            try memory.record(.u, of: standard.cells, every: 1.ms)
            try standard.network.record(.u, of: standard.cells, every: 1.ms, to: path)
            try memory.run(4.seconds)
            try standard.network.run(3_900.ms, threads: 1)
            let snapshot = standard.network
            try standard.network.run(100.ms)
            func rows() throws -> Matrix { try NumpyArray(path).matrix() }
            let expected = try memory.recording(.u, of: standard.cells).values
            #expect(try rows() == expected)
            // The snapshot goes on in the same file, and writes the same.
            var again = snapshot
            try again.run(50.ms)
            #expect(try rows().rows == 3_950)
            try again.run(50.ms)
            #expect(try rows() == expected)
            #expect(throws: NeuroError.self) { try again.recording(.u, of: standard.cells) }
        }
        var standard = try Networks.sparseIzhikevich(neurons: 100, outDegree: 10)
        #expect(throws: NeuroError.self) { try standard.network.record(.v, of: standard.cells, every: 1.ms, to: "/no/such/place.npy") }
        #expect(throws: NeuroError.self) { try standard.network.record(.v, of: standard.cells, every: 1.ms, to: "") }
    }

    @Test func spikesGoToAFile() throws {
        try withFile { path in
            var standard = try Networks.brunel2000(.synchronousRegular, excitatory: 2_000, seed: 4)
            var memory = standard.network
            try standard.network.recordSpikes(of: standard.excitatory, .file(path))
            // More spikes than one block of 262,144 holds.
            try memory.run(600.ms)
            for span in [0, 1, 499, 100] { try standard.network.run(Double(span).ms) }
            let expected = try memory.spikes(of: standard.excitatory), table = try NumpyArray(path).matrix()
            #expect(expected.count > 262_144)
            #expect(table.rows == expected.count)
            #expect(table == (try expected.table()))
            #expect(throws: NeuroError.self) { try standard.network.spikes(of: standard.excitatory) }
        }
    }
}
