// Optional chaining, errors, casting, nested types
struct Address { var buildingName: String?; var buildingNumber: String?; var street: String?
    func buildingIdentifier() -> String? { if let buildingNumber = buildingNumber, let street = street { return "\(buildingNumber) \(street)" } else if buildingName != nil { return buildingName } else { return nil } } }
struct Room { let name: String }
struct Residence { var rooms: [Room] = []; var numberOfRooms: Int { rooms.count }
    subscript(i: Int) -> Room { get { rooms[i] } set { rooms[i] = newValue } }
    func printNumberOfRooms() { print("The number of rooms is \(numberOfRooms)") }
    var address: Address? }
struct Person { var residence: Residence? }
var john = Person()
if let roomCount = john.residence?.numberOfRooms { print("\(roomCount) room(s).") } else { print("Unable to retrieve the number of rooms.") }
// expect: Unable to retrieve the number of rooms.
func createAddress() -> Address { print("Function was called."); var someAddress = Address(); someAddress.buildingNumber = "29"; someAddress.street = "Acacia Road"; return someAddress }
john.residence?.address = createAddress()
if john.residence?.printNumberOfRooms() != nil { print("possible") } else { print("not possible") }
// expect: not possible
if (john.residence?.address = createAddress()) != nil { print("set") } else { print("not set") } // expect: not set
if let firstRoomName = john.residence?[0].name { print(firstRoomName) } else { print("no first room") }
// expect: no first room
john.residence?[0] = Room(name: "Bathroom")
var johnsHouse = Residence(); johnsHouse.rooms.append(Room(name: "Living Room")); johnsHouse.rooms.append(Room(name: "Kitchen"))
john.residence = johnsHouse
print(john.residence?[0].name as Any, john.residence?.rooms.first?.name.uppercased() ?? "-")
// expect: Optional("Living Room") LIVING ROOM
var testScores = ["Dave": [86, 82, 84], "Bev": [79, 94, 81]]
testScores["Dave"]?[0] = 91; testScores["Bev"]?[0] += 1; testScores["Brian"]?[0] = 72
print(testScores["Dave"]!, testScores["Bev"]!, testScores["Brian"] as Any) // expect: [91, 82, 84] [80, 94, 81] nil
john.residence?.address = createAddress() // expect: Function was called.
if let id = john.residence?.address?.buildingIdentifier() { print("John's building identifier is \(id).") }
// expect: John's building identifier is 29 Acacia Road.
if let beginsWithThe = john.residence?.address?.buildingIdentifier()?.hasPrefix("The") { print(beginsWithThe) }
// expect: false
enum VendingMachineError: Error { case invalidSelection, insufficientFunds(coinsNeeded: Int), outOfStock }
struct Item { var price: Int; var count: Int }
struct VendingMachine {
    var inventory = ["Candy Bar": Item(price: 12, count: 7), "Chips": Item(price: 10, count: 4), "Pretzels": Item(price: 7, count: 0)]
    var coinsDeposited = 0
    mutating func vend(itemNamed name: String) throws {
        guard let item = inventory[name] else { throw VendingMachineError.invalidSelection }
        guard item.count > 0 else { throw VendingMachineError.outOfStock }
        guard item.price <= coinsDeposited else { throw VendingMachineError.insufficientFunds(coinsNeeded: item.price - coinsDeposited) }
        coinsDeposited -= item.price
        var newItem = item; newItem.count -= 1; inventory[name] = newItem
        print("Dispensing \(name)")
    }
}
let favoriteSnacks = ["Alice": "Chips", "Bob": "Licorice", "Eve": "Pretzels"]
func buyFavoriteSnack(person: String, vendingMachine: inout VendingMachine) throws { let snackName = favoriteSnacks[person] ?? "Candy Bar"; try vendingMachine.vend(itemNamed: snackName) }
var vendingMachine = VendingMachine(); vendingMachine.coinsDeposited = 8
for p in ["Alice", "Bob", "Eve", "Zoe"] {
    do { try buyFavoriteSnack(person: p, vendingMachine: &vendingMachine); print("Success! Yum.") }
    catch VendingMachineError.invalidSelection { print("Invalid Selection.") }
    catch VendingMachineError.outOfStock { print("Out of Stock.") }
    catch VendingMachineError.insufficientFunds(let coinsNeeded) { print("Insufficient funds. Please insert an additional \(coinsNeeded) coins.") }
    catch { print("Unexpected error: \(error).") }
}
// expect: Insufficient funds. Please insert an additional 2 coins.
// expect: Invalid Selection.
// expect: Out of Stock.
// expect: Insufficient funds. Please insert an additional 4 coins.
func nourish(with item: String) throws { do { try vendingMachine.vend(itemNamed: item) } catch is VendingMachineError { print("Couldn't buy that from the vending machine.") } }
do { try nourish(with: "Beet-Flavored Chips") } catch { print("Unexpected non-vending-machine-related error: \(error)") }
// expect: Couldn't buy that from the vending machine.
func eat(item: String) throws { do { try vendingMachine.vend(itemNamed: item) } catch VendingMachineError.invalidSelection, VendingMachineError.outOfStock { print("Invalid selection, or out of stock.") } }
try eat(item: "Pretzels") // expect: Invalid selection, or out of stock.
let r1 = try? vendingMachine.vend(itemNamed: "Chips"); print(r1 as Any) // expect: nil
vendingMachine.coinsDeposited = 100; try! vendingMachine.vend(itemNamed: "Chips") // expect: Dispensing Chips
func processFile(_ fail: Bool) throws -> Int { print("open"); defer { print("close") }; if fail { throw VendingMachineError.insufficientFunds(coinsNeeded: 3) }; return 4 }
do { print(try processFile(false)); print(try processFile(true)) } catch let e as VendingMachineError { print("caught", e) } catch { print("other") }
// expect: open
// expect: close
// expect: 4
// expect: open
// expect: close
// expect: caught insufficientFunds(coinsNeeded: 3)
var things: [Any] = []
things.append(0); things.append(0.0); things.append(42); things.append(3.14159); things.append("hello"); things.append((3.0, 5.0)); things.append(Room(name: "Den")); things.append({ (name: String) -> String in "Hello, \(name)" })
for thing in things {
    switch thing {
    case 0 as Int: print("zero as an Int")
    case 0 as Double: print("zero as a Double")
    case let someInt as Int: print("an integer value of \(someInt)")
    case let someDouble as Double where someDouble > 0: print("a positive double value of \(someDouble)")
    case is Double: print("some other double value that I don't want to print")
    case let someString as String: print("a string value of \"\(someString)\"")
    case let (x, y) as (Double, Double): print("an (x, y) point at \(x), \(y)")
    case let room as Room: print("a room called \(room.name)")
    case let stringConverter as (String) -> String: print(stringConverter("Michael"))
    default: print("something else")
    }
}
// expect: zero as an Int
// expect: zero as a Double
// expect: an integer value of 42
// expect: a positive double value of 3.14159
// expect: a string value of "hello"
// expect: an (x, y) point at 3.0, 5.0
// expect: a room called Den
// expect: Hello, Michael
let optionalNumber: Int? = 3; things.append(optionalNumber as Any); print(things.last!, things[5], things.count)
// expect: Optional(3) (3.0, 5.0) 9
struct BlackjackCard {
    enum Suit: Character { case spades = "♠", hearts = "♡", diamonds = "♢", clubs = "♣" }
    enum Rank: Int { case two = 2, three, four, five, six, seven, eight, nine, ten, jack, queen, king, ace
        struct Values { let first: Int, second: Int? }
        var values: Values { switch self { case .ace: return Values(first: 1, second: 11); case .jack, .queen, .king: return Values(first: 10, second: nil); default: return Values(first: self.rawValue, second: nil) } } }
    let rank: Rank, suit: Suit
    var description: String { var output = "suit is \(suit.rawValue),"; output += " value is \(rank.values.first)"; if let second = rank.values.second { output += " or \(second)" }; return output }
}
let theAceOfSpades = BlackjackCard(rank: .ace, suit: .spades)
print("theAceOfSpades: \(theAceOfSpades.description)", BlackjackCard.Suit.hearts.rawValue, theAceOfSpades)
// expect: theAceOfSpades: suit is ♠, value is 1 or 11 ♡ BlackjackCard(rank: main.BlackjackCard.Rank.ace, suit: main.BlackjackCard.Suit.spades)
