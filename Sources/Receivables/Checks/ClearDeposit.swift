import Ledger

/// The bank's line of a deposit has come: it is no new money, but the slip's (P21, G-LED-21b). What
/// it credits more or less is the bank's error until it corrects that.
public struct ClearDeposit: Command {
    public enum Step: Sendable, Equatable {
        /// The receipt as which the bank's line came.
        case credited(Receipt.ID)
        /// The bank takes the surplus back with this line.
        case corrected(BankLine)
        /// The bank gives what lacked, which came as this receipt.
        case completed(Receipt.ID)
        /// The last of these was wrong.
        case takenBack
        /// Never taken to the bank: the checks are ready again.
        case withdrawn
    }

    public let file: CaseFile.ID
    public let step: Step
    public let why: String
    /// For `withdrawn` and `takenBack`: the slip, so that what hangs on it is loaded.
    public var slip: DepositSlip?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case slipNotInTransit = "slip-not-in-transit"
        case slipHasNoDifference = "slip-has-no-difference"
        case slipNotCredited = "slip-not-credited"
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case receiptInUse = "receipt-in-use"
        case currenciesDiffer = "currencies-differ"
        case amountDiffers = "correction-differs"
        case lineReversed = "line-reversed"
        case lineIsCharge = "line-is-no-correction"
    }

    public init(file: CaseFile.ID, _ step: Step, why: String) {
        self.file = file
        self.step = step
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        switch step {
        case .credited(let receipt), .completed(let receipt): names.receipts = [receipt]
        case .withdrawn: names.cases.formUnion(slip?.checks ?? [])
        case .takenBack:
            if let slip, slip.state == .corrected, slip.difference?.isNegative == true,
                let receipt = slip.correction
            {
                names.receipts = [Receipt.ID(receipt)]
            }
        case .corrected: break
        }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .depositSlip(let slip) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        switch step {
        case .credited(let receipt): return try credit(slip, file, receipt, books, desk)
        case .corrected(let line): return try correct(slip, file, line, books, desk)
        case .completed(let receipt): return try complete(slip, file, receipt, books, desk)
        case .takenBack: return try takeBack(slip, file, books, desk)
        case .withdrawn: return try withdraw(slip, file, books, desk)
        }
    }

    private func credit(
        _ slip: DepositSlip, _ file: CaseFile, _ id: Receipt.ID, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        if slip.state != .inTransit { throw refusal(.slipNotInTransit, slip.state.rawValue) }
        let turned = try TurnedElsewhere(id, to: .bankClearing, books, desk, why: why)
        let receipt = turned.receipt
        if receipt.currency != slip.total.currency {
            throw refusal(.currenciesDiffer, "\(receipt.money), but the slip is \(slip.total)")
        }
        var next = slip
        next.credit = id
        next.credited = receipt.money
        next.state = receipt.money == slip.total ? .cleared : .differs
        return [
            turned.event,
            .caseChanged(
                file.changed(to: .depositSlip(next)), next.bookings(receipt),
                on: turned.event.postedOn ?? desk.today),
        ]
    }

    private func correct(
        _ slip: DepositSlip, _ file: CaseFile, _ line: BankLine, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        guard slip.state == .differs, let difference = slip.difference else {
            throw refusal(.slipHasNoDifference, slip.state.rawValue)
        }
        if line.reversedOn != nil { throw refusal(.lineReversed, "\(line.id)") }
        if line.kind == .receipt || line.kind == .bankCharge {
            throw refusal(.lineIsCharge, "\(line.id)")
        }
        let money = Money(minor: line.amount, line.currency)
        if money.currency != difference.currency {
            throw refusal(.currenciesDiffer, "\(money), but \(difference)")
        }
        if money != -difference {
            throw refusal(.amountDiffers, "\(money), but the difference is \(difference)")
        }
        var next = slip
        next.correction = line.id.raw
        next.correctionValue = -line.functional
        next.state = .corrected
        guard let receipt = slip.credit.flatMap({ books.receipts[$0] }) else {
            throw refusal(.slipNotCredited, slip.state.rawValue)
        }
        let day = books.postingDay(max(line.postedOn, desk.today), entity)
        return [
            .caseChanged(
                file.changed(to: .depositSlip(next)), next.corrections(receipt), on: day)
        ]
    }

    private func complete(
        _ slip: DepositSlip, _ file: CaseFile, _ id: Receipt.ID, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        guard slip.state == .differs, let difference = slip.difference else {
            throw refusal(.slipHasNoDifference, slip.state.rawValue)
        }
        let turned = try TurnedElsewhere(id, to: .bankErrors, books, desk, why: why)
        if turned.receipt.money != -difference {
            throw refusal(
                .amountDiffers, "\(turned.receipt.money), but the difference is \(difference)")
        }
        var next = slip
        next.correction = id.raw
        next.state = .corrected
        return [
            turned.event,
            .caseChanged(file.changed(to: .depositSlip(next)), [], on: desk.today),
        ]
    }

    private func takeBack(
        _ slip: DepositSlip, _ file: CaseFile, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        guard let credit = slip.credit, let receipt = books.receipts[credit] else {
            throw refusal(.slipNotCredited, slip.state.rawValue)
        }
        var next = slip
        var events: [Event] = []
        var bookings: [Booking] = []
        var day = books.postingDay(max(receipt.postedOn, desk.today), entity)
        if slip.state == .corrected, let difference = slip.difference {
            next.state = .differs
            (next.correction, next.correctionValue) = (nil, 0)
            if difference.isPositive {
                bookings = slip.corrections(receipt).map(\.mirrored)
            } else if let id = slip.correction.map({ Receipt.ID($0) }) {
                let back = MoveReceipt(receipt: id, .bringBack(nil), why: why)
                events = try back.decide(on: books, at: desk)
            }
        } else {
            next.state = .inTransit
            (next.credit, next.credited) = (nil, nil)
            let back = MoveReceipt(receipt: credit, .bringBack(nil), why: why)
            events = try back.decide(on: books, at: desk)
            bookings = slip.bookings(receipt).map(\.mirrored)
            day = events.first?.postedOn ?? day
        }
        return events
            + [.caseChanged(file.changed(to: .depositSlip(next)), bookings, on: day)]
    }

    private func withdraw(
        _ slip: DepositSlip, _ file: CaseFile, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        if slip.state != .inTransit { throw refusal(.slipNotInTransit, slip.state.rawValue) }
        var events: [Event] = []
        for id in slip.checks {
            guard let one = books.cases[id], case .check(var check) = one.content,
                let receipt = check.receipt
            else { throw refusal(.caseNotFound, "\(id)") }
            let reverse = MoveReceipt(receipt: receipt, .reverse, why: why)
            events += try reverse.decide(on: books, at: desk)
            (check.slip, check.receipt) = (nil, nil)
            check.state = check.stateOnPaper(today: desk.today)
            events.append(.caseChanged(one.changed(to: .check(check)), [], on: desk.today))
        }
        var next = slip
        next.state = .withdrawn
        return events + [.caseChanged(file.changed(to: .depositSlip(next)), [], on: desk.today)]
    }
}

extension DepositSlip {
    /// What the bank's credit, which came as `receipt`, leaves of the slip: its error, and what the
    /// rates of the two days differ by.
    func bookings(_ receipt: Receipt) -> [Booking] {
        guard let difference else { return [] }
        var bookings: [Booking] = []
        let error = self.difference(.depositDifference, receipt)
        if !difference.isZero { bookings.append(error) }
        let realised = value - (receipt.functional - error.functional)
        if realised != 0 {
            bookings.append(
                Booking(
                    .clearedAtOtherRate, 0, functional: realised, receipt.currency, receipt.rate))
        }
        return bookings
    }

    /// The bank's correction takes its error back, at the rate of its day.
    func corrections(_ receipt: Receipt) -> [Booking] {
        let error = difference(.bankErrorCorrected, receipt)
        if correctionValue == error.functional { return [error] }
        return [
            error,
            Booking(
                .clearedAtOtherRate, 0, functional: correctionValue - error.functional,
                receipt.currency, receipt.rate),
        ]
    }

    /// The difference, at the rate of the credit.
    func difference(_ kind: Booking.Kind, _ receipt: Receipt) -> Booking {
        let minor = difference?.minor ?? 0
        return Booking(
            kind, minor, functional: share(of: receipt.functional, minor, of: receipt.amount),
            receipt.currency, receipt.rate)
    }
}
