import IR

/// Turns checked cells into programs for the machine; one for a session.
///
/// Generic code is lowered once for each set of concrete type arguments that is really used, and kept for later cells: a worklist
/// starts at the cell's top-level code and takes in every function that the code so far mentions.
final class Lowering {
    let knowledge: any Knowledge
    /// Numbers given out, by what they stand for.
    private var numbers: [Job: Int] = [:]
    private var waiting: [(number: Int, job: Job)] = []
    private var finished: [Int: IR.Function] = [:]
    private var nextNumber = 0

    var valueTypes: [Type: ValueType] = [:]
    var completed: Set<NominalType> = []
    var globals: [Variable: GlobalSlot] = [:]
    var rawGlobals = 0
    var objectGlobals = 0
    var newGlobals: [Program.Global] = []
    var protocols: [Nominal: Int] = [:]
    var dispatches: [Dispatch: Int] = [:]
    var erased: [(type: Type, value: ValueType)] = []
    var erasedTypes: Set<Type> = []
    var newWitnesses: [Program.Witness] = []
    var newConformances: [Program.Conformance] = []
    var newNominals: [NominalType] = []
    private var standardTypes: [String: Nominal] = [:]

    /// What a call through an existential may mean.
    enum Dispatch: Hashable {
        case requirement(Function)
        /// A generic function, for the type of the value given for one of its parameters.
        case opened(Function, [Type], parameter: Int, generic: Int)
    }

    init(knowledge: any Knowledge) { self.knowledge = knowledge }

    struct GlobalSlot {
        var index: Int
        var isRaw: Bool
    }

    /// The program of one cell. Call once for each cell, in the order in which they run.
    func lower(_ cell: CheckedCell) -> Program {
        let first = nextNumber
        (newGlobals, newWitnesses, newConformances, newNominals, finished) = ([], [], [], [], [:])
        for variable in cell.globals { _ = slot(of: variable) }
        let entry = number(for: .cell(cell.number))
        waiting.removeAll()
        var result = ValueType.void
        finish(entry, name: "cell \(cell.number)", substitution: [:]) { builder in
            result = builder.lowerTopLevel(cell.statements)
        }
        while let (number, job) = waiting.popLast() { lower(job, number) }
        let missing = IR.Function(name: "")
        var program = Program(
            firstFunction: first, functions: (first ..< nextNumber).map { finished[$0] ?? missing }, entry: entry, result: result)
        (program.rawGlobals, program.objectGlobals, program.globals) = (rawGlobals, objectGlobals, newGlobals)
        (program.witnesses, program.conformances, program.nominals) = (newWitnesses, newConformances, newNominals)
        return program
    }

    /// The number of what `job` makes; it is put on the worklist when it is new.
    func number(for job: Job) -> Int {
        if let known = numbers[job] { return known }
        defer { nextNumber += 1 }
        numbers[job] = nextNumber
        waiting.append((nextNumber, job))
        return nextNumber
    }

    private func lower(_ job: Job, _ number: Int) {
        // A generic function that calls itself for `[T]` would be made for ever.
        if job.arguments.contains(where: \.isTooLarge) {
            finished[number] = Lowering.stopped(job.name, "types grow without an end: this generic function uses itself with ever larger type arguments")
            return
        }
        finish(number, name: job.name, substitution: job.substitution) { $0.lower(job) }
    }

    /// Builds a function; once more with far jumps where the code is too long for near ones.
    private func finish(_ number: Int, name: String, substitution: GenericArguments, _ build: (FunctionBuilder) -> Void) {
        for isWide in [false, true] {
            let builder = FunctionBuilder(self, name: name, substitution: substitution, isWide: isWide)
            build(builder)
            let function = builder.finish()
            finished[number] = builder.code.isTooLarge ? Lowering.tooLarge(name) : function
            if !builder.code.isTooFar { break }
        }
    }

    private static func tooLarge(_ name: String) -> IR.Function { stopped(name, "this function is too large to run") }

    /// A function that does nothing but end the cell.
    private static func stopped(_ name: String, _ message: String) -> IR.Function {
        var code = CodeBuilder(name: name, isWide: false)
        code.emit(.trap, 0, wide: code.object(.string(message)))
        return code.finish(rawRegisters: 1, objectRegisters: 1)
    }

    func slot(of variable: Variable) -> GlobalSlot {
        if let known = globals[variable] { return known }
        let type = valueType(variable.type)
        let slot = GlobalSlot(index: type.isRaw ? rawGlobals : objectGlobals, isRaw: type.isRaw)
        if type.isRaw { rawGlobals += 1 } else { objectGlobals += 1 }
        globals[variable] = slot
        newGlobals.append(Program.Global(name: variable.name, type: type, index: slot.index))
        return slot
    }

    func standard(_ name: String) -> Nominal {
        if let known = standardTypes[name] { return known }
        let nominal = knowledge.standardType(name)
        standardTypes[name] = nominal
        return nominal
    }
}

typealias GenericArguments = [GenericParameter: Type]

/// A function of the machine to be made.
enum Job: Hashable {
    /// The top-level code of a cell.
    case cell(Int)
    /// A declared function with concrete type arguments.
    case function(Function, [Type])
    /// A closure, or a function declared inside another: the context's types come along.
    case nested(Function, Context)
    /// A declared function as a closure's code. `bound`: the closure holds self.
    case value(Function, [Type], bound: Bool)
    /// `String.hasPrefix` as a value: takes self, gives the bound method.
    case unbound(Function, [Type])
    /// Calls a captured function of the first type as one of the second.
    case converted(FunctionType, FunctionType)
    /// Evaluates a lazy global.
    case initial(Variable)
    /// A requirement for a concrete type, with self in an existential.
    case witness(Function, Type)
    /// A generic function for the concrete type of an argument that comes in an existential, before all others.
    case opened(Function, [Type], parameter: Int, generic: Int, Type)

    /// The types and local functions around a nested function.
    struct Context: Hashable {
        var parameters: [GenericParameter]
        var arguments: [Type]
        var locals: Set<Function>

        var substitution: GenericArguments { Dictionary(uniqueKeysWithValues: zip(parameters, arguments)) }
    }

    var substitution: GenericArguments {
        switch self {
        case .cell, .initial, .converted, .value, .unbound, .witness, .opened: [:]
        case .function(let function, let arguments): Dictionary(zip(function.generics.parameters, arguments)) { first, _ in first }
        case .nested(_, let context): context.substitution
        }
    }

    /// The types that it is made for.
    var arguments: [Type] {
        switch self {
        case .cell, .initial: []
        case .function(_, let arguments), .value(_, let arguments, _), .unbound(_, let arguments): arguments
        case .nested(_, let context): context.arguments
        case .converted(let from, let to): [.function(from), .function(to)]
        case .witness(_, let type): [type]
        case .opened(_, let arguments, _, _, let type): arguments + [type]
        }
    }

    var name: String {
        switch self {
        case .cell(let number): "cell \(number)"
        case .function(let function, _), .nested(let function, _), .value(let function, _, _), .unbound(let function, _),
            .witness(let function, _), .opened(let function, _, _, _, _):
            function.spelled
        case .converted: "closure"
        case .initial(let variable): variable.name
        }
    }
}

extension Function {
    /// As a call stack shows it: `Point.moved(by:)`, `closure`.
    var spelled: String {
        let base: String
        switch kind {
        case .closure: return "closure"
        case .getter, .setter: base = name
        case .free, .method, .staticMethod, .initializer: base = name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
        }
        return owner.map { $0.qualifiedName + "." + base } ?? base
    }

    /// Whether it takes self as its first argument.
    var takesSelf: Bool {
        switch kind {
        case .method: true
        case .getter, .setter: owner != nil && !isStaticAccessor
        case .free, .staticMethod, .initializer, .closure: false
        }
    }
    /// Whether that self is an address.
    var changesSelf: Bool { takesSelf && (isMutating || kind == .setter) }
}

extension Type {
    /// Whether it is larger than anybody writes, for only a program that makes types of types gets there.
    var isTooLarge: Bool {
        var left = 10_000
        return isLarge(depth: 0, &left)
    }

    private func isLarge(depth: Int, _ left: inout Int) -> Bool {
        left -= 1
        if depth > 32 || left < 0 { return true }
        switch self {
        case .nominal(_, let arguments): return arguments.contains { $0.isLarge(depth: depth + 1, &left) }
        case .tuple(let elements): return elements.contains { $0.type.isLarge(depth: depth + 1, &left) }
        case .function(let function): return function.parameters.contains { $0.type.isLarge(depth: depth + 1, &left) } || function.result.isLarge(depth: depth + 1, &left)
        case .member(let base, _), .metatype(let base): return base.isLarge(depth: depth + 1, &left)
        case .parameter, .existential, .variable, .error: return false
        }
    }
}
