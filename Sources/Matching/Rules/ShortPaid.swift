import Ledger

/// Less than named, beyond all that is granted: with the credits that make up for it, as an
/// instalment that leaves the item open, or with a residual and its reason.
extension Settlement {
    func shortPaid(_ outcome: Outcome, _ short: Int64) -> Outcome {
        var outcome = outcome
        outcome.stop = .shortPayment
        outcome.evidence = Evidence("\(text(short)) short", "少付 \(text(short))")
        let notes = creditNotes(of: short)
        if !notes.isEmpty {
            let numbers = notes.map { items[$0].number }.joined(separator: ", ")
            outcome.lines += notes.map {
                Proposal.Application(item: items[$0].id, amount: items.rest[$0])
            }
            outcome.positions += notes
            outcome.evidence = Evidence(
                "short by the open credit note \(numbers), which it does not name",
                "差额等于未列明的红字 \(numbers)")
            return outcome
        }
        guard let place = largest(outcome, atLeast: short + 1) else { return spread(outcome) }
        outcome.lines[place].amount -= short
        if !isInstalment {
            outcome.lines[place].residual = short
            outcome.lines[place].reason = reason(short)
        }
        return outcome
    }

    /// No item bears the whole difference: an instalment pays the first named first; otherwise
    /// only a person knows which item is short.
    private func spread(_ outcome: Outcome) -> Outcome {
        var outcome = outcome
        var left = receipt.amount
        guard isInstalment, outcome.lines.allSatisfy({ $0.amount > 0 }) else {
            outcome.lines = []
            outcome.positions = []
            outcome.unapplied = receipt.amount
            return outcome
        }
        for place in outcome.lines.indices {
            outcome.lines[place].amount = min(left, outcome.lines[place].amount)
            left -= outcome.lines[place].amount
        }
        let paid = outcome.lines.filter { $0.amount > 0 }.count
        outcome.lines = Array(outcome.lines[..<paid])
        outcome.positions = Array(outcome.positions[..<paid])
        return outcome
    }

    /// The only open credit notes of the customer that make up the difference.
    private func creditNotes(of short: Int64) -> [Int] {
        let owners = Set(named.open.map { items.owner($0) })
        guard owners.count == 1, let owner = owners.first else { return [] }
        let one = items.open(of: owner, -short, receipt.currency)
            .filter { !named.open.contains($0) && items[$0].issuedOn <= receipt.valueDate }
        if !one.isEmpty { return one.count == 1 ? one : [] }
        let credits = items.credits(of: owner, receipt.currency).filter {
            !named.open.contains($0) && items[$0].issuedOn <= receipt.valueDate
        }
        guard credits.count > 1 else { return [] }
        let found = Combinations.find(
            credits.map { -items.rest[$0] }, target: short, upTo: 1)
        return found.isOnly ? found.first.map { credits[$0] } : []
    }

    /// What the payer says, or else what the figure says.
    private func reason(_ short: Int64) -> String {
        let code = ShortPaymentReason.code(text)
        if code != "UNKNOWN" { return code }
        if PaymentMeaning(text).contains(.retention) { return "RETENTION" }
        let expired = named.open.reduce(Int64(0)) { sum, position in
            sum
                + items.discount(position) {
                    receipt.valueDate - $0 > policy.discountGrace
                }
        }
        return expired != 0 && expired == short ? "DISC_UNEARNED" : code
    }

    /// Whether the payer says that more will follow.
    var isInstalment: Bool {
        !PaymentMeaning(text).isDisjoint(with: [.instalment, .advance])
            || Self.instalments.contains { Words.contains(text, $0) }
    }

    private static let instalments = [
        "INSTALMENT", "INSTALLMENT", "PART PAYMENT", "PARTIAL", "TEILZAHLUNG", "RATE ", "ACONTO",
        "分期", "部分付款", "首付", "进度款",
    ].map { Array($0.utf8) }
}

extension OpenItems {
    /// Open credits of a customer: they lie first of their currency.
    func credits(of customer: Int, _ currency: Currency) -> [Int] {
        positions(of: customer).filter { self.currency($0) == currency && rest[$0] < 0 }
    }
}
