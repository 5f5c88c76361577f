import Ledger

/// One line of `truth.csv`: what a receipt really pays of one item, or that it pays none. Amounts
/// in minor units.
public struct TruthLine: Sendable, Equatable {
    public var account: String
    /// Unique over all accounts; the bank file has it at the receipt.
    public var bankReference: String
    public var bookedOn: Day
    public var currency: Currency
    public var receiptAmount: Int64
    public var trouble: Trouble
    /// Nil where nobody could know.
    public var customer: String?
    /// Nil where the money pays no item.
    public var item: String?
    public var amount: Int64
    public var discount: Int64
    public var bankCharge: Int64
    public var writeOff: Int64
    public var expected: Expected
    /// The bank's reference of the entry: that of the batch where the receipt is part of one.
    public var entryReference: String
    public var endToEndId: String?
    /// Whatever else is in the receipt, in the hard world.
    public var also: [Trouble]
    /// What the payer keeps back of the item, and why (domain.md §3.14).
    public var residual: Int64
    public var reason: String
    /// In the item's own money, where that is another than the receipt's.
    public var itemAmount: Int64?
    /// The bank reference of the payment that this one is again.
    public var repeats: String?
    /// The customer that sent the money, where one did and not for itself alone.
    public var payer: String?

    public var troubles: [Trouble] { [trouble] + also.filter { $0 != trouble } }

    public init(
        account: String, bankReference: String, bookedOn: Day, currency: Currency,
        receiptAmount: Int64, trouble: Trouble, customer: String?, item: String?, amount: Int64,
        discount: Int64 = 0, bankCharge: Int64 = 0, writeOff: Int64 = 0, expected: Expected,
        entryReference: String? = nil, endToEndId: String? = nil, also: [Trouble] = [],
        residual: Int64 = 0, reason: String = "", itemAmount: Int64? = nil, repeats: String? = nil,
        payer: String? = nil
    ) {
        self.account = account
        self.bankReference = bankReference
        self.bookedOn = bookedOn
        self.currency = currency
        self.receiptAmount = receiptAmount
        self.trouble = trouble
        self.customer = customer
        self.item = item
        self.amount = amount
        self.discount = discount
        self.bankCharge = bankCharge
        self.writeOff = writeOff
        self.expected = expected
        self.entryReference = entryReference ?? bankReference
        self.endToEndId = endToEndId
        self.also = also
        self.residual = residual
        self.reason = reason
        self.itemAmount = itemAmount
        self.repeats = repeats
        self.payer = payer
    }

    static let header = [
        "account", "bankReference", "bookedOn", "currency", "receiptAmount", "trouble", "customer",
        "item", "amount", "discount", "bankCharge", "writeOff", "expected", "entryReference",
        "endToEndId",
    ]
    static let more = ["also", "residual", "reason", "itemAmount", "repeats", "payer"]

    /// No field holds a comma or a quotation mark.
    private func fields(isWide: Bool) -> [String] {
        let cents = { (minor: Int64) in Decimals.text(minor, exponent: currency.exponent) }
        return [
            account, bankReference, "\(bookedOn)", currency.code, cents(receiptAmount),
            trouble.rawValue, customer ?? "", item ?? "", cents(amount), cents(discount),
            cents(bankCharge), cents(writeOff), expected.rawValue, entryReference, endToEndId ?? "",
        ]
            + (isWide
                ? [
                    troubles.dropFirst().map(\.rawValue).joined(separator: "|"), cents(residual),
                    reason, itemAmount.map(cents) ?? "", repeats ?? "", payer ?? "",
                ] : [])
    }

    static func text(_ lines: [TruthLine], isWide: Bool) -> String {
        ([isWide ? header + more : header] + lines.map { $0.fields(isWide: isWide) })
            .map { $0.joined(separator: ",") + "\n" }.joined()
    }

    /// The truth of a demo folder; rows that are none are left out.
    public static func read(from folder: String) throws(FileFailed) -> [TruthLine] {
        let text = String(decoding: try TextFile.read(folder + "/truth.csv"), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap(parsed)
    }

    private static func parsed(_ row: Substring) -> TruthLine? {
        let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 15 || fields.count == 21, let day = Day(fields[2]),
            let currency = Currency(fields[3]),
            let trouble = Trouble(rawValue: fields[5]),
            let expected = Expected(rawValue: fields[12])
        else { return nil }
        let cents = [4, 8, 9, 10, 11].compactMap { Amount(fields[$0])?.money(currency)?.minor }
        guard cents.count == 5 else { return nil }
        var line = TruthLine(
            account: fields[0], bankReference: fields[1], bookedOn: day, currency: currency,
            receiptAmount: cents[0], trouble: trouble,
            customer: fields[6].isEmpty ? nil : fields[6],
            item: fields[7].isEmpty ? nil : fields[7],
            amount: cents[1], discount: cents[2], bankCharge: cents[3], writeOff: cents[4],
            expected: expected, entryReference: fields[13],
            endToEndId: fields[14].isEmpty ? nil : fields[14])
        if fields.count == 21 {
            line.also = fields[15].split(separator: "|").compactMap { Trouble(rawValue: "\($0)") }
            line.residual = Amount(fields[16])?.money(currency)?.minor ?? 0
            line.reason = fields[17]
            line.itemAmount = Amount(fields[18])?.money(currency)?.minor
            line.repeats = fields[19].isEmpty ? nil : fields[19]
            line.payer = fields[20].isEmpty ? nil : fields[20]
        }
        return line
    }
}
