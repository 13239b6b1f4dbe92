import IR

/// Addresses of lvalues.
extension FunctionBuilder {
    func address(of target: LValue) -> Int {
        var writeBacks = WriteBacks()
        return address(of: target, &writeBacks, pins: true)
    }

    /// A raw register with the address. `pins`: other code runs while the address is used, so every container on the way is
    /// held by one more reference; should that code change the container, it changes a copy, and the address stays good.
    func address(of target: LValue, _ writeBacks: inout WriteBacks, pins: Bool) -> Int {
        switch target {
        case .variable(let variable): return address(of: variable)
        case .register(let operand): return address(of: operand)
        case .field(let base, let index, let container):
            let layout = AggregateLayout(container, lowering)
            let from = address(of: base, &writeBacks, pins: pins)
            let result = newRaw()
            code.emit(.fieldAddress, result, from, layout.fieldWord(index))
            if pins { pin(from) }
            return result
        case .element(let base, let index, let storage, let type):
            guard let opcode = storage.address else { return temporaryAddress(target, type, &writeBacks) }
            let from = address(of: base, &writeBacks, pins: pins)
            let result = newRaw()
            code.emit(opcode, result, from, index)
            if pins { pin(from) }
            return result
        case .entryOrDefault(let base, let key, let types, let initial):
            return address(of: base, key, types, initial, &writeBacks, pins: pins)
        case .forced(.entry(let base, let key, let types), _), .bound(.entry(let base, let key, let types), _):
            return address(of: base, present: key, types, &writeBacks, pins: pins)
        case .forced(let base, let payload), .bound(let base, let payload):
            let type = lowering.valueType(payload)
            let from = address(of: base, &writeBacks, pins: pins)
            let result = newRaw()
            code.emit(.payloadAddress, result, from, type.isRaw ? 1 : type.isOptional ? 2 : 0)
            if pins, type.isRaw || type.isOptional { pin(from) }
            return result
        case .entry(_, _, let types):
            return temporaryAddress(target, .nominal(lowering.standard("Optional"), [types.value]), &writeBacks)
        case .observedVariable(let variable): return temporaryAddress(target, concrete(variable.type), &writeBacks)
        case .observed(_, let property, let container):
            let layout = AggregateLayout(container, lowering)
            _ = layout
            return temporaryAddress(target, property.type, &writeBacks)
        case .computed(_, _, _, _, let type): return temporaryAddress(target, type, &writeBacks)
        }
    }

    /// Holds the object at an address, so that nobody else changes it in place.
    private func pin(_ address: Int) {
        if delayedPins != nil {
            delayedPins?.append(address)
            return
        }
        let register = newObject()
        code.emit(.loadObject, register, address)
        wrote(register)
    }

    /// Reads into a temporary, to be stored back afterwards.
    private func temporaryAddress(_ target: LValue, _ type: Type, _ writeBacks: inout WriteBacks) -> Int {
        let current = load(target, type)
        let copied: Operand
        switch current {
        case .void: return newRaw()
        case .raw:
            copied = .raw(newRaw())
            copy(current, to: copied)
        case .object(let register):
            // A register of its own that is not shared with what it was read from, where that is possible.
            if isLive(register), !isVariable(register) {
                copied = current
            } else {
                copied = .object(newObject())
                copy(current, to: copied)
            }
        }
        let address = address(of: copied)
        writeBacks.entries.append((target, copied))
        return address
    }

    private func address(of operand: Operand) -> Int {
        let result = newRaw()
        switch operand {
        case .raw(let register): code.emit(.addressRaw, result, register)
        case .object(let register): code.emit(.addressObject, result, register)
        case .void: break
        }
        return result
    }

    private func address(of variable: Variable) -> Int {
        ensureInitialized(variable)
        switch location(of: variable) {
        case .raw(let register): return address(of: .raw(register))
        case .object(let register): return address(of: .object(register))
        case .address(let register, _): return register
        case .cell(let register, let isRaw):
            let result = newRaw()
            code.emit(isRaw ? .cellAddressRaw : .cellAddressObject, result, register)
            return result
        case .global(let index, let isRaw):
            let result = newRaw()
            code.emit(isRaw ? .globalAddressRaw : .globalAddressObject, result, wide: index)
            return result
        }
    }

    /// `d[k]!` and `d[k]?` where the key is there: the value's own place, no Optional in between.
    private func address(
        of base: LValue, present key: Operand, _ types: LValue.DictionaryTypes, _ writeBacks: inout WriteBacks, pins: Bool
    ) -> Int {
        let isRawKey = lowering.valueType(types.key).isRaw
        let result = newRaw()
        _ = newRaw()
        let position = newRaw()
        let mark = mark()
        let table = load(base, .nominal(lowering.standard("Dictionary"), [types.key, types.value]))
        code.emit(isRawKey ? .findRaw : .findObject, position, table.register, key.register)
        release(mark)
        let present = Label()
        code.compareAndJump(.jumpGreaterOrEqualImmediate, position, 0, present)
        code.emit(.trap, 0, wide: code.object(.string("Unexpectedly found nil while unwrapping an Optional value")))
        code.bind(present)
        let slot = address(of: base, &writeBacks, pins: false)
        code.emit(isRawKey ? .valueAddressRawKey : .valueAddressObjectKey, result, slot, key.register)
        if pins { pin(slot) }
        return result
    }

    /// `d[k, default: x]`: a new entry gets x before anyone sees its place.
    private func address(
        of base: LValue, _ key: Operand, _ types: LValue.DictionaryTypes, _ initial: ArgumentSource, _ writeBacks: inout WriteBacks, pins: Bool
    ) -> Int {
        let value = lowering.valueType(types.value)
        let isRawKey = lowering.valueType(types.key).isRaw
        let result = newRaw()
        let isNew = newRaw()
        let (present, end) = (Label(), Label())
        if isSimple(initial) {
            let slot = address(of: base, &writeBacks, pins: pins)
            code.emit(isRawKey ? .valueAddressRawKey : .valueAddressObjectKey, result, slot, key.register)
            code.jump(.jumpUnless, isNew, end)
            let fresh = temporary(value)
            evaluateInitial(initial, into: fresh)
            put(fresh, at: result)
            code.bind(end)
            return result
        }
        // The default may run any code, so it is evaluated before the table is touched.
        let mark = mark()
        let table = load(base, .nominal(lowering.standard("Dictionary"), [types.key, types.value]))
        let position = newRaw()
        code.emit(isRawKey ? .findRaw : .findObject, position, table.register, key.register)
        release(mark)
        code.compareAndJump(.jumpGreaterOrEqualImmediate, position, 0, present)
        let fresh = temporary(value)
        evaluateInitial(initial, into: fresh)
        let slot = address(of: base, &writeBacks, pins: false)
        code.emit(isRawKey ? .valueAddressRawKey : .valueAddressObjectKey, result, slot, key.register)
        put(fresh, at: result)
        code.jump(end)
        code.bind(present)
        var again = WriteBacks()
        let same = address(of: base, &again, pins: false)
        code.emit(isRawKey ? .valueAddressRawKey : .valueAddressObjectKey, result, same, key.register)
        code.bind(end)
        _ = isNew
        if pins {
            var held = WriteBacks()
            pin(address(of: base, &held, pins: false))
        }
        return result
    }
}
