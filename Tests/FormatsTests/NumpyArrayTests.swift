import Formats
import Linear
import Testing

@Suite struct NumpyArrayTests {
    @Test(arguments: Reference.arrays) func readsAsNumpyDoes(file: String) throws {
        let expected = Reference.row(file)
        let array = try NumpyArray(Reference.folder + file)
        #expect(array.shape == expected.shape)
        #expect(array.values().elements == expected.values)
        if array.shape.count == 2 { #expect(try array.matrix().elements == expected.values) }
    }

    /// Written again, a file of numpy's version 1.0 comes out byte for byte.
    @Test(arguments: ["f8.npy", "f4.npy", "i2.npy", "b1.npy", "u8.npy", "be.npy", "fortran.npy", "fortran3.npy", "vector.npy", "scalar.npy", "empty.npy"])
    func writesTheSameBytes(file: String) throws {
        let array = try NumpyArray(Reference.folder + file)
        try withTemporaryFile("copy.npy") { path in
            try array.write(path)
            #expect(rawBytes(path) == rawBytes(Reference.folder + file))
        }
    }

    @Test func carriesVectorsAndMatrices() throws {
        let matrix = try Matrix([[1, 2, 3], [4, 5, 6]])
        let float = try FloatMatrix([[0.1, 0.2]])
        try withTemporaryFile("m.npy.gz") { path in
            try NumpyArray(matrix).write(path)
            #expect(try NumpyArray(path).matrix() == matrix)
        }
        try withTemporaryFile("f.npy") { path in
            try NumpyArray(float).write(path)
            let back = try NumpyArray(path)
            #expect(back.type == "float32")
            #expect(try back.floatMatrix() == float)
        }
        #expect(try NumpyArray([1, 2, 3] as Vector).vector() == [1, 2, 3])
        #expect(try NumpyArray([1, 2, 3] as FloatVector).matrix().shape == [3, 1])
    }

    @Test func refusesWhatIsNotAnArrayOfNumbers() throws {
        for file in ["complex.npy", "records.npy"] {
            let error = #expect(throws: FormatError.self) { try NumpyArray(Reference.folder + file) }
            guard case .unsupported = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(throws: FormatError.self) { try NumpyArray(Reference.folder + "i2le.nii") }
        #expect(throws: FormatError.self) { try NumpyArray(Reference.folder + "fortran3.npy").matrix() }
        #expect(throws: FormatError.self) { try NumpyArray(Reference.folder + "f8.npy").vector() }
        let sound = rawBytes(Reference.folder + "f8.npy")
        try withTemporaryFile("cut.npy", bytes: Array(sound.dropLast(3))) { path in
            #expect(throws: FormatError.cutShort(file: path, what: "an array of shape [3, 4] and type float64", expectedBytes: 96, foundBytes: 93)) {
                try NumpyArray(path)
            }
        }
        func header(_ text: String) -> [UInt8] { Array(sound.prefix(8)) + [UInt8(text.utf8.count), 0] + Array(text.utf8) }
        for text in [
            "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 99999999999), }", "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
            "{'descr': '<f8', 'fortran_order': Maybe, 'shape': (1,), }", "{'descr': '<f8', 'shape': (1,), }", "{'descr': ", "'descr': '",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (4000000000,), }",
        ] {
            try withTemporaryFile("bad.npy", bytes: header(text)) { path in
                #expect(throws: FormatError.self, "\(text)") { try NumpyArray(path) }
            }
        }
    }
}
