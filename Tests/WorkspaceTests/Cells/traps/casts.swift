let mixed: [Any] = ["b", 1]
print("begin") // expect: begin
print(mixed as! [String]) // trap: Could not cast value of type 'Swift.Int' to 'Swift.String'.
// ---
let entries: [String: Any] = ["a": "x"]
print(entries as! [String: Int]) // trap: Could not cast value of type 'Swift.String' to 'Swift.Int'.
// ---
let held: Any = [[1], [2]]
print(held as! [[String]]) // trap: Could not cast value of type 'Swift.Int' to 'Swift.String'.
// ---
let other: Any = [1]
print(other as! [String: Int]) // trap: Could not cast value of type 'Swift.Array<Swift.Int>' to 'Swift.Dictionary<Swift.String, Swift.Int>'.
