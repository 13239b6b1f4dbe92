let a = [0.5, 1 + 2] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let b = [1 + 2, 0.5] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let c = [0.5, 2 * 3.0]
let d = [0.5, 2, 1 + 2] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let e = [1.5, -(2)]
let f = true ? 0.5 : 1 + 2
let g: [Double] = [0.5, 1 + 2]
print([0.5, 1 + 2])
let h = max(0.5, 1 + 2)
let i = [0.5, 1 << 2] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let j = [(0.5), (1)]
let k = ["a": 0.5, "b": 1 + 2] // error: @9 heterogeneous collection literal could only be inferred to '[String : Any]'; add explicit type annotation if this is intentional
let m = [0.5, 6 / 4] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let n = [[0.5], [1 + 2]]
let x = 2.0
let o = [x, 1 + 2] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let p = [1 + 2, x] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let q = [1, x * 2, 3 - 1] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let r = [0.5, 3 % 2] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
for v in [0.5, 1 + 2] { print(v) }
let s = [0.1, 0.2 + 1, 3]
let t = [1 / 2, 1.5] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let u = [0.5, -1 + 2] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
let w = [0, 0.5, 1 + 2].map { $0 * 2 }
