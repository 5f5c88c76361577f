import Ledger
import Testing

@testable import Matching

/// Who paid: the ladder of domain.md §3.6 and the ties of field.md G10.
struct PayerTests {
    @Test func `G10 a tie is nobody, 81 is somebody, 80 is not`() {
        #expect(NameLikeness.best([(id: 1, score: 86), (id: 2, score: 86)]).count == 2)
        #expect(NameLikeness.best([(id: 1, score: 81), (id: 2, score: 80)]) == [1])
        #expect(NameLikeness.best([(id: 1, score: 80)]).isEmpty)
        #expect(NameLikeness.best([(id: Int, score: Int)]()).isEmpty)
    }

    @Test func `G10 a tie of names identifies nobody`() {
        let payers = [
            Payer(customer: 1, name: "Meridian Pumps North Ltd"),
            Payer(customer: 2, name: "Meridian Pumps Norte Ltd"),
        ]
        let proposal = Desk.match(
            Desk.receipt(1_00, account: nil, name: "Meridian Pumps Nort Ltd"), [], payers)
        #expect(proposal.customer == nil)
        #expect(proposal.stops == [.payerAmbiguous])
    }

    @Test(arguments: [
        ("Hairun Trading (Dalian) Co., Ltd.", "DALIAN HAIRUN TRADING LIMITED"),
        ("大连海润贸易有限公司", "海润贸易（大连）有限责任公司"), ("Müller & Söhne GmbH", "MULLER SOHNE"),
        ("A.B.C. Ltd", "ABC LIMITED"), ("ＡＣＭＥ　Ｌｔｄ", "Acme"),
    ])
    func `names that are one`(a: String, b: String) {
        #expect(CompanyName(a).hash == CompanyName(b).hash)
    }

    @Test(arguments: [
        ("大连海润贸易有限公司", "大连海润物流有限公司"), ("大连海润贸易有限公司", "青岛海润贸易有限公司"),
        ("Acme North Ltd", "Acme South Ltd"),
    ])
    func `names that are two`(a: String, b: String) {
        #expect(CompanyName(a).hash != CompanyName(b).hash)
    }

    @Test func `a name that resembles is never applied`() {
        let payers = [Payer(customer: 1, name: "Ziegenbuettel Instandhaltung AG")]
        let items = [Desk.item(1, "INV-1001", 100_00, customer: 1)]
        let proposal = Desk.match(
            Desk.receipt(100_00, "INV-1001", account: nil, name: "Ziegenbuttel Instandhaltung AG"),
            items, payers)
        #expect(proposal.disposition == .propose)
        #expect(proposal.customer == 1)
        #expect(!proposal.payerIsKnown)
        #expect(proposal.stops == [.payerUnknown])
    }

    @Test func `account, tax number, name, alias, confirmation each make it known`() {
        var payer = Payer(customer: 1, name: "Alba Nord SARL")
        payer.accounts = ["FR76 3000 6000"]
        payer.aliases = ["Alba Nordique"]
        payer.taxId = "FR40303265045"
        let items = [Desk.item(1, "INV-1001", 100_00, customer: 1)]
        var confirmed = Desk.receipt(100_00, "INV-1001", account: nil)
        confirmed.customer = 1
        for receipt in [
            confirmed, Desk.receipt(100_00, "INV-1001", account: "fr7630006000"),
            Desk.receipt(100_00, "INV-1001 FR40303265045", account: nil),
            Desk.receipt(100_00, "INV-1001", account: nil, name: "ALBA NORD"),
            Desk.receipt(100_00, "INV-1001", account: nil, name: "Alba Nordique SA"),
        ] {
            #expect(Desk.match(receipt, items, [payer]).disposition == .apply)
        }
    }

    @Test func `an account of two customers is a tie`() {
        var twin = Payer(customer: 101, name: "Another")
        twin.accounts = [Desk.account]
        let proposal = Desk.match(
            Desk.receipt(11_300_00, "INV-1001"), Desk.items, [Desk.payer, twin])
        #expect(proposal.disposition == .propose)
        #expect(proposal.stops == [.payerAmbiguous])
    }
}
