import Glibc
import IR

/// `String(format:)`: the conversions of C's printf, and `%@` for the text of any value.
///
/// A conversion that does not fit its argument's type is an error of the cell, where C would read whatever bytes are there.
enum FormattedText {
    static func make(_ format: String, _ arguments: [AnyObject?], _ machine: Machine) throws -> String {
        var result = ""
        var next = 0
        var rest = Substring(format)

        func argument(_ position: Int?) throws -> Existential {
            let index = position.map { $0 - 1 } ?? next
            if position == nil { next += 1 }
            guard index >= 0, index < arguments.count else { throw Trap("String(format:) has too few arguments for \"\(format)\"") }
            return unsafeDowncast(arguments[index].unsafelyUnwrapped, to: Existential.self)
        }

        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[rest.index(after: percent)...]
            if rest.first == "%" {
                result += "%"
                rest.removeFirst()
                continue
            }
            var position: Int?
            if let dollar = rest.firstIndex(where: { !($0.isASCII && $0.isNumber) }), rest[dollar] == "$", let number = Int(rest[..<dollar]) {
                position = number
                rest = rest[rest.index(after: dollar)...]
            }
            var specification = "%"
            while let flag = rest.first, "-+ #0'".contains(flag) {
                specification.append(flag)
                rest.removeFirst()
            }
            func number() throws {
                if rest.first == "*" {
                    rest.removeFirst()
                    specification += String(try integer(argument(nil), "*"))
                    return
                }
                while let digit = rest.first, digit.isASCII, digit.isNumber {
                    specification.append(digit)
                    rest.removeFirst()
                }
            }
            try number()
            if rest.first == "." {
                specification.append(".")
                rest.removeFirst()
                try number()
            }
            var isLong = false
            var isShort = 0
            while let size = rest.first, "lhqzjtL".contains(size) {
                if size == "h" { isShort += 1 } else { isLong = true }
                rest.removeFirst()
            }
            guard let conversion = rest.popFirst() else { break }
            switch conversion {
            case "d", "i":
                let value = try integer(argument(position), conversion)
                let sized =
                    isLong
                    ? value : isShort == 2 ? Int(Int8(truncatingIfNeeded: value)) : isShort == 1 ? Int(Int16(truncatingIfNeeded: value)) : Int(Int32(truncatingIfNeeded: value))
                result += try printed(specification + "ld", sized, machine)
            case "u", "x", "X", "o":
                let value = try integer(argument(position), conversion)
                let bits = UInt(bitPattern: value)
                let sized =
                    isLong
                    ? bits : isShort == 2 ? UInt(UInt8(truncatingIfNeeded: bits)) : isShort == 1 ? UInt(UInt16(truncatingIfNeeded: bits)) : UInt(UInt32(truncatingIfNeeded: bits))
                result += try printed(specification + "l" + String(conversion), sized, machine)
            case "e", "E", "f", "F", "g", "G", "a", "A":
                result += try printed(specification + String(conversion), floating(argument(position), conversion), machine)
            case "c":
                let value = try integer(argument(position), conversion)
                if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value)) { result.unicodeScalars.append(scalar) }
            case "@":
                let value = try argument(position)
                result += try machine.describe(value.type, word: value.bits, object: value.object)
            default:
                throw Trap("String(format:) does not know the conversion \"%\(conversion)\"")
            }
        }
        return result + rest
    }

    private static func integer(_ value: Existential, _ conversion: Character) throws -> Int {
        switch value.type {
        case .integer, .bool: return value.bits
        default: throw Trap("String(format:): %\(conversion) needs an integer")
        }
    }
    private static func floating(_ value: Existential, _ conversion: Character) throws -> Double {
        switch value.type {
        case .double: return Double(word: value.bits)
        case .float: return Double(Float(word: value.bits))
        default: throw Trap("String(format:): %\(conversion) needs a Double or a Float")
        }
    }

    private static func printed(_ specification: String, _ value: any CVarArg, _ machine: Machine) throws -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        var length = withVaList([value]) { Int(vsnprintf(&buffer, buffer.count, specification, $0)) }
        if length < 0 { throw Trap("String(format:) cannot write \"\(specification)\"") }
        if length >= buffer.count {
            try machine.reserve(bytes: length)
            buffer = [CChar](repeating: 0, count: length + 1)
            // A list can be walked once.
            length = withVaList([value]) { Int(vsnprintf(&buffer, buffer.count, specification, $0)) }
        }
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
