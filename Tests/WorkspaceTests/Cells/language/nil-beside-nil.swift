print(nil == nil, nil != nil)
if nil == nil { print("y") }
// expect: true false
// expect: y
