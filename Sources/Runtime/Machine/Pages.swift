import Glibc

/// Memory straight from the system.
package enum Pages {
    /// So many words, all zero; the system gives the pages when they are first touched.
    static func zeroed(_ words: Int) -> UnsafeMutableRawPointer {
        guard let memory = calloc(words, MemoryLayout<Word>.stride) else { fatalError("no memory for the machine's stacks") }
        return memory
    }
    static func free(_ memory: UnsafeMutableRawPointer) { Glibc.free(memory) }

    /// Bytes of physical memory that this process holds.
    static func resident() -> Int {
        // Asked before each cell.
        withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { buffer in
            let fields = buffer.prefix(max(0, pread(statistics, buffer.baseAddress, buffer.count, 0))).split(separator: UInt8(ascii: " "))
            // The second number is the resident size in pages.
            guard fields.count > 1 else { return 0 }
            return fields[1].reduce(0) { $0 * 10 + Int($1) - 48 } * sysconf(Int32(_SC_PAGESIZE))
        }
    }
    private static let statistics = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

    /// Has the memory of arrays up to 32 MB kept for the next ones when they are freed, up to 64 MB of it, until `trim`. The C library comes to that by itself, but only after it has got and given back the first
    /// large arrays page by page: the first calls of a session took half as long again as later ones.
    package static func keepFreed() { _ = keeping }
    private static let keeping: Bool = {
        guard let symbol = dlsym(nil, "mallopt") else { return false }
        let set = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        let mapped: Int32 = -3, trimmed: Int32 = -1
        return set(mapped, 32 << 20) != 0 && set(trimmed, 64 << 20) != 0
    }()

    /// Gives freed memory back to the system.
    static func trim() {
        // The header of `malloc_trim` is in no module; other C libraries do not have it.
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
    }

    /// Gives back what this process holds and nothing uses now: freed memory, and the program's own code and constants, most of which served the start. These pages stay in the system's cache of files, and
    /// those that are needed again come back from there when they are touched, 16 at a time.
    package static func release() {
        trim()
        for segment in readOnlySegments() { _ = madvise(segment.baseAddress, segment.count, Int32(MADV_DONTNEED)) }
    }

    /// What the program's headers call loaded and never written: dropping its pages loses nothing.
    private static func readOnlySegments() -> [UnsafeMutableRawBufferPointer] {
        // Nor is this function's header in a module.
        guard let symbol = dlsym(nil, "getauxval") else { return [] }
        let auxiliary = unsafeBitCast(symbol, to: (@convention(c) (UInt) -> UInt).self)
        guard let table = UnsafePointer<Elf64_Phdr>(bitPattern: auxiliary(3)) else { return [] }
        let headers = UnsafeBufferPointer(start: table, count: Int(auxiliary(5)))
        // Where the table lies against where it was linked to lie: 0 in a program at a fixed address.
        guard let own = headers.first(where: { $0.p_type == 6 }) else { return [] }
        let shift = auxiliary(3) &- UInt(own.p_vaddr), page = UInt(sysconf(Int32(_SC_PAGESIZE)))
        return headers.compactMap { header in
            guard header.p_type == 1, header.p_flags & 2 == 0 else { return nil }
            // Whole pages: the last one may go on as the first of a segment that is written.
            let start = (UInt(header.p_vaddr) &+ shift &+ page - 1) / page * page, end = (UInt(header.p_vaddr) &+ shift &+ UInt(header.p_memsz)) / page * page
            return start < end ? UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: start), count: Int(end - start)) : nil
        }
    }

    /// Bytes that a session may hold: `ENGRAM_MEMORY_GB` gigabytes where that is set, else half of what there is.
    static func limit() -> Int {
        if let text = getenv("ENGRAM_MEMORY_GB"), let gigabytes = Double(String(cString: text)), gigabytes > 0, gigabytes < 1e9 { return Int(gigabytes * 1e9) }
        return available() / 2
    }

    /// Bytes of physical memory that this process could have: the machine's, or what its container is allowed.
    static func available() -> Int {
        let installed = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        guard let file = fopen("/sys/fs/cgroup/memory.max", "r") else { return installed }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 64)
        guard fgets(&buffer, Int32(buffer.count), file) != nil else { return installed }
        // "max" where there is no limit.
        let allowed = strtol(buffer, nil, 10)
        return allowed > 0 ? min(installed, allowed) : installed
    }
}
