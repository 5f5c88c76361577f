import Ledger

/// Addenda 10 to 18 of an international entry (IAT): both sides in full, as the rules on the travel
/// of names ask for.
extension NACHAEntry {
    mutating func international(_ type: Int, _ record: NACHARecord) {
        switch type {
        case 10:
            receiver.name = record.text(47...81)
            say("type", record.text(4...6))
            say("foreign trace", record.text(25...46))
            foreignAmount(record)
        case 11:
            company.name = record.text(4...38)
            say("originator", record.text(39...73))
        case 12: say("originator", Self.place(record[4...38]), Self.place(record[39...73]))
        case 13: company.bank = record.text(41...74) ?? record.text(4...38) ?? company.bank
        case 14: receiver.bank = record.text(41...74) ?? record.text(4...38) ?? receiver.bank
        case 15:
            if entry.customerReference == nil { entry.customerReference = record.text(4...18) }
            say("receiver", record.text(19...53))
        case 16: say("receiver", Self.place(record[4...38]), Self.place(record[39...73]))
        case 18:
            say(
                "correspondent bank", record.text(4...38), record.text(41...74),
                record.text(75...77))
        default: break
        }
    }

    /// In the currency of the receiver, with two decimals; blank or zero where it is not known.
    private mutating func foreignAmount(_ record: NACHARecord) {
        guard let foreign, foreign != .usd, let amount = record.number(7...24), amount > 0
        else { return }
        detail.amount = Amount(units: isCredit ? amount : -amount, decimals: 2)
        detail.currency = foreign
    }

    /// `METROPOLIS*ON\`: city and state, or country and postal code.
    private static func place(_ field: ByteRun) -> String? {
        guard let text = NACHARecord.text(field) else { return nil }
        let words = text.utf8.split { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "\\") }
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
