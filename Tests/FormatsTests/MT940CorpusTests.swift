import Formats
import Foundation
import Ledger
import Testing

/// Files of several banks against what another library reads in them (wolph/mt940, in the corpus).
@Suite struct MT940CorpusTests {
    static let folder: String = {
        let environment = ProcessInfo.processInfo.environment
        let root = environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/mt940_wolph"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// Where we read otherwise, and why: file, field, and what must hold of the two values. A
    /// difference that is not here fails; so does a line here that no difference needs any more.
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

    struct Accepted: Sendable {
        let file: String
        let field: String
        let reason: String
        let holds: @Sendable (_ ours: String, _ theirs: String) -> Bool

        init(
            _ file: String, _ field: String, _ reason: String,
            holds: @escaping @Sendable (String, String) -> Bool
        ) {
            (self.file, self.field, self.reason, self.holds) = (file, field, reason, holds)
        }
    }

    @Test(
        .enabled(
            if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everyFileAgrees() throws {
        var used: Set<Int> = []
        var files = 0
        for name in ["betterplace", "cmxl", "jejik"] {
            let folder = Self.folder + "/" + name
            let data = try #require(
                FileManager.default.contents(atPath: folder + "/_ref_decode.json"))
            let expected = try #require(
                try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
            let found = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".sta") }.sorted()
            for file in found {
                let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + file))
                let reading = MT940Reading([UInt8](bytes))
                for difference in Comparison(reading, try #require(expected[file])).differences {
                    let field = String(difference.place.split(separator: ".").last ?? "")
                    let match = Self.accepted.firstIndex {
                        $0.file == file && $0.field == field
                            && $0.holds(difference.ours, difference.theirs)
                    }
                    if let match {
                        used.insert(match)
                    } else {
                        Issue.record(
                            """
                            \(file) \(difference.place): read \(difference.ours), \
                            expected \(difference.theirs)
                            """)
                    }
                }
                files += 1
            }
        }
        #expect(files == 30)
        let gone = Self.accepted.indices.filter { !used.contains($0) }
        #expect(gone.map { "\(Self.accepted[$0].file): \(Self.accepted[$0].reason)" } == [])
    }

    /// 26 statements with returns, reversals and pages: opening + entries = closing in each.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everyStatementFoots() throws {
        let path = Self.folder + "/betterplace/sepa_mt9401.sta"
        let reading = MT940Reading(
            [UInt8](try #require(FileManager.default.contents(atPath: path))))
        #expect(reading.findings == [])
        #expect(reading.statements.count == 26)
        for statement in reading.statements {
            let amounts = try
                ([try #require(statement.opening).amount] + statement.entries.map(\.amount))
                .map { try #require($0.money(.eur)) }
            let closing = try #require(statement.closing?.amount.money(.eur))
            #expect(amounts.reduce(.zero(.eur), +) == closing)
        }
    }
}

/// Two readings of one file, field by field.
private struct Comparison {
    var differences: [(place: String, ours: String, theirs: String)] = []

    init(_ reading: MT940Reading, _ expected: [String: Any]) {
        statement(reading, expected["statement"] as? [String: Any] ?? [:])
        let entries = reading.entries
        let theirs = expected["transactions"] as? [[String: Any]] ?? []
        check("entries", "\(entries.count)", "\(theirs.count)")
        let ids = reading.statements.flatMap { s in s.entries.map { _ in s.id } }
        for (index, (ours, theirs)) in zip(entries, theirs).enumerated() {
            check("[\(index)].transaction_reference", ids[index], theirs["transaction_reference"])
            entry("[\(index)].", ours, theirs)
        }
    }

    private mutating func statement(_ reading: MT940Reading, _ theirs: [String: Any]) {
        let last = reading.statements.last
        check("transaction_reference", last?.id, theirs["transaction_reference"])
        check(
            "account", last?.account == "" ? nil : last?.account, theirs["account_identification"])
        var number = theirs["statement_number"] as? String
        if let page = theirs["sequence_number"] as? String { number? += "/" + page }
        check("number", last?.sequence, number)
        for (name, ours) in [
            ("opening_balance", reading.statements.map(\.opening)),
            ("closing_balance", reading.statements.map(\.closing)),
        ] {
            for kind in ["final_", "intermediate_"] {
                guard let balance = theirs[kind + name] as? [String: Any] else { continue }
                let amount = balance["amount"] as? [String: Any]
                let wanted = [amount?["amount"], amount?["currency"], balance["date"]]
                    .map { $0 as? String ?? "" }.joined(separator: " ")
                let shown = ours.compactMap { $0 }.map {
                    "\($0.amount) \($0.currency?.code ?? "") \($0.date?.description ?? "")"
                }
                check(kind + name, shown.last { $0 == wanted } ?? shown.last, wanted)
            }
        }
        if theirs["final_opening_balance"] == nil, theirs["intermediate_opening_balance"] == nil {
            check("opening_balance", last?.opening.map { "\($0.amount)" }, nil)
        }
        if theirs["final_closing_balance"] == nil, theirs["intermediate_closing_balance"] == nil {
            check("closing_balance", last?.closing.map { "\($0.amount)" }, nil)
        }
    }

    private mutating func entry(_ place: String, _ ours: StatementEntry, _ theirs: [String: Any]) {
        let amount = theirs["amount"] as? [String: Any]
        check(place + "amount", "\(ours.amount)", amount?["amount"])
        check(place + "currency", ours.currency?.code, amount?["currency"])
        check(place + "date", ours.valueDate?.description, theirs["date"])
        check(place + "entry_date", ours.bookedOn?.description, theirs["entry_date"])
        check(place + "id", ours.code, theirs["id"])
        check(place + "bank_reference", ours.bankReference, reference(theirs["bank_reference"]))
        if theirs["transaction_code"] == nil {
            check(
                place + "customer_reference", ours.customerReference,
                reference(theirs["customer_reference"]))
            check(
                place + "details", ours.text ?? "",
                theirs["transaction_details"] ?? theirs["extra_details"])
            return
        }
        let code = (ours.text ?? "").split(separator: " ").first.map { String($0.prefix(3)) }
        check(place + "transaction_code", code, theirs["transaction_code"])
        check(place + "bank", ours.other.bank, theirs["applicant_bin"])
        check(
            place + "party", solid((ours.other.account ?? "") + (ours.other.name ?? "")),
            solid(theirs["applicant_name"]))
        check(
            place + "purpose", solid(ours.detail.remittance.joined()),
            solid(
                ["purpose", "additional_purpose"].map { theirs[$0] as? String ?? "" }.joined()))
        check(place + "end_to_end", ours.detail.endToEndId, theirs["end_to_end_reference"])
        check(
            place + "mandate", ours.references("MREF").first,
            theirs["additional_position_reference"])
        check(place + "creditor", ours.references("CRED").first, theirs["applicant_creditor_id"])
    }

    private mutating func check(_ place: String, _ ours: String?, _ theirs: Any?) {
        let theirs = theirs as? String
        let a = ours ?? "nil"
        let b = theirs == nil || theirs == "" && ours == nil ? "nil" : theirs ?? "nil"
        if a != b { differences.append((place, a, b)) }
    }

    /// Trimmed; `NONREF` and pointers to `:86:` are none.
    private func reference(_ value: Any?) -> String? {
        let text = (value as? String ?? "").trimmingCharacters(in: .whitespaces)
        return ["", "NONREF", "EREF"].contains(text) ? nil : text
    }

    /// The other library joins the pieces without asking whether a blank was lost between them.
    private func solid(_ value: Any?) -> String? {
        let text = (value as? String ?? "").filter { !$0.isWhitespace }
        return text.isEmpty ? nil : text
    }
}
