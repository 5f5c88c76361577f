import Receivables
import Testing

/// What a bank line is to receivables, in the codes of each format (domain.md §3.1 step 1, §3.3).
@Suite struct BankLineClassTests {
    private func classify(_ amount: Int64, _ code: String, _ text: String = "") -> BankLine.Class {
        BankLineClass.classify(
            amount: amount, reversal: false, returned: false, code: code, text: text,
            fromOwnAccount: false)
    }

    @Test(arguments: ["PMNT/RCDT/ESCT", "NTRF", "165", "195", "115", "CREDIT", "DEP"])
    func moneyThatComesInIsAReceipt(code: String) {
        #expect(classify(100, code) == .receipt)
    }

    @Test(arguments: ["PMNT/MCRD/CHRG", "NCHG", "NCOM", "564", "661", "698", "FEE", "SRVCHG"])
    func chargesAreChargesByTheirCode(code: String) {
        #expect(classify(-100, code) == .bankCharge)
    }

    @Test(arguments: ["ACMT/MCOP/INTR", "NINT", "354", "INT", "DIV", "201", "275"])
    func interestAndOwnTransfersAreNoReceipts(code: String) {
        #expect(classify(100, code) == .other)
    }

    @Test(arguments: ["495", "575", "NTRF", "PMNT/ICDT/ESCT", "CHECK"])
    func whatGoesOutIsNotForReceivables(code: String) {
        #expect(classify(-100, code) == .other)
    }

    @Test func wordsCountWhereTheCodeSaysNothing() {
        #expect(classify(-100, "NMSC", "Kontofuehrung 03/2026") == .bankCharge)
        #expect(classify(-100, "699", "汇划费") == .bankCharge)
        #expect(classify(100, "NMSC", "单位结息") == .other)
        #expect(classify(100, "NMSC", "出口退税款") == .other)
    }

    /// A code of three digits is a word of its own: a longer one that holds it is another.
    @Test func aCodeIsTakenWhole() {
        #expect(classify(-100, "16980") == .other)
        #expect(classify(100, "1275") == .receipt)
    }
}
