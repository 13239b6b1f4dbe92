import CMachine
import IR

extension Substring: NativeValue {
    package static var valueType: ValueType { .native("Substring", []) }
}

/// The natives of String, of what it shares with Substring, and of Character.
///
/// An index of the standard text is a number of UTF-8 bytes from the start of the whole string: Swift's native strings reach it in constant time.
extension NativeTable {
    mutating func addStrings() {
        addStringMaking()
        addStringReading()
        addStringChanges()
        addTextPositions()
        addTextFunctions()
        addCharacters()
    }

    private mutating func addStringMaking() {
        add("String.init()<>") { call in call.give("") }
        add("String.init(_:)<Substring>") { call in call.give(String(call.next(Substring.self))) }
        add("String.init(_:)<Text>") { call in call.give(call.nextString()) }
        add("String.init(_:)<Character>") { call in call.give(String(call.next(Character.self))) }
        add("String._ofScalar(_:)<Int>") { call in
            guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: call.int(0))) else { throw Trap("Invalid Unicode scalar value") }
            call.give(String(Character(scalar)))
        }
        addScalarProperties()
        add("String._characters(_:)<[Character]>") { call in
            var text = ""
            for object in Arrays.objects(call.references[0]).elements {
                text.append(unsafeDowncast(object.unsafelyUnwrapped, to: CharacterObject.self).value)
            }
            call.give(text)
        }
        add("String._joined(_:_:)<[String],String>") { call in
            let (parts, separator): ([String], String) = (call.next(), call.next())
            var bytes = separator.utf8.count * max(0, parts.count - 1)
            for part in parts { bytes += part.utf8.count }
            try call.machine.reserve(bytes: bytes)
            var text = ""
            text.reserveCapacity(bytes)
            var isFirst = true
            for part in parts {
                if call.machine.isInterrupted { throw call.machine.interruption }
                if !isFirst { text += separator }
                isFirst = false
                text += part
            }
            call.give(text)
        }
        add("String.init(repeating:count:)<String,Int>") { call in
            let (text, count): (String, Int) = (call.next(), call.next())
            call.give(try Texts.repeating(text, count, call.machine))
        }
        add("String.init(repeating:count:)<Character,Int>") { call in
            let (character, count): (Character, Int) = (call.next(), call.next())
            call.give(try Texts.repeating(String(character), count, call.machine))
        }
        add("String._digits(_:_:_:_:)<Int,Bool,Int,Bool>") { call in
            let (bits, isSigned, radix, uppercase): (Int, Bool, Int, Bool) = (call.next(), call.next(), call.next(), call.next())
            guard 2 ... 36 ~= radix else { throw Trap("Radix must be between 2 and 36") }
            call.give(isSigned ? String(bits, radix: radix, uppercase: uppercase) : String(UInt(bitPattern: bits), radix: radix, uppercase: uppercase))
        }
        add("String.init(describing:)<Subject>") { call in
            let value = call.nextValue(of: call.types[0])
            call.give(try call.machine.describe(call.types[0], word: value.word, object: value.object))
        }
        add("String.init(reflecting:)<Subject>") { call in
            let value = call.nextValue(of: call.types[0])
            call.give(try call.machine.debugDescribe(call.types[0], word: value.word, object: value.object))
        }
        add("String._format(_:_:)<String,[CVarArg]>") { call in
            let format = call.string(0)
            call.give(try FormattedText.make(format, Arrays.objects(call.references[1]).elements, call.machine))
        }
        add("String._decoded(_:)<[UInt8]>") { call in
            call.give(String(decoding: Arrays.words(call.references[0]).elements.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self))
        }
        add("Substring.init(_:)<String>") { call in call.give(Substring(call.string(0))) }
    }

    private mutating func addScalarProperties() {
        @Sendable func scalar(_ call: borrowing NativeCall) -> Unicode.Scalar { Unicode.Scalar(UInt32(truncatingIfNeeded: call.int(0))) ?? "\u{FFFD}" }
        // The numbers are those of the standard text.
        let properties: [@Sendable (Unicode.Scalar.Properties) -> Bool] = [
            { $0.isAlphabetic }, { $0.isWhitespace }, { $0.isLowercase }, { $0.isUppercase }, { $0.isMath }, { $0.isEmoji }, { $0.isEmojiPresentation },
            { $0.isDiacritic }, { $0.isASCIIHexDigit }, { $0.isHexDigit }, { $0.isCased },
        ]
        add("String._scalarHas(_:_:)<Int,Int>") { call in call.give(properties[call.int(1)](scalar(call).properties)) }
        add("String._scalarName(_:)<Int>") { call in call.give(scalar(call).properties.name) }
        add("String._scalarKind(_:_:)<Int,Int>") { call in
            let properties = scalar(call).properties
            if call.int(1) == 0 { return call.give(properties.generalCategory.number) }
            switch properties.numericType {
            case .decimal: call.give(1)
            case .digit: call.give(2)
            case .numeric: call.give(3)
            case nil: call.give(0)
            @unknown default: call.give(0)
            }
        }
        add("String._plain(_:)<String>") { call in call.give(PlainLetters.text(of: call.string(0))) }
        add("String._scalarNumber(_:)<Int>") { call in call.give(scalar(call).properties.numericValue) }
        add("String._escaped(_:_:)<Int,Bool>") { call in call.give(scalar(call).escaped(asASCII: call.bool(1))) }
    }

    private mutating func addStringReading() {
        add("String.count") { call in
            let plain = call.references[0].map { machine_count_plain(Unmanaged.passUnretained($0).toOpaque()) } ?? -1
            call.give(plain >= 0 ? plain : call.string(0).count)
        }
        add("String.isEmpty") { call in call.give(call.string(0).isEmpty) }
        add("String._upper") { call in call.give(call.string(0).utf8.count) }
        add("String.first") { call in call.give(call.string(0).first) }
        add("String.last") { call in call.give(call.string(0).last) }
        add("String.+(_:_:)<String,String>") { call in call.give(call.string(0) + call.string(1)) }
        add("String.==(_:_:)<String,String>") { call in call.give(call.string(0) == call.string(1)) }
        add("String.<(_:_:)<String,String>") { call in call.give(call.string(0) < call.string(1)) }
        add("String._bytes") { call in call.give(object: WordArray(call.string(0).utf8.map(Word.init))) }
        add("String._byte(_:)<Int>") { call in
            let (text, offset): (String, Int) = (call.next(), call.next())
            guard offset >= 0, offset < text.utf8.count else { throw Trap("String index is out of bounds") }
            call.give(text.utf8[text.utf8.index(text.startIndex, offsetBy: offset)])
        }
        add("String._scalarAfter(_:)<Int>") { call in
            let (text, offset): (String, Int) = (call.next(), call.next())
            guard offset >= 0, offset < text.utf8.count else { throw Trap("String index is out of bounds") }
            call.give(offset + Texts.scalar(text, offset).utf8.count)
        }
        add("String._scalarBefore(_:)<Int>") { call in
            let (text, offset): (String, Int) = (call.next(), call.next())
            guard offset > 0, offset <= text.utf8.count else { throw Trap("String index is out of bounds") }
            let index = text.unicodeScalars.index(before: text.utf8.index(text.startIndex, offsetBy: offset))
            call.give(text.utf8.distance(from: text.startIndex, to: index))
        }
        add("String._scalar(_:)<Int>") { call in
            let (text, offset): (String, Int) = (call.next(), call.next())
            guard offset >= 0, offset < text.utf8.count else { throw Trap("String index is out of bounds") }
            call.give(Texts.scalar(text, offset).value)
        }
        add("String._utf16Count") { call in call.give(call.string(0).utf16.count) }
        add("String._utf16Units") { call in call.give(object: WordArray(call.string(0).utf16.map(Word.init))) }
        add("String._utf16Unit(_:)<Int>") { call in
            let (text, offset): (String, Int) = (call.next(), call.next())
            guard offset >= 0, let index = text.utf16.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex), index != text.endIndex else {
                throw Trap("String index is out of bounds")
            }
            call.give(text.utf16[index])
        }
        add("Substring.base") { call in call.give(call.next(Substring.self).base) }
        add("Substring.count") { call in call.give(call.next(Substring.self).count) }
        add("Substring.isEmpty") { call in call.give(call.next(Substring.self).isEmpty) }
        add("Substring._lower") { call in
            let text = call.next(Substring.self)
            call.give(Texts.offset(text.startIndex, in: text.base))
        }
        add("Substring._upper") { call in
            let text = call.next(Substring.self)
            call.give(Texts.offset(text.endIndex, in: text.base))
        }
    }

    private mutating func addStringChanges() {
        for key in ["String.+=(_:_:)<inoutString,String>", "String.append(_:)<String>"] {
            add(key) { call in
                let slot = call.nextAddress()
                let tail: String = call.next()
                try call.machine.reserve(bytes: tail.utf8.count)
                Slot.changeString(slot) { $0 += tail }
            }
        }
        add("String.append(_:)<Character>") { call in
            let slot = call.nextAddress()
            let tail: Character = call.next()
            Slot.changeString(slot) { $0.append(tail) }
        }
        add("String.removeFirst()<>") { call in
            let removed = try Slot.changeString(call.nextAddress()) { text in
                if text.isEmpty { throw Trap("Can't remove first element from an empty collection") }
                return text.removeFirst()
            }
            call.give(removed)
        }
        add("String.removeLast()<>") { call in
            let removed = try Slot.changeString(call.nextAddress()) { text in
                if text.isEmpty { throw Trap("Can't remove last element from an empty collection") }
                return text.removeLast()
            }
            call.give(removed)
        }
        add("String._removalEnd(_:)<Int>") { call in
            let (text, count): (String, Int) = (call.next(), call.next())
            if count < 0 { throw Trap("Number of elements to remove should be non-negative") }
            guard let end = text.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex) else { throw Trap("Can't remove more items from a collection than it has") }
            call.give(Texts.offset(end, in: text))
        }
        add("String._removalStart(_:)<Int>") { call in
            let (text, count): (String, Int) = (call.next(), call.next())
            if count < 0 { throw Trap("Number of elements to remove should be non-negative") }
            guard let start = text.index(text.endIndex, offsetBy: -count, limitedBy: text.startIndex) else {
                throw Trap("Can't remove more items from a collection than it contains")
            }
            call.give(Texts.offset(start, in: text))
        }
        add("String._replace(_:_:_:)<Int,Int,String>") { call in
            let slot = call.nextAddress()
            let (lower, upper, new): (Int, Int, String) = (call.next(), call.next(), call.next())
            try Slot.changeString(slot) { text in
                guard lower >= 0, upper <= text.utf8.count, lower <= upper else {
                    throw Trap(lower == upper ? "String index is out of bounds" : "String index range is out of bounds")
                }
                text.replaceSubrange(Texts.index(lower, in: text) ..< Texts.index(upper, in: text), with: new)
            }
        }
    }

    /// Positions in a String or a Substring. An offset counts from the start of the whole string.
    private mutating func addTextPositions() {
        add("StringProtocol._after(_:)<Int>") { call in
            let (text, offset): (Text, Int) = (call.nextText(), call.next())
            guard offset >= text.lower, offset < text.upper else { throw call.indexOutOfBounds }
            call.give(text.after(offset))
        }
        add("StringProtocol._before(_:)<Int>") { call in
            let (text, offset): (Text, Int) = (call.nextText(), call.next())
            guard offset > text.lower, offset <= text.upper else { throw call.indexOutOfBounds }
            call.give(text.before(offset))
        }
        add("StringProtocol._character(_:)<Int>") { call in
            let (text, offset): (Text, Int) = (call.nextText(), call.next())
            guard offset >= text.lower, offset < text.upper else { throw call.indexOutOfBounds }
            call.give(object: text.character(offset))
        }
        add("StringProtocol._advanced(_:by:)<Int,Int>") { call in
            let (text, offset, distance): (Text, Int, Int) = (call.nextText(), call.next(), call.next())
            guard let target = text.advanced(offset, by: distance, limit: nil) else { throw Trap("String index is out of bounds") }
            call.give(target)
        }
        add("StringProtocol._advanced(_:by:limit:)<Int,Int,Int>") { call in
            let (text, offset, distance, limit): (Text, Int, Int, Int) = (call.nextText(), call.next(), call.next(), call.next())
            call.give(text.advanced(offset, by: distance, limit: limit) ?? -1)
        }
        add("StringProtocol._distance(_:_:)<Int,Int>") { call in
            let (text, from, to): (Text, Int, Int) = (call.nextText(), call.next(), call.next())
            guard min(from, to) >= text.lower, max(from, to) <= text.upper else { throw Trap("String index is out of bounds") }
            call.give(text.base.distance(from: Texts.index(from, in: text.base), to: Texts.index(to, in: text.base)))
        }
        add("StringProtocol._substring(_:_:)<Int,Int>") { call in
            let (text, lower, upper): (Text, Int, Int) = (call.nextText(), call.next(), call.next())
            guard lower >= text.lower, upper <= text.upper, lower <= upper else { throw Trap("String index range is out of bounds") }
            call.give(text.base[Texts.index(lower, in: text.base) ..< Texts.index(upper, in: text.base)])
        }
    }

    private mutating func addTextFunctions() {
        add("StringProtocol.hasPrefix(_:)<String>") { call in
            let (text, prefix) = (call.nextString(), call.next(String.self))
            call.give(text.hasPrefix(prefix))
        }
        add("StringProtocol.hasSuffix(_:)<String>") { call in
            let (text, suffix) = (call.nextString(), call.next(String.self))
            call.give(text.hasSuffix(suffix))
        }
        add("StringProtocol.uppercased()<>") { call in call.give(call.nextString().uppercased()) }
        add("StringProtocol.lowercased()<>") { call in call.give(call.nextString().lowercased()) }
        add("StringProtocol.capitalized") { call in call.give(Texts.capitalized(call.nextString())) }
        add("StringProtocol._contains(_:)<String>") { call in
            let (text, part) = (call.nextString(), call.next(String.self))
            call.give(part.isEmpty || Texts.find(part, in: text[...]) != nil)
        }
        add("StringProtocol._find(_:)<String>") { call in
            let (text, part) = (call.nextText(), call.next(String.self))
            let found = part.isEmpty ? nil : Texts.find(part, in: text.substring)
            call.give(found.map { Texts.offset($0.lowerBound, in: text.base) } ?? -1)
        }
        add("StringProtocol._pieces(separatedBy:maxSplits:omittingEmpty:)<String,Int,Bool>") { call in
            let (text, separator, most, omitting): (Text, String, Int, Bool) = (call.nextText(), call.next(), call.next(), call.next())
            if most < 0 { throw Trap("Must take zero or more splits") }
            call.give(try Texts.pieces(text.substring, separator, most, omitting, call.machine))
        }
        add("StringProtocol._components(_:_:_:)<Int,String,Bool>") { call in
            let (text, kind, characters, isInverted): (String, Int, String, Bool) = (call.nextString(), call.next(), call.next(), call.next())
            let set = ScalarSet(kind, characters, isInverted)
            call.give(text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: set.contains).map { String($0) })
        }
        add("StringProtocol._trimmed(_:_:_:)<Int,String,Bool>") { call in
            let (text, kind, characters, isInverted): (String, Int, String, Bool) = (call.nextString(), call.next(), call.next(), call.next())
            let set = ScalarSet(kind, characters, isInverted)
            let scalars = text.unicodeScalars
            guard let first = scalars.firstIndex(where: { !set.contains($0) }), let last = scalars.lastIndex(where: { !set.contains($0) }) else {
                return call.give("")
            }
            call.give(String(scalars[first ... last]))
        }
        add("StringProtocol._replacing(_:_:)<String,String>") { call in
            let (text, target, replacement) = (call.nextString(), call.next(String.self), call.next(String.self))
            if target.isEmpty { return call.give(text) }
            call.give(try Texts.pieces(text[...], target, Int.max, false, call.machine).joined(separator: replacement))
        }
        add("StringProtocol._padded(_:_:_:)<Int,String,Int>") { call in
            let (text, length, pad, start): (String, Int, String, Int) = (call.nextString(), call.next(), call.next(), call.next())
            if length < 0 { throw Trap("padding(toLength:withPad:startingAt:) needs a length that is not negative") }
            let count = text.count
            if count >= length { return call.give(String(text.prefix(length))) }
            let pattern = Array(pad)
            if pattern.isEmpty || start < 0 || start >= pattern.count { throw Trap("padding(toLength:withPad:startingAt:) needs a start inside the pad string") }
            try call.machine.reserve(bytes: length)
            var result = text
            for step in 0 ..< (length - count) { result.append(pattern[(start + step) % pattern.count]) }
            call.give(result)
        }
    }

    private mutating func addCharacters() {
        add("Character.init(_:)<String>") { call in
            let text = call.string(0)
            if text.isEmpty { throw Trap("Can't form a Character from an empty String") }
            if text.index(after: text.startIndex) != text.endIndex {
                throw Trap("Can't form a Character from a String containing more than one extended grapheme cluster")
            }
            call.give(Character(text))
        }
        add("Character.==(_:_:)<Character,Character>") { call in
            let (a, b): (Character, Character) = (call.next(), call.next())
            call.give(a == b)
        }
        add("Character.<(_:_:)<Character,Character>") { call in
            let (a, b): (Character, Character) = (call.next(), call.next())
            call.give(a < b)
        }
        let tests: [(String, @Sendable (Character) -> Bool)] = [
            ("isLetter", { $0.isLetter }), ("isNumber", { $0.isNumber }), ("isWholeNumber", { $0.isWholeNumber }), ("isHexDigit", { $0.isHexDigit }),
            ("isWhitespace", { $0.isWhitespace }), ("isNewline", { $0.isNewline }), ("isPunctuation", { $0.isPunctuation }), ("isSymbol", { $0.isSymbol }),
            ("isMathSymbol", { $0.isMathSymbol }), ("isCurrencySymbol", { $0.isCurrencySymbol }), ("isUppercase", { $0.isUppercase }),
            ("isLowercase", { $0.isLowercase }), ("isCased", { $0.isCased }), ("isASCII", { $0.isASCII }),
        ]
        for (member, test) in tests {
            add("Character.\(member)") { call in call.give(test(call.next(Character.self))) }
        }
        add("Character.asciiValue") { call in call.give(call.next(Character.self).asciiValue) }
        add("Character.wholeNumberValue") { call in call.give(call.next(Character.self).wholeNumberValue) }
        add("Character.hexDigitValue") { call in call.give(call.next(Character.self).hexDigitValue) }
        add("Character.uppercased()<>") { call in call.give(call.next(Character.self).uppercased()) }
        add("Character.lowercased()<>") { call in call.give(call.next(Character.self).lowercased()) }
        add("Character.description") { call in call.give(String(call.next(Character.self))) }
    }
}

extension NativeCall {
    /// The next argument, a String or a Substring: `types[0]` says which.
    mutating func nextText() -> Text {
        let reference = nextReferenceSlot()
        if case .string = types[0] {
            let base = unsafeDowncast(reference.unsafelyUnwrapped, to: StringObject.self).value
            return Text(base: base, lower: 0, upper: base.utf8.count)
        }
        let part = unsafeDowncast(reference.unsafelyUnwrapped, to: Box<Substring>.self).value
        let base = part.base
        return Text(base: base, lower: Texts.offset(part.startIndex, in: base), upper: Texts.offset(part.endIndex, in: base))
    }
    /// The next argument, a String or a Substring, as a String.
    mutating func nextString() -> String {
        let reference = nextReferenceSlot()
        if case .string = types[0] { return unsafeDowncast(reference.unsafelyUnwrapped, to: StringObject.self).value }
        return String(unsafeDowncast(reference.unsafelyUnwrapped, to: Box<Substring>.self).value)
    }
}

extension NativeCall {
    /// Of a string or a part of one.
    fileprivate var indexOutOfBounds: Trap { Trap((types.first == .string ? "String" : "Substring") + " index is out of bounds") }
}
