import IR

/// Statements.
extension FunctionBuilder {
    /// A block: its variables live until it ends, its `defer`s run then.
    func block(_ statements: [Statement]) {
        let mark = mark()
        let depth = scopes.count
        findLocals(statements)
        lower(statements[...])
        // Deferred code that was opened here has run by now.
        scopes.removeSubrange(depth...)
        leave(mark)
    }

    private func lower(_ statements: ArraySlice<Statement>) {
        for (index, statement) in zip(statements.indices, statements) {
            if case .defer(let deferred) = statement.kind {
                return lowerDefer(deferred, rest: statements[(index + 1)...], statement.place)
            }
            self.statement(statement)
        }
    }

    /// `defer`: the rest of the block, then the deferred code, on every way out.
    private func lowerDefer(_ deferred: Block, rest: ArraySlice<Statement>, _ place: Place) {
        scopes.append(Scope(kind: .deferred(deferred)))
        let error = newObject()
        keep(error)
        let start = code.position
        deferredRanges.append([])
        lower(rest)
        scopes.removeLast()
        let end = code.position
        let holes = deferredRanges.removeLast()
        block(deferred.statements)
        let after = Label()
        code.jump(after)
        let entry = code.position
        wrote(error)
        block(deferred.statements)
        code.emit(.throw, error)
        code.bind(after)
        // Code of the deferred block itself, run on an early exit, does not come back here.
        var from = start
        for hole in holes {
            if from < hole.lowerBound { code.handler(from ..< hole.lowerBound, target: entry, register: error) }
            from = hole.upperBound
        }
        if from < end { code.handler(from ..< end, target: entry, register: error) }
    }

    func statement(_ statement: Statement) {
        if statement.place.source >= 0 { code.at(statement.place) }
        switch statement.kind {
        case .expression(let expression):
            let mark = mark()
            _ = evaluate(expression)
            release(mark)
        case .yield(let expression): lowerYield(expression)
        case .bind(let pattern, let initial): bind(pattern, initial)
        case .function: break
        case .if(let conditions, let body, let alternative):
            let (otherwise, end) = (Label(), Label())
            let mark = mark()
            test(conditions, otherwise: otherwise)
            block(body.statements)
            release(mark)
            if let alternative {
                code.jump(end)
                code.bind(otherwise)
                block(alternative.statements)
                code.bind(end)
            } else {
                code.bind(otherwise)
            }
        case .guard(let conditions, let body):
            let (otherwise, end) = (Label(), Label())
            test(conditions, otherwise: otherwise)
            code.jump(end)
            code.bind(otherwise)
            block(body.statements)
            code.bind(end)
        case .while(let label, let conditions, let body): lowerWhile(label, conditions, body)
        case .repeatWhile(let label, let body, let condition):
            let (start, exit, next) = (Label(), Label(), Label())
            code.bind(start)
            scopes.append(Scope(kind: .loop(label, breaks: exit, continues: next)))
            block(body.statements)
            scopes.removeLast()
            code.bind(next)
            jump(condition, when: true, start)
            code.bind(exit)
        case .forIn(let label, let pattern, let sequence, let iteration, let filter, let body):
            lowerFor(label, pattern, sequence, iteration, filter, body)
        case .switch(let label, let subject, let cases): lowerSwitch(label, subject, cases)
        case .break(let label): leave(label, isContinue: false)
        case .continue(let label): leave(label, isContinue: true)
        case .return(let expression): lowerReturn(expression)
        case .throw(let expression):
            let mark = mark()
            var operand = evaluate(expression)
            let type = concrete(expression.type)
            if case .existential = lowering.valueType(type) {} else { operand = erase(operand, type) }
            code.emit(.throw, operand.register)
            release(mark)
        case .do(let label, let body, let catches): lowerDo(label, body, catches)
        case .defer(let deferred): lowerDefer(deferred, rest: [], statement.place)
        case .fallThrough:
            if let target = fallThroughs.last { unwind(to: target.depth); code.jump(target.label) }
        }
    }

    private func lowerYield(_ expression: Expression) {
        if let target = yields.last {
            if expression.type == .void || isVoid(target.target) { statementValue(expression) } else { evaluate(expression, into: target.target) }
            unwind(to: target.depth)
            code.jump(target.exit)
            return
        }
        guard case .cell = returns else { return statementValue(expression) }
        let type = concrete(expression.type)
        if type == .void {
            statementValue(expression)
            cellResult = (type, .void)
            return
        }
        let result: Operand = lowering.valueType(type).isRaw ? .raw(resultRegisters.raw) : .object(resultRegisters.object)
        evaluate(expression, into: result)
        cellResult = (type, result)
    }
    private func isVoid(_ operand: Operand) -> Bool { if case .void = operand { true } else { false } }
    private func statementValue(_ expression: Expression) {
        let mark = mark()
        _ = evaluate(expression)
        release(mark)
    }

    func bind(_ variable: Variable, to initial: Expression) {
        let location = declare(variable)
        switch location {
        case .raw(let register): evaluate(initial, into: .raw(register))
        case .object(let register):
            evaluate(initial, into: .object(register))
        case .cell, .address, .global:
            let mark = mark()
            store(evaluate(initial), to: variable, isInitializing: true)
            release(mark)
        }
    }

    private func bind(_ pattern: Pattern, _ initial: Expression?) {
        guard let initial else {
            declareAll(pattern)
            if case .bind(let variable) = pattern, variable.storage != .global { makeRoom(for: variable.type, in: .variable(variable)) }
            return
        }
        if case .bind(let variable) = pattern { return bind(variable, to: initial) }
        declareAll(pattern)
        let mark = mark()
        assignParts(pattern, evaluate(initial))
        release(mark)
    }

    private func declareAll(_ pattern: Pattern) {
        switch pattern {
        case .bind(let variable): _ = declare(variable)
        case .tuple(let parts, _): parts.forEach(declareAll)
        case .wildcard, .unwrap, .none, .enumCase, .test, .cast: break
        }
    }

    /// Patterns that cannot fail: their variables are declared already.
    private func assignParts(_ pattern: Pattern, _ operand: Operand) {
        switch pattern {
        case .bind(let variable): store(operand, to: variable, isInitializing: true)
        case .tuple(let parts, let type):
            let layout = AggregateLayout(concrete(type), lowering)
            for (index, part) in parts.enumerated() where layout.types.indices.contains(index) {
                if case .wildcard = part { continue }
                assignParts(part, fieldOperand(operand, layout.types[index], layout.fieldWord(index)))
            }
        case .wildcard, .unwrap, .none, .enumCase, .test, .cast: break
        }
    }

    func test(_ conditions: [Condition], otherwise: Label) {
        for condition in conditions {
            switch condition {
            case .expression(let expression): jumpUnless(expression, otherwise)
            case .pattern(let pattern, let expression): match(pattern, evaluate(expression), otherwise: otherwise)
            }
        }
    }

    private func lowerWhile(_ label: Int?, _ conditions: [Condition], _ body: Block) {
        let (exit, next) = (Label(), Label())
        if conditions.count == 1, case .expression(let condition) = conditions[0] {
            // The test stands at the end, so that a turn has one jump.
            let start = Label()
            jumpUnless(condition, exit)
            code.bind(start)
            scopes.append(Scope(kind: .loop(label, breaks: exit, continues: next)))
            block(body.statements)
            scopes.removeLast()
            code.land(next)
            code.at(condition.place)
            jump(condition, when: true, start)
            code.bind(exit)
            return
        }
        code.bind(next)
        let mark = mark()
        test(conditions, otherwise: exit)
        scopes.append(Scope(kind: .loop(label, breaks: exit, continues: next)))
        block(body.statements)
        scopes.removeLast()
        release(mark)
        code.jump(next)
        code.bind(exit)
    }

    // MARK: Leaving

    private func leave(_ label: Int, isContinue: Bool) {
        for (index, scope) in zip(scopes.indices, scopes).reversed() {
            guard case .loop(let number, let breaks, let continues) = scope.kind, number == label || (number == nil && label < 0) else { continue }
            guard let target = isContinue ? continues : breaks else { continue }
            unwind(to: index + 1)
            code.jump(target)
            return
        }
    }

    /// Runs the deferred code of the scopes that are being left.
    func unwind(to depth: Int) {
        let open = scopes
        while scopes.count > depth {
            let scope = scopes.removeLast()
            if case .deferred(let body) = scope.kind {
                let start = code.position
                let outer = deferredRanges
                deferredRanges = Array(repeating: [], count: outer.count)
                block(body.statements)
                deferredRanges = outer
                // Of this `defer` and of those inside it, which have run already.
                let level = scopes.count(where: \.isDeferred)
                for index in level ..< deferredRanges.count { deferredRanges[index].append(start ..< code.position) }
            }
        }
        scopes = open
    }

    private func lowerReturn(_ expression: Expression?) {
        returnFromFunction(expression)
    }

    func returnFromFunction(_ expression: Expression?) {
        let mark = mark()
        switch returns {
        case .value:
            guard let expression else {
                unwind(to: 0)
                code.emit(.returnVoid)
                break
            }
            if case .ternary(let condition, let yes, let no) = expression.kind, scopes.isEmpty {
                let otherwise = Label()
                code.at(expression.place)
                jumpUnless(condition, otherwise)
                returnFromFunction(yes)
                code.bind(otherwise)
                returnFromFunction(no)
                break
            }
            var operand = evaluate(expression)
            if scopes.contains(where: \.isDeferred) {
                // Deferred code may change the variable that is returned.
                let saved = temporary(expression.type)
                move(operand, to: saved)
                if case .object(let register) = saved { keep(register) }
                operand = saved
            }
            unwind(to: 0)
            leave(with: operand)
        case .initialized(let own, let isFailable):
            if let expression {
                if case .none = expression.kind {
                    unwind(to: 0)
                    returnNil()
                    break
                }
                if concrete(expression.type) != .void {
                    let operand = evaluate(expression)
                    unwind(to: 0)
                    leave(with: operand)
                    break
                }
            }
            unwind(to: 0)
            let value = read(own)
            leave(with: isFailable ? wrap(value, payload: self.value(own.type)) : value)
        case .inlined(let ending): returnInlined(expression, ending)
        case .cell:
            unwind(to: 0)
            code.emit(.returnVoid)
        }
        release(mark)
    }

    func returnNil() {
        let mark = mark()
        let empty = newObject()
        code.emit(.clear, empty)
        code.emit(.returnObject, empty)
        release(mark)
    }

    // MARK: do and catch

    private func lowerDo(_ label: Int?, _ body: Block, _ catches: [Statement.Catch]) {
        let exit = Label()
        scopes.append(Scope(kind: .loop(label, breaks: exit, continues: nil)))
        defer {
            scopes.removeLast()
            code.bind(exit)
        }
        if catches.isEmpty { return block(body.statements) }
        let mark = mark()
        guarded {
            block(body.statements)
        } caught: { error in
            var isExhaustive = false
            for clause in catches {
                let next = Label()
                let inner = self.mark()
                if clause.patterns.isEmpty {
                    isExhaustive = true
                    if let variable = clause.variable {
                        _ = declare(variable)
                        store(.object(error), to: variable, isInitializing: true)
                    }
                    block(clause.body.statements)
                } else {
                    alternativesEnd.append(exit)
                    lowerAlternatives(clause.patterns, .object(error), body: clause.body, next: next)
                    alternativesEnd.removeLast()
                }
                release(inner)
                code.jump(exit)
                code.bind(next)
            }
            if !isExhaustive { code.emit(.throw, error) }
        }
        release(mark)
    }

    /// Several patterns with one body. Names bound by each are the same variables to the body only when there is one pattern;
    /// with more, the body is written once for each.
    private func lowerAlternatives(_ patterns: [(Pattern, filter: Expression?)], _ operand: Operand, body: Block, next: Label) {
        for (index, (pattern, filter)) in patterns.enumerated() {
            let isLast = index == patterns.count - 1
            let other = isLast ? next : Label()
            let mark = mark()
            match(pattern, operand, otherwise: other)
            if let filter { jumpUnless(filter, other) }
            block(body.statements)
            release(mark)
            if !isLast {
                code.jump(alternativesEnd.last ?? next)
                code.bind(other)
            }
        }
    }

    // MARK: switch

    private func lowerSwitch(_ label: Int?, _ subject: Expression, _ cases: [Statement.SwitchCase]) {
        let exit = Label()
        let outer = mark()
        // The subject is a value of its own: the cases may change the variable it came from.
        let operand = temporary(subject.type)
        evaluate(subject, into: operand)
        if case .object(let register) = operand { keep(register) }
        scopes.append(Scope(kind: .loop(label, breaks: exit, continues: nil)))
        var bodies = cases.map { _ in Label() }
        bodies.append(exit)
        for (index, clause) in cases.enumerated() {
            let next = Label()
            let mark = mark()
            fallThroughs.append((bodies[index + 1], scopes.count))
            if clause.isDefault || clause.patterns.isEmpty {
                code.bind(bodies[index])
                block(clause.body.statements)
            } else {
                let isSimple = clause.patterns.allSatisfy { !$0.0.bindsVariables }
                if isSimple {
                    for (position, (pattern, filter)) in clause.patterns.enumerated() {
                        let isLast = position == clause.patterns.count - 1
                        let other = isLast ? next : Label()
                        let inner = self.mark()
                        match(pattern, operand, otherwise: other)
                        if let filter { jumpUnless(filter, other) }
                        release(inner)
                        if !isLast {
                            code.jump(bodies[index])
                            code.bind(other)
                        }
                    }
                    code.bind(bodies[index])
                    block(clause.body.statements)
                } else {
                    alternativesEnd.append(exit)
                    lowerAlternatives(clause.patterns, operand, body: clause.body, next: next)
                    alternativesEnd.removeLast()
                }
            }
            fallThroughs.removeLast()
            release(mark)
            code.jump(exit)
            code.bind(next)
        }
        scopes.removeLast()
        code.bind(exit)
        release(outer)
    }
}

extension FunctionBuilder.Scope {
    var isDeferred: Bool { if case .deferred = kind { true } else { false } }
}

extension Pattern {
    var bindsVariables: Bool {
        switch self {
        case .bind: true
        case .wildcard, .none, .test: false
        case .tuple(let parts, _), .enumCase(_, let parts, _): parts.contains(where: \.bindsVariables)
        case .unwrap(let inner, _): inner.bindsVariables
        case .cast(_, _, let inner): inner?.bindsVariables ?? false
        }
    }
}
