import Ledger
import Receivables

/// Events taken but not yet written, with their lines.
struct Pending {
    private struct Row {
        let id: Int64
        let kind: Int64
        let postedOn: Day?
        let receipt: Int64?
        let payload: Range<Int>
        let hash: [UInt8]
        let lines: Range<Int>
        let firstLine: Int64
    }

    /// What one day's lines of one kind sum up to.
    private struct Flow: Hashable {
        let day: Day
        let kind: Int64
        let debit: Account
        let credit: Account
        let currency: Currency
    }

    private var rows: [Row] = []
    private var payloads: [UInt8] = []
    private var lines: [Line] = []
    private var flows: [Flow: (amount: Int64, functional: Int64)] = [:]
    /// The events whose effect is a row of their own and nothing else.
    private var documents: [Event] = []

    mutating func add(
        _ event: Event, id: Int64, payload: [UInt8], hash: [UInt8], lines new: [Line],
        firstLine: Int64
    ) {
        rows.append(
            Row(
                id: id, kind: event.kind.rawValue, postedOn: event.postedOn,
                receipt: event.receipt?.raw,
                payload: payloads.count..<payloads.count + payload.count, hash: hash,
                lines: lines.count..<lines.count + new.count, firstLine: firstLine))
        payloads.append(contentsOf: payload)
        lines.append(contentsOf: new)
        if let day = event.postedOn {
            for line in new {
                let flow = Flow(
                    day: day, kind: event.kind.rawValue, debit: line.debit, credit: line.credit,
                    currency: line.amount.currency)
                add(line, to: flow)
            }
        }
        if DocumentWriter.writes(event) { documents.append(event) }
    }

    /// A day's sum beyond all money is refused when it is to be written, and does not trap.
    private mutating func add(_ line: Line, to flow: Flow) {
        let before = flows[flow, default: (0, 0)]
        let (amount, over) = before.amount.addingReportingOverflow(line.amount.minor)
        let (functional, beyond) = before.functional.addingReportingOverflow(line.functional.minor)
        if over || beyond { isBeyondAllMoney = true }
        flows[flow] = (amount, functional)
    }

    private var isBeyondAllMoney = false

    func write(
        entity: Entity.ID, desk: Desk, cause: String, _ connection: any Connection
    ) throws {
        if rows.isEmpty { return }
        if isBeyondAllMoney {
            throw Fault.other(
                code: "overflow", reason: "the sums of a day exceed what money can be")
        }
        try writeEvents(desk, cause, connection)
        try writeLines(connection)
        try writeFlows(entity, connection)
        try DocumentWriter(connection: connection).write(documents, at: desk.at)
        try SearchWriter(connection: connection, entity: entity).write(documents)
    }

    private func writeEvents(
        _ desk: Desk, _ cause: String, _ connection: any Connection
    ) throws {
        try connection.load(
            into: "event",
            columns: [
                "id", "kind", "at", "actor", "cause", "postedOn", "payload", "firstLine",
                "lineCount", "hashFormat", "hash",
            ]
        ) { out in
            for row in rows {
                out.int(row.id)
                out.int(row.kind)
                out.int(desk.at)
                out.text(desk.actor)
                out.text(cause)
                out.day(row.postedOn)
                payloads[row.payload].withUnsafeBufferPointer { out.utf8($0) }
                out.int(row.firstLine)
                out.int(Int64(row.lines.count))
                out.int(EventHash.format)
                out.blob(row.hash)
                try out.end()
            }
        }
    }

    private func writeLines(_ connection: any Connection) throws {
        if lines.isEmpty { return }
        try connection.load(
            into: "line",
            columns: [
                "id", "event", "debit", "credit", "currency", "amount", "functional", "rate",
                "postedOn", "receipt",
            ]
        ) { out in
            // Most lines have the rate of the line before, and its text with it.
            var rate = Rate.one
            var rateText = rate.description
            for row in rows {
                guard let day = row.postedOn else { continue }
                for (place, line) in lines[row.lines].enumerated() {
                    out.int(row.firstLine + Int64(place))
                    out.int(row.id)
                    out.text(line.debit.rawValue)
                    out.text(line.credit.rawValue)
                    out.text(line.amount.currency.code)
                    out.int(line.amount.minor)
                    out.int(line.functional.minor)
                    if line.rate != rate {
                        rate = line.rate
                        rateText = rate.description
                    }
                    out.text(rateText)
                    out.day(day)
                    out.int(row.receipt)
                    try out.end()
                }
            }
        }
    }

    private func writeFlows(_ entity: Entity.ID, _ connection: any Connection) throws {
        if flows.isEmpty { return }
        try connection.temporary(
            "newFlow",
            columns: """
                postedOn BIGINT, kind BIGINT, debit TEXT, credit TEXT, currency TEXT,
                amount BIGINT, functional BIGINT
                """)
        try connection.load(
            into: "newFlow",
            columns: [
                "postedOn", "kind", "debit", "credit", "currency", "amount", "functional",
            ]
        ) { out in
            for (flow, sum) in flows {
                out.day(flow.day)
                out.int(flow.kind)
                out.text(flow.debit.rawValue)
                out.text(flow.credit.rawValue)
                out.text(flow.currency.code)
                out.int(sum.amount)
                out.int(sum.functional)
                try out.end()
            }
        }
        try connection.run(
            """
            INSERT INTO flow (entity, postedOn, kind, debit, credit, currency, amount, functional)
            SELECT $1, postedOn, kind, debit, credit, currency, amount, functional FROM newFlow
            WHERE true
            ON CONFLICT (entity, postedOn, kind, debit, credit, currency) DO UPDATE SET
                amount = flow.amount + excluded.amount,
                functional = flow.functional + excluded.functional
            """, [.int(entity.raw)])
    }
}

extension Event {
    /// The receipt whose money moves, if one does.
    public var receipt: Receipt.ID? {
        switch self {
        case .receiptRecorded(let receipt): receipt.id
        case .receiptMoved(let move), .refundApproved(_, let move), .refundCancelled(_, let move):
            move.receipt
        case .receiptApplied(let applied), .receiptUnapplied(let applied): applied.receipt
        default: nil
        }
    }
}
