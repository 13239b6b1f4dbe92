/// What may not outlive its call: function parameters that are not `@escaping`, `inout` parameters, `self` of a mutating method.
///
/// Runs over the finished tree. A closure given for a function parameter that does not escape does not escape either; every
/// other closure does.
final class EscapeCheck: TreeWalker {
    private let checker: Checker
    /// Function parameters that may be called and handed on, and nothing else.
    private var confined: Set<Variable> = []
    /// Variables that hold such a function: they are as confined as it is.
    private var holders: Set<Variable> = []

    init(_ checker: Checker) { self.checker = checker }

    func check(_ function: Function) {
        enter(function)
        if let body = function.body { walk(body) }
    }

    private func enter(_ function: Function) {
        for parameter in function.parameters {
            guard let variable = parameter.variable, case .function(let type) = variable.type, !type.isEscaping, !parameter.isVariadic else { continue }
            confined.insert(variable)
        }
    }

    override func walk(_ statement: Statement) {
        switch statement.kind {
        case .function(let function): check(function)
        case .bind(let pattern, let value?):
            guard let name = confinedName(value) else { return super.walk(statement) }
            guard case .bind(let variable) = pattern, !variable.isAnnotated else {
                return report(value, "using non-escaping parameter '\(name)' in a context expecting an '@escaping' closure")
            }
            confined.insert(variable)
            holders.insert(variable)
        default: super.walk(statement)
        }
    }

    override func walk(_ value: Expression) {
        switch value.kind {
        case .variable(let variable):
            if holders.contains(variable) {
                report(value, "converting non-escaping value to '\(variable.type)' may allow it to escape")
            } else if confined.contains(variable) {
                report(value, "using non-escaping parameter '\(variable.name)' in a context expecting an '@escaping' closure")
            }
        case .assign(let target, let new):
            if !isHolder(target) { walk(target) }
            if let name = confinedName(new), !isHolder(new) { return report(new, "assigning non-escaping parameter '\(name)' to an '@escaping' closure") }
            walk(new)
        case .callValue(let callee, let arguments):
            walkCalled(callee)
            let parameters = callee.type.function?.parameters ?? []
            for (index, argument) in arguments.enumerated() {
                guard case .value(let given) = argument else { continue }
                // A function that a function value takes does not escape unless its type says so.
                let stays = index < parameters.count && parameters[index].type.function.map { !$0.isEscaping } ?? false
                pass(given, stays: stays, generic: nil)
            }
        case .call(let callee, let receiver, let arguments):
            if let receiver { walk(receiver) }
            let function = callee.function
            for (parameter, argument) in zip(function.parameters, arguments) {
                switch argument {
                case .value(let given):
                    let escapes = (parameter.isAutoclosure ? parameter.variable?.type : parameter.type)?.function?.isEscaping
                    let stays = parameter.isAutoclosure ? escapes != true : !function.isMemberwise && escapes == false
                    if parameter.isAutoclosure, !stays, case .closure(let wrapper) = given.kind {
                        for variable in wrapper.captures { reportCapture(of: variable, by: "autoclosure", at: given.start) }
                        continue
                    }
                    pass(given, stays: stays, generic: { if case .parameter(let generic) = parameter.type { generic.name } else { nil } }())
                case .variadic(let values): for given in values { pass(given, stays: false, generic: nil) }
                case .defaulted: break
                }
            }
        case .closure(let function):
            for variable in function.captures { reportCapture(of: variable, by: "closure", at: value.place) }
            if let body = function.body { walk(body) }
        case .function(let callee, nil) where callee.function.isLocal:
            for variable in callee.function.captures { reportCapture(of: variable, by: "local function", at: value.place) }
        default: super.walk(value)
        }
    }

    /// What is called at once does not escape.
    private func walkCalled(_ callee: Expression) {
        if confinedName(callee) != nil { return }
        if case .closure(let function) = callee.kind {
            if let body = function.body { walk(body) }
            return
        }
        walk(callee)
    }

    private func pass(_ value: Expression, stays: Bool, generic: String?) {
        if let name = confinedName(value) {
            if stays { return }
            if isHolder(value) { return walk(value) }
            return report(
                value,
                generic.map { "converting non-escaping parameter '\(name)' to generic parameter '\($0)' may allow it to escape" }
                    ?? "passing non-escaping parameter '\(name)' to function expecting an '@escaping' closure")
        }
        var inner = value
        while case .convert(let conversion, let next) = inner.kind {
            switch conversion {
            case .relabel, .function: inner = next
            default: return walk(value)
            }
        }
        if stays, case .closure(let function) = inner.kind {
            if let body = function.body { walk(body) }
            return
        }
        if stays, case .function(let callee, nil) = inner.kind, callee.function.isLocal { return }
        walk(value)
    }

    private func reportCapture(of variable: Variable, by what: String, at place: Place) {
        let captured: String
        if holders.contains(variable) {
            captured = "non-escaping value"
        } else if confined.contains(variable) {
            captured = "non-escaping parameter '\(variable.name)'"
        } else if variable.name == "self", variable.isInout || variable.isMutable {
            captured = "mutating 'self' parameter"
        } else if variable.isInout {
            captured = "'inout' parameter '\(variable.name)'"
        } else {
            return
        }
        checker.report(at: Int(place.offset), "escaping \(what) captures \(captured)")
    }

    private func confinedName(_ value: Expression) -> String? {
        var inner = value
        while case .convert(let conversion, let next) = inner.kind {
            switch conversion {
            case .relabel, .function: inner = next
            default: return nil
            }
        }
        if case .variable(let variable) = inner.kind, confined.contains(variable) { return variable.name }
        return nil
    }

    private func isHolder(_ value: Expression) -> Bool {
        var inner = value
        while case .convert(_, let next) = inner.kind { inner = next }
        return if case .variable(let variable) = inner.kind { holders.contains(variable) } else { false }
    }

    private func report(_ value: Expression, _ message: String) { checker.report(at: Int(value.place.offset), message) }
}

extension Checker {
    func checkEscaping(of statements: [Statement], functions: [Function]) {
        let top = EscapeCheck(self)
        top.walk(Block(statements: statements))
        for function in functions where function.place.source == source { EscapeCheck(self).check(function) }
    }
}
