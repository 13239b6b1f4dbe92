import Formats
import Glibc
import Linear
import Testing

@Suite struct GIFTITests {
    // A test without its reference has nothing to say.
    static let expected = try! NumpyArchive(Reference.folder + "gifti-expected.npz")
    static let files = Set(expected.names.map { String($0.prefix(upTo: $0.firstIndex(of: "/")!)) }).sorted()

    @Test(arguments: files) func readsAsNibabelDoes(file: String) throws {
        let image = try GIFTI(Reference.folder + file)
        let count = Self.expected.names.count { $0.hasPrefix(file + "/") } / 2
        #expect(image.arrays.count == count)
        for (index, array) in image.arrays.enumerated() {
            let expected = try Self.expected.array("\(file)/\(index)").vector()
            #expect(array.values() == expected)
            #expect(try array.shape == Self.expected.array("\(file)/\(index)/shape").vector().elements.map { Int($0) })
        }
    }

    @Test func surfaces() throws {
        let surface = try GIFTI(Reference.folder + "surface-gz-big.surf.gii")
        #expect(surface.vertices == 7 && surface.arrays.map(\.intent) == ["POINTSET", "TRIANGLE"])
        let (points, triangles) = (try surface.points(), try surface.triangles())
        #expect(points.shape == [7, 3] && triangles.count == 15)
        #expect(points.elements == surface.arrays[0].values().elements)
        #expect(triangles.allSatisfy { (0 ..< 7).contains($0) })
        #expect(surface.metadata["made for"] == "a test of <&> and \"'")
        #expect(surface.description == "GIFTI file: POINTSET 7 x 3 float32, TRIANGLE 5 x 3 int32")
        #expect(throws: FormatError.self) { try surface.values() }
        #expect(throws: FormatError.self) { try surface.series() }
        #expect(try GIFTI(Reference.folder + "ascii_flat_data.gii").arrays[0].metadata["AnatomicalStructurePrimary"] == "CortexLeft")
        let theirs = try GIFTI(Reference.folder + "base64bin.gii")
        #expect(theirs.arrays.count == 2 && theirs.arrays[1].intent == "TRIANGLE")
    }

    @Test func numbersOfVertices() throws {
        let functional = try GIFTI(Reference.folder + "series.func.gii.gz")
        #expect(functional.vertices == 11)
        let series = try functional.series()
        #expect(series.shape == [4, 11])
        #expect(try Array(series.elements[22 ..< 33]) == functional.values(2).elements)
        #expect(throws: FormatError.self) { try functional.values(4) }
        #expect(throws: FormatError.self) { try functional.points() }
        #expect(throws: FormatError.self) { try functional.triangles() }
    }

    @Test func labels() throws {
        let regions = try GIFTI(Reference.folder + "regions.label.gii")
        #expect(regions.labels.map(\.key) == [0, 3, 7] && regions.labels.map(\.name) == ["???", "V1 & V2", "größer"])
        #expect(regions.labels[1].green == 0.5 && regions.labels[0].alpha == 0)
        #expect(regions.arrays[0].intent == "LABEL" && regions.vertices == 12)
    }

    @Test func refusesOtherFiles() {
        let error = #expect(throws: FormatError.self) { try GIFTI(Reference.folder + "external.gii") }
        #expect(error?.description.contains("an array in a file of its own (external.dat)") == true)
        #expect(throws: FormatError.self) { try GIFTI("/nowhere/lh.gii") }
        #expect(throws: FormatError.self) { try GIFTI(Reference.folder + "i2le.nii") }
    }

    /// One thing wrong at a time.
    @Test(
        arguments: [
            ("<Data>", "<Datum>"), ("</Data>", ""), ("Dim0=\"7\"", "Dim0=\"8\""), ("Dim0=\"7\"", "Dim0=\"6\""), ("Dim0=\"7\"", "Dim0=\"-7\""),
            ("Dim0=\"7\"", "Dim0=\"1000000000000\""),
            ("Dim1=\"3\"", ""), ("Dim1=\"3\"", "Dim1=\"3\" Dim1=\"3\""), ("NIFTI_TYPE_FLOAT32", "NIFTI_TYPE_RGB24"), ("Base64Binary", "Base65Binary"),
            ("LittleEndian", "MiddleEndian"),
            ("RowMajorOrder", "AnyOrder"), ("Dimensionality=\"2\"", "Dimensionality=\"7\""), ("<Data>", "<Data>!"), ("<Data>", "<Data>A"), ("</GIFTI>", ""),
            ("</GIFTI>", "</GIFTI><GIFTI/>"),
            ("</GIFTI>", "</GIFTI>more"), ("NumberOfDataArrays=\"2\"", "NumberOfDataArrays=\"3\""), ("&lt;", "&less;"), ("&lt;", "&#x110000;"), ("&lt;", "& lt"),
            ("<GIFTI Version=\"1.0\"", "<GIFTI Version=1.0"),
            ("<GIFTI ", "<CIFTI "), (".dtd\">", ".dtd\" [<!ENTITY a \"aaaaaaaaaa\">]>"),
        ])
    func refuses(part: String, change: String) throws {
        let sound = String(decoding: rawBytes(Reference.folder + "surface-b64-little.surf.gii"), as: UTF8.self)
        let start = try #require(sound.firstRange(of: part))
        try withTemporaryFile("changed.gii", bytes: Array(sound.replacingCharacters(in: start, with: change).utf8)) { path in
            let error = #expect(throws: FormatError.self) { try GIFTI(path) }
            #expect(error?.description.contains(path) == true)
        }
    }

    @Test func saysTheLine() throws {
        try withTemporaryFile("line.gii", bytes: Array("<?xml version=\"1.0\"?>\n<GIFTI>\n<MetaData>\n</GIFTI>".utf8)) { path in
            let error = #expect(throws: FormatError.self) { try GIFTI(path) }
            #expect(error?.description == "\(path), line 4, XML: found </GIFTI>, expected </MetaData>, the end of the innermost element")
        }
        let deep = "<GIFTI>" + String(repeating: "<a>", count: 100_000)
        try withTemporaryFile("deep.gii", bytes: Array(deep.utf8)) { path in #expect(throws: FormatError.self) { try GIFTI(path) } }
    }

    @Test func fiveThousandMutations() throws {
        let files = ["ascii.gii", "surface-b64-big.surf.gii", "surface-gz-little.surf.gii", "orders.shape.gii", "regions.label.gii", "series.func.gii.gz"]
        var mutations = Mutations(seed: 11)
        var refused = 0, read = 0
        let sound = files.map { rawBytes(Reference.folder + $0) }
        try withScratchFile(".gii") { path, put in
            for _ in 0 ..< 5_000 / files.count + 1 {
                for bytes in sound {
                    put(mutations.changed(bytes, head: bytes.count))
                    do {
                        let image = try GIFTI(path)
                        for array in image.arrays { #expect(array.values().count == array.shape.reduce(1, *)) }
                        _ = try? image.triangles()
                        read += 1
                    } catch let error as FormatError {
                        #expect(error.description.contains(path))
                        refused += 1
                    }
                }
            }
        }
        #expect(read > 100 && refused > 2_000, "\(read) read, \(refused) refused")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String { self[..<range.lowerBound] + other + self[range.upperBound...] }
}
