import Linear

// Masks from images. All of them are images of ones and zeros in the space of the image they come from.

extension NIfTI {
    /// The voxels of the brain, by the intensity of the mean over all volumes: a mask for a series that has none.
    ///
    /// ```swift
    /// let mask = try bold.brainMask()
    /// let series = try bold.series(mask: mask)
    /// ```
    /// The histogram of a mean image has a dark hump of air and a bright one of tissue. The means are sorted; of those between the two fractions the neighbours that are furthest apart are found, and the
    /// threshold is half way between them. Voxels at or above it are eroded `opening` times (by their six neighbours; outside of the image is nothing), the largest connected piece is kept, dilated twice as often
    /// and eroded as often: vessels and skull that hang on by a thread fall off, holes close. This is nilearn's `compute_epi_mask` without its smoothing of 1 mm. NaN and infinite means count as 0.
    /// - Parameters:
    ///   - lower: the fraction of the darkest voxels among which no threshold is sought, at least 0; raise it where a large border of zeros surrounds the brain.
    ///   - upper: the fraction up to which it is sought, above `lower` and at most 1.
    ///   - opening: 0 to 20; 0 only keeps the largest piece.
    /// - Throws: `FormatError.invalid` for other arguments, or where all voxels are equally bright or nothing remains after the opening.
    /// - Complexity: O(n log n) for n voxels.
    public func brainMask(lower: Double = 0.2, upper: Double = 0.85, opening: Int = 2) throws -> NIfTI {
        guard lower >= 0, lower < upper, upper <= 1 else {
            throw FormatError.invalid(name: "lower and upper", found: "\(lower) and \(upper)", expected: "two fractions from 0 to 1, the first below the second")
        }
        guard (0 ... 20).contains(opening) else { throw FormatError.invalid(name: "opening", found: "\(opening)", expected: "from 0 to 20") }
        let means = try mean().volume().elements.map { $0.isFinite ? $0 : 0 }
        let sorted = means.sorted()
        let first = Int((lower * Double(sorted.count)).rounded(.down)), last = min(Int((upper * Double(sorted.count)).rounded(.down)), sorted.count - 1)
        var widest = (gap: 0.0, place: -1)
        for place in first ..< max(first, last) where sorted[place + 1] - sorted[place] > widest.gap { widest = (sorted[place + 1] - sorted[place], place) }
        guard widest.place >= 0 else {
            throw FormatError.invalid(name: "the image", found: "equally bright in all voxels between the two fractions", expected: "brighter in the brain than outside")
        }
        let threshold = 0.5 * (sorted[widest.place] + sorted[widest.place + 1])
        var region = VoxelRegion(shape: Array(shape.prefix(3)), isInside: means.map { $0 >= threshold })
        for _ in 0 ..< opening { region = region.eroded() }
        region = region.largestPiece()
        for _ in 0 ..< 2 * opening { region = region.dilated() }
        for _ in 0 ..< opening { region = region.eroded() }
        guard region.isInside.contains(true) else {
            throw FormatError.invalid(name: "opening", found: "\(opening), which leaves no voxel", expected: "smaller for an image this small or this coarse")
        }
        return try image(region.isInside)
    }

    /// The voxels of volume 0 that are above a threshold, such as a map of scores above .1. NaN is not.
    ///
    /// - Throws: `FormatError.invalid` for a threshold of NaN.
    public func mask(above threshold: Double) throws -> NIfTI {
        guard !threshold.isNaN else { throw FormatError.invalid(name: "threshold", found: "NaN", expected: "a number") }
        return try image(volume().elements.map { $0 > threshold })
    }

    /// The voxels that are in this mask and in another.
    ///
    /// - Throws: `FormatError` unless both have the same extents and place.
    public func intersection(_ other: NIfTI) throws -> NIfTI { try image(zip(insides(), other.insides(like: self)).map { $0 && $1 }) }

    /// The voxels that are in this mask or in another, or in both.
    ///
    /// - Throws: `FormatError` unless both have the same extents and place.
    public func union(_ other: NIfTI) throws -> NIfTI { try image(zip(insides(), other.insides(like: self)).map { $0 || $1 }) }

    /// The voxels that are in this mask and not in another.
    ///
    /// - Throws: `FormatError` unless both have the same extents and place.
    public func subtracting(_ other: NIfTI) throws -> NIfTI { try image(zip(insides(), other.insides(like: self)).map { $0 && !$1 }) }

    private func insides(like image: NIfTI? = nil) throws -> [Bool] {
        if let image {
            guard shape.prefix(3) == image.shape.prefix(3) else {
                throw FormatError.shape(name: "the other mask", found: shape, expected: image.shape.prefix(3).map(String.init).joined(separator: " x ") + ", as this one")
            }
            try checkSpace("the other mask", against: image.affine, isPlaced: image.isPlaced)
        }
        return try volume().elements.map { $0 != 0 && !$0.isNaN }
    }

    private func image(_ isInside: [Bool]) throws -> NIfTI {
        try NIfTI(Vector(isInside.map { $0 ? 1 : 0 }), shape: Array(shape.prefix(3)), voxelSize: safeVoxelSize, affine: affine)
    }
}

/// Some of the voxels of an image, in the order z fastest, then y, then x.
struct VoxelRegion {
    let shape: [Int]
    var isInside: [Bool]

    /// Calls `body` with each of the six neighbours of a voxel; nil for those outside of the image.
    @inline(__always)
    private func eachNeighbour(of place: Int, _ body: (Int?) -> Void) {
        let z = place % shape[2], y = place / shape[2] % shape[1], x = place / shape[2] / shape[1]
        let (alongX, alongY) = (shape[1] * shape[2], shape[2])
        body(z > 0 ? place - 1 : nil)
        body(z < shape[2] - 1 ? place + 1 : nil)
        body(y > 0 ? place - alongY : nil)
        body(y < shape[1] - 1 ? place + alongY : nil)
        body(x > 0 ? place - alongX : nil)
        body(x < shape[0] - 1 ? place + alongX : nil)
    }

    /// Without the voxels that have a neighbour outside.
    func eroded() -> VoxelRegion {
        var result = self
        for place in isInside.indices where isInside[place] {
            eachNeighbour(of: place) { neighbour in if neighbour.map({ !isInside[$0] }) ?? true { result.isInside[place] = false } }
        }
        return result
    }

    /// With the neighbours of all voxels.
    func dilated() -> VoxelRegion {
        var result = self
        for place in isInside.indices where isInside[place] {
            eachNeighbour(of: place) { neighbour in if let neighbour { result.isInside[neighbour] = true } }
        }
        return result
    }

    /// The largest of the pieces that hang together by faces; of equally large ones the first.
    func largestPiece() -> VoxelRegion {
        var piece = [Int32](repeating: 0, count: isInside.count), next: Int32 = 0
        var largest = (size: 0, number: Int32(0)), waiting: [Int] = []
        for start in isInside.indices where isInside[start] && piece[start] == 0 {
            next += 1
            piece[start] = next
            waiting = [start]
            var size = 0
            while let place = waiting.popLast() {
                size += 1
                eachNeighbour(of: place) { neighbour in
                    guard let neighbour, isInside[neighbour], piece[neighbour] == 0 else { return }
                    piece[neighbour] = next
                    waiting.append(neighbour)
                }
            }
            if size > largest.size { largest = (size, next) }
        }
        return VoxelRegion(shape: shape, isInside: piece.map { $0 != 0 && $0 == largest.number })
    }
}
