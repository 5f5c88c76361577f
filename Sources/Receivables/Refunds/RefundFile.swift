import Ledger

/// A file of refunds for the bank: built once, released by somebody else than asked for or approved
/// them, on the bytes that were built (reliability: F7, F9).
public struct RefundFile: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        case built, released, sent, accepted, answered, rejected, cancelled

        /// Whether the bank may have it.
        public var isOut: Bool { self != .built && self != .cancelled }
    }

    /// Its message identification, by which the bank's answer names it.
    public let number: String
    /// Our account that pays.
    public let account: String
    /// `pain.001.001.09`, `pain.001.001.03`, `NACHA`.
    public let format: String
    /// SHA-256 of its bytes, in hexadecimal.
    public let hash: String
    public let refunds: [Refund.ID]
    public let total: Money
    public var builtBy: String
    public var releasedBy: String?
    public var sentOn: Day?
    public var state = State.built

    public init(
        number: String, account: String, format: String, hash: String, refunds: [Refund.ID],
        total: Money, builtBy: String
    ) {
        self.number = number
        self.account = account
        self.format = format
        self.hash = hash
        self.refunds = refunds
        self.total = total
        self.builtBy = builtBy
    }
}

extension RefundFile: CaseContent {
    var head: CaseFile.Head {
        let isClosed = state == .cancelled || state == .rejected || state == .answered
        var head = CaseFile.Head(state: state.rawValue, isClosed: isClosed)
        head.number = number
        head.amount = total
        return head
    }

    var sentence: (en: String, zh: String) {
        let chinese =
            switch state {
            case .built: "已生成"
            case .released: "已放行"
            case .sent: "已发送"
            case .accepted: "银行已受理"
            case .answered: "银行部分受理"
            case .rejected: "银行已拒绝"
            case .cancelled: "已取消"
            }
        return (
            "payment file \(number) \(state.rawValue): \(refunds.count) refunds, \(total), "
                + "SHA-256 \(hash)",
            "付款文件 \(number) \(chinese)：\(refunds.count) 笔退款，\(total)，SHA-256 \(hash)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.text(number)
        out.text(account)
        out.text(format)
        out.text(hash)
        out.int(Int64(refunds.count))
        for refund in refunds { out.id(refund) }
        out.money(total)
        out.text(builtBy)
        out.optional(releasedBy)
        out.optional(sentOn)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        let (number, account) = (try reader.text(), try reader.text())
        let (format, hash) = (try reader.text(), try reader.text())
        var refunds: [Refund.ID] = []
        for _ in 0..<(try reader.count()) { refunds.append(try reader.id()) }
        self.init(
            number: number, account: account, format: format, hash: hash, refunds: refunds,
            total: try reader.money(), builtBy: try reader.text())
        releasedBy = try reader.optionalText()
        sentOn = try reader.optionalDay()
        state = try reader.raw()
    }
}
