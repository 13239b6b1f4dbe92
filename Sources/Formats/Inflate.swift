import CZlib

/// Unpacks what deflate packed, in memory.
enum Inflate {
    /// What stands around the packed bytes.
    enum Wrapping: Int32 {
        /// Nothing (ZIP entries).
        case raw = -15
        /// zlib's header and checksum, or gzip's: told by the first bytes.
        case zlibOrGzip = 47
    }

    /// The unpacked bytes; nil if they are damaged, end too early, or are more than `limit`. Memory grows with what was really unpacked, never with what was promised.
    static func unpacked(_ packed: [UInt8], _ wrapping: Wrapping, limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = [], chunk = [UInt8](repeating: 0, count: min(1 << 20, max(limit, 64))), packed = packed
        let status = packed.withUnsafeMutableBufferPointer { packed -> Int32 in
            stream.next_in = packed.baseAddress
            stream.avail_in = UInt32(clamping: packed.count)
            while true {
                let status = chunk.withUnsafeMutableBufferPointer { chunk -> Int32 in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = UInt32(chunk.count)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                result.append(contentsOf: chunk[..<(chunk.count - Int(stream.avail_out))])
                if status != Z_OK || result.count > limit { return status }
            }
        }
        return status == Z_STREAM_END && result.count <= limit ? result : nil
    }
}
