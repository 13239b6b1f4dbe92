/// How the numbers of a heat map become colours.
public enum ColorScale: Equatable, Sendable, Codable {
    /// Dark blue over green to yellow: equal steps look equal, in print and to colour-blind readers too. The default.
    case viridis
    /// Black over purple to pale yellow, as even as viridis and with more contrast at the low end.
    case magma
    /// Black to white, as an anatomical image.
    case grays
    /// Blue over white to red, for signed numbers: unless a range is given, white is 0 and both sides reach equally far.
    case diverging
    /// Pale blue over dark blue, black and red to yellow, for signed numbers above a threshold on a gray image; both sides reach equally far, as with `diverging`.
    case coldHot
    /// Dark red over orange to pale yellow, for numbers above 0 on a gray image.
    case hot

    /// Whether its middle is 0.
    var isSigned: Bool { self == .diverging || self == .coldHot }

    /// Colours at equal distances from the lowest to the highest number; between two of them each part is linear.
    package var anchors: [RGB] {
        switch self {
        case .viridis: Self.viridisAnchors
        case .magma: Self.magmaAnchors
        case .grays: Self.grayAnchors
        case .diverging: Self.divergingAnchors
        case .coldHot: Self.coldHotAnchors
        case .hot: Self.hotAnchors
        }
    }

    /// The colour at a fraction of the way from the lowest number to the highest; fractions outside 0...1 take the end's, NaN the lowest.
    package func color(at fraction: Double) -> RGB {
        let anchors = anchors
        let place = (fraction > 0 ? min(fraction, 1) : 0) * Double(anchors.count - 1)
        let index = min(Int(place), anchors.count - 2)
        return anchors[index].mixed(with: anchors[index + 1], place - Double(index))
    }

    private static let viridisAnchors: [RGB] = [
        0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c,
        0x1fa088, 0x28ae80, 0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725,
    ].map(RGB.init)

    private static let magmaAnchors: [RGB] = [
        0x000004, 0x0a0822, 0x1d1147, 0x36106b, 0x51127c, 0x6a1c81, 0x832681, 0x9c2e7f, 0xb73779,
        0xd0416f, 0xe75263, 0xf56b5c, 0xfc8961, 0xfea772, 0xfec488, 0xfde2a3, 0xfcfdbf,
    ].map(RGB.init)

    private static let grayAnchors: [RGB] = [0x000000, 0xffffff].map(RGB.init)

    private static let coldHotAnchors: [RGB] = [
        0xb8f2ff, 0x5ccfff, 0x1e90f0, 0x1450c8, 0x101c70, 0x1a1a1a, 0x701414, 0xc81e14, 0xf06414, 0xffb428, 0xfff5a0,
    ].map(RGB.init)

    private static let hotAnchors: [RGB] = [0x5a0a14, 0x8c0f19, 0xbe1e19, 0xe13c19, 0xf5691e, 0xff962d, 0xffc34b, 0xffe678, 0xfffac8].map(RGB.init)

    private static let divergingAnchors: [RGB] = [
        0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b, 0x67001f,
    ].map(RGB.init)
}
