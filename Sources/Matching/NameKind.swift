/// What kind of name a company is known by (domain.md §3.6).
public enum NameKind: String, CaseIterable, Sendable {
    case chineseLegal = "ZH_LEGAL"
    case chineseShort = "ZH_SHORT"
    case pinyin = "PINYIN"
    case registered = "EN_REGISTERED"
    case trading = "EN_TRADING"
    case former = "FORMER"
    /// The name of the parent, or of an agent, that pays for the customer.
    case parent = "PARENT"
    case payingAgent = "PAYING_AGENT"

    /// Whether the name is that of another company than the customer.
    public var isOfAnother: Bool { self == .parent || self == .payingAgent }
}

/// A confirmed name besides the legal ones.
public struct OtherName: Sendable, Hashable {
    public var text: String
    public var kind: NameKind
    public var scope: Scope

    public init(_ text: String, _ kind: NameKind, _ scope: Scope = .everywhere) {
        self.text = text
        self.kind = kind
        self.scope = scope
    }
}

/// How a name as written came to be taken for a customer's.
public enum NameLink: String, CaseIterable, Sendable {
    /// The Chinese name, spelt in pinyin.
    case pinyin
    /// The same, with words like 贸易 translated.
    case translated
    /// One letter or character differs, or most are the same.
    case resembles
    /// Not alike at all: the account or the numbers named say who it is.
    case other
}

/// A name that the payer was written with and that no record has: proposed as an alias, for a
/// person to confirm. Never made from a likeness alone: an account or a number of ours, written in
/// full, says the same (domain.md §3.6).
public struct AliasProposal: Sendable, Hashable {
    public var customer: Int64
    /// As the bank gave it.
    public var name: String
    public var kind: NameKind
    public var how: NameLink
    /// Whether the payer's account is what says it; otherwise the numbers named do.
    public var isByAccount: Bool

    public init(
        customer: Int64, name: String, kind: NameKind, how: NameLink, isByAccount: Bool
    ) {
        self.customer = customer
        self.name = name
        self.kind = kind
        self.how = how
        self.isByAccount = isByAccount
    }
}
