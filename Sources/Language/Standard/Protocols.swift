extension StandardLibrary {
    static let protocols = #"""
    protocol Equatable {
        static func == (lhs: Self, rhs: Self) -> Bool
    }
    extension Equatable {
        static func != (lhs: Self, rhs: Self) -> Bool { return !(lhs == rhs) }
    }

    protocol Comparable: Equatable {
        static func < (lhs: Self, rhs: Self) -> Bool
        static func <= (lhs: Self, rhs: Self) -> Bool
        static func >= (lhs: Self, rhs: Self) -> Bool
        static func > (lhs: Self, rhs: Self) -> Bool
    }
    extension Comparable {
        static func > (lhs: Self, rhs: Self) -> Bool { return rhs < lhs }
        static func <= (lhs: Self, rhs: Self) -> Bool { return !(rhs < lhs) }
        static func >= (lhs: Self, rhs: Self) -> Bool { return !(lhs < rhs) }
    }

    protocol Hashable: Equatable {
        var hashValue: Int { get }
        func hash(into hasher: inout Hasher)
    }
    extension Hashable {
        var hashValue: Int {
            var hasher = Hasher()
            hasher.combine(self)
            return hasher.finalize()
        }
    }

    /// Feeds the parts of a value into a hash. Opaque.
    struct Hasher {
        init()
        mutating func combine<H: Hashable>(_ value: H)
        func finalize() -> Int
    }

    protocol CustomStringConvertible {
        var description: String { get }
    }
    protocol CustomDebugStringConvertible {
        var debugDescription: String { get }
    }
    protocol LosslessStringConvertible: CustomStringConvertible {
        init?(_ description: String)
    }
    protocol TextOutputStream {
        mutating func write(_ string: String)
    }
    protocol TextOutputStreamable {
        func write<Target: TextOutputStream>(to target: inout Target)
    }

    protocol Sendable {}
    protocol Error: Sendable {
        var _code: Int { get }
    }
    extension Error {
        var _code: Int { return _errorCode(self) }
        var localizedDescription: String {
            if let told = self as? any LocalizedError {
                if let description = told.errorDescription { return description }
                if let reason = told.failureReason { return "The operation could not be completed. " + reason }
            }
            return "The operation could not be completed. (" + String(reflecting: type(of: self)) + " error " + String(_code) + ".)"
        }
    }
    extension Error where Self: RawRepresentable, Self.RawValue: FixedWidthInteger {
        var _code: Int { return Int(rawValue) }
    }
    protocol LocalizedError: Error {
        var errorDescription: String? { get }
        var failureReason: String? { get }
        var recoverySuggestion: String? { get }
        var helpAnchor: String? { get }
    }
    extension LocalizedError {
        var errorDescription: String? { return nil }
        var failureReason: String? { return nil }
        var recoverySuggestion: String? { return nil }
        var helpAnchor: String? { return nil }
    }
    protocol Encodable {}
    protocol Decodable {}
    typealias Codable = Decodable & Encodable

    protocol Identifiable<ID> {
        associatedtype ID: Hashable
        var id: ID { get }
    }
    protocol CaseIterable {
        associatedtype AllCases: Collection
        static var allCases: AllCases { get }
    }
    protocol RawRepresentable<RawValue> {
        associatedtype RawValue
        init?(rawValue: RawValue)
        var rawValue: RawValue { get }
    }
    func == <T: RawRepresentable>(lhs: T, rhs: T) -> Bool where T.RawValue: Equatable { return lhs.rawValue == rhs.rawValue }
    func != <T: RawRepresentable>(lhs: T, rhs: T) -> Bool where T.RawValue: Equatable { return lhs.rawValue != rhs.rawValue }

    protocol OptionSet: RawRepresentable, SetAlgebra where Element == Self {
        init(rawValue: RawValue)
    }
    extension OptionSet where RawValue: FixedWidthInteger {
        init() { self.init(rawValue: 0) }
        init(arrayLiteral elements: Self...) {
            self.init(rawValue: 0)
            for element in elements { self.formUnion(element) }
        }
        init<S: Sequence>(_ sequence: S) where S.Element == Self {
            self.init(rawValue: 0)
            for element in sequence { self.formUnion(element) }
        }
        var isEmpty: Bool { return rawValue == 0 }
        func contains(_ member: Self) -> Bool { return rawValue & member.rawValue == member.rawValue }
        func union(_ other: Self) -> Self { return Self(rawValue: rawValue | other.rawValue) }
        func intersection(_ other: Self) -> Self { return Self(rawValue: rawValue & other.rawValue) }
        func symmetricDifference(_ other: Self) -> Self { return Self(rawValue: rawValue ^ other.rawValue) }
        func subtracting(_ other: Self) -> Self { return Self(rawValue: rawValue & ~other.rawValue) }
        mutating func formUnion(_ other: Self) { self = union(other) }
        mutating func formIntersection(_ other: Self) { self = intersection(other) }
        mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }
        mutating func subtract(_ other: Self) { self = subtracting(other) }
        func isSubset(of other: Self) -> Bool { return intersection(other) == self }
        func isSuperset(of other: Self) -> Bool { return other.isSubset(of: self) }
        func isDisjoint(with other: Self) -> Bool { return intersection(other).isEmpty }
        func isStrictSubset(of other: Self) -> Bool { return isSubset(of: other) && self != other }
        func isStrictSuperset(of other: Self) -> Bool { return other.isStrictSubset(of: self) }
        @discardableResult mutating func update(with newMember: Self) -> Self? {
            let common = intersection(newMember)
            self = union(newMember)
            return common.isEmpty ? nil : common
        }
        @discardableResult mutating func insert(_ newMember: Self) -> (inserted: Bool, memberAfterInsert: Self) {
            let wasThere = contains(newMember)
            self = union(newMember)
            return (!wasThere, newMember)
        }
        @discardableResult mutating func remove(_ member: Self) -> Self? {
            let common = intersection(member)
            if common.isEmpty { return nil }
            self = subtracting(member)
            return common
        }
    }

    protocol ExpressibleByNilLiteral {
        init(nilLiteral: ())
    }
    protocol ExpressibleByIntegerLiteral {
        associatedtype IntegerLiteralType
        init(integerLiteral value: IntegerLiteralType)
    }
    protocol ExpressibleByFloatLiteral {
        associatedtype FloatLiteralType
        init(floatLiteral value: FloatLiteralType)
    }
    protocol ExpressibleByBooleanLiteral {
        associatedtype BooleanLiteralType
        init(booleanLiteral value: BooleanLiteralType)
    }
    protocol ExpressibleByUnicodeScalarLiteral {
        associatedtype UnicodeScalarLiteralType
        init(unicodeScalarLiteral value: UnicodeScalarLiteralType)
    }
    protocol ExpressibleByExtendedGraphemeClusterLiteral: ExpressibleByUnicodeScalarLiteral {
        associatedtype ExtendedGraphemeClusterLiteralType
        init(extendedGraphemeClusterLiteral value: ExtendedGraphemeClusterLiteralType)
    }
    extension ExpressibleByExtendedGraphemeClusterLiteral where ExtendedGraphemeClusterLiteralType == UnicodeScalarLiteralType {
        init(unicodeScalarLiteral value: ExtendedGraphemeClusterLiteralType) { self.init(extendedGraphemeClusterLiteral: value) }
    }
    protocol ExpressibleByStringLiteral: ExpressibleByExtendedGraphemeClusterLiteral {
        associatedtype StringLiteralType
        init(stringLiteral value: StringLiteralType)
    }
    extension ExpressibleByStringLiteral where StringLiteralType == ExtendedGraphemeClusterLiteralType {
        init(extendedGraphemeClusterLiteral value: StringLiteralType) { self.init(stringLiteral: value) }
    }
    protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {}
    protocol ExpressibleByArrayLiteral {
        associatedtype ArrayLiteralElement
        init(arrayLiteral elements: ArrayLiteralElement...)
    }
    protocol ExpressibleByDictionaryLiteral {
        associatedtype Key
        associatedtype Value
        init(dictionaryLiteral elements: (Key, Value)...)
    }
    typealias IntegerLiteralType = Int
    typealias FloatLiteralType = Double
    typealias BooleanLiteralType = Bool
    typealias StringLiteralType = String
    typealias Void = ()

    enum Never: Error, Equatable, Comparable, Hashable {}
    """#
}
