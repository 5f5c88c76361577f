/// The elements of a payment message that the reader looks at; everything else is passed over.
///
/// A party is one set of elements, whoever it is: what stands around it says the role.
enum PainElement: UInt8, XMLElement {
    case outside, ignored, inner
    case message
    // Of the order.
    case messageId, createdAt, count, sum
    // Of the group.
    case group, groupId, method, batchBooking, groupCount, groupSum, requestedOn, creditorId
    // Of group or transfer.
    case priority, serviceLevel, localInstrument, sequence, categoryPurpose, chargeBearer
    // Roles.
    case initiator, payer, payee, ultimatePayer, ultimatePayee
    case payerAccount, payeeAccount, payerBank, payeeBank
    // Of a party, its account and its bank.
    case name, street, building, postCode, town, subdivision, country, addressLine
    case identification, organisationId, personId, lei, anyBIC, identificationScheme
    case accountNumber, accountScheme, accountCurrency
    case bic, clearingSystem, clearingNumber, bankName, bankOther
    // Of the transfer.
    case transfer, instructionId, endToEndId, uetr
    case amount, equivalentAmount, transferCurrency
    case checkType, checkNumber, checkDelivery, checkMemo
    case mandateId, signedOn, purpose
    // Of the remittance.
    case line, structured, document, documentType, documentNumber, documentDate
    case due, creditNote, remitted, typedAmount, typedCode, typedValue
    case referenceInfo, referenceType, reference, additionalLine
    // Of the answer.
    case originalId, originalMessage, originalCount, originalSum, status
    case groupStatus, originalGroupId, transferStatus, statusId
    case reason, originator, reasonCode, reasonLine
    case acceptedAt, bankReference, repeatedAmount

    var traits: XMLTree.Traits {
        switch self {
        case .ignored, .inner: []
        case .outside: .root
        case .message: [.root, .group]
        case .group, .initiator, .payer, .payee, .ultimatePayer, .ultimatePayee, .payerAccount,
            .payeeAccount, .payerBank, .payeeBank, .identification, .transfer, .structured,
            .document, .typedAmount, .referenceInfo, .groupStatus, .transferStatus, .reason:
            .group
        case .amount, .equivalentAmount, .due, .creditNote, .remitted, .typedValue,
            .repeatedAmount:
            [.leaf, .amount]
        default: .leaf
        }
    }
}
