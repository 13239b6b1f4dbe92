import IR
import Language
import Testing

/// The code that the lowering makes of the loops that must be fast: an instruction more in one of them is a change to see.
struct LoweringTests {
    /// The code of one function of a cell that mentions it.
    private func code(of name: String, in cell: String) throws -> String {
        let compilation = Compiler().compile(cell, cell: 1)
        #expect(compilation.diagnostics.isEmpty)
        let program = try #require(compilation.program)
        // The first function of that name is the one that stands for it as a value.
        let text = try #require(program.functions.last { $0.name == name }).disassembly
        // Operands are in columns; an instruction without any ends in blanks.
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    @Test func integerSum() throws {
        let cell = """
            func sum(_ n: Int) -> Int {
                var total = 0
                for i in 0..<n { total += i }
                return total
            }
            let value = sum
            """
        #expect(
            try code(of: "sum(_:)", in: cell) == """
                  0    integer                1 0
                  1    integer                2 0
                  2    move                   3 0 0
                  3    jumpLessOrEqualInt     2 3 -> 5
                  4    trap                   0 "Range requires lowerBound <= upperBound"
                  5    jumpLessOrEqualInt     3 2 -> 8
                  6    addInt                 1 1 2
                  7    loopBelow              2 3 -> 6
                  8    returnRaw              1 0 0
                  9    returnVoid

                """)
    }

    /// A change deep inside an array finds every array on the way unshared: nothing that was read on the way is still held.
    @Test func nestedElements() throws {
        let cell = """
            func fill(_ a: [[Int]], _ n: Int) -> [[Int]] {
                var a = a
                var i = 0
                while i < n {
                    a[i][0] += 1
                    i += 1
                }
                return a
            }
            let value = fill
            """
        #expect(
            try code(of: "fill(_:_:)", in: cell) == """
                  0    copyObject             1 0 0
                  1    integer                1 0
                  2    jumpLessOrEqualInt     0 1 -> 13
                  3    move                   2 1 0
                  4    integer                3 0
                  5    elementPointer         5 1 2
                  6    elementAtWord          4 5 3
                  7    addImmediate           5 4 1
                  8    addressObject          6 1 0
                  9    elementAddressObject   7 6 2
                  10   setElementAtInt        7 3 5
                  11   addImmediate           1 1 1
                  12   jumpLessInt            1 0 -> 3
                  13   returnObject           1 0 0
                  14   clear                  1 0 0
                  15   returnVoid

                """)
    }
}
