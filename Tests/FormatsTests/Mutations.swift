import Formats
import Glibc
import Linear
import Testing

/// Changes bytes of a sound file at random, the same way for the same seed.
struct Mutations {
    private var random: Random
    /// Numbers that a header may hold and should not: extremes of their width, NaN, infinities, zero.
    private static let absurd: [[UInt8]] = [
        [0xFF, 0xFF], [0xFF, 0x7F], [0, 0x80], [0, 0], [1, 0], [0, 0, 0xC0, 0x7F], [0, 0, 0x80, 0x7F], [0, 0, 0x80, 0xFF], [0xFF, 0xFF, 0x7F, 0x7F], [0, 0, 0, 0],
        [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0, 0, 0, 0, 0x80], [0, 0, 0x64, 0xA7, 0xB3, 0xB6, 0xE0, 0x0D],
        [0, 0, 0, 0, 0, 0, 0xF8, 0x7F], [0, 0, 0, 0, 0, 0, 0xF0, 0x7F],
    ]

    init(seed: Int) { random = Random(seed: seed) }

    private mutating func below(_ count: Int) -> Int { Int(random.uniform() * Double(count)) }

    /// - Parameter head: how many bytes at the front most of the changes go to.
    mutating func changed(_ bytes: [UInt8], head: Int) -> [UInt8] {
        var bytes = bytes
        for _ in 0 ... below(3) {
            guard !bytes.isEmpty else { return bytes }
            let reach = below(4) == 0 ? bytes.count : min(head, bytes.count)
            let place = below(reach)
            switch below(7) {
            case 0: bytes.removeLast(bytes.count - below(bytes.count + 1))
            case 1, 2: bytes[place] ^= 1 << UInt8(below(8))
            case 3: bytes[place] = UInt8(below(256))
            case 4, 5:
                let value = below(2) == 0 ? Self.absurd[below(Self.absurd.count)] : Self.absurd[below(Self.absurd.count)].reversed()
                for (offset, byte) in value.enumerated() where place + offset < bytes.count { bytes[place + offset] = byte }
            default:
                let count = min(below(9), bytes.count - place)
                if below(2) == 0 { bytes.removeSubrange(place ..< place + count) } else { bytes.insert(contentsOf: bytes[place ..< place + count], at: place) }
            }
        }
        return bytes
    }
}

/// A file that is overwritten again and again, removed in the end.
func withScratchFile(_ ending: String, _ body: (_ path: String, _ put: ([UInt8]) -> Void) throws -> Void) throws {
    let path = "/tmp/engram-\(getpid())-\(UInt64.random(in: 0 ..< .max))\(ending)"
    defer { unlink(path) }
    try body(path) { bytes in
        let file = fopen(path, "w")!
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

/// How much memory this thread has been the first to write to, in bytes: its page faults. Other tests run beside it, so that of the whole process says nothing.
func touchedMemory() -> Int {
    var usage = rusage()
    // RUSAGE_THREAD
    getrusage(__rusage_who_t(1), &usage)
    return usage.ru_minflt * 4096
}
