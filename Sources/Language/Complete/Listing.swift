/// Collects what may stand at a place: members of a type, names in scope.
struct Listing {
    let checker: Checker
    /// Where the names are to be seen from.
    let scope: Scope
    /// Types that would fit.
    let wanted: [Type]
    private let prefix: String
    private let ignoresCase: Bool
    private let text: DeclarationText
    private let solver: Solver
    private var seen: Set<String> = []
    /// Variables that cannot be named yet.
    var hidden: Set<Variable> = []
    private(set) var found: [Suggestion] = []

    init(_ checker: Checker, from scope: Scope, wanted: [Type], prefix: String, ignoresCase: Bool) {
        (self.checker, self.scope, self.wanted, self.ignoresCase) = (checker, scope, wanted, ignoresCase)
        self.prefix = ignoresCase ? prefix.lowercased() : prefix
        text = DeclarationText(checker)
        solver = Solver(checker)
    }

    func fits(_ name: String) -> Bool {
        guard ignoresCase ? name.lowercased().hasPrefix(prefix) : name.hasPrefix(prefix) else { return false }
        return !name.isOperatorName && (!name.hasPrefix("_") || prefix.hasPrefix("_"))
    }

    /// - Parameter given: the type of the value that it stands for.
    mutating func add(_ name: String, _ kind: Suggestion.Kind, _ signature: String, _ given: Type? = nil, at place: Suggestion.Place, order: Int = 0) {
        guard seen.insert(name).inserted else { return }
        let isWanted = given.map { given in !given.isVoid && wanted.contains { fits(given, $0) } } ?? false
        found.append(Suggestion(text: name, kind: kind, signature: signature, place: place, isWanted: isWanted, order: order))
    }

    mutating func keep(where condition: (Suggestion) -> Bool) { found = found.filter(condition) }

    mutating func addKeywords(_ words: [String]) { for word in words where fits(word) { add(word, .keyword, word, at: .keyword) } }

    mutating func addLabels(of call: OpenCall) {
        for (index, slot) in call.slots.enumerated() {
            guard let label = slot.label, fits(label) else { continue }
            add(label + ":", .label, slot.text, at: .label, order: index)
        }
    }

    private func fits(_ given: Type, _ wanted: Type) -> Bool {
        if given == wanted { return true }
        guard !given.hasVariable, !given.hasParameter, !given.hasError, !wanted.hasVariable else { return false }
        switch wanted {
        case .existential(let protocols): return !protocols.isEmpty && protocols.allSatisfy { checker.conforms(given, to: $0) }
        default: return given.standardName != "Never" && solver.mightConvert(given, wanted, isResult: true)
        }
    }

    // MARK: Members

    /// What may stand after `value.`, or after `Type.` for `isStatic`.
    mutating func addMembers(of type: Type, isStatic: Bool, at otherwise: Suggestion.Place = .standard) {
        if case .tuple(let elements) = type, !isStatic {
            for (index, element) in elements.enumerated() {
                let name = element.label ?? String(index)
                if fits(name) { add(name, .property, "\(name): \(text.type(element.type))", element.type, at: otherwise, order: index) }
            }
            return
        }
        for name in checker.memberNames(of: type).sorted() where fits(name) && name != "subscript" && (name != "init" || isStatic) {
            guard let best = visible(checker.members(named: name, of: type, isStatic: isStatic), isStatic).max(by: { $0.rank < $1.rank }) else { continue }
            add(name, kind(of: best.member), text.member(best), given(by: best), at: place(of: best.member, otherwise))
        }
        if isStatic, fits("self") { add("self", .keyword, "self: \(text.type(.metatype(type)))", at: .keyword) }
    }

    private func visible(_ candidates: [MemberCandidate], _ isStatic: Bool) -> [MemberCandidate] {
        candidates.filter { candidate in
            guard candidate.member.isStatic == isStatic else { return false }
            return candidate.member.privateOwner.map { owner in scope.layers.contains { $0.enclosingType == owner } } ?? true
        }
    }

    private func kind(of member: Member) -> Suggestion.Kind {
        switch member {
        case .function(let function): function.kind == .initializer ? .initializer : .method
        case .stored, .computed, .staticStored: .property
        case .enumCase: .enumCase
        case .type, .alias: .type
        }
    }

    /// Types inside types are seldom meant.
    private func place(of member: Member, _ otherwise: Suggestion.Place) -> Suggestion.Place {
        switch member {
        case .type(let nominal): nominal.kind == .proto ? .unlikely : otherwise
        case .alias: .unlikely
        default: otherwise
        }
    }

    /// The type of a member's value, or of what it gives when it is called.
    private func given(by candidate: MemberCandidate) -> Type? {
        switch candidate.member {
        case .function(let function):
            return checker.normalized(Candidate(function: function, base: candidate.base).knownArguments(function.result))
        case .enumCase: return candidate.base
        case .type, .alias: return nil
        case .stored, .computed, .staticStored: return checker.type(of: candidate)
        }
    }

    /// What may stand after a dot that nothing stands before: values of the wanted type that are members of it.
    mutating func addImplicitMembers(of type: Type, isPattern: Bool) {
        for type in [type, type.optionalPayload].compactMap({ $0 }) {
            guard type.nominal != nil else { continue }
            for name in checker.memberNames(of: type).sorted() where fits(name) && name != "subscript" {
                let fitting = visible(checker.members(named: name, of: type, isStatic: true), true).filter { candidate in
                    if case .enumCase = candidate.member { return true }
                    if case .function(let function) = candidate.member, function.kind == .initializer { return !isPattern }
                    guard let given = given(by: candidate) else { return false }
                    return given == type || given.optionalPayload == type
                }
                guard let best = fitting.max(by: { $0.rank < $1.rank }) else { continue }
                let isCase = if case .enumCase = best.member { true } else { false }
                let order = if case .enumCase(let enumCase) = best.member { enumCase.index } else { 0 }
                add(name, kind(of: best.member), text.member(best), at: isCase ? .local : name == "init" ? .unlikely : .own, order: order)
            }
        }
    }

    /// What may stand after `Type.` where a type is written.
    mutating func addTypes(of type: Type) {
        for name in checker.memberNames(of: type).sorted() where fits(name) {
            for candidate in checker.members(named: name, of: type, isStatic: true) {
                switch candidate.member {
                case .type, .alias: add(name, .type, text.member(candidate), at: .own)
                default: continue
                }
            }
        }
        // Associated types, and generic parameters, which stand for some.
        for name in checker.associatedNames(of: type).sorted() where fits(name) {
            add(name, .type, text.alias(name, checker.normalized(.member(type, name))), at: .own)
        }
    }

    // MARK: Names

    /// What a module declares, for `Swift.max`.
    mutating func addModuleNames(of layer: Scope) {
        for name in (Array(layer.names.keys) + layer.unreadNames).filter(fits).sorted() {
            if let entity = layer.lookUp(name) { add(name, entity, false, at: .standard) }
        }
        if layer === checker.libraryScope { addLibraryNames(false) }
    }

    /// Every name to be seen, from the innermost scope outward. A name hides those of its own further out.
    mutating func addNames(typesOnly: Bool = false) {
        for layer in scope.layers {
            let names = (Array(layer.names.keys) + layer.unreadNames).filter { fits($0) && !seen.contains($0) }
            for name in names.sorted() {
                guard let entity = layer.lookUp(name) else { continue }
                add(name, entity, typesOnly, at: place(of: layer, entity))
            }
            if let enclosing = layer.enclosingType { addOwnMembers(of: enclosing, typesOnly) }
            if layer === checker.libraryScope { addLibraryNames(typesOnly) }
        }
    }

    private func place(of layer: Scope, _ entity: Entity) -> Suggestion.Place {
        if layer === checker.standardScope { return .standard }
        if layer === checker.libraryScope { return .library }
        if layer === checker.sessionScope || layer.isTopLevel { return .session }
        return .local
    }

    private mutating func add(_ name: String, _ entity: Entity, _ typesOnly: Bool, at otherwise: Suggestion.Place) {
        switch entity {
        case .type(let nominal): add(name, .type, text.header(of: nominal), typesOnly ? nil : plain(nominal), at: otherwise)
        case .alias(let type, _): add(name, .type, text.alias(name, type), typesOnly ? nil : type, at: otherwise == .standard ? .unlikely : otherwise)
        case .parameter(let parameter): add(name, .type, parameter.name, at: otherwise)
        case .variable(let variable):
            if typesOnly || hidden.contains(variable) { return }
            add(name, name == "self" ? .keyword : .variable, text.variable(variable), variable.type, at: otherwise)
        case .property(let property):
            if typesOnly { return }
            add(name, .variable, text.property(property, base: nil), property.type, at: otherwise)
        case .functions(let functions):
            guard !typesOnly, let first = functions.last else { return }
            let best = functions.last { function in wanted.contains { fits(function.result, $0) } } ?? first
            add(name, .function, text.function(Candidate(function: best, base: nil)), best.result, at: otherwise)
        }
    }

    /// The type as it is named without arguments; nil if it needs some.
    private func plain(_ nominal: Nominal) -> Type? { nominal.generics.parameters.isEmpty ? .nominal(nominal, []) : nil }

    private mutating func addOwnMembers(of enclosing: Nominal, _ typesOnly: Bool) {
        let type: Type = enclosing.kind == .proto ? enclosing.generics.parameters.first.map(Type.parameter) ?? .error : enclosing.selfType
        let hasSelf = !scope.isStatic && scope.layers.contains { if case .variable? = $0.names["self"] { true } else { false } }
        for name in checker.memberNames(of: type).sorted() where fits(name) && name != "init" && name != "subscript" {
            let instance = hasSelf && !typesOnly ? checker.members(named: name, of: type, isStatic: false) : []
            let candidates = visible(instance, false) + visible(checker.members(named: name, of: type, isStatic: true), true)
            guard let best = candidates.max(by: { $0.rank < $1.rank }) else { continue }
            if case .enumCase = best.member { continue }
            let isType =
                switch best.member {
                case .type, .alias: true
                default: false
                }
            if typesOnly, !isType { continue }
            add(name, kind(of: best.member), text.member(best), given(by: best), at: .own)
        }
    }

    /// More than these are not read for their signatures alone.
    private static let readingLimit = 16

    /// Of the library what nobody has mentioned yet.
    private mutating func addLibraryNames(_ typesOnly: Bool) {
        let names = checker.libraryNames.filter { fits($0) && !seen.contains($0) }.sorted()
        for name in names {
            if names.count <= Self.readingLimit {
                checker.read(name)
                if let entity = checker.libraryScope.lookUp(name) { add(name, entity, typesOnly, at: .library) }
            } else {
                let head = checker.unreadHead(of: name)
                let isFunction = head.hasPrefix("func ")
                if !isFunction || !typesOnly { add(name, isFunction ? .function : .type, head, at: .library) }
            }
        }
    }
}

extension Checker {
    /// Names of the associated types of what the type conforms to.
    func associatedNames(of type: Type) -> Set<String> {
        let above =
            switch type {
            case .nominal(let nominal, _): (conformances[nominal] ?? []).map(\.proto)
            case .parameter, .member: bounds(of: type)
            default: [Nominal]()
            }
        return Set(above.flatMap { protocols(above: $0).flatMap(\.associated) })
    }

    /// The names of everything that may be a member of the type, whether it applies or not.
    func memberNames(of type: Type) -> Set<String> {
        var names: Set<String> = []
        var above: [Nominal] = []
        switch type {
        case .nominal(let nominal, _):
            names.formUnion(nominal.memberNames)
            above = (conformances[nominal] ?? []).map(\.proto)
        case .parameter, .member: above = bounds(of: type)
        case .existential(let protocols): above = protocols
        default: break
        }
        var seen: Set<Nominal> = []
        for proto in above {
            for inherited in protocols(above: proto) where seen.insert(inherited).inserted { names.formUnion(inherited.memberNames) }
        }
        return names
    }
}
