import Linear

/// The elements of a GIFTI document, checked against each other.
struct GIFTIDocument {
    private var xml: XMLReader
    private(set) var arrays: [GIFTIArray] = []
    private(set) var labels: [GIFTILabel] = []
    private(set) var metadata: [String: String] = [:]

    /// NIFTI_TYPE_…: the three that the format names, and those that programs write besides.
    private static let types: [String: SampleType] = [
        "UINT8": .uint8, "INT8": .int8, "UINT16": .uint16, "INT16": .int16, "UINT32": .uint32, "INT32": .int32, "UINT64": .uint64, "INT64": .int64, "FLOAT32": .float32,
        "FLOAT64": .float64,
    ]

    /// What the constants of the C library are called, which some programs write in the place of the words of the format.
    private static let encodings = [
        "GIFTI_ENCODING_ASCII": "ASCII", "GIFTI_ENCODING_B64BIN": "Base64Binary", "GIFTI_ENCODING_B64GZ": "GZipBase64Binary", "GIFTI_ENCODING_EXTBIN": "ExternalFileBinary",
    ]
    private static let orders = [
        "GIFTI_ENDIAN_BIG": "BigEndian", "GIFTI_ENDIAN_LITTLE": "LittleEndian", "GIFTI_IND_ORD_ROW_MAJOR": "RowMajorOrder", "GIFTI_IND_ORD_COL_MAJOR": "ColumnMajorOrder",
    ]

    init(_ xml: XMLReader) { self.xml = xml }

    mutating func read() throws {
        guard case .start(let name, let attributes)? = try nextMarkup(), name == "GIFTI" else {
            throw FormatError.notOfFormat(file: xml.file, format: "GIFTI", found: "another document", expected: "an element GIFTI")
        }
        while let event = try nextMarkup() {
            switch event {
            case .start("MetaData", _): metadata = try readMetadata()
            case .start("LabelTable", _): try readLabels()
            case .start("DataArray", let attributes): arrays.append(try readArray(attributes))
            case .start(let name, _): try skip(name)
            case .end, .text: break
            }
        }
        if let promised = attributes["NumberOfDataArrays"].flatMap({ Int($0) }), promised != arrays.count {
            throw FormatError.badHeader(file: xml.file, field: "NumberOfDataArrays", found: "\(promised)", expected: "\(arrays.count), as many as there are")
        }
    }

    /// The next start or end of an element.
    private mutating func nextMarkup() throws -> XMLReader.Event? {
        while let event = try xml.next() {
            if case .text = event { continue }
            return event
        }
        return nil
    }

    /// The text of the element that was just opened, up to its end.
    private mutating func text(of element: String) throws -> String {
        var result = ""
        while let event = try xml.next() {
            switch event {
            case .text(let range, let isLiteral): result += try xml.string(range, isLiteral: isLiteral)
            case .start(let name, _): try skip(name)
            case .end: return result
            }
        }
        return result
    }

    private mutating func skip(_ element: String) throws {
        var depth = 1
        while depth > 0, let event = try nextMarkup() { if case .start = event { depth += 1 } else { depth -= 1 } }
    }

    private mutating func readMetadata() throws -> [String: String] {
        var result: [String: String] = [:], name = ""
        while let event = try nextMarkup() {
            switch event {
            case .start("MD", _), .end("MD"): name = ""
            case .start("Name", _): name = try text(of: "Name")
            case .start("Value", _): result[name] = try text(of: "Value")
            case .start(let other, _): try skip(other)
            case .end, .text: return result
            }
        }
        return result
    }

    private mutating func readLabels() throws {
        while let event = try nextMarkup() {
            guard case .start(let element, let attributes) = event else { return }
            guard element == "Label" else {
                try skip(element)
                continue
            }
            // The key was called an index in the first drafts of the format.
            let field = attributes["Key"] ?? attributes["Index"] ?? ""
            guard let key = Int(field) else { throw FormatError.badHeader(file: xml.file, field: "the key of a label", found: "\"\(field)\"", expected: "a whole number") }
            func part(_ name: String) -> Double? { attributes[name].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }
            labels.append(GIFTILabel(key: key, name: try text(of: "Label"), red: part("Red"), green: part("Green"), blue: part("Blue"), alpha: part("Alpha")))
        }
    }

    private mutating func readArray(_ attributes: [String: String]) throws -> GIFTIArray {
        let file = xml.file
        func attribute(_ name: String) throws -> String {
            guard let value = attributes[name] else { throw FormatError.badHeader(file: file, field: "DataArray \(arrays.count)", found: "without \(name)", expected: "with it") }
            return value
        }
        func name(_ text: String, _ prefix: String) -> String { text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text }
        let typeName = try attribute("DataType"), encoding = Self.encodings[try attribute("Encoding")] ?? attributes["Encoding"] ?? ""
        guard let type = Self.types[name(typeName, "NIFTI_TYPE_")] else {
            throw FormatError.unsupported(file: file, what: "number type \(typeName)", supported: "integers and floating point")
        }
        guard encoding != "ExternalFileBinary" else {
            throw FormatError.unsupported(file: file, what: "an array in a file of its own (\(attributes["ExternalFileName"] ?? ""))", supported: "arrays within the file")
        }
        guard ["ASCII", "Base64Binary", "GZipBase64Binary"].contains(encoding) else {
            throw FormatError.unsupported(file: file, what: "encoding \(encoding)", supported: "ASCII, Base64Binary and GZipBase64Binary")
        }
        let dimensionality = try attribute("Dimensionality")
        guard let axes = Int(dimensionality), (1 ... 6).contains(axes) else {
            throw FormatError.badHeader(file: file, field: "Dimensionality", found: dimensionality, expected: "from 1 to 6")
        }
        var shape: [Int] = [], bytes = type.size
        for axis in 0 ..< axes {
            let text = try attribute("Dim\(axis)")
            guard let extent = Int(text), extent >= 0, extent <= 1 << 40 else {
                throw FormatError.badHeader(file: file, field: "Dim\(axis)", found: text, expected: "a number from 0 on")
            }
            let (product, overflow) = bytes.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= 1 << 40 else {
                throw FormatError.badHeader(file: file, field: "Dim\(axis)", found: text, expected: "such that the array is below a terabyte")
            }
            bytes = product
            shape.append(extent)
        }
        let endian = Self.orders[attributes["Endian"] ?? ""] ?? attributes["Endian"] ?? "LittleEndian"
        guard ["LittleEndian", "BigEndian"].contains(endian) else { throw FormatError.badHeader(file: file, field: "Endian", found: endian, expected: "LittleEndian or BigEndian") }
        let order = Self.orders[attributes["ArrayIndexingOrder"] ?? ""] ?? attributes["ArrayIndexingOrder"] ?? "RowMajorOrder"
        guard ["RowMajorOrder", "ColumnMajorOrder"].contains(order) else {
            throw FormatError.badHeader(file: file, field: "ArrayIndexingOrder", found: order, expected: "RowMajorOrder or ColumnMajorOrder")
        }
        var metadata: [String: String] = [:]
        var samples: Samples?
        while let event = try nextMarkup() {
            switch event {
            case .start("MetaData", _): metadata = try readMetadata()
            case .start("Data", _): samples = try readData(encoding, type, bigEndian: endian == "BigEndian", shape, bytes)
            case .start(let other, _): try skip(other)
            case .end, .text:
                guard let samples else { throw FormatError.badHeader(file: file, field: "DataArray \(arrays.count)", found: "without Data", expected: "with it") }
                let intent = name(attributes["Intent"] ?? "NIFTI_INTENT_NONE", "NIFTI_INTENT_")
                return GIFTIArray(intent: intent, shape: shape, metadata: metadata, samples: samples, columnMajor: order == "ColumnMajorOrder")
            }
        }
        throw FormatError.cutShort(file: file, what: "an array", expectedBytes: bytes, foundBytes: 0)
    }

    private mutating func readData(_ encoding: String, _ type: SampleType, bigEndian: Bool, _ shape: [Int], _ expected: Int) throws -> Samples {
        var ranges: [Range<Int>] = []
        reading: while let event = try xml.next() {
            switch event {
            case .text(let range, _): ranges.append(range)
            case .start(let name, _): throw xml.error(at: xml.place, "an element \(name) within Data", "text")
            case .end: break reading
            }
        }
        let what = "an array of \(shape.map(String.init).joined(separator: " x ")) \(type.rawValue)"
        // Nearly always one; a comment or CDATA in between makes more.
        let text = ranges.count == 1 ? xml.bytes[ranges[0]] : ranges.reduce(into: []) { $0 += xml.bytes[$1] }[...]
        var bytes: [UInt8]
        if encoding == "ASCII" {
            bytes = try numbers(text, type, bigEndian: bigEndian)
        } else {
            guard let decoded = Base64Text.decoded(text) else { throw FormatError.damaged(file: xml.file, reason: "\(what) is not base64") }
            bytes = decoded
            if encoding == "GZipBase64Binary", !decoded.isEmpty || expected > 0 {
                guard let unpacked = Inflate.unpacked(decoded, .zlibOrGzip, limit: expected) else {
                    throw FormatError.damaged(file: xml.file, reason: "\(what) cannot be unpacked to its \(expected) bytes")
                }
                bytes = unpacked
            }
        }
        guard bytes.count == expected else { throw FormatError.cutShort(file: xml.file, what: what, expectedBytes: expected, foundBytes: bytes.count) }
        try Progress.check()
        return Samples(type: type, bigEndian: bigEndian, bytes: bytes)
    }

    /// Numbers as text, in the bytes that the type would have.
    private func numbers(_ text: ArraySlice<UInt8>, _ type: SampleType, bigEndian: Bool) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for field in text.split(whereSeparator: XMLReader.isSpace) {
            let word = String(decoding: field, as: UTF8.self)
            func store<Value: FixedWidthInteger>(_ value: Value?) throws {
                guard let value else { throw xml.error(at: field.startIndex, "\"\(word.prefix(40))\"", "a number of type \(type.rawValue)") }
                Swift.withUnsafeBytes(of: bigEndian ? value.bigEndian : value.littleEndian) { bytes.append(contentsOf: $0) }
            }
            switch type {
            case .bool, .uint8: try store(UInt8(word))
            case .int8: try store(Int8(word))
            case .uint16: try store(UInt16(word))
            case .int16: try store(Int16(word))
            case .uint32: try store(UInt32(word))
            case .int32: try store(Int32(word))
            case .uint64: try store(UInt64(word))
            case .int64: try store(Int64(word))
            case .float32: try store(Float(word)?.bitPattern)
            case .float64: try store(Double(word)?.bitPattern)
            }
        }
        return bytes
    }
}
