struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E3779B97F4A7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58476D1CE4E5B9
        z = (z ^ (z >> 27)) &* 0x94D049BB133111EB
        return z ^ (z >> 31)
    }
}
var g = SplitMix(state: 7)
print((0..<5).map { _ in Int.random(in: 0..<10, using: &g) }) // expect: [3, 0, 9, 5, 4]
print((0..<5).map { _ in Int.random(in: -5...5, using: &g) }) // expect: [-3, 0, -2, -4, -1]
print((0..<3).map { _ in Double.random(in: 0..<1, using: &g) }) // expect: [0.09077216258432708, 0.8221088216915624, 0.10411037927915756]
print((0..<3).map { _ in Double.random(in: -1...1, using: &g) }) // expect: [0.7426635197534879, 0.7280153245871979, 0.09657483319992033]
print((0..<3).map { _ in Float.random(in: 0..<1, using: &g) }) // expect: [0.82749456, 0.44981045, 0.61178905]
print((0..<8).map { _ in Bool.random(using: &g) }) // expect: [false, false, false, true, true, true, false, true]
print((0..<5).map { _ in UInt8.random(in: 0...255, using: &g) }, UInt8.random(in: 10..<20, using: &g), Int32.random(in: .min ... .max, using: &g)) // expect: [95, 71, 29, 120, 172] 17 1893651666
print([1, 2, 3, 4, 5, 6, 7].shuffled(using: &g), [1, 2, 3].randomElement(using: &g)!, "abc".randomElement(using: &g)!) // expect: [4, 5, 3, 7, 2, 6, 1] 2 c
var deck = Array(1...10)
deck.shuffle(using: &g)
print(deck, Int.random(in: Int.min...Int.max, using: &g), UInt64.random(in: 1..<3, using: &g)) // expect: [4, 2, 3, 6, 8, 10, 1, 9, 7, 5] 6669996092984356130 1
print((1...5).shuffled(using: &g), g.next() as UInt64) // expect: [2, 4, 3, 1, 5] 6192541766920947367
