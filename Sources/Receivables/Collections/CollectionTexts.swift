extension Refusal {
    /// Of papers that banks collect for us.
    static let collectionTexts: [String: Text] = [
        "charge-to-review": (
            "the bank kept more than it may without another person's look", "银行扣费超出容差，须复核",
            .anotherPerson
        ),
        "collection-known": ("a collection of that number is there", "托收编号已存在", nil),
        "collection-not-acceptable": (
            "nothing that is accepted, or due in the past", "该托收不能承兑，或到期日已过", nil
        ),
        "collection-not-there-yet": ("the collection is not at that point", "该托收尚未到此步骤", nil),
        "collection-nothing-done": ("nothing was done with the collection", "该托收尚无操作", nil),
        "credit-days-missing": (
            "a letter of credit has a day of shipment and one of expiry", "信用证须有装运日和到期日", nil
        ),
        "presentation-too-late": (
            "the documents are past their latest presentation", "已过最迟交单日", .controller
        ),
    ]
}
