import Formats

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
