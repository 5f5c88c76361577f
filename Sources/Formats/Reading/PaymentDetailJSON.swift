import Ledger

/// What `acquit read --json` prints of one payment.
extension JSONWriter {
    mutating func detail(_ detail: PaymentDetail) {
        object { json in
            json.member("amount", detail.amount)
            json.member("currency", detail.currency)
            json.member("endToEndId", detail.endToEndId)
            json.member("uetr", detail.uetr)
            json.member("bankReference", detail.bankReference)
            json.member("instructionId", detail.instructionId)
            json.member("transactionId", detail.transactionId)
            json.member("mandateId", detail.mandateId)
            json.member("clearingReference", detail.clearingReference)
            json.party("payer", detail.payer)
            json.party("payee", detail.payee)
            json.party("ultimatePayer", detail.ultimatePayer)
            json.party("ultimatePayee", detail.ultimatePayee)
            json.member("purpose", detail.purpose)
            json.list("remittance", detail.remittance) { $0.element($1) }
            json.references(detail.references)
            json.list("documents", detail.documents) { $0.document($1) }
            json.charges(detail.charges, total: detail.chargesTotal)
            json.amounts(detail.amounts)
            json.list("taxes", detail.taxes) { $0.tax($1) }
            json.availability(detail.availability)
            json.interest(detail.interest)
            json.member("returnReason", detail.returnReason)
            json.list("returnText", detail.returnText) { $0.element($1) }
            json.member("originalCode", detail.originalCode)
            json.member("checkNumber", detail.checkNumber)
            json.member("checkDate", detail.checkDate)
        }
    }

    mutating func party(_ key: StaticString, _ party: PaymentDetail.Party?) {
        guard let party else { return }
        object(key) { json in
            json.member("name", party.name)
            json.member("account", party.account)
            json.member("bank", party.bank)
            json.references(party.ids, "ids")
            json.references(party.bankIds, "bankIds")
        }
    }

    mutating func references(
        _ references: [PaymentDetail.Reference], _ key: StaticString = "references"
    ) {
        list(key, references) { json, reference in
            json.object { json in
                json.member("type", reference.type)
                json.member("value", reference.value)
            }
        }
    }

    private mutating func document(_ document: PaymentDetail.ReferredDocument) {
        object { json in
            json.member("type", document.type)
            json.member("number", document.number)
            json.member("amount", document.amount)
            json.member("date", document.date)
            json.member("due", document.due)
            json.member("discount", document.discount)
            json.member("creditNote", document.creditNote)
            json.member("tax", document.tax)
            json.list("adjustments", document.adjustments) { json, adjustment in
                json.object { json in
                    json.member("amount", adjustment.amount)
                    json.member("reason", adjustment.reason)
                    json.member("text", adjustment.text)
                }
            }
            json.member("text", document.text)
            json.list("lines", document.lines) { $0.document($1) }
        }
    }

    mutating func charges(_ charges: [PaymentDetail.Charge], total: Amount?) {
        list("charges", charges) { json, charge in
            json.object { json in
                json.member("amount", charge.amount)
                json.member("currency", charge.currency)
                json.member("bearer", charge.bearer)
                json.member("type", charge.type)
                json.member("included", charge.isIncluded)
                json.member("bank", charge.bank)
                json.member("tax", charge.tax)
            }
        }
        member("chargesTotal", total)
    }

    mutating func batch(_ batch: Batch) {
        object { json in
            json.member("id", batch.id)
            json.member("messageId", batch.messageId)
            json.member("count", batch.count)
            json.member("amount", batch.amount)
            json.member("currency", batch.currency)
        }
    }

    mutating func amounts(_ amounts: [AmountDetail]) {
        list("amounts", amounts) { json, detail in
            json.object { json in
                json.member("type", detail.type)
                json.member("amount", detail.amount)
                json.member("currency", detail.currency)
                guard let exchange = detail.exchange else { return }
                json.object("exchange") { json in
                    json.member("source", exchange.source)
                    json.member("target", exchange.target)
                    json.member("unit", exchange.unit)
                    json.member("rate", exchange.rate)
                    json.member("base", exchange.base)
                    json.member("contract", exchange.contract)
                    json.member("quotedOn", exchange.quotedOn)
                }
            }
        }
    }

    private mutating func tax(_ tax: Tax) {
        object { json in
            json.member("amount", tax.amount)
            json.member("currency", tax.currency)
            json.member("base", tax.base)
            json.member("reference", tax.reference)
            json.member("date", tax.date)
        }
    }

    mutating func availability(_ availability: [Availability]) {
        list("availability", availability) { json, part in
            json.object { json in
                json.member("amount", part.amount)
                json.member("currency", part.currency)
                json.member("date", part.date)
                json.member("days", part.days)
            }
        }
    }

    mutating func interest(_ interest: [Interest]) {
        list("interest", interest) { json, interest in
            json.object { json in
                json.member("amount", interest.amount)
                json.member("currency", interest.currency)
                json.member("type", interest.type)
                json.member("rate", interest.rate)
                json.member("from", interest.from)
                json.member("to", interest.to)
                json.member("reason", interest.reason)
                json.member("tax", interest.tax)
            }
        }
    }
}
