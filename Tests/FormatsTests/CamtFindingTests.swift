import Ledger
import Testing

@testable import Formats

/// One example of each finding, with where it is and how heavy it is.
@Suite struct CamtFindingTests {
    struct Example {
        let code: String
        let severity: Finding.Severity
        let text: String
        let place: String
        var limits = CamtLimits()

        init(_ finding: CamtFinding, at place: String, _ text: String) {
            code = finding.rawValue
            severity = finding.severity
            self.text = text
            self.place = place
        }

        init(
            _ fault: XMLFault, at place: String, _ text: String,
            _ limit: (inout XMLLimits) -> Void = { _ in }
        ) {
            code = fault.code(of: "camt")
            severity = .error
            self.text = text
            self.place = place
            limit(&limits.xml)
        }

        init(
            _ finding: CamtFinding, at place: String, _ text: String,
            _ limit: (inout CamtLimits) -> Void
        ) {
            self.init(finding, at: place, text)
            limit(&limits)
        }
    }

    static let examples: [Example] = [
        Example(.broken, at: "Stmt[1], line 3", CamtSamples.statement("</Ntry>")),
        Example(
            .truncated, at: "Stmt[1]/Ntry[1]/Amt, line 3",
            String(
                CamtSamples.statement("<Ntry><Amt Ccy=\"EUR\">1").split(separator: "1\n").first!)),
        Example(.doctype, at: "line 1", "<!DOCTYPE Document><Document/>"),
        Example(.tooDeep, at: "line 1", String(repeating: "<a>", count: 65)),
        Example(
            .textTooLong, at: "Stmt[1]/Id, line 2",
            CamtSamples.statement("").replacing(
                "<Id>S</Id>", with: "<Id>\(String(repeating: "x", count: 65_537))</Id>")),
        Example(
            .tagTooLong, at: "Stmt[1], line 3",
            CamtSamples.statement("<Ntry a=\"\(String(repeating: "x", count: 65_536))\"/>")),
        Example(.fileTooLarge, at: "line 1", CamtSamples.full) { $0.file = 99 },
        Example(
            .encodingUnknown, at: "line 1", "<?xml version=\"1.0\" encoding=\"EBCDIC-1\"?><a/>"),
        Example(
            .encodingBroken, at: "line 1",
            "<?xml version=\"1.0\" encoding=\"GBK\"?><a>\u{FF}\u{FF}</a>"),
        Example(.noMessage, at: "line 1", "<Document><CstmrPmtStsRpt/></Document>"),
        Example(.noStatement, at: "line 1", "<Document><BkToCstmrStmt/></Document>"),
        Example(.versionUnknown, at: "line 1", "<Document><BkToCstmrStmt/></Document>"),
        Example(
            .versionUnknown, at: "line 2",
            CamtSamples.statement("").replacing("001.08", with: "001.15")),
        Example(
            .versionUnknown, at: "line 2",
            CamtSamples.statement("").replacing("camt.053", with: "camt.052")),
        Example(
            .accountMissing, at: "Stmt[1]/Acct, line 2", CamtSamples.statement("", account: "")),
        Example(
            .amountMissing, at: "Stmt[1]/Ntry[1]/Amt, line 3",
            CamtSamples.statement("<Ntry><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>")),
        Example(
            .amountUnreadable, at: "Stmt[1]/Ntry[2]/Amt, line 5",
            CamtSamples.statement(CamtSamples.entry("1") + "\n" + CamtSamples.entry("1,000.00"))),
        Example(
            .amountUnreadable, at: "Stmt[1]/Ntry[1]/Amt, line 3",
            CamtSamples.statement(CamtSamples.entry("-1.00"))),
        Example(
            .amountUnreadable, at: "Stmt[1]/Bal/Amt, line 3",
            CamtSamples.statement(CamtSamples.balance("OPBD", "a lot"))),
        Example(
            .amountUnreadable, at: "Stmt[1]/Ntry[1]/NtryDtls/TxDtls[1]/Amt, line 4",
            CamtSamples.statement(
                CamtSamples.entry("1", "CRDT", CamtSamples.payment(#"<Amt Ccy="EUR">x</Amt>"#)))),
        Example(
            .currencyMissing, at: "Stmt[1]/Ntry[1]/Amt, line 3",
            CamtSamples.statement(CamtSamples.entry("1").replacing("EUR", with: "euro"))),
        Example(
            .directionMissing, at: "Stmt[1]/Ntry[1]/CdtDbtInd, line 3",
            CamtSamples.statement(CamtSamples.entry("1", "HABEN"))),
        Example(
            .directionMissing, at: "Stmt[1]/Bal, line 4",
            CamtSamples.statement(CamtSamples.balance("CLBD", "1", "C"))),
        Example(
            .dateUnreadable, at: "Stmt[1]/Ntry[1]/BookgDt/Dt, line 4",
            CamtSamples.statement(
                CamtSamples.entry("1", "CRDT", "<BookgDt><Dt>31.03.2026</Dt></BookgDt>"))),
        Example(
            .statusUnknown, at: "Stmt[1]/Ntry[1]/Sts, line 3",
            CamtSamples.statement(
                #"<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>"#)),
        Example(
            .statusUnknown, at: "Stmt[1]/Ntry[1]/Sts/Cd, line 4",
            CamtSamples.statement(CamtSamples.entry("1").replacing("BOOK", with: "DONE"))),
        Example(
            .remittanceAmountUnreadable,
            at: "Stmt[1]/Ntry[1]/NtryDtls/TxDtls[1]/RmtInf/Strd/RfrdDocAmt/RmtdAmt, line 4",
            CamtSamples.statement(
                CamtSamples.entry(
                    "1", "CRDT",
                    CamtSamples.payment(
                        "<RmtInf><Strd><RfrdDocAmt><RmtdAmt>?</RmtdAmt></RfrdDocAmt></Strd></RmtInf>"
                    )))),
        Example(
            .detailsTooMany, at: "Stmt[1]/Ntry[1]/NtryDtls/TxDtls[3], line 4",
            CamtSamples.statement(
                CamtSamples.entry(
                    "1", "CRDT",
                    "<NtryDtls>" + String(repeating: "<TxDtls/>", count: 9) + "</NtryDtls>"))
        ) { $0.details = 2 },
        Example(
            .listTooLong, at: "Stmt[1]/Ntry[1]/NtryDtls/TxDtls[1]/RmtInf/Ustrd, line 4",
            CamtSamples.statement(
                CamtSamples.entry(
                    "1", "CRDT",
                    CamtSamples.payment(
                        "<RmtInf>" + String(repeating: "<Ustrd>x</Ustrd>", count: 9) + "</RmtInf>"))
            )
        ) { $0.details = 2 },
        Example(
            .batchDiffers, at: "Stmt[1]/Ntry[1], line 3",
            CamtSamples.statement(
                CamtSamples.entry(
                    "1", "CRDT",
                    "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch><TxDtls/><TxDtls/></NtryDtls>"))),
        Example(
            .headerMissing, at: "GrpHdr, line 4",
            CamtSamples.statement("").replacing("<MsgId>M</MsgId>", with: "")),
        Example(
            .elementUnknown, at: "Stmt[1], line 3",
            CamtSamples.statement("<Ntrry><Amt>1</Amt></Ntrry>")),
        Example(
            .controlTotal, at: "Stmt[1]/TxsSummry/TtlNtries/TtlNetNtry, line 5",
            CamtSamples.statement(
                "<TxsSummry><TtlNtries><TtlNetNtry><Amt>1</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
                    + "</TtlNetNtry></TtlNtries></TxsSummry>" + CamtSamples.entry("1"))),
        Example(
            .detailsDoNotAddUp, at: "Stmt[1]/Ntry[1], line 3",
            CamtSamples.statement(
                CamtSamples.entry(
                    "1", "CRDT", CamtSamples.payment(#"<Amt Ccy="EUR">0.99</Amt>"#)))),
        Example(
            .controlTotal, at: "Stmt[1]/TxsSummry/TtlNtries/NbOfNtries, line 5",
            CamtSamples.statement(
                "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>"
                    + CamtSamples.entry("1"))),
        Example(
            .controlTotal, at: "Stmt[1]/TxsSummry/TtlDbtNtries/Sum, line 5",
            CamtSamples.statement(
                "<TxsSummry><TtlDbtNtries><Sum>2.00</Sum></TtlDbtNtries></TxsSummry>"
                    + CamtSamples.entry("1", "DBIT"))),
        Example(
            .findingsTooMany, at: "Stmt[1]/Ntry[4]/Amt, line 9",
            CamtSamples.statement(
                (0..<9).map { _ in CamtSamples.entry("x") + "\n" }.joined())
        ) { $0.findings = 3 },
    ]

    @Test func eachExampleHasItsFinding() throws {
        for example in Self.examples {
            var bytes = Array(example.text.utf8)
            // U+00FF stands for the byte FF.
            if example.code == XMLFault.encodingBroken.code(of: "camt") {
                bytes = example.text.unicodeScalars.map { UInt8($0.value) }
            }
            let read = readCamt(bytes, limits: example.limits)
            let found = read.findings.filter { $0.code == example.code }
            #expect(
                found.map(\.place) == [example.place],
                "\(example.code): \(read.findings.map { "\($0.code) \($0.place)" })")
            #expect(read.isClean == (example.severity == .warning), "\(example.code)")
        }
    }

    @Test func everyFindingHasAnExample() {
        let seen = Set(Self.examples.map(\.code))
        let codes =
            CamtFinding.allCases.map(\.rawValue)
            + XMLFault.allCases.map { $0.code(of: "camt") }
        #expect(codes.filter { !seen.contains($0) } == [])
        for finding in CamtFinding.allCases {
            #expect(!finding.en.isEmpty)
            #expect(finding.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(finding)")
        }
        for fault in XMLFault.allCases {
            #expect(!fault.texts.en.isEmpty)
            #expect(fault.texts.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(fault)")
        }
    }

    @Test func allFindingsComeAtOnce() {
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.entry("x") + CamtSamples.entry("1", "?") + CamtSamples.entry("2"),
                account: ""))
        #expect(
            read.codes == [
                "camt-amount-unreadable", "camt-account-missing", "camt-direction-missing",
            ])
        // What could be read is there; sums of a part are not checked.
        #expect(read.entries.map(\.amount) == [Amount("2")!])
    }

    @Test func valueAndTextsOfAFinding() throws {
        let read = readCamt(CamtSamples.statement(CamtSamples.entry("1.0.0")))
        let finding = try #require(read.findings.first)
        #expect(finding.value == "1.0.0")
        #expect(finding.en == "the amount cannot be read")
        #expect(finding.zh == "金额无法读取")
    }

    @Test func doesNotFoot() {
        let balances = CamtSamples.balance("OPBD", "1") + CamtSamples.balance("CLBD", "3")
        let pending = CamtSamples.entry("7").replacing("BOOK", with: "PDNG")
        let right = readCamt(
            CamtSamples.statement(balances + CamtSamples.entry("2.000") + pending))
        #expect(right.findings == [])
        let wrong = readCamt(CamtSamples.statement(balances + CamtSamples.entry("2.01")))
        #expect(wrong.codes == ["statement-does-not-foot"])
        #expect(wrong.findings.first?.en.hasSuffix("1 + 2.01 ≠ 3") == true)
        #expect(wrong.findings.first?.place == "Stmt[1]/Bal, line 7")
        // One page of several: the balances are those of all pages.
        let page = readCamt(
            CamtSamples.statement(
                "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>"
                    + balances + CamtSamples.entry("2.01")))
        #expect(page.findings == [])
    }

    @Test func totalsMayLeaveOutWhatIsPending() {
        func read(_ count: Int, _ sum: String) -> [String] {
            readCamt(
                CamtSamples.statement(
                    "<TxsSummry><TtlNtries><NbOfNtries>\(count)</NbOfNtries><Sum>\(sum)</Sum>"
                        + "</TtlNtries></TxsSummry>" + CamtSamples.entry("1.50")
                        + CamtSamples.entry("1", "DBIT").replacing("BOOK", with: "PDNG"))
            ).codes
        }
        #expect(read(2, "2.5") == [])
        #expect(read(1, "1.50") == [])
        #expect(read(3, "2.50") == ["camt-control-total"])
        #expect(read(2, "0.50") == ["camt-control-total"])
    }
}
