import Ledger
import Store

/// What became of each receipt, line by line: the rows of `acquit export applications` with the
/// bank account, for measuring against a known truth.
public enum Outcomes {
    public struct Line: Sendable {
        public let account: String?
        public let bankReference: String
        public let endToEndId: String?
        public let customer: String?
        public let item: String?
        /// In minor units.
        public let amount: Int64
        public let status: String
    }

    public static func lines(_ connection: any Connection) throws -> [Line] {
        var accounts: [String: String] = [:]
        try connection.rows("SELECT id, account FROM receipt WHERE account IS NOT NULL") { row in
            accounts["\(row.int(0))"] = row.text(1)
        }
        return try Export.applications.table(connection).rows.map { cells in
            let text = { (place: Int) -> String? in
                if case .text(let text) = cells[place] { text } else { nil }
            }
            var amount: Int64 = 0
            if case .money(let money) = cells[9] { amount = money.minor }
            return Line(
                account: text(0).flatMap { accounts[$0] }, bankReference: text(1) ?? "",
                endToEndId: text(2), customer: text(7), item: text(8), amount: amount,
                status: text(14) ?? "")
        }
    }
}
