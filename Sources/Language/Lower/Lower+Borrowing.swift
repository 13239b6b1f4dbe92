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
            if case .variable(let variable) = base.kind, case .object(let array) = location(of: variable) {
                ensureInitialized(variable)
                return emitted(.elementPointer, array, position)
            }
            return address(ofBorrowed: base).map { emitted(.elementPointerAt, $0, position) }
        default: return nil
        }
    }

    private func emitted(_ opcode: Opcode, _ b: Int, _ c: Int) -> Int {
        let result = newRaw()
        code.emit(opcode, result, b, c)
        return result
    }

    /// The same for something that was prepared to be changed, and is read first.
    func borrow(_ place: LValue) -> Int? {
        switch place {
        case .variable(let variable):
            if case .object = location(of: variable) { return nil }
            return address(ofVariable: variable)
        case .field, .element: return address(ofBorrowed: place)
        default: return nil
        }
    }

    private func address(ofBorrowed place: LValue) -> Int? {
        switch place {
        case .variable(let variable): return address(ofVariable: variable)
        case .field(let base, let index, let container):
            let layout = AggregateLayout(container, lowering)
            guard layout.types.indices.contains(index), !layout.types[index].isRaw, !layout.types[index].isVoid else { return nil }
            return address(ofBorrowed: base).map { emitted(.fieldPointer, $0, layout.fieldWord(index)) }
        case .element(let base, let index, let storage, _) where !storage.isRaw:
            if case .variable(let variable) = base, case .object(let array) = location(of: variable) { return emitted(.elementPointer, array, index) }
            return address(ofBorrowed: base).map { emitted(.elementPointerAt, $0, index) }
        default: return nil
        }
    }

    private func part(_ base: Expression, _ index: Int) -> Int? {
        let word = AggregateLayout(concrete(base.type), lowering).fieldWord(index)
        return address(ofBorrowed: base).map { emitted(.fieldPointer, $0, word) }
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
        case .integer, .floating, .boolean, .string, .variable: return true
        case .array(let elements): return elements.isEmpty
        case .dictionary(let entries): return entries.isEmpty
        case .stored(let base, _), .tupleElement(let base, _): return base.isSimple
        case .call(let callee, let receiver, let arguments):
            return callee.function.origin == .standard && callee.function.isOperatorFixity != nil
                && receiver?.isSimple != false && arguments.allSatisfy { if case .value(let value) = $0 { value.isSimple } else { false } }
        default: return false
        }
    }
}
