import Glibc
import Linear

/// A simulated experiment in the manner of Haxby et al. (2001): blocks of pictures of several classes, in several runs, seen by a slice of cortex.
///
/// Made by `Dataset.simulatedBold(…)`. Voxels are numbered row after row of the slice.
public struct SimulatedBold: Equatable, Sendable, CustomStringConvertible, Codable {
    /// What was shown at each scan: "rest" or the name of a class.
    public let labels: [String]
    /// The run of each scan, from 0.
    public let runs: [Int]
    /// Seconds from scan to scan.
    public let repetitionTime: Double
    /// What was measured: scans x voxels, in arbitrary units around 1000.
    public let series: Matrix
    /// The extent of the slice: voxels in a row.
    public let width: Int
    /// The extent of the slice: rows.
    public let height: Int
    /// For each voxel the share of its variance that the stimuli cause, drift not counted: no model can predict more on average.
    public let explainable: Vector

    /// One number per voxel as a picture of the slice, height x width.
    ///
    /// - Throws: `NeuroError.shape` unless there is one value for each voxel.
    public func map(_ values: Vector) throws -> Matrix {
        guard values.count == width * height else {
            throw NeuroError.shape(name: "values", shape: [values.count], must: "one for each of the \(width * height) voxels")
        }
        return try Matrix(rows: height, columns: width, elements: values.elements)
    }

    /// One line: the extents.
    public var description: String {
        "simulated experiment: \(labels.count) scans in \(Set(runs).count) runs, one every \(repetitionTime) s, \(width) x \(height) voxels"
    }
}

extension Dataset {
    /// A simulated fMRI experiment, to try an encoding model on when no data are at hand.
    ///
    /// Each run shows every class once, for nine scans, in an order of its own, with rest between. Each class has a patch of the slice (a Gaussian spot at a
    /// random place) that answers to it with the Glover response; a voxel adds to what it answers a baseline of 1000, a linear drift per run, and
    /// noise correlated in time (autoregressive, coefficient 0.3).
    ///
    /// ```swift
    /// let data = try Dataset.simulatedBold(seed: 1)
    /// let x = try Design(labels: data.labels).delayed([1, 2, 3, 4], runs: data.runs)
    /// ```
    ///
    /// - Parameters:
    ///   - classes: how many, up to eight: face, house, cat, bottle, scissors, shoe, chair, scrambled.
    ///   - runs: how many runs of 14 · classes + 9 scans.
    ///   - width: voxels in a row of the slice.
    ///   - height: rows of the slice.
    ///   - repetitionTime: seconds from scan to scan.
    ///   - strength: the height of the strongest responses in units of the noise.
    ///   - seed: the same seed gives the same data (on another machine, to rounding).
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func simulatedBold(
        classes: Int = 8, runs: Int = 12, width: Int = 24, height: Int = 16, repetitionTime: Double = 2.5, strength: Double = 1.5, seed: Int = 1
    ) throws -> SimulatedBold {
        let names = ["face", "house", "cat", "bottle", "scissors", "shoe", "chair", "scrambled"]
        guard (1 ... names.count).contains(classes) else { throw NeuroError.invalid(name: "classes", value: "\(classes)", must: "from 1 to \(names.count)") }
        for (name, value, limit) in [("runs", runs, 1000), ("width", width, 1000), ("height", height, 1000)] where !(1 ... limit).contains(value) {
            throw NeuroError.invalid(name: name, value: "\(value)", must: "from 1 to \(limit)")
        }
        try Check.notNegative(strength, "strength")
        let random = Random(seed: seed)

        // What is shown: each part of the data draws from its own stream, so that one does not shift another.
        var labels: [String] = [], runOfScan: [Int] = []
        var order = random.stream(0)
        for run in 0 ..< runs {
            var sequence = Array(repeating: "rest", count: 5)
            for index in order.shuffled(Array(0 ..< classes)) { sequence += Array(repeating: names[index], count: 9) + Array(repeating: "rest", count: 5) }
            sequence += Array(repeating: "rest", count: 4)
            labels += sequence
            runOfScan += Array(repeating: run, count: sequence.count)
        }
        let design = try Design(labels: labels).convolved(with: .glover, repetitionTime: repetitionTime, runs: runOfScan)
        let scans = labels.count
        let voxels = width * height
        _ = try Allocation.count(of: [scans, voxels], named: "the series", as: Double.self)

        // Where it is answered: design columns are in the order of first occurrence, which does not matter as every spot is drawn alike.
        var places = random.stream(1)
        let spots = (0 ..< classes).map { _ in (x: places.uniform() * Double(width), y: places.uniform() * Double(height)) }
        let reach = Double(min(width, height)) / 6 + 0.5
        var gains = [Double](repeating: 0, count: classes * voxels)
        for (index, spot) in spots.enumerated() {
            for y in 0 ..< height {
                for x in 0 ..< width {
                    let (dx, dy) = ((Double(x) + 0.5 - spot.x) / reach, (Double(y) + 0.5 - spot.y) / reach)
                    gains[index * voxels + y * width + x] = strength * exp(-(dx * dx + dy * dy) / 2)
                }
            }
        }
        var signal = try design.matrix %*% Matrix(rows: classes, columns: voxels, elements: gains)

        var noise = random.stream(2)
        var drifts = random.stream(3)
        var state = [Double](repeating: 0, count: voxels)
        var explainable = [Double](repeating: 0, count: voxels)
        for voxel in 0 ..< voxels {
            let column = try signal.column(voxel).elements
            let mean = column.reduce(0, +) / Double(scans)
            let power = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scans)
            explainable[voxel] = power / (power + 1)
        }
        let coefficient = 0.3
        let fresh = (1 - coefficient * coefficient).squareRoot()
        let perRun = scans / runs
        for run in 0 ..< runs {
            let slopes = try drifts.normal(count: voxels).elements
            for row in run * perRun ..< (run + 1) * perRun {
                let draws = try noise.normal(count: voxels).elements
                let time = 2 * Double(row - run * perRun) / Double(perRun) - 1
                signal.withUnsafeMutableBufferPointer { values in
                    for voxel in 0 ..< voxels {
                        state[voxel] = coefficient * state[voxel] + fresh * draws[voxel]
                        values[row * voxels + voxel] = 1000 + 10 * (values[row * voxels + voxel] + state[voxel] + slopes[voxel] * time)
                    }
                }
            }
            try Progress.check(run + 1, of: runs)
        }
        return SimulatedBold(
            labels: labels, runs: runOfScan, repetitionTime: repetitionTime, series: signal, width: width, height: height, explainable: Vector(explainable))
    }
}
