/// Local variables that are never used, never changed, or never read.
///
/// Marks what every part of the tree does with a variable, whatever the order: a nested function's uses count like any other's.
final class VariableUses: TreeWalker {
    private let checker: Checker
    /// Where a variable is declared: what decides the advice.
    private enum Site { case single, several, condition, loop, pattern, capture }
    private struct Declared {
        var variable: Variable
        var site: Site
        var hasValue: Bool
    }
    private var declared: [Declared] = []
    private var isRead: Set<Variable> = []
    private var isWritten: Set<Variable> = []

    init(_ checker: Checker) { self.checker = checker }

    private func declare(_ pattern: Pattern, _ site: Site, hasValue: Bool = true) {
        for variable in pattern.bound where variable.storage == .local && variable.place.source == Int32(checker.cell) {
            declared.append(Declared(variable: variable, site: site, hasValue: hasValue))
        }
    }

    // MARK: Marks

    override func walk(_ statement: Statement) {
        switch statement.kind {
        case .bind(let pattern, let value):
            // What a closure takes apart the tuple into that it is given are its parameters, which may go unused (`takeTupleApart`).
            if case .variable(let whole)? = value?.kind, whole.name == "$tuple" { break }
            let isSingle = if case .bind = pattern { true } else { false }
            // The nil of a variable declared without a value is at the variable's own place.
            let isWritten = value.map { value in if case .none = value.kind { value.place != statement.place } else { true } } ?? false
            declare(pattern, isSingle ? .single : .several, hasValue: isWritten)
        case .if(let conditions, _, _), .guard(let conditions, _), .while(_, let conditions, _):
            for case .pattern(let pattern, _) in conditions {
                if conditions.count == 1, case .bind(let variable)? = pattern.payload, !variable.isMutable, checker.unwrapped.contains(variable) {
                    declare(pattern, .condition)
                } else {
                    declare(pattern, .pattern)
                }
            }
        case .forIn(_, let pattern, _, _, _, _): declare(pattern, .loop)
        case .switch(_, _, let cases): for item in cases { for (pattern, _) in item.patterns.prefix(1) { declare(pattern, .pattern) } }
        case .do(_, _, let catches): for clause in catches { for (pattern, _) in clause.patterns.prefix(1) { declare(pattern, .pattern) } }
        default: break
        }
        super.walk(statement)
    }

    override func walk(_ value: Expression) {
        switch value.kind {
        case .variable(let variable): isRead.insert(variable)
        case .assign(let target, let new):
            mark(target, reads: false)
            walk(new)
        case .inout(let target): mark(target, reads: true)
        case .call(let callee, let receiver?, let arguments) where callee.function.isMutating:
            mark(receiver, reads: true)
            walk(arguments)
        case .binding(let bindings, let inner):
            for (variable, initial) in bindings {
                if variable.place.source == Int32(checker.cell) { declared.append(Declared(variable: variable, site: .capture, hasValue: true)) }
                walk(initial)
            }
            walk(inner)
        default: super.walk(value)
        }
    }

    /// Something that is assigned to, or changed in place.
    private func mark(_ target: Expression, reads: Bool) {
        switch target.kind {
        case .variable(let variable):
            isWritten.insert(variable)
            if reads { isRead.insert(variable) }
        case .tuple(let parts): for part in parts { mark(part, reads: reads) }
        case .tupleElement(let base, _), .force(let base), .optionalBinding(let base), .optionalChain(let base), .inout(let base), .convert(.relabel, let base):
            mark(base, reads: reads)
        case .stored(let base, _): mark(base, reads: true)
        case .computed(let base, let property, _, let indices):
            walk(indices)
            if let base { if property.setter?.isMutating ?? false { mark(base, reads: true) } else { walk(base) } }
        default: walk(target)
        }
    }

    // MARK: What came of it

    func report() {
        for item in declared {
            let variable = item.variable, name = variable.name
            let (read, written) = (isRead.contains(variable), isWritten.contains(variable))
            let kind = variable.isMutable ? "variable" : "immutable value"
            if !read, !written || (!variable.isMutable && item.site == .single) {
                let message =
                    switch item.site {
                    case .capture: "capture '\(name)' was never used"
                    case .condition: "value '\(name)' was defined but never used; consider replacing with boolean test"
                    case .single where written: "\(kind) '\(name)' was never used; consider removing it"
                    case .single where item.hasValue && !variable.isAnnotated:
                        "initialization of \(kind) '\(name)' was never used; consider replacing with assignment to '_' or removing it"
                    default: "\(kind) '\(name)' was never used; consider replacing with '_' or removing it"
                    }
                checker.warn(at: variable.place, message)
                continue
            }
            guard variable.isMutable, item.site != .capture else { continue }
            if !written {
                // One of several that are declared at once has to be a variable.
                if checker.declaredTogether[variable, default: []].contains(where: isWritten.contains) { continue }
                let advice = item.site == .loop ? "removing 'var' to make it constant" : "changing to 'let' constant"
                checker.warn(at: variable.place, "variable '\(name)' was never mutated; consider \(advice)")
            } else if !read {
                checker.warn(at: variable.place, "variable '\(name)' was written to, but never read")
            }
        }
    }
}

extension Pattern {
    /// What is matched against the value inside an Optional.
    fileprivate var payload: Pattern? { if case .unwrap(let inner, _) = self { inner } else { nil } }
}
