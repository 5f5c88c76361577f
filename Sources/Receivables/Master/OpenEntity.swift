import Ledger

/// Opens the books of a legal company.
public struct OpenEntity: Command {
    public let number: Int64
    public let code: String
    public let name: String
    public let country: String
    public let currency: Currency

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case codeTaken = "entity-code-taken"
        case codeMalformed = "entity-code-malformed"
        case nameMissing = "entity-name-missing"
        case countryMalformed = "country-malformed"
    }

    /// `number` is the next free one: 1, 2, 3 …
    public init(
        number: Int64, code: String, name: String, country: String, currency: Currency
    ) {
        self.number = number
        self.code = code
        self.name = name
        self.country = country
        self.currency = currency
    }

    public var entity: Entity.ID { Entity.ID(number) }
    public var names: Names { Names() }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if books.entities.values.contains(where: { $0.code == code }) {
            throw refusal(.codeTaken, code)
        }
        let letters = code.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
        }
        if code.isEmpty || code.utf8.count > 12 || !letters { throw refusal(.codeMalformed, code) }
        if name.isEmpty { throw refusal(.nameMissing, code) }
        if country.utf8.count != 2 || !country.utf8.allSatisfy({ (65...90).contains($0) }) {
            throw refusal(.countryMalformed, country)
        }
        return [
            .entityOpened(
                Entity(id: entity, code: code, name: name, country: country, currency: currency))
        ]
    }
}
