import IR

/// Reading and writing variables.
extension FunctionBuilder {
    func location(of variable: Variable) -> Location {
        if let known = locations[variable] { return known }
        return declare(variable)
    }

    /// The variable's own register where it has one, else a temporary with its value.
    func read(_ variable: Variable) -> Operand {
        if let closure = inlinedClosures[variable] { return value(of: closure) }
        if concreteIsVoid(variable) { return .void }
        ensureInitialized(variable)
        switch location(of: variable) {
        case .raw(let register): return .raw(register)
        case .object(let register): return .object(register)
        case .cell(_, let isRaw), .address(_, let isRaw), .global(_, let isRaw):
            let target: Operand = isRaw ? .raw(newRaw()) : .object(newObject())
            load(variable, into: target)
            return target
        }
    }

    func read(_ variable: Variable, into target: Operand) {
        if concreteIsVoid(variable) { return }
        ensureInitialized(variable)
        load(variable, into: target)
    }

    private func concreteIsVoid(_ variable: Variable) -> Bool { concrete(variable.type) == .void }

    private func load(_ variable: Variable, into target: Operand) {
        switch location(of: variable) {
        case .raw(let register): copy(.raw(register), to: target)
        case .object(let register): copy(.object(register), to: target)
        case .cell(let register, let isRaw): code.emit(isRaw ? .cellRaw : .cellObject, target.register, register)
        case .address(let register, let isRaw): code.emit(isRaw ? .loadRaw : .loadObject, target.register, register)
        case .global(let index, let isRaw): code.emit(isRaw ? .globalRaw : .globalObject, target.register, wide: index)
        }
        if case .object(let register) = target { wrote(register) }
    }

    /// Sets a variable. A reference is moved out of its temporary.
    func store(_ operand: Operand, to variable: Variable, isInitializing: Bool = false) {
        if case .void = operand {
            // `()` is nil; a global of that type must still count as initialised.
            if case .global(let index, false) = location(of: variable) {
                let empty = newObject()
                code.emit(.clear, empty)
                code.emit(.setGlobalObject, empty, wide: index)
            }
            return
        }
        if !isInitializing { ensureInitialized(variable) }
        switch location(of: variable) {
        case .raw(let register): copy(operand, to: .raw(register))
        case .object(let register): move(operand, to: .object(register))
        case .cell(let register, let isRaw):
            if isRaw { code.emit(.setCellRaw, register, operand.register) } else { take(operand) { code.emit(.setCellObject, register, $0) } }
        case .address(let register, let isRaw):
            if isRaw { code.emit(.storeRaw, register, operand.register) } else { take(operand) { code.emit(.storeObject, register, $0) } }
        case .global(let index, let isRaw):
            if isRaw {
                code.emit(.setGlobalRaw, operand.register, wide: index)
            } else {
                take(operand) { code.emit(.setGlobalObject, $0, wide: index) }
            }
        }
    }

    /// Gives `use` a reference register whose content it may take.
    func take(_ operand: Operand, _ use: (Int) -> Void) {
        let register = owned(operand)
        use(register)
        took(register)
    }

    /// Evaluates a lazy global on its first use.
    func ensureInitialized(_ variable: Variable) {
        guard variable.lazyInitial != nil, case .global = variable.storage else { return }
        guard case .global(let index, let isRaw) = location(of: variable) else { return }
        let mark = mark()
        let ready = newRaw()
        let label = Label()
        code.emit(isRaw ? .globalReady : .globalObjectReady, ready, wide: index)
        code.jump(.jumpIf, ready, label)
        let (raw, object) = (newRaw(), newObject())
        code.emit(.call, raw, object, code.callee(lowering.number(for: .initial(variable))))
        code.bind(label)
        release(mark)
    }
}
