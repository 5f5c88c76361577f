import Ledger

/// Days as spreadsheets number them, with the time of day as a fraction.
enum SerialDate {
    /// From which day they count (ISO/IEC 29500-1, 18.17.4).
    enum Epoch { case of1900, of1904 }

    private static let secondsOfDay = 86_400

    /// Writes a plain decimal in ISO 8601: a day, with the time where there is one, to the nearest
    /// second; a time alone where the number has no day and is shown as a time.
    ///
    /// False where it is no day: below zero, beyond 9999, and the 29 February 1900 that never was
    /// but is counted.
    static func write(
        _ plain: ByteRun, _ format: NumberFormat, from epoch: Epoch, into scratch: inout [UInt8]
    ) -> Bool {
        let point = plain.index(of: UInt8(ascii: ".")) ?? plain.count
        guard var number = plain.upTo(point).smallNumber else { return false }
        var seconds = self.seconds(plain.from(point + 1))
        if seconds == secondsOfDay {
            number += 1
            seconds = 0
        }
        scratch.removeAll(keepingCapacity: true)
        if number == 0, format == .time {
            append(time: seconds, to: &scratch)
            return true
        }
        guard let day = day(number, from: epoch) else { return false }
        scratch.append(contentsOf: day.description.utf8)
        if seconds > 0 {
            scratch.append(UInt8(ascii: "T"))
            append(time: seconds, to: &scratch)
        }
        return true
    }

    private static func day(_ number: Int, from epoch: Epoch) -> Day? {
        let first: Int
        switch epoch {
        case .of1904: first = -24_107
        case .of1900:
            guard number != 0, number != 60 else { return nil }
            first = number < 60 ? -25_568 : -25_569
        }
        let day = first + number
        return day <= Int(Day.last.number) ? Day(number: Int32(clamping: day)) : nil
    }

    /// Of a fraction's digits; nine of them are ten thousandths of a second.
    private static func seconds(_ fraction: ByteRun) -> Int {
        var billionths = 0
        for place in 0..<9 {
            billionths = billionths * 10 + (place < fraction.count ? Int(fraction[place] & 0xF) : 0)
        }
        return (billionths * secondsOfDay + 500_000_000) / 1_000_000_000
    }

    private static func append(time seconds: Int, to scratch: inout [UInt8]) {
        for (index, part) in [seconds / 3600, seconds / 60 % 60, seconds % 60].enumerated() {
            if index > 0 { scratch.append(UInt8(ascii: ":")) }
            scratch.append(UInt8(ascii: "0") + UInt8(part / 10))
            scratch.append(UInt8(ascii: "0") + UInt8(part % 10))
        }
    }
}
