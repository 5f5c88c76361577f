import Ledger

/// How amounts are written: which sign stands before the decimals. Groups may be parted by the
/// other signs: comma or point, apostrophe, blank.
public struct AmountForm: Sendable, Equatable {
    /// `.` or `,`.
    public var decimal: UInt8

    public init(decimal: UInt8 = UInt8(ascii: ".")) { self.decimal = decimal }

    enum Reading: Equatable {
        /// An empty cell, or one that a bank leaves so: `-`, `--`, `/`.
        case none
        /// Credit or debit where the cell itself says so behind the number: `12.00 CR`.
        case amount(Amount, BankProfile.Outcome?)
        case unreadable
    }

    /// Digits in groups of three or in none, a decimal sign, a minus sign: most cells. Nil for
    /// whatever else, and for what is too long.
    @inline(__always)
    func plain(_ bytes: ByteRun) -> Amount? {
        var units: Int64 = 0
        var decimals = -1
        // Digits since the last sign between groups; -1 before the first.
        var group = -1
        let comma: UInt8 = decimal == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var at = isNegative ? 1 : 0
        let start = at
        guard bytes.count - at >= 1, bytes.count - at <= 18, bytes[at].isDigit else { return nil }
        while at < bytes.count {
            let byte = bytes[at]
            if byte.isDigit {
                units = units * 10 + Int64(byte &- 0x30)
                if decimals >= 0 { decimals += 1 } else if group >= 0 { group += 1 }
            } else if byte == decimal, decimals < 0 {
                guard group < 0 || group == 3 else { return nil }
                decimals = 0
            } else if byte == comma, decimals < 0 {
                guard group < 0 ? at - start <= 3 : group == 3 else { return nil }
                group = 0
            } else {
                return nil
            }
            at += 1
        }
        guard decimals <= 12, decimals >= 0 || group < 0 || group == 3 else { return nil }
        return Amount(units: isNegative ? -units : units, decimals: max(decimals, 0))
    }

    /// Also full-width digits, currency signs and codes, grouping, brackets, a sign behind.
    func read(_ bytes: ByteRun) -> Reading {
        if let amount = plain(bytes) { return .amount(amount, nil) }
        if bytes.count > 64 { return .unreadable }
        var text = Self.ascii(bytes)[...]
        Self.trim(&text)
        if text.isEmpty || text.elementsEqual("-".utf8) || text.elementsEqual("--".utf8)
            || text.elementsEqual("/".utf8)
        {
            return .none
        }
        var isNegative = false
        if text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")") {
            isNegative = true
            text = text.dropFirst().dropLast()
            Self.trim(&text)
        }
        let mark = Self.mark(&text)
        Self.dropCurrency(&text)
        for isLast in [false, true] {
            guard let byte = isLast ? text.last : text.first,
                byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            else { continue }
            // Two signs say nothing.
            if isNegative { return .unreadable }
            isNegative = byte == UInt8(ascii: "-")
            text = isLast ? text.dropLast() : text.dropFirst()
            Self.trim(&text)
            Self.dropCurrency(&text)
            break
        }
        guard let amount = number(text) else { return .unreadable }
        return .amount(isNegative ? -amount : amount, mark)
    }

    /// Digits in groups of three, but for the first one, which has one to three; groups of two may
    /// stand between (lakh). No groups behind the decimal sign.
    private func number(_ text: ArraySlice<UInt8>) -> Amount? {
        var digits: [UInt8] = []
        var group = 0
        var grouping: UInt8?
        var hasPoint = false
        for byte in text {
            if byte.isDigit {
                digits.append(byte)
                if !hasPoint { group += 1 }
            } else if byte == decimal, !hasPoint {
                if grouping != nil, group != 3 { return nil }
                hasPoint = true
                digits.append(UInt8(ascii: "."))
            } else if byte != decimal, !hasPoint, ",.' ".utf8.contains(byte) {
                let isFirst = grouping == nil
                guard isFirst || grouping == byte,
                    isFirst ? (1...3).contains(group) : (2...3).contains(group)
                else { return nil }
                grouping = byte
                group = 0
            } else {
                return nil
            }
        }
        if !hasPoint, grouping != nil, group != 3 { return nil }
        guard digits.contains(where: \.isDigit) else { return nil }
        return Amount(utf8: digits)
    }

    /// The text with the signs that stand for ASCII ones made so; what else is beyond ASCII, and no
    /// currency sign, stays as a byte that no number has.
    private static func ascii(_ bytes: ByteRun) -> [UInt8] {
        var out: [UInt8] = []
        for scalar in String(decoding: bytes.buffer, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0xFF04, 0xFFE5, 0xA5, 0xA3, 0xA2, 0xFFE1, 0x20A0...0x20CF, 0x24: continue
            case 0xFF01...0xFF5E: out.append(UInt8(scalar.value - 0xFEE0))
            case 0x2212, 0x2010...0x2015: out.append(UInt8(ascii: "-"))
            case 0xA0, 0x2009, 0x202F, 0x3000, 0..<0x20: out.append(0x20)
            case 0x2018, 0x2019: out.append(UInt8(ascii: "'"))
            // 元, as in `12.00元`.
            case 0x5143 where out.last?.isDigit == true: continue
            case 0x20..<0x80: out.append(UInt8(scalar.value))
            default: out.append(0xFF)
            }
        }
        return out
    }

    private static func trim(_ text: inout ArraySlice<UInt8>) {
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
    }

    /// `CR`, `DR` behind the number.
    private static func mark(_ text: inout ArraySlice<UInt8>) -> BankProfile.Outcome? {
        let end = text.suffix(2).map { $0 & 0xDF }
        guard text.count > 2, end.last == UInt8(ascii: "R"), !text[text.endIndex - 3].isLetter
        else { return nil }
        let mark: BankProfile.Outcome? =
            switch end.first {
            case UInt8(ascii: "C"): .credit
            case UInt8(ascii: "D"): .debit
            default: nil
            }
        if mark != nil {
            text = text.dropLast(2)
            trim(&text)
        }
        return mark
    }

    /// A code of three letters on either side.
    private static func dropCurrency(_ text: inout ArraySlice<UInt8>) {
        if text.count > 3, text.prefix(3).allSatisfy(\.isLetter) { text = text.dropFirst(3) }
        if text.count > 3, text.suffix(3).allSatisfy(\.isLetter) { text = text.dropLast(3) }
        trim(&text)
    }
}
