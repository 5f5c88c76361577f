import Formats
import Ledger
import Testing

/// `:86:` and the second line of `:61:` in the dialects of the banks.
@Suite struct MT940DetailsTests {
    static func read(_ details: String, mark: String = "C", line: String = "NONREF")
        -> StatementEntry
    {
        read(Array(details.utf8), mark: mark, line: line)
    }

    static func read(_ details: [UInt8], mark: String = "C", line: String = "NONREF")
        -> StatementEntry
    {
        let head = ":20:A\n:25:1\n:28C:1\n:60F:C260301EUR0,\n:61:260302\(mark)1,NTRF\(line)\n:86:"
        let reading = MT940Reading(
            Array(head.utf8) + details + Array("\n:62F:C260302EUR1,\n-\n".utf8))
        #expect(reading.findings == [])
        #expect(reading.entries.count == 1)
        return reading.entries.first ?? StatementEntry(amount: Amount(units: 0, decimals: 0))
    }

    @Test func germanSubfields() {
        let raw = """
            166?00GUTSCHRIFT?100399?20EREF+E2E-1?21MREF+M-1?22CRED+DE98ZZZ
            09999999999?23SVWZ+Rechnung 4711 vom 1. M?24aerz?25Kunde 12?26ABWA+Konze
            rn AG?30DRESDEFF508?31DE12508800500194785000?32Nordwind Handels- und Vertr?33iebs
             AG?34000
            """
        let entry = Self.read(raw)
        #expect(entry.text == raw)
        #expect(entry.code == "NTRF")
        let detail = entry.detail
        #expect(
            detail.payer
                == PaymentDetail.Party(
                    name: "Nordwind Handels- und Vertriebs AG", account: "DE12508800500194785000",
                    bank: "DRESDEFF508"))
        #expect(detail.payee == nil)
        #expect(detail.endToEndId == "E2E-1")
        #expect(entry.bankCode == "166")
        #expect(entry.references("MREF") == ["M-1"])
        #expect(detail.mandateId == "M-1")
        #expect(entry.references("CRED") == ["DE98ZZZ09999999999"])
        #expect(detail.remittance == ["Rechnung 4711 vom 1. Maerz Kunde 12"])
        #expect(detail.ultimatePayer?.name == "Konzern AG")
        #expect(detail.returnReason == nil)
    }

    @Test func aFullSubfieldRunsOnAndAShortOneEnds() {
        // 27 characters run on; 26 have lost a blank; fewer are a line of their own.
        let full = "ABCDEFGHIJKLMNOPQRSTUVWXYZ1"
        let entry = Self.read("166?20\(full)?21\(full.dropLast())?22short?23next")
        #expect(entry.detail.remittance == [full + full.dropLast() + " short", "next"])
    }

    @Test func identifiersWrittenWithAColonOrAnother() {
        let entry = Self.read("166?20EREF: X1?21SVWZ+RE 1 EREF+X2 IBAN+DE1 BIC+BANKDEFF")
        #expect(entry.detail.endToEndId == "X2")
        #expect(entry.detail.remittance == ["RE 1"])
        #expect(entry.other.account == "DE1")
        #expect(entry.other.bank == "BANKDEFF")
        #expect(Self.read("166?20EREF+NOTPROVIDED?21SVWZ+A").detail.endToEndId == nil)
        #expect(Self.read("166?20KREF+K-9?21SVWZ+A", line: "KREF+").customerReference == "K-9")
    }

    @Test func aReturnHasItsReason() {
        let text = "109?20EREF+A?21SVWZ+Rueckgabe?22COAM+3,50?32MUELLER?34"
        let entry = Self.read(text + "914", mark: "D")
        #expect(entry.detail.returnReason == "MS03")
        #expect(entry.detail.payee?.name == "MUELLER")
        #expect(entry.detail.charges.map(\.amount.description) == ["3.50"])
        #expect(Self.read(text + "987", mark: "D").detail.returnReason == "987")
        #expect(Self.read("/RTRN/MS03/EREF/A/REMI/X").detail.returnReason == "MS03")
    }

    @Test(arguments: ["^", "~", "<", ">"]) func polishSubfields(_ mark: String) {
        let text =
            "020?00PRZELEW?20FV 1/2026?21ZA TOWAR?3010600076?31123?32HUTA SZKLA?33TOPIC?38PL08"
        let entry = Self.read(String(text.map { $0 == "?" ? mark.first ?? "?" : $0 }))
        #expect(entry.detail.remittance == ["FV 1/2026", "ZA TOWAR"])
        #expect(entry.other == .init(name: "HUTA SZKLA TOPIC", account: "PL08", bank: "10600076"))
        let plain = Self.read("\(mark)20FV 1\(mark)32HUTA")
        #expect(plain.detail.remittance == ["FV 1"])
        #expect(plain.other.name == "HUTA")
    }

    @Test func wordsBetweenSlashes() {
        let abn = Self.read(
            """
            /TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/NORD
            WIND BV/REMI/FACTUUR 4711/2 /INV/99/EREF/NOTPROVIDED
            """)
        #expect(
            abn.detail.payer
                == .init(
                    name: "NORDWIND BV", account: "NL91ABNA0417164300", bank: "ABNANL2A"))
        #expect(abn.detail.remittance == ["FACTUUR 4711/2 /INV/99"])
        #expect(abn.detail.endToEndId == nil)

        let rabo = Self.read(
            "/EREF/E 1/BENM//NAME/JOHN DOE/REMI//ISDT/2026-03-01", mark: "D",
            line: "EREF\nNL70ABNA0987654321")
        #expect(rabo.detail.payee == .init(name: "JOHN DOE", account: "NL70ABNA0987654321"))
        #expect(rabo.detail.endToEndId == "E 1")
        #expect(rabo.detail.remittance == [])

        let ing = Self.read(
            "/EREF/E2//CNTP/NL32INGB0000012345/INGBNL2A/TEST BV/UTRECHT//REMI/STRD/CUR/9700123456/")
        #expect(
            ing.other == .init(name: "TEST BV", account: "NL32INGB0000012345", bank: "INGBNL2A"))
        #expect(ing.references("CUR") == ["9700123456"])
        #expect(
            Self.read("/REMI/STRD/ISO/RF18539007547034/").references("SCOR") == ["RF18539007547034"]
        )
        #expect(Self.read("/REMI/USTD//RE 7/").detail.remittance == ["RE 7"])
        // Of payer and payee the one that is not the account owner.
        let both = Self.read("/ORDP//NAME/PAYER/BENM//NAME/OWNER/REMI/X")
        #expect(both.detail.payer?.name == "PAYER")
    }

    @Test func codesOfAPaymentOrderStayText() {
        let entry = Self.read("/RFB/4711//INV/12\n/ROC/ABC")
        #expect(entry.detail.remittance == ["/RFB/4711//INV/12", "/ROC/ABC"])
    }

    @Test func chargesAreTold() {
        let line = Self.read("PAYMENT", line: "X\n/OCMT/USD100,/CHGS/EUR5,50/")
        #expect(
            line.detail.charges == [.init(amount: Amount("5.50")!, currency: .eur, bearer: nil)])
        #expect(
            line.detail.amounts == [
                AmountDetail(type: "instructed", amount: Amount("100"), currency: .usd)
            ])
        #expect(Self.read("A /CHGS/USD2,/").detail.charges.first?.currency == .usd)
        let plain = Self.read("PAYMENT /OCMT/USD7,50/").detail.amounts.first
        #expect(plain?.amount?.description == "7.50")
        let exchanged = Self.read("/EREF/A/OCMT/USD100,/EXCH/1,0832/CHGS/EUR1,/").detail
        #expect(exchanged.amounts.first?.exchange?.rate?.description == "1.0832")
        #expect(exchanged.charges.count == 1)
        #expect(Self.read("166?20SVWZ+A OAMT+USD5,").detail.amounts.first?.currency == .usd)
    }

    @Test func partiesBehindTheParties() {
        let german = Self.read("166?20SVWZ+RE 1?21ABWA+KONZERN AG?22ABWE+TOCHTER AG")
        #expect(german.detail.ultimatePayer?.name == "KONZERN AG")
        #expect(german.detail.ultimatePayee?.name == "TOCHTER AG")
        let dutch = Self.read("/EREF/A/ULTC//NAME/DOCHTER BV/PURP/CD/GDDS/MARF/M-9/REMI/X")
        #expect(dutch.detail.ultimatePayee?.name == "DOCHTER BV")
        #expect(dutch.detail.purpose == "GDDS")
        #expect(dutch.detail.mandateId == "M-9")
    }

    @Test func wires() {
        let american = Self.read(
            "WIRE IN ORG=NORTHWIND LTD OGB=BARCLAYS LONDON OBI=INV 4711 AND 4\n712 BNF=OUR COMPANY")
        #expect(american.other.name == "NORTHWIND LTD")
        #expect(american.other.bank == "BARCLAYS LONDON")
        #expect(american.detail.remittance == ["INV 4711 AND 4712"])
        let british = Self.read("/ORG/NORTHWIND LTD/OGB/BARCGB22/OBI/INV 9")
        #expect(british.detail.payer == .init(name: "NORTHWIND LTD", bank: "BARCGB22"))
        #expect(british.detail.remittance == ["INV 9"])
        #expect(Self.read("/BNF/SUPPLIER INC/OBI/PO 7", mark: "D").other.name == "SUPPLIER INC")
        #expect(Self.read("GORG=X").detail.remittance == ["GORG=X"])
    }

    @Test func chineseLabels() {
        let spoken = """
            对方户名：大连海润贸易有限公司 对方账号：2102 3344 对方开户行：中国银行大连分行
            用途：货款 摘要：转账 附言：INV-1 流水号：998877
            """
        let brackets = spoken.replacing("对方户名：", with: "【对方户名】").replacing(
            "对方账号：", with: "【对方账号】")
        for text in [spoken, spoken.replacing("：", with: "="), brackets] {
            let entry = Self.read(text)
            #expect(
                entry.detail.payer
                    == .init(name: "大连海润贸易有限公司", account: "21023344", bank: "中国银行大连分行"))
            #expect(entry.detail.remittance == ["货款", "转账", "INV-1"])
        }
        // Of payer and payee the one that is not the account owner.
        let both = "付款人：甲公司 付款账号：111 收款人：乙公司 收款账号：222 附言：货款"
        #expect(Self.read(both).detail.payer == .init(name: "甲公司", account: "111"))
        #expect(Self.read(both, mark: "D").detail.payee == .init(name: "乙公司", account: "222"))
    }

    @Test func labels() {
        let knab = Self.read("FACTUUR 1, 2\nREK: NL65INGB0123456789/NAAM: PICQER", mark: "D")
        #expect(knab.detail.payee == .init(name: "PICQER", account: "NL65INGB0123456789"))
        #expect(knab.detail.remittance == ["FACTUUR 1, 2"])
        let swiss = Self.read("GIRO AUFTRAGGEBER: JANE DOE\n 10 BASEL MITTEILUNGEN: RECHN\nUNG 7")
        #expect(swiss.other.name == "JANE DOE")
        #expect(swiss.detail.remittance == ["GIRO", "RECHNUNG 7"])
        let polish = Self.read("PRZELEW; z rach.: 11 22; od: HUTA; tyt.: FV 3; TNR: 5")
        #expect(polish.other == .init(name: "HUTA", account: "1122"))
        #expect(polish.detail.remittance.contains { $0.hasPrefix("FV 3") })
    }

    @Test func plainText() {
        let entry = Self.read("ONE LINE\n AND ANOTHER ")
        #expect(entry.detail.remittance == ["ONE LINE", "AND ANOTHER"])
        let abn = Self.read("GIRO   428428 KPN - DIGITENNE    BETALINGSKENM.  1")
        #expect(abn.other == .init(name: "KPN - DIGITENNE", account: "428428"))
        let sns = Self.read("0987654321 marechal s\nhuur", line: "X\nmarechal s")
        #expect(sns.other == .init(name: "marechal s", account: "0987654321"))
        let old = Self.read("Terug", line: "0121470966      W.P. Jansen")
        #expect(old.other == .init(name: "W.P. Jansen", account: "0121470966"))
        #expect(Self.read("", line: "X\nonly this").text == "only this")
        #expect(Self.read("A\n-\n:86:B").text == "A\n-\nB")
        #expect(Self.read("at 14\n:20:33 hours").text == "at 14\n:20:33 hours")
    }

    @Test func encodings() {
        // 付款人:大连海润贸易有限公司 / 附言:货款 INV-1, as a Chinese bank sends it in GB18030.
        let chinese: [UInt8] = [
            0xB8, 0xB6, 0xBF, 0xEE, 0xC8, 0xCB, 0x3A, 0xB4, 0xF3, 0xC1, 0xAC, 0xBA, 0xA3, 0xC8,
            0xF3,
            0xC3, 0xB3, 0xD2, 0xD7, 0xD3, 0xD0, 0xCF, 0xDE, 0xB9, 0xAB, 0xCB, 0xBE, 0x0A, 0xB8,
            0xBD,
            0xD1, 0xD4, 0x3A, 0xBB, 0xF5, 0xBF, 0xEE, 0x20, 0x49, 0x4E, 0x56, 0x2D, 0x31,
        ]
        let entry = Self.read(chinese)
        #expect(entry.text == "付款人:大连海润贸易有限公司\n附言:货款 INV-1")
        #expect(entry.detail.payer?.name == "大连海润贸易有限公司")
        #expect(entry.detail.remittance == ["货款 INV-1"])
        #expect(Self.read("货款 INV-1").detail.remittance == ["货款 INV-1"])
        // Müller, Größe, ÄÖ in ISO-8859-1.
        let latin =
            Array("M".utf8) + [0xFC] + Array("ller Gr".utf8) + [0xF6, 0xDF] + Array("e".utf8)
        #expect(Self.read(latin).text == "Müller Größe")
        #expect(Self.read("Müller Größe ąę").text == "Müller Größe ąę")
    }
}
