// A property of one name under two conditions.
protocol Priced { var price: Double { get } }
struct Item: Priced { var price: Double }
struct Hour: Priced { var hours: Double; var price: Double { hours * 50 } }
extension Array where Element == any Priced { var total: Double { reduce(0) { $0 + $1.price } } }
extension Array where Element: Priced { var total: Double { map(\.price).reduce(0, +) } }
let things: [any Priced] = [Item(price: 20), Hour(hours: 2)]
print(things.total, [Hour(hours: 1), Hour(hours: 1)].total)
// expect: 120.0 100.0
