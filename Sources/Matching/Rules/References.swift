import Ledger

/// What the receipt names: items that its references, advice lines and text mean, before any amount
/// is looked at.
struct Named {
    /// Positions of open items, each once, in the order of the text.
    var open: [Int] = []
    /// Positions of items that were closed lately.
    var closed: [Int] = []
    var manner: Mention.Manner?
    var isAmbiguous = false
    var unknown: String?
    var invalid: String?
    /// Amounts that an advice gives to items.
    var amounts: [Int: Int64] = [:]
    /// A line of the advice that is not an item of ours.
    var missesAdviceLine = false
    /// Digits that may be the end of a number and fit nothing: the payer may have meant more.
    var hasUnread = false
    /// Positions that came from a range or a shortened list.
    var listed: Set<Int> = []
    /// What four or five digits may mean as the end of a number.
    var short = ShortNumbers()
    /// How each item was named: the document axis of the evidence (field.md M3). Only of `open` and
    /// `closed`; what is merely near stands in `linked` and `near`.
    var manners: [Int: Mention.Manner] = [:]
    /// Items by the numbers of other documents, looked for where no item is named by its own.
    var linked: [Linked] = []
    /// Numbers that are nearly those of items of the payer, one after another as written. None is
    /// applied by itself; one is proposed where the payer is known and the amount agrees to the
    /// cent.
    var near: [Near] = []
    /// What the payer calls the payment.
    var meanings: PaymentMeaning = []

    struct Linked {
        let kind: Item.Link.Kind
        let written: String
        /// Open items, each once.
        let positions: [Int]
    }

    struct Near {
        let written: String
        /// `cut`, `lookalike` or `mistyped`.
        let manner: Mention.Manner
        /// Open items of the payer, each once; several where the number fits several.
        let positions: [Int]
    }

    var isEmpty: Bool { open.isEmpty && closed.isEmpty }
}

/// Finds the named items; a short number counts only for a payer that is known.
struct NamedItems {
    let items: OpenItems
    let book: PayerBook

    func find(_ receipt: Remittance, _ text: [UInt8], payer: Int?) -> Named {
        var named = Named()
        var groups: [[Int]] = []
        // What the payer's advice says goes before what the payment names by itself.
        let lines = receipt.advice.isEmpty ? receipt.documents : receipt.advice
        for line in lines {
            let signs = ASCII.compact(line.document)
            let found = items.numbered(signs, Hash.of(signs))
            if found.isEmpty { named.missesAdviceLine = true }
            groups.append(found)
            if found.count == 1, let amount = line.amount {
                named.amounts[found[0]] = amount
                // Nobody takes money back on an invoice by paying it.
                if amount < 0, items.rest[found[0]] > 0 { named.isAmbiguous = true }
            }
        }
        if !lines.isEmpty, !named.missesAdviceLine { named.manner = .advice }
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
                groups.append(all)
                named.manner = worst(named.manner, .creditorReference)
            }
        }
        read(text, receipt, payer, &groups, &named)
        if groups.allSatisfy(\.isEmpty), let id = receipt.endToEndId {
            readIdentification(id, &groups, &named)
        }
        choose(groups, payer, &named)
        keepOwn(payer, &named)
        return named
    }

    /// Payers often give the number that they pay as the payment's own identification. It counts
    /// where nothing else names anything, and only in full.
    private func readIdentification(
        _ id: String, _ groups: inout [[Int]], _ named: inout Named
    ) {
        let signs = ASCII.compact(id)
        let referenced = items.byCreditorReference(signs)
        let found = referenced.isEmpty ? items.numbered(signs, Hash.of(signs)) : referenced
        if found.isEmpty { return }
        groups.append(found)
        named.manner = worst(named.manner, .number)
    }

    private func read(
        _ text: [UInt8], _ receipt: Remittance, _ payer: Int?, _ groups: inout [[Int]],
        _ named: inout Named
    ) {
        if named.manner == .advice { return }
        var mentions = NumberScanner.scan(text, items, on: receipt.valueDate)
        if mentions.found.isEmpty, receipt.text.count > 1 {
            // A number may be cut by the end of a line.
            let glued = receipt.text.flatMap { Folding.fold($0) }
            let again = NumberScanner.scan(glued, items, on: receipt.valueDate)
            if !again.found.isEmpty { mentions.found = again.found }
        }
        named.unknown = named.unknown ?? mentions.unknown
        named.invalid = named.invalid ?? mentions.invalid
        named.listed = Set(mentions.found.filter { $0.manner == .listed }.map(\.position))
        var ordinal = -1
        for mention in mentions.found {
            if mention.ordinal != ordinal {
                groups.append([])
                ordinal = mention.ordinal
            }
            groups[groups.count - 1].append(mention.position)
            named.manner = worst(named.manner, mention.manner)
        }
        guard let payer else { return }
        let group = book.group(of: payer)
        named.short.read(
            mentions.endings.filter { !$0.isLong }, group, items, on: receipt.valueDate)
        for ending in mentions.endings where ending.isLong {
            let found = group.prefix(64).flatMap { items.ending(ending.digits[...], of: $0) }
            var open = found.filter { items.isOpen($0) }
            if open.count > 1 { open = open.filter { items[$0].issuedOn <= receipt.valueDate } }
            if open.count == 1 || open.isEmpty && found.count == 1 {
                groups.append(open.isEmpty ? found : open)
                named.manner = worst(named.manner, .shortened)
            } else if open.count > 1 {
                named.isAmbiguous = true
            } else {
                named.hasUnread = true
            }
        }
    }

    /// A range or a list that we completed means the payer's own items, not those between them.
    private func keepOwn(_ payer: Int?, _ named: inout Named) {
        guard let payer, !named.listed.isEmpty else { return }
        let isOwn = { (position: Int) in
            !named.listed.contains(position) || book.mayPay(payer, for: items.owner(position))
        }
        let (open, closed) = (named.open.filter(isOwn), named.closed.filter(isOwn))
        if open.isEmpty, closed.isEmpty { return }
        // A surplus may be meant for what is left out here.
        if open.count < named.open.count { named.hasUnread = true }
        named.open = open
        named.closed = closed
    }

    /// Of items that one number fits, the payer's own count; otherwise it is ambiguous.
    private func choose(_ groups: [[Int]], _ payer: Int?, _ named: inout Named) {
        for group in groups {
            var fitting = group
            if fitting.count > 1, let payer {
                let own = fitting.filter { book.mayPay(payer, for: items.owner($0)) }
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
            if items.isOpen(position) {
                if !named.open.contains(position) { named.open.append(position) }
            } else if !named.closed.contains(position) {
                named.closed.append(position)
            }
        }
    }

    private func worst(_ a: Mention.Manner?, _ b: Mention.Manner) -> Mention.Manner {
        guard let a else { return b }
        return a.rawValue > b.rawValue ? a : b
    }
}
