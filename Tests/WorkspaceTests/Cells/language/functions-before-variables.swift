func counted() {
    func report() { print("total", total) }
    var total = 0
    report() // expect: total 0
    total += 1
    let again = { report() }
    again() // expect: total 1
}
counted()
do {
    func report() {
        print(count, limit)
        step()
    }
    func step() { if count < limit { count += 1 } }
    var count = 0
    let limit = 1
    report() // expect: 0 1
    report() // expect: 1 1
}
// ---
func walk(_ n: Int) -> [Int] {
    func visit(_ k: Int) {
        if seen.contains(k) { return }
        seen.insert(k)
        order.append(k)
        if k > 0 { back(k) }
    }
    func back(_ k: Int) { visit(k / 2) }
    var seen: Set<Int> = []
    var order: [Int] = []
    visit(n)
    visit(3)
    return order
}
print(walk(9)) // expect: [9, 4, 2, 1, 0, 3]
