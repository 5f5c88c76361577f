import Receivables
import Store

/// What notices wait for, of all accounts: the first reading of a statement counts these amounts.
struct WaitingAmounts {
    private(set) var amounts: Set<Int64> = []

    init(_ connection: any Connection) throws {
        let reader = NoticeReader(connection)
        guard try reader.areWaiting() else { return }
        for account in try MasterReader(connection: connection).ownAccounts() {
            amounts.formUnion(NoticesAtHand.amounts(try reader.waiting(account.number)))
        }
    }
}
