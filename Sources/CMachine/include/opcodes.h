#ifndef ENGRAM_OPCODES_H
#define ENGRAM_OPCODES_H

/// The instructions that the loop knows, in the order of `Opcode` in `IR`, which says what each does. `LATER` marks those that it leaves to
/// `Machine.perform`. A test holds the two lists together.
#define MACHINE_OPCODES(NOW, LATER) \
    NOW(integer) NOW(constant) NOW(move) NOW(object) NOW(copyObject) NOW(takeObject) NOW(clear) \
    NOW(addInt) NOW(subtractInt) NOW(multiplyInt) NOW(divideInt) NOW(remainderInt) NOW(negateInt) NOW(addImmediate) NOW(multiplyImmediate) NOW(divideImmediate) NOW(remainderImmediate) \
    NOW(multiplyAddInt) NOW(multiplyImmediateAdd) NOW(multiplyAddImmediate) \
    NOW(addUInt) NOW(subtractUInt) NOW(multiplyUInt) NOW(divideUInt) NOW(remainderUInt) \
    NOW(addWrapping) NOW(subtractWrapping) NOW(multiplyWrapping) NOW(and) NOW(or) NOW(xor) NOW(andImmediate) NOW(invert) \
    NOW(shiftLeft) NOW(shiftRight) NOW(shiftRightUnsigned) NOW(shiftLeftImmediate) NOW(shiftRightImmediate) NOW(narrow) NOW(truncate) LATER(convertInteger) \
    NOW(addDouble) NOW(subtractDouble) NOW(multiplyDouble) NOW(divideDouble) NOW(addDoubleConstant) NOW(multiplyDoubleConstant) NOW(divideDoubleConstant) \
    NOW(subtractFromDoubleConstant) NOW(divideDoubleConstantBy) NOW(multiplyAddDouble) NOW(negateDouble) NOW(squareRoot) \
    NOW(addFloat) NOW(subtractFloat) NOW(multiplyFloat) NOW(divideFloat) NOW(negateFloat) \
    NOW(intToDouble) NOW(uintToDouble) NOW(doubleToFloat) NOW(floatToDouble) LATER(doubleToInteger) \
    NOW(equalInt) NOW(notEqualInt) NOW(lessInt) NOW(lessOrEqualInt) NOW(lessUInt) NOW(lessOrEqualUInt) \
    NOW(equalDouble) NOW(notEqualDouble) NOW(lessDouble) NOW(lessOrEqualDouble) \
    NOW(equalFloat) NOW(notEqualFloat) NOW(lessFloat) NOW(lessOrEqualFloat) NOW(not) \
    NOW(jump) NOW(jumpIf) NOW(jumpUnless) NOW(jumpIfNil) NOW(jumpUnlessNil) \
    NOW(jumpEqualInt) NOW(jumpNotEqualInt) NOW(jumpLessInt) NOW(jumpLessOrEqualInt) \
    NOW(jumpEqualImmediate) NOW(jumpNotEqualImmediate) NOW(jumpLessImmediate) NOW(jumpLessOrEqualImmediate) \
    NOW(jumpGreaterImmediate) NOW(jumpGreaterOrEqualImmediate) \
    NOW(jumpEqualDouble) NOW(jumpNotEqualDouble) NOW(jumpLessDouble) NOW(jumpLessOrEqualDouble) NOW(jumpNotLessDouble) NOW(jumpNotLessOrEqualDouble) \
    NOW(loopBelow) NOW(loopThrough) NOW(strideTo) NOW(strideThrough) \
    NOW(advanceWhileLess) NOW(advanceWhileLessOrEqual) NOW(advanceImmediateWhileLess) NOW(advanceImmediateWhileLessOrEqual) \
    NOW(jumpIfElement) NOW(jumpUnlessElement) NOW(seekElement) NOW(seekNoElement) \
    NOW(call) LATER(callNative) NOW(callClosure) LATER(callWitness) NOW(returnVoid) NOW(returnRaw) NOW(returnObject) \
    LATER(throw) LATER(trap) LATER(trapThrown) LATER(trapCast) NOW(checkNotNil) \
    LATER(makeClosure) NOW(captureRaw) NOW(captureObject) LATER(newCell) NOW(cellRaw) NOW(cellObject) NOW(setCellRaw) NOW(setCellObject) \
    NOW(cellAddressRaw) NOW(cellAddressObject) \
    NOW(globalRaw) NOW(globalObject) NOW(setGlobalRaw) NOW(setGlobalObject) NOW(globalAddressRaw) NOW(globalAddressObject) \
    LATER(globalReady) LATER(globalObjectReady) NOW(access) \
    NOW(addressRaw) NOW(addressObject) NOW(loadRaw) NOW(loadObject) NOW(storeRaw) NOW(storeObject) \
    NOW(makeAggregate) NOW(fieldRaw) NOW(fieldObject) NOW(setFieldRaw) NOW(setFieldObject) NOW(fieldAddress) \
    NOW(fieldPointer) NOW(fieldAtRaw) NOW(fieldAtObject) NOW(tag) \
    NOW(wrapRaw) NOW(unwrapRaw) LATER(wrapOptional) LATER(unwrapOptional) NOW(isNil) LATER(payloadAddress) \
    LATER(newArray) NOW(arrayCount) \
    NOW(elementInt) NOW(elementDouble) NOW(elementBool) NOW(elementWord) NOW(elementObject) \
    NOW(setElementInt) NOW(setElementDouble) NOW(setElementBool) NOW(setElementWord) NOW(setElementObject) NOW(setElementIntImmediate) NOW(setElementBoolImmediate) \
    NOW(fillInt) NOW(fillDouble) NOW(fillBool) NOW(fillIntImmediate) NOW(fillBoolImmediate) \
    NOW(setElementAtInt) NOW(setElementAtDouble) NOW(setElementAtBool) NOW(setElementAtWord) NOW(setElementAtObject) \
    NOW(elementAddressInt) NOW(elementAddressDouble) NOW(elementAddressWord) NOW(elementAddressObject) \
    NOW(elementPointer) NOW(elementPointerAt) NOW(elementAtWord) NOW(elementAtBool) NOW(elementAtObject) NOW(elementElementWord) NOW(elementElementBool) \
    NOW(setElementElementInt) NOW(setElementElementDouble) NOW(setElementElementBool) \
    NOW(appendInt) NOW(appendDouble) NOW(appendBool) NOW(appendWord) NOW(appendObject) \
    NOW(appendAtInt) NOW(appendAtDouble) NOW(appendAtBool) NOW(appendAtWord) NOW(appendAtObject) \
    LATER(newTable) LATER(findRaw) LATER(findObject) LATER(valueRaw) LATER(valueObject) LATER(keyRaw) LATER(keyObject) LATER(nextPosition) \
    LATER(valueAddressRawKey) LATER(valueAddressObjectKey) \
    LATER(eraseRaw) LATER(eraseObject) LATER(isType) LATER(conforms) LATER(existentialRaw) LATER(existentialObject) LATER(existentialAddress) \
    LATER(dynamicType) LATER(existentialOfType) LATER(flattenExistential) LATER(convertExistential) LATER(equalType) LATER(typeObject) \
    LATER(describeRaw) LATER(describeObject) NOW(describeInt) NOW(concatenate) NOW(appendString) NOW(appendDigits) NOW(equalString) LATER(lessString) \
    NOW(textCount) NOW(characterAt) NOW(textAfter)

/// Those that there are two copies of, in the order of the second ones, which come after all the others; after these comes the one that stands for a translated loop.
#define MACHINE_TWINS(TWIN) \
    TWIN(move) TWIN(addInt) TWIN(multiplyInt) TWIN(addImmediate) TWIN(addDouble) TWIN(multiplyDouble) TWIN(elementInt) TWIN(elementDouble) \
    TWIN(elementElementWord)

#endif
