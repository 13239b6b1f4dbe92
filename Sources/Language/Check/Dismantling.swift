// Types know their members, members their types, and what still waits in interface text knows both: circles that reference counting alone never frees. Making the
// references back `unowned` was rejected, for a shadowed type may go while values of it stay. So a session that ends takes its declarations apart.

extension Checker {
    /// Lets go of everything declared. Nothing can be checked afterwards.
    func dismantle() {
        (journal, postponed, pendingStatics) = ([], [], [])
        (pendingBodies, pendingDefaults, operatorSets) = (PendingBodies(), [:], [:])
        var circle = Circle()
        for scope in [sessionScope, libraryScope, standardScope] { for entity in scope.takeEverything() { circle.add(entity) } }
        for type in conformances.keys { circle.add(type) }
        for function in operators.values.joined() { circle.add(function) }
        for function in synthesized.values { circle.add(function) }
        circle.open()
    }
}

/// Declarations that refer to each other.
private struct Circle {
    private var types: Set<Nominal> = []
    private var functions: Set<Function> = []
    private var variables: Set<Variable> = []
    /// Types whose members have not been looked at.
    private var waiting: [Nominal] = []

    mutating func add(_ entity: Entity) {
        switch entity {
        case .variable(let variable): add(variable)
        case .functions(let all): for function in all { add(function) }
        case .type(let type): add(type)
        case .property(let property): add(property)
        case .alias, .parameter: break
        }
    }

    mutating func add(_ type: Nominal) { if types.insert(type).inserted { waiting.append(type) } }

    mutating func add(_ function: Function) {
        guard functions.insert(function).inserted else { return }
        if let variable = function.selfVariable { variables.insert(variable) }
        for parameter in function.parameters { if let variable = parameter.variable { variables.insert(variable) } }
        if let body = function.body {
            let inner = LocalFunctions()
            inner.walk(body)
            for function in inner.found { add(function) }
        }
    }

    private mutating func add(_ variable: Variable) {
        variables.insert(variable)
        for observer in [variable.willSet, variable.didSet] { if let observer { add(observer) } }
    }

    private mutating func add(_ property: Property) { for accessor in [property.getter, property.setter] { if let accessor { add(accessor) } } }

    private mutating func add(_ member: Member) {
        switch member {
        case .function(let function): add(function)
        case .stored(let field): for observer in [field.willSet, field.didSet] { if let observer { add(observer) } }
        case .computed(let property): add(property)
        case .type(let type): add(type)
        case .staticStored(let variable): add(variable)
        case .enumCase, .alias: break
        }
    }

    mutating func open() {
        while let type = waiting.popLast() { for member in type.takeMembers() { add(member) } }
        for type in types { type.forget() }
        for function in functions { function.forget() }
        for variable in variables { variable.forget() }
    }
}

/// Functions within a function, which may call themselves.
private final class LocalFunctions: TreeWalker {
    private(set) var found: [Function] = []
    override func walk(_ statement: Statement) {
        if case .function(let function) = statement.kind { found.append(function) }
        super.walk(statement)
    }
}

extension Nominal {
    fileprivate func forget() {
        (parent, rawType, generics) = (nil, nil, GenericSignature())
        (stored, cases) = ([], [])
    }
}

extension Function {
    fileprivate func forget() {
        (owner, selfType, selfVariable, body, observed) = (nil, nil, nil, nil, nil)
        (generics, parameters, result, captures) = (GenericSignature(), [], .void, [])
    }
}

extension Variable {
    fileprivate func forget() {
        (type, lazyInitial, willSet, didSet) = (.void, nil, nil, nil)
        (privateOwner, privateSetterOwner) = (nil, nil)
    }
}
