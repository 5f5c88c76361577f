import Ledger
import Testing

@testable import Matching

/// Text and numbers from outside that want to stop the work: none traps, none is slow.
struct HostileTests {
    private static let texts: [String] = [
        String(repeating: "1", count: 65_536), String(repeating: "1 ", count: 32_768),
        String(repeating: "INV-1001/", count: 8_000), String(repeating: "INV", count: 22_000),
        String(repeating: "RF18 ", count: 13_000), String(repeating: "1-2,3/", count: 11_000),
        "INV-1001-" + String(repeating: "9", count: 60_000),
        "INV-0001-9999999999999999999999", String(repeating: "TEL 1234 5678 ", count: 4_600),
        String(repeating: "\u{600}", count: 30_000) + "1001",
        "I" + String(repeating: "\u{301}", count: 30_000) + "NV-1001",
        "\u{202E}1001-VNI\u{202C}", "\u{1F1E9}\u{1F1EA}1001", "\u{0}\u{0}\u{0}",
        String(repeating: "é", count: 32_000), String(repeating: "发票号", count: 10_000),
        String(repeating: "2026-03-31 ", count: 6_000), "INV-１００１\u{FF0F}２", "",
        String(repeating: "RF18 5390 0754 7034 5390 0754 7034 ", count: 1_800),
        "+" + String(repeating: "86 411 ", count: 9_000),
    ]

    @Test func `no text traps or is slow`() {
        let clock = ContinuousClock()
        for (index, text) in Self.texts.enumerated() {
            let spent = clock.measure {
                var receipt = Desk.receipt(11_300_00, text, name: text)
                receipt.references = [text]
                receipt.advice = index % 2 == 0 ? [] : [.init(document: text, amount: .min)]
                _ = Desk.match(receipt)
                _ = Desk.match(Desk.receipt(11_300_00, text, account: text, name: text))
            }
            // A debug build on a busy machine; what is quadratic takes minutes.
            #expect(spent < .seconds(30), "text \(index)")
        }
    }

    @Test func `no name traps or is slow, written, recorded or searched`() {
        let index = NameIndex(
            Self.names.enumerated().map {
                NameIndex.Entry(customer: Int64($0.offset), name: $0.element)
            })
        let payers = Self.names.enumerated().map { number, text in
            var payer = Payer(customer: Int64(number), name: text)
            payer.nameLocal = text
            payer.names = NameKind.allCases.map { OtherName(text, $0) }
            payer.virtualAccounts = [.init(text)]
            return payer
        }
        var matcher = Desk.matcher(Desk.items, payers)
        let clock = ContinuousClock()
        for text in Self.names {
            let spent = clock.measure {
                _ = index.search(text)
                _ = SoundName(CompanyName(text)).hash
                _ = PaymentMeaning(Folding.fold(text))
                var receipt = Desk.receipt(1_00, account: nil, name: text)
                receipt.creditedAccount = text
                _ = matcher.match(receipt)
                receipt.payerName = text + "X"
                receipt.creditedAccount = nil
                _ = matcher.match(receipt)
            }
            #expect(spent < .seconds(30), "\(text.prefix(20))")
        }
    }

    private static let names: [String] = [
        String(repeating: "大连", count: 20_000), String(repeating: "贸易", count: 20_000),
        String(repeating: "有限公司", count: 9_000), String(repeating: "GONGSI", count: 9_000),
        String(repeating: "A/S ", count: 15_000), String(repeating: "HAI RUN ", count: 8_000),
        String(repeating: "é", count: 32_000), String(repeating: "\u{600}", count: 30_000), "",
        "大", "\u{9FFF}\u{4E00}", "有限公司", "A/S", "/S", "S/", "CO", "重", "DALIAN", "MAOYI",
    ]

    @Test func `the number is still found between marks of other scripts`() {
        #expect(
            Desk.match(Desk.receipt(11_300_00, "\u{200F}INV\u{301}-1001\u{200F}")).cash.count == 1)
        #expect(Desk.match(Desk.receipt(11_300_00, "\u{600}INV-1001")).rule == .invoiceNumber)
    }

    @Test func `amounts beyond all measure do not overflow`() {
        let most = Money.limit
        let items = (0..<20_000).map {
            Desk.item(Int64($0), "INV-\(100_000 + $0)", most - Int64($0 % 3))
        }
        let proposal = Desk.match(Desk.receipt(most - 77), items)
        #expect(proposal.disposition == .unmatched)
        var advised = Desk.receipt(most, "")
        advised.advice = [
            .init(document: "INV-100000", amount: .min),
            .init(document: "INV-100003", amount: .max),
        ]
        #expect(Desk.match(advised, items).disposition != .apply)
        let beyond = [Desk.item(1, "INV-1001", .max), Desk.item(2, "INV-1002", .min)]
        #expect(Desk.match(Desk.receipt(1, "INV-1001 INV-1002"), beyond).lines.isEmpty)
        let odd = [Desk.item(1, "INV-1001", 100_00, discount: .min, until: "2026-12-31")]
        #expect(Desk.match(Desk.receipt(50_00, "INV-1001"), odd).stops == [.shortPayment])
    }

    @Test func `extreme days do not overflow`() {
        let far = Day(number: .max)
        let item = Item(
            id: 1, customer: 100, number: "INV-1001", currency: .cny, open: 100_00,
            issuedOn: Day(number: .min), dueOn: far, discountUntil: far, discount: 1_00)
        let receipt = Desk.receipt(99_00, "INV-1001 310326", on: Day(number: .min))
        #expect(Desk.match(receipt, [item]).disposition == .apply)
    }

    @Test func `a reference check survives anything`() {
        for text in Self.texts {
            _ = ISO11649.isValid(text)
            _ = BelgianOGM.isValid(text)
            _ = SwissQRR.isValid(text)
            _ = FinnishReference.isValid(text)
            _ = NorwegianKID.isValid(text)
            _ = SwedishOCR.isValid(text)
            _ = IBAN.isValid(text)
            _ = LEI.isValid(text)
            _ = USCC.isValid(text)
            _ = ABARouting.isValid(text)
            #expect(CreditorReference.check(ASCII.compact(text)) != .valid || text.utf8.count < 40)
        }
    }
}
