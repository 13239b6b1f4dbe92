print(1, -2, 0x1F, 0b1010, 0o17, 1_000_000) // expect: 1 -2 31 10 15 1000000
print(1.5, 1e3, 0.1, 1e-7, 1e16, 123456789.123, 0x1.8p3) // expect: 1.5 1000.0 0.1 1e-07 1e+16 123456789.123 12.0
print(true, false) // expect: true false
print("tab\tquote\"back\\slash", "smile \u{1F600}") // expect: tab	quote"back\slash smile 😀
print(#"raw \n text"#, #"value \#(1 + 1)"#) // expect: raw \n text value 2
let poem = """
    first line
      indented
    last \
    joined
    """
print(poem)
// expect: first line
// expect:   indented
// expect: last joined
let list = [1, 2, 3]
let empty: [Double] = []
let table = ["a": 1]
print(list, empty, table) // expect: [1, 2, 3] [] ["a": 1]
let pair = (1, "two")
print(pair, pair.0, pair.1) // expect: (1, "two") 1 two
let named = (x: 1.5, y: 2)
print(named, named.x) // expect: (x: 1.5, y: 2) 1.5
let letter: Character = "q"
print(letter) // expect: q
let nothing: Int? = nil
print(nothing as Any) // expect: nil
