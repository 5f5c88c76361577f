import Ledger
import Testing

@testable import Formats

/// A file of credits is read as it was written: check digits, hash, totals, blocks of ten.
@Suite struct NACHAWriteTests {
    private func file(_ credits: [ACHCredit]) -> ACHCreditFile {
        var file = ACHCreditFile()
        file.bank = "021000021"
        file.bankName = "BANK"
        file.companyId = "1990000001"
        file.companyName = "Muster & Söhne"
        file.createdOn = Day("2026-05-15")!
        file.effectiveOn = Day("2026-05-18")!
        file.description = "REFUND"
        file.credits = credits
        return file
    }

    private func credit(_ number: Int, amount: Int64 = 123_45) -> ACHCredit {
        var credit = ACHCredit(
            bank: "121000358", account: "4410029\(number)", amount: amount,
            identification: "100000000\(number)", name: "Payer \(number)")
        if number % 2 == 0 { credit.remittance = "REFUND OF WIRE \(number)" }
        return credit
    }

    @Test(arguments: [1, 2, 3, 5, 6, 40]) func isReadAsItWasWritten(_ count: Int) throws {
        let written = NACHAWriter().write(file((1...count).map { credit($0) }))
        #expect(
            written.findings.map(\.code) == ["payment-signs-replaced", "payment-signs-replaced"])
        let bytes = try #require(written.bytes)
        let lines = bytes.split(separator: 0x0A)
        #expect(lines.count % 10 == 0 && lines.allSatisfy { $0.count == 94 })
        var reader = NACHAReader()
        var entries: [StatementEntry] = []
        var findings: [Finding] = []
        let take = { (event: StatementEvent) in
            switch event {
            case .entry(let entry): entries.append(entry)
            case .finding(let finding): findings.append(finding)
            default: break
            }
        }
        bytes.withUnsafeBytes { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        #expect(findings == [])
        #expect(entries.count == count)
        #expect(entries.allSatisfy { $0.amount == Amount(units: 123_45, decimals: 2) })
        #expect(entries.map { $0.customerReference ?? "" } == (1...count).map { "100000000\($0)" })
        #expect(entries[0].details.first?.payee?.account == "44100291")
        #expect(entries[0].code == "CCD/22")
    }

    /// The first lines, column by column.
    @Test func golden() throws {
        let bytes = try #require(NACHAWriter().write(file([credit(2)])).bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines[0].prefix(63) == "101 02100002119900000012605150000A094101BANK                   "
        )
        #expect(lines[1].hasPrefix("5220Muster + Soehne "))
        #expect(
            lines[2]
                == "62212100035844100292         00000123451000000002     Payer 2               "
                + "  1021000020000001")
        #expect(lines[4].hasPrefix("82200000020012100035000000000000000000012345"))
        #expect(lines[5].hasPrefix("9000001000001000000020012100035000000000000000000012345"))
        #expect(lines[9] == String(repeating: "9", count: 94)[...])
    }

    @Test func whatIsRefused() {
        var wrong = credit(1)
        wrong.bank = "121000359"
        #expect(NACHAWriter().write(file([wrong])).bytes == nil)
        #expect(NACHAWriter().write(file([credit(1, amount: 0)])).bytes == nil)
        #expect(NACHAWriter().write(file([credit(1, amount: 10_000_000_000)])).bytes == nil)
        #expect(NACHAWriter().write(file([])).bytes == nil)
        var long = credit(1)
        long.identification = "1234567890123456"
        #expect(
            NACHAWriter().write(file([long])).findings.map(\.code).contains("payment-id-too-long"))
    }
}
