import IR

/// The natives of Array. The element type is `call.types[0]`; the storage follows from it.
extension NativeTable {
    mutating func addArrays() {
        add("Array.init()<>") { call in call.give(object: Arrays.make(of: call.types[0])) }
        add("Array.init(repeating:count:)<Element,Int>") { call in
            let type = call.types[0]
            let value = call.nextValue(of: type)
            let count = call.next(Int.self)
            if count < 0 { throw Trap("Can't construct Array with count < 0") }
            try call.machine.reserve(items: count)
            call.give(object: try Arrays.repeating(value, count: count, of: type, call.machine))
        }
        add("Array.count") { call in call.give(Arrays.count(call.references[0], of: call.types[0])) }
        add("Array.capacity") { call in call.give(Arrays.capacity(call.references[0], of: call.types[0])) }
        add("Array.isEmpty") { call in call.give(Arrays.count(call.references[0], of: call.types[0]) == 0) }
        add("Array.first") { call in
            let (type, array) = (call.types[0], call.references[0])
            call.give(optional: Arrays.count(array, of: type) == 0 ? nil : Arrays.element(array, 0, of: type), of: type)
        }
        add("Array.last") { call in
            let (type, array) = (call.types[0], call.references[0])
            let count = Arrays.count(array, of: type)
            call.give(optional: count == 0 ? nil : Arrays.element(array, count - 1, of: type), of: type)
        }
        add("Array.subscript(_:)<Int>") { call in
            let (type, array, index) = (call.types[0], call.references[0], call.int(0))
            guard index >= 0, index < Arrays.count(array, of: type) else { throw Trap.indexOutOfRange }
            call.give(Arrays.element(array, index, of: type), of: type)
        }
        add("Array.subscript(_:)<Int>.set") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let value = call.nextValue(of: type)
            let index = call.next(Int.self)
            guard index >= 0, index < Arrays.count(slot.pointee, of: type) else { throw Trap.indexOutOfRange }
            Arrays.set(slot, value, at: index, of: type)
        }
        addArrayGrowth()
        addArrayRemoval()
        add("Array.swapAt(_:_:)<Int,Int>") { call in
            let slot = call.nextAddress()
            let (i, j): (Int, Int) = (call.next(), call.next())
            let count = Arrays.count(slot.pointee, of: call.types[0])
            guard i >= 0, j >= 0, i < count, j < count else { throw Trap.indexOutOfRange }
            var change = Swap(first: i, second: j)
            try Arrays.change(slot, of: call.types[0], &change)
        }
        add("Array.reverse()<>") { call in
            var change = Reverse()
            try Arrays.change(call.nextAddress(), of: call.types[0], &change)
        }
        add("Array._sortNatively()<>") { call in
            let slot = call.nextAddress()
            call.give(try NativeSort.sort(slot, of: call.types[0], call.machine))
        }
        add("Array.+(_:_:)<[Element],[Element]>") { call in
            let type = call.types[0]
            let (left, right) = (call.references[0], call.references[1])
            try call.machine.reserve(items: Arrays.count(left, of: type) + Arrays.count(right, of: type))
            call.references[0] = Arrays.concatenate(left, right, of: type)
        }
        add("Array.==(_:_:)<[Element],[Element]>") { call in
            call.give(try call.machine.equal(.array(call.types[0]), (0, call.references[0]), (0, call.references[1])))
        }
        add("Array.description") { call in call.give(try call.machine.describe(.array(call.types[0]), word: 0, object: call.references[0])) }
    }

    private mutating func addArrayGrowth() {
        add("Array.append(_:)<Element>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let value = call.nextValue(of: type)
            Arrays.append(slot, word: value.word, object: value.object, of: type)
        }
        add("Array._append(_:)<[Element]>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let other = call.nextReferenceSlot()
            let count = Arrays.count(slot.pointee, of: type)
            try call.machine.reserve(items: Arrays.count(other, of: type))
            Arrays.replace(slot, count, count, with: other, of: type)
        }
        add("Array.insert(_:at:)<Element,Int>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let value = call.nextValue(of: type)
            let index = call.next(Int.self)
            try Arrays.checkInsertion(index, count: Arrays.count(slot.pointee, of: type))
            Arrays.insert(slot, value, at: index, of: type)
        }
        add("Array._checkInsert(_:)<Int>") { call in
            try Arrays.checkReplacement(call.int(0), call.int(0), count: Arrays.count(call.references[0], of: call.types[0]))
        }
        add("Array._replace(_:_:_:)<Int,Int,[Element]>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let (lower, upper): (Int, Int) = (call.next(), call.next())
            let other = call.nextReferenceSlot()
            try Arrays.checkReplacement(lower, upper, count: Arrays.count(slot.pointee, of: type))
            try call.machine.reserve(items: Arrays.count(other, of: type))
            Arrays.replace(slot, lower, upper, with: other, of: type)
        }
        add("Array._slice(_:_:)<Int,Int>") { call in
            let (type, array) = (call.types[0], call.references[0])
            let (lower, upper) = (call.int(0), call.int(1))
            try Arrays.checkSlice(lower, upper, count: Arrays.count(array, of: type))
            try call.machine.reserve(items: upper - lower)
            call.give(object: Arrays.slice(array, lower, upper, of: type))
        }
        add("Array._checkSlice(_:_:)<Int,Int>") { call in
            try Arrays.checkSlice(call.int(0), call.int(1), count: Arrays.count(call.references[0], of: call.types[0]))
        }
        add("Array.reserveCapacity(_:)<Int>") { call in
            let (slot, count) = (call.nextAddress(), call.next(Int.self))
            guard count > 0 else { return }
            try call.machine.reserve(items: count)
            var change = Reserve(count: count)
            try Arrays.change(slot, of: call.types[0], &change)
        }
    }

    private mutating func addArrayRemoval() {
        add("Array.remove(at:)<Int>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let index = call.next(Int.self)
            guard index >= 0, index < Arrays.count(slot.pointee, of: type) else { throw Trap.indexOutOfRange }
            call.give(Arrays.remove(slot, at: index, of: type), of: type)
        }
        add("Array.removeLast()<>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let count = Arrays.count(slot.pointee, of: type)
            if count == 0 { throw Trap("Can't remove last element from an empty collection") }
            call.give(Arrays.remove(slot, at: count - 1, of: type), of: type)
        }
        add("Array.popLast()<>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let count = Arrays.count(slot.pointee, of: type)
            call.give(optional: count == 0 ? nil : Arrays.remove(slot, at: count - 1, of: type), of: type)
        }
        add("Array.removeFirst()<>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            if Arrays.count(slot.pointee, of: type) == 0 { throw Trap("Can't remove first element from an empty collection") }
            call.give(Arrays.remove(slot, at: 0, of: type), of: type)
        }
        add("Array.removeLast(_:)<Int>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let (count, removed) = (Arrays.count(slot.pointee, of: type), call.next(Int.self))
            if removed < 0 { throw Trap("Number of elements to remove should be non-negative") }
            if removed > count { throw Trap("Can't remove more items from a collection than it contains") }
            Arrays.replace(slot, count - removed, count, with: Arrays.make(of: type), of: type)
        }
        add("Array.removeFirst(_:)<Int>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let (count, removed) = (Arrays.count(slot.pointee, of: type), call.next(Int.self))
            if removed < 0 { throw Trap("Number of elements to remove should be non-negative") }
            if removed > count { throw Trap("Can't remove more items from a collection than it has") }
            Arrays.replace(slot, 0, removed, with: Arrays.make(of: type), of: type)
        }
        add("Array.removeAll(keepingCapacity:)<Bool>") { call in
            let (slot, keeps) = (call.nextAddress(), call.next(Bool.self))
            guard keeps else { return slot.pointee = Arrays.make(of: call.types[0]) }
            var change = RemoveAll()
            try Arrays.change(slot, of: call.types[0], &change)
        }
    }
}

extension Machine {
    /// Asks for room for so many elements, each of a word.
    func reserve(items: Int) throws {
        let (bytes, overflow) = items.multipliedReportingOverflow(by: 8)
        try reserve(bytes: overflow ? Int.max : bytes)
    }
}

extension Arrays {
    static func checkInsertion(_ index: Int, count: Int) throws {
        if index < 0 { throw Trap("Negative Array index is out of range") }
        if index > count { throw Trap("Array index is out of range") }
    }
    static func checkSlice(_ lower: Int, _ upper: Int, count: Int) throws {
        if lower < 0 { throw Trap("Negative Array index is out of range") }
        if lower > count || upper > count { throw Trap("Array index is out of range") }
    }
    static func checkReplacement(_ lower: Int, _ upper: Int, count: Int) throws {
        if lower < 0 { throw Trap("Array replace: subrange start is negative") }
        if upper > count { throw Trap("Array replace: subrange extends past the end") }
    }
    static func concatenate(_ left: AnyObject?, _ right: AnyObject?, of element: ValueType) -> AnyObject {
        switch storage(element) {
        case .int: IntArray(ints(left).elements + ints(right).elements)
        case .double: DoubleArray(doubles(left).elements + doubles(right).elements)
        case .bool: BoolArray(bools(left).elements + bools(right).elements)
        case .word: WordArray(words(left).elements + words(right).elements)
        case .object: ObjectArray(objects(left).elements + objects(right).elements)
        }
    }
}

private struct Swap: Arrays.Change {
    let first: Int, second: Int
    func apply<Element>(to elements: inout [Element]) { elements.swapAt(first, second) }
}
private struct Reverse: Arrays.Change {
    func apply<Element>(to elements: inout [Element]) { elements.reverse() }
}
private struct RemoveAll: Arrays.Change {
    func apply<Element>(to elements: inout [Element]) { elements.removeAll(keepingCapacity: true) }
}

private struct Reserve: Arrays.Change {
    let count: Int
    func apply<Element>(to elements: inout [Element]) { elements.reserveCapacity(count) }
}

/// Sorting by `<` where the order is known without running code of a cell. Swift's own sort, so that ties and NaNs come out as there.
enum NativeSort {
    /// False, with nothing done, for elements whose `<` is written in a cell or in the standard text.
    static func sort(_ slot: Slot.Address, of element: ValueType, _ machine: Machine) throws -> Bool {
        switch element {
        case .integer(.int): try sort(&Slot.ownInts(slot).elements, machine, <)
        case .double: try sort(&Slot.ownDoubles(slot).elements, machine, <)
        case .float: try sort(&Slot.ownWords(slot).elements, machine) { Float(word: $0) < Float(word: $1) }
        case .integer(.uint), .integer(.uint64): try sort(&Slot.ownWords(slot).elements, machine) { UInt(bitPattern: $0) < UInt(bitPattern: $1) }
        case .integer: try sort(&Slot.ownWords(slot).elements, machine, <)
        case .string: try sort(&Slot.ownObjects(slot).elements, machine) { text($0) < text($1) }
        default: return false
        }
        return true
    }

    private static func text(_ object: AnyObject?) -> String { String(reference: object) }

    /// Sorts a copy, so that an interruption leaves the array as it was.
    private static func sort<Element>(_ elements: inout [Element], _ machine: Machine, _ precedes: (Element, Element) -> Bool) throws {
        if elements.count < 50_000 {
            elements.sort(by: precedes)
            return
        }
        var steps = 0
        elements = try elements.sorted { left, right in
            steps &+= 1
            if steps & 0xFFFF == 0, machine.isInterrupted { throw machine.interruption }
            return precedes(left, right)
        }
    }
}
