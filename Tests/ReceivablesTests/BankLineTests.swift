import Ledger
import Receivables
import TestKit
import Testing

/// I7: what is posted on the bank account for a statement line is its amount, exactly once.
@Suite struct BankLineTests {
    private static let entity = Entity.ID(1)
    private static let day = Day("2026-04-02")!

    private func line(_ id: Int64, _ kind: BankLine.Class, _ amount: Int64, _ rate: Rate)
        -> BankLine
    {
        let value = rate.convert(Money(minor: amount, .usd), to: .cny)?.minor ?? 0
        return BankLine(
            id: BankLine.ID(id), statement: BankStatement.ID(1), entity: Self.entity, account: "1",
            currency: .usd, rate: rate, amount: amount, functional: value, bookedOn: Self.day,
            valueDate: Self.day, postedOn: Self.day, kind: kind, bankReference: nil, code: nil,
            text: nil, fingerprint: id)
    }

    private func posted(_ line: BankLine) -> [String] {
        PostingRules.lines(.bankLineRecorded(line), functional: .cny).effects
            .map { "\($0.account.code) \($0.functional.plain)" }
    }

    /// G-ADJ-05, and the same line taken back by the bank.
    @Test func whatEachKindPosts() {
        let one = Rate.one
        #expect(posted(line(1, .bankCharge, -85_00, one)) == ["6603B 85.00", "1002 -85.00"])
        #expect(posted(line(1, .bankCharge, 85_00, one)) == ["1002 85.00", "6603B -85.00"])
        #expect(posted(line(1, .other, 20_00, one)) == ["1002 20.00", "1009 -20.00"])
        #expect(posted(line(1, .other, -20_00, one)) == ["1009 20.00", "1002 -20.00"])
        #expect(posted(line(1, .returned, -9_00, one)) == ["1009 9.00", "1002 -9.00"])
        #expect(posted(line(1, .receipt, 50_00, one)).isEmpty)
        #expect(posted(line(1, .other, 0, one)).isEmpty)
    }

    @Test func everyLineIsOnTheBankAccountOnce() throws {
        var seeded = Seeded(7)
        var ledger = Ledgered(today: Self.day)
        _ = try ledger.perform(
            OpenEntity(number: 1, code: "DL", name: "DL", country: "CN", currency: .cny))
        let rate = try #require(Rate("7.0713"))
        ledger.take(
            .rateRecorded(
                ExchangeRate(from: .usd, to: .cny, day: Self.day, rate: rate, type: "spot")))
        for number in 1...500 {
            let kind = BankLine.Class.allCases[seeded.below(BankLine.Class.allCases.count)]
            let size = 1 + Int64(seeded.below(1_000_000))
            let line = line(
                Int64(number) + 1_000_000_000_000, kind,
                kind == .receipt || seeded.chance(30) ? size : -size, rate)
            let before = (ledger.balance(.bank), ledger.balance(.bank, in: .usd))
            ledger.take(.bankLineRecorded(line))
            if kind == .receipt {
                var record = RecordReceipt(
                    entity: Self.entity, amount: Money(minor: line.amount, .usd),
                    bookedOn: Self.day, valueDate: Self.day)
                record.source.line = line.id
                _ = try ledger.perform(record)
            }
            #expect(ledger.balance(.bank) - before.0 == line.functional)
            #expect(ledger.balance(.bank, in: .usd) - before.1 == line.amount)
        }
    }
}
