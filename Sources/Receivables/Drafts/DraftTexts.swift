extension Refusal {
    /// Of drafts and their acceptors.
    static let draftTexts: [String: Text] = [
        "acceptor-barred": ("the acceptor is barred", "承兑人已列入黑名单", .controller),
        "acceptor-limit-exceeded": ("more than the acceptor's limit", "超过承兑人额度", .treasury),
        "acceptor-not-approved": ("the acceptor is not approved", "承兑人未获批准", .treasury),
        "acceptor-not-found": ("no such acceptor", "没有该承兑人", .treasury),
        "acceptor-not-proposed": ("nothing is proposed of the acceptor", "该承兑人无待批建议", nil),
        "draft-beyond-terms": (
            "the draft matures later than was agreed", "票据到期日超过约定", .controller
        ),
        "draft-discount-differs": ("not the discount that was agreed", "贴现息与约定不符", .treasury),
        "draft-endorsements-broken": ("the endorsements have a gap", "背书不连续", nil),
        "draft-known": ("the draft is in the books", "该票据已入账", nil),
        "draft-line-differs": (
            "no line by which its holder took the draft's money back", "没有持票人追索该票款的银行流水", nil
        ),
        "draft-matured": ("the draft is past its maturity", "票据已过到期日", nil),
        "draft-not-divisible": ("the draft cannot be divided", "该票据不可分包", nil),
        "draft-not-due": ("the draft is not due", "票据未到期", nil),
        "draft-not-held": ("the draft is not held", "该票据不在持有状态", nil),
        "draft-not-ours": ("the last holder of the draft is not us", "最后持票人不是本公司", nil),
        "draft-not-transferable": ("the draft may not be transferred", "票据不得转让", nil),
        "draft-nothing-done": ("nothing was done with the draft", "该票据尚无操作", nil),
        "draft-number-malformed": ("a draft's number has 30 digits", "票据号码应为30位数字", nil),
        "draft-proceeds-differ": ("not the amount of the draft", "与票面金额不符", nil),
        "draft-range-differs": (
            "the range of cents is not the amount", "子票区间与金额不符", nil
        ),
        "draft-tenor-too-long": ("a draft runs six months at most", "票据期限最长六个月", nil),
        "draft-without-recourse": ("nobody can claim the draft from us", "该票据无追索权", nil),
    ]
}
