import IR

/// Expressions: each gives an operand, or puts its value into a register of the caller's choice.
extension FunctionBuilder {
    /// Evaluates into a register that is given: a variable's, a slot of a window.
    func evaluate(_ expression: Expression, into target: Operand) {
        let mark = mark()
        switch expression.kind {
        case .integer(let magnitude, let isNegative): if isNumber(expression), literal(expression, magnitude, isNegative, target) { return }
        case .floating(let number): if isNumber(expression), literal(expression, number, target) { return }
        case .boolean(let isTrue): if isNumber(expression), case .raw(let register) = target { return code.emit(.integer, register, wide: isTrue ? 1 : 0) }
        case .ternary(let condition, let yes, let no):
            if case .void = target { break }
            let (otherwise, end) = (Label(), Label())
            code.at(expression.place)
            jumpUnless(condition, otherwise)
            evaluate(yes, into: target)
            code.jump(end)
            code.bind(otherwise)
            evaluate(no, into: target)
            code.bind(end)
            return
        default: break
        }
        let operand = evaluate(expression, preferring: target)
        if operand.isSame(as: target) { wroteIfObject(target) } else { move(operand, to: target) }
        release(mark)
    }

    private func isNumber(_ expression: Expression) -> Bool {
        switch value(expression.type) {
        case .integer, .double, .float, .bool: true
        default: false
        }
    }

    private func wroteIfObject(_ operand: Operand) {
        if case .object(let register) = operand { wrote(register) }
    }

    /// Evaluates; the operand is a variable's own register or a temporary. Arithmetic goes straight to `preferring`, if given.
    func evaluate(_ expression: Expression, preferring target: Operand? = nil) -> Operand {
        let before = code.current
        if expression.place.source >= 0 { code.at(expression.place) }
        defer { code.current = before }
        if let literal = literalOfOwnType(expression, target) { return literal }
        switch expression.kind {
        case .integer(let magnitude, let isNegative): return made(expression, target) { _ = literal(expression, magnitude, isNegative, $0) }
        case .floating(let number): return made(expression, target) { _ = literal(expression, number, $0) }
        case .boolean(let isTrue): return made(expression, target) { code.emit(.integer, $0.register, wide: isTrue ? 1 : 0) }
        case .string(let text):
            return made(expression, target) { operand in
                let isCharacter = value(expression.type) == .character
                code.emit(.object, operand.register, wide: code.object(isCharacter ? .character(Character(text)) : .string(text)))
            }
        case .interpolation(let segments): return interpolate(segments)
        case .array(let elements): return array(elements, concrete(expression.type))
        case .dictionary(let entries): return dictionary(entries, concrete(expression.type))
        case .none: return made(expression, target) { code.emit(.clear, $0.register) }
        case .tuple(let elements): return aggregate(elements.map { .expression($0) }, elements.map { value($0.type) })

        case .variable(let variable):
            return read(variable)
        case .function(let callee, let receiver): return functionValue(callee, receiver, expression.type)
        case .type(let type):
            return made(expression, target) { operand in
                let instance = concrete(type)
                lowering.complete(instance)
                code.emit(.typeObject, operand.register, wide: code.type(lowering.valueType(instance)))
            }

        case .stored(let base, let property):
            return part(base, type: concrete(expression.type), target) { $0.fieldWord(property.index) }
        case .tupleElement(let base, let index):
            return part(base, type: concrete(expression.type), target) { $0.fieldWord(index) }
        case .computed(let base, let property, let arguments, let indices):
            let receiver = base.map { ArgumentSource.expression($0) }
            return call(Callee(function: property.getter, typeArguments: arguments), receiver: receiver, sources(indices, property.getter), target)

        case .call(let callee, let receiver, let arguments):
            return call(callee, receiver: receiver.map { .expression($0) }, sources(arguments, callee.function), target)
        case .callValue(let function, let arguments):
            guard case .function(let type) = concrete(function.type) else { return .void }
            if case .variable(let variable) = function.kind, let closure = inlinedClosures[variable] { return call(closure, type, closureSources(arguments, type)) }
            return callClosure(evaluate(function), type, closureSources(arguments, type))
        case .enumCase(let enumCase, let arguments): return makeCase(enumCase, arguments, concrete(expression.type), target)
        case .closure(let function): return makeClosure(function)

        case .force(let inner): return force(inner, isImplicit: inner.place == expression.place)
        case .optionalChain(let inner): return chain(inner, expression)
        case .optionalBinding(let inner):
            let operand = evaluate(inner)
            if let exit = chainExits.last { code.jump(.jumpIfNil, operand.register, exit) }
            return unwrap(operand, payload: concrete(expression.type))
        case .isNone(let inner):
            return made(expression, target) { result in
                let mark = mark()
                code.emit(.isNil, result.register, evaluate(inner).register)
                release(mark)
            }
        case .binding(let bindings, let body):
            for (variable, initial) in bindings { bind(variable, to: initial) }
            return evaluate(body)

        case .ternary, .and, .or: return chosen(expression)
        case .coalesce(let left, let right): return coalesce(left, right, expression)
        case .statement(let statement): return evaluate(statement, as: expression.type)

        case .try(let inner): return evaluate(inner, preferring: target)
        case .tryOptional(let inner): return tryOptional(inner, expression)
        case .tryForce(let inner): return tryForce(inner)

        case .assign(let target, let newValue):
            if let payload = newValue.type.optionalPayload, payload == target.type, newValue.isFailableInitialization {
                delegate(to: newValue, target)
            } else {
                assign(newValue, to: target)
            }
            return .void
        case .discard(let inner):
            let mark = mark()
            _ = evaluate(inner)
            release(mark)
            return .void
        case .inout(let inner): return evaluate(inner)

        case .convert(.never, let inner):
            _ = evaluate(inner)
            return temporary(expression.type)
        case .convert(_, let inner):
            return convert(evaluate(inner), from: concrete(inner.type), to: concrete(expression.type))
        case .cast(let kind, let inner, let target): return cast(kind, inner, concrete(target), expression)
        }
    }

    /// A fresh temporary, or the register asked for, filled by `fill`.
    func made(_ expression: Expression, _ target: Operand?, _ fill: (Operand) -> Void) -> Operand {
        let operand = target ?? temporary(expression.type)
        if case .void = operand { return operand }
        fill(operand)
        wroteIfObject(operand)
        return operand
    }

    // MARK: Literals

    /// An integer literal of a standard number type. Others are calls, made by the checker.
    private func literal(_ expression: Expression, _ magnitude: UInt64, _ isNegative: Bool, _ target: Operand) -> Bool {
        guard case .raw(let register) = target else { return false }
        switch value(expression.type) {
        case .double:
            let number = Double(magnitude)
            emitWord(Int(bitPattern: UInt((isNegative ? -number : number).bitPattern)), to: register)
        case .float:
            let number = Float(magnitude)
            emitWord(Int((isNegative ? -number : number).bitPattern), to: register)
        default:
            let word = Int(truncatingIfNeeded: magnitude)
            emitWord(isNegative ? 0 &- word : word, to: register)
        }
        return true
    }
    private func literal(_ expression: Expression, _ number: Double, _ target: Operand) -> Bool {
        guard case .raw(let register) = target else { return false }
        if value(expression.type) == .float {
            emitWord(Int(Float(number).bitPattern), to: register)
        } else {
            emitWord(Int(bitPattern: UInt(number.bitPattern)), to: register)
        }
        return true
    }
    func emitWord(_ word: Int, to register: Int) {
        if Int32(exactly: word) != nil { code.emit(.integer, register, wide: word) } else { code.emit(.constant, register, wide: code.constant(word)) }
    }

    /// A literal of a type that makes its values from literals itself: a call of the initializer that it has for that.
    private func literalOfOwnType(_ expression: Expression, _ target: Operand?) -> Operand? {
        let candidates: [(proto: String, label: String)]
        switch expression.kind {
        case .integer: candidates = [("ExpressibleByIntegerLiteral", "integerLiteral")]
        case .floating: candidates = [("ExpressibleByFloatLiteral", "floatLiteral")]
        case .boolean: candidates = [("ExpressibleByBooleanLiteral", "booleanLiteral")]
        case .string, .interpolation:
            candidates = [
                ("ExpressibleByStringLiteral", "stringLiteral"), ("ExpressibleByExtendedGraphemeClusterLiteral", "extendedGraphemeClusterLiteral"),
                ("ExpressibleByUnicodeScalarLiteral", "unicodeScalarLiteral"),
            ]
        case .none: candidates = [("ExpressibleByNilLiteral", "nilLiteral")]
        default: return nil
        }
        let type = concrete(expression.type)
        switch lowering.valueType(type) {
        case .integer, .double, .float, .bool, .string, .character, .optional, .void: return nil
        default: break
        }
        if case .string(let text) = expression.kind, case .nominal(let nominal, _) = type, nominal.origin == .standard, nominal.qualifiedName == "Unicode.Scalar" {
            let mark = mark()
            let word = newRaw()
            emitWord(Int(text.unicodeScalars.first?.value ?? 0), to: word)
            return release(mark, keeping: aggregate([.operand(.raw(word))], [.integer(.uint32)]))
        }
        for candidate in candidates {
            let proto = lowering.standard(candidate.proto)
            guard lowering.knowledge.conforms(type, to: proto), let requirement = lowering.initializer(labelled: candidate.label, of: proto) else { continue }
            let callee = resolve(Callee(function: requirement, typeArguments: [type]))
            guard !callee.function.isRequirement, let parameter = CallTypes(callee, self).parameters.first, parameter != type else { continue }
            var argument = expression
            argument.type = parameter
            if case .none = expression.kind { argument.kind = .tuple([]) }
            return call(callee, receiver: nil, [.expression(argument)], target)
        }
        return nil
    }

    private func interpolate(_ segments: [Expression.Segment]) -> Operand {
        let mark = mark()
        let target = newObject()
        var parts: [Expression.Segment] = []
        for segment in segments {
            if case .text("") = segment { continue }
            parts.append(segment)
        }
        if grow(target, by: parts) { return release(mark, keeping: .object(target)) }
        let registers = parts.map { _ in newObject() }
        for (part, register) in zip(parts, registers) {
            switch part {
            case .text(let text): code.emit(.object, register, wide: code.object(.string(text)))
            case .value(let expression):
                if value(expression.type) == .string { evaluate(expression, into: .object(register)) } else { describe(expression, register) }
            }
            wrote(register)
        }
        if parts.count > 60_000 { code.emit(.trap, 0, wide: code.object(.string("this text has too many parts"))) }
        code.emit(.concatenate, target, registers.first ?? target, registers.count)
        registers.forEach(took)
        wrote(target)
        return release(mark, keeping: .object(target))
    }

    /// A few literals and integers: appended one by one to the first, they mostly fit into a short text. False for other parts.
    private func grow(_ target: Int, by parts: [Expression.Segment]) -> Bool {
        guard 2 ... 4 ~= parts.count, case .text(let first) = parts[0] else { return false }
        for part in parts {
            if case .value(let expression) = part, !(expression.isSimple && isDecimal(value(expression.type))) { return false }
        }
        code.emit(.object, target, wide: code.object(.string(first)))
        wrote(target)
        for part in parts.dropFirst() {
            let mark = mark()
            switch part {
            case .value(let expression): code.emit(.appendDigits, target, evaluate(expression).register)
            case .text(let text):
                let tail = newObject()
                code.emit(.object, tail, wide: code.object(.string(text)))
                wrote(tail)
                code.emit(.appendString, target, tail)
            }
            release(mark)
        }
        return true
    }

    private func describe(_ expression: Expression, _ register: Int) {
        let mark = mark()
        let type = concrete(expression.type)
        lowering.complete(type)
        let operand = evaluate(expression)
        let described = lowering.valueType(type)
        if isDecimal(described) {
            code.emit(.describeInt, register, operand.register)
            return release(mark)
        }
        let index = code.type(described)
        switch operand {
        case .raw(let source): code.emit(.describeRaw, register, source, index)
        case .object(let source): code.emit(.describeObject, register, source, index)
        case .void: code.emit(.object, register, wide: code.object(.string("()")))
        }
        release(mark)
    }

    func array(_ elements: [Expression], _ type: Type) -> Operand {
        guard case .nominal(let nominal, let arguments) = type, let element = arguments.first, nominal.name == "Array" else {
            return .void
        }
        let storage = ArrayStorage(lowering.valueType(element))
        let target = newObject()
        code.emit(.newArray, target, storage.number, min(elements.count, 60_000))
        wrote(target)
        for expression in elements {
            let mark = mark()
            append(evaluate(expression), to: target, storage)
            release(mark)
        }
        return .object(target)
    }
    func append(_ operand: Operand, to array: Int, _ storage: ArrayStorage) {
        switch operand {
        case .raw(let register): code.emit(storage.append, array, register)
        case .object: take(operand) { code.emit(storage.append, array, $0) }
        case .void:
            let empty = newObject()
            code.emit(storage.append, array, empty)
        }
    }

    private func dictionary(_ entries: [(key: Expression, value: Expression)], _ type: Type) -> Operand {
        guard case .nominal(_, let arguments) = type, arguments.count == 2 else { return .void }
        lowering.complete(arguments[0])
        let key = lowering.valueType(arguments[0])
        let value = lowering.valueType(arguments[1])
        let target = newObject()
        code.emit(.newTable, target, code.type(key), code.type(value))
        wrote(target)
        for entry in entries {
            let mark = mark()
            let (keyOperand, valueOperand) = (evaluate(entry.key), evaluate(entry.value))
            let table = newRaw()
            let address = newRaw()
            _ = newRaw()
            code.emit(.addressObject, table, target)
            code.emit(key.isRaw ? .valueAddressRawKey : .valueAddressObjectKey, address, table, keyOperand.register)
            let isNew = Label()
            code.jump(.jumpIf, address + 1, isNew)
            code.emit(.trap, 0, wide: code.object(.string("Dictionary literal contains duplicate keys")))
            code.bind(isNew)
            put(valueOperand, at: address)
            release(mark)
        }
        return .object(target)
    }

    /// Stores at an address.
    func put(_ operand: Operand, at address: Int) {
        switch operand {
        case .raw(let register): code.emit(.storeRaw, address, register)
        case .object: take(operand) { code.emit(.storeObject, address, $0) }
        case .void: break
        }
    }

    // MARK: Parts

    /// A field of an aggregate.
    private func part(_ base: Expression, type: Type, _ target: Operand?, _ word: (AggregateLayout) -> Int) -> Operand {
        if type == .void {
            _ = evaluate(base)
            return .void
        }
        let layout = AggregateLayout(concrete(base.type), lowering)
        let isRaw = lowering.valueType(type).isRaw
        let outer = mark()
        let result = target ?? (isRaw ? .raw(newRaw()) : .object(newObject()))
        let mark = mark()
        if let address = borrow(base) {
            code.emit(isRaw ? .fieldAtRaw : .fieldAtObject, result.register, address, word(layout))
        } else {
            let object = evaluate(base)
            code.emit(isRaw ? .fieldRaw : .fieldObject, result.register, object.register, word(layout))
        }
        wroteIfObject(result)
        release(mark)
        _ = outer
        return result
    }

    /// A tuple or struct from its fields, evaluated in order.
    func aggregate(_ fields: [ArgumentSource], _ types: [ValueType], tag: Int = 0) -> Operand {
        if types.isEmpty && tag == 0 { return .void }
        let references = types.count { !$0.isRaw }
        let raws = types.count - references
        let mark = mark()
        let firstObject = (0 ..< max(1, references)).map { _ in newObject() }[0]
        let firstRaw = raws == 0 ? 0 : (0 ..< raws).map { _ in newRaw() }[0]
        for ((field, type), word) in zip(zip(fields, types), Lowering.layout(types)) {
            let target: Operand = type.isVoid ? .void : type.isRaw ? .raw(firstRaw + word - references) : .object(firstObject + word)
            switch field {
            case .expression(let expression): evaluate(expression, into: target)
            case .operand(let operand): copy(operand, to: target)
            case .address, .defaulted, .variadic: break
            }
        }
        code.emit(.makeAggregate, firstObject, firstRaw, code.shape(IR.Function.Shape(references: references, raws: raws, tag: tag)))
        for offset in 0 ..< references { took(firstObject + offset) }
        wrote(firstObject)
        return release(mark, keeping: .object(firstObject))
    }

    /// A tuple without a value is there from the start, for its elements may be given theirs one by one.
    func makeRoom(for type: Type, in place: LValue) {
        let type = concrete(type)
        guard case .tuple(let elements) = type, !elements.isEmpty else { return }
        let layout = AggregateLayout(type, lowering)
        let references = layout.types.count { !$0.isRaw }, raws = layout.types.count - references
        let mark = mark()
        let firstObject = (0 ..< max(1, references)).map { _ in newObject() }[0]
        let firstRaw = raws == 0 ? 0 : (0 ..< raws).map { _ in newRaw() }[0]
        for offset in 0 ..< raws { code.emit(.integer, firstRaw + offset, wide: 0) }
        code.emit(.makeAggregate, firstObject, firstRaw, code.shape(IR.Function.Shape(references: references, raws: raws)))
        wrote(firstObject)
        assign(.object(firstObject), to: place)
        release(mark)
        for (index, element) in elements.enumerated() { makeRoom(for: element.type, in: .field(place, index, type)) }
    }

    private func makeCase(_ enumCase: EnumCase, _ arguments: [Expression], _ type: Type, _ target: Operand?) -> Operand {
        if case .optional(let wrapped) = lowering.valueType(type) {
            guard let payload = arguments.first else {
                let operand = target ?? .object(newObject())
                code.emit(.clear, operand.register)
                return operand
            }
            return wrap(evaluate(payload), payload: wrapped)
        }
        if enumCase.owner.isOpaque { return nativeCase(enumCase, arguments, type) }
        let operand: Operand
        if case .nominal(let made) = lowering.valueType(type), made.isRaw {
            operand = target ?? .raw(newRaw())
            code.emit(.integer, operand.register, wide: enumCase.index)
            return operand
        }
        if enumCase.payload.isEmpty {
            operand = target ?? .object(newObject())
            code.emit(.object, operand.register, wide: code.object(.emptyCase(enumCase.index)))
            wroteIfObject(operand)
            return operand
        }
        return aggregate(arguments.map { .expression($0) }, arguments.map { value($0.type) }, tag: enumCase.index)
    }

    // MARK: Choice

    private func chosen(_ expression: Expression) -> Operand {
        let result = temporary(expression.type)
        let (otherwise, end) = (Label(), Label())
        switch expression.kind {
        case .ternary(let condition, let yes, let no):
            jumpUnless(condition, otherwise)
            evaluate(yes, into: result)
            code.jump(end)
            code.bind(otherwise)
            evaluate(no, into: result)
        default:
            jumpUnless(expression, otherwise)
            code.emit(.integer, result.register, wide: 1)
            code.jump(end)
            code.bind(otherwise)
            code.emit(.integer, result.register, wide: 0)
        }
        code.bind(end)
        return result
    }

    private func coalesce(_ left: Expression, _ right: Expression, _ expression: Expression) -> Operand {
        let result = temporary(expression.type)
        let (otherwise, end) = (Label(), Label())
        let mark = mark()
        let optional = evaluate(left)
        let (source, target) = (concrete(left.type), concrete(expression.type))
        code.jump(.jumpIfNil, optional.register, otherwise)
        if source == target {
            move(optional, to: result)
        } else if case .nominal(_, let arguments) = source, let payload = arguments.first {
            move(unwrap(optional, payload: payload), to: result)
        }
        release(mark)
        code.jump(end)
        code.bind(otherwise)
        evaluate(right, into: result)
        code.bind(end)
        return result
    }

    private func evaluate(_ statement: Statement, as type: Type) -> Operand {
        let result = temporary(type)
        let end = Label()
        yields.append((result, end, scopes.count))
        let mark = mark()
        self.statement(statement)
        release(mark)
        yields.removeLast()
        code.bind(end)
        wroteIfObject(result)
        return result
    }

    // MARK: Optionals

    func wrap(_ operand: Operand, payload: ValueType) -> Operand {
        let target = newObject()
        switch operand {
        case .raw(let register): code.emit(.wrapRaw, target, register)
        case .object(let register):
            if payload.isOptional { code.emit(.wrapOptional, target, register) } else { move(operand, to: .object(target)) }
        case .void:
            // `()` is nil by itself; `.some(())` is not.
            code.emit(.makeAggregate, target, 0, code.shape(IR.Function.Shape(references: 0, raws: 0)))
        }
        wrote(target)
        return .object(target)
    }

    /// The payload of an Optional that is known not to be nil.
    func unwrap(_ operand: Operand, payload: Type) -> Operand {
        let type = lowering.valueType(payload)
        if type.isVoid { return .void }
        if type.isRaw {
            let target = newRaw()
            code.emit(.unwrapRaw, target, operand.register)
            return .raw(target)
        }
        guard type.isOptional else { return operand }
        let target = newObject()
        code.emit(.unwrapOptional, target, operand.register)
        wrote(target)
        return .object(target)
    }

    /// What is unwrapped because it is declared as `T!` stands where the name stands; a written `!` has a place of its own.
    private func force(_ inner: Expression, isImplicit: Bool) -> Operand {
        let operand = evaluate(inner)
        if isImplicit {
            trapIfNil(operand, "Unexpectedly found nil while implicitly unwrapping an Optional value")
        } else {
            code.emit(.checkNotNil, operand.register)
        }
        guard case .nominal(_, let arguments) = concrete(inner.type), let payload = arguments.first else { return operand }
        return unwrap(operand, payload: payload)
    }

    func trapIfNil(_ operand: Operand, _ message: String) {
        let (missing, present) = (Label(), Label())
        code.jump(.jumpIfNil, operand.register, missing)
        code.jump(present)
        code.bind(missing)
        code.emit(.trap, 0, wide: code.object(.string(message)))
        code.bind(present)
    }

    private func chain(_ inner: Expression, _ expression: Expression) -> Operand {
        let (exit, end) = (Label(), Label())
        if concrete(expression.type) == .void {
            chainExits.append(exit)
            let mark = mark()
            _ = evaluate(inner)
            release(mark)
            chainExits.removeLast()
            code.bind(exit)
            return .void
        }
        let result = newObject()
        chainExits.append(exit)
        let mark = mark()
        let operand = evaluate(inner)
        chainExits.removeLast()
        if concrete(inner.type) == concrete(expression.type) {
            move(operand, to: .object(result))
        } else {
            move(wrap(operand, payload: value(inner.type)), to: .object(result))
        }
        code.jump(end)
        code.bind(exit)
        code.emit(.clear, result)
        code.bind(end)
        release(mark)
        wrote(result)
        return .object(result)
    }

    // MARK: Errors

    /// Runs `body`; errors go to the code that `caught` makes, with the error in a register.
    func guarded(_ body: () -> Void, caught: (Int) -> Void) {
        let error = newObject()
        keep(error)
        let start = code.position
        let (end, target) = (Label(), Label())
        body()
        let range = start ..< code.position
        code.jump(end)
        code.bind(target)
        let entry = code.position
        wrote(error)
        caught(error)
        code.bind(end)
        if !range.isEmpty { code.handler(range, target: entry, register: error) }
    }

    private func tryOptional(_ inner: Expression, _ expression: Expression) -> Operand {
        let result = newObject()
        let isFlat = concrete(inner.type) == concrete(expression.type)
        guarded {
            let mark = mark()
            let operand = evaluate(inner)
            move(isFlat ? operand : wrap(operand, payload: value(inner.type)), to: .object(result))
            release(mark)
        } caught: { error in
            clear(error)
            code.emit(.clear, result)
        }
        wrote(result)
        return .object(result)
    }

    private func tryForce(_ inner: Expression) -> Operand {
        let result = temporary(inner.type)
        guarded {
            evaluate(inner, into: result)
        } caught: {
            code.emit(.trapThrown, $0)
        }
        wroteIfObject(result)
        return result
    }
}

extension Operand {
    func isSame(as other: Operand) -> Bool {
        switch (self, other) {
        case (.raw(let left), .raw(let right)), (.object(let left), .object(let right)): left == right
        case (.void, .void): true
        default: false
        }
    }
}

/// Which storage class an array has, by its element type: the numbers of `newArray`.
struct ArrayStorage {
    enum Kind: Int { case int, double, bool, word, object }
    let kind: Kind
    init(_ element: ValueType) {
        switch element {
        case .integer(.int): kind = .int
        case .double: kind = .double
        case .bool: kind = .bool
        default: kind = element.isRaw ? .word : .object
        }
    }
    var number: Int { kind.rawValue }
    var append: Opcode { [.appendInt, .appendDouble, .appendBool, .appendWord, .appendObject][kind.rawValue] }
    var appendAt: Opcode { [.appendAtInt, .appendAtDouble, .appendAtBool, .appendAtWord, .appendAtObject][kind.rawValue] }
    var element: Opcode { [.elementInt, .elementDouble, .elementBool, .elementWord, .elementObject][kind.rawValue] }
    var elementAt: Opcode { [.elementAtWord, .elementAtWord, .elementAtBool, .elementAtWord, .elementAtObject][kind.rawValue] }
    var set: Opcode { [.setElementInt, .setElementDouble, .setElementBool, .setElementWord, .setElementObject][kind.rawValue] }
    var setAt: Opcode { [.setElementAtInt, .setElementAtDouble, .setElementAtBool, .setElementAtWord, .setElementAtObject][kind.rawValue] }
    /// Elements of `[Bool]` are bytes: they have no slot to point at.
    var address: Opcode? { [.elementAddressInt, .elementAddressDouble, nil, .elementAddressWord, .elementAddressObject][kind.rawValue] }
    var isRaw: Bool { kind != .object }
}

/// The words of the fields of a tuple or struct.
struct AggregateLayout {
    let types: [ValueType]
    private let words: [Int]

    init(_ type: Type, _ lowering: Lowering) {
        switch lowering.valueType(type) {
        case .tuple(let elements): types = elements.map(\.type)
        case .nominal(let nominal): types = nominal.fields.map(\.type)
        default: types = []
        }
        words = Lowering.layout(types)
    }
    func fieldWord(_ index: Int) -> Int { words.indices.contains(index) ? words[index] : 0 }
}
