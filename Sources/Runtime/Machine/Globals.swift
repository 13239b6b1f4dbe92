/// The global variables of a session, at fixed addresses.
///
/// Numbers are given out by the lowering, separately for raw and reference globals.
struct Globals {
    /// So many of each kind; a session that needs more gets an error, not a crash.
    static let limit = 1 << 20

    let raws: UnsafeMutablePointer<Word>
    let objects: UnsafeMutablePointer<AnyObject?>
    let rawsReady: UnsafeMutablePointer<Bool>
    let objectsReady: UnsafeMutablePointer<Bool>

    init() {
        raws = Pages.zeroed(Globals.limit).assumingMemoryBound(to: Word.self)
        objects = Pages.zeroed(Globals.limit).assumingMemoryBound(to: AnyObject?.self)
        rawsReady = Pages.zeroed(Globals.limit / 8).assumingMemoryBound(to: Bool.self)
        objectsReady = Pages.zeroed(Globals.limit / 8).assumingMemoryBound(to: Bool.self)
    }

    func deallocate() {
        for index in 0 ..< Globals.limit where objectsReady[index] { objects[index] = nil }
        Pages.free(raws)
        Pages.free(objects)
        Pages.free(rawsReady)
        Pages.free(objectsReady)
    }
}
