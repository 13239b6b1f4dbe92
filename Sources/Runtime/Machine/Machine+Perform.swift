import CMachine
import IR

/// The instructions that are rare, or long enough that a call more does not matter.
extension Machine {
    @inline(never)
    func carryOut(
        _ i: Instruction, _ R: UnsafeMutablePointer<Word>, _ O: UnsafeMutablePointer<AnyObject?>, _ function: LinkedFunction.Pointer
    ) throws {
        switch i.opcode {
        case .convertInteger:
            R[i.A] = try Integers.convert(R[i.B], from: Integers.kinds[i.C >> 8], to: Integers.kinds[i.C & 255])
        case .doubleToInteger: R[i.A] = try Integers.convert(Double(word: R[i.B]), to: Integers.kinds[i.C])

        case .throw: throw ThrownValue(error: unsafeDowncast(O[i.A].unsafelyUnwrapped, to: Existential.self))
        case .trap: throw Trap(String(reference: function.pointee.objects[i.wide]))
        case .trapCast:
            let (found, wanted) = try misfit(unsafeDowncast(O[i.A].unsafelyUnwrapped, to: Existential.self), function.pointee.types[i.C])
            throw Trap("Could not cast value of type '\(found.spelling(qualified: true))' to '\(wanted.spelling(qualified: true))'.", kind: "")
        case .trapThrown:
            let error = unsafeDowncast(O[i.A].unsafelyUnwrapped, to: Existential.self)
            let text = try debugDescribe(error.type, word: error.bits, object: error.object)
            throw Trap("'try!' expression unexpectedly raised an error: " + text)

        case .makeClosure:
            let shape = function.pointee.shapes[i.C]
            let captures = shape.references + shape.raws == 0 ? nil : aggregate(shape, R + i.B, O + i.A)
            O[i.A] = Closure(function.pointee.callee(shape.callee), captures: captures)
        case .newCell: O[i.A] = Cell()

        case .globalReady: R[i.A] = try isReady(GlobalSlot(.raw, i.wide)) ? 1 : 0
        case .globalObjectReady: R[i.A] = try isReady(GlobalSlot(.object, i.wide)) ? 1 : 0

        case .wrapOptional: O[i.A] = OptionalBox(O[i.B])
        case .unwrapOptional: O[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: OptionalBox.self).value
        case .payloadAddress: R[i.A] = try payloadAddress(Machine.slot(R[i.B]), kind: i.C)

        case .newArray: O[i.A] = newArray(i.B, room: i.C)
        case .newTable:
            O[i.A] = TableObject(key: function.pointee.types[i.B], value: i.C == 0xFFFF ? nil : function.pointee.types[i.C])
        case .findRaw: R[i.A] = try Machine.peek(O + i.B, TableObject.self)._withUnsafeGuaranteedRef { try $0.find(word: R[i.C], object: nil, machine: self) }
        case .findObject:
            R[i.A] = try Machine.peek(O + i.B, TableObject.self)._withUnsafeGuaranteedRef { try $0.find(word: 0, object: O[i.C], machine: self) }
        case .valueRaw: R[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TableObject.self).valueWord(R[i.C])
        case .valueObject: O[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TableObject.self).valueObject(R[i.C])
        case .keyRaw: R[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TableObject.self).keyWord(R[i.C])
        case .keyObject: O[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TableObject.self).keyObject(R[i.C])
        case .nextPosition:
            let table = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TableObject.self)
            let position = table.nextPosition(from: R[i.A])
            R[i.A] = position < table.end ? position : -1

        case .eraseRaw: O[i.A] = Existential(type: function.pointee.types[i.C], bits: R[i.B], object: nil)
        case .eraseObject: O[i.A] = Existential(type: function.pointee.types[i.C], bits: 0, object: O[i.B])
        case .isType: R[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self).type == function.pointee.types[i.C] ? 1 : 0
        case .conforms:
            let type = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self).type
            R[i.A] = conformances.contains(ConformanceKey(proto: i.C, type: type)) ? 1 : 0
        case .existentialRaw: R[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self).bits
        case .existentialObject: O[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self).object
        case .existentialAddress:
            let object = Slot.typed(Machine.slot(R[i.B]), Existential.self)
            if !isKnownUniquelyReferenced(&object.pointee) {
                object.pointee = Existential(type: object.pointee.type, bits: object.pointee.bits, object: object.pointee.object)
            }
            R[i.A] = Word(bitPattern: i.C == 1 ? UnsafeMutableRawPointer(object.pointee.bitsAddress) : UnsafeMutableRawPointer(object.pointee.objectAddress))
        case .dynamicType: O[i.A] = TypeObject(unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self).type)
        case .existentialOfType: O[i.A] = Existential(type: unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TypeObject.self).type, bits: 0, object: nil)
        case .flattenExistential: O[i.A] = flattened(unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self))
        case .convertExistential:
            O[i.A] = try converted(unsafeDowncast(O[i.B].unsafelyUnwrapped, to: Existential.self), to: function.pointee.types[i.C])
        case .equalType:
            R[i.A] = unsafeDowncast(O[i.B].unsafelyUnwrapped, to: TypeObject.self).type == unsafeDowncast(O[i.C].unsafelyUnwrapped, to: TypeObject.self).type ? 1 : 0
        case .typeObject: O[i.A] = TypeObject(function.pointee.types[i.wide])

        case .describeRaw: O[i.A] = StringObject(try describe(function.pointee.types[i.C], word: R[i.B], object: nil))
        case .describeInt: O[i.A] = StringObject(String(R[i.B]))
        case .describeObject: O[i.A] = StringObject(try describe(function.pointee.types[i.C], word: 0, object: O[i.B]))
        case .concatenate: try concatenate(O + i.A, O + i.B, i.C)
        case .appendDigits: try append(String(R[i.B]), to: O + i.A)
        case .characterAt: O[i.A] = try Text(O[i.B], at: R[i.C]).character(R[i.C])
        case .textAfter: R[i.A] = try Text(O[i.B], at: R[i.C]).after(R[i.C])
        case .equalString: R[i.A] = O[i.B] === O[i.C] || String(reference: O[i.B]) == String(reference: O[i.C]) ? 1 : 0
        case .lessString: R[i.A] = String(reference: O[i.B]) < String(reference: O[i.C]) ? 1 : 0
        default:
            if try !changeStorage(i, R, O) { throw Trap("the machine has no instruction \(i.opcode)") }
        }
    }

    private func aggregate(_ shape: MachineShape, _ raws: UnsafeMutablePointer<Word>, _ objects: UnsafeMutablePointer<AnyObject?>) -> Aggregate {
        let result = Aggregate.make(references: shape.references, raws: shape.raws, tag: shape.tag)
        for index in 0 ..< shape.references { Machine.take(result.references + index, objects + index) }
        for index in 0 ..< shape.raws { result.raws[index] = raws[index] }
        return result
    }

    private func payloadAddress(_ slot: UnsafeMutablePointer<AnyObject?>, kind: Int) throws -> Word {
        guard let object = slot.pointee else { throw Trap.unexpectedNil }
        switch kind {
        case 1:
            // A copy of the box only when it is shared: `object` above is one more reference.
            slot.pointee = RawBox(unsafeDowncast(object, to: RawBox.self).bits)
            return Word(bitPattern: unsafeDowncast(slot.pointee.unsafelyUnwrapped, to: RawBox.self).bitsAddress)
        case 2:
            slot.pointee = OptionalBox(unsafeDowncast(object, to: OptionalBox.self).value)
            return Word(bitPattern: unsafeDowncast(slot.pointee.unsafelyUnwrapped, to: OptionalBox.self).valueAddress)
        default: return Word(bitPattern: slot)
        }
    }

    private func newArray(_ storage: Int, room: Int) -> AnyObject {
        func empty<Element>() -> [Element] {
            var elements: [Element] = []
            elements.reserveCapacity(room)
            return elements
        }
        switch storage {
        case 0: return IntArray(empty())
        case 1: return DoubleArray(empty())
        case 2: return BoolArray(empty())
        case 3: return WordArray(empty())
        default: return ObjectArray(empty())
        }
    }

    func append(_ tail: String, to slot: UnsafeMutablePointer<AnyObject?>) throws {
        let target = Slot.ownString(slot)
        let size = target.value.utf8.count
        // A long text is asked about once for each megabyte that it grows by.
        if (size ^ (size + tail.utf8.count)) >> 20 != 0 { try reserve(bytes: 2 * (size + tail.utf8.count)) }
        target.value += tail
    }

    func valueAddress(_ result: UnsafeMutablePointer<Word>, _ slot: UnsafeMutablePointer<AnyObject?>, _ word: Word, _ object: AnyObject?) throws {
        let (position, isNew) = try Slot.ownTable(slot).findOrAdd(word: word, object: object, machine: self)
        result[0] = Word(bitPattern: Slot.ownTable(slot).valueAddress(position))
        result[1] = isNew ? 1 : 0
    }

    private func concatenate(_ target: UnsafeMutablePointer<AnyObject?>, _ parts: UnsafeMutablePointer<AnyObject?>, _ count: Int) throws {
        var size = 0
        for index in 0 ..< count { size += String(reference: parts[index]).utf8.count }
        try reserve(bytes: size)
        var text = ""
        text.reserveCapacity(size)
        for index in 0 ..< count {
            text += String(reference: parts[index])
            parts[index] = nil
        }
        target.pointee = StringObject(text)
    }

    /// The function behind a requirement for the value in an existential. That there is none would be a mistake of ours.
    func witness(_ cache: UnsafeMutablePointer<WitnessCache>, _ slot: UnsafeMutablePointer<AnyObject?>) throws -> LinkedFunction.Pointer {
        if let known = Machine.peek(slot, Existential.self)._withUnsafeGuaranteedRef({ cache.pointee.function(for: $0.type) }) { return known }
        let type = unsafeDowncast(slot.pointee.unsafelyUnwrapped, to: Existential.self).type
        if let function = witnesses[WitnessKey(requirement: cache.pointee.requirement, type: type)] {
            cache.pointee.keep(function, for: type)
            return function
        }
        throw Trap("\(type.spelled) does not fulfil the requirement")
    }
}
