import Ledger

/// Writes answers to orders as pain.002.001.03 or pain.002.001.10, elements in the order of the
/// schema.
public struct PaymentStatusWriter: Sendable {
    public enum Version: String, CaseIterable, Sendable {
        case v03 = "pain.002.001.03"
        case v10 = "pain.002.001.10"
    }

    public let version: Version
    public let writing: PaymentWriting

    public init(_ version: Version = .v10, writing: PaymentWriting = PaymentWriting()) {
        self.version = version
        self.writing = writing
    }

    public func write(_ file: PaymentStatusFile) -> WrittenPayments {
        var writer = PainWriter(writing, isOld: version == .v03)
        writer.document(version.rawValue, "CstmrPmtStsRpt") { $0.answer(file) }
        return writer.finish()
    }
}

extension PainWriter {
    fileprivate mutating func answer(_ file: PaymentStatusFile) {
        let head = file.head
        element("GrpHdr") { writer in
            writer.id("MsgId", head.id)
            writer.moment("CreDtTm", head.createdAt)
        }
        element("OrgnlGrpInfAndSts") { writer in
            writer.id("OrgnlMsgId", head.originalId)
            writer.id("OrgnlMsgNmId", head.originalMessage)
            writer.originalTotals(head.originalCount, head.originalSum)
            writer.status("GrpSts", head.status, of: Self.groupStatuses)
            writer.reasons(head.reasons)
        }
        for (place, group) in file.groups.enumerated() {
            self.group = place + 1
            element("OrgnlPmtInfAndSts") { $0.group(group) }
        }
        group = 0
    }

    private mutating func group(_ group: GroupStatus) {
        id("OrgnlPmtInfId", group.originalId)
        originalTotals(group.originalCount, group.originalSum)
        status("PmtInfSts", group.status, of: Self.groupStatuses)
        reasons(group.reasons)
        for (place, transfer) in group.transfers.enumerated() {
            self.transfer = place + 1
            element("TxInfAndSts") { $0.transfer(transfer) }
        }
        transfer = 0
    }

    private mutating func transfer(_ transfer: TransferStatus) {
        id("StsId", transfer.id, isNeeded: false)
        id("OrgnlInstrId", transfer.instructionId, isNeeded: false)
        id("OrgnlEndToEndId", transfer.endToEndId ?? "NOTPROVIDED")
        if isOld {
            if let uetr = transfer.uetr { report(.leftOut, "OrgnlUETR", uetr) }
        } else {
            pattern("OrgnlUETR", transfer.uetr) { PainPatterns.isUETR($0) }
        }
        status("TxSts", transfer.status, of: Self.transferStatuses)
        reasons(transfer.reasons)
        if let accepted = transfer.acceptedAt { moment("AccptncDtTm", accepted) }
        id("AcctSvcrRef", transfer.bankReference, isNeeded: false)
        guard let amount = transfer.amount else { return }
        guard let currency = transfer.currency else {
            return report(.currencyMissing, "OrgnlTxRef", amount)
        }
        guard let money = amount.money(currency) else {
            return report(.amountBeyondCurrency, "OrgnlTxRef", amount)
        }
        guard amount.units > 0 else { return report(.amountNotPositive, "OrgnlTxRef", amount) }
        element("OrgnlTxRef") { writer in
            writer.element("Amt") { $0.xml.amount("InstdAmt", Amount(money), currency) }
        }
    }

    private mutating func originalTotals(_ count: Int?, _ sum: Amount?) {
        if let count, count < 0 { report(.codeWrong, "OrgnlNbOfTxs", count) }
        xml.element("OrgnlNbOfTxs", count)
        xml.element("OrgnlCtrlSum", sum)
    }

    /// A closed list in .03; four signs of an external list later.
    private mutating func status(_ name: StaticString, _ value: String?, of words: Set<String>) {
        guard !isOld else { return choice(name, value, of: words) }
        pattern(name, value) { value in
            (1...4).contains(value.count) && value.allSatisfy(\.isCapital)
        }
    }

    private mutating func reasons(_ reasons: [StatusReason]) {
        for reason in reasons {
            element("StsRsnInf") { writer in
                writer.originator(reason.originator)
                writer.code("Rsn", reason.code)
                writer.texts("AddtlInf", reason.lines, max: 105)
            }
        }
    }

    /// A BIC as such, another as a name.
    private mutating func originator(_ value: String?) {
        guard let value else { return }
        let isBIC = PainPatterns.isBIC(value.utf8, old: isOld)
        party(
            "Orgtr",
            PaymentParty(
                name: isBIC ? nil : value, identification: isBIC ? .init(.bic, value) : nil))
    }

    private static let transferStatuses: Set<String> = [
        "ACTC", "RJCT", "PDNG", "ACCP", "ACSP", "ACSC", "ACWC",
    ]
    private static let groupStatuses = transferStatuses.union(["RCVD", "PART"])
}
