import Ledger

/// Writes the lines of one event.
struct LineWriter {
    let functional: Currency
    private(set) var lines: [Line] = []

    init(functional: Currency) {
        self.functional = functional
    }

    /// Debits and credits `amount`; a negative amount goes the other way, nothing is written for
    /// zero.
    mutating func move(
        _ amount: Int64, _ value: Int64, debit: Account, credit: Account, _ currency: Currency,
        _ rate: Rate
    ) {
        if debit == credit || amount == 0 && value == 0 { return }
        let back = amount < 0 || amount == 0 && value < 0
        precondition((amount >= 0) == (value >= 0) || amount == 0 || value == 0, "mixed signs")
        lines.append(
            Line(
                debit: back ? credit : debit, credit: back ? debit : credit,
                amount: Money(minor: abs(amount), currency),
                functional: Money(minor: abs(value), functional), rate: rate))
    }

    /// P01, P02, P04: a document raises receivables against revenue and tax; P03: a credit note
    /// lowers them against allowances. A residual posts nothing: the application that made it does.
    mutating func document(_ item: OpenItem, mirrored: Bool = false) {
        if item.kind == .residual { return }
        let sign: Int64 = mirrored ? -1 : 1
        // Fees and interest are no revenue (P18, P22).
        let isFee = item.kind == .debitNote && item.reason != nil
        let income: Account =
            item.kind == .creditNote ? .returnsAndAllowances : isFee ? .otherIncome : .revenue
        move(
            sign * (item.original - item.tax),
            sign * (item.originalFunctional - item.taxFunctional),
            debit: .receivables, credit: income, item.currency, item.rate)
        move(
            sign * item.tax, sign * item.taxFunctional, debit: .receivables, credit: .outputVAT,
            item.currency, item.rate)
    }

    /// A line that no receipt carries: the bank's charge, or money that the general ledger takes
    /// over from bank clearing (domain.md §1.5a).
    mutating func bankLine(_ line: BankLine, mirrored: Bool = false) {
        let sign: Int64 = mirrored ? -1 : 1
        switch line.kind {
        case .receipt: break
        case .bankCharge:
            move(
                -sign * line.amount, -sign * line.functional, debit: .bankCharges, credit: .bank,
                line.currency,
                line.rate)
        case .other, .returned:
            move(
                sign * line.amount, sign * line.functional, debit: .bank, credit: .bankClearing,
                line.currency,
                line.rate)
        }
    }

    /// P06, P07, P14 (approval), P15b, and the return of each: from the account that holds the
    /// money to the one that holds it afterwards.
    mutating func receiptMove(_ move: ReceiptMove) {
        let (debit, credit) = (account(move.from, of: move), account(move.to, of: move))
        guard let tax = move.tax else {
            self.move(
                move.held.amount, move.held.functional, debit: debit, credit: credit,
                move.currency, move.rate)
            return
        }
        // P26: of an advance, the tax stands in an account of its own.
        self.move(
            move.held.amount - tax.held.amount, move.held.functional - tax.held.functional,
            debit: debit, credit: credit, move.currency, move.rate)
        self.move(
            tax.held.amount, tax.held.functional,
            debit: move.from == .advance ? tax.account : debit,
            credit: move.to == .advance ? tax.account : credit, move.currency, move.rate)
    }

    private func account(_ place: Receipt.Place, of move: ReceiptMove) -> Account {
        switch place {
        case .reversed, .elsewhere, .parted: move.outside ?? .bank
        default: Self.account(place)
        }
    }

    static func account(_ place: Receipt.Place) -> Account {
        switch place {
        case .unidentified: .unidentified
        case .unapplied: .unapplied
        case .onAccount: .onAccount
        case .advance: .contractLiabilities
        case .applied: .receivables
        case .refunded: .refundsPayable
        case .writtenOff: .smallBalances
        case .reversed, .elsewhere, .parted: .bank
        }
    }

    /// P08 and P09, with the parts of P10 (discount), P11 (bank charge), P12 (residual, tolerance)
    /// and P23 (realised exchange difference); of opposite sign it is P35.
    mutating func application(_ applied: ReceiptApplied) {
        for application in applied.applications {
            let cleared = application.cleared
            let (currency, rate) = (applied.currency, applied.rate)
            settle(
                cleared.cash, paid: cleared.receiptFunctional, carried: cleared.cashFunctional,
                from: Self.account(applied.place), to: application.account, application.difference,
                currency, rate)
            move(
                cleared.discount - cleared.discountTax,
                cleared.discountFunctional - cleared.discountTaxFunctional, debit: .cashDiscounts,
                credit: application.account, currency, rate)
            move(
                cleared.discountTax, cleared.discountTaxFunctional, debit: .outputVAT,
                credit: application.account, currency, rate)
            // The bank's charge is an expense at the rate of the day it is taken (P11).
            let charge = rate.convert(Money(minor: cleared.bankCharge, currency), to: functional)
            settle(
                cleared.bankCharge, paid: charge?.minor ?? cleared.bankChargeFunctional,
                carried: cleared.bankChargeFunctional, from: .bankCharges,
                to: application.account, .fxRealised, currency, rate)
            move(
                cleared.writeOff, cleared.writeOffFunctional, debit: .smallBalances,
                credit: application.account, currency, rate)
            move(
                cleared.residual, cleared.residualFunctional, debit: .deductions,
                credit: application.account, currency, rate)
        }
    }

    /// What clears a part of an item, worth `paid` on its own side and `carried` on the item's:
    /// what both agree on moves; the rest of the functional value is realised gain or loss.
    private mutating func settle(
        _ amount: Int64, paid: Int64, carried: Int64, from: Account, to: Account,
        _ difference: Account, _ currency: Currency, _ rate: Rate
    ) {
        let agree = (paid < 0) == (amount < 0) && (carried < 0) == (amount < 0)
        let common = !agree ? 0 : abs(paid) < abs(carried) ? paid : carried
        move(amount, common, debit: from, credit: to, currency, rate)
        move(0, paid - common, debit: from, credit: difference, currency, rate)
        move(0, carried - common, debit: difference, credit: to, currency, rate)
    }

    /// P14, second step: out of the bank, or out of bank clearing where a bank line has paid it; at
    /// the line's rate then, with the difference realised (P23).
    mutating func refundPaid(_ refund: Refund, mirrored: Bool = false) {
        let sign: Int64 = mirrored ? -1 : 1
        settle(
            sign * refund.amount, paid: sign * refund.functional,
            carried: sign * (refund.lineFunctional ?? refund.functional), from: .refundsPayable,
            to: refund.isCleared ? .bankClearing : .bank, .fxRealised, refund.currency, refund.rate)
    }

    /// A credit note used against another item: nothing moves but what their rates differ by,
    /// unless one of them is a deduction.
    mutating func creditUse(_ credit: Application, _ item: Application) {
        settle(
            item.cleared.cash, paid: -credit.cleared.cashFunctional,
            carried: item.cleared.cashFunctional, from: credit.account, to: item.account,
            .fxRealised, item.currency, item.rate)
    }

    /// P15a.
    mutating func writeOff(_ application: Application) {
        let cleared = application.cleared
        move(
            cleared.writeOff, cleared.writeOffFunctional, debit: .smallBalances,
            credit: application.account, application.currency, application.rate)
    }

    /// Gain on items, and on money of receipts, which is worth less to those it is owed to.
    mutating func revaluation(_ revalued: Revalued) {
        for item in revalued.items {
            move(
                0, item.gain, debit: item.account, credit: .fxUnrealised, revalued.currency,
                revalued.rate)
        }
        for receipt in revalued.receipts {
            move(
                0, receipt.gain, debit: Self.account(receipt.place), credit: .fxUnrealised,
                revalued.currency, revalued.rate)
        }
    }
}
