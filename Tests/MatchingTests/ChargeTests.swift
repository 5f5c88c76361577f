import Ledger
import Testing

@testable import Matching

/// What banks keep of wires, by bearer and corridor (domain.md §3.1 R6).
struct ChargeTests {
    private let items = [Desk.item(1, "INV-1001", 20_000_00, .usd)]

    private func wire(
        _ amount: Int64, bearer: String? = "SHAR", bank: String? = nil, shown: Int64 = 0
    ) -> Remittance {
        var receipt = Desk.receipt(amount, "INV-1001", currency: .usd)
        receipt.channel = .wire
        receipt.chargeBearer = bearer
        receipt.payerBank = bank
        receipt.charges = shown
        return receipt
    }

    @Test func `a corridor that is known better has its own limit`() {
        var policy = MatchingPolicy()
        policy.charges.corridors[.init("VN", .usd)] = 85_00
        policy.charges.corridors[.init("DE", .usd)] = 15_00
        policy.tolerance = Tolerance([:])
        func rule(_ short: Int64, _ bank: String?) -> Rule? {
            var matcher = Desk.matcher(items, [Desk.payer], policy)
            let proposal = matcher.match(wire(20_000_00 - short, bank: bank))
            return proposal.disposition == .apply ? proposal.rule : nil
        }
        #expect(rule(80_00, "BFTVVNVX") == .bankCharge)
        #expect(rule(80_00, nil) == nil)
        #expect(rule(40_00, nil) == .bankCharge)
        #expect(rule(40_00, "DEUTDEFF500") == nil)
        #expect(rule(15_00, "DEUTDEFF500") == .bankCharge)
        #expect(rule(50, nil) == nil, "no bank takes 0.50")
    }

    @Test func `the country is the bank's, or the account's`() {
        var receipt = wire(1, bank: "BFTVVNVX")
        #expect(receipt.payerCountry == "VN")
        receipt.payerBank = "021000021"
        receipt.payerAccount = "DE89 3704 0044 0532 0130 00"
        #expect(receipt.payerCountry == "DE")
        receipt.payerAccount = "123"
        #expect(receipt.payerCountry == nil)
    }

    @Test func `a charge that the bank shows is one, whatever its size`() {
        let proposal = Desk.match(wire(19_900_00, shown: 100_00), items)
        #expect(proposal.disposition == .apply && proposal.lines[0].bankCharge == 100_00)
        #expect(Desk.match(wire(19_900_00, shown: 99_00), items).stops == [.shortPayment])
    }

    @Test(arguments: ["DEBT", "OUR"])
    func `of a wire whose payer bears all, none is ours`(bearer: String) {
        let proposal = Desk.match(wire(19_970_00, bearer: bearer), items)
        #expect(proposal.disposition == .propose && proposal.stops == [.shortPayment])
        #expect(proposal.lines.map(\.bankCharge) == [0] && proposal.lines[0].writeOff == 0)
        #expect(proposal.lines.map(\.residual) == [30_00])
        #expect(proposal.lines.map(\.reason) == ["BANK_CHG_CLAIM"])
    }

    @Test func `a charge is at least one whole unit of its currency`() throws {
        let yen = try #require(Currency("JPY"))
        var policy = MatchingPolicy()
        policy.charges.limits[yen] = 5_000
        policy.tolerance = Tolerance([:])
        var receipt = Desk.receipt(997_000, "INV-1001", currency: yen)
        receipt.channel = .wire
        var matcher = Desk.matcher(
            [Desk.item(1, "INV-1001", 1_000_000, yen)], [Desk.payer], policy)
        let proposal = matcher.match(receipt)
        #expect(proposal.rule == .bankCharge && proposal.lines[0].bankCharge == 3_000)
    }
}
