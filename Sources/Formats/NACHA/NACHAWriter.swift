import Ledger

/// Credits that a company gives its bank to pay in the USA: one batch of one file (Nacha Operating
/// Rules, appendix on record formats).
public struct ACHCreditFile: Sendable, Equatable {
    /// Our bank, which takes the file: nine digits with the check digit.
    public var bank = ""
    public var bankName = ""
    /// Ten signs by which the bank knows the company.
    public var companyId = ""
    public var companyName = ""
    public var createdOn = Day.first
    /// Tells the files of one day apart: A to Z, 0 to 9.
    public var modifier = "A"
    /// `CCD` for companies, `PPD` for persons.
    public var entryClass = "CCD"
    /// What the receiver reads of the purpose, at most ten signs.
    public var description = ""
    public var effectiveOn = Day.first
    public var credits: [ACHCredit] = []

    public init() {}
}

/// One credit.
public struct ACHCredit: Sendable, Equatable {
    /// The receiver's bank: nine digits with the check digit.
    public var bank: String
    public var account: String
    public var isSavings = false
    /// In cents.
    public var amount: Int64
    /// At most 15 signs; comes back with a return.
    public var identification: String
    public var name: String
    /// At most 80 signs, in an addenda record.
    public var remittance: String?

    public init(
        bank: String, account: String, amount: Int64, identification: String, name: String
    ) {
        self.bank = bank
        self.account = account
        self.amount = amount
        self.identification = identification
        self.name = name
    }
}

/// Writes such files: records of 94 columns, filled up with nines to blocks of ten.
public struct NACHAWriter: Sendable {
    public init() {}

    /// Nil bytes where a number is wrong or too long; text is cut.
    public func write(_ file: ACHCreditFile) -> WrittenPayments {
        var draft = NACHADraft()
        draft.write(file)
        let refused = draft.findings.contains { $0.severity == .error }
        return WrittenPayments(bytes: refused ? nil : draft.bytes, findings: draft.findings)
    }
}

private struct NACHADraft {
    private(set) var bytes: [UInt8] = []
    private(set) var findings: [Finding] = []
    private var place = ""
    private var records = 0
    private var entries = 0
    private var hash: Int64 = 0
    private var credits: Int64 = 0

    mutating func write(_ file: ACHCreditFile) {
        head(file)
        if file.credits.isEmpty { report(.nothingToWrite, "credits") }
        for (index, credit) in file.credits.enumerated() {
            place = "credit \(index + 1), "
            entry(credit, number: index + 1, of: file)
        }
        place = ""
        foot(file)
    }

    private mutating func head(_ file: ACHCreditFile) {
        if !Self.isRouting(file.bank) { report(.codeWrong, "bank", file.bank) }
        if file.companyId.utf8.count != 10 { report(.codeWrong, "company", file.companyId) }
        if !["CCD", "PPD"].contains(file.entryClass) {
            report(.codeWrong, "class", file.entryClass)
        }
        record(
            "101 " + cell(file.bank, 9, "bank") + cell(file.companyId, 10, "company")
                + Self.date(file.createdOn) + "0000" + cell(file.modifier, 1, "modifier")
                + "094101" + cut(file.bankName, 23, "bank name")
                + cut(file.companyName, 23, "company name") + cut("", 8, ""))
        record(
            "5220" + cut(file.companyName, 16, "company name") + cut("", 20, "")
                + cell(file.companyId, 10, "company") + cell(file.entryClass, 3, "class")
                + cut(file.description, 10, "description") + Self.date(file.createdOn)
                + Self.date(file.effectiveOn) + "   1" + file.bank.prefix(8) + "0000001")
    }

    private mutating func entry(_ credit: ACHCredit, number: Int, of file: ACHCreditFile) {
        if !Self.isRouting(credit.bank) { report(.codeWrong, "bank", credit.bank) }
        if credit.account.isEmpty { report(.accountMissing, "account") }
        if credit.amount <= 0 { report(.amountNotPositive, "amount") }
        if credit.amount > 9_999_999_999 { report(.sumTooLarge, "amount") }
        if credit.name.isEmpty { report(.partyMissing, "name") }
        let hasAddenda = credit.remittance?.isEmpty == false
        let trace = digits(Int64(number), 7)
        record(
            "6" + (credit.isSavings ? "32" : "22") + cell(credit.bank, 9, "bank")
                + cell(credit.account, 17, "account") + digits(credit.amount, 10)
                + cell(credit.identification, 15, "identification")
                + cut(credit.name, 22, "name") + "  " + (hasAddenda ? "1" : "0")
                + file.bank.prefix(8) + trace)
        if hasAddenda, let text = credit.remittance {
            record("705" + cut(text, 80, "remittance") + "0001" + trace)
            entries += 1
        }
        entries += 1
        hash = (hash + (Int64(credit.bank.prefix(8)) ?? 0)) % 10_000_000_000
        credits = credits &+ max(0, min(credit.amount, 9_999_999_999))
    }

    private mutating func foot(_ file: ACHCreditFile) {
        if credits > 999_999_999_999 { report(.sumTooLarge, "credits", "\(credits)") }
        let sums = digits(hash, 10) + digits(0, 12) + digits(credits, 12)
        record(
            "8220" + digits(Int64(entries), 6) + sums + cell(file.companyId, 10, "company")
                + cut("", 25, "") + file.bank.prefix(8) + "0000001")
        let blocks = (records + 1 + 9) / 10
        record(
            "9000001" + digits(Int64(blocks), 6) + digits(Int64(entries), 8) + sums
                + cut("", 39, ""))
        while records % 10 != 0 { record(String(repeating: "9", count: 94)) }
    }

    private mutating func record(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x0A)
        records += 1
    }

    private mutating func report(
        _ kind: PaymentWriteFinding, _ what: String, _ value: String? = nil
    ) {
        findings.append(Finding(kind, at: place + what, value: value))
    }

    /// What is never cut or changed.
    private mutating func cell(_ text: String, _ width: Int, _ what: String) -> String {
        if text.utf8.count > width { report(.idTooLong, what, text) }
        if !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { report(.codeWrong, what, text) }
        return Self.padded(text, width)
    }

    /// Words: in Latin letters, and cut where they are too long.
    private mutating func cut(_ text: String, _ width: Int, _ what: String) -> String {
        var words = text
        if !words.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            words = LatinSigns.text(text)
            report(.signsReplaced, what, text)
        }
        if words.utf8.count > width { report(.textCut, what, text) }
        return Self.padded(words, width)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        let bytes = Array(text.utf8.prefix(width))
        return String(decoding: bytes, as: UTF8.self)
            + String(repeating: " ", count: width - bytes.count)
    }

    private func digits(_ value: Int64, _ width: Int) -> String {
        let text = String(max(0, value))
        return String(repeating: "0", count: max(0, width - text.utf8.count))
            + text.suffix(width)
    }

    private static func date(_ day: Day) -> String {
        String(day.description.filter { $0 != "-" }.suffix(6))
    }

    private static func isRouting(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { ByteRun($0).isRoutingNumber }
    }
}
