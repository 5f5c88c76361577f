import Formats
import Testing

/// Broken files (reliability T9): cut, bits flipped, lines swapped. Nothing traps, and it comes to
/// an end.
@Suite struct BAI2BrokenTests {
    static let samples = [
        """
        01,HARBORBK,NORTHWIND,260303,0630,77,,,2/\r
        02,NORTHWIND,HARBORBK,1,260302,2359,USD,2/\r
        03,4410029,USD,010,1000000,,,015,1241700,,,045,1200000,,,100,250000,2,/\r
        88,400,8300,2,/\r
        16,195,150000,V,260302,1130,F0302A,OURREF7,ORG=/998877 NORTHWIND LTD\r
        88,OGB=SEASIDE BANK RFB=INV-2001 OBI=INVOICE 2001, LESS 15/3\r
        88,BBI=/CHGS/USD12.50/\r
        16,165,100000,S,60000,30000,10000,A77,,ORIG CO NAME:ACME IND ID:C-100\r
        16,475,8000,0,,10233/\r
        16,698,300,D,2,0,200,1,100,,,FEE OF MÄRZ/\r
        49,3958300,9/\r
        98,3958300,1,11/\r
        99,3958300,1,13/
        """,
        [
            "01,HARBORBK,OURS,260303,0630,9,60,10,2/", "02,OURS,HARBORBK,1,260302,,JPY,4/",
            "03,77,JPY,010,500,,,015,1500,,/",
            "16,142,1000,1,B1,C1,A TEXT THAT IS LONGER THAN A RECORD, WHI",
            "88,CH GOES ON/", "49,3000,4/", "98,3000,1,6/", "99,3000,1,8/",
        ].map { $0 + String(repeating: " ", count: 60 - $0.utf8.count) }.joined(),
    ]

    private typealias Dice = MT940BrokenTests.Dice

    @Test func theSamplesAreSound() {
        #expect(Self.samples.map { BAI2Reading($0).entries.count } == [4, 1])
        #expect(Self.samples.map { BAI2Reading($0).findings } == [[], []])
    }

    /// A file cut anywhere never passes for a whole one, unless all that is lost is in the totals
    /// of its last record.
    @Test(arguments: samples.indices) func cutAtEveryByte(_ index: Int) throws {
        let bytes = Array(Self.samples[index].utf8)
        let whole = BAI2Reading(bytes)
        for length in bytes.indices {
            let reading = BAI2Reading(Array(bytes[..<length]))
            let isWhole = reading.statements == whole.statements
            #expect(reading.hasErrors || isWhole, "cut at byte \(length)")
        }
    }

    @Test(arguments: samples.indices) func piecesSayTheSame(_ index: Int) {
        let whole = BAI2Reading(Self.samples[index])
        for piece in 1...17 { #expect(BAI2Reading(Self.samples[index], piece: piece) == whole) }
    }

    @Test(arguments: samples.indices) func aBitFlippedInEveryByte(_ index: Int) {
        let sound = BAI2Reading(Self.samples[index])
        var dice = Dice(state: UInt64(index) &+ 2)
        var different = 0
        let whole = Array(Self.samples[index].utf8)
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(dice.roll(8))
            let reading = BAI2Reading(bytes)
            #expect(BAI2Reading(bytes, piece: 1 + place % 17) == reading)
            if reading != sound { different += 1 }
        }
        #expect(different > 100)
    }

    @Test func fiftyLinesSwapped() {
        var dice = Dice(state: 88)
        for _ in 0..<50 {
            var lines = Self.samples[0].split(separator: "\r\n")
            lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
            let text = lines.joined(separator: "\r\n")
            #expect(BAI2Reading(text, piece: 5) == BAI2Reading(text))
        }
    }

    /// A digit of an amount that changes is seen.
    @Test func noAmountChangesUnseen() {
        let lines = Self.samples[0].split(separator: "\r\n")
        for (number, line) in lines.enumerated() where line.hasPrefix("16,") {
            var fields = line.split(separator: ",", omittingEmptySubsequences: false)
            fields[2] = Substring("7" + fields[2].dropFirst())
            var changed = lines
            let joined = fields.joined(separator: ",")
            changed[number] = joined[...]
            #expect(BAI2Reading(changed.joined(separator: "\n")).hasErrors)
        }
    }

    @Test func hostileSizes() {
        let megabyte = [UInt8](repeating: UInt8(ascii: "1"), count: 1 << 20)
        #expect(BAI2Reading(megabyte).codes.contains("bai2-line-too-long"))
        let head = "01,A,B,260303,0630,7,,,2/\n02,B,A,1,260302,,USD,2/\n03,1,USD,,,,/\n"
        let rest = ["16,142,5,D,65535,1,", "16,142,5,D,65535", "16,142,5,,,,X", "03,1,USD,010,"]
        for start in rest {
            for filler in [",", ",1", "\n88,", "\n88,1,", "ORG=", "OBI:", "/", "\u{1F}", "R01 "] {
                let many = start + String(repeating: filler, count: 30_000)
                #expect(BAI2Reading(head + many).hasErrors)
            }
        }
        for number in ["9223372036854775807", "999999999999999999", "-99999999999999999999"] {
            let many = String(repeating: "16,142,\(number),S,\(number),,,,,/\n", count: 50)
            #expect(BAI2Reading(head + many + "49,\(number),\(number)/\n").hasErrors)
        }
        let blocks = "01,A,B,260303,0630,7,65535,65535,2/" + String(repeating: " ", count: 70_000)
        #expect(BAI2Reading(blocks).hasErrors)
    }
}
