import IR

/// A function in the middle of a call: what to restore when the call returns.
struct Frame {
    var function: LinkedFunction.Pointer
    /// The next instruction.
    var next: UnsafeMutablePointer<Instruction>
    var raws: UnsafeMutablePointer<Word>
    var objects: UnsafeMutablePointer<AnyObject?>
}

/// The machine's stacks: frames, raw registers, reference registers. Fixed addresses, so that registers can be pointed at.
///
/// References outside the frames in use are nil. The memory is zero pages until it is touched.
struct Stacks {
    let frames: UnsafeMutablePointer<Frame>
    let frameLimit: UnsafeMutablePointer<Frame>
    let raws: UnsafeMutablePointer<Word>
    let rawLimit: UnsafeMutablePointer<Word>
    let objects: UnsafeMutablePointer<AnyObject?>
    let objectLimit: UnsafeMutablePointer<AnyObject?>

    init(depth: Int, registers: Int) {
        frames = .allocate(capacity: depth)
        frameLimit = frames + depth
        raws = .allocate(capacity: registers)
        rawLimit = raws + registers
        objects = Pages.zeroed(registers).assumingMemoryBound(to: AnyObject?.self)
        objectLimit = objects + registers
    }

    func deallocate() {
        frames.deallocate()
        raws.deallocate()
        Pages.free(UnsafeMutableRawPointer(objects))
    }
}
