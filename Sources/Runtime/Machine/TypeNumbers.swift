import IR

/// The types that the cells of a session declared, and those of the standard text that they use, by number: how a saved value names them.
package struct TypeNumbers {
    private var types: [NominalType] = []
    private var numbers: [ObjectIdentifier: Int] = [:]

    package init() {}

    mutating func add(_ type: NominalType) {
        numbers[ObjectIdentifier(type)] = types.count
        types.append(type)
    }

    package func number(of type: NominalType) -> Int? { numbers[ObjectIdentifier(type)] }
    package func type(_ number: Int) -> NominalType? { types.indices.contains(number) ? types[number] : nil }
}
