/// What Swift makes by itself for a conformance, so that no source line declares it.
extension Collector {
    func synthesize(_ type: TypeInterface) {
        for nested in type.nested { synthesize(nested) }
        let own = Spelling(text: type.name, code: type.code)
        let equality = "\(type.name).==(_:_:)<\(type.name),\(type.name)>"
        if type.conformances.contains(where: ["Equatable", "Hashable", "Comparable"].contains), !type.declares(key: equality) {
            let thunk = Thunk(key: equality, arguments: [own, own], result: .bool, place: type.name) { _, arguments in
                "\(arguments[0]) == \(arguments[1])"
            }
            type.declarations.append(Declaration(text: "static func == (left: \(type.name), right: \(type.name)) -> Bool", thunks: [thunk]))
        }
        let all = "\(type.name).allCases"
        if type.conformances.contains("CaseIterable"), !type.declares(key: all) {
            let thunk = Thunk(key: all, result: Spelling(text: "[\(type.name)]", code: "[\(type.code)]"), place: type.name) { _, _ in "\(type.code).allCases" }
            type.declarations.append(Declaration(text: "static var allCases: [\(type.name)] { get }", thunks: [thunk]))
        }
    }

    func addRawValue(_ type: TypeInterface, _ raw: Spelling) {
        let code = type.code
        type.declarations.append(
            Declaration(
                text: "var rawValue: \(raw.text) { get }",
                thunks: [Thunk(key: "\(type.name).rawValue", receiver: .value(code), result: raw, place: type.name) { receiver, _ in "\(receiver).rawValue" }]))
        type.declarations.append(
            Declaration(
                text: "init?(rawValue: \(raw.text))",
                thunks: [
                    Thunk(
                        key: "\(type.name).init(rawValue:)<\(raw.text)>", arguments: [raw], result: Spelling(text: type.name, code: code + "?"), place: type.name
                    ) { _, arguments in "\(code)(rawValue: \(arguments[0]))" }
                ]))
    }
}
