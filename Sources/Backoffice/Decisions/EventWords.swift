import Ledger
import Receivables

/// Says in one line what an event of a person's decision was, with the numbers that undo it.
struct EventWords {
    /// The numbers of the items that the event names.
    let items: [OpenItem.ID: String]

    func sentence(_ event: Event) -> (en: String, zh: String) {
        switch event {
        case .itemPosted(let item):
            let amount = Money(minor: item.original, item.currency)
            return (
                "\(item.kind.name) \(item.number) posted: \(amount), due \(item.dueOn)",
                "单据 \(item.number) 已入账：\(amount)，到期日 \(item.dueOn)"
            )
        case .itemReversed(let item, _):
            return ("\(item.number) reversed", "\(item.number) 已冲销")
        case .disputeMarked(_, let item, let disputed):
            let number = name(item)
            return disputed
                ? ("\(number) is disputed", "\(number) 存在争议")
                : ("the dispute of \(number) has ended", "\(number) 的争议已结束")
        case .receiptMoved(let move): return moved(move)
        case .receiptApplied(let applied):
            let (amount, names) = parts(applied)
            let residuals = applied.residuals.map(\.number).joined(separator: ", ")
            let left = residuals.isEmpty ? ("", "") : (", leaving \(residuals)", "，留下 \(residuals)")
            return (
                "receipt \(applied.receipt.raw): \(amount) applied to \(names)\(left.0)",
                "收款 \(applied.receipt.raw)：\(amount) 核销 \(names)\(left.1)"
            )
        case .receiptUnapplied(let applied):
            let (amount, names) = parts(applied)
            return (
                "receipt \(applied.receipt.raw): \(amount) taken back from \(names)",
                "收款 \(applied.receipt.raw)：\(amount) 反核销 \(names)"
            )
        case .creditApplied(let credit, let item):
            let amount = Money(minor: item.cleared.cash, item.currency)
            return (
                "\(amount) of \(name(credit.item)) used for \(name(item.item)), "
                    + "application \(credit.id.raw)",
                "\(name(credit.item)) 的 \(amount) 冲抵 \(name(item.item))，核销号 \(credit.id.raw)"
            )
        case .creditUnapplied(let credit, let item):
            let amount = Money(minor: -item.cleared.cash, item.currency)
            return (
                "\(amount) of \(name(credit.item)) taken back from \(name(item.item))",
                "\(name(credit.item)) 对 \(name(item.item)) 的冲抵 \(amount) 已撤销"
            )
        case .itemWrittenOff(let application):
            let amount = Money(minor: application.cleared.writeOff, application.currency)
            return (
                "\(amount) of \(name(application.item)) written off, "
                    + "application \(application.id.raw)",
                "\(name(application.item)) 核销小额 \(amount)，核销号 \(application.id.raw)"
            )
        case .writeOffReversed(let application):
            let amount = Money(minor: -application.cleared.writeOff, application.currency)
            return (
                "\(amount) of \(name(application.item)) owed again",
                "\(name(application.item)) 的小额核销 \(amount) 已撤销"
            )
        case .refundRequested(let refund), .refundChanged(let refund):
            return refunded(refund, refund.status, refund.statusZh)
        case .refundApproved(let refund, _): return refunded(refund, "approved", "已批准")
        case .refundPaid(let refund, _): return refunded(refund, "paid", "已支付")
        case .refundReturned(let refund, _): return refunded(refund, "returned", "被银行退回")
        case .refundCancelled(let refund, _): return refunded(refund, "cancelled", "已取消")
        case .periodClosed(_, let day): return ("closed through \(day)", "已关账至 \(day)")
        case .periodReopened(_, let day): return ("open again from \(day)", "已重新开账，自 \(day)")
        case .researchNoted(let note):
            let place = note.supersedes.map { (", in place of \($0.raw)", "，取代 \($0.raw)") }
            return (
                "note \(note.id.raw) of receipt \(note.receipt.raw)\(place?.0 ?? "")",
                "收款 \(note.receipt.raw) 的查询记录 \(note.id.raw)\(place?.1 ?? "")"
            )
        case .caseChanged(let file, _, _): return file.sentence
        default: return ("done", "完成")
        }
    }

    private func name(_ item: OpenItem.ID) -> String { items[item] ?? "\(item.raw)" }

    private func parts(_ applied: ReceiptApplied) -> (Money, String) {
        (
            Money(minor: applied.held.amount, applied.currency),
            applied.applications.map { name($0.item) }.joined(separator: ", ")
        )
    }

    private func refunded(_ refund: Refund, _ en: String, _ zh: String) -> (en: String, zh: String)
    {
        let amount = Money(minor: refund.amount, refund.currency)
        return (
            "refund \(refund.id.raw) \(en): \(amount) of receipt \(refund.receipt.raw) "
                + "to \(refund.toAccount)",
            "退款 \(refund.id.raw) \(zh)：收款 \(refund.receipt.raw) 的 \(amount)，账户 \(refund.toAccount)"
        )
    }

    private func moved(_ move: ReceiptMove) -> (en: String, zh: String) {
        let amount = Money(minor: move.held.amount, move.currency)
        let (en, zh) =
            switch move.kind {
            case .payerIdentified: ("payer identified", "付款人已识别")
            case .payerWithdrawn: ("payer withdrawn", "付款人识别已撤回")
            case .putOnAccount: ("put on account", "转入挂账")
            case .takenOffAccount: ("taken off account", "转出挂账")
            case .advanceRecorded: ("kept as an advance", "转为预收款")
            case .advanceReleased: ("released from advance", "预收款已释放")
            case .creditWrittenOff: ("taken to income", "小额贷方转收益")
            case .creditWriteOffReversed: ("taken back from income", "小额贷方转收益已撤销")
            case .refundApproved: ("to be refunded", "待退款")
            case .refundCancelled: ("not to be refunded", "不再退款")
            case .receiptReversed: ("reversed", "已冲销")
            case .receiptSplit: ("split off", "已拆出")
            case .receiptJoined: ("joined again", "已并回")
            case .receiptReturned: ("returned by the bank", "被银行退回")
            case .turnedElsewhere: ("is no payment of a customer", "不是客户付款，已转出")
            case .broughtBack: ("brought back", "已转回")
            case .receiptReplaced: ("replaced by the receipts of its parts", "已拆分为多笔收款")
            }
        return (
            "receipt \(move.receipt.raw): \(amount) \(en)", "收款 \(move.receipt.raw)：\(amount) \(zh)"
        )
    }
}
