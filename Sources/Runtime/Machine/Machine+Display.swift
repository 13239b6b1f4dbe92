import Display
import IR

extension Machine {
    /// Hands over something that is more than text, after the text that came before it.
    package func put(_ output: Output) {
        flush()
        show(output)
    }

    /// Asks whoever runs the cell for a line.
    package func ask(_ prompt: String, isHidden: Bool) throws -> String? {
        flush()
        do { return try input(prompt, isHidden) } catch InputFailure.interrupted {
            // The machine's own error: no `catch` of the cell sees it.
            throw interruption
        }
    }

    /// How a value is displayed: a library value that can do more than text by itself, a collection that makes a table as that, the others as they are printed inside a collection.
    package func display(_ value: Value) throws -> MIMEBundle {
        if let bundle = value.ownDisplay { return bundle }
        if let bundle = try tableBundle(value) ?? cardBundle(value) { return bundle }
        return MIMEBundle(plain: try debugDescribe(value.type, word: value.word, object: value.object))
    }
}

extension Value {
    /// How a library value, a chart or a table, shows itself; nil for every other value.
    package var ownDisplay: MIMEBundle? {
        switch type {
        case .native: return ((object as? NativeObject)?.any as? any Displayable)?.display
        case .optional(let wrapped) where !wrapped.isRaw && !wrapped.isOptional && object != nil: return Value(type: wrapped, object: object).ownDisplay
        case .existential:
            guard let box = object as? Existential else { return nil }
            return Value(type: box.type, word: box.bits, object: box.object).ownDisplay
        default: return nil
        }
    }
}

/// A value of a cell on its way through a library function that takes `Any`.
package struct CellValue: Displayable {
    package let display: MIMEBundle
}
