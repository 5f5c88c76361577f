import Ledger

/// When the money of an amount is available, the funds type and what follows it.
struct BAI2Funds {
    /// Where the file names the day: at once (`0`) is the as-of day, `V` has a day of its own. One
    /// or two banking days later depends on a calendar that the file does not have.
    private(set) var valueDate: Day?

    /// Reads the type and its own fields, so that the next field is the one behind them.
    init(
        _ fields: inout BAI2Fields, amount: Int64?, asOf: Day?, exponent: Int, _ log: inout BAI2Log
    ) {
        let type = fields.next()
        guard !type.isEmpty else { return }
        if type.count == 1, type[0] >= UInt8(ascii: "a") { log.note(.lowerCase, type) }
        if type.isLetter(UInt8(ascii: "V")) {
            let date = fields.next()
            // The time of day says nothing about the day.
            _ = fields.next()
            valueDate = date.bai2Day
            if valueDate == nil { log.note(.valueDate, date) }
        } else if type.isLetter(UInt8(ascii: "S")) {
            var parts = Parts(exponent)
            for _ in 0..<3 { parts.add(fields.next()) }
            parts.check(amount, type, &log)
        } else if type.isLetter(UInt8(ascii: "D")) {
            let number = fields.next()
            guard let count = number.count(below: BAI2Lines.limit) else {
                log.note(.fundsUnreadable, number)
                return
            }
            var parts = Parts(exponent)
            for _ in 0..<count where !fields.isDone {
                if fields.next().count(below: 10_000) == nil { parts.isBroken = true }
                parts.add(fields.next())
            }
            parts.check(amount, type, &log)
        } else if type.equals("0") {
            valueDate = asOf
        } else if !type.equals("1"), !type.equals("2"), !type.isLetter(UInt8(ascii: "Z")) {
            log.note(.fundsUnreadable, type)
        }
    }

    /// The parts of an amount that is available by and by.
    private struct Parts {
        private let exponent: Int
        private var sum: Int128 = 0
        var isBroken = false

        init(_ exponent: Int) { self.exponent = exponent }

        mutating func add(_ field: ByteRun) {
            if field.isEmpty { return }
            if let part = BAI2Amount(field, exponent: exponent) {
                sum &+= Int128(part.minor)
            } else {
                isBroken = true
            }
        }

        func check(_ amount: Int64?, _ type: ByteRun, _ log: inout BAI2Log) {
            if isBroken {
                log.note(.fundsUnreadable, type)
            } else if let amount, Int128(amount) != sum {
                log.note(.fundsDiffer, type, detail: "\(sum) ≠ \(amount)")
            }
        }
    }
}
