// Functions and closures
func greet(person: String) -> String { let greeting = "Hello, " + person + "!"; return greeting }
print(greet(person: "Anna")) // expect: Hello, Anna!
func printAndCount(string: String) -> Int { print(string); return string.count }
func printWithoutCounting(string: String) { let _ = printAndCount(string: string) }
print(printAndCount(string: "hello, world")); printWithoutCounting(string: "hello, world")
// expect: hello, world
// expect: 12
// expect: hello, world
func minMax(array: [Int]) -> (min: Int, max: Int)? {
    if array.isEmpty { return nil }
    var currentMin = array[0], currentMax = array[0]
    for value in array[1..<array.count] { if value < currentMin { currentMin = value } else if value > currentMax { currentMax = value } }
    return (currentMin, currentMax)
}
if let bounds = minMax(array: [8, -6, 2, 109, 3, 71]) { print("min is \(bounds.min) and max is \(bounds.max)") }
// expect: min is -6 and max is 109
print(minMax(array: []) as Any, minMax(array: [1]) as Any) // expect: nil Optional((min: 1, max: 1))
func greeting(for person: String) -> String { "Hello, " + person + "!" }
print(greeting(for: "Dave")) // expect: Hello, Dave!
func someFunction(_ firstParameterName: Int, secondParameterName: Int, third x: Int = 7) { print(firstParameterName, secondParameterName, x) }
someFunction(1, secondParameterName: 2); someFunction(1, secondParameterName: 2, third: 3)
// expect: 1 2 7
// expect: 1 2 3
func arithmeticMean(_ numbers: Double...) -> Double { var total: Double = 0; for number in numbers { total += number }; return total / Double(numbers.count) }
print(arithmeticMean(1, 2, 3, 4, 5), arithmeticMean(3, 8.25, 18.75)) // expect: 3.0 10.0
func swapTwoInts(_ a: inout Int, _ b: inout Int) { let temporaryA = a; a = b; b = temporaryA }
var someInt = 3, anotherInt = 107
swapTwoInts(&someInt, &anotherInt)
print("someInt is now \(someInt), and anotherInt is now \(anotherInt)")
// expect: someInt is now 107, and anotherInt is now 3
func addTwoInts(_ a: Int, _ b: Int) -> Int { a + b }
func multiplyTwoInts(_ a: Int, _ b: Int) -> Int { a * b }
var mathFunction: (Int, Int) -> Int = addTwoInts
print("Result: \(mathFunction(2, 3))") // expect: Result: 5
mathFunction = multiplyTwoInts
print("Result: \(mathFunction(2, 3))", type(of: mathFunction)) // expect: Result: 6 (Int, Int) -> Int
func printMathResult(_ mathFunction: (Int, Int) -> Int, _ a: Int, _ b: Int) { print("Result: \(mathFunction(a, b))") }
printMathResult(addTwoInts, 3, 5); printMathResult(*, 3, 5); printMathResult({ $0 - $1 }, 3, 5)
// expect: Result: 8
// expect: Result: 15
// expect: Result: -2
func chooseStepFunction(backward: Bool) -> (Int) -> Int {
    func stepForward(input: Int) -> Int { return input + 1 }
    func stepBackward(input: Int) -> Int { return input - 1 }
    return backward ? stepBackward : stepForward
}
var currentValue = -4
let moveNearerToZero = chooseStepFunction(backward: currentValue > 0)
while currentValue != 0 { print("\(currentValue)... ", terminator: ""); currentValue = moveNearerToZero(currentValue) }
print("zero!") // expect: -4... -3... -2... -1... zero!
let names = ["Chris", "Alex", "Ewa", "Barry", "Daniella"]
func backward(_ s1: String, _ s2: String) -> Bool { return s1 > s2 }
print(names.sorted(by: backward)) // expect: ["Ewa", "Daniella", "Chris", "Barry", "Alex"]
print(names.sorted(by: { (s1: String, s2: String) -> Bool in return s1 > s2 }))
// expect: ["Ewa", "Daniella", "Chris", "Barry", "Alex"]
print(names.sorted(by: { s1, s2 in return s1 > s2 }), names.sorted(by: { s1, s2 in s1 > s2 }))
// expect: ["Ewa", "Daniella", "Chris", "Barry", "Alex"] ["Ewa", "Daniella", "Chris", "Barry", "Alex"]
print(names.sorted(by: { $0 > $1 }), names.sorted(by: >), names.sorted { $0 > $1 })
// expect: ["Ewa", "Daniella", "Chris", "Barry", "Alex"] ["Ewa", "Daniella", "Chris", "Barry", "Alex"] ["Ewa", "Daniella", "Chris", "Barry", "Alex"]
let digitNames = [0: "Zero", 1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"]
let numbers = [16, 58, 510]
let strings = numbers.map { (number) -> String in
    var number = number
    var output = ""
    repeat { output = digitNames[number % 10]! + output; number /= 10 } while number > 0
    return output
}
print(strings) // expect: ["OneSix", "FiveEight", "FiveOneZero"]
func loadPicture(from server: String, completion: (String) -> Void, onFailure: () -> Void) { if server.isEmpty { onFailure() } else { completion("picture of \(server)") } }
loadPicture(from: "someServer") { picture in print(picture) } onFailure: { print("Couldn't download the next picture.") }
// expect: picture of someServer
loadPicture(from: "") { print($0) } onFailure: { print("Couldn't download the next picture.") }
// expect: Couldn't download the next picture.
func makeIncrementer(forIncrement amount: Int) -> () -> Int {
    var runningTotal = 0
    func incrementer() -> Int { runningTotal += amount; return runningTotal }
    return incrementer
}
let incrementByTen = makeIncrementer(forIncrement: 10)
print(incrementByTen(), incrementByTen(), incrementByTen()) // expect: 10 20 30
let incrementBySeven = makeIncrementer(forIncrement: 7)
print(incrementBySeven(), incrementByTen()) // expect: 7 40
let alsoIncrementByTen = incrementByTen
print(alsoIncrementByTen(), incrementByTen()) // expect: 50 60
var completionHandlers: [() -> Void] = []
func someFunctionWithEscapingClosure(completionHandler: @escaping () -> Void) { completionHandlers.append(completionHandler) }
func someFunctionWithNonescapingClosure(closure: () -> Void) { closure() }
var xx = 10
someFunctionWithEscapingClosure { xx = 100 }
someFunctionWithNonescapingClosure { xx = 200 }
print(xx); completionHandlers.first?(); print(xx)
// expect: 200
// expect: 100
var customersInLine = ["Chris", "Alex", "Ewa", "Barry", "Daniella"]
let customerProvider = { customersInLine.remove(at: 0) }
print(customersInLine.count); print("Now serving \(customerProvider())!"); print(customersInLine.count)
// expect: 5
// expect: Now serving Chris!
// expect: 4
func serve(customer customerProvider: @autoclosure () -> String) { print("Now serving \(customerProvider())!") }
serve(customer: customersInLine.remove(at: 0)) // expect: Now serving Alex!
var customerProviders: [() -> String] = []
func collectCustomerProviders(_ customerProvider: @autoclosure @escaping () -> String) { customerProviders.append(customerProvider) }
collectCustomerProviders(customersInLine.remove(at: 0)); collectCustomerProviders(customersInLine.remove(at: 0))
print("Collected \(customerProviders.count) closures.") // expect: Collected 2 closures.
for customerProvider in customerProviders { print("Now serving \(customerProvider())!") }
// expect: Now serving Ewa!
// expect: Now serving Barry!
print(customersInLine) // expect: ["Daniella"]
let captured = 5
let closure = { [captured, doubled = captured * 2] in captured + doubled }
print(closure(), ({ $0 * 2 } as (Int) -> Int)(4), { (a: Int, b: Int) in a + b }(3, 4)) // expect: 15 8 7
