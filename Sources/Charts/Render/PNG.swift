import CZlib

/// Writes images as PNG (ISO/IEC 15948): eight bits a pixel, each the number of a colour in a palette of at most 256.
package enum PNG {
    /// - Parameters:
    ///   - pixels: row after row, `width` in each.
    ///   - transparent: the number of the colour that is not drawn.
    package static func encode(width: Int, height: Int, pixels: [UInt8], palette: [RGB], transparent: UInt8) -> [UInt8] {
        var header = bigEndian(width) + bigEndian(height)
        // Depth 8, colour type 3 (palette), deflate, adaptive filtering, no interlace.
        header += [8, 3, 0, 0, 0]
        var scanlines: [UInt8] = []
        scanlines.reserveCapacity((width + 1) * height)
        for row in 0 ..< height {
            // Each row says how it is filtered: not at all, as suits numbers of colours.
            scanlines.append(0)
            scanlines += pixels[(row * width) ..< ((row + 1) * width)]
        }
        let alpha = (0 ... Int(transparent)).map { UInt8($0 == transparent ? 0 : 255) }
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + chunk("IHDR", header) + chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] })
            + chunk("tRNS", alpha) + chunk("IDAT", deflate(scanlines)) + chunk("IEND", [])
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + content
        return bigEndian(content.count) + checked + bigEndian(Int(crc32(0, checked, uInt(checked.count))))
    }

    private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(count))
        // Cannot fail: the output is as long as zlib asks for. Were memory short, the image would be empty and the rest of the chart there.
        let status = compress2(&result, &count, bytes, uLong(bytes.count), 9)
        return status == Z_OK ? Array(result.prefix(Int(count))) : []
    }
}
