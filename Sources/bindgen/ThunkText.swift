/// The generated Swift: for each type its interface text and its thunks.
///
/// A thunk has every local annotated, so that the compiler has nothing to infer: 600 of them compile in seconds.
struct ThunkText {
    let imports: [String]
    let owner: String

    private func heading(_ modules: [String]) -> String { modules.sorted().map { "import \($0)\n" }.joined() + "\n" }

    // MARK: Files

    func file(_ type: TypeInterface) -> String {
        let name = Self.identifier(type.name)
        return file(name: name, texts: ["static let text\(name) = \(literal(InterfaceText.lines(type).joined(separator: "\n")))"], thunks: Self.thunks(type))
    }

    func file(_ free: FreeInterface) -> String {
        let thunks = free.declarations.flatMap(\.thunks) + free.extensions.flatMap { $0.declarations.flatMap(\.thunks) }
        let named = free.named.map { "    (\"\($0.name)\", \(literal(InterfaceText.text($0.declarations)))),\n    " }.joined()
        let texts = [
            "static let texts\(free.module): [(name: String, text: String)] = [\n    \(named)]",
            "static let operators\(free.module) = \(literal(InterfaceText.operators(free)))",
        ]
        return file(name: "Module" + free.module, texts: texts, thunks: thunks)
    }

    private func literal(_ text: String) -> String { InterfaceText.literal(text, indent: "        ") }

    private func file(name: String, texts: [String], thunks: [Thunk]) -> String {
        var lines = ["extension Generated {"] + texts.flatMap { ["    " + $0, ""] }
        lines.append("    static func add\(name)(to table: inout NativeTable) {")
        for thunk in thunks { lines += self.lines(thunk).map { "        " + $0 } }
        lines += ["    }", "}"]
        return heading(imports + ["Runtime"]) + lines.joined(separator: "\n") + "\n"
    }

    /// Library types travel in boxes. A generic type says for each of its faces what it is called.
    func conformances(_ types: [TypeInterface], _ catalog: Catalog) -> String {
        var lines: [String] = []
        var seen: Set<String> = []
        var metatypes: [String] = []
        func add(_ type: TypeInterface) {
            let parts = type.name.split(separator: ".", maxSplits: 1).map(String.init)
            if let (family, _) = catalog.families[parts[0]] {
                let tail = parts.count > 1 ? "." + parts[1] : ""
                let faces = catalog.faces[family] ?? []
                if seen.insert(family + tail).inserted, let last = faces.last {
                    let tests = faces.dropLast().map { "\(catalog.types[family]?.parameter ?? "Scalar").self == \($0.argument).self ? .native(\"\($0.name)\(tail)\", []) : " }
                        .joined()
                    lines.append("extension \(type.module).\(family)\(tail): NativeValue {")
                    lines.append("    package static var valueType: ValueType { \(tests).native(\"\(last.name)\(tail)\", []) }")
                    lines.append("}")
                    metatypes += faces.map { "\(type.module).\(family)<\($0.argument)>\(tail).self" }
                }
            } else {
                lines.append("extension \(type.code): NativeValue { package static var valueType: ValueType { .native(\"\(type.name)\", []) } }")
                if type.hasValues { metatypes.append(type.code + ".self") }
            }
            type.nested.forEach(add)
        }
        types.forEach(add)
        lines += ["", "extension \(owner) {", "    /// Every type of the library whose values cells can hold."]
        lines += ["    package static let types: [any (NativeValue & SendableMetatype).Type] = ["] + metatypes.map { "        \($0)," } + ["    ]", "}"]
        return heading(imports + ["IR", "Runtime"]) + lines.joined(separator: "\n") + "\n"
    }

    /// What the rest of Engram asks for.
    func index(_ types: [TypeInterface], _ free: [FreeInterface]) -> String {
        var lines = ["/// The generated parts.", "enum Generated {}", "", "extension \(owner) {"]
        lines += ["    /// The interface text of each public type and of each free function, by its name, so that it can be parsed when it is first mentioned."]
        lines += ["    package static let interface: [(name: String, text: String)] = texts" + free.map { " + Generated.texts\($0.module)" }.joined(), ""]
        lines += ["    private static let texts: [(name: String, text: String)] = ["]
        lines += types.map { "        (\"\($0.name)\", Generated.text\(Self.identifier($0.name)))," }
        lines += ["    ]", "", "    /// What must be known before a cell is parsed: operators, extensions of standard types."]
        lines += ["    package static let operators: [String] = [\(free.map { "Generated.operators\($0.module)" }.joined(separator: ", "))]", ""]
        lines += ["    /// Every native function of the library."]
        lines += ["    package static let table: NativeTable = {", "        var table = NativeTable()"]
        lines += types.map { "        Generated.add\(Self.identifier($0.name))(to: &table)" }
        lines += free.map { "        Generated.addModule\($0.module)(to: &table)" }
        lines += ["        return table", "    }()", "}"]
        return heading(["Runtime"]) + lines.joined(separator: "\n") + "\n"
    }

    private static func identifier(_ name: String) -> String { name.split(separator: ".").joined() }

    private static func thunks(_ type: TypeInterface) -> [Thunk] { type.declarations.flatMap(\.thunks) + type.nested.flatMap(thunks) }

    // MARK: One thunk

    private func lines(_ thunk: Thunk) -> [String] {
        let takesNothing = thunk.arguments.isEmpty && { if case .none = thunk.receiver { true } else { false } }() && thunk.result.isVoid
        var body: [String] = takesNothing ? ["_ = call"] : []
        var receiver = ""
        switch thunk.receiver {
        case .none: break
        case .value(let type):
            receiver = "this"
            body.append("let this: \(type) = call.next()")
        case .address:
            // Read first: it is the first raw argument.
            receiver = "this"
            body.append("let place = call.nextAddress()")
        }
        let names = thunk.arguments.indices.map { "a\($0)" }
        for (name, type) in zip(names, thunk.arguments) { body.append("let \(name): \(taking(type))") }

        let expression = (thunk.isThrowing ? "try " : "") + thunk.call(receiver, names)
        switch thunk.receiver {
        case .none, .value:
            body.append(thunk.result.isVoid ? expression : "let result: \(thunk.result.code) = \(expression)")
        case .address(let type):
            body += changing(thunk, type, expression)
        }
        if !thunk.result.isVoid { body.append("call.give(\(thunk.result.closed("result")))") }
        return ["table.add(\(quoted(thunk.key))) { (call: inout NativeCall) throws -> Void in"] + body.map { "    " + $0 } + ["}"]
    }

    private func taking(_ type: Spelling) -> String {
        if type.isAny { return "Any = try call.nextAny()" }
        if case .closure(_, _, let isThrowing) = type.shape {
            let function = type.code.replacing("@escaping ", with: "")
            return "\(function) = call.\(isThrowing ? "nextThrowingFunction" : "nextFunction")()"
        }
        return type.isCarried ? "\(type.code) = \(type.opened("call.next(\(type.carrier).self)"))" : "\(type.code) = call.next()"
    }

    private func changing(_ thunk: Thunk, _ type: String, _ expression: String) -> [String] {
        let result = thunk.result.isVoid ? "" : "let result: \(thunk.result.code) = "
        if thunk.arguments.contains(where: \.isClosure) {
            // The closure may look at the variable that is being changed: it sees the value from before the call.
            return ["var this = \(type)(reference: place.pointee)", "defer { if !call.hasFailed { place.pointee = this.reference } }", result + expression]
        }
        let attempt = thunk.isThrowing ? "try " : ""
        return ["\(result)\(attempt)\(type).mutate(place) { (this: inout \(type)) \(thunk.isThrowing ? "throws " : "")-> \(thunk.result.code) in \(expression) }"]
    }

    private func quoted(_ key: String) -> String { "\"" + key.replacing("\\", with: "\\\\") + "\"" }
}
