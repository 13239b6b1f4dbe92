import IR

/// Makes of a saved value's bytes what a slot held.
package struct ValueDecoder {
    private var reader: SavedReader
    private let machine: Machine
    private let cells: any CellNumbers
    private let owner: AnyObject
    private var shared: [AnyObject?] = []
    private var frames: [Frame] = []

    /// An object that still waits for some of what it refers to.
    private struct Frame {
        enum Kind {
            case root
            case objects(ObjectArray)
            case aggregate(Aggregate)
            case optional(OptionalBox)
            case existential(Existential)
            case table(TableObject, words: [Word])
        }
        var kind: Kind
        var next = 0
        var count: Int
        /// The key whose value comes next.
        var key: AnyObject?
        /// The number under which the object is mentioned again.
        var root: AnyObject?
    }

    package static func decode(_ value: SavedValue, machine: Machine, store: any ChunkStore, cells: any CellNumbers) throws -> AnyObject? {
        var decoder = ValueDecoder(reader: SavedReader(value, store: store), machine: machine, cells: cells, owner: store)
        return try decoder.run()
    }

    /// Fills a variable that closures share.
    package static func decode(_ value: SavedValue, into cell: Cell, machine: Machine, store: any ChunkStore, cells: any CellNumbers) throws {
        var decoder = ValueDecoder(reader: SavedReader(value, store: store), machine: machine, cells: cells, owner: store)
        cell.bits = try decoder.reader.word()
        cell.object = try decoder.run()
    }

    private init(reader: SavedReader, machine: Machine, cells: any CellNumbers, owner: AnyObject) {
        (self.reader, self.machine, self.cells, self.owner) = (reader, machine, cells, owner)
    }

    private mutating func run() throws -> AnyObject? {
        frames = [Frame(kind: .root, count: 1)]
        while true {
            while let top = frames.last, top.next == top.count {
                if case .root = top.kind {
                    guard reader.isAtEnd else { throw SavingError.damaged("there is more than one value") }
                    return top.root
                }
                frames.removeLast()
            }
            let depth = frames.count - 1
            let object = try read()
            try place(object, in: depth)
        }
    }

    private mutating func place(_ object: AnyObject?, in depth: Int) throws {
        let next = frames[depth].next
        frames[depth].next += 1
        switch frames[depth].kind {
        case .root: frames[depth].root = object
        case .objects(let array): array.elements[next] = object
        case .aggregate(let aggregate): aggregate.references[next] = object
        case .optional(let box): box.value = object
        case .existential(let existential): existential.object = object
        case .table(let table, let words):
            let (hasRawKeys, hasRawValues) = (table.keyType.isRaw, table.valueType?.isRaw ?? true)
            let width = 1 + (hasRawKeys ? 1 : 0) + (hasRawValues && table.valueType != nil ? 1 : 0)
            if hasRawKeys {
                table.append(hash: words[next * width], key: words[next * width + 1], keyObject: nil, value: 0, valueObject: object)
            } else if table.valueType == nil || hasRawValues {
                table.append(hash: words[next * width], key: 0, keyObject: object, value: table.valueType == nil ? 0 : words[next * width + 1], valueObject: nil)
            } else if next % 2 == 0 {
                frames[depth].key = object
            } else {
                table.append(hash: words[next / 2], key: 0, keyObject: frames[depth].key, value: 0, valueObject: object)
                frames[depth].key = nil
            }
        }
    }

    /// The next object; what it refers to is still to come.
    private mutating func read() throws -> AnyObject? {
        var code = try reader.byte()
        if code == SavedKind.again.rawValue {
            let number = try reader.count()
            guard shared.indices.contains(number) else { throw SavingError.damaged("an object that was not there before") }
            return shared[number]
        }
        let isShared = code == SavedKind.shared.rawValue
        var number = 0
        if isShared {
            code = try reader.byte()
            number = shared.count
            shared.append(nil)
        }
        guard let kind = SavedKind(rawValue: code) else { throw SavingError.damaged("an object of a kind that is none") }
        let object = try read(kind)
        if isShared { shared[number] = object }
        return object
    }

    private mutating func read(_ kind: SavedKind) throws -> AnyObject? {
        switch kind {
        case .none: return nil
        case .shared, .again: throw SavingError.damaged("an object of a kind that is none")
        case .string: return try string()
        case .character:
            guard let character = try reader.text().first else { throw SavingError.damaged("a character that is none") }
            return CharacterObject(character)
        case .rawBox: return RawBox(try reader.word())
        case .optionalBox:
            let box = OptionalBox(nil)
            frames.append(Frame(kind: .optional(box), count: 1))
            return box
        case .ints: return try array(Int.self)
        case .doubles: return try array(Double.self)
        case .bools:
            // Only 0 and 1 are values of Bool.
            let (bytes, chunks) = try reader.elements(UInt8.self)
            return hold(BoolArray(bytes.map { $0 != 0 }), chunks)
        case .objects:
            let array = ObjectArray(Array(repeating: nil, count: try reader.length()))
            frames.append(Frame(kind: .objects(array), count: array.elements.count))
            return array
        case .table: return try table()
        case .aggregate: return try aggregate()
        case .closure:
            let number = try reader.count()
            guard let function = machine.function(number) else { throw SavingError.damaged("a function that is no longer declared") }
            return Closure(function, captures: try reader.byte() == 0 ? nil : try aggregate())
        case .existential:
            let existential = Existential(type: try reader.type(machine.types), bits: try reader.word(), object: nil)
            frames.append(Frame(kind: .existential(existential), count: 1))
            return existential
        case .type: return TypeObject(try reader.type(machine.types))
        case .cell: return try cells.cell(try reader.count())
        case .hasher: return HasherObject(state: UInt64(UInt(bitPattern: try reader.word())))
        case .native:
            let name = try reader.text()
            let coded = try CodedNode(&reader)
            return try machine.savedTypes.object(name, CodedReader(coded))
        }
    }

    private mutating func aggregate() throws -> Aggregate {
        let (references, raws) = (try reader.length(), try reader.length())
        let aggregate = Aggregate.make(references: references, raws: raws, tag: try reader.count())
        try reader.words(into: aggregate.raws, raws)
        frames.append(Frame(kind: .aggregate(aggregate), count: references))
        return aggregate
    }

    private mutating func string() throws -> AnyObject {
        let (bytes, chunks) = try reader.elements(UInt8.self)
        return hold(StringObject(String(decoding: bytes, as: UTF8.self)), chunks)
    }

    private mutating func array<Element: BitwiseCopyable>(_: Element.Type) throws -> AnyObject {
        let (elements, chunks) = try reader.elements(Element.self)
        return hold(ArrayBox(elements), chunks)
    }

    /// It is in the store as it is now.
    private func hold(_ object: AnyObject, _ chunks: [ChunkName]) -> AnyObject {
        if !chunks.isEmpty { Held.hold(object, owner: owner, chunks: chunks) }
        return object
    }

    private mutating func table() throws -> AnyObject {
        let key = try reader.type(machine.types)
        let value = try reader.byte() == 0 ? nil : try reader.type(machine.types)
        let table = TableObject(key: key, value: value)
        let count = try reader.length()
        let (hasRawKeys, hasRawValues) = (key.isRaw, value?.isRaw ?? true)
        let width = 1 + (hasRawKeys ? 1 : 0) + (hasRawValues && value != nil ? 1 : 0)
        guard count <= reader.remaining / (8 * width) else { throw SavingError.damaged("it ends too early") }
        table.grow(to: count)
        let words = try [Word](unsafeUninitializedCapacity: count * width) { buffer, filled in
            if let base = buffer.baseAddress { try reader.words(into: base, count * width) }
            filled = count * width
        }
        let references = (hasRawKeys ? 0 : 1) + (hasRawValues ? 0 : 1)
        if references == 0 {
            for entry in 0 ..< count {
                table.append(hash: words[entry * width], key: words[entry * width + 1], keyObject: nil, value: value == nil ? 0 : words[entry * width + 2], valueObject: nil)
            }
        } else {
            frames.append(Frame(kind: .table(table, words: words), count: count * references))
        }
        return table
    }
}
