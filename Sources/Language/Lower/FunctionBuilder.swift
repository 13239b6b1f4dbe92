import IR

/// Where a value is while a function is being lowered.
enum Operand {
    case raw(Int)
    case object(Int)
    /// `()` and what never comes to be: no register.
    case void

    var register: Int {
        switch self {
        case .raw(let register), .object(let register): register
        case .void: 0
        }
    }
}

/// Where a variable lives.
enum Location {
    case raw(Int)
    case object(Int)
    /// In a `Cell`, which is in this reference register.
    case cell(Int, isRaw: Bool)
    /// Elsewhere; its address is in this raw register.
    case address(Int, isRaw: Bool)
    case global(Int, isRaw: Bool)
}

/// Lowers one function.
///
/// Registers are handed out like a stack: variables for the length of their block, temporaries for that of their expression.
/// A temporary reference register that was written is *live* until its content is taken out or it is cleared, so that no stray
/// reference makes an array look shared.
final class FunctionBuilder {
    let lowering: Lowering
    var code: CodeBuilder
    var substitution: GenericArguments
    var locations: [Variable: Location] = [:]
    /// Functions declared in the bodies around: called with their captures.
    var locals: Set<Function> = []
    /// The local function or closure being lowered: O[0] is its own closure.
    var ownFunction: Function?
    /// The function being lowered, which may be an observer of a property.
    var observer: Function?
    /// The variable whose `willSet` or `didSet` is being lowered.
    var observed: Variable?
    var rawTop = 0
    var objectTop = 0
    private var rawMost = 0
    private var objectMost = 0
    private var live: Set<Int> = []
    /// Exits of the statements around, innermost last.
    var scopes: [Scope] = []
    /// Where `?` leaves an optional chain.
    var chainExits: [Label] = []
    var returns = Returns.value
    /// Where a `yield` puts its value.
    var yields: [(target: Operand, exit: Label, depth: Int)] = []
    /// The next case's body, for `fallthrough`, and how many scopes are open there.
    var fallThroughs: [(label: Label, depth: Int)] = []
    /// Code of deferred blocks inside the code that they end: for each open `defer`, outermost first.
    var deferredRanges: [[Range<Int>]] = []
    /// Where the body of one pattern of several goes on.
    var alternativesEnd: [Label] = []
    /// The result of a cell: set by its last statement.
    var cellResult: (type: Type, operand: Operand)?
    var resultRegisters = (raw: 0, object: 0)
    /// The closures that are part of this function, by the parameters that stand for them, and how many bodies lie in one another here.
    var inlinedClosures: [Variable: InlinedClosure] = [:]
    var inlineDepth = 0
    /// While a call's `inout` arguments get their addresses: what must be held while it runs, once all of them are known.
    var delayedPins: [Int]?
    /// Nothing that is evaluated between the preparation of an lvalue and its use changes a variable: indices need no copies.
    var isUndisturbed = false

    enum Returns {
        /// The value given to `return`.
        case value
        /// An initializer: `self`, wrapped when it may fail.
        case initialized(Variable, isFailable: Bool)
        /// Top-level code of a cell.
        case cell
        /// A body that is part of another function.
        case inlined(InlinedReturn)
    }

    /// What leaving a statement has to do.
    struct Scope {
        enum Kind {
            case loop(Int?, breaks: Label, continues: Label?)
            case deferred(Block)
        }
        var kind: Kind
    }

    init(_ lowering: Lowering, name: String, substitution: GenericArguments, isWide: Bool) {
        self.lowering = lowering
        self.substitution = substitution
        code = CodeBuilder(name: name, isWide: isWide)
    }

    func finish() -> IR.Function { code.finish(rawRegisters: rawMost, objectRegisters: objectMost) }

    // MARK: Types

    func concrete(_ type: Type) -> Type { lowering.concrete(type, substitution) }
    func value(_ type: Type) -> ValueType { lowering.valueType(concrete(type)) }
    func isRaw(_ type: Type) -> Bool { value(type).isRaw }
    static func isNever(_ type: Type) -> Bool {
        if case .nominal(let nominal, _) = type { nominal.name == "Never" && nominal.origin == .standard } else { false }
    }

    // MARK: Registers

    func newRaw() -> Int {
        rawTop += 1
        rawMost = max(rawMost, rawTop)
        return rawTop - 1
    }
    func newObject() -> Int {
        objectTop += 1
        objectMost = max(objectMost, objectTop)
        return objectTop - 1
    }
    /// A temporary for a value of this type.
    func temporary(_ type: ValueType) -> Operand {
        if type.isVoid { return .void }
        return type.isRaw ? .raw(newRaw()) : .object(newObject())
    }
    func temporary(_ type: Type) -> Operand { temporary(value(type)) }

    /// Registers taken from here on are given back by `release`.
    func mark() -> (Int, Int) { (rawTop, objectTop) }
    func release(_ mark: (Int, Int)) {
        for register in mark.1 ..< max(mark.1, objectTop) {
            variableObjects.remove(register)
            if live.contains(register) { clear(register) }
        }
        (rawTop, objectTop) = mark
    }
    /// Gives registers back, keeping what is in `operand`: it moves to the first free register.
    func release(_ mark: (Int, Int), keeping operand: Operand) -> Operand {
        switch operand {
        case .void:
            release(mark)
            return .void
        case .raw(let register):
            if register < mark.0 {
                release(mark)
                return operand
            }
            release(mark)
            let target = newRaw()
            if target != register { code.emit(.move, target, register) }
            return .raw(target)
        case .object(let register):
            if register < mark.1 {
                release(mark)
                return operand
            }
            let target = mark.1
            if target != register {
                code.emit(.takeObject, target, register)
                live.remove(register)
            }
            live.remove(target)
            release(mark)
            _ = newObject()
            live.insert(target)
            return .object(target)
        }
    }

    /// Gives up what registers taken from here on hold, on a way out that others do not take.
    func clearLive(from mark: (Int, Int)) {
        for register in live.sorted() where register >= mark.1 { code.emit(.clear, register) }
    }
    func holdsAnything(from mark: (Int, Int)) -> Bool { live.contains { $0 >= mark.1 } }
    /// At the end of a block: gives its registers back, where its code goes on at all.
    func leave(_ mark: (Int, Int)) { if code.isEnded { forget(from: mark) } else { release(mark) } }
    /// Gives registers back that nothing reaches any more.
    func forget(from mark: (Int, Int)) {
        for register in mark.1 ..< max(mark.1, objectTop) {
            variableObjects.remove(register)
            live.remove(register)
        }
        (rawTop, objectTop) = mark
    }

    func wrote(_ register: Int) { live.insert(register) }
    func took(_ register: Int) { live.remove(register) }
    func isLive(_ register: Int) -> Bool { live.contains(register) }
    func clear(_ register: Int) {
        code.emit(.clear, register)
        live.remove(register)
    }

    // MARK: Moving values

    /// A copy of a value, in a register of its own.
    func copy(_ source: Operand, to target: Operand) {
        switch (source, target) {
        case (.raw(let from), .raw(let to)):
            if from != to { code.emit(.move, to, from) }
        case (.object(let from), .object(let to)):
            if from != to { code.emit(.copyObject, to, from) }
            wrote(to)
        default: break
        }
    }
    /// Moves a temporary's value; copies that of a variable.
    func move(_ source: Operand, to target: Operand) {
        if case .object(let from) = source, case .object(let to) = target, from != to, live.contains(from), !isVariable(from) {
            code.emit(.takeObject, to, from)
            took(from)
            wrote(to)
        } else {
            copy(source, to: target)
        }
    }
    /// A reference register whose content may be taken: the operand's own when it is a temporary, else a copy.
    func owned(_ operand: Operand) -> Int {
        guard case .object(let register) = operand else { return 0 }
        if live.contains(register), !isVariable(register) { return register }
        let copied = newObject()
        code.emit(.copyObject, copied, register)
        wrote(copied)
        return copied
    }

    private var variableObjects: Set<Int> = []
    func isVariable(_ register: Int) -> Bool { variableObjects.contains(register) }

    /// Gives a variable its place. Its registers live until the block ends.
    func declare(_ variable: Variable) -> Location {
        if variable.storage == .global, case .global = variable.storage {
            let slot = lowering.slot(of: variable)
            let location = Location.global(slot.index, isRaw: slot.isRaw)
            locations[variable] = location
            return location
        }
        let isRaw = isRaw(variable.type)
        let location: Location
        if variable.isCaptured && (variable.isMutable || variable.isAssigned) {
            let cell = newObject()
            variableObjects.insert(cell)
            code.emit(.newCell, cell)
            wrote(cell)
            location = .cell(cell, isRaw: isRaw)
        } else if isRaw {
            location = .raw(newRaw())
        } else {
            let register = newObject()
            variableObjects.insert(register)
            location = .object(register)
        }
        locations[variable] = location
        return location
    }
    /// A parameter that already has its register.
    func place(_ variable: Variable, _ operand: Operand) {
        switch operand {
        case .raw(let register): locations[variable] = .raw(register)
        case .object(let register):
            variableObjects.insert(register)
            locations[variable] = .object(register)
        case .void: locations[variable] = .object(newObject())
        }
    }
    func keep(_ register: Int) { variableObjects.insert(register) }
}
