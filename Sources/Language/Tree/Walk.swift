/// Walks a checked tree, parts before wholes. Subclasses say what they look for.
class TreeWalker {
    func walk(_ block: Block) { for statement in block.statements { walk(statement) } }

    func walk(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value), .yield(let value), .throw(let value): walk(value)
        case .bind(let pattern, let value):
            walk(pattern)
            if let value { walk(value) }
        case .function(let function): if let body = function.body { walk(body) }
        case .if(let conditions, let then, let otherwise):
            walk(conditions)
            walk(then)
            if let otherwise { walk(otherwise) }
        case .guard(let conditions, let body), .while(_, let conditions, let body):
            walk(conditions)
            walk(body)
        case .repeatWhile(_, let body, let condition):
            walk(body)
            walk(condition)
        case .forIn(_, let pattern, let sequence, _, let filter, let body):
            walk(pattern)
            walk(sequence)
            if let filter { walk(filter) }
            walk(body)
        case .switch(_, let subject, let cases):
            walk(subject)
            for item in cases {
                walk(item.patterns)
                walk(item.body)
            }
        case .return(let value): if let value { walk(value) }
        case .do(_, let body, let catches):
            walk(body)
            for clause in catches {
                walk(clause.patterns)
                walk(clause.body)
            }
        case .defer(let body): walk(body)
        case .break, .continue, .fallThrough: break
        }
    }

    private func walk(_ patterns: [(Pattern, filter: Expression?)]) {
        for (pattern, filter) in patterns {
            walk(pattern)
            if let filter { walk(filter) }
        }
    }

    private func walk(_ conditions: [Condition]) {
        for condition in conditions {
            switch condition {
            case .expression(let value): walk(value)
            case .pattern(let pattern, let value):
                walk(pattern)
                walk(value)
            }
        }
    }

    private func walk(_ pattern: Pattern) {
        switch pattern {
        case .tuple(let parts, _), .enumCase(_, let parts, _): for part in parts { walk(part) }
        case .unwrap(let inner, _): walk(inner)
        case .cast(_, _, let inner): if let inner { walk(inner) }
        case .test(_, let value): walk(value)
        case .bind, .wildcard, .none: break
        }
    }

    func walk(_ value: Expression) {
        switch value.kind {
        case .integer, .floating, .boolean, .string, .none, .variable, .type: break
        case .interpolation(let segments): for case .value(let part) in segments { walk(part) }
        case .array(let parts), .tuple(let parts), .enumCase(_, let parts): for part in parts { walk(part) }
        case .dictionary(let pairs):
            for pair in pairs {
                walk(pair.key)
                walk(pair.value)
            }
        case .function(_, let receiver): if let receiver { walk(receiver) }
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalChain(let base), .optionalBinding(let base), .isNone(let base),
            .discard(let base), .inout(let base), .convert(_, let base), .cast(_, let base, _), .try(let base), .tryOptional(let base), .tryForce(let base):
            walk(base)
        case .computed(let base, _, _, let indices):
            if let base { walk(base) }
            walk(indices)
        case .call(_, let receiver, let arguments):
            if let receiver { walk(receiver) }
            walk(arguments)
        case .callValue(let callee, let arguments):
            walk(callee)
            walk(arguments)
        case .closure(let function): if let body = function.body { walk(body) }
        case .binding(let bindings, let inner):
            for (_, initial) in bindings { walk(initial) }
            walk(inner)
        case .ternary(let condition, let yes, let no):
            walk(condition)
            walk(yes)
            walk(no)
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right), .assign(let left, let right):
            walk(left)
            walk(right)
        case .statement(let statement): walk(statement)
        }
    }

    func walk(_ arguments: [Argument]) {
        for argument in arguments {
            switch argument {
            case .value(let value): walk(value)
            case .variadic(let values): for value in values { walk(value) }
            case .defaulted: break
            }
        }
    }
}
