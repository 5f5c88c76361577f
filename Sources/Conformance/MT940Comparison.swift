import Formats
import Foundation
import Ledger

/// Two readings of one file, field by field.
struct MT940Comparison {
    private let file: String
    private(set) var sum: Sum

    init(_ file: String, _ sum: Sum) {
        self.file = file
        self.sum = sum
    }

    mutating func compare(_ reading: BankFile, _ expected: [String: Any]) {
        statement(reading, expected["statement"] as? [String: Any] ?? [:])
        let entries = reading.statements.flatMap(\.entries)
        let theirs = expected["transactions"] as? [[String: Any]] ?? []
        check("entries", "\(entries.count)", "\(theirs.count)")
        let ids = reading.statements.flatMap { s in s.entries.map { _ in s.id } }
        for (index, (ours, theirs)) in zip(entries, theirs).enumerated() {
            check("[\(index)].transaction_reference", ids[index], theirs["transaction_reference"])
            entry("[\(index)].", ours, theirs)
        }
    }

    private mutating func statement(_ reading: BankFile, _ theirs: [String: Any]) {
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
        let detail = ours.details.first ?? PaymentDetail()
        let other = detail.payer ?? detail.payee ?? PaymentDetail.Party()
        let references = { (type: String) in
            detail.references.filter { $0.type == type }.map(\.value)
        }
        let code = (ours.text ?? "").split(separator: " ").first.map { String($0.prefix(3)) }
        check(place + "transaction_code", code, theirs["transaction_code"])
        check(place + "bank", other.bank, theirs["applicant_bin"])
        check(
            place + "party", solid((other.account ?? "") + (other.name ?? "")),
            solid(theirs["applicant_name"]))
        check(
            place + "purpose", solid(detail.remittance.joined()),
            solid(
                ["purpose", "additional_purpose"].map { theirs[$0] as? String ?? "" }.joined()))
        check(place + "end_to_end", detail.endToEndId, theirs["end_to_end_reference"])
        check(
            place + "mandate", references("MREF").first,
            theirs["additional_position_reference"])
        check(place + "creditor", references("CRED").first, theirs["applicant_creditor_id"])
    }

    private mutating func check(_ place: String, _ ours: String?, _ theirs: Any?) {
        let theirs = theirs as? String
        let a = ours ?? "nil"
        let b = theirs == nil || theirs == "" && ours == nil ? "nil" : theirs ?? "nil"
        sum.fact(file, place, a, b)
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
