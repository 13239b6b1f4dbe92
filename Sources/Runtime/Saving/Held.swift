import Synchronization

/// Large objects as they were when a session saved them: the next save need not look into one that is still here.
///
/// The reference that is held here makes the object look shared. Whoever wants to change it in place finds that out (the machine's loop hands over to `Slot`), asks `release`, and then has
/// it to itself again: so an object that is still held was not changed, nothing is copied, and code that changes what nobody holds pays nothing. The price: a large value that a
/// cell replaced lives on until that cell's commit, or until memory gets short.
///
/// One table for the process: `Slot` knows no session.
package enum Held {
    /// Where the saved bytes are.
    struct Entry {
        let object: AnyObject
        let owner: ObjectIdentifier
        let chunks: [ChunkName]
    }

    // Unchecked through the lock: entries are looked at by the thread that runs the owner's cells, and only taken out by others.
    private struct Table: @unchecked Sendable { var entries: [ObjectIdentifier: Entry] = [:] }
    private static let table = Mutex(Table())
    private static let count = Atomic<Int>(0)

    /// Lets go of an object that is about to be changed; false where it was not held.
    static func release(_ object: AnyObject) -> Bool {
        if count.load(ordering: .relaxed) == 0 { return false }
        // Ended outside of the lock: the object may be the last thing that holds others.
        let entry = table.withLock { Removed(entry: $0.entries.removeValue(forKey: ObjectIdentifier(object))) }
        if entry.entry != nil { count.subtract(1, ordering: .relaxed) }
        return entry.entry != nil
    }

    private struct Removed: @unchecked Sendable { let entry: Entry? }
    private struct Several: @unchecked Sendable { let entries: [Entry] }

    static func hold(_ object: AnyObject, owner: AnyObject, chunks: [ChunkName]) {
        let entry = Removed(entry: Entry(object: object, owner: ObjectIdentifier(owner), chunks: chunks))
        let isNew = table.withLock { $0.entries.updateValue(entry.entry.unsafelyUnwrapped, forKey: ObjectIdentifier(entry.entry.unsafelyUnwrapped.object)) == nil }
        if isNew { count.add(1, ordering: .relaxed) }
    }

    /// Where the object's bytes are in the owner's store, if it has not been changed since they were put there.
    static func chunks(of object: AnyObject, owner: AnyObject) -> [ChunkName]? {
        if count.load(ordering: .relaxed) == 0 { return nil }
        let (key, owner) = (ObjectIdentifier(object), ObjectIdentifier(owner))
        return table.withLock { table in
            guard let entry = table.entries[key], entry.owner == owner else { return nil }
            return entry.chunks
        }
    }

    /// Forgets objects that nothing else refers to.
    package static func releaseUnused() {
        if count.load(ordering: .relaxed) == 0 { return }
        let unused = table.withLock { table in
            var unused: [Entry] = []
            for (key, entry) in table.entries where Self.isUnused(entry) {
                unused.append(entry)
                table.entries[key] = nil
            }
            return Several(entries: unused)
        }
        count.subtract(unused.entries.count, ordering: .relaxed)
    }

    /// The table's reference is counted, and the one of the entry at hand.
    private static func isUnused(_ entry: Entry) -> Bool { _getRetainCount(entry.object) <= 2 }

    /// Forgets all objects of an owner that ends.
    package static func releaseAll(of owner: AnyObject) {
        let owner = ObjectIdentifier(owner)
        let dropped = table.withLock { table in
            let dropped = table.entries.filter { $0.value.owner == owner }
            for key in dropped.keys { table.entries[key] = nil }
            return Several(entries: Array(dropped.values))
        }
        count.subtract(dropped.entries.count, ordering: .relaxed)
    }
}
