/// Why a bank gave a payment back, and what is done then (domain.md §1.5).
public struct ReturnCode: Sendable, Equatable {
    public enum Scheme: String, Sendable, CaseIterable {
        /// NACHA returns.
        case ach
        /// ANSI X9.100-188 return reasons of checks.
        case check
        /// External return reasons of ISO 20022.
        case iso
    }

    /// How long the other bank may take.
    public enum Window: Sendable, Equatable {
        case bankingDays(Int)
        case calendarDays(Int)
        /// Says the scheme's rule book, the agreement, or nobody.
        case open
    }

    /// What the one who works on it does next.
    public enum Action: String, Sendable, CaseIterable {
        case represent, newBankData, stopDebits, call, compliance, sanctions, ownControl, refund
        case repair, replacement, fraud, review

        public var en: String {
            switch self {
            case .represent: "present it again"
            case .newBankData: "ask for new bank data; block the mandate"
            case .stopDebits: "stop debits; open a dispute"
            case .call: "the collector calls"
            case .compliance: "compliance reviews"
            case .sanctions: "sanctions review"
            case .ownControl: "check our own control of duplicates"
            case .refund: "open the refund again"
            case .repair: "repair it and present it again"
            case .replacement: "ask for a replacement"
            case .fraud: "fraud review; do not present again"
            case .review: "case by case"
            }
        }

        public var zh: String {
            switch self {
            case .represent: "再次提示"
            case .newBankData: "索取新银行账户信息并停用扣款授权"
            case .stopDebits: "停止扣款并立争议案"
            case .call: "催收员致电"
            case .compliance: "合规审查"
            case .sanctions: "制裁审查"
            case .ownControl: "检查我方防重复控制"
            case .refund: "重新打开退款"
            case .repair: "补正后再次提示"
            case .replacement: "要求更换票据"
            case .fraud: "欺诈审查，不得再次提示"
            case .review: "逐案处理"
            }
        }
    }

    public let scheme: Scheme
    public let code: String
    public let en: String
    public let zh: String
    public let window: Window
    public let action: Action
    /// How often it may be presented again; 0 is never.
    public let again: Int
    /// The payer had no money: counts against its credit.
    public let isNSF: Bool
    /// The payer says it never agreed: counts towards the scheme's threshold.
    public let isUnauthorised: Bool

    init(
        _ scheme: Scheme, _ code: String, _ en: String, _ zh: String, _ window: Window,
        _ action: Action, again: Int = 0, nsf: Bool = false, unauthorised: Bool = false
    ) {
        self.scheme = scheme
        self.code = code
        self.en = en
        self.zh = zh
        self.window = window
        self.action = action
        self.again = again
        isNSF = nsf
        isUnauthorised = unauthorised
    }

    /// Nil for a code that the tables do not have: nothing is guessed of it, and it is not
    /// presented again.
    public static func of(_ code: String) -> ReturnCode? {
        all.first { $0.code == code }
    }

    public static let all = ach + checks + iso
}
