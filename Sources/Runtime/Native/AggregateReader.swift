/// Reads the fields of a tuple or struct in declaration order, and makes one.
package struct AggregateReader {
    private let object: Aggregate
    private var nextReference = 0
    private var nextRaw = 0

    package init(_ reference: AnyObject?) { object = unsafeDowncast(reference.unsafelyUnwrapped, to: Aggregate.self) }

    /// The next field.
    package mutating func next<Field: Bridged>(_: Field.Type = Field.self) -> Field {
        if Field.isRaw {
            nextRaw += 1
            return Field(word: object.raws[nextRaw - 1])
        }
        nextReference += 1
        return Field(reference: object.references[nextReference - 1])
    }

    package static func pair<First: Bridged, Second: Bridged>(_ reference: AnyObject?) -> (First, Second) {
        var reader = AggregateReader(reference)
        let first: First = reader.next()
        return (first, reader.next())
    }

    /// A tuple, a struct, or the enum value with the given case number and payload.
    package static func make<each Field: Bridged>(tag: Int = 0, _ fields: repeat each Field) -> Aggregate {
        var (references, raws) = (0, 0)
        for field in repeat (each Field).self {
            if field.isRaw { raws += 1 } else { references += 1 }
        }
        let object = Aggregate.make(references: references, raws: raws, tag: tag)
        (references, raws) = (0, 0)
        for field in repeat each fields {
            if type(of: field).isRaw {
                object.raws[raws] = field.word
                raws += 1
            } else {
                object.references[references] = field.reference
                references += 1
            }
        }
        return object
    }
}
