enum Failure: Error { case bad }
func risky() throws -> Int { 3 }
let first: () -> Int = { throw Failure.bad } // error: @24 invalid conversion from throwing function of type '() throws -> Int' to non-throwing function type '() -> Int'
var second: () -> Int = { 3 }
second = { throw Failure.bad } // error: @8 invalid conversion from throwing function of type '() throws -> Int' to non-throwing function type '() -> Int'
let third: () -> Int = { try risky() } // error: @24 invalid conversion from throwing function of type '() throws -> Int' to non-throwing function type '() -> Int'
let list: [() -> Int] = [{ try risky() }] // error: @26 invalid conversion from throwing function of type '() throws -> Int' to non-throwing function type '() -> Int'
func make() -> () -> Int { return { try risky() } } // error: @35 invalid conversion from throwing function of type '() throws -> Int' to non-throwing function type '() -> Int'
