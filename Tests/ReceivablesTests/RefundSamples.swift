import Ledger
import Receivables

/// Refunds and their cases with every field there and absent.
enum RefundSamples {
    static var plain: Refund {
        let day = Day("2026-03-31")!
        var receipt = Receipt(
            id: Receipt.ID(1_000_000_000_006), entity: Entity.ID(1), currency: .eur, rate: .one,
            amount: 10, functional: 80, bookedOn: day, valueDate: day, postedOn: day)
        receipt.holdings.onAccount = Receipt.Held(10, functional: 80)
        return Refund(
            id: Refund.ID(1_000_000_000_005), receipt: receipt,
            customer: Customer.ID(1_000_000_000_009), place: .onAccount, amount: 1,
            toAccount: "A", payee: "", requestedBy: "li", requestedOn: day, state: .approved)
    }

    static var whole: Refund {
        var refund = plain
        refund.payeeBank = "021000021"
        refund.why = "paid|twice"
        refund.warnings = RefundWarning.allCases
        refund.despite = "asked"
        refund.screenedBy = "list 00"
        refund.bopCode = "121010"
        refund.approvals = [
            Refund.Approval(by: "wang", on: refund.requestedOn, asController: false),
            Refund.Approval(by: "zhao", on: refund.requestedOn, asController: true),
        ]
        refund.callback = CaseFile.ID(7)
        refund.file = CaseFile.ID(8)
        refund.line = BankLine.ID(9)
        refund.lineFunctional = 8
        refund.isCleared = true
        refund.bankReason = "AC04"
        refund.state = .accepted
        return refund
    }

    static var contents: [CaseFile.Content] {
        let customer = Customer.ID(1_000_000_000_009)
        let proposed = BankDataChange(
            customer: customer, .account, from: nil, to: "DE89 3704", evidence: "",
            proposedBy: "li")
        var confirmed = BankDataChange(
            customer: customer, .phone, from: "+49 30 1", to: "+49 30 2", evidence: "letter",
            proposedBy: "li")
        confirmed.decidedBy = "wang"
        confirmed.inForceFrom = Day("2026-03-31")
        confirmed.until = Day("2027-03-31")
        confirmed.state = .confirmed
        let file = RefundFile(
            number: "RF1-0", account: "DE02", format: "NACHA", hash: "00ff",
            refunds: [plain.id], total: Money(minor: 1, .eur), builtBy: "li")
        var released = file
        released.releasedBy = "zhao"
        released.sentOn = Day("2026-03-31")
        released.state = .sent
        return [
            .bankData(proposed), .bankData(confirmed), .callback(call), .refundFile(file),
            .refundFile(released),
        ]
    }

    private static var call: Callback {
        Callback(
            refund: plain.id, customer: plain.customer, number: "+49301",
            onRecordSince: Day("2026-01-31")!, calledBy: "wang", spokeTo: "accounts",
            outcome: .notReached, words: "")
    }
}
