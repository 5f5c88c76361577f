import Formats
import Ledger

/// A table tried on the profiles: which fits, which columns it finds, what is read; or which are
/// nearest, and what they lack.
public struct ProfileTrial {
    private let name: String
    private let format: String
    private let fit: ProfileFit?
    private let nearest: [ProfileFit]
    private let header: [String]
    private let statements: [Sums]
    private let entries: [StatementEntry]
    private let findings: [Finding]

    private struct Sums {
        var statement: Statement
        var count = 0
        var booked = 0
        var credits: Int64 = 0
        var debits: Int64 = 0
    }

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// Reads the whole file, and keeps the first `rows` of its entries.
    public init(_ path: String, profiles: [BankProfile], rows: Int) throws {
        var reader = ProfileReader(profiles)
        var footing = Footing()
        var sums: [Sums] = []
        var first: [StatementEntry] = []
        var found: [Finding] = []
        let take = { (event: StatementEvent) in
            switch event {
            case .opened(let statement):
                sums.append(Sums(statement: statement))
                footing = Footing()
            case .entry(let entry):
                footing.add(entry)
                if first.count < rows { first.append(entry) }
                let last = sums.count - 1
                sums[last].count += 1
                guard entry.status == .booked else { return }
                sums[last].booked += 1
                let currency = entry.currency ?? sums[last].statement.currency ?? .eur
                guard let minor = entry.amount.money(currency)?.minor else { return }
                if minor < 0 { sums[last].debits &+= minor } else { sums[last].credits &+= minor }
            case .closed(let statement):
                found += footing.check(statement)
                sums[sums.count - 1].statement = statement
            case .finding(let finding): found.append(finding)
            }
        }
        if let rows = try WorkbookRows(path, profiles) {
            for finding in rows.findings { take(.finding(finding)) }
            for row in rows.rows { reader.take(row, emit: take) }
        } else {
            try InputFile.read(path) { reader.feed($0, emit: take) }
        }
        reader.finish(emit: take)
        name = String(path.split(separator: "/").last ?? "")
        format = reader.format
        fit = reader.fit
        header = reader.header
        let (names, preamble) = (reader.header, reader.preamble)
        nearest =
            reader.fit != nil
            ? []
            : Array(
                profiles.map { ProfileFit($0, names: names, preamble: preamble) }
                    .filter { $0.share.found > 0 }
                    .sorted {
                        $0.share.found * $1.share.of > $1.share.found * $0.share.of
                    }.prefix(3))
        statements = sums
        entries = first
        findings = found
    }

    public func text(_ language: Language) -> String {
        var text = ""
        if let fit {
            let title = language(fit.profile.title.en, fit.profile.title.zh)
            text += "✓ \(name): \(format), \(title)\n"
            text += language("  columns\n", "  列\n")
            for (field, column) in fit.found {
                text += "    \(Self.padded(field.name, 20)) \(column)\n"
            }
            text += language("  sums\n", "  合计\n")
            for sums in statements.prefix(20) { text += "    \(line(sums, language))\n" }
            text += language("  first entries\n", "  前几笔\n")
            for entry in entries { text += "    \(line(entry))\n" }
        } else {
            text += "✗ \(name): " + language("no profile fits\n", "没有配置符合\n")
            text += language("  header   ", "  表头   ") + header.joined(separator: " | ") + "\n"
            for fit in nearest {
                let title = language(fit.profile.title.en, fit.profile.title.zh)
                text += "  \(fit.profile.name) (\(title)): \(fit.share.found)/\(fit.share.of), "
                text += language("lacks ", "缺少 ") + fit.missing.joined(separator: ", ") + "\n"
            }
        }
        for finding in findings.prefix(50) {
            let sign = finding.severity == .error ? "✗" : "!"
            text += "  \(sign) \(finding.code) \(finding.place): "
            text += language(finding.en, finding.zh)
            text += finding.value.map { " [\($0)]" } ?? ""
            text += "\n"
        }
        if findings.count > 50 {
            text += language(
                "  … \(findings.count - 50) more\n", "  … 另有 \(findings.count - 50) 条\n")
        }
        return text
    }

    private func line(_ sums: Sums, _ language: Language) -> String {
        let statement = sums.statement
        let exponent = (statement.currency ?? .eur).exponent
        let amount = { (minor: Int64) in
            Decimals.text(minor, exponent: exponent, grouping: true)
        }
        let account = statement.account.isEmpty ? "–" : statement.account
        var parts = [
            [account, statement.currency?.code].compactMap { $0 }.joined(separator: " "),
            language(
                "\(sums.count) entries, \(sums.booked) booked",
                "\(sums.count) 笔，已入账 \(sums.booked) 笔"),
            language("credits", "收入") + " " + amount(sums.credits),
            language("debits", "支出") + " " + amount(sums.debits),
        ]
        if let from = statement.from, let to = statement.to {
            parts.insert("\(from) – \(to)", at: 1)
        }
        if let opening = statement.opening, let closing = statement.closing {
            parts.append(
                language("balance", "余额") + " \(opening.amount) → \(closing.amount)")
        }
        return parts.joined(separator: language(", ", "，"))
    }

    private func line(_ entry: StatementEntry) -> String {
        let detail = entry.details.first
        let party = detail?.payer ?? detail?.payee
        let parts: [String?] = [
            entry.bookedOn?.description, Self.padded(entry.amount.description, 14),
            entry.currency?.code, entry.status == .booked ? nil : entry.status.rawValue,
            party?.name, party?.account, detail?.remittance.joined(separator: " / "),
            entry.bankReference.map { "#" + $0 },
        ]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
}
