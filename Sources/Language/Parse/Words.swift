/// Words without which a cell needs no look of some kind. They are looked for in the bytes of every cell, since strings are slow to search.
struct Words {
    private let words: [[UInt8]]
    private let initials: [UInt8]

    init(_ words: String...) {
        self.words = words.map { Array($0.utf8) }
        initials = Array(Set(self.words.compactMap(\.first)))
    }

    static let accessLevels = Words("private", "public", "internal", "package", "open")
    static let attempts = Words("try")

    /// Whether one of them may be there: within another word, too, and always where the bytes cannot be seen.
    func occur(in text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.indices.contains { start in initials.contains(bytes[start]) && words.contains { bytes[start...].starts(with: $0) } }
        } ?? true
    }
}
