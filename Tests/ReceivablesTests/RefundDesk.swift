import Ledger
import Receivables
import TestKit

/// A customer whose money is on account, and the people who may let it go back.
struct RefundDesk {
    var ledger = Ledgered(today: Day("2026-04-30")!, actor: "li")
    let entity = Entity.ID(1)
    private(set) var seen: Set<String> = []

    static let source = "DE89370400440532013000"
    static let other = "FR1420041010050500013M02606"

    init() throws {
        _ = try ledger.perform(
            OpenEntity(number: 1, code: "HH", name: "HH", country: "DE", currency: .eur))
        ledger.take(
            .ownAccountRegistered(
                OwnAccount(
                    entity: entity, number: "DE02", bank: nil, currency: .eur, glAccount: nil)))
        ledger.take(
            .customerRegistered(
                Customer(id: ledger.books.fresh(entity), entity: entity, code: "C1", name: "C1")))
    }

    var customer: Customer.ID { ledger.books.customer(entity, code: "C1")!.id }

    /// On account, as it came.
    mutating func receipt(
        _ amount: Int64, on day: String = "2026-04-02", check: String? = nil,
        code: String? = nil
    ) throws -> Receipt.ID {
        var record = RecordReceipt(
            entity: entity, amount: Money(minor: amount, .eur), bookedOn: Day(day)!,
            valueDate: Day(day)!)
        record.source.payerAccount = Self.source
        record.source.checkNumber = check
        record.source.code = code
        guard case .receiptRecorded(let receipt) = try ledger.perform(record)[0] else {
            throw Refusal(code: "receipt-not-found", "recorded")
        }
        _ = try ledger.perform(MoveReceipt(receipt: receipt.id, .identify(customer), why: ""))
        _ = try ledger.perform(MoveReceipt(receipt: receipt.id, .putOnAccount(nil), why: ""))
        return receipt.id
    }

    /// Asks for a refund in the words of a requester.
    func asked(
        _ receipt: Receipt.ID, _ amount: Int64, to account: String? = nil, despite: String = ""
    ) -> RequestRefund {
        var command = RequestRefund(
            receipt: receipt, amount: Money(minor: amount, .eur), why: "overpaid")
        command.toAccount = account
        command.despite = despite
        return command
    }

    /// Performs what one asks for; nil where it is done, else what it is refused for.
    @discardableResult
    mutating func by(_ actor: String, _ command: some Command, on day: String? = nil) -> String? {
        let today = day.flatMap { Day($0) } ?? ledger.desk.today
        ledger.desk = Desk(actor: actor, today: today, at: 0)
        do { _ = try ledger.perform(command) } catch {
            seen.insert(error.code)
            return error.code
        }
        return nil
    }

    var refunds: [Refund] { ledger.books.refunds.values.sorted { $0.id < $1.id } }
    var last: Refund { refunds.last! }

    var cases: [CaseFile] { ledger.books.cases.values.sorted { $0.id < $1.id } }
    var lastCase: CaseFile.ID { cases.last!.id }

    /// A file of all that is approved.
    func file(_ refunds: [Refund]? = nil, hash: String = "00ff") -> BuildRefundFile {
        let refunds = refunds ?? self.refunds.filter { $0.state == .approved && $0.file == nil }
        let total = refunds.reduce(0) { $0 + $1.amount }
        return BuildRefundFile(
            entity: entity,
            file: RefundFile(
                number: "RF1", account: "DE02", format: "NACHA", hash: hash,
                refunds: refunds.map(\.id), total: Money(minor: total, .eur), builtBy: "builder"))
    }

    func release(hash: String = "00ff", count: Int? = nil, total: Int64? = nil) -> ReleaseRefundFile
    {
        let built = cases.last { $0.kind == .refundFile }
        guard let built, case .refundFile(let file) = built.content else {
            return ReleaseRefundFile(
                file: CaseFile.ID(1_000_000_999_999), refunds: [], hash: "", count: 0,
                total: Money(minor: 0, .eur))
        }
        return ReleaseRefundFile(
            file: built.id, refunds: file.refunds, hash: hash,
            count: count ?? file.refunds.count,
            total: total.map { Money(minor: $0, .eur) } ?? file.total)
    }
}
