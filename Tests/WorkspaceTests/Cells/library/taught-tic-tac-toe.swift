enum Player: Character { case x = "X", o = "O"; var other: Player { self == .x ? .o : .x } }
struct Board: CustomStringConvertible {
    var cells = [Player?](repeating: nil, count: 9)
    static let lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]]
    var moves: [Int] { cells.indices.filter { cells[$0] == nil } }
    var winner: Player? { for l in Self.lines { if let p = cells[l[0]], l.allSatisfy({ cells[$0] == p }) { return p } }; return nil }
    func playing(_ p: Player, at i: Int) -> Board { var b = self; b.cells[i] = p; return b }
    var description: String { stride(from: 0, to: 9, by: 3).map { r in cells[r..<r + 3].map { $0.map { String($0.rawValue) } ?? "." }.joined(separator: "|") }.joined(separator: "\n-+-+-\n") }
}
var evaluated = 0
func minimax(_ b: Board, _ p: Player, for me: Player) -> Int { evaluated += 1; if let w = b.winner { return w == me ? 10 : -10 }; if b.moves.isEmpty { return 0 }; let scores = b.moves.map { minimax(b.playing(p, at: $0), p.other, for: me) }; return p == me ? scores.max()! : scores.min()! }
func best(_ b: Board, _ p: Player) -> Int { b.moves.max { minimax(b.playing(p, at: $0), p.other, for: p) < minimax(b.playing(p, at: $1), p.other, for: p) }! }
var board = Board().playing(.x, at: 0).playing(.o, at: 4).playing(.x, at: 8).playing(.o, at: 1), turn = Player.x
while board.winner == nil && !board.moves.isEmpty { board = board.playing(turn, at: best(board, turn)); turn = turn.other }
print(board); print(board.winner as Any, evaluated)
// expect: X|O|X
// expect: -+-+-
// expect: X|O|O
// expect: -+-+-
// expect: O|X|X
// expect: nil 363
