import Ledger

/// What the confirmed claims on a receipt post once they sum to its money. It counts from the day
/// of the last confirmation: money received in March and claimed in April was unidentified at the
/// end of March (G-CLM-02).
struct ClaimBooking {
    private let folder: ClaimFolder
    private var receipt: Receipt { folder.receipt }

    init(of folder: ClaimFolder) { self.folder = folder }

    func post(to steps: inout DecisionInSteps) throws(Refusal) {
        let claims = folder.confirmed
        let parts = try parts(of: claims.map(\.claim), &steps)
        for (place, (file, claim)) in claims.enumerated() where place < parts.count {
            let refused = try use(claim, part: parts[place], &steps)
            book(file, claim, in: parts[place], notApplied: refused, &steps)
        }
        var settled = folder.pooled
        settled.state = .settled
        settled.nextOn = nil
        steps.take(folder.pool.change(to: .pooled(settled), on: steps.desk.today))
    }

    /// The receipts that hold the money of each claim: the receipt itself, where there is but one
    /// on all of it.
    private func parts(
        of claims: [Claim], _ steps: inout DecisionInSteps
    ) throws(Refusal) -> [Receipt.ID] {
        if claims.count == 1, claims[0].amount.minor == receipt.amount {
            if let customer = claims[0].customer {
                let day = steps.books.postingDay(
                    max(receipt.postedOn, steps.desk.today), receipt.entity)
                steps.take(
                    .receiptMoved(
                        ReceiptMove(
                            .payerIdentified, receipt: receipt, customer: customer,
                            amount: receipt.amount, from: .unidentified, to: .unapplied,
                            postedOn: day, reason: reason(claims[0]))))
            }
            return [receipt.id]
        }
        let made = try steps.perform(
            SplitReceipt(
                receipt: receipt.id,
                parts: claims.map { SplitReceipt.Part($0.amount, customer: $0.customer) },
                why: claims.map { reason($0) }.joined(separator: "; ")))
        return made.compactMap { event in
            if case .receiptRecorded(let part) = event { part.id } else { nil }
        }
    }

    /// Puts the money where the claim says; gives the code of why it stays unapplied instead.
    private func use(
        _ claim: Claim, part: Receipt.ID, _ steps: inout DecisionInSteps
    ) throws(Refusal) -> String? {
        let why = reason(claim)
        switch claim.kind {
        case .goods:
            if claim.papers.invoices.isEmpty { return nil }
            let basis = Application.Basis(
                rule: "claim", score: 100, evidence: why, evidenceZh: "认领：\(claim.claimant)",
                byHand: true)
            do {
                try steps.perform(
                    ApplyReceipt(
                        receipt: part, lines: try lines(claim, steps.books), basis: basis))
            } catch {
                return error.code
            }
        case .advance:
            let advance = MoveReceipt.Move.putToAdvance(
                nil, order: claim.papers.order, taxRate: claim.papers.taxRate)
            try steps.perform(MoveReceipt(receipt: part, advance, why: why))
        case .deposit, .retention:
            try steps.perform(MoveReceipt(receipt: part, .putOnAccount(nil), why: why))
        case .otherIncome, .notOurs:
            guard let outside = claim.kind.outside else { break }
            try steps.perform(
                MoveReceipt(receipt: part, .turnElsewhere(outside, nil), why: why))
        }
        return nil
    }

    /// Each invoice with the amount the claim gives it, else what of it is open; a single one may
    /// be paid in part. What does not fit is refused as a whole.
    private func lines(_ claim: Claim, _ books: Books) throws(Refusal) -> [ApplyReceipt.Line] {
        var lines: [ApplyReceipt.Line] = []
        for invoice in claim.papers.invoices {
            guard let item = books.item(receipt.entity, number: invoice.number) else {
                throw Refusal(code: "item-not-found", invoice.number)
            }
            if let customer = claim.customer, !books.areOneGroup(item.customer, customer) {
                throw Refusal(code: "customers-differ", invoice.number)
            }
            let isAlone = claim.papers.invoices.count == 1
            let open = isAlone ? min(item.open, claim.amount.minor) : item.open
            lines.append(ApplyReceipt.Line(item: item.id, cash: invoice.amount ?? open))
        }
        return lines
    }

    private func book(
        _ file: CaseFile, _ claim: Claim, in part: Receipt.ID, notApplied: String?,
        _ steps: inout DecisionInSteps
    ) {
        var booked = claim
        booked.state = claim.kind == .notOurs ? .atBank : .booked
        if claim.kind == .notOurs {
            booked.dueOn = steps.books.calendar(of: receipt.entity)
                .day(ClaimPolicy.bankAnswer, after: steps.desk.today)
        }
        booked.part = part
        booked.notApplied = notApplied
        // The claim may have been confirmed by this very decision.
        let now = steps.books.cases[file.id] ?? file
        steps.take(now.change(to: .claim(booked), on: steps.desk.today))
    }

    private func reason(_ claim: Claim) -> String {
        "claimed by \(claim.claimant) (\(claim.unit)), confirmed by \(claim.decidedBy ?? "–")"
    }
}
