import Formats

/// A file read whole, or in pieces of `piece` bytes.
struct BAI2Reading: Equatable {
    var statements: [Statement]
    var findings: [Finding]

    var entries: [StatementEntry] { statements.flatMap(\.entries) }
    var codes: [String] { findings.map(\.code) }
    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    init(_ text: String, piece: Int = .max) { self.init(Array(text.utf8), piece: piece) }

    init(_ bytes: [UInt8], piece: Int = .max) {
        var reader = BAI2Reader()
        var collector = BankFileCollector()
        bytes.withUnsafeBytes { all in
            var at = 0
            while at < all.count {
                let end = piece > all.count - at ? all.count : at + piece
                reader.feed(UnsafeRawBufferPointer(rebasing: all[at..<end])) { collector.add($0) }
                at = end
            }
        }
        reader.finish { collector.add($0) }
        let parsed = collector.finish(format: reader.format)
        statements = parsed.document.statements
        findings = parsed.findings
    }
}

/// Files of one account, whose trailers hold.
enum BAI2Sample {
    /// `records` are those between 02 and 98, `sum` the control total of the one account in them.
    static func file(
        _ records: [String], sum: Int, header: String = "01,HARBORBK,OURS,260303,0630,7,,,2/",
        group: String = "02,OURS,HARBORBK,1,260302,2359,USD,2/"
    ) -> String {
        let all =
            [header, group] + records + [
                "49,\(sum),\(records.count + 1)/", "98,\(sum),1,\(records.count + 3)/",
                "99,\(sum),1,\(records.count + 5)/",
            ]
        return all.joined(separator: "\n") + "\n"
    }

    /// One account without balances, with `transactions`.
    static func account(_ transactions: String..., sum: Int, currency: String = "USD") -> String {
        file(["03,4410029,\(currency),,,,/"] + transactions, sum: sum)
    }

    static func entry(
        _ transaction: String..., sum: Int = 1000, currency: String = "USD"
    ) -> StatementEntry? {
        let reading = BAI2Reading(
            file(["03,4410029,\(currency),,,,/"] + transaction, sum: sum))
        return reading.findings.isEmpty ? reading.entries.first : nil
    }
}
