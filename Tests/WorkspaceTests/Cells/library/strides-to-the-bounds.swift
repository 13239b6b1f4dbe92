// A stride ends where the next value cannot be represented; it does not give the bound in its place.
print(stride(from: UInt8(250), through: 255, by: 2).map { $0 }, stride(from: UInt8(250), through: 255, by: 5).map { $0 }, stride(from: UInt8(250), to: 255, by: 4).map { $0 })
print(Array(stride(from: Int8(-120), through: -128, by: -3)), Array(stride(from: UInt(5), through: 0, by: -2)), Array(stride(from: Int.max - 3, through: Int.max, by: 2)).count)
for x in stride(from: UInt8(250), through: 255, by: 2) { print(x, terminator: " ") }
for x in stride(from: Int8(-120), through: -128, by: -3) { print(x, terminator: " ") }
for x in stride(from: UInt(5), through: 0, by: -2) { print(x, terminator: " ") }
for x in stride(from: Int.max - 3, through: Int.max, by: 2) { print(Int.max - x, terminator: " ") }
print()
// expect: [250, 252, 254] [250, 255] [250, 254]
// expect: [-120, -123, -126] [5, 3, 1] 2
// expect: 250 252 254 -120 -123 -126 5 3 1 3 1 
