import Formats
import IR
import Runtime

/// `save(_:to:)` and `load(_:from:)`: values in files of their own, beside what a session keeps.
///
/// What goes into such a file must mean the same in another session: numbers, texts, library values, and arrays, dictionaries, sets, tuples and optionals of these. A cell's own types and functions are
/// known to their session alone.
package enum ValueFile {
    /// For the checker.
    package static let interface: [(name: String, text: String)] = [
        (
            "save",
            """
            /// Writes a value to a file, from which `load(_:from:)` reads it again: a network, a trained model, an array, a dictionary of results.
            ///
            /// ```swift
            /// try save(net, to: "net.engram")
            /// let again = try load(SpikingNetwork.self, from: "net.engram")   // goes on where `net` was
            /// ```
            ///
            /// Numbers, texts and values of the library can be written, and arrays, dictionaries, sets, tuples and optionals of them; values of types that cells declare cannot, nor functions. A name
            /// that ends in `.gz` packs the file. The file replaces what was there when it is complete, and not before. Every bit of a number comes back.
            ///
            /// - Throws: `FormatError` for a type that cannot be written, and for a file that cannot.
            func save<Value>(_ value: Value, to path: String) throws
            """
        ),
        (
            "load",
            """
            /// Reads a value that `save(_:to:)` wrote.
            ///
            /// - Parameters:
            ///   - type: what it was when it was written: `SpikingNetwork.self`, `[Double].self`.
            ///   - path: the file.
            /// - Throws: `FormatError` for a file that cannot be read, is damaged, holds a value of another type, or was written by an Engram whose values of that type were made otherwise.
            func load<Value>(_ type: Value.Type, from path: String) throws -> Value
            """
        ),
    ]

    package static let table: NativeTable = {
        var table = NativeTable()
        table.add("save(_:to:)<Value,String>") { call in
            let type = call.types[0]
            let word = type.isRaw ? call.nextWord() : 0, object = type.isRaw ? nil : call.nextReferenceSlot()
            try save(word, object, of: type, to: call.next(), call.machine)
        }
        table.add("load(_:from:)<Value.Type,String>") { call in
            _ = call.nextReferenceSlot()
            let type = call.types[0]
            let value = try load(type, from: call.next(), call.machine)
            if type.isRaw { call.give(word: value.word) } else { call.give(object: value.object) }
        }
        return table
    }()

    private static func save(_ word: Word, _ object: AnyObject?, of type: ValueType, to path: String, _ machine: Machine) throws {
        try check(type, in: path)
        let pieces = Pieces(writer: try PieceFileWriter(path))
        let value: SavedValue
        do {
            value = type.isRaw ? SavedValue(content: []) : try ValueEncoder.encode(object, machine: machine, store: pieces, cells: NoCells())
        } catch let error as SavingError {
            throw FormatError.unsupported(file: path, what: "this value (\(error))", supported: "what can be saved")
        }
        guard value.chunks.enumerated().allSatisfy({ $1 == Pieces.name($0) }) else { throw SavingError.damaged("pieces out of order") }
        let name = Array(type.spelled.utf8)
        var description = bytes(of: name.count) + name + bytes(of: type.isRaw ? word : 0)
        description += bytes(of: value.chunks.count) + value.content
        try pieces.finish(description)
    }

    private static func load(_ type: ValueType, from path: String, _ machine: Machine) throws -> (word: Word, object: AnyObject?) {
        try check(type, in: path)
        let (description, pieces) = try PieceFile.read(path)
        func damaged(_ reason: String) -> FormatError { .damaged(file: path, reason: reason) }
        func number(_ place: Int) throws -> Int {
            guard place >= 0, place <= description.count - 8 else { throw damaged("its description ends too early") }
            return (0 ..< 8).reduce(0) { $0 | Int(description[place + $1]) << (8 * $1) }
        }
        let length = try number(0)
        guard length >= 0, length <= description.count - 24 else { throw damaged("its description ends too early") }
        let found = String(decoding: description[8 ..< 8 + length], as: UTF8.self)
        guard found == type.spelled else { throw FormatError.notOfFormat(file: path, format: "value", found: "a value of type \(found)", expected: type.spelled) }
        let word = try number(8 + length)
        if type.isRaw { return (word, nil) }
        let count = try number(16 + length)
        guard count == pieces.count else { throw damaged("it has \(pieces.count) pieces, and its description says \(count)") }
        let value = SavedValue(content: Array(description[(24 + length)...]), chunks: pieces.indices.map(Pieces.name))
        do {
            return (0, try ValueDecoder.decode(value, machine: machine, store: Pieces(read: pieces), cells: NoCells()))
        } catch let error as SavingError {
            throw damaged("\(error)")
        }
    }

    private static func bytes(of number: Int) -> [UInt8] { (0 ..< 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

    /// Whether values of a type mean the same in every session.
    private static func check(_ type: ValueType, in path: String) throws {
        func isPlain(_ type: ValueType, _ depth: Int) -> Bool {
            if depth > 100 { return false }
            return switch type {
            case .integer, .double, .float, .bool, .string, .character: true
            case .tuple(let elements): elements.allSatisfy { isPlain($0.type, depth + 1) }
            case .optional(let inner), .array(let inner), .set(let inner): isPlain(inner, depth + 1)
            case .dictionary(let key, let value): isPlain(key, depth + 1) && isPlain(value, depth + 1)
            case .native(_, let arguments): arguments.allSatisfy { isPlain($0, depth + 1) }
            case .nominal, .function, .existential, .metatype: false
            }
        }
        guard isPlain(type, 0) else {
            throw FormatError.unsupported(
                file: path, what: "a value of type \(type.spelled)",
                supported: "numbers, texts and values of the library, and arrays, dictionaries, sets, tuples and optionals of them")
        }
    }
}

/// The pieces of one value: written as they come, or read already.
private final class Pieces: ChunkStore {
    private var writer: PieceFileWriter?
    private var count = 0
    private var read: [[UInt8]] = []

    init(writer: consuming PieceFileWriter) { self.writer = consume writer }
    init(read: [[UInt8]]) {
        writer = nil
        self.read = read
    }

    static func name(_ index: Int) -> ChunkName { ChunkName(high: UInt64(index), low: 0) }

    func put(_ bytes: UnsafeRawBufferPointer) throws -> ChunkName {
        try writer?.add(Array(bytes))
        defer { count += 1 }
        return Self.name(count)
    }

    func get(_ name: ChunkName, into bytes: UnsafeMutableRawBufferPointer) throws {
        guard name.low == 0, name.high < UInt64(read.count), read[Int(name.high)].count == bytes.count else { throw SavingError.damaged("a piece is missing") }
        bytes.copyBytes(from: read[Int(name.high)])
    }

    func finish(_ description: [UInt8]) throws { try writer?.finish(description) }
}

/// Plain values have no variables that closures share.
private final class NoCells: CellNumbers {
    func number(of cell: Cell) -> Int { 0 }
    func cell(_ number: Int) throws -> Cell { throw SavingError.damaged("a variable of a closure") }
}
