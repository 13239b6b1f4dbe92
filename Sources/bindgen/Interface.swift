/// What was read of the library, in the form that both writers need.

/// A public struct or enum (one face of it, when it is generic) with everything its extensions add.
final class TypeInterface {
    let module: String
    /// `Reservoir.Readout`
    let name: String
    let keyword: String
    let documentation: [String]
    var conformances: [String] = []
    var declarations: [Declaration] = []
    var nested: [TypeInterface] = []

    var isEnum: Bool { keyword.hasSuffix("enum") }
    /// An enum without cases is a name for what stands in it.
    var hasValues: Bool { !isEnum || declarations.contains { $0.text.hasPrefix("case ") || $0.text.hasPrefix("indirect case ") } }
    /// From outside: `Neuro.Reservoir.Readout`.
    var code: String { module + "." + name }
    var shortName: String { name.split(separator: ".").last.map(String.init) ?? name }

    init(module: String, name: String, keyword: String, documentation: [String]) {
        (self.module, self.name, self.keyword, self.documentation) = (module, name, keyword, documentation)
    }

    func conform(to proto: String) {
        if !conformances.contains(proto) { conformances.append(proto) }
    }

    func declares(key: String) -> Bool { declarations.contains { $0.thunks.contains { $0.key == key } } }
}

/// One declaration: its text, and the native calls behind it.
struct Declaration {
    /// What brings a free declaration in when it is mentioned; nil for what must be known from the start, as an operator is.
    var name: String?
    var documentation: [String] = []
    var text: String
    var thunks: [Thunk] = []
}

/// One entry of the native table.
struct Thunk {
    enum Receiver {
        case none
        case value(String)
        /// A mutating call: self is changed where it stands.
        case address(String)
    }
    /// `Reservoir.run(_:washout:)<Vector,Int>`
    let key: String
    var receiver = Receiver.none
    var arguments: [Spelling] = []
    var result = Spelling.void
    var isThrowing = false
    /// Of the real declaration, for messages.
    var place = ""
    /// The call in Swift, given what stands for self and for each argument.
    let call: (_ receiver: String, _ arguments: [String]) -> String
}

/// What a module declares outside of its types, operators and extensions of standard types included.
struct FreeInterface {
    let module: String
    var declarations: [Declaration] = []
    var extensions: [TypeInterface] = []

    /// Declarations by the name that brings them in, overloads together, in the order of their first.
    var named: [(name: String, declarations: [Declaration])] {
        var groups: [(name: String, declarations: [Declaration])] = []
        for declaration in declarations {
            guard let name = declaration.name else { continue }
            if let index = groups.firstIndex(where: { $0.name == name }) { groups[index].declarations.append(declaration) } else { groups.append((name, [declaration])) }
        }
        return groups
    }
    var unnamed: [Declaration] { declarations.filter { $0.name == nil } }
}
