import IR

/// From the checker's types to the machine's.
extension Lowering {
    /// Of a concrete type.
    func valueType(_ type: Type) -> ValueType {
        if let known = valueTypes[type] { return known }
        let value = makeValueType(type)
        valueTypes[type] = value
        return value
    }

    private func makeValueType(_ type: Type) -> ValueType {
        switch type {
        case .nominal(let nominal, let arguments): return nominalType(nominal, arguments, type)
        case .tuple(let elements): return .tuple(elements.map { ValueType.Element(label: $0.label, type: valueType($0.type)) })
        case .function(let function):
            let parameters = function.parameters.map { valueType($0.type).spelled }.joined(separator: ", ")
            return .function("(\(parameters)) -> \(valueType(function.result).spelled)")
        case .existential(let protocols): return .existential(protocols.map(\.name))
        case .metatype(let type): return .metatype(valueType(type))
        case .parameter(let parameter): return .native(parameter.name, [])
        case .member(_, let name): return .native(name, [])
        case .variable, .error: return .native("_", [])
        }
    }

    private func argumentCounts(of nominal: Nominal) -> [Int] {
        let outer = nominal.parent.map(argumentCounts) ?? []
        return outer + [nominal.generics.parameters.count - outer.reduce(0, +)]
    }

    private func nominalType(_ nominal: Nominal, _ arguments: [Type], _ type: Type) -> ValueType {
        if nominal.origin == .standard {
            if let kind = IntegerKind(rawValue: nominal.name) { return .integer(kind) }
            switch nominal.qualifiedName {
            case "Double": return .double
            case "Float": return .float
            case "Bool": return .bool
            case "String": return .string
            case "Character": return .character
            case "Optional": return .optional(valueType(arguments[0]))
            case "Array": return .array(valueType(arguments[0]))
            case "Set": return .set(valueType(arguments[0]))
            case "Dictionary": return .dictionary(key: valueType(arguments[0]), value: valueType(arguments[1]))
            default: break
            }
        }
        // `struct S<T> { var inner: [S<[T]>] }`: of values this deep there are none.
        if type.isTooLarge { return .native(nominal.qualifiedName, []) }
        if nominal.isOpaque { return .native(nominal.qualifiedName, arguments.map(valueType)) }
        let module: String
        switch nominal.origin {
        case .standard: module = "Swift"
        case .library: module = "Engram"
        case .cell:
            // `extension Int { enum Kind … }`
            let outermost = sequence(first: nominal, next: \.parent).reduce(nominal) { $1 }.origin
            module = outermost == .standard ? "(extension in main):Swift" : outermost == .library ? "(extension in main):Engram" : "main"
        }
        let made = NominalType(name: nominal.qualifiedName, module: module, kind: nominal.kind == .enumeration ? .enumeration : .structure)
        // Known before its parts: it may contain itself. Whether it is raw must be right from the start.
        if nominal.kind == .enumeration { made.cases = nominal.cases.map { NominalType.Case(name: $0.name, payload: $0.payload.map { _ in ValueType.Element(type: .void) }) } }
        valueTypes[type] = .nominal(made)
        newNominals.append(made)
        made.arguments = arguments.map(valueType)
        made.argumentCounts = argumentCounts(of: nominal)
        let substitution = Dictionary(zip(nominal.generics.parameters, arguments)) { first, _ in first }
        made.fields = nominal.stored.map { NominalType.Field(name: $0.name, type: valueType(concrete($0.type, substitution))) }
        if nominal.kind == .enumeration {
            made.cases = nominal.cases.map { enumCase in
                NominalType.Case(
                    name: enumCase.name,
                    payload: enumCase.payload.map {
                        ValueType.Element(label: $0.label, type: valueType(concrete($0.type, substitution)))
                    })
            }
        }
        return .nominal(made)
    }

    /// With the parameters replaced and all associated types found.
    func concrete(_ type: Type, _ substitution: GenericArguments) -> Type {
        switch type {
        case .nominal(let nominal, let arguments):
            return arguments.isEmpty ? type : .nominal(nominal, arguments.map { concrete($0, substitution) })
        case .tuple(let elements): return .tuple(elements.map { TupleElement(label: $0.label, type: concrete($0.type, substitution)) })
        case .function(var function):
            function.parameters = function.parameters.map { parameter in
                var parameter = parameter
                parameter.type = concrete(parameter.type, substitution)
                return parameter
            }
            function.result = concrete(function.result, substitution)
            return .function(function)
        case .parameter(let parameter): return substitution[parameter] ?? type
        case .member(let base, let name):
            let base = concrete(base, substitution)
            return concrete(knowledge.associatedType(name, of: base), [:])
        case .metatype(let instance): return .metatype(concrete(instance, substitution))
        case .existential, .variable, .error: return type
        }
    }

    /// Where the fields of an aggregate lie: the word of each, references first.
    static func layout(_ types: [ValueType]) -> [Int] {
        let references = types.count { !$0.isRaw }
        var (reference, raw) = (0, references)
        return types.map { type in
            if type.isRaw {
                raw += 1
                return raw - 1
            }
            reference += 1
            return reference - 1
        }
    }

    /// Gives the types inside a type the functions of their written-out conformances, before the machine prints, compares or
    /// hashes values of it by itself.
    func complete(_ type: Type) {
        switch type {
        case .nominal(let nominal, let arguments):
            if case .nominal(let made) = valueType(type) {
                guard completed.insert(made).inserted else { return }
                made.description = conformance(type, "CustomStringConvertible", "description")
                made.debugDescription = conformance(type, "CustomDebugStringConvertible", "debugDescription")
                made.equals = conformance(type, "Equatable", "==")
                made.hash = conformance(type, "Hashable", "hash")
                made.isHashable = knowledge.conforms(type, to: standard("Hashable"))
                let substitution = Dictionary(zip(nominal.generics.parameters, arguments)) { first, _ in first }
                for stored in nominal.stored { complete(concrete(stored.type, substitution)) }
                for element in nominal.cases.flatMap(\.payload) { complete(concrete(element.type, substitution)) }
            }
            arguments.forEach(complete)
        case .tuple(let elements): elements.forEach { complete($0.type) }
        case .function, .parameter, .member, .existential, .metatype, .variable, .error: break
        }
    }

    private func conformance(_ type: Type, _ proto: String, _ member: String) -> Int32? {
        let proto = standard(proto)
        guard knowledge.conforms(type, to: proto), let requirement = requirement(member, of: proto) else { return nil }
        let witness = knowledge.witness(for: Callee(function: requirement, typeArguments: [type]))
        guard !witness.function.isRequirement, !witness.function.isNative else { return nil }
        return Int32(number(for: .function(witness.function, witness.typeArguments.map { concrete($0, [:]) })))
    }

    func requirement(_ name: String, of proto: Nominal) -> Function? {
        for member in proto.members(named: name) {
            switch member {
            case .function(let function) where function.isRequirement: return function
            case .computed(let property) where property.getter.isRequirement: return property.getter
            default: continue
            }
        }
        return nil
    }

    /// The initializer with this label that a protocol asks for.
    func initializer(labelled label: String, of proto: Nominal) -> Function? {
        for case .function(let function) in proto.members(named: "init") where function.isRequirement && function.parameters.first?.label == label { return function }
        return nil
    }

    // MARK: Existentials

    /// The number of a protocol that casts ask about.
    func number(of proto: Nominal) -> Int {
        if let known = protocols[proto] { return known }
        let number = protocols.count
        protocols[proto] = number
        for (type, value) in erased where knowledge.conforms(type, to: proto) {
            newConformances.append(Program.Conformance(proto: number, type: value))
        }
        return number
    }

    /// The number of what is called through existentials.
    func number(of dispatch: Dispatch) -> Int {
        if let known = dispatches[dispatch] { return known }
        let number = dispatches.count
        dispatches[dispatch] = number
        for (type, value) in erased { addWitness(dispatch, number, type, value) }
        return number
    }

    /// Values of this type get into existentials: their witnesses must be there.
    func erase(_ type: Type) {
        guard erasedTypes.insert(type).inserted else { return }
        let value = valueType(type)
        complete(type)
        erased.append((type, value))
        // In the order of their numbers: the same cells must give the same programs in every run.
        for (proto, number) in protocols.sorted(by: { $0.value < $1.value }) where knowledge.conforms(type, to: proto) {
            newConformances.append(Program.Conformance(proto: number, type: value))
        }
        for (dispatch, number) in dispatches.sorted(by: { $0.value < $1.value }) { addWitness(dispatch, number, type, value) }
    }

    private func addWitness(_ dispatch: Dispatch, _ number: Int, _ type: Type, _ value: ValueType) {
        let protocols: [Nominal]
        let job: Job
        switch dispatch {
        case .requirement(let requirement):
            protocols = requirement.owner.map { [$0] } ?? []
            job = .witness(requirement, type)
        case .opened(let function, let arguments, let parameter, let generic):
            protocols = function.generics.parameters[generic].bounds
            job = .opened(function, arguments, parameter: parameter, generic: generic, type)
        }
        guard !protocols.isEmpty, protocols.allSatisfy({ knowledge.conforms(type, to: $0) }) else { return }
        newWitnesses.append(Program.Witness(requirement: number, type: value, function: self.number(for: job)))
    }
}
