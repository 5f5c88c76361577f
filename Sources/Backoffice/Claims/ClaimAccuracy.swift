import Ledger
import Receivables
import Store

/// How often each claimant was right (认领准确率): confirmed claims of those that were decided. What
/// was returned, withdrawn or expired says nothing of right or wrong.
public struct ClaimAccuracy: Sendable {
    public struct OfClaimant: Sendable, Equatable {
        public let claimant: String
        public var claims: Int64 = 0
        public var confirmed: Int64 = 0
        public var refused: Int64 = 0
        public var takenBack: Int64 = 0
        public var other: Int64 = 0
        public var open: Int64 = 0

        /// In 1/10000; nil where nothing was decided.
        public var accuracy: Int64? {
            let decided = confirmed + refused + takenBack
            return decided == 0 ? nil : confirmed * 10_000 / decided
        }
    }

    /// By name.
    public let claimants: [OfClaimant]

    public init(_ connection: any Connection) throws {
        var found: [String: OfClaimant] = [:]
        for (entity, _) in try MasterReader(connection: connection).entities() {
            for file in try CaseReader(connection).all(.claim, of: entity.id) {
                guard case .claim(let claim) = file.content else { continue }
                var sum = found[claim.claimant] ?? OfClaimant(claimant: claim.claimant)
                sum.claims += 1
                switch claim.state {
                case .confirmed, .booked, .atBank: sum.confirmed += 1
                case .refused: sum.refused += 1
                case .takenBack: sum.takenBack += 1
                case .pending, .conflict: sum.open += 1
                case .returned, .withdrawn, .expired: sum.other += 1
                }
                found[claim.claimant] = sum
            }
        }
        claimants = found.values.sorted { $0.claimant < $1.claimant }
    }

    public var table: Table {
        var table = Table(
            "",
            [
                "claimant", "claims", "confirmed", "refused", "taken back", "other", "open",
                "accuracy",
            ].map { Table.Column($0, number: $0 != "claimant") })
        for one in claimants {
            let share = one.accuracy.map { "\($0 / 100).\($0 % 100 / 10) %" } ?? "n/a"
            table.rows.append(
                [.text(one.claimant)]
                    + [
                        one.claims, one.confirmed, one.refused, one.takenBack, one.other,
                        one.open,
                    ].map { .count($0) } + [.text(share)])
        }
        return table
    }
}
