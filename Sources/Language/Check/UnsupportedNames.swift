/// Names of Swift's libraries that cells do not have, and what they belong to: a reader who types one is told so, not that it does not exist.
enum UnsupportedNames {
    /// What the name is part of, and what to use in its place where there is something.
    static func meaning(of name: String) -> (construct: String, instead: String?)? {
        for (construct, instead, names) in all where names.split(separator: " ").contains(Substring(name)) { return ("\(construct) ('\(name)')", instead) }
        return nil
    }

    private static let all: [(construct: String, instead: String?, names: String)] = [
        ("key paths as values", "a closure", "KeyPath WritableKeyPath ReferenceWritableKeyPath PartialKeyPath AnyKeyPath"),
        ("reflection", nil, "Mirror CustomReflectable"),
        (
            "pointers and raw memory", nil,
            "MemoryLayout UnsafePointer UnsafeMutablePointer UnsafeRawPointer UnsafeMutableRawPointer UnsafeBufferPointer UnsafeMutableBufferPointer withUnsafePointer withUnsafeMutablePointer withUnsafeBytes unsafeBitCast ManagedBuffer Unmanaged OpaquePointer CChar malloc free memcpy"
        ),
        ("objects", "a struct", "AnyObject NSObject ObjectIdentifier AnyClass NSString NSArray NSDictionary NSNumber NSMutableString NSError"),
        ("concurrency", nil, "Task TaskGroup AsyncSequence AsyncStream withTaskGroup withCheckedContinuation DispatchQueue Thread Clock ContinuousClock Duration Actor"),
        ("regular expressions", "String's own functions", "Regex NSRegularExpression RegexBuilder"),
        ("JSON and other encoders", nil, "JSONEncoder JSONDecoder JSONSerialization PropertyListEncoder PropertyListDecoder Encoder Decoder CodingKey"),
        (
            "this part of Foundation", nil,
            "Data Date DateFormatter DateComponents Calendar TimeInterval TimeZone URL URLSession FileManager FileHandle Bundle ProcessInfo Process UUID Decimal NumberFormatter MeasurementFormatter Measurement Notification NotificationCenter UserDefaults Timer RunLoop IndexSet IndexPath AttributedString Scanner Operation OperationQueue"
        ),
        ("values of fixed layout", "Array", "InlineArray Span RawSpan MutableSpan"),
        ("integers of 128 bits", "Int or Double", "Int128 UInt128"),
        ("strings of the compiler", "String", "StaticString"),
        ("playgrounds", nil, "CustomPlaygroundDisplayConvertible"),
        ("SIMD vectors", "Vector", "SIMD2 SIMD3 SIMD4 SIMD8 SIMD16"),
    ]
}
