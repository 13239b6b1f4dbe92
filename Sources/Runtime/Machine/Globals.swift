/// The global variables of a session, at fixed addresses.
///
/// Numbers are given out by the lowering, separately for raw and reference globals.
struct Globals {
    /// So many of each kind; a session that needs more gets an error, not a crash.
    static let limit = 1 << 20

    let raws: UnsafeMutablePointer<Word>
    let objects: UnsafeMutablePointer<AnyObject?>
    /// What each is, as `MachineGlobal`. What is set, and what can be set through its address, counts as changed.
    let rawStates: UnsafeMutablePointer<UInt8>
    let objectStates: UnsafeMutablePointer<UInt8>

    /// As `MachineGlobal`.
    enum State {
        static let absent: UInt8 = 0
        static let accessed: UInt8 = 1
        static let changed: UInt8 = 2
        static let saved: UInt8 = 3
    }

    init() {
        raws = Pages.zeroed(Globals.limit).assumingMemoryBound(to: Word.self)
        objects = Pages.zeroed(Globals.limit).assumingMemoryBound(to: AnyObject?.self)
        rawStates = Pages.zeroed(Globals.limit / 8).assumingMemoryBound(to: UInt8.self)
        objectStates = Pages.zeroed(Globals.limit / 8).assumingMemoryBound(to: UInt8.self)
    }

    /// After a failure no call is under way that changes a global.
    func endAccesses(raws: Int, objects: Int) {
        for index in 0 ..< raws where rawStates[index] == State.accessed { rawStates[index] = State.changed }
        for index in 0 ..< objects where objectStates[index] == State.accessed { objectStates[index] = State.changed }
    }

    func deallocate() {
        for index in 0 ..< Globals.limit where objectStates[index] != State.absent { objects[index] = nil }
        Pages.free(raws)
        Pages.free(objects)
        Pages.free(rawStates)
        Pages.free(objectStates)
    }
}
