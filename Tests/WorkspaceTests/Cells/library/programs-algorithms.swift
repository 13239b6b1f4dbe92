func bubbleSorted(_ values: [Int]) -> [Int] {
    var v = values
    for i in 0..<v.count { for j in 0..<(v.count - 1 - i) where v[j] > v[j + 1] { v.swapAt(j, j + 1) } }
    return v
}
func quickSorted<T: Comparable>(_ v: [T]) -> [T] {
    guard let pivot = v.first else { return [] }
    return quickSorted(v.dropFirst().filter { $0 < pivot }) + [pivot] + quickSorted(v.dropFirst().filter { $0 >= pivot })
}
func mergeSorted(_ v: [Int]) -> [Int] {
    if v.count < 2 { return v }
    let middle = v.count / 2
    var (left, right) = (mergeSorted(Array(v[..<middle]))[...], mergeSorted(Array(v[middle...]))[...])
    var result: [Int] = []
    while let a = left.first, let b = right.first {
        if a <= b { result.append(a); left.removeFirst() } else { result.append(b); right.removeFirst() }
    }
    return result + left + right
}
let data = [5, 2, 9, 1, 5, 6]
print(bubbleSorted(data), quickSorted(data), mergeSorted(data), quickSorted(["b", "c", "a"])) // expect: [1, 2, 5, 5, 6, 9] [1, 2, 5, 5, 6, 9] [1, 2, 5, 5, 6, 9] ["a", "b", "c"]
func binarySearch(_ v: [Int], _ x: Int) -> Int? {
    var (low, high) = (0, v.count - 1)
    while low <= high {
        let middle = (low + high) / 2
        if v[middle] == x { return middle }
        if v[middle] < x { low = middle + 1 } else { high = middle - 1 }
    }
    return nil
}
print(binarySearch([1, 3, 5, 7, 9], 7) as Any, binarySearch([1, 3], 2) as Any) // expect: Optional(3) nil
func permutations(_ v: [Int]) -> [[Int]] {
    if v.isEmpty { return [[]] }
    return v.indices.flatMap { i -> [[Int]] in
        var rest = v
        let x = rest.remove(at: i)
        return permutations(rest).map { [x] + $0 }
    }
}
print(permutations([1, 2, 3])) // expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
func queens(_ n: Int) -> Int {
    var count = 0
    var columns: [Int] = []
    func place(_ row: Int) {
        if row == n { count += 1; return }
        for c in 0..<n {
            var isSafe = true
            for (r, other) in columns.enumerated() where other == c || abs(other - c) == row - r { isSafe = false }
            if isSafe {
                columns.append(c)
                place(row + 1)
                columns.removeLast()
            }
        }
    }
    place(0)
    return count
}
print(queens(6), queens(4)) // expect: 4 2
let graph = ["a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": []]
func distances(from start: String) -> [String: Int] {
    var result = [start: 0]
    var queue = [start]
    while !queue.isEmpty {
        let node = queue.removeFirst()
        for next in graph[node, default: []] where result[next] == nil {
            result[next] = result[node]! + 1
            queue.append(next)
        }
    }
    return result
}
print(distances(from: "a").sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }) // expect: ["a:0", "b:1", "c:1", "d:2", "e:3"]
func knapsack(_ items: [(weight: Int, value: Int)], capacity: Int) -> Int {
    var best = Array(repeating: 0, count: capacity + 1)
    for item in items { for w in stride(from: capacity, through: item.weight, by: -1) { best[w] = max(best[w], best[w - item.weight] + item.value) } }
    return best[capacity]
}
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], capacity: 7)) // expect: 9
var grid = [[0, 1, 0], [0, 1, 0], [0, 1, 0]]
func step(_ g: [[Int]]) -> [[Int]] {
    g.indices.map { r in
        g[r].indices.map { c in
            var n = 0
            for dr in -1...1 { for dc in -1...1 where (dr, dc) != (0, 0) { if g.indices.contains(r + dr), g[r].indices.contains(c + dc) { n += g[r + dr][c + dc] } } }
            return n == 3 || (n == 2 && g[r][c] == 1) ? 1 : 0
        }
    }
}
grid = step(grid)
print(grid) // expect: [[0, 0, 0], [1, 1, 1], [0, 0, 0]]
