import Formats
import Ledger
import Receivables
import Store

/// Our accounts, to be found as banks write them: as it is, behind the bank code, without a
/// currency suffix, or by another name of the account: a lockbox, our identification in ACH files.
struct OwnAccounts {
    private var accounts: [String: OwnAccount] = [:]
    private var aliases: [String: OwnAccount] = [:]

    init(_ connection: any Connection) throws {
        for account in try MasterReader(connection: connection).ownAccounts() {
            accounts[account.number] = account
            for alias in account.aliases { aliases[AccountNumber.normalised(alias)] = account }
        }
    }

    func find(_ statement: Statement) -> OwnAccount? {
        let written = AccountNumber.normalised(statement.account)
        let tail = String(written.split(separator: "/").last ?? "")
        var candidates = [written, tail]
        for text in [written, tail] where text.utf8.count > 3 && Currency(text.suffix(3)) != nil {
            candidates.append(String(text.dropLast(3)))
        }
        // A batch of ACH is named by its number and the company: `0000001/1990000001`.
        let company = statement.id?.split(separator: "/").last.map(String.init) ?? ""
        return candidates.lazy.compactMap { accounts[$0] ?? aliases[$0] }.first
            ?? aliases[AccountNumber.normalised(company)]
    }
}
