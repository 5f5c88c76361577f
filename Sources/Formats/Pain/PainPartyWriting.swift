/// Who pays and is paid, with account and bank.
extension PainWriter {
    mutating func party(_ name: StaticString, _ party: PaymentParty?) {
        guard let party else { return }
        element(name) { writer in
            writer.text("Nm", party.name, max: min(writer.writing.nameLength, 140))
            if let address = party.address { writer.element("PstlAdr") { $0.address(address) } }
            if let identification = party.identification { writer.identify(identification) }
        }
    }

    private mutating func address(_ address: PostalAddress) {
        text("StrtNm", address.street, max: 70)
        text("BldgNb", address.building, max: 16)
        text("PstCd", address.postCode, max: 16)
        text("TwnNm", address.town, max: 35)
        text("CtrySubDvsn", address.subdivision, max: 35)
        pattern("Ctry", address.country) { PainPatterns.isCountry($0) }
        texts("AdrLine", address.lines, max: 70, most: 7)
    }

    private mutating func identify(_ identification: PartyIdentification) {
        if isOld, identification.kind == .lei {
            return report(.leftOut, "LEI", identification.value)
        }
        element("Id") { writer in
            writer.element(identification.kind == .person ? "PrvtId" : "OrgId") { writer in
                switch identification.kind {
                case .lei: writer.pattern("LEI", identification.value) { PainPatterns.isLEI($0) }
                case .bic:
                    let isOld = writer.isOld
                    writer.pattern(isOld ? "BICOrBEI" : "AnyBIC", identification.value) {
                        PainPatterns.isBIC($0, old: isOld)
                    }
                case .organisation, .person:
                    writer.element("Othr") { writer in
                        writer.id("Id", identification.value)
                        writer.code("SchmeNm", identification.scheme)
                    }
                }
            }
        }
    }

    mutating func account(_ name: StaticString, _ account: PaymentAccount?) {
        guard let account else { return }
        element(name) { writer in
            writer.element("Id") { writer in
                if account.isIBAN {
                    guard IBANCheck.holds(account.number.utf8) else {
                        return writer.report(.ibanWrong, "IBAN", account.number)
                    }
                    writer.xml.element("IBAN", account.number)
                } else {
                    writer.element("Othr") { writer in
                        writer.id("Id", account.number, max: 34)
                        writer.code("SchmeNm", account.scheme)
                    }
                }
            }
            writer.xml.element("Ccy", account.currency)
        }
    }

    /// A bank that must be named, and is not known, is `NOTPROVIDED` (EPC132-08).
    mutating func bank(_ name: StaticString, _ bank: PaymentBank?, isNeeded: Bool = false) {
        let bank = bank.flatMap { $0 == PaymentBank() ? nil : $0 }
        guard bank != nil || isNeeded else { return }
        element(name) { writer in
            writer.element("FinInstnId") { writer in
                let isOld = writer.isOld
                writer.pattern(isOld ? "BIC" : "BICFI", bank?.bic) {
                    PainPatterns.isBIC($0, old: isOld)
                }
                writer.clearing(bank)
                writer.text("Nm", bank?.name, max: 140)
                let other = bank == nil ? "NOTPROVIDED" : bank?.other
                writer.element("Othr") { $0.id("Id", other, isNeeded: false) }
            }
        }
    }

    private mutating func clearing(_ bank: PaymentBank?) {
        guard bank?.clearingSystem != nil || bank?.clearingNumber != nil else { return }
        element("ClrSysMmbId") { writer in
            writer.code("ClrSysId", bank?.clearingSystem, max: 5)
            writer.id("MmbId", bank?.clearingNumber)
        }
    }
}
