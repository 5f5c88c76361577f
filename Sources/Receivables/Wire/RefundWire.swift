import Ledger

extension Refund {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.id(receipt)
        out.id(customer)
        out.int(place.rawValue)
        out.currency(currency)
        out.rate(rate)
        out.int(amount)
        out.int(functional)
        out.text(toAccount)
        out.optional(cameFrom)
        out.text(payee)
        out.text(requestedBy)
        out.day(requestedOn)
        out.int(state.rawValue)
        out.optional(payeeBank)
        out.text(why)
        out.list(warnings.map(\.rawValue))
        out.text(despite)
        out.optional(screenedBy)
        out.optional(bopCode)
        out.int(Int64(approvals.count))
        for approval in approvals {
            out.text(approval.by)
            out.day(approval.on)
            out.bool(approval.asController)
        }
        out.optional(callback)
        out.optional(file)
        out.optional(line)
        out.optional(lineFunctional)
        out.bool(isCleared)
        out.optional(bankReason)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(), entity: try from.id(), receipt: try from.id(),
            customer: try from.id(), place: try from.raw(), currency: try from.currency(),
            rate: try from.rate(), amount: try from.int(), functional: try from.int(),
            toAccount: try from.text(), cameFrom: try from.optionalText(),
            payee: try from.text(), requestedBy: try from.text(), requestedOn: try from.day(),
            state: try from.raw())
        payeeBank = try from.optionalText()
        why = try from.text()
        for _ in 0..<(try from.count()) { warnings.append(try from.raw()) }
        despite = try from.text()
        screenedBy = try from.optionalText()
        bopCode = try from.optionalText()
        for _ in 0..<(try from.count()) {
            approvals.append(
                Approval(by: try from.text(), on: try from.day(), asController: try from.bool()))
        }
        callback = try from.optionalID()
        file = try from.optionalID()
        line = try from.optionalID()
        lineFunctional = try from.optionalInt()
        isCleared = try from.bool()
        bankReason = try from.optionalText()
    }
}

extension WireText {
    /// A refund whole, as its row keeps it.
    public static func of(_ refund: Refund) -> String {
        var out = FieldWriter()
        refund.write(to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    public static func refund(_ bytes: UnsafeBufferPointer<UInt8>) throws(WireError) -> Refund {
        var reader = FieldReader(bytes)
        return try Refund(from: &reader)
    }
}
