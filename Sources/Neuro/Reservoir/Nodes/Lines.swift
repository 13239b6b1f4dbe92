/// Numbers that begin at the start of a cache line, so that no load of a whole vector crosses one: a tenth of a step where the weights come from the second-level cache.
final class Lines<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// Nothing writes them once they are made.
    let base: UnsafePointer<Element>

    init(_ elements: [Element]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, elements.count) * MemoryLayout<Element>.stride, alignment: 64)
            .bindMemory(to: Element.self, capacity: elements.count)
        elements.withUnsafeBufferPointer { if let first = $0.baseAddress { memory.initialize(from: first, count: $0.count) } }
        base = UnsafePointer(memory)
    }

    deinit { UnsafeMutableRawPointer(mutating: base).deallocate() }
}
