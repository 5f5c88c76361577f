import Formats

/// Files whose control records hold, of invented companies and banks.
enum NACHASample {
    /// The company's bank is 99000001, the receiver's 12345678.
    static let bank = "99000001"
    static let receiverBank = "123456780"

    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }

    static func digits(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - "\(number)".utf8.count)) + "\(number)"
    }

    static func trace(_ number: Int) -> String { bank + digits(number, 7) }

    static let fileHeader =
        "101 " + receiverBank + "19900000012603030630A094101" + left("SEASIDE BANK", 23)
        + left("HARBOR BANK", 23) + left("", 8)

    static func header(
        _ entryClass: String, service: String = "200", name: String = "NORTHWIND LTD",
        data: String = "", effective: String = "260303", settlement: String = "062",
        number: Int = 1
    ) -> String {
        "5" + service + left(name, 16) + left(data, 20) + "1990000001" + entryClass
            + left("VENDOR PAY", 10) + left("MAR 3", 6) + left(effective, 6) + left(settlement, 3)
            + "1" + bank + digits(number, 7)
    }

    /// `middle` are columns 40 to 78.
    static func entry(
        _ code: String, _ cents: Int, _ middle: String = left("C-100", 15) + "ACME INC",
        account: String = "4410029", addenda: Bool = false, number: Int = 1
    ) -> String {
        "6" + code + receiverBank + left(account, 17) + digits(cents, 10) + left(middle, 39)
            + (addenda ? "1" : "0") + trace(number)
    }

    /// Addenda 05: a text and its place among those of the entry.
    static func addenda(_ text: String, _ sequence: Int = 1, number: Int = 1) -> String {
        "705" + left(text, 80) + digits(sequence, 4) + digits(number, 7)
    }

    /// The batch around records 6 and 7, with a control record that holds.
    static func batch(_ header: String, _ records: [String]) -> [String] {
        let (service, number) = (header.dropFirst().prefix(3), header.suffix(7))
        let isAdvice = service == "280"
        let sums = totals(records, isAdvice: isAdvice)
        let money = [sums.debits, sums.credits].map { digits($0, isAdvice ? 20 : 12) }.joined()
        let company = isAdvice ? left("OPERATOR", 19) : "1990000001" + left("", 25)
        let control =
            "8" + service + digits(records.count, 6) + digits(sums.hash, 10) + money + company
            + bank + number
        return [header] + records + [control]
    }

    /// The file around batches, with a control record that holds and its last block filled up.
    static func file(_ batches: [String]..., end: String = "\n") -> String {
        let records = batches.flatMap { $0 }
        let isAdvice = records.contains { $0.hasPrefix("5280") }
        let inside = records.filter { $0.hasPrefix("6") || $0.hasPrefix("7") }
        let sums = totals(inside, isAdvice: isAdvice)
        let money = [sums.debits, sums.credits].map { digits($0, isAdvice ? 20 : 12) }.joined()
        let blocks = (records.count + 11) / 10
        let control = left(
            "9" + digits(batches.count, 6) + digits(blocks, 6) + digits(inside.count, 8)
                + digits(sums.hash, 10) + money, 94)
        let filler = Array(
            repeating: String(repeating: "9", count: 94), count: blocks * 10 - records.count - 2)
        return ([fileHeader] + records + [control] + filler).map { $0 + end }.joined()
    }

    /// One batch of both credits and debits, or what `service` says.
    static func one(
        _ entryClass: String, _ records: String..., service: String = "200"
    ) -> String {
        file(batch(header(entryClass, service: service), records))
    }

    private static func totals(
        _ records: [String], isAdvice: Bool
    ) -> (hash: Int, debits: Int, credits: Int) {
        var sums = (hash: 0, debits: 0, credits: 0)
        for record in records where record.hasPrefix("6") {
            let columns = Array(record.unicodeScalars)
            func number(_ range: ClosedRange<Int>) -> Int {
                Int(String(String.UnicodeScalarView(columns[range]))) ?? 0
            }
            sums.hash += number(3...10)
            let amount = number(isAdvice ? 27...38 : 29...38)
            let code = number(1...2)
            let isCredit = code > 80 ? code % 2 == 1 : code % 10 < 5
            if isCredit { sums.credits += amount } else { sums.debits += amount }
        }
        sums.hash %= 10_000_000_000
        return sums
    }
}

extension NACHAReader: PlainReader {}
typealias NACHAReading = StatementReading<NACHAReader>

extension StatementReading<NACHAReader> {
    /// The first entry of a file in which nothing is wrong.
    static func soundEntry(_ text: String) -> StatementEntry? {
        let reading = NACHAReading(text)
        return reading.findings.isEmpty ? reading.entries.first : nil
    }
}
