/// Changing arrays and aggregates in place: the object of the slot is made its own first.
extension Machine {
    /// The fields of the aggregate in a slot.
    @inline(__always)
    static func words(_ slot: UnsafeMutablePointer<AnyObject?>) -> UnsafeMutablePointer<Word> {
        peek(slot, Aggregate.self)._withUnsafeGuaranteedRef { $0.words }
    }
    @inline(__always)
    static func own(_ slot: UnsafeMutablePointer<AnyObject?>) {
        let object = Slot.typed(slot, Aggregate.self)
        if !isKnownUniquelyReferenced(&object.pointee) { copy(object) }
    }
    @inline(never)
    private static func copy(_ object: UnsafeMutablePointer<Aggregate>) { object.pointee = object.pointee.copy() }

    /// Returns from a function: empties its registers, but for O[result], which goes to O[0].
    @inline(__always)
    static func leave(_ objects: UnsafeMutablePointer<AnyObject?>, _ result: Int, _ count: Int) {
        let words = UnsafeMutableRawPointer(objects).assumingMemoryBound(to: UInt.self)
        let bits = words[result]
        words[result] = 0
        clear(objects, count)
        words[0] = bits
    }

    // MARK: One element. False, or address 0, when the index is out of range.

    @inline(__always)
    static func setInt(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int, _ value: Int) -> Bool {
        let object = Slot.typed(slot, IntArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = IntArray(object.pointee.elements) }
        return peek(slot, IntArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
            array.elements[index] = value
            return true
        }
    }
    @inline(__always)
    static func setDouble(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int, _ value: Double) -> Bool {
        let object = Slot.typed(slot, DoubleArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = DoubleArray(object.pointee.elements) }
        return peek(slot, DoubleArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
            array.elements[index] = value
            return true
        }
    }
    @inline(__always)
    static func setBool(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int, _ value: Bool) -> Bool {
        let object = Slot.typed(slot, BoolArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = BoolArray(object.pointee.elements) }
        return peek(slot, BoolArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
            array.elements[index] = value
            return true
        }
    }
    @inline(__always)
    static func setWord(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int, _ value: Word) -> Bool {
        let object = Slot.typed(slot, WordArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = WordArray(object.pointee.elements) }
        return peek(slot, WordArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
            array.elements[index] = value
            return true
        }
    }
    /// Takes the value out of its slot.
    @inline(__always)
    static func setObject(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int, _ value: UnsafeMutablePointer<AnyObject?>) -> Bool {
        let address = addressObject(slot, index)
        if address == 0 { return false }
        take(Machine.slot(address), value)
        return true
    }

    /// The address stays good as long as the slot's object is not changed otherwise.
    @inline(__always)
    static func addressInt(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int) -> Word {
        let object = Slot.typed(slot, IntArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = IntArray(object.pointee.elements) }
        return peek(slot, IntArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return 0 }
            return array.elements.withUnsafeMutableBufferPointer { Word(bitPattern: $0.baseAddress.unsafelyUnwrapped + index) }
        }
    }
    @inline(__always)
    static func addressDouble(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int) -> Word {
        let object = Slot.typed(slot, DoubleArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = DoubleArray(object.pointee.elements) }
        return peek(slot, DoubleArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return 0 }
            return array.elements.withUnsafeMutableBufferPointer { Word(bitPattern: $0.baseAddress.unsafelyUnwrapped + index) }
        }
    }
    @inline(__always)
    static func addressWord(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int) -> Word {
        let object = Slot.typed(slot, WordArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = WordArray(object.pointee.elements) }
        return peek(slot, WordArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return 0 }
            return array.elements.withUnsafeMutableBufferPointer { Word(bitPattern: $0.baseAddress.unsafelyUnwrapped + index) }
        }
    }
    @inline(__always)
    static func addressObject(_ slot: UnsafeMutablePointer<AnyObject?>, _ index: Int) -> Word {
        let object = Slot.typed(slot, ObjectArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = ObjectArray(object.pointee.elements) }
        return peek(slot, ObjectArray.self)._withUnsafeGuaranteedRef { array in
            guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return 0 }
            return array.elements.withUnsafeMutableBufferPointer { Word(bitPattern: $0.baseAddress.unsafelyUnwrapped + index) }
        }
    }

    // MARK: Appending. False when there is no memory left for it.

    @inline(__always)
    private func mayGrow<Element>(_ elements: [Element]) -> Bool {
        elements.count < elements.capacity || mayDouble(elements.count * MemoryLayout<Element>.stride)
    }
    @inline(never)
    private func mayDouble(_ bytes: Int) -> Bool {
        do {
            try reserve(bytes: bytes * 2)
            return true
        } catch {
            raised = error
            return false
        }
    }

    @inline(__always)
    func appendInt(_ slot: UnsafeMutablePointer<AnyObject?>, _ value: Int) -> Bool {
        let object = Slot.typed(slot, IntArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = IntArray(object.pointee.elements) }
        return Machine.peek(slot, IntArray.self)._withUnsafeGuaranteedRef { array in
            guard mayGrow(array.elements) else { return false }
            array.elements.append(value)
            return true
        }
    }
    @inline(__always)
    func appendDouble(_ slot: UnsafeMutablePointer<AnyObject?>, _ value: Double) -> Bool {
        let object = Slot.typed(slot, DoubleArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = DoubleArray(object.pointee.elements) }
        return Machine.peek(slot, DoubleArray.self)._withUnsafeGuaranteedRef { array in
            guard mayGrow(array.elements) else { return false }
            array.elements.append(value)
            return true
        }
    }
    @inline(__always)
    func appendBool(_ slot: UnsafeMutablePointer<AnyObject?>, _ value: Bool) -> Bool {
        let object = Slot.typed(slot, BoolArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = BoolArray(object.pointee.elements) }
        return Machine.peek(slot, BoolArray.self)._withUnsafeGuaranteedRef { array in
            guard mayGrow(array.elements) else { return false }
            array.elements.append(value)
            return true
        }
    }
    @inline(__always)
    func appendWord(_ slot: UnsafeMutablePointer<AnyObject?>, _ value: Word) -> Bool {
        let object = Slot.typed(slot, WordArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = WordArray(object.pointee.elements) }
        return Machine.peek(slot, WordArray.self)._withUnsafeGuaranteedRef { array in
            guard mayGrow(array.elements) else { return false }
            array.elements.append(value)
            return true
        }
    }
    /// Takes the value out of its slot.
    @inline(__always)
    func appendObject(_ slot: UnsafeMutablePointer<AnyObject?>, _ source: UnsafeMutablePointer<AnyObject?>) -> Bool {
        let object = Slot.typed(slot, ObjectArray.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = ObjectArray(object.pointee.elements) }
        return Machine.peek(slot, ObjectArray.self)._withUnsafeGuaranteedRef { array in
            guard mayGrow(array.elements) else { return false }
            let value = source.pointee
            source.pointee = nil
            array.elements.append(value)
            return true
        }
    }
}
