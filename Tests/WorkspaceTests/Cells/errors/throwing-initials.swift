func th() throws -> Int { 1 }; struct S { let x = th() } // error: @51 call can throw, but errors cannot be thrown out of a property initializer
// ---
func th() throws -> Int { 1 }; struct S { let x = try th() } // error: @55 call can throw, but errors cannot be thrown out of a property initializer
// ---
func th() throws -> Int { 1 }; struct S { static let x = try th() } // error: @62 call can throw, but errors cannot be thrown out of a global variable initializer
// ---
func th() throws -> Int { 1 }; struct S { static let x = th() } // error: @58 call can throw, but errors cannot be thrown out of a global variable initializer
// ---
func th() throws -> Int { 1 }; func g(_ x: Int = th()) {} // error: @50 call can throw, but errors cannot be thrown out of a default argument
// ---
func th() throws -> Int { 1 }; func g(_ x: Int = try th()) {} // error: @54 call can throw, but errors cannot be thrown out of a default argument
// ---
func th() throws -> Int { 1 }; struct S { var x: Int = { try th() }() } // error: @56 call can throw, but errors cannot be thrown out of a property initializer
