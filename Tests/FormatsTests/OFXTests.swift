import Ledger
import Testing

@testable import Formats

/// What is read of sound files.
@Suite struct OFXTests {
    private static func first(_ more: String) -> StatementEntry? {
        OFXReading(OFXSamples.file(OFXSamples.entry(more))).entries.first
    }

    @Test func bankStatementOfVersion1() throws {
        let read = OFXReading(OFXSamples.sgml)
        #expect(read.findings == [])
        #expect(read.format == "OFX")
        #expect(read.statements.count == 1)
        let statement = try #require(read.statements.first)
        #expect(statement.id == "20260402080000.000[+1:CET]")
        #expect(statement.account == "4711")
        #expect(statement.currency == .usd)
        #expect(statement.from == Day("2026-04-01"))
        #expect(statement.to == Day("2026-04-30"))
        #expect(statement.opening == nil)
        #expect(
            statement.closing
                == .init(amount: Amount("2245.50")!, currency: .usd, date: Day("2026-04-30")))
        #expect(statement.entries.count == 2)

        let credit = statement.entries[0]
        #expect(credit.amount == Amount("1250.00"))
        #expect(credit.currency == .usd)
        #expect(credit.bookedOn == Day("2026-04-02"))
        #expect(credit.valueDate == Day("2026-04-03"))
        #expect(credit.status == .booked && !credit.reversal)
        #expect(credit.bankReference == "A-1")
        #expect(credit.customerReference == "REF 9")
        #expect(credit.code == "CREDIT")
        #expect(credit.text == "Adler & Sons Inc\nINV-1001, INV-1002")
        let payment = try #require(credit.details.first)
        #expect(payment.payer?.name == "Adler & Sons Inc")
        #expect(payment.payee == nil)
        #expect(payment.remittance == ["INV-1001, INV-1002"])

        let check = statement.entries[1]
        #expect(check.amount == Amount("-4.5"))
        #expect(check.valueDate == nil)
        #expect(check.details.first?.payee?.name == "Rent")
        #expect(check.details.first?.checkNumber == "319")
        #expect(check.text == "Rent")
    }

    @Test func creditCardOfVersion2() throws {
        let read = OFXReading(OFXSamples.xml)
        #expect(read.findings == [])
        let statement = try #require(read.statements.first)
        #expect(statement.id == nil)
        #expect(statement.account == "5555444433331111")
        #expect(statement.currency == .eur)
        #expect(statement.closing?.amount == Amount("-12.34"))
        #expect(statement.entries.map(\.status) == [.booked, .pending])

        let entry = statement.entries[0]
        #expect(entry.text == "Café 大连\na < b & c\nORIGCURRENCY USD 0.9")
        #expect(entry.currency == .eur)
        let payment = try #require(entry.details.first)
        #expect(
            payment.payee == .init(name: "Café 大连", account: "FR7630002", bank: "30002"))
        #expect(payment.remittance == ["a < b & c"])

        let pending = statement.entries[1]
        #expect(pending.bookedOn == nil)
        #expect(pending.valueDate == Day("2026-04-30"))
        #expect(pending.details.first?.payee?.name == "Kiosk")
    }

    @Test func bothVersionsSayTheSame() {
        let ended = OFXSamples.sgml.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                guard line.hasPrefix("<"), let end = line.firstIndex(of: ">"),
                    line.last != ">", line.count(where: { $0 == "<" }) == 1
                else { return String(line) }
                return line + "</" + line[line.index(after: line.startIndex)...end]
            }
        #expect(ended.contains("<TRNAMT>+1,250.00</TRNAMT>"))
        #expect(OFXReading(ended.joined(separator: "\n")) == OFXReading(OFXSamples.sgml))
    }

    /// On one line, without its lines, in small letters, with a mark, in UTF-16.
    @Test func headersOfEveryKind() {
        let entry = OFXSamples.entry("<NAME>Müller")
        let sound = OFXReading(OFXSamples.file(entry))
        #expect(sound.findings == [])
        #expect(sound.entries.first?.details.first?.payer?.name == "Müller")
        let inline = OFXSamples.header.split(separator: "\n").joined(separator: " ")
        for header in [inline, "", "\n\n  ", "\u{FEFF}" + OFXSamples.header] {
            let text = OFXSamples.file(entry, header: header)
            #expect(OFXReading(text).statements == sound.statements, "\(header)")
            #expect(OFXReading(text).findings == [])
            #expect(recognise(prefix: Array(text.utf8)) == .ofx, "\(header)")
        }
        let text = OFXSamples.file(entry)
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
            #expect(OFXReading(bytes).statements == sound.statements)
            #expect(recognise(prefix: bytes) == .ofx)
        }
        let small = "<ofx><bankmsgsrsv1><stmttrnrs><stmtrs><curdef>USD<bankacctfrom><acctid>1"
        let lower = small + "</bankacctfrom></stmtrs></stmttrnrs></bankmsgsrsv1></ofx>"
        #expect(OFXReading(lower).statements.map(\.account) == ["1"])
        #expect(recognise(prefix: Array(lower.utf8)) == .ofx)
        #expect(recognise(prefix: Array(OFXSamples.xml.utf8)) == .ofx)
        #expect(recognise(prefix: Array("memo,a<OFX>b\n".utf8)) == .csv)
    }

    @Test func encodings() {
        let name = { (bytes: [UInt8], declaration: String) in
            let parts = OFXSamples.file(
                OFXSamples.entry("<NAME>|"), header: declaration
            ).utf8.split(separator: UInt8(ascii: "|"))
            return OFXReading(parts[0] + bytes + parts[1])
                .entries.first?.details.first?.payer?.name
        }
        // UTF-8 under a header that says 1252; Windows-1252; GBK.
        #expect(name(Array("Größe".utf8), OFXSamples.header) == "Größe")
        #expect(name([0x47, 0x72, 0xF6, 0xDF, 0x65, 0x20, 0x80, 0x92], "") == "Größe €’")
        #expect(name([0xB4, 0xF3, 0xC1, 0xAC, 0xBA, 0xA3, 0xC8, 0xF3], "") == "大连海润")
        let declared = "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><?OFX OFXHEADER=\"200\"?>"
        #expect(name([0xA4], declared) == "€")
    }

    @Test func entities() {
        let name = { Self.first("<NAME>" + $0)?.details.first?.payer?.name }
        #expect(name("A&amp;B &lt;C&gt; &quot;D&quot; &apos;E&apos;") == "A&B <C> \"D\" 'E'")
        #expect(name("&#229;&#xE5;&#xe5;&#22823;&#x1F600;") == "ååå大😀")
        #expect(name("A&nbsp;B&#160;C") == "A B C")
        let none = "A&B &; &#; &#0; &#xD800; &what; &#1114112;"
        #expect(name(none) == none)
        #expect(name("&amp;lt;") == "&lt;")
    }

    @Test func whatIsNoTagIsText() {
        let name = { Self.first("<NAME>" + $0 + "<MEMO>m")?.details.first?.payer?.name }
        #expect(name("A < B") == "A < B")
        #expect(name("A <3 B") == "A <3 B")
        #expect(name("A <B") == "A <B")
        #expect(name("A <! B") == "A <! B")
        #expect(name("A<!-- none -->B") == "AB")
        #expect(name("A<![CDATA[&amp;<x>]]]>B") == "A&amp;<x>]B")
        #expect(name("A > B") == "A > B")
    }

    @Test func elementsMayBeEmptyOrHaveAttributes() {
        let entry = Self.first("<CHECKNUM></CHECKNUM><REFNUM/><NAME lang=\"en\">N</NAME><MEMO>")
        #expect(entry?.details.first?.payer?.name == "N")
        #expect(entry?.details.first?.checkNumber == nil)
        #expect(entry?.customerReference == nil)
        #expect(entry?.text == "N")
        #expect(Self.first("<CHECKNUM>000")?.details == [])
        #expect(Self.first("<INTU.BID>77<NAME>N")?.text == "N")
    }

    @Test func amounts() {
        let read = { (text: String, code: String) -> String? in
            let bytes = Array(text.utf8)
            return bytes.withUnsafeBufferPointer {
                switch OFXAmount.read(ByteRun($0), in: Currency(code)) {
                case .amount(let amount): "\(amount)"
                case .ambiguous: "?"
                case .unreadable: nil
                }
            }
        }
        let same = [
            ("1", "1"), ("-1.5", "-1.5"), ("+1,50", "1.50"), ("1,234.56", "1234.56"),
            ("1.234,56", "1234.56"), ("-1,234,567", "-1234567"), ("1.234.567,8", "1234567.8"),
            ("0.500", "0.500"), ("1234.500", "1234.500"), (".5", "0.5"), ("12.", "12"),
            ("1,234.567", "1234.567"), ("1,234", "?"), ("-12.000", "?"), ("0", "0"),
        ]
        for (text, amount) in same { #expect(read(text, "USD") == amount, "\(text)") }
        #expect(read("1.234", "KWD") == "1.234")
        for text in [
            "", "-", "+", ".", ",", "1..2", "1,23,456.00", "12,34,567", "1.2.3", "1,2,3.4", "--1",
            "1-", "1e5", "$1", "1 000", "1,234.5.6", "9999999999999999999", "1234,567.00", ",123.4",
            "1,234,56", "1.2345678901234", "٣", "1,234.567,8",
        ] {
            #expect(read(text, "USD") == nil, "\(text)")
        }
    }

    @Test func dates() {
        let read = { (text: String) -> String? in
            let bytes = Array(text.utf8)
            return bytes.withUnsafeBufferPointer { OFXDate.read(ByteRun($0))?.description }
        }
        for rest in [
            "", "12", "1200", "120000", "120000.000", "120000.000[-5:EST]", "120000[+5.30:IST]",
            "120000 [0:GMT]", "[0]", "120000.[-5",
        ] {
            #expect(read("20260402" + rest) == "2026-04-02", "\(rest)")
        }
        for text in [
            "", "2026", "2026040", "20260431", "20261301", "00000000", "2026-04-02", "202604021",
            "20260402120000Z", "20260402T12", "20260402120000.000 EST",
        ] {
            #expect(read(text) == nil, "\(text)")
        }
    }

    @Test func theOtherParty() {
        let party = { (more: String) in
            let detail = Self.first(more)?.details.first
            return detail?.payer ?? detail?.payee
        }
        #expect(party("<NAME>A<EXTDNAME>A very long one")?.name == "A very long one")
        #expect(party("<PAYEE><NAME>P<ADDR1>x</PAYEE>")?.name == "P")
        #expect(party("<CCACCTTO><ACCTID>77</CCACCTTO>")?.account == "77")
        // Our own account says nothing of the other party.
        #expect(party("<BANKACCTTO><BANKID>1<ACCTID>4711</BANKACCTTO>") == nil)
    }

    @Test func currenciesOfAnEntry() {
        let original = Self.first("<ORIGCURRENCY><CURRATE>0.8<CURSYM>GBP</ORIGCURRENCY>")
        #expect(original?.currency == .usd)
        #expect(original?.text == "ORIGCURRENCY GBP 0.8")
        let other = Self.first("<CURRENCY><CURRATE>0.8<CURSYM>EUR</CURRENCY>")
        #expect(other?.currency == .eur)
        #expect(other?.text == "CURRENCY EUR 0.8")
    }

    @Test func aNameThatTheMemoRepeats() {
        let entry = Self.first("<NAME>AUTOMATIC WITH<MEMO>AUTOMATIC WITHDRAWAL 7")
        #expect(entry?.text == "AUTOMATIC WITHDRAWAL 7")
        #expect(entry?.details.first?.payer?.name == "AUTOMATIC WITH")
        #expect(Self.first("<MEMO>one<MEMO>two")?.details.first?.remittance == ["one", "two"])
    }

    @Test func severalStatements() {
        let one = OFXSamples.file(OFXSamples.entry())
        let other = OFXSamples.file(
            OFXSamples.entry(amount: "2"), header: "", account: "<ACCTID>4712")
        let read = OFXReading(one + other)
        #expect(read.statements.map(\.account) == ["4711", "4712"])
        #expect(read.entries.map(\.amount.units) == [100, 2])
        #expect(read.findings == [])
    }

    /// What is kept does not grow with the file: a million entries pass through one buffer.
    @Test func longFilesPassThrough() {
        let head = Array(OFXSamples.file("|").utf8.split(separator: UInt8(ascii: "|"))[0])
        var reader = OFXReader()
        var count = 0
        let take = { (event: StatementEvent) in if case .entry = event { count += 1 } }
        head.withUnsafeBytes { reader.feed($0, emit: take) }
        for number in 0..<20_000 {
            Array(OFXSamples.entry(id: "F\(number)").utf8).withUnsafeBytes {
                reader.feed($0, emit: take)
            }
        }
        reader.finish(emit: take)
        #expect(count == 20_000)
    }
}
