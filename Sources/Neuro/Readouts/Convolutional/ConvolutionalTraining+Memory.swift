import Linear

extension ConvolutionalTraining {
    /// What `evaluate` writes and works in, for up to so many targets.
    package final class Memory {
        let losses, gradient, masks, maskSlopes, weights, slopes, errors: UnsafeMutablePointer<Double>
        private let capacity: Int

        init(targets: Int, places: Int, features: Int, samples: Int, parameters: Int) throws {
            capacity = try Allocation.count(of: [targets, 1 + parameters + 2 * places + 2 * features + samples], named: "the working memory", as: Double.self)
            losses = .allocate(capacity: capacity)
            losses.initialize(repeating: 0, count: capacity)
            gradient = losses + targets
            masks = gradient + targets * parameters
            maskSlopes = masks + targets * places
            weights = maskSlopes + targets * places
            slopes = weights + targets * features
            errors = slopes + targets * features
        }

        deinit { losses.deallocate() }

        /// The objective of some targets, from the first on.
        package func objectives(_ count: Int) -> [Double] { Array(UnsafeBufferPointer(start: losses, count: count)) }

        /// Its derivatives, so many numbers from the first on.
        package func derivatives(_ count: Int) -> [Double] { Array(UnsafeBufferPointer(start: gradient, count: count)) }
    }

    /// Working memory for so many targets.
    package func memory(targets: Int) throws -> Memory {
        try Memory(targets: targets, places: places, features: x.columns, samples: isSummed ? 0 : x.rows, parameters: parametersPerTarget)
    }
}
