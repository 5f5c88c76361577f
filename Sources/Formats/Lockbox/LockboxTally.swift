/// How many checks a batch or a lockbox has, and their sum in cents.
struct LockboxTally: Equatable, CustomStringConvertible {
    private(set) var checks = 0
    private(set) var cents: Int64 = 0

    init() {}

    /// What a total says (records 7 and 8): the count from column `column` on, then ten digits of
    /// cents. Nil where it says nothing that can be read.
    init?(_ record: LockboxRecord, at column: Int, countLength: Int) {
        guard let checks = record.number(at: column, length: countLength),
            let cents = record.number(at: column + countLength, length: 10)
        else { return nil }
        self.checks = checks
        self.cents = Int64(cents)
    }

    mutating func add(_ amount: Int64) {
        checks &+= 1
        cents &+= amount
    }

    var description: String { "\(checks), \(cents)" }
}
