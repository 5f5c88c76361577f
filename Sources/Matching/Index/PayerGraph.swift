import Ledger

/// Who may pay for whom: parents for those below them, a customer for its parent, and third
/// parties, agents and factors for those that a person has confirmed, each for its days.
struct PayerGraph: Sendable {
    private var parents: [Int32] = []
    private var children: [Int: [Int]] = [:]
    /// By payer: for whom, and where.
    private var rights: [Int: [Int: [Scope]]] = [:]

    mutating func add(_ count: Int) { parents += repeatElement(-1, count: count) }

    mutating func setParent(_ parent: Int, of index: Int) {
        guard parent != index else { return }
        parents[index] = Int32(parent)
        children[parent, default: []].append(index)
    }

    mutating func allow(_ payer: Int, for owner: Int, _ scope: Scope) {
        guard payer != owner else { return }
        rights[payer, default: [:]][owner, default: []].append(scope)
    }

    /// A customer pays for itself, for those below it, for the one that may pay for it, and for
    /// those that it has the right to pay for.
    func mayPay(_ payer: Int, for owner: Int, on day: Day?) -> Bool {
        if payer == owner || Int(parents[payer]) == owner { return true }
        if let scopes = rights[payer]?[owner], Self.covers(scopes, day) { return true }
        var above = Int(parents[owner])
        var steps = 0
        while above >= 0, steps < 16 {
            if above == payer { return true }
            above = Int(parents[above])
            steps += 1
        }
        return false
    }

    /// All that the payer may pay for, itself first; at most ten thousand.
    func group(of payer: Int, on day: Day?) -> [Int] {
        let rights = rights[payer] ?? [:]
        if children[payer] == nil, parents[payer] < 0, rights.isEmpty { return [payer] }
        var group = [payer]
        var members: Set = [payer]
        func add(_ index: Int) {
            if group.count < 10_000, members.insert(index).inserted { group.append(index) }
        }
        var next = 0
        while next < group.count {
            for child in children[group[next]] ?? [] { add(child) }
            next += 1
        }
        for owner in rights.keys.sorted() where Self.covers(rights[owner] ?? [], day) { add(owner) }
        if parents[payer] >= 0 { add(Int(parents[payer])) }
        return group
    }

    private static func covers(_ scopes: [Scope], _ day: Day?) -> Bool {
        guard let day else { return !scopes.isEmpty }
        return scopes.contains { $0.covers(day) }
    }
}
