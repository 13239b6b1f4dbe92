// A closure of several statements that is the first to need a function of the library: what the checker reads while it tries types stays read.
let kept = [5, -6].compactMap({ i in
    print(i.magnitude)  // expect: 5
    return Optional<Int>(i)
})
// expect: 6
print(kept)  // expect: [5, -6]
var flag = true
let chosen = ["a", "b"].compactMap({ text in
    flag.toggle()
    return flag ? text.uppercased() : nil
})
print(chosen, flag)  // expect: ["B"] true
struct Walk {
    var steps = 1
    mutating func go() {
        // The functions named here are not the walk's own: nothing of it is held.
        let longest: ([Int]) -> Int = { lengths in max(lengths[0], 2) }
        let pairs: ([Int]) -> [Int] = { lengths in
            return zip(lengths, ["abc"]).map({ (n: Int, text: String) -> Int in n + text.count })
        }
        steps += longest([7]) + pairs([1, 2])[0]
    }
}
var walk = Walk()
walk.go()
print(walk)  // expect: Walk(steps: 12)
// Parameters of a closure whose condition has two sides.
print([3.5, 8.75].firstIndex(where: { $0 > $0 || true }) ?? -1)  // expect: 0
