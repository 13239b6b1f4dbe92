struct Pair<A, B> { var a: A, b: B }
typealias Same<T> = Pair<T, T>
typealias Swapped<A, B> = Pair<B, A>
typealias Numbered<X> = Pair<Int, X>
typealias Table<V> = [String: V]
typealias Grid<T> = [[T]]
typealias Change<T> = (T) -> T
print(Same(a: 1, b: 2), Same<String>(a: "x", b: "y"), Swapped<Int, String>(a: "q", b: 3), Numbered<Bool>(a: 1, b: true), Same<Int>.self)
print(Table<Int>(), Table<[Int]>(dictionaryLiteral: ("k", [1])), Grid<Double>(repeating: [0], count: 2), Grid<Int>([[1], [2]]))
var changes = [Change<Int>]()
changes.append { $0 + 1 }
print(changes[0](1))
// expect: Pair<Int, Int>(a: 1, b: 2) Pair<String, String>(a: "x", b: "y") Pair<String, Int>(a: "q", b: 3) Pair<Int, Bool>(a: 1, b: true) Pair<Int, Int>
// expect: [:] ["k": [1]] [[0.0], [0.0]] [[1], [2]]
// expect: 2
// ---
struct Outer<T> {
    struct Inner<U> { var t: T, u: U }
    enum Choice<W> { case first(T), second(W) }
}
print(Outer<Int>.Inner<String>(t: 1, u: "x"), Outer<Int>.Choice<String>.second("w"), Outer<Int>.Inner(t: 3, u: true))
func local() -> Int {
    typealias Sparse<T> = [T?]
    return Sparse<Int>([1, nil]).count
}
print(local())
// expect: Inner<String>(t: 1, u: "x") second("w") Inner<Bool>(t: 3, u: true)
// expect: 2
