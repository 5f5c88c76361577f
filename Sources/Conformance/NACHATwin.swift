import Formats
import Foundation

/// The library's own reading of a NACHA file in JSON.
enum NACHATwin {
    static func check(
        _ name: String, _ read: BankFile, _ batches: [[String: Any]], _ sum: inout Sum
    ) {
        sum.fact(name, "twin.batches", "\(read.statements.count)", "\(batches.count)")
        for (index, (statement, batch)) in zip(read.statements, batches).enumerated() {
            let header = batch["batchHeader"] as? [String: Any] ?? [:]
            let theirs = batch["entryDetails"] as? [[String: Any]] ?? []
            let place = "twin[\(index)]"
            sum.fact(name, place + ".entries", "\(statement.entries.count)", "\(theirs.count)")
            for (index, (entry, their)) in zip(statement.entries, theirs).enumerated() {
                compare(name, place + "[\(index)].", entry, their, header, &sum)
            }
        }
    }

    private static func compare(
        _ name: String, _ at: String, _ entry: StatementEntry, _ their: [String: Any],
        _ header: [String: Any], _ sum: inout Sum
    ) {
        // Both have the sign that the receiver's account gets: 5 of a code's last digit and more
        // are debits.
        let code = their["transactionCode"] as? Int ?? 0
        let cents = (their["amount"] as? Int ?? 0) * (code % 10 < 5 ? 1 : -1)
        sum.fact(
            name, at + "amount", entry.amount.money(.usd).map { "\($0.minor)" }, "\(cents)")
        let entryClass = text(header["standardEntryClassCode"]) ?? ""
        sum.fact(name, at + "code", entry.code, "\(entryClass)/\(code)")
        sum.fact(
            name, at + "customerReference", entry.customerReference,
            text(their["identificationNumber"]))
        let isCredit = entry.amount.units > 0
        let detail = entry.detail
        let receiver = isCredit ? detail.payee : detail.payer
        let company = isCredit ? detail.payer : detail.payee
        sum.fact(name, at + "receiver", receiver?.name, text(their["individualName"]))
        sum.fact(name, at + "account", receiver?.account, text(their["DFIAccountNumber"]))
        sum.fact(name, at + "company", company?.name, text(header["companyName"]))
    }

    private static func text(_ value: Any?) -> String? {
        (value as? String)?.trimmingCharacters(in: .whitespaces)
    }
}
