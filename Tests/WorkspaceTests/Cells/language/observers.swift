// An observer that sets its own property is not called again.
struct Dial {
    var value = 0 {
        willSet { print("will", newValue) }
        didSet {
            if value > 10 { value = 10 }
            print("did", oldValue, value)
        }
    }
}
var dial = Dial()
dial.value = 7 // expect: will 7
// expect: did 0 7
dial.value += 9 // expect: will 16
// expect: did 7 10
print(dial.value) // expect: 10
var level = 1 { didSet { if level > 5 { level = 5 }; print(oldValue, level) } }
level = 9 // expect: 1 5
