import Formats
import Ledger
import Receivables
import Store

/// Takes a bank's answer (pain.002) into the payment file that it names: what the bank takes is
/// accepted, what it rejects is owed again.
struct RefundAnswers {
    private let context: ImportContext

    init(_ context: ImportContext) { self.context = context }

    /// False where the answer is to no file of ours.
    func take(_ status: PaymentStatusFile, of file: InputFile) throws -> Bool {
        guard let number = status.head.originalId else { return false }
        for entity in context.entities.values.sorted(by: { $0.id < $1.id }) {
            let cases = try CaseReader(context.connection).numbered(number, of: entity.id)
            for opened in cases {
                guard case .refundFile(let ours) = opened.content else { continue }
                let answers = Self.answers(status, to: ours.refunds)
                context.rows += Int64(answers.count)
                context.new += Int64(answers.count)
                let command = AnswerRefundFile(
                    file: opened.id, refunds: ours.refunds, .answer(answers))
                let session = try context.session(entity.id)
                try session.load(command.names)
                do { try session.perform(command) } catch let refusal as Refusal {
                    context.note(refusal, at: number)
                }
                return true
            }
        }
        return false
    }

    /// For each refund what the bank says of it, or of its group, or of the whole: nil where it
    /// takes it, else why not. A refund of which nothing is said yet has no answer.
    static func answers(
        _ status: PaymentStatusFile, to refunds: [Refund.ID]
    ) -> [Refund.ID: String?] {
        var answers: [Refund.ID: String?] = [:]
        func set(_ code: String?, _ reasons: [StatusReason], for refunds: [Refund.ID]) {
            guard let code, let isTaken = taken[code] else { return }
            let why = reasons.flatMap { [$0.code?.value].compactMap { $0 } + $0.lines }
                .joined(separator: " ")
            for refund in refunds {
                answers.updateValue(isTaken ? nil : why.isEmpty ? code : why, forKey: refund)
            }
        }
        set(status.head.status, status.head.reasons, for: refunds)
        for group in status.groups {
            set(group.status, group.reasons, for: refunds)
            for transfer in group.transfers {
                guard let raw = transfer.endToEndId.flatMap({ Int64($0) }),
                    refunds.contains(Refund.ID(raw))
                else { continue }
                set(transfer.status, transfer.reasons, for: [Refund.ID(raw)])
            }
        }
        return answers
    }

    /// Whether a status is the bank's yes or its no; all others are neither.
    private static let taken: [String: Bool] = [
        "ACCP": true, "ACTC": true, "ACSP": true, "ACSC": true, "ACWC": true, "ACCC": true,
        "ACFC": true, "RJCT": false, "CANC": false,
    ]
}
