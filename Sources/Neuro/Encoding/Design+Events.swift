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
    /// - Throws: `NeuroError` if the three lists differ in length, are empty or not finite, a duration is negative, there are fewer than 2 scans,
    ///   or an event begins earlier than 24 s before the first scan.
    public init(
        onsets: Vector, durations: Vector, kinds: [String], scans: Int, repetitionTime: Double, hrf: HRF = .glover, oversampling: Int = 50
    ) throws {
        guard !kinds.isEmpty else { throw NeuroError.tooShort(name: "kinds", count: 0, needed: 1, why: "a design") }
        guard onsets.count == kinds.count else {
            throw NeuroError.shape(name: "onsets", shape: [onsets.count], must: "one for each of the \(kinds.count) kinds")
        }
        guard durations.count == kinds.count else {
            throw NeuroError.shape(name: "durations", shape: [durations.count], must: "one for each of the \(kinds.count) kinds")
        }
        guard scans >= 2, scans <= 1_000_000 else { throw NeuroError.invalid(name: "scans", value: "\(scans)", must: "from 2 to a million") }
        for index in kinds.indices {
            let (onset, duration) = (onsets.elements[index], durations.elements[index])
            guard onset.isFinite else { throw NeuroError.notFinite(name: "onsets", index: index) }
            guard duration.isFinite else { throw NeuroError.notFinite(name: "durations", index: index) }
            guard duration >= 0 else { throw NeuroError.invalid(name: "durations[\(index)]", value: "\(duration)", must: "0 or a positive number of seconds") }
            guard onset >= -FineGrid.lead else {
                throw NeuroError.invalid(name: "onsets[\(index)]", value: "\(onset)", must: "at least -24, as the response to earlier events has passed")
            }
        }
        let response = try hrf.samples(repetitionTime: repetitionTime, oversampling: oversampling).elements
        let grid = FineGrid(scans: scans, repetitionTime: repetitionTime, oversampling: oversampling)
        guard grid.count <= 20_000_000 else {
            throw NeuroError.invalid(name: "oversampling", value: "\(oversampling)", must: "such that \(scans) scans have at most 20 million steps")
        }

        var names: [String] = []
        for kind in kinds where !names.contains(kind) { names.append(kind) }
        var values = [Double](repeating: 0, count: scans * names.count)
        for (column, name) in names.enumerated() {
            let events = kinds.indices.filter { kinds[$0] == name }
            let boxcar = grid.boxcar(events.map { (onsets.elements[$0], durations.elements[$0]) })
            let regressor = grid.atScans(grid.convolve(boxcar, response))
            for scan in 0 ..< scans { values[scan * names.count + column] = regressor[scan] }
            try Progress.check(column + 1, of: names.count)
        }
        try self.init(names: names, matrix: Matrix(rows: scans, columns: names.count, elements: values))
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

    /// How many events last at each point.
    func boxcar(_ events: [(onset: Double, duration: Double)]) -> [Double] {
        var changes = [Double](repeating: 0, count: count)
        for event in events {
            let start = point(event.onset)
            var end = point(event.onset + event.duration)
            if end == start, end < count - 1 { end += 1 }
            changes[start] += 1
            changes[end] -= 1
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

    /// Linear interpolation at the times of the scans.
    func atScans(_ values: [Double]) -> [Double] {
        (0 ..< scans).map { scan in
            let t = Double(scan) * repetitionTime
            let right = max(1, point(t))
            let (t0, t1) = (time(right - 1), time(right))
            return values[right - 1] + (values[right] - values[right - 1]) * ((t - t0) / (t1 - t0))
        }
    }
}
