/// Declarations as a reader wants to see them: without bodies, with the types that they have where they are used.
struct DeclarationText {
    let checker: Checker

    init(_ checker: Checker) { self.checker = checker }

    /// `[String: Int]`, where the compiler's messages have `[String : Int]`.
    func type(_ type: Type) -> String {
        let text = type.description
        guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
        var spelled = "", rest = text[...]
        while let colon = rest.firstIndex(of: ":") {
            let before = rest[..<colon]
            spelled += before.hasSuffix(" ") ? before.dropLast() : before
            spelled += ":"
            rest = rest[rest.index(after: colon)...]
        }
        return spelled + rest
    }

    /// The types of a member, with what its base says of the type's parameters.
    private func types(_ candidate: Candidate) -> (Type) -> Type {
        let known = candidate.knownArguments
        return { checker.normalized(known($0)) }
    }

    // MARK: Functions

    func function(_ candidate: Candidate) -> String { function(candidate, types(candidate)) }

    private func function(_ candidate: Candidate, _ types: (Type) -> Type) -> String {
        let function = candidate.function
        var text = ""
        switch function.kind {
        case .initializer: text = function.isFailable ? "init?" : "init"
        case .getter, .setter, .closure: text = function.name
        case .free, .method, .staticMethod:
            if function.kind == .staticMethod { text += "static " }
            if function.isMutating { text += "mutating " }
            switch function.isOperatorFixity {
            case .prefix?: text += "prefix "
            case .postfix?: text += "postfix "
            case .infix?, nil: break
            }
            text += "func " + function.name
        }
        let own = ownParameters(candidate)
        if !own.isEmpty { text += "<" + own.map(parameter).joined(separator: ", ") + ">" }
        text += "(" + function.parameters.map { parameter($0, types, isOperator: function.isOperatorFixity != nil) }.joined(separator: ", ") + ")"
        text += function.isRethrowing ? " rethrows" : function.isThrowing ? " throws" : ""
        if function.kind != .initializer, !function.result.isVoid { text += " -> " + type(types(function.result)) }
        return text + conditions(function, own, types)
    }

    /// The generic parameters that a call finds, without those of the type.
    private func ownParameters(_ candidate: Candidate) -> [GenericParameter] {
        let parameters = candidate.function.generics.parameters
        guard let owner = candidate.function.owner else { return parameters }
        return Array(parameters.dropFirst(owner.generics.parameters.count))
    }

    private func parameter(_ parameter: GenericParameter) -> String {
        parameter.bounds.isEmpty ? parameter.name : parameter.name + ": " + parameter.bounds.map(\.name).joined(separator: " & ")
    }

    private func conditions(_ function: Function, _ own: [GenericParameter], _ types: (Type) -> Type) -> String {
        let spelled = function.generics.requirements.compactMap { requirement -> String? in
            switch requirement {
            case .conformance(let subject, let proto):
                guard own.contains(where: { subject.mentions($0) }) else { return nil }
                return "\(type(types(subject))): \(proto.name)"
            case .sameType(let left, let right):
                guard own.contains(where: { left.mentions($0) || right.mentions($0) }) else { return nil }
                return "\(type(types(left))) == \(type(types(right)))"
            }
        }
        return spelled.isEmpty ? "" : " where " + spelled.joined(separator: ", ")
    }

    /// `_ series: Vector`, `seed: UInt64 = 0`.
    func parameter(_ parameter: Parameter, _ types: (Type) -> Type, isOperator: Bool = false) -> String {
        let name = parameter.variable?.name
        var text: String
        switch (parameter.label, name) {
        case (let label?, let name?): text = label == name ? label : label + " " + name
        case (let label?, nil): text = label
        case (nil, let name?): text = isOperator || name == "_" ? name : "_ " + name
        case (nil, nil): text = "_"
        }
        text += ": " + (parameter.isInout ? "inout " : "") + (parameter.isAutoclosure ? "@autoclosure () -> " : "") + type(types(parameter.type))
        if parameter.isVariadic { text += "..." }
        if let value = parameter.defaultText { text += " = " + (value.utf8.count <= 60 ? value : "…") }
        return text
    }

    // MARK: Values

    func variable(_ variable: Variable) -> String { "\(variable.isMutable ? "var" : "let") \(variable.name): \(type(variable.type))" }

    func property(_ property: Property, base: Type?) -> String {
        let types = types(Candidate(function: property.getter, base: base))
        if property.name == "subscript" {
            let parameters = property.getter.parameters.map { parameter($0, types) }.joined(separator: ", ")
            return "\(property.isStatic ? "static " : "")subscript(\(parameters)) -> \(type(types(property.type)))" + access(property)
        }
        return "\(property.isStatic ? "static " : "")var \(property.name): \(type(types(property.type)))" + access(property)
    }

    private func access(_ property: Property) -> String { property.setter == nil || property.hasPrivateSetter ? " { get }" : "" }

    func stored(_ property: StoredProperty, base: Type?) -> String {
        let substitution = Specialization(property.owner.generics.parameters, base?.arguments ?? property.owner.selfType.arguments)
        return "\(property.isMutable ? "var" : "let") \(property.name): \(type(checker.normalized(substitution(property.type))))"
    }

    func enumCase(_ enumCase: EnumCase, owner: Type?) -> String {
        let substitution = Specialization(enumCase.owner.generics.parameters, owner?.arguments ?? enumCase.owner.selfType.arguments)
        let payload = enumCase.payload.map { ($0.label.map { $0 + ": " } ?? "") + type(substitution($0.type)) }.joined(separator: ", ")
        return "case " + enumCase.name + (enumCase.payload.isEmpty ? "" : "(\(payload))")
    }

    // MARK: Types

    func header(of nominal: Nominal) -> String {
        let word =
            switch nominal.kind {
            case .structure: "struct"
            case .enumeration: "enum"
            case .proto: "protocol"
            }
        var text = word + " " + nominal.qualifiedName
        let parameters = nominal.kind == .proto ? [] : Array(nominal.generics.parameters.dropFirst(nominal.parent?.generics.parameters.count ?? 0))
        if !parameters.isEmpty { text += "<" + parameters.map(parameter).joined(separator: ", ") + ">" }
        var above: [String] = nominal.rawType.map { [type($0)] } ?? []
        for conformance in checker.conformances[nominal] ?? [] where conformance.requirements.isEmpty && conformance.place != nil {
            let name = conformance.proto.name
            if !name.hasPrefix("_"), !above.contains(name) { above.append(name) }
        }
        return above.isEmpty ? text : text + ": " + above.joined(separator: ", ")
    }

    func alias(_ name: String, _ type: Type) -> String { "typealias \(name) = \(self.type(type))" }

    // MARK: Members

    func member(_ candidate: MemberCandidate) -> String {
        switch candidate.member {
        case .function(let function): self.function(Candidate(function: function, base: candidate.base))
        case .stored(let property): stored(property, base: candidate.base)
        case .computed(let property): self.property(property, base: candidate.base)
        case .enumCase(let enumCase): self.enumCase(enumCase, owner: candidate.base)
        case .type(let nominal): header(of: nominal)
        case .alias(let name, let type): alias(name, type)
        case .staticStored(let variable): "static " + self.variable(variable)
        }
    }
}
