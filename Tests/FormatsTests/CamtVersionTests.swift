import Foundation
import Ledger
import Testing

@testable import Formats

/// Every version of the three messages says the same in its own shape.
@Suite struct CamtVersionTests {
    static let schemas: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/schemas/iso20022/camt"
    }()
    static let xmllint = "/usr/bin/xmllint"
    static var canValidate: Bool {
        FileManager.default.fileExists(atPath: schemas)
            && FileManager.default.isExecutableFile(atPath: xmllint)
    }

    @Test(
        .enabled(if: canValidate, "skipped: no schemas in the corpus, or no xmllint"))
    func eachSampleIsValid() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "camt-versions-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for sample in CamtVersionSample.all {
            let file = folder.appending(path: sample.name + ".xml")
            try sample.text.write(to: file, atomically: true, encoding: .utf8)
            let process = Process()
            process.executableURL = URL(filePath: Self.xmllint)
            process.arguments = [
                "--noout", "--schema", Self.schemas + "/\(sample.name).xsd", file.path,
            ]
            let said = Pipe()
            process.standardError = said
            try process.run()
            let text = String(
                decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(sample.name): \(text)")
        }
    }

    /// What is read of a version, with what an older one cannot say put in.
    private func read(_ sample: CamtVersionSample) throws -> Statement {
        let read = readCamt(sample.text)
        #expect(read.findings == [], "\(sample.name)")
        #expect(read.document.format == sample.name)
        #expect(readCamt(sample.text, piece: 7).document == read.document, "\(sample.name)")
        return try #require(read.document.statements.first)
    }

    @Test func everyVersionReadsTheSame() throws {
        let newest = try read(CamtVersionSample(family: "camt.053", version: 14))
        for sample in CamtVersionSample.all {
            var statement = try read(sample)
            if sample.family == "camt.054" {
                statement.opening = newest.opening
                statement.closing = newest.closing
                statement.balances = newest.balances
            }
            if sample.version < 3 {
                statement.page = newest.page
                #expect(statement.entries[1].details[0].amount == nil)
                statement.entries[1].details[0].amount = newest.entries[1].details[0].amount
                statement.entries[1].details[0].currency = .eur
            }
            if sample.version == 1 {
                #expect(statement.entries.map(\.customerReference) == ["P-1", nil])
                for index in 0..<2 {
                    statement.entries[index].customerReference =
                        newest.entries[index].customerReference
                }
            }
            try #require(statement.entries.count == 2 && statement.entries[0].details.count == 1)
            complete(&statement.entries[0], sample.version, like: newest.entries[0])
            #expect(statement.entries == newest.entries, "\(sample.name)")
            statement.entries = newest.entries
            #expect(statement == newest, "\(sample.name)")
        }
    }

    private func complete(
        _ entry: inout StatementEntry, _ version: Int, like newest: StatementEntry
    ) {
        let whole = newest.details[0]
        if version < 9 {
            #expect(entry.details[0].payee?.account == "0532013000")
            entry.details[0].payee?.account = whole.payee?.account
        }
        if version < 8 {
            entry.details[0].uetr = whole.uetr
            entry.details[0].payer?.ids = whole.payer?.ids ?? []
            entry.details[0].payee?.ids = whole.payee?.ids ?? []
        }
        if version < 6 { entry.details[0].documents[0].lines = whole.documents[0].lines }
        if version == 1 {
            let date = entry.details[0].documents[0].date
            #expect(date == whole.documents[0].date)
            #expect(entry.details[0].documents[0].amount == whole.documents[0].amount)
            entry.details[0].documents = whole.documents
        }
        if version < 4 {
            for index in entry.details[0].charges.indices {
                entry.details[0].charges[index].isIncluded = true
            }
        }
    }

    @Test func theNewestVersionHasEverything() throws {
        let statement = try read(CamtVersionSample(family: "camt.053", version: 14))
        #expect(statement.owner == "Our Company")
        #expect(statement.bank == "COBADEFFXXX")
        #expect(statement.relatedAccount == "POOL-1")
        #expect(statement.page == .init(number: "1", isLast: true))
        #expect(statement.balances.map(\.type) == ["CLAV"])
        let entry = statement.entries[0]
        #expect(entry.bookedOn == Day("2026-03-30"))
        #expect(entry.bankCode == "166")
        #expect(entry.batches.map(\.id) == ["P-1"])
        #expect(entry.batches.map(\.messageId) == ["MB-1"])
        #expect(entry.amounts.map(\.type) == ["instructed", "transaction"])
        #expect(
            entry.availability == [
                Availability(
                    amount: Amount("300.00")!, currency: .eur, date: Day("2026-04-01"))
            ])
        #expect(entry.interest.map(\.rate) == ["1.5"])
        // With one payment the charges of the entry are the payment's.
        #expect(entry.charges == [])
        let detail = entry.details[0]
        #expect(detail.charges.count == 2)
        #expect(
            detail.charges.first
                == .init(
                    amount: Amount("-3.00")!, currency: .eur, bearer: "SHAR", type: "COMM",
                    isIncluded: true))
        #expect(detail.chargesTotal == Amount("3.00"))
        #expect(detail.bankReference == "T-1")
        #expect(detail.instructionId == "I-1")
        #expect(detail.transactionId == "X-1")
        #expect(detail.mandateId == "MD-1")
        #expect(detail.clearingReference == "CS-1")
        #expect(detail.checkNumber == "77")
        #expect(detail.purpose == "GDDS")
        #expect(detail.ultimatePayer?.name == "Payer's Daughter")
        #expect(detail.ultimatePayee?.name == "Our Daughter")
        #expect(
            detail.payer?.ids == [
                .init(type: "LEI", value: "5493001KJTIIGC8Y1R12"),
                .init(type: "TXID", value: "T-55"),
            ])
        #expect(detail.payee?.account == "+49170123456")
        #expect(detail.payee?.ids == [.init(type: "MBNO", value: "+49170123456")])
        let exchanged = try #require(detail.amounts.last?.exchange)
        #expect(detail.amounts.first?.amount == Amount("400.00"))
        #expect(detail.amounts.first?.currency == .usd)
        #expect(exchanged.source == .usd && exchanged.target == .eur && exchanged.unit == .usd)
        #expect(exchanged.rate?.description == "0.92500")
        #expect(exchanged.contract == "FX-9")
        #expect(exchanged.quotedOn == Day("2026-03-30"))
        #expect(detail.interest.map(\.amount) == [Amount("0.10")])
        #expect(detail.taxes.map(\.amount) == [Amount("60.80")])
        #expect(detail.taxes.map(\.base) == [Amount("320.00")])
        #expect(detail.taxes.map(\.reference) == ["TX-1"])
    }

    @Test func theRemittanceIsWhole() throws {
        let statement = try read(CamtVersionSample(family: "camt.053", version: 14))
        let detail = statement.entries[0].details[0]
        var document = PaymentDetail.ReferredDocument(
            type: "CINV", number: "R-1", amount: Amount("380.00"))
        document.date = Day("2026-03-01")
        document.due = Amount("400.00")
        document.discount = Amount("20.00")
        document.creditNote = Amount("10.00")
        document.tax = Amount("64.00")
        document.adjustments = [
            .init(amount: Amount("-5.00")!, reason: "QTY", text: "one short")
        ]
        var line = document
        (line.type, line.number, line.date) = ("PROD", "10", Day("2026-02-28"))
        line.text = "pumps"
        document.lines = [line]
        #expect(detail.documents == [document])
        #expect(detail.references == [.init(type: "SCOR", value: "RF18539007547034")])
        #expect(detail.remittance == ["invoice R-1", "less discount"])
        let back = statement.entries[1].details[0]
        #expect(back.returnReason == "AC04")
        #expect(back.returnText == ["account closed"])
        #expect(back.originalCode == "PMNT/RDDT/ESDD")
    }
}
