import Ledger
import Receivables
import Store

/// Payments that came back and wait for a person to say which receipt each undoes, with those that
/// it may be.
public struct WaitingReturns {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public struct One: Sendable {
        public let file: CaseFile
        public let item: ReturnedItem
        public let candidates: [ReturnCandidate]
    }

    public func of(_ entity: Entity.ID) throws -> [One] {
        var waiting: [(CaseFile, ReturnedItem)] = []
        for file in try CaseReader(connection).open(.returned, of: entity) {
            if case .returned(let item) = file.content, item.state == .waiting {
                waiting.append((file, item))
            }
        }
        let receipts = try receipts(of: entity, amounts: Set(waiting.map(\.1.amount.minor)))
        return waiting.map { file, item in
            One(
                file: file, item: item,
                candidates: ReturnCandidate.of(
                    item, among: receipts[item.amount.minor] ?? [], on: file.openedOn))
        }
    }

    /// All of some amounts, read in one pass.
    private func receipts(
        of entity: Entity.ID, amounts: Set<Int64>
    ) throws -> [Int64: [Receipt]] {
        guard let least = amounts.min(), let most = amounts.max() else { return [:] }
        var ids: [Receipt.ID] = []
        try connection.rows(
            "SELECT id, amount FROM receipt WHERE entity = $1 AND amount >= $2 AND amount <= $3",
            [.int(entity.raw), .int(least), .int(most)]
        ) { row in if amounts.contains(row.int(1)) { ids.append(Receipt.ID(row.int(0))) } }
        var found: [Int64: [Receipt]] = [:]
        let reader = ReceiptInFull(connection)
        for id in ids {
            if let receipt = try reader.of(id) {
                found[receipt.amount, default: []].append(receipt)
            }
        }
        return found
    }

    /// One line a case: those that wait with what they may undo, then those that have undone a
    /// receipt and are to be followed.
    public func table(_ entities: [Entity], _ language: Language) throws -> Table {
        var table = Table(
            language("Payments that came back", "退票与退款"),
            ["case", "opened", "amount", "currency", "reason", "payer", "state", "receipt", "why"]
                .map { Table.Column($0, number: $0 == "amount") })
        for entity in entities {
            for one in try of(entity.id) {
                let first = one.candidates.first
                let others = one.candidates.dropFirst().map { " \($0.receipt.raw)" }.joined()
                table.rows.append(
                    row(one.file, one.item, first.map { "\($0.receipt.raw)" })
                        + [
                            .text(
                                first.map { language($0.grade.en, $0.grade.zh) + others }
                                    ?? language("no receipt of this amount", "无同额收款"))
                        ])
            }
            for file in try CaseReader(connection).open(.returned, of: entity.id) {
                guard case .returned(let item) = file.content, item.state != .waiting else {
                    continue
                }
                let action = item.reason?.action
                table.rows.append(
                    row(file, item, item.receipt.map { "\($0.raw)" })
                        + [
                            .text(
                                (action.map { language($0.en, $0.zh) } ?? "")
                                    + (file.head.dueOn.map { " ≤ \($0)" } ?? ""))
                        ])
            }
        }
        return table
    }

    private func row(_ file: CaseFile, _ item: ReturnedItem, _ receipt: String?) -> [Table.Cell] {
        [
            .text("\(file.id.raw)"), .day(file.openedOn), .money(item.amount),
            .text(item.amount.currency.code), Table.Cell(item.code), Table.Cell(item.payer),
            .text(item.state.rawValue), Table.Cell(receipt),
        ]
    }

    /// How often a customer had no money, for its credit (P18).
    public func customers(_ entities: [Entity], _ language: Language) throws -> Table {
        var table = Table(
            language("Customers whose payments came back", "有退票退款的客户"),
            ["customer", "name", "returned", "NSF", "unauthorised", "last"].map {
                Table.Column($0, number: ["returned", "NSF", "unauthorised"].contains($0))
            })
        let names = try CustomerNames(connection)
        for entity in entities {
            var of: [Customer.ID: [(CaseFile, ReturnedItem)]] = [:]
            for file in try CaseReader(connection).all(.returned, of: entity.id) {
                guard case .returned(let item) = file.content, let customer = item.customer,
                    item.state != .withdrawn
                else { continue }
                of[customer, default: []].append((file, item))
            }
            for (customer, found) in of.sorted(by: { $0.key < $1.key }) {
                table.rows.append([
                    .text(names[customer].code), .text(names[customer].name),
                    .count(Int64(found.count)),
                    .count(Int64(found.count { $0.1.countsAsNSF })),
                    .count(Int64(found.count { $0.1.reason?.isUnauthorised == true })),
                    Table.Cell(found.map(\.0.openedOn).max()),
                ])
            }
        }
        return table
    }

    /// The tables of return codes.
    public static func codes(_ language: Language) -> Table {
        var table = Table(
            language("Return codes", "退回代码"),
            ["scheme", "code", "reason", "window", "again", "action"].map {
                Table.Column($0, number: $0 == "again")
            })
        for code in ReturnCode.all {
            let window =
                switch code.window {
                case .bankingDays(let days):
                    language("\(days) banking days", "\(days)个银行工作日")
                case .calendarDays(let days): language("\(days) days", "\(days)天")
                case .open: ""
                }
            table.rows.append([
                .text(code.scheme.rawValue), .text(code.code), .text(language(code.en, code.zh)),
                .text(window), .count(Int64(code.again)),
                .text(language(code.action.en, code.action.zh)),
            ])
        }
        return table
    }
}
