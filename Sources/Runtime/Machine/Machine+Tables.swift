import Display
import IR

/// Collections as tables: structs, tuples, rows of numbers, dictionaries, and long arrays of anything that fits a cell.
extension Machine {
    /// So much of Swift's own text of a collection is kept as its text; a longer one gives way to the table.
    private static let textLimit = 160
    /// Short arrays of single values are read as text.
    private static let scalarLimit = 12
    private static let cellLimit = 60

    /// The table of a value with the text that stands for it; nil for what is no collection of this kind.
    func tableBundle(_ value: Value) throws -> MIMEBundle? {
        guard let table = try table(value) else { return nil }
        var bundle = table.bundle
        if elementCount(value) <= 100 {
            let text = try debugDescribe(value.type, word: value.word, object: value.object)
            if text.count <= Machine.textLimit { bundle["text/plain"] = .text(text) }
        }
        return bundle
    }

    private func elementCount(_ value: Value) -> Int {
        switch value.type {
        case .array(let element): Arrays.count(value.object, of: element)
        case .dictionary: (value.object as? TableObject)?.count ?? 0
        default: 0
        }
    }

    private func table(_ value: Value) throws -> DataTable? {
        let count = elementCount(value)
        guard count > 0 else { return nil }
        switch value.type {
        case .array(let element):
            func item(_ index: Int) -> SlotValue { Arrays.element(value.object, index, of: element) }
            if case .array(let inner) = element, Machine.fitsCell(inner) { return try table(count, ofRows: inner) { item($0).object } }
            guard Machine.columns(of: element) != nil || (Machine.fitsCell(element) && count > Machine.scalarLimit) else { return nil }
            let (places, gap) = DataTable.shown(count, limit: DataTable.rowLimit)
            let rows = try places.map { try [.init($0)] + cells(element, item($0)) }
            return DataTable(head: [""] + (Machine.columns(of: element) ?? ["value"]), rows: rows, gap: gap, caption: Machine.caption(count, "element", gap))
        case .dictionary(let keyType, let valueType):
            guard let table = value.object as? TableObject, Machine.columns(of: keyType) == nil, Machine.fitsCell(keyType) else { return nil }
            guard Machine.columns(of: valueType) != nil || Machine.fitsCell(valueType) else { return nil }
            let (places, gap) = DataTable.shown(count, limit: DataTable.rowLimit)
            var positions: [Int] = []
            var position = table.nextPosition(from: 0)
            while position < table.end {
                positions.append(position)
                position = table.nextPosition(from: position + 1)
            }
            let rows = try places.map { place in
                let position = positions[place]
                return try cells(keyType, (table.keyWord(position), table.keyObject(position))) + cells(valueType, (table.valueWord(position), table.valueObject(position)))
            }
            return DataTable(head: ["key"] + (Machine.columns(of: valueType) ?? ["value"]), rows: rows, gap: gap, caption: Machine.caption(count, "entry", gap))
        default: return nil
        }
    }

    /// Arrays of single values, one in each row.
    private func table(_ count: Int, ofRows inner: ValueType, _ row: (Int) -> AnyObject?) throws -> DataTable {
        let lengths = (0 ..< count).map { Arrays.count(row($0), of: inner) }
        let widest = lengths.max() ?? 0, isEven = lengths.allSatisfy { $0 == widest }
        var failure: (any Error)?
        let table = DataTable.matrix(rows: count, columns: widest, caption: isEven ? "\(count) × \(widest)" : "\(count) rows of up to \(widest)") { index, column in
            guard column < lengths[index] else { return .init("") }
            do { return try cell(inner, Arrays.element(row(index), column, of: inner)) } catch {
                failure = error
                return .init("")
            }
        }
        if let failure { throw failure }
        return table
    }

    /// The names of a struct's or tuple's fields; nil for a type that is one cell.
    private static func columns(of type: ValueType) -> [String]? {
        switch type {
        case .tuple(let elements) where elements.count > 1: elements.enumerated().map { $1.label ?? String($0) }
        case .nominal(let nominal) where nominal.kind == .structure && nominal.description == nil && nominal.debugDescription == nil && nominal.fields.count > 1:
            nominal.fields.map(\.name)
        default: nil
        }
    }

    /// Whether a value of this type is written into one cell.
    private static func fitsCell(_ type: ValueType) -> Bool {
        switch type {
        case .integer, .double, .float, .bool, .string, .character, .nominal: true
        case .optional(let wrapped): fitsCell(wrapped)
        case .tuple(let elements): !elements.isEmpty && elements.allSatisfy { fitsCell($0.type) }
        case .array(let element), .set(let element): fitsCell(element)
        case .dictionary, .native, .function, .existential, .metatype: false
        }
    }

    private static func caption(_ count: Int, _ word: String, _ gap: Int?) -> String {
        gap == nil ? "" : "\(count) \(word == "entry" ? "entries" : word + "s")"
    }

    /// The cells of an element: one for each field, or one.
    private func cells(_ type: ValueType, _ value: SlotValue) throws -> [DataTable.Cell] {
        guard Machine.columns(of: type) != nil else { return [try cell(type, value)] }
        let fields =
            switch type {
            case .tuple(let elements): elements.map(\.type)
            case .nominal(let nominal): nominal.fields.map(\.type)
            default: [ValueType]()
            }
        // A struct whose one field is raw lies in its slot as the field does; those have one column.
        guard let aggregate = value.object as? Aggregate else { return [try cell(type, value)] }
        var (reference, raw) = (0, 0)
        return try fields.map { field in
            if field.isRaw {
                raw += 1
                return try cell(field, (aggregate.raws[raw - 1], nil))
            }
            reference += 1
            return try cell(field, (0, aggregate.references[reference - 1]))
        }
    }

    private func cell(_ type: ValueType, _ value: SlotValue) throws -> DataTable.Cell {
        switch type {
        case .double: return .init(Double(word: value.word))
        case .float: return .init(Float(word: value.word).description, isNumber: true)
        case .integer: return .init(try describe(type, word: value.word, object: nil), isNumber: true)
        case .optional(let wrapped):
            guard let object = value.object else { return .init("nil") }
            return try cell(wrapped, Machine.payload(object, of: wrapped))
        default:
            let text = try describe(type, word: value.word, object: value.object).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
            return .init(text.count > Machine.cellLimit ? text.prefix(Machine.cellLimit - 1) + "…" : text)
        }
    }
}
