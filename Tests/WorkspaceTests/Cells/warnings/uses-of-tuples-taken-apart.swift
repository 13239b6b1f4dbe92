// The parameters of a closure may go unused, also where they are the parts of a tuple.
let counts = ["a": 1]
print(counts.map { $1 }, counts.map { key, count in count }, counts.map { (key, count) -> Int in count }, counts.filter { $1 > 0 }.count) // expect: [1] [1] [1] 1
print([3, 4].enumerated().filter { $1 > 3 }.map(\.offset), [(1, 2)].map { $1 }) // expect: [1] [2]
for (key, count) in counts { print(count) } // warning: @6 immutable value 'key' was never used; consider replacing with '_' or removing it // expect: 1
print(counts.map { key, count in let twice = count * 2; return count }) // warning: @38 initialization of immutable value 'twice' was never used; consider replacing with assignment to '_' or removing it // expect: [1]
