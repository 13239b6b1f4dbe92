import IR

/// `for`-`in`: ranges of integers and arrays are walked by the machine itself, everything else by its iterator.
extension FunctionBuilder {
    func lowerFor(
        _ label: Int?, _ pattern: Pattern, _ sequence: Expression, _ iteration: Statement.Iteration, _ filter: Expression?, _ body: Block
    ) {
        let mark = mark()
        if case .call(let callee, nil, let arguments) = sequence.kind, callee.function.origin == .standard, callee.function.name == "progress",
            arguments.count == 1, case .value(let elements) = arguments[0], lowerProgress(label, pattern, elements, filter, body)
        {
            return release(mark)
        }
        let type = concrete(sequence.type)
        if case .nominal(let nominal, let arguments) = type, nominal.origin == .standard, let element = arguments.first {
            let isInt = lowering.valueType(element) == .int
            if isInt && nominal.name == "Range" || isInt && nominal.name == "ClosedRange" {
                lowerRange(label, pattern, sequence, isClosed: nominal.name == "ClosedRange", filter, body)
                return release(mark)
            }
            if isInt, nominal.name == "StrideTo" || nominal.name == "StrideThrough",
                lowerStride(label, pattern, sequence, isThrough: nominal.name == "StrideThrough", filter, body)
            {
                return release(mark)
            }
            if nominal.name == "Array" {
                lowerArray(label, pattern, sequence, element, filter, body)
                return release(mark)
            }
        }
        if lowering.valueType(type) == .string {
            lowerText(label, pattern, sequence, filter, body)
        } else {
            lowerIterator(label, pattern, sequence, iteration, filter, body)
        }
        release(mark)
    }

    /// `progress` of a range of integers, of a stride that stands where it is walked, or of an array: the loop over what is inside, in stretches between which it says how far
    /// it is. False for any other sequence.
    private func lowerProgress(_ label: Int?, _ pattern: Pattern, _ elements: Expression, _ filter: Expression?, _ body: Block) -> Bool {
        guard case .nominal(let nominal, let arguments) = concrete(elements.type), nominal.origin == .standard, let element = arguments.first else { return false }
        if nominal.name == "Array" {
            lowerArray(label, pattern, elements, element, filter, body, reports: true)
            return true
        }
        guard lowering.valueType(element) == .int else { return false }
        switch nominal.name {
        case "Range", "ClosedRange":
            lowerRange(label, pattern, elements, isClosed: nominal.name == "ClosedRange", filter, body, reports: true)
            return true
        case "StrideTo", "StrideThrough": return lowerStride(label, pattern, elements, isThrough: nominal.name == "StrideThrough", filter, body, reports: true)
        default: return false
        }
    }

    /// Stretches of a loop from one integer to another in steps: it goes on from its last turn, since there may be no integer behind that.
    private struct Stretches {
        let loop, first, counter, limit, step: Int
        /// The end of the present stretch; a copy of the step follows it, as the step follows the limit.
        let stop: Int
        let begin = Label()
    }

    /// Before the first turn of a loop whose counter stands at it. The step's register follows the limit's.
    private func beginStretches(_ counter: Int, _ limit: Int, _ step: Int, isThrough: Bool) -> Stretches {
        let (loop, first, through, stop, copy) = (newRaw(), newRaw(), newRaw(), newRaw(), newRaw())
        let stretches = Stretches(loop: loop, first: first, counter: counter, limit: limit, step: step, stop: stop)
        code.emit(.move, first, counter)
        code.emit(.move, copy, step)
        code.emit(.integer, through, wide: isThrough ? 1 : 0)
        native("_progressBeginStride(_:_:_:_:)<Int,Int,Int,Int>", [counter, limit, step, through], into: loop)
        code.bind(stretches.begin)
        native("_progressNextStride(_:_:_:_:_:)<Int,Int,Int,Int,Int>", [loop, first, counter, limit, step], into: stop)
        return stretches
    }

    /// After a turn: the next one of the stretch, the next stretch, and the end.
    private func goOn(_ stretches: Stretches, _ advance: Opcode, start: Label, exit: Label) {
        code.compareAndJump(advance, stretches.counter, stretches.stop, start)
        code.compareAndJump(advance, stretches.counter, stretches.limit, stretches.begin)
        code.bind(exit)
        native("_progressEnd(_:)<Int>", [stretches.loop], into: nil)
    }

    /// The end of the first stretch of a loop from `counter` to `limit`, and the loop's number.
    private func beginProgress(_ counter: Int, _ limit: Int) -> (stop: Int, loop: Int) {
        let (stop, loop) = (newRaw(), newRaw())
        native("_progressBegin(_:_:)<Int,Int>", [counter, limit], into: loop)
        native("_progressNext(_:_:_:)<Int,Int,Int>", [loop, counter, limit], into: stop)
        return (stop, loop)
    }

    /// After a stretch: the next one, if there is one, and the end.
    private func goOn(_ progress: (stop: Int, loop: Int), _ counter: Int, _ limit: Int, start: Label, exit: Label) {
        code.compareAndJump(.jumpLessOrEqualInt, limit, counter, exit)
        native("_progressNext(_:_:_:)<Int,Int,Int>", [progress.loop, counter, limit], into: progress.stop)
        code.jump(start)
        code.bind(exit)
        native("_progressEnd(_:)<Int>", [progress.loop], into: nil)
    }

    /// Calls a native function of integers.
    private func native(_ key: String, _ arguments: [Int], into result: Int?) {
        let mark = mark()
        let window = arguments.map { _ in newRaw() }
        let object = newObject()
        for (slot, argument) in zip(window, arguments) { code.emit(.move, slot, argument) }
        let site = NativeSite(
            key: key, typeArguments: [], parameters: arguments.map { _ in .int }, result: result == nil ? .void : .int, rawCount: arguments.count, referenceCount: 0)
        code.emit(.callNative, window[0], object, code.native(site))
        if let result { code.emit(.move, result, window[0]) }
        release(mark)
    }

    /// The pattern, the filter and the body, for one element.
    private func turn(_ label: Int?, _ pattern: Pattern, _ element: Operand, _ filter: Expression?, _ body: Block, exit: Label, next: Label) {
        let mark = mark()
        if case .bind(let variable) = pattern, !variable.isMutable, !variable.isAssigned {
            // The element's register is the variable's: it holds nothing else until the next turn.
            place(variable, element)
        } else {
            match(pattern, element, otherwise: next)
        }
        if let filter { jumpUnless(filter, next) }
        scopes.append(Scope(kind: .loop(label, breaks: exit, continues: next)))
        block(body.statements)
        scopes.removeLast()
        release(mark)
    }

    private func lowerRange(_ label: Int?, _ pattern: Pattern, _ sequence: Expression, isClosed: Bool, _ filter: Expression?, _ body: Block, reports: Bool = false) {
        let (counter, limit) = (newRaw(), newRaw())
        bounds(of: sequence, counter, limit, isClosed: isClosed)
        let (start, exit, next, end) = (Label(), Label(), Label(), Label())
        code.compareAndJump(isClosed ? .jumpLessInt : .jumpLessOrEqualInt, limit, counter, reports ? end : exit)
        if reports, isClosed {
            let step = newRaw()
            code.emit(.integer, step, wide: 1)
            let stretches = beginStretches(counter, limit, step, isThrough: true)
            code.bind(start)
            count(label, pattern, counter, filter, body, exit: exit, next: next)
            code.bind(next)
            goOn(stretches, .loopThrough, start: start, exit: exit)
            return code.bind(end)
        }
        let progress = reports ? beginProgress(counter, limit) : nil
        code.bind(start)
        count(label, pattern, counter, filter, body, exit: exit, next: next)
        code.bind(next)
        code.compareAndJump(isClosed ? .loopThrough : .loopBelow, counter, progress?.stop ?? limit, start)
        if let progress { goOn(progress, counter, limit, start: start, exit: exit) } else { code.bind(exit) }
        if reports { code.bind(end) }
    }

    /// One turn of a loop over integers.
    private func count(_ label: Int?, _ pattern: Pattern, _ counter: Int, _ filter: Expression?, _ body: Block, exit: Label, next: Label) {
        guard case .bind(let variable) = pattern, !variable.isMutable, !variable.isAssigned else {
            return turn(label, pattern, .raw(counter), filter, body, exit: exit, next: next)
        }
        // The counter is the variable: nothing else can change it.
        place(variable, .raw(counter))
        let mark = mark()
        if let filter { jumpUnless(filter, next) }
        scopes.append(Scope(kind: .loop(label, breaks: exit, continues: next)))
        block(body.statements)
        scopes.removeLast()
        release(mark)
    }

    /// `stride(from: a, to: b, by: c)` where it stands, without making the stride. False when the sequence is some other expression.
    private func lowerStride(
        _ label: Int?, _ pattern: Pattern, _ sequence: Expression, isThrough: Bool, _ filter: Expression?, _ body: Block, reports: Bool = false
    ) -> Bool {
        guard case .call(let callee, nil, let arguments) = sequence.kind, callee.function.origin == .standard, callee.function.name == "stride",
            arguments.count == 3, case .value(let from) = arguments[0], case .value(let end) = arguments[1], case .value(let step) = arguments[2]
        else { return false }
        let counter = newRaw()
        // The step's register follows the limit's.
        let limit = newRaw()
        let distance = newRaw()
        evaluate(from, into: .raw(counter))
        evaluate(end, into: .raw(limit))
        evaluate(step, into: .raw(distance))
        let (start, exit, next, over) = (Label(), Label(), Label(), Label())
        // There is something to walk; otherwise there is nothing to tell of either.
        let (walk, nothing) = (reports ? Label() : start, reports ? over : exit)
        if (step.smallInteger ?? 0) == 0 {
            let (fine, down) = (Label(), Label())
            code.at(sequence.place)
            code.jump(.jumpIf, distance, fine)
            code.emit(.trap, 0, wide: code.object(.string("Stride size must not be zero")))
            code.bind(fine)
            code.compareAndJump(.jumpLessImmediate, distance, 0, down)
            code.compareAndJump(isThrough ? .jumpLessInt : .jumpLessOrEqualInt, limit, counter, nothing)
            code.jump(walk)
            code.bind(down)
            code.compareAndJump(isThrough ? .jumpLessInt : .jumpLessOrEqualInt, counter, limit, nothing)
        } else if (step.smallInteger ?? 0) > 0 {
            code.compareAndJump(isThrough ? .jumpLessInt : .jumpLessOrEqualInt, limit, counter, nothing)
        } else {
            code.compareAndJump(isThrough ? .jumpLessInt : .jumpLessOrEqualInt, counter, limit, nothing)
        }
        if reports { code.bind(walk) }
        let stretches = reports ? beginStretches(counter, limit, distance, isThrough: isThrough) : nil
        code.bind(start)
        count(label, pattern, counter, filter, body, exit: exit, next: next)
        code.bind(next)
        let advance = isThrough ? Opcode.strideThrough : .strideTo
        if let stretches {
            goOn(stretches, advance, start: start, exit: exit)
            code.bind(over)
        } else {
            code.compareAndJump(advance, counter, limit, start)
            code.bind(exit)
        }
        return true
    }

    /// Of `a..<b` without making the range.
    private func bounds(of sequence: Expression, _ counter: Int, _ limit: Int, isClosed: Bool) {
        if case .call(let callee, nil, let arguments) = sequence.kind, callee.function.origin == .standard,
            callee.function.name == (isClosed ? "..." : "..<"), arguments.count == 2,
            case .value(let lower) = arguments[0], case .value(let upper) = arguments[1]
        {
            evaluate(lower, into: .raw(counter))
            evaluate(upper, into: .raw(limit))
            let fine = Label()
            code.at(sequence.place)
            code.compareAndJump(.jumpLessOrEqualInt, counter, limit, fine)
            code.emit(.trap, 0, wide: code.object(.string("Range requires lowerBound <= upperBound")))
            code.bind(fine)
            return
        }
        let mark = mark()
        let range = evaluate(sequence)
        code.emit(.fieldRaw, counter, range.register, 0)
        code.emit(.fieldRaw, limit, range.register, 1)
        release(mark)
    }

    private func lowerArray(_ label: Int?, _ pattern: Pattern, _ sequence: Expression, _ element: Type, _ filter: Expression?, _ body: Block, reports: Bool = false) {
        let storage = ArrayStorage(lowering.valueType(element))
        // A reference of the loop's own: changes of the variable inside the loop do not reach it.
        let array = newObject()
        evaluate(sequence, into: .object(array))
        keep(array)
        let (index, count) = (newRaw(), newRaw())
        code.emit(.arrayCount, count, array)
        code.emit(.integer, index, wide: 0)
        let (start, exit, next, end) = (Label(), Label(), Label(), Label())
        code.compareAndJump(.jumpLessOrEqualInt, count, index, reports ? end : exit)
        let progress = reports ? beginProgress(index, count) : nil
        code.bind(start)
        let mark = mark()
        let isVoid = lowering.valueType(element).isVoid
        let value: Operand = isVoid ? .void : storage.isRaw ? .raw(newRaw()) : .object(newObject())
        if !isVoid { code.emit(storage.element, value.register, array, index) }
        if case .object(let register) = value { wrote(register) }
        turn(label, pattern, value, filter, body, exit: exit, next: next)
        code.bind(next)
        release(mark)
        code.compareAndJump(.loopBelow, index, progress?.stop ?? count, start)
        if let progress { goOn(progress, index, count, start: start, exit: exit) } else { code.bind(exit) }
        if reports { code.bind(end) }
    }

    /// The characters of a String.
    private func lowerText(_ label: Int?, _ pattern: Pattern, _ sequence: Expression, _ filter: Expression?, _ body: Block) {
        let text = newObject()
        evaluate(sequence, into: .object(text))
        keep(text)
        let (position, count) = (newRaw(), newRaw())
        code.emit(.textCount, count, text)
        code.emit(.integer, position, wide: 0)
        let (start, exit, next) = (Label(), Label(), Label())
        code.compareAndJump(.jumpLessOrEqualInt, count, position, exit)
        code.bind(start)
        let mark = mark()
        let character = newObject()
        code.emit(.characterAt, character, text, position)
        wrote(character)
        code.emit(.textAfter, position, text, position)
        turn(label, pattern, .object(character), filter, body, exit: exit, next: next)
        code.bind(next)
        release(mark)
        code.compareAndJump(.jumpLessInt, position, count, start)
        code.bind(exit)
    }

    private func lowerIterator(
        _ label: Int?, _ pattern: Pattern, _ sequence: Expression, _ iteration: Statement.Iteration, _ filter: Expression?, _ body: Block
    ) {
        let iteratorType = concrete(iteration.iteratorType)
        let iterator = temporary(iteratorType)
        let inner = mark()
        let made = call(iteration.makeIterator, receiver: .expression(sequence), [])
        move(made, to: iterator)
        release(inner)
        if case .object(let register) = iterator { keep(register) }
        let (exit, next) = (Label(), Label())
        code.bind(next)
        let mark = mark()
        let address = newRaw()
        switch iterator {
        case .raw(let register): code.emit(.addressRaw, address, register)
        case .object(let register): code.emit(.addressObject, address, register)
        case .void: break
        }
        let element = call(iteration.next, receiver: .address(address), [])
        code.jump(.jumpIfNil, element.register, exit)
        let payload = unwrap(element, payload: concrete(iteration.elementType))
        turn(label, pattern, payload, filter, body, exit: exit, next: next)
        release(mark)
        code.jump(next)
        code.bind(exit)
    }
}
