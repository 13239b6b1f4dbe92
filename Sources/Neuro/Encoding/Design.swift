import Linear

/// What was shown when, as regressors: one column per kind of stimulus, one row per scan.
///
/// ```swift
/// let design = try Design(labels: classes, rest: "rest")
/// let x = try design.convolved(with: .glover, repetitionTime: 2.5, runs: runs)    // one response shape for all voxels
/// let z = try design.delayed([1, 2, 3, 4], runs: runs)                            // or a free shape for each
/// let fit = try RidgeCV().fit(z.matrix, bold)
/// ```
public struct Design: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The names of the columns.
    public let names: [String]
    /// Scans x columns.
    public let matrix: Matrix

    /// A design from columns of your own, such as features of a film.
    ///
    /// - Throws: `NeuroError` unless there is one name per column and the matrix is not empty and finite.
    public init(names: [String], matrix: Matrix) throws {
        try Check.finite(matrix, "matrix")
        guard names.count == matrix.columns else {
            throw NeuroError.shape(name: "names", shape: [names.count], must: "one name for each of the \(matrix.columns) columns")
        }
        (self.names, self.matrix) = (names, matrix)
    }

    /// Boxcars from the class of each scan: 1 where the scan has the class, 0 elsewhere. Columns are in the order in which the classes first occur.
    ///
    /// - Parameters:
    ///   - labels: the class of each scan.
    ///   - rest: the class that gets no column, the baseline; nil if all are to have one.
    /// - Throws: `NeuroError` if there is no label, or none but `rest`.
    public init(labels: [String], rest: String? = "rest") throws {
        guard !labels.isEmpty else { throw NeuroError.tooShort(name: "labels", count: 0, needed: 1, why: "a design") }
        var names: [String] = []
        var column: [String: Int] = [:]
        for label in labels where label != rest && column[label] == nil {
            column[label] = names.count
            names.append(label)
        }
        guard !names.isEmpty else { throw NeuroError.invalid(name: "labels", value: "\(labels[0]) throughout", must: "of at least one class beside rest") }
        var values = [Double](repeating: 0, count: labels.count * names.count)
        for (row, label) in labels.enumerated() {
            if let place = column[label] { values[row * names.count + place] = 1 }
        }
        (self.names, matrix) = (names, try Matrix(rows: labels.count, columns: names.count, elements: values))
    }

    /// How many scans there are.
    public var scans: Int { matrix.rows }

    /// Each column convolved with the haemodynamic response, within each run: what is shown at the end of a run does not reach into the next.
    ///
    /// - Parameters:
    ///   - hrf: the shape of the response.
    ///   - repetitionTime: seconds from scan to scan.
    ///   - runs: the run of each scan, each run one block; empty if all is one run.
    /// - Throws: `NeuroError` if there is not one run label per scan, a run comes in two pieces, or the response cannot be sampled at this repetition time.
    public func convolved(with hrf: HRF = .glover, repetitionTime: Double, runs: [Int] = []) throws -> Design {
        let response = try hrf.samples(repetitionTime: repetitionTime).elements
        let blocks = try RunBlocks(runs, samples: scans)
        let width = matrix.columns
        var values = [Double](repeating: 0, count: matrix.count)
        for block in blocks.ranges {
            for row in block {
                for (lag, weight) in response.enumerated().prefix(row - block.lowerBound + 1) {
                    for column in 0 ..< width { values[row * width + column] += weight * matrix.elements[(row - lag) * width + column] }
                }
            }
        }
        return try Design(names: names, matrix: Matrix(rows: scans, columns: width, elements: values))
    }

    /// Copies of all columns, each `delay` scans later (a finite impulse response): the regression then finds the shape of the response itself.
    /// Columns are in the order of the delays, and within one delay in the order of this design. The first scans of a run, where the copy has not yet begun, are 0.
    ///
    /// - Parameters:
    ///   - delays: in scans, each at least 0; for a repetition time of 2 s the usual choice is 1 to 4.
    ///   - runs: the run of each scan, each run one block; empty if all is one run.
    /// - Throws: `NeuroError` if there is no delay, one is negative, there is not one run label per scan, or a run comes in two pieces.
    public func delayed(_ delays: [Int], runs: [Int] = []) throws -> Design {
        guard !delays.isEmpty, delays.allSatisfy({ $0 >= 0 }) else {
            throw NeuroError.invalid(name: "delays", value: "\(delays)", must: "at least one number of scans, none negative")
        }
        let blocks = try RunBlocks(runs, samples: scans)
        let (width, total) = (matrix.columns, matrix.columns * delays.count)
        _ = try Allocation.count(of: [scans, total], named: "the delayed design", as: Double.self)
        var values = [Double](repeating: 0, count: scans * total)
        for block in blocks.ranges {
            for row in block {
                for (index, delay) in delays.enumerated() where delay <= row - block.lowerBound {
                    for column in 0 ..< width {
                        values[row * total + index * width + column] = matrix.elements[(row - delay) * width + column]
                    }
                }
            }
        }
        let delayedNames = delays.flatMap { delay in names.map { "\($0) (delay \(delay))" } }
        return try Design(names: delayedNames, matrix: Matrix(rows: scans, columns: total, elements: values))
    }

    /// One line: the extents and the first names.
    public var description: String {
        "design of \(scans) scans x \(names.count) regressors: " + names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    }
}
