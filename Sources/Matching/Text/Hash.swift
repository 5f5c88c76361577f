/// FNV-1a over bytes, spread at the end: the same in every run, so that nothing depends on a seed.
struct Hash {
    private var state: UInt64

    init(salt: UInt64 = 0) { state = 0xCBF2_9CE4_8422_2325 ^ salt &* 0x9E37_79B9_7F4A_7C15 }

    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ number: UInt64) {
        state = Self.spread(state ^ number) &* 0x100_0000_01B3
    }

    var value: UInt64 { Self.spread(state) }

    static func of(_ bytes: some Sequence<UInt8>, salt: UInt64 = 0) -> UInt64 {
        var hash = Hash(salt: salt)
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    static func spread(_ number: UInt64) -> UInt64 {
        var x = number
        x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
        return x ^ x >> 31
    }
}
