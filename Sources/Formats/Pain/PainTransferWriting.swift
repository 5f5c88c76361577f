import Ledger

/// One transfer of an order, and what it is for.
extension PainWriter {
    mutating func transfer(_ transfer: PaymentTransfer, method: String?) {
        element("PmtId") { writer in
            writer.id("InstrId", transfer.instructionId, isNeeded: false)
            writer.id("EndToEndId", transfer.endToEndId ?? "NOTPROVIDED")
            if writer.isOld {
                if let uetr = transfer.uetr { writer.report(.leftOut, "UETR", uetr) }
            } else {
                writer.pattern("UETR", transfer.uetr) { PainPatterns.isUETR($0) }
            }
        }
        type(transfer.type)
        element("Amt") { $0.amount(transfer) }
        choice("ChrgBr", transfer.chargeBearer, of: Self.bearers)
        if let check = transfer.check { element("ChqInstr") { $0.check(check) } }
        party("UltmtDbtr", transfer.ultimatePayer)
        bank("CdtrAgt", transfer.payee?.bank)
        if transfer.payee?.name == nil { report(.partyMissing, "Cdtr") }
        party("Cdtr", transfer.payee)
        if transfer.payee?.account == nil, method != "CHK" { report(.accountMissing, "CdtrAcct") }
        account("CdtrAcct", transfer.payee?.account)
        party("UltmtCdtr", transfer.ultimatePayee)
        code("Purp", transfer.purpose)
        element("RmtInf") { writer in
            writer.texts("Ustrd", transfer.remittance, max: 140)
            for block in transfer.structured {
                writer.element("Strd") { $0.structured(block) }
            }
        }
    }

    private mutating func amount(_ transfer: PaymentTransfer) {
        guard let other = transfer.transferCurrency else {
            return amount("InstdAmt", transfer.amount, transfer.currency)
        }
        element("EqvtAmt") { writer in
            writer.amount("Amt", transfer.amount, transfer.currency)
            writer.xml.element("CcyOfTrf", other)
        }
    }

    private mutating func amount(_ name: StaticString, _ amount: Amount?, _ currency: Currency?) {
        guard let currency else { return report(.currencyMissing, name, amount) }
        guard let amount, amount.units > 0 else {
            return report(.amountNotPositive, name, amount)
        }
        guard let money = amount.money(currency) else {
            return report(.amountBeyondCurrency, name, amount)
        }
        xml.amount(name, Amount(money), currency)
    }

    private mutating func check(_ check: CheckInstruction) {
        choice("ChqTp", check.type, of: Self.checks)
        id("ChqNb", check.number, isNeeded: false)
        if let delivery = check.delivery, !delivery.isProprietary,
            !Self.deliveries.contains(delivery.value)
        {
            report(.codeWrong, "DlvryMtd", delivery)
        }
        code("DlvryMtd", check.delivery)
        texts("MemoFld", check.memo, max: 35, most: 2)
    }

    private mutating func structured(_ block: StructuredRemittance) {
        for document in block.documents {
            element("RfrdDocInf") { writer in
                writer.listed(
                    "Tp", document.type, in: writer.isOld ? Self.oldDocuments : Self.documents)
                writer.id("Nb", document.number, isNeeded: false)
                writer.xml.element("RltdDt", document.date)
            }
        }
        element("RfrdDocAmt") { writer in
            writer.remitted("DuePyblAmt", block.due)
            writer.remitted("CdtNoteAmt", block.creditNote)
            writer.remitted("RmtdAmt", block.remitted)
        }
        element("CdtrRefInf") { writer in
            writer.listed("Tp", block.reference?.type, in: Self.references)
            writer.id("Ref", block.reference?.value, isNeeded: block.reference != nil)
        }
        texts("AddtlRmtInf", block.lines, max: 140, most: 3)
    }

    /// `Cd` where the schema lists it, else `Prtry`.
    private mutating func listed(_ name: StaticString, _ type: String?, in codes: Set<String>) {
        guard let type else { return }
        element(name) {
            $0.code("CdOrPrtry", PaymentCode(type, isProprietary: !codes.contains(type)))
        }
    }

    private mutating func remitted(_ name: StaticString, _ amount: RemittanceAmount?) {
        guard let amount else { return }
        guard let currency = amount.currency else {
            return report(.currencyMissing, name, amount.amount)
        }
        guard amount.amount.units >= 0 else {
            return report(.amountNotPositive, name, amount.amount)
        }
        guard let money = amount.amount.money(currency) else {
            return report(.amountBeyondCurrency, name, amount.amount)
        }
        xml.amount(name, Amount(money), currency)
    }

    private static let checks: Set<String> = ["CCHQ", "CCCH", "BCHQ", "DRFT", "ELDR"]
    private static let deliveries: Set<String> = [
        "MLDB", "MLCD", "MLFA", "CRDB", "CRCD", "CRFA", "PUDB", "PUCD", "PUFA", "RGDB", "RGCD",
        "RGFA",
    ]
    private static let references: Set<String> = ["RADM", "RPIN", "FXDR", "DISP", "PUOR", "SCOR"]
    private static let oldDocuments: Set<String> = [
        "MSIN", "CNFA", "DNFA", "CINV", "CREN", "DEBN", "HIRI", "SBIN", "CMCN", "SOAC", "DISP",
        "BOLD", "VCHR", "AROI", "TSUT",
    ]
    private static let documents = oldDocuments.union(["PUOR"])
}
