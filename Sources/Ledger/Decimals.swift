/// Integers written with a decimal point, and back.
public enum Decimals {
    /// `minor` with its last `exponent` digits behind a point: `text(-5, exponent: 2)` is `-0.05`.
    public static func text(
        _ minor: some BinaryInteger, exponent: Int, grouping: Bool = false
    ) -> String {
        var digits = Array(String(minor.magnitude).utf8)
        if digits.count <= exponent {
            digits.insert(
                contentsOf: repeatElement(zero, count: exponent + 1 - digits.count), at: 0)
        }
        let whole = digits.count - exponent
        var out: [UInt8] = minor < 0 ? [UInt8(ascii: "-")] : []
        for (place, digit) in digits.enumerated() {
            if place == whole { out.append(UInt8(ascii: ".")) }
            if grouping, place > 0, place < whole, (whole - place) % 3 == 0 {
                out.append(UInt8(ascii: ","))
            }
            out.append(digit)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Ten to the power of `exponent` (0…18).
    public static func power(_ exponent: Int) -> Int64 {
        var power: Int64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    /// `numerator / denominator`, half away from zero (domain.md §0.1). `denominator` is positive.
    public static func rounded(_ numerator: Int128, over denominator: Int128) -> Int128 {
        let half = denominator / 2
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        if remainder.magnitude > half.magnitude
            || remainder.magnitude == half.magnitude && denominator % 2 == 0
        {
            return quotient + (numerator < 0 ? -1 : 1)
        }
        return quotient
    }

    private static let zero = UInt8(ascii: "0")
}
