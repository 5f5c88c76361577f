import Ledger
import Paper
import Receivables

/// The documents that a letter about a receipt speaks of: what the receipt was applied to, and what
/// of it is not paid.
struct LetterDocuments {
    struct Line {
        let item: OpenItem
        /// What this receipt paid of it, in the item's currency.
        var paid: Int64 = 0
        /// What is still owed of it, with the residuals that the receipt left.
        var unpaid: Int64
        var reasons: [String] = []
    }

    private(set) var lines: [Line] = []
    private let words: LetterWords

    /// - Parameter takenBack: whether what was applied once and taken back counts too.
    init(_ books: Books, of receipt: Receipt, takenBack: Bool, _ words: LetterWords) {
        self.words = words
        var places: [OpenItem.ID: Int] = [:]
        for application in books.applications.values.sorted(by: { $0.id < $1.id })
        where application.receipt == receipt.id && application.reverses == nil {
            if !takenBack, application.reversedBy != nil { continue }
            guard let item = books.items[application.item] else { continue }
            let place = places[item.id] ?? lines.count
            if place == lines.count { lines.append(Line(item: item, unpaid: item.open)) }
            places[item.id] = place
            lines[place].paid += application.cleared.cash
            // The residual of a short payment has the number after the application that left it.
            if application.cleared.residual != 0,
                let residual = books.items[OpenItem.ID(application.id.raw + 1)]
            {
                lines[place].unpaid += residual.open
                if let reason = residual.reason { lines[place].reasons.append(reason) }
            }
        }
    }

    var short: [Line] { lines.filter { $0.unpaid > 0 } }

    /// Those of which no more than the discount is missing, after its day; with what is missing.
    func unearned(on day: Day) -> [(line: Line, discount: Int64, until: Day)] {
        short.compactMap { line in
            guard let until = line.item.discountUntil, until < day,
                line.unpaid <= line.item.discount
            else { return nil }
            return (line, line.unpaid, until)
        }
    }

    /// `INV-1 | issued | amount | paid | unpaid`, the last only where something is.
    func table(_ lines: [Line], unpaid: Bool) -> Letter.Table? {
        let columns =
            [words.language("Amount", "金额"), words.language("Paid", "已付")]
            + (unpaid ? [words.language("Unpaid", "未付")] : [])
        return table(lines.map(\.item), columns, days: words.language("Issued", "开票日")) { place in
            let line = lines[place]
            return (
                line.item.issuedOn,
                [line.item.original, line.paid] + (unpaid ? [line.unpaid] : [])
            )
        }
    }

    func table(_ unearned: [(line: Line, discount: Int64, until: Day)]) -> Letter.Table? {
        let columns = [words.language("Amount", "金额"), words.language("Discount", "折扣")]
        let title = words.language("Discount until", "折扣期至")
        return table(unearned.map(\.line.item), columns, days: title) { place in
            (unearned[place].until, [unearned[place].line.item.original, unearned[place].discount])
        }
    }

    /// In one currency, its code stands in the heading and sums below; in several, before each
    /// amount.
    private func table(
        _ items: [OpenItem], _ titles: [String], days: String,
        _ row: (Int) -> (day: Day, amounts: [Int64])
    ) -> Letter.Table? {
        guard let first = items.first else { return nil }
        let isOne = items.allSatisfy { $0.currency == first.currency }
        let code = isOne ? " \(first.currency)" : ""
        var table = Letter.Table(
            columns: [
                Letter.Table.Column(words.language("Document", "单据号")), Letter.Table.Column(days),
            ] + titles.map { Letter.Table.Column($0 + code, isAmount: true) },
            rows: [])
        var sums = titles.map { _ in Int64(0) }
        for (place, item) in items.enumerated() {
            let (day, amounts) = row(place)
            for column in sums.indices { sums[column] &+= amounts[column] }
            table.rows.append(
                [LetterWords.quoted(item.number), words.day(day)]
                    + amounts.map { minor in
                        let money = Money(minor: minor, item.currency)
                        return isOne ? money.grouped : words.amount(money)
                    })
        }
        if isOne, items.count > 1 {
            table.total =
                [words.language("Total", "合计"), ""]
                + sums.map { Money(minor: $0, first.currency).grouped }
        }
        return table
    }

    func sum(_ parts: [(Currency, Int64)]) -> [Currency: Int64] {
        parts.reduce(into: [:]) { $0[$1.0, default: 0] &+= $1.1 }
    }
}
