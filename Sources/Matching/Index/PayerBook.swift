/// The customers as payers: who may pay for whom, and by which account, tax number or name each is
/// known.
public struct PayerBook: Sendable {
    enum Sign: UInt64, CaseIterable { case account = 1, taxId, legalName, alias, nameToken }

    /// By customer index; nil for a customer that has items but no record.
    private(set) var payers: [Payer?] = []
    private var indexes: [Int64: Int] = [:]
    private var parents: [Int32] = []
    private var customers: [Int64] = []
    private var children: [Int: [Int]] = [:]
    private var signs = HashIndex(entries: 0)
    /// By entry of `signs`: the whole hash, and who bears it.
    private var hashes: [UInt64] = []
    private var bearer: [Int32] = []
    let hasTaxIds: Bool

    public init(_ records: [Payer]) {
        let records = records.sorted { $0.customer < $1.customer }
        indexes.reserveCapacity(records.count)
        for record in records where indexes[record.customer] == nil {
            indexes[record.customer] = payers.count
            customers.append(record.customer)
            payers.append(record)
        }
        hasTaxIds = records.contains { $0.taxId != nil }
        parents = Array(repeating: -1, count: payers.count)
        for (index, payer) in payers.enumerated() {
            guard let parent = payer?.parent.flatMap({ indexes[$0] }), parent != index else {
                continue
            }
            parents[index] = Int32(parent)
            children[parent, default: []].append(index)
        }
        indexSigns()
    }

    var count: Int { payers.count }

    subscript(index: Int) -> Payer? { payers[index] }

    func name(_ index: Int) -> String { payers[index]?.name ?? "" }

    func index(of customer: Int64) -> Int? { indexes[customer] }

    func customer(_ index: Int) -> Int64 { customers[index] }

    /// The index of a customer that items are on, with or without a record.
    mutating func indexForItem(of customer: Int64) -> Int {
        if let known = indexes[customer] { return known }
        indexes[customer] = payers.count
        customers.append(customer)
        payers.append(nil)
        parents.append(-1)
        return payers.count - 1
    }

    /// The customers that are known by the sign, each once.
    func known(by sign: Sign, _ hash: UInt64) -> [Int] {
        var found: [Int] = []
        let hash = Hash.spread(hash ^ sign.rawValue)
        for entry in signs.entries(hash, limit: 64) where hashes[entry] == hash {
            let index = Int(bearer[entry])
            if !found.contains(index) { found.append(index) }
        }
        return found
    }

    /// A customer pays for itself, for those below it, and for the one that may pay for it.
    func mayPay(_ payer: Int, for owner: Int) -> Bool {
        if payer == owner || Int(parents[payer]) == owner { return true }
        var above = Int(parents[owner])
        var steps = 0
        while above >= 0, steps < 16 {
            if above == payer { return true }
            above = Int(parents[above])
            steps += 1
        }
        return false
    }

    /// All that the payer may pay for, itself first.
    func group(of payer: Int) -> [Int] {
        var group = [payer]
        var next = 0
        while next < group.count, group.count < 10_000 {
            for child in children[group[next]] ?? [] where !group.contains(child) {
                group.append(child)
            }
            next += 1
        }
        let parent = Int(parents[payer])
        if parent >= 0, !group.contains(parent) { group.append(parent) }
        return group
    }

    private mutating func indexSigns() {
        var found: [(UInt64, Int)] = []
        for (index, payer) in payers.enumerated() {
            guard let payer else { continue }
            func add(_ sign: Sign, _ hash: UInt64?) {
                if let hash { found.append((Hash.spread(hash ^ sign.rawValue), index)) }
            }
            for account in payer.accounts { add(.account, Self.sign(account)) }
            if let taxId = payer.taxId { add(.taxId, Self.sign(taxId)) }
            for name in [payer.name, payer.nameLocal].compactMap({ $0 }) {
                let name = CompanyName(name)
                add(.legalName, name.hash)
                for token in name.tokens where token.count > 2 { add(.nameToken, Hash.of(token)) }
            }
            for alias in payer.aliases { add(.alias, CompanyName(alias).hash) }
        }
        signs = HashIndex(entries: found.count)
        hashes = found.map(\.0)
        bearer = found.map { Int32($0.1) }
        for entry in hashes.indices.reversed() { signs.insert(hashes[entry], entry) }
    }

    /// Accounts and tax numbers are compared without separators; nil where too little is left.
    static func sign(_ text: String) -> UInt64? {
        let signs = ASCII.compact(text)
        return signs.count >= 4 ? Hash.of(signs) : nil
    }
}
