import IR

/// Writes the bytes of a saved value. Numbers are little-endian; sizes take as many bytes as they need, seven bits in each.
struct SavedWriter {
    private(set) var content: [UInt8] = []
    private(set) var chunks: [ChunkName] = []
    private var large = 0
    let store: any ChunkStore

    init(store: any ChunkStore) { self.store = store }

    var value: SavedValue { SavedValue(content: content, chunks: chunks, size: content.count + large) }

    mutating func byte(_ byte: UInt8) { content.append(byte) }
    mutating func count(_ count: Int) {
        var rest = UInt(bitPattern: count)
        while rest >= 0x80 {
            content.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        content.append(UInt8(truncatingIfNeeded: rest))
    }
    mutating func word(_ word: Word) { withUnsafeBytes(of: word.littleEndian) { content.append(contentsOf: $0) } }
    mutating func words(_ words: UnsafePointer<Word>, _ count: Int) { content.append(contentsOf: UnsafeRawBufferPointer(start: words, count: count * 8)) }
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            count(bytes.count)
            content.append(contentsOf: bytes)
        }
    }

    /// Bytes that may be many. Returns the pieces that hold them, none for few bytes.
    @discardableResult
    mutating func bulk(_ bytes: UnsafeRawBufferPointer) throws -> [ChunkName] {
        if bytes.count <= SavedValue.inlineLimit {
            count(bytes.count << 1)
            content.append(contentsOf: bytes)
            return []
        }
        var names: [ChunkName] = []
        names.reserveCapacity(bytes.count / SavedValue.chunkSize + 1)
        var start = 0
        while start < bytes.count {
            let end = min(start + SavedValue.chunkSize, bytes.count)
            names.append(try store.put(UnsafeRawBufferPointer(rebasing: bytes[start ..< end])))
            start = end
        }
        known(names, bytes: bytes.count)
        return names
    }

    /// Bytes that the store has already.
    mutating func known(_ names: [ChunkName], bytes: Int) {
        count(bytes << 1 | 1)
        chunks += names
        large += bytes
    }
}

/// Reads them again, and trusts nothing.
struct SavedReader {
    private let content: [UInt8]
    private let chunks: [ChunkName]
    private var place = 0
    private var nextChunk = 0
    let store: any ChunkStore

    init(_ value: SavedValue, store: any ChunkStore) { (content, chunks, self.store) = (value.content, value.chunks, store) }

    var isAtEnd: Bool { place == content.count }
    var remaining: Int { content.count - place }

    mutating func byte() throws -> UInt8 {
        guard place < content.count else { throw SavingError.damaged("it ends too early") }
        place += 1
        return content[place - 1]
    }
    mutating func count() throws -> Int {
        var (value, shift): (UInt, UInt) = (0, 0)
        while true {
            let next = try byte()
            value |= UInt(next & 0x7F) << shift
            if next < 0x80 { return Int(bitPattern: value) }
            shift += 7
            if shift > 63 { throw SavingError.damaged("a size that is none") }
        }
    }
    /// A number of things that take at least one byte each.
    mutating func length() throws -> Int {
        let value = try count()
        guard value >= 0, value <= remaining else { throw SavingError.damaged("it ends too early") }
        return value
    }
    mutating func word() throws -> Word {
        guard remaining >= 8 else { throw SavingError.damaged("it ends too early") }
        defer { place += 8 }
        return content.withUnsafeBytes { Int(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Int.self)) }
    }
    mutating func words(into target: UnsafeMutablePointer<Word>, _ count: Int) throws {
        guard count >= 0, count <= remaining / 8 else { throw SavingError.damaged("it ends too early") }
        content.withUnsafeBytes { UnsafeMutableRawPointer(target).copyMemory(from: $0.baseAddress.unsafelyUnwrapped + place, byteCount: count * 8) }
        place += count * 8
    }
    mutating func text() throws -> String {
        let length = try length()
        defer { place += length }
        return String(decoding: content[place ..< place + length], as: UTF8.self)
    }

    /// Bytes that may be many: their number, then where they are to go. Gives the pieces that held them.
    @discardableResult
    mutating func bulk(_ target: (Int) throws -> UnsafeMutableRawBufferPointer) throws -> [ChunkName] {
        let header = try count()
        let size = header >> 1
        if header & 1 == 0 {
            guard size >= 0, size <= remaining else { throw SavingError.damaged("it ends too early") }
            let bytes = try target(size)
            content.withUnsafeBytes { bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place ..< place + size])) }
            place += size
            return []
        }
        let pieces = (size + SavedValue.chunkSize - 1) / SavedValue.chunkSize
        guard size > 0, pieces <= chunks.count - nextChunk else { throw SavingError.damaged("a piece is missing") }
        let bytes = try target(size)
        let names = Array(chunks[nextChunk ..< nextChunk + pieces])
        nextChunk += pieces
        for (index, name) in names.enumerated() {
            let start = index * SavedValue.chunkSize
            try store.get(name, into: UnsafeMutableRawBufferPointer(rebasing: bytes[start ..< min(start + SavedValue.chunkSize, size)]))
        }
        return names
    }

    /// The elements of a plain type, all bits of which are values.
    mutating func elements<Element: BitwiseCopyable>(_: Element.Type) throws -> (elements: [Element], chunks: [ChunkName]) {
        var elements: [Element] = []
        var names: [ChunkName] = []
        // Read into an array of the right size, whose bytes are known only after its making.
        var peek = self
        let size = try peek.count() >> 1
        guard size >= 0, size % MemoryLayout<Element>.stride == 0, size <= remaining || size / SavedValue.chunkSize <= chunks.count else {
            throw SavingError.damaged("an array of a size that is none")
        }
        elements = try [Element](unsafeUninitializedCapacity: size / MemoryLayout<Element>.stride) { buffer, count in
            names = try bulk { _ in UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size) }
            count = size / MemoryLayout<Element>.stride
        }
        return (elements, names)
    }
}
