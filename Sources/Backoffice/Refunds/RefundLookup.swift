import Ledger
import Matching
import Receivables
import Store

/// Looks up what stands beside a receipt when its money is to go back: what the customer owes
/// itself, whether it was credited as well, whose name it is, whether that is on a list.
public struct RefundLookup {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// `list` has a name a line; what begins with # is a remark.
    public func facts(
        of receipt: Receipt, _ amount: Money, payee: String?, list: SanctionList?, on day: Day
    ) throws -> RefundFacts {
        var facts = RefundFacts()
        let payer = receipt.source.payer
        if let payee, let payer { facts.nameAgrees = NameComparison(payee, payer) == .same }
        if let list {
            facts.screenedBy = list.name
            let names = try [payee, payer, customerName(receipt.customer)].compactMap { $0 }
            facts.listed = names.lazy.compactMap { list.fits($0) }.first
        }
        guard let customer = receipt.customer else { return facts }
        let of: [Value] = [.int(customer.raw), .text(receipt.currency.code)]
        facts.openDebits =
            try connection.int(
                """
                SELECT CAST(SUM(open) AS BIGINT) FROM openItem
                WHERE customer = $1 AND currency = $2 AND open > 0
                """, of) ?? 0
        let since = day.adding(-RefundPolicy.standard.duplicateDays)
        facts.isCredited =
            try connection.int(
                """
                SELECT COUNT(*) FROM item
                WHERE customer = $1 AND currency = $2 AND original = $3 AND issuedOn >= $4
                """, of + [.int(-amount.minor), .int(Int64(since.number))]) ?? 0 > 0
        return facts
    }
}

extension RefundLookup {
    private func customerName(_ customer: Customer.ID?) throws -> String? {
        var name: String?
        if let customer {
            try connection.rows(
                "SELECT name FROM customer WHERE id = $1", [.int(customer.raw)]
            ) { name = $0.text(0) }
        }
        return name
    }
}

/// Names with which no business is done, from a file that compliance keeps.
public struct SanctionList: Sendable {
    /// The file's name and the beginning of its hash.
    public let name: String
    private let names: [String]

    public init(name: String, _ bytes: [UInt8]) {
        let hash = RefundFileWriting.hash(bytes).prefix(12)
        self.name = "\(name) \(hash)"
        names = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            .map { String($0.filter { $0 != "\r" }) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// The entry that `name` is, compared as company names are.
    func fits(_ name: String) -> String? {
        names.first { NameComparison($0, name) == .same }
    }
}
