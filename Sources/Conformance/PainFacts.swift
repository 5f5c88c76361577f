import Formats

/// What a payment order and its twin in JSON both say, by the names of the tags, in the order of
/// the file.
struct PainFacts {
    private(set) var facts: [(field: String, value: String)] = []

    mutating func add(_ field: String, _ value: (some CustomStringConvertible)?) {
        facts.append((field, value?.description ?? ""))
    }

    init() {}

    init(_ order: PaymentOrderFile) {
        add("MsgId", order.head.id)
        add("CreDtTm", order.head.createdAt)
        add("NbOfTxs", order.head.count)
        add("CtrlSum", order.head.sum)
        add("InitgPty", order.head.initiator?.name)
        for group in order.groups {
            add("PmtInfId", group.id)
            add("PmtMtd", group.method)
            add("BtchBookg", group.batchBooking)
            add("NbOfTxs", group.count)
            add("CtrlSum", group.sum)
            add("ChrgBr", group.chargeBearer)
            add("InstrPrty", group.type.priority)
            add("SvcLvl", group.type.serviceLevel)
            add("LclInstrm", group.type.localInstrument)
            add("CtgyPurp", group.type.categoryPurpose)
            add("ReqdExctnDt", group.requestedOn)
            add("Dbtr", group.payer?.name)
            add("Dbtr/Town", group.payer?.address?.town)
            add("DbtrAcct", group.payer?.account?.number)
            addBank("DbtrAgt", group.payer)
            for transfer in group.transfers { addTransfer(transfer) }
        }
    }

    private mutating func addTransfer(_ transfer: PaymentTransfer) {
        add("InstrId", transfer.instructionId)
        add("EndToEndId", transfer.endToEndId)
        add("UETR", transfer.uetr)
        add("Amt", transfer.amount)
        add("Ccy", transfer.currency)
        addBank("CdtrAgt", transfer.payee)
        add("Cdtr", transfer.payee?.name)
        add("CdtrAcct", transfer.payee?.account?.number)
        add("Purp", transfer.purpose)
        add("ChqTp", transfer.check?.type)
        add("Ustrd", transfer.remittance.joined(separator: "|"))
        for block in transfer.structured {
            add("RefTp", block.reference?.type)
            add("Ref", block.reference?.value)
        }
    }

    private mutating func addBank(_ name: String, _ party: PaymentParty?) {
        add(name, party?.bank?.bic)
        add(name + "/MmbId", party?.bank?.clearingNumber)
    }
}
