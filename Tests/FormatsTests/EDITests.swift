import Ledger
import Testing

@testable import Formats

/// X12 820 and EDIFACT REMADV: what is made of them.
@Suite struct EDITests {
    static let full820 = EDISample.x12(
        "BPR*C*9650.00*C*ACH*CTX*01*021000021*DA*556677*1123456789**01*026009593*DA*889900*20260304",
        "TRN*1*0704*1123456789", "CUR*PR*USD", "REF*RA*ADV-31", "DTM*009*20260301",
        "DTM*097*20260302", "N1*PR*NORTHWIND LTD*1*123456789", "N3*1 HARBOUR ROAD",
        "N1*PE*OUR COMPANY", "ENT*1", "RMR*IV*INV-1001**9800.00*10000.00*200.00",
        "NTE*INV*2 PERCENT, 10 DAYS", "REF*PO*4500123", "DTM*003*20260201", "IT1*1*5*EA*2000",
        "REF*VN*IGNORED", "ADX*-150.00*01*IV*INV-1002")

    /// G-820-01: the payment is what was paid and the adjustment of another invoice.
    @Test func anX12Remittance() throws {
        let reading = EDIReading(Self.full820)
        #expect(reading.format == "EDI-820")
        #expect(reading.findings == [])
        let advice = try #require(reading.advices.first)
        #expect(reading.advices.count == 1)
        #expect(advice.id == "ADV-31")
        #expect(advice.date == Day("2026-03-02"))
        #expect(advice.valueDate == Day("2026-03-04"))
        #expect(
            advice.payer == .init(name: "NORTHWIND LTD", account: "556677", bank: "021000021"))
        #expect(advice.payee == .init(name: "OUR COMPANY", account: "889900", bank: "026009593"))
        #expect(advice.amount == Amount("9650.00"))
        #expect(advice.currency == .usd)
        #expect(advice.method == "ACH")
        #expect(advice.trace == "0704")
        #expect(advice.adjustments == [])
        try #require(advice.lines.count == 2)
        var adjusted = AdviceLine()
        adjusted.type = "IV"
        adjusted.number = "INV-1002"
        adjusted.adjustment = Amount("-150.00")
        adjusted.reason = "01"
        var paid = AdviceLine()
        paid.type = "IV"
        paid.number = "INV-1001"
        paid.date = Day("2026-02-01")
        paid.gross = Amount("10000.00")
        paid.discount = Amount("200.00")
        paid.net = Amount("9800.00")
        paid.text = "2 PERCENT, 10 DAYS\nPO 4500123"
        #expect(advice.lines == [paid, adjusted])
    }

    @Test func aPaymentThatIsNotItsLines() {
        for (total, holds) in [
            ("9650", true), ("9650.000", true), ("9650.01", false), ("9800.00", false),
            ("9950.00", false), ("-9650.00", false),
        ] {
            let reading = EDIReading(
                EDISample.x12(
                    "BPR*C*\(total)*C*ACH", "RMR*IV*INV-1001**9800.00*10000.00*200.00",
                    "ADX*-150.00*01*IV*INV-1002"))
            #expect(reading.codes == (holds ? [] : ["advice-out-of-balance"]), "\(total)")
        }
    }

    /// An adjustment under its own line is in what was paid, or is to be added.
    @Test func adjustmentsOfALine() throws {
        for total in ["90", "85"] {
            let reading = EDIReading(
                EDISample.x12(
                    "BPR*C*\(total)*C*CHK", "RMR*IV*A**90*100", "ADX*-5*02", "RMR*IV*B**0*5**05*-5",
                    "ADX*0*03*IV*B"))
            #expect(reading.findings == [])
            #expect(reading.lines.map(\.number) == ["A", "B", "B"])
            #expect(reading.lines.map(\.adjustment) == ["-5", "-5", "0"].map { Amount($0) })
            #expect(reading.lines.map(\.reason) == ["02", "05", "03"])
        }
        let header = EDIReading(
            EDISample.x12("BPR*C*95*C*CHK", "ENT*1", "ADX*-5*L3", "RMR*IV*A**100"))
        #expect(header.findings == [])
        #expect(header.advices.first?.adjustments.map(\.reason) == ["L3"])
        #expect(header.lines.map(\.number) == ["A"])
    }

    /// Separators of the sender, lines wrapped at eighty bytes, and none at all.
    @Test func separatorsAndLineBreaks() {
        let sound = EDIReading(Self.full820)
        let one = Self.full820.replacing("\n", with: "")
        #expect(EDIReading(one).advices == sound.advices)
        let wrapped = stride(from: 0, to: one.count, by: 80).map {
            one.dropFirst($0).prefix(80)
        }.joined(separator: "\r\n")
        #expect(EDIReading(wrapped) == EDIReading(one))
        #expect(EDIReading(one.replacing("~", with: "\r\n")) == EDIReading(one))
        #expect(
            EDIReading(one.replacing("~", with: "\n").replacing("*", with: "|")).lines
                == sound.lines)
        #expect(EDIReading("\u{FEFF} \n" + one).advices == sound.advices)
        // Several interchanges, each with separators of its own.
        let two = EDIReading(Self.full820 + one.replacing("*", with: "^"))
        #expect(two.findings == [])
        #expect(two.advices == sound.advices + sound.advices)
    }

    @Test func otherSetsAreLeftOut() {
        let text = Self.full820.replacing(
            "GE*1*77~", with: "ST*997*0002~AK1*RA*1~SE*3*0002~GE*2*77~")
        let reading = EDIReading(text)
        #expect(reading.codes == ["edi-message-other"])
        #expect(reading.advices.count == 1)
    }

    static let fullREMADV = EDISample.remadv(
        "BGM+481+ADV-77+9", "DTM+137:20260302:102", "DTM+138:20260305:102",
        "DTM+203:202603041200:203", "RFF+ZZZ:1", "RFF+PQ:PAY-9", "PAI+::42",
        "FII+OR+DE89370400440532013000+COBADEFF:25:5", "FII+BF+DE02120300000000202051",
        "NAD+BY+401::9", "NAD+PR+4012345000009::9++N?'OST GMBH:WERK 2", "NAD+PE+541::9",
        "CUX+2:USD:4+3:EUR:11", "DOC+380+INV-1001", "MOA+9:10000,00", "MOA+12:9800.00",
        "MOA+52:200", "DTM+171:20260201:102", "RFF+ON:4500123", "NAD+BY+IGNORED",
        "AJT+5", "MOA+165:-150", "RFF+IV:INV-1002", "FTX+AAI+++DAMAGED:GOODS", "DOC+381+CN-5",
        "MOA+9:50", "MOA+12:50", "DLI+1+1", "MOA+12:77", "UNS+S", "MOA+9:10000",
        "MOA+12:9600:EUR")

    @Test func aREMADV() throws {
        let reading = EDIReading("UNA:+.? '\r\n" + Self.fullREMADV)
        #expect(reading.format == "REMADV")
        #expect(reading.findings == [])
        let advice = try #require(reading.advices.first)
        #expect(advice.id == "ADV-77")
        #expect(advice.date == Day("2026-03-02"))
        #expect(advice.valueDate == Day("2026-03-04"))
        #expect(
            advice.payer
                == .init(
                    name: "N'OST GMBH WERK 2", account: "DE89370400440532013000",
                    bank: "COBADEFF"))
        #expect(advice.payee == .init(name: "541", account: "DE02120300000000202051"))
        #expect(advice.amount == Amount("9600"))
        #expect(advice.currency == .eur)
        #expect(advice.method == "42")
        #expect(advice.trace == "PAY-9")
        #expect(advice.lines.map(\.number) == ["INV-1001", "INV-1002", "CN-5"])
        let paid = try #require(advice.lines.first { $0.number == "INV-1001" })
        #expect(paid.type == "380")
        #expect(paid.date == Day("2026-02-01"))
        #expect(paid.gross == Amount("10000.00"))
        #expect(paid.net == Amount("9800.00"))
        #expect(paid.discount == Amount("200"))
        #expect(paid.text == "ON 4500123")
        let adjusted = try #require(advice.lines.first { $0.number == "INV-1002" })
        #expect(adjusted.adjustment == Amount("-150"))
        #expect(adjusted.reason == "5")
        #expect(adjusted.text == "DAMAGED GOODS")
        #expect(adjusted.net == nil)
    }

    /// UNA of another sender; what is released is content.
    @Test func serviceStrings() {
        let other =
            "UNA:*,! ~"
            + Self.fullREMADV.replacing("?'", with: "!~")
            .replacing("+", with: "*").replacing("'", with: "~")
        let reading = EDIReading(other)
        #expect(reading.lines == EDIReading(Self.fullREMADV).lines)
        #expect(reading.advices.first?.payer?.name == "N~OST GMBH WERK 2")
        let without = EDIReading(
            EDISample.remadv(
                "BGM+481+A?+B??", "DOC+380+X?:1", "MOA+12:1", "UNS+S", "MOA+12:1"))
        #expect(without.advices.first?.id == "A+B?")
        #expect(without.lines.map(\.number) == ["X:1"])
        // Separators hold for one interchange.
        #expect(EDIReading(other + Self.fullREMADV).findings == [])
    }

    /// What is due may be in another currency than what is paid.
    @Test func amountsInOtherCurrencies() {
        let reading = EDIReading(
            EDISample.remadv(
                "CUX+2:EUR:11", "DOC+380+A", "MOA+9:110:USD", "MOA+12:100", "UNS+S", "MOA+12:100"))
        #expect(reading.findings == [])
        #expect(reading.lines.map(\.gross) == [nil])
        #expect(reading.lines.map(\.text) == ["9 110 USD"])
    }

    @Test func encodings() {
        let text = EDISample.remadv(
            "NAD+PR+1++大连公司", "DOC+380+A", "MOA+12:1", "UNS+S", "MOA+12:1")
        #expect(EDIReading(text).advices.first?.payer?.name == "大连公司")
        let latin = Array(text.replacing("大连公司", with: "M?ller").utf8).map {
            $0 == UInt8(ascii: "?") ? 0xFC : $0
        }
        #expect(EDIReading(latin).advices.first?.payer?.name == "Müller")
    }

    @Test func recognition() {
        func kind(_ text: String) -> FileKind? { recognise(prefix: Array(text.utf8)) }
        #expect(kind(Self.full820) == .edi)
        #expect(kind("\n" + Self.full820.replacing("*", with: ",")) == .edi)
        #expect(kind(Self.fullREMADV) == .edi)
        #expect(kind("UNA:+.? '\r\n" + Self.fullREMADV) == .edi)
        #expect(kind("ISA,id,name\n1,2,3\n") == .csv)
        #expect(kind("UNB,id\n") == .csv)
        #expect(kind("UNAIDS,id\n") == .csv)
    }

    @Test func theShapeOfTheInterface() {
        let json = String(
            decoding: readJSON(
                Array(Self.full820.utf8).withUnsafeBytes { readAdvices($0) }, file: "a.820"),
            as: UTF8.self)
        #expect(
            json == #"""
                {"file":"a.820","format":"EDI-820","advices":[{"id":"ADV-31","date":"2026-03-02","valueDate":"2026-03-04","payer":{"name":"NORTHWIND LTD","account":"556677","bank":"021000021"},"payee":{"name":"OUR COMPANY","account":"889900","bank":"026009593"},"amount":"9650.00","currency":"USD","method":"ACH","trace":"0704","lines":[{"type":"IV","number":"INV-1001","date":"2026-02-01","gross":"10000.00","discount":"200.00","net":"9800.00","text":"2 PERCENT, 10 DAYS\nPO 4500123"},{"type":"IV","number":"INV-1002","adjustment":"-150.00","reason":"01"}]}],"findings":[]}

                """#)
        let none = [UInt8]("nothing".utf8).withUnsafeBytes { readAdvices($0) }
        let printed = String(decoding: readJSON(none, file: "x"), as: UTF8.self)
        #expect(printed.contains("\"format\":null"))
    }
}
