import Formats
import Foundation

/// Lockbox files of the library bai-lockbox, against what its own tests expect of them.
enum LockboxBAI: Source {
    static let folder = "lockbox_bai"
    static let accepted: [Accepted] = []

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        let expected = try folder.json("expected.json") as? [String: [String: Any]] ?? [:]
        for name in folder.files(".bai") {
            let (file, findings) = readStatements(try folder.bytes(name), with: LockboxReader())
            sum.file(name, findings, isRead: !findings.hasErrors && !file.statements.isEmpty)
            let entries = file.statements.flatMap(\.entries)
            let checks = expected[name]?["checks"] as? [[String: Any]]
            sum.fact(name, "checks", "\(entries.count)", checks.map { "\($0.count)" })
            for (index, (entry, check)) in zip(entries, checks ?? []).enumerated() {
                let at = "[\(index)]."
                let detail = entry.detail
                sum.fact(name, at + "sender", detail.payer?.name, check["sender"] as? String)
                sum.fact(name, at + "recipient", detail.payee?.name, check["recipient"] as? String)
                sum.fact(name, at + "date", detail.checkDate?.description, check["date"] as? String)
                sum.fact(
                    name, at + "number", detail.checkNumber.flatMap { Int($0) }.map(String.init),
                    (check["number"] as? Int).map(String.init))
                sum.fact(name, at + "amount", "\(entry.amount)", check["amount"] as? String)
                sum.fact(
                    name, at + "memo", detail.remittance.joined(separator: "\n"),
                    check["memo"] as? String)
            }
        }
    }
}
