func ends() {
    var m = [9, 8, 7, 6]
    let r = 1..<3
    m[r].reverse()
    print(m)
}
ends() // expect: [9, 7, 8, 6]
var n = [9, 8, 7, 6]
n[1...].sort()
print(n) // expect: [9, 6, 7, 8]
