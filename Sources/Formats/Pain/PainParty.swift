import Ledger

/// The party, account or bank being read; each begins anew in its own element.
struct PainParty {
    var party = PaymentParty()
    var account: PaymentAccount?
    var accountScheme: PaymentCode?
    var accountCurrency: Currency?
    var bank = PaymentBank()
    /// Whether the identification being read is the first, which is kept.
    var isFirst = true

    mutating func openIdentification() { isFirst = party.identification == nil }
}

extension PaymentParty {
    /// Whether anything says who it is.
    var isNamed: Bool { name != nil || address != nil || identification != nil }
}

extension PainDocument {
    mutating func openParty(_ role: PainElement) {
        party = PainParty()
        switch role {
        case .payerBank, .payeeBank:
            if transfer.isOpen { transfer.hasBank = true } else { group.hasBank = true }
        default: break
        }
    }

    mutating func takeParty(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .name: party.party.name = text.string
        case .organisationId: identify(.organisation, text)
        case .personId: identify(.person, text)
        case .lei: identify(.lei, text)
        case .anyBIC: identify(.bic, text)
        case .identificationScheme:
            let scheme = code(text)
            if party.isFirst { party.party.identification?.scheme = scheme }
        default:
            var address = party.party.address.take() ?? PostalAddress()
            takeAddress(element, text, &address)
            party.party.address = address
        }
    }

    private func takeAddress(
        _ element: PainElement, _ text: XMLText, _ address: inout PostalAddress
    ) {
        switch element {
        case .street: address.street = text.string
        case .building: address.building = text.string
        case .postCode: address.postCode = text.string
        case .town: address.town = text.string
        case .subdivision: address.subdivision = text.string
        case .country: address.country = text.string
        default:
            // The schemas have no more.
            guard address.lines.count < 7, let line = text.line else { return }
            address.lines.append(line)
        }
    }

    /// The first holds: a LEI stands before other numbers.
    private mutating func identify(_ kind: PartyIdentification.Kind, _ text: XMLText) {
        guard party.party.identification == nil, let value = text.string else { return }
        party.party.identification = PartyIdentification(kind, value)
    }

    mutating func takeAccount(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .accountNumber:
            guard let number = text.string else { return }
            if walk.isAt("IBAN") {
                party.account = PaymentAccount(iban: number)
                if !IBANCheck.holds(text.bytes) { report(.ibanWrong, value: number) }
            } else {
                party.account = PaymentAccount(number: number)
            }
        case .accountScheme: party.accountScheme = code(text)
        default: party.accountCurrency = Currency(utf8: text.bytes)
        }
    }

    mutating func takeBank(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .bic: party.bank.bic = text.string
        case .clearingSystem: party.bank.clearingSystem = code(text)
        case .clearingNumber: party.bank.clearingNumber = text.string
        case .bankName: party.bank.name = text.string
        default: if !text.is("NOTPROVIDED") { party.bank.other = text.string }
        }
    }

    mutating func closeParty(_ role: PainElement) {
        if role == .initiator {
            guard !order.announced else { return report(.elementLate) }
            return order.document.initiator = party.party
        }
        if !transfer.isOpen, group.announced { return report(.elementLate) }
        party.account?.scheme = party.accountScheme
        party.account?.currency = party.accountCurrency
        let draft = party
        let isInTransfer = transfer.isOpen
        func put(_ ofTransfer: inout PaymentParty?, _ ofGroup: inout PaymentParty?) {
            if isInTransfer { draft.put(role, &ofTransfer) } else { draft.put(role, &ofGroup) }
        }
        switch role {
        case .payer, .payerAccount, .payerBank:
            put(&transfer.document.payer, &group.document.payer)
        case .payee, .payeeAccount, .payeeBank:
            put(&transfer.document.payee, &group.document.payee)
        case .ultimatePayer:
            put(&transfer.document.ultimatePayer, &group.document.ultimatePayer)
        default: put(&transfer.document.ultimatePayee, &group.document.ultimatePayee)
        }
    }
}

extension PainParty {
    /// What was read, to where it belongs; nothing where there was nothing.
    fileprivate func put(_ role: PainElement, _ target: inout PaymentParty?) {
        var known = target.take() ?? PaymentParty()
        switch role {
        case .payerAccount, .payeeAccount: known.account = account
        case .payerBank, .payeeBank: known.bank = bank == PaymentBank() ? nil : bank
        default:
            known.name = party.name
            known.address = party.address
            known.identification = party.identification
        }
        if known != PaymentParty() { target = known }
    }
}
