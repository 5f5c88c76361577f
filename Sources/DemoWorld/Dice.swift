/// A seeded source of chance (SplitMix64): the same seed gives the same company, byte for byte.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// `purpose` separates the streams, so that a change in one part of the company leaves the
    /// others as they are.
    init(_ seed: UInt64, _ purpose: String) {
        var hash = seed ^ 0xCBF2_9CE4_8422_2325
        for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Dice.mix(state)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func chance(_ permille: Int) -> Bool { int(1...1000) <= permille }

    mutating func pick<Element>(_ all: [Element]) -> Element { all[int(0...(all.count - 1))] }

    /// One of the weighted choices; the weights are not all zero.
    mutating func pick<Element>(weighted all: [(Element, Int)]) -> Element {
        var rest = int(1...all.reduce(0) { $0 + $1.1 })
        for (choice, weight) in all {
            rest -= weight
            if rest <= 0 { return choice }
        }
        return all[all.count - 1].0
    }

    mutating func shuffle<Element>(_ all: inout [Element]) {
        guard all.count > 1 else { return }
        for at in stride(from: all.count - 1, to: 0, by: -1) { all.swapAt(at, int(0...at)) }
    }

    mutating func digits(_ count: Int) -> String {
        var text = String(int(1...9))
        for _ in 1..<max(count, 1) { text += String(int(0...9)) }
        return text
    }

    mutating func letters(_ count: Int) -> String {
        String(
            decoding: (0..<count).map { _ in UInt8(ascii: "A") + UInt8(int(0...25)) }, as: UTF8.self
        )
    }

    static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
