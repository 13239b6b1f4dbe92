/// Where the content of small boxes lies, for code that changes it in place. Good as long as the box lives.
///
/// A class instance has a fixed address, and its stored properties lie in it.
extension Existential {
    var bitsAddress: UnsafeMutablePointer<Word> { FieldAddress.of(self, word: 0) }
    var objectAddress: UnsafeMutablePointer<AnyObject?> { FieldAddress.of(self, word: 1) }
}
extension RawBox {
    var bitsAddress: UnsafeMutablePointer<Word> { FieldAddress.of(self, word: 0) }
}
extension OptionalBox {
    var valueAddress: UnsafeMutablePointer<AnyObject?> { FieldAddress.of(self, word: 0) }
}

enum FieldAddress {
    /// The object's header is two words.
    static func of<Content>(_ object: AnyObject, word: Int) -> UnsafeMutablePointer<Content> {
        (Unmanaged.passUnretained(object).toOpaque() + 16 + 8 * word).assumingMemoryBound(to: Content.self)
    }
}
