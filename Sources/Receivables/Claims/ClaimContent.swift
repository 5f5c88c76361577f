import Ledger

extension Claim: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: !state.isLive && state != .atBank)
        head.customer = customer
        head.receipt = receipt
        head.amount = amount
        head.number = papers.contract ?? papers.order ?? papers.invoices.first?.number
        head.dueOn = dueOn
        switch state {
        case .pending: head.owner = "cash-application"
        case .conflict: head.owner = "ar-lead"
        case .confirmed: head.owner = "claimants"
        case .atBank: head.owner = "treasury"
        default: break
        }
        return head
    }

    var sentence: (en: String, zh: String) {
        let notApplied = notApplied.map { Refusal.text($0) }
        return (
            "claim of \(claimant) (\(unit)) on receipt \(receipt.raw): \(amount), "
                + "\(kind.rawValue), \(state.rawValue)"
                + (notApplied.map { ", not applied: \($0.en)" } ?? ""),
            "\(claimant)（\(unit)）认领收款 \(receipt.raw)：\(amount)，\(kind.zh)，\(state.zh)"
                + (notApplied.map { "，未核销：\($0.zh)" } ?? "")
        )
    }

    /// What a decision on it may touch.
    var names: Names {
        var names = Names()
        if let part {
            names.receipts = [part]
            names.applicationsOf = [part]
        }
        if state.isLive { names.itemNumbers = Set(papers.invoices.map(\.number)) }
        return names
    }

    func write(to out: inout FieldWriter) {
        out.id(receipt)
        out.text(claimant)
        out.text(unit)
        out.text(kind.rawValue)
        out.money(amount)
        out.optional(customer)
        papers.write(to: &out)
        out.day(claimedOn)
        out.text(state.rawValue)
        out.optional(rival)
        out.optional(decidedBy)
        out.optional(decidedOn)
        out.optional(why)
        out.optional(dueOn)
        out.optional(part)
        out.optional(notApplied)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            receipt: try reader.id(), claimant: try reader.text(), unit: try reader.text(),
            kind: try reader.raw(), amount: try reader.money(),
            customer: try reader.optionalID(), papers: try Papers(from: &reader),
            claimedOn: try reader.day())
        state = try reader.raw()
        rival = try reader.optionalID()
        decidedBy = try reader.optionalText()
        decidedOn = try reader.optionalDay()
        why = try reader.optionalText()
        dueOn = try reader.optionalDay()
        part = try reader.optionalID()
        notApplied = try reader.optionalText()
    }
}

extension Claim.Papers {
    func write(to out: inout FieldWriter) {
        out.optional(contract)
        out.optional(order)
        out.int(Int64(invoices.count))
        for invoice in invoices {
            out.text(invoice.number)
            out.optional(invoice.amount)
        }
        out.optional(evidence)
        out.optional(file)
        out.optional(bopCode)
        out.int(taxRate)
        out.bool(isDeclared)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init()
        contract = try reader.optionalText()
        order = try reader.optionalText()
        for _ in 0..<(try reader.count()) {
            invoices.append(Claim.Invoice(try reader.text(), try reader.optionalInt()))
        }
        evidence = try reader.optionalText()
        file = try reader.optionalText()
        bopCode = try reader.optionalText()
        taxRate = try reader.int()
        isDeclared = try reader.bool()
    }
}

extension Claim.Kind {
    public var zh: String {
        switch self {
        case .goods: "货款"
        case .advance: "预收款"
        case .deposit: "保证金"
        case .retention: "质保金"
        case .otherIncome: "其他收入"
        case .notOurs: "非我司款项"
        }
    }
}

extension Claim.State {
    public var zh: String {
        switch self {
        case .pending: "待审核"
        case .conflict: "争议"
        case .confirmed: "已确认，待认领齐"
        case .booked: "已入账"
        case .atBank: "已入账，银行查询中"
        case .refused: "已驳回"
        case .returned: "已退回"
        case .withdrawn: "已撤回"
        case .expired: "已过期"
        case .takenBack: "已撤销"
        }
    }
}

extension PooledReceipt.State {
    public var zh: String {
        switch self {
        case .open: "待认领"
        case .held: "已驳回，需重新发布"
        case .settled: "认领完毕"
        case .elsewhere: "已移出认领池"
        }
    }
}
