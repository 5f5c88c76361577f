import Receivables

extension ScenarioSteps {
    /// `deduction INV-1 valid CM-1`, `deduction INV-1 code PRICE`, of the invoice's residual.
    func deduction(_ words: inout Words, _ scenario: inout Scenario) throws {
        let number = try words.word("item")
        let books = scenario.ledger.books
        let file = books.cases.values.first { file in
            guard case .deduction(let deduction) = file.content else { return false }
            return books.items[deduction.item]?.links.precedes == number
        }
        let step = try words.word("decision")
        let decision: DecideDeduction.Decision
        switch step {
        case "valid": decision = .valid(credit: try words.word("credit"))
        case "invalid": decision = .invalid
        case "reopen": decision = .reopen
        default: decision = .code(ReasonCode(written: try words.word("reason")) ?? .unknown)
        }
        try scenario.perform(
            DecideDeduction(
                deduction: file?.id ?? CaseFile.ID(999), decision, invoice: number, why: "test"))
    }
}
