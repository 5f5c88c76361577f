import Ledger
import Testing

@testable import Formats

/// One example of each finding of the reader, with where it is and how heavy it is.
@Suite struct PainFindingTests {
    struct Example {
        let finding: PainFinding
        let place: String
        let text: String
        var limits = PainLimits()

        init(
            _ finding: PainFinding, at place: String, _ text: String,
            _ limit: (inout PainLimits) -> Void = { _ in }
        ) {
            self.finding = finding
            self.place = place
            self.text = text
            limit(&limits)
        }
    }

    private static let one = PainSamples.transfer("1.00", id: "E-1")

    static let examples: [Example] = [
        Example(.noMessage, at: "line 1", "<Document><CstmrPmtRvsl/></Document>"),
        Example(
            .versionUnknown, at: "line 3", PainSamples.order(one, version: "pain.001.001.14")),
        Example(
            .versionUnknown, at: "line 3", PainSamples.order(one, version: "pain.002.001.03")),
        Example(.elementMissing, at: "PmtInf[1]/PmtInfId, line 5", PainSamples.order(one, id: "")),
        Example(
            .elementMissing, at: "PmtInf[1]/DbtrAgt, line 5",
            PainSamples.order(one).replacing("DbtrAgt", with: "Unknown")),
        Example(
            .elementMissing, at: "GrpHdr/MsgId, line 3",
            PainSamples.order(one).replacing("<MsgId>M-1</MsgId>", with: "")),
        Example(
            .elementMissing, at: "PmtInf[1]/CdtTrfTxInf[1]/PmtId/EndToEndId, line 10",
            PainSamples.order(one.replacing("<EndToEndId>E-1</EndToEndId>", with: ""))),
        Example(
            .elementMissing, at: "OrgnlGrpInfAndSts/OrgnlMsgId, line 1",
            PainSamples.status.replacing("<OrgnlMsgId>MSG-77</OrgnlMsgId>", with: "")),
        Example(
            .elementLate, at: "PmtInf[1]/ChrgBr, line 14",
            PainSamples.order(one + "<ChrgBr>SHAR</ChrgBr>")),
        Example(
            .countDiffers, at: "GrpHdr/NbOfTxs, line 14", PainSamples.order(one, count: "2")),
        Example(
            .countDiffers, at: "PmtInf[1]/NbOfTxs, line 14",
            PainSamples.order(one, id: "<PmtInfId>G</PmtInfId><NbOfTxs>2</NbOfTxs>")),
        Example(.sumDiffers, at: "GrpHdr/CtrlSum, line 14", PainSamples.order(one, sum: "1.01")),
        Example(
            .sumDiffers, at: "PmtInf[1]/CtrlSum, line 14",
            PainSamples.order(one, id: "<PmtInfId>G</PmtInfId><CtrlSum>0.99</CtrlSum>")),
        Example(
            .countUnreadable, at: "GrpHdr/NbOfTxs, line 4", PainSamples.order(one, count: "one")),
        Example(
            .amountMissing, at: "PmtInf[1]/CdtTrfTxInf[1]/Amt, line 10",
            PainSamples.order(one.replacing("InstdAmt", with: "Other"))),
        Example(
            .amountUnreadable, at: "PmtInf[1]/CdtTrfTxInf[1]/Amt/InstdAmt, line 11",
            PainSamples.order(PainSamples.transfer("1,00", id: "E-1"))),
        Example(
            .amountUnreadable, at: "PmtInf[1]/CdtTrfTxInf[1]/Amt/InstdAmt, line 11",
            PainSamples.order(PainSamples.transfer("0.00", id: "E-1"))),
        Example(
            .currencyMissing, at: "PmtInf[1]/CdtTrfTxInf[1]/Amt/InstdAmt, line 11",
            PainSamples.order(one.replacing("EUR", with: "euro"))),
        Example(
            .remittanceAmountUnreadable,
            at: "PmtInf[1]/CdtTrfTxInf[1]/RmtInf/Strd/RfrdDocAmt/RmtdAmt, line 13",
            PainSamples.order(
                PainSamples.transfer(
                    "1.00", id: "E-1",
                    remittance:
                        "<Strd><RfrdDocAmt><RmtdAmt Ccy=\"EUR\">?</RmtdAmt></RfrdDocAmt></Strd>"))),
        Example(
            .dateUnreadable, at: "PmtInf[1]/ReqdExctnDt/Dt, line 6",
            PainSamples.order(one, date: "<Dt>03.03.2026</Dt>")),
        Example(
            .dateUnreadable, at: "PmtInf[1]/ReqdExctnDt/DtTm, line 6",
            PainSamples.order(one, date: "<DtTm>2026-03-03T25:00:00</DtTm>")),
        Example(
            .methodUnknown, at: "PmtInf[1]/PmtMtd, line 5", PainSamples.order(one, method: "DD")),
        Example(
            .ibanWrong, at: "PmtInf[1]/CdtTrfTxInf[1]/CdtrAcct/Id/IBAN, line 12",
            PainSamples.order(
                PainSamples.transfer(
                    "1.00", id: "E-1", account: "<IBAN>DE02120300000000202052</IBAN>"))),
        Example(
            .groupTwice, at: "PmtInf[2]/PmtInfId, line 14",
            PainSamples.order(one + "</PmtInf><PmtInf><PmtInfId>G-1</PmtInfId>")),
        Example(
            .endToEndTwice, at: "PmtInf[1]/CdtTrfTxInf[2]/PmtId/EndToEndId, line 14",
            PainSamples.order(one + one, count: "2", sum: "2.00")),
        Example(
            .tooMuch, at: "PmtInf[1]/CdtTrfTxInf[1]/RmtInf/Ustrd, line 13",
            PainSamples.order(
                PainSamples.transfer(
                    "1.00", id: "E-1", remittance: String(repeating: "<Ustrd>x</Ustrd>", count: 9)))
        ) { $0.pieces = 2 },
    ]

    @Test func eachExampleHasItsFinding() {
        for example in Self.examples {
            let read = readPain(example.text, limits: example.limits)
            let found = read.findings.filter { $0.code == example.finding.rawValue }
            #expect(
                found.map(\.place).contains(example.place),
                "\(example.finding): \(read.findings.map { "\($0.code) \($0.place)" })")
            if example.finding != .groupTwice {
                #expect(
                    read.isClean == (example.finding.severity == .warning), "\(example.finding)")
            }
        }
    }

    @Test func everyFindingHasAnExample() {
        let seen = Set(Self.examples.map(\.finding))
        #expect(PainFinding.allCases.filter { !seen.contains($0) } == [])
        for finding in PainFinding.allCases {
            #expect(!finding.en.isEmpty)
            #expect(finding.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(finding)")
        }
    }

    @Test func theSampleIsClean() {
        #expect(readPain(PainSamples.order(Self.one)).findings == [])
        let detail = readPain(PainSamples.order(Self.one, sum: "1.01")).findings.first?.en
        #expect(detail?.hasSuffix("1.01 ≠ 1.00") == true)
    }

    /// `NOTPROVIDED` is no id, so it comes any number of times; past the bound nothing is sought.
    @Test func idsThatMayRepeat() {
        let blank = PainSamples.transfer("1.00", id: "NOTPROVIDED")
        #expect(readPain(PainSamples.order(blank + blank, count: "2", sum: "2.00")).codes == [])
        var limits = PainLimits()
        limits.ids = 0
        let twice = PainSamples.order(Self.one + Self.one, count: "2", sum: "2.00")
        #expect(readPain(twice, limits: limits).codes == [])
    }

    /// A sum is not held against transfers of which one has no amount.
    @Test func noSumOfAPart() {
        let text = PainSamples.order(
            Self.one + PainSamples.transfer("?", id: "E-2"), count: "2", sum: "9.00")
        #expect(readPain(text).codes == ["pain-amount-unreadable"])
    }

    @Test func hostileFilesAreRefused() {
        let deep = PainSamples.order(String(repeating: "<x>", count: 80))
        let text = String(repeating: "x", count: 70_000)
        for (file, code) in [
            (deep, "pain-too-deep"), ("<!DOCTYPE d><Document/>", "pain-doctype"),
            (PainSamples.order("<PmtMtd>\(text)</PmtMtd>"), "pain-text-too-long"),
            (PainSamples.order("<!--\(text)-->"), "pain-tag-too-long"), ("", "pain-truncated"),
            ("<a></b>", "pain-xml-broken"),
            ("<?xml version=\"1.0\" encoding=\"EBCDIC-1\"?><a/>", "pain-encoding-unknown"),
        ] {
            #expect(readPain(file).codes.last == code)
            #expect(!readPain(file).isClean)
        }
    }
}
