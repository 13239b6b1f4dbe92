func first() {
    report()
    let total = 3
    func report() { print(total) } // error: @10 closure captures 'total' before it is declared
}
// ---
func second() {
    func report() { print(total) } // error: @10 closure captures 'total' before it is declared
    let kept = report
    let total = 3
    kept()
    print(total)
}
// ---
func third() {
    let show = { print(total) } // error: @16 closure captures 'total' before it is declared
    let total = 3
    show()
}
// ---
func fourth() {
    let show = { [total] in print(total) } // error: @19 use of local variable 'total' before its declaration
    let total = 3
    show()
}
// ---
func fifth() {
    let total: Int
    let show = { print(total) } // error: @16 constant 'total' captured by a closure before being initialized
    total = 3
    show()
}
// ---
func sixth() {
    func report() { print(total) }
    let total: Int
    report() // error: @5 constant 'total' used before being initialized
    total = 3
}
// ---
func seventh() {
    func report() { print(total) }
    var total: Int
    report() // error: @5 variable 'total' used by function definition before being initialized
    total = 3
}
