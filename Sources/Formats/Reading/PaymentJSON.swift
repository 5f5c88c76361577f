import Ledger

/// What `acquit read --json` prints of one file of payment orders, or of the answers to one: the
/// array `payments` of interfaces.md, with the names of its `details`.
///
/// `kind` is `pay`, `collect` or `status`.
public func readJSON(_ parsed: Parsed<PaymentFile>, file name: String) -> [UInt8] {
    let file = parsed.document
    return readJSON(of: name, format: file.format, parsed.findings) { json in
        json.array("payments", [file]) { json, file in
            if let order = file.order {
                let collects = file.format.utf8.starts(with: "pain.008".utf8)
                json.order(order, kind: collects ? "collect" : "pay")
            } else if let status = file.status {
                json.status(status)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func order(_ file: PaymentOrderFile, kind: String) {
        object { json in
            json.member("kind", kind)
            json.member("id", file.head.id)
            json.member("createdAt", file.head.createdAt)
            json.party("initiator", file.head.initiator)
            json.member("count", file.head.count)
            json.member("sum", file.head.sum)
            json.array("groups", file.groups) { $0.group($1) }
        }
    }

    private mutating func group(_ group: PaymentGroup) {
        object { json in
            json.member("id", group.id)
            json.member("method", group.method)
            if let batch = group.batchBooking { json.member("batchBooking", batch) }
            json.member("count", group.count)
            json.member("sum", group.sum)
            json.type(group.type)
            json.member("requestedOn", group.requestedOn)
            json.party("payer", group.payer)
            json.party("payee", group.payee)
            json.party("ultimatePayer", group.ultimatePayer)
            json.party("ultimatePayee", group.ultimatePayee)
            json.member("chargeBearer", group.chargeBearer)
            json.member("creditorId", group.creditorId)
            json.array("transfers", group.transfers) { $0.transfer($1) }
        }
    }

    private mutating func transfer(_ transfer: PaymentTransfer) {
        object { json in
            json.member("amount", transfer.amount)
            json.member("currency", transfer.currency)
            json.member("transferCurrency", transfer.transferCurrency)
            json.member("instructionId", transfer.instructionId)
            json.member("endToEndId", transfer.endToEndId)
            json.member("uetr", transfer.uetr)
            json.type(transfer.type)
            json.member("chargeBearer", transfer.chargeBearer)
            json.party("payer", transfer.payer)
            json.party("payee", transfer.payee)
            json.party("ultimatePayer", transfer.ultimatePayer)
            json.party("ultimatePayee", transfer.ultimatePayee)
            json.member("purpose", transfer.purpose)
            json.list("remittance", transfer.remittance + transfer.structured.flatMap(\.lines)) {
                $0.element($1)
            }
            json.references(transfer.structured.compactMap(\.reference))
            json.documents(transfer.structured)
            json.member("mandate", transfer.mandate?.id)
            json.member("mandateSignedOn", transfer.mandate?.signedOn)
            json.member("checkNumber", transfer.check?.number)
            json.check(transfer.check)
        }
    }

    private mutating func type(_ type: PaymentType) {
        member("priority", type.priority)
        member("serviceLevel", type.serviceLevel)
        member("localInstrument", type.localInstrument)
        member("sequence", type.sequence)
        member("categoryPurpose", type.categoryPurpose)
    }

    private mutating func party(_ key: StaticString, _ party: PaymentParty?) {
        guard let party else { return }
        object(key) { json in
            json.member("name", party.name)
            json.member("account", party.account?.number)
            json.member("bank", party.bank?.text)
            json.member("identification", party.identification?.value)
            json.member("country", party.address?.country)
        }
    }

    private mutating func check(_ check: CheckInstruction?) {
        guard let check else { return }
        object("check") { json in
            json.member("type", check.type)
            json.member("delivery", check.delivery)
            json.list("memo", check.memo) { $0.element($1) }
        }
    }

    /// Each document; the amount of a block with the only document in it, or alone.
    private mutating func documents(_ blocks: [StructuredRemittance]) {
        let blocks = blocks.filter { !$0.documents.isEmpty || $0.amount != nil }
        guard !blocks.isEmpty else { return }
        array("documents", blocks) { json, block in
            let documents = block.documents.isEmpty ? [RemittanceDocument()] : block.documents
            for document in documents {
                json.object { json in
                    json.member("type", document.type)
                    json.member("number", document.number)
                    json.member("date", document.date)
                    if documents.count == 1 { json.member("amount", block.amount?.amount) }
                }
            }
        }
    }

    fileprivate mutating func status(_ file: PaymentStatusFile) {
        object { json in
            json.member("kind", "status")
            json.member("id", file.head.id)
            json.member("createdAt", file.head.createdAt)
            json.answered(file.head.originalId, file.head.originalCount, file.head.originalSum)
            json.member("originalMessage", file.head.originalMessage)
            json.answer(file.head.status, file.head.reasons)
            json.array("groups", file.groups) { json, group in
                json.object { json in
                    json.answered(group.originalId, group.originalCount, group.originalSum)
                    json.answer(group.status, group.reasons)
                    json.array("transfers", group.transfers) { $0.transfer($1) }
                }
            }
        }
    }

    private mutating func transfer(_ transfer: TransferStatus) {
        object { json in
            json.member("amount", transfer.amount)
            json.member("currency", transfer.currency)
            json.member("id", transfer.id)
            json.member("instructionId", transfer.instructionId)
            json.member("endToEndId", transfer.endToEndId)
            json.member("uetr", transfer.uetr)
            json.answer(transfer.status, transfer.reasons)
            json.member("acceptedAt", transfer.acceptedAt)
            json.member("bankReference", transfer.bankReference)
        }
    }

    private mutating func answered(_ id: String?, _ count: Int?, _ sum: Amount?) {
        member("originalId", id)
        member("originalCount", count)
        member("originalSum", sum)
    }

    private mutating func answer(_ status: String?, _ reasons: [StatusReason]) {
        member("status", status)
        list("reasons", reasons) { json, reason in
            json.object { json in
                json.member("code", reason.code)
                json.member("originator", reason.originator)
                json.list("text", reason.lines) { $0.element($1) }
            }
        }
    }
}
