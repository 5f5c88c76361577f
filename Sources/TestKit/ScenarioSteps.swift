import Ledger
import Receivables

/// The steps of a scenario that change something.
struct ScenarioSteps {
    private let verb: String

    init(_ verb: String) { self.verb = verb }

    func perform(_ words: inout Words, _ scenario: inout Scenario) throws {
        switch verb {
        case "entity": try entity(&words, &scenario)
        case "rate": try rate(&words, &scenario)
        case "customer": try customer(&words, &scenario)
        case "today", "actor": try desk(&words, &scenario)
        case "invoice", "credit", "debit": try document(&words, &scenario)
        case "reverse": try reverse(&words, &scenario)
        case "dispute":
            try scenario.perform(
                MarkDispute(
                    entity: scenario.entity, number: try words.word("item"),
                    disputed: words.next() != "end"))
        case "receipt": try receipt(&words, &scenario)
        case "apply": try apply(&words, &scenario)
        case "clear-advance":
            let id = try receiptID(&words, scenario)
            let number = try words.word("item")
            let item = scenario.ledger.books.item(scenario.entity, number: number)?.id
            try scenario.perform(
                ClearAdvance(
                    receipt: id, item: item ?? OpenItem.ID(999),
                    amount: try optionalMoney(&words, id, scenario), basis: .hand("order")))
        case "deduction": try deduction(&words, &scenario)
        case "unapply":
            try scenario.perform(
                UnapplyReceipt(receipt: try receiptID(&words, scenario), why: "mistake"))
        case "use-credit": try useCredit(&words, &scenario)
        case "unuse-credit": try unuseCredit(&words, &scenario)
        case "write-off": try writeOff(&words, &scenario)
        case "reverse-write-off":
            try scenario.perform(
                ReverseWriteOff(
                    application: try application(of: try words.word("item"), scenario), why: "paid")
            )
        case "refund": try refund(&words, &scenario)
        case "close":
            try scenario.perform(
                ClosePeriod(entity: scenario.entity, through: try day(words.word("day"))))
        case "reopen":
            try scenario.perform(
                ReopenPeriod(entity: scenario.entity, from: try day(words.word("day"))))
        default:
            if try ClaimSteps(verb).perform(&words, &scenario) { return }
            words.restart()
            _ = words.next()
            try move(&words, &scenario)
        }
    }

    private func entity(_ words: inout Words, _ scenario: inout Scenario) throws {
        let code = try words.word("code")
        let country = try words.word("country")
        let currency = try words.word("currency")
        let number = Int64(scenario.ledger.books.entities.count + 1)
        try scenario.perform(
            OpenEntity(
                number: number, code: code, name: words.next() ?? code, country: country,
                currency: Currency(currency) ?? .cny))
        scenario.entity = Entity.ID(number)
    }

    private func rate(_ words: inout Words, _ scenario: inout Scenario) throws {
        guard let from = Currency(try words.word("from")), let to = Currency(try words.word("to")),
            let rate = Rate(try words.word("rate"))
        else { throw ScenarioError("rate") }
        let day = try day(words.value("on") ?? "2026-01-01")
        scenario.with {
            $0.take(
                .rateRecorded(ExchangeRate(from: from, to: to, day: day, rate: rate, type: "spot")))
        }
    }

    private func customer(_ words: inout Words, _ scenario: inout Scenario) throws {
        let code = try words.word("code")
        let entity = scenario.entity
        scenario.with {
            $0.take(
                .customerRegistered(
                    Customer(id: $0.books.fresh(entity), entity: entity, code: code, name: code)))
        }
    }

    private func desk(_ words: inout Words, _ scenario: inout Scenario) throws {
        let value = try words.word(verb)
        let today = verb == "today" ? try day(value) : scenario.ledger.desk.today
        let actor = verb == "actor" ? value : scenario.ledger.desk.actor
        scenario.with { $0.desk = Desk(actor: actor, today: today, at: 0) }
    }

    private func document(_ words: inout Words, _ scenario: inout Scenario) throws {
        let number = try words.word("number")
        let customer = try words.word("customer")
        let gross = try money(&words)
        let issued = try day(words.value("issued") ?? "2026-03-10")
        let due = try words.value("due").map(day) ?? issued.adding(30)
        let kind: OpenItem.Kind =
            verb == "invoice" ? .invoice : verb == "credit" ? .creditNote : .debitNote
        let tax = try words.value("tax").map { try minor($0, gross.currency) } ?? 0
        var command = PostItem(
            entity: scenario.entity, kind: kind, number: number, customerCode: customer,
            issuedOn: issued, dueOn: due, gross: gross, tax: tax)
        if let discount = words.value("discount") {
            command.discount = try minor(discount, gross.currency)
            command.discountUntil = try words.value("until").map(day)
        }
        try scenario.perform(command)
    }

    private func reverse(_ words: inout Words, _ scenario: inout Scenario) throws {
        let name = try words.word("name")
        if let receipt = scenario.receipts[name] {
            try scenario.perform(MoveReceipt(receipt: receipt, .reverse, why: "returned"))
        } else {
            try scenario.perform(ReverseItem(entity: scenario.entity, number: name, why: "wrong"))
        }
    }

    private func receipt(_ words: inout Words, _ scenario: inout Scenario) throws {
        let name = try words.word("name")
        let amount = try money(&words)
        let on = try day(words.value("on") ?? "2026-04-02")
        var command = RecordReceipt(
            entity: scenario.entity, amount: amount, bookedOn: on,
            valueDate: try words.value("value").map(day) ?? on)
        command.source.payerAccount = words.value("from")
        if let asset = words.value("in") { command.asset = Account(rawValue: asset) ?? .revenue }
        command.source.checkNumber = words.value("check")
        command.source.code = words.value("code")
        try scenario.perform(command, as: name)
    }

    /// `apply RC-1 INV-1 980.00 discount 20.00 + INV-2 100.00 residual 5.00 QTY_SHORT [by C100]`.
    private func apply(_ words: inout Words, _ scenario: inout Scenario) throws {
        let id = try receiptID(&words, scenario)
        let currency = scenario.ledger.books.receipts[id]?.currency ?? .cny
        var lines: [ApplyReceipt.Line] = []
        var customer: Customer.ID?
        for part in words.parts {
            var part = part.map(String.init)
            if let place = part.firstIndex(of: "by"), place + 1 < part.count {
                customer =
                    scenario.ledger.books.customer(scenario.entity, code: part[place + 1])?.id
                    ?? Customer.ID(999)
                part.removeSubrange(place...place + 1)
            }
            part.removeAll { $0 == "from-account" }
            guard let number = part.first else { continue }
            let item = scenario.ledger.books.item(scenario.entity, number: number)
            let unit = item?.currency ?? currency
            var line = ApplyReceipt.Line(item: item?.id ?? OpenItem.ID(999), cash: 0)
            if part.count > 1 { line.cash = try minor(part[1], unit) }
            for (place, word) in part.enumerated() where place + 1 < part.count {
                switch word {
                case "discount": line.discount = try minor(part[place + 1], unit)
                case "charge": line.bankCharge = try minor(part[place + 1], unit)
                case "writeoff": line.writeOff = try minor(part[place + 1], unit)
                case "residual":
                    line.residual = try minor(part[place + 1], unit)
                    line.reason = place + 2 < part.count ? part[place + 2] : nil
                default: break
                }
            }
            lines.append(line)
        }
        var command = ApplyReceipt(receipt: id, lines: lines, customer: customer)
        command.fromOnAccount = words.has("from-account")
        try scenario.perform(command)
    }

    private func move(_ words: inout Words, _ scenario: inout Scenario) throws {
        let id = try receiptID(&words, scenario)
        let move: MoveReceipt.Move
        switch verb {
        case "identify":
            let code = try words.word("customer")
            let known = scenario.ledger.books.customers.values.first { $0.code == code }
            move = .identify(known?.id ?? Customer.ID(999))
        case "withdraw": move = .withdrawPayer
        case "on-account": move = .putOnAccount(try optionalMoney(&words, id, scenario))
        case "off-account": move = .takeOffAccount(try optionalMoney(&words, id, scenario))
        case "advance":
            let (order, rate) = (words.value("for"), words.value("tax"))
            move = .putToAdvance(
                try optionalMoney(&words, id, scenario), order: order,
                taxRate: rate.flatMap { Int64($0) } ?? 0)
        case "elsewhere":
            let code = try words.word("account")
            move = .turnElsewhere(
                Account(rawValue: code) ?? .bank, try optionalMoney(&words, id, scenario))
        case "bring-back": move = .bringBack(try optionalMoney(&words, id, scenario))
        case "release-advance": move = .releaseAdvance(try optionalMoney(&words, id, scenario))
        case "write-off-credit": move = .writeOffCredit(try optionalMoney(&words, id, scenario))
        case "reverse-credit-write-off": move = .reverseCreditWriteOff
        default: throw ScenarioError("no step \(verb)")
        }
        try scenario.perform(MoveReceipt(receipt: id, move, why: "test"))
    }

    private func useCredit(_ words: inout Words, _ scenario: inout Scenario) throws {
        let credit = try words.word("credit")
        let item = try words.word("item")
        try scenario.perform(
            ApplyCredit(
                entity: scenario.entity, credit: credit, item: item, amount: try money(&words),
                why: "netted"))
    }

    private func unuseCredit(_ words: inout Words, _ scenario: inout Scenario) throws {
        let id = try application(of: try words.word("credit"), scenario)
        try scenario.perform(UnapplyCredit(application: id, why: "mistake"))
    }

    /// The last application of an item; one that does not exist where there is none.
    private func application(of number: String, _ scenario: Scenario) throws -> Application.ID {
        let item = scenario.ledger.books.item(scenario.entity, number: number)?.id
        return scenario.ledger.books.applications.values
            .filter { $0.item == item && $0.reverses == nil }.map(\.id).max()
            ?? Application.ID(scenario.entity.raw * Identifiers.perEntity + 999_999)
    }

    private func writeOff(_ words: inout Words, _ scenario: inout Scenario) throws {
        var number = try words.word("item")
        if number.hasSuffix("/R") {
            // The residual of an invoice has a number that nobody knows beforehand.
            let residual = scenario.ledger.books.items.values.first {
                $0.kind == .residual && $0.links.precedes == String(number.dropLast(2))
            }
            number = residual?.number ?? number
        }
        let amount = words.rest.isEmpty ? nil : try money(&words)
        try scenario.perform(
            WriteOffItem(entity: scenario.entity, number: number, amount: amount, why: "small"))
    }

    func receiptID(_ words: inout Words, _ scenario: Scenario) throws -> Receipt.ID {
        let name = try words.word("receipt")
        return scenario.receipts[name]
            ?? Receipt.ID(scenario.entity.raw * Identifiers.perEntity + 999_999)
    }

    private func optionalMoney(
        _ words: inout Words, _ id: Receipt.ID, _ scenario: Scenario
    ) throws -> Money? {
        words.rest.isEmpty ? nil : try money(&words)
    }

    func money(_ words: inout Words) throws -> Money {
        let amount = try words.word("amount")
        guard let currency = Currency(try words.word("currency")) else {
            throw ScenarioError("currency")
        }
        return Money(minor: try minor(amount, currency), currency)
    }

    private func minor(_ text: String, _ currency: Currency) throws -> Int64 {
        guard let money = Amount(text)?.money(currency) else {
            throw ScenarioError("amount \(text)")
        }
        return money.minor
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ScenarioError("day \(text)") }
        return day
    }
}
