import Ledger

/// Amounts in words as Chinese payers write them, so that nobody changes them: 壹万贰仟叁佰元整 is
/// 12,300.00 (also in everyday figures: 一万二千三百元).
enum ChineseNumeral {
    /// Nil unless all of `text` is one such amount, with 元 in it. Two decimals.
    static func amount(
        _ text: ArraySlice<UInt8>
    ) -> (amount: Amount, currency: AdviceCurrency)? {
        guard text.count <= 100, text.contains(where: { $0 >= 0xE0 }) else { return nil }
        var currency = AdviceCurrency.yuan
        var rest = text
        if let (named, length) = AdviceCurrency.prefix(of: text) {
            currency = named
            rest = rest.dropFirst(length)
        }
        var sum = 0
        // Of the part up to 万, and up to the next 拾, 佰, 仟.
        var part = 0
        var digit: Int?
        var cents = 0
        var isWhole = true
        var hasFigure = false
        var isNegative = false
        for scalar in String(decoding: rest, as: UTF8.self).unicodeScalars {
            switch figures[scalar] {
            case .digit(let value):
                digit = value
                hasFigure = true
            case .unit(let unit):
                hasFigure = true
                part += (digit ?? 1) * unit
                digit = nil
            case .section(let unit):
                // 亿 counts all before it, 万 only what stands since 亿.
                let counted = part + (digit ?? 0) + (unit == 100_000_000 ? sum : 0)
                guard counted <= 1_000_000 else { return nil }
                sum = counted * unit + (unit == 100_000_000 ? 0 : sum)
                part = 0
                digit = nil
            case .whole:
                guard isWhole else { return nil }
                isWhole = false
                sum += part + (digit ?? 0)
                part = 0
                digit = nil
            case .cent(let unit):
                guard !isWhole, let value = digit else { return nil }
                cents += value * unit
                digit = nil
            case .nothing: break
            case .minus: isNegative = true
            case nil: return nil
            }
            if sum > 1_000_000_000_000_000 || part > 100_000 { return nil }
        }
        guard !isWhole, hasFigure, digit == nil else { return nil }
        let units = Int64(sum) * 100 + Int64(cents)
        return (Amount(units: isNegative ? -units : units, decimals: 2), currency)
    }

    /// Whether `scalar` may stand in such an amount.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool { figures[scalar] != nil }

    private enum Figure {
        case digit(Int), unit(Int), section(Int), whole, cent(Int), nothing, minus
    }

    private static let figures: [Unicode.Scalar: Figure] = {
        var figures: [Unicode.Scalar: Figure] = [:]
        for row in ["零壹贰叁肆伍陆柒捌玖", "〇一二三四五六七八九"] {
            for (value, scalar) in row.unicodeScalars.enumerated() {
                figures[scalar] = .digit(value)
            }
        }
        let others: [Unicode.Scalar: Figure] = [
            "两": .digit(2), "拾": .unit(10), "十": .unit(10), "佰": .unit(100), "百": .unit(100),
            "仟": .unit(1_000), "千": .unit(1_000), "万": .section(10_000),
            "亿": .section(100_000_000), "元": .whole, "圆": .whole, "角": .cent(10),
            "分": .cent(1), "整": .nothing, "正": .nothing, "负": .minus,
        ]
        return figures.merging(others) { first, _ in first }
    }()
}
