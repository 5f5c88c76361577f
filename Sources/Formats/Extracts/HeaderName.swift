/// A column name without what people and programs write differently: case, spaces, `_`, `-`,
/// full-width letters and digits, a `*` behind names of required columns, and 帐 for 账.
enum HeaderName {
    static func plain(_ name: some StringProtocol) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            switch value {
            case 0x41...0x5A: value |= 0x20
            case 0x5E10: value = 0x8D26
            case 0x00...0x20, 0x2A, 0x2D, 0x5F, 0xA0, 0x3000, 0xFEFF: continue
            default: break
            }
            if let scalar = Unicode.Scalar(value) { plain.append(scalar) }
        }
        return String(plain)
    }
}
