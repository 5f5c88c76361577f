/// Numbers of US banks: eight digits and a check digit.
enum RoutingNumber {
    /// The check digit by weights 3, 7, 1 (ABA); nil unless there are eight digits before it.
    static func checkDigit(_ field: ByteRun) -> UInt8? {
        guard field.count >= 8, field.upTo(8).isDigits else { return nil }
        var sum = 0
        for at in 0..<8 { sum += Int(field[at] &- 0x30) * [3, 7, 1][at % 3] }
        return 0x30 + UInt8((10 - sum % 10) % 10)
    }

    /// The number in full where the field has no check digit; what else stands there as it is.
    static func text(_ field: ByteRun) -> String? {
        guard field.count == 8, let digit = checkDigit(field) else { return field.text }
        return String(decoding: Array(field.buffer) + [digit], as: UTF8.self)
    }
}

extension ByteRun {
    /// Whether these are nine digits of which the last is the check digit. Nine zeros are no bank.
    var isRoutingNumber: Bool {
        count == 9 && !isZeros && RoutingNumber.checkDigit(self) == self[8]
    }
}
