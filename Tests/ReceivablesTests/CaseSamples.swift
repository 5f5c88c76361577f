import Ledger
import Receivables
import Testing

/// A case of every kind, with every field there and absent.
enum CaseSamples {
    static var contents: [CaseFile.Content] {
        var alias = PayerAlias(
            customer: Customer.ID(1_000_000_000_009), kind: .pinyin, text: "DALIAN|HAIRUN",
            evidence: "", receipt: nil, proposedBy: "acquit")
        let proposed = alias
        alias.decidedBy = "li"
        alias.from = Day("2026-03-31")
        alias.until = Day("2027-03-31")
        alias.state = .confirmed
        return [.alias(proposed), .alias(alias)] + PaperSamples.contents
    }

    static var events: [Event] {
        let day = Day("2026-03-31")!
        return contents.map {
            .caseChanged(
                CaseFile(
                    id: CaseFile.ID(1_000_000_000_031), entity: Entity.ID(1), openedOn: day, $0),
                [Booking(.draftDiscount, -5, functional: -6, .eur, Rate("7.8")!)], on: day)
        }
    }
}

@Suite struct CaseTests {
    @Test func everyKindHasASample() {
        let kinds = Set(CaseSamples.contents.map(\.kind))
        #expect(kinds == Set(CaseFile.Kind.allCases))
    }

    /// A booking never debits what it credits, and its mirror takes it back.
    @Test func bookingsMoveMoney() {
        for kind in Booking.Kind.allCases {
            #expect(kind.debit != kind.credit)
            let booking = Booking(kind, 5, functional: 40, .eur, Rate("8")!)
            #expect(booking.mirrored.mirrored == booking && booking.mirrored.amount == -5)
        }
    }
}
