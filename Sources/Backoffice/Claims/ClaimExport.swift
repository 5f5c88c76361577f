import Ledger
import Receivables
import Store

/// Every claim, open and closed.
enum ClaimExport {
    /// `by`: those of one claimant, and no others.
    static func table(_ connection: any Connection, by claimant: String? = nil) throws -> Table {
        var table = Table(
            "claims",
            [
                "claim", "entity", "receipt", "claimant", "unit", "kind", "amount", "currency",
                "customer", "state", "contract", "order", "invoices", "evidence", "file", "bop",
                "claimed", "due", "against", "decidedBy", "decided", "why", "part", "notApplied",
            ].map { Table.Column($0, number: $0 == "amount") })
        let names = try CustomerNames(connection)
        for (entity, _) in try MasterReader(connection: connection).entities() {
            for file in try CaseReader(connection).all(.claim, of: entity.id) {
                guard case .claim(let claim) = file.content,
                    claimant == nil || claimant == claim.claimant
                else { continue }
                table.rows.append(
                    row(file.id, claim, entity, claim.customer.map { names[$0].code }))
            }
        }
        return table
    }

    private static func row(
        _ id: CaseFile.ID, _ claim: Claim, _ entity: Entity, _ customer: String?
    ) -> [Table.Cell] {
        let papers = claim.papers
        return [
            .text("\(id.raw)"), .text(entity.code), .text("\(claim.receipt.raw)"),
            .text(claim.claimant), .text(claim.unit), .text(claim.kind.rawValue),
            .money(claim.amount), .text(claim.amount.currency.code), Table.Cell(customer),
            .text(claim.state.rawValue), Table.Cell(papers.contract), Table.Cell(papers.order),
            .text(papers.invoices.map { claim.text(of: $0) }.joined(separator: " ")),
            Table.Cell(papers.evidence), Table.Cell(papers.file), Table.Cell(papers.bopCode),
            .day(claim.claimedOn), Table.Cell(claim.dueOn),
            Table.Cell(claim.rival.map { "\($0.raw)" }), Table.Cell(claim.decidedBy),
            Table.Cell(claim.decidedOn), Table.Cell(claim.why),
            Table.Cell(claim.part.map { "\($0.raw)" }), Table.Cell(claim.notApplied),
        ]
    }
}

extension Claim {
    /// `INV-1`, `INV-2=500.00`.
    func text(of invoice: Invoice) -> String {
        invoice.number
            + (invoice.amount.map { "=\(Money(minor: $0, amount.currency).plain)" } ?? "")
    }
}

/// The claims as a list for people: the columns that one decides by.
public struct ClaimList {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// Open ones, or all; of one claimant, or of all.
    public func table(all: Bool, by claimant: String?) throws -> Table {
        var table = Table(
            "",
            [
                "claim", "receipt", "claimant", "unit", "kind", "amount", "currency", "customer",
                "state", "due", "against", "why",
            ].map { Table.Column($0, number: $0 == "amount") })
        let names = try CustomerNames(connection)
        for (entity, _) in try MasterReader(connection: connection).entities() {
            let reader = CaseReader(connection)
            let files =
                try all ? reader.all(.claim, of: entity.id) : reader.open(.claim, of: entity.id)
            for file in files {
                guard case .claim(let claim) = file.content,
                    claimant == nil || claimant == claim.claimant
                else { continue }
                table.rows.append([
                    .text("\(file.id.raw)"), .text("\(claim.receipt.raw)"),
                    .text(claim.claimant), .text(claim.unit), .text(claim.kind.rawValue),
                    .money(claim.amount), .text(claim.amount.currency.code),
                    Table.Cell(claim.customer.map { names[$0].code }),
                    .text(claim.state.rawValue), Table.Cell(claim.dueOn),
                    Table.Cell(claim.rival.map { "\($0.raw)" }),
                    Table.Cell(claim.notApplied ?? claim.why),
                ])
            }
        }
        return table
    }
}
