import Foundation
import Formats
import Linear
import Testing

/// Archives that we write and read; one that numpy wrote, deflated; damaged ones.
struct NumpyArchiveTests {
    private func withFile(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "engram-\(UUID().uuidString).npz").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test func whatIsWrittenIsRead() throws {
        try withFile { path in
            let matrix = try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
            let archive = try NumpyArchive(["times", "größe"], [NumpyArray(Vector([0.5, -1])), NumpyArray(matrix)])
            try archive.write(path)
            let read = try NumpyArchive(path)
            #expect(read == archive)
            #expect(try read.array("größe").matrix() == matrix)
            #expect(throws: FormatError.self) { try read.array("neurons") }
            #expect(read.description == "numpy archive: times (numpy array 2, float64), größe (numpy array 2 x 3, float64)")
            // Every cut and every flipped byte of the arrays is found.
            let bytes = try Data(contentsOf: URL(filePath: path))
            for length in stride(from: 0, to: bytes.count, by: 7) {
                try bytes.prefix(length).write(to: URL(filePath: path))
                #expect(throws: FormatError.self) { try NumpyArchive(path) }
            }
            for place in stride(from: 40, to: 160, by: 3) {
                var damaged = bytes
                damaged[place] ^= 0x10
                try damaged.write(to: URL(filePath: path))
                #expect(throws: FormatError.self) { try NumpyArchive(path) }
            }
        }
        #expect(throws: FormatError.self) { try NumpyArchive(["a", "a"], [NumpyArray(Vector([1])), NumpyArray(Vector([1]))]) }
        #expect(throws: FormatError.self) { try NumpyArchive(["a"], []) }
    }

    /// The file is numpy.savez(file, patterns=numpy.arange(6.0).reshape(2, 3), labels=numpy.array(["face", "cat"]), n=numpy.array(3)) of numpy 2.4.6, with a text readme.txt put in by
    /// Python's zipfile.
    @Test func whatIsNoNumbersIsPassedOver() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/numpy-labels.npz").path
        let archive = try NumpyArchive(path)
        #expect(archive.names == ["patterns", "n"])
        #expect(try archive.array("patterns").matrix().elements == [0, 1, 2, 3, 4, 5])
        #expect(archive.description == "numpy archive: patterns (numpy array 2 x 3, float64), n (numpy array of a single number, int64); not numbers: labels, readme.txt")
        let error = #expect(throws: FormatError.self) { try archive.array("labels") }
        guard case .unsupported(_, "the number type <U4", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: FormatError.self) { try archive.array("readme.txt") }
        #expect(try JSONDecoder().decode(NumpyArchive.self, from: JSONEncoder().encode(archive)) == archive)
        // Two entries of one name: those of a and b are equally long.
        try withFile { copy in
            try NumpyArchive(["aa", "bb"], [NumpyArray(Vector([1])), NumpyArray(Vector([2]))]).write(copy)
            let bytes = try Data(contentsOf: URL(filePath: copy)).map { $0 == UInt8(ascii: "b") ? UInt8(ascii: "a") : $0 }
            try Data(bytes).write(to: URL(filePath: copy))
            #expect(throws: FormatError.damaged(file: copy, reason: "it holds two arrays of the name aa")) { try NumpyArchive(copy) }
        }
    }

    @Test func archivesOfNumpyAreRead() throws {
        // numpy.savez_compressed(file, a=numpy.arange(6.0).reshape(2, 3), b=numpy.array([1, -2], "i4")), numpy 2.3.5.
        for name in ["numpy-packed.npz", "numpy-stored.npz"] {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/\(name)").path
            let archive = try NumpyArchive(file)
            #expect(archive.names == ["a", "b"])
            #expect(try archive.array("a").matrix().elements == [0, 1, 2, 3, 4, 5])
            #expect(try archive.array("b").vector().elements == [1, -2])
        }
    }
}
