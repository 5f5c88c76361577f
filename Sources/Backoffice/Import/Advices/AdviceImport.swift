import Formats
import Ledger
import Receivables
import Store

/// Takes remittance advices into the books, where each waits for its money (domain.md §3.7). One
/// that is sent again, or forwarded in another file, is known.
struct AdviceImport {
    private let context: ImportContext
    private let file: InputFile
    private let format: String

    init(_ context: ImportContext, file: InputFile, format: String) {
        self.context = context
        self.file = file
        self.format = format
    }

    /// Reads a file of EDI advice by advice.
    static func edi(_ context: ImportContext, _ file: InputFile) throws -> String {
        var reader = EDIReader()
        var failure: (any Error)?
        var waiting: [RemittanceAdvice] = []
        let take = { (event: AdviceEvent) in
            switch event {
            case .finding(let finding): context.note(finding)
            case .advice(let advice): waiting.append(advice)
            }
        }
        let put = {
            let importing = AdviceImport(context, file: file, format: reader.format)
            do {
                for advice in waiting { try importing.put(advice) }
            } catch {
                failure = error
            }
            waiting = []
        }
        try file.read { piece in
            reader.feed(piece, emit: take)
            put()
            if let failure { throw failure }
        }
        reader.finish(emit: take)
        put()
        if let failure { throw failure }
        return reader.format
    }

    func put(_ read: RemittanceAdvice) throws {
        context.rows += 1
        let place = "advice \(context.rows)"
        guard let amount = read.amount ?? Self.sum(read.lines + read.adjustments) else {
            context.note(.adviceWithoutAmount, at: place, value: read.id ?? read.trace)
            return
        }
        if let money = read.currency.flatMap({ amount.money($0) }) { context.total(money) }
        let session = context.whole
        let advice = Advice(
            id: session.books.fresh(Entity.ID(0)), format: format, number: read.id?.printable,
            day: read.valueDate ?? read.date ?? context.desk.today,
            payer: read.payer?.name?.printable,
            payerAccount: read.payer?.account.map(AccountNumber.normalised),
            currency: read.currency, amount: amount, trace: read.trace?.printable,
            lines: (read.lines + read.adjustments).map(Self.line),
            fingerprint: Fingerprint.of(read, amount: amount))
        if context.knowsAdvice(advice.fingerprint) { return }
        if try AdviceReader(context.connection).count(advice.fingerprint) > 0 { return }
        context.new += 1
        if context.failed { return }
        session.take(.adviceRecorded(advice))
    }

    private static func line(_ line: AdviceLine) -> Advice.Line {
        var kept = Advice.Line()
        kept.document = line.number?.printable
        kept.net = line.net ?? line.adjustment
        kept.gross = line.gross
        kept.discount = line.discount
        kept.reason = line.reason?.printable
        return kept
    }

    /// What the lines pay; nil where one does not say, or the sum is beyond all money.
    private static func sum(_ lines: [AdviceLine]) -> Amount? {
        guard !lines.isEmpty else { return nil }
        var decimals = 0
        for line in lines {
            decimals = max(decimals, Int((line.net ?? line.adjustment)?.decimals ?? 0))
        }
        var sum: Int64 = 0
        for line in lines {
            guard let net = line.net ?? line.adjustment else { return nil }
            let scale = Decimals.power(decimals - Int(net.decimals))
            let (units, tooBig) = net.units.multipliedReportingOverflow(by: scale)
            let (next, over) = sum.addingReportingOverflow(units)
            if tooBig || over { return nil }
            sum = next
        }
        return Amount(units: sum, decimals: decimals)
    }
}
