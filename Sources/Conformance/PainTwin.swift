/// The twin of a payment order: its tags as keys of JSON.
extension PainFacts {
    private typealias Object = [String: Any]

    init(twin: Any) {
        self.init()
        let document = Self.at(twin as? Object ?? [:], "Document", "CstmrCdtTrfInitn")
        let head = Self.at(document, "GrpHdr")
        for name in ["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum"] { add(name, in: head, name) }
        add("InitgPty", in: head, "InitgPty", "Nm")
        for group in document["PmtInf"] as? [Object] ?? [] {
            for name in ["PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "ChrgBr"] {
                add(name, in: group, name)
            }
            let type = Self.at(group, "PmtTpInf")
            add("InstrPrty", in: type, "InstrPrty")
            // A list since .09.
            let levels = type["SvcLvl"] as? [Object]
            add("SvcLvl", in: levels?.first ?? Self.at(type, "SvcLvl"), "Cd|Prtry")
            add("LclInstrm", in: type, "LclInstrm", "Cd|Prtry")
            add("CtgyPurp", in: type, "CtgyPurp", "Cd|Prtry")
            let day = group["ReqdExctnDt"]
            add("ReqdExctnDt", day as? String ?? Self.text(day, "Dt|DtTm"))
            add("Dbtr", in: group, "Dbtr", "Nm")
            add("Dbtr/Town", in: group, "Dbtr", "PstlAdr", "TwnNm")
            addAccount("DbtrAcct", in: group)
            addBank("DbtrAgt", in: group)
            for transfer in group["CdtTrfTxInf"] as? [Object] ?? [] { addTransfer(transfer) }
        }
    }

    private mutating func addTransfer(_ transfer: Object) {
        for name in ["InstrId", "EndToEndId", "UETR"] { add(name, in: transfer, "PmtId", name) }
        add("Amt", in: transfer, "Amt", "InstdAmt", "amt")
        add("Ccy", in: transfer, "Amt", "InstdAmt", "Ccy")
        addBank("CdtrAgt", in: transfer)
        add("Cdtr", in: transfer, "Cdtr", "Nm")
        addAccount("CdtrAcct", in: transfer)
        add("Purp", in: transfer, "Purp", "Cd|Prtry")
        add("ChqTp", in: transfer, "ChqInstr", "ChqTp")
        let remittance = Self.at(transfer, "RmtInf")
        add("Ustrd", (remittance["Ustrd"] as? [String] ?? []).joined(separator: "|"))
        for block in remittance["Strd"] as? [Object] ?? [] {
            add("RefTp", in: block, "CdtrRefInf", "Tp", "CdOrPrtry", "Cd|Prtry")
            add("Ref", in: block, "CdtrRefInf", "Ref")
        }
    }

    private mutating func addAccount(_ name: String, in parent: Object) {
        let id = Self.at(parent, name, "Id")
        add(name, Self.text(id, "IBAN") ?? Self.text(Self.at(id, "Othr"), "Id"))
    }

    private mutating func addBank(_ name: String, in parent: Object) {
        let bank = Self.at(parent, name, "FinInstnId")
        add(name, in: bank, "BIC|BICFI")
        add(name + "/MmbId", in: bank, "ClrSysMmbId", "MmbId")
    }

    private mutating func add(_ name: String, in parent: Object, _ path: String...) {
        let last = path.dropLast().reduce(parent) { Self.at($0, $1) }
        add(name, Self.text(last, path.last ?? ""))
    }

    private static func at(_ parent: Object, _ path: String...) -> Object {
        path.reduce(parent) { $0[$1] as? Object ?? [:] }
    }

    /// The value of the first of the names that has one.
    private static func text(_ parent: Any?, _ names: String) -> String? {
        let object = parent as? Object
        return names.split(separator: "|").lazy.compactMap { object?[String($0)] as? String }.first
    }
}
