/// What an instruction does. `a`, `b`, `c` are its operands; R is the file of raw registers, O that of references.
///
/// A write to O releases what was there. "takes O[b]" moves the reference out and leaves nil. An *address* is that of a raw or
/// reference slot, in a raw register: of a register, a global, a captured variable, an element, a field.
package enum Opcode: UInt8, CaseIterable, Sendable {
    // Registers
    /// R[a] = bc
    case integer
    /// R[a] = constants[bc]
    case constant
    /// R[a] = R[b]
    case move
    /// O[a] = objects[bc]
    case object
    /// O[a] = O[b]
    case copyObject
    /// O[a] takes O[b]
    case takeObject
    /// O[a] = nil
    case clear

    // Integers, trapping on overflow. Narrower kinds compute in 64 bits and `narrow` afterwards.
    case addInt, subtractInt, multiplyInt, divideInt, remainderInt
    /// R[a] = -R[b]
    case negateInt
    /// R[a] = R[b] + c, c signed
    case addImmediate
    case multiplyImmediate
    /// The same by c, which is neither 0 nor -1.
    case divideImmediate, remainderImmediate
    /// R[a] = R[b] * R[c] + R[d]; R[b] * c + R[d], c signed; R[b] * d + c, both signed
    case multiplyAddInt, multiplyImmediateAdd, multiplyAddImmediate
    case addUInt, subtractUInt, multiplyUInt, divideUInt, remainderUInt
    case addWrapping, subtractWrapping, multiplyWrapping
    case and, or, xor
    /// R[a] = R[b] & c, c signed
    case andImmediate
    case invert
    /// Shifts of any amount; a negative one goes the other way.
    case shiftLeft, shiftRight, shiftRightUnsigned
    /// The same by c, from 0 to 63.
    case shiftLeftImmediate, shiftRightImmediate
    /// Traps when R[a] does not fit kind b: arithmetic overflow.
    case narrow
    /// R[a] = R[b] cut to kind c.
    case truncate
    /// R[a] = R[b] (of kind c >> 8) as kind c & 255; traps when it does not fit.
    case convertInteger

    // Floating point
    case addDouble, subtractDouble, multiplyDouble, divideDouble
    /// R[a] = R[b] ? constants[c]
    case addDoubleConstant, multiplyDoubleConstant, divideDoubleConstant
    /// R[a] = constants[c] ? R[b]
    case subtractFromDoubleConstant, divideDoubleConstantBy
    /// R[a] += R[b] * R[c], rounded twice
    case multiplyAddDouble
    case negateDouble, squareRoot
    case addFloat, subtractFloat, multiplyFloat, divideFloat
    case negateFloat
    case intToDouble, uintToDouble, doubleToFloat, floatToDouble
    /// R[a] = R[b] as integer of kind c; traps when it does not fit.
    case doubleToInteger

    // Comparisons: R[a] = R[b] ? R[c]
    case equalInt, notEqualInt, lessInt, lessOrEqualInt
    case lessUInt, lessOrEqualUInt
    case equalDouble, notEqualDouble, lessDouble, lessOrEqualDouble
    case equalFloat, notEqualFloat, lessFloat, lessOrEqualFloat
    case not

    // Jumps: relative to the next instruction. Backward ones look whether the user asked to stop.
    /// by bc
    case jump
    /// by bc when R[a]
    case jumpIf, jumpUnless
    /// by bc when O[a] is nil
    case jumpIfNil, jumpUnlessNil
    /// by c when R[a] ? R[b]
    case jumpEqualInt, jumpNotEqualInt, jumpLessInt, jumpLessOrEqualInt
    /// by c when R[a] ? b, b signed
    case jumpEqualImmediate, jumpNotEqualImmediate, jumpLessImmediate, jumpLessOrEqualImmediate, jumpGreaterImmediate, jumpGreaterOrEqualImmediate
    case jumpEqualDouble, jumpNotEqualDouble, jumpLessDouble, jumpLessOrEqualDouble, jumpNotLessDouble, jumpNotLessOrEqualDouble
    /// R[a] += 1; by c when R[a] < R[b]
    case loopBelow
    /// when R[a] < R[b]: R[a] += 1, and by c
    case loopThrough
    /// R[a] += R[b+1], and by c while that has not reached (gone past) R[b] in the direction of R[b+1]
    case strideTo, strideThrough

    /// R[a] += R[c], and back by d while R[a] < R[b] / R[a] <= R[b]
    case advanceWhileLess, advanceWhileLessOrEqual
    /// The same by c, signed.
    case advanceImmediateWhileLess, advanceImmediateWhileLessOrEqual
    /// by c when element R[b] of the array of Bool O[a] is so
    case jumpIfElement, jumpUnlessElement
    /// The same, where the instruction jumped to adds 1 to R[b] and jumps back to this one: on to the element that is so, or is not, or to the loop's end.
    case seekElement, seekNoElement

    // Calls. The window of the arguments starts at R[a] and O[b]; the result comes back in its first slot.
    /// callees[c]
    case call
    /// natives[c]
    case callNative
    /// the closure in O[b]
    case callClosure
    /// requirements[c] for the dynamic type of the existential in O[b]
    case callWitness
    case returnVoid
    /// of R[a]
    case returnRaw
    /// takes O[a]
    case returnObject
    /// Throws the error (`any Error`) in O[a].
    case `throw`
    /// Stops with the text in objects[bc].
    case trap
    /// `try!` met the error in O[a].
    case trapThrown
    /// A cast with `as!` to the type named by objects[bc] failed for the existential in O[a].
    case trapCast
    /// Stops when O[a] is nil.
    case checkNotNil

    // Closures and captured variables
    /// O[a] = closure of shapes[c]: its callee, its captures; objects taken from O[a]…, raws from R[b]…
    case makeClosure
    /// R[a] / O[a] = field b of the captures of the closure in O[0]
    case captureRaw, captureObject
    /// O[a] = new cell
    case newCell
    /// R[a] / O[a] = content of the cell in O[b]
    case cellRaw, cellObject
    /// content of the cell in O[a] = R[b] / takes O[b]
    case setCellRaw, setCellObject
    /// R[a] = address of the content of the cell in O[b]
    case cellAddressRaw, cellAddressObject

    // Globals: bc is the number. Reading one that is not initialised traps, writing initialises.
    case globalRaw, globalObject
    case setGlobalRaw
    /// takes O[a]
    case setGlobalObject
    case globalAddressRaw, globalAddressObject
    /// R[a] = whether global bc is initialised
    case globalReady, globalObjectReady
    /// Global bc, or the variable of the cell in O[bc], is being changed by the call that follows: whoever touches it meanwhile stops. a: an `Access`. Its end stands right after the call, where
    /// `Machine.handle` finds it when the call is left by an error.
    case access

    // Addresses
    /// R[a] = address of R[b] / O[b]
    case addressRaw, addressObject
    /// R[a] / O[a] = what is at address R[b]
    case loadRaw, loadObject
    /// at address R[a] = R[b] / takes O[b]
    case storeRaw, storeObject

    // Aggregates: tuples, structs, enum values. Fields are numbered in words, references first.
    /// O[a] = aggregate of shapes[c]; objects taken from O[a]…, raws from R[b]…
    case makeAggregate
    /// R[a] / O[a] = field c of O[b]
    case fieldRaw, fieldObject
    /// field b of O[a] (made unique) = R[c] / takes O[c]
    case setFieldRaw, setFieldObject
    /// R[a] = address of field c of the aggregate at address R[b], made unique
    case fieldAddress
    /// R[a] = address of field c of the aggregate at address R[b], for reading only
    case fieldPointer
    /// R[a] / O[a] = field c of the aggregate at address R[b]
    case fieldAtRaw, fieldAtObject
    /// R[a] = case number of O[b]
    case tag

    // Optionals
    /// O[a] = .some(R[b])
    case wrapRaw
    /// R[a] = payload of O[b], which is not nil
    case unwrapRaw
    /// O[a] = .some(O[b]) of an Optional; O[a] = payload
    case wrapOptional, unwrapOptional
    /// R[a] = whether O[b] is nil
    case isNil
    /// R[a] = address of the payload of the Optional at address R[b]; traps when nil. c: 0 itself, 1 raw, 2 Optional
    case payloadAddress

    // Arrays. b of newArray: the storage (0 int, 1 double, 2 bool, 3 word, 4 object), c: room.
    case newArray
    case arrayCount
    /// R[a] / O[a] = O[b][R[c]]
    case elementInt, elementDouble, elementBool, elementWord, elementObject
    /// O[a][R[b]] = R[c] / takes O[c]
    case setElementInt, setElementDouble, setElementBool, setElementWord, setElementObject
    /// O[a][R[b]] = c, signed
    case setElementIntImmediate, setElementBoolImmediate
    /// The same, where the next instruction steps R[b] and jumps back to this one: until it would not, or the user asked to stop.
    case fillInt, fillDouble, fillBool, fillIntImmediate, fillBoolImmediate
    /// the same for the array at address R[a]
    case setElementAtInt, setElementAtDouble, setElementAtBool, setElementAtWord, setElementAtObject
    /// R[a] = address of element R[c] of the array at address R[b]
    case elementAddressInt, elementAddressDouble, elementAddressWord, elementAddressObject
    /// R[a] = address of element R[c] of the array of references O[b] / at address R[b], for reading only
    case elementPointer, elementPointerAt
    /// R[a] / O[a] = element R[c] of the array at address R[b]
    case elementAtWord, elementAtBool, elementAtObject
    /// R[a] = O[b][R[c]][R[d]], words in an array of arrays
    case elementElementWord, elementElementBool
    /// O[a][R[b]][R[d]] = R[c]
    case setElementElementInt, setElementElementDouble, setElementElementBool
    /// O[a].append(R[b]) / takes O[b]
    case appendInt, appendDouble, appendBool, appendWord, appendObject
    /// the same for the array at address R[a]
    case appendAtInt, appendAtDouble, appendAtBool, appendAtWord, appendAtObject

    // Tables
    /// O[a] = empty table; key type types[b], value type types[c] (65535: none)
    case newTable
    /// R[a] = position in O[b] of key R[c] / O[c], or -1
    case findRaw, findObject
    /// R[a] / O[a] = value at position R[c] of O[b]
    case valueRaw, valueObject
    /// R[a] / O[a] = key at position R[c] of O[b]
    case keyRaw, keyObject
    /// R[a] = first position with an entry of O[b], from R[a] on; -1 at the end
    case nextPosition
    /// R[a] = address of the value for key R[c] / O[c] in the table at address R[b]; R[a+1] = whether it is new
    case valueAddressRawKey, valueAddressObjectKey

    // Existentials and types
    /// O[a] = existential of types[c] with R[b] / O[b]
    case eraseRaw, eraseObject
    /// R[a] = whether the value of O[b] is of types[c]
    case isType
    /// R[a] = whether the type of the value of O[b] conforms to protocol c
    case conforms
    /// R[a] / O[a] = value inside O[b]
    case existentialRaw, existentialObject
    /// R[a] = address of the value inside the existential at address R[b], made unique; c: 1 when raw
    case existentialAddress
    /// O[a] = type of the value in O[b]
    case dynamicType
    /// O[a] = existential of the type in O[b], without a value
    case existentialOfType
    /// O[a] = O[b] with the optionals in it taken apart; nil when one of them is nil
    case flattenExistential
    /// O[a] = O[b] as an existential of types[c], arrays and dictionaries element by element; nil when it is none
    case convertExistential
    /// R[a] = whether the types in O[b] and O[c] are the same
    case equalType
    /// O[a] = types[bc]
    case typeObject

    // Text
    /// O[a] = text of R[b] / O[b], of types[c]
    case describeRaw, describeObject
    /// O[a] = the digits of the Int R[b]
    case describeInt
    /// O[a] = O[b]… (c of them), joined
    case concatenate
    /// O[a] += O[b]
    case appendString
    /// O[a] += the digits of the Int R[b]
    case appendDigits
    /// R[a] = O[b] ? O[c]
    case equalString, lessString
    /// R[a] = bytes of the text O[b]
    case textCount
    /// O[a] = the character of O[b] at byte R[c]
    case characterAt
    /// R[a] = where the character of O[b] at byte R[c] ends
    case textAfter
}

/// What `access` does: 1 for a global that is a reference, 2 for the end, 4 for a cell.
package struct Access: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let reference = Access(rawValue: 1)
    package static let end = Access(rawValue: 2)
    package static let cell = Access(rawValue: 4)
}
