debugPrint(Double("abc" + "h") ?? 0, Double(("abc" + "h")) ?? 0, Double("abc") ?? 0)
print(Double("abc" + "h") ?? 0, Double("abc") ?? 0, Float("x") ?? 1, Int8("q") ?? 0)
func none<T>(_ t: T) -> Double? { nil }
print(none(3) ?? 0, none("a" + "b") ?? 0, none(1 + 2) ?? 0, [1.5].first ?? 0, [1.5].max() ?? 0, [Double]().last ?? 0, [1.5, 2].min() ?? 0)
let prices = ["a": 1.5]
print(prices["b"] ?? 0, prices["a" + "c"] ?? 0, prices[("a" + "c")] ?? 0)
// expect: 0.0 0.0 0.0
// expect: 0.0 0.0 1.0 0
// expect: 0.0 0.0 0.0 1.5 1.5 0.0 1.5
// expect: 0.0 0.0 0.0
