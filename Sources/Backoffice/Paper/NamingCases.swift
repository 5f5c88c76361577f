import Ledger
import Receivables
import Store

extension Naming {
    /// A case of one kind, by its number in the books, or by what people know it by, if only one
    /// that is open has it.
    public func paper(_ name: String, _ kind: CaseFile.Kind) throws -> CaseFile {
        let reader = CaseReader(connection)
        if let number = Int64(name), let file = try reader.file(CaseFile.ID(number)),
            file.kind == kind, entities.contains(where: { $0.id == file.entity })
        {
            return file
        }
        var found: [CaseFile] = []
        for entity in entities {
            found += try reader.numbered(name, of: entity.id).filter { $0.kind == kind }
        }
        let open = found.filter { !$0.head.isClosed }
        if open.count == 1 { return open[0] }
        if open.isEmpty, let last = found.last { return last }
        throw Refusal(code: open.isEmpty ? "case-not-found" : Self.ambiguous, name)
    }

    /// The receipt that a returned payment undoes, where it can only be that one.
    public func receipt(undoneBy file: CaseFile) throws -> Receipt.ID {
        let one = try WaitingReturns(connection).of(file.entity).first { $0.file.id == file.id }
        let surest = one?.candidates.filter { $0.grade != .amount } ?? []
        if surest.count == 1 { return surest[0].receipt }
        let all = one?.candidates.map { "\($0.receipt.raw)" } ?? []
        throw Refusal(
            code: all.isEmpty ? "receipt-not-found" : Self.ambiguous,
            "case \(file.id.raw): \(all.joined(separator: ", "))")
    }

    /// The entities in question, for a list.
    public var inQuestion: [Entity] { entities }

    /// A line of a statement by its number.
    public func bankLine(_ name: String) throws -> BankLine {
        let line = try Int64(name).flatMap {
            try NoticeReader(connection).line(BankLine.ID($0))
        }
        guard let line, entities.contains(where: { $0.id == line.entity }) else {
            throw Refusal(code: "line-not-found", name)
        }
        return line
    }
}
