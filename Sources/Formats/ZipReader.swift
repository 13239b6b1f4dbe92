import CZlib

/// The entries of a ZIP archive that was read into memory. The directory at its end is what counts, as numpy's own reader has it.
struct ZipReader {
    static let localSignature: UInt32 = 0x0403_4B50
    static let entrySignature: UInt32 = 0x0201_4B50
    static let endSignature: UInt32 = 0x0605_4B50

    struct Entry {
        let name: String
        let method: Int
        let checksum: UInt32
        let packed: Int
        let size: Int
        let offset: Int
    }

    let path: String
    let bytes: [UInt8]

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: bytes.withUnsafeBytes { crc32_z(0, $0.bindMemory(to: UInt8.self).baseAddress, $0.count) })
    }

    private func number(_ place: Int, _ size: Int) throws -> Int {
        guard place >= 0, place + size <= bytes.count else {
            throw FormatError.cutShort(file: path, what: "the archive", expectedBytes: place + size, foundBytes: bytes.count)
        }
        return (0 ..< size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    func entries() throws -> [Entry] {
        // The end record has 22 bytes and a comment of up to 65,535.
        let lowest = max(0, bytes.count - 22 - 65_535)
        guard bytes.count >= 22, let end = try stride(from: bytes.count - 22, through: lowest, by: -1).first(where: { try number($0, 4) == Int(Self.endSignature) }) else {
            throw FormatError.notOfFormat(file: path, format: "numpy .npz", found: "no directory at the end", expected: "a ZIP archive")
        }
        var place = try number(end + 16, 4), entries: [Entry] = []
        for _ in 0 ..< (try number(end + 10, 2)) {
            guard try number(place, 4) == Int(Self.entrySignature) else { throw FormatError.damaged(file: path, reason: "the directory of the archive has a wrong entry") }
            let length = try number(place + 28, 2)
            _ = try number(place + 46, length > 0 ? 1 : 0)
            guard place + 46 + length <= bytes.count else {
                throw FormatError.cutShort(file: path, what: "the directory", expectedBytes: place + 46 + length, foundBytes: bytes.count)
            }
            let entry = Entry(
                name: String(decoding: bytes[place + 46 ..< place + 46 + length], as: UTF8.self), method: try number(place + 10, 2),
                checksum: UInt32(try number(place + 16, 4)), packed: try number(place + 20, 4), size: try number(place + 24, 4), offset: try number(place + 42, 4))
            guard entry.packed < 0xFFFF_FFFF, entry.size < 0xFFFF_FFFF, entry.offset < 0xFFFF_FFFF else {
                throw FormatError.unsupported(file: path, what: "an archive of 4 GB or more", supported: "smaller ones")
            }
            entries.append(entry)
            place += 46 + length + (try number(place + 30, 2)) + (try number(place + 32, 2))
        }
        return entries
    }

    func contents(of entry: Entry) throws -> [UInt8] {
        guard try number(entry.offset, 4) == Int(Self.localSignature) else { throw FormatError.damaged(file: path, reason: "\(entry.name) does not begin where it should") }
        let start = entry.offset + 30 + (try number(entry.offset + 26, 2)) + (try number(entry.offset + 28, 2))
        guard start + entry.packed <= bytes.count else {
            throw FormatError.cutShort(file: path, what: entry.name, expectedBytes: entry.packed, foundBytes: max(0, bytes.count - start))
        }
        let packed = Array(bytes[start ..< start + entry.packed])
        let contents: [UInt8] =
            switch entry.method {
            case 0: packed
            case 8: try inflated(packed, entry)
            default: throw FormatError.unsupported(file: path, what: "\(entry.name), packed by method \(entry.method)", supported: "stored and deflated")
            }
        guard contents.count == entry.size, Self.checksum(contents) == entry.checksum else {
            throw FormatError.damaged(file: path, reason: "the checksum of \(entry.name) does not hold")
        }
        return contents
    }

    private func inflated(_ packed: [UInt8], _ entry: Entry) throws -> [UInt8] {
        guard let result = Inflate.unpacked(packed, .raw, limit: entry.size) else { throw FormatError.damaged(file: path, reason: "\(entry.name) cannot be unpacked") }
        return result
    }
}
