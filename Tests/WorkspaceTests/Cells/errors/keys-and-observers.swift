let d = [(1, 2): "a"] // error: @9 type '(Int, Int)' cannot conform to 'Hashable'
// ---
struct P {}
let d: [P: String] = [P(): "a"] // error: @8 type 'P' does not conform to protocol 'Hashable'
// ---
struct P {}
func f(_ d: [String: Int]) {}
f([P(): 1]) // error: @4 cannot convert value of type 'P' to expected dictionary key type 'String'
// ---
struct P {}
let d = [P(): 1, P(): 2] // error: @9 generic struct 'Dictionary' requires that 'P' conform to 'Hashable'
let e: Int = "s" // error: @14 cannot convert value of type 'String' to specified type 'Int'
// ---
func g<T>(_ x: T) { let d = [x: 1]; print(d) } // error: @29 generic struct 'Dictionary' requires that 'T' conform to 'Hashable'
// ---
let d = [{ 1 }: 2] // error: @9 type '() -> Int' cannot conform to 'Hashable'
// ---
struct P { var v = 0 { didSet { } }; let w = 1 { willSet { } } } // error: @48 'let' declarations cannot be observing properties
// ---
let w = 1 { didSet { print("x") } } // error: @11 'let' declarations cannot be observing properties
// ---
struct P { static let w = 1 { didSet { print("x") } } } // error: @29 'let' declarations cannot be observing properties
// ---
func t() throws -> Int { 1 }
func g() -> Int { return try? t() } // error: @26 value of optional type 'Int?' not unwrapped; did you mean to use 'try!' or chain with '?'?
// ---
func t() throws -> Int { 1 }
let x: Int = try? t() // error: @14 value of optional type 'Int?' not unwrapped; did you mean to use 'try!' or chain with '?'?
// ---
let x: Int = { 5 } // error: @14 function produces expected type 'Int'; did you mean to call it with '()'?
