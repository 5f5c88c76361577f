import Ledger

/// The invoice overlay of an overflow line: pairs of a document's number, as wide as the bank
/// likes, and ten digits of cents. The line does not say how wide, nor that it is one.
enum LockboxOverlay {
    private static let amountLength = 10
    private static let numberLengths = 10...16

    /// Nil where the line is text: where it does not part into pairs, or into several kinds of
    /// pairs of which none adds up to the check. `cents` is the amount of the check.
    static func documents(
        _ said: ByteRun, of cents: Int64
    ) -> [PaymentDetail.ReferredDocument]? {
        var length: Int?
        for candidate in numberLengths {
            guard let sum = sum(said, numberLength: candidate, of: cents) else { continue }
            if sum == cents { return pairs(said, candidate) }
            if length != nil { length = .max } else { length = candidate }
        }
        guard let length, length != .max else { return nil }
        return pairs(said, length)
    }

    /// What the pairs add up to; nil where one of them is none. No document is paid with more than
    /// the check has, and a number is one word.
    private static func sum(_ said: ByteRun, numberLength: Int, of cents: Int64) -> Int64? {
        let length = numberLength + amountLength
        guard !said.isEmpty, said.count % length == 0 else { return nil }
        var sum: Int64 = 0
        var isPadding = true
        for at in stride(from: 0, to: said.count, by: length) {
            let number = said.part(at, at + numberLength).trimmed
            let amount = said.part(at + numberLength, at + length).count(below: .max)
            guard let amount, amount <= cents, isNumber(number) else { return nil }
            if !number.isZeros { isPadding = false }
            sum += Int64(amount)
        }
        return isPadding ? nil : sum
    }

    private static func isNumber(_ bytes: ByteRun) -> Bool {
        for byte in bytes.buffer where byte <= 0x20 || byte >= 0x7F { return false }
        return !bytes.isEmpty
    }

    private static func pairs(
        _ said: ByteRun, _ numberLength: Int
    ) -> [PaymentDetail.ReferredDocument] {
        var documents: [PaymentDetail.ReferredDocument] = []
        let length = numberLength + amountLength
        for at in stride(from: 0, to: said.count, by: length) {
            let number = said.part(at, at + numberLength).trimmed
            // Pairs that are not needed are filled with zeros.
            if number.isZeros { continue }
            let amount = said.part(at + numberLength, at + length).count(below: .max)
            documents.append(
                PaymentDetail.ReferredDocument(
                    type: nil, number: number.string,
                    amount: amount.map { Amount(units: Int64($0), decimals: 2) }))
        }
        return documents
    }
}
