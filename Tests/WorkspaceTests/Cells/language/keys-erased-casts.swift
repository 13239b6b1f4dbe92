let x: Any = ["a": 1, 2: "b"]
print((x as! [AnyHashable: Any]).count) // expect: 2
