/// The spins' local fields, kept up to date while spins flip: what the dynamics needs to know of a memory.
///
/// The field h_i is ½ s_i [E(spin i flipped) − E]. An instance belongs to one chain, and so to one thread.
protocol SpinField: AnyObject {
    var size: Int { get }
    /// About how many nanoseconds one field takes.
    var work: Int { get }
    /// Begins with a state of +1 and −1.
    func start(_ state: UnsafePointer<Int8>)
    /// The field of spin i, which is s, in units of `unit`.
    func field(_ i: Int, _ s: Int8) -> Double
    /// What `field` is to be multiplied by. It may change where spins flip, but is never negative.
    var unit: Double { get }
    /// Turns spin i, which is s.
    func flip(_ i: Int, _ s: Int8)
    /// The energy of the present state.
    func energy() -> Double
}

/// Memory of a chain's own, aligned for the kernels.
final class Scratch<Element: BitwiseCopyable> {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating value: Element, count: Int) {
        self.count = count
        let bytes = max(64, count * MemoryLayout<Element>.stride)
        base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64).assumingMemoryBound(to: Element.self)
        base.initialize(repeating: value, count: count)
    }

    deinit { base.deallocate() }
}
