/// The elements of a camt message that the reader looks at; everything else is passed over.
///
/// Several paths can mean the same element: `Sts` up to .06 and `Sts/Cd` since .07 are both
/// `entryStatus`. The order of the cases says whose they are: see ``owner``.
enum CamtElement: UInt8, XMLElement {
    case outside, ignored, inner
    // Of the message.
    case message, messageId, messageMadeAt, messagePage, messageIsLast
    // Of the statement.
    case statement, statementId, electronicSequence, legalSequence, page, isLast, from, to
    case statementMadeAt, statementText
    case account, accountProxy, accountCurrency, owner, accountBank, relatedAccount
    case balance, balanceCode, balanceAmount, balanceDirection, balanceDate
    case entriesCount, entriesSum, creditsCount, creditsSum, debitsCount, debitsSum
    case netSum, netDirection
    // Of the entry.
    case entry, entryReference, entryAmount, entryDirection, reversal, entryStatus
    case bookedOn, valueDate, bankReference, entryText
    case domain, family, subfamily, proprietaryCode
    case batch, batchId, batchMessageId, batchCount, batchAmount, batchDirection
    // Of an entry or the payment in it.
    case charges, chargesTotal
    case charge, chargeAmount, chargeDirection, chargeBearer, chargeType, chargeIncluded
    case chargeBank, chargeTax
    case instructed, transaction, countervalue, announced, proprietary
    case amountType, amountValue
    case exchange, exchangeSource, exchangeTarget, exchangeUnit, exchangeRate, exchangeBase
    case exchangeContract, exchangeQuotedOn
    case available, availableAmount, availableDirection, availableOn, availableDays
    case interests, interestTotal
    case interest, interestAmount, interestDirection, interestType, interestRate, interestFrom
    case interestTo, interestReason, interestTax
    // Of the payment in the entry.
    case detail, endToEndId, uetr, checkNumber, detailReference, instructionId, transactionId
    case mandateId, clearingReference
    case detailAmount, detailDirection, detailText, purpose
    case detailDomain, detailFamily, detailSubfamily, detailProprietaryCode
    case payer, payee, ultimatePayer, ultimatePayee
    case partyName, partyAccount, partyProxy, partyProxyType, partyBIC, partyLEI
    case partyId, partyIdScheme
    case bankBIC, bankClearing, bankLEI, bankName, bankId
    case returnReason, returnText
    case originalDomain, originalFamily, originalSubfamily, originalProprietaryCode
    case tax, taxAmount, taxBase, taxReference, taxDate
    // Of the remittance.
    case line, structured, referenceInfo, referenceType, reference, additionalLine
    case document, documentType, documentNumber, documentDate, blockDate
    case documentLine, lineType, lineNumber, lineDate, lineText
    case documentAmounts, remittedAmount, dueAmount, creditNoteAmount, discountAmount
    case documentTax
    case adjustment, adjustmentAmount, adjustmentDirection, adjustmentReason, adjustmentText
    case typedAmount, typedAmountCode, typedAmountValue

    /// Which part of the message the element belongs to.
    enum Owner { case message, statement, entry, part, detail, remittance }

    var owner: Owner {
        if rawValue >= CamtElement.line.rawValue { return .remittance }
        if rawValue >= CamtElement.detail.rawValue { return .detail }
        if rawValue >= CamtElement.charges.rawValue { return .part }
        if rawValue >= CamtElement.entry.rawValue { return .entry }
        return rawValue >= CamtElement.statement.rawValue ? .statement : .message
    }

    var traits: XMLTree.Traits {
        switch self {
        case .ignored, .inner: []
        case .outside: .root
        case .message: [.root, .group]
        case .statement, .balance, .entry, .batch, .charges, .charge, .instructed, .transaction,
            .countervalue, .announced, .proprietary, .exchange, .available, .interests, .interest,
            .detail, .payer, .payee, .ultimatePayer, .ultimatePayee, .tax, .structured,
            .referenceInfo, .document, .documentLine, .documentAmounts, .adjustment, .typedAmount:
            .group
        case .balanceAmount, .entryAmount, .batchAmount, .chargesTotal, .chargeAmount,
            .amountValue, .availableAmount, .interestTotal, .interestAmount, .detailAmount,
            .taxAmount:
            [.leaf, .amount]
        default: .leaf
        }
    }
}
