import Ledger
import Receivables
import Store

extension FindThings {
    /// An advice names no company of ours; a mail is found by the advices that it brought, and by
    /// the name of its file.
    func advice(_ advice: Advice) -> FindCandidate {
        var found = Found(kind: .advice, name: "\(advice.id.raw)", entity: "")
        found.amount = advice.currency.flatMap { advice.amount.money($0) }
        found.plainAmount = found.amount == nil ? advice.amount : nil
        found.day = advice.day
        found.state = advice.isWithdrawn ? "withdrawn" : advice.receipt == nil ? "waits" : "tied"
        found.text = [advice.number, advice.payer, advice.trace].compactMap { $0 }
            .joined(separator: " · ")
        return FindCandidate(
            found: found, thing: SearchThing(advice), customer: nil, currency: advice.currency)
    }
}

/// Files, by name, format or day; `imports show` finds one by its hash. They are thousands at most,
/// and read as they are.
enum FindFiles {
    static func all(_ connection: any Connection) throws -> [FindCandidate] {
        try ThingReader(connection).files().map { file in
            var found = Found(kind: .file, name: file.name, entity: "")
            found.day = Day(number: Int32(clamping: file.at / 86_400_000))
            found.state = file.state
            found.text = "\(file.format) · \(file.hash.prefix(12))"
            return FindCandidate(
                found: found,
                thing: SearchThing(file: file.name, file.hash, file.format, found.day),
                customer: nil, currency: nil)
        }
    }
}
