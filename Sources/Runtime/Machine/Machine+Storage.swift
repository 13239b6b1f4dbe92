import CMachine
import IR

/// Changing arrays and aggregates that are shared or must grow; the loop changes the others by itself. Indices were checked there.
extension Machine {
    /// Runs one such instruction; false when it is none.
    func changeStorage(_ i: Instruction, _ R: UnsafeMutablePointer<Word>, _ O: UnsafeMutablePointer<AnyObject?>) throws -> Bool {
        switch i.opcode {
        case .setFieldRaw: Slot.ownAggregate(O + i.A).words[i.B] = R[i.C]
        case .setFieldObject: Machine.take(Machine.slot(Word(bitPattern: Slot.ownAggregate(O + i.A).words + i.B)), O + i.C)
        case .fieldAddress: R[i.A] = Word(bitPattern: Slot.ownAggregate(Machine.slot(R[i.B])).words + i.C)

        case .setElementInt, .setElementWord, .fillInt: Slot.ownInts(O + i.A).elements[R[i.B]] = R[i.C]
        case .setElementDouble, .fillDouble: Slot.ownDoubles(O + i.A).elements[R[i.B]] = Double(word: R[i.C])
        case .setElementBool, .fillBool: Slot.ownBools(O + i.A).elements[R[i.B]] = R[i.C] != 0
        case .setElementIntImmediate, .fillIntImmediate: Slot.ownInts(O + i.A).elements[R[i.B]] = Int(Int16(bitPattern: i.c))
        case .setElementBoolImmediate, .fillBoolImmediate: Slot.ownBools(O + i.A).elements[R[i.B]] = i.c != 0
        case .setElementObject: setObject(O + i.A, R[i.B], O + i.C)
        case .setElementAtInt, .setElementAtWord: Slot.ownInts(Machine.slot(R[i.A])).elements[R[i.B]] = R[i.C]
        case .setElementAtDouble: Slot.ownDoubles(Machine.slot(R[i.A])).elements[R[i.B]] = Double(word: R[i.C])
        case .setElementAtBool: Slot.ownBools(Machine.slot(R[i.A])).elements[R[i.B]] = R[i.C] != 0
        case .setElementAtObject: setObject(Machine.slot(R[i.A]), R[i.B], O + i.C)

        case .setElementElementInt: Slot.ownInts(try row(O + i.A, R[i.B], R[i.D])).elements[R[i.D]] = R[i.C]
        case .setElementElementDouble: Slot.ownDoubles(try row(O + i.A, R[i.B], R[i.D])).elements[R[i.D]] = Double(word: R[i.C])
        case .setElementElementBool: Slot.ownBools(try row(O + i.A, R[i.B], R[i.D])).elements[R[i.D]] = R[i.C] != 0

        case .elementAddressInt, .elementAddressWord: R[i.A] = address(Slot.ownInts(Machine.slot(R[i.B])), R[i.C])
        case .elementAddressDouble: R[i.A] = address(Slot.ownDoubles(Machine.slot(R[i.B])), R[i.C])
        case .elementAddressObject: R[i.A] = address(Slot.ownObjects(Machine.slot(R[i.B])), R[i.C])

        case .appendInt, .appendWord: try append(R[i.B], to: Slot.ownInts(O + i.A))
        case .appendDouble: try append(Double(word: R[i.B]), to: Slot.ownDoubles(O + i.A))
        case .appendBool: try append(R[i.B] != 0, to: Slot.ownBools(O + i.A))
        case .appendObject: try appendObject(O + i.B, to: Slot.ownObjects(O + i.A))
        case .appendAtInt, .appendAtWord: try append(R[i.B], to: Slot.ownInts(Machine.slot(R[i.A])))
        case .appendAtDouble: try append(Double(word: R[i.B]), to: Slot.ownDoubles(Machine.slot(R[i.A])))
        case .appendAtBool: try append(R[i.B] != 0, to: Slot.ownBools(Machine.slot(R[i.A])))
        case .appendAtObject: try appendObject(O + i.B, to: Slot.ownObjects(Machine.slot(R[i.A])))
        default: return false
        }
        return true
    }

    /// Takes the value out of its slot.
    private func setObject(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int, _ value: UnsafeMutablePointer<AnyObject?>) {
        Machine.take(Machine.slot(address(Slot.ownObjects(slot), index)), value)
    }

    /// Where an array of arrays holds the one whose element is to be set: its index is not checked before the row may be changed.
    private func row(_ slot: UnsafeMutablePointer<AnyObject?>, _ row: Int, _ index: Int) throws -> UnsafeMutablePointer<AnyObject?> {
        let rows = Slot.ownObjects(slot)
        let inner = Machine.slot(address(rows, row))
        guard UInt(bitPattern: index) < UInt(bitPattern: machine_array_count(UnsafeRawPointer(inner).load(as: UnsafeRawPointer.self))) else { throw failure(.indexOutOfRange) }
        return inner
    }

    /// The address stays good as long as the box is not changed otherwise.
    private func address<Element>(_ array: ArrayBox<Element>, _ index: Int) -> Word {
        array.elements.withUnsafeMutableBufferPointer { Word(bitPattern: $0.baseAddress.unsafelyUnwrapped + index) }
    }

    private func append<Element>(_ value: Element, to array: ArrayBox<Element>) throws {
        if array.elements.count == array.elements.capacity { try reserve(bytes: array.elements.count * MemoryLayout<Element>.stride * 2) }
        array.elements.append(value)
    }

    /// Takes the value out of its slot.
    private func appendObject(_ source: UnsafeMutablePointer<AnyObject?>, to array: ObjectArray) throws {
        try append(source.pointee, to: array)
        source.pointee = nil
    }
}
