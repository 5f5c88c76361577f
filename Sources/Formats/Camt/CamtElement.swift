/// The elements of a camt message that the reader looks at; everything else is passed over.
///
/// Several paths can mean the same element: `Sts` up to .03 and `Sts/Cd` since .04 are both
/// `entryStatus`.
enum CamtElement: UInt8, XMLElement {
    case outside, ignored, inner
    case message, page, lastPage
    // Of the statement.
    case statement, statementId, electronicSequence, legalSequence, from, to
    case account, accountCurrency
    case balance, balanceCode, balanceAmount, balanceDirection, balanceDate
    case entriesCount, entriesSum, creditsCount, creditsSum, debitsCount, debitsSum
    // Of the entry.
    case entry, entryReference, entryAmount, entryDirection, reversal, entryStatus
    case bookedOn, valueDate, bankReference, entryText, batchReference
    case domain, family, subfamily, proprietaryCode
    // Of the payment in the entry.
    case detail, endToEndId, uetr, checkNumber
    case detailAmount, transactionAmount, detailDirection, detailText
    case detailDomain, detailFamily, detailSubfamily, detailProprietaryCode
    case payerName, payerAccount, payerBank, ultimatePayerName
    case payeeName, payeeAccount, payeeBank
    case returnReason
    case charge, chargeAmount, chargeDirection, chargeBearer
    // Of the remittance.
    case line, structured, referenceInfo, referenceType, reference, document, documentType
    case documentNumber
    case remittedAmount, dueAmount, creditNoteAmount
    case typedAmount, typedAmountCode, typedAmountValue, additionalLine

    var traits: XMLTree.Traits {
        switch self {
        case .ignored, .inner: []
        case .outside: .root
        case .message: [.root, .group]
        case .statement, .balance, .entry, .detail, .charge, .structured, .referenceInfo,
            .document, .typedAmount:
            .group
        case .balanceAmount, .entryAmount, .detailAmount, .transactionAmount, .chargeAmount:
            [.leaf, .amount]
        default: .leaf
        }
    }
}
