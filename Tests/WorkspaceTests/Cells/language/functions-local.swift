// A local function after statements of every kind, with what it captures.
func walk(_ start: Int, _ grid: inout [Int]) -> Int {
    print("walk", start) // expect: walk 3
    func step(_ by: Int) -> Int { start + by }
    guard start > 0 else { return 0 }
    var visits = 0
    func visit(_ i: Int) {
        guard grid.indices.contains(i) else { return }
        grid[i] = start
        visits += 1
        for next in [i + 1, i + 2] where next > i { visit(next) }
    }
    visit(0)
    _ = visits
    func total() -> Int { visits + step(10) }
    return total()
}
var cells = [0, 0, 0]
let walked = walk(3, &cells)
print(walked, cells) // expect: 17 [3, 3, 3]
