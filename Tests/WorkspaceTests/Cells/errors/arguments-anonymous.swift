// engram only: swiftc makes as many parameters as the number says, and does not end
var kept = [3, 1, 2]
kept.removeAll { $9007199254740993 > kept.count } // error: @18 anonymous closure argument not contained in a closure
