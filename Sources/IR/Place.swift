/// Where an instruction comes from: which source, and how many UTF-8 bytes into it.
package struct Place: Hashable, Sendable {
    package var source: Int32
    package var offset: Int32
    package init(source: Int32, offset: Int32) { (self.source, self.offset) = (source, offset) }
    package static let nowhere = Place(source: -1, offset: 0)
}
