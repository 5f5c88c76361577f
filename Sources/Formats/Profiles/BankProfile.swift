import Ledger

/// How one bank, or one program, lays out its export of account movements: a table whose columns
/// have names.
///
/// A value, so that a new bank is a new text and not new code; docs/formats/profiles.md has the
/// text form. Names of columns are compared as ``HeaderName`` has them.
public struct BankProfile: Sendable, Equatable {
    public struct Title: Sendable, Equatable {
        public var en: String
        public var zh: String

        public init(en: String, zh: String) {
            self.en = en
            self.zh = zh
        }
    }

    /// What a file does not say row by row: our own account, the currency.
    public struct Given: Sendable, Equatable {
        /// Labels before the header, with `…` where the value stands: `卡号: …`.
        public var preamble: [String] = []
        /// What counts where the file says nothing.
        public var fixed: String?

        public init() {}
    }

    /// What a row with a certain word in a certain column is.
    public enum Outcome: String, Sendable, CaseIterable {
        case credit, debit
        case booked, pending, info
        /// The row is passed over: nothing has moved and nothing will.
        case pass
    }

    /// Words of one column with their outcomes. `*` at the end of a word stands for the rest of the
    /// cell; the empty word is an empty cell.
    public struct WordRule: Sendable, Equatable {
        /// Alternative names of the column.
        public var columns: [String]
        public var words: [(word: String, outcome: Outcome)]

        public init(columns: [String], words: [(word: String, outcome: Outcome)]) {
            self.columns = columns
            self.words = words
        }

        public static func == (a: WordRule, b: WordRule) -> Bool {
            a.columns == b.columns && a.words.elementsEqual(b.words, by: ==)
        }
    }

    public enum Signs: String, Sendable, CaseIterable {
        /// A column for all amounts: credits are positive. Two columns, or words: none is negative.
        case plain
        /// Debits are positive, as cards write them.
        case debitsPositive
        /// The column or word alone says the direction; a sign is passed over.
        case ignored
        /// A negative amount in the column of debits, or with a word for them, takes a debit back.
        case takesBack
    }

    public enum Order: String, Sendable, CaseIterable { case newestFirst, oldestFirst }

    /// `csv:<name>` is the format of what is read by it.
    public var name: String
    public var title: Title
    /// Where the names are known from, for people.
    public var source: String?
    /// Columns that must all be there, each with its alternatives.
    public var header: [[String]] = []
    /// Words that must all stand before the header.
    public var preamble: [String] = []
    /// For each field its columns, each with its alternatives. Of most fields the first column that
    /// is not empty counts; of ``ProfileField/isJoined`` ones all do.
    public var columns: [ProfileField: [[String]]] = [:]
    public var account = Given()
    public var currency = Given()
    /// The first rule that knows the word decides.
    public var direction: [WordRule] = []
    public var status: [WordRule] = []
    /// The first form that fits a cell decides.
    public var dates: [DateForm] = []
    public var amounts = AmountForm()
    public var signs = Signs.plain
    /// What is believed where the balances do not tell.
    public var order: Order?
    /// Whether balances must lead from row to row.
    public var checksBalances = true
    /// How the first cell begins of a row that ends the table, or that is none of it.
    public var ends: [String] = []
    public var skips: [String] = []

    public init(name: String, title: Title) {
        self.name = name
        self.title = title
    }
}

/// What a column can be.
public enum ProfileField: UInt8, CaseIterable, Sendable {
    case bookedOn, valueDate, time
    case amount, debit, credit, balance, currency, account
    case counterpartyName, counterpartyAccount, counterpartyBank
    case payerName, payerAccount, payerBank, payeeName, payeeAccount, payeeBank
    case purpose, text, code
    case bankReference, customerReference, endToEndId, reference, invoice, checkNumber, charge

    public var name: String { String(describing: self) }
    static let byName: [String: ProfileField] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    public init?(name: String) {
        guard let field = Self.byName[name] else { return nil }
        self = field
    }

    /// Whether all its columns count, each as a line of its own.
    public var isJoined: Bool {
        switch self {
        case .purpose, .text, .reference, .invoice: true
        default: false
        }
    }
}
