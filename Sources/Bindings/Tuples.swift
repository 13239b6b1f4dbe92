import IR
import Runtime

// Tuples conform to no protocol: between the library and a slot they travel in these.

package struct Tuple2<First: Bridged, Second: Bridged>: ReferenceBridged {
    package let value: (First, Second)
    package init(_ value: (First, Second)) { self.value = value }

    package static var valueType: ValueType { .tuple([.init(type: First.valueType), .init(type: Second.valueType)]) }
    package init(reference: AnyObject?) { value = AggregateReader.pair(reference) }
    package var reference: AnyObject? { AggregateReader.make(value.0, value.1) }
}

package struct Tuple3<First: Bridged, Second: Bridged, Third: Bridged>: ReferenceBridged {
    package let value: (First, Second, Third)
    package init(_ value: (First, Second, Third)) { self.value = value }

    package static var valueType: ValueType {
        .tuple([.init(type: First.valueType), .init(type: Second.valueType), .init(type: Third.valueType)])
    }
    package init(reference: AnyObject?) {
        var fields = AggregateReader(reference)
        let (first, second): (First, Second) = (fields.next(), fields.next())
        value = (first, second, fields.next())
    }
    package var reference: AnyObject? { AggregateReader.make(value.0, value.1, value.2) }
}

package struct Tuple4<First: Bridged, Second: Bridged, Third: Bridged, Fourth: Bridged>: ReferenceBridged {
    package let value: (First, Second, Third, Fourth)
    package init(_ value: (First, Second, Third, Fourth)) { self.value = value }

    package static var valueType: ValueType {
        .tuple([.init(type: First.valueType), .init(type: Second.valueType), .init(type: Third.valueType), .init(type: Fourth.valueType)])
    }
    package init(reference: AnyObject?) {
        var fields = AggregateReader(reference)
        let (first, second, third): (First, Second, Third) = (fields.next(), fields.next(), fields.next())
        value = (first, second, third, fields.next())
    }
    package var reference: AnyObject? { AggregateReader.make(value.0, value.1, value.2, value.3) }
}
