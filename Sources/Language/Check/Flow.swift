/// What swiftc finds after type checking: missing returns, variables used before they have a value, constants
/// set twice, `guard` bodies that go on.
///
/// One walk over the finished tree, carrying the set of variables that surely have a value.
struct FlowCheck {
    let checker: Checker
    /// What is known of the tracked variables at one point.
    struct State {
        /// Surely have a value.
        var assigned: Set<Variable> = []
        /// Have one on some path that leads here.
        var perhaps: Set<Variable> = []
        var known = KnownValues()

        /// Where paths meet. Paths that end say nothing.
        static func merged(_ ends: [(reaches: Bool, state: State)], otherwise: State) -> State {
            let open = ends.filter(\.reaches).map(\.state)
            guard let first = open.first else { return otherwise }
            return open.dropFirst().reduce(first) {
                State(assigned: $0.assigned.intersection($1.assigned), perhaps: $0.perhaps.union($1.perhaps), known: .merged($0.known, $1.known))
            }
        }
    }
    /// Variables declared without a value, and whether each surely has one here.
    private var tracked: Set<Variable> = []
    /// Of those that are tuples, a variable for each element: they may get their values one by one.
    private var parts: [Variable: [Variable]] = [:]
    var state = State()
    /// What may have a value where an error leaves the `do` being walked.
    private var thrown: Set<Variable> = []
    /// What is known there, once something can throw.
    private var knownWhereThrown: KnownValues?
    var assignments = 0
    /// Walking a cell's own code, in which values of globals are known at times.
    var isTopLevel = false
    /// Those of the function around, whose values nothing is known of.
    var captured: Set<Variable> = []
    /// What is assigned where a `break` leaves its statement.
    private var breaks: [Int: [State]] = [:]
    /// What may have a value where a loop goes round again.
    private var rounds: [Int: Set<Variable>] = [:]
    /// What is assigned where a case falls through to the next.
    private var falling: State?
    /// Inside an initializer that gives each field its value: a variable that stands for each.
    private var fields: [ObjectIdentifier: Variable] = [:]
    /// Inside an initializer that leaves that to another one or assigns `self`: a variable that stands for `self`.
    private var whole: Variable?
    private var initializer: Function?
    /// The `defer` statements passed so far in the blocks around, and what they use of the tracked variables: that must have a value wherever their block is left.
    private var deferred: [(place: Place, uses: Set<Variable>)] = []
    /// How many of them lie around each statement that can be left by name.
    private var deferredAround: [Int: Int] = [:]
    /// How many of them an error passes by on its way to who catches it.
    private var deferredOutsideCatch = 0
    /// What the body of a `defer` uses, while it is walked.
    private var usedByDefer: Set<Variable>?

    init(_ checker: Checker) { self.checker = checker }

    /// Walks a whole function.
    mutating func function(_ function: Function, _ body: Block) -> Bool {
        if function.kind == .initializer, let owner = function.owner, !function.isMemberwise, case .cell = function.origin { begin(function, of: owner) }
        let reaches = block(body)
        if reaches, initializer != nil { leave(at: checker.endOfBody[function] ?? Int(function.place.offset)) }
        return reaches
    }

    private mutating func begin(_ function: Function, of owner: Nominal) {
        initializer = function
        func stand(_ name: String, _ property: StoredProperty?) -> Variable {
            let variable = Variable(
                name: name, type: property?.type ?? owner.selfType, isMutable: property?.isMutable ?? true, storage: .local, place: property?.place ?? function.place,
                origin: function.origin)
            variable.letPlace = property?.letPlace
            track(variable)
            return variable
        }
        // What is in a type of the library is set by its own initializers alone.
        let isOfCell = if case .cell = owner.origin { true } else { false }
        if owner.kind == .enumeration || !isOfCell || checker.delegating.contains(function) {
            whole = stand("self", nil)
            return
        }
        for property in owner.stored {
            let variable = stand("self." + property.name, property)
            fields[ObjectIdentifier(property)] = variable
            if property.hasInitial {
                set(variable)
            }
        }
    }

    private mutating func track(_ variable: Variable) {
        tracked.insert(variable)
        guard case .tuple(let elements) = variable.type, !elements.isEmpty, parts[variable] == nil else { return }
        parts[variable] = elements.enumerated().map { index, element in
            let part = Variable(
                name: "\(variable.name).\(element.label ?? String(index))", type: element.type, isMutable: variable.isMutable, storage: .local, place: variable.place,
                origin: variable.origin)
            track(part)
            return part
        }
    }

    private mutating func forget(_ variable: Variable) {
        parts[variable]?.forEach { forget($0) }
        state.assigned.remove(variable)
        state.perhaps.remove(variable)
    }

    private func isAssigned(_ variable: Variable) -> Bool { parts[variable]?.allSatisfy(isAssigned) ?? state.assigned.contains(variable) }
    private func mayBeAssigned(_ variable: Variable) -> Bool { parts[variable]?.contains(where: mayBeAssigned) ?? state.perhaps.contains(variable) }
    private func missing(of variable: Variable) -> Variable { parts[variable]?.first { !isAssigned($0) }.map(missing) ?? variable }

    private var isComplete: Bool { whole.map(isAssigned) ?? fields.values.allSatisfy(isAssigned) }

    /// The end of an initializer, or a `return` in it.
    private func leave(at offset: Int) {
        guard !isComplete else { return }
        checker.report(
            at: offset,
            whole == nil ? "return from initializer without initializing all stored properties" : "'self.init' isn't called on all paths before returning from initializer",
            notes: fields.values.filter { !isAssigned($0) }.sorted { $0.place.offset < $1.place.offset }.map { Note("'\($0.name)' not initialized", at: $0.place) })
    }

    /// Walks statements; true if control can reach the end.
    @discardableResult
    mutating func block(_ block: Block) -> Bool {
        var reaches = true
        var previous: Statement?
        let outside = deferred.count
        defer { deferred.removeSubrange(outside...) }
        for statement in block.statements {
            // Code that is never reached has no bearing on what follows.
            if !reaches {
                if let previous { UnreachableCode.warn(of: statement, after: previous, checker) }
                return false
            }
            reaches = self.statement(statement)
            previous = statement
        }
        if reaches { runDeferred(from: outside) }
        return reaches
    }

    /// Where a block is left, what its `defer` statements use must have a value.
    private func runDeferred(from first: Int) {
        for (place, uses) in deferred[first...] {
            for variable in uses.filter({ !isAssigned($0) }).sorted(by: { $0.place.offset < $1.place.offset }) {
                reportUse(of: variable, variable.isMutable && !fields.values.contains(variable) ? .reference : .read, at: place)
            }
        }
    }

    private mutating func statement(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .expression(let value), .yield(let value):
            expression(value)
            return value.type.standardName != "Never" && !value.neverReturns
        case .bind(let pattern, let value):
            if let value {
                // A global is made before its value is looked at.
                if pattern.bound.contains(where: { if case .global = $0.storage { true } else { false } }) { state.known.forgetGlobals() }
                expression(value)
                self.pattern(pattern)
                know(pattern, constant(value), isWhole: value.isPlain)
            } else {
                for variable in pattern.bound {
                    track(variable)
                    forget(variable)
                }
            }
            return true
        case .function(let function):
            // What it uses must have a value where it is called.
            if let body = function.body { nested(body, result: function) }
            return true
        case .if(let conditions, let then, let otherwise):
            self.conditions(conditions)
            let before = state
            // What stands behind a `false` is not compiled.
            if conditions.isAlwaysTrue { return block(then) }
            if conditions.isNeverTrue { return otherwise.map { block($0) } ?? true }
            let truth = truth(of: conditions)
            let first = block(then)
            let afterThen = state
            state = before
            let second = otherwise.map { block($0) } ?? true
            state = .merged([(first, afterThen), (second, state)], otherwise: state)
            // What never happens is known after the variables have been looked at.
            return truth == true ? first : truth == false ? second : first || second
        case .guard(let conditions, let otherwise):
            self.conditions(conditions)
            // What stands behind a `true` is not compiled.
            if conditions.isAlwaysTrue { return true }
            let before = state
            if block(otherwise) {
                checker.report(
                    at: checker.endOfGuard[statement.place] ?? Int(statement.place.offset),
                    "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope")
            }
            state = before
            return true
        case .while(let id, let conditions, let body):
            if let id { deferredAround[id] = deferred.count }
            forgetChanges { walker in walker.walk(statement) }
            var before = state
            round(id) { walk in
                walk.conditions(conditions)
                before = walk.state
                return conditions.isNeverTrue ? false : walk.block(body)
            }
            let left = id.flatMap { breaks.removeValue(forKey: $0) } ?? []
            let ends = left.map { (true, $0) }
            if conditions.isAlwaysTrue {
                state = .merged(ends, otherwise: before)
                return !left.isEmpty
            }
            let perhaps = before.perhaps.union(id.flatMap { rounds.removeValue(forKey: $0) } ?? [])
            state = .merged(ends + [(true, State(assigned: before.assigned, perhaps: perhaps, known: before.known))], otherwise: before)
            return true
        case .repeatWhile(let id, let body, let condition):
            if let id { deferredAround[id] = deferred.count }
            forgetChanges { walker in walker.walk(statement) }
            var goesOn = false
            round(id) { walk in
                let reaches = walk.block(body)
                if reaches { walk.expression(condition) }
                goesOn = reaches && !condition.isTrueLiteral
                return reaches && !condition.isFalseLiteral
            }
            let left = id.flatMap { breaks.removeValue(forKey: $0) } ?? []
            state = .merged(left.map { (true, $0) } + [(goesOn, state)], otherwise: state)
            return goesOn || !left.isEmpty
        case .forIn(let id, let pattern, let sequence, _, let filter, let body):
            if let id { deferredAround[id] = deferred.count }
            expression(sequence)
            forgetChanges { walker in walker.walk(statement) }
            let before = state
            round(id) { walk in
                walk.pattern(pattern)
                if let filter { walk.expression(filter) }
                return walk.block(body)
            }
            let left = (id.flatMap { breaks.removeValue(forKey: $0) } ?? []).map(\.perhaps) + [id.flatMap { rounds.removeValue(forKey: $0) } ?? []]
            state = State(assigned: before.assigned, perhaps: left.reduce(before.perhaps) { $0.union($1) }, known: before.known)
            return true
        case .switch(let id, let subject, let cases):
            if let id { deferredAround[id] = deferred.count }
            expression(subject)
            let before = state
            var ends: [(reaches: Bool, state: State)] = []
            for item in cases {
                state = before
                for (pattern, filter) in item.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                if let falling { state = .merged([(true, state), (true, falling)], otherwise: state) }
                falling = nil
                let reaches = block(item.body)
                if falling == nil { ends.append((reaches, state)) }
            }
            for left in id.flatMap({ breaks.removeValue(forKey: $0) }) ?? [] { ends.append((true, left)) }
            state = .merged(ends, otherwise: before)
            return ends.contains(where: \.reaches)
        case .break(let id):
            breaks[id, default: []].append(state)
            runDeferred(from: deferredAround[id] ?? 0)
            return false
        case .continue(let id):
            rounds[id, default: []].formUnion(state.perhaps)
            runDeferred(from: deferredAround[id] ?? 0)
            return false
        case .fallThrough:
            falling = state
            return false
        case .return(let value):
            if let value { expression(value) }
            runDeferred(from: 0)
            if initializer != nil, value == nil { leave(at: Int(statement.place.offset)) }
            return false
        case .throw(let value):
            expression(value)
            noteThrowing()
            return false
        case .do(let id, let body, let catches):
            if let id { deferredAround[id] = deferred.count }
            let before = state
            let outer = (thrown, knownWhereThrown)
            (thrown, knownWhereThrown) = (before.perhaps, nil)
            let outsideCatch = deferredOutsideCatch
            if !catches.isEmpty { deferredOutsideCatch = deferred.count }
            var ends: [(reaches: Bool, state: State)] = [(block(body), state)]
            deferredOutsideCatch = outsideCatch
            let (perhaps, known) = (thrown, knownWhereThrown)
            thrown = outer.0.union(perhaps)
            knownWhereThrown = known.map { inner in outer.1.map { .merged($0, inner) } ?? inner } ?? outer.1
            for clause in catches {
                // Nothing leads there.
                if let first = catches.first, checker.unreachableCatches.contains(first.place) { break }
                state = State(assigned: before.assigned, perhaps: perhaps, known: known ?? KnownValues())
                for (pattern, filter) in clause.patterns {
                    self.pattern(pattern)
                    if let filter { expression(filter) }
                }
                ends.append((block(clause.body), state))
            }
            for left in id.flatMap({ breaks.removeValue(forKey: $0) }) ?? [] { ends.append((true, left)) }
            state = .merged(ends, otherwise: before)
            return ends.contains(where: \.reaches)
        case .defer(let body):
            let before = (state, usedByDefer)
            let around = tracked
            // It runs at the end, when all may be different.
            state.known = KnownValues()
            state.assigned.formUnion(tracked)
            usedByDefer = []
            block(body)
            deferred.append((statement.place, (usedByDefer ?? []).intersection(around)))
            (state, usedByDefer) = before
            return true
        }
    }

    /// Walks a loop; `walk` says whether its end leads to the next round. Where constants wait for their value, what one round may give them counts for the next.
    private mutating func round(_ id: Int?, _ walk: (inout FlowCheck) -> Bool) {
        if let id, tracked.contains(where: { !$0.isMutable && !isAssigned($0) }) {
            var trial = self
            let said = (checker.diagnostics, checker.warnings)
            if walk(&trial) { trial.rounds[id, default: []].formUnion(trial.state.perhaps) }
            (checker.diagnostics, checker.warnings) = said
            state.perhaps.formUnion(trial.rounds[id] ?? [])
        }
        if walk(&self), let id { rounds[id, default: []].formUnion(state.perhaps) }
    }

    private mutating func noteThrowing() {
        runDeferred(from: deferredOutsideCatch)
        thrown.formUnion(state.perhaps)
        knownWhereThrown = knownWhereThrown.map { .merged($0, state.known) } ?? state.known
    }

    /// A nested function or closure. Those it captures are looked at where it is made or called.
    private func nested(_ body: Block, result function: Function) {
        var inner = FlowCheck(checker)
        inner.captured = Set(function.captures)
        let reaches = inner.block(body)
        checker.requireReturn(reaches, function, body)
    }

    private mutating func conditions(_ list: [Condition]) {
        for condition in list {
            switch condition {
            case .expression(let value): expression(value)
            case .pattern(let pattern, let value):
                expression(value)
                self.pattern(pattern)
            }
        }
    }

    private mutating func pattern(_ pattern: Pattern) {
        switch pattern {
        case .tuple(let parts, _), .enumCase(_, let parts, _): for part in parts { self.pattern(part) }
        case .unwrap(let inner, _): self.pattern(inner)
        case .cast(_, _, let inner): if let inner { self.pattern(inner) }
        case .test(_, let value): expression(value)
        case .bind, .wildcard, .none: break
        }
    }

    // MARK: Uses

    private enum Use { case read, change, reference, capture, localFunction }

    /// The tracked variable that the whole expression is.
    private func subject(of value: Expression) -> Variable? {
        switch value.kind {
        case .variable(let variable) where tracked.contains(variable): return variable
        case .tupleElement(let base, let index):
            guard !parts.isEmpty, let whole = subject(of: base), let elements = parts[whole], elements.indices.contains(index) else { return nil }
            return elements[index]
        case .stored(let base, let property):
            guard case .variable(let this) = base.kind, this == initializer?.selfVariable else { return nil }
            return fields[ObjectIdentifier(property)]
        default: return nil
        }
    }

    private mutating func use(_ variable: Variable, _ use: Use, at place: Place) {
        guard tracked.contains(variable) else { return }
        usedByDefer?.insert(variable)
        if isAssigned(variable) { return }
        reportUse(of: variable, use, at: place)
        if use != .read {
            let perhaps = state.perhaps
            set(variable)
            // Who captures it does not set it.
            if use == .capture || use == .localFunction { state.perhaps = perhaps }
        }
    }

    private func reportUse(of variable: Variable, _ use: Use, at place: Place) {
        let name = "\(variable.isMutable ? "variable" : "constant") '\(missing(of: variable).name)'"
        let message =
            switch use {
            case .read where fields.values.contains(variable): "'self' used before all stored properties are initialized"
            case .read, .change: "\(name) used before being initialized"
            case .reference: "\(name) passed by reference before being initialized"
            case .capture: "\(name) captured by a closure before being initialized"
            case .localFunction where !variable.isMutable: "\(name) used before being initialized"
            case .localFunction: "\(name) used by function definition before being initialized"
            }
        let isField = fields.values.contains(variable)
        checker.report(
            at: Int(place.offset), message,
            notes: isField ? [] : [Note("\(variable.isMutable ? "variable" : "constant") defined here", at: variable.place)])
    }

    /// A local function that is called uses what it captures.
    private mutating func capture(of function: Function, _ use: Use, at place: Place) {
        requireDeclared(function, at: place)
        for variable in function.captures { self.use(variable, use, at: place) }
    }

    /// What a local function captures must be declared before the function is used.
    private func requireDeclared(_ function: Function, at place: Place) {
        for variable in function.captures where !captured.contains(variable) && variable.place.source == place.source && variable.place.offset > place.offset {
            checker.report(
                at: Int(function.place.offset), "closure captures '\(variable.name)' before it is declared", notes: [Note("'\(variable.name)' declared here", at: variable.place)])
        }
    }

    /// `self` as a whole, inside an initializer.
    private mutating func useSelf(at place: Place) {
        usedByDefer?.formUnion(fields.values)
        guard initializer != nil, !isComplete else { return }
        checker.report(
            at: Int(place.offset),
            whole == nil
                ? "'self' used before all stored properties are initialized"
                : "'self' used before 'self.init' call or assignment to 'self'")
    }

    private mutating func assign(_ target: Expression, at place: Place) {
        switch target.kind {
        case .variable(let variable):
            if let initializer, variable == initializer.selfVariable {
                for field in fields.values { set(field) }
                if let whole { set(whole) }
                return
            }
            guard tracked.contains(variable) else { return }
            assign(variable, at: place)
        case .tuple(let parts): for part in parts { assign(part, at: place) }
        case .stored(let base, _):
            if let field = subject(of: target) { return assign(field, at: place) }
            if whole != nil, case .stored(let base, let property) = target.kind, case .variable(let this) = base.kind, this == initializer?.selfVariable, !property.isMutable {
                checker.report(
                    at: Int(target.place.offset), "'let' property '\(property.name)' may not be initialized directly; use \"self.init(...)\" or \"self = ...\" instead")
                return
            }
            if case .variable(let this) = base.kind, this == initializer?.selfVariable { return useSelf(at: place) }
            if let variable = subject(of: base), !isAssigned(variable) {
                checker.report(at: Int(place.offset), "struct '\(variable.name)' must be completely initialized before a member is stored to")
                return set(variable)
            }
            expression(base)
        case .tupleElement(let base, _):
            if let part = subject(of: target) { assign(part, at: place) } else { expression(base) }
        case .force(let base), .optionalBinding(let base), .optionalChain(let base): expression(base)
        case .computed(let base, _, _, let indices):
            if let base { change(base, .change, at: place) }
            arguments(indices)
        default: expression(target)
        }
    }

    private mutating func set(_ variable: Variable) {
        if let elements = parts[variable] { return elements.forEach { set($0) } }
        state.assigned.insert(variable)
        state.perhaps.insert(variable)
    }

    private mutating func assign(_ variable: Variable, at place: Place) {
        if !variable.isMutable, mayBeAssigned(variable) {
            let notes = variable.letPlace.map { [Note("change 'let' to 'var' to make it mutable", at: $0)] } ?? []
            checker.report(at: Int(place.offset), "immutable value '\(variable.name)' may only be initialized once", notes: notes)
        }
        set(variable)
    }

    /// Something passed `inout`, or the receiver of a mutating method.
    private mutating func change(_ target: Expression, _ use: Use, at place: Place) {
        var inner = target
        while true {
            if let variable = subject(of: inner) {
                self.use(variable, use, at: place)
                if !variable.isMutable, fields.values.contains(variable), isAssigned(variable) {
                    checker.report(at: Int(place.offset), "immutable value '\(variable.name)' must not be passed inout")
                }
                return
            }
            if case .inout(let next) = inner.kind { inner = next } else { break }
        }
        if case .variable(let this) = inner.kind, this == initializer?.selfVariable { return useSelf(at: place) }
        expression(inner)
    }

    private mutating func arguments(_ list: [Argument]) {
        for argument in list {
            switch argument {
            case .value(let value): expression(value)
            case .variadic(let values):
                // The array that holds them is made first.
                state.known.forgetGlobals()
                for value in values { expression(value) }
            case .defaulted: break
            }
        }
    }

    mutating func expression(_ value: Expression) {
        switch value.kind {
        case .integer, .floating, .boolean, .string, .none, .type: break
        case .variable(let variable):
            if let initializer, variable == initializer.selfVariable { useSelf(at: value.place) } else { use(variable, .read, at: value.place) }
        case .interpolation(let segments): for case .value(let part) in segments { expression(part) }
        case .array(let parts), .tuple(let parts): for part in parts { expression(part) }
        case .dictionary(let pairs):
            for pair in pairs {
                expression(pair.key)
                expression(pair.value)
            }
        case .function(let callee, let receiver):
            if let receiver { expression(receiver) }
            if !callee.function.isClosure { requireDeclared(callee.function, at: value.place) }
        case .stored(let base, _):
            if let field = subject(of: value) {
                use(field, .read, at: value.place)
            } else if case .variable(let this) = base.kind, this == initializer?.selfVariable {
                useSelf(at: value.place)
            } else {
                expression(base)
            }
        case .tupleElement(let base, _):
            if let part = subject(of: value) { use(part, .read, at: value.place) } else { expression(base) }
        case .force(let base), .optionalChain(let base), .optionalBinding(let base), .isNone(let base),
            .discard(let base), .cast(_, let base, _), .tryOptional(let base), .tryForce(let base):
            expression(base)
        case .try(let base):
            expression(base)
            // Nothing that the expression gives a value to has one yet.
            noteThrowing()
        case .inout(let base): change(base, .reference, at: value.place)
        case .convert(_, let base): expression(base)
        case .computed(let base, _, _, let indices):
            if let base {
                if case .variable(let this) = base.kind, this == initializer?.selfVariable { useSelf(at: value.place) } else { expression(base) }
            }
            arguments(indices)
            state.known.forgetGlobals()
        case .call(let callee, let receiver, let given):
            if let receiver {
                if callee.function.isMutating {
                    change(receiver, .change, at: value.place)
                } else if case .variable(let this) = receiver.kind, this == initializer?.selfVariable {
                    useSelf(at: value.place)
                } else {
                    expression(receiver)
                }
            }
            if !callee.function.isClosure { capture(of: callee.function, .localFunction, at: value.place) }
            for argument in given {
                if case .value(let passed) = argument, case .inout(let target) = passed.kind { change(target, .reference, at: value.place) } else { arguments([argument]) }
            }
            checkConstantArithmetic(callee.function, given, at: value.place)
            forget(after: callee.function, receiver, given, callee.function.isPlainArithmetic ? result(callee.function, given) : nil)
        case .callValue(let callee, let given):
            expression(callee)
            arguments(given)
            for case .value(let passed) in given { if case .inout(let target) = passed.kind { change(target, to: nil) } }
            state.known.forgetGlobals()
            state.known.call(isLosing: false)
        case .enumCase(_, let parts): for part in parts { expression(part) }
        case .closure(let function):
            for variable in function.captures {
                if let initializer, variable == initializer.selfVariable { useSelf(at: value.place) } else { use(variable, .capture, at: value.place) }
                state.known.share(variable)
            }
            if let body = function.body { nested(body, result: function) }
        case .binding(let bindings, let inner):
            for (_, initial) in bindings { expression(initial) }
            expression(inner)
        case .ternary(let condition, let yes, let no):
            expression(condition)
            if case .boolean(let isTrue) = condition.kind { return expression(isTrue ? yes : no) }
            let before = state.known
            expression(yes)
            let afterYes = state.known
            state.known = before
            expression(no)
            state.known = .merged(afterYes, state.known)
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right):
            expression(left)
            var before = state
            expression(right)
            before.known = .merged(before.known, state.known)
            state = before
        case .assign(let target, let new):
            // What is read for nothing but to be assigned is spoken of at the assignment.
            if let plain = subject(of: new) { use(plain, .read, at: value.place) } else { expression(new) }
            assign(target, at: value.place)
            change(target, to: constant(new), isPlain: new.isPlain)
        case .statement(let statement): _ = self.statement(statement)
        }
    }
}

extension Function {
    fileprivate var isClosure: Bool { kind == .closure }
}

extension Expression {
    fileprivate var isTrueLiteral: Bool { if case .boolean(true) = kind { true } else { false } }
    fileprivate var isFalseLiteral: Bool { if case .boolean(false) = kind { true } else { false } }

    /// A call of a function that never returns, converted to whatever is wanted.
    var neverReturns: Bool {
        switch kind {
        case .call(let callee, _, _): callee.function.result.standardName == "Never"
        case .convert(.never, _): true
        case .try(let inner): inner.neverReturns
        default: false
        }
    }
}

extension [Condition] {
    var isNeverTrue: Bool {
        contains { if case .expression(let value) = $0, case .boolean(false) = value.kind { true } else { false } }
    }

    var isAlwaysTrue: Bool {
        allSatisfy { if case .expression(let value) = $0 { value.isTrueLiteral } else { false } }
    }
}

extension Checker {
    func checkFlow(of statements: [Statement], functions: [Function]) {
        var cell = FlowCheck(self)
        cell.isTopLevel = true
        cell.block(Block(statements: statements))
        for (initial, _) in cellInitials {
            var inner = FlowCheck(self)
            inner.expression(initial)
        }
        for function in functions where function.place.source == source {
            for case let initial? in function.parameters.map(\.defaultValue) {
                var inner = FlowCheck(self)
                inner.expression(initial)
            }
            guard let body = function.body else { continue }
            var inner = FlowCheck(self)
            inner.captured = Set(function.captures)
            requireReturn(inner.function(function, body), function, body)
        }
    }

    /// A body that must give a value may not end without.
    func requireReturn(_ reachesEnd: Bool, _ function: Function, _ body: Block) {
        guard reachesEnd, !function.result.isVoid, !function.result.hasError, function.kind != .initializer, !function.isMemberwise else { return }
        if function.result.standardName == "Never" {
            return report(at: Int(function.place.offset), "function with uninhabited return type 'Never' is missing call to another never-returning function on all paths")
        }
        let what =
            switch function.kind {
            case .closure: "closure"
            case .getter: "getter"
            case .method: "instance method"
            case .staticMethod: "static method"
            default: "global function"
            }
        var end = endOfBody[function] ?? Int(function.place.offset)
        // A last expression of the right type is what was to be returned.
        if case .expression(let last)? = body.statements.last?.kind, last.type == function.result, !last.type.hasParameter { end = Int(last.start.offset) }
        report(at: end, "missing return in \(what) expected to return '\(function.result)'")
    }
}
