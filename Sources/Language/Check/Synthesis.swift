import SwiftParser
import SwiftSyntax

/// Members that follow from a conformance: `==` of a struct whose fields are equatable, raw values, `allCases`.
/// They are written as text and declared like what an interface has, once somebody asks for them, so that nothing about them is special later on.
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
        let own = Specialization(nominal.generics.parameters, arguments)
        func made(_ kind: Function.Kind, isStatic: Bool) -> Function {
            let function = Function(
                name: requirement.name, kind: kind, origin: nominal.origin, place: nominal.place, key: "\(nominal.qualifiedName).\(requirement.name)")
            function.owner = nominal
            function.hasBody = true
            function.isStaticAccessor = isStatic && (kind == .getter || kind == .setter)
            guard !isStatic else { return function }
            let this = Variable(name: "self", type: type, isMutable: kind == .setter, storage: .local, place: nominal.place, origin: nominal.origin)
            this.isInout = kind == .setter
            function.isMutating = kind == .setter
            (function.selfType, function.selfVariable) = (type, this)
            return function
        }
        /// A getter gives the place's value, a setter changes it.
        func accessor(to place: (Function) -> Expression, isStatic: Bool) -> Function {
            let function = made(requirement.kind, isStatic: isStatic)
            let target = place(function)
            guard requirement.kind == .setter else {
                function.result = target.type
                function.body = Block(statements: [Statement(kind: .return(target), place: nominal.place)])
                return function
            }
            let new = Variable(name: "newValue", type: target.type, isMutable: false, storage: .local, place: nominal.place, origin: nominal.origin)
            function.parameters = [Parameter(label: nil, type: target.type, variable: new)]
            let value = Expression(kind: .variable(new), type: target.type, place: nominal.place)
            function.body = Block(statements: [Statement(kind: .expression(Expression(kind: .assign(target, value), type: .void, place: nominal.place)), place: nominal.place)])
            return function
        }
        let isProperty = requirement.kind == .getter || requirement.kind == .setter
        // A stored property fulfils a requirement to have a property.
        if isProperty, !requirement.isStaticAccessor, let property = nominal.stored.first(where: { $0.name == requirement.name }) {
            return accessor(
                to: { function in
                    let this = Expression(kind: function.selfVariable.map(Expression.Kind.variable) ?? .tuple([]), type: type, place: nominal.place)
                    return Expression(kind: .stored(this, property), type: own(property.type), place: nominal.place)
                }, isStatic: false)
        }
        for member in nominal.members(named: requirement.name) {
            switch member {
            case .staticStored(let variable) where isProperty && requirement.isStaticAccessor:
                return accessor(to: { _ in Expression(kind: .variable(variable), type: variable.type, place: nominal.place) }, isStatic: true)
            // A case of an enum is a static property or a static function.
            case .enumCase(let enumCase) where requirement.kind == .getter && requirement.isStaticAccessor && enumCase.payload.isEmpty:
                return accessor(to: { _ in Expression(kind: .enumCase(enumCase, arguments: []), type: type, place: nominal.place) }, isStatic: true)
            case .enumCase(let enumCase) where requirement.kind == .staticMethod && enumCase.payload.count == requirement.parameters.count:
                let function = made(.staticMethod, isStatic: true)
                function.result = type
                var parts: [Expression] = []
                for (index, element) in enumCase.payload.enumerated() {
                    let known = own(element.type)
                    let variable = Variable(name: "$\(index)", type: known, isMutable: false, storage: .local, place: nominal.place, origin: nominal.origin)
                    function.parameters.append(Parameter(label: element.label, type: known, variable: variable))
                    parts.append(Expression(kind: .variable(variable), type: known, place: nominal.place))
                }
                let value = Expression(kind: .enumCase(enumCase, arguments: parts), type: type, place: nominal.place)
                function.body = Block(statements: [Statement(kind: .return(value), place: nominal.place)])
                return function
            default: break
            }
        }
        return nil
    }

    /// An enum without payload is always equatable and hashable.
    func addImplicitConformances(of nominal: Nominal) {
        guard nominal.kind == .enumeration, !nominal.isOpaque, nominal.origin != .library, !nominal.cases.isEmpty, nominal.cases.allSatisfy(\.payload.isEmpty) else { return }
        let hashable = standardType("Hashable")
        if conformances[nominal]?.contains(where: { inherits($0.proto, from: hashable) }) != true { addConformance(Conformance(proto: hashable), to: nominal) }
    }

    /// Whether all parts of a type conform, so that the type's own conformance can be made up.
    func canDerive(_ name: String, for nominal: Nominal) -> Bool {
        let proto = standardType(name)
        guard source >= 0, let conformance = conformances[nominal]?.first(where: { inherits($0.proto, from: proto) }) else { return true }
        let saved = signatures
        signatures = [nominal.generics, GenericSignature(parameters: [], requirements: conformance.requirements)]
        defer { signatures = saved }
        // Some fields have the types of initial values not yet looked at.
        if pendingStatics.contains(where: { $0.property?.owner == nominal && $0.annotation == nil }) { derivedUnseen.append((nominal, name)) }
        let parts = nominal.kind == .structure ? nominal.stored.map(\.type) : nominal.cases.flatMap { $0.payload.map(\.type) }
        return parts.allSatisfy { conforms($0, to: proto) }
    }

    /// Looks again at what was derived before the types of all fields were known.
    func checkDerived() {
        for (nominal, name) in derivedUnseen where !canDerive(name, for: nominal) {
            let proto = standardType(name)
            guard let place = conformances[nominal]?.first(where: { inherits($0.proto, from: proto) })?.place, place.source == source else { continue }
            report(at: Int(place.offset), "type '\(nominal.selfType)' does not conform to protocol '\(name)'")
        }
        derivedUnseen = []
    }

    /// Raw values: given in the declaration, or counted on, or the case's name.
    func finishRawValues(of nominal: Nominal, _ raw: Type) {
        var next: Int64 = 0
        var isCounting = true
        var seen: Set<String> = []
        var isFlawed = false
        func flaw(at offset: Int?, _ message: String) {
            report(at: offset ?? Int(nominal.place.offset), message)
            isFlawed = true
        }
        let isLiteral = [
            "ExpressibleByIntegerLiteral", "ExpressibleByFloatLiteral", "ExpressibleByStringLiteral", "ExpressibleByUnicodeScalarLiteral",
            "ExpressibleByExtendedGraphemeClusterLiteral",
        ]
        .contains { conforms(raw, to: standardType($0)) }
        if !isLiteral, source >= 0, !raw.hasError, let place = nominal.rawTypePlace {
            flaw(at: Int(place.offset), "raw type '\(raw)' is not expressible by a string, integer, or floating-point literal")
        }
        if nominal.cases.isEmpty { flaw(at: nominal.rawTypePlace.map { Int($0.offset) }, "an enum with no cases cannot declare a raw type") }
        if Set(nominal.cases.map(\.name)).count < nominal.cases.count { isFlawed = true }
        for enumCase in nominal.cases {
            let place = enumCase.rawSyntax?.anchorOffset ?? enumCase.place.map { Int($0.offset) }
            if !enumCase.payload.isEmpty { flaw(at: enumCase.place.map { Int($0.offset) }, "enum with raw type cannot have cases with arguments") }
            if let syntax = enumCase.rawSyntax {
                let known = diagnostics.count { !$0.isOfFolding }
                let value = checkExpression(syntax, expecting: raw, in: standardScope, purpose: .rawValue)
                enumCase.rawValue = value
                isCounting = false
                if case .integer(let magnitude, let isNegative) = value.kind { (next, isCounting) = ((isNegative ? -1 : 1) * Int64(clamping: magnitude) &+ 1, true) }
                if diagnostics.count(where: { !$0.isOfFolding }) > known {
                    isFlawed = true
                } else if value.literalText == nil {
                    flaw(at: place, "raw value for enum case must be a literal")
                }
            } else if raw.standardName == "String" {
                enumCase.rawValue = Expression(kind: .string(enumCase.name), type: raw, place: nominal.place)
            } else {
                if !isCounting { flaw(at: place, "enum case must declare a raw value when the preceding raw value is not an integer") }
                enumCase.rawValue = Expression(kind: .integer(magnitude: next.magnitude, isNegative: next < 0), type: raw, place: nominal.place)
                if !raw.holds(next.magnitude, isNegative: next < 0), source >= 0 {
                    report(at: place ?? Int(nominal.place.offset), "integer literal '\(next)' overflows when stored into '\(raw)'")
                }
                next &+= 1
            }
            if let text = enumCase.rawValue?.literalText, !seen.insert(text).inserted { report(at: place ?? Int(nominal.place.offset), "raw value for enum case is not unique") }
        }
        if isFlawed, let place = nominal.rawTypePlace {
            report(at: Int(place.offset), "'\(nominal.name)' declares raw type '\(raw)', but does not conform to RawRepresentable and conformance could not be synthesized")
        }
    }

    /// Declares what the type's conformances promise and its author left out.
    func synthesizeMembers(of nominal: Nominal, in scope: Scope) {
        guard nominal.kind != .proto, !nominal.isOpaque, nominal.origin != .library else { return }
        if nominal.kind == .enumeration, nominal.cases.isEmpty {
            if let raw = nominal.rawType { finishRawValues(of: nominal, raw) }
            return
        }
        if nominal.rawType == nil, source >= 0 {
            for case let syntax? in nominal.cases.map(\.rawSyntax) { report(syntax, "enum case cannot have a raw value if the enum does not have a raw type") }
        }
        if let raw = nominal.rawType {
            finishRawValues(of: nominal, raw)
            let values = nominal.cases.map { ($0.name, $0.rawValue?.literalText ?? "") }
            promise(
                "rawValue", "var rawValue: \(raw) { switch self { " + values.map { "case .`\($0.0)`: return \($0.1)" }.joined(separator: "; ") + " } }", of: nominal, in: scope)
            promise(
                "init", "init?(rawValue: \(raw)) { switch rawValue { " + values.map { "case \($0.1): self = .`\($0.0)`" }.joined(separator: "; ") + "; default: return nil } }",
                of: nominal, in: scope)
            if case .type(let proto)? = standardScope.lookUp("RawRepresentable") {
                addMember(.alias("RawValue", raw), named: "RawValue", to: nominal)
                addConformance(Conformance(proto: proto), to: nominal)
            }
        }
        deriveMembers(of: nominal, in: scope)
    }

    /// Promises what follows from conformances and is not given.
    func deriveMembers(of nominal: Nominal, in scope: Scope) {
        guard nominal.kind == .structure || (nominal.kind == .enumeration && !nominal.cases.isEmpty) else { return }
        let name = nominal.generics.parameters.isEmpty ? nominal.name : "Self"
        func conformsTo(_ proto: String) -> Bool { conformances[nominal]?.contains { inherits($0.proto, from: standardType(proto)) } ?? false }
        let isPlainEnum = nominal.kind == .enumeration && nominal.cases.allSatisfy(\.payload.isEmpty)
        if isPlainEnum, conformsTo("CaseIterable"), !nominal.hasMember(named: "allCases") {
            promise("allCases", "static var allCases: [\(name)] { return [" + nominal.cases.map { ".`\($0.name)`" }.joined(separator: ", ") + "] }", of: nominal, in: scope)
        }
        /// Whether an extension of a cell's own protocol says how.
        func isGiven(_ name: String) -> Bool {
            (conformances[nominal] ?? []).contains { conformance in
                protocols(above: conformance.proto).contains { proto in
                    proto.origin.isCell && proto.members(named: name).contains { if case .function(let function) = $0 { !function.isRequirement } else { false } }
                }
            }
        }
        if conformsTo("Equatable"), !nominal.hasMember(named: "=="), !isGiven("=="), canDerive("Equatable", for: nominal) {
            promise("==", equality(of: nominal, name), of: nominal, for: "Equatable", in: scope)
        }
        if conformsTo("Hashable"), !nominal.hasMember(named: "hash"), !isGiven("hash"), canDerive("Hashable", for: nominal) {
            promise("hash", hashing(of: nominal), of: nominal, for: "Hashable", in: scope)
        }
        if nominal.kind == .enumeration, conformsTo("Comparable"), nominal.rawType == nil, !nominal.hasMember(named: "<"), canDerive("Comparable", for: nominal) {
            promise("<", order(of: nominal, name), of: nominal, for: "Comparable", in: scope)
        }
    }

    /// Declares a member given as text once its name is asked for, under the conditions of the conformance that it is made for.
    private func promise(_ name: String, _ text: String, of nominal: Nominal, for proto: String? = nil, in scope: Scope) {
        var signature = nominal.generics
        if let proto, let conformance = conformances[nominal]?.first(where: { inherits($0.proto, from: standardType(proto)) }) {
            signature.requirements += conformance.requirements
        }
        let inner = Scope(parent: scope)
        inner.signature = signature
        let bytes = Array(text.utf8)
        wait(for: [InterfaceOutline.Waiting(name: name, range: bytes.indices)], in: bytes, of: nominal, signature: signature, in: inner, isExtension: true)
    }

    /// Cases in the order of their declaration; of one case, by the payload.
    private func order(of nominal: Nominal, _ name: String) -> String {
        let cases = nominal.cases.filter { !$0.payload.isEmpty }.map { item -> String in
            let left = item.payload.indices.map { "let p\($0)" }.joined(separator: ", "), right = item.payload.indices.map { "let q\($0)" }.joined(separator: ", ")
            let tests = item.payload.indices.map { "if p\($0) < q\($0) { return true }; if q\($0) < p\($0) { return false }; " }.joined()
            return "case (.`\(item.name)`(\(left)), .`\(item.name)`(\(right))): \(tests)return false; "
        }
        let rank = "func rank(_ x: \(name)) -> Int { switch x { " + nominal.cases.map { "case .`\($0.name)`: return \($0.index)" }.joined(separator: "; ") + " } }; "
        let last = "return rank(a) < rank(b)"
        return "static func < (a: \(name), b: \(name)) -> Bool { " + rank + (cases.isEmpty ? last : "switch (a, b) { " + cases.joined() + "default: " + last + " }") + " }"
    }

    private func equality(of nominal: Nominal, _ name: String) -> String {
        let head = "static func == (a: \(name), b: \(name)) -> Bool { "
        if nominal.kind == .structure {
            let tests = nominal.stored.map { "a.`\($0.name)` == b.`\($0.name)`" }
            return head + "return " + (tests.isEmpty ? "true" : tests.joined(separator: " && ")) + " }"
        }
        let cases = nominal.cases.map { item -> String in
            if item.payload.isEmpty { return "case (.`\(item.name)`, .`\(item.name)`): return true" }
            let left = item.payload.indices.map { "let p\($0)" }.joined(separator: ", "), right = item.payload.indices.map { "let q\($0)" }.joined(separator: ", ")
            return "case (.`\(item.name)`(\(left)), .`\(item.name)`(\(right))): return " + item.payload.indices.map { "p\($0) == q\($0)" }.joined(separator: " && ")
        }
        return head + "switch (a, b) { " + cases.joined(separator: "; ") + (nominal.cases.count > 1 ? "; default: return false" : "") + " } }"
    }

    private func hashing(of nominal: Nominal) -> String {
        if nominal.kind == .structure {
            return "func hash(into hasher: inout Hasher) { " + nominal.stored.map { "hasher.combine(self.`\($0.name)`)" }.joined(separator: "; ") + " }"
        }
        let cases = nominal.cases.map { item -> String in
            let parts = item.payload.indices.map { "let p\($0)" }.joined(separator: ", ")
            return "case .`\(item.name)`" + (parts.isEmpty ? "" : "(\(parts))") + ": hasher.combine(\(item.index))"
                + item.payload.indices.map { "; hasher.combine(p\($0))" }.joined()
        }
        return "func hash(into hasher: inout Hasher) { switch self { " + cases.joined(separator: "; ") + " } }"
    }
}

extension Expression {
    /// A literal as it would be written.
    fileprivate var literalText: String? {
        switch kind {
        case .integer(let magnitude, let isNegative): (isNegative ? "-" : "") + String(magnitude)
        case .floating(let value): "\(value)"
        case .string(let text): text.debugDescription
        case .boolean(let value): "\(value)"
        default: nil
        }
    }
}
