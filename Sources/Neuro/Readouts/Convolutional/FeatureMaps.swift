import Formats
import Linear

/// Features of images that keep their places: for each sample and channel a map of height x width numbers, such as a layer of a convolutional network.
///
/// ```swift
/// let maps = try FeatureMaps(activations, channels: 64, height: 7, width: 7)       // activations: samples x 3136
/// ```
public struct FeatureMaps: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Samples x (channels · height · width): channel after channel, each row after row, as numpy flattens samples x channels x height x width.
    public let values: Matrix
    /// The number of channels.
    public let channels: Int
    /// The number of rows of a map.
    public let height: Int
    /// The number of columns of a map.
    public let width: Int

    /// - Parameters:
    ///   - values: samples x (channels · height · width).
    ///   - channels: at least 1.
    ///   - height: at least 1.
    ///   - width: at least 1.
    /// - Throws: `NeuroError` if `values` is empty, holds a NaN or an infinity, or has another number of columns than the product of the three.
    public init(_ values: Matrix, channels: Int, height: Int, width: Int) throws {
        for (name, extent) in [("channels", channels), ("height", height), ("width", width)] { try Check.atLeast(1, extent, name) }
        let (places, overflow) = height.multipliedReportingOverflow(by: width)
        let (columns, tooMany) = channels.multipliedReportingOverflow(by: places)
        guard !overflow, !tooMany, values.columns == columns else {
            throw NeuroError.shape(name: "values", shape: values.shape, must: "of \(channels) x \(height) x \(width) columns, channels x height x width")
        }
        try Check.finite(values, "values")
        (self.values, self.channels, self.height, self.width) = (values, channels, height, width)
    }

    /// From an array of samples x channels x height x width, as a `.npy` file of activations holds it.
    ///
    /// ```swift
    /// let maps = try FeatureMaps(NumpyArray("layer3.npy"))
    /// ```
    ///
    /// - Throws: `NeuroError` if the array has other than four extents, one of them is 0, or it holds a NaN or an infinity.
    public init(_ array: NumpyArray) throws {
        let shape = array.shape
        guard shape.count == 4, !shape.contains(0) else {
            throw NeuroError.shape(name: "array", shape: shape, must: "samples x channels x height x width, at least 1 each")
        }
        try self.init(
            Matrix(rows: shape[0], columns: array.count / shape[0], elements: array.values().elements), channels: shape[1], height: shape[2], width: shape[3])
    }

    /// The number of samples.
    public var samples: Int { values.rows }

    /// The number of places of a map.
    public var places: Int { height * width }

    /// Some of the samples, in the order in which they are named.
    ///
    /// - Throws: `LinearError` if one is not there.
    public func selecting(_ samples: [Int]) throws -> FeatureMaps {
        try FeatureMaps(values.selectingRows(samples), channels: channels, height: height, width: width)
    }

    /// One line: the extents.
    public var description: String { "feature maps of \(samples) samples, \(channels) channels of \(height) x \(width)" }

    private enum CodingKeys: String, CodingKey { case values, channels, height, width }

    /// Reads maps that were saved, if their extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            saved.decode(Matrix.self, forKey: .values), channels: saved.decode(Int.self, forKey: .channels), height: saved.decode(Int.self, forKey: .height),
            width: saved.decode(Int.self, forKey: .width))
    }
}
