import CZlib
import Linear

/// Several arrays by name in one file: numpy's `.npz`, as `numpy.savez` writes it and `numpy.load` reads it.
///
/// ```swift
/// try NumpyArchive(["times", "neurons"], [NumpyArray(spikes.times), NumpyArray(Vector(spikes.neurons.map(Double.init)))]).write("spikes.npz")
/// let times = try NumpyArchive("spikes.npz").array("times").vector()
/// ```
///
/// A ZIP archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT) of one `.npy` file for each array. Written: stored as they are. Read: stored and deflated.
/// Archives of 4 GB and more (ZIP64) are not supported.
public struct NumpyArchive: Sendable, Equatable, CustomStringConvertible, Codable {
    /// The names of the arrays, in the order of the file.
    public let names: [String]
    private let arrays: [NumpyArray]
    /// Why the entries that are no arrays of numbers were passed over; nil where there is none.
    private let passedOver: [String: FormatError]?

    /// An archive of arrays.
    ///
    /// - Throws: `FormatError.invalid` unless there is a name for each array, none empty, none twice.
    public init(_ names: [String], _ arrays: [NumpyArray]) throws {
        guard names.count == arrays.count, Set(names).count == names.count, !names.contains(where: \.isEmpty) else {
            throw FormatError.invalid(name: "names", found: "\(names)", expected: "one name for each of the \(arrays.count) arrays, none empty, none twice")
        }
        (self.names, self.arrays, passedOver) = (names, arrays, nil)
    }

    /// Reads a file. What is not an array of numbers, such as the labels of conditions or a text, is passed over: `array(_:)` says so when it is asked for.
    ///
    /// - Throws: `FormatError` that names the file: it is not there, is no `.npz` file, holds two arrays of the same name, or is damaged.
    public init(_ path: String) throws {
        var file = try FileReader(path)
        let bytes = try file.readToEnd()
        let archive = ZipReader(path: path, bytes: bytes)
        var names: [String] = [], arrays: [NumpyArray] = [], passedOver: [String: FormatError] = [:]
        for entry in try archive.entries() where !entry.name.hasSuffix("/") {
            guard entry.name.hasSuffix(".npy") else {
                passedOver[entry.name] = .notOfFormat(file: path, format: "numpy .npy", found: "the entry \(entry.name)", expected: "a name that ends in .npy")
                continue
            }
            let name = String(entry.name.dropLast(4)), contents = try archive.contents(of: entry)
            guard !names.contains(name) else { throw FormatError.damaged(file: path, reason: "it holds two arrays of the name \(name)") }
            do {
                arrays.append(try NumpyArray(bytes: contents, path: "\(path), \(entry.name)"))
                names.append(name)
            } catch let error as FormatError {
                guard case .unsupported = error else { throw error }
                passedOver[name] = error
            }
        }
        (self.names, self.arrays, self.passedOver) = (names, arrays, passedOver.isEmpty ? nil : passedOver)
    }

    /// The array of a name.
    ///
    /// - Throws: `FormatError.invalid` if there is none; `FormatError.unsupported` if the file holds something else than numbers under that name.
    public func array(_ name: String) throws -> NumpyArray {
        guard let index = names.firstIndex(of: name) else {
            if let reason = passedOver?[name] { throw reason }
            throw FormatError.invalid(name: "name", found: name, expected: "one of \(names.joined(separator: ", "))")
        }
        return arrays[index]
    }

    /// Writes an `.npz` file. An existing file is replaced.
    ///
    /// - Throws: `FormatError` if the file cannot be written, or would have 4 GB or more.
    public func write(_ path: String) throws {
        var file = try FileWriter(path)
        var directory: [UInt8] = [], offset = 0
        for (name, array) in zip(names, arrays) {
            let contents = array.fileBytes, label = Array((name + ".npy").utf8)
            guard offset + contents.count + label.count + 30 < 0xFFFF_0000, label.count < 65_536 else {
                throw FormatError.unsupported(file: path, what: "an archive of 4 GB or more", supported: "smaller ones")
            }
            // What local header and directory have in common: version 2.0, names in UTF-8, stored, 1 January 1980.
            var common: [UInt8] = []
            for value in [20, 0x0800, 0, 0, 0x21] as [UInt16] { common.append(little: value) }
            common.append(little: ZipReader.checksum(contents))
            common.append(little: UInt32(contents.count))
            common.append(little: UInt32(contents.count))
            common.append(little: UInt16(label.count))
            common.append(little: UInt16(0))
            var local: [UInt8] = []
            local.append(little: ZipReader.localSignature)
            try file.write(local + common + label)
            try file.write(contents)
            directory.append(little: ZipReader.entrySignature)
            directory.append(little: UInt16(20))
            directory += common
            for _ in 0 ..< 3 { directory.append(little: UInt16(0)) }
            directory.append(little: UInt32(0))
            directory.append(little: UInt32(offset))
            directory += label
            offset += 30 + label.count + contents.count
        }
        var end: [UInt8] = []
        end.append(little: ZipReader.endSignature)
        for value in [0, 0, UInt16(names.count), UInt16(names.count)] { end.append(little: value) }
        end.append(little: UInt32(directory.count))
        end.append(little: UInt32(offset))
        end.append(little: UInt16(0))
        try file.write(directory + end)
        try file.close()
    }

    /// The names and extents of the arrays, and what was passed over.
    public var description: String {
        let listed = zip(names, arrays).map { "\($0) (\($1))" }.joined(separator: ", ")
        let others = passedOver.map { "; not numbers: \($0.keys.sorted().joined(separator: ", "))" } ?? ""
        return "numpy archive: \(names.isEmpty ? "no arrays" : listed)\(others)"
    }
}
