import Linear

/// Fitted readouts of feature maps, one for each target.
public struct ConvolutionalReadoutFit: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How the maps are read.
    public let readout: ConvolutionalReadout
    /// The number of channels.
    public let channels: Int
    /// The number of rows of a map.
    public let height: Int
    /// The number of columns of a map.
    public let width: Int
    /// Where each target looks: targets x (height · width), the mask s, for `.gaussian2D` the weights of a bilinear read at its position; empty for `.ridge`.
    public let masks: Matrix
    /// What each target looks for: targets x channels, the weights f; empty for `.ridge`.
    public let features: Matrix
    /// The intercept b of each target.
    public let intercept: Vector
    /// The position of each target, targets x 2 (x to the right, y down, from −1 to 1); empty but for `.gaussian2D`.
    public let positions: Matrix
    /// The width of the distribution of each target's position when learning ended; empty but for `.gaussian2D`.
    public let widths: Vector
    /// The objective before each step, of standardised targets (1 is the error of their means), averaged over targets; empty for `.ridge`.
    public let losses: Vector
    /// The free weights of `.ridge`, (channels · height · width) x targets; empty for the others, see `weights()`.
    private let free: Matrix

    init(
        _ readout: ConvolutionalReadout, maps: FeatureMaps, masks: Matrix? = nil, features: Matrix? = nil, free: Matrix? = nil, intercept: Vector,
        positions: Matrix? = nil, widths: Vector = [], losses: Vector = []
    ) throws {
        let none = try Matrix(rows: 0, columns: 0, elements: [])
        (self.readout, channels, height, width) = (readout, maps.channels, maps.height, maps.width)
        (self.masks, self.features, self.free, self.intercept) = (masks ?? none, features ?? none, free ?? none, intercept)
        (self.positions, self.widths, self.losses) = (positions ?? none, widths, losses)
        try check()
    }

    private func check() throws {
        for (name, extent) in [("channels", channels), ("height", height), ("width", width)] {
            guard extent >= 1, extent <= Int(Int32.max) else { throw NeuroError.invalid(name: name, value: "\(extent)", must: "from 1 to \(Int32.max)") }
        }
        let (columns, overflow) = channels.multipliedReportingOverflow(by: height * width)
        let agrees =
            if case .ridge = readout { free.rows == columns && free.columns == intercept.count } else {
                masks.rows == intercept.count && masks.columns == height * width && features.rows == intercept.count && features.columns == channels
            }
        guard agrees, !overflow, intercept.count >= 1 else {
            throw NeuroError.shape(
                name: "masks", shape: masks.shape, must: "one for each of the \(intercept.count) targets, with one number for each of the \(height) x \(width) places")
        }
        guard [masks, features, free].allSatisfy({ $0.elements.allSatisfy(\.isFinite) }), intercept.elements.allSatisfy(\.isFinite) else {
            throw NeuroError.diverged(what: "the readout's weights are not finite: the features or the targets are too large or too small; scale them, or lower the learning rate")
        }
    }

    /// The number of targets.
    public var targets: Int { intercept.count }

    /// The weights of every channel at every place: (channels · height · width) x targets, f_c s(w, h) for the factorised forms.
    ///
    /// - Throws: `LinearError.tooLarge` for more than the machine can hold.
    public func weights() throws -> Matrix {
        if case .ridge = readout { return free }
        let (places, count) = (height * width, targets)
        var result = [Double](repeating: 0, count: try Allocation.count(of: [channels * places, count], named: "the weights", as: Double.self))
        let (f, s) = (features.elements, masks.elements)
        for c in 0 ..< channels {
            for p in 0 ..< places { for t in 0 ..< count { result[(c * places + p) * count + t] = f[t * channels + c] * s[t * places + p] } }
        }
        return try Matrix(rows: channels * places, columns: count, elements: result)
    }

    /// Where a target looks, as a picture: height x width.
    ///
    /// For `.ridge` the root of the summed squares of the weights of all channels.
    ///
    /// - Throws: `NeuroError.invalid` if there is no such target.
    public func mask(of target: Int) throws -> Matrix {
        guard target >= 0, target < targets else { throw NeuroError.invalid(name: "target", value: "\(target)", must: "from 0 to \(targets - 1)") }
        let places = height * width
        if case .ridge = readout {
            let squares = (0 ..< places).map { p in
                (0 ..< channels).reduce(0.0) { sum, c in
                    let weight = free.elements[(c * places + p) * targets + target]
                    return sum + weight * weight
                }
            }
            return try Matrix(rows: height, columns: width, elements: squares.map { $0.squareRoot() })
        }
        return try Matrix(rows: height, columns: width, elements: Array(masks.elements[target * places ..< (target + 1) * places]))
    }

    /// What is predicted for each sample (row) and target (column).
    ///
    /// - Parameter maps: features with the channels, height and width of the fit.
    /// - Throws: `NeuroError.shape` if they have others.
    public func predict(_ maps: FeatureMaps) throws -> Matrix {
        guard maps.channels == channels, maps.height == height, maps.width == width else {
            throw NeuroError.shape(
                name: "maps", shape: [maps.channels, maps.height, maps.width], must: "\(channels) x \(height) x \(width), channels x height x width of the fit")
        }
        return try ridgePrediction(maps.values, weights(), intercept)
    }

    /// One line: the readout and the extents.
    public var description: String {
        "\(readout) of \(targets) targets from \(channels) channels of \(height) x \(width)\(losses.elements.last.map { ", objective \($0)" } ?? "")"
    }

    private enum CodingKeys: String, CodingKey { case readout, channels, height, width, masks, features, intercept, positions, widths, losses, free }

    /// Reads a fit that was saved, if its extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        readout = try saved.decode(ConvolutionalReadout.self, forKey: .readout)
        channels = try saved.decode(Int.self, forKey: .channels)
        height = try saved.decode(Int.self, forKey: .height)
        width = try saved.decode(Int.self, forKey: .width)
        masks = try saved.decode(Matrix.self, forKey: .masks)
        features = try saved.decode(Matrix.self, forKey: .features)
        intercept = try saved.decode(Vector.self, forKey: .intercept)
        positions = try saved.decode(Matrix.self, forKey: .positions)
        widths = try saved.decode(Vector.self, forKey: .widths)
        losses = try saved.decode(Vector.self, forKey: .losses)
        free = try saved.decode(Matrix.self, forKey: .free)
        try check()
    }
}
