// The header of an .npy file: eight bytes of magic and version, a length, and a Python dictionary as text:
// {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), } (https://numpy.org/neps/nep-0001-npy-format.html).

/// What the header of an `.npy` file says, checked.
struct NumpyHeader {
    var type: SampleType
    var bigEndian: Bool
    var fortranOrder: Bool
    var shape: [Int]
    var byteCount: Int

    private static let codes: [String: SampleType] = [
        "b1": .bool, "u1": .uint8, "i1": .int8, "u2": .uint16, "i2": .int16, "u4": .uint32, "i4": .int32, "u8": .uint64, "i8": .int64,
        "f4": .float32, "f8": .float64,
    ]
    private static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]  // \x93NUMPY

    init(from file: inout FileReader) throws {
        let path = file.path
        try self.init(path) { count in
            var bytes: [UInt8] = []
            try file.readAll(count, of: "the header", into: &bytes)
            return bytes
        }
    }

    /// - Parameter next: gives the next so many bytes.
    init(_ path: String, next: (Int) throws -> [UInt8]) throws {
        let start = try next(10)
        guard start.starts(with: Self.magic) else {
            throw FormatError.notOfFormat(file: path, format: "numpy .npy", found: "the first bytes \(Array(start.prefix(6)))", expected: "\(Self.magic)")
        }
        guard (1 ... 3).contains(start[6]) else {
            throw FormatError.unsupported(file: path, what: "version \(start[6]).\(start[7]) of the format", supported: "versions 1 to 3")
        }
        var length = Int(start[8]) | Int(start[9]) << 8
        if start[6] > 1 {
            let high = try next(2)
            length |= Int(high[0]) << 16 | Int(high[1]) << 24
        }
        guard length <= 1 << 20 else {
            throw FormatError.badHeader(file: path, field: "the length of the header", found: "\(length)", expected: "below a megabyte")
        }
        try self.init(dictionary: String(decoding: try next(length), as: UTF8.self), path)
    }

    /// Reads the dictionary. Of Python's syntax only what numpy writes is taken: quoted keys, one string, one truth value, one tuple of integers.
    private init(dictionary: String, _ path: String) throws {
        func bad(_ field: String, _ expected: String) -> FormatError {
            .badHeader(file: path, field: field, found: String(dictionary.prefix(200)), expected: expected)
        }
        func value(of key: String) throws -> Substring {
            guard let found = dictionary.firstRange(of: "'\(key)'") ?? dictionary.firstRange(of: "\"\(key)\""),
                let colon = dictionary[found.upperBound...].firstIndex(of: ":")
            else { throw bad("the header", "a dictionary with the keys descr, fortran_order and shape") }
            return dictionary[dictionary.index(after: colon)...].drop { $0 == " " }
        }
        let quoted = try value(of: "descr")
        guard let quote = quoted.first, quote == "'" || quote == "\"" else {
            throw FormatError.unsupported(file: path, what: "an array of records", supported: "numbers")
        }
        let descr = quoted.dropFirst().prefix { $0 != quote }
        guard let order = descr.first, "<>|=".contains(order), let type = Self.codes[String(descr.dropFirst())] else {
            throw FormatError.unsupported(file: path, what: "the number type \(descr)", supported: Self.codes.keys.sorted().joined(separator: ", "))
        }
        let truth = try value(of: "fortran_order")
        guard truth.hasPrefix("True") || truth.hasPrefix("False") else { throw bad("fortran_order", "True or False") }
        let tuple = try value(of: "shape")
        guard tuple.first == "(", let end = tuple.firstIndex(of: ")") else { throw bad("shape", "a tuple of integers") }
        shape = try tuple[tuple.index(after: tuple.startIndex) ..< end].split(separator: ",").compactMap { part in
            let digits = part.filter { $0 != " " && $0 != "L" }
            if digits.isEmpty { return nil }
            guard let extent = Int(digits), extent >= 0 else { throw bad("shape", "a tuple of integers from 0 on") }
            return extent
        }
        var bytes = type.size
        for extent in shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= 1 << 46 else { throw bad("shape", "an array below 64 terabytes") }
            bytes = product
        }
        (self.type, bigEndian, fortranOrder, byteCount) = (type, order == ">", truth.hasPrefix("True"), bytes)
    }

    /// A header for writing; its length is a multiple of 64, as numpy pads it.
    static func bytes(shape: [Int], type: SampleType, bigEndian: Bool, fortranOrder: Bool) -> [UInt8] {
        let code = codes.first { $0.value == type }?.key ?? "f8"
        let order = type.size == 1 ? "|" : bigEndian ? ">" : "<"
        let tuple = shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
        var text = Array("{'descr': '\(order)\(code)', 'fortran_order': \(fortranOrder ? "True" : "False"), 'shape': \(tuple), }".utf8)
        let wide = text.count + 64 > 65_535
        let prefix = wide ? 12 : 10
        text.append(contentsOf: repeatElement(0x20, count: (64 - (prefix + text.count + 1) % 64) % 64))
        text.append(0x0A)
        var bytes = magic + [wide ? 2 : 1, 0]
        if wide { bytes.append(little: UInt32(text.count)) } else { bytes.append(little: UInt16(text.count)) }
        return bytes + text
    }
}
