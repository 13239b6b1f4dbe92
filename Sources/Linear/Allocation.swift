#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Guards allocations whose size comes from a cell: a size that is negative, or that no memory could hold, is an error and not a trap.
package enum Allocation {
    /// The bytes of main memory of this machine.
    package static let physicalMemory: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let size = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && size > 0 ? pages * size : 1 << 36
    }()

    /// The number of elements of `shape`, checked: no extent is negative, none is beyond the 32-bit integers of BLAS, and the whole fits in memory.
    package static func count<Scalar: LinearScalar>(of shape: [Int], named argument: String, as _: Scalar.Type) throws -> Int {
        var bytes = MemoryLayout<Scalar>.stride
        for extent in shape {
            if extent < 0 {
                throw LinearError.wrongShape(argument: argument, shape: shape, requirement: "no extent may be negative")
            }
            let (product, overflow) = bytes.multipliedReportingOverflow(by: extent)
            if overflow || extent > Int(Int32.max) { throw LinearError.tooLarge(argument: argument, shape: shape) }
            bytes = product
        }
        if bytes > physicalMemory { throw LinearError.tooLarge(argument: argument, shape: shape) }
        return bytes / MemoryLayout<Scalar>.stride
    }
}
