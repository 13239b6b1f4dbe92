import IR

/// Reading deep inside of arrays and structs, `a[i][j]` or `cells[k].rate`, without taking a reference to what lies between.
///
/// The address of each part is looked up and used at once. That is safe because nothing runs in between: indices are simple expressions,
/// which are evaluated before.
extension FunctionBuilder {
    /// A raw register with the address of the slot that holds the expression's value; nil when it has none, or when the value is at hand in a register.
    func borrow(_ expression: Expression) -> Int? {
        if case .variable(let variable) = expression.kind, case .object = location(of: variable) { return nil }
        guard expression.isBorrowable, !lowering.valueType(concrete(expression.type)).isRaw else { return nil }
        return address(ofBorrowed: expression)
    }

    private func address(ofBorrowed expression: Expression) -> Int? {
        switch expression.kind {
        case .variable(let variable): return address(ofVariable: variable)
        case .stored(let base, let property): return part(base, property.index)
        case .tupleElement(let base, let index): return part(base, index)
        case .computed(let base?, _, _, let indices):
            guard case .value(let index)? = indices.first else { return nil }
            let position = evaluate(index).register
            guard let array = address(ofBorrowed: base) else { return nil }
            let result = newRaw()
            code.emit(.elementPointer, result, array, position)
            return result
        default: return nil
        }
    }

    private func part(_ base: Expression, _ index: Int) -> Int? {
        guard let aggregate = address(ofBorrowed: base) else { return nil }
        let result = newRaw()
        code.emit(.fieldPointer, result, aggregate, AggregateLayout(concrete(base.type), lowering).fieldWord(index))
        return result
    }

    private func address(ofVariable variable: Variable) -> Int? {
        ensureInitialized(variable)
        switch location(of: variable) {
        case .object(let register):
            let result = newRaw()
            code.emit(.addressObject, result, register)
            return result
        case .address(let register, false): return register
        case .global(let index, false):
            let result = newRaw()
            code.emit(.globalAddressObject, result, wide: index)
            return result
        case .cell(let register, false):
            let result = newRaw()
            code.emit(.cellAddressObject, result, register)
            return result
        case .raw, .address, .global, .cell: return nil
        }
    }
}

extension Expression {
    /// A variable, or a field or an element of something borrowable.
    fileprivate var isBorrowable: Bool {
        switch kind {
        case .variable: return true
        case .stored(let base, _), .tupleElement(let base, _): return base.isBorrowable
        case .computed(let base?, let property, _, let indices):
            guard property.getter.key == "Array.subscript(_:)<Int>", case .value(let index)? = indices.first else { return false }
            return index.isSimple && base.isBorrowable
        default: return false
        }
    }

    /// Runs no code of a cell and changes nothing: the order in which it is evaluated cannot be seen.
    var isSimple: Bool {
        switch kind {
        case .integer, .floating, .boolean, .variable: return true
        case .stored(let base, _), .tupleElement(let base, _): return base.isSimple
        case .call(let callee, let receiver, let arguments):
            return callee.function.origin == .standard && callee.function.isOperatorFixity != nil
                && receiver?.isSimple != false && arguments.allSatisfy { if case .value(let value) = $0 { value.isSimple } else { false } }
        default: return false
        }
    }
}
