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

    /// Where we read otherwise, and why. A difference that is not here fails; so does one that is gone.
    static let accepted: [String: String] = [:]

    @Test(
        .enabled(
            if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everyFileAgrees() throws {
        var seen: Set<String> = []
        var files = 0
        for name in ["betterplace", "cmxl", "jejik"] {
            let folder = Self.folder + "/" + name
            let data = try #require(FileManager.default.contents(atPath: folder + "/_ref_decode.json"))
            let expected = try #require(
                try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
            let found = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".sta") }.sorted()
            for file in found {
                let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + file))
                let reading = MT940Reading([UInt8](bytes))
                for difference in Comparison(reading, try #require(expected[file])).differences {
                    let key = "\(file) \(difference.place)"
                    seen.insert(key)
                    if Self.accepted[key] == nil {
                        Issue.record("\(key): read \(difference.ours), expected \(difference.theirs)")
                    }
                }
                files += 1
            }
        }
        #expect(files == 30)
        let gone = Set(Self.accepted.keys).subtracting(seen).sorted()
        #expect(gone == [], "accepted differences that are none any more")
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
        check("account", last?.account, theirs["account_identification"])
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
        check(place + "purpose", solid(ours.detail.remittance.joined()), solid(theirs["purpose"]))
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
