import Formats
import Profiles
import Testing

typealias ProfileReading = StatementReading<ProfileReader>

extension StatementReading where Reader == ProfileReader {
    /// A table read by the built-in profiles, or by those of `yaml` alone.
    init(_ text: String, by yaml: String? = nil, piece: Int = .max) {
        self.init(Array(text.utf8), by: yaml, piece: piece)
    }

    init(_ bytes: [UInt8], by yaml: String? = nil, piece: Int = .max) {
        let profiles = yaml.map(readProfiles) ?? ProfileShelf.builtIn.profiles
        self.init(bytes, piece: piece, with: ProfileReader(profiles))
    }

    init(_ bytes: [UInt8], as profile: BankProfile, piece: Int = .max) {
        self.init(bytes, piece: piece, with: ProfileReader([profile]))
    }

    /// A line for each entry: day, amount, currency, other side, its account, remittance.
    var lines: [String] {
        entries.map { entry in
            let status = entry.status == .booked ? nil : entry.status.rawValue
            let parts: [String?] = [
                entry.bookedOn?.description, entry.amount.description, entry.currency?.code,
                status, entry.other.name, entry.other.account,
                entry.detail.remittance.isEmpty
                    ? nil : entry.detail.remittance.joined(separator: " / "),
            ]
            return parts.compactMap { $0 }.joined(separator: " · ")
        }
    }

    var errors: [String] { findings.filter { $0.severity == .error }.map(\.code) }
}

/// The profiles of a text that nothing is wrong with.
func readProfiles(_ yaml: String) -> [BankProfile] {
    let parsed = ProfileText.read(yaml, file: "test")
    if !parsed.findings.isEmpty {
        Issue.record("\(parsed.findings.map { "\($0.place) \($0.en)" })")
    }
    return parsed.document
}

/// A profile of a bank that is no bank, with what a test adds to it.
func plainProfile(_ more: String = "", columns: String = "", dates: String = "yyyy-MM-dd") -> String
{
    """
    name: plain
    title: Plain
    header: [Date, Amount]
    columns:
      bookedOn: Date
      amount: Amount
      counterpartyName: Name
      counterpartyAccount: IBAN
      purpose: [Text, Note]
      balance: Balance
      bankReference: Ref
    \(columns.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    account: "4410029"
    currency: { column: Currency, fixed: EUR }
    dates: [\(dates)]
    \(more)
    """
}
