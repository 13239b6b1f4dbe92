func mean<C: Collection>(_ c: C) -> Double? where C.Element: BinaryFloatingPoint { c.isEmpty ? nil : Double(c.reduce(0, +)) / Double(c.count) }
func mean<C: Collection>(_ c: C) -> Double? where C.Element: BinaryInteger { c.isEmpty ? nil : Double(c.reduce(0, +)) / Double(c.count) }
print(mean([1.5, 2.5])!, mean([1, 2, 4])!, mean([Float]()) as Any, mean(Set([2, 4]))!) // expect: 2.0 2.3333333333333335 nil 3.0
