import Ledger

/// A check that came by mail or over the counter, from the log of whoever opened the envelope to
/// the bank's credit (domain.md §3.10). Until it is deposited it is paper, not money.
public struct Check: Sendable, Equatable {
    public enum State: String, Sendable {
        /// May be deposited.
        case ready
        /// Dated later: kept until then, no cash.
        case postDated = "post-dated"
        /// “Paid in full” on a disputed debt, or another endorsement that may give a right away:
        /// legal decides before anything else.
        case legal
        /// Goes back with a letter.
        case rejected
        case deposited
    }

    /// Why it is not deposited.
    public enum Defect: String, Sendable, CaseIterable {
        case thirdParty = "third-party"
        case twoParty = "two-party"
        case signatureMissing = "signature-missing"
        case altered

        var words: (en: String, zh: String) {
            switch self {
            case .thirdParty: ("made out to a third party", "收款人为第三方")
            case .twoParty: ("made out to two parties", "收款人为两方")
            case .signatureMissing: ("not signed", "缺少签名")
            case .altered: ("altered", "有涂改")
            }
        }
    }

    public let number: String
    /// The day it bears.
    public let datedOn: Day
    public let payer: String
    /// What is paid: the words, where they differ from the figures (UCC 3-114).
    public let amount: Money
    /// The figures, where they differ.
    public var figures: Money?
    /// Nine digits, checked, and the account, both of the MICR line.
    public var routing: String?
    public var account: String?
    public var customer: Customer.ID?
    /// The invoices it names.
    public var names: [String] = []
    public var defects: [Defect] = []
    /// What stands on it that may bind who cashes it.
    public var legend: String?
    /// Where its picture is kept.
    public var image: String?
    public let openedBy: String
    public var decidedBy: String?
    public var slip: String?
    public var receipt: Receipt.ID?
    public var state = State.ready

    public init(number: String, datedOn: Day, payer: String, amount: Money, openedBy: String) {
        self.number = number
        self.datedOn = datedOn
        self.payer = payer
        self.amount = amount
        self.openedBy = openedBy
    }

    /// Banks need not pay a check older than that (UCC 4-404); we ask for another.
    public static let staleAfter = 180

    func isStale(on day: Day) -> Bool { day - datedOn > Self.staleAfter }

    func isSame(as other: Check) -> Bool {
        number == other.number && routing == other.routing && account == other.account
            && (routing != nil || payer == other.payer)
    }
}

extension Check: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: state == .deposited || state == .rejected)
        head.customer = customer
        head.receipt = receipt
        head.amount = amount
        head.number = number
        head.dueOn = state == .postDated ? datedOn : nil
        head.owner = state == .legal ? "legal" : nil
        return head
    }

    var sentence: (en: String, zh: String) {
        let why = defects.map(\.words)
        let (en, zh) =
            switch state {
            case .ready: ("is ready for deposit", "可存入")
            case .postDated: ("is kept until \(datedOn)", "保管至 \(datedOn)")
            case .legal: ("waits for legal: “\(legend ?? "")”", "待法务确认：“\(legend ?? "")”")
            case .rejected:
                (
                    "goes back with a letter"
                        + (why.isEmpty ? "" : ": " + why.map(\.en).joined(separator: ", ")),
                    "退回并附函"
                        + (why.isEmpty ? "" : "：" + why.map(\.zh).joined(separator: "、"))
                )
            case .deposited: ("deposited on slip \(slip ?? "")", "已存入，存款单 \(slip ?? "")")
            }
        return (
            "check \(number) of \(payer), \(amount), \(en)", "支票 \(number)（\(payer)，\(amount)）\(zh)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.text(number)
        out.day(datedOn)
        out.text(payer)
        out.money(amount)
        out.text(openedBy)
        out.bool(figures != nil)
        if let figures { out.money(figures) }
        out.optional(routing)
        out.optional(account)
        out.optional(customer)
        out.list(names)
        out.list(defects.map(\.rawValue))
        out.optional(legend)
        out.optional(image)
        out.optional(decidedBy)
        out.optional(slip)
        out.optional(receipt)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            number: try reader.text(), datedOn: try reader.day(), payer: try reader.text(),
            amount: try reader.money(), openedBy: try reader.text())
        figures = try reader.bool() ? try reader.money() : nil
        routing = try reader.optionalText()
        account = try reader.optionalText()
        customer = try reader.optionalID()
        names = try reader.list()
        for name in try reader.list() {
            guard let defect = Defect(rawValue: name) else {
                throw WireError(message: "defect \(name) is not of this version")
            }
            defects.append(defect)
        }
        legend = try reader.optionalText()
        image = try reader.optionalText()
        decidedBy = try reader.optionalText()
        slip = try reader.optionalText()
        receipt = try reader.optionalID()
        state = try reader.raw()
    }
}
