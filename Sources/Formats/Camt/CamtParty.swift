/// The party being read: payer, payee, or whom they stand for.
struct CamtParty {
    var party: PaymentDetail.Party?
    private var proxy: String?
    private var proxyType: String?
    /// How many numbers and other names there have been.
    private(set) var added = 0

    /// The first name, account and bank that the file gives hold.
    mutating func take(_ element: CamtElement, _ text: XMLText) {
        if party == nil { party = PaymentDetail.Party() }
        switch element {
        case .partyName: if party?.name == nil { party?.name = text.string }
        case .partyAccount: if party?.account == nil { party?.account = text.string }
        case .partyProxy: proxy = text.string
        case .partyProxyType: proxyType = text.string
        case .partyLEI: add("LEI", text)
        case .partyBIC: add("BIC", text)
        case .partyId: add(nil, text)
        case .partyIdScheme:
            if let last = party?.ids.indices.last, party?.ids[last].type == nil {
                party?.ids[last].type = text.string
            }
        case .bankBIC: bank("BIC", text)
        case .bankClearing: bank("clearing", text)
        case .bankLEI: bank("LEI", text)
        case .bankName: bank("name", text)
        default: bank("id", text)
        }
    }

    /// At the end of an account: what stands for its number is known, and of which kind it is.
    mutating func settle() {
        guard let value = proxy else { return }
        if party == nil { party = PaymentDetail.Party() }
        if party?.account == nil { party?.account = value }
        party?.ids.append(PaymentDetail.Reference(type: proxyType, value: value))
        (proxy, proxyType) = (nil, nil)
    }

    private mutating func add(_ type: String?, _ text: XMLText) {
        guard let value = text.string else { return }
        added += 1
        party?.ids.append(PaymentDetail.Reference(type: type, value: value))
    }

    private mutating func bank(_ type: String, _ text: XMLText) {
        guard let value = text.string else { return }
        guard let first = party?.bank else {
            party?.bank = value
            return
        }
        let reference = PaymentDetail.Reference(type: type, value: value)
        added += 1
        if first != value, party?.bankIds.last != reference {
            party?.bankIds.append(reference)
        }
    }
}
