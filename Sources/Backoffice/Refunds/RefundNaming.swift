import Ledger
import Receivables
import Store

extension Naming {
    /// What stands beside a receipt that is to be refunded.
    public func refundFacts(
        of receipt: Receipt, _ amount: Money, payee: String?, list: SanctionList?, on day: Day
    ) throws -> RefundFacts {
        try RefundLookup(connection).facts(of: receipt, amount, payee: payee, list: list, on: day)
    }

    /// A payment file by its number.
    public func builtFile(_ number: String) throws -> (CaseFile.ID, RefundFile) {
        for entity in entities {
            for opened in try CaseReader(connection).numbered(number, of: entity.id) {
                if case .refundFile(let file) = opened.content { return (opened.id, file) }
            }
        }
        throw Refusal(code: ReleaseRefundFile.Reason.fileNotFound.rawValue, number)
    }

    /// A change of bank data by the number of its case.
    public func bankData(_ name: String) throws -> (CaseFile.ID, BankDataChange) {
        if let raw = Int64(name), let opened = try CaseReader(connection).file(CaseFile.ID(raw)),
            case .bankData(let change) = opened.content
        {
            return (opened.id, change)
        }
        throw Refusal(code: DecideBankData.Reason.bankDataNotFound.rawValue, name)
    }

    /// The entity whose account pays a file.
    public func entity(of file: RefundFile) throws -> Entity.ID {
        try ownAccount(file.account).entity
    }

    private func ownAccount(_ number: String) throws -> OwnAccount {
        let plain = BankDataChange.plain(number)
        let found = try MasterReader(connection: connection).ownAccounts().first { account in
            entities.contains { $0.id == account.entity }
                && (account.number == number || BankDataChange.plain(account.number) == plain)
        }
        guard let found else {
            throw Refusal(code: BuildRefundFile.Reason.ownAccountUnknown.rawValue, number)
        }
        return found
    }

    /// By the first of its refunds; a file that was cancelled or rejected keeps its number.
    private func fileNumber(_ refunds: [Refund], of entity: Entity.ID) throws -> String {
        let first = refunds.map(\.id.raw).min() ?? 0
        var times = 1
        while try !CaseReader(connection).numbered("RF\(first)-\(times)", of: entity).isEmpty {
            times += 1
        }
        return "RF\(first)-\(times)"
    }

    /// Writes the refunds named, or all of the account's currency that are approved and that no
    /// bank has sent back, into one file.
    public func refundFile(
        account number: String, _ names: [String], format: RefundFileWriting.Format?,
        at desk: Desk
    ) throws -> RefundFileWriting.Written {
        let account = try ownAccount(number)
        guard let entity = entities.first(where: { $0.id == account.entity }) else {
            throw Refusal(code: BuildRefundFile.Reason.ownAccountUnknown.rawValue, number)
        }
        let wanted = try Set(names.map { try refund($0) })
        var refunds: [Refund] = []
        try ModelReader(connection).refunds { refund in
            let isWaiting =
                refund.entity == entity.id && refund.state == .approved
                && refund.currency == account.currency && refund.bankReason == nil
            if wanted.isEmpty ? isWaiting : wanted.contains(refund.id) { refunds.append(refund) }
        }
        if refunds.isEmpty {
            throw Refusal(code: BuildRefundFile.Reason.nothingToPay.rawValue, account.number)
        }
        var receipts: [Receipt.ID: Receipt] = [:]
        for refund in refunds {
            receipts[refund.receipt] = try ReceiptInFull(connection).of(refund.receipt)
        }
        let isAmerican = entity.country == "US" && account.currency == .usd
        let writing = RefundFileWriting(
            entity: entity, account: account, format: format ?? (isAmerican ? .nacha : .pain09),
            number: try fileNumber(refunds, of: entity.id), day: desk.today, builtBy: desk.actor)
        do { return try writing.write(refunds, receipts) } catch {
            let found = error.findings.map { "\($0.place): \($0.en)" }.joined(separator: "; ")
            throw Refusal(code: "refund-unwritable", found)
        }
    }
}
