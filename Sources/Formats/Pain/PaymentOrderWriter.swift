import Ledger

/// Writes orders to pay as pain.001.001.03 or pain.001.001.09, elements in the order of the schema.
///
/// `NbOfTxs` and `CtrlSum` are computed; amounts get the decimals of their currency. A payer's bank
/// that is not known, and an end-to-end id that is nil, are written as `NOTPROVIDED`.
public struct PaymentOrderWriter: Sendable {
    public enum Version: String, CaseIterable, Sendable {
        case v03 = "pain.001.001.03"
        case v09 = "pain.001.001.09"
    }

    public let version: Version
    public let writing: PaymentWriting

    public init(_ version: Version = .v09, writing: PaymentWriting = PaymentWriting()) {
        self.version = version
        self.writing = writing
    }

    public func write(_ file: PaymentOrderFile) -> WrittenPayments {
        var writer = PainWriter(writing, isOld: version == .v03)
        writer.document(version.rawValue, "CstmrCdtTrfInitn") { $0.order(file) }
        return writer.finish()
    }
}

extension PainWriter {
    mutating func document(
        _ message: String, _ root: StaticString, _ body: (inout PainWriter) -> Void
    ) {
        xml.begin("Document", namespace: "urn:iso:std:iso:20022:tech:xsd:" + message)
        element(root, body)
        xml.end()
    }

    fileprivate mutating func order(_ file: PaymentOrderFile) {
        let transfers = file.groups.reduce(0) { $0 + $1.transfers.count }
        element("GrpHdr") { writer in
            writer.id("MsgId", file.head.id)
            writer.moment("CreDtTm", file.head.createdAt)
            writer.totals(transfers, file.groups.lazy.flatMap(\.transfers))
            if file.head.initiator?.isNamed != true { writer.report(.partyMissing, "InitgPty") }
            writer.party("InitgPty", file.head.initiator)
        }
        if file.groups.isEmpty { report(.nothingToWrite, "PmtInf") }
        var ids: Set<String> = []
        for (place, group) in file.groups.enumerated() {
            self.group = place + 1
            if let id = group.id, !ids.insert(id).inserted { report(.idTwice, "PmtInfId", id) }
            element("PmtInf") { $0.group(group) }
        }
        group = 0
    }

    private mutating func group(_ group: PaymentGroup) {
        id("PmtInfId", group.id)
        choice("PmtMtd", group.method ?? "", of: ["TRF", "CHK", "TRA"])
        xml.element("BtchBookg", group.batchBooking)
        totals(group.transfers.count, group.transfers)
        type(group.type)
        day("ReqdExctnDt", group.requestedOn)
        if group.payer?.isNamed != true { report(.partyMissing, "Dbtr") }
        party("Dbtr", group.payer)
        if group.payer?.account == nil { report(.accountMissing, "DbtrAcct") }
        account("DbtrAcct", group.payer?.account)
        bank("DbtrAgt", group.payer?.bank, isNeeded: true)
        party("UltmtDbtr", group.ultimatePayer)
        choice("ChrgBr", group.chargeBearer, of: Self.bearers)
        if group.transfers.isEmpty { report(.nothingToWrite, "CdtTrfTxInf") }
        for (place, transfer) in group.transfers.enumerated() {
            self.transfer = place + 1
            element("CdtTrfTxInf") { $0.transfer(transfer, method: group.method) }
        }
        transfer = 0
    }

    /// `NbOfTxs`, and `CtrlSum` whatever the currencies.
    private mutating func totals(_ count: Int, _ transfers: some Sequence<PaymentTransfer>) {
        var sum: Int128 = 0
        for transfer in transfers {
            if let amount = transfer.amount { sum += Footing.scaled(amount) }
        }
        xml.element("NbOfTxs", count)
        let text = Footing.text(sum)
        guard text.utf8.count <= 19 else { return report(.sumTooLarge, "CtrlSum", text) }
        xml.element("CtrlSum", text)
    }

    mutating func moment(_ name: StaticString, _ date: PaymentDate?) {
        guard let date else { return report(.dateMissing, name) }
        guard let time = date.time else {
            return xml.element(name, "\(date.day)T00:00:00")
        }
        guard PaymentDate.isTime(time.utf8) else { return report(.codeWrong, name, time) }
        xml.element(name, date)
    }

    private mutating func day(_ name: StaticString, _ date: PaymentDate?) {
        guard let date else { return report(.dateMissing, name) }
        guard !isOld else {
            if date.time != nil { report(.leftOut, name, date.time) }
            return xml.element(name, date.day)
        }
        element(name) { writer in
            if date.time == nil {
                writer.xml.element("Dt", date.day)
            } else {
                writer.moment("DtTm", date)
            }
        }
    }

    mutating func type(_ type: PaymentType) {
        element("PmtTpInf") { writer in
            writer.choice("InstrPrty", type.priority, of: ["HIGH", "NORM"])
            writer.code("SvcLvl", type.serviceLevel)
            writer.code("LclInstrm", type.localInstrument, max: 35)
            writer.code("CtgyPurp", type.categoryPurpose)
        }
    }

    static let bearers: Set<String> = ["DEBT", "CRED", "SHAR", "SLEV"]
}
