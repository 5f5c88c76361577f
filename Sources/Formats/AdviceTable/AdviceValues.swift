import Ledger

/// Reads amounts and dates in the way of their sender, and says what is wrong with them.
struct AdviceValues {
    let convention: AdviceConvention
    var log = AdviceLog()
    /// What is ambiguous is so throughout: the first is told.
    private var saidAmbiguous = false
    private var saidDate = false

    init(_ convention: AdviceConvention, at place: String) {
        self.convention = convention
        if convention.isMixed { log.note(.decimalsMixed, at: place) }
    }

    mutating func amount(
        _ written: AdviceAmount, at place: @autoclosure () -> String,
        _ text: @autoclosure () -> String
    ) -> Amount? {
        guard let amount = written.amount(convention.mark) else {
            log.note(.amountUnreadable, at: place(), text())
            return nil
        }
        if convention.mark == nil, !saidAmbiguous, written.evidence == .ambiguous {
            saidAmbiguous = true
            log.note(.amountAmbiguous, at: place(), text())
        }
        return amount
    }

    /// The amount of a cell; nil where it has none.
    mutating func amount(
        _ text: ArraySlice<UInt8>, of column: AdviceColumns.Column,
        at place: @autoclosure () -> String
    ) -> (amount: Amount, currency: AdviceCurrency?)? {
        guard let written = AdviceAmount(cell: text) else {
            if !AdviceAmount.isNone(FoldedText(text).bytes[...]) {
                log.note(.amountUnreadable, at: place(), text.words())
            }
            return nil
        }
        guard var amount = amount(written, at: place(), text.words() ?? "") else { return nil }
        if column.isTenThousands {
            guard let whole = AdviceSum.amount(AdviceSum.scaled(amount) * 10_000, decimals: 2)
            else {
                log.note(.amountUnreadable, at: place(), text.words())
                return nil
            }
            amount = whole
        }
        return (amount, written.currency)
    }

    mutating func day(
        _ text: ArraySlice<UInt8>, order: AdviceDate.Order?, at place: @autoclosure () -> String
    ) -> Day? {
        guard let date = AdviceDate(cell: text) else {
            if !AdviceAmount.isNone(FoldedText(text).bytes[...]) {
                log.note(.dateUnreadable, at: place(), text.words())
            }
            return nil
        }
        return day(date, order: order, at: place(), text.words())
    }

    mutating func day(
        _ date: AdviceDate, order: AdviceDate.Order? = nil, at place: @autoclosure () -> String,
        _ text: String?
    ) -> Day? {
        let day = date.day(order ?? convention.order)
        if day == nil, !saidDate {
            saidDate = true
            log.note(.dateAmbiguous, at: place(), text)
        }
        return day
    }

    mutating func day(_ stated: AdviceFacts.Stated<AdviceDate>?) -> Day? {
        guard let stated else { return nil }
        return day(stated.value, at: stated.place, nil)
    }
}
