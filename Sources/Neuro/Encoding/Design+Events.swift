import Linear

extension Design {
    /// Regressors of events given in seconds, as BIDS `events.tsv` tables list them: for each kind of event a boxcar on a fine grid, convolved with the
    /// response, and read off at the scans. One run at a time. Columns are in the order in which the kinds first occur.
    ///
    /// The grid, its 24 s before the first scan and the linear interpolation are those of nilearn's `compute_regressor`.
    ///
    /// - Parameters:
    ///   - onsets: seconds from the first scan; an event may begin up to 24 s before it.
    ///   - durations: seconds; an event of duration 0 lasts one step of the grid.
    ///   - kinds: the kind of each event.
    ///   - scans: how many scans the run has.
    ///   - repetitionTime: seconds from scan to scan.
    ///   - hrf: the shape of the response.
    ///   - oversampling: steps of the grid per scan.
    ///   - amplitudes: how strong each event is, 1 by default.
    ///   - basis: which columns each kind of event gets, the response alone by default.
    /// - Throws: `NeuroError` if the lists differ in length, are empty or not finite, a duration is negative, there are fewer than 2 scans,
    ///   an event begins earlier than 24 s before the first scan or after the end of the run (`scans` times `repetitionTime`), or a delay of the basis is not from 0 to the number of scans.
    public init(
        onsets: Vector, durations: Vector, kinds: [String], scans: Int, repetitionTime: Double, hrf: HRF = .glover, oversampling: Int = 50,
        amplitudes: Vector? = nil, basis: HRFBasis = .response
    ) throws {
        guard !kinds.isEmpty else { throw NeuroError.tooShort(name: "kinds", count: 0, needed: 1, why: "a design") }
        guard onsets.count == kinds.count else {
            throw NeuroError.shape(name: "onsets", shape: [onsets.count], must: "one for each of the \(kinds.count) kinds")
        }
        guard durations.count == kinds.count else {
            throw NeuroError.shape(name: "durations", shape: [durations.count], must: "one for each of the \(kinds.count) kinds")
        }
        try Check.positive(repetitionTime, "repetitionTime")
        guard scans >= 2, scans <= 1_000_000 else { throw NeuroError.invalid(name: "scans", value: "\(scans)", must: "from 2 to a million") }
        for index in kinds.indices {
            let (onset, duration) = (onsets.elements[index], durations.elements[index])
            guard onset.isFinite else { throw NeuroError.notFinite(name: "onsets", index: index) }
            guard duration.isFinite else { throw NeuroError.notFinite(name: "durations", index: index) }
            guard duration >= 0 else { throw NeuroError.invalid(name: "durations[\(index)]", value: "\(duration)", must: "0 or a positive number of seconds") }
            guard onset >= -FineGrid.lead else {
                throw NeuroError.invalid(name: "onsets[\(index)]", value: "\(onset)", must: "at least -24, as the response to earlier events has passed")
            }
            guard onset < Double(scans) * repetitionTime else {
                throw NeuroError.invalid(name: "onsets[\(index)]", value: "\(onset)", must: "before the end of the run, which is at \(Double(scans) * repetitionTime) s")
            }
        }
        let amplitudes = try amplitudes ?? Vector(repeating: 1, count: kinds.count)
        guard amplitudes.count == kinds.count else {
            throw NeuroError.shape(name: "amplitudes", shape: [amplitudes.count], must: "one for each of the \(kinds.count) kinds")
        }
        try Check.finite(amplitudes.elements, "amplitudes")
        let responses = try basis.responses(hrf, repetitionTime: repetitionTime, oversampling: oversampling, scans: scans)
        let grid = FineGrid(scans: scans, repetitionTime: repetitionTime, oversampling: oversampling)
        guard grid.count <= 20_000_000 else {
            throw NeuroError.invalid(name: "oversampling", value: "\(oversampling)", must: "such that \(scans) scans have at most 20 million steps")
        }

        var names: [String] = []
        for kind in kinds where !names.contains(kind) { names.append(kind) }
        let width = responses.count
        var values = [Double](repeating: 0, count: try Allocation.count(of: [scans, names.count, width], named: "the design", as: Double.self))
        for (place, name) in names.enumerated() {
            let events = kinds.indices.filter { kinds[$0] == name }
            let boxcar = grid.boxcar(events.map { (onsets.elements[$0], durations.elements[$0], amplitudes.elements[$0]) })
            var regressors = responses.map { grid.atScans(grid.convolve(boxcar, $0.samples), late: $0.isDelay ? oversampling - 1 : 0) }
            if width > 1, !responses[0].isDelay { try Self.orthogonalize(&regressors) }
            for (index, regressor) in regressors.enumerated() {
                for scan in 0 ..< scans { values[scan * names.count * width + place * width + index] = regressor[scan] }
            }
            try Progress.check(place + 1, of: names.count)
        }
        try self.init(
            names: names.flatMap { name in responses.map { name + $0.suffix } }, matrix: Matrix(rows: scans, columns: names.count * width, elements: values))
    }

    /// Takes from each regressor what those before it explain, by least squares.
    private static func orthogonalize(_ regressors: inout [[Double]]) throws {
        for index in regressors.indices.dropFirst() {
            // The earlier ones are orthogonal to one another already.
            for earlier in regressors[..<index] {
                let power = earlier.reduce(0) { $0 + $1 * $1 }
                guard power > 0 else { continue }
                let share = zip(earlier, regressors[index]).reduce(0) { $0 + $1.0 * $1.1 } / power
                for scan in earlier.indices { regressors[index][scan] -= share * earlier[scan] }
            }
        }
    }
}

/// The grid on which events are convolved.
private struct FineGrid {
    /// Seconds before the first scan.
    static let lead = 24.0

    let scans: Int
    let repetitionTime: Double
    let count: Int
    private let end: Double

    init(scans: Int, repetitionTime: Double, oversampling: Int) {
        (self.scans, self.repetitionTime) = (scans, repetitionTime)
        let last = Double(scans - 1) * repetitionTime
        end = last * (1 + 1 / Double(scans - 1))
        let steps = Double(scans - 1) / last * (end + Self.lead) * Double(oversampling) + 1
        count = Int(min(steps, 1e9).rounded(.toNearestOrEven))
    }

    private func time(_ index: Int) -> Double {
        index == count - 1 ? end : Double(index) * ((end + Self.lead) / Double(count - 1)) - Self.lead
    }

    /// The first point of the grid at or after `t`, at most the last.
    private func point(_ t: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if time(middle) < t { low = middle + 1 } else { high = middle }
        }
        return min(low, count - 1)
    }

    /// The summed amplitudes of the events that last at each point.
    func boxcar(_ events: [(onset: Double, duration: Double, amplitude: Double)]) -> [Double] {
        var changes = [Double](repeating: 0, count: count)
        for event in events {
            let start = point(event.onset)
            var end = point(event.onset + event.duration)
            if end == start, end < count - 1 { end += 1 }
            changes[start] += event.amplitude
            changes[end] -= event.amplitude
        }
        var level = 0.0
        return changes.map { change in
            level += change
            return level
        }
    }

    func convolve(_ boxcar: [Double], _ response: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        for (index, value) in boxcar.enumerated() where value != 0 {
            for lag in 0 ..< min(response.count, count - index) { result[index + lag] += value * response[lag] }
        }
        return result
    }

    /// Linear interpolation at the times of the scans, of values that lie `late` steps after the grid's.
    func atScans(_ values: [Double], late: Int) -> [Double] {
        (0 ..< scans).map { scan in
            let t = Double(scan) * repetitionTime
            let right = min(max(1, point(t)), count - 1 - late)
            let (t0, t1) = (time(right - 1), time(right))
            return values[right + late - 1] + (values[right + late] - values[right + late - 1]) * ((t - t0) / (t1 - t0))
        }
    }
}
