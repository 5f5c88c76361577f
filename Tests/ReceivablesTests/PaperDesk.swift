import Ledger
import Receivables
import TestKit
import Testing

/// Books in which commands about cases are performed by name, and what is seen of them.
struct PaperDesk {
    var ledger: Ledgered
    private(set) var refused: Set<String> = []
    private var mark: Int

    init(_ text: String) {
        let scenario = Scenario(text)
        #expect(scenario.failures.isEmpty)
        ledger = scenario.ledger
        mark = ledger.lines.count
    }

    /// The code it is refused for, or `ok`.
    @discardableResult
    mutating func perform(_ command: some Command) -> String {
        mark = ledger.lines.count
        do {
            _ = try ledger.perform(command)
            return "ok"
        } catch {
            refused.insert(error.code)
            return error.code
        }
    }

    mutating func take(_ event: Event) {
        mark = ledger.lines.count
        ledger.take(event)
    }

    mutating func sit(_ actor: String, on day: String? = nil) {
        let today = day.flatMap { Day($0) } ?? ledger.desk.today
        ledger.desk = Desk(actor: actor, today: today, at: 0)
    }

    /// The net effect of the last command: `Dr 1122 25.00`, sorted.
    var posted: [String] { effect(since: mark) }

    func effect(since start: Int) -> [String] {
        var sums: [Account: Int64] = [:]
        for effect in ledger.lines[start...].effects {
            sums[effect.account, default: 0] += effect.functional.minor
        }
        return sums.filter { $0.value != 0 }.map { account, sum in
            (sum > 0 ? "Dr " : "Cr ") + account.code + " "
                + Decimals.text(abs(sum), exponent: 2)
        }.sorted()
    }

    var books: Books { ledger.books }

    func receipt(_ amount: Int64) throws -> Receipt {
        try #require(
            books.receipts.values.filter { $0.amount == amount }.max { $0.id < $1.id })
    }

    func item(_ number: String) throws -> OpenItem {
        try #require(books.items.values.first { $0.number == number })
    }

    func customer(_ code: String) throws -> Customer {
        try #require(books.customers.values.first { $0.code == code })
    }

    /// The last case of a kind.
    func file(_ kind: CaseFile.Kind) throws -> CaseFile {
        try #require(books.cases.values.filter { $0.kind == kind }.max { $0.id < $1.id })
    }

    /// A line of the statement that no receipt carries.
    mutating func line(
        _ amount: Int64, _ kind: BankLine.Class, _ currency: Currency = .cny,
        rate: Rate = .one
    ) -> BankLine {
        let value = rate.convert(Money(minor: amount, currency), to: .cny)?.minor ?? 0
        let day = ledger.desk.today
        let line = BankLine(
            id: books.fresh(Entity.ID(1)), statement: BankStatement.ID(1), entity: Entity.ID(1),
            account: "1", currency: currency, rate: rate, amount: amount, functional: value,
            bookedOn: day, valueDate: day, postedOn: day, kind: kind, bankReference: nil,
            code: nil, text: nil, fingerprint: amount)
        take(.bankLineRecorded(line))
        return line
    }
}

func all<Reason: CaseIterable & RawRepresentable<String>>(_: Reason.Type) -> Set<String> {
    Set(Reason.allCases.map(\.rawValue))
}
