import Formats
import Linear

/// Recordings that are known as tests of reservoirs and that you bring yourself, in the form in which they are published.
extension Dataset {
    /// The Japanese vowels: utterances of one vowel by nine men, each a sequence of 7 to 29 frames of 12 cepstral coefficients, and who spoke each.
    ///
    /// ```swift
    /// let training = try Dataset.japaneseVowels("ae.train"), test = try Dataset.japaneseVowels("ae.test")
    /// let states = try Reservoir(units: 100, inputs: 12, seed: 1).run(sequences: training.sequences)
    /// ```
    ///
    /// Reads `ae.train` (270 utterances, 30 of each speaker) and `ae.test` (370: 31, 35, 88, 44, 29, 24, 40, 50 and 29) as the UCI repository has them, doi:10.24432/C5NS47: a line of numbers for each
    /// frame and an empty line after each utterance, speaker after speaker.
    ///
    /// M. Kudo, J. Toyama, M. Shimbo, Pattern Recognition Letters 20 (1999), doi:10.1016/S0167-8655(99)00077-X.
    /// - Parameters:
    ///   - path: the file, packed or not.
    ///   - sizes: how many utterances each speaker has, in the order of the file; nil for those of the two published files, told by how many there are.
    /// - Returns: a matrix for each utterance, a row for each frame and a column for each coefficient; and the number of the speaker, from 0.
    /// - Throws: `FormatError` for a file that cannot be read, a field that is no number, or lines of different length; `NeuroError` for sizes that do not add up to the utterances.
    public static func japaneseVowels(_ path: String, sizes: [Int]? = nil) throws -> (sequences: [Matrix], speakers: [Int]) {
        let blocks = try NumberLines(path).blocks
        let all = try sizes ?? publishedSizes(blocks.count)
        for size in all { try Check.atLeast(0, size, "sizes") }
        guard all.reduce(0, { $0 &+ min($1, 1 << 32) }) == blocks.count else {
            throw NeuroError.invalid(name: "sizes", value: "\(all)", must: "such that they add up to the \(blocks.count) utterances of the file")
        }
        return (blocks, all.enumerated().flatMap { [Int](repeating: $0, count: $1) })
    }

    private static func publishedSizes(_ count: Int) throws -> [Int] {
        switch count {
        case 270: [Int](repeating: 30, count: 9)
        case 370: [31, 35, 88, 44, 29, 24, 40, 50, 29]
        default: throw NeuroError.invalid(name: "sizes", value: "nil", must: "given for a file of \(count) utterances; the published ones have 270 and 370")
        }
    }

    /// The Santa Fe laser: the intensity of a chaotic far-infrared laser, whole numbers from 0 to 255, to be predicted a step ahead or alone through the next collapse.
    ///
    /// Reads a file of one number a line, as `A.dat` (1,000 values) and `A.cont` (its continuation) of the competition are.
    ///
    /// U. Hübner, N. B. Abraham, C. O. Weiss, Phys. Rev. A 40 (1989), doi:10.1103/PhysRevA.40.6354; A. S. Weigend, N. A. Gershenfeld, Time Series Prediction, 1994.
    /// - Parameter path: the file, packed or not.
    /// - Throws: `FormatError` for a file that cannot be read, or a line that is not one number.
    public static func santaFeLaser(_ path: String) throws -> Vector {
        let lines = try NumberLines(path)
        guard lines.blocks.allSatisfy({ $0.columns == 1 }) else {
            throw FormatError.notOfFormat(file: path, format: "Santa Fe laser", found: "\(lines.blocks[0].columns) numbers in a line", expected: "one")
        }
        return Vector(lines.blocks.flatMap(\.elements))
    }
}

/// Lines of numbers between spaces, in blocks that empty lines end.
private struct NumberLines {
    private(set) var blocks: [Matrix] = []

    init(_ path: String) throws {
        var file = try FileReader(path)
        let bytes = try file.readToEnd()
        var rows: [Double] = [], columns = 0, number = 0
        func block() throws -> Matrix { try Matrix(rows: rows.count / columns, columns: columns, elements: rows) }
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if number & 0xfff == 0 { try Progress.check(0, of: 1) }
            let fields = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
            if fields.isEmpty {
                if !rows.isEmpty { blocks.append(try block()) }
                rows = []
                continue
            }
            if columns == 0 { columns = fields.count }
            guard fields.count == columns else { throw FormatError.raggedRow(file: path, line: number, found: fields.count, expected: columns) }
            for (index, field) in fields.enumerated() {
                let text = String(decoding: field.prefix(40), as: UTF8.self)
                guard let value = Double(text), value.isFinite else {
                    throw FormatError.badField(file: path, line: number, field: "field \(index + 1)", found: "\"\(text)\"", expected: "a number")
                }
                rows.append(value)
            }
        }
        if !rows.isEmpty { blocks.append(try block()) }
        guard !blocks.isEmpty else { throw FormatError.notOfFormat(file: path, format: "text of numbers", found: "no numbers", expected: "lines of numbers") }
    }
}
