extension Refusal {
    /// Those of claims (认领).
    static let claimTexts: [String: Text] = [
        "already-identified": ("the payer is known, or the money is gone", "付款人已识别或款项已转出", nil),
        "already-published": ("it is in the claim pool already", "该收款已在认领池中", nil),
        "bank-not-asked": ("no query to the bank is open", "没有未结的银行查询", nil),
        "bop-code-missing": (
            "money from abroad needs a BOP code of six digits", "跨境收款须有六位国际收支交易编码", nil
        ),
        "claim-decided": ("the claim is decided already", "该认领已有结论", nil),
        "claim-in-conflict": (
            "another claims the same money: decide that first", "该款项存在争议认领，请先裁定", .controller
        ),
        "claim-not-confirmed": ("the claim is not confirmed", "该认领未确认", nil),
        "claim-not-found": ("no such claim", "没有该认领", nil),
        "customer-missing": ("the claim names no customer", "认领未指明客户", nil),
        "declaration-missing": ("the claim is not declared to be true", "认领人未声明属实", nil),
        "evidence-missing": (
            "the claim has no evidence: a slip, a letter, a mail", "认领缺少凭据（水单、函件、邮件）", nil
        ),
        "exceeds-claimed": ("more than is claimed", "超过认领金额", nil),
        "exceeds-unclaimed": ("more than is left to claim", "超过可认领金额", nil),
        "not-claimable": (
            "its claims were refused, or it is settled: it must be published again",
            "该收款已驳回或已结，需重新发布",
            .anotherPerson
        ),
        "not-in-conflict": ("nobody else claims the same money", "该认领没有争议", nil),
        "not-published": ("it is not in the claim pool", "该收款未发布认领", nil),
        "not-the-claimant": ("a claim is made and withdrawn in one's own name", "认领及撤回须由本人办理", nil),
        "own-claim": ("one does not contest one's own claim", "不能对本人的认领提出争议", nil),
        "unit-not-addressed": ("it is not published to the unit", "该收款未发布给该部门", .anotherPerson),
        "why-missing": ("say why", "请说明理由", nil),
    ]
}
