import Formats
import Ledger
import Receivables

extension ReturnedItem {
    /// What the statement's entry says of the payment that came back, and what notices of the same
    /// money told before.
    init(_ line: BankLine, _ entry: StatementEntry, told: [Notice.Part]) {
        self.init(line)
        var references = [entry.bankReference, entry.customerReference].compactMap { $0 }
        for detail in entry.details {
            code = code ?? detail.returnReason?.printable
            payer = payer ?? detail.payer?.name ?? detail.payee?.name
            references += [detail.endToEndId, detail.bankReference, detail.checkNumber]
                .compactMap { $0 }
            references += detail.references.map(\.value)
        }
        add(references)
        code = code ?? Self.code(in: entry.words)
        complete(by: told)
    }

    /// What notices of the same money tell besides.
    mutating func complete(by told: [Notice.Part]) {
        for part in told {
            let source = part.source
            code = code ?? source.returnReason
            payer = payer ?? source.payer
            add(
                [source.endToEndId, source.bankReference, source.checkNumber].compactMap { $0 }
                    + source.references)
        }
    }

    /// The only code that the bank's words hold, where its format has no place for one; letters of
    /// checks are no such words.
    private static func code(in words: String) -> String? {
        let all = words.utf8.split { !$0.isWord }.map { String(decoding: $0, as: UTF8.self) }
        let found = Set(all.filter { $0.utf8.count > 2 && ReturnCode.of($0) != nil })
        return found.count == 1 ? found.first : nil
    }

    private mutating func add(_ more: [String]) {
        for reference in more.map(\.printable) where !references.contains(reference) {
            references.append(reference)
        }
    }
}

extension Receipt.Source {
    /// As notices of returns have it among their words.
    fileprivate var returnReason: String? {
        for line in text where line.hasPrefix(Self.returnedFor) {
            return String(line.dropFirst(Self.returnedFor.count))
        }
        return nil
    }

    static let returnedFor = "return reason "
}

extension UInt8 {
    fileprivate var isWord: Bool { (48...57).contains(self) || (65...90).contains(self) }
}
