let x = [1, 2, 3 // error: @line circular reference
    .map { $0 } // error: @line value of type 'Int' has no member 'map' // error: @16 expected ',' separator
print(x)
// ---
struct M {
    rows: Int // error: @line expected 'var' keyword in property declaration
    var c: Int
}
// ---
let f = [1, 2].map { x -> Int
    return x + 1 // error: @line expected 'in' after the closure signature
}
// ---
let s = """ // error: @line unterminated string literal
never closed
print(s)
// ---
struct S {
    var x = 1
    print(x) // error: @line expected 'func' keyword in instance method declaration // error: @11 cannot find type 'x' in scope // error: @11 unnamed parameters must be written with the empty name '_'
}
