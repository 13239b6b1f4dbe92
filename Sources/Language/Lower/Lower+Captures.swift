import IR

/// How closures hold what they use of the functions around them.
extension FunctionBuilder {
    enum Capture {
        case raw(Int)
        case object(Int)
        /// A shared variable: its cell is an object.
        case cell(Int, isRaw: Bool)
        /// An `inout` parameter of a function around, or `self` of a mutating method: only in closures that do not escape.
        case address(Int, isRaw: Bool)
        case global
    }

    /// The word of each captured variable inside the closure: the same computation where it is made and where it runs.
    func captureLayout(_ function: Function) -> [Capture] {
        let kinds = function.captures.map(kind)
        let references = kinds.count { kind in
            switch kind {
            case .object, .cell: true
            case .raw, .address, .global: false
            }
        }
        var (reference, raw) = (0, references)
        func nextReference() -> Int {
            reference += 1
            return reference - 1
        }
        func nextRaw() -> Int {
            raw += 1
            return raw - 1
        }
        return kinds.map { kind in
            switch kind {
            case .object: .object(nextReference())
            case .cell(_, let isRaw): .cell(nextReference(), isRaw: isRaw)
            case .raw: .raw(nextRaw())
            case .address(_, let isRaw): .address(nextRaw(), isRaw: isRaw)
            case .global: .global
            }
        }
    }

    /// From the variable alone, so that it does not depend on the function that asks.
    private func kind(_ variable: Variable) -> Capture {
        if case .global = variable.storage { return .global }
        let isRaw = isRaw(variable.type)
        if variable.isInout { return .address(0, isRaw: isRaw) }
        if variable.isMutable || variable.isAssigned { return .cell(0, isRaw: isRaw) }
        return isRaw ? .raw(0) : .object(0)
    }

    /// Makes the closure of a nested function, with the variables as they are now. A generic one is made for the types it is called with.
    func makeClosure(_ function: Function, _ arguments: [Type] = []) -> Operand {
        var types = substitution
        for (parameter, argument) in zip(function.generics.parameters, arguments) { types[parameter] = argument }
        if ownFunction == function, types == substitution {
            let own = newObject()
            code.emit(.copyObject, own, 0)
            wrote(own)
            return .object(own)
        }
        let context = Job.Context(
            parameters: Array(types.keys).sorted { ObjectIdentifier($0) < ObjectIdentifier($1) },
            arguments: types.sorted { ObjectIdentifier($0.key) < ObjectIdentifier($1.key) }.map(\.value), locals: locals)
        let number = lowering.number(for: .nested(function, context))
        let layout = captureLayout(function)
        var (references, raws) = (0, 0)
        for capture in layout {
            switch capture {
            case .object, .cell: references += 1
            case .raw, .address: raws += 1
            case .global: break
            }
        }
        let mark = mark()
        let firstObject = (0 ..< max(1, references)).map { _ in newObject() }[0]
        let firstRaw = raws == 0 ? 0 : (0 ..< raws).map { _ in newRaw() }[0]
        for (variable, capture) in zip(function.captures, layout) {
            guard let location = locations[variable] else { continue }
            switch (capture, location) {
            case (.object(let word), _):
                read(variable, into: .object(firstObject + word))
            case (.cell(let word, _), .cell(let register, _)):
                code.emit(.copyObject, firstObject + word, register)
                wrote(firstObject + word)
            case (.cell(let word, let isRaw), _):
                // Not shared after all where it is declared (a parameter): it gets its cell now.
                let value = newCellHolding(variable, isRaw: isRaw)
                code.emit(.copyObject, firstObject + word, value)
                wrote(firstObject + word)
            case (.raw(let word), _):
                read(variable, into: .raw(firstRaw + word - references))
            case (.address(let word, _), .address(let register, _)):
                code.emit(.move, firstRaw + word - references, register)
            case (.address(let word, _), _):
                let address = address(of: .variable(variable))
                code.emit(.move, firstRaw + word - references, address)
            case (.global, _): break
            }
        }
        let shape = IR.Function.Shape(references: references, raws: raws, tag: 0, callee: code.callee(number))
        code.emit(.makeClosure, firstObject, firstRaw, code.shape(shape))
        for offset in 0 ..< references { took(firstObject + offset) }
        wrote(firstObject)
        return release(mark, keeping: .object(firstObject))
    }

    private func newCellHolding(_ variable: Variable, isRaw: Bool) -> Int {
        let cell = newObject()
        code.emit(.newCell, cell)
        wrote(cell)
        let mark = mark()
        let current = read(variable)
        if isRaw { code.emit(.setCellRaw, cell, current.register) } else { code.emit(.setCellObject, cell, owned(current)) }
        release(mark)
        return cell
    }
}
