import Formats
import Foundation
import Ledger

/// BAI2 files of several banks against what the library bai2 (Ministry of Justice) reads in them.
enum BAI2Samples: Source {
    static let folder = "bai2_pypi"
    static let accepted: [Accepted] = []

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        let expected = try folder.json("ref_decode.json") as? [String: [String: Any]] ?? [:]
        for name in folder.files(".bai2") {
            let (file, findings) = readStatements(try folder.bytes(name), with: BAI2Reader())
            sum.file(name, findings, isRead: !findings.hasErrors)
            let accounts = children(expected[name]?["decode"]).flatMap { group in
                children(group).map { (account: $0, group: group) }
            }
            sum.fact(name, "accounts", "\(file.statements.count)", "\(accounts.count)")
            for (place, (ours, theirs)) in zip(file.statements, accounts).enumerated() {
                compare(name, "[\(place)]", ours, theirs.account, theirs.group, &sum)
            }
        }
    }

    private static func compare(
        _ name: String, _ place: String, _ ours: Statement, _ account: [String: Any],
        _ group: [String: Any], _ sum: inout Sum
    ) {
        let head = account["header"] as? [String: Any] ?? [:]
        let groupHead = group["header"] as? [String: Any] ?? [:]
        sum.fact(name, place + ".account", ours.account, text(head["customer_account_number"]))
        sum.fact(name, place + ".date", ours.to?.description, text(groupHead["as_of_date"]))
        let currency = text(head["currency"]) ?? text(groupHead["currency"])
        sum.fact(name, place + ".currency", ours.currency?.code, currency ?? "USD")
        let theirs = children(account)
        sum.fact(name, place + ".entries", "\(ours.entries.count)", "\(theirs.count)")
        for (index, (entry, their)) in zip(ours.entries, theirs).enumerated() {
            let at = place + "[\(index)]"
            let type = text(their["type_code"]) ?? ""
            let isCredit = type.contains("TypeCodeTransaction.credit")
            let cents = Int64(text(their["amount"]) ?? "") ?? 0
            sum.fact(
                name, at + ".amount", entry.amount.money(.usd).map { "\($0.minor)" },
                "\(isCredit ? cents : -cents)")
            let code = type.firstRange(of: "code='").map { type[$0.upperBound...].prefix(3) }
            sum.fact(name, at + ".code", entry.code, code.map(String.init))
            sum.fact(
                name, at + ".bankReference", entry.bankReference, text(their["bank_reference"]))
            sum.fact(
                name, at + ".customerReference", entry.customerReference,
                text(their["customer_reference"]))
        }
    }

    private static func children(_ value: Any?) -> [[String: Any]] {
        (value as? [String: Any])?["children"] as? [[String: Any]] ?? []
    }

    private static func text(_ value: Any?) -> String? {
        guard let text = value as? String, !text.isEmpty else { return nil }
        return text
    }
}
