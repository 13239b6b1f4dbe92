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
