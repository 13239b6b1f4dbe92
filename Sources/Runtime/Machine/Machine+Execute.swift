import IR
import Synchronization

/// Why the loop stopped running a function's code.
enum Stop {
    case overflow, divisionByZero, remainderByZero, divisionOverflow, indexOutOfRange, unexpectedNil, stackOverflow, interrupted, uninitialized
    /// See `Machine.raised`.
    case error
}

/// The loop. It keeps what it needs in local variables: the next instruction and the bases of the two register files.
///
/// Rules that make it fast, and that a new instruction must keep: no reference is retained to read a field or an element
/// (`peek`); what can fail leaves the inner loop by `break dispatch`; what is rare or long is in `perform`.
extension Machine {
    @inline(__always)
    static func peek<Object: AnyObject>(_ slot: UnsafeMutablePointer<AnyObject?>, _: Object.Type) -> Unmanaged<Object> {
        UnsafeRawPointer(slot).load(as: Unmanaged<Object>.self)
    }
    @inline(__always)
    static func isNil(_ slot: UnsafeMutablePointer<AnyObject?>) -> Bool {
        UnsafeRawPointer(slot).load(as: UInt.self) == 0
    }
    @inline(__always)
    static func take(_ target: UnsafeMutablePointer<AnyObject?>, _ source: UnsafeMutablePointer<AnyObject?>) {
        let bits = UnsafeRawPointer(source).load(as: UInt.self)
        UnsafeMutableRawPointer(source).storeBytes(of: 0, as: UInt.self)
        if !isNil(target) { target.pointee = nil }
        UnsafeMutableRawPointer(target).storeBytes(of: bits, as: UInt.self)
    }
    @inline(__always)
    static func clear(_ objects: UnsafeMutablePointer<AnyObject?>, _ count: Int) {
        var index = 0
        while index < count {
            if !isNil(objects + index) { objects[index] = nil }
            index &+= 1
        }
    }
    @inline(__always)
    static func address(_ word: Word) -> UnsafeMutablePointer<Word> { UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped }
    @inline(__always)
    static func slot(_ word: Word) -> UnsafeMutablePointer<AnyObject?> { UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped }

    /// Runs a function whose arguments are in its windows, until it returns.
    func execute(_ start: LinkedFunction.Pointer, _ raws: UnsafeMutablePointer<Word>, _ objects: UnsafeMutablePointer<AnyObject?>) throws {
        var function = start
        var next = start.pointee.code
        var R = raws
        var O = objects
        let base = top
        var frame = base

        while true {
            var why: Stop
            dispatch: while true {
                let i = next.pointee
                next += 1
                switch i.opcode {
                case .integer:
                    R[i.A] = i.wide
                case .constant:
                    R[i.A] = function.pointee.constants[i.wide]
                case .move:
                    R[i.A] = R[i.B]
                case .object:
                    O[i.A] = function.pointee.objects[i.wide]
                case .copyObject:
                    O[i.A] = O[i.B]
                case .takeObject:
                    Machine.take(O + i.A, O + i.B)
                case .clear:
                    O[i.A] = nil

                case .addInt:
                    let (value, overflow) = R[i.B].addingReportingOverflow(R[i.C])
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = value
                case .subtractInt:
                    let (value, overflow) = R[i.B].subtractingReportingOverflow(R[i.C])
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = value
                case .multiplyInt:
                    let (value, overflow) = R[i.B].multipliedReportingOverflow(by: R[i.C])
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = value
                case .divideInt:
                    let divisor = R[i.C]
                    if divisor == 0 { why = .divisionByZero; break dispatch }
                    let (value, overflow) = R[i.B].dividedReportingOverflow(by: divisor)
                    if overflow { why = .divisionOverflow; break dispatch }
                    R[i.A] = value
                case .remainderInt:
                    let divisor = R[i.C]
                    if divisor == 0 { why = .remainderByZero; break dispatch }
                    let (value, overflow) = R[i.B].remainderReportingOverflow(dividingBy: divisor)
                    if overflow { why = .divisionOverflow; break dispatch }
                    R[i.A] = value
                case .negateInt:
                    let (value, overflow) = (0 as Word).subtractingReportingOverflow(R[i.B])
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = value
                case .addImmediate:
                    let (value, overflow) = R[i.B].addingReportingOverflow(i.signedC)
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = value
                case .multiplyImmediate:
                    let (value, overflow) = R[i.B].multipliedReportingOverflow(by: i.signedC)
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = value
                case .addUInt:
                    let (value, overflow) = UInt(bitPattern: R[i.B]).addingReportingOverflow(UInt(bitPattern: R[i.C]))
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = Word(bitPattern: value)
                case .subtractUInt:
                    let (value, overflow) = UInt(bitPattern: R[i.B]).subtractingReportingOverflow(UInt(bitPattern: R[i.C]))
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = Word(bitPattern: value)
                case .multiplyUInt:
                    let (value, overflow) = UInt(bitPattern: R[i.B]).multipliedReportingOverflow(by: UInt(bitPattern: R[i.C]))
                    if overflow { why = .overflow; break dispatch }
                    R[i.A] = Word(bitPattern: value)
                case .divideUInt:
                    let divisor = UInt(bitPattern: R[i.C])
                    if divisor == 0 { why = .divisionByZero; break dispatch }
                    R[i.A] = Word(bitPattern: UInt(bitPattern: R[i.B]) / divisor)
                case .remainderUInt:
                    let divisor = UInt(bitPattern: R[i.C])
                    if divisor == 0 { why = .remainderByZero; break dispatch }
                    R[i.A] = Word(bitPattern: UInt(bitPattern: R[i.B]) % divisor)
                case .addWrapping:
                    R[i.A] = R[i.B] &+ R[i.C]
                case .subtractWrapping:
                    R[i.A] = R[i.B] &- R[i.C]
                case .multiplyWrapping:
                    R[i.A] = R[i.B] &* R[i.C]
                case .and:
                    R[i.A] = R[i.B] & R[i.C]
                case .or:
                    R[i.A] = R[i.B] | R[i.C]
                case .xor:
                    R[i.A] = R[i.B] ^ R[i.C]
                case .invert:
                    R[i.A] = ~R[i.B]
                case .shiftLeft:
                    R[i.A] = R[i.B] << R[i.C]
                case .shiftRight:
                    R[i.A] = R[i.B] >> R[i.C]
                case .shiftRightUnsigned:
                    R[i.A] = Word(bitPattern: UInt(bitPattern: R[i.B]) >> R[i.C])
                case .narrow:
                    if !Integers.fits(R[i.A], i.B) { why = .overflow; break dispatch }
                case .truncate:
                    R[i.A] = Integers.cut(R[i.B], i.C)

                case .addDouble:
                    R[i.A] = (Double(word: R[i.B]) + Double(word: R[i.C])).word
                case .subtractDouble:
                    R[i.A] = (Double(word: R[i.B]) - Double(word: R[i.C])).word
                case .multiplyDouble:
                    R[i.A] = (Double(word: R[i.B]) * Double(word: R[i.C])).word
                case .divideDouble:
                    R[i.A] = (Double(word: R[i.B]) / Double(word: R[i.C])).word
                case .negateDouble:
                    R[i.A] = (-Double(word: R[i.B])).word
                case .squareRoot:
                    R[i.A] = Double(word: R[i.B]).squareRoot().word
                case .addFloat:
                    R[i.A] = (Float(word: R[i.B]) + Float(word: R[i.C])).word
                case .subtractFloat:
                    R[i.A] = (Float(word: R[i.B]) - Float(word: R[i.C])).word
                case .multiplyFloat:
                    R[i.A] = (Float(word: R[i.B]) * Float(word: R[i.C])).word
                case .divideFloat:
                    R[i.A] = (Float(word: R[i.B]) / Float(word: R[i.C])).word
                case .negateFloat:
                    R[i.A] = (-Float(word: R[i.B])).word
                case .intToDouble:
                    R[i.A] = Double(R[i.B]).word
                case .uintToDouble:
                    R[i.A] = Double(UInt(bitPattern: R[i.B])).word
                case .doubleToFloat:
                    R[i.A] = Float(Double(word: R[i.B])).word
                case .floatToDouble:
                    R[i.A] = Double(Float(word: R[i.B])).word

                case .equalInt:
                    R[i.A] = R[i.B] == R[i.C] ? 1 : 0
                case .notEqualInt:
                    R[i.A] = R[i.B] != R[i.C] ? 1 : 0
                case .lessInt:
                    R[i.A] = R[i.B] < R[i.C] ? 1 : 0
                case .lessOrEqualInt:
                    R[i.A] = R[i.B] <= R[i.C] ? 1 : 0
                case .lessUInt:
                    R[i.A] = UInt(bitPattern: R[i.B]) < UInt(bitPattern: R[i.C]) ? 1 : 0
                case .lessOrEqualUInt:
                    R[i.A] = UInt(bitPattern: R[i.B]) <= UInt(bitPattern: R[i.C]) ? 1 : 0
                case .equalDouble:
                    R[i.A] = Double(word: R[i.B]) == Double(word: R[i.C]) ? 1 : 0
                case .notEqualDouble:
                    R[i.A] = Double(word: R[i.B]) != Double(word: R[i.C]) ? 1 : 0
                case .lessDouble:
                    R[i.A] = Double(word: R[i.B]) < Double(word: R[i.C]) ? 1 : 0
                case .lessOrEqualDouble:
                    R[i.A] = Double(word: R[i.B]) <= Double(word: R[i.C]) ? 1 : 0
                case .equalFloat:
                    R[i.A] = Float(word: R[i.B]) == Float(word: R[i.C]) ? 1 : 0
                case .notEqualFloat:
                    R[i.A] = Float(word: R[i.B]) != Float(word: R[i.C]) ? 1 : 0
                case .lessFloat:
                    R[i.A] = Float(word: R[i.B]) < Float(word: R[i.C]) ? 1 : 0
                case .lessOrEqualFloat:
                    R[i.A] = Float(word: R[i.B]) <= Float(word: R[i.C]) ? 1 : 0
                case .not:
                    R[i.A] = R[i.B] ^ 1

                case .jump:
                    next += i.wide
                    if i.wide < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                case .jumpIf:
                    if R[i.A] != 0 {
                        next += i.wide
                        if i.wide < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpUnless:
                    if R[i.A] == 0 {
                        next += i.wide
                        if i.wide < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpIfNil:
                    if Machine.isNil(O + i.A) {
                        next += i.wide
                        if i.wide < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpUnlessNil:
                    if !Machine.isNil(O + i.A) {
                        next += i.wide
                        if i.wide < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpEqualInt:
                    if R[i.A] == R[i.B] {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpNotEqualInt:
                    if R[i.A] != R[i.B] {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpLessInt:
                    if R[i.A] < R[i.B] {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpLessOrEqualInt:
                    if R[i.A] <= R[i.B] {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpEqualImmediate:
                    if R[i.A] == i.signedB {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpNotEqualImmediate:
                    if R[i.A] != i.signedB {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpLessImmediate:
                    if R[i.A] < i.signedB {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpLessOrEqualImmediate:
                    if R[i.A] <= i.signedB {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpGreaterImmediate:
                    if R[i.A] > i.signedB {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpGreaterOrEqualImmediate:
                    if R[i.A] >= i.signedB {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpEqualDouble:
                    if Double(word: R[i.A]) == Double(word: R[i.B]) {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpNotEqualDouble:
                    if Double(word: R[i.A]) != Double(word: R[i.B]) {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpLessDouble:
                    if Double(word: R[i.A]) < Double(word: R[i.B]) {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpLessOrEqualDouble:
                    if Double(word: R[i.A]) <= Double(word: R[i.B]) {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpNotLessDouble:
                    if !(Double(word: R[i.A]) < Double(word: R[i.B])) {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .jumpNotLessOrEqualDouble:
                    if !(Double(word: R[i.A]) <= Double(word: R[i.B])) {
                        next += i.signedC
                        if i.signedC < 0, stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .loopBelow:
                    let count = R[i.A] &+ 1
                    R[i.A] = count
                    if count < R[i.B] {
                        next += i.signedC
                        if stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }
                case .loopThrough:
                    let count = R[i.A]
                    if count < R[i.B] {
                        R[i.A] = count &+ 1
                        next += i.signedC
                        if stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    }

                case .call:
                    let callee = function.pointee.callees[i.C]
                    let newR = R + i.A
                    let newO = O + i.B
                    if frame == stacks.frameLimit || newR + callee.pointee.rawRegisters > stacks.rawLimit || newO + callee.pointee.objectRegisters > stacks.objectLimit {
                        why = .stackOverflow
                        break dispatch
                    }
                    if stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    frame.initialize(to: Frame(function: function, next: next, raws: R, objects: O))
                    frame += 1
                    (function, next, R, O) = (callee, callee.pointee.code, newR, newO)
                case .callClosure:
                    let callee = functions[Machine.peek(O + i.B, Closure.self)._withUnsafeGuaranteedRef { $0.function }]
                    let newR = R + i.A
                    let newO = O + i.B
                    if frame == stacks.frameLimit || newR + callee.pointee.rawRegisters > stacks.rawLimit || newO + callee.pointee.objectRegisters > stacks.objectLimit {
                        why = .stackOverflow
                        break dispatch
                    }
                    if stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    frame.initialize(to: Frame(function: function, next: next, raws: R, objects: O))
                    frame += 1
                    (function, next, R, O) = (callee, callee.pointee.code, newR, newO)
                case .callWitness:
                    guard let callee = witness(function.pointee.requirements[i.C], O + i.B) else { why = .error; break dispatch }
                    let newR = R + i.A
                    let newO = O + i.B
                    if frame == stacks.frameLimit || newR + callee.pointee.rawRegisters > stacks.rawLimit || newO + callee.pointee.objectRegisters > stacks.objectLimit {
                        why = .stackOverflow
                        break dispatch
                    }
                    if stop.load(ordering: .relaxed) { why = .interrupted; break dispatch }
                    frame.initialize(to: Frame(function: function, next: next, raws: R, objects: O))
                    frame += 1
                    (function, next, R, O) = (callee, callee.pointee.code, newR, newO)
                case .callNative:
                    let native = function.pointee.natives + i.C
                    suspended = Frame(function: function, next: next, raws: R, objects: O)
                    top = frame
                    if !call(native, R + i.A, O + i.B) { why = .error; break dispatch }
                case .returnVoid:
                    Machine.clear(O, function.pointee.objectRegisters)
                    if frame == base { return }
                    frame -= 1
                    (function, next, R, O) = (frame.pointee.function, frame.pointee.next, frame.pointee.raws, frame.pointee.objects)
                case .returnRaw:
                    R[0] = R[i.A]
                    Machine.clear(O, function.pointee.objectRegisters)
                    if frame == base { return }
                    frame -= 1
                    (function, next, R, O) = (frame.pointee.function, frame.pointee.next, frame.pointee.raws, frame.pointee.objects)
                case .returnObject:
                    Machine.leave(O, i.A, function.pointee.objectRegisters)
                    if frame == base { return }
                    frame -= 1
                    (function, next, R, O) = (frame.pointee.function, frame.pointee.next, frame.pointee.raws, frame.pointee.objects)

                case .captureRaw:
                    R[i.A] = Machine.peek(O, Closure.self)._withUnsafeGuaranteedRef { $0.words[i.B] }
                case .captureObject:
                    O[i.A] = Machine.peek(O, Closure.self)._withUnsafeGuaranteedRef { Machine.slot(Word(bitPattern: $0.words + i.B)).pointee }
                case .cellRaw:
                    R[i.A] = Machine.peek(O + i.B, Cell.self)._withUnsafeGuaranteedRef { $0.bits }
                case .cellObject:
                    O[i.A] = Machine.peek(O + i.B, Cell.self)._withUnsafeGuaranteedRef { $0.object }
                case .setCellRaw:
                    let word = R[i.B]
                    Machine.peek(O + i.A, Cell.self)._withUnsafeGuaranteedRef { $0.bits = word }
                case .setCellObject:
                    let value = O[i.B]
                    O[i.B] = nil
                    Machine.peek(O + i.A, Cell.self)._withUnsafeGuaranteedRef { $0.object = value }

                case .globalRaw:
                    if !globals.rawsReady[i.wide] { why = .uninitialized; break dispatch }
                    R[i.A] = globals.raws[i.wide]
                case .globalObject:
                    if !globals.objectsReady[i.wide] { why = .uninitialized; break dispatch }
                    O[i.A] = globals.objects[i.wide]
                case .setGlobalRaw:
                    globals.raws[i.wide] = R[i.A]
                    globals.rawsReady[i.wide] = true
                case .setGlobalObject:
                    Machine.take(globals.objects + i.wide, O + i.A)
                    globals.objectsReady[i.wide] = true
                case .globalAddressRaw:
                    if !globals.rawsReady[i.wide] { why = .uninitialized; break dispatch }
                    R[i.A] = Word(bitPattern: globals.raws + i.wide)
                case .globalAddressObject:
                    if !globals.objectsReady[i.wide] { why = .uninitialized; break dispatch }
                    R[i.A] = Word(bitPattern: globals.objects + i.wide)

                case .addressRaw:
                    R[i.A] = Word(bitPattern: R + i.B)
                case .addressObject:
                    R[i.A] = Word(bitPattern: O + i.B)
                case .loadRaw:
                    R[i.A] = Machine.address(R[i.B]).pointee
                case .loadObject:
                    O[i.A] = Machine.slot(R[i.B]).pointee
                case .storeRaw:
                    Machine.address(R[i.A]).pointee = R[i.B]
                case .storeObject:
                    Machine.take(Machine.slot(R[i.A]), O + i.B)

                case .fieldRaw:
                    R[i.A] = Machine.words(O + i.B)[i.C]
                case .fieldObject:
                    O[i.A] = Machine.slot(Word(bitPattern: Machine.words(O + i.B) + i.C)).pointee
                case .setFieldRaw:
                    Machine.own(O + i.A)
                    Machine.words(O + i.A)[i.B] = R[i.C]
                case .setFieldObject:
                    Machine.own(O + i.A)
                    Machine.take(Machine.slot(Word(bitPattern: Machine.words(O + i.A) + i.B)), O + i.C)
                case .fieldAddress:
                    let slot = Machine.slot(R[i.B])
                    Machine.own(slot)
                    R[i.A] = Word(bitPattern: Machine.words(slot) + i.C)
                case .tag:
                    R[i.A] = Machine.peek(O + i.B, Aggregate.self)._withUnsafeGuaranteedRef { $0.header.tag }

                case .unwrapRaw:
                    R[i.A] = Machine.peek(O + i.B, RawBox.self)._withUnsafeGuaranteedRef { $0.bits }
                case .isNil:
                    R[i.A] = Machine.isNil(O + i.B) ? 1 : 0
                case .checkNotNil:
                    if Machine.isNil(O + i.A) { why = .unexpectedNil; break dispatch }

                case .arrayCount:
                    R[i.A] = Machine.peek(O + i.B, IntArray.self)._withUnsafeGuaranteedRef { $0.elements.count }
                case .elementInt:
                    let index = R[i.C]
                    let isInside = Machine.peek(O + i.B, IntArray.self)._withUnsafeGuaranteedRef { array in
                        guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
                        R[i.A] = array.elements[index]
                        return true
                    }
                    if !isInside { why = .indexOutOfRange; break dispatch }
                case .elementDouble:
                    let index = R[i.C]
                    let isInside = Machine.peek(O + i.B, DoubleArray.self)._withUnsafeGuaranteedRef { array in
                        guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
                        R[i.A] = array.elements[index].word
                        return true
                    }
                    if !isInside { why = .indexOutOfRange; break dispatch }
                case .elementBool:
                    let index = R[i.C]
                    let isInside = Machine.peek(O + i.B, BoolArray.self)._withUnsafeGuaranteedRef { array in
                        guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
                        R[i.A] = array.elements[index] ? 1 : 0
                        return true
                    }
                    if !isInside { why = .indexOutOfRange; break dispatch }
                case .elementWord:
                    let index = R[i.C]
                    let isInside = Machine.peek(O + i.B, WordArray.self)._withUnsafeGuaranteedRef { array in
                        guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
                        R[i.A] = array.elements[index]
                        return true
                    }
                    if !isInside { why = .indexOutOfRange; break dispatch }
                case .elementObject:
                    let index = R[i.C]
                    let isInside = Machine.peek(O + i.B, ObjectArray.self)._withUnsafeGuaranteedRef { array in
                        guard UInt(bitPattern: index) < UInt(bitPattern: array.elements.count) else { return false }
                        O[i.A] = array.elements[index]
                        return true
                    }
                    if !isInside { why = .indexOutOfRange; break dispatch }
                case .setElementInt:
                    if !Machine.setInt(O + i.A, R[i.B], R[i.C]) { why = .indexOutOfRange; break dispatch }
                case .setElementDouble:
                    if !Machine.setDouble(O + i.A, R[i.B], Double(word: R[i.C])) { why = .indexOutOfRange; break dispatch }
                case .setElementBool:
                    if !Machine.setBool(O + i.A, R[i.B], R[i.C] != 0) { why = .indexOutOfRange; break dispatch }
                case .setElementWord:
                    if !Machine.setWord(O + i.A, R[i.B], R[i.C]) { why = .indexOutOfRange; break dispatch }
                case .setElementObject:
                    if !Machine.setObject(O + i.A, R[i.B], O + i.C) { why = .indexOutOfRange; break dispatch }
                case .setElementAtInt:
                    if !Machine.setInt(Machine.slot(R[i.A]), R[i.B], R[i.C]) { why = .indexOutOfRange; break dispatch }
                case .setElementAtDouble:
                    if !Machine.setDouble(Machine.slot(R[i.A]), R[i.B], Double(word: R[i.C])) { why = .indexOutOfRange; break dispatch }
                case .setElementAtBool:
                    if !Machine.setBool(Machine.slot(R[i.A]), R[i.B], R[i.C] != 0) { why = .indexOutOfRange; break dispatch }
                case .setElementAtWord:
                    if !Machine.setWord(Machine.slot(R[i.A]), R[i.B], R[i.C]) { why = .indexOutOfRange; break dispatch }
                case .setElementAtObject:
                    if !Machine.setObject(Machine.slot(R[i.A]), R[i.B], O + i.C) { why = .indexOutOfRange; break dispatch }
                case .elementAddressInt:
                    let address = Machine.addressInt(Machine.slot(R[i.B]), R[i.C])
                    if address == 0 { why = .indexOutOfRange; break dispatch }
                    R[i.A] = address
                case .elementAddressDouble:
                    let address = Machine.addressDouble(Machine.slot(R[i.B]), R[i.C])
                    if address == 0 { why = .indexOutOfRange; break dispatch }
                    R[i.A] = address
                case .elementAddressWord:
                    let address = Machine.addressWord(Machine.slot(R[i.B]), R[i.C])
                    if address == 0 { why = .indexOutOfRange; break dispatch }
                    R[i.A] = address
                case .elementAddressObject:
                    let address = Machine.addressObject(Machine.slot(R[i.B]), R[i.C])
                    if address == 0 { why = .indexOutOfRange; break dispatch }
                    R[i.A] = address
                case .appendInt:
                    if !appendInt(O + i.A, R[i.B]) { why = .error; break dispatch }
                case .appendDouble:
                    if !appendDouble(O + i.A, Double(word: R[i.B])) { why = .error; break dispatch }
                case .appendBool:
                    if !appendBool(O + i.A, R[i.B] != 0) { why = .error; break dispatch }
                case .appendWord:
                    if !appendWord(O + i.A, R[i.B]) { why = .error; break dispatch }
                case .appendObject:
                    if !appendObject(O + i.A, O + i.B) { why = .error; break dispatch }
                case .appendAtInt:
                    if !appendInt(Machine.slot(R[i.A]), R[i.B]) { why = .error; break dispatch }
                case .appendAtDouble:
                    if !appendDouble(Machine.slot(R[i.A]), Double(word: R[i.B])) { why = .error; break dispatch }
                case .appendAtBool:
                    if !appendBool(Machine.slot(R[i.A]), R[i.B] != 0) { why = .error; break dispatch }
                case .appendAtWord:
                    if !appendWord(Machine.slot(R[i.A]), R[i.B]) { why = .error; break dispatch }
                case .appendAtObject:
                    if !appendObject(Machine.slot(R[i.A]), O + i.B) { why = .error; break dispatch }

                case .convertInteger, .doubleToInteger, .throw, .trap, .trapThrown, .makeClosure, .newCell, .cellAddressRaw, .cellAddressObject,
                    .globalReady, .globalObjectReady, .makeAggregate, .wrapRaw, .wrapOptional, .unwrapOptional, .payloadAddress, .newArray, .newTable,
                    .findRaw, .findObject, .keyRaw, .keyObject, .nextPosition, .trapCast, .valueRaw, .valueObject, .valueAddressRawKey, .valueAddressObjectKey, .eraseRaw,
                    .eraseObject,
                    .isType, .conforms, .existentialRaw, .existentialObject, .existentialAddress, .dynamicType, .typeObject,
                    .describeRaw, .describeObject, .concatenate, .appendString, .equalString, .lessString:
                    suspended = Frame(function: function, next: next, raws: R, objects: O)
                    top = frame
                    if !perform(i, R, O, function) { why = .error; break dispatch }
                }
            }
            // Something stopped the function: find who handles it, or leave with it.
            suspended = Frame(function: function, next: next, raws: R, objects: O)
            top = frame
            let handled = try handle(why, base)
            (function, next, R, O) = (handled.function, handled.next, handled.raws, handled.objects)
            frame = top
        }
    }
}
