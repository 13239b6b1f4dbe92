import CMachine
import IR

/// What an object is, in the bytes of a saved value.
enum SavedKind: UInt8 {
    case none, string, character, rawBox, optionalBox, ints, doubles, bools, objects, table, aggregate, closure, existential, type, cell, native, hasher
    /// An object that is referred to from several places, before its own bytes; and each further mention of it.
    case shared, again
}

/// The variables that closures share, by the number under which each is saved.
package protocol CellNumbers: AnyObject {
    func number(of cell: Cell) -> Int
    func cell(_ number: Int) throws -> Cell
}

/// Turns what a slot holds into bytes.
///
/// Objects say themselves what they are, so no static type is needed. Every object stands before what it refers to, and a stack of our own takes the place of recursion: a list of a
/// million nodes must not end the process. Variables that closures share are saved on their own, since their identity matters; here stands their number.
package struct ValueEncoder {
    private var writer: SavedWriter
    private let machine: Machine
    private let cells: any CellNumbers
    private let owner: AnyObject
    private var shared: [UnsafeRawPointer: Int] = [:]
    private var pending: [UnsafeRawPointer?] = []

    /// - Parameter owner: whose the store is; what it holds of large objects is found again under it.
    package static func encode(_ object: AnyObject?, machine: Machine, store: any ChunkStore, cells: any CellNumbers) throws -> SavedValue {
        var encoder = ValueEncoder(writer: SavedWriter(store: store), machine: machine, cells: cells, owner: store)
        try encoder.run(object)
        return encoder.writer.value
    }

    /// A variable that closures share: both kinds of content, since the cell does not know which one is used.
    package static func encode(_ cell: Cell, machine: Machine, store: any ChunkStore, cells: any CellNumbers) throws -> SavedValue {
        var encoder = ValueEncoder(writer: SavedWriter(store: store), machine: machine, cells: cells, owner: store)
        encoder.writer.word(cell.bits)
        try encoder.run(cell.object)
        return encoder.writer.value
    }

    private init(writer: SavedWriter, machine: Machine, cells: any CellNumbers, owner: AnyObject) {
        (self.writer, self.machine, self.cells, self.owner) = (writer, machine, cells, owner)
    }

    private mutating func run(_ root: AnyObject?) throws {
        pending = [root.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }]
        while let next = pending.popLast() {
            guard let next else {
                writer.byte(SavedKind.none.rawValue)
                continue
            }
            if !machine_is_unique(next) {
                if let number = shared[next] {
                    writer.byte(SavedKind.again.rawValue)
                    writer.count(number)
                    continue
                }
                shared[next] = shared.count
                writer.byte(SavedKind.shared.rawValue)
            }
            try write(Unmanaged<AnyObject>.fromOpaque(next).takeUnretainedValue())
        }
    }

    /// References in memory, the first of them to be written next.
    private mutating func push(_ references: UnsafePointer<AnyObject?>, _ count: Int) {
        let bits = UnsafeRawPointer(references).assumingMemoryBound(to: UnsafeRawPointer?.self)
        for index in stride(from: count - 1, through: 0, by: -1) { pending.append(bits[index]) }
    }
    private mutating func push(_ object: AnyObject?) { pending.append(object.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }) }

    private mutating func write(_ object: AnyObject) throws {
        switch object {
        case let string as StringObject:
            writer.byte(SavedKind.string.rawValue)
            try text(string)
        case let array as IntArray:
            writer.byte(SavedKind.ints.rawValue)
            try elements(array)
        case let array as DoubleArray:
            writer.byte(SavedKind.doubles.rawValue)
            try elements(array)
        case let array as BoolArray:
            writer.byte(SavedKind.bools.rawValue)
            try elements(array)
        case let array as ObjectArray:
            writer.byte(SavedKind.objects.rawValue)
            writer.count(array.elements.count)
            array.elements.withUnsafeBufferPointer { if let base = $0.baseAddress { push(base, $0.count) } }
        case let aggregate as Aggregate:
            writer.byte(SavedKind.aggregate.rawValue)
            self.aggregate(aggregate)
        case let box as RawBox:
            writer.byte(SavedKind.rawBox.rawValue)
            writer.word(box.bits)
        case let box as OptionalBox:
            writer.byte(SavedKind.optionalBox.rawValue)
            push(box.value)
        case let character as CharacterObject:
            writer.byte(SavedKind.character.rawValue)
            writer.text(String(character.value))
        case let table as TableObject: try self.table(table)
        case let closure as Closure:
            writer.byte(SavedKind.closure.rawValue)
            writer.count(closure.function)
            writer.byte(closure.captures == nil ? 0 : 1)
            if let captures = closure.captures { aggregate(captures) }
        case let existential as Existential:
            writer.byte(SavedKind.existential.rawValue)
            try writer.type(existential.type, machine.types)
            writer.word(existential.bits)
            push(existential.object)
        case let type as TypeObject:
            writer.byte(SavedKind.type.rawValue)
            try writer.type(type.type, machine.types)
        case let cell as Cell:
            writer.byte(SavedKind.cell.rawValue)
            writer.count(cells.number(of: cell))
        case let hasher as HasherObject:
            writer.byte(SavedKind.hasher.rawValue)
            writer.word(Word(bitPattern: UInt(hasher.state)))
        case let native as NativeObject: try self.native(native)
        default: throw SavingError.noEncoding(type: "\(Swift.type(of: object))")
        }
    }

    private mutating func aggregate(_ aggregate: Aggregate) {
        writer.count(aggregate.referenceCount)
        writer.count(aggregate.rawCount)
        writer.count(aggregate.tag)
        writer.words(aggregate.raws, aggregate.rawCount)
        push(aggregate.references, aggregate.referenceCount)
    }

    private mutating func text(_ string: StringObject) throws {
        let size = string.value.utf8.count
        if size > SavedValue.inlineLimit, let known = Held.chunks(of: string, owner: owner) { return writer.known(known, bytes: size) }
        var text = string.value
        let chunks = try text.withUTF8 { try writer.bulk(UnsafeRawBufferPointer($0)) }
        if !chunks.isEmpty { Held.hold(string, owner: owner, chunks: chunks) }
    }

    private mutating func elements<Element: BitwiseCopyable>(_ array: ArrayBox<Element>) throws {
        let size = array.elements.count * MemoryLayout<Element>.stride
        if size > SavedValue.inlineLimit, let known = Held.chunks(of: array, owner: owner) { return writer.known(known, bytes: size) }
        let chunks = try array.elements.withUnsafeBytes { try writer.bulk($0) }
        if !chunks.isEmpty { Held.hold(array, owner: owner, chunks: chunks) }
    }

    /// The entries in their order, each with its hash: that of a cell's own type would be the cell's code to compute.
    private mutating func table(_ table: TableObject) throws {
        writer.byte(SavedKind.table.rawValue)
        try writer.type(table.keyType, machine.types)
        writer.byte(table.valueType == nil ? 0 : 1)
        if let value = table.valueType { try writer.type(value, machine.types) }
        writer.count(table.count)
        let (hasRawKeys, hasRawValues) = (table.keyType.isRaw, table.valueType?.isRaw ?? true)
        var references: [UnsafeRawPointer?] = []
        var position = table.nextPosition(from: 0)
        while position < table.end {
            writer.word(table.hash(position))
            if hasRawKeys { writer.word(table.keyWord(position)) } else { references.append(UnsafeRawPointer(bitPattern: table.keyBits(position))) }
            if table.valueType != nil {
                if hasRawValues { writer.word(table.valueWord(position)) } else { references.append(UnsafeRawPointer(bitPattern: table.valueAddress(position).pointee)) }
            }
            position = table.nextPosition(from: position + 1)
        }
        pending += references.reversed()
    }

    private mutating func native(_ object: NativeObject) throws {
        guard let (name, value) = machine.savedTypes.value(of: object) else { throw SavingError.noEncoding(type: "\(type(of: object.any))") }
        writer.byte(SavedKind.native.rawValue)
        writer.text(name)
        try CodedWriter.write(value, to: &writer)
    }
}
