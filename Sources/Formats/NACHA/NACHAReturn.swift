import Ledger

/// Addenda 98 and 99: what a bank says of an entry that it got earlier. Where the receiver's bank
/// says it, the entry goes back: its receiving bank is that of the company.
extension NACHAEntry {
    /// A return (R01…), a dishonoured return (R61…R70) or a contested dishonoured return (R71…R77).
    mutating func giveBack(_ record: NACHARecord, _ log: inout NACHALog) {
        let reason = record[4...6]
        let number = Self.reason(reason, UInt8(ascii: "R"))
        if !(1...85).contains(number ?? 0) { log.note(.reasonUnknown, reason) }
        entry.reversal = true
        refer(record, reason, goesBack: !(61...70).contains(number ?? 0))
        switch number ?? 0 {
        case 61...70:
            say("return trace", record.text(39...53))
            say("returned for", Self.code(record[57...58]))
            say("addenda", record.text(59...79))
        case 71...77:
            say("returned on", Self.day(record[22...27]))
            say("return trace", record.text(39...53))
            say("returned for", Self.code(record[57...58]))
            say("dishonoured return trace", record.text(59...73))
            say("dishonoured for", Self.code(record[77...78]))
        default:
            say("date of death", Self.day(record[22...27]))
            say("addenda", record.text(layout == .international ? 46...79 : 36...79))
        }
    }

    /// A notification of change (C01…), or its refusal (C61…): no money, but data to correct.
    mutating func change(_ record: NACHARecord, _ log: inout NACHALog) {
        let reason = record[4...6]
        let number = Self.reason(reason, UInt8(ascii: "C")) ?? 0
        let refused = (61...69).contains(number)
        let code = refused ? record[65...67] : reason
        let change = NACHAChange(code)
        if change == nil { log.note(.reasonUnknown, code) }
        entry.status = .info
        entry.reversal = false
        refer(record, reason, goesBack: !refused)
        let isLong = layout == .international && !refused
        let data = record.whole(isLong ? 36...70 : 36...64)
        let words = change?.words(data) ?? NACHARecord.text(data).map { ["corrected data \($0)"] }
        if refused { say("refused notification", code.text, record.text(68...74)) }
        detail.remittance += words ?? []
    }

    /// The earlier entry: its trace number and its receiving bank.
    private mutating func refer(_ record: NACHARecord, _ reason: ByteRun, goesBack: Bool) {
        if let trace = record.text(7...21) {
            if let own = entry.customerReference, detail.references.isEmpty {
                detail.references = [.init(type: "IND ID", value: own)]
            }
            entry.customerReference = trace
        }
        if let bank = RoutingNumber.text(record[28...35]) {
            // The first of several, as the bank of the entry is known no more then.
            if goesBack, detail.returnReason == nil { company.bank = receiver.bank }
            receiver.bank = bank
        }
        detail.returnReason = reason.text
    }

    private static func reason(_ field: ByteRun, _ letter: UInt8) -> Int? {
        field.count == 3 && field[0] == letter ? field.from(1).count(below: 100) : nil
    }

    private static func code(_ digits: ByteRun) -> String? {
        digits.isDigits ? "R\(digits.string)" : nil
    }

    private static func day(_ field: ByteRun) -> String? {
        field.count == 6 ? ShortDate.full(field).day?.description : nil
    }
}

/// What a notification of change corrects, and where the correct data stand in its 29 columns.
struct NACHAChange {
    private let parts: [(label: String, columns: ClosedRange<Int>)]

    /// Nil for a code that the rules do not have.
    init?(_ code: ByteRun) {
        guard code[0] == UInt8(ascii: "C"), let number = code.from(1).count(below: 100) else {
            return nil
        }
        switch number {
        case 1: parts = [("account number", 1...17)]
        case 2: parts = [("routing number", 1...9)]
        case 3: parts = [("routing number", 1...9), ("account number", 13...29)]
        case 4: parts = [("name", 1...22)]
        case 5: parts = [("transaction code", 1...2)]
        case 6: parts = [("account number", 1...17), ("transaction code", 21...22)]
        case 7:
            parts = [
                ("routing number", 1...9), ("account number", 10...26),
                ("transaction code", 27...28),
            ]
        case 8: parts = [("receiving bank", 1...35)]
        case 9: parts = [("individual identification", 1...22)]
        case 10: parts = [("company name", 1...16)]
        case 11: parts = [("company identification", 1...10)]
        case 12: parts = [("company name", 1...16), ("company identification", 20...29)]
        case 13: parts = [("addenda format", 1...29)]
        case 14: parts = [("standard entry class", 1...29)]
        default: return nil
        }
    }

    /// `corrected account number 1918171614`, a line for each. Where something stands beside the
    /// columns, or nothing in some of them, the sender has not kept to them: the data stay whole.
    func words(_ data: ByteRun) -> [String]? {
        guard let all = NACHARecord.text(data) else { return nil }
        let fields = parts.map { data.part($0.columns.lowerBound - 1, $0.columns.upperBound) }
        let values = fields.compactMap { NACHARecord.text($0) }
        let kept = fields.reduce(0) { $0 + Self.solid($1) }
        guard values.count == parts.count, kept == Self.solid(data) else {
            let labels = parts.map(\.label).joined(separator: ", ")
            return ["corrected \(labels) \(all)"]
        }
        return zip(parts, values).map { part, value in "corrected \(part.label) \(value)" }
    }

    private static func solid(_ field: ByteRun) -> Int {
        field.buffer.reduce(0) { $1 > 0x20 ? $0 + 1 : $0 }
    }
}
