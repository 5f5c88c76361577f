import Formats
import Ledger
import Receivables
import Store

/// Knows a bank's entry for that of our own refunds: by their number, which is the end-to-end
/// identification of the payment, and by the amount.
struct RefundLines {
    /// What an entry is to refunds.
    struct Match {
        let step: ClearRefund.Step
        let refunds: [Refund]
    }

    let session: Session

    /// Of an entry of `account`; nil where it is none of a refund.
    func match(_ entry: StatementEntry, _ money: Money, account: String) throws -> Match? {
        let refunds = try named(in: entry).filter { $0.currency == money.currency }
        guard !refunds.isEmpty else { return nil }
        if money.isNegative {
            let sum = refunds.reduce(Int64(0)) { $0 &+ $1.amount }
            let isOurs = refunds.allSatisfy { refund in
                (refund.state.isOwed || refund.state == .paid && !refund.isCleared)
                    && self.account(of: refund) ?? account == account
            }
            return isOurs && sum == -money.minor ? Match(step: .paid, refunds: refunds) : nil
        }
        guard refunds.count == 1, refunds[0].amount == money.minor else { return nil }
        let reason = entry.details.compactMap(\.returnReason).first
        switch refunds[0].state {
        case .paid: return Match(step: .returned(reason ?? entry.code ?? ""), refunds: refunds)
        case .released, .accepted:
            // What has not gone cannot come back, unless the bank says so.
            guard let reason else { return nil }
            return Match(step: .returned(reason), refunds: refunds)
        case .approved where refunds[0].isCleared && refunds[0].line == nil:
            return Match(step: .arrived, refunds: refunds)
        default: return nil
        }
    }

    /// Takes the money of a line over from bank clearing.
    func take(_ match: Match, of line: BankLine) throws {
        let total = Money(minor: abs(line.functional), line.currency)
        let shares = total.split(over: match.refunds.map(\.amount))
        for (refund, share) in zip(match.refunds, shares) {
            try session.perform(
                ClearRefund(
                    refund: refund.id, match.step, line: line.id, functional: share.minor,
                    on: line.postedOn))
        }
    }

    /// A notice that one comes back: owed again from today on, the money is on its way.
    func take(_ match: Match, on day: Day) throws {
        guard case .returned = match.step, let refund = match.refunds.first else { return }
        try session.perform(ClearRefund(refund: refund.id, match.step, line: nil, on: day))
    }

    /// Takes back what a line did to refunds, which is being taken back itself.
    func takeBack(_ line: BankLine, _ connection: any Connection) throws {
        var found: [Refund.ID] = []
        try connection.rows(
            "SELECT id FROM refund WHERE line = $1 ORDER BY id", [.int(line.id.raw)]
        ) { found.append(Refund.ID($0.int(0))) }
        for refund in found {
            try load(refund)
            let day = max(line.postedOn, session.desk.today)
            try session.perform(ClearRefund(refund: refund, .undo, line: line.id, on: day))
        }
    }

    private func account(of refund: Refund) -> String? {
        guard let file = refund.file,
            case .refundFile(let file)? = session.books.cases[file]?.content
        else { return nil }
        return file.account
    }

    private func named(in entry: StatementEntry) throws -> [Refund] {
        var numbers: [String] = entry.details.compactMap(\.endToEndId)
        if numbers.isEmpty {
            numbers = entry.details.flatMap { $0.references.map(\.value) }
            if let own = entry.customerReference { numbers.append(own) }
        }
        var found: [Refund] = []
        for number in numbers {
            guard let raw = Int64(number), raw / Identifiers.perEntity == session.entity.raw,
                !found.contains(where: { $0.id.raw == raw })
            else { continue }
            try load(Refund.ID(raw))
            if let refund = session.books.refunds[Refund.ID(raw)] { found.append(refund) }
        }
        return found
    }

    /// What the session has changed already stays as it is there.
    private func load(_ id: Refund.ID) throws {
        if let known = session.books.refunds[id] {
            if known.file.map({ session.books.cases[$0] != nil }) ?? true { return }
        }
        var names = Names()
        if session.books.refunds[id] == nil { names.refunds = [id] }
        if let file = session.books.refunds[id]?.file { names.cases = [file] }
        try session.load(names)
        if let file = session.books.refunds[id]?.file, session.books.cases[file] == nil {
            var names = Names()
            names.cases = [file]
            try session.load(names)
        }
    }
}
