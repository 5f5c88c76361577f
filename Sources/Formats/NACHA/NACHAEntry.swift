import Ledger

/// One entry (record 6) and what its addenda (7) say of it.
struct NACHAEntry {
    var entry: StatementEntry
    var detail = PaymentDetail()
    /// Who gives the entry, and whose account it is for.
    var company: PaymentDetail.Party
    var receiver = PaymentDetail.Party()
    /// What has no place of its own, for the text of the entry.
    var words: [String] = []
    var remittance = NACHARemittance()
    let layout: NACHAClass.Layout
    /// Of the amount in the addenda of IAT.
    let foreign: Currency?
    let isCredit: Bool

    private let saysAddenda: Bool
    private let expected: Int64?
    private let sequence: Int64?
    private var addenda: Int64 = 0
    private var last: (type: UInt8, number: Int64) = (0, 0)

    static let mostAddenda = 9_999

    static func account(_ layout: NACHAClass.Layout) -> ClosedRange<Int> {
        switch layout {
        case .international: 40...74
        case .advice: 13...27
        default: 13...29
        }
    }

    init(
        _ entry: StatementEntry, _ layout: NACHAClass.Layout, _ company: PaymentDetail.Party,
        isCredit: Bool, foreign: Currency?, _ record: NACHARecord
    ) {
        self.entry = entry
        self.layout = layout
        self.company = company
        self.foreign = foreign
        self.isCredit = isCredit
        saysAddenda = record.whole(79...79)[0] == UInt8(ascii: "1")
        sequence = record.number(88...94)
        let counted = layout == .counted ? record.number(55...58) : nil
        expected = layout == .international ? record.number(13...16) : counted
        receiver.account = record.text(Self.account(layout))
        receiver.bank = RoutingNumber.text(record[4...12])
        self.entry.bankReference = record.text(80...94)
        read(record, isCounted: counted != nil)
    }

    /// Columns 40 to 78, which each class has its own use for.
    private mutating func read(_ record: NACHARecord, isCounted: Bool) {
        switch layout {
        case .standard, .counted:
            entry.customerReference = record.text(40...54)
            receiver.name = record.text(isCounted ? 59...74 : 55...76)
        case .nameFirst:
            receiver.name = record.text(40...54)
            entry.customerReference = record.text(55...76)
        case .check:
            detail.checkNumber = record.text(40...54)
            receiver.name = record.text(55...76)
        case .checkAtTerminal:
            detail.checkNumber = record.text(40...48)
            receiver.name = record.text(55...76)
            say("terminal", record.text(49...52), record.text(53...54))
        case .archivedCheck:
            detail.checkNumber = record.text(40...54)
            say("process control", record.text(55...60))
            say("item research", record.text(61...76))
        case .card:
            // The number of the card and its expiry stay in the file.
            entry.customerReference = record.text(44...54)
        case .international: break
        case .advice:
            entry.customerReference = record.text(49...53)
            receiver.name = record.text(55...76)
            say("advice to", record.text(40...48))
        }
    }

    /// Adds a line to the text: a label and what is known of the rest; nothing where nothing is.
    mutating func say(_ label: String, _ values: String?...) {
        let known = values.compactMap { $0 }
        if !known.isEmpty { words.append(([label] + known).joined(separator: " ")) }
    }

    mutating func add(_ record: NACHARecord, _ log: inout NACHALog) {
        addenda &+= 1
        guard addenda <= Self.mostAddenda else {
            if addenda == Self.mostAddenda + 1 { log.note(.tooManyAddenda) }
            return
        }
        let type = record[2...3].count(below: 100) ?? 0
        switch type {
        case 2: terminal(record)
        case 5, 17:
            remittance.add(record)
            checkSequence(record, UInt8(type), &log)
        case 10...16:
            international(type, record)
            checkOwner(record, &log)
        case 18:
            international(type, record)
            checkSequence(record, UInt8(type), &log)
        case 98: change(record, &log)
        case 99: giveBack(record, &log)
        default: log.note(.addendaUnknown, record.bytes.upTo(3))
        }
    }

    /// From 1 without a gap, and of this entry.
    private mutating func checkSequence(
        _ record: NACHARecord, _ type: UInt8, _ log: inout NACHALog
    ) {
        let number = record.number(84...87)
        let next = last.type == type ? last.number + 1 : 1
        if number != next { log.note(.addendaSequence, record[84...87], detail: "\(next)") }
        last = (type, number ?? next)
        checkOwner(record, &log)
    }

    private func checkOwner(_ record: NACHARecord, _ log: inout NACHALog) {
        if record.number(88...94) != sequence { log.note(.addendaSequence, record[88...94]) }
    }

    /// Point of sale (POS, SHR) and cash dispensers (MTE).
    private mutating func terminal(_ record: NACHARecord) {
        let place = [record.text(36...62), record.text(63...77), record.text(78...79)]
        say("terminal", ([record.text(14...19)] + place).compactMap { $0 }.joined(separator: " "))
        say("reference", record.text(4...10), record.text(11...13), record.text(20...25))
    }

    /// The entry in full, once another record than addenda follows.
    consuming func finished(_ log: inout NACHALog) -> StatementEntry {
        if saysAddenda != (addenda > 0) {
            log.note(.addendaIndicator, detail: "\(addenda)")
        }
        if let expected, expected != addenda {
            log.note(.addendaCount, detail: "\(addenda) ≠ \(expected)")
        }
        remittance.complete(&detail)
        detail.payer = isCredit ? company : receiver
        detail.payee = isCredit ? receiver : company
        if !words.isEmpty {
            entry.text = ([entry.text].compactMap { $0 } + words).joined(separator: "\n")
        }
        entry.details = [detail]
        return entry
    }
}
