import Formats
import Ledger
import Matching
import Receivables
import Store

/// Writes approved refunds as one file for the bank: pain.001 (SEPA, and across borders), or a
/// NACHA file of corporate credits.
public struct RefundFileWriting {
    public enum Format: String, CaseIterable, Sendable {
        case pain09 = "pain.001.001.09"
        case pain03 = "pain.001.001.03"
        case nacha = "NACHA"
    }

    /// The file with its hash, and the bytes.
    public struct Written: Sendable {
        public let file: RefundFile
        public let bytes: [UInt8]
    }

    /// The file cannot be written as it is: what is wrong, all of it.
    public struct Unwritable: Error, Sendable {
        public let findings: [Finding]
    }

    public let entity: Entity
    public let account: OwnAccount
    public let format: Format
    /// Its message identification; the bank's answer names it.
    public let number: String
    public let day: Day
    public let builtBy: String

    public init(
        entity: Entity, account: OwnAccount, format: Format, number: String, day: Day,
        builtBy: String
    ) {
        self.entity = entity
        self.account = account
        self.format = format
        self.number = number
        self.day = day
        self.builtBy = builtBy
    }

    /// `refunds` in the order of their numbers; `receipts` those that they pay back.
    public func write(
        _ refunds: [Refund], _ receipts: [Receipt.ID: Receipt]
    ) throws(Unwritable) -> Written {
        let sorted = refunds.sorted { $0.id < $1.id }
        let written =
            switch format {
            case .pain09: PaymentOrderWriter(.v09, writing: writing).write(order(sorted, receipts))
            case .pain03: PaymentOrderWriter(.v03, writing: writing).write(order(sorted, receipts))
            case .nacha: NACHAWriter().write(credits(sorted, receipts))
            }
        guard let bytes = written.bytes else { throw Unwritable(findings: written.findings) }
        let total = sorted.reduce(Int64(0)) { min($0 + $1.amount, Money.limit) }
        let file = RefundFile(
            number: number, account: account.number, format: format.rawValue,
            hash: Self.hash(bytes), refunds: sorted.map(\.id),
            total: Money(minor: total, account.currency), builtBy: builtBy)
        return Written(file: file, bytes: bytes)
    }

    /// SHA-256 in hexadecimal.
    public static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private var writing: PaymentWriting {
        var writing = PaymentWriting()
        if account.currency == .eur {
            writing.signs = .latin
            writing.nameLength = 70
        }
        return writing
    }

    private func order(
        _ refunds: [Refund], _ receipts: [Receipt.ID: Receipt]
    ) -> PaymentOrderFile {
        var file = PaymentOrderFile()
        file.head.id = number
        file.head.createdAt = PaymentDate(day)
        file.head.initiator = PaymentParty(name: entity.name)
        // SEPA's transfers, and those across its border, go in groups of their own.
        let isSEPA = { (refund: Refund) in
            refund.currency == .eur && IBAN.isValid(refund.toAccount)
        }
        for (suffix, part) in [
            ("1", refunds.filter(isSEPA)), ("2", refunds.filter { !isSEPA($0) }),
        ] where !part.isEmpty {
            var group = PaymentGroup()
            group.id = "\(number)-\(suffix)"
            group.method = "TRF"
            group.requestedOn = PaymentDate(day)
            group.payer = PaymentParty(name: entity.name)
            group.payer?.account = Self.account(account.number)
            group.payer?.bank = account.bank.flatMap(Self.bank)
            group.chargeBearer = suffix == "1" ? "SLEV" : "SHAR"
            if suffix == "1" { group.type.serviceLevel = PaymentCode("SEPA") }
            group.transfers = part.map { transfer($0, receipts[$0.receipt]) }
            file.groups.append(group)
        }
        return file
    }

    private func transfer(_ refund: Refund, _ receipt: Receipt?) -> PaymentTransfer {
        var transfer = PaymentTransfer()
        transfer.instructionId = refund.number
        transfer.endToEndId = refund.number
        transfer.amount = Amount(refund.money)
        transfer.currency = refund.currency
        transfer.payee = PaymentParty(name: refund.payee)
        transfer.payee?.account = Self.account(refund.toAccount)
        transfer.payee?.bank = refund.payeeBank.flatMap(Self.bank)
        transfer.remittance = [Self.words(refund, receipt)]
        return transfer
    }

    /// What the receiver reads: the receipt that goes back, and the code it was declared under.
    static func words(_ refund: Refund, _ receipt: Receipt?) -> String {
        let original =
            receipt.flatMap { $0.source.endToEndId ?? $0.source.bankReference }
            ?? "\(refund.receipt.raw)"
        let code = refund.bopCode.map { " BOP \($0) RETURN OF REMITTANCE" } ?? ""
        return "REFUND \(refund.number) OF \(original)" + code
    }

    private func credits(
        _ refunds: [Refund], _ receipts: [Receipt.ID: Receipt]
    ) -> ACHCreditFile {
        var file = ACHCreditFile()
        file.bank = account.bank ?? ""
        // Our identification in ACH files is another name of the account.
        file.companyId = account.aliases.first { $0.utf8.count == 10 } ?? ""
        file.companyName = entity.name
        file.createdOn = day
        file.effectiveOn = day.addingWorkingDays(1)
        file.description = "REFUND"
        file.credits = refunds.map { refund in
            var credit = ACHCredit(
                bank: refund.payeeBank ?? "", account: refund.toAccount, amount: refund.amount,
                identification: refund.number, name: refund.payee)
            credit.remittance = Self.words(refund, receipts[refund.receipt])
            return credit
        }
        return file
    }

    private static func account(_ number: String) -> PaymentAccount {
        IBAN.isValid(number) ? PaymentAccount(iban: number) : PaymentAccount(number: number)
    }

    /// A routing number is that of the USA's clearing; eight or eleven signs are a BIC.
    private static func bank(_ text: String) -> PaymentBank? {
        var bank = PaymentBank()
        if ABARouting.isValid(text) {
            bank.clearingSystem = PaymentCode("USABA")
            bank.clearingNumber = text
        } else if text.utf8.count == 8 || text.utf8.count == 11 {
            bank.bic = text
        } else {
            return nil
        }
        return bank
    }
}
