import CKernels
import Linear

extension Patterns {
    /// Patterns from the rows of a matrix of bytes, such as images: +1 above a threshold, −1 elsewhere. Nothing larger than the patterns is made on the way.
    ///
    /// - Parameters:
    ///   - images: count x size numbers from 0 to 255.
    ///   - rule: the threshold; by default the median of each pattern.
    /// - Throws: `NeuroError` for a matrix without elements, or a threshold that is not finite.
    public static func binarized(_ images: ByteMatrix, _ rule: Binarization = .medianOfPattern) throws -> Patterns {
        let (count, size) = (images.rows, images.columns)
        guard count > 0, size > 0 else { throw NeuroError.shape(name: "images", shape: images.shape, must: "of at least one row and one column") }
        try check(count: count, size: size)
        let width = rowBytes(size)
        var rows = [UInt8](repeating: 0, count: count * width)
        try images.bytes.withUnsafeBufferPointer { bytes in
            guard let from = bytes.baseAddress else { return }
            // A whole number is above a threshold where it is above the whole part of it.
            var thresholds: [Int32]
            switch rule {
            case .above(let threshold):
                guard threshold.isFinite else { throw NeuroError.invalid(name: "threshold", value: "\(threshold)", must: "finite") }
                thresholds = [Int32(max(-1, min(256, threshold.rounded(.down))))]
            case .medianOfPattern: thresholds = []
            case .medianOfPosition:
                var histograms = [Int32](repeating: 0, count: size * 256)
                for k in 0 ..< count {
                    for i in 0 ..< size { histograms[i * 256 + Int(from[k * size + i])] += 1 }
                    if k % 4096 == 0 { try Progress.check(k, of: count, part: 0, of: 2) }
                }
                thresholds = (0 ..< size).map { middle(histograms[$0 * 256 ..< ($0 + 1) * 256], count) }
            }
            for k in 0 ..< count {
                if k % 4096 == 0 { try Progress.check(k, of: count, part: 1, of: 2) }
                let row = from + k * size
                switch rule {
                case .above: rows.withUnsafeMutableBufferPointer { engram_bits_above_u8(row, size, thresholds[0], $0.baseAddress.map { $0 + k * width }) }
                case .medianOfPattern:
                    var histogram = [Int32](repeating: 0, count: 256)
                    for i in 0 ..< size { histogram[Int(row[i])] += 1 }
                    let threshold = middle(histogram[...], size)
                    rows.withUnsafeMutableBufferPointer { engram_bits_above_u8(row, size, threshold, $0.baseAddress.map { $0 + k * width }) }
                case .medianOfPosition:
                    for i in 0 ..< size where Int32(row[i]) > thresholds[i] { rows[k * width + i / 8] |= 1 << UInt8(i % 8) }
                }
            }
        }
        return Patterns(count: count, size: size, rows: rows)
    }

    /// The whole part of the median of `count` numbers, of which a histogram tells how often each of 0 ... 255 comes.
    private static func middle(_ histogram: ArraySlice<Int32>, _ count: Int) -> Int32 {
        func value(_ place: Int) -> Int32 {
            var left = place
            for (value, times) in histogram.enumerated() {
                left -= Int(times)
                if left < 0 { return Int32(value) }
            }
            return 255
        }
        return (value((count - 1) / 2) + value(count / 2)) / 2
    }
}
