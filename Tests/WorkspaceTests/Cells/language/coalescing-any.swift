// Where any value will do, the two sides of `??` need not agree.
struct Place { var x: Double; var next: Double? }
let place: Place? = nil
let size: Double? = nil
let sizes = [Double]()
let table: [String: Double] = [:]
print(size ?? "none", table["a"] ?? "none", sizes.first ?? "none", place?.x ?? "none")  // expect: none none none none
print(size ?? 0, table["a"] ?? 0, sizes.first ?? 0, sizes.max() ?? -1, place?.next ?? 0)  // expect: 0.0 0.0 0.0 -1.0 0.0
// What a chain gives is found out late, and the literal is then what it is by itself.
print(place?.x ?? 0, place?.x ?? -1)  // expect: 0 -1
let any: Any = place?.x ?? 0
print(any, (place?.x ?? 0) * 2, [place?.x ?? 0], "\(place?.x ?? 0)")  // expect: 0 0.0 [0.0] 0.0
let known: Place? = Place(x: 1, next: 2)
print(known?.x ?? 0, known?.next ?? 0, known.map { $0.x } ?? 0)  // expect: 1.0 2.0 1.0
let count: Int? = 4
print(count ?? "many", count ?? 0)  // expect: 4 4
