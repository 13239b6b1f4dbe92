extension StandardLibrary {
    static let character = #"""
    enum Unicode {
        struct Scalar: Hashable, Comparable, LosslessStringConvertible, CustomDebugStringConvertible, ExpressibleByUnicodeScalarLiteral, TextOutputStreamable, Sendable {
            typealias UnicodeScalarLiteralType = Unicode.Scalar
            let value: UInt32
            init(unicodeScalarLiteral value: Unicode.Scalar) { self = value }
            init(_ v: Unicode.Scalar) { self = v }
            init?(_ v: UInt16) {
                if v >= 0xD800 && v < 0xE000 { return nil }
                value = UInt32(v)
            }
            init?(_ description: String) {
                if description.isEmpty || description._scalarAfter(0) != description._upper { return nil }
                value = description._scalar(0)
            }
            var debugDescription: String { return String(reflecting: description) }
            var properties: Unicode.Scalar.Properties { return Unicode.Scalar.Properties(_value: Int(value)) }
            var utf8: String.UTF8View { return description.utf8 }
            var utf16: String.UTF16View { return description.utf16 }
            func write<Target: TextOutputStream>(to target: inout Target) { target.write(description) }
            func escaped(asASCII forceASCII: Bool) -> String { return String._escaped(Int(value), forceASCII) }
            struct Properties {
                let _value: Int
                var isAlphabetic: Bool { return String._scalarHas(_value, 0) }
                var isWhitespace: Bool { return String._scalarHas(_value, 1) }
                var isLowercase: Bool { return String._scalarHas(_value, 2) }
                var isUppercase: Bool { return String._scalarHas(_value, 3) }
                var isMath: Bool { return String._scalarHas(_value, 4) }
                var isEmoji: Bool { return String._scalarHas(_value, 5) }
                var isEmojiPresentation: Bool { return String._scalarHas(_value, 6) }
                var isDiacritic: Bool { return String._scalarHas(_value, 7) }
                var isASCIIHexDigit: Bool { return String._scalarHas(_value, 8) }
                var isHexDigit: Bool { return String._scalarHas(_value, 9) }
                var isCased: Bool { return String._scalarHas(_value, 10) }
                var name: String? { return String._scalarName(_value) }
                var numericValue: Double? { return String._scalarNumber(_value) }
                var numericType: Unicode.NumericType? {
                    switch String._scalarKind(_value, 1) {
                    case 1: return .decimal
                    case 2: return .digit
                    case 3: return .numeric
                    default: return nil
                    }
                }
                var generalCategory: Unicode.GeneralCategory {
                    let number = String._scalarKind(_value, 0)
                    return Unicode.GeneralCategory._all[number]
                }
                var lowercaseMapping: String { return String._ofScalar(_value).lowercased() }
                var uppercaseMapping: String { return String._ofScalar(_value).uppercased() }
            }
            init?(_ v: UInt32) {
                if v > 0x10FFFF || v >= 0xD800 && v < 0xE000 { return nil }
                value = v
            }
            init?(_ v: Int) {
                if v < 0 || v > 0x10FFFF || v >= 0xD800 && v < 0xE000 { return nil }
                value = UInt32(v)
            }
            init(_ v: UInt8) { value = UInt32(v) }
            init(_unchecked v: UInt32) { value = v }
            var isASCII: Bool { return value < 128 }
            var description: String { return String._ofScalar(Int(value)) }
            static func < (lhs: Unicode.Scalar, rhs: Unicode.Scalar) -> Bool { return lhs.value < rhs.value }
            static func == (lhs: Unicode.Scalar, rhs: Unicode.Scalar) -> Bool { return lhs.value == rhs.value }
            func hash(into hasher: inout Hasher) { hasher.combine(value) }
        }
    }
    extension Unicode {
        enum NumericType { case decimal, digit, numeric }
        enum GeneralCategory {
            case uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter, nonspacingMark
            case spacingMark, enclosingMark, decimalNumber, letterNumber, otherNumber, connectorPunctuation
            case dashPunctuation, openPunctuation, closePunctuation, initialPunctuation, finalPunctuation, otherPunctuation
            case mathSymbol, currencySymbol, modifierSymbol, otherSymbol, spaceSeparator, lineSeparator
            case paragraphSeparator, control, format, surrogate, privateUse, unassigned
            static var _all: [Unicode.GeneralCategory] {
                return [
                    .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                    .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
                    .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
                    .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator,
                    .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned,
                ]
            }
        }
    }
    typealias UnicodeScalar = Unicode.Scalar

    struct Character: Comparable, Hashable, LosslessStringConvertible, CustomDebugStringConvertible, ExpressibleByExtendedGraphemeClusterLiteral, Sendable {
        typealias UnicodeScalarLiteralType = Character
        typealias ExtendedGraphemeClusterLiteralType = Character
        init(_ s: String)
        init(_ c: Character) { self = c }
        init(_ content: Unicode.Scalar) { self = Character(content.description) }
        init(extendedGraphemeClusterLiteral value: Character) { self = value }
        static func == (lhs: Character, rhs: Character) -> Bool
        static func < (lhs: Character, rhs: Character) -> Bool
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
        var description: String { get }
        var debugDescription: String { return String(reflecting: self) }
        var isLetter: Bool { get }
        var isNumber: Bool { get }
        var isWholeNumber: Bool { get }
        var isHexDigit: Bool { get }
        var isWhitespace: Bool { get }
        var isNewline: Bool { get }
        var isPunctuation: Bool { get }
        var isSymbol: Bool { get }
        var isMathSymbol: Bool { get }
        var isCurrencySymbol: Bool { get }
        var isUppercase: Bool { get }
        var isLowercase: Bool { get }
        var isCased: Bool { get }
        var isASCII: Bool { get }
        var asciiValue: UInt8? { get }
        var wholeNumberValue: Int? { get }
        var hexDigitValue: Int? { get }
        func uppercased() -> String
        func lowercased() -> String
        var utf8: String.UTF8View { return String(self).utf8 }
        var utf16: String.UTF16View { return String(self).utf16 }
        var unicodeScalars: String.UnicodeScalarView { return String(self).unicodeScalars }
        func write<Target: TextOutputStream>(to target: inout Target) { target.write(description) }
    }
    """#

    static let string = #"""
    /// What String and Substring share. An index is a number of UTF-8 bytes from the start of the whole string.
    protocol StringProtocol: BidirectionalCollection, Comparable, Hashable, LosslessStringConvertible, ExpressibleByStringInterpolation where Element == Character, Index == String.Index, SubSequence: StringProtocol {
        var utf8: String.UTF8View { get }
        var _lower: Int { get }
        var _upper: Int { get }
    }
    extension StringProtocol {
        func hasPrefix(_ prefix: String) -> Bool
        func hasSuffix(_ suffix: String) -> Bool
        func hasPrefix<Prefix: StringProtocol>(_ prefix: Prefix) -> Bool { return hasPrefix(String(prefix)) }
        func hasSuffix<Suffix: StringProtocol>(_ suffix: Suffix) -> Bool { return hasSuffix(String(suffix)) }
        func uppercased() -> String
        func lowercased() -> String
        var capitalized: String { get }
        var localizedCapitalized: String { return capitalized }
        var localizedUppercase: String { return uppercased() }
        var localizedLowercase: String { return lowercased() }
        func contains<T: StringProtocol>(_ other: T) -> Bool { return _contains(String(other)) }
        func _contains(_ other: String) -> Bool
        func _pieces(separatedBy separator: String, maxSplits: Int, omittingEmpty: Bool) -> [Substring]
        func split<S: StringProtocol>(separator: S, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring] {
            return _pieces(separatedBy: String(separator), maxSplits: maxSplits, omittingEmpty: omittingEmptySubsequences)
        }
        func components<T: StringProtocol>(separatedBy separator: T) -> [String] {
            return _pieces(separatedBy: String(separator), maxSplits: Int.max, omittingEmpty: false).map { String($0) }
        }
        func components(separatedBy separator: CharacterSet) -> [String] { return _components(separator._kind, separator._characters, separator._isInverted) }
        func _components(_ kind: Int, _ characters: String, _ isInverted: Bool) -> [String]
        func trimmingCharacters(in set: CharacterSet) -> String { return _trimmed(set._kind, set._characters, set._isInverted) }
        func _trimmed(_ kind: Int, _ characters: String, _ isInverted: Bool) -> String
        func replacingOccurrences<Target: StringProtocol, Replacement: StringProtocol>(of target: Target, with replacement: Replacement) -> String {
            return _replacing(String(target), String(replacement))
        }
        func replacingOccurrences<Target: StringProtocol, Replacement: StringProtocol>(of target: Target, with replacement: Replacement, options: String.CompareOptions) -> String {
            let wanted = String(target)
            var rest = Substring(String(self))
            var result = ""
            while let found = rest.range(of: wanted, options: options) {
                result += rest[rest.startIndex..<found.lowerBound]
                result += String(replacement)
                rest = rest[found.upperBound..<rest.endIndex]
            }
            return result + String(rest)
        }
        func replacing<Target: StringProtocol, Replacement: StringProtocol>(_ target: Target, with replacement: Replacement) -> String {
            return _replacing(String(target), String(replacement))
        }
        func replacing<Target: StringProtocol, Replacement: StringProtocol>(_ target: Target, with replacement: Replacement, maxReplacements: Int) -> String {
            let wanted = String(target)
            var rest = Substring(String(self))
            var result = ""
            var left = maxReplacements
            while left > 0, let found = rest.range(of: wanted) {
                result += rest[rest.startIndex..<found.lowerBound]
                result += String(replacement)
                rest = rest[found.upperBound..<rest.endIndex]
                left -= 1
            }
            return result + String(rest)
        }
        func _replacing(_ target: String, _ replacement: String) -> String
        func range<T: StringProtocol>(of aString: T) -> Range<String.Index>? {
            let text = String(aString)
            let found = _find(text)
            if found < 0 { return nil }
            return Range(uncheckedBounds: (lower: String.Index(_offset: found), upper: String.Index(_offset: found + text._upper)))
        }
        func range<T: StringProtocol>(of aString: T, options: String.CompareOptions) -> Range<String.Index>? {
            let wanted = Array(options.contains(.caseInsensitive) ? String(aString).lowercased() : String(aString))
            if wanted.isEmpty { return nil }
            var found: Range<String.Index>?
            var start = startIndex
            while start != endIndex {
                var position = start
                var matched = 0
                while matched < wanted.count && position != endIndex {
                    let character = self[position]
                    if character != wanted[matched] {
                        if !options.contains(.caseInsensitive) || character.lowercased() != String(wanted[matched]) { break }
                    }
                    position = index(after: position)
                    matched += 1
                }
                if matched == wanted.count {
                    if !options.contains(.anchored) || (options.contains(.backwards) ? position == endIndex : start == startIndex) { found = start..<position }
                    if !options.contains(.backwards) { return found }
                }
                if options.contains(.anchored) && !options.contains(.backwards) { return found }
                start = index(after: start)
            }
            return found
        }
        func commonPrefix<T: StringProtocol>(with aString: T) -> String {
            var result = ""
            for (left, right) in zip(String(self), String(aString)) {
                if left != right { break }
                result.append(left)
            }
            return result
        }
        func trimmingPrefix<T: StringProtocol>(_ prefix: T) -> Substring {
            let rest = Substring(String(self))
            return hasPrefix(prefix) ? rest.dropFirst(String(prefix).count) : rest
        }
        func trimmingPrefix(while predicate: (Character) throws -> Bool) rethrows -> Substring { try Substring(String(self)).drop(while: predicate) }
        func ranges<T: StringProtocol>(of other: T) -> [Range<String.Index>] {
            let wanted = String(other)
            var rest = Substring(String(self))
            var found: [Range<String.Index>] = []
            while let next = rest.range(of: wanted) {
                found.append(next)
                rest = rest[next.upperBound..<rest.endIndex]
            }
            return found
        }
        func firstRange<T: StringProtocol>(of other: T) -> Range<String.Index>? { return range(of: other) }
        func _find(_ text: String) -> Int
        func padding<T: StringProtocol>(toLength newLength: Int, withPad padString: T, startingAt padIndex: Int) -> String { return _padded(newLength, String(padString), padIndex) }
        func _padded(_ length: Int, _ pad: String, _ start: Int) -> String
        func appending<T: StringProtocol>(_ aString: T) -> String { return String(self) + String(aString) }
        func caseInsensitiveCompare<T: StringProtocol>(_ aString: T) -> ComparisonResult { return lowercased().compare(String(aString).lowercased()) }
        func localizedCaseInsensitiveContains<T: StringProtocol>(_ other: T) -> Bool { return lowercased()._contains(String(other).lowercased()) }
        func compare<T: StringProtocol>(_ aString: T) -> ComparisonResult {
            let other = String(aString)
            let text = String(self)
            return text < other ? .orderedAscending : text == other ? .orderedSame : .orderedDescending
        }
        func compare<T: StringProtocol>(_ aString: T, options: String.CompareOptions) -> ComparisonResult {
            let left = Array(_folded(options).unicodeScalars)
            let right = Array(String(aString)._folded(options).unicodeScalars)
            var i = 0
            var j = 0
            while i < left.count && j < right.count {
                if options.contains(.numeric) && left[i]._digit >= 0 && right[j]._digit >= 0 {
                    var a = 0
                    var b = 0
                    while i < left.count && left[i]._digit >= 0 {
                        a = a &* 10 &+ left[i]._digit
                        i += 1
                    }
                    while j < right.count && right[j]._digit >= 0 {
                        b = b &* 10 &+ right[j]._digit
                        j += 1
                    }
                    if a != b { return a < b ? .orderedAscending : .orderedDescending }
                    continue
                }
                if left[i] != right[j] { return left[i] < right[j] ? .orderedAscending : .orderedDescending }
                i += 1
                j += 1
            }
            if i < left.count || j < right.count { return j < right.count ? .orderedAscending : .orderedDescending }
            return options.contains(.forcedOrdering) ? compare(aString) : .orderedSame
        }
        func _folded(_ options: String.CompareOptions) -> String {
            var text = String(self)
            if options.contains(.diacriticInsensitive) { text = String._plain(text) }
            return options.contains(.caseInsensitive) ? text.lowercased() : text
        }
        func folding(options: String.CompareOptions, locale: Locale?) -> String { return _folded(options) }
        /// As dictionaries sort: letters first without their marks and case, then by marks, then lower case before upper.
        func localizedCompare<T: StringProtocol>(_ aString: T) -> ComparisonResult {
            let other = String(aString)
            let text = String(self)
            let left = String._plain(text).lowercased()
            let right = String._plain(other).lowercased()
            if left != right {
                for (a, b) in zip(left.unicodeScalars, right.unicodeScalars) {
                    if a._order != b._order { return a._order < b._order ? .orderedAscending : .orderedDescending }
                }
                let lengths = (left.unicodeScalars.count, right.unicodeScalars.count)
                if lengths.0 != lengths.1 { return lengths.0 < lengths.1 ? .orderedAscending : .orderedDescending }
            }
            let marks = text.lowercased().compare(other.lowercased())
            if marks != .orderedSame { return marks }
            return other.compare(text)
        }
        func localizedStandardCompare<T: StringProtocol>(_ string: T) -> ComparisonResult {
            let result = compare(string, options: [.caseInsensitive, .numeric, .diacriticInsensitive])
            return result == .orderedSame ? localizedCompare(string) : result
        }
        func localizedCaseInsensitiveCompare<T: StringProtocol>(_ aString: T) -> ComparisonResult { return lowercased().localizedCompare(String(aString).lowercased()) }
        func localizedStandardContains<T: StringProtocol>(_ string: T) -> Bool {
            let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
            return _folded(options)._contains(String(string)._folded(options))
        }
        func _after(_ offset: Int) -> Int
        func _before(_ offset: Int) -> Int
        func _character(_ offset: Int) -> Character
        func _advanced(_ offset: Int, by distance: Int) -> Int
        /// -1 when the limit is in the way.
        func _advanced(_ offset: Int, by distance: Int, limit: Int) -> Int
        func _distance(_ from: Int, _ to: Int) -> Int
        func _substring(_ lower: Int, _ upper: Int) -> Substring
        var startIndex: String.Index { return String.Index(_offset: _lower) }
        var endIndex: String.Index { return String.Index(_offset: _upper) }
        func index(after i: String.Index) -> String.Index { return String.Index(_offset: _after(i._offset)) }
        func index(before i: String.Index) -> String.Index { return String.Index(_offset: _before(i._offset)) }
        func index(_ i: String.Index, offsetBy distance: Int) -> String.Index { return String.Index(_offset: _advanced(i._offset, by: distance)) }
        func index(_ i: String.Index, offsetBy distance: Int, limitedBy limit: String.Index) -> String.Index? {
            let offset = _advanced(i._offset, by: distance, limit: limit._offset)
            return offset < 0 ? nil : String.Index(_offset: offset)
        }
        func distance(from start: String.Index, to end: String.Index) -> Int { return _distance(start._offset, end._offset) }
        subscript(i: String.Index) -> Character { return _character(i._offset) }
        subscript(r: Range<String.Index>) -> Substring { return _substring(r.lowerBound._offset, r.upperBound._offset) }
        func makeIterator() -> String.Iterator { return String.Iterator(_base: String(self), _position: 0) }
        static func == <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { return String(lhs) == String(rhs) }
        static func != <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { return String(lhs) != String(rhs) }
    }
    extension Unicode.Scalar {
        var _digit: Int { return value >= 48 && value < 58 ? Int(value) - 48 : -1 }
        /// Blanks, punctuation, symbols, digits, letters.
        var _order: Int {
            let kind = String._scalarKind(Int(value), 0)
            let group = kind < 8 ? 5 : kind < 11 ? 4 : kind < 18 ? 2 : kind < 22 ? 3 : 1
            return group << 24 + Int(value)
        }
    }
    struct Locale {
        let identifier: String
        init(identifier: String) { self.identifier = identifier }
        static var current: Locale { return Locale(identifier: "en_US_POSIX") }
    }
    enum ComparisonResult: Int { case orderedAscending = -1, orderedSame = 0, orderedDescending = 1 }

    struct CharacterSet {
        let _kind: Int
        let _characters: String
        let _isInverted: Bool
        init(_kind: Int, _characters: String, _isInverted: Bool) {
            self._kind = _kind
            self._characters = _characters
            self._isInverted = _isInverted
        }
        init() { self.init(_kind: 0, _characters: "", _isInverted: false) }
        init(charactersIn string: String) { self.init(_kind: 0, _characters: string, _isInverted: false) }
        static var whitespaces: CharacterSet { return CharacterSet(_kind: 2, _characters: "", _isInverted: false) }
        static var whitespacesAndNewlines: CharacterSet { return CharacterSet(_kind: 4, _characters: "", _isInverted: false) }
        static var newlines: CharacterSet { return CharacterSet(_kind: 8, _characters: "", _isInverted: false) }
        static var punctuationCharacters: CharacterSet { return CharacterSet(_kind: 16, _characters: "", _isInverted: false) }
        static var decimalDigits: CharacterSet { return CharacterSet(_kind: 32, _characters: "", _isInverted: false) }
        static var letters: CharacterSet { return CharacterSet(_kind: 64, _characters: "", _isInverted: false) }
        static var alphanumerics: CharacterSet { return CharacterSet(_kind: 128, _characters: "", _isInverted: false) }
        static var uppercaseLetters: CharacterSet { return CharacterSet(_kind: 256, _characters: "", _isInverted: false) }
        static var lowercaseLetters: CharacterSet { return CharacterSet(_kind: 512, _characters: "", _isInverted: false) }
        static var symbols: CharacterSet { return CharacterSet(_kind: 1024, _characters: "", _isInverted: false) }
        var inverted: CharacterSet { return CharacterSet(_kind: _kind, _characters: _characters, _isInverted: !_isInverted) }
        init(charactersIn range: ClosedRange<Unicode.Scalar>) {
            var text = ""
            for value in range.lowerBound.value...range.upperBound.value { if let scalar = Unicode.Scalar(value) { text.append(scalar.description) } }
            self.init(_kind: 0, _characters: text, _isInverted: false)
        }
        /// Of two sets that are not inverted.
        func union(_ other: CharacterSet) -> CharacterSet {
            if _isInverted || other._isInverted { fatalError("union of inverted character sets is not supported in cells") }
            return CharacterSet(_kind: _kind | other._kind, _characters: _characters + other._characters, _isInverted: false)
        }
        mutating func formUnion(_ other: CharacterSet) { self = union(other) }
        mutating func insert(charactersIn string: String) { formUnion(CharacterSet(charactersIn: string)) }
        func contains(_ member: Unicode.Scalar) -> Bool { return member.description._components(_kind, _characters, _isInverted).count > 1 }
    }

    struct String: StringProtocol, RangeReplaceableCollection, TextOutputStream, TextOutputStreamable, CustomDebugStringConvertible, Sendable, Codable, CVarArg {
        struct CompareOptions: OptionSet {
            let rawValue: Int
            init(rawValue: Int) { self.rawValue = rawValue }
            static var caseInsensitive: String.CompareOptions { return String.CompareOptions(rawValue: 1) }
            static var literal: String.CompareOptions { return String.CompareOptions(rawValue: 2) }
            static var backwards: String.CompareOptions { return String.CompareOptions(rawValue: 4) }
            static var anchored: String.CompareOptions { return String.CompareOptions(rawValue: 8) }
            static var numeric: String.CompareOptions { return String.CompareOptions(rawValue: 64) }
            static var diacriticInsensitive: String.CompareOptions { return String.CompareOptions(rawValue: 128) }
            static var widthInsensitive: String.CompareOptions { return String.CompareOptions(rawValue: 256) }
            static var forcedOrdering: String.CompareOptions { return String.CompareOptions(rawValue: 512) }
        }
        struct Index: Comparable, Hashable {
            let _offset: Int
            init(_offset: Int) { self._offset = _offset }
            /// Every four bytes of UTF-8 are two units of UTF-16, every three, two or one are one.
            init<S: StringProtocol>(utf16Offset offset: Int, in s: S) {
                let text = String(s)
                var units = 0
                var position = 0
                while units < offset && position < text._upper {
                    let isPair = text._byte(position) >= 0xF0
                    if isPair && units + 1 == offset { break }
                    units += isPair ? 2 : 1
                    position = text._scalarAfter(position)
                }
                _offset = units < offset && position < text._upper ? position + 2 : position
            }
            init?(_ sourcePosition: String.Index, within target: String) {
                if sourcePosition._offset > target._upper || (sourcePosition._offset < target._upper && target._before(target._after(sourcePosition._offset)) != sourcePosition._offset) { return nil }
                _offset = sourcePosition._offset
            }
            init?(_ sourcePosition: String.Index, within target: String.UTF8View) { _offset = sourcePosition._offset }
            init?(_ sourcePosition: String.Index, within target: String.UTF16View) { _offset = sourcePosition._offset }
            init?(_ sourcePosition: String.Index, within target: String.UnicodeScalarView) {
                if target._base._upper > sourcePosition._offset && target._base._byte(sourcePosition._offset) & 0xC0 == 0x80 { return nil }
                _offset = sourcePosition._offset
            }
            func samePosition(in characters: String) -> String.Index? { return String.Index(self, within: characters) }
            func samePosition(in utf8: String.UTF8View) -> String.Index? { return self }
            func samePosition(in utf16: String.UTF16View) -> String.Index? { return self }
            func samePosition(in unicodeScalars: String.UnicodeScalarView) -> String.Index? { return String.Index(self, within: unicodeScalars) }
            func utf16Offset<S: StringProtocol>(in s: S) -> Int {
                let text = String(s)
                var units = 0
                var position = 0
                while position < _offset && position < text._upper {
                    units += text._byte(position) >= 0xF0 ? 2 : 1
                    position = text._scalarAfter(position)
                }
                return position > _offset ? units - 1 : units
            }
            static func == (lhs: String.Index, rhs: String.Index) -> Bool { return lhs._offset == rhs._offset }
            static func < (lhs: String.Index, rhs: String.Index) -> Bool { return lhs._offset < rhs._offset }
            func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
        }
        struct Iterator: IteratorProtocol, Sequence {
            typealias Element = Character
            let _base: String
            var _position: Int
            mutating func next() -> Character? {
                if _position >= _base._upper { return nil }
                let character = _base._character(_position)
                _position = _base._after(_position)
                return character
            }
        }
        typealias Element = Character
        typealias SubSequence = Substring
        typealias Indices = DefaultIndices<String>
        typealias UnicodeScalarLiteralType = String
        typealias ExtendedGraphemeClusterLiteralType = String
        typealias StringLiteralType = String
        init()
        init(_ other: String) { self = other }
        init(_ substring: Substring)
        init<Text: StringProtocol>(_ text: Text)
        init(_ c: Character)
        init(_ scalar: Unicode.Scalar) { self = String._ofScalar(Int(scalar.value)) }
        static func _ofScalar(_ value: Int) -> String
        static func _escaped(_ value: Int, _ asASCII: Bool) -> String
        static func _scalarHas(_ value: Int, _ property: Int) -> Bool
        static func _scalarName(_ value: Int) -> String?
        static func _scalarNumber(_ value: Int) -> Double?
        static func _scalarKind(_ value: Int, _ property: Int) -> Int
        /// Without the marks on its letters.
        static func _plain(_ text: String) -> String
        init<S: Sequence>(_ characters: S) where S.Element == Character { self = String._characters(characters._copyToArray()) }
        static func _characters(_ characters: [Character]) -> String
        init(_ unicodeScalars: String.UnicodeScalarView) { self = unicodeScalars._base }
        init?(_ codeUnits: String.UTF8View) { self = codeUnits._base }
        init?(_ codeUnits: Slice<String.UTF8View>) { self = String(codeUnits.base._base[codeUnits.startIndex..<codeUnits.endIndex]) }
        init(_ unicodeScalars: Slice<String.UnicodeScalarView>) { self = String(unicodeScalars.base._base[unicodeScalars.startIndex..<unicodeScalars.endIndex]) }
        static func _joined(_ parts: [String], _ separator: String) -> String
        init(repeating repeatedValue: String, count: Int)
        init(repeating repeatedValue: Character, count: Int)
        init(stringLiteral value: String) { self = value }
        init<T: LosslessStringConvertible>(_ value: T) { self = value.description }
        init<T: BinaryInteger>(_ value: T, radix: Int = 10, uppercase: Bool = false) {
            self = String._digits(value._bits, T.isSigned, radix, uppercase)
        }
        static func _digits(_ bits: Int, _ isSigned: Bool, _ radix: Int, _ uppercase: Bool) -> String
        init<Subject>(describing instance: Subject)
        init<Subject>(reflecting subject: Subject)
        init(format: String, _ arguments: CVarArg...) { self = String._format(format, arguments) }
        init(format: String, arguments: [CVarArg]) { self = String._format(format, arguments) }
        static func _format(_ format: String, _ arguments: [CVarArg]) -> String
        init<C: Collection>(decoding codeUnits: C, as sourceEncoding: UTF8.Type) where C.Element == UInt8 { self = String._decoded(codeUnits._copyToArray()) }
        init<C: Collection>(decoding codeUnits: C, as sourceEncoding: UTF16.Type) where C.Element == UInt16 { self = UTF16._text(codeUnits._copyToArray()) }
        init<C: Collection>(decoding codeUnits: C, as sourceEncoding: UTF32.Type) where C.Element == UInt32 {
            self = ""
            for unit in codeUnits { self.append(String._ofScalar(unit > 0x10FFFF || unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : Int(unit))) }
        }
        static func _decoded(_ bytes: [UInt8]) -> String
        /// The number of characters, counted from the start.
        var count: Int { get }
        var isEmpty: Bool { get }
        var _lower: Int { return 0 }
        var _upper: Int { get }
        var first: Character? { get }
        var last: Character? { get }
        var description: String { return self }
        var debugDescription: String { return String(reflecting: self) }
        var utf8: String.UTF8View { return String.UTF8View(_base: self) }
        var utf16: String.UTF16View { return String.UTF16View(_base: self) }
        var unicodeScalars: String.UnicodeScalarView {
            get { return String.UnicodeScalarView(_base: self) }
            set { self = newValue._base }
        }
        static func + (lhs: String, rhs: String) -> String
        static func += (lhs: inout String, rhs: String)
        static func == (lhs: String, rhs: String) -> Bool
        static func != (lhs: String, rhs: String) -> Bool { return !(lhs == rhs) }
        static func < (lhs: String, rhs: String) -> Bool
        static func <= (lhs: String, rhs: String) -> Bool { return !(rhs < lhs) }
        static func > (lhs: String, rhs: String) -> Bool { return rhs < lhs }
        static func >= (lhs: String, rhs: String) -> Bool { return !(lhs < rhs) }
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
        mutating func append(_ other: String)
        mutating func append(_ c: Character)
        mutating func append(contentsOf newElements: String) { append(newElements) }
        mutating func append(contentsOf newElements: Substring) { append(String(newElements)) }
        mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Character { append(String(newElements)) }
        mutating func write(_ string: String) { append(string) }
        func write<Target: TextOutputStream>(to target: inout Target) { target.write(self) }
        mutating func insert(_ newElement: Character, at i: String.Index) { _replace(i._offset, i._offset, String(newElement)) }
        mutating func insert<S: Collection>(contentsOf newElements: S, at i: String.Index) where S.Element == Character { _replace(i._offset, i._offset, String(newElements)) }
        mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Character {
            _replace(subrange.lowerBound._offset, subrange.upperBound._offset, String(newElements))
        }
        mutating func removeSubrange(_ bounds: Range<String.Index>) { _replace(bounds.lowerBound._offset, bounds.upperBound._offset, "") }
        @discardableResult mutating func remove(at i: String.Index) -> Character {
            let character = _character(i._offset)
            _replace(i._offset, _after(i._offset), "")
            return character
        }
        @discardableResult mutating func removeFirst() -> Character
        @discardableResult mutating func removeLast() -> Character
        mutating func popLast() -> Character? { return isEmpty ? nil : removeLast() }
        mutating func removeFirst(_ k: Int) { _replace(0, _removalEnd(k), "") }
        mutating func removeLast(_ k: Int) { _replace(_removalStart(k), _upper, "") }
        func _removalEnd(_ k: Int) -> Int
        func _removalStart(_ k: Int) -> Int
        mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = "" }
        mutating func reserveCapacity(_ n: Int) {}
        mutating func _replace(_ lower: Int, _ upper: Int, _ text: String)

        struct UTF8View: BidirectionalCollection, CustomStringConvertible {
            typealias Element = UInt8
            typealias Index = String.Index
            typealias SubSequence = Slice<String.UTF8View>
            typealias Indices = DefaultIndices<String.UTF8View>
            typealias Iterator = IndexingIterator<String.UTF8View>
            let _base: String
            func _copyToArray() -> [UInt8] { return _base._bytes }
            var count: Int { return _base._upper }
            var startIndex: String.Index { return String.Index(_offset: 0) }
            var endIndex: String.Index { return String.Index(_offset: _base._upper) }
            func index(after i: String.Index) -> String.Index { return String.Index(_offset: i._offset + 1) }
            func index(before i: String.Index) -> String.Index { return String.Index(_offset: i._offset - 1) }
            func index(_ i: String.Index, offsetBy distance: Int) -> String.Index { return String.Index(_offset: i._offset + distance) }
            subscript(position: String.Index) -> UInt8 { return _base._byte(position._offset) }
            var description: String { return _base }
        }
        var _bytes: [UInt8] { get }
        func _byte(_ offset: Int) -> UInt8

        struct UnicodeScalarView: BidirectionalCollection, RangeReplaceableCollection, CustomStringConvertible {
            typealias Element = Unicode.Scalar
            typealias Index = String.Index
            typealias SubSequence = Slice<String.UnicodeScalarView>
            typealias Indices = DefaultIndices<String.UnicodeScalarView>
            typealias Iterator = IndexingIterator<String.UnicodeScalarView>
            var _base: String
            init(_base: String) { self._base = _base }
            init() { _base = "" }
            mutating func append(_ newElement: Unicode.Scalar) { _base.append(newElement.description) }
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Unicode.Scalar {
                var text = ""
                for scalar in newElements { text.append(scalar.description) }
                _base._replace(subrange.lowerBound._offset, subrange.upperBound._offset, text)
            }
            var startIndex: String.Index { return String.Index(_offset: 0) }
            var endIndex: String.Index { return String.Index(_offset: _base._upper) }
            func index(after i: String.Index) -> String.Index { return String.Index(_offset: _base._scalarAfter(i._offset)) }
            func index(before i: String.Index) -> String.Index { return String.Index(_offset: _base._scalarBefore(i._offset)) }
            subscript(position: String.Index) -> Unicode.Scalar { return Unicode.Scalar(_unchecked: _base._scalar(position._offset)) }
            var description: String { return _base }
        }
        func _scalarAfter(_ offset: Int) -> Int
        func _scalarBefore(_ offset: Int) -> Int
        func _scalar(_ offset: Int) -> UInt32

        /// The second unit of a pair stands at the third of the scalar's four bytes, so that an index of one view is one of the others.
        struct UTF16View: BidirectionalCollection, CustomStringConvertible {
            typealias Element = UInt16
            typealias Index = String.Index
            typealias SubSequence = Slice<String.UTF16View>
            typealias Indices = DefaultIndices<String.UTF16View>
            typealias Iterator = IndexingIterator<String.UTF16View>
            let _base: String
            func _copyToArray() -> [UInt16] { return _base._utf16Units }
            var count: Int { return _base._utf16Count }
            var startIndex: String.Index { return String.Index(_offset: 0) }
            var endIndex: String.Index { return String.Index(_offset: _base._upper) }
            func _isSecond(_ offset: Int) -> Bool { return offset < _base._upper && _base._byte(offset) & 0xC0 == 0x80 }
            func index(after i: String.Index) -> String.Index {
                if _isSecond(i._offset) || _base._byte(i._offset) >= 0xF0 { return String.Index(_offset: i._offset + 2) }
                return String.Index(_offset: _base._scalarAfter(i._offset))
            }
            func index(before i: String.Index) -> String.Index {
                if _isSecond(i._offset) { return String.Index(_offset: i._offset - 2) }
                let offset = _base._scalarBefore(i._offset)
                return String.Index(_offset: _base._byte(offset) >= 0xF0 ? offset + 2 : offset)
            }
            subscript(position: String.Index) -> UInt16 {
                let isSecond = _isSecond(position._offset)
                let value = _base._scalar(isSecond ? position._offset - 2 : position._offset)
                if value < 0x10000 { return UInt16(value) }
                return isSecond ? UInt16(0xDC00 + (value - 0x10000) & 0x3FF) : UInt16(0xD800 + (value - 0x10000) >> 10)
            }
            var description: String { return _base }
        }
        var _utf16Count: Int { get }
        var _utf16Units: [UInt16] { get }
        func _utf16Unit(_ position: Int) -> UInt16
    }
    enum UTF8 {
        static func isContinuation(_ codeUnit: UInt8) -> Bool { return codeUnit & 0xC0 == 0x80 }
        static func width(_ x: Unicode.Scalar) -> Int { return x.description._upper }
    }
    enum UTF16 {
        static func width(_ x: Unicode.Scalar) -> Int { return x.value < 0x10000 ? 1 : 2 }
        static func isLeadSurrogate(_ x: UInt16) -> Bool { return x & 0xFC00 == 0xD800 }
        static func isTrailSurrogate(_ x: UInt16) -> Bool { return x & 0xFC00 == 0xDC00 }
        static func isSurrogate(_ x: UInt16) -> Bool { return x & 0xF800 == 0xD800 }
        static func leadSurrogate(_ x: Unicode.Scalar) -> UInt16 { return UInt16(0xD800 + (x.value - 0x10000) >> 10) }
        static func trailSurrogate(_ x: Unicode.Scalar) -> UInt16 { return UInt16(0xDC00 + (x.value - 0x10000) & 0x3FF) }
        static func _text(_ units: [UInt16]) -> String {
            var text = ""
            var position = 0
            while position < units.count {
                var value = UInt32(units[position])
                position += 1
                if UTF16.isLeadSurrogate(UInt16(value)) && position < units.count && UTF16.isTrailSurrogate(units[position]) {
                    value = 0x10000 + (value & 0x3FF) << 10 + UInt32(units[position] & 0x3FF)
                    position += 1
                }
                text.append(String._ofScalar(value >= 0xD800 && value < 0xE000 ? 0xFFFD : Int(value)))
            }
            return text
        }
    }
    enum UTF32 {}

    struct Substring: StringProtocol, RangeReplaceableCollection, CustomDebugStringConvertible, Sendable {
        typealias Element = Character
        typealias Index = String.Index
        typealias Iterator = String.Iterator
        typealias SubSequence = Substring
        typealias Indices = DefaultIndices<Substring>
        typealias UnicodeScalarLiteralType = String
        typealias ExtendedGraphemeClusterLiteralType = String
        typealias StringLiteralType = String
        init() { self = Substring("") }
        init(_ content: String)
        init(stringLiteral value: String) { self = Substring(value) }
        init<S: Sequence>(_ elements: S) where S.Element == Character { self = Substring(String(elements)) }
        var base: String { get }
        var count: Int { get }
        var isEmpty: Bool { get }
        var _lower: Int { get }
        var _upper: Int { get }
        var first: Character? { return isEmpty ? nil : _character(_lower) }
        var last: Character? { return isEmpty ? nil : _character(_before(_upper)) }
        var description: String { return String(self) }
        var debugDescription: String { return String(reflecting: String(self)) }
        var utf8: String.UTF8View { return String(self).utf8 }
        var utf16: String.UTF16View { return String(self).utf16 }
        var unicodeScalars: String.UnicodeScalarView { return String(self).unicodeScalars }
        static func == (lhs: Substring, rhs: Substring) -> Bool { return String(lhs) == String(rhs) }
        static func < (lhs: Substring, rhs: Substring) -> Bool { return String(lhs) < String(rhs) }
        func hash(into hasher: inout Hasher) { hasher.combine(String(self)) }
        mutating func append(_ c: Character) { self = Substring(String(self) + String(c)) }
        mutating func append(contentsOf newElements: String) { self = Substring(String(self) + newElements) }
        mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Character {
            let head = String(_substring(_lower, subrange.lowerBound._offset))
            self = Substring(head + String(newElements) + String(_substring(subrange.upperBound._offset, _upper)))
        }
        func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
            var result = ""
            for character in self { if try isIncluded(character) { result.append(character) } }
            return result
        }
        mutating func removeFirst() -> Character {
            if isEmpty { fatalError("Can't remove first element from an empty collection") }
            let character = _character(_lower)
            self = _substring(_after(_lower), _upper)
            return character
        }
    }
    extension String {
        typealias StringInterpolation = DefaultStringInterpolation
        init(stringInterpolation: DefaultStringInterpolation) { self = stringInterpolation._text }
    }
    /// What cells extend to say how values of theirs look in a text. Interpolations that they say nothing of are made without it.
    struct DefaultStringInterpolation: TextOutputStream, CustomStringConvertible {
        var _text: String
        init() { _text = "" }
        init(literalCapacity: Int, interpolationCount: Int) { _text = "" }
        mutating func appendLiteral(_ literal: String) { _text.append(literal) }
        mutating func write(_ string: String) { _text.append(string) }
        mutating func appendInterpolation<T>(_ value: T) { _text.append(String(describing: value)) }
        mutating func appendInterpolation<T>(_ value: T?, default defaultValue: @autoclosure () -> String) {
            if let value { _text.append(String(describing: value)) } else { _text.append(defaultValue()) }
        }
        var description: String { return _text }
    }
    extension Sequence where Element == String {
        func joined(separator: String = "") -> String { return String._joined(_copyToArray(), separator) }
    }
    extension Sequence where Element == Character {
        func joined(separator: String = "") -> String { return String._joined(map { String($0) }, separator) }
    }
    """#
}
