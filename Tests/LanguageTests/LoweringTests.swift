import IR
import Language
import Testing

/// The code that the lowering makes of the loops that must be fast: an instruction more in one of them is a change to see.
struct LoweringTests {
    /// The code of one function of a cell that mentions it.
    private func code(of name: String, in cell: String) throws -> String {
        let compilation = Compiler().compile(cell, cell: 1)
        #expect(compilation.diagnostics.allSatisfy { $0.severity != .error })
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
                  2    jumpLessOrEqualInt     0 1 -> 8
                  3    integer                2 0
                  4    elementElementWord     3 1 1 2
                  5    addImmediate           4 3 1
                  6    setElementElementInt   1 1 4 2
                  7    advanceImmediateWhileLess 1 0 1 -> 3
                  8    returnObject           1 0 0
                  9    returnVoid

                """)
    }

    /// What a loop does often is one instruction: a test of an element, a store of a literal, a step with the test after it.
    @Test func sieve() throws {
        let cell = """
            func sieve(_ n: Int) -> Int {
                var isPrime = [Bool](repeating: true, count: n + 1)
                var count = 0
                for i in 2 ... n where isPrime[i] {
                    count += 1
                    var j = i * i
                    while j <= n {
                        isPrime[j] = false
                        j += i
                    }
                }
                return count
            }
            let value = sieve
            """
        #expect(
            try code(of: "sieve(_:)", in: cell) == """
                  0    integer                1 1
                  1    addImmediate           2 0 1
                  2    callNative             1 1 Array.init(repeating:count:)<Element,Int>
                  3    takeObject             0 1 0
                  4    integer                1 0
                  5    integer                2 2
                  6    move                   3 0 0
                  7    jumpLessOrEqualInt     2 3 -> 9
                  8    trap                   0 "Range requires lowerBound <= upperBound"
                  9    jumpLessInt            3 2 -> 17
                  10   seekElement            0 2 -> 16
                  11   addImmediate           1 1 1
                  12   multiplyInt            4 2 2
                  13   jumpLessInt            0 4 -> 16
                  14   fillBoolImmediate      0 4 0
                  15   advanceWhileLessOrEqual 4 0 2 -> 14
                  16   loopThrough            2 3 -> 10
                  17   returnRaw              1 0 0
                  18   returnVoid

                """)
    }

    /// `a[i][j]` is one instruction, read or set; so are a product with a term, and the search for the next element that is so. `min` is part of the caller.
    @Test func tables() throws {
        let cell = """
            func cheapest(_ isOpen: [Bool], _ n: Int) -> [[Int]] {
                var cost = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
                for i in 1 ..< n where isOpen[i] {
                    for j in 1 ..< n { cost[i][j] = min(cost[i][j - 1], i * n + j) + 2 * j + 1 }
                }
                return cost
            }
            let value = cheapest
            """
        #expect(
            try code(of: "cheapest(_:_:)", in: cell) == """
                  0    integer                2 0
                  1    move                   3 0 0
                  2    callNative             2 3 Array.init(repeating:count:)<Element,Int>
                  3    takeObject             2 3 0
                  4    move                   1 0 0
                  5    callNative             1 2 Array.init(repeating:count:)<Element,Int>
                  6    takeObject             1 2 0
                  7    integer                1 1
                  8    move                   2 0 0
                  9    jumpLessOrEqualInt     1 2 -> 11
                  10   trap                   0 "Range requires lowerBound <= upperBound"
                  11   jumpLessOrEqualInt     2 1 -> 31
                  12   seekElement            0 1 -> 30
                  13   integer                3 1
                  14   move                   4 0 0
                  15   jumpLessOrEqualInt     3 4 -> 17
                  16   trap                   0 "Range requires lowerBound <= upperBound"
                  17   jumpLessOrEqualInt     4 3 -> 30
                  18   addImmediate           10 3 -1
                  19   elementElementWord     8 1 1 10
                  20   multiplyAddInt         9 1 0 3
                  21   jumpLessOrEqualInt     8 9 -> 24
                  22   move                   10 9 0
                  23   jump                   0 -> 25
                  24   move                   10 8 0
                  25   move                   7 10 0
                  26   multiplyImmediateAdd   6 3 2 7
                  27   addImmediate           5 6 1
                  28   setElementElementInt   1 1 5 3
                  29   loopBelow              3 4 -> 18
                  30   loopBelow              1 2 -> 12
                  31   returnObject           1 0 0
                  32   returnVoid

                """)
    }

    /// A text is added to in place, numbers without a text of their own.
    @Test func texts() throws {
        let cell = """
            func list(_ n: Int) -> String {
                var text = ""
                for i in 0 ..< n { text += String(i % 10) + "," }
                for character in text where character == "," { text += "<\\(n)>" }
                return text
            }
            let value = list
            """
        #expect(
            try code(of: "list(_:)", in: cell) == """
                  0    object                 0 ""
                  1    integer                1 0
                  2    move                   2 0 0
                  3    jumpLessOrEqualInt     1 2 -> 5
                  4    trap                   0 "Range requires lowerBound <= upperBound"
                  5    jumpLessOrEqualInt     2 1 -> 12
                  6    remainderImmediate     3 1 10
                  7    appendDigits           0 3 0
                  8    object                 1 ","
                  9    appendString           0 1 0
                  10   clear                  1 0 0
                  11   loopBelow              1 2 -> 6
                  12   copyObject             1 0 0
                  13   textCount              2 1 0
                  14   integer                1 0
                  15   jumpLessOrEqualInt     2 1 -> 31
                  16   characterAt            2 1 1
                  17   textAfter              1 1 1
                  18   object                 3 ','
                  19   equalString            3 2 3
                  20   clear                  3 0 0
                  21   jumpUnless             3 -> 29
                  22   object                 3 "<"
                  23   appendDigits           3 0 0
                  24   object                 4 ">"
                  25   appendString           3 4 0
                  26   clear                  4 0 0
                  27   appendString           0 3 0
                  28   clear                  3 0 0
                  29   clear                  2 0 0
                  30   jumpLessInt            1 2 -> 16
                  31   clear                  1 0 0
                  32   returnObject           0 0 0
                  33   returnVoid

                """)
    }

    /// Literals are operands, sums of products one instruction.
    @Test func arithmetic() throws {
        let cell = """
            func energy(_ v: [Double], _ w: [Double]) -> Double {
                var sum = 0.0
                for i in v.indices {
                    sum += v[i] * w[i]
                    sum -= 0.5 * v[i] - 1
                }
                return sum > 0 ? sum / 2 : 1 - sum
            }
            let value = energy
            """
        #expect(
            try code(of: "energy(_:_:)", in: cell) == """
                  0    integer                0 0
                  1    copyObject             2 0 0
                  2    call                   3 2 function 3
                  3    fieldRaw               1 2 0
                  4    fieldRaw               2 2 1
                  5    clear                  2 0 0
                  6    jumpLessOrEqualInt     2 1 -> 15
                  7    elementDouble          3 0 1
                  8    elementDouble          4 1 1
                  9    multiplyAddDouble      0 3 4
                  10   elementDouble          5 0 1
                  11   multiplyDoubleConstant 4 5 0.5
                  12   addDoubleConstant      3 4 -1.0
                  13   subtractDouble         0 0 3
                  14   loopBelow              1 2 -> 7
                  15   integer                1 0
                  16   jumpNotLessDouble      1 0 -> 19
                  17   divideDoubleConstant   1 0 2.0
                  18   returnRaw              1 0 0
                  19   subtractFromDoubleConstant 1 0 1.0
                  20   returnRaw              1 0 0
                  21   returnVoid

                """)
    }
}
