import Charts
import Foundation
import Testing

@Suite struct DecimalTests {
    /// Four units in the last place of the larger of the result and 1: the sum of the two parts of the logarithm cannot be better when they cancel.
    @Test func logarithmAgreesWithTheCLibrary() {
        var value = 1e-307
        while value < 1e307 {
            let ours = Decimal.log(value), theirs = log10(value)
            #expect((ours - theirs).magnitude <= 4 * max(theirs.magnitude, 1).ulp, "\(value)")
            value *= 1.37
        }
    }

    @Test func exponentIsExactAtPowersOfTen() {
        for exponent in -307 ... 307 {
            let power = Decimal.power(exponent)
            #expect(Decimal.exponent(power) == exponent)
            #expect(Decimal.exponent(power.nextDown) == exponent - 1)
        }
    }
}
