import IR

/// The natives of Dictionary and Set. Positions are those of `TableObject`; a position that holds no entry is an invalid index.
extension NativeTable {
    mutating func addTables() {
        for owner in ["Dictionary", "Set"] {
            add("\(owner).init()<>") { call in call.give(object: Tables.make(call.types)) }
            add("\(owner).init(minimumCapacity:)<Int>") { call in
                let (table, wanted) = (Tables.make(call.types), call.next(Int.self))
                if wanted > 0 {
                    try call.machine.reserve(bytes: wanted.multipliedReportingOverflow(by: 40).overflow ? Int.max : wanted * 40)
                    table.grow(to: wanted)
                }
                call.give(object: table)
            }
            add("\(owner).reserveCapacity(_:)<Int>") { call in
                let (slot, wanted) = (call.nextAddress(), call.next(Int.self))
                guard wanted > 0 else { return }
                try call.machine.reserve(bytes: wanted.multipliedReportingOverflow(by: 40).overflow ? Int.max : wanted * 40)
                Slot.ownTable(slot).grow(to: wanted)
            }
            add("\(owner).count") { call in call.give(call.object(0, as: TableObject.self).count) }
            add("\(owner).capacity") { call in call.give(call.object(0, as: TableObject.self).capacity) }
            add("\(owner).isEmpty") { call in call.give(call.object(0, as: TableObject.self).count == 0) }
            add("\(owner)._end") { call in call.give(call.object(0, as: TableObject.self).end) }
            add("\(owner)._following(_:)<Int>") { call in
                let table = call.object(0, as: TableObject.self)
                call.give(table.nextPosition(from: min(max(0, call.int(0)), table.end)))
            }
            add("\(owner).removeAll(keepingCapacity:)<Bool>") { call in call.nextAddress().pointee = Tables.make(call.types) }
            let key = owner == "Set" ? "Element" : "Key"
            add("\(owner)._find(_:)<\(key)>") { call in
                let table = call.nextObject(TableObject.self)
                let key = call.nextValue(of: call.types[0])
                call.give(try table.find(word: key.word, object: key.object, machine: call.machine))
            }
        }
        addDictionaries()
        addSets()
    }

    private mutating func addDictionaries() {
        add("Dictionary._key(_:)<Int>") { call in
            let table = call.object(0, as: TableObject.self)
            let position = try Tables.checked(call.int(0), in: table, "Attempting to access Dictionary elements using an invalid index")
            call.give((table.keyWord(position), table.keyObject(position)), of: call.types[0])
        }
        add("Dictionary._value(_:)<Int>") { call in
            let table = call.object(0, as: TableObject.self)
            let position = try Tables.checked(call.int(0), in: table, "Attempting to access Dictionary elements using an invalid index")
            call.give((table.valueWord(position), table.valueObject(position)), of: call.types[1])
        }
        add("Dictionary._setValue(_:_:)<Int,Value>") { call in
            let slot = call.nextAddress()
            let position = call.next(Int.self)
            let value = call.nextValue(of: call.types[1])
            let table = Slot.ownTable(slot)
            let checked = try Tables.checked(position, in: table, "Attempting to access Dictionary elements using an invalid index")
            table.setValue(checked, word: value.word, object: value.object)
        }
        add("Dictionary.subscript(_:)<Key>") { call in
            let table = call.nextObject(TableObject.self)
            let key = call.nextValue(of: call.types[0])
            let position = try table.find(word: key.word, object: key.object, machine: call.machine)
            call.give(optional: position < 0 ? nil : (table.valueWord(position), table.valueObject(position)), of: call.types[1])
        }
        add("Dictionary.subscript(_:)<Key>.set") { call in
            let slot = call.nextAddress()
            let wrapped = call.nextReferenceSlot()
            let key = call.nextValue(of: call.types[0])
            guard let value = Tables.unwrapped(wrapped, of: call.types[1]) else {
                _ = try Tables.remove(slot, key, call.machine)
                return
            }
            _ = try Tables.update(slot, key, value, call.machine)
        }
        add("Dictionary.updateValue(_:forKey:)<Value,Key>") { call in
            let slot = call.nextAddress()
            let value = call.nextValue(of: call.types[1])
            let key = call.nextValue(of: call.types[0])
            call.give(optional: try Tables.update(slot, key, value, call.machine), of: call.types[1])
        }
        add("Dictionary.removeValue(forKey:)<Key>") { call in
            let slot = call.nextAddress()
            let key = call.nextValue(of: call.types[0])
            call.give(optional: try Tables.remove(slot, key, call.machine)?.value, of: call.types[1])
        }
        add("Dictionary.description") { call in
            call.give(try call.machine.describe(.dictionary(key: call.types[0], value: call.types[1]), word: 0, object: call.references[0]))
        }
        add("Dictionary.==(_:_:)<[Key:Value],[Key:Value]>") { call in
            let type = ValueType.dictionary(key: call.types[0], value: call.types[1])
            call.give(try call.machine.equal(type, (0, call.references[0]), (0, call.references[1])))
        }
    }

    private mutating func addSets() {
        add("Set._member(_:)<Int>") { call in
            let table = call.object(0, as: TableObject.self)
            let position = try Tables.checked(call.int(0), in: table, "Attempting to access Set elements using an invalid index")
            call.give((table.keyWord(position), table.keyObject(position)), of: call.types[0])
        }
        add("Set.contains(_:)<Element>") { call in
            let table = call.nextObject(TableObject.self)
            let member = call.nextValue(of: call.types[0])
            call.give(try table.find(word: member.word, object: member.object, machine: call.machine) >= 0)
        }
        add("Set.insert(_:)<Element>") { call in
            let (type, slot) = (call.types[0], call.nextAddress())
            let member = call.nextValue(of: type)
            let table = Slot.ownTable(slot)
            let (position, isNew) = try table.findOrAdd(word: member.word, object: member.object, machine: call.machine)
            let kept: SlotValue = (table.keyWord(position), table.keyObject(position))
            // `(inserted: Bool, memberAfterInsert: Element)`
            let result = Aggregate.make(references: type.isRaw ? 0 : 1, raws: type.isRaw ? 2 : 1)
            result.raws[0] = isNew ? 1 : 0
            if type.isRaw { result.raws[1] = kept.word } else { result.references[0] = kept.object }
            call.give(object: result)
        }
        add("Set.remove(_:)<Element>") { call in
            let slot = call.nextAddress()
            let member = call.nextValue(of: call.types[0])
            call.give(optional: try Tables.remove(slot, member, call.machine)?.key, of: call.types[0])
        }
        add("Set.description") { call in call.give(try call.machine.describe(.set(call.types[0]), word: 0, object: call.references[0])) }
        add("Set.==(_:_:)<Set<Element>,Set<Element>>") { call in
            call.give(try call.machine.equal(.set(call.types[0]), (0, call.references[0]), (0, call.references[1])))
        }
    }
}

/// Changes of a table in a slot.
enum Tables {
    static func make(_ types: [ValueType]) -> TableObject { TableObject(key: types[0], value: types.count > 1 ? types[1] : nil) }

    static func checked(_ position: Int, in table: TableObject, _ message: String) throws -> Int {
        guard position >= 0, position < table.end, table.nextPosition(from: position) == position else { throw Trap(message) }
        return position
    }
    /// What an Optional in its slot holds.
    static func unwrapped(_ object: AnyObject?, of type: ValueType) -> SlotValue? {
        guard let object else { return nil }
        if type.isRaw { return (unsafeDowncast(object, to: RawBox.self).bits, nil) }
        return (0, type.isOptional ? unsafeDowncast(object, to: OptionalBox.self).value : object)
    }
    /// Sets the value of a key; gives the old one.
    static func update(_ slot: Slot.Address, _ key: SlotValue, _ value: SlotValue, _ machine: Machine) throws -> SlotValue? {
        let table = Slot.ownTable(slot)
        let (position, isNew) = try table.findOrAdd(word: key.word, object: key.object, machine: machine)
        let old: SlotValue? = isNew ? nil : (table.valueWord(position), table.valueObject(position))
        table.setValue(position, word: value.word, object: value.object)
        return old
    }
    static func remove(_ slot: Slot.Address, _ key: SlotValue, _ machine: Machine) throws -> (key: SlotValue, value: SlotValue)? {
        let found = try Slot.ownTable(slot).find(word: key.word, object: key.object, machine: machine)
        guard found >= 0 else { return nil }
        let table = Slot.ownTable(slot)
        let entry: (SlotValue, SlotValue) = ((table.keyWord(found), table.keyObject(found)), (table.valueWord(found), table.valueObject(found)))
        table.remove(found)
        return entry
    }
}
