import Foundation
struct LCG: RandomNumberGenerator { var s: UInt64; mutating func next() -> UInt64 { s = s &* 6364136223846793005 &+ 1442695040888963407; return s } }
var g = LCG(s: 42)
for _ in 0..<6 { print(Int.random(in: 0..<100, using: &g), Int.random(in: -5...5, using: &g), UInt8.random(in: 0...255, using: &g), Int8.random(in: -100..<100, using: &g), Int32.random(in: Int32.min...Int32.max, using: &g), UInt16.random(in: 1...6, using: &g), UInt32.random(in: 0..<10, using: &g), UInt64.random(in: 0...UInt64.max, using: &g), Int.random(in: Int.min...Int.max, using: &g), Int16.random(in: -3...3, using: &g)) }
// expect: 56 -3 75 -2 -1928445579 1 5 2812299150962093586 8743034423534012537 2
// expect: 35 0 189 6 1020879159 6 3 1239519823916966588 7779601134568923227 -3
// expect: 34 -1 191 76 -1317052663 5 2 8939747846471474358 7663859345433597773 -1
// expect: 93 2 209 -91 1206266731 2 1 6582362000670180992 -1233301493461228081 1
// expect: 15 5 115 4 77282013 3 3 411127563640200858 4021369823019239521 1
// expect: 50 -1 37 62 1422894559 2 5 13856064291810187140 875668417553899395 -3
for _ in 0..<6 { print(Double.random(in: 0..<1, using: &g), Double.random(in: -1...1, using: &g), Float.random(in: 0..<1, using: &g), Float.random(in: 0...10, using: &g), Bool.random(using: &g), Double.random(in: 5..<6, using: &g), Double.random(in: 0...1, using: &g), Float.random(in: -2 ..< -1, using: &g)) }
// expect: 0.336650000445912 -0.9967928459431041 0.4371857 9.578444 true 5.177226729950619 0.9380708191408046 -1.8776901
// expect: 0.6495600096845671 0.7268888536749665 0.027608037 7.811162 false 5.373142774718092 0.3347572035981713 -1.4890444
// expect: 0.20038434647158798 -0.2688325945158647 0.38348734 3.0218582 true 5.8768454467782645 0.3562930595356185 -1.2920339
// expect: 0.9223114155575285 0.01286573513722411 0.44500935 7.9047976 false 5.787630364828534 0.657752285928007 -1.9932015
// expect: 0.5525661014236816 -0.9746370645349656 0.109146714 6.2388363 false 5.2580128112731375 0.23277252624059852 -1.2834651
// expect: 0.3467344038265239 0.7448616367793139 0.10099709 4.625709 false 5.835864116211118 0.42155362923686734 -1.3381178
print([1, 2, 3, 4, 5].shuffled(using: &g), (1...10).shuffled(using: &g)) // expect: [1, 5, 4, 3, 2] [7, 1, 9, 10, 2, 4, 6, 5, 3, 8]
print([1, 2, 3].randomElement(using: &g)!, "hello".randomElement(using: &g)!) // expect: 3 h
print(["a", "b"].shuffled(using: &g), (5...9).randomElement(using: &g)!) // expect: ["a", "b"] 8
print(Array("swift").shuffled(using: &g)) // expect: ["w", "t", "f", "s", "i"]
var a = Array(0..<12)
a.shuffle(using: &g)
print(a) // expect: [8, 6, 3, 0, 11, 9, 1, 10, 2, 5, 7, 4]
a[2..<8].shuffle(using: &g)
print(a) // expect: [8, 6, 3, 11, 10, 1, 0, 9, 2, 5, 7, 4]
let x: UInt8 = g.next(), y: UInt32 = g.next(), z: UInt16 = g.next(upperBound: 10)
print(x, y) // expect: 219 18830542
print(z, g.next(upperBound: 1000 as UInt64)) // expect: 6 382
print(g.next(upperBound: 7 as UInt), g.next(upperBound: 200 as UInt8)) // expect: 5 76
let w: UInt = g.next()
print(w) // expect: 7448342016360096649
func gen<T: RandomNumberGenerator>(_ r: inout T) -> Double { Double.random(in: 0..<1, using: &r) }
print(gen(&g), (0..<5).map { _ in Int.random(in: 1...6, using: &g) }) // expect: 0.1489269388564307 [5, 4, 3, 6, 5]
func gauss(_ g: inout LCG) -> Double { let u = Double.random(in: 0..<1, using: &g), v = Double.random(in: 0..<1, using: &g); return (-2 * u).squareRoot().isNaN ? v : u }
print(gauss(&g), Int64.random(in: 0...1, using: &g)) // expect: 0.5262009024018061 1
print(UInt.random(in: 10..<11, using: &g), Int.random(in: 3...3, using: &g)) // expect: 10 3
print(Double.random(in: 2...2, using: &g)) // expect: 2.0
var sys = SystemRandomNumberGenerator()
print(Int.random(in: 0..<10, using: &sys) < 10, Int.random(in: 0..<1)) // expect: true 0
print(Double.random(in: 0..<1) < 1, Bool.random() || true) // expect: true true
print([1].randomElement()!) // expect: 1
var any: any RandomNumberGenerator = LCG(s: 1)
any = SystemRandomNumberGenerator()
struct S { var rng = LCG(s: 9); mutating func roll() -> Int { Int.random(in: 1...6, using: &rng) } }
var s = S()
print((0..<10).map { _ in s.roll() }) // expect: [2, 5, 6, 2, 1, 1, 3, 5, 5, 2]
let m = (0..<3).map { _ in (0..<2).map { _ in Int.random(in: 0..<9, using: &g) } }
print(m) // expect: [[2, 3], [1, 5], [5, 2]]
for _ in 0..<20 { print(Int.random(in: 0..<(1 << 62) + 12345, using: &g), UInt32.random(in: 0..<3_000_000_000, using: &g), UInt16.random(in: 0..<50000, using: &g), UInt8.random(in: 0..<200, using: &g), Int8.random(in: -128...127, using: &g), Int16.random(in: -30000...30000, using: &g)) }
// expect: 175892044342689688 2025325184 15557 167 26 29269
// expect: 3885031989293944214 1567320402 33677 128 80 12743
// expect: 1085370125062453145 745783212 10939 193 -25 11699
// expect: 1731203478652782966 2256110639 16805 48 53 4131
// expect: 502557052844031247 805436133 5678 129 125 -12122
// expect: 3301266008437639938 2952232848 37891 96 27 -10300
// expect: 275906643341119827 168737857 32379 27 118 17356
// expect: 681856973422470471 2908086066 45222 113 -52 -6125
// expect: 1175717522514554656 1290833215 6532 69 -12 -10500
// expect: 2393429369043317912 1761960556 4864 17 90 5421
// expect: 1011618138183261282 2050886335 6424 112 -97 15998
// expect: 1220672627631832189 803176271 32082 43 39 -4415
// expect: 110067054694556434 649116472 27010 98 117 4424
// expect: 3393011709985652774 2430590892 6620 147 -120 23019
// expect: 4274766325888061489 2741660401 29635 60 5 10019
// expect: 348978782537618718 2479603151 48771 168 71 -14347
// expect: 3514196348730049011 2334124275 49300 23 -107 17696
// expect: 2324285157168515585 645316009 13007 40 115 -21206
// expect: 2967672655246754815 1353063968 17644 120 97 -19810
// expect: 2121178982023159287 2074783410 4591 102 86 -16072
