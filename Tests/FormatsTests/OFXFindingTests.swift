import Formats
import Testing

/// An example of every finding, each of which gives that finding alone unless it says otherwise.
@Suite struct OFXFindingTests {
    static let examples: [OFXFinding: String] = [
        .noMessage: "OFXHEADER:100\nDATA:OFXSGML\n\nnothing of the kind",
        .noStatement: OFXSamples.header + "<OFX>" + OFXSamples.signon + "</OFX>",
        .truncated: OFXSamples.file(entry()).replacing("</OFX>", with: ""),
        .doctype: OFXSamples.file(entry(), header: "<!DOCTYPE OFX SYSTEM \"ofx.dtd\">\n"),
        .tooDeep: OFXSamples.file(
            entry(String(repeating: "<FI>", count: 80) + String(repeating: "</FI>", count: 80))),
        .tagTooLong: OFXSamples.file(
            entry("<NAME a=\"" + String(repeating: "x", count: 5_000) + "\">n")),
        .valueTooLong: OFXSamples.file(entry("<MEMO>" + String(repeating: "x", count: 70_000))),
        .encodingUnknown: declared("EBCDIC-7"),
        .encodingBroken: declared("GB18030") + "|",
        .tagsCrossed: OFXSamples.file(entry().replacing("</STMTTRN>", with: "") + entry(id: "F2"))
            .replacing("</BANKTRANLIST>", with: "</STMTTRN></BANKTRANLIST>"),
        .statusError: OFXSamples.file(entry(), around: status("ERROR", 2000)),
        .accountMissing: OFXSamples.file(entry(), account: "<BANKID>1"),
        .currencyMissing: OFXSamples.file(entry(), currency: ""),
        .fieldRepeated: OFXSamples.file(entry("<TRNAMT>2")),
        .amountMissing: OFXSamples.file("<STMTTRN><DTPOSTED>20260402<FITID>F1</STMTTRN>"),
        .amountUnreadable: OFXSamples.file(OFXSamples.entry(amount: "ten")),
        .amountAmbiguous: OFXSamples.file(OFXSamples.entry(amount: "1,000")),
        .dateMissing: OFXSamples.file("<STMTTRN><TRNAMT>1<FITID>F1</STMTTRN>"),
        .dateUnreadable: OFXSamples.file(OFXSamples.entry(date: "20260431")),
        .balanceUnreadable: OFXSamples.file(
            entry(), balance: "<LEDGERBAL><BALAMT>x<DTASOF>20260430</LEDGERBAL>"),
        .correction: OFXSamples.file(entry("<CORRECTFITID>F0<CORRECTACTION>DELETE")),
        .tooManyFindings: OFXSamples.file(
            String(repeating: OFXSamples.entry(amount: "x", id: nil), count: 10_000)),
        .charset: OFXSamples.file(
            entry(), header: OFXSamples.header.replacing("1252", with: "932")),
        .messageLeftOut: OFXSamples.file(
            entry(),
            around: "<INVSTMTMSGSRSV1><INVSTMTTRNRS><STMTTRN><TRNAMT>x</STMTTRN>"
                + "<BAL><NAME>n</BAL></INVSTMTTRNRS></INVSTMTMSGSRSV1>"),
        .statusWarning: OFXSamples.file(entry(), around: status("WARN", 2001)),
        .noEntries: OFXSamples.file(""),
        .balanceMissing: OFXSamples.file(entry(), balance: ""),
        .balanceDay: OFXSamples.file(
            entry(), balance: "<LEDGERBAL><BALAMT>1<DTASOF>20260501</LEDGERBAL>"),
        .dayUnreadable: OFXSamples.file(entry(), list: "<DTSTART>20260230<DTEND>20260430"),
        .idMissing: OFXSamples.file(OFXSamples.entry(id: nil)),
        .idRepeated: OFXSamples.file(entry() + entry()),
        .signOdd: OFXSamples.file(entry("<TRNTYPE>DEBIT")),
    ]

    static func entry(_ more: String = "", id: String = "F1") -> String {
        OFXSamples.entry(id: id, more)
    }

    static func status(_ severity: String, _ code: Int) -> String {
        "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>\(code)<SEVERITY>\(severity)<MESSAGE>No</STATUS>"
            + "</SONRS></SIGNONMSGSRSV1>"
    }

    static func declared(_ encoding: String) -> String {
        OFXSamples.file(entry(), header: "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n")
    }

    /// Findings that come with another one.
    static let company: [OFXFinding: Set<String>] = [
        .tooManyFindings: [
            "ofx-amount-unreadable", "ofx-id-missing",
        ]
    ]

    @Test(arguments: OFXFinding.allCases) func everyFindingHasAnExample(_ kind: OFXFinding) throws {
        let text = try #require(Self.examples[kind])
        // FF is no byte of any encoding.
        let bytes = text.utf8.map { kind == .encodingBroken && $0 == 0x7C ? 0xFF : $0 }
        let reading = OFXReading(bytes)
        let others = Set(reading.codes).subtracting([kind.rawValue])
        #expect(others == Self.company[kind] ?? [])
        let finding = try #require(reading.findings.first { $0.code == kind.rawValue })
        #expect(finding.severity == kind.severity)
        #expect(finding.place.hasPrefix("line "))
        #expect(finding.en.hasPrefix(kind.en))
        #expect(finding.zh.hasPrefix(kind.zh))
        #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
        #expect(OFXReading(bytes, piece: 7) == reading)
    }

    @Test func aFindingNamesItsLineAndValue() {
        let text = OFXSamples.file(
            entry() + "\n<STMTTRN>\n<DTPOSTED>20260402\n<TRNAMT>1,2,3\n<FITID>F2\n</STMTTRN>")
        for ends in ["\n", "\r\n", "\r"] {
            let reading = OFXReading(text.replacing("\n", with: ends))
            #expect(reading.codes == ["ofx-amount-unreadable"])
            #expect(reading.findings.map(\.place) == ["line 16"])
            #expect(reading.findings.map(\.value) == ["1,2,3"])
        }
        #expect(OFXReading(text).entries.map(\.bankReference) == ["F1"])
    }

    private func entry() -> String { Self.entry() }

    @Test func aStatusSaysWhatTheBankSaid() {
        let reading = OFXReading(OFXSamples.file(entry(), around: Self.status("ERROR", 15500)))
        #expect(reading.findings.map(\.value) == ["15500 No"])
        let silent = "<SIGNONMSGSRSV1><STATUS><CODE>2000</STATUS></SIGNONMSGSRSV1>"
        #expect(OFXReading(OFXSamples.file(entry(), around: silent)).codes == ["ofx-status-error"])
        // Inside of what is left out, too.
        let other = "<BANKMSGSRSV1><INTRATRNRS>" + silent + "</INTRATRNRS></BANKMSGSRSV1>"
        #expect(
            OFXReading(OFXSamples.file(entry(), around: other)).codes
                == ["ofx-message-left-out", "ofx-status-error"])
    }

    @Test func whatIsCorrectedIsNotBooked() {
        let reading = OFXReading(
            OFXSamples.file(entry() + Self.entry("<CORRECTFITID>F1", id: "F2")))
        #expect(reading.entries.map(\.status) == [.booked, .info])
        #expect(reading.findings.map(\.value) == ["F1"])
    }

    @Test func entriesThatLackTheirEndAreNotOne() {
        let open = entry().replacing("</STMTTRN>", with: "")
        let reading = OFXReading(OFXSamples.file(open + Self.entry(id: "F2")))
        #expect(reading.codes == ["ofx-tags-crossed", "ofx-tags-crossed"])
    }

    @Test func anEmptyFileSaysSo() {
        #expect(OFXReading("").codes == ["ofx-no-message"])
        #expect(OFXReading("\n\n").codes == ["ofx-no-message"])
        #expect(OFXReading("<OFX></OFX>").codes == ["ofx-no-statement"])
        #expect(OFXReading("<OFX>").codes == ["ofx-truncated"])
    }
}
