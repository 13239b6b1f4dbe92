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
