import Formats

/// What the control records of a NACHA file (Nacha Operating Rules: 8 of a batch, 9 of the file)
/// say that it comes to, cut out of it by their columns alone.
struct NACHAControls {
    private let entries: Int
    private let batches: [[UInt8]]
    private let file: [UInt8]?
    /// Of advices of the operator (ADV): its totals are of 20 digits.
    private let isAdvice: Bool

    /// Lines; those without line ends are cut at every 94th column.
    init(_ bytes: [UInt8]) {
        let records = bytes.split { $0 == 0x0A || $0 == 0x0D }.flatMap { line in
            stride(from: line.startIndex, to: line.endIndex, by: 94).map {
                Array(line[$0..<min($0 + 94, line.endIndex)])
            }
        }
        entries = records.count { $0.first == UInt8(ascii: "6") }
        batches = records.filter { $0.first == UInt8(ascii: "8") }
        // Lines of nothing but nines fill up the last block.
        file = records.first { $0.starts(with: "9".utf8) && !$0.starts(with: "99".utf8) }
        isAdvice = batches.contains { $0.starts(with: "8280".utf8) }
    }

    func check(_ name: String, _ read: BankFile, _ sum: inout Sum) {
        let statements = read.statements
        sum.fact(name, "entries", "\(statements.flatMap(\.entries).count)", "\(entries)")
        sum.fact(name, "batches", "\(statements.count)", "\(batches.count)")
        for (index, (statement, control)) in zip(statements, batches).enumerated() {
            let at = "[\(index)]."
            let width = isAdvice ? 20 : 12
            sum.fact(
                name, at + "debits", total(statement.entries, -1),
                Self.number(control, 20, width))
            sum.fact(
                name, at + "credits", total(statement.entries, 1),
                Self.number(control, 20 + width, width))
            sum.fact(
                name, at + "batch", statement.id.map { String($0.prefix(7)) },
                String(decoding: control.dropFirst(87).prefix(7), as: UTF8.self))
        }
        guard let file else { return }
        let (start, width) = isAdvice ? (31, 20) : (31, 12)
        let all = statements.flatMap(\.entries)
        sum.fact(name, "file.batches", "\(statements.count)", Self.number(file, 1, 6))
        sum.fact(name, "file.debits", total(all, -1), Self.number(file, start, width))
        sum.fact(name, "file.credits", total(all, 1), Self.number(file, start + width, width))
    }

    /// What the entries of one sign come to, in cents.
    private func total(_ entries: [StatementEntry], _ sign: Int64) -> String {
        let cents = entries.map { ($0.amount.money(.usd)?.minor ?? 0) * sign }
        return "\(cents.filter { $0 > 0 }.reduce(0, +))"
    }

    private static func number(_ record: [UInt8], _ start: Int, _ width: Int) -> String {
        let digits = String(decoding: record.dropFirst(start).prefix(width), as: UTF8.self)
        return Int64(digits).map(String.init) ?? digits
    }
}
