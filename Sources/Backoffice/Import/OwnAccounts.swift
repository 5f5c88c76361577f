import Formats
import Ledger
import Receivables
import Store

/// Our accounts, to be found as banks write them: as it is, behind the bank code, or without a
/// currency suffix.
struct OwnAccounts {
    private let accounts: [String: OwnAccount]

    init(_ connection: any Connection) throws {
        accounts = Dictionary(
            uniqueKeysWithValues: try MasterReader(connection: connection).ownAccounts().map {
                ($0.number, $0)
            })
    }

    func find(_ statement: Statement) -> OwnAccount? {
        let written = AccountNumber.normalised(statement.account)
        let tail = String(written.split(separator: "/").last ?? "")
        var candidates = [written, tail]
        for text in [written, tail] where text.utf8.count > 3 && Currency(text.suffix(3)) != nil {
            candidates.append(String(text.dropLast(3)))
        }
        return candidates.lazy.compactMap { accounts[$0] }.first
    }
}
