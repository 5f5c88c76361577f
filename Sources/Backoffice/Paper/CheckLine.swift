import Formats
import Ledger
import Receivables

extension LogCheck {
    /// What the magnetic ink at the foot of a check says, its symbols written `T`, `U` and `A`
    /// (`U001001U T021000021T 123456789U A0000250000A`). Nothing is guessed: what cannot be read
    /// must be given, and a routing number whose check digit is wrong is refused as it stands.
    public struct Ink: Sendable {
        public let serial: String?
        public let routing: String?
        public let account: String?
        /// In dollars, once a bank has encoded it.
        public let amount: Amount?

        /// Nil where it is no such line.
        public init?(_ text: String) {
            guard let line = MICRLine(text) else { return nil }
            serial = line.serial
            routing = line.routing
            account = line.account
            amount = line.amount
        }
    }
}
