// How generic code reaches the routine of its precision: the scalar type is compared (a constant once the code is specialised, two loads and a compare
// where it is not) and the pointers are read as what they are.

/// Views of generic memory as that of a known precision. Used only where `Scalar` was found to be that very type.
extension UnsafePointer {
    var f64: UnsafePointer<Double> { UnsafeRawPointer(self).assumingMemoryBound(to: Double.self) }
    var f32: UnsafePointer<Float> { UnsafeRawPointer(self).assumingMemoryBound(to: Float.self) }
}

extension UnsafeMutablePointer {
    var f64: UnsafeMutablePointer<Double> { UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self) }
    var f32: UnsafeMutablePointer<Float> { UnsafeMutableRawPointer(self).assumingMemoryBound(to: Float.self) }
}

extension LinearScalar {
    /// Whether this is `Double`; otherwise it is `Float`.
    static var isDouble: Bool { Self.self == Double.self }

    /// The number as a `Double`; without the loss or the cost of the generic conversion.
    package var f64: Double {
        // The bits are read as the type that they were found to have.
        Self.isDouble ? unsafeBitCast(self, to: Double.self) : Double(unsafeBitCast(self, to: Float.self))
    }

    /// The number as a `Float`, rounded where it is a `Double`.
    package var f32: Float {
        // The bits are read as the type that they were found to have.
        Self.isDouble ? Float(unsafeBitCast(self, to: Double.self)) : unsafeBitCast(self, to: Float.self)
    }

    /// The `Double` rounded to this type.
    package static func rounding(_ value: Double) -> Self {
        // The bits are those of the type that `Self` was found to be.
        isDouble ? unsafeBitCast(value, to: Self.self) : unsafeBitCast(Float(value), to: Self.self)
    }
}
