import Ledger

/// Undoes the receipt that a returned payment had been (P18, P20): what it cleared is owed again at
/// its original due date, the money is out of the books against the bank's debit, and the customer
/// is charged for it where its contract says so.
public struct ReturnReceipt: Command {
    public let file: CaseFile.ID
    public let receipt: Receipt.ID
    /// The bank's reason, where the case does not have it.
    public var code: String?
    public var recharge: Recharge?
    public let why: String

    public struct Recharge: Sendable, Equatable {
        public let amount: Money
        /// The number of the debit note.
        public let number: String
        /// The clause that allows it.
        public let contract: String
        public let dueOn: Day

        public init(_ amount: Money, number: String, contract: String, dueOn: Day) {
            self.amount = amount
            self.number = number
            self.contract = contract
            self.dueOn = dueOn
        }
    }

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case notWaiting = "return-not-waiting"
        case codeUnknown = "return-code-unknown"
        case receiptNotFound = "receipt-not-found"
        case currenciesDiffer = "currencies-differ"
        case amountDiffers = "return-amount-differs"
        case receiptReversed = "receipt-reversed"
        case receiptRefunded = "receipt-refunded"
        case receiptInUse = "receipt-in-use"
        case residualInUse = "residual-in-use"
        case payerUnknown = "payer-unknown"
        case contractMissing = "contract-missing"
        case amountNotPositive = "amount-not-positive"
        case numberTaken = "item-number-taken"
        case dueBeforeIssued = "due-before-issued"
    }

    public init(file: CaseFile.ID, receipt: Receipt.ID, why: String) {
        self.file = file
        self.receipt = receipt
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        names.receipts = [receipt]
        names.applicationsOf = [receipt]
        names.casesOfReceipts = [receipt]
        if let recharge { names.itemNumbers = [recharge.number] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .returned(var item) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        if item.state != .waiting { throw refusal(.notWaiting, item.state.rawValue) }
        item.code = code ?? item.code
        if let code, ReturnCode.of(code) == nil { throw refusal(.codeUnknown, code) }
        guard let receipt = books.receipts[receipt], receipt.entity == entity else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if receipt.currency != item.amount.currency {
            throw refusal(.currenciesDiffer, "\(item.amount), but \(receipt.money)")
        }
        let kept = item.amount - receipt.money
        let fees = collectionFee(of: receipt, books)
        if !kept.isZero, kept.minor != fees {
            throw refusal(.amountDiffers, "\(item.amount), but \(receipt.money) came in")
        }
        var out = try TakenOut(
            receipt, to: .bankClearing, books, desk, notBefore: file.openedOn, why: why)
        item.receipt = receipt.id
        item.customer = receipt.customer
        item.state = .returned
        let earlier = presentedBefore(receipt.id, books)
        item.attempt = (earlier?.attempt ?? 0) + 1
        if item.presentationsLeft > 0 {
            item.againUntil = earlier?.againUntil ?? receipt.bookedOn.adding(180)
        }
        if let recharge { item.recharge = try charge(recharge, receipt, &out, desk) }
        let bookings = item.bookings(receipt, worth: out.functional, books)
        out.take(.caseChanged(file.changed(to: .returned(item)), bookings, on: out.day))
        return out.events
    }

    /// What the bank had kept when it credited a check at once: it takes the whole check back and
    /// does not give the fee (P33).
    private func collectionFee(of receipt: Receipt, _ books: Books) -> Int64 {
        books.applications.values.reduce(0) { sum, application in
            application.receipt == receipt.id && application.reverses == nil
                && application.reversedBy == nil ? sum + application.cleared.bankCharge : sum
        }
    }

    /// The return after which this receipt came.
    private func presentedBefore(_ receipt: Receipt.ID, _ books: Books) -> ReturnedItem? {
        for file in books.cases.values {
            if case .returned(let item) = file.content, item.receipt == receipt,
                item.state == .represented
            {
                return item
            }
        }
        return nil
    }

    private func charge(
        _ recharge: Recharge, _ receipt: Receipt, _ out: inout TakenOut, _ desk: Desk
    ) throws(Refusal) -> OpenItem.ID {
        guard let id = receipt.customer, let customer = out.books.customers[id] else {
            throw refusal(.payerUnknown, "\(receipt.id)")
        }
        if recharge.contract.isEmpty { throw refusal(.contractMissing, "\(recharge.amount)") }
        var note = PostItem(
            entity: entity, kind: .debitNote, number: recharge.number, customerCode: customer.code,
            issuedOn: desk.today, dueOn: recharge.dueOn, gross: recharge.amount, tax: 0)
        note.links.contract = recharge.contract
        note.reason = "RETURN_FEE"
        let events = try note.decide(on: out.books, at: desk)
        out.take(events)
        guard case .itemPosted(let item)? = events.first else { return OpenItem.ID(0) }
        return item.id
    }
}
