import Ledger

/// A business letter as a value: what it says, not how it looks. It becomes a PDF to be signed
/// (``pdf()``) or plain text for a mail (``text(width:)``).
public struct Letter: Sendable, Equatable {
    public var language: Language
    /// The company that writes.
    public var sender: String
    /// Name and address, line by line.
    public var recipient: [String]
    public var date: Day
    /// Our reference, the customer's number: beside the address.
    public var references: [Field]
    public var subject: String
    public var body: [Block]
    /// The courtesy, and below the room for the signature who signs.
    public var closing: String
    public var signedBy: [String]
    /// What is to be filled in and sent back; each begins on a page of its own.
    public var enclosures: [Enclosure]

    public init(
        language: Language, sender: String, recipient: [String], date: Day, references: [Field],
        subject: String, body: [Block], closing: String, signedBy: [String],
        enclosures: [Enclosure] = []
    ) {
        self.language = language
        self.sender = sender
        self.recipient = recipient
        self.date = date
        self.references = references
        self.subject = subject
        self.body = body
        self.closing = closing
        self.signedBy = signedBy
        self.enclosures = enclosures
    }

    public struct Field: Sendable, Equatable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    public enum Block: Sendable, Equatable {
        case paragraph(String)
        case facts([Field])
        case table(Table)
        /// Places to sign, beside each other, each for the one it names.
        case signatures([String])
    }

    public struct Enclosure: Sendable, Equatable {
        public var title: String
        public var body: [Block]

        public init(title: String, body: [Block]) {
            self.title = title
            self.body = body
        }
    }

    /// Every row has a cell for each column; a row with fewer has empty ones.
    public struct Table: Sendable, Equatable {
        public var columns: [Column]
        public var rows: [[String]]
        /// The sum below the rows; empty where there is none.
        public var total: [String]

        public init(columns: [Column], rows: [[String]], total: [String] = []) {
            self.columns = columns
            self.rows = rows
            self.total = total
        }

        public struct Column: Sendable, Equatable {
            public var title: String
            /// Amounts stand at the right, and are never broken.
            public var isAmount: Bool

            public init(_ title: String, isAmount: Bool = false) {
                self.title = title
                self.isAmount = isAmount
            }
        }
    }
}
