import Ledger
import Receivables

extension ScenarioSteps {
    func refund(_ words: inout Words, _ scenario: inout Scenario) throws {
        let step = try words.word("step")
        if step == "approve" {
            let id = try receiptID(&words, scenario)
            try scenario.perform(
                try request(id, &words, requestedBy: words.value("asked") ?? "li"))
            return
        }
        if step == "request" {
            let id = try receiptID(&words, scenario)
            try scenario.perform(try request(id, &words, requestedBy: nil))
            return
        }
        let id = scenario.refunds[try words.word("refund")] ?? Refund.ID(999)
        if step == "also" || step == "controller" {
            let command = ApproveRefund(refund: id, asController: step == "controller")
            return try scenario.perform(command)
        }
        guard let settle = SettleRefund.Step(rawValue: step) else { throw ScenarioError(step) }
        try scenario.perform(SettleRefund(refund: id, settle, why: "test"))
    }

    /// `request RC-1 999.00 CNY [to ACCOUNT] [despite WORD] [unapplied]`.
    func request(
        _ id: Receipt.ID, _ words: inout Words, requestedBy: String?
    ) throws -> RequestRefund {
        var command = RequestRefund(
            receipt: id, amount: try money(&words), requestedBy: requestedBy, why: "overpaid")
        command.toAccount = words.value("to")
        command.despite = words.value("despite") ?? ""
        command.bopCode = words.value("bop")
        if words.has("unapplied") { command.from = .unapplied }
        return command
    }
}
