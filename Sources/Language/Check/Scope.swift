/// What a name stands for where it is looked up.
enum Entity {
    case variable(Variable)
    /// All functions of one base name in one scope.
    case functions([Function])
    case type(Nominal)
    case alias(Type, GenericSignature)
    case parameter(GenericParameter)
    /// A computed variable that belongs to no type.
    case property(Property)
}

/// Names visible at one place, in layers.
final class Scope {
    let parent: Scope?
    private(set) var names: [String: Entity] = [:]
    /// The function or closure whose body this is part of; nil for the top level.
    let function: Function?
    /// Inside the body of a type: the type whose members are visible without a base.
    var enclosingType: Nominal?
    /// Inside a static member or an initial value there is no `self`.
    var isStatic = false
    /// The outermost layer of a cell, whose variables are globals.
    var isTopLevel = false
    /// Generic parameters and requirements that hold here.
    var signature: GenericSignature?
    /// Names that earlier conditions of a list bound: those that follow may bind each once more.
    var rebindable: Set<String> = []
    /// Names declared further down in this block, which may not be used yet.
    var upcoming: Set<String> = []

    init(parent: Scope?, function: Function? = nil) {
        self.parent = parent
        self.function = function ?? parent?.function
        self.isStatic = parent?.isStatic ?? false
    }

    /// Declarations in interface text that nobody has asked for yet.
    private var unread: [String: [UnreadDeclaration]] = [:]

    func lookUp(_ name: String) -> Entity? {
        if !unread.isEmpty, let declarations = unread.removeValue(forKey: name) { for declaration in declarations { declaration.read() } }
        return names[name]
    }

    func add(_ declaration: UnreadDeclaration, named name: String) { unread[name, default: []].append(declaration) }

    func declare(_ name: String, _ entity: Entity) { names[name] = entity }

    func remove(_ name: String) { names[name] = nil }

    /// Adds to the functions of that name; in the same layer a function of the same signature is replaced.
    func declare(_ function: Function) {
        guard case .functions(var functions)? = names[function.name] else {
            names[function.name] = .functions([function])
            return
        }
        functions.removeAll { $0.key == function.key && $0.origin != function.origin && $0.generics.parameters.isEmpty == function.generics.parameters.isEmpty }
        functions.append(function)
        names[function.name] = .functions(functions)
    }

    /// Everything declared in this layer so far, which it then knows no more.
    func takeEverything() -> [Entity] {
        defer { (names, unread) = ([:], [:]) }
        return Array(names.values)
    }

    var unreadNames: [String] { Array(unread.keys) }

    /// From here outward.
    var layers: some Sequence<Scope> { sequence(first: self, next: \.parent) }

    var allNames: [String] { layers.flatMap { Array($0.names.keys) + $0.unreadNames.filter { !$0.isOperatorName } } }
}
