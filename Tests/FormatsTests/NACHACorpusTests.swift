import Formats
import Foundation
import Testing

/// Files of every entry class (those of the library moov-io/ach, in the corpus). Their control
/// records say what they come to; their names say which are meant to be wrong.
@Suite struct NACHACorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/nacha_moov_ach"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }
    static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".ach") || $0.hasSuffix(".ach.fix.expected") }.sorted()
    }()

    /// What is found in a file, by its name: those that are wrong on purpose, those that are valid
    /// only where that is allowed, and some that are wrong all the same.
    static let findings: [String: Set<String>] = [
        "adv-invalidBatchEntries.ach": [
            "nacha-record-misplaced", "nacha-totals-differ", "nacha-hash-differs",
            "nacha-counts-differ",
        ],
        "adv-invalidFileControl.ach": ["nacha-counts-differ"],
        "adv-noFileControl.ach": ["nacha-cut-off"],
        "ppd-debit-invalid-entryDetail-checkDigit.ach": ["nacha-routing-number"],
        "ppd-debit-fixedLengthInvalid.ach": ["nacha-header-odd", "nacha-routing-number"],
        "ppd-mixedDebitCredit-invalid.ach": ["nacha-header-odd"],
        "web-invalidNOCFile.ach": ["nacha-reason-unknown"],
        "ppd-debit-customTraceNumber.ach": ["nacha-trace-bank"],
        // A rewrite whose dates are placeholders.
        "ppd-debit.ach.fix.expected": ["nacha-date-unreadable"],
        // Says 5 batches and has 4; a debit under service class 220; 6000.78 where it says 6000.00.
        "20110805A.ach": ["nacha-counts-differ"],
        "20180713-IAT.ach": ["nacha-service-class"],
        "flattenADVBatchesMultipleBatchHeaders.ach": ["nacha-totals-differ"],
        // Nine addenda of each entry where it says seven.
        "iat-mixedCreditDebit.ach": ["nacha-addenda-count"],
        "iat-credit.ach": ["nacha-addenda-count"],
        "flattenIATBatchesMultipleBatchHeaders.ach": ["nacha-addenda-count"],
        "flattenIATBatchesOneBatchHeader.ach": ["nacha-addenda-count"],
        // Columns that slipped.
        "txp-credit.ach": ["nacha-date-unreadable"],
        "txp-debit.ach": [
            "nacha-line-length", "nacha-addenda-sequence", "nacha-blocks-differ",
        ],
    ]

    private func bytes(_ name: String) throws -> [UInt8] {
        let path = Self.folder + "/" + name
        return [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func thereAreManyFiles() {
        #expect(Self.files.count >= 79)
        let names = Set(Self.files.map { $0.split(separator: "/").last.map(String.init) })
        #expect(Self.findings.keys.allSatisfy { names.contains($0) })
    }

    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: files)
    func whatIsWrongAndWhatItComesTo(_ file: String) throws {
        let bytes = try bytes(file)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let reading = NACHAReading(bytes)
        #expect(Set(reading.codes) == Self.findings[name] ?? [])
        #expect(NACHAReading(bytes, piece: 7) == reading)
        let isShifted = name == "ppd-debit-fixedLengthInvalid.ach"
        #expect(recognise(prefix: bytes) == (isShifted ? nil : .nacha))
        if isShifted || name == "adv-invalidBatchEntries.ach" { return }

        let records = Self.records(bytes)
        #expect(reading.entries.count == records.count { $0.first == UInt8(ascii: "6") })
        let controls = records.filter { $0.first == UInt8(ascii: "8") }
        #expect(reading.statements.count == controls.count)
        for (statement, control) in zip(reading.statements, controls) {
            let width = control.starts(with: "8280".utf8) ? 20 : 12
            let debits = Self.number(control[20..<(20 + width)])
            let credits = Self.number(control[(20 + width)..<(20 + 2 * width)])
            let amounts = statement.entries.map(\.amount.units)
            #expect(amounts.filter { $0 < 0 }.reduce(0, -) == debits)
            #expect(amounts.filter { $0 > 0 }.reduce(0, +) == credits)
            #expect(
                statement.id?.hasPrefix(String(decoding: control[87..<94], as: UTF8.self)) == true)
        }
    }

    /// Lines, and those without line ends cut at every 94th column.
    private static func records(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.flatMap { line in
            stride(from: line.startIndex, to: line.endIndex, by: 94).map {
                Array(line[$0..<min($0 + 94, line.endIndex)])
            }
        }
    }

    private static func number(_ digits: some Sequence<UInt8>) -> Int64 {
        digits.reduce(0) { $0 * 10 + Int64($1) - 0x30 }
    }

    /// The library's own reading of a file, where the corpus has it.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func readAsTheLibraryDoes() throws {
        let reading = NACHAReading(try bytes("test/testdata/ppd-mixedDebitCredit-invalid.ach"))
        let twin = Data(try bytes("test/testdata/ppd-mixedDebitCredit-invalid.json"))
        let file = try #require(JSONSerialization.jsonObject(with: twin) as? [String: Any])
        let batch = try #require((file["batches"] as? [[String: Any]])?.first)
        let header = try #require(batch["batchHeader"] as? [String: Any])
        let entries = try #require(batch["entryDetails"] as? [[String: Any]])
        func text(_ value: Any?) -> String? {
            (value as? String)?.trimmingCharacters(in: .whitespaces)
        }
        #expect(reading.entries.count == entries.count)
        for (entry, said) in zip(reading.entries, entries) {
            #expect(entry.amount.units.magnitude == (said["amount"] as? NSNumber)?.uint64Value)
            #expect(entry.customerReference == text(said["identificationNumber"]))
            let isCredit = entry.amount.units > 0
            let receiver = isCredit ? entry.detail.payee : entry.detail.payer
            let company = isCredit ? entry.detail.payer : entry.detail.payee
            #expect(receiver?.name == text(said["individualName"]))
            #expect(receiver?.account == text(said["DFIAccountNumber"]))
            #expect(company?.name == text(header["companyName"]))
            let code = said["transactionCode"] as? NSNumber
            #expect(entry.code == code.map { "PPD/\($0)" })
        }
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func returnsAndChanges() throws {
        func details(_ name: String) throws -> [StatementEntry] {
            NACHAReading(try bytes("examples/testdata/" + name)).entries
        }
        let change = try #require(try details("cor-read.ach").first)
        #expect(change.status == .info && change.detail.returnReason == "C01")
        #expect(change.detail.remittance == ["corrected account number 1918171614"])
        let dishonoured = try details("dishonored-return.ach")
        #expect(dishonoured.map(\.detail.returnReason) == ["R68", "R68"])
        #expect(dishonoured.map(\.amount.description) == ["-250.00", "-230.00"])
        #expect(dishonoured.allSatisfy { $0.customerReference == "059999990000301" })
        let contested = try #require(try details("contested-return.ach").first)
        #expect(contested.reversal && contested.detail.returnReason == "R71")
    }
}
