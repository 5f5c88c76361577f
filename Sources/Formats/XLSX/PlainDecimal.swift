/// Numbers of spreadsheets as plain decimals. A spreadsheet keeps binary fractions and writes up to
/// 17 digits of them, of which 15 are sure; the others are noise (`1234.5600000000001`).
enum PlainDecimal {
    /// Digits that a spreadsheet holds exactly.
    private static let sure = 15
    /// No double has more digits before its point; a longer text is no number.
    private static let longest = 400

    /// Writes `text` as plain decimal into `plain`: no exponent, no zeros at the end of a fraction.
    ///
    /// Noise is rounded off while at least two decimals remain. In longer numbers all digits stay,
    /// and the result is true: some may be wrong. Nil where the text is no number.
    static func write(_ text: ByteRun, into plain: inout [UInt8]) -> Bool? {
        plain.removeAll(keepingCapacity: true)
        guard text.count <= longest, let (point, end) = digits(text, into: &plain),
            let exponent = exponent(text.from(end))
        else { return nil }
        dropZeros(&plain)
        if plain.isEmpty {
            plain.append(UInt8(ascii: "0"))
            return false
        }
        var place = point + exponent
        guard abs(place) <= longest else { return nil }
        let isLong = place > sure || plain.count > sure && place > sure - 2
        if !isLong, plain.count > sure { place += round(&plain) }
        layOut(&plain, point: place)
        if text[0] == UInt8(ascii: "-") { plain.insert(UInt8(ascii: "-"), at: 0) }
        return isLong
    }

    /// Collects the digits from the first that is not zero. `point` is how many of them stand
    /// before the decimal point, less than none where the fraction begins with zeros.
    private static func digits(
        _ text: ByteRun, into plain: inout [UInt8]
    ) -> (point: Int, end: Int)? {
        var place = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") ? 1 : 0
        var point = 0
        var sawPoint = false
        var sawDigit = false
        while place < text.count {
            let byte = text[place]
            if byte.isDigit {
                sawDigit = true
                let counts = byte != UInt8(ascii: "0") || !plain.isEmpty
                if counts { plain.append(byte) }
                if counts, !sawPoint { point += 1 }
                if !counts, sawPoint { point -= 1 }
            } else if byte == UInt8(ascii: "."), !sawPoint {
                sawPoint = true
            } else {
                break
            }
            place += 1
        }
        return sawDigit ? (point, place) : nil
    }

    /// `E+17`, or nothing. Nil where it is neither.
    private static func exponent(_ text: ByteRun) -> Int? {
        if text.isEmpty { return 0 }
        guard text[0] | 0x20 == UInt8(ascii: "e") else { return nil }
        let isSigned = text[1] == UInt8(ascii: "-") || text[1] == UInt8(ascii: "+")
        guard let number = text.from(isSigned ? 2 : 1).smallNumber else { return nil }
        return text[1] == UInt8(ascii: "-") ? -number : number
    }

    private static func dropZeros(_ plain: inout [UInt8]) {
        while plain.last == UInt8(ascii: "0") { plain.removeLast() }
    }

    /// To the digits that are sure; 1 where the number gets one more before its point.
    private static func round(_ plain: inout [UInt8]) -> Int {
        let isUp = plain[sure] >= UInt8(ascii: "5")
        plain.removeLast(plain.count - sure)
        guard isUp else {
            dropZeros(&plain)
            return 0
        }
        while plain.last == UInt8(ascii: "9") { plain.removeLast() }
        guard let last = plain.popLast() else {
            plain.append(UInt8(ascii: "1"))
            return 1
        }
        plain.append(last + 1)
        return 0
    }

    private static func layOut(_ plain: inout [UInt8], point: Int) {
        let zero = UInt8(ascii: "0")
        if point <= 0 {
            let zeros = [zero, UInt8(ascii: ".")] + [UInt8](repeating: zero, count: -point)
            plain.insert(contentsOf: zeros, at: 0)
        } else if point < plain.count {
            plain.insert(UInt8(ascii: "."), at: point)
        } else {
            plain.append(contentsOf: repeatElement(zero, count: point - plain.count))
        }
    }
}
