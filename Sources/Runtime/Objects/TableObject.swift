import CMachine
import IR

/// A Dictionary or a Set: a hash table that remembers the order of insertion, so that it iterates the same in every run.
///
/// Entries lie in order in `keys` and `values` (one word each: a raw value or an owned reference); `buckets` holds their
/// numbers under open addressing. A removed entry leaves a hole (hash -1) until the next time the table is rebuilt.
package final class TableObject {
    package let keyType: ValueType
    /// Absent for a Set.
    package let valueType: ValueType?
    /// Entries that are there.
    package private(set) var count = 0
    /// Entries and holes: positions run from 0 to here.
    package private(set) var end = 0

    private(set) var capacity = 0
    private var keys: UnsafeMutablePointer<Word>
    private var values: UnsafeMutablePointer<Word>
    private var hashes: UnsafeMutablePointer<Int>
    private var buckets: UnsafeMutablePointer<Int32>
    private var mask = 0
    private let access: Access

    /// A character is hashed and compared as the string of it.
    private enum Access { case word, string, general }
    private let hasRawKeys: Bool
    private let hasRawValues: Bool

    package init(key: ValueType, value: ValueType?) {
        (keyType, valueType) = (key, value)
        (hasRawKeys, hasRawValues) = (key.isRaw, value?.isRaw ?? true)
        switch key {
        case .integer, .bool: access = .word
        case .nominal(let type) where type.isRaw && type.equals == nil && type.hash == nil: access = .word
        case .string, .character: access = .string
        default: access = .general
        }
        keys = .allocate(capacity: 0)
        values = .allocate(capacity: 0)
        hashes = .allocate(capacity: 0)
        buckets = .allocate(capacity: 1)
        buckets[0] = -1
    }

    deinit {
        if !hasRawKeys { TableObject.references(keys).deinitialize(count: end) }
        if !hasRawValues { TableObject.references(values).deinitialize(count: end) }
        keys.deallocate()
        values.deallocate()
        hashes.deallocate()
        buckets.deallocate()
    }

    /// Words that hold references are only ever used as references.
    private static func references(_ words: UnsafeMutablePointer<Word>) -> UnsafeMutablePointer<AnyObject?> {
        UnsafeMutableRawPointer(words).assumingMemoryBound(to: AnyObject?.self)
    }

    package func copy() -> TableObject {
        let other = TableObject(key: keyType, value: valueType)
        other.grow(to: count)
        for position in 0 ..< end where hashes[position] >= 0 {
            other.place(hash: hashes[position], word: keyWord(position), object: keyObject(position))
            let last = other.end - 1
            if hasRawValues { other.values[last] = values[position] } else { other.valueObjects[last] = valueObjects[position] }
        }
        return other
    }

    // MARK: Entries by position

    /// The first position from here on that holds an entry; `end` when there is none.
    package func nextPosition(from start: Int) -> Int {
        var position = start
        while position < end && hashes[position] < 0 { position += 1 }
        return position
    }
    package func keyWord(_ position: Int) -> Word { hasRawKeys ? keys[position] : 0 }
    package func keyObject(_ position: Int) -> AnyObject? { hasRawKeys ? nil : TableObject.references(keys)[position] }
    package func valueWord(_ position: Int) -> Word { hasRawValues ? values[position] : 0 }
    package func valueObject(_ position: Int) -> AnyObject? { hasRawValues ? nil : valueObjects[position] }
    /// The value's place, until the table next changes.
    package func valueAddress(_ position: Int) -> UnsafeMutablePointer<Word> { values + position }
    private var valueObjects: UnsafeMutablePointer<AnyObject?> { TableObject.references(values) }
    package func setValue(_ position: Int, word: Word, object: AnyObject?) {
        if hasRawValues { values[position] = word } else { valueObjects[position] = object }
    }

    /// The key as it lies in its slot, and its hash: for whoever saves the table.
    func keyBits(_ position: Int) -> Word { keys[position] }
    func hash(_ position: Int) -> Int { hashes[position] }
    /// Appends a saved entry, whose key is not there yet.
    func append(hash: Int, key: Word, keyObject: AnyObject?, value: Word, valueObject: AnyObject?) {
        if end == capacity { grow(to: max(8, capacity * 2)) }
        place(hash: hash & Int.max, word: key, object: keyObject)
        setValue(end - 1, word: value, object: valueObject)
    }

    // MARK: Entries by key

    private func hash(_ word: Word, _ object: AnyObject?, _ machine: Machine?) throws -> Int {
        switch access {
        case .word: return Int(truncatingIfNeeded: HasherObject.mix(UInt64(bitPattern: Int64(word))) >> 1)
        case .string:
            let object = object.unsafelyUnwrapped
            let short = machine_hash_short(Unmanaged.passUnretained(object).toOpaque())
            return short >= 0 ? short : HasherObject.hash(String(reference: object)) & Int.max
        case .general:
            let hasher = HasherObject()
            guard let machine else { preconditionFailure("keys from native code are words or strings") }
            try machine.hash(keyType, word, object, into: hasher)
            return hasher.finalize() & Int.max
        }
    }

    private func matches(_ position: Int, _ word: Word, _ object: AnyObject?, _ machine: Machine) throws -> Bool {
        switch access {
        case .word: return keys[position] == word
        case .string:
            let own = UnsafeRawPointer(bitPattern: keys[position]).unsafelyUnwrapped
            let other = UnsafeRawPointer(Unmanaged.passUnretained(object.unsafelyUnwrapped).toOpaque())
            if own == other || machine_are_same_short(own, other) { return true }
            let text = String(reference: object)
            return String(reference: TableObject.references(keys)[position]) == text
        case .general: return try machine.equal(keyType, (keyWord(position), keyObject(position)), (word, object))
        }
    }

    private func find(hash: Int, _ word: Word, _ object: AnyObject?, _ machine: Machine) throws -> Int {
        var bucket = hash & mask
        while true {
            let position = Int(buckets[bucket])
            if position == -1 { return -1 }
            if position >= 0, hashes[position] == hash, try matches(position, word, object, machine) { return position }
            bucket = (bucket + 1) & mask
        }
    }

    /// The position of a key; -1 when it is absent.
    package func find(word: Word, object: AnyObject?, machine: Machine) throws -> Int {
        count == 0 ? -1 : try find(hash: hash(word, object, machine), word, object, machine)
    }

    /// The position of a key; a new entry (value: zero or nil, to be set at once) when it is absent.
    package func findOrAdd(word: Word, object: AnyObject?, machine: Machine) throws -> (position: Int, isNew: Bool) {
        let hash = try hash(word, object, machine)
        let found = try count == 0 ? -1 : find(hash: hash, word, object, machine)
        if found >= 0 { return (found, false) }
        if end == capacity {
            // An eighth of holes is not worth more memory: rebuild in place.
            let wanted = count * 8 < end * 7 ? capacity : max(8, capacity * 2)
            try machine.reserve(bytes: wanted * 36)
            grow(to: wanted)
        }
        place(hash: hash, word: word, object: object)
        return (end - 1, true)
    }

    /// Appends an entry that is known to be absent, where there is room.
    private func place(hash: Int, word: Word, object: AnyObject?) {
        hashes[end] = hash
        if hasRawKeys { keys[end] = word } else { (TableObject.references(keys) + end).initialize(to: object) }
        values[end] = 0
        var bucket = hash & mask
        while buckets[bucket] >= 0 { bucket = (bucket + 1) & mask }
        buckets[bucket] = Int32(truncatingIfNeeded: end)
        end += 1
        count += 1
    }

    /// Adds a key of a simple type that is known to be absent.
    func add(word: Word, object: AnyObject?) {
        let hash = (try? hash(word, object, nil)) ?? 0
        if end == capacity { grow(to: max(8, capacity * 2)) }
        place(hash: hash, word: word, object: object)
    }

    package func remove(_ position: Int) {
        var bucket = hashes[position] & mask
        while buckets[bucket] != Int32(truncatingIfNeeded: position) { bucket = (bucket + 1) & mask }
        buckets[bucket] = -2
        hashes[position] = -1
        if !hasRawKeys { TableObject.references(keys)[position] = nil }
        if hasRawValues { values[position] = 0 } else { valueObjects[position] = nil }
        count -= 1
    }

    package func removeAll() {
        for position in 0 ..< end where hashes[position] >= 0 {
            if !hasRawKeys { TableObject.references(keys)[position] = nil }
            if !hasRawValues { valueObjects[position] = nil }
        }
        for bucket in 0 ... mask { buckets[bucket] = -1 }
        (count, end) = (0, 0)
    }

    /// Makes room for so many entries, and closes the holes.
    package func grow(to wanted: Int) {
        let size = max(8, wanted, count)
        var bucketCount = 8
        while bucketCount * 2 < size * 3 { bucketCount *= 2 }
        let (newKeys, newValues) = (UnsafeMutablePointer<Word>.allocate(capacity: size), UnsafeMutablePointer<Word>.allocate(capacity: size))
        let newHashes = UnsafeMutablePointer<Int>.allocate(capacity: size)
        let newBuckets = UnsafeMutablePointer<Int32>.allocate(capacity: bucketCount)
        newBuckets.initialize(repeating: -1, count: bucketCount)
        let newMask = bucketCount - 1
        var target = 0
        for position in 0 ..< end where hashes[position] >= 0 {
            // The words move, references and all.
            (newKeys[target], newValues[target], newHashes[target]) = (keys[position], values[position], hashes[position])
            var bucket = hashes[position] & newMask
            while newBuckets[bucket] >= 0 { bucket = (bucket + 1) & newMask }
            newBuckets[bucket] = Int32(truncatingIfNeeded: target)
            target += 1
        }
        keys.deallocate()
        values.deallocate()
        hashes.deallocate()
        buckets.deallocate()
        (keys, values, hashes, buckets, mask, capacity, end) = (newKeys, newValues, newHashes, newBuckets, newMask, size, target)
    }
}
