import Ledger
import Receivables
import Store

extension CaseFile {
    /// The content's sentence; a claim with the number it is decided by.
    var sentence: (en: String, zh: String) {
        let said = content.sentence
        return kind == .claim ? ("\(id.raw): \(said.en)", "\(id.raw)：\(said.zh)") : said
    }
}

extension Naming {
    /// A claim by its number, as it was printed when it was made.
    public func claim(_ name: String) throws -> (id: CaseFile.ID, claim: Claim) {
        if let number = Int64(name),
            let file = try CaseReader(connection).file(CaseFile.ID(number)),
            case .claim(let claim) = file.content,
            entities.contains(where: { $0.id == file.entity })
        {
            return (file.id, claim)
        }
        throw Refusal(code: "claim-not-found", name)
    }
}

/// One claim or one receipt of the pool with its history, for `acquit claims show`.
public enum ClaimRecord {
    /// What happened to every case about the receipt, in order.
    public static func table(
        _ receipt: Receipt.ID, _ language: Language, _ connection: any Connection
    ) throws -> Table {
        var table = Table(
            "",
            ["event", "by", "claim", "claimant", "kind", "amount", "currency", "state", "why"]
                .map { Table.Column($0, number: $0 == "amount") })
        let ids = Set(
            try CaseReader(connection).of(receipt)
                .filter { $0.kind == .claim || $0.kind == .pooled }.map(\.id))
        let first = receipt.entity.raw * Identifiers.perEntity
        try connection.rows(
            """
            SELECT id, actor, payload FROM event WHERE id > $1 AND id < $2 AND kind = $3
            ORDER BY id
            """,
            [
                .int(first), .int(first + Identifiers.perEntity),
                .int(EventKind.caseChanged.rawValue),
            ]
        ) { row in
            var reader = FieldReader(row.utf8(2))
            guard case .caseChanged(let file, _, _) = try Event(.caseChanged, from: &reader),
                ids.contains(file.id)
            else { return }
            let head: [Table.Cell] = [.text("\(row.int(0))"), .text(row.text(1))]
            switch file.content {
            case .claim(let claim):
                table.rows.append(
                    head + [
                        .text("\(file.id.raw)"), .text(claim.claimant),
                        .text(language(claim.kind.rawValue, claim.kind.zh)),
                        .money(claim.amount), .text(claim.amount.currency.code),
                        .text(language(claim.state.rawValue, claim.state.zh)),
                        Table.Cell(claim.notApplied ?? claim.why),
                    ])
            case .pooled(let pooled):
                table.rows.append(
                    head + [
                        .empty, .empty, .empty, .money(pooled.amount),
                        .text(pooled.amount.currency.code),
                        .text(language(pooled.state.rawValue, pooled.state.zh)),
                        .text(language(pooled.stage.en, pooled.stage.zh)),
                    ])
            default: break
            }
        }
        return table
    }
}

/// The file that proves a claim is kept by its hash, so that it can be shown to be the same later.
public enum ClaimEvidence {
    /// SHA-256, in hexadecimal.
    public static func hash(ofFile path: String) throws -> String {
        let sha = SHA256()
        try InputFile.read(path) { sha.update($0) }
        return sha.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
