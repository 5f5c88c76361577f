/// A seeded source of chance (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func pick<Element>(_ all: [Element]) -> Element { all[int(0...all.count - 1)] }

    mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
        var all = all
        for place in stride(from: all.count - 1, to: 0, by: -1) {
            all.swapAt(place, int(0...place))
        }
        return all
    }
}
