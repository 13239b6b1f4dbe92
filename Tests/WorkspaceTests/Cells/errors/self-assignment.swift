struct Pair {
    var left = 1, right = 2
    mutating func keep() {
        left = left  // error: @14 assigning a property to itself
        self.left = self.left  // error: @19 assigning a property to itself
        left = right
    }
}
// ---
func keep() {
    var pair = (1, 2), number = 3
    number = number  // error: @12 assigning a variable to itself
    pair.0 = pair.0
    print(pair, number)
}
