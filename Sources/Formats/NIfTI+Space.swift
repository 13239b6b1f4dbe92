import Linear

// Two images of one shape may lie in different places: a mask of another session, a map that was turned. Voxel by voxel they can be combined, and mean nothing.

extension NIfTI {
    /// Whether the voxels of this image lie where those of another lie: equal extents of space, and no corner further than 0.001 mm from its counterpart.
    ///
    /// An image whose affine says no more than its voxel sizes, as one made from numbers without an affine, or whose file has neither sform nor qform, has no place of its own and shares that of any
    /// image of its extents.
    public func sameSpace(as other: NIfTI) -> Bool { shape.prefix(3) == other.shape.prefix(3) && distance(to: other.affine, isPlaced: other.isPlaced) <= Self.nearby }

    /// The size of a voxel of this image's own space may be anything from .1 to 5 mm; headers hold the affine in single precision, which rounds to some 1e-5 mm.
    private static let nearby = 1e-3

    /// Whether the affine says where in the scanner, or in a template, the image lies.
    package var isPlaced: Bool {
        if hasNoForm ?? false { return false }
        let size = safeVoxelSize, elements = affine.elements
        return (0 ..< 12).contains { index in
            let (row, column) = (index / 4, index % 4)
            return row == column ? (elements[index] - size[row]).magnitude > 1e-6 * size[row] : elements[index] != 0
        }
    }

    /// The furthest that a corner of this image lies from the same corner by another affine, in millimetres; 0 where one of them has no place.
    private func distance(to other: Matrix, isPlaced isOtherPlaced: Bool) -> Double {
        guard isPlaced, isOtherPlaced else { return 0 }
        guard let own = Affine(affine.elements), let theirs = Affine(other.elements) else { return .infinity }
        var furthest = 0.0
        for corner in 0 ..< 8 {
            let voxel = (0 ..< 3).map { corner >> $0 & 1 == 0 ? 0 : Double(shape[$0] - 1) }
            let (a, b) = (own(voxel[0], voxel[1], voxel[2]), theirs(voxel[0], voxel[1], voxel[2]))
            furthest = max(furthest, ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + (a.z - b.z) * (a.z - b.z)).squareRoot())
        }
        return furthest
    }

    /// Throws unless the voxels of this image, a mask or a map, are those of `other`.
    func checkSpace(_ name: String, against other: Matrix, isPlaced: Bool) throws {
        let distance = distance(to: other, isPlaced: isPlaced)
        guard distance <= Self.nearby else {
            throw FormatError.invalid(
                name: name, found: "in another place: a corner of it is \(Self.rounded(distance)) mm away from the same corner of the image",
                expected: "in the space of the image, or without a place of its own (an image from numbers without an affine)")
        }
    }

    private static func rounded(_ value: Double) -> String { value < 1e9 ? "\((value * 1000).rounded() / 1000)" : "\(value)" }
}
