#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Guards allocations whose size comes from a cell: a size that is negative, or that no memory could hold, is an error and not a trap.
@usableFromInline
package enum Allocation {
    /// From so many bytes on, an allocation is compared with the memory that is free now. Smaller ones never ask.
    private static let large = 1 << 28

    /// The number of elements of `shape`, checked: no extent is negative, none is beyond the 32-bit integers of BLAS, and the whole fits in memory.
    package static func count<Scalar: LinearScalar>(of shape: [Int], named argument: String, as _: Scalar.Type) throws -> Int {
        var count = 1
        var bytes = MemoryLayout<Scalar>.stride
        for extent in shape {
            if extent < 0 {
                throw LinearError.wrongShape(argument: argument, shape: shape, requirement: "no extent may be negative")
            }
            // An extent of zero leaves the other to be walked over all the same.
            let (product, overflow) = bytes.multipliedReportingOverflow(by: max(1, extent))
            if overflow || extent > Int(Int32.max) { throw LinearError.tooLarge(argument: argument, shape: shape) }
            bytes = product
            count *= extent
        }
        if bytes >= large, bytes > available() { throw LinearError.tooLarge(argument: argument, shape: shape) }
        return count
    }

    /// The bytes that can be allocated without driving the machine, or the container, out of memory: nine tenths of what is free.
    package static func available() -> Int {
        var free = physicalMemory
        if let kilobytes = number(in: "/proc/meminfo", after: "MemAvailable:") { free = min(free, kilobytes * 1024) }
        if let limit = number(in: "/sys/fs/cgroup/memory.max", after: ""), let used = number(in: "/sys/fs/cgroup/memory.current", after: "") {
            free = min(free, max(0, limit - used))
        }
        return free / 10 * 9
    }

    /// The bytes of main memory of this machine.
    package static let physicalMemory: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let size = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && size > 0 ? pages * size : 1 << 36
    }()

    /// The number that follows `label` at the start of a line of a small file of the system's; nil where there is no such file, line or number.
    private static func number(in path: String, after label: String) -> Int? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let length = fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes.prefix(length), as: UTF8.self)
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(label) }) else { return nil }
        return Int(line.dropFirst(label.count).drop { $0 == " " }.prefix { $0.isNumber })
    }
}
