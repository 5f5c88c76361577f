import DemoWorld
import Formats
import Foundation
import Ledger
import Testing

@Suite struct DemoWorldWorkloadTests {
    let workload = Workload(customers: 500, invoices: 10_000)

    private func written(_ write: (String) throws -> Void) throws -> String {
        let path = NSTemporaryDirectory() + "workload-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(path)
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func theMixIsKeptAndNoInvoiceIsPaidTwice() {
        var counts: [WorkloadPayment.Kind: Int] = [:]
        var paid: Set<Int> = []
        for index in 0..<1_000 {
            let payment = workload.payment(index, of: 1_000)
            counts[payment.kind, default: 0] += 1
            for invoice in payment.invoices {
                #expect(paid.insert(invoice).inserted)
                #expect(workload.customer(of: invoice) == payment.customer)
            }
            let owed = payment.invoices.reduce(0) { $0 + workload.gross($1) }
            if payment.kind != .noise { #expect(payment.amount + payment.charge == owed) }
            #expect(payment.amount > 0)
        }
        #expect(WorkloadPayment.Kind.allCases.reduce(0) { $0 + $1.share } == 1_000)
        for kind in WorkloadPayment.Kind.allCases {
            #expect(abs(counts[kind, default: 0] - kind.share) < 45, "\(kind)")
        }
    }

    @Test func statementsFoot() throws {
        var truth = 0
        let camt = try written { path in
            try workload.writeCamt(to: path, entries: 1_000) { _ in truth += 1 }
        }
        let mt940 = try written { try workload.writeMT940(to: $0, entries: 1_000) }
        #expect(truth == 1_000)
        let (a, b) = (PlainStatement(camt), PlainStatement(mt940))
        #expect(a.amounts.count == 1_000)
        #expect(a.amounts == b.amounts)
        #expect(a.opening + a.amounts.reduce(0, +) == a.closing)
        #expect(a.closing == b.closing)
        #expect(a.account == Workload.account && b.account == Workload.account)
        #expect(Set(a.references).count == 1_000)
        #expect(Set(a.references) == Set(b.references))
    }

    /// The generators share no code with the readers: each format says the same of each receipt.
    @Test func everyFormatSaysTheSame() throws {
        let count = 1_000
        let files = [
            try read(CamtReader()) { try workload.writeCamt(to: $0, entries: count) },
            try read(MT940Reader()) { try workload.writeMT940(to: $0, entries: count) },
            try read(BAI2Reader()) { try workload.writeBAI2(to: $0, entries: count) },
            try read(OFXReader()) { try workload.writeOFX(to: $0, entries: count) },
        ]
        let truth = (0..<count).map { workload.payment($0, of: count) }
        for file in files {
            #expect(file.findings.isEmpty, "\(file.document.format): \(file.findings.first)")
            let statement = try #require(file.document.statements.first)
            #expect(statement.account == Workload.account && statement.currency == .eur)
            #expect(statement.closing?.amount == files[0].document.statements[0].closing?.amount)
            let entries = statement.entries
            #expect(entries.map { $0.amount.money(.eur)?.minor } == truth.map(\.amount))
            #expect(entries.map(\.bankReference) == truth.map(\.bankReference))
            let payers = entries.map { $0.details.first?.payer?.account }
            #expect(
                payers
                    == files[0].document.statements[0].entries.map {
                        $0.details.first?.payer?.account
                    }, "\(file.document.format)")
        }
    }

    private func read(
        _ reader: some StatementReader, _ write: (String) throws -> Void
    ) throws -> Parsed<BankFile> {
        let bytes = Array(try written(write).utf8)
        var reader = reader
        var collector = BankFileCollector()
        bytes.withUnsafeBytes { reader.feed($0) { collector.add($0) } }
        reader.finish { collector.add($0) }
        return collector.finish(format: reader.format)
    }

    @Test func extractsHaveTheirRows() throws {
        let invoices = try written { try workload.writeInvoices(to: $0) }.split(separator: "\n")
        #expect(invoices.count == 10_001)
        let first = invoices[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(first.count == invoices[0].split(separator: ",").count)
        #expect(first[0] == "BM-10000000")
        #expect(Amount(first[9])?.money(.eur)?.minor == workload.gross(0))
        // RF..BM10000000, turned and read as digits.
        let reference = first[14]
        #expect(reference.hasSuffix("BM10000000"))
        let digits = reference.dropFirst(4) + reference.prefix(4)
        let rest = digits.utf8.reduce(0) { rest, byte in
            byte < 58 ? (rest * 10 + Int(byte) - 48) % 97 : (rest * 100 + Int(byte) - 55) % 97
        }
        #expect(rest == 1)
        let customers = try written { try workload.writeCustomers(to: $0) }.split(separator: "\n")
        #expect(customers.count == 501)
        #expect(Set(customers.map { $0.split(separator: ",")[2] }).count == 501)
    }

    @Test func sameBytesAgain() throws {
        let first = try written { try workload.writeCamt(to: $0, entries: 200) }
        #expect(try written { try workload.writeCamt(to: $0, entries: 200) } == first)
        let other = Workload(customers: 500, invoices: 10_000, seed: 3)
        #expect(try written { try other.writeCamt(to: $0, entries: 200) } != first)
    }
}
