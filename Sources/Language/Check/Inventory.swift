/// What the checker makes of the model library's interface text: for the test that every native function it can name exists.
package struct Inventory {
    /// Errors in the text; none when the library is sound.
    package private(set) var problems: [String] = []
    /// The key of each native function, accessor and enum case.
    package private(set) var keys: [String] = []

    package init(library: [(name: String, text: String)], operators: [String]) {
        let checker = Checker(standard: StandardLibrary.pieces.map(\.text), operators: operators, library: library)
        for (name, _) in library { checker.read(name) }
        for (name, _) in library {
            switch checker.libraryScope.lookUp(name) {
            case .type(let nominal): visit(nominal)
            case .functions(let functions): keys += functions.map(\.key)
            case .property(let property): visit(property)
            case .alias, .variable, .parameter, nil: break
            }
        }
        // What the library adds to types of the standard library.
        for line in operators.joined(separator: "\n").split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.first == "extension", words.count > 1, case .type(let nominal)? = checker.standardScope.lookUp(String(words[1])) else { continue }
            for member in nominal.allMembers.values.joined() {
                switch member {
                case .function(let function) where function.origin == .library && function.isNative: keys.append(function.key)
                case .computed(let property) where property.getter.origin == .library: visit(property)
                default: break
                }
            }
        }
        // Last, for members are read as they are visited.
        problems = checker.interfaceProblems + library.flatMap { InterfaceOutline($0.text).problems(named: $0.name) }
    }

    private mutating func visit(_ nominal: Nominal) {
        for member in nominal.allMembers.values.joined() {
            switch member {
            case .function(let function): if function.isNative { keys.append(function.key) }
            case .computed(let property): visit(property)
            case .enumCase(let enumCase):
                let name = nominal.qualifiedName + "." + enumCase.fullName
                let types = enumCase.payload.map(\.type.keySpelling).joined(separator: ",")
                keys += [name + (enumCase.payload.isEmpty ? "" : "<\(types)>"), name + ".is"]
                keys += enumCase.payload.indices.map { "\(name).\($0)" }
            case .type(let nested): visit(nested)
            case .stored, .staticStored, .alias: break
            }
        }
    }

    private mutating func visit(_ property: Property) {
        // Behind a protocol's requirements stand the types that conform.
        guard !property.getter.isRequirement else { return }
        keys.append(property.getter.key)
        if let setter = property.setter { keys.append(setter.key) }
    }
}
