import Ledger

/// What the entries of a batch or a file come to, or what its control record says of them.
struct NACHATally {
    /// Entries and addenda.
    var records: Int64 = 0
    /// The sum of the receiving banks' numbers without their check digits, its last ten digits.
    var hash: Int64 = 0
    /// In cents.
    var debits: Int128 = 0
    var credits: Int128 = 0

    mutating func add(_ amount: Int64, isCredit: Bool) {
        if isCredit { credits &+= Int128(amount) } else { debits &+= Int128(amount) }
    }

    mutating func add(hash other: Int64) { hash = (hash &+ other) % 10_000_000_000 }

    mutating func add(_ part: NACHATally) {
        records &+= part.records
        add(hash: part.hash)
        debits &+= part.debits
        credits &+= part.credits
    }

    /// What a control record says; nil, and told, where a number of it cannot be read.
    init?(
        _ record: NACHARecord, records: ClosedRange<Int>, hash: ClosedRange<Int>,
        debits: ClosedRange<Int>, credits: ClosedRange<Int>, _ log: inout NACHALog
    ) {
        var numbers: [Int64] = []
        for columns in [records, hash, debits, credits] {
            guard let number = record.number(columns) else {
                log.note(.controlUnreadable, record.whole(columns))
                return nil
            }
            numbers.append(number)
        }
        self.records = numbers[0]
        self.hash = numbers[1]
        self.debits = Int128(numbers[2])
        self.credits = Int128(numbers[3])
    }

    init() {}

    /// Holds what a control record says against what was read, and against what the control records
    /// inside say, so that one that is wrong is told once.
    static func check(
        said: NACHATally, found: NACHATally, told: NACHATally, _ log: inout NACHALog
    ) {
        func differs<Number: Equatable>(_ path: KeyPath<NACHATally, Number>) -> Bool {
            said[keyPath: path] != found[keyPath: path]
                && said[keyPath: path] != told[keyPath: path]
        }
        if differs(\.debits) {
            let sums = (Self.dollars(found.debits), Self.dollars(said.debits))
            log.note(.totalsDiffer, detail: "debits \(sums.0) ≠ \(sums.1)")
        }
        if differs(\.credits) {
            let sums = (Self.dollars(found.credits), Self.dollars(said.credits))
            log.note(.totalsDiffer, detail: "credits \(sums.0) ≠ \(sums.1)")
        }
        if differs(\.hash) { log.note(.hashDiffers, detail: "\(found.hash) ≠ \(said.hash)") }
        if differs(\.records) {
            log.note(.countsDiffer, detail: "\(found.records) ≠ \(said.records)")
        }
    }

    private static func dollars(_ cents: Int128) -> String {
        Decimals.text(cents, exponent: 2)
    }
}
