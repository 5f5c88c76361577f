/// The object tree of the other library, where each object stands once, at its first place in the
/// order of keys.
struct CamtOracle {
    private(set) var facts: [(field: String, value: String)] = []
    private typealias Object = [String: Any]

    init(_ tree: Any) {
        var ours = CamtFacts()
        for record in Self.find(["Report", "Statement", "Notification"], in: tree) {
            ours.add("statement.id", Self.text(record["getId"]))
            ours.add(
                "statement.sequence",
                Self.text(record["getElectronicSequenceNumber"])
                    ?? Self.text(record["getLegalSequenceNumber"]))
            let pages = Self.find(["Pagination"], in: record["getPagination"] as Any)
            ours.add(
                "statement.page",
                Self.text(pages.first?["getPageNumber"]) ?? Self.messagePage(in: tree))
            ours.add(
                "statement.account",
                Self.text((record["getAccount"] as? Object)?["getIdentification"]))
            ours.add("statement.from", Self.day(record["getFromDate"]))
            ours.add("statement.to", Self.day(record["getToDate"]))
            let balances = Self.find(["Balance"], in: record["getBalances"] as Any)
            for type in ["opening", "closing"] {
                let balance = balances.first { Self.text($0["getType"]) == type }
                ours.add("balance.amount", Self.money(balance?["getAmount"]))
                ours.add("balance.date", Self.day(balance?["getDate"]))
            }
        }
        for entry in Self.find(["Entry"], in: tree) {
            ours.add("entry.amount", Self.money(entry["getAmount"]))
            ours.add("entry.bookedOn", Self.day(entry["getBookingDate"]))
            ours.add("entry.valueDate", Self.day(entry["getValueDate"]))
            let statuses = ["BOOK": "booked", "PDNG": "pending", "INFO": "info"]
            ours.add("entry.status", Self.text(entry["getStatus"]).flatMap { statuses[$0] })
            ours.add("entry.reversal", entry["getReversalIndicator"] as? Bool)
            ours.add("entry.bankReference", Self.text(entry["getAccountServicerReference"]))
            ours.add("entry.code", Self.code(entry["getBankTransactionCode"]))
            ours.add("entry.batch", Self.text(entry["getBatchPaymentId"]))
            ours.add("entry.text", Self.text(entry["getAdditionalInfo"]))
            for detail in Self.find(["EntryTransactionDetail"], in: entry) {
                Self.add(detail, to: &ours)
            }
        }
        facts = ours.facts
    }

    private static func add(_ detail: Object, to facts: inout CamtFacts) {
        facts.add("payment.amount", money(detail["getAmount"]))
        let references = detail["getReference"] as? Object
        facts.add("payment.endToEndId", text(references?["getEndToEndId"]))
        facts.add("payment.uetr", text(references?["getUuidEndToEndReference"]))
        facts.add("payment.checkNumber", text(references?["getChequeNumber"]))
        for (field, key) in [
            ("bankReference", "getAccountServicerReference"), ("instructionId", "getInstructionId"),
            ("transactionId", "getTransactionId"), ("mandateId", "getMandateId"),
            ("clearingReference", "getClearingSystemReference"),
        ] {
            facts.add("payment." + field, text(references?[key]))
        }
        // With the sign of the payment there; as written here.
        let transaction = money(detail["getAmountDetails"])
        facts.add(
            "payment.transaction",
            transaction.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 })
        let parties = find(["RelatedParty"], in: detail["getRelatedParties"] as Any)
        for role in ["Debtor", "Creditor"] {
            let party = parties.first {
                find([role], in: $0["getRelatedPartyType"] as Any).count == 1
            }
            facts.add("payment.party", text((party?["getRelatedPartyType"] as? Object)?["getName"]))
            facts.add(
                "payment.account", text((party?["getAccount"] as? Object)?["getIdentification"]))
        }
        let agents = find(["DebtorAgent", "CreditorAgent"], in: detail)
        facts.add(
            "payment.agents",
            agents.compactMap { text($0["getBIC"]) }.sorted().joined(separator: "|"))
        let remittance = detail["getRemittanceInformation"] as Any
        // Blocks once each, in their order: the first stands before the list.
        let lines = find(["UnstructuredRemittanceInformation"], in: remittance).compactMap {
            text($0["getMessage"])
        }
        let blocks = find(["StructuredRemittanceInformation"], in: remittance)
        let more = blocks.compactMap { text($0["getAdditionalRemittanceInformation"]) }
        facts.add("payment.remittance", (lines + more).joined(separator: "|"))
        let creditor = find(["CreditorReferenceInformation"], in: remittance).map {
            "\(text($0["getCode"]) ?? text($0["getProprietary"]) ?? ""):\(text($0["getRef"]) ?? "")"
        }
        facts.add("payment.references", creditor.joined(separator: "|"))
        let charges = find(["ChargesRecord"], in: detail).compactMap { money($0["getAmount"]) }
        facts.add("payment.charges", charges.joined(separator: "|"))
        let total = find(["Charges"], in: detail).first
        facts.add("payment.chargesTotal", money(total?["getTotalChargesAndTaxAmount"]))
        facts.add(
            "payment.returnReason", text((detail["getReturnInformation"] as? Object)?["getCode"]))
    }

    /// The objects of some classes inside, each once, in the order of the file.
    private static func find(_ classes: [String], in tree: Any) -> [Object] {
        if let list = tree as? [Any] { return list.flatMap { find(classes, in: $0) } }
        guard let object = tree as? Object else { return [] }
        let name = text(object["__CLASS__"])?.split(separator: "\\").last.map(String.init)
        let here = name.map(classes.contains) == true ? [object] : []
        return here + object.keys.sorted().flatMap { find(classes, in: object[$0] as Any) }
    }

    /// Of the message, where its statements do not say theirs.
    private static func messagePage(in tree: Any) -> String? {
        find(["GroupHeader"], in: tree).lazy
            .flatMap { find(["Pagination"], in: $0["getPagination"] as Any) }
            .compactMap { text($0["getPageNumber"]) }.first
    }

    private static func text(_ value: Any?) -> String? {
        guard let text = value as? String, !text.isEmpty else { return nil }
        return text
    }

    /// Moments are given in Greenwich time; in the corpus all are of the same day where they were.
    private static func day(_ value: Any?) -> String? {
        text((value as? Object)?["0"]).map { String($0.prefix(10)) }
    }

    private static func money(_ value: Any?) -> String? {
        guard let money = value as? Object, let amount = text(money["getAmount"]),
            let code = text((money["getCurrency"] as? Object)?["getCode"])
        else { return nil }
        return "\(amount) \(code)"
    }

    private static func code(_ value: Any?) -> String? {
        guard let code = value as? Object else { return nil }
        guard let domain = code["getDomain"] as? Object, let family = domain["getFamily"] as? Object
        else { return text((code["getProprietary"] as? Object)?["getCode"]) }
        return [domain["getCode"], family["getCode"], family["getSubFamilyCode"]]
            .compactMap { text($0) }.joined(separator: "/")
    }
}
