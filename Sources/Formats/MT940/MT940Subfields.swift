/// Numbered subfields (DFÜ-Abkommen annex 3, chapter 8:
/// `166?00GUTSCHRIFT?20EREF+…?30BIC?31IBAN?32name`), which Austrian, Dutch and Polish banks write
/// too, with `>`, `^`, `~` or `<` in place of the question mark.
enum MT940Subfields {
    /// The business transaction code, if any, and the byte that starts a subfield.
    struct Shape {
        let code: (UInt8, UInt8, UInt8)?
        let separator: UInt8

        init?(_ field: ByteRun) {
            let bytes = field.trimmed
            let hasCode = bytes.upTo(3).isDigits && bytes.count > 3
            var at = hasCode ? 3 : 0
            while bytes[at] == 0x0A { at += 1 }
            separator = bytes[at]
            switch separator {
            case UInt8(ascii: "?"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "^"),
                UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "|"):
                break
            default: return nil
            }
            guard bytes[at + 1].isDigit, bytes[at + 2].isDigit else { return nil }
            code = hasCode ? (bytes[0], bytes[1], bytes[2]) : nil
        }

        var bankCode: String? {
            code.map { String(decoding: [$0.0, $0.1, $0.2], as: UTF8.self) }
        }

        /// Whether the entry is a returned payment: 108, 109 direct debits, 159 and 181, 182
        /// transfers.
        var isReturn: Bool {
            guard let code else { return false }
            switch (code.0, code.1, code.2) {
            case (0x31, 0x30, 0x38), (0x31, 0x30, 0x39), (0x31, 0x35, 0x39), (0x31, 0x38, 0x31),
                (0x31, 0x38, 0x32):
                return true
            default: return false
            }
        }
    }

    /// Reads `scratch.joined`.
    static func read(
        _ shape: Shape, _ payment: inout PaymentDraft, _ scratch: inout MT940Scratch
    ) {
        scratch.purpose.removeAll(keepingCapacity: true)
        scratch.joined.withUnsafeBufferPointer { buffer in
            let all = ByteRun(buffer)
            var name = ByteRun.empty
            var secondName = ByteRun.empty
            var account = ByteRun.empty
            var iban = ByteRun.empty
            var last = 0
            each(all, shape.separator) { number, value in
                switch number {
                case 20...29: MT940Purpose.add(value, to: &scratch.purpose, &last)
                case 60...63 where shape.separator == UInt8(ascii: "?"):
                    MT940Purpose.add(value, to: &scratch.purpose, &last)
                case 30: payment.party.bank = value.text
                case 31: account = value
                case 32: name = value
                case 33: secondName = value
                case 34: if shape.isReturn { payment.detail.returnReason = reason(value) }
                case 38: iban = value
                default: break
                }
            }
            payment.party.account = (iban.trimmed.isEmpty ? account : iban).solid
            payment.party.name = secondName.isEmpty ? name.words : full(name, secondName)
        }
        scratch.purpose.withUnsafeBufferPointer { MT940Purpose.read(ByteRun($0), &payment) }
    }

    private static func full(_ name: ByteRun, _ second: ByteRun) -> String? {
        var both: [UInt8] = []
        var last = 0
        MT940Purpose.add(name, to: &both, &last)
        MT940Purpose.add(second, to: &both, &last)
        return both.withUnsafeBufferPointer {
            var text = MT940Purpose.joined(ByteRun($0), blank: true)
            return text.withUTF8 { ByteRun($0).words }
        }
    }

    /// Each subfield in order. Only the numbers that exist start one: a question mark may be meant
    /// as such.
    private static func each(
        _ all: ByteRun, _ separator: UInt8, _ body: (Int, ByteRun) -> Void
    ) {
        var number = -1
        var start = 0
        var at = 0
        while let hit = all.index(of: separator, after: at) {
            at = hit
            if all[at + 1].isDigit, all[at + 2].isDigit {
                let next = Int(all[at + 1] &- 0x30) * 10 + Int(all[at + 2] &- 0x30)
                switch next {
                case 0, 10, 20...38, 60...79:
                    if number >= 0 { body(number, all.part(start, at)) }
                    number = next
                    start = at + 3
                    at += 2
                default: break
                }
            }
            at += 1
        }
        if number >= 0 { body(number, all.from(start)) }
    }

    /// The ISO 20022 code of a German text key extension; others as the bank writes them.
    private static func reason(_ value: ByteRun) -> String? {
        let value = value.trimmed
        if value.equals("000") { return nil }
        for (key, code) in reasons where value.equals(key) { return code }
        return value.text
    }

    private static let reasons: [(StaticString, String)] = [
        ("901", "AC01"), ("902", "AC04"), ("903", "AC06"), ("904", "AG01"), ("905", "AG02"),
        ("906", "AM04"), ("912", "MD06"), ("914", "MS03"),
    ]
}
