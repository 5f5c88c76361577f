import Ledger
import Receivables

/// A test in the words of the trade: one step a line, each with what it must come to.
///
/// ```
/// customer  C100
/// invoice   INV-1 C100 11300.00 CNY tax 1300.00 issued 2026-03-01 due 2026-03-31
/// receipt   RC-1 11500.00 CNY on 2026-04-02
/// identify  RC-1 C100
/// apply     RC-1 INV-1 11300.00
/// on-account RC-1
/// posted    Dr 2203U 11500.00; Cr 1122 11300.00; Cr 2203A 200.00
/// apply     RC-1 INV-1 1.00 -> exceeds-unapplied
/// open      INV-1 0.00
/// ```
///
/// A step that changes something ends in `-> code` where it must be refused. `posted` compares the
/// net effect of all lines since the last `posted` (or `mark`), in functional currency; `posted in
/// USD` in that currency.
public struct Scenario {
    public private(set) var ledger: Ledgered
    /// The refusal codes that were seen.
    public private(set) var seen: Set<String> = []
    /// What did not come out as written, line by line.
    public private(set) var failures: [String] = []

    var entity = Entity.ID(1)
    var receipts: [String: Receipt.ID] = [:]
    var refunds: [String: Refund.ID] = [:]
    var claims: [String: CaseFile.ID] = [:]
    private var mark = 0

    public init(_ text: String) {
        ledger = Ledgered(today: Day("2026-04-30")!)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let step = String(words.first ?? "")
            if step.allSatisfy({ $0 == " " }) { continue }
            run(step, line: number + 1)
        }
    }

    private mutating func run(_ step: String, line: Int) {
        let parts = step.split(separator: ">", maxSplits: 1)
        let refused = parts.count == 2 && parts[0].hasSuffix("-")
        let expected = refused ? parts[1].split(separator: " ").first.map(String.init) : nil
        var words = Words(refused ? String(parts[0].dropLast()) : step)
        do {
            if let check = try check(&words) {
                if let failure = check() { failures.append("line \(line): \(failure)") }
                return
            }
            words.restart()
            try change(&words)
            if let expected { failures.append("line \(line): expected \(expected), was done") }
        } catch let refusal as Refusal {
            seen.insert(refusal.code)
            if refusal.code != expected {
                failures.append("line \(line): \(expected ?? "ok") expected, refused \(refusal)")
            }
        } catch {
            failures.append("line \(line): \(error)")
        }
    }

    private mutating func change(_ words: inout Words) throws {
        let steps = ScenarioSteps(words.next() ?? "")
        try steps.perform(&words, &self)
    }

    mutating func perform(_ command: some Command) throws {
        for event in try ledger.perform(command) {
            switch event {
            case .refundApproved(let refund, _), .refundRequested(let refund):
                if refunds.values.contains(refund.id) { break }
                refunds["\(refunds.count + 1)"] = refund.id
            default: break
            }
        }
    }

    mutating func perform(_ command: some Command, as name: String) throws {
        for event in try ledger.perform(command) {
            if case .receiptRecorded(let receipt) = event { receipts[name] = receipt.id }
        }
    }

    mutating func with(_ change: (inout Ledgered) -> Void) { change(&ledger) }

    /// A check is a step that changes nothing; nil where the step is no check.
    private mutating func check(_ words: inout Words) throws -> (() -> String?)? {
        let verb = words.next()
        switch verb {
        case "mark":
            mark = ledger.lines.count
            return { nil }
        case "posted":
            let effects = ledger.lines[mark...].effects
            mark = ledger.lines.count
            return { [text = words.rest] in Self.compare(effects, text) }
        case "balance":
            let code = try words.word("account")
            let sign = try words.word("amount")
            let wanted = sign == "=" ? try words.word("amount") : sign
            guard let account = Account(rawValue: code) else { return { "no account \(code)" } }
            let functional = ledger.books.entities[entity]?.currency ?? .cny
            let found = Money(minor: ledger.balance(account), functional).plain
            return { found == wanted ? nil : "\(code) is \(found), expected \(wanted)" }
        case "open":
            let number = try words.word("item")
            let wanted = try words.word("amount")
            let item = ledger.books.item(entity, number: number)
            let found = item.map { Money(minor: $0.open, $0.currency).plain } ?? "not there"
            return { found == wanted ? nil : "\(number) has \(found) open, expected \(wanted)" }
        case "functional":
            let number = try words.word("item")
            let wanted = try words.word("amount")
            let functional = ledger.books.entities[entity]?.currency ?? .cny
            let found =
                ledger.books.item(entity, number: number)
                .map { Money(minor: $0.openFunctional, functional).plain } ?? "not there"
            return { found == wanted ? nil : "\(number) carries \(found), expected \(wanted)" }
        case "state":
            let name = try words.word("receipt")
            let wanted = try words.word("state")
            let found = receipts[name].flatMap { ledger.books.receipts[$0]?.state.rawValue } ?? "–"
            return { found == wanted ? nil : "\(name) is \(found), expected \(wanted)" }
        case "refunded":
            // The state of a refund: `refunded 1 approved`.
            let name = try words.word("refund")
            let wanted = words.rest
            let found = refunds[name].flatMap { ledger.books.refunds[$0]?.status } ?? "–"
            return { found == wanted ? nil : "refund \(name) is \(found), expected \(wanted)" }
        case "status":
            let number = try words.word("item")
            let wanted = try words.word("status")
            let found = ledger.books.item(entity, number: number).map { "\($0.status)" } ?? "–"
            return { found == wanted ? nil : "\(number) is \(found), expected \(wanted)" }
        case "posted-on":
            // The day that the last event counts on.
            let wanted = try words.word("day")
            let found = ledger.events.last?.postedOn.map { "\($0)" } ?? "no day"
            return { found == wanted ? nil : "posted on \(found), expected \(wanted)" }
        case "holds":
            let name = try words.word("receipt")
            let place = try words.word("place")
            let wanted = try words.word("amount")
            let receipt = receipts[name].flatMap { ledger.books.receipts[$0] }
            let at = Receipt.Place.allCases.first { "\($0)" == place }
            let found = at.flatMap { at in
                receipt.map { Money(minor: $0.holdings[at].amount, $0.currency).plain }
            }
            return {
                found == wanted ? nil : "\(name) holds \(found ?? "–") \(place), not \(wanted)"
            }
        case "due":
            let number = try words.word("item")
            let wanted = try words.word("day")
            let found =
                ledger.books.item(entity, number: number).map { "\($0.dueOn)" } ?? "not there"
            return { found == wanted ? nil : "\(number) is due \(found), expected \(wanted)" }
        default: return try claimCheck(verb, &words)
        }
    }

    /// `Dr 1002 11500.00; Cr 1122 11300.00`, in any order; `in USD` first for a transaction
    /// currency.
    private static func compare(_ effects: [AccountEffect], _ text: String) -> String? {
        var text = text
        var currency: Currency?
        if text.hasPrefix("in ") {
            currency = Currency(text.dropFirst(3).prefix(3))
            text = String(text.dropFirst(7))
        }
        var sums: [Account: Int64] = [:]
        var exponent = 2
        for effect in effects {
            if let currency, effect.amount.currency != currency { continue }
            let money = currency == nil ? effect.functional : effect.amount
            sums[effect.account, default: 0] += money.minor
            exponent = money.currency.exponent
        }
        let found = sums.filter { $0.value != 0 }
            .map {
                ($0.value > 0 ? "Dr " : "Cr ") + $0.key.code + " "
                    + Decimals.text(abs($0.value), exponent: exponent)
            }
        let wanted = text.split(separator: ";").map {
            $0.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty && $0 != "nothing" }
        if Set(found) == Set(wanted) { return nil }
        return
            "posted \(found.sorted().joined(separator: "; ")), expected \(wanted.joined(separator: "; "))"
    }
}

/// The words of one step.
struct Words {
    private let all: [Substring]
    private var at = 0

    init(_ text: String) { all = text.split(separator: " ") }

    mutating func next() -> String? {
        guard at < all.count else { return nil }
        at += 1
        return String(all[at - 1])
    }

    mutating func restart() { at = 0 }

    mutating func word(_ what: String) throws -> String {
        guard let word = next() else { throw ScenarioError("\(what) missing") }
        return word
    }

    /// The value behind a key word, wherever it stands: `due 2026-03-31`.
    func value(_ key: String) -> String? {
        guard let place = all.firstIndex(of: Substring(key)), place + 1 < all.count else {
            return nil
        }
        return String(all[place + 1])
    }

    func has(_ key: String) -> Bool { all.contains(Substring(key)) }

    var rest: String { all[at...].joined(separator: " ") }
    var parts: [[Substring]] { all[at...].split(separator: "+").map(Array.init) }
}

struct ScenarioError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Scenario {
    /// Performs a command beside the written steps, and notes what it is refused for.
    public mutating func perform(_ command: some Command, into refused: inout Set<String>) {
        do { try perform(command) } catch let refusal as Refusal {
            refused.insert(refusal.code)
        } catch {}
    }

    /// Runs one more step, and notes what it is refused for.
    public mutating func run(_ step: String, into refused: inout Set<String>) {
        let before = seen
        run(step, line: 0)
        refused.formUnion(seen.subtracting(before))
    }

    /// An invoice of the second entity.
    public mutating func foreignItem() -> OpenItem.ID {
        let entity = Entity.ID(2)
        let code = ledger.books.customers.values.first { $0.entity == entity }?.code ?? ""
        let command = PostItem(
            entity: entity, kind: .invoice, number: "F-1", customerCode: code,
            issuedOn: ledger.desk.today, dueOn: ledger.desk.today,
            gross: Money(minor: 100, .eur), tax: 0)
        let events = try? ledger.perform(command)
        if case .itemPosted(let item)? = events?.first { return item.id }
        return OpenItem.ID(0)
    }
}
