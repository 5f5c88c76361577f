import Ledger

/// The customers as payers: who may pay for whom, and by which account, tax number or name each is
/// known.
///
/// Third parties that only pay stand among them: those that have a record, and those of which only
/// the name is known, as that of a customer's parent or paying agent.
public struct PayerBook: Sendable {
    enum Sign: UInt64, CaseIterable { case account = 1, virtualAccount, taxId, legalName, alias }

    /// By customer index; nil for a customer that has items but no record.
    private(set) var payers: [Payer?] = []
    private var indexes: [Int64: Int] = [:]
    private var customers: [Int64] = []
    private var graph = PayerGraph()
    private var thirdParties: Set<Int> = []
    private var signs = HashIndex(entries: 0)
    /// By entry of `signs`: the whole hash, who bears it, and where it counts.
    private var hashes: [UInt64] = []
    private var bearer: [Int32] = []
    private var scopes: [Int32: Scope] = [:]
    let hasTaxIds: Bool
    let hasVirtualAccounts: Bool

    public init(_ records: [Payer]) {
        let records = records.sorted { $0.customer < $1.customer }
        indexes.reserveCapacity(records.count)
        for record in records where indexes[record.customer] == nil {
            indexes[record.customer] = payers.count
            customers.append(record.customer)
            if record.flags.contains(.thirdParty) { thirdParties.insert(payers.count) }
            payers.append(record)
        }
        hasTaxIds = records.contains { $0.taxId != nil }
        hasVirtualAccounts = records.contains { !$0.virtualAccounts.isEmpty }
        graph.add(payers.count)
        for (index, payer) in payers.enumerated() {
            if let parent = payer?.parent.flatMap({ indexes[$0] }) {
                graph.setParent(parent, of: index)
            }
            for right in payer?.paysFor ?? [] {
                guard let owner = indexes[right.customer] else { continue }
                graph.allow(
                    index, for: owner, Scope(from: right.from, until: right.until))
            }
        }
        addNamedOnly()
        indexSigns()
    }

    var count: Int { payers.count }

    subscript(index: Int) -> Payer? { payers[index] }

    func name(_ index: Int) -> String { payers[index]?.name ?? "" }

    func index(of customer: Int64) -> Int? { indexes[customer] }

    /// Nil for a third party.
    func customer(_ index: Int) -> Int64? { isThirdParty(index) ? nil : customers[index] }

    func isThirdParty(_ index: Int) -> Bool {
        !thirdParties.isEmpty && thirdParties.contains(index)
    }

    /// The index of a customer that items are on, with or without a record.
    mutating func indexForItem(of customer: Int64) -> Int {
        if let known = indexes[customer] { return known }
        indexes[customer] = payers.count
        customers.append(customer)
        payers.append(nil)
        graph.add(1)
        return payers.count - 1
    }

    /// Those that are known by the sign where the receipt is, each once.
    func known(by sign: Sign, _ hash: UInt64, for receipt: Remittance) -> [Int] {
        var found: [Int] = []
        let hash = Hash.spread(hash ^ sign.rawValue)
        for entry in signs.entries(hash, limit: 64) where hashes[entry] == hash {
            let index = Int(bearer[entry])
            if let scope = scopes[Int32(entry)], !scope.covers(receipt) { continue }
            if !found.contains(index) { found.append(index) }
        }
        return found
    }

    /// Whether the payer may pay for the owner of an item; on any day, where none is given.
    func mayPay(_ payer: Int, for owner: Int, on day: Day? = nil) -> Bool {
        graph.mayPay(payer, for: owner, on: day)
    }

    /// All that the payer may pay for, itself first.
    func group(of payer: Int, on day: Day? = nil) -> [Int] { graph.group(of: payer, on: day) }

    /// Whether the name is one of the payer's own or confirmed ones, anywhere and on any day.
    func hasName(_ index: Int, _ name: UInt64) -> Bool {
        for sign in [Sign.legalName, .alias] {
            let hash = Hash.spread(name ^ sign.rawValue)
            for entry in signs.entries(hash, limit: 64)
            where hashes[entry] == hash && Int(bearer[entry]) == index {
                return true
            }
        }
        return false
    }

    /// Accounts and tax numbers are compared without separators; nil where too little is left.
    static func sign(_ text: String) -> UInt64? {
        let signs = ASCII.compact(text)
        return signs.count >= 4 ? Hash.of(signs) : nil
    }
}

/// Building, once.
extension PayerBook {
    /// A parent or agent of which only the name is known is the customer of that legal name, where
    /// there is one; else it becomes a third party, one for all customers that have it.
    private mutating func addNamedOnly() {
        let others = payers.enumerated().flatMap { owner, payer in
            (payer?.names ?? []).filter(\.kind.isOfAnother).map { (owner, $0) }
        }
        if others.isEmpty { return }
        var known: [UInt64: Int] = [:]
        for (index, payer) in payers.enumerated() {
            for name in [payer?.name, payer?.nameLocal].compactMap({ $0 }) {
                if let hash = CompanyName(name).hash { known[hash] = known[hash] ?? index }
            }
        }
        for (owner, name) in others {
            guard let hash = CompanyName(name.text).hash else { continue }
            let index = known[hash] ?? payers.count
            if known[hash] == nil {
                known[hash] = index
                var third = Payer(customer: 0, name: name.text)
                third.flags = .thirdParty
                thirdParties.insert(payers.count)
                payers.append(third)
                customers.append(0)
                graph.add(1)
            }
            graph.allow(index, for: owner, name.scope)
        }
    }

    private mutating func indexSigns() {
        var found: [(hash: UInt64, index: Int, scope: Scope)] = []
        for (index, payer) in payers.enumerated() {
            guard let payer else { continue }
            func add(_ sign: Sign, _ hash: UInt64?, _ scope: Scope = .everywhere) {
                if let hash { found.append((Hash.spread(hash ^ sign.rawValue), index, scope)) }
            }
            for account in payer.accounts { add(.account, Self.sign(account)) }
            for account in payer.datedAccounts {
                add(.account, Self.sign(account.number), account.scope)
            }
            for account in payer.virtualAccounts {
                add(.virtualAccount, Self.sign(account.number), account.scope)
            }
            for number in [payer.taxId, payer.lei].compactMap({ $0 }) {
                add(.taxId, Self.sign(number))
            }
            for name in [payer.name, payer.nameLocal].compactMap({ $0 }) {
                add(.legalName, CompanyName(name).hash)
            }
            for alias in payer.aliases { add(.alias, CompanyName(alias).hash) }
            for name in payer.names where !name.kind.isOfAnother {
                add(.alias, CompanyName(name.text).hash, name.scope)
            }
        }
        signs = HashIndex(entries: found.count)
        hashes = found.map(\.hash)
        bearer = found.map { Int32($0.index) }
        for entry in hashes.indices.reversed() {
            signs.insert(hashes[entry], entry)
            if found[entry].scope != .everywhere { scopes[Int32(entry)] = found[entry].scope }
        }
    }
}
