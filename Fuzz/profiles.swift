// Fuzzes the reader of bank tables: the first line names nothing, the second begins the table. All
// built-in profiles would need YAML, so a few are made here that use every part of a profile.
import Formats
import Ledger

private let profiles: [BankProfile] = {
    var signed = BankProfile(name: "signed", title: BankProfile.Title(en: "", zh: ""))
    signed.header = [["Date"], ["Amount"]]
    let fields: [(ProfileField, [[String]])] = [
        (.bookedOn, [["Date"]]), (.valueDate, [["Value"]]), (.time, [["Time"]]),
        (.amount, [["Amount"]]), (.balance, [["Balance"]]), (.currency, [["Currency"]]),
        (.account, [["Account"]]), (.counterpartyName, [["Name"]]),
        (.counterpartyAccount, [["IBAN"]]), (.purpose, [["Text"], ["Note"]]), (.text, [["Kind"]]),
        (.bankReference, [["Ref"]]), (.charge, [["Fee"]]), (.invoice, [["Invoice"]]),
    ]
    for (field, columns) in fields { signed.columns[field] = columns }
    signed.dates = ["yyyy-MM-dd", "dd.MM.yy", "yyyy年M月d日", "dd-MMM-yy", "MM/dd"].compactMap {
        DateForm($0)
    }
    signed.ends = ["合计", "Total"]
    signed.skips = ["Sub"]
    signed.account.preamble = ["账号：…"]
    signed.currency.fixed = "EUR"

    var sided = BankProfile(name: "sided", title: BankProfile.Title(en: "", zh: ""))
    sided.header = [["交易时间"], ["借方"], ["贷方"]]
    sided.columns[.bookedOn] = [["交易时间"]]
    sided.columns[.debit] = [["借方"]]
    sided.columns[.credit] = [["贷方"]]
    sided.columns[.balance] = [["余额"]]
    sided.columns[.payerName] = [["付款人"]]
    sided.columns[.payeeName] = [["收款人"]]
    sided.dates = signed.dates
    sided.amounts = AmountForm(decimal: UInt8(ascii: ","))
    sided.signs = .takesBack
    sided.order = .newestFirst
    sided.direction = [
        BankProfile.WordRule(columns: ["借贷"], words: [("借", .debit), ("贷*", .credit)])
    ]
    sided.status = [
        BankProfile.WordRule(columns: ["状态"], words: [("失败", .pass), ("*", .booked)])
    ]
    return [signed, sided]
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzProfiles(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // The same cells as rows of a workbook: they come to an end as well.
    let bytes = UnsafeBufferPointer(start: start, count: count)
    var reader = ProfileReader(profiles)
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
        let cells = line.split(separator: 0x2C, omittingEmptySubsequences: false).map { cell in
            let text = String(decoding: cell, as: UTF8.self)
            let kinds: [TableCell.Kind] = [.text, .number, .date, .empty]
            return TableCell(text: text, kind: kinds[cell.count % 4], lostDigits: cell.count > 15)
        }
        reader.take(TableRow(number: number + 1, cells: cells)) { _ in }
    }
    reader.finish { _ in }
    return saysTheSameInPieces(start, count) { ProfileReader(profiles) }
}
