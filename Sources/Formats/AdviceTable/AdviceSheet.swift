import Ledger

/// The advice as it is put together and held against its totals.
struct AdviceSheet {
    private(set) var advice = RemittanceAdvice()
    private var currencies: Set<AdviceCurrency> = []
    /// What a table says is paid in all: the last total of each.
    private var totals: [(amount: Amount, place: String)] = []

    mutating func add(
        _ reading: AdviceLineReading, _ table: AdviceTable, _ grid: AdviceGrid,
        _ values: inout AdviceValues
    ) {
        let room = max(0, AdviceGrid.mostLines - advice.lines.count)
        if reading.lines.count > room {
            values.log.note(
                .tooManyLines, at: table.lines.first.map { grid.place(grid.lines[$0]) } ?? "")
        }
        advice.lines += reading.lines.prefix(room)
        advice.adjustments += reading.adjustments.prefix(1_000)
        currencies.formUnion(reading.currencies)
        var last: (amount: Amount, place: String)?
        var since = 0
        for total in table.totals {
            let place = grid.place(grid.lines[total.line])
            guard let found = amount(total, table, grid, &values) else { continue }
            let rows = min(total.rows, reading.running.count - 1)
            let sums = [
                reading.running[rows], reading.running[rows] - reading.running[since],
                reading.grossRunning[rows],
                reading.grossRunning[rows] - reading.grossRunning[since],
            ]
            // Without a column of what is paid, the total of it stands under the gross amounts.
            let isGross =
                found.isGross
                && !(table.columns.isNetComputed
                    && reading.running[rows] == Footing.scaled(found.amount))
            let holds = sums.contains(Footing.scaled(found.amount))
            if total.kind == .whole {
                if let last, !holds || !isGross { note(last, reading, &values) }
                if !isGross { last = (found.amount, place) }
            } else if !holds {
                values.log.note(.totalDiffers, at: place, "\(found.amount)")
            }
            since = rows
        }
        if let last { totals.append(last) }
    }

    /// A total that another follows: what is paid may be less than the sum.
    private mutating func note(
        _ total: (amount: Amount, place: String), _ reading: AdviceLineReading,
        _ values: inout AdviceValues
    ) {
        let sum = Footing.scaled(total.amount)
        if sum != reading.running.last, sum != reading.grossRunning.last {
            values.log.note(.totalDiffers, at: total.place, "\(total.amount)")
        }
    }

    /// What a row of totals says is paid; where it says nothing of that, its last amount.
    private func amount(
        _ total: AdviceTable.Total, _ table: AdviceTable, _ grid: AdviceGrid,
        _ values: inout AdviceValues
    ) -> (amount: Amount, isGross: Bool)? {
        let slots = total.cells.indices.filter { total.cells[$0] >= 0 && table.role($0).isAmount }
        guard
            let slot = slots.first(where: { table.role($0) == .net })
                ?? slots.first(where: { table.role($0) == .gross }) ?? slots.last
        else { return nil }
        let text = grid.content(grid.cells[Int(total.cells[slot])])
        let place = grid.place(grid.lines[total.line])
        guard let read = values.amount(text, of: table.column(slot), at: place) else { return nil }
        return (read.amount, table.role(slot) == .gross && slots.count > 1)
    }

    mutating func add(_ prose: AdviceProse, _ values: inout AdviceValues) {
        for item in prose.items {
            var line = AdviceLine()
            line.number = item.number
            line.type = item.isCredit ? "381" : nil
            if let written = item.amount {
                if let currency = written.currency { currencies.insert(currency) }
                line.net = values.amount(written, at: item.place, item.number ?? "")
                if item.isTakenOff || item.isCredit, let net = line.net, net.units > 0 {
                    line.net = -net
                }
            }
            line.reason = item.reason
            line.text = item.words
            if item.number == nil {
                line.adjustment = line.net
                line.net = nil
                advice.adjustments.append(line)
            } else {
                advice.lines.append(line)
            }
        }
        // A list with some amounts lacks the others; a list without any may be enough.
        guard advice.lines.contains(where: { $0.net != nil }) else { return }
        for (line, item) in zip(advice.lines, prose.items.filter { $0.number != nil })
        where line.net == nil {
            values.log.note(.amountMissing, at: item.place, line.number)
        }
    }

    mutating func settle(
        _ facts: AdviceFacts, name: String, isChinese: Bool, _ values: inout AdviceValues
    ) {
        advice.valueDate = values.day(facts.valueDate)
        advice.date = values.day(facts.date)
        advice.trace = facts.trace
        advice.method = facts.method
        if facts.payer != nil || facts.payerAccount != nil {
            advice.payer = PaymentDetail.Party(name: facts.payer, account: facts.payerAccount)
        }
        advice.payee = facts.payee.map { PaymentDetail.Party(name: $0) }

        var stated: [(amount: Amount, place: String)] = []
        for total in facts.totals {
            if let amount = values.amount(total.value, at: total.place, "") {
                stated.append((amount, total.place))
            }
            if let currency = total.value.currency { currencies.insert(currency) }
        }
        settleCurrency(facts.currency, name, isChinese, &values)
        if totals.count > 1, let sum = AdviceSum.total(totals.map(\.amount)) {
            stated.append((sum, totals[0].place))
        } else {
            stated += totals
        }
        sayRepeated(name, &values)
        guard !stated.isEmpty else {
            values.log.note(.amountMissing, at: name)
            return
        }
        hold(stated, &values)
    }

    private mutating func settleCurrency(
        _ said: AdviceCurrency?, _ name: String, _ isChinese: Bool, _ values: inout AdviceValues
    ) {
        if let said { currencies.insert(said) }
        let known = Set(currencies.compactMap { $0.currency(inChinese: isChinese) })
        // 元 beside a code says nothing more.
        let codes = Set(
            currencies.compactMap { if case .known(let currency) = $0 { currency } else { nil } })
        advice.currency = (codes.isEmpty ? known : codes).min()
        if codes.count > 1 {
            let list = codes.sorted().map(\.code).joined(separator: ", ")
            values.log.note(.currencyDiffers, at: name, list)
            advice.currency = nil
        }
    }

    private func sayRepeated(_ name: String, _ values: inout AdviceValues) {
        var seen: Set<String> = []
        // A line without what is paid belongs to the one above.
        for line in advice.lines where line.net != nil {
            guard let number = line.number else { continue }
            if !seen.insert(number).inserted {
                values.log.note(.documentRepeated, at: name, number)
            }
        }
    }

    /// The payment is the first amount stated; every one of them must be what the lines come to.
    private mutating func hold(
        _ stated: [(amount: Amount, place: String)], _ values: inout AdviceValues
    ) {
        let readings = AdviceReadings(advice)
        advice.amount = stated.first?.amount
        // A list of documents without amounts comes to nothing.
        guard advice.lines.contains(where: { $0.net != nil }) else { return }
        if let hit = stated.lazy.compactMap({ readings.reading(of: $0.amount) }).first {
            advice = hit.applied(to: advice)
            if let amount = stated.first(where: { readings.reading(of: $0.amount) != nil }) {
                advice.amount = amount.amount
            }
        }
        let isComplete = advice.lines.allSatisfy { $0.net != nil || $0.adjustment != nil }
        guard isComplete else { return }
        for (index, total) in stated.enumerated()
        where readings.reading(of: total.amount) == nil {
            // One amount is the sum of some lines where another is the payment.
            let isOther = stated.indices.contains {
                $0 != index && readings.reading(of: stated[$0].amount) != nil
            }
            let sum = Footing.text(readings.plain)
            if isOther {
                if !readings.isPart(total.amount) {
                    values.log.note(.totalDiffers, at: total.place, "\(total.amount)")
                }
            } else {
                values.log.note(
                    .outOfBalance, at: total.place, "\(total.amount)",
                    detail: "\(sum) ≠ \(total.amount)")
            }
        }
    }
}

/// What the lines may come to. Payers differ: a credit note may be written without its minus, and
/// so may what is taken off without naming a document.
struct AdviceReadings {
    struct Reading {
        let sum: Int128
        var creditsTurned = false
        var adjustmentsTurned = false

        func applied(to advice: RemittanceAdvice) -> RemittanceAdvice {
            var advice = advice
            if creditsTurned {
                for index in advice.lines.indices where advice.lines[index].isPositiveCredit {
                    advice.lines[index].net = AdviceSum.negated(advice.lines[index].net)
                    advice.lines[index].gross = AdviceSum.negated(advice.lines[index].gross)
                    advice.lines[index].discount = AdviceSum.negated(advice.lines[index].discount)
                }
            }
            if adjustmentsTurned {
                for index in advice.adjustments.indices {
                    guard let amount = advice.adjustments[index].adjustment, amount.units > 0 else {
                        continue
                    }
                    advice.adjustments[index].adjustment = -amount
                }
            }
            return advice
        }
    }

    private let all: [Reading]
    let plain: Int128
    private let gross: Int128

    init(_ advice: RemittanceAdvice) {
        let net = advice.lines.reduce(Int128(0)) { $0 + AdviceSum.scaled($1.net) }
        let credits = advice.lines.reduce(Int128(0)) {
            $0 + ($1.isPositiveCredit ? AdviceSum.scaled($1.net) : 0)
        }
        let loose = advice.adjustments.reduce(Int128(0)) { $0 + AdviceSum.scaled($1.adjustment) }
        let off = advice.adjustments.reduce(Int128(0)) {
            $0 - abs(AdviceSum.scaled($1.adjustment))
        }
        gross = advice.lines.reduce(Int128(0)) { $0 + AdviceSum.scaled($1.gross ?? $1.net) }
        plain = net + loose
        all = [
            Reading(sum: net + loose),
            Reading(sum: net + off, adjustmentsTurned: true),
            Reading(sum: net - 2 * credits + loose, creditsTurned: true),
            Reading(sum: net - 2 * credits + off, creditsTurned: true, adjustmentsTurned: true),
        ]
    }

    func reading(of amount: Amount) -> Reading? {
        let sum = Footing.scaled(amount)
        return all.first { $0.sum == sum }
    }

    /// The gross amounts, or the lines without the adjustments.
    func isPart(_ amount: Amount) -> Bool { Footing.scaled(amount) == gross }
}

extension AdviceLine {
    /// A credit note that is written as what is paid is.
    var isPositiveCredit: Bool { type == "381" && (net?.units ?? 0) > 0 }
}
