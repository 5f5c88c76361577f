import Ledger

extension Books {
    /// The one place where state changes: what `event` says is now so.
    public mutating func evolve(_ event: Event) {
        switch event {
        case .entityOpened(let entity): load(entity, closedThrough: nil, counter: 0)
        case .ownAccountRegistered(let account): load(account)
        case .rateRecorded(let rate): load(rate)
        case .holidayRecorded(let holiday): load(holiday)
        case .customerRegistered(let customer):
            used(customer.id)
            load(customer)
            changes.newCustomers.insert(customer.id)
        case .customerChanged(let customer):
            load(customer)
            if !changes.newCustomers.contains(customer.id) { changes.customers.insert(customer.id) }
        case .recordWithdrawn(let record): withdraw(record)
        case .itemPosted(let item): add(item)
        case .itemReversed(let item, let application):
            apply(application)
            changeItem(item.id) { $0.status = .reversed }
        case .disputeMarked(_, let item, let disputed):
            changeItem(item) {
                $0.disputed = disputed
                $0.revision += 1
            }
        case .statementAccepted(let statement): used(statement.id)
        case .bankLineRecorded(let line): used(line.id)
        case .noticeRecorded(let notice): used(notice.id)
        case .adviceRecorded(let advice): used(advice.id)
        case .receiptRecorded(let receipt):
            used(receipt.id)
            receipts[receipt.id] = receipt
            changes.newReceipts.append(receipt.id)
        case .receiptCompleted(let receipt, let source):
            changeReceipt(receipt) {
                $0.source = source
                $0.completions += 1
                $0.revision += 1
            }
            changes.completedReceipts.insert(receipt)
        case .receiptMoved(let move): apply(move)
        case .receiptApplied(let applied):
            for residual in applied.residuals { add(residual) }
            for application in applied.applications { apply(application) }
            changeReceipt(applied.receipt) {
                $0.customer = applied.customer
                $0.move(applied.held, from: applied.place, to: .applied)
            }
            // What was proposed is settled, or is to be thought about again.
            changes.proposals.updateValue(nil, forKey: applied.receipt)
        case .receiptUnapplied(let applied):
            for application in applied.applications { apply(application) }
            for residual in applied.residuals { changeItem(residual.id) { $0.status = .reversed } }
            changeReceipt(applied.receipt) {
                $0.customer = applied.customer
                $0.move(applied.held, from: .applied, to: applied.place)
            }
        case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
            apply(credit)
            apply(item)
        case .itemWrittenOff(let application), .writeOffReversed(let application):
            apply(application)
        case .refundApproved(let refund, let move), .refundCancelled(let refund, let move):
            used(refund.id)
            set(refund)
            apply(move)
        case .revalued(let revalued):
            for item in revalued.items {
                changeItem(item.id) {
                    $0.openFunctional += item.gain
                    $0.revision += 1
                }
            }
            for money in revalued.receipts {
                changeReceipt(money.id) {
                    $0.holdings[money.place].functional -= money.gain
                    $0.revalued -= money.gain
                    $0.revision += 1
                }
            }
        case .refundRequested(let refund):
            used(refund.id)
            set(refund)
        case .refundPaid(let refund, _), .refundReturned(let refund, _),
            .refundChanged(let refund):
            set(refund)
        case .caseChanged(let file, _, _):
            used(file.id)
            load(file)
            if file.revision == 0 { changes.newCases.insert(file.id) }
            changes.cases.insert(file.id)
        case .periodClosed(let entity, let through): closedThrough[entity] = through
        case .periodReopened(let entity, let from): closedThrough[entity] = from.adding(-1)
        case .receiptProposed(let proposed):
            changes.proposals.updateValue(proposed, forKey: proposed.receipt)
        case .researchNoted(let note):
            used(note.id)
            load(note)
        case .orderRecorded, .deliveryRecorded, .glBalanceRecorded, .fileImported,
            .invoiceLinesRecorded, .importUndone, .statementWithdrawn, .bankLineReversed,
            .noticeTied, .noticeWithdrawn, .adviceTied, .adviceWithdrawn:
            break
        }
    }

    private mutating func withdraw(_ record: MasterRecord) {
        switch record {
        case .customer(let customer):
            customers[customer.id] = nil
            customerCodes[Key(customer.entity, customer.code)] = nil
        case .ownAccount(let account): accounts[account.number] = nil
        case .rate(let rate): rates.remove(rate)
        case .holiday(let holiday): calendars[holiday.calendar]?.remove(holiday)
        case .order, .delivery, .balance, .invoiceLines: break
        }
    }

    private mutating func add(_ item: OpenItem) {
        used(item.id)
        load(item)
        changes.newItems.append(item.id)
    }

    private mutating func set(_ refund: Refund) {
        refunds[refund.id] = refund
        changes.refunds.insert(refund.id)
    }

    private mutating func apply(_ move: ReceiptMove) {
        changeReceipt(move.receipt) {
            $0.customer = move.customer
            $0.move(move.held, from: move.from, to: move.to)
            $0.note(move)
            if move.kind == .receiptReplaced { $0.replacedOn = move.postedOn }
        }
        if move.kind != .payerIdentified {
            changes.proposals.updateValue(nil, forKey: move.receipt)
        }
    }

    private mutating func apply(_ application: Application) {
        used(application.id)
        applications[application.id] = application
        changes.newApplications.append(application.id)
        if let original = application.reverses {
            applications[original]?.reversedBy = application.id
            changes.reversedApplications[original] = application.id
        }
        changeItem(application.item) {
            $0.clear(
                application.cleared.total, functional: application.cleared.totalFunctional,
                on: application.postedOn)
        }
    }

    private mutating func changeItem(_ id: OpenItem.ID, _ change: (inout OpenItem) -> Void) {
        precondition(items[id] != nil, "an event changes item \(id.raw), which was not loaded")
        if changes.items[id] == nil { changes.items[id] = items[id]!.isOpen }
        change(&items[id]!)
    }

    private mutating func changeReceipt(_ id: Receipt.ID, _ change: (inout Receipt) -> Void) {
        precondition(
            receipts[id] != nil, "an event changes receipt \(id.raw), which was not loaded")
        change(&receipts[id]!)
        changes.receipts.insert(id)
    }

    private mutating func used<Of>(_ id: Identifier<Of>) {
        let entity = Entity.ID(id.raw / Identifiers.perEntity)
        counters[entity] = max(counters[entity] ?? 0, id.raw % Identifiers.perEntity)
    }
}
