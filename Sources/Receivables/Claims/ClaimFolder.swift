import Ledger

/// All that is claimed of one receipt: what the commands of the claim desk look at.
struct ClaimFolder {
    let receipt: Receipt
    let pool: CaseFile
    let pooled: PooledReceipt
    /// In the order they were made.
    let claims: [(file: CaseFile, claim: Claim)]

    /// Nil where the receipt was never published.
    init?(of receipt: Receipt, in books: Books) {
        var found: [(file: CaseFile, claim: Claim)] = []
        var pool: (CaseFile, PooledReceipt)?
        for file in books.cases.values where file.head.receipt == receipt.id {
            switch file.content {
            case .claim(let claim): found.append((file, claim))
            case .pooled(let pooled): pool = (file, pooled)
            default: break
            }
        }
        guard let pool else { return nil }
        self.receipt = receipt
        (self.pool, pooled) = pool
        claims = found.sorted { $0.file.id < $1.file.id }
    }

    /// What of the money nobody is known for.
    var unidentified: Int64 { receipt.holdings.unidentified.amount }

    var claimed: Int64 { Claim.kept(by: claims.map { ($0.file.id, $0.claim) }) }

    var unclaimed: Money { Money(minor: max(unidentified - claimed, 0), receipt.currency) }

    var confirmed: [(file: CaseFile, claim: Claim)] {
        claims.filter { $0.claim.state == .confirmed }
    }

    subscript(id: CaseFile.ID) -> (file: CaseFile, claim: Claim)? {
        claims.first { $0.file.id == id }
    }
}

extension Claim {
    /// What the claims on a receipt keep from others: two on the same money keep the larger amount.
    public static func kept(by claims: [(id: CaseFile.ID, claim: Claim)]) -> Int64 {
        var sum = Int64(0)
        for (id, claim) in claims where claim.state.isLive {
            guard let rival = claim.rival else {
                sum += claim.amount.minor
                continue
            }
            if id < rival {
                let other = claims.first { $0.id == rival }?.claim.amount.minor ?? 0
                sum += max(claim.amount.minor, other)
            }
        }
        return sum
    }
}

extension Books {
    /// The folder and the claim that a decision is about.
    func claim(
        _ id: CaseFile.ID
    ) -> (folder: ClaimFolder, file: CaseFile, claim: Claim)? {
        guard let file = cases[id], case .claim(let claim) = file.content,
            let receipt = receipts[claim.receipt], let folder = ClaimFolder(of: receipt, in: self)
        else { return nil }
        return (folder, file, claim)
    }
}

extension CaseFile {
    /// The event that it is now `content`, which books nothing besides.
    func change(to content: Content, on day: Day) -> Event {
        .caseChanged(changed(to: content), [], on: day)
    }
}
