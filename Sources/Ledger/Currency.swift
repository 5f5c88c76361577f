/// A currency by its ISO 4217 code, which knows how many decimals its minor unit has.
///
/// Three letters packed into one integer, so that money stays sixteen bytes and comparing is cheap.
public struct Currency: Hashable, Sendable, Comparable, CustomStringConvertible {
    @usableFromInline let packed: UInt32

    /// Nil unless `code` is three capital ASCII letters.
    public init?(_ code: some StringProtocol) {
        self.init(utf8: code.utf8)
    }

    /// Nil unless the bytes are three capital ASCII letters.
    @inlinable
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard bytes.count == 3 else { return nil }
        var packed: UInt32 = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { return nil }
            packed = packed << 8 | UInt32(byte)
        }
        self.packed = packed
    }

    public var code: String {
        String(
            decoding: [
                UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF),
            ],
            as: UTF8.self)
    }

    public var description: String { code }

    /// The letters as one number, for keys.
    public var number: UInt32 { packed }

    /// Decimals of the minor unit (ISO 4217 table A.1): 2 for most, 0 for JPY, 3 for KWD, 4 for
    /// CLF.
    public var exponent: Int {
        Self.exponents[packed] ?? 2
    }

    public static func < (a: Currency, b: Currency) -> Bool { a.packed < b.packed }

    public static let cny = Currency("CNY")!
    public static let usd = Currency("USD")!
    public static let eur = Currency("EUR")!

    private static let exponents: [UInt32: Int] = {
        var table: [UInt32: Int] = [:]
        for (exponent, codes) in [
            0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
            3: "BHD IQD JOD KWD LYD OMR TND",
            4: "CLF UYW",
        ] {
            for code in codes.split(separator: " ") {
                table[Currency(code)!.packed] = exponent
            }
        }
        return table
    }()
}
