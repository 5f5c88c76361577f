import Formats
import Testing

/// Broken files (reliability T9): cut, bits flipped, lines swapped. Nothing traps, and it comes to
/// an end.
@Suite struct LockboxBrokenTests {
    private typealias Dice = MT940BrokenTests.Dice
    private static let sample = Array(LockboxSample.day.utf8)

    /// A file cut anywhere never passes for a whole one, unless all that is lost is in its trailer.
    @Test func cutAtEveryByte() {
        let whole = LockboxReading(Self.sample)
        for length in Self.sample.indices {
            let reading = LockboxReading(Array(Self.sample[..<length]))
            let isWhole = reading.statements == whole.statements
            #expect(reading.hasErrors || isWhole, "cut at byte \(length)")
        }
    }

    @Test func piecesSayTheSame() {
        let whole = LockboxReading(Self.sample)
        for piece in 1...17 { #expect(LockboxReading(Self.sample, piece: piece) == whole) }
    }

    @Test func aBitFlippedInEveryByte() {
        let sound = LockboxReading(Self.sample)
        var dice = Dice(state: 5)
        var different = 0
        for place in Self.sample.indices {
            var bytes = Self.sample
            bytes[place] ^= 1 << UInt8(dice.roll(8))
            let reading = LockboxReading(bytes)
            #expect(LockboxReading(bytes, piece: 1 + place % 17) == reading)
            if reading != sound { different += 1 }
        }
        #expect(different > 200)
    }

    /// A digit of an amount that changes is seen, and so is a line that is lost or comes twice.
    @Test func noMoneyChangesUnseen() {
        let lines = LockboxSample.day.split(separator: "\n").map { Array($0.utf8) }
        func read(_ lines: [[UInt8]]) -> LockboxReading {
            LockboxReading(Array(lines.joined(separator: [0x0A])))
        }
        for (place, line) in lines.enumerated() where line[0] == UInt8(ascii: "6") {
            var changed = lines
            changed[place][9] = UInt8(ascii: "7")
            #expect(read(changed).hasErrors)
        }
        for place in lines.indices {
            var lost = lines
            lost.remove(at: place)
            #expect(read(lost).hasErrors)
            var twice = lines
            twice.insert(lines[place], at: place)
            #expect(read(twice).hasErrors)
        }
    }

    @Test func fiftyLinesSwapped() {
        var dice = Dice(state: 88)
        for _ in 0..<50 {
            var lines = LockboxSample.day.split(separator: "\n")
            lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
            let text = lines.joined(separator: "\n")
            #expect(LockboxReading(text, piece: 5) == LockboxReading(text))
        }
    }

    @Test func hostileSizes() {
        let megabyte = [UInt8](repeating: UInt8(ascii: "1"), count: 1 << 20)
        #expect(LockboxReading(megabyte).codes.contains("lockbox-line-too-long"))
        let head = LockboxSample.header + "\n" + LockboxSample.box + "\n"
        for filler in ["6", "4", "5", "7", "8", "9", "1", " ", "0"] {
            let line = filler + String(repeating: "9", count: 80) + "\n"
            #expect(LockboxReading(head + String(repeating: line, count: 3000)).hasErrors)
            let short = filler + "\n"
            #expect(LockboxReading(head + String(repeating: short, count: 3000)).hasErrors)
        }
    }
}
