import Glibc

/// Memory straight from the system.
enum Pages {
    /// So many words, all zero; the system gives the pages when they are first touched.
    static func zeroed(_ words: Int) -> UnsafeMutableRawPointer {
        guard let memory = calloc(words, MemoryLayout<Word>.stride) else { fatalError("no memory for the machine's stacks") }
        return memory
    }
    static func free(_ memory: UnsafeMutableRawPointer) { Glibc.free(memory) }

    /// Bytes of physical memory that this process holds.
    static func resident() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
        // The second number is the resident size in pages.
        let fields = buffer.prefix { $0 != 0 }.split(separator: 32)
        guard fields.count > 1 else { return 0 }
        return fields[1].reduce(0) { $0 * 10 + Int($1) - 48 } * sysconf(Int32(_SC_PAGESIZE))
    }

    /// Bytes of physical memory of this machine.
    static func installed() -> Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) }
}
