/// Where a table came from inside a mail: `body`, `Zahlungsavis.pdf page 2`, `remit.xlsx Sheet1`.
public struct AdviceSource: Sendable {
    public var name: String
    public var content: Content

    public enum Content: Sendable {
        /// The body of a mail, or the text of a page laid out with blanks.
        case text(String)
        /// The cells of a table.
        case rows([[String]])
    }

    public init(name: String, content: Content) {
        self.name = name
        self.content = content
    }

    /// The pages of one file and the tables of one body belong together.
    var group: String {
        for word in [" page ", " table "] {
            let parts = name.utf8.split(separator: UInt8(ascii: " "))
            guard parts.count > 2, let last = parts.last, last.allSatisfy({ $0.isDigit }) else {
                continue
            }
            let end = word.utf8.count + last.count
            if name.utf8.dropLast(last.count).suffix(word.utf8.count).elementsEqual(word.utf8) {
                return String(name.utf8.dropLast(end)) ?? name
            }
        }
        return name
    }
}

/// Finds the advices in the sources of one mail (or one file).
///
/// A table counts where it has a document's number and an amount in its header, and where payment
/// is spoken of or its total holds; words count where they say that somebody paid, how much, and
/// for which document. Anything else gives no advice and no finding. What is found is the same for
/// the same sources, in their order.
public func findAdvices(in sources: [AdviceSource]) -> Parsed<[RemittanceAdvice]> {
    var log = AdviceLog()
    var order: [String] = []
    var grids: [String: AdviceGrid] = [:]
    for source in sources.prefix(1_000) {
        let group = source.group
        if grids[group] == nil { order.append(group) }
        grids[group, default: AdviceGrid()].add(source, &log)
    }
    let groups = order.compactMap { name in grids[name].map { AdviceGroup(name, $0) } }
    let isNamed = groups.contains { $0.evidence.isOfPayment }

    var found: [FoundAdvice] = []
    var loose = AdviceFacts()
    for group in groups {
        let advices = group.advices(isNamed: isNamed)
        if advices.isEmpty { loose.fill(from: group.facts) }
        found += advices
    }
    if found.isEmpty { found = groups.compactMap { $0.prose() } }
    found = FoundAdvice.withoutCopies(found)
    // What the mail says of the payment is said of its one advice.
    if found.count == 1 { found[0].facts.fill(from: loose) }

    var advices: [RemittanceAdvice] = []
    var findings = log.findings
    for advice in found {
        let (finished, more) = advice.finished()
        // What names no document pays none.
        if finished.lines.isEmpty { continue }
        advices.append(finished)
        findings += more
    }
    return Parsed(advices, findings: findings)
}
