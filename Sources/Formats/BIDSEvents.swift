import Linear

/// What happened during a run, as a BIDS `events.tsv` file says it: when, how long, of which kind.
///
/// ```swift
/// let events = try BIDSEvents("sub-01_task-objects_run-1_events.tsv")
/// events.conditions                                     // ["face", "house", …]
/// let times = try events.numbers("response_time")        // "n/a" is NaN
/// try events.only(["face", "house"]).write("two_events.tsv")
/// ```
/// Format: BIDS 1.10, "Task events" (https://bids-specification.readthedocs.io). Columns `onset` and `duration` must be there; `trial_type` names the kind. All times are in seconds from the first volume.
public struct BIDSEvents: Sendable, Equatable, CustomStringConvertible, Codable {
    /// When each event began, in seconds from the first volume; below 0 where it began before.
    public let onsets: Vector
    /// How long each event lasted, in seconds; 0 is an impulse.
    public let durations: Vector
    /// The kind of each event: column `trial_type`, or "event" for all where the file has no such column.
    public let trialTypes: [String]
    /// The file as it was, with its other columns.
    public let table: Table

    /// How many events there are.
    public var count: Int { trialTypes.count }

    /// The kinds of events, in the order in which they occur first.
    public var conditions: [String] {
        var seen: Set<String> = []
        return trialTypes.filter { seen.insert($0).inserted }
    }

    /// Reads a file, packed with gzip or not.
    ///
    /// - Parameters:
    ///   - path: separated by tabs, names of the columns in the first line.
    ///   - missingDuration: stands for a duration of "n/a", in seconds; without it such a duration is an error, since no regressor can be made of it.
    /// - Throws: `FormatError` that names file, line and column: an onset that is no finite number, a duration that is none or below 0, an empty `trial_type`; `FormatError.noColumn` without `onset` or `duration`.
    public init(_ path: String, missingDuration: Double? = nil) throws {
        try self.init(text: Table.text(path), name: path, missingDuration: missingDuration)
    }

    /// Reads events from a text, as `init(_:missingDuration:)` reads them from a file.
    public init(text: String, name: String = "the events", missingDuration: Double? = nil) throws {
        if let missingDuration, !(missingDuration >= 0 && missingDuration.isFinite) {
            throw FormatError.invalid(name: "missingDuration", found: "\(missingDuration)", expected: "a number of seconds, 0 or more")
        }
        var lines: [Int] = []
        let table = try Table(text: text, name: name, header: true, separator: text.contains("\t") ? "\t" : nil, lines: &lines)
        func seconds(_ column: String, least: Double, missing: Double?) throws -> Vector {
            Vector(
                try zip(try table.strings(column), lines).map { field, line in
                    if let missing, Table.missing.contains(field) { return missing }
                    guard let value = Double(field), value.isFinite, value >= least else {
                        let kind = least == 0 ? "a number of seconds, 0 or more" : "a number of seconds"
                        throw FormatError.badField(file: name, line: line, field: "column \(column)", found: "\"\(field)\"", expected: kind)
                    }
                    return value
                })
        }
        onsets = try seconds("onset", least: -.greatestFiniteMagnitude, missing: nil)
        durations = try seconds("duration", least: 0, missing: missingDuration)
        if table.columnNames.contains("trial_type") {
            trialTypes = try table.strings("trial_type")
            for (type, line) in zip(trialTypes, lines) where type.isEmpty {
                throw FormatError.badField(file: name, line: line, field: "column trial_type", found: "an empty field", expected: "the name of a condition, or \"n/a\"")
            }
        } else {
            trialTypes = Array(repeating: "event", count: table.rowCount)
        }
        self.table = table
    }

    /// Events from their times and kinds.
    ///
    /// - Throws: `FormatError` if the three differ in length, an onset is not finite, a duration is not finite or below 0, or a kind is empty or holds a tab or a line break.
    public init(onsets: Vector, durations: Vector, trialTypes: [String]) throws {
        guard onsets.count == durations.count, onsets.count == trialTypes.count else {
            throw FormatError.shape(name: "durations and trialTypes", found: [durations.count, trialTypes.count], expected: "\(onsets.count), one for each onset")
        }
        for (row, onset) in onsets.elements.enumerated() where !onset.isFinite {
            throw FormatError.invalid(name: "onsets, event \(row)", found: "\(onset)", expected: "a finite number of seconds")
        }
        for (row, duration) in durations.elements.enumerated() where !(duration >= 0 && duration.isFinite) {
            throw FormatError.invalid(name: "durations, event \(row)", found: "\(duration)", expected: "a number of seconds, 0 or more")
        }
        for (row, type) in trialTypes.enumerated() where type.isEmpty || type.contains(where: { $0 == "\t" || $0.isNewline }) {
            throw FormatError.invalid(name: "trialTypes, event \(row)", found: "\"\(type)\"", expected: "a name without tabs and line breaks")
        }
        (self.onsets, self.durations, self.trialTypes) = (onsets, durations, trialTypes)
        table = try Table(
            name: "the events", columnNames: ["onset", "duration", "trial_type"],
            fields: [onsets.elements.map { "\($0)" }, durations.elements.map { "\($0)" }, trialTypes])
    }

    /// Another column of the file, as it stands there.
    ///
    /// - Throws: `FormatError.noColumn` listing the columns there are.
    public func strings(_ column: String) throws -> [String] { try table.strings(column) }

    /// Another column of the file as numbers; "n/a" is NaN.
    ///
    /// - Throws: `FormatError.noColumn`, or `FormatError.notANumber` naming the row of the first field that is none.
    public func numbers(_ column: String) throws -> Vector { try table.numbers(column) }

    /// The events of some kinds, in their order.
    ///
    /// - Throws: `FormatError.invalid` for a kind that does not occur.
    public func only(_ kinds: [String]) throws -> BIDSEvents {
        let there = conditions
        for kind in kinds where !there.contains(kind) {
            throw FormatError.invalid(name: "kinds", found: "\"\(kind)\"", expected: "among \(there.joined(separator: ", "))")
        }
        return try picked(trialTypes.indices.filter { kinds.contains(trialTypes[$0]) })
    }

    private func picked(_ rows: [Int]) throws -> BIDSEvents {
        let fields = try table.columnNames.indices.map { index in
            let column = try table.strings(index)
            return rows.map { column[$0] }
        }
        return BIDSEvents(
            onsets: Vector(rows.map { onsets.elements[$0] }), durations: Vector(rows.map { durations.elements[$0] }), trialTypes: rows.map { trialTypes[$0] },
            table: try Table(name: table.name, columnNames: table.columnNames, fields: fields))
    }

    private init(onsets: Vector, durations: Vector, trialTypes: [String], table: Table) {
        (self.onsets, self.durations, self.trialTypes, self.table) = (onsets, durations, trialTypes, table)
    }

    /// Writes an `events.tsv` file with all columns. An existing file is replaced.
    ///
    /// - Throws: `FormatError` if the file cannot be written, or its name ends in `.csv`, which BIDS does not know.
    public func write(_ path: String) throws {
        guard !path.hasSuffix(".csv"), !path.hasSuffix(".csv.gz") else { throw FormatError.invalid(name: "path", found: path, expected: "a name that ends in .tsv") }
        try table.write(path)
    }

    /// How many events of how many kinds, and from when to when.
    public var description: String {
        guard let first = onsets.elements.min(), let last = zip(onsets.elements, durations.elements).map({ $0 + $1 }).max() else { return "no events" }
        let kinds = conditions
        let names = kinds.count <= 10 ? kinds.joined(separator: ", ") : kinds.prefix(9).joined(separator: ", ") + " and \(kinds.count - 9) more"
        return "\(count) event\(count == 1 ? "" : "s") of \(kinds.count) kind\(kinds.count == 1 ? "" : "s") (\(names)), from \(first) to \(last) s"
    }
}
