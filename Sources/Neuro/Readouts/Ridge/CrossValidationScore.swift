/// What cross-validation maximises, per target, averaged over the folds.
public enum CrossValidationScore: Equatable, Sendable, Codable {
    /// Minus the mean squared error.
    case negativeMeanSquaredError
    /// R² on the held-out samples.
    case r2
    /// Pearson's correlation on the held-out samples.
    case correlation
}
