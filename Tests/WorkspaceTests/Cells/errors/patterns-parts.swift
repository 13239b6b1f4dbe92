// engram only: a pattern of one part for what holds two is Swift, with a warning, but not in the subset; it must be refused, whatever else the switch holds
indirect enum List { case end, more(Int, List) }
func first(_ list: List) -> Int {
    switch list {
    case .end: return 0
    case let .more(a: Int): return 0  // error: @15 enum case 'more' has 2 associated values; matching them as a tuple is not supported in cells; name each of them
    }
}
