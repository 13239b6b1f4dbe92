typealias Map<K: Hashable> = [K: Int]
struct Box<T> { var v: T }
typealias IB = Box<Int>
typealias BB<T> = Box<Box<T>>
let k2: IB<Int> = Box(v: 3) // error: @9 cannot specialize non-generic type 'IB' (aka 'Box<Int>')
func take(_ m: Map) {} // error: @16 reference to generic type 'Map' requires arguments in <...>
let k4: Map<Int, Int> = [:] // error: @9 generic type 'Map' specialized with too many type parameters (got 2, but expected 1)
