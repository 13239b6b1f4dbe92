/// The global variables of a session, at fixed addresses.
///
/// Numbers are given out by the lowering, separately for raw and reference globals.
struct Globals {
    /// So many of each kind; a session that needs more gets an error, not a crash.
    static let limit = 1 << 20

    let raws: UnsafeMutablePointer<Word>
    let objects: UnsafeMutablePointer<AnyObject?>
    /// 0: not initialized, 1: ready, 2: being changed.
    let rawsReady: UnsafeMutablePointer<UInt8>
    let objectsReady: UnsafeMutablePointer<UInt8>

    init() {
        raws = Pages.zeroed(Globals.limit).assumingMemoryBound(to: Word.self)
        objects = Pages.zeroed(Globals.limit).assumingMemoryBound(to: AnyObject?.self)
        rawsReady = Pages.zeroed(Globals.limit / 8).assumingMemoryBound(to: UInt8.self)
        objectsReady = Pages.zeroed(Globals.limit / 8).assumingMemoryBound(to: UInt8.self)
    }

    /// After a failure no call is under way that changes a global.
    func endAccesses(raws: Int, objects: Int) {
        for index in 0 ..< raws where rawsReady[index] == 2 { rawsReady[index] = 1 }
        for index in 0 ..< objects where objectsReady[index] == 2 { objectsReady[index] = 1 }
    }

    func deallocate() {
        for index in 0 ..< Globals.limit where objectsReady[index] != 0 { objects[index] = nil }
        Pages.free(raws)
        Pages.free(objects)
        Pages.free(rawsReady)
        Pages.free(objectsReady)
    }
}
