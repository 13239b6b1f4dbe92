/// Members that follow from a conformance: `==` of a struct whose fields are equatable, raw values, `allCases`.
extension Checker {
    func synthesizedWitness(for requirement: Function, of type: Type) -> Function? {
        let key = SynthesizedKey(requirement: requirement, type: type)
        if let made = synthesized[key] { return made }
        guard let function = makeWitness(for: requirement, of: type) else { return nil }
        synthesized[key] = function
        return function
    }

    private func makeWitness(for requirement: Function, of type: Type) -> Function? {
        guard case .nominal(let nominal, let arguments) = type else { return nil }
        // A stored property fulfils a requirement to have a property.
        if requirement.kind == .getter, let property = nominal.stored.first(where: { $0.name == requirement.name }) {
            let function = Function(name: property.name, kind: .getter, origin: nominal.origin, place: nominal.place, key: "\(nominal.qualifiedName).\(property.name)")
            let this = Variable(name: "self", type: type, isMutable: false, storage: .local, place: nominal.place, origin: nominal.origin)
            function.owner = nominal
            (function.selfType, function.selfVariable) = (type, this)
            let known = Specialization(nominal.generics.parameters, arguments)(property.type)
            function.result = known
            function.hasBody = true
            let value = Expression(kind: .stored(Expression(kind: .variable(this), type: type, place: nominal.place), property), type: known, place: nominal.place)
            function.body = Block(statements: [Statement(kind: .return(value), place: nominal.place)])
            return function
        }
        if requirement.name == "==", requirement.owner?.name == "Equatable", nominal.kind == .structure, !nominal.isOpaque { return memberwiseEquality(of: nominal, type) }
        return nil
    }

    /// `a.x == b.x && a.y == b.y && …`
    private func memberwiseEquality(of nominal: Nominal, _ type: Type) -> Function? {
        let place = nominal.place
        let function = Function(name: "==", kind: .staticMethod, origin: nominal.origin, place: place, key: "\(nominal.qualifiedName).==")
        function.isSynthesized = true
        func variable(_ name: String) -> Variable { Variable(name: name, type: type, isMutable: false, storage: .local, place: place, origin: nominal.origin) }
        let sides = (variable("a"), variable("b"))
        function.parameters = [Parameter(label: nil, type: type, variable: sides.0), Parameter(label: nil, type: type, variable: sides.1)]
        function.result = bool
        function.hasBody = true
        let equatable = standardType("Equatable")
        let equals = requirement("==", of: equatable)
        let substitution = Specialization(nominal.generics.parameters, type.arguments)
        var whole: Expression?
        for property in nominal.stored {
            let known = substitution(property.type)
            guard conforms(known, to: equatable) else { return nil }
            func field(_ side: Variable) -> Expression {
                Expression(kind: .stored(Expression(kind: .variable(side), type: type, place: place), property), type: known, place: place)
            }
            let test = Expression(
                kind: .call(Callee(function: equals, typeArguments: [known]), receiver: nil, arguments: [.value(field(sides.0)), .value(field(sides.1))]), type: bool, place: place)
            whole = whole.map { Expression(kind: .and($0, test), type: bool, place: place) } ?? test
        }
        let value = whole ?? Expression(kind: .boolean(true), type: bool, place: place)
        function.body = Block(statements: [Statement(kind: .return(value), place: place)])
        return function
    }

    /// Raw values: given in the declaration, or counted on, or the case's name.
    func finishRawValues(of nominal: Nominal, _ raw: Type) {
        var next: Int64 = 0
        for enumCase in nominal.cases {
            if let syntax = enumCase.rawSyntax {
                let value = checkExpression(syntax, expecting: raw, in: standardScope, purpose: .initialization)
                enumCase.rawValue = value
                if case .integer(let magnitude, let isNegative) = value.kind { next = (isNegative ? -1 : 1) * Int64(clamping: magnitude) + 1 }
            } else if raw.standardName == "String" {
                enumCase.rawValue = Expression(kind: .string(enumCase.name), type: raw, place: nominal.place)
            } else {
                enumCase.rawValue = Expression(kind: .integer(magnitude: next.magnitude, isNegative: next < 0), type: raw, place: nominal.place)
                next += 1
            }
        }
    }

    /// That a type has what the protocols it names require.
    func checkConformances(of declaration: TypeDeclaration) {
        let nominal = declaration.nominal
        guard case .cell = nominal.origin, nominal.kind != .proto else { return }
        for conformance in conformances[nominal] ?? [] {
            for proto in protocols(above: conformance.proto) where proto.origin != .standard {
                for (name, members) in proto.members {
                    for member in members where member.isRequirement {
                        guard case .function(let requirement) = member else {
                            if self.members(named: name, of: nominal.selfType, isStatic: member.isStatic).allSatisfy({ $0.member.isRequirement }) {
                                report(at: Int(nominal.place.offset), "type '\(nominal.name)' does not conform to protocol '\(proto.name)'")
                            }
                            continue
                        }
                        let wanted = Callee(function: requirement, typeArguments: [nominal.selfType] + requirement.generics.parameters.dropFirst().map(Type.parameter))
                        if declaredWitness(for: wanted, proto: proto, this: nominal.selfType) == nil {
                            report(at: Int(nominal.place.offset), "type '\(nominal.name)' does not conform to protocol '\(proto.name)'")
                        }
                    }
                }
            }
        }
    }
}
