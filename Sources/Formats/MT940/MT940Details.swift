import Ledger

/// `:86:`, information to the account owner. SWIFT leaves its content to the bank, so each country
/// has its own order: numbered subfields, words between slashes, labels, or plain text.
enum MT940Details {
    /// Completes `line.entry` with what its `:86:` (empty where there is none) says.
    static func complete(
        _ line: inout MT940Line, with field: ByteRun, scratch: inout MT940Scratch
    ) {
        let text = field.trimmed
        var payment = PaymentDraft(credit: line.entry.amount.units >= 0)
        if let name = line.name, !name.isEmpty {
            payment.party.name = name.words
            payment.party.account = line.entry.customerReference
        }
        if !text.isEmpty {
            line.entry.text = text.string
            if let shape = MT940Subfields.Shape(text) {
                scratch.join(text)
                line.entry.bankCode = shape.bankCode
                MT940Subfields.read(shape, &payment, &scratch)
            } else if MT940Words.begins(text) {
                scratch.join(text)
                scratch.joined.withUnsafeBufferPointer {
                    MT940Words.read(ByteRun($0), &payment)
                }
            } else if !wire(text, &payment, &scratch),
                !MT940Labels.read(text, &payment, &scratch)
            {
                MT940FreeText.read(text, &payment)
            }
        }
        supplement(line.supplement, text, &payment)
        if line.entry.text == nil { line.entry.text = line.supplement.text }
        if line.entry.customerReference == nil {
            line.entry.customerReference = payment.customerReference
        }
        if line.entry.code == "NCHK", let number = line.entry.customerReference,
            number.utf8.allSatisfy({ $0.isDigit })
        {
            payment.detail.checkNumber = number
        }
        if !payment.isEmpty { line.entry.details = [payment.finished] }
    }

    /// The words of Fedwire and CHIPS, as British and American banks pass them on.
    private static func wire(
        _ text: ByteRun, _ payment: inout PaymentDraft, _ scratch: inout MT940Scratch
    ) -> Bool {
        for word in wireWords where text.index(of: word) != nil {
            scratch.join(text)
            return scratch.joined.withUnsafeBufferPointer {
                BAI2Text.labels(ByteRun($0), &payment)
            }
        }
        return false
    }

    private static let wireWords: [StaticString] = [
        "ORG=", "OBI=", "BNF=", "ORG:", "OBI:", "BNF:",
    ]

    /// The second line of `:61:`: charges, the other side's account or name, else one more line of
    /// text.
    private static func supplement(
        _ supplement: ByteRun, _ text: ByteRun, _ payment: inout PaymentDraft
    ) {
        if supplement.isEmpty { return }
        if supplement[0] == UInt8(ascii: "/"), MT940Words.begins(supplement) {
            MT940Words.read(supplement, &payment)
        } else if payment.party.account == nil, isAccount(supplement) {
            payment.party.account = supplement.text
        } else if payment.party.account != nil, payment.party.name == nil,
            names(supplement, after: payment.party.account, in: text)
        {
            payment.party.name = supplement.words
        } else {
            payment.remittance(supplement)
        }
    }

    /// An IBAN, or a Dutch giro number (`P001234567`).
    private static func isAccount(_ bytes: ByteRun) -> Bool {
        if bytes[0] == UInt8(ascii: "P"), bytes.count == 10 { return bytes.from(1).isDigits }
        guard (15...34).contains(bytes.count), bytes[0].isCapital, bytes[1].isCapital,
            bytes.part(2, 4).isDigits
        else { return false }
        for at in 4..<bytes.count where !bytes[at].isDigit && !bytes[at].isCapital { return false }
        return true
    }

    /// SNS writes the name in both fields: `:86:` has it behind the account.
    private static func names(
        _ supplement: ByteRun, after account: String?, in text: ByteRun
    ) -> Bool {
        let rest = text.from((account?.utf8.count ?? 0) + 1)
        guard rest.count >= supplement.count else { return false }
        for at in 0..<supplement.count where rest[at] != supplement[at] { return false }
        return true
    }
}

/// Buffers that are filled anew for each entry.
struct MT940Scratch {
    /// The field without its line ends: banks break the line wherever the 65th column falls.
    var joined: [UInt8] = []
    var purpose: [UInt8] = []
    /// The longest broken line of the file so far.
    private var widest = 0

    /// Where a file breaks at 65 columns, a broken line of 64 has lost the blank at its end.
    mutating func join(_ field: ByteRun) {
        joined.removeAll(keepingCapacity: true)
        var at = 0
        while at < field.count {
            let end = field.index(of: 0x0A, after: at) ?? field.count
            let line = field.part(at, end)
            joined.append(contentsOf: line.buffer)
            if end < field.count {
                let width = line.characters
                widest = max(widest, width)
                if width == 64, widest == 65 { joined.append(0x20) }
            }
            at = end + 1
        }
    }
}
