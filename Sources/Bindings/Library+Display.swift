import Display
import IR
import Runtime

extension Library {
    /// How a value shows itself, when it is a library value that can do more than text: a chart, a table.
    package static func display(_ value: Value) -> MIMEBundle? {
        switch value.type {
        case .native:
            let any = (value.object as? NativeObject)?.any
            return (any as? any Displayable)?.display
        case .optional(let wrapped) where !wrapped.isRaw && !wrapped.isOptional && value.object != nil:
            return display(Value(type: wrapped, object: value.object))
        default:
            return nil
        }
    }
}
