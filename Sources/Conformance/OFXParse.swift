import Formats
import Foundation
import Ledger

/// OFX files of the library ofxparse, against the tags that stand in them.
enum OFXParse: Source {
    static let folder = "ofx_ofxparse"
    static let accepted = [
        Accepted.always(
            "account_listing_aggregation.ofx", "file", "a list of accounts: it has no statement"),
        .always("bank_small.ofx", "file", "a list of accounts: it has no statement"),
        .always("signon_success.ofx", "file", "the answer to signing on: it has no statement"),
    ]

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        try checkTags(of: folder.files(".ofx", ".qfx"), folder, &sum)
    }

    /// Entries and their sum, counted by their tags alone.
    static func checkTags(of names: [String], _ folder: Folder, _ sum: inout Sum) throws {
        for name in names {
            let bytes = try folder.bytes(name)
            let (file, findings) = readStatements(bytes, with: OFXReader())
            sum.file(name, findings, isRead: !findings.hasErrors && !file.statements.isEmpty)
            if file.statements.isEmpty { continue }
            let entries = file.statements.flatMap(\.entries)
            let amounts = values(of: "TRNAMT", in: bytes).compactMap {
                Amount($0.replacing(",", with: "."))?.money(.usd)?.minor
            }
            sum.fact(name, "entries", "\(entries.count)", "\(amounts.count)")
            sum.fact(
                name, "sum",
                "\(entries.compactMap { $0.amount.money(.usd)?.minor }.reduce(0, +))",
                "\(amounts.reduce(0, +))")
            let ids = values(of: "FITID", in: bytes)
            sum.fact(name, "ids", "\(entries.map { $0.bankReference ?? "" })", "\(ids)")
            sum.fact(
                name, "accounts", "\(file.statements.map(\.account))",
                "\(values(of: "ACCTID", in: bytes).prefix(file.statements.count))")
        }
    }

    /// What stands behind each tag of a name, up to the next tag or line.
    private static func values(of tag: String, in bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split(separator: "<\(tag)>", omittingEmptySubsequences: false).dropFirst().map {
            rest in
            String(rest.prefix { $0 != "<" && !$0.isNewline })
                .trimmingCharacters(in: .whitespaces)
        }
    }
}

/// OFX files that the program csv2ofx wrote.
enum OFXConverted: Source {
    static let folder = "csv_csv2ofx/converted"
    static let accepted = [
        Accepted.always("default_w_splits.ofx", "file", "orders of transfers: no statement"),
        .always("mint.ofx", "file", "orders of transfers: no statement"),
    ]

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        try OFXParse.checkTags(of: folder.files(".ofx"), folder, &sum)
    }
}
