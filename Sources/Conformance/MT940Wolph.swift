import Formats
import Foundation
import Ledger

/// MT940 files of several banks against what the library wolph/mt940 reads in them.
enum MT940Wolph: Source {
    static let folder = "mt940_wolph"

    static let accepted: [Accepted] = [
        Accepted("sepa_mt9401.sta", "amount", "RC takes back a credit; the balances prove it") {
            "-" + $1 == $0
        },
        Accepted("sepa_mt9401.sta", "end_to_end", "a bank's message (MTLG:) is no part of it") {
            $1.hasPrefix($0 + "MTLG:")
        },
        Accepted("sepa_mt9401.sta", "purpose", "the bank's message is text") {
            $0.hasPrefix("MTLG:") && $1 == "nil"
        },
        Accepted("sepa_mt9401.sta", "end_to_end", "NONREF is none") {
            $0 == "nil" && $1 == "NONREF"
        },
        Accepted("sepa_snippet.sta", "end_to_end", "a bank's message is no part of it") {
            $1.hasPrefix($0 + "MTLG:")
        },
        Accepted("sepa_snippet.sta", "purpose", "the bank's message is text") {
            $0.hasPrefix("MTLG:") && $1 == "nil"
        },
        Accepted("sepa_snippet_broken.sta", "account", "a second :25: does not replace the first") {
            $0 == "50880050/0194787400888" && $1.hasPrefix("166?00")
        },
        Accepted("mt940.sta", "party", "?38 has the IBAN; it goes before the number in ?31") {
            $0.hasPrefix("PL081060007600007777777") && $1.hasPrefix("0000777777777777")
        },
        Accepted("mt940.sta", "purpose", "supplementary details of :61: are kept as text") {
            [$1 + "Cardtransaction", $1 + "Transfer", $1 + "Interestcredit"].contains($0)
        },
        Accepted("ing.sta", "details", "a :86: behind the closing balance is no entry's") {
            $1 == $0 + "\nD000004C000002D25,24C28,71\n-XXX"
        },
        Accepted("rabobank.sta", "account", "the currency is no part of the account") {
            $1 == $0 + "EUR"
        },
    ]

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        for part in folder.files("/_ref_decode.json") {
            let place = part.split(separator: "/").dropLast().joined(separator: "/") + "/"
            let expected = try folder.json(part) as? [String: [String: Any]] ?? [:]
            for name in folder.files(".sta") where name.hasPrefix(place) {
                let (file, findings) = readStatements(try folder.bytes(name), with: MT940Reader())
                // Some are cut out of larger files: what is left of them need not foot.
                sum.file(name, findings, isRead: !file.format.isEmpty)
                var comparison = MT940Comparison(name, sum)
                comparison.compare(file, expected[String(name.dropFirst(place.count))] ?? [:])
                sum = comparison.sum
            }
        }
    }
}
