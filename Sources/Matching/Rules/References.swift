import Ledger

/// Finds the named items; a short number counts only for a payer that is known.
struct NamedItems {
    let items: OpenItems
    let book: PayerBook

    /// Items that one written number fits.
    struct Group {
        var positions: [Int]
        let manner: Mention.Manner
    }

    func find(_ receipt: Remittance, _ text: [UInt8], payer: Int?) -> Named {
        var named = Named()
        named.meanings = PaymentMeaning(text)
        var groups = documents(receipt, &named)
        if groups.isEmpty || named.missesAdviceLine {
            for reference in receipt.references {
                let signs = ASCII.compact(reference)
                if CreditorReference.check(signs) == .invalid {
                    named.invalid = reference
                    continue
                }
                let found = items.byCreditorReference(signs)
                let all = found.isEmpty ? items.numbered(signs, Hash.of(signs)) : found
                if all.isEmpty { continue }
                groups.append(Group(positions: all, manner: .creditorReference))
                named.manner = worst(named.manner, .creditorReference)
            }
        }
        let words = read(text, receipt, payer, &groups, &named)
        if groups.allSatisfy(\.positions.isEmpty), let id = receipt.endToEndId {
            readIdentification(id, &groups, &named)
        }
        choose(groups, payer, receipt.valueDate, &named)
        keepOwn(payer, receipt.valueDate, &named)
        noticeFragments(words.unread, &named)
        if let payer { findNear(words.unread, payer, receipt.valueDate, &named) }
        if named.isEmpty { findLinked(words.links, receipt, payer, &named) }
        return named
    }

    /// What the payer's advice says goes before what the payment names by itself.
    private func documents(_ receipt: Remittance, _ named: inout Named) -> [Group] {
        var groups: [Group] = []
        let lines = receipt.advice.isEmpty ? receipt.documents : receipt.advice
        for line in lines {
            let signs = ASCII.compact(line.document)
            let found = items.numbered(signs, Hash.of(signs))
            if found.isEmpty { named.missesAdviceLine = true }
            groups.append(Group(positions: found, manner: .advice))
            if found.count == 1, let amount = line.amount {
                named.amounts[found[0]] = amount
                // Nobody takes money back on an invoice by paying it.
                if amount < 0, items.rest[found[0]] > 0 { named.isAmbiguous = true }
            }
        }
        if !lines.isEmpty, !named.missesAdviceLine { named.manner = .advice }
        return groups
    }

    /// Payers often give the number that they pay as the payment's own identification. It counts
    /// where nothing else names anything, and only in full.
    private func readIdentification(
        _ id: String, _ groups: inout [Group], _ named: inout Named
    ) {
        let signs = ASCII.compact(id)
        let referenced = items.byCreditorReference(signs)
        let found = referenced.isEmpty ? items.numbered(signs, Hash.of(signs)) : referenced
        if found.isEmpty { return }
        groups.append(Group(positions: found, manner: .number))
        named.manner = worst(named.manner, .number)
    }

    /// Reads the text; the words in it that are none of our numbers come back.
    private func read(
        _ text: [UInt8], _ receipt: Remittance, _ payer: Int?, _ groups: inout [Group],
        _ named: inout Named
    ) -> (unread: [UnreadWord], links: [LinkWord]) {
        if named.manner == .advice { return ([], []) }
        var mentions = NumberScanner.scan(text, items, on: receipt.valueDate)
        if receipt.text.count > 1, !mentions.unread.isEmpty || mentions.found.isEmpty {
            // A number may be cut by the end of a line.
            let glued = receipt.text.flatMap { Folding.fold($0) }
            let again = NumberScanner.scan(glued, items, on: receipt.valueDate)
            let more = Set(again.found.map(\.position))
            if again.found.count > mentions.found.count,
                mentions.found.allSatisfy({ more.contains($0.position) })
            {
                mentions.found = again.found
                mentions.unread = again.unread
            }
        }
        named.unknown = named.unknown ?? mentions.unknown
        named.invalid = named.invalid ?? mentions.invalid
        named.listed = Set(mentions.found.filter { $0.manner == .listed }.map(\.position))
        var ordinal = -1
        for mention in mentions.found {
            if mention.ordinal != ordinal {
                groups.append(Group(positions: [], manner: mention.manner))
                ordinal = mention.ordinal
            }
            groups[groups.count - 1].positions.append(mention.position)
            named.manner = worst(named.manner, mention.manner)
        }
        readRanges(mentions.ranges, receipt, payer, &groups, &named)
        if let payer { readEndings(mentions.endings, receipt, payer, &groups, &named) }
        return (mentions.unread, mentions.links)
    }

    /// What begins as the numbers named do and is none: a list cut off by the channel was longer.
    private func noticeFragments(_ unread: [UnreadWord], _ named: inout Named) {
        if unread.isEmpty || named.hasUnread { return }
        let beginnings = named.open.prefix(8).map { ASCII.compact(items[$0].number).prefix(4) }
        named.hasUnread = unread.contains { word in
            beginnings.contains { word.signs.starts(with: $0) }
        }
    }

    /// Of a range too wide to look up, the payer's open items; unread where the payer is not known.
    private func readRanges(
        _ ranges: [Mentions.WideRange], _ receipt: Remittance, _ payer: Int?,
        _ groups: inout [Group], _ named: inout Named
    ) {
        if ranges.isEmpty { return }
        guard let payer else {
            named.hasUnread = true
            return
        }
        for customer in book.group(of: payer, on: receipt.valueDate).prefix(64) {
            for position in items.positions(of: customer).prefix(20_000)
            where items.isOpen(position) && items.currency(position) == receipt.currency {
                let signs = ASCII.compact(items[position].number)
                guard ranges.contains(where: { $0.contains(signs) }) else { continue }
                named.listed.insert(position)
                groups.append(Group(positions: [position], manner: .listed))
                if groups.count > Mentions.limit { return }
            }
        }
    }

    private func readEndings(
        _ endings: [Mentions.Ending], _ receipt: Remittance, _ payer: Int,
        _ groups: inout [Group], _ named: inout Named
    ) {
        if endings.isEmpty { return }
        let group = book.group(of: payer, on: receipt.valueDate)
        named.short.read(
            endings.filter { !$0.isLong }, group, items, on: receipt.valueDate)
        for ending in endings where ending.isLong {
            let found = group.prefix(64).flatMap { items.ending(ending.digits[...], of: $0) }
            var open = found.filter { items.isOpen($0) }
            if open.count > 1 { open = open.filter { items[$0].issuedOn <= receipt.valueDate } }
            if open.count == 1 || open.isEmpty && found.count == 1 {
                groups.append(Group(positions: open.isEmpty ? found : open, manner: .shortened))
                named.manner = worst(named.manner, .shortened)
            } else if open.count > 1 {
                named.isAmbiguous = true
            } else {
                named.hasUnread = true
            }
        }
    }

    /// A range or a list that we completed means the payer's own items, not those between them.
    private func keepOwn(_ payer: Int?, _ day: Day, _ named: inout Named) {
        guard let payer, !named.listed.isEmpty else { return }
        let isOwn = { (position: Int) in
            !named.listed.contains(position)
                || book.mayPay(payer, for: items.owner(position), on: day)
        }
        let (open, closed) = (named.open.filter(isOwn), named.closed.filter(isOwn))
        if open.isEmpty, closed.isEmpty { return }
        // A surplus may be meant for what is left out here.
        if open.count < named.open.count { named.hasUnread = true }
        named.open = open
        named.closed = closed
    }

    /// Of items that one number fits, the payer's own count; otherwise it is ambiguous.
    private func choose(_ groups: [Group], _ payer: Int?, _ day: Day, _ named: inout Named) {
        for group in groups {
            var fitting = group.positions
            if fitting.count > 1, let payer {
                let own = fitting.filter { book.mayPay(payer, for: items.owner($0), on: day) }
                if !own.isEmpty { fitting = own }
            }
            if fitting.count > 1 {
                let open = fitting.filter { items.isOpen($0) }
                if open.count == 1 { fitting = open }
            }
            guard fitting.count == 1, let position = fitting.first else {
                if !fitting.isEmpty { named.isAmbiguous = true }
                continue
            }
            // Named twice, the surer way counts.
            let known = named.manners[position]
            named.manners[position] = known.map { best($0, group.manner) } ?? group.manner
            if known != nil { continue }
            if items.isOpen(position) {
                named.open.append(position)
            } else {
                named.closed.append(position)
            }
        }
    }

    private func worst(_ a: Mention.Manner?, _ b: Mention.Manner) -> Mention.Manner {
        guard let a else { return b }
        return a.rawValue > b.rawValue ? a : b
    }

    private func best(_ a: Mention.Manner, _ b: Mention.Manner) -> Mention.Manner {
        a.rawValue < b.rawValue ? a : b
    }
}
