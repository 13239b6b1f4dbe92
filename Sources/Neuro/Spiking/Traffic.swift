import CKernels

/// Spikes on their way to a population through synapses with delays of their own.
///
/// Added straight to the ring, each synapse would touch another line of a memory as large as all slots together, and wait for it. So events are set down
/// part by part and slot by slot, one behind the other, and added up when the slot is due, while the part's numbers of that one slot are in the first caches: two streams
/// of 8 bytes an event cost less than half of one line that is not there. A slot of a part has room for so many events; when it is full its events are added to
/// the ring early. When that is depends on the events alone, so that sums have the same bits for any number of threads, and in any division of a run.
struct Traffic: Sendable {
    /// 2^13 places: enough for the parts of large networks at their usual rates.
    private static let largest = 13

    let slots: Int
    private let shift: Int
    private let parts: Int
    private let events: Buffer<UInt64>
    private let counts: Buffer<UInt32>

    /// - Parameter size: the neurons of the largest part.
    init(parts: Int, slots: Int, size: Int) {
        var shift = 6
        // (Where there are more slots, steps are shorter, and fewer spikes fall into each.)
        while shift < Self.largest, 1 << shift < size, slots << shift < 32 << Self.largest { shift += 1 }
        self.init(parts: parts, slots: slots, shift: shift, counts: Buffer(repeating: 0, count: parts * slots))
    }

    private init(parts: Int, slots: Int, shift: Int, counts: Buffer<UInt32>) {
        (self.parts, self.slots, self.shift, self.counts) = (parts, slots, shift, counts)
        events = Buffer(uninitialized: parts * slots << shift)
    }

    func copy() -> Traffic {
        let result = Traffic(parts: parts, slots: slots, shift: shift, counts: counts.copy())
        for place in 0 ..< parts * slots {
            (result.events.base + (place << shift)).initialize(from: events.base + (place << shift), count: Int(counts.base[place]))
        }
        return result
    }

    /// What the kernels see.
    var kernel: engram_events { engram_events(events: events.base, counts: counts.base, slots: slots, shift: Int32(shift)) }

    /// Adds all that is on its way to a ring with as many slots.
    func settle(into ring: UnsafeMutablePointer<Float>, stride: Int, ranges: [Range<Int>]) {
        var kernel = kernel
        for (part, range) in ranges.enumerated() {
            for slot in 0 ..< slots { engram_spiking_settle(&kernel, part, slot, ring + slot * stride + range.lowerBound, range.count) }
        }
    }
}

/// Of the places only those in use are written.
extension Traffic: Codable {
    private enum Key: CodingKey { case parts, slots, shift, counts, targets, weights }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let parts = try fields.decode(Int.self, forKey: .parts), slots = try fields.decode(Int.self, forKey: .slots), shift = try fields.decode(Int.self, forKey: .shift)
        let counts = try fields.decode([UInt32].self, forKey: .counts)
        let targets = try fields.decode([UInt32].self, forKey: .targets), weights = try fields.decode([Float].self, forKey: .weights)
        guard parts > 0, slots > 0, (6 ... Self.largest).contains(shift), parts < 1 << 20, slots <= 1 << 16, counts.count == parts * slots,
            counts.allSatisfy({ $0 < 1 << UInt32(shift) }), counts.reduce(0, { $0 + Int($1) }) == targets.count, weights.count == targets.count
        else { throw DecodingError.dataCorruptedError(forKey: .counts, in: fields, debugDescription: "spikes on their way that do not fit together") }
        self.init(parts: parts, slots: slots, shift: shift, counts: Buffer(counts))
        var k = 0
        for place in 0 ..< parts * slots {
            for i in 0 ..< Int(counts[place]) {
                events.base[(place << shift) + i] = UInt64(weights[k].bitPattern) << 32 | UInt64(targets[k])
                k += 1
            }
        }
    }

    func encode(to encoder: any Encoder) throws {
        var targets: [UInt32] = [], weights: [Float] = []
        for place in 0 ..< parts * slots {
            for i in 0 ..< Int(counts.base[place]) {
                let event = events.base[(place << shift) + i]
                targets.append(UInt32(truncatingIfNeeded: event))
                weights.append(Float(bitPattern: UInt32(truncatingIfNeeded: event >> 32)))
            }
        }
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(parts, forKey: .parts)
        try fields.encode(slots, forKey: .slots)
        try fields.encode(shift, forKey: .shift)
        try fields.encode(counts.array, forKey: .counts)
        try fields.encode(targets, forKey: .targets)
        try fields.encode(weights, forKey: .weights)
    }
}
