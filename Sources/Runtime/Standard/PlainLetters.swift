/// Text without the marks on its letters: `é` becomes `e`.
///
/// The standard library does not hand out decompositions, but it compares by them: a letter with a mark equals the precomposed one.
/// So what a precomposed letter consists of is found by trying, once for each.
enum PlainLetters {
    static func text(of text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text }
        var known: [Unicode.Scalar: Unicode.Scalar] = [:]
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.append(scalar)
            } else if scalar.properties.generalCategory != .nonspacingMark {
                let plain = known[scalar] ?? base(of: scalar)
                known[scalar] = plain
                result.append(plain)
            }
        }
        return String(result)
    }

    private static let letters: [Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [0x41 ... 0x5A, 0x61 ... 0x7A, 0x391 ... 0x3C9, 0x410 ... 0x44F]
        return ranges.joined().compactMap(Unicode.Scalar.init)
    }()
    private static let marks = ((0x300 as UInt32) ... 0x338).compactMap(Unicode.Scalar.init)

    /// The letter, if the scalar is one with one or two marks.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.properties.isAlphabetic else { return scalar }
        let wanted = String(scalar)
        for letter in letters {
            for mark in marks {
                let marked = String(letter) + String(mark)
                if marked == wanted { return letter }
            }
        }
        return scalar
    }
}
