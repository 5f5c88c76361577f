import Ledger

/// What is nearly named: numbers written with one sign wrong, and numbers of other documents.
extension NamedItems {
    /// Each word that is none of our numbers, and each number that is somebody else's, against the
    /// payer's open items.
    func findNear(_ unread: [UnreadWord], _ payer: Int, _ day: Day, _ named: inout Named) {
        let foreign = named.open.filter {
            named.manners[$0]?.isFull ?? false
                && !book.mayPay(payer, for: items.owner($0), on: day)
        }
        if unread.isEmpty, foreign.isEmpty { return }
        let group = book.group(of: payer, on: day).prefix(Self.customersAtMost)
        var taken = Set(named.open)
        func look(_ written: [UInt8], instead: Int?) -> Bool {
            guard named.near.count < Self.numbersAtMost else { return true }
            var found: (manner: Mention.Manner, positions: [Int])?
            for customer in group {
                guard
                    let near = items.near(
                        written, of: customer, most: Self.itemsAtMost,
                        {
                            items.isOpen($0) && items[$0].issuedOn <= day && !taken.contains($0)
                        })
                else { continue }
                guard let known = found, known.manner.rawValue <= near.manner.rawValue else {
                    found = near
                    continue
                }
                if known.manner == near.manner { found?.positions += near.positions }
            }
            guard let found, found.positions.count <= Self.itemsAtMost else { return false }
            if found.positions.count == 1 { taken.insert(found.positions[0]) }
            named.near.append(
                Named.Near(
                    written: CheckDigits.text(written), manner: found.manner, instead: instead,
                    positions: found.positions))
            return true
        }
        for position in foreign.prefix(Self.numbersAtMost) {
            _ = look(ASCII.compact(items[position].number), instead: position)
        }
        // The longest word that begins at a place first; what one is made of is read then.
        var read = -1
        for word in unread.sorted(by: {
            ($0.runs.lowerBound, $1.runs.upperBound) < ($1.runs.lowerBound, $0.runs.upperBound)
        }) where word.runs.lowerBound > read {
            if look(word.signs, instead: nil) { read = word.runs.upperBound }
        }
    }

    private static let customersAtMost = 64
    private static let numbersAtMost = 8
    private static let itemsAtMost = 16

    /// Orders, contracts and deliveries that the text, the advice or the references name. Of a
    /// payer that is known, only what is its own; else of one customer alone.
    func findLinked(
        _ words: [LinkWord], _ receipt: Remittance, _ payer: Int?, _ named: inout Named
    ) {
        guard items.hasLinks else { return }
        let given = (receipt.advice.isEmpty ? receipt.documents : receipt.advice).map(\.document)
        let whole = (given + receipt.references + [receipt.endToEndId].compactMap { $0 })
            .prefix(100).map { LinkWord(signs: ASCII.compact($0), isAnnounced: true) }
        var seen: Set<Int> = []
        for word in whole + words {
            guard word.isAnnounced || word.signs.count >= 6,
                let found = items.linked(word.signs)
            else { continue }
            var positions = found.positions.filter {
                items.isOpen($0) && items[$0].issuedOn <= receipt.valueDate && !seen.contains($0)
            }
            if let payer {
                positions = positions.filter {
                    book.mayPay(payer, for: items.owner($0), on: receipt.valueDate)
                }
            } else if Set(positions.map { items.owner($0) }).count > 1 {
                continue
            }
            if positions.isEmpty { continue }
            seen.formUnion(positions)
            named.linked.append(
                Named.Linked(
                    kind: found.kind, written: CheckDigits.text(word.signs), positions: positions))
        }
    }
}
