/// Which scheme a creditor reference follows, and whether its check digits hold.
enum CreditorReference {
    enum Check: Equatable {
        /// A scheme that shows itself by its form, and its check digits hold.
        case valid
        /// A scheme that shows itself by its form, but its check digits fail: the reference is
        /// ignored.
        case invalid
        /// Nothing but digits or signs: it counts only as it is printed on an invoice.
        case plain
    }

    static func check(_ signs: [UInt8]) -> Check {
        if signs.starts(with: "RF".utf8), signs.count > 4, signs[2...3].allSatisfy(ASCII.isDigit) {
            return ISO11649.isValid(signs: signs) ? .valid : .invalid
        }
        guard signs.allSatisfy(ASCII.isDigit) else { return .plain }
        if signs.count == 27 { return SwissQRR.isValid(digits: signs) ? .valid : .invalid }
        let valid =
            BelgianOGM.isValid(digits: signs) || FinnishReference.isValid(digits: signs)
            || SwedishOCR.isValid(digits: signs) || NorwegianKID.isValid(digits: signs)
        return valid ? .valid : .plain
    }
}
