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
        /// Discount, bank charge and what was written off, together.
        public let relief: Int64
        public let status: String
        /// The code of what stopped it first, where it waits.
        public let stop: String?
        public let rule: String?
        public let evidence: String?
    }

    public static func lines(_ connection: any Connection) throws -> [Line] {
        var accounts: [String: String] = [:]
        try connection.rows("SELECT id, account FROM receipt WHERE account IS NOT NULL") { row in
            accounts["\(row.int(0))"] = row.text(1)
        }
        var stops: [String: String] = [:]
        try connection.rows("SELECT receipt, stops FROM proposal") { row in
            let all = row.text(1).split(whereSeparator: \.isWhitespace)
            stops["\(row.int(0))"] = all.first.map(String.init)
        }
        return try Export.applications.table(connection).rows.map { cells in
            let text = { (place: Int) -> String? in
                if case .text(let text) = cells[place] { text } else { nil }
            }
            let minor = { (place: Int) -> Int64 in
                if case .money(let money) = cells[place] { money.minor } else { 0 }
            }
            return Line(
                account: text(0).flatMap { accounts[$0] }, bankReference: text(1) ?? "",
                endToEndId: text(2), customer: text(7), item: text(8), amount: minor(9),
                relief: minor(10) + minor(11) + minor(12), status: text(14) ?? "",
                stop: text(0).flatMap { stops[$0] }, rule: text(15), evidence: text(17))
        }
    }
}
