import Formats
import Ledger
import Receivables
import Store

/// What a corrected statement takes away and what it adds, line by line, for who decides.
struct StatementDifference {
    private let context: ImportContext
    private let file: InputFile
    private let kind: StatementFormat

    /// Lines named of each kind.
    private static let named = 100

    init(_ context: ImportContext, _ file: InputFile, _ kind: StatementFormat) {
        self.context = context
        self.file = file
        self.kind = kind
    }

    func note(
        _ place: Int, _ account: OwnAccount, _ earlier: StatementChain.Head, at path: String
    ) throws {
        guard let id = earlier.id else { return }
        var stored = try StoredLines(context.connection, of: id)
        var current = -1
        var ordinal = 0
        var added = 0
        try file.statements(kind) { event in
            switch event {
            case .opened:
                current += 1
                ordinal = 0
            case .entry(let entry):
                ordinal += 1
                guard current == place, entry.status == .booked,
                    let money = entry.amount.money(entry.currency ?? account.currency)
                else { return }
                if stored.takes(entry, money, account.number) { return }
                added += 1
                if added > Self.named { return }
                context.note(
                    .statementLineAdded, at: "\(path), entry \(ordinal)", value: "\(money)",
                    detail: entry.shortly)
            case .closed, .finding: break
            }
        }
        for line in stored.left.prefix(Self.named) {
            context.note(
                .statementLineMissing, at: "\(path), line \(line.id.raw)",
                value: "\(Money(minor: line.amount, line.currency))",
                detail: "\(line.bookedOn) \(line.text ?? line.bankReference ?? "")")
        }
    }
}

/// The live lines of a statement in the books, struck off as a file has them.
struct StoredLines {
    private var lines: [Int64: [BankLine]] = [:]

    init(_ connection: any Connection, of statement: BankStatement.ID) throws {
        for line in try NoticeReader(connection).lines(of: statement) {
            lines[line.fingerprint, default: []].append(line)
        }
    }

    /// Strikes off the line that is `entry`; false where there is none.
    mutating func takes(_ entry: StatementEntry, _ money: Money, _ account: String) -> Bool {
        let print = Fingerprint.of(entry, minor: money.minor, account: account)
        guard var same = lines[print], !same.isEmpty else { return false }
        same.removeFirst()
        lines[print] = same
        return true
    }

    /// The lines that the file does not have.
    var left: [BankLine] { lines.values.flatMap { $0 }.sorted { $0.id < $1.id } }
}

extension StatementEntry {
    /// Day and reference or words, for a finding.
    fileprivate var shortly: String {
        let day = (bookedOn ?? valueDate).map { "\($0) " } ?? ""
        return day + String((bankReference ?? words).prefix(80))
    }
}
