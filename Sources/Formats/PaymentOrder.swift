import Ledger

/// What is ordered of a bank: to pay, or to collect, as a file of ISO 20022 has it (pain.001,
/// pain.008).
///
/// Amounts are positive, as the file has them. The shape of the array `payments` of
/// `acquit read --json` (interfaces.md), so names follow that document: the payer is the debtor,
/// the payee the creditor.
public struct PaymentOrderFile: Sendable, Equatable {
    public var head = PaymentOrder()
    public var groups: [PaymentGroup] = []

    public init() {}
}

/// The head of a payment order.
public struct PaymentOrder: Sendable, Equatable {
    public var id: String?
    public var createdAt: PaymentDate?
    /// Who sends the file, which need not be who pays.
    public var initiator: PaymentParty?
    /// How many transfers the file says it has, and what they sum to whatever their currencies.
    public var count: Int?
    public var sum: Amount?

    public init() {}
}

/// Transfers on one account and for one day: a payment information of ISO 20022.
public struct PaymentGroup: Sendable, Equatable {
    public var id: String?
    /// `TRF`, `CHK`, `TRA`; `DD` for collecting.
    public var method: String?
    /// Whether the bank shall book all transfers in one entry; nil leaves it to the agreement.
    public var batchBooking: Bool?
    public var count: Int?
    public var sum: Amount?
    public var type = PaymentType()
    /// When the bank shall pay or collect.
    public var requestedOn: PaymentDate?
    /// Of orders to pay; of orders to collect the payer stands in the transfer, the payee here.
    public var payer: PaymentParty?
    public var payee: PaymentParty?
    public var ultimatePayer: PaymentParty?
    public var ultimatePayee: PaymentParty?
    /// `DEBT`, `CRED`, `SHAR` or `SLEV`.
    public var chargeBearer: String?
    /// The identification of a creditor who collects.
    public var creditorId: String?
    public var transfers: [PaymentTransfer] = []

    public init() {}
}

/// One payment of an order.
public struct PaymentTransfer: Sendable, Equatable {
    public var instructionId: String?
    /// Nil also for `NOTPROVIDED`.
    public var endToEndId: String?
    public var uetr: String?
    public var type = PaymentType()
    public var amount: Amount?
    public var currency: Currency?
    /// Where the amount is the value, in the payer's currency, of what shall arrive in another:
    /// that other.
    public var transferCurrency: Currency?
    public var chargeBearer: String?
    public var check: CheckInstruction?
    public var mandate: PaymentMandate?
    public var payer: PaymentParty?
    public var payee: PaymentParty?
    public var ultimatePayer: PaymentParty?
    public var ultimatePayee: PaymentParty?
    public var purpose: PaymentCode?
    /// Unstructured remittance lines, in order.
    public var remittance: [String] = []
    public var structured: [StructuredRemittance] = []

    public init() {}
}

/// A day, with the time of day where the file has one.
public struct PaymentDate: Sendable, Hashable, CustomStringConvertible {
    public var day: Day
    /// As written, perhaps with a zone: `14:05:00+02:00`.
    public var time: String?

    public init(_ day: Day, time: String? = nil) {
        self.day = day
        self.time = time
    }

    public var description: String { time.map { "\(day)T\($0)" } ?? day.description }
}

/// A code of one of ISO 20022's lists, or a word that bank and customer agreed on.
public struct PaymentCode: Sendable, Hashable, CustomStringConvertible {
    public var value: String
    public var isProprietary: Bool

    public init(_ value: String, isProprietary: Bool = false) {
        self.value = value
        self.isProprietary = isProprietary
    }

    public var description: String { value }
}

/// How a payment shall go.
public struct PaymentType: Sendable, Equatable {
    /// `HIGH` or `NORM`.
    public var priority: String?
    /// `SEPA`, `URGP`, …
    public var serviceLevel: PaymentCode?
    /// `INST`, `CORE`, `CCD`, …
    public var localInstrument: PaymentCode?
    /// `FRST`, `RCUR`, …, of collections.
    public var sequence: String?
    /// `SALA`, `SUPP`, …
    public var categoryPurpose: PaymentCode?

    public init() {}
}

/// One side of a payment, with its account and its bank.
public struct PaymentParty: Sendable, Equatable {
    public var name: String?
    public var address: PostalAddress?
    public var identification: PartyIdentification?
    public var account: PaymentAccount?
    public var bank: PaymentBank?

    public init(name: String? = nil, identification: PartyIdentification? = nil) {
        self.name = name
        self.identification = identification
    }
}

public struct PostalAddress: Sendable, Equatable {
    public var street: String?
    public var building: String?
    public var postCode: String?
    public var town: String?
    public var subdivision: String?
    public var country: String?
    public var lines: [String] = []

    public init() {}
}

/// The number of a party in somebody's list.
public struct PartyIdentification: Sendable, Equatable {
    public enum Kind: String, Sendable { case organisation, person, lei, bic }

    public var kind: Kind
    public var value: String
    public var scheme: PaymentCode?

    public init(_ kind: Kind, _ value: String, scheme: PaymentCode? = nil) {
        self.kind = kind
        self.value = value
        self.scheme = scheme
    }
}

public struct PaymentAccount: Sendable, Equatable {
    public var number: String
    public var isIBAN: Bool
    /// Whose number it is, unless it is an IBAN: `BBAN`, `BGNR`, …
    public var scheme: PaymentCode?
    public var currency: Currency?

    public init(iban: String) {
        number = iban
        isIBAN = true
    }

    public init(number: String, scheme: PaymentCode? = nil) {
        self.number = number
        self.scheme = scheme
        isIBAN = false
    }
}

/// A bank by what is known of it. None where the file says `NOTPROVIDED`.
public struct PaymentBank: Sendable, Equatable {
    public var bic: String?
    /// `USABA`, `GBDSC`, …, and the number in it.
    public var clearingSystem: PaymentCode?
    public var clearingNumber: String?
    public var name: String?
    public var other: String?

    public init(bic: String? = nil) { self.bic = bic }

    /// What it is best known by.
    public var text: String? { bic ?? clearingNumber ?? name ?? other }
}

/// What the bank shall do with a check.
public struct CheckInstruction: Sendable, Equatable {
    /// `CCHQ`, `BCHQ`, `DRFT`, …
    public var type: String?
    public var number: String?
    /// `MLCD` mailed to the creditor, `CRDB` by courier to the debtor, …
    public var delivery: PaymentCode?
    public var memo: [String] = []

    public init() {}
}

/// What entitles to collect.
public struct PaymentMandate: Sendable, Equatable {
    public var id: String?
    public var signedOn: Day?

    public init() {}
}

/// What a payment is for, in fields: one reference, or documents with what is paid of them.
public struct StructuredRemittance: Sendable, Equatable {
    public var documents: [RemittanceDocument] = []
    public var due: RemittanceAmount?
    public var creditNote: RemittanceAmount?
    public var remitted: RemittanceAmount?
    public var reference: PaymentDetail.Reference?
    public var lines: [String] = []

    public init() {}

    /// What counts for the documents.
    public var amount: RemittanceAmount? { remitted ?? due ?? creditNote }
}

public struct RemittanceDocument: Sendable, Equatable {
    /// `CINV`, `CREN`, …
    public var type: String?
    public var number: String?
    public var date: Day?

    public init(type: String? = nil, number: String? = nil, date: Day? = nil) {
        self.type = type
        self.number = number
        self.date = date
    }
}

public struct RemittanceAmount: Sendable, Equatable {
    public var amount: Amount
    public var currency: Currency?

    public init(_ amount: Amount, _ currency: Currency?) {
        self.amount = amount
        self.currency = currency
    }
}
