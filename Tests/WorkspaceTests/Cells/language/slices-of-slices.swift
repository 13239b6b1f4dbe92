let row = [1, 2, 3, 4, 5][1...3]
print(row[1...1], row[2...], type(of: row[2...]), row[..<2], row[...])
var held = [1, 2, 3, 4, 5][1...]
held[2...3] = [30, 40]
print(held, held[3...])
func total(_ values: ArraySlice<Int>) -> Int { values.isEmpty ? 0 : values.first! + total(values[(values.startIndex + 1)...]) }
print(total([1, 2, 3][...]))
struct Ring: MutableCollection {
    var cells = [1, 2, 3, 4]
    var startIndex: Int { 0 }
    var endIndex: Int { cells.count }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> Int {
        get { cells[i] }
        set { cells[i] = newValue }
    }
}
var ring = Ring()
ring[1...2] = ring[2...3]
print(ring.cells, Array(ring[1...][2...]), type(of: ring[1...][2...]))
var part = ring[1...]
part[2...3] = ring[0...1]
print(Array(part), ring.cells)
// expect: [2] [3, 4] ArraySlice<Int> [2] [2, 3, 4]
// expect: [2, 30, 40, 5] [40, 5]
// expect: 6
// expect: [1, 3, 4, 4] [4, 4] Slice<Ring>
// expect: [3, 1, 3] [1, 3, 4, 4]
