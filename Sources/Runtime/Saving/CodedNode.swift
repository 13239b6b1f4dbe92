/// A library value taken apart by its `Codable` conformance: fields by name, elements in order, arrays of numbers whole.
indirect enum CodedNode {
    case null
    case bool(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case double(Double)
    case float(Float)
    case text(String)
    case fields([(name: String, node: CodedNode)])
    case list([CodedNode])
    case integers([Int])
    case small([Int32])
    case doubles([Double])
    case floats([Float])
    case bytes([UInt8])
    case unsigneds([UInt32])
    case shorts([UInt16])

    private static let depthLimit = 200

    /// Library types are not deep; what is comes from damage.
    init(_ reader: inout SavedReader, depth: Int = 0) throws {
        guard depth < Self.depthLimit else { throw SavingError.damaged("a value without an end") }
        switch try reader.byte() {
        case 0: self = .null
        case 1: self = .bool(try reader.byte() != 0)
        case 2: self = .integer(Int64(try reader.word()))
        case 3: self = .unsigned(UInt64(UInt(bitPattern: try reader.word())))
        case 4: self = .double(Double(bitPattern: UInt64(UInt(bitPattern: try reader.word()))))
        case 5: self = .float(Float(bitPattern: UInt32(truncatingIfNeeded: try reader.word())))
        case 6: self = .text(String(decoding: try reader.elements(UInt8.self).elements, as: UTF8.self))
        case 7:
            let count = try reader.length()
            self = .fields(try (0 ..< count).map { _ in (try reader.text(), try CodedNode(&reader, depth: depth + 1)) })
        case 8:
            let count = try reader.length()
            self = .list(try (0 ..< count).map { _ in try CodedNode(&reader, depth: depth + 1) })
        case 9: self = .integers(try reader.elements(Int.self).elements)
        case 10: self = .small(try reader.elements(Int32.self).elements)
        case 11: self = .doubles(try reader.elements(Double.self).elements)
        case 12: self = .floats(try reader.elements(Float.self).elements)
        case 13: self = .bytes(try reader.elements(UInt8.self).elements)
        case 14: self = .unsigneds(try reader.elements(UInt32.self).elements)
        case 15: self = .shorts(try reader.elements(UInt16.self).elements)
        default: throw SavingError.damaged("a value of a kind that is none")
        }
    }

    func write(to writer: inout SavedWriter) throws {
        switch self {
        case .null: writer.byte(0)
        case .bool(let value):
            writer.byte(1)
            writer.byte(value ? 1 : 0)
        case .integer(let value):
            writer.byte(2)
            writer.word(Int(value))
        case .unsigned(let value):
            writer.byte(3)
            writer.word(Int(bitPattern: UInt(value)))
        case .double(let value):
            writer.byte(4)
            writer.word(Int(bitPattern: UInt(value.bitPattern)))
        case .float(let value):
            writer.byte(5)
            writer.word(Int(value.bitPattern))
        case .text(let value):
            writer.byte(6)
            var value = value
            _ = try value.withUTF8 { try writer.bulk(UnsafeRawBufferPointer($0)) }
        case .fields(let fields):
            writer.byte(7)
            writer.count(fields.count)
            for field in fields {
                writer.text(field.name)
                try field.node.write(to: &writer)
            }
        case .list(let nodes):
            writer.byte(8)
            writer.count(nodes.count)
            for node in nodes { try node.write(to: &writer) }
        case .integers(let values): try Self.write(9, values, &writer)
        case .small(let values): try Self.write(10, values, &writer)
        case .doubles(let values): try Self.write(11, values, &writer)
        case .floats(let values): try Self.write(12, values, &writer)
        case .bytes(let values): try Self.write(13, values, &writer)
        case .unsigneds(let values): try Self.write(14, values, &writer)
        case .shorts(let values): try Self.write(15, values, &writer)
        }
    }

    private static func write<Element: BitwiseCopyable>(_ code: UInt8, _ values: [Element], _ writer: inout SavedWriter) throws {
        writer.byte(code)
        _ = try values.withUnsafeBytes { try writer.bulk($0) }
    }
}
