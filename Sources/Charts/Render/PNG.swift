import CZlib

/// An image of at most 256 colours.
struct IndexedImage {
    let width, height: Int
    /// The number of each pixel's colour, row after row.
    let pixels: [UInt8]
    let palette: [RGB]
    /// The opacity of the first colours; the others are opaque.
    let alpha: [UInt8]
}

/// Writes images as PNG (ISO/IEC 15948): eight bits a pixel, each the number of a colour in a palette of at most 256.
package enum PNG {
    /// - Parameters:
    ///   - pixels: row after row, `width` in each.
    ///   - alpha: the opacity of the first colours; the others are opaque.
    package static func encode(width: Int, height: Int, pixels: [UInt8], palette: [RGB], alpha: [UInt8]) -> [UInt8] {
        encode(IndexedImage(width: width, height: height, pixels: pixels, palette: palette, alpha: alpha))
    }

    static func encode(_ image: IndexedImage) -> [UInt8] {
        let (width, height, pixels, palette, alpha) = (image.width, image.height, image.pixels, image.palette, image.alpha)
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
        return signature + chunk("IHDR", header) + chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] })
            + chunk("tRNS", alpha) + chunk("IDAT", deflate(scanlines)) + chunk("IEND", [])
    }

    /// Three bytes a pixel, with the size on paper.
    static func encode(_ canvas: Canvas, dpi: Double) -> [UInt8] {
        // Depth 8, colour type 2 (red, green, blue), deflate, adaptive filtering, no interlace.
        let header = bigEndian(canvas.width) + bigEndian(canvas.height) + [8, 2, 0, 0, 0]
        let bytes = canvas.bytes
        let row = 3 * canvas.width
        var scanlines: [UInt8] = []
        scanlines.reserveCapacity((row + 1) * canvas.height)
        for start in stride(from: 0, to: bytes.count, by: row) {
            // Filter 2: what differs from the row above, which on a page with much white is little.
            scanlines.append(2)
            for index in start ..< start + row { scanlines.append(bytes[index] &- (start == 0 ? 0 : bytes[index - row])) }
        }
        let perMetre = bigEndian(Int((dpi / 0.0254).rounded()))
        return signature + chunk("IHDR", header) + chunk("pHYs", perMetre + perMetre + [1]) + chunk("IDAT", deflate(scanlines)) + chunk("IEND", [])
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

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
        let status = compress2(&result, &count, bytes, uLong(bytes.count), 6)
        return status == Z_OK ? Array(result.prefix(Int(count))) : []
    }
}
