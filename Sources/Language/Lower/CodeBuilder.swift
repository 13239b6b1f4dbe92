import IR

/// A place in the code that jumps go to; it may be placed after they were written.
final class Label {
    var position: Int?
    var uses: [(instruction: Int, isWide: Bool)] = []
}

/// Collects the code and tables of one function.
struct CodeBuilder {
    private(set) var function: IR.Function
    /// Jumps with a test reach 32,000 instructions; where that is too near, they are written in two steps instead.
    private let isWide: Bool
    private(set) var isTooFar = false
    /// A table or the register file is full: no program of a person gets here.
    private(set) var isTooLarge = false
    private var constants: [Int: Int] = [:]
    private var objects: [WrittenConstant: Int] = [:]
    private var callees: [Int: Int] = [:]
    private var types: [ValueType: Int] = [:]
    private var shapes: [IR.Function.Shape: Int] = [:]
    private var place = IR.Place.nowhere
    /// Where the last label was bound: what stands there is reached by jumps, too.
    private var barrier = 0

    init(name: String, isWide: Bool) {
        function = IR.Function(name: name)
        self.isWide = isWide
    }

    var position: Int { function.code.count }

    /// While this holds, the place stays as it is.
    var isFixed = false

    /// Everything emitted from here on comes from this place.
    mutating func at(_ place: Place) {
        if isFixed { return }
        self.place = IR.Place(source: place.source, offset: place.offset)
    }
    var current: Place {
        get { Place(source: place.source, offset: place.offset) }
        set { at(newValue) }
    }

    mutating func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        if !fuse(opcode, a, b, c) { append(Instruction(opcode, a, b, c)) }
    }
    mutating func emit(_ opcode: Opcode, _ a: Int, wide: Int) { append(Instruction(opcode, a, wide: wide)) }

    private mutating func append(_ instruction: Instruction) {
        if function.spans.last?.place != place { function.spans.append(IR.Function.Span(start: position, place: place)) }
        function.code.append(instruction)
    }

    // MARK: Jumps

    mutating func bind(_ label: Label) {
        barrier = position
        place(label)
    }
    /// Binds a label that is jumped to from before only: where nothing does, what follows goes on from what was.
    mutating func land(_ label: Label) {
        if !label.uses.isEmpty { barrier = position }
        place(label)
    }
    private mutating func place(_ label: Label) {
        label.position = position
        for use in label.uses { patch(use.instruction, use.isWide, to: position) }
        label.uses = []
    }
    /// Whether the code so far does not go on here.
    var isEnded: Bool {
        switch last?.opcode {
        case .jump, .returnVoid, .returnRaw, .returnObject, .trap, .throw: true
        default: false
        }
    }
    /// Takes back a jump to the label that would be bound here.
    mutating func dropJump(to label: Label) {
        guard last?.opcode == .jump, label.uses.last?.instruction == position - 1 else { return }
        label.uses.removeLast()
        removeLast()
    }
    private mutating func removeLast() {
        function.code.removeLast()
        if function.spans.last?.start == position { function.spans.removeLast() }
    }
    mutating func jump(_ label: Label) { jump(.jump, 0, label) }
    /// A jump with a 32-bit distance: `jump`, `jumpIf`, `jumpIfNil` and their opposites.
    mutating func jump(_ opcode: Opcode, _ register: Int, _ label: Label) {
        emit(opcode, register, wide: 0)
        refer(to: label, isWide: true)
    }
    /// A jump with a test of two operands.
    mutating func compareAndJump(_ opcode: Opcode, _ a: Int, _ b: Int, _ label: Label) {
        if let target = label.position, fuse(opcode, a, b, back: target) { return }
        if let target = label.position, !isWide, opcode == .loopBelow || opcode == .loopThrough { seek(from: target, stepping: a) }
        if let target = label.position, target == position - 1, !isWide, [.loopBelow, .loopThrough, .strideTo, .strideThrough].contains(opcode) {
            fill(at: target, stepping: a)
        }
        if isWide {
            emit(opcode, a, b, 1)
            emit(.jump, 0, wide: 1)
            jump(label)
        } else {
            emit(opcode, a, b, 0)
            refer(to: label, isWide: false)
        }
    }
    private mutating func refer(to label: Label, isWide: Bool) {
        if let target = label.position { patch(position - 1, isWide, to: target) } else { label.uses.append((position - 1, isWide)) }
    }
    private mutating func patch(_ index: Int, _ isWide: Bool, to target: Int) {
        let distance = target - index - 1
        let old = function.code[index]
        if isWide {
            function.code[index] = Instruction(old.opcode, Int(old.a), wide: distance)
        } else {
            if distance < -32_000 || distance > 32_000 { isTooFar = true }
            function.code[index] = Instruction(old.opcode, Int(old.a), Int(old.b), distance)
        }
    }

    // MARK: Pairs that are one instruction

    /// The instruction before, unless a jump may come between it and the next one.
    private var last: Instruction? { position > barrier ? function.code.last : nil }

    /// `a[i][j]`, read or set: an element of what the last instructions pointed to.
    private mutating func fuse(_ opcode: Opcode, _ a: Int, _ b: Int, _ c: Int) -> Bool {
        guard let last else { return false }
        switch (last.opcode, opcode) {
        case (.elementPointer, .elementAtWord) where last.a == b && c < 256:
            function.code[position - 1] = Instruction(.elementElementWord, a, Int(last.b), Int(last.c), c)
        case (.elementPointer, .elementAtBool) where last.a == b && c < 256:
            function.code[position - 1] = Instruction(.elementElementBool, a, Int(last.b), Int(last.c), c)
        case (.addImmediate, .elementAtWord) where last.a == c && c < 256:
            // `a[i][j - 1]`: the index may come before the row, which it does not touch.
            guard position - 2 >= barrier, case let row = function.code[position - 2], row.opcode == .elementPointer, row.a == b, row.c != c else { return false }
            function.code[position - 2] = last
            function.code[position - 1] = Instruction(.elementElementWord, a, Int(row.b), Int(row.c), c)
        case (.elementAddressObject, .setElementAtInt) where last.a == a && b < 256: return fuse(.setElementElementInt, index: b, value: c)
        case (.elementAddressObject, .setElementAtDouble) where last.a == a && b < 256: return fuse(.setElementElementDouble, index: b, value: c)
        case (.elementAddressObject, .setElementAtBool) where last.a == a && b < 256: return fuse(.setElementElementBool, index: b, value: c)
        default: return false
        }
        return true
    }
    private mutating func fuse(_ opcode: Opcode, index: Int, value: Int) -> Bool {
        guard position - 2 >= barrier, let row = last, case let rows = function.code[position - 2], rows.opcode == .addressObject, rows.a == row.b else { return false }
        removeLast()
        function.code[position - 1] = Instruction(opcode, Int(rows.b), Int(row.c), value, index)
        return true
    }

    /// `x * y + z`, where nothing else reads the product.
    /// - Returns: False where the last instruction is not the one that made the product.
    mutating func multiplyAdd(_ result: Int, product: Int, _ term: Int) -> Bool {
        guard let last, last.a == product, term != product, term < 256 else { return false }
        switch last.opcode {
        case .multiplyInt: function.code[position - 1] = Instruction(.multiplyAddInt, result, Int(last.b), Int(last.c), term)
        case .multiplyImmediate: function.code[position - 1] = Instruction(.multiplyImmediateAdd, result, Int(last.b), Int(last.c), term)
        default: return false
        }
        return true
    }
    /// The same with a small number for the term.
    mutating func multiplyAdd(_ result: Int, product: Int, immediate term: Int) -> Bool {
        guard let last, last.a == product, last.opcode == .multiplyImmediate, let factor = Int8(exactly: Int16(bitPattern: last.c)) else { return false }
        function.code[position - 1] = Instruction(.multiplyAddImmediate, result, Int(last.b), term, Int(factor))
        return true
    }

    /// `i += step`, then back while `i < limit`.
    private mutating func fuse(_ opcode: Opcode, _ a: Int, _ b: Int, back target: Int) -> Bool {
        guard let last, last.a == a, last.b == a, position - target < 256, a != b else { return false }
        switch (last.opcode, opcode) {
        case (.addInt, .jumpLessInt) where last.c != a: rewrite(.advanceWhileLess)
        case (.addInt, .jumpLessOrEqualInt) where last.c != a: rewrite(.advanceWhileLessOrEqual)
        case (.addImmediate, .jumpLessInt): rewrite(.advanceImmediateWhileLess)
        case (.addImmediate, .jumpLessOrEqualInt): rewrite(.advanceImmediateWhileLessOrEqual)
        default: return false
        }
        if position - 2 == target { fill(at: target, stepping: a) }
        func rewrite(_ opcode: Opcode) { function.code[position - 1] = Instruction(opcode, a, b, Int(last.c), position - target) }
        return true
    }

    /// A loop that does nothing but set elements: the instruction that does it knows what follows.
    private mutating func fill(at target: Int, stepping index: Int) {
        let set = function.code[target]
        // What depends on the position is another value each time.
        guard set.b == index, set.c != index || set.opcode == .setElementIntImmediate || set.opcode == .setElementBoolImmediate else { return }
        let fill: Opcode
        switch set.opcode {
        case .setElementInt: fill = .fillInt
        case .setElementDouble: fill = .fillDouble
        case .setElementBool: fill = .fillBool
        case .setElementIntImmediate: fill = .fillIntImmediate
        case .setElementBoolImmediate: fill = .fillBoolImmediate
        default: return
        }
        function.code[target].opcode = fill
    }

    /// A loop that begins by passing over elements: the instruction that tests them knows what follows. About to be written is the loop's last one.
    private mutating func seek(from target: Int, stepping index: Int) {
        // An empty loop goes back to its own last instruction.
        guard target < position else { return }
        let test = function.code[target]
        guard target + 1 + Int(Int16(bitPattern: test.c)) == position, test.b == index else { return }
        switch test.opcode {
        case .jumpUnlessElement: function.code[target].opcode = .seekElement
        case .jumpIfElement: function.code[target].opcode = .seekNoElement
        default: break
        }
    }

    // MARK: Tables

    mutating func constant(_ word: Int) -> Int { checked(CodeBuilder.entry(word, &constants, &function.constants)) }
    mutating func object(_ constant: IR.Function.Constant) -> Int {
        let written = WrittenConstant(constant)
        if let known = objects[written] { return known }
        objects[written] = function.objects.count
        function.objects.append(constant)
        return checked(function.objects.count - 1)
    }
    mutating func callee(_ number: Int) -> Int { checked(CodeBuilder.entry(number, &callees, &function.callees)) }
    mutating func type(_ type: ValueType) -> Int { checked(CodeBuilder.entry(type, &types, &function.types)) }
    mutating func shape(_ shape: IR.Function.Shape) -> Int { checked(CodeBuilder.entry(shape, &shapes, &function.shapes)) }
    mutating func native(_ site: NativeSite) -> Int {
        function.natives.append(site)
        return checked(function.natives.count - 1)
    }
    mutating func requirement(_ number: Int) -> Int {
        function.requirements.append(number)
        return checked(function.requirements.count - 1)
    }
    mutating func handler(_ range: Range<Int>, target: Int, register: Int) {
        function.handlers.append(IR.Function.Handler(range: range, target: target, register: register))
    }

    private static func entry<Item: Hashable>(_ item: Item, _ index: inout [Item: Int], _ table: inout [Item]) -> Int {
        if let known = index[item] { return known }
        index[item] = table.count
        table.append(item)
        return table.count - 1
    }
    private mutating func checked(_ index: Int) -> Int {
        if index > 65_000 { isTooLarge = true }
        return index
    }

    mutating func finish(rawRegisters: Int, objectRegisters: Int) -> IR.Function {
        if max(rawRegisters, objectRegisters) > 65_000 { isTooLarge = true }
        function.rawRegisters = rawRegisters
        function.objectRegisters = objectRegisters
        return function
    }
}

/// A constant by its bytes: texts that Swift holds equal may be spelled with different scalars, and stay as they are written.
private struct WrittenConstant: Hashable {
    let constant: IR.Function.Constant
    let bytes: [UInt8]
    init(_ constant: IR.Function.Constant) {
        self.constant = constant
        bytes =
            switch constant {
            case .string(let text): Array(text.utf8)
            case .character(let character): Array(String(character).utf8)
            case .emptyCase: []
            }
    }
}
