struct A: Hashable { var f: () -> Void; func hash(into h: Hasher) {} } // error: @8 type 'A' does not conform to protocol 'Hashable' // error: @8 type 'A' does not conform to protocol 'Equatable'
// ---
struct A: Sequence { func makeIterator() -> Int { 1 } } // error: @8 type 'A' does not conform to protocol 'Sequence'
// ---
struct A: IteratorProtocol { func next() -> Int? { 1 }; typealias Element = String } // error: @8 type 'A' does not conform to protocol 'IteratorProtocol'
// ---
struct A: Collection { var startIndex: Int { 0 }; var endIndex: Int { 0 }; func index(after i: Int) -> Int { i + 1 } } // error: @8 type 'A' does not conform to protocol 'Collection'
// ---
struct A: Collection { var startIndex: Int { 0 }; var endIndex: Int { 0 }; func index(after i: Int) -> Int { i + 1 }; subscript(i: String) -> Int { 1 } } // error: @8 type 'A' does not conform to protocol 'Collection'
// ---
struct A: Equatable { var f: () -> Void; static func == (l: A, r: Int) -> Bool { true } } // error: @8 type 'A' does not conform to protocol 'Equatable'
// ---
struct A: ExpressibleByArrayLiteral { var x: Int; init(arrayLiteral: [Int]) { x = 1 } } // error: @8 type 'A' does not conform to protocol 'ExpressibleByArrayLiteral'
// ---
struct A: Comparable { var x: Int; private static func < (l: A, r: A) -> Bool { true } } // error: @8 type 'A' does not conform to protocol 'Comparable'
// ---
struct A: TextOutputStream { func write(_ s: Int) {} } // error: @8 type 'A' does not conform to protocol 'TextOutputStream'
// ---
struct A: Equatable { var x: Int }
extension A: Equatable {} // error: @14 redundant conformance of 'A' to protocol 'Equatable'
// ---
struct A: CustomStringConvertible { var description: String? { nil } } // error: @8 type 'A' does not conform to protocol 'CustomStringConvertible'
// ---
struct A: IteratorProtocol { mutating func next() -> Int { 1 } } // error: @8 type 'A' does not conform to protocol 'IteratorProtocol'
// ---
struct A: Sequence { func makeIterator() -> [Int] { [] } } // error: @8 type 'A' does not conform to protocol 'Sequence'
// ---
struct A: Strideable { var x: Int; func distance(to other: A) -> Int { 1 }; func advanced(by n: Double) -> A { self } } // error: @8 type 'A' does not conform to protocol 'Strideable'
// ---
struct A: Hashable { var f: () -> Int; static func == (a: A, b: A) -> Bool { true }; func hash(into hasher: Hasher) {} } // error: @8 type 'A' does not conform to protocol 'Hashable'
