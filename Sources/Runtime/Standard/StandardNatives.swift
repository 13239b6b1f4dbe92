extension NativeTable {
    /// The natives of the standard library.
    package static let standard: NativeTable = {
        var table = NativeTable()
        table.addIntegers()
        table.addFloatingPoint()
        table.addBool()
        table.addArrays()
        table.addTables()
        table.addStrings()
        table.addFunctions()
        table.addProgress()
        return table
    }()

    private mutating func addBool() {
        add("Bool.==(_:_:)<Bool,Bool>") { call in call.give(call.bool(0) == call.bool(1)) }
        add("Bool.!=(_:_:)<Bool,Bool>") { call in call.give(call.bool(0) != call.bool(1)) }
        add("Bool.!(_:)<Bool>") { call in call.give(!call.bool(0)) }
    }
}
