import Ledger

/// What one row says of a payment, once it is known that it is one.
struct ProfileEntry {
    /// Numbers that a spreadsheet has rounded are left out; the places where they stand come back.
    static func complete(
        _ entry: inout StatementEntry, _ row: ProfileRow, _ cells: ProfileCells
    ) -> [Int] {
        var rounded: [Int] = []
        func number(_ field: ProfileField) -> String? {
            if !cells.has(field) { return nil }
            let (text, place) = cells.cell(field, row)
            if text.isEmpty { return nil }
            if row.isRounded(place) {
                rounded.append(place)
                return nil
            }
            return text.string
        }
        func words(_ field: ProfileField) -> String? {
            cells.has(field) ? cells.cell(field, row).text.words : nil
        }
        entry.bankReference = number(.bankReference)
        entry.customerReference = number(.customerReference)
        entry.code = words(.code)
        entry.text = text(row, cells)

        var detail = PaymentDetail()
        let isCredit = entry.amount.units >= 0
        var party = PaymentDetail.Party(
            name: words(.counterpartyName), account: number(.counterpartyAccount),
            bank: words(.counterpartyBank))
        party.name = party.name ?? words(isCredit ? .payerName : .payeeName)
        party.account = party.account ?? number(isCredit ? .payerAccount : .payeeAccount)
        party.bank = party.bank ?? words(isCredit ? .payerBank : .payeeBank)
        if party != PaymentDetail.Party() {
            if isCredit { detail.payer = party } else { detail.payee = party }
        }
        for place in cells.places(.purpose) {
            let line = row[place]
            guard !CellText.isNothing(line), let text = line.words else { continue }
            if !detail.remittance.contains(text) { detail.remittance.append(text) }
        }
        for place in cells.places(.reference) {
            let value = row[place]
            if CellText.isNothing(value) { continue }
            detail.references.append(PaymentDetail.Reference(type: nil, value: value.string))
        }
        for place in cells.places(.invoice) {
            let value = row[place]
            if CellText.isNothing(value) { continue }
            detail.documents.append(
                PaymentDetail.ReferredDocument(type: "CINV", number: value.string, amount: nil))
        }
        detail.endToEndId = number(.endToEndId)
        detail.checkNumber = number(.checkNumber)
        if detail != PaymentDetail() { entry.details = [detail] }
        return rounded
    }

    /// The lines of the bank's own words, the time of day last.
    private static func text(_ row: ProfileRow, _ cells: ProfileCells) -> String? {
        var text: String?
        for field in [ProfileField.text, .time] where cells.has(field) {
            for place in cells.places(field) {
                let line = row[place]
                guard !CellText.isNothing(line), let words = line.words else { continue }
                text = text.map { $0 + "\n" + words } ?? words
            }
        }
        return text
    }
}
