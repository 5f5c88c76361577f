import Testing

@testable import Backoffice

/// Parts come in their order whatever the timing, and a few ahead at most.
struct PartsAheadTests {
    private struct Broken: Error {}

    private func counting(to end: Int, ahead: Int) -> PartsAhead<Int> {
        PartsAhead(ahead: ahead) { give in
            for number in 0..<end where !give(number) { return }
        }
    }

    @Test func givesEachPartInItsPlaceAndThenNone() throws {
        let parts = counting(to: 100, ahead: 2)
        for place in 0..<100 {
            #expect(try parts.part(place) == place)
            parts.letGo(before: place)
        }
        #expect(try parts.part(100) == nil)
        parts.stop()
    }

    @Test func givesTheSamePartsAgainUntilTheyAreLetGo() throws {
        let parts = counting(to: 10, ahead: 1)
        for _ in 0..<2 {
            for place in 0..<5 { #expect(try parts.part(place) == place) }
        }
        parts.stop()
    }

    @Test func isStoppedBeforeItsEnd() throws {
        let parts = counting(to: .max, ahead: 1)
        #expect(try parts.part(3) == 3)
        parts.stop()
        #expect(try parts.part(1_000) == nil)
    }

    @Test func whatGoesWrongIsThrownBehindTheLastPart() throws {
        let parts = PartsAhead<Int>(ahead: 1) { give in
            _ = give(0)
            throw Broken()
        }
        #expect(try parts.part(0) == 0)
        #expect(throws: Broken.self) { try parts.part(1) }
        parts.stop()
    }
}
