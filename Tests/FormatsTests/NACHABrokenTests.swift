import Formats
import Testing

/// Broken files (reliability T9): cut, bits flipped, lines swapped. Nothing traps, and it comes to
/// an end.
@Suite struct NACHABrokenTests {
    private typealias Sample = NACHASample
    private typealias Dice = MT940BrokenTests.Dice

    static let batches = [
        Sample.batch(
            Sample.header("CTX", data: "PO 4711"),
            [
                Sample.entry(
                    "22", 95_000, Sample.left("PAY-77", 15) + "0002ACME INC", addenda: true),
                Sample.addenda(#"RMR*IV*INV-2001**950.00*1000.00*50.00\RMR*CM*CN"#),
                Sample.addenda(#"-9**-20.25\NTE**FEE OF MARCH\"#, 2),
                Sample.entry("27", 8_300, Sample.left("PAY-78", 15) + "0000BOREAL OY", number: 2),
            ]),
        Sample.batch(
            Sample.header("PPD", number: 2),
            [
                Sample.entry("26", 4_200, addenda: true),
                "799R01" + "990000010000042" + "      " + "12345678"
                    + Sample.left("REFER TO MAKER", 44) + Sample.trace(1),
                Sample.entry("28", 0, number: 2),
            ]),
        Sample.batch(
            NACHAInternationalTests.header().dropLast() + "3",
            [NACHAInternationalTests.entry("22", 100_000, addenda: 7)]
                + NACHAInternationalTests.travelData(135_000)),
    ]

    static let samples = [
        file("\r\n"), file("\n").replacing("ACME INC", with: "ACMÉ INC"), file(""),
    ]

    private static func file(_ end: String) -> String {
        Sample.file(batches[0], batches[1], batches[2], end: end)
    }

    @Test func theSamplesAreSound() {
        #expect(Self.samples.map { NACHAReading($0).entries.count } == [5, 5, 5])
        #expect(Self.samples.map { NACHAReading($0).findings } == [[], [], []])
        #expect(
            NACHAReading(Self.samples[0]).statements == NACHAReading(Self.samples[2]).statements)
        #expect(NACHAReading(Self.samples[1]).entries[0].detail.payee?.name == "ACMÉ INC")
    }

    /// However records end, and whether blanks at their ends are there, are cut off or are more.
    @Test func linesHaveManyEnds() {
        let whole = NACHAReading(Self.file("\n"))
        for end in ["\r\n", "\r", "\n\n", "", "  ", "   \n", " \r\n"] {
            let reading = NACHAReading(Self.file(end))
            #expect(reading.statements == whole.statements && reading.findings == [])
        }
        let lines = Self.file("\n").split(separator: "\n").map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        for text in [lines.joined(separator: "\n"), "\u{FEFF}" + lines.joined(separator: "\r\n")] {
            #expect(NACHAReading(text) == whole)
        }
        let first = Self.file("").dropFirst(94)
        #expect(NACHAReading(" \n" + Sample.fileHeader + first).statements == whole.statements)
    }

    /// A character may take one column and two bytes, or one.
    @Test func lettersBeyondASCII() {
        let latin = Array(Self.file("\n").utf8)
            .split(separator: 0x0A).map { Array($0) }
            .map { line in
                var line = line
                if line[0] == UInt8(ascii: "5"), line[4] == UInt8(ascii: "N") { line[4] = 0xD1 }
                return line + [0x0A]
            }
        let reading = NACHAReading(latin.flatMap { $0 })
        #expect(reading.findings == [])
        #expect(reading.entries[0].detail.payer?.name == "ÑORTHWIND LTD")
    }

    /// A file cut anywhere never passes for a whole one, unless all that is lost is in the totals
    /// of its last record.
    @Test(arguments: samples.indices) func cutAtEveryByte(_ index: Int) throws {
        let bytes = Array(Self.samples[index].utf8)
        let whole = NACHAReading(bytes)
        for length in bytes.indices {
            let reading = NACHAReading(Array(bytes[..<length]))
            let isWhole = reading.statements == whole.statements
            #expect(reading.hasErrors || isWhole, "cut at byte \(length)")
        }
    }

    @Test(arguments: samples.indices) func piecesSayTheSame(_ index: Int) {
        let whole = NACHAReading(Self.samples[index])
        for piece in 1...17 { #expect(NACHAReading(Self.samples[index], piece: piece) == whole) }
        #expect(NACHAReading(Self.samples[index], piece: 95) == whole)
    }

    @Test(arguments: samples.indices) func aBitFlippedInEveryThirdByte(_ index: Int) {
        let sound = NACHAReading(Self.samples[index])
        var dice = Dice(state: UInt64(index) &+ 2)
        var different = 0
        let whole = Array(Self.samples[index].utf8)
        for place in stride(from: index, to: whole.count, by: 3) {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(dice.roll(8))
            let reading = NACHAReading(bytes)
            #expect(NACHAReading(bytes, piece: 1 + place % 17) == reading)
            if reading != sound { different += 1 }
        }
        #expect(different > 500)
    }

    @Test func fiftyLinesSwapped() {
        var dice = Dice(state: 94)
        for _ in 0..<50 {
            var lines = Self.samples[0].split(separator: "\r\n")
            lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
            let text = lines.joined(separator: "\r\n")
            #expect(NACHAReading(text, piece: 5) == NACHAReading(text))
        }
    }

    /// A digit of an amount that changes is seen, and so is an entry that is lost or doubled.
    @Test func noAmountChangesUnseen() {
        let lines = Self.samples[0].split(separator: "\r\n")
        for (number, line) in lines.enumerated() where line.hasPrefix("6") {
            for column in 29...38 {
                var bytes = Array(line.utf8)
                bytes[column] = bytes[column] == UInt8(ascii: "7") ? 0x38 : 0x37
                var changed = lines
                changed[number] = Substring(decoding: bytes, as: UTF8.self)
                #expect(NACHAReading(changed.joined(separator: "\n")).hasErrors)
            }
            var doubled = lines
            doubled.insert(line, at: number)
            #expect(NACHAReading(doubled.joined(separator: "\n")).hasErrors)
            var lost = lines
            lost.remove(at: number)
            #expect(NACHAReading(lost.joined(separator: "\n")).hasErrors)
        }
    }

    @Test func hostileSizes() {
        let megabyte = [UInt8](repeating: UInt8(ascii: "1"), count: 1 << 20)
        #expect(NACHAReading(megabyte).hasErrors)
        #expect(NACHAReading(Array(Sample.fileHeader.utf8) + [0x0A] + megabyte).hasErrors)
        let head = [Sample.fileHeader, Sample.header("CTX")].joined(separator: "\n") + "\n"
        let nines = String(repeating: "9", count: 10)
        let entry = Sample.entry("22", 0).replacing("0000000000C-100", with: nines + "C-100")
        let many = String(repeating: entry + "\n", count: 5_000)
        #expect(NACHAReading(head + many).entries.count == 5_000)
        for text in ["RMR*", "RMR*IV*1**9999999999~", "ISA*", "~", "\\", "ST*820*1~", "\u{FF}"] {
            let filled = String(repeating: text, count: 90)
            let addenda = (1...9_999).map { Sample.addenda(String(filled.prefix(80)), $0) }
            let all =
                head + Sample.entry("22", 1, addenda: true) + "\n" + addenda.joined(separator: "\n")
            #expect(NACHAReading(all).entries.count == 1)
        }
    }
}
