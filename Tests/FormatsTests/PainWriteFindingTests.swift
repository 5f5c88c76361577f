import Ledger
import Testing

@testable import Formats

/// What cannot be valid is refused, what does not fit is cut or left out with a finding: an example
/// of each.
@Suite struct PainWriteFindingTests {
    struct Example: Sendable {
        let finding: PaymentWriteFinding
        let place: String
        var version = PaymentOrderWriter.Version.v09
        var writing = PaymentWriting()
        let change: @Sendable (inout PaymentOrderFile) -> Void

        init(
            _ finding: PaymentWriteFinding, at place: String,
            _ version: PaymentOrderWriter.Version = .v09,
            signs: PaymentWriting.Signs = .kept, nameLength: Int = 140,
            _ change: @escaping @Sendable (inout PaymentOrderFile) -> Void
        ) {
            self.finding = finding
            self.place = place
            self.version = version
            writing.signs = signs
            writing.nameLength = nameLength
            self.change = change
        }
    }

    /// Two groups of one transfer each.
    static func order() -> PaymentOrderFile {
        let one = PainSamples.transfer("1.00", id: "E-1")
        let two =
            "</PmtInf><PmtInf><PmtInfId>G-2</PmtInfId><PmtMtd>TRF</PmtMtd>"
            + "<ReqdExctnDt><Dt>2026-03-04</Dt></ReqdExctnDt>" + PainSamples.payer
            + PainSamples.transfer("2.00", id: "E-2")
        let text = PainSamples.order(one + two, count: "2", sum: "3.00")
        return readPain(text).document.order ?? PaymentOrderFile()
    }

    static let examples: [Example] = [
        Example(.nothingToWrite, at: "PmtInf") { $0.groups = [] },
        Example(.nothingToWrite, at: "group 2, CdtTrfTxInf") { $0.groups[1].transfers = [] },
        Example(.idMissing, at: "MsgId") { $0.head.id = nil },
        Example(.idMissing, at: "group 1, PmtInfId") { $0.groups[0].id = "" },
        Example(.idMissing, at: "group 1, transfer 1, EndToEndId") {
            $0.groups[0].transfers[0].endToEndId = ""
        },
        Example(.idTooLong, at: "group 1, transfer 1, EndToEndId") {
            $0.groups[0].transfers[0].endToEndId = String(repeating: "x", count: 36)
        },
        Example(.idTwice, at: "group 2, PmtInfId") { $0.groups[1].id = "G-1" },
        Example(.dateMissing, at: "CreDtTm") { $0.head.createdAt = nil },
        Example(.dateMissing, at: "group 1, ReqdExctnDt") { $0.groups[0].requestedOn = nil },
        Example(.partyMissing, at: "InitgPty") { $0.head.initiator = nil },
        Example(.partyMissing, at: "group 1, Dbtr") { $0.groups[0].payer = nil },
        Example(.partyMissing, at: "group 2, transfer 1, Cdtr") {
            $0.groups[1].transfers[0].payee?.name = nil
        },
        Example(.accountMissing, at: "group 1, DbtrAcct") { $0.groups[0].payer?.account = nil },
        Example(.accountMissing, at: "group 1, transfer 1, CdtrAcct") {
            $0.groups[0].transfers[0].payee?.account = nil
        },
        Example(.ibanWrong, at: "group 1, transfer 1, IBAN") {
            $0.groups[0].transfers[0].payee?.account = PaymentAccount(iban: "DE12")
        },
        Example(.amountNotPositive, at: "group 1, transfer 1, InstdAmt") {
            $0.groups[0].transfers[0].amount = Amount("-1.00")
        },
        Example(.amountNotPositive, at: "group 1, transfer 1, InstdAmt") {
            $0.groups[0].transfers[0].amount = nil
        },
        Example(.amountBeyondCurrency, at: "group 1, transfer 1, InstdAmt") {
            $0.groups[0].transfers[0].amount = Amount("1.005")
        },
        Example(.currencyMissing, at: "group 1, transfer 1, InstdAmt") {
            $0.groups[0].transfers[0].currency = nil
        },
        Example(.sumTooLarge, at: "CtrlSum") { order in
            let large = Amount(units: 999_999_999_999_999_99, decimals: 2)
            order.groups[0].transfers[0].amount = large
            order.groups[1].transfers = Array(
                repeating: order.groups[0].transfers[0], count: 20)
        },
        Example(.codeWrong, at: "group 1, PmtMtd") { $0.groups[0].method = "DD" },
        Example(.codeWrong, at: "group 1, BICFI") { $0.groups[0].payer?.bank?.bic = "COBA" },
        Example(.codeWrong, at: "group 1, SvcLvl") {
            $0.groups[0].type.serviceLevel = PaymentCode("FAST-ONE")
        },
        Example(.codeWrong, at: "group 1, transfer 1, UETR") {
            $0.groups[0].transfers[0].uetr = "1"
        },
        Example(.signsRefused, at: "group 1, transfer 1, Nm", signs: .refused) {
            $0.groups[0].transfers[0].payee?.name = "Müller"
        },
        Example(.signsReplaced, at: "group 1, transfer 1, Nm", signs: .latin) {
            $0.groups[0].transfers[0].payee?.name = "Müller"
        },
        Example(.signsReplaced, at: "group 1, transfer 1, Ustrd") {
            $0.groups[0].transfers[0].remittance = ["a\u{0}b"]
        },
        Example(.textCut, at: "group 1, transfer 1, Nm", nameLength: 70) {
            $0.groups[0].transfers[0].payee?.name = String(repeating: "ü", count: 71)
        },
        Example(.textCut, at: "group 1, transfer 1, Ustrd") {
            $0.groups[0].transfers[0].remittance = [String(repeating: "x", count: 141)]
        },
        Example(.leftOut, at: "group 1, transfer 1, UETR", .v03) {
            $0.groups[0].transfers[0].uetr = "eb6305c9-1f7f-49de-aed0-16487c27b42d"
        },
        Example(.leftOut, at: "group 1, ReqdExctnDt", .v03) {
            $0.groups[0].requestedOn?.time = "08:00:00"
        },
    ]

    @Test func eachExampleHasItsFinding() throws {
        for example in Self.examples {
            var order = Self.order()
            example.change(&order)
            let written = PaymentOrderWriter(example.version, writing: example.writing).write(order)
            let found = written.findings.filter { $0.code == example.finding.rawValue }
            #expect(
                found.map(\.place).contains(example.place),
                "\(example.finding): \(written.findings.map { "\($0.code) \($0.place)" })")
            #expect(
                (written.bytes == nil) == (example.finding.severity == .error),
                "\(example.finding)")
        }
    }

    @Test func everyFindingHasAnExample() {
        let seen = Set(Self.examples.map(\.finding))
        #expect(PaymentWriteFinding.allCases.filter { !seen.contains($0) } == [])
        for finding in PaymentWriteFinding.allCases {
            #expect(!finding.en.isEmpty)
            #expect(finding.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(finding)")
        }
    }

    /// Whatever was cut or replaced, the file is valid.
    @Test(.enabled(if: PainSchemas.isThere, "no schemas (ACQUIT_CORPUS) or no xmllint"))
    func whatIsWrittenIsValid() throws {
        var files: [PaymentOrderWriter.Version: [[UInt8]]] = [:]
        for example in Self.examples where example.finding.severity == .warning {
            var order = Self.order()
            example.change(&order)
            let writer = PaymentOrderWriter(example.version, writing: example.writing)
            if let bytes = writer.write(order).bytes {
                files[example.version, default: []].append(bytes)
            }
        }
        for (version, files) in files {
            #expect(try PainSchemas.faults(files, message: version.rawValue) == "")
        }
    }

    @Test func latinLetters() {
        #expect(LatinSigns.text("Müller & Söhne, Łódź 发票") == "Mueller + Soehne, Lodz ..")
        #expect(LatinSigns.holds("RF18-5390 (07.54):034?,'+/"))
        #expect(!LatinSigns.holds("a_b"))
    }

    @Test func allFindingsComeAtOnce() {
        var order = Self.order()
        order.head.id = nil
        order.groups[0].method = nil
        order.groups[1].transfers[0].amount = nil
        let written = PaymentOrderWriter().write(order)
        #expect(
            written.findings.map(\.code) == [
                "payment-id-missing", "payment-code-wrong", "payment-amount-not-positive",
            ])
        #expect(written.bytes == nil)
    }

    @Test func answersAreRefusedToo() throws {
        var file = try #require(readPain(PainSamples.status).document.status)
        #expect(PaymentStatusWriter(.v03).write(file).findings == [])
        file.head.originalId = nil
        file.groups[0].transfers[0].status = "NONE"
        let written = PaymentStatusWriter(.v03).write(file)
        #expect(
            written.findings.map(\.place) == ["OrgnlMsgId", "group 1, transfer 1, TxSts"])
        #expect(written.bytes == nil)
    }
}
