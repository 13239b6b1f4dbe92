import Foundation
import Formats
import Linear
import Neuro

/// A whole brain from its file to its map, and how much memory that takes.
///
/// `bench recording [--voxels 80000] [--volumes 3600] [--features 250]`: writes a NIfTI file of 16-bit numbers in which half of the voxels are brain, reads the brain's series through the mask, and fits an encoding
/// model of the features at four delays. Reports the time of each part and the most memory that the process had.
enum RecordingBench {
    static func run(_ arguments: [String]) throws {
        func number(_ name: String, _ standard: Int) -> Int {
            arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil } ?? standard
        }
        let (voxels, volumes, features) = (number("voxels", 80_000), number("volumes", 3600), number("features", 250))
        let path = FileManager.default.temporaryDirectory.appending(path: "engram-recording-\(ProcessInfo.processInfo.processIdentifier).nii").path
        defer { unlink(path) }
        let extents = [100, 2 * voxels / 100, 1]
        try write(path, extents, volumes)
        let mask = try NIfTI(Vector((0 ..< 2 * voxels).map { $0 % 2 == 0 ? 1 : 0 }), shape: extents)
        var random = Random(seed: 3)
        let x = try Design(names: (0 ..< features).map { "feature \($0)" }, matrix: random.normal(rows: volumes, columns: features))
        let runs = (0 ..< volumes).map { $0 * 10 / volumes }

        let (bold, reading) = try Measurement.time(1) { try Bold(path, mask: mask, runs: runs, repetitionTime: 2) }
        guard bold.voxels == voxels, bold.scans == volumes else { throw NeuroError.shape(name: "the recording", shape: bold.series.shape, must: "\(volumes) x \(voxels)") }
        let model = try EncodingModel(testRuns: [9], permutations: 0)
        let (fit, fitting) = try Measurement.time(1) { try model.fit(features: [x], bold: bold) }
        guard fit.voxels == voxels else { throw NeuroError.shape(name: "the map", shape: [fit.voxels], must: "of \(voxels) voxels") }
        let size = ["voxels": voxels, "volumes": volumes, "features": 4 * features]
        var row = Measurement(bench: "recording.read", parameters: size, times: reading, check: ["first": Double(bold.series.elements[0])])
        try row.emit()
        row = Measurement(bench: "recording.fit", parameters: size, times: fitting, check: ["mean_correlation": fit.correlations.elements.reduce(0, +) / Double(voxels)])
        row.extra = ["peak_memory_gb": peakMemory()]
        try row.emit()
    }

    /// Numbers around 1000 that wander a little, each voxel its own way.
    private static func write(_ path: String, _ extents: [Int], _ volumes: Int) throws {
        var header = [UInt8](repeating: 0, count: 352)
        func put<Value>(_ value: Value, at offset: Int) { withUnsafeBytes(of: value) { header.replaceSubrange(offset ..< offset + $0.count, with: $0) } }
        put(Int32(348), at: 0)
        for (index, extent) in ([4] + extents + [volumes, 1, 1, 1]).enumerated() { put(Int16(extent), at: 40 + 2 * index) }
        put(Int16(4), at: 70)
        put(Int16(16), at: 72)
        for (index, size) in [1, 1, 1, 1, 2].enumerated() { put(Float(size), at: 76 + 4 * index) }
        put(Float(352), at: 108)
        put(Float(1), at: 112)
        header.replaceSubrange(344 ..< 348, with: [0x6E, 0x2B, 0x31, 0])
        guard FileManager.default.createFile(atPath: path, contents: Data(header)), let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        try file.seekToEnd()
        var random = Random(seed: 1)
        let count = extents.reduce(1, *)
        var volume = [Int16](repeating: 1000, count: count)
        let steps = try random.integers(count: 2 * count, in: -3 ..< 4).map { Int16($0) }
        for _ in 0 ..< volumes {
            let shift = try random.integer(in: 0 ..< count)
            for voxel in 0 ..< count { volume[voxel] = volume[voxel] &+ steps[voxel + shift] }
            try volume.withUnsafeBytes { try file.write(contentsOf: Data($0)) }
        }
        try file.close()
    }

    /// The most memory that this process had, in 10⁹ bytes.
    private static func peakMemory() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return Double(line.filter(\.isNumber)).map { $0 * 1024 / 1e9 } ?? .nan
    }
}
