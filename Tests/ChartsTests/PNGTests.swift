import CZlib
import Charts
import Testing

@Suite struct PNGTests {
    /// A checksum bit by bit, as ISO/IEC 15948 defines it.
    private func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var register: UInt32 = 0xffff_ffff
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0 ..< 8 { register = register & 1 == 1 ? 0xedb8_8320 ^ (register >> 1) : register >> 1 }
        }
        return register ^ 0xffff_ffff
    }

    private func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    @Test func whatIsWrittenCanBeRead() throws {
        let width = 7, height = 5
        let pixels = (0 ..< 35).map { UInt8($0 * 7 % 4) }
        let palette = [RGB(0xff0000), RGB(0x00ff00), RGB(0x0000ff), RGB(0)]
        let bytes = PNG.encode(width: width, height: height, pixels: pixels, palette: palette, alpha: [255, 255, 255, 0])
        #expect(bytes.prefix(8) == [137, 80, 78, 71, 13, 10, 26, 10])

        var chunks: [(type: String, content: [UInt8])] = []
        var place = 8
        while place < bytes.count {
            let count = Int(number(bytes[place ..< (place + 4)]))
            let checked = bytes[(place + 4) ..< (place + 8 + count)]
            #expect(checksum(checked) == number(bytes[(place + 8 + count) ..< (place + 12 + count)]))
            chunks.append((String(decoding: checked.prefix(4), as: UTF8.self), Array(checked.dropFirst(4))))
            place += 12 + count
        }
        #expect(place == bytes.count)
        #expect(chunks.map(\.type) == ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"])
        #expect(chunks[0].content == [0, 0, 0, 7, 0, 0, 0, 5, 8, 3, 0, 0, 0])
        #expect(chunks[1].content == [255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0])
        #expect(chunks[2].content == [255, 255, 255, 0])

        var inflated = [UInt8](repeating: 9, count: 1000)
        var count = uLong(inflated.count)
        #expect(uncompress(&inflated, &count, chunks[3].content, uLong(chunks[3].content.count)) == Z_OK)
        #expect(Int(count) == (width + 1) * height)
        for row in 0 ..< height {
            #expect(inflated[row * 8] == 0)
            #expect(Array(inflated[(row * 8 + 1) ..< (row * 8 + 8)]) == Array(pixels[(row * 7) ..< (row * 7 + 7)]))
        }
    }
}
