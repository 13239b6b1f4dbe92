let k: Set<AnyHashable> = [1, 2]
print(k == [1, 2]) // expect: true
print(k.isSuperset(of: [1])) // expect: true
