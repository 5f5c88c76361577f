/// The words around a number that say what it is.
enum Words {
    enum Meaning { case invoice, notOurs, phone, and, upTo, currency }

    static func meaning(_ letters: ArraySlice<UInt8>) -> Meaning? {
        letters.count <= 15 ? meanings[Hash.of(letters)] : nil
    }

    static func isNeutral(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.elementsEqual("NO".utf8) || letters.elementsEqual("NR".utf8)
            || letters.elementsEqual("NUMBER".utf8)
    }

    /// What the Chinese text that ends at `end` says of the number behind it.
    static func localMeaning(_ text: [UInt8], before end: Int) -> Meaning? {
        let before = text[max(0, end - 24)..<end]
        guard let last = before.last, last >= 0x80 else { return nil }
        for (word, meaning) in local where before.count >= word.count {
            if before.suffix(word.count).elementsEqual(word) { return meaning }
        }
        return nil
    }

    static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        place(of: word, in: text) != nil
    }

    /// Where the word begins first.
    static func place(of word: [UInt8], in text: [UInt8]) -> Int? {
        guard let first = word.first, text.count >= word.count else { return nil }
        for start in 0...(text.count - word.count) where text[start] == first {
            if text[start..<start + word.count].elementsEqual(word) { return start }
        }
        return nil
    }

    private static let meanings: [UInt64: Meaning] = {
        var table: [UInt64: Meaning] = [:]
        for (meaning, words) in [
            Meaning.invoice:
                "INVOICE INVOICES INV RECHNUNG RECHNUNGEN RECHNR RGNR RENR RNR RE RG FACTURE FACTURES FACTURA "
                + "FATTURA FAKTURA BILL FACT FCT RFB RECHNUNGSNUMMER",
            .notOurs:
                "PO ORDER ORD SO BEST BESTELLUNG AUFTRAG ACCT ACC ACCOUNT KTO KONTO BLZ IBAN BIC UID VAT USTID TAX "
                + "TRN UETR TRACE UTR REG CUSTOMER KUNDE KDNR KUNDENNR VOM DATED CONTRACT DELIVERY PERSONAL",
            .phone: "TEL TELEFON PHONE FAX MOB MOBILE MOBIL HANDY HP CALL CELL WHATSAPP WECHAT",
            .and: "AND UND ET Y E PLUS",
            .upTo: "TO BIS THRU THROUGH",
            .currency:
                "CNY RMB USD EUR GBP JPY HKD CHF SEK NOK DKK PLN CZK SGD AUD CAD KRW KWD TWD",
        ] {
            for word in words.split(separator: " ") { table[Hash.of(word.utf8)] = meaning }
        }
        return table
    }()

    /// The longer word before the shorter one that ends it.
    private static let local: [([UInt8], Meaning)] = localWords.map { (Array($0.0.utf8), $0.1) }

    private static let localWords: [(String, Meaning)] = [
        ("联系电话", .phone), ("电话", .phone), ("手机", .phone), ("传真", .phone), ("手机号", .phone),
        ("账号", .notOurs), ("帐号", .notOurs), ("卡号", .notOurs), ("税号", .notOurs),
        ("订单号", .notOurs), ("订单", .notOurs), ("合同号", .notOurs), ("合同", .notOurs),
        ("流水号", .notOurs), ("发票号码", .invoice), ("发票号", .invoice), ("发票", .invoice),
        ("票号", .invoice), ("至", .upTo), ("到", .upTo), ("和", .and), ("及", .and), ("与", .and),
        ("¥", .currency), ("€", .currency), ("£", .currency),
    ]
}
