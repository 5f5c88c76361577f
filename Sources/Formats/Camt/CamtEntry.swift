import Ledger

/// The entry being read.
struct CamtEntry {
    var document = StatementEntry(amount: Amount(units: 0, decimals: 0))
    var line: UInt = 0
    var amount: Amount?
    var unreadable = false
    var isDebit: Bool?
    /// Whether the file has a status that we know; nil where it has none.
    var statusIsKnown: Bool?
    var code = CamtCode()
    var batch = Batch()
    var batchIsDebit: Bool?
    /// The first that a batch has.
    var batchReference: String?
    /// Batches and charges are few: entries without are not asked for them.
    var hasBatches = false
    var hasCharges = false
    var detailsSeen = 0
    /// Payments that took their direction from an entry that had not yet said its own.
    var undirected: [Int] = []
    /// The code of the payment, used where the entry has none and there is one payment.
    var detailCode: String?
}

/// A bank transaction code: `PMNT/RCDT/ESCT` (ISO 20022), else the bank's own.
struct CamtCode: Equatable {
    var domain: String?
    var family: String?
    var subfamily: String?
    var proprietary: String?

    var text: String? {
        guard let domain else { return proprietary }
        guard let family else { return domain }
        guard let subfamily else { return domain + "/" + family }
        return domain + "/" + family + "/" + subfamily
    }
}

extension CamtDocument {
    mutating func openEntry() {
        statement.entries += 1
        isInEntry = true
        entry = CamtEntry()
        entry.line = line
    }

    mutating func takeEntry(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .entryReference: entry.document.customerReference = text.string
        case .entryAmount:
            entry.amount = amount(text)
            entry.unreadable = entry.amount == nil
            entry.document.currency = currency
            if currency == nil { report(.currencyMissing) }
        case .entryDirection: entry.isDebit = isDebit(text)
        case .reversal: entry.document.reversal = text.is("true") || text.is("1")
        case .entryStatus: takeStatus(text)
        case .bookedOn: entry.document.bookedOn = day(text)
        case .valueDate: entry.document.valueDate = day(text)
        case .bankReference: entry.document.bankReference = text.string
        case .entryText: entry.document.text = text.line
        case .domain: entry.code.domain = text.string
        case .family: entry.code.family = text.string
        case .subfamily: entry.code.subfamily = text.string
        case .proprietaryCode: entry.code.proprietary = text.string
        default: takeBatch(element, text)
        }
    }

    private mutating func takeBatch(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .batchId: entry.batch.id = text.string
        case .batchMessageId: entry.batch.messageId = text.string
        case .batchCount: entry.batch.count = text.count
        case .batchAmount:
            entry.batch.amount = evidence(text)
            entry.batch.currency = currency
        default: entry.batchIsDebit = isDebit(text)
        }
    }

    mutating func closeBatch() {
        guard hasRoom(entry.document.batches.count) else { return }
        // Most batches do not repeat the direction of their entry.
        if entry.batchIsDebit ?? entry.isDebit ?? false {
            entry.batch.amount = entry.batch.amount.map { -$0 }
        }
        entry.batchIsDebit = nil
        entry.hasBatches = true
        entry.batchReference = entry.batchReference ?? entry.batch.id
        entry.document.batches.append(entry.batch)
    }

    /// `FUTR` is on the bank's books, but its value comes later and it is sent again: pending.
    private mutating func takeStatus(_ text: XMLText) {
        entry.statusIsKnown = true
        if text.is("BOOK") {
            entry.document.status = .booked
        } else if text.is("PDNG") || text.is("FUTR") {
            entry.document.status = .pending
        } else if text.is("INFO") {
            entry.document.status = .info
        } else {
            // Not to be posted before somebody has looked at it.
            entry.document.status = .pending
            report(.statusUnknown, value: text.string)
        }
    }

    mutating func closeEntry() {
        isInEntry = false
        if entry.statusIsKnown == nil { report(.statusUnknown, at: "Sts", line: entry.line) }
        guard let amount = directedAmount() else {
            statement.isIncomplete = true
            announce(entryIn: entry.document.currency)
            return
        }
        entry.document.amount = amount
        entry.document.code = text(of: entry.code)
        if entry.code.domain != nil { entry.document.bankCode = entry.code.proprietary }
        if entry.document.details.count == 1 {
            entry.document.code = entry.document.code ?? entry.detailCode
        }
        entry.document.customerReference =
            entry.document.customerReference ?? entry.batchReference
        giveChargesToDetail()
        checkDetails()
        checkBatches()
        announce(entryIn: entry.document.currency)
        statement.totals.add(entry.document)
        statement.footing.add(entry.document)
        emit?(.entry(entry.document))
    }

    /// Most entries of a file have the code of the one before.
    private mutating func text(of code: CamtCode) -> String? {
        if code != lastCode.code { lastCode = (code, code.text) }
        return lastCode.text
    }

    /// Credit positive, debit negative; nil, with the finding, where the file does not say enough.
    private mutating func directedAmount() -> Amount? {
        guard let amount = entry.amount else {
            if !entry.unreadable { report(.amountMissing, at: "Amt", line: entry.line) }
            return nil
        }
        guard let isDebit = entry.isDebit else {
            report(.directionMissing, at: "CdtDbtInd", line: entry.line)
            return nil
        }
        guard isDebit else { return amount }
        for index in entry.undirected {
            entry.document.details[index].amount =
                entry.document.details[index].amount.map { -$0 }
        }
        return -amount
    }

    /// Charges of the whole entry belong to its payment where there is but one.
    private mutating func giveChargesToDetail() {
        guard entry.hasCharges, entry.document.details.count <= 1 else { return }
        if entry.document.details.isEmpty { entry.document.details.append(PaymentDetail()) }
        entry.document.details[0].charges += entry.document.charges
        entry.document.details[0].chargesTotal =
            entry.document.details[0].chargesTotal ?? entry.document.chargesTotal
        entry.document.charges = []
        entry.document.chargesTotal = nil
    }

    /// A batch may be shown by one payment for all of it; else none may be missing.
    private mutating func checkBatches() {
        let found = entry.document.details.count
        guard entry.hasBatches, found > entry.document.batches.count,
            entry.detailsSeen <= limits.details
        else { return }
        var said = 0
        for batch in entry.document.batches {
            guard let count = batch.count else { return }
            said &+= count
        }
        guard said != found else { return }
        report(.batchDiffers, value: "\(said)", detail: "\(found) ≠ \(said)", line: entry.line)
    }

    private mutating func checkDetails() {
        guard !entry.document.details.isEmpty, entry.detailsSeen <= limits.details else { return }
        var sum: Int128 = 0
        for detail in entry.document.details {
            guard let amount = detail.amount, detail.currency == entry.document.currency
            else { return }
            sum += Footing.scaled(amount)
        }
        guard sum != Footing.scaled(entry.document.amount) else { return }
        report(
            .detailsDoNotAddUp, value: "\(entry.document.amount)",
            detail: "\(Footing.text(sum)) ≠ \(entry.document.amount)", line: entry.line)
    }
}
