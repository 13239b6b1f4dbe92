// Sorting algorithms of a textbook
func bubbleSort<T: Comparable>(_ array: [T]) -> [T] {
    var a = array
    for i in 0..<a.count {
        var swapped = false
        for j in 1..<(a.count - i) where a[j] < a[j - 1] {
            a.swapAt(j, j - 1)
            swapped = true
        }
        if !swapped { break }
    }
    return a
}
func insertionSort<T>(_ array: [T], _ isOrderedBefore: (T, T) -> Bool) -> [T] {
    guard array.count > 1 else { return array }
    var a = array
    for x in 1..<a.count {
        var y = x
        let temp = a[y]
        while y > 0 && isOrderedBefore(temp, a[y - 1]) {
            a[y] = a[y - 1]
            y -= 1
        }
        a[y] = temp
    }
    return a
}
func selectionSort<T: Comparable>(_ array: inout [T]) {
    for x in 0..<array.count - 1 {
        var lowest = x
        for y in x + 1..<array.count { if array[y] < array[lowest] { lowest = y } }
        if x != lowest { array.swapAt(x, lowest) }
    }
}
func mergeSort<T: Comparable>(_ array: [T]) -> [T] {
    guard array.count > 1 else { return array }
    let middleIndex = array.count / 2
    let left = mergeSort(Array(array[0..<middleIndex]))
    let right = mergeSort(Array(array[middleIndex..<array.count]))
    return merge(left, right)
}
func merge<T: Comparable>(_ left: [T], _ right: [T]) -> [T] {
    var l = 0, r = 0
    var ordered = [T]()
    ordered.reserveCapacity(left.count + right.count)
    while true {
        guard l < left.endIndex else { ordered.append(contentsOf: right[r..<right.endIndex]); break }
        guard r < right.endIndex else { ordered.append(contentsOf: left[l..<left.endIndex]); break }
        if left[l] < right[r] { ordered.append(left[l]); l += 1 } else { ordered.append(right[r]); r += 1 }
    }
    return ordered
}
func quicksort<T: Comparable>(_ a: [T]) -> [T] {
    guard a.count > 1 else { return a }
    let pivot = a[a.count / 2]
    let less = a.filter { $0 < pivot }
    let equal = a.filter { $0 == pivot }
    let greater = a.filter { $0 > pivot }
    return quicksort(less) + equal + quicksort(greater)
}
func partitionLomuto<T: Comparable>(_ a: inout [T], low: Int, high: Int) -> Int {
    let pivot = a[high]
    var i = low
    for j in low..<high {
        if a[j] <= pivot { (a[i], a[j]) = (a[j], a[i]); i += 1 }
    }
    (a[i], a[high]) = (a[high], a[i])
    return i
}
func quicksortLomuto<T: Comparable>(_ a: inout [T], low: Int, high: Int) {
    if low < high {
        let p = partitionLomuto(&a, low: low, high: high)
        quicksortLomuto(&a, low: low, high: p - 1)
        quicksortLomuto(&a, low: p + 1, high: high)
    }
}
struct Heap<T> {
    var nodes = [T]()
    private var orderCriteria: (T, T) -> Bool
    init(sort: @escaping (T, T) -> Bool) { self.orderCriteria = sort }
    init(array: [T], sort: @escaping (T, T) -> Bool) { self.orderCriteria = sort; nodes = array; for i in stride(from: (nodes.count / 2 - 1), through: 0, by: -1) { shiftDown(i) } }
    var isEmpty: Bool { nodes.isEmpty }
    var count: Int { return nodes.count }
    @inline(__always) func parentIndex(ofIndex i: Int) -> Int { return (i - 1) / 2 }
    func peek() -> T? { return nodes.first }
    mutating func insert(_ value: T) { nodes.append(value); shiftUp(nodes.count - 1) }
    @discardableResult mutating func remove() -> T? {
        guard !nodes.isEmpty else { return nil }
        if nodes.count == 1 { return nodes.removeLast() } else { let value = nodes[0]; nodes[0] = nodes.removeLast(); shiftDown(0); return value }
    }
    internal mutating func shiftUp(_ index: Int) {
        var childIndex = index
        let child = nodes[childIndex]
        var parentIndex = self.parentIndex(ofIndex: childIndex)
        while childIndex > 0 && orderCriteria(child, nodes[parentIndex]) { nodes[childIndex] = nodes[parentIndex]; childIndex = parentIndex; parentIndex = self.parentIndex(ofIndex: childIndex) }
        nodes[childIndex] = child
    }
    internal mutating func shiftDown(_ index: Int) { shiftDown(from: index, until: nodes.count) }
    private mutating func shiftDown(from index: Int, until endIndex: Int) {
        let left = 2 * index + 1, right = left + 1
        var first = index
        if left < endIndex && orderCriteria(nodes[left], nodes[first]) { first = left }
        if right < endIndex && orderCriteria(nodes[right], nodes[first]) { first = right }
        if first == index { return }
        nodes.swapAt(index, first)
        shiftDown(from: first, until: endIndex)
    }
}
let list = [10, 0, 3, 9, 2, 14, 26, 27, 1, 5, 8, -1, 8]
print(bubbleSort(list)); print(insertionSort(list, >)); var s = list; selectionSort(&s); print(s); print(mergeSort(list)); print(quicksort(list))
// expect: [-1, 0, 1, 2, 3, 5, 8, 8, 9, 10, 14, 26, 27]
// expect: [27, 26, 14, 10, 9, 8, 8, 5, 3, 2, 1, 0, -1]
// expect: [-1, 0, 1, 2, 3, 5, 8, 8, 9, 10, 14, 26, 27]
// expect: [-1, 0, 1, 2, 3, 5, 8, 8, 9, 10, 14, 26, 27]
// expect: [-1, 0, 1, 2, 3, 5, 8, 8, 9, 10, 14, 26, 27]
var q = list; quicksortLomuto(&q, low: 0, high: q.count - 1); print(q)
// expect: [-1, 0, 1, 2, 3, 5, 8, 8, 9, 10, 14, 26, 27]
var heap = Heap(array: list, sort: >); heap.insert(100); var out: [Int] = []; while let x = heap.remove() { out.append(x) }; print(out, heap.isEmpty, heap.peek() as Any)
// expect: [100, 27, 26, 14, 10, 9, 8, 8, 5, 3, 2, 1, 0, -1] true nil
func countingSort(_ array: [Int]) -> [Int] { guard let maxE = array.max() else { return [] }; var c = [Int](repeating: 0, count: maxE + 1); for e in array { c[e] += 1 }; for i in 1..<c.count { c[i] += c[i - 1] }; var sorted = [Int](repeating: 0, count: array.count); for e in array.reversed() { c[e] -= 1; sorted[c[e]] = e }; return sorted }
func radixSort(_ array: inout [Int]) { let radix = 10; var done = false, digit = 1; while !done { done = true; var buckets: [[Int]] = []; for _ in 1...radix { buckets.append([]) }; for number in array { let index = number / digit; buckets[index % radix].append(number); if done && index > 0 { done = false } }; var i = 0; for j in 0..<radix { for number in buckets[j] { array[i] = number; i += 1 } }; digit *= radix } }
print(countingSort([10, 9, 8, 7, 1, 2, 7, 3])); var r = [19, 4242, 2, 9, 912, 101, 55, 67, 89, 32]; radixSort(&r); print(r)
// expect: [1, 2, 3, 7, 7, 8, 9, 10]
// expect: [2, 9, 19, 32, 55, 67, 89, 101, 912, 4242]
func shellSort(_ a: [Double]) -> [Double] { var a = a; var gap = a.count / 2; while gap > 0 { for i in gap..<a.count { let t = a[i]; var j = i; while j >= gap, a[j - gap] > t { a[j] = a[j - gap]; j -= gap }; a[j] = t }; gap /= 2 }; return a }
print(shellSort([3.5, -1, 2.25, 0, 9e3, 1e-3])); print(bubbleSort(["pear", "fig", "apple"]), mergeSort(Array("swift")), quicksort([2.5, -1, 9]))
// expect: [-1.0, 0.0, 0.001, 2.25, 3.5, 9000.0]
// expect: ["apple", "fig", "pear"] ["f", "i", "s", "t", "w"] [-1.0, 2.5, 9.0]
