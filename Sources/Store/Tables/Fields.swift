import Ledger
import Receivables

/// A row holds something that these books cannot have written.
struct RowError: Error, CustomStringConvertible {
    let description: String
}

extension Identifiers {
    /// The first number of an entity's documents, and the first one beyond them.
    public static func range(of entity: Entity.ID) -> [Value] {
        [.int(entity.raw * perEntity), .int((entity.raw + 1) * perEntity)]
    }
}

extension Row {
    func id<Of>(_ column: Int) -> Identifier<Of> { Identifier(int(column)) }

    func idOrNil<Of>(_ column: Int) -> Identifier<Of>? {
        isNull(column) ? nil : Identifier(int(column))
    }

    func day(_ column: Int) -> Day { Day(number: Int32(clamping: int(column))) }
    func dayOrNil(_ column: Int) -> Day? { isNull(column) ? nil : day(column) }

    func currency(_ column: Int) throws -> Currency {
        guard let currency = Currency(utf8: utf8(column)) else {
            throw RowError(description: "not a currency: \(text(column))")
        }
        return currency
    }

    func currencyOrNil(_ column: Int) throws -> Currency? {
        isNull(column) ? nil : try currency(column)
    }

    func rate(_ column: Int) throws -> Rate {
        let bytes = utf8(column)
        if bytes.count == 1, bytes[0] == UInt8(ascii: "1") { return .one }
        guard let amount = Amount(utf8: bytes),
            let rate = Rate(units: amount.units, decimals: Int(amount.decimals))
        else { throw RowError(description: "not a rate: \(text(column))") }
        return rate
    }

    func account(_ column: Int) throws -> Account {
        guard let account = Account(rawValue: text(column)) else {
            throw RowError(description: "not an account: \(text(column))")
        }
        return account
    }

    func raw<Value: RawRepresentable<Int64>>(_ column: Int) throws -> Value {
        guard let value = Value(rawValue: int(column)) else {
            throw RowError(description: "not a \(Value.self): \(int(column))")
        }
        return value
    }

    /// Lines of text in one column.
    func list(_ column: Int) -> [String] {
        let bytes = utf8(column)
        if bytes.isEmpty { return [] }
        return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Loader {
    func day(_ day: Day) { int(Int64(day.number)) }
    func day(_ day: Day?) { int(day.map { Int64($0.number) }) }

    func list(_ values: [String]) {
        text(values.count == 1 ? values[0] : values.joined(separator: "\n"))
    }
}
