// The basics, as a reader of the book types them
let maximumNumberOfLoginAttempts = 10
var currentLoginAttempt = 0
var environment = "development"
let limit: Int
if environment == "development" { limit = 100 } else { limit = 10 }
print(maximumNumberOfLoginAttempts, currentLoginAttempt, limit) // expect: 10 0 100
var x = 0.0, y = 0.0, z = 0.0
x = 1; y = -2.5; z = x / y
print(x, y, z) // expect: 1.0 -2.5 -0.4
var red, green, blue: Double
red = 0.1; green = 0.2; blue = red + green
print(red, green, blue, separator: "|") // expect: 0.1|0.2|0.30000000000000004
let π = 3.14159
let 你好 = "你好世界"
let 🐶🐮 = "dogcow"
print(π, 你好, 🐶🐮) // expect: 3.14159 你好世界 dogcow
let `class` = 3; print(`class` + 1) // expect: 4
print("The current value is \(environment)!", terminator: "\n\n")
// expect: The current value is development!
// expect:
let cat = "🐱"; print(cat) // expect: 🐱
let minValue = UInt8.min, maxValue = UInt8.max
print(minValue, maxValue, Int8.min, Int16.max, Int32.min, Int64.max, UInt.max)
// expect: 0 255 -128 32767 -2147483648 9223372036854775807 18446744073709551615
let decimalInteger = 17, binaryInteger = 0b10001, octalInteger = 0o21, hexadecimalInteger = 0x11
print(decimalInteger == binaryInteger, octalInteger == hexadecimalInteger) // expect: true true
let decimalDouble = 12.1875, exponentDouble = 1.21875e1, hexadecimalDouble = 0xC.3p0
print(decimalDouble, exponentDouble, hexadecimalDouble) // expect: 12.1875 12.1875 12.1875
let paddedDouble = 000123.456, oneMillion = 1_000_000, justOverOneMillion = 1_000_000.000_000_1
print(paddedDouble, oneMillion, justOverOneMillion) // expect: 123.456 1000000 1000000.0000001
let twoThousand: UInt16 = 2_000
let one: UInt8 = 1
let twoThousandAndOne = twoThousand + UInt16(one)
print(twoThousandAndOne, type(of: twoThousandAndOne)) // expect: 2001 UInt16
let three = 3, pointOneFourOneFiveNine = 0.14159
let pi = Double(three) + pointOneFourOneFiveNine
print(pi, Int(pi), Int(-3.99), Int(4.75)) // expect: 3.14159 3 -3 4
typealias AudioSample = UInt16
var maxAmplitudeFound = AudioSample.min
maxAmplitudeFound += 9
print(maxAmplitudeFound) // expect: 9
let turnipsAreDelicious = false
if turnipsAreDelicious { print("tasty") } else { print("Eww, turnips are horrible.") }
// expect: Eww, turnips are horrible.
let http404Error = (404, "Not Found")
let (statusCode, statusMessage) = http404Error
print("The status code is \(statusCode)", "The status message is \(statusMessage)")
// expect: The status code is 404 The status message is Not Found
let (justTheStatusCode, _) = http404Error
print(justTheStatusCode, http404Error.0, http404Error.1, http404Error) // expect: 404 404 Not Found (404, "Not Found")
let http200Status = (statusCode: 200, description: "OK")
print(http200Status.statusCode, http200Status.description, http200Status)
// expect: 200 OK (statusCode: 200, description: "OK")
let possibleNumber = "123"
let convertedNumber = Int(possibleNumber)
print(convertedNumber as Any, type(of: convertedNumber)) // expect: Optional(123) Optional<Int>
var serverResponseCode: Int? = 404
serverResponseCode = nil
var surveyAnswer: String?
print(serverResponseCode as Any, surveyAnswer as Any) // expect: nil nil
if convertedNumber != nil { print("convertedNumber has an integer value of \(convertedNumber!).") }
// expect: convertedNumber has an integer value of 123.
if let actualNumber = Int(possibleNumber) { print(actualNumber) } else { print("no") } // expect: 123
let myNumber = Int(possibleNumber)
if let myNumber { print("My number is \(myNumber)") } // expect: My number is 123
if let firstNumber = Int("4"), let secondNumber = Int("42"), firstNumber < secondNumber && secondNumber < 100 {
    print("\(firstNumber) < \(secondNumber) < 100")
} // expect: 4 < 42 < 100
if let firstNumber = Int("4") { if let secondNumber = Int("42") { if firstNumber < secondNumber && secondNumber < 100 { print("\(firstNumber) < \(secondNumber) < 100") } } }
// expect: 4 < 42 < 100
let name: String? = nil
let greeting = "Hello, " + (name ?? "friend") + "!"
print(greeting) // expect: Hello, friend!
let assumedString: String! = "An implicitly unwrapped optional string."
let implicitString: String = assumedString
print(implicitString) // expect: An implicitly unwrapped optional string.
if assumedString != nil { print(assumedString!) } // expect: An implicitly unwrapped optional string.
if let definiteString = assumedString { print(definiteString) } // expect: An implicitly unwrapped optional string.
let optionalString = assumedString
print(optionalString as Any) // expect: Optional("An implicitly unwrapped optional string.")
func canThrowAnError() throws { }
do { try canThrowAnError(); print("no error") } catch { print("error") } // expect: no error
let age = 3
assert(age >= 0, "A person's age can't be less than zero.")
precondition(age > 0)
if age > 10 { print("You can ride.") } else if age >= 0 { print("You can ride the ferris wheel.") } else { assertionFailure("A person's age can't be less than zero.") }
// expect: You can ride the ferris wheel.
